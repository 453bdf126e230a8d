"""LB046, LB58x: what is said of a document that was typed in Word, and becomes a workbook."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import INFO, WARNING, Rule

COLUMN_TAKEN = Rule(
    "LB046",
    INFO,
    "En kolumn är tagen för en annan",
    "Kolumnen ”{value}” i dokumentet står nu under {heading}.",
    "Flytta det som står där om det hör hemma i en annan kolumn.",
    "Ett ord som Genomfört kan betyda olika saker. Det som står i kolumnen har fått avgöra.",
)
BESIDE_THE_TEXT = Rule(
    "LB580",
    WARNING,
    "En text stod bredvid den löpande texten",
    "”{value}” stod bredvid texten i dokumentet.",
    "Flytta den till rätt blad, eller ta bort raden.",
    "Fotnoter, kommentarer, bildbeskrivningar och dold text hör till ett ställe i dokumentet, men"
    " ryms inte i dess cell. De läggs i bladet Ej placerat, så att inget går förlorat.",
)
PICTURES_LEFT_OUT = Rule(
    "LB581",
    WARNING,
    "Bilder och diagram är inte med",
    "”{path}” har {what} som inte är med i arbetsboken.",
    "Lägg in det i Word-mallen eller i arbetsboken, om det ska vara kvar.",
    "Arbetsboken får dokumentets texter. Bildernas beskrivningar läggs i bladet Ej placerat.",
)
FILE_INSIDE = Rule(
    "LB582",
    WARNING,
    "Dokumentet har en infogad fil",
    "”{path}” har {count} infogade filer som inte är lästa.",
    "Öppna dokumentet i Word, spara det och läs in det igen. Då blir de en del av det.",
    "Ett program kan lägga en hel fil i ett dokument. Word läser in den först när det öppnas.",
)
CONTENTS_LEFT_OUT = Rule(
    "LB583",
    INFO,
    "Innehållsförteckningen är utelämnad",
    "Innehållsförteckningen, {count} rader, är utelämnad.",
    "Inget behöver göras.",
    "Den säger bara rubrikerna en gång till.",
)
COLUMNS_GUESSED = Rule(
    "LB584",
    WARNING,
    "Balanslistans kolumner är en gissning",
    "En tabell utan kända rubriker lades i balanslistan. Kolumnerna är {headings}.",
    "Se efter att varje värde står i rätt kolumn.",
    "Utan rubriker får det som står i kolumnerna avgöra: statusar, datum och namn på parter.",
)
TEXT_SPLIT = Rule(
    "LB585",
    WARNING,
    "En text är längre än en cell rymmer",
    "Texten har {count} tecken. Resten av den ligger i bladet Ej placerat.",
    "Korta den, eller dela upp den på flera rader.",
    "En cell i Excel rymmer 32 767 tecken.",
)
LINES_AROUND = Rule(
    "LB586",
    INFO,
    "Sidhuvudet eller sidfoten säger något eget",
    "”{value}” stod i dokumentets sidhuvud eller sidfot.",
    "Ta bort raden om det står i Word-mallen.",
    "Sidhuvud och sidfot hör till mallen. Det som inget fält säger läggs i bladet Ej placerat.",
)
CATEGORIES_FOUND = Rule(
    "LB587",
    INFO,
    "Balanslistan har fått en kolumn för sina rubriker",
    "Rubriker i och över balanslistan står nu i kolumnen {heading}.",
    "Byt kolumnens namn om du vill. Den går att visa i mallen.",
    "Rubriken säger vilka aktiviteter som hör ihop.",
)
TEXT_BOXES_READ = Rule(
    "LB588",
    INFO,
    "Dokumentet har textrutor",
    "”{path}” har textrutor. Texten i dem är läst efter stycket som de hör till.",
    "Se efter att den kom till rätt blad.",
    "En textruta står inte i dokumentets ordning, så det är osäkert vad den hör till.",
)
SYMBOL_UNKNOWN = Rule(
    "LB589",
    WARNING,
    "Ett tecken går inte att läsa",
    "Texten har ett tecken ur ett teckensnitt med symboler som inte går att läsa. Det står nu som"
    " \N{REPLACEMENT CHARACTER}.",
    "Skriv det som ska stå där.",
    "Symboler som Wingdings är bilder som har en bokstavs plats. Alla har ingen motsvarighet.",
)
