"""LB2xx: what is said of cells."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

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
    "Rapportens datum står i rubriken och i dokumentets namn, och det som ska vara klart jämförs"
    " med det. Ett datum måste gå att förstå på bara ett sätt. Under Klart senast går det också att"
    " skriva en tid med ord, till exempel hösten 2026 eller löpande.",
)
STATUS_UNKNOWN = Rule(
    "LB203",
    ERROR,
    "Okänd status",
    "”{value}” är ingen giltig status.",
    "Välj {choices}.",
    "Statusen blir ett ord och en färg i dokumentet, och en siffra i uppföljningen. Orden står i"
    " bladet Listor. Står det inga där betyder rött att arbetet står still, gult att det går framåt"
    " med hinder, grönt att det rullar på. Lämna cellen tom om aktiviteten inte är bedömd.",
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
    "{remedy}",
    "Året står i rubrikerna och talar om vilket medborgarlöfte som gäller. En tid med sitt år går"
    " också bra, till exempel våren 2026, 2022–2023 eller januari–juni 2024. Lämna fältet tomt om"
    " kommunen inte har något medborgarlöfte.",
)
NOT_A_PERIOD = Rule(
    "LB207",
    ERROR,
    "Inte en period",
    "”{value}” är ingen period.",
    "Skriv första och sista året, till exempel {example}, eller året om det är ett enda.",
    "Perioden står i rubrikerna och talar om vilken samverkansöverenskommelse som gäller. Det"
    " räcker med ett år. 2024 och 2025 och 2024/2025 läses som perioden från det ena till det"
    " andra.",
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
    "Cellen är tom och har en färg som {which}. Den blir Ej bedömd.",
    "Skriv {choices}, eller ta bort färgen.",
    "En tom statuscell med en färg som hör till en status läses som den statusen. Andra färger kan"
    " betyda vad som helst.",
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
NEITHER_YES_NOR_NO = Rule(
    "LB222",
    WARNING,
    "Varken ja, nej eller ett datum",
    "”{value}” är varken ja, nej eller ett datum.",
    "Skriv ja eller datumet om aktiviteten är avslutad, annars inget.",
    "En avslutad aktivitet är inte med i nästa arbetsbok. Annan text räknas som nej.",
)
DATE_AS_NUMBER = Rule(
    "LB223",
    WARNING,
    "Ett datum som visas som ett tal",
    "”{value}” är ett tal. Det läses som datumet {date}.",
    "Ge cellen datumformat i Excel, eller skriv datumet som {example}.",
    "Excel sparar datum som antalet dagar sedan år 1900. Utan datumformat visas antalet.",
)
PICTURE_FOR_TEXT = Rule(
    "LB224",
    ERROR,
    "En bild där det ska stå text",
    "Cellen har en bild, och {heading} måste vara text.",
    "Skriv {help}.",
    "En bild som ligger i en cell är cellens värde, och kan inte läsas som text.",
)
ORANGE_AS_YELLOW = Rule(
    "LB225",
    WARNING,
    "Orange läses som gult",
    "Cellen är tom och orange, och andra celler är gula. Båda läses som {status}.",
    "Skriv statusen i cellen, eller ge den samma gula färg som de andra.",
    "Den färg som Excel kallar orange använder många som gul. Finns båda i kolumnen kan de betyda"
    " olika saker.",
)
SYMBOL_UNWRITABLE = Rule(
    "LB226",
    WARNING,
    "Ett tecken går inte att läsa",
    "Cellen har ett tecken ur ett teckensnitt med symboler som inte går att läsa. Det skrivs ut som"
    " \N{REPLACEMENT CHARACTER}.",
    "Skriv det som ska stå där, eller ta bort tecknet.",
    "Symboler som Wingdings är bilder som har en bokstavs plats. De flesta blir samma tecken i"
    " dokumentet, men några har ingen motsvarighet.",
)
COLOUR_NAME_UNKNOWN = Rule(
    "LB235",
    ERROR,
    "Okänd färg på en status",
    "”{value}” är ingen färg som en status kan ha.",
    "Skriv {choices}, eller töm cellen och fyll den med statusens färg.",
    "Färgen syns i arbetsbokens celler, i dokumentet och i diagram. Vilken färg som helst går bra"
    " om cellen har den.",
)
STANDING_UNKNOWN = Rule(
    "LB236",
    ERROR,
    "Okänt ord för vad en status räknas som",
    "”{value}” är inget som en status kan räknas som.",
    "Välj {choices}, eller lämna cellen tom.",
    "Det avgör vad som frågas efter: en dålig eller trög status ska ha en kommentar, och det som är"
    " klart följer inte med till nästa lägesbild.",
)
ILLUSTRATION_WITHOUT_WORDS = Rule(
    "LB237",
    WARNING,
    "En bild saknar alternativtext",
    "Bilden på {cell} saknar alternativtext.",
    "Högerklicka på bilden, välj Visa alternativtext och skriv vad den visar. En bild som bara är"
    " till prydnad markeras som dekorativ där.",
    "Den som inte ser bilden får veta vad den visar av texten, och lagen om tillgänglighet till"
    " digital offentlig service kräver den. Filnamn, ”Bild 3” och det som Office har gissat räknas"
    " inte: ingen har skrivit det.",
)
DRAWING_LEFT_OUT = Rule(
    "LB238",
    WARNING,
    "Något ritat på bladet kommer inte med",
    "{what} på {cell}{more} kommer inte med: {reason}.",
    "{remedy}",
    "Bilder och diagram på bladet flyttas till dokumentet. Det andra som är ritat över cellerna har"
    " ingen motsvarighet där, men kan göras till en bild.",
)
PICTURE_UNUSABLE = Rule(
    "LB239",
    ERROR,
    "En bild går inte att använda",
    "Bilden på {cell} {fault}.",
    "{remedy}",
    "En skadad bild syns som ett rött kryss i Word, och en liten fil kan packa upp sig till en bild"
    " som ingen dator kan visa.",
)
