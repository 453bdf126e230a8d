"""LB0xx: what is said of a file."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

FILE_UNREADABLE = Rule(
    "LB001",
    ERROR,
    "Filen går inte att öppna",
    "Filen ”{path}” går inte att öppna.",
    "Kontrollera att namnet stämmer, att filen finns kvar och att du får läsa den.",
    "Filen kan ha bytt namn, ligga i en annan mapp eller vara låst av ett annat program.",
)
NOT_OFFICE_FILE = Rule(
    "LB002",
    ERROR,
    "Filen är av fel slag",
    "Filen ”{path}” är {kind}, inte {wanted}.",
    "{remedy}",
    "Ett filnamn kan sluta på .xlsx eller .docx fast innehållet är något annat. Programmet ser på"
    " innehållet.",
)
PASSWORD_PROTECTED = Rule(
    "LB003",
    ERROR,
    "Filen har ett lösenord",
    "Filen ”{path}” är skyddad med lösenord.",
    "Öppna den, välj Arkiv – Info – Skydda, ta bort lösenordet och spara.",
    "En fil med lösenord är krypterad och kan bara läsas av den som kan lösenordet.",
)
FILE_DAMAGED = Rule(
    "LB004",
    ERROR,
    "Filen är skadad",
    "Filen ”{path}” är skadad: {part} går inte att läsa.",
    "Öppna den i {program}, låt programmet reparera den och spara den på nytt,"
    " eller ta fram en äldre version.",
    "En fil kan skadas när den skickas, synkroniseras eller sparas på en full disk. Hellre inget"
    " dokument än ett där något saknas.",
)
OUTPUT_LOCKED = Rule(
    "LB005",
    ERROR,
    "Det nya dokumentet får inte sparas där",
    "Det går inte att skriva ”{path}”.",
    "Stäng dokumentet i Word, eller filen i det program som har den öppen. Annars: välj en annan"
    " plats.",
    "Ett dokument som är öppet i Word kan inte ersättas, och i vissa mappar får man inte skriva."
    " Ett äldre dokument på platsen är orört.",
)
OUTPUT_UNWRITABLE = Rule(
    "LB006",
    ERROR,
    "Det nya dokumentet kan inte sparas där",
    "Det går inte att skriva ”{path}”: {reason}.",
    "Kontrollera att mappen finns och att disken inte är full, eller välj en annan plats.",
    "Dokumentet skrivs helt eller inte alls. Ett äldre dokument på platsen är orört.",
)
OUTPUT_IS_INPUT = Rule(
    "LB007",
    ERROR,
    "Det nya dokumentet skulle skriva över en annan fil",
    "”{path}” är {what}, som inte får skrivas över.",
    "Välj ett annat namn.",
    "Arbetsboken och mallen ändras aldrig av programmet.",
)
WORKBOOK_OPEN = Rule(
    "LB008",
    WARNING,
    "Arbetsboken är öppen",
    "Arbetsboken är öppen{who}. Det som inte är sparat kommer inte med.",
    "Spara den, eller vänta tills den är stängd, och kör igen.",
    "Programmet läser filen som den ligger på disken, inte som den ser ut på skärmen.",
)
CONFLICT_COPY = Rule(
    "LB009",
    WARNING,
    "Filen ser ut som en konfliktkopia",
    "Filnamnet ser ut som en kopia{who} som uppstod när två ändrade samtidigt.",
    "Jämför den med ”{original}” och använd den som har allt.",
    "När två sparar samma fil på samma gång behåller OneDrive, Dropbox och andra båda versionerna."
    " Då har ingen av dem allt.",
)
STRICT_WORKBOOK = Rule(
    "LB010",
    ERROR,
    "Arbetsboken kan inte få kommentarer",
    "Arbetsboken ”{path}” är sparad som Strict Open XML, och kan inte få anmärkningar i en kopia.",
    "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
    "Den strikta varianten av filformatet läses som vanligt, men en kopia med anmärkningar kan inte"
    " göras av den.",
)
COPY_OF_OTHER_KIND = Rule(
    "LB011",
    ERROR,
    "Kopian måste ha samma filändelse",
    "Kopian ”{path}” har en annan filändelse än arbetsboken.",
    "Låt namnet sluta på {suffix}.",
    "Excel öppnar inte en fil vars ändelse inte stämmer med innehållet.",
)
FILE_EXISTS = Rule(
    "LB012",
    ERROR,
    "Filen finns redan",
    "”{path}” finns redan.",
    "Välj ett annat namn, eller flytta den gamla filen först.",
    "En ny arbetsbok får aldrig skriva över en som någon har fyllt i.",
)
OUTPUT_SUFFIX = Rule(
    "LB013",
    ERROR,
    "Dokumentets namn slutar inte på .docx",
    "”{path}” slutar inte på .docx.",
    "Välj ett namn som gör det, till exempel {suggestion}.",
    "Word öppnar bara ett dokument vars namn har rätt ändelse, och en arbetsbok ska inte skrivas"
    " över av misstag.",
)
PDF_WITHOUT_PROGRAM = Rule(
    "LB014",
    ERROR,
    "Inget program som kan göra PDF",
    "Varken Word eller LibreOffice hittades, och ett av dem behövs för att göra PDF.",
    "Installera LibreOffice, eller gör bara Word-dokumentet och spara det som PDF i Word.",
    "Sidorna i en PDF måste ritas av ett ordbehandlingsprogram. På Windows och Mac används Word om"
    " tillägget docx2pdf är installerat, annars LibreOffice.",
)
PDF_FAILED = Rule(
    "LB015",
    ERROR,
    "Det gick inte att göra PDF",
    "Det gick inte att göra PDF: {reason}.",
    "Försök igen, eller gör bara Word-dokumentet och spara det som PDF i Word.",
    "Word eller LibreOffice ritar sidorna. Inget skrivs om det inte gick.",
)
FILE_TOO_LARGE = Rule(
    "LB016",
    ERROR,
    "Filen är för stor",
    "Filen ”{path}” har {what}, vilket är för mycket.",
    "{remedy}",
    "En liten fil kan packa upp sig till en mycket stor, av misstag eller med avsikt. Gränserna"
    " ligger långt över vad någon lägesbild behöver.",
)
DATE_NOT_LATER = Rule(
    "LB017",
    ERROR,
    "Det nya datumet är inte senare",
    "{date} är inte efter {previous}, som står i arbetsboken.",
    "Ange nästa lägesbilds datum.",
    "Nästa arbetsbok görs av den förra, och ska ha ett senare datum. Perioderna ordnas efter det.",
)
WORKBOOK_WITHOUT_SHEETS = Rule(
    "LB018",
    ERROR,
    "Arbetsboken har inga kalkylblad",
    "Arbetsboken ”{path}” har inga kalkylblad.",
    "Öppna den i Excel och se efter om bladen finns, eller ta fram en äldre version.",
    "En lägesbild görs av det som står i kalkylblad. Diagramblad och makron räknas inte.",
)
PDF_NOT_WHOLE = Rule(
    "LB019",
    ERROR,
    "PDF:en blev inte hel",
    "PDF:en blev inte hel: {missing} kom inte med.",
    "Inget är skrivet. Gör bara Word-dokumentet och spara det som PDF i Word. Det kan också hjälpa"
    " att göra någon text längre eller kortare, så att sidorna bryts på andra ställen.",
    "LibreOffice kan tappa tabellrader där en sida tar slut. Därför jämförs PDF:en med dokumentet,"
    " och sidorna ritas om när något saknas. Hellre ingen PDF än en där något saknas.",
)
NOT_A_FOLDER = Rule(
    "LB020",
    ERROR,
    "Mappen går inte att läsa",
    "”{path}” är ingen mapp som går att läsa.",
    "Ange mappen där lägesbildernas arbetsböcker ligger.",
    "Utvecklingen över tid läses ur alla arbetsböcker i en mapp.",
)
FOLDER_WITHOUT_PERIODS = Rule(
    "LB021",
    ERROR,
    "Mappen har ingen lägesbild",
    "Mappen ”{path}” har ingen arbetsbok som kan räknas med.",
    "{remedy}",
    "Det behövs minst en arbetsbok med datum och aktiviteter. Mappar i mappen läses inte.",
)
FILE_LEFT_OUT = Rule(
    "LB022",
    WARNING,
    "En fil i mappen går inte att läsa",
    "”{file}” räknas inte med, för den går inte att läsa.",
    "{remedy}",
    "En fil som inte går att läsa får inte stoppa de andra, men den ska inte heller saknas i"
    " tysthet.",
)
CONFLICT_COPY_LEFT_OUT = Rule(
    "LB023",
    WARNING,
    "En konfliktkopia räknas inte med",
    "”{file}” räknas inte med: den ser ut som en konfliktkopia av ”{original}”.",
    "Jämför dem, behåll den som har allt och ta bort den andra.",
    "När två sparar samma fil på samma gång behåller OneDrive, Dropbox och andra båda versionerna."
    " Samma lägesbild ska inte räknas två gånger.",
)
ANNOTATED_COPY_LEFT_OUT = Rule(
    "LB024",
    INFO,
    "En kopia med anmärkningar räknas inte med",
    "”{file}” räknas inte med: den är en kopia med anmärkningar.",
    "Flytta den till en annan mapp om du inte vill se det här igen.",
    "Kopian är gjord av programmet, och samma lägesbild ska inte räknas två gånger.",
)
NO_BALANCE_LIST = Rule(
    "LB025",
    WARNING,
    "En arbetsbok utan balanslista räknas inte med",
    "”{file}” räknas inte med: den har inga aktiviteter i ett blad som heter Balanslista.",
    "Flytta den till en annan mapp om den inte är en lägesbild.",
    "Bara arbetsböcker med en balanslista kan jämföras över tid.",
)
BALANCE_LIST_WITH_ERRORS = Rule(
    "LB026",
    WARNING,
    "En arbetsbok med fel i balanslistan räknas inte med",
    "”{file}” räknas inte med, för {where} har ett fel.",
    "{reason} Rätta det. Alla fel visas när du gör rapporten av arbetsboken.",
    "Ett fel i balanslistan eller i listorna skulle ge fel siffror. Fel i andra blad rör inte"
    " siffrorna, och hindrar inte att arbetsboken räknas med.",
)
REPORT_SUFFIX = Rule(
    "LB027",
    ERROR,
    "Rapportens namn har fel ändelse",
    "”{path}” slutar inte på .docx, .html, .xlsx eller .csv.",
    "Välj ett namn som gör det, till exempel {suggestion}.",
    "Ändelsen säger om rapporten ska bli ett Word-dokument, en webbsida, en arbetsbok eller en"
    " textfil för andra program.",
)
DATE_UNKNOWN = Rule(
    "LB028",
    WARNING,
    "En arbetsbok utan datum räknas inte med",
    "”{file}” räknas inte med: den har inget datum som går att läsa.",
    "Skriv lägesbildens datum i fältet Datum i bladet Rapport.",
    "Lägesbilderna ordnas efter datumen i dem, inte efter filernas namn.",
)
SAME_DOCUMENT = Rule(
    "LB030",
    ERROR,
    "Två arbetsböcker skulle ge samma dokument",
    "”{path}” skulle ge samma dokument som ”{other}”.",
    "Byt namn på den ena, eller gör dem var för sig.",
    "När flera arbetsböcker byggs på en gång får varje dokument namn efter sin arbetsbok, och ett"
    " dokument får inte skriva över ett annat. Stora och små bokstäver räknas som lika.",
)
BUILD_STOPPED = Rule(
    "LB031",
    ERROR,
    "Bygget avbröts",
    "”{path}” blev inte klar: arbetet avbröts.",
    "Gör den för sig och se vad programmet säger. Hjälper inte det: skicka arbetsboken till den som"
    " sköter programmet.",
    "Datorn kan avbryta ett program när minnet tar slut, och programmet kan ha ett fel. De andra"
    " arbetsböckerna görs ändå.",
)
OUTPUT_IS_A_FILE = Rule(
    "LB032",
    ERROR,
    "Mappen för dokumenten är en fil",
    "Det finns redan en fil som heter ”{path}”, och flera dokument ska till en mapp.",
    "Ange en mapp (med -o i kommandot). Den görs om den inte finns.",
    "När flera arbetsböcker byggs på en gång får varje dokument namn efter sin arbetsbok.",
)
FILE_NAMED_ALMOST_SO = Rule(
    "LB033",
    ERROR,
    "Filen finns inte, men en som heter nästan så",
    "Filen ”{path}” finns inte.",
    "Menade du {meant}?",
    "Ett filnamn skrivs med sin ändelse, fast Utforskaren och Finder kan dölja den. På en del"
    " datorer är också stora och små bokstäver olika.",
)
SHORTCUT_NOT_MADE = Rule(
    "LB040",
    ERROR,
    "Genvägen går inte att göra",
    "Genvägen går inte att göra på den här datorn.",
    "Gör en egen genväg till programmet lagesbild-sida, eller skriv kommandot lagesbild open.",
    "Genvägen läggs på skrivbordet och startar programmet lagesbild-sida, som installeras"
    " tillsammans med lagesbild.",
)
BUILD_TOO_LONG = Rule(
    "LB041",
    ERROR,
    "Bygget tog för lång tid",
    "”{path}” blev inte klar: det tog för lång tid, och avbröts.",
    "Gör den för sig, utan PDF. Hjälper inte det: skicka arbetsboken till den som sköter"
    " programmet.",
    "En arbetsbok som inte blir klar får inte hindra de andra. En stor rapport tar sekunder.",
)
