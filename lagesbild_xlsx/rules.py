"""Every rule: its code, how grave it is, what it says, what to do, and why it is looked for.

LB0xx the file, LB1xx sheets and headings, LB2xx cells, LB3xx across rows and sheets, LB4xx what
must not be sent out, LB5xx the template and the document. A code is never used again.
"""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import Rule, Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

# ------------------------------------------------------------------ LB0xx: the file

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
    "Stäng filen i det program som har den öppen, eller välj en annan plats.",
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

OUTPUT_SUFFIX = Rule(
    "LB013",
    ERROR,
    "Dokumentets namn slutar inte på .docx",
    "”{path}” slutar inte på .docx.",
    "Välj ett namn som gör det, till exempel {suggestion}.",
    "Word öppnar bara ett dokument vars namn har rätt ändelse, och en arbetsbok ska inte skrivas"
    " över av misstag.",
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

PDF_WITHOUT_PROGRAM = Rule(
    "LB014",
    ERROR,
    "Inget program som kan göra PDF",
    "Varken Word eller LibreOffice hittades, och ett av dem behövs för att göra PDF.",
    "Installera LibreOffice, eller kör utan --pdf och spara som PDF i Word.",
    "Sidorna i en PDF måste ritas av ett ordbehandlingsprogram. På Windows och Mac används Word om"
    " tillägget docx2pdf är installerat, annars LibreOffice.",
)
PDF_FAILED = Rule(
    "LB015",
    ERROR,
    "Det gick inte att göra PDF",
    "Det gick inte att göra PDF: {reason}.",
    "Försök igen, eller kör utan --pdf och spara som PDF i Word.",
    "Word eller LibreOffice ritar sidorna. Inget skrivs om det inte gick.",
)

# ------------------------------------------------------------------ LB1xx: sheets and headings

SHEET_MISSING = Rule(
    "LB101",
    ERROR,
    "Ett blad saknas",
    "Bladet ”{sheet}” saknas.",
    "{remedy}",
    "Varje blad blir en del av dokumentet. Utan bladet skulle delen saknas utan att någon märkte"
    " det.",
)
HEADING_MISSING = Rule(
    "LB102",
    ERROR,
    "En rubrik saknas",
    "Rubriken ”{heading}” saknas.",
    "{remedy}",
    "Kolumnerna hittas med sina rubriker, var på bladet de än står. En kolumn utan rubrik kan inte"
    " läsas.",
)
HEADING_TWICE = Rule(
    "LB103",
    ERROR,
    "En rubrik står två gånger",
    "Rubriken ”{heading}” står redan i {first}.",
    "Ta bort eller byt namn på den ena.",
    "När två kolumner har samma rubrik går det inte att veta vilken av dem som gäller.",
)
FIELD_UNKNOWN = Rule(
    "LB104",
    WARNING,
    "Ett fält liknar ett känt fält",
    "”{value}” är inget fält som standardmallen använder.",
    "Menade du {suggestion}? Skriv i så fall så.",
    "Fälten i bladet Rapport hittas med sina namn. Ett felskrivet namn gör att värdet inte kommer"
    " med.",
)
FIELD_TWICE = Rule(
    "LB105",
    ERROR,
    "Ett fält står två gånger",
    "Fältet ”{heading}” står redan i {first}.",
    "Ta bort den ena raden.",
    "När två rader anger samma fält går det inte att veta vilken av dem som gäller.",
)
FIELD_MISSING = Rule(
    "LB106",
    ERROR,
    "Ett fält saknas",
    "Fältet ”{heading}” saknas.",
    "{remedy}",
    "Fältet ingår i dokumentets fasta text, som inte går att läsa utan det.",
)
SHEET_EMPTY = Rule(
    "LB107",
    WARNING,
    "Ett blad har inga rader",
    "Bladet ”{sheet}” har inga rader under rubrikerna.",
    "Fyll i bladet, eller låt det vara om delen inte behövs den här gången.",
    "En tom lista kan vara rätt, men oftast är något bortglömt.",
)

ROWS_HIDDEN = Rule(
    "LB108",
    WARNING,
    "Dolda rader kommer med",
    "{count} {are} ({rows}), av ett filter eller för hand, men kommer med i dokumentet.",
    "Ta bort filtret och se efter. Ta bort rader som inte ska vara med.",
    "En kollegas filter ska inte korta rapporten. Därför läses alla rader, också de som inte syns.",
)
COLUMN_HIDDEN = Rule(
    "LB109",
    WARNING,
    "En dold kolumn kommer med",
    "Kolumn {column} ({heading}) är dold men kommer med i dokumentet.",
    "Visa kolumnen och se efter att den stämmer.",
    "Det som inte syns i arbetsboken kan bli gammalt utan att någon märker det.",
)
SHEET_HIDDEN = Rule(
    "LB110",
    WARNING,
    "Ett dolt blad kommer med",
    "Bladet ”{sheet}” är dolt men kommer med i dokumentet.",
    "Visa bladet och se efter att det stämmer.",
    "Det som inte syns i arbetsboken kan bli gammalt utan att någon märker det.",
)
MERGED_ACROSS = Rule(
    "LB111",
    ERROR,
    "Sammanfogade celler över flera kolumner",
    "Cellerna {area} är sammanfogade över flera kolumner.",
    "Markera dem, välj Start – Sammanfoga och centrera för att dela upp dem, och skriv varje värde"
    " i sin kolumn.",
    "En sammanfogad cell har ett enda värde, i sin första kolumn. De andra kolumnerna blir tomma i"
    " dokumentet.",
)

SHEET_TWICE = Rule(
    "LB112",
    ERROR,
    "Två blad har samma namn",
    "Bladen ”{sheet}” och ”{other}” läses som samma blad.",
    "Byt namn på eller ta bort det ena.",
    "När två blad heter lika går det inte att veta vilket av dem som gäller.",
)
HEADING_PERHAPS = Rule(
    "LB113",
    WARNING,
    "En rubrik liknar en känd rubrik",
    "”{value}” läses som en egen kolumn.",
    "Menade du {suggestion}? Skriv i så fall så.",
    "En felskriven rubrik gör att kolumnen inte används till det den är till för.",
)
TOTALS_ROW = Rule(
    "LB114",
    INFO,
    "En summarad kommer inte med",
    "Rad {row} är tabellens summarad och kommer inte med i dokumentet.",
    "Stäng av summaraden under Tabelldesign om den ska läsas som en vanlig rad.",
    "Summaraden räknar ihop tabellen i Excel. Den är ingen aktivitet och ingen ort.",
)

# ------------------------------------------------------------------ LB2xx: cells

VALUE_MISSING = Rule(
    "LB201",
    ERROR,
    "Ett värde saknas",
    "{heading} saknas.",
    "Skriv {help}.",
    "Värdet behövs för att raden ska kunna läsas i dokumentet.",
)
NOT_A_DATE = Rule(
    "LB202",
    ERROR,
    "Inte ett datum",
    "”{value}” är inget datum.",
    "Skriv datumet som {example}.",
    "Datumet står i rubriken och i dokumentets namn. Det måste gå att förstå på bara ett sätt.",
)
STATUS_UNKNOWN = Rule(
    "LB203",
    ERROR,
    "Okänd status",
    "”{value}” är ingen giltig status.",
    "Välj {choices}.",
    "Statusen blir ett ord och en färg i dokumentet, och en siffra i uppföljningen. Rött betyder"
    " att arbetet står still, gult att det går framåt med hinder, grönt att det rullar på. Lämna"
    " cellen tom om aktiviteten inte är bedömd.",
)
SOURCE_UNKNOWN = Rule(
    "LB204",
    ERROR,
    "Okänd källa",
    "”{value}” är ingen giltig källa.",
    "Välj {choices}.",
    "Källan avgör under vilken rubrik prioriteringen står.",
)
SECTION_UNKNOWN = Rule(
    "LB205",
    ERROR,
    "Okänt avsnitt",
    "”{value}” är inget giltigt avsnitt.",
    "Välj {choices}.",
    "Avsnittet avgör under vilken rubrik texten står.",
)
NOT_A_YEAR = Rule(
    "LB206",
    ERROR,
    "Inte ett årtal",
    "”{value}” är inget årtal.",
    "Skriv året med fyra siffror, till exempel {example}.",
    "Året står i rubrikerna och talar om vilket medborgarlöfte som gäller.",
)
NOT_A_PERIOD = Rule(
    "LB207",
    ERROR,
    "Inte en period",
    "”{value}” är ingen period.",
    "Skriv första och sista året, till exempel {example}.",
    "Perioden står i rubrikerna och talar om vilken samverkansöverenskommelse som gäller.",
)
EXCEL_ERROR = Rule(
    "LB208",
    ERROR,
    "Cellen innehåller ett felvärde",
    "Cellen visar Excels felvärde {value}.",
    "Rätta formeln, eller skriv värdet för hand.",
    "Ett felvärde betyder att en formel inte gick att räkna ut. Det ska inte stå i ett dokument.",
)
NOT_CALCULATED = Rule(
    "LB209",
    ERROR,
    "Formeln är inte uträknad",
    "Cellen har en formel utan sparat resultat.",
    "Öppna arbetsboken i Excel, spara den och försök igen.",
    "Excel sparar formelns resultat i filen. Är filen gjord av ett annat program kan resultatet"
    " saknas.",
)
ACTIVITY_MISSING = Rule(
    "LB210",
    ERROR,
    "Rad utan aktivitet",
    "Raden har innehåll men ingen aktivitet.",
    "Skriv vad som ska göras, eller töm raden.",
    "En rad utan aktivitet säger inget till läsaren. Ofta har texten hamnat i fel kolumn.",
)

OWN_VALUE_UNUSABLE = Rule(
    "LB211",
    WARNING,
    "Felvärde i en egen kolumn eller ett eget blad",
    "Cellen innehåller {value}. Den läses som tom.",
    "Rätta formeln om er mall använder cellen.",
    "Egna kolumner och blad kommer bara med i dokumentet om mallen har en innehållskontroll för"
    " dem.",
)

COLOUR_UNKNOWN = Rule(
    "LB212",
    WARNING,
    "Färgen är ingen status",
    "Cellen är tom och har en färg som varken är röd, gul eller grön. Den blir Ej bedömd.",
    "Skriv Rött, Gult eller Grönt, eller ta bort färgen.",
    "En tom statuscell som är röd, gul eller grön läses som den statusen. Andra färger kan betyda"
    " vad som helst.",
)
COLOUR_CONFLICT = Rule(
    "LB213",
    WARNING,
    "Ordet och färgen säger olika",
    "Det står ”{value}” men cellen är fylld med {colour}. Det blir {status}.",
    "Ändra ordet eller färgen, så att de säger samma sak.",
    "Texten gäller före färgen. När de säger olika är den ena troligen glömd sedan förra gången.",
)
COLOURED_BY_RULE = Rule(
    "LB214",
    WARNING,
    "Färgen kommer av villkorsstyrd formatering",
    "Cellen är tom och kan ha en färg från villkorsstyrd formatering. Den blir Ej bedömd.",
    "Skriv Rött, Gult eller Grönt i cellen.",
    "Villkorsstyrd formatering är en egen regel för hur celler visas. Den läses inte som status,"
    " eftersom ingen har satt färgen för just den här aktiviteten.",
)
STRUCK_THROUGH = Rule(
    "LB215",
    WARNING,
    "Överstruken text",
    "Texten är överstruken, men skrivs ut som vanlig text.",
    "Ta bort den om den inte gäller längre, eller ta bort strecket.",
    "Överstruket kan betyda att något är klart, eller att det ska bort. Det kan bara ni avgöra.",
)
COMMENT_NOT_PRINTED = Rule(
    "LB216",
    INFO,
    "Cellens kommentar skrivs inte ut",
    "Cellen har en kommentar i Excel, som inte kommer med i dokumentet.",
    "Skriv i cellen det som ska stå i dokumentet.",
    "Kommentarer i Excel är samtal mellan dem som arbetar med boken. De skrivs aldrig ut.",
)
WITHOUT_HEADING = Rule(
    "LB217",
    INFO,
    "Text i en kolumn utan rubrik",
    "Cellen står i en kolumn utan rubrik och kommer inte med i dokumentet.",
    "Ge kolumnen en rubrik, eller flytta texten.",
    "Kolumnerna hittas med sina rubriker. Det som står bredvid dem hör inte till någon kolumn.",
)

ROW_OF_OWN_ONLY = Rule(
    "LB218",
    INFO,
    "Rad med bara egna kolumner",
    "Raden har bara innehåll i egna kolumner och kommer inte med i dokumentet.",
    "Fyll i de andra kolumnerna om raden ska vara med.",
    "Egna kolumner kan ha formler som är ifyllda nedanför den sista raden. De gör ingen rad.",
)
DATE_IMPLAUSIBLE = Rule(
    "LB219",
    ERROR,
    "Datumet är inte rimligt",
    "Cellen visar ”{value}”, men {date} är inte ett rimligt datum.",
    "Skriv hela datumet, till exempel {example}.",
    "Ett årtal eller ett klockslag i en cell med datumformat blir ett datum på 1900-talet.",
)
FIELD_NAMELESS = Rule(
    "LB220",
    WARNING,
    "Ett värde utan fält",
    "Värdet har inget fältnamn framför sig och kommer inte med i dokumentet.",
    "Skriv fältets namn i kolumnen Fält, eller ta bort värdet.",
    "Fälten i bladet Rapport hittas med sina namn.",
)

# ------------------------------------------------------------------ LB3xx: across rows and sheets

ACTIVITY_TWICE = Rule(
    "LB301",
    WARNING,
    "Samma aktivitet två gånger",
    "”{value}” står redan på rad {first}.",
    "Ta bort den ena, eller skriv vad som skiljer dem åt.",
    "Samma aktivitet på två rader får lätt två olika statusar.",
)
OWNER_MISSING = Rule(
    "LB302",
    WARNING,
    "Ansvar saknas",
    "Aktiviteten har ingen ansvarig.",
    "Skriv vem som ansvarar, till exempel {example}.",
    "En aktivitet som ingen ansvarar för blir sällan gjord.",
)
OWNER_UNKNOWN = Rule(
    "LB303",
    WARNING,
    "Ansvarig finns inte i Listor",
    "”{value}” finns inte bland de ansvariga i bladet Listor.",
    "{remedy}",
    "Samma ansvarig skriven på två sätt räknas som två. Listan i bladet Listor håller ihop namnen.",
)
COMMENT_MISSING = Rule(
    "LB304",
    WARNING,
    "Rött eller gult utan kommentar",
    "Status är {status} men kommentaren är tom.",
    "Skriv varför, och vad som händer nu.",
    "Den som läser rött eller gult frågar varför. Svaret hör hemma i kommentaren.",
)
ABBREVIATION_UNEXPLAINED = Rule(
    "LB305",
    WARNING,
    "Förkortning utan förklaring",
    "Förkortningen {value} finns inte i ordlistan.",
    "Lägg till {value} i bladet Ordlista, eller skriv ut orden.",
    "Den som inte arbetar med frågorna ska kunna läsa dokumentet.",
)
TERM_TWICE = Rule(
    "LB306",
    WARNING,
    "Samma begrepp två gånger",
    "”{value}” står redan på rad {first}.",
    "Ta bort den ena raden.",
    "Två förklaringar av samma begrepp gör läsaren osäker.",
)
LOCALITY_TWICE = Rule(
    "LB307",
    WARNING,
    "Samma ort två gånger",
    "”{value}” står redan på rad {first}.",
    "Slå ihop raderna.",
    "En ort ska ha en lägesbild. Två rader skrivs ut efter varandra.",
)
NUMBER_TWICE = Rule(
    "LB308",
    ERROR,
    "Samma nummer två gånger",
    "Nr {value} står redan på rad {first}.",
    "Ge den nya aktiviteten ett eget nummer.",
    "Numret är aktivitetens identitet från en lägesbild till nästa.",
)
ALIAS_AMBIGUOUS = Rule(
    "LB309",
    ERROR,
    "Ett alias betyder två saker",
    "”{value}” är alias för både {first} och {second}.",
    "Ta bort det ena.",
    "Ett alias ska peka ut en enda ansvarig.",
)

MUNICIPALITY_ENDS_IN_S = Rule(
    "LB310",
    WARNING,
    "Kommunens namn slutar på s",
    "”{value}” får ett s till i rubriken: ”{value}s och Polisens gemensamma lägesbild”.",
    "Skriv hela namnet, till exempel {value} kommun.",
    "Standardmallens fasta text sätter ett s efter kommunens namn.",
)
ALIAS_WITHOUT_OWNER = Rule(
    "LB311",
    WARNING,
    "Alias utan ansvarig",
    "”{value}” är alias, men ingen ansvarig står på raden.",
    "Skriv den ansvariges namn i kolumnen Ansvarig, eller ta bort aliaset.",
    "Ett alias är ett annat namn på den ansvarige som står på samma rad.",
)

LOCALITY_UNKNOWN = Rule(
    "LB312",
    WARNING,
    "Orten finns inte i Orter",
    "”{value}” finns inte bland orterna i bladet Orter.",
    "{remedy}",
    "En mall kan visa varje orts aktiviteter under orten. En aktivitet vars ort inte finns hamnar"
    " då under hela kommunen.",
)
LINK_TEXT_VAGUE = Rule(
    "LB313",
    WARNING,
    "Länkens text säger inte vart den leder",
    "Länkens text är ”{value}”, som inte säger vart den leder. Adressen skrivs ut efter den.",
    "Skriv vad man hittar där, till exempel Kommunens sida om trygghet.",
    "Den som lyssnar på dokumentet hoppar ofta från länk till länk, och hör bara länkarnas text"
    " (WCAG 2.4.4).",
)

# ------------------------------------------------------------------ LB5xx: template and document

TAG_UNKNOWN = Rule(
    "LB501",
    ERROR,
    "Mallen har ett okänt namn",
    "Mallen ”{template}” har en innehållskontroll med taggen ”{tag}” ({near}), men ”{name}” finns"
    " inte i arbetsboken.",
    "{remedy}",
    "Mallens innehållskontroller pekar ut blad och kolumner med namn. Ett namn som inte finns kan"
    " inte fyllas i.",
)
TAG_MALFORMED = Rule(
    "LB502",
    ERROR,
    "Mallen har en tagg som inte går att förstå",
    "Mallen ”{template}” har en innehållskontroll med taggen ”{tag}” ({near}).",
    "Skriv taggen som lb:Blad.Fält, lb:Blad, lb:Blad[värde], lb:Kolumn eller lb:om följt av ett"
    " namn.",
    "Taggen talar om vad som ska stå i innehållskontrollen.",
)
TAG_MISPLACED = Rule(
    "LB503",
    ERROR,
    "Mallen har ett namn på fel plats",
    "Mallen ”{template}” har taggen ”{tag}” på fel plats ({near}).",
    "{remedy}",
    "En kolumn har ett värde för varje rad, och kan därför bara stå i den innehållskontroll som"
    " upprepas för raderna.",
)
TEMPLATE_WITHOUT_CONTROLS = Rule(
    "LB504",
    ERROR,
    "Mallen har inga fält",
    "Mallen ”{template}” har ingen innehållskontroll vars tagg börjar med lb:.",
    "Utgå från standardmallen, eller ge mallens innehållskontroller taggar.",
    "Utan taggar skulle dokumentet bli en kopia av mallen.",
)

TAG_PERHAPS_OWN = Rule(
    "LB505",
    WARNING,
    "Mallen har ett namn som kan vara ert eget",
    "Mallen ”{template}” har taggen ”{tag}” ({near}), men ”{name}” är inget namn som finns i alla"
    " arbetsböcker.",
    "{remedy}",
    "Egna blad och kolumner kan bara prövas tillsammans med arbetsboken: lagesbild template check"
    " MALL.docx FIL.xlsx.",
)
SHEET_NOT_SHOWN = Rule(
    "LB506",
    WARNING,
    "Mallen visar inte ett blad",
    "Mallen ”{template}” visar inget från bladet {sheet}.",
    "Lägg till en innehållskontroll med taggen lb:{sheet}, om bladet ska med.",
    "Det som står i ett blad som mallen inte visar kommer inte med i dokumentet.",
)
COLUMN_NOT_SHOWN = Rule(
    "LB507",
    WARNING,
    "Mallen visar inte en kolumn",
    "Mallen ”{template}” visar inte {heading} från bladet {sheet}.",
    "Lägg till en innehållskontroll för {heading}, om det ska med.",
    "Det som står i en kolumn som mallen inte visar kommer inte med i dokumentet.",
)
ROWS_SHOWN_TWICE = Rule(
    "LB508",
    WARNING,
    "Mallen visar samma rader två gånger",
    "Mallen ”{template}” har taggen ”{tag}” en gång till ({near}).",
    "Ta bort den ena innehållskontrollen, om raderna bara ska stå en gång.",
    "En kontroll som kopierats tar taggen med sig, och då står samma rader två gånger.",
)
STYLE_MISSING = Rule(
    "LB509",
    WARNING,
    "Mallen saknar en färg för en status",
    "Mallen ”{template}” saknar formatmallen ”{style}”.",
    "Skapa en styckeformatmall med det namnet, med fyllning och textfärg.",
    "Statusens färg kommer av en formatmall med dess namn. Utan den står ordet utan färg.",
)
TITLE_MISSING = Rule(
    "LB510",
    WARNING,
    "Mallen saknar rubrik för hela dokumentet",
    "Mallen ”{template}” har inget stycke med formatmallen Rubrik (på engelska Title).",
    "Ge dokumentets huvudrubrik den formatmallen.",
    "Rubriken blir dokumentets titel, som en skärmläsare läser först och en PDF visar överst.",
)
LANGUAGE_NOT_SWEDISH = Rule(
    "LB511",
    WARNING,
    "Mallens språk är inte svenska",
    "Mallen ”{template}” har {language} som språk.",
    "Välj Granska – Språk – Ange språk – Svenska – Använd som standard.",
    "En skärmläsare uttalar texten på dokumentets språk.",
)
TABLE_WITHOUT_HEADING = Rule(
    "LB512",
    WARNING,
    "En tabell saknar rubrikrad",
    "Mallen ”{template}” har en tabell vars första rad inte är rubrikrad (”{text}”).",
    "Markera raden, välj Layout – Upprepa rubrikrader.",
    "En skärmläsare läser kolumnens rubrik för varje cell, och rubriken upprepas på varje sida.",
)

NOT_BUILT_HERE = Rule(
    "LB513",
    ERROR,
    "Dokumentet kan inte uppdateras",
    "Dokumentet ”{path}” saknar uppgift om vad som byggdes senast.",
    "Bygg det på nytt utan --update.",
    "Bara ett dokument som lagesbild har byggt vet vad som är byggt och vad som är ändrat för hand."
    " Uppgiften kan också försvinna om dokumentet sparas i ett annat program än Word.",
)
EDITED_BY_HAND = Rule(
    "LB514",
    WARNING,
    "En ändring för hand ersattes",
    "I ”{document}” var texten i {tag} ändrad för hand: ”{text}”. Den ersattes.",
    "Skriv ändringen i arbetsboken om den ska vara kvar.",
    "Text i en innehållskontroll kommer från arbetsboken. Ändringar i texten runt om rörs inte.",
)
CONTROL_DELETED = Rule(
    "LB515",
    WARNING,
    "En innehållskontroll är borttagen för hand",
    "I ”{document}” är {tag} borttagen för hand, och förblir det. Den skulle ha varit ”{text}”.",
    "Bygg dokumentet på nytt om den ska vara med.",
    "Det som någon har tagit bort för hand läggs inte tillbaka.",
)
ROW_DELETED = Rule(
    "LB516",
    WARNING,
    "En rad är borttagen för hand",
    "I ”{document}” är raden ”{text}” borttagen för hand, och förblir det.",
    "Ta bort raden i arbetsboken också, eller bygg dokumentet på nytt om den ska vara med.",
    "Det som någon har tagit bort för hand läggs inte tillbaka.",
)
CONTROL_INSERTED = Rule(
    "LB517",
    INFO,
    "En del är ny i dokumentet",
    "I ”{document}” lades {tag} in: ”{text}”.",
    "Se efter att den står på rätt plats.",
    "Delen fanns inte när dokumentet byggdes. Den läggs in efter delen före.",
)
CONTROL_NOT_INSERTED = Rule(
    "LB518",
    WARNING,
    "En ny del kunde inte läggas in",
    "I ”{document}” saknas plats för {tag}: ”{text}”.",
    "Bygg dokumentet på nytt för att få med den.",
    "Delen fanns inte när dokumentet byggdes, och det finns ingen del före den att utgå från.",
)

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (value for value in globals().values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
}
