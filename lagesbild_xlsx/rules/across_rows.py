"""LB3xx: what is said across rows and sheets."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

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
    "Status är ”{status}” men kommentaren är tom.",
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
MATCH_UNCERTAIN = Rule(
    "LB314",
    WARNING,
    "Aktiviteten känns igen på likhet",
    "”{value}” antas vara samma aktivitet som ”{before}” förra gången ({likeness} % lika).",
    "Ge dem samma Nr om det stämmer, och olika Nr annars.",
    "En aktivitet följs från gång till gång med sitt Nr, annars med sin text. När texten är ändrad"
    " är den mest lika texten en gissning.",
)
YEAR_TO_REVIEW = Rule(
    "LB315",
    INFO,
    "Ett årtal kan behöva ändras",
    "{heading} är {value}, och lägesbildens datum är {date}.",
    "Ändra {heading} om det gäller ett nytt löfte eller en ny överenskommelse.",
    "När ett nytt år börjar gäller ofta ett nytt medborgarlöfte.",
)
DUE_PASSED = Rule(
    "LB316",
    WARNING,
    "Klart senast har passerat",
    "Aktiviteten skulle vara klar senast {due}, men status är ”{status}”.",
    "Ändra status, eller skriv ett nytt datum och varför i kommentaren.",
    "Ett datum som har passerat utan att någon säger något gör att listan inte går att lita på. En"
    " tid med ord har passerat när den är slut: augusti 2026 efter den 31 augusti, våren efter den"
    " 30 juni, v. 14 efter veckans söndag. En tid utan år är den som ligger nära lägesbildens"
    " datum. Ord som löpande jämförs inte.",
)
COMMENT_UNCHANGED = Rule(
    "LB317",
    WARNING,
    "Samma kommentar som förra gången",
    "”{value}” är ord för ord samma kommentar som förra gången.",
    "Skriv vad som har hänt sedan dess.",
    "Den som läser vill veta vad som är nytt. En kommentar som står kvar kan vara inaktuell.",
)
STANDS_STILL = Rule(
    "LB318",
    WARNING,
    "En aktivitet står still",
    "Status, datum och kommentar är som i lägesbilden {since}, {count} gånger i rad.",
    "Skriv vad som har hänt, eller avsluta aktiviteten.",
    "En aktivitet som inte ändras är kanske glömd, eller klar.",
)
PREVIOUS_IS_LATER = Rule(
    "LB319",
    ERROR,
    "Den förra arbetsboken är nyare",
    "”{path}” har datumet {previous}, som är efter {date} i den arbetsbok som den jämförs med.",
    "Ange en tidigare lägesbilds arbetsbok som den förra.",
    "Är arbetsböckerna ombytta blir bättre sämre, och nya avslutade.",
)
PREVIOUS_IS_SAME = Rule(
    "LB320",
    ERROR,
    "Arbetsboken jämförs med sig själv",
    "”{path}” är samma fil som den arbetsbok som den jämförs med.",
    "Ange en tidigare lägesbilds arbetsbok som den förra.",
    "Jämförd med sig själv har inget ändrats, och alla kommentarer är som förra gången.",
)
PREVIOUS_WITH_ERRORS = Rule(
    "LB321",
    ERROR,
    "En arbetsbok som jämförs har fel",
    "”{path}” har ett fel i {where}, och jämförelsen skulle bli fel.",
    "{reason} Rätta det först.",
    "Ett fel i balanslistan eller i Listor gör att jämförelsen blir fel.",
)
MEANING_WITHOUT_STATUS = Rule(
    "LB322",
    WARNING,
    "Betydelse utan status",
    "”{value}” kommer inte med i dokumentet, för raden har ingen status.",
    "Skriv {choices} i kolumnen Status, eller ta bort betydelsen.",
    "Förklaringen av färgerna har en rad för varje status.",
)
NOT_IN_TEMPLATE = Rule(
    "LB324",
    INFO,
    "Finns i arbetsboken men inte i mallen",
    "Finns i arbetsboken men inte i mallen: {things}.",
    "{remedy}",
    "Mallen bestämmer vad som kommer med i dokumentet. Det som ni har skrivit och som mallen inte"
    " har någon plats för nämns en gång, sist, så att inget försvinner utan att någon märker det.",
)
PROMISE_WITHOUT_YEAR = Rule(
    "LB325",
    WARNING,
    "Prioriteringar ur ett medborgarlöfte som inte har något år",
    "Bladet Prioriteringar har källan {source}, men fältet Medborgarlöfte är tomt.",
    "Skriv löftets år eller tid, till exempel {example}.",
    "Året står i rubrikerna. Utan det talar de inte om något medborgarlöfte, som i en kommun utan"
    " ett sådant.",
)
HIDDEN_LEFT_OUT = Rule(
    "LB328",
    INFO,
    "Dolda celler kommer inte med i en bilaga",
    "{things} på bladet kommer inte med i bilagan.",
    "Visa dem om de ska med.",
    "En bilaga visar det som syns på bladet när dokumentet görs.",
)
TABLE_NAMELESS = Rule(
    "LB329",
    WARNING,
    "En tabell i en bilaga har inga rubriker",
    "Tabellen som börjar här har ingen rad med rubriker. I dokumentet står streck.",
    "Skriv en rubrik över varje kolumn.",
    "Den som får tabellen uppläst hör rubriken före varje värde.",
)
SAME_DATE = Rule(
    "LB330",
    WARNING,
    "Två lägesbilder med samma datum",
    "”{file}” räknas inte med: ”{other}” har samma datum, {date}.",
    "Flytta den som inte gäller till en annan mapp, eller rätta datumet i bladet Rapport.",
    "En lägesbild räknas en gång. Av två med samma datum räknas den med högst Version, annars den"
    " första i bokstavsordning.",
)
OTHER_MUNICIPALITY = Rule(
    "LB331",
    WARNING,
    "Lägesbilder från olika kommuner",
    "Arbetsböckerna gäller olika kommuner: {names}.",
    "Ha en mapp för varje kommun, eller skriv namnet på samma sätt i alla.",
    "Rapporten följer en kommun över tid. Namnet i den senaste arbetsboken står i rapporten, och"
    " alla räknas med.",
)
MATCH_ACROSS_PERIODS = Rule(
    "LB332",
    WARNING,
    "Aktiviteten känns igen på likhet i en av lägesbilderna",
    "”{value}” i ”{file}” ({date}) antas vara samma aktivitet som ”{before}” tidigare"
    " ({likeness} % lika).",
    "Ge dem samma Nr om det stämmer, och olika Nr annars.",
    "En aktivitet följs från gång till gång med sitt Nr, annars med sin text. När texten är ändrad"
    " är den mest lika texten en gissning, som avgör hur länge aktiviteten har haft sin status.",
)
PRIVATE_IN_PERIOD = Rule(
    "LB333",
    WARNING,
    "Personuppgifter i en av lägesbilderna",
    "I balanslistan i ”{file}” ser {cells} ut att ha personuppgifter, som kan komma med i en"
    " rapport.",
    "Se anmärkningarna när du gör rapporten av arbetsboken, och ändra texten.",
    "Rapporten visar aktiviteterna med sina texter. Det som har skickats ut går inte att ta"
    " tillbaka.",
)
EXAMPLES_LEFT = Rule(
    "LB334",
    WARNING,
    "Exempelrader står kvar",
    "Det här är kvar från exemplet i en ny arbetsbok: {rows}.",
    "Skriv över raderna, eller ta bort dem, innan dokumentet skickas.",
    "En ny arbetsbok har rader som visar hur det kan se ut. De ser ut som riktiga i dokumentet.",
)
TEXT_UNCHANGED = Rule(
    "LB335",
    WARNING,
    "Samma text som förra gången",
    "Texten är ord för ord densamma som förra gången.",
    "Skriv vad som gäller nu, eller låt den stå om den fortfarande stämmer.",
    "En text som följer med från förra lägesbilden går lätt ut en gång till, fast läget är ett"
    " annat.",
)
NOT_A_FILE_NAME = Rule(
    "LB336",
    ERROR,
    "Det är inget filnamn",
    "”{value}” är inget namn på en fil i arbetsbokens mapp.",
    "Lägg filen i samma mapp som arbetsboken, och skriv bara dess namn.",
    "En arbetsbok som pekar på andra mappar slutar fungera när den flyttas, och ska inte kunna"
    " hämta filer därifrån.",
)
FILE_NOT_BESIDE = Rule(
    "LB337",
    ERROR,
    "Filen finns inte i mappen",
    "”{value}” finns inte i samma mapp som arbetsboken.",
    "Lägg filen där, rätta namnet, eller töm cellen.",
    "Mallen och förra lägesbilden söks bredvid arbetsboken.",
)
OWNER_IN_TWO_WAYS = Rule(
    "LB338",
    INFO,
    "Samma ansvarig skriven på olika sätt",
    "Samma ansvarig är skriven på olika sätt: {spellings}.",
    "Skriv {owner} överallt, om det inte är meningen att variera.",
    "Namnen räknas ihop i siffrorna, men skrivs i dokumentet som de står. Läsaren kan tro att det"
    " är två. Det sägs inte om namn som påminner om varandra, som Kommunen och Exempelby kommun.",
)
CHART_WORDS_MADE = Rule(
    "LB339",
    INFO,
    "Ett diagram har fått sin alternativtext av siffrorna",
    "Diagrammet på {cell}{more} saknar alternativtext. Den är gjord av siffrorna: ”{words}”.",
    "Högerklicka på diagrammet i Excel, välj Visa alternativtext och skriv vad det visar, om det"
    " går att säga bättre.",
    "Den som inte ser diagrammet får veta vad det visar av texten. Ett program kan räkna upp"
    " siffrorna, men vad de betyder vet bara den som har gjort diagrammet.",
)
STATUS_LIKE_ANOTHER = Rule(
    "LB340",
    WARNING,
    "En status i Listor liknar en känd",
    "”{value}” läses som ett eget ord i er skala.",
    "Menade du {suggestion}? Skriv i så fall så.",
    "Orden i Listor är de som en status kan vara. Ett felskrivet ord gör att det rätta inte känns"
    " igen i balanslistan.",
)
SCALE_WITH_ERRORS = Rule(
    "LB341",
    ERROR,
    "Skalan går inte att hämta",
    "”{path}” har ett fel i {where}, så skalan går inte att hämta därifrån.",
    "{reason} Rätta det först.",
    "En ny arbetsbok får skalan från bladet Listor i en annan. Fel där skulle följa med.",
)
WORD_NOT_SHOWN = Rule(
    "LB342",
    ERROR,
    "Mallen visar inte en av era källor eller ett av era avsnitt",
    "Mallen ”{template}” visar inte raderna i bladet {sheet} med {value}.",
    "Lägg till en del med taggen lb:{sheet}[{value}] i mallen, eller börja om från standardmallen,"
    " som visar alla.",
    "En mall kan visa en källa eller ett avsnitt i taget. Ett ord som mallen inte känner skulle"
    " annars saknas i dokumentet utan att någon märker det.",
)
SCALE_COLLECTED = Rule(
    "LB345",
    INFO,
    "Skalan är läst ur balanslistan",
    "Statusarna i balanslistan är {words}. De står i bladet Listor som er skala.",
    "Se efter att orden står i rätt ordning, det sämsta först, och skriv vad de betyder.",
    "Orden i Listor är de som en status kan vara, och deras ordning avgör vad som är bättre och"
    " sämre.",
)
