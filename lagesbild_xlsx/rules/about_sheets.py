"""LB1xx: what is said of sheets and headings."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

SHEET_MISSING = Rule(
    "LB101",
    ERROR,
    "Ett blad saknas",
    "Bladet ”{sheet}” saknas.",
    "{remedy}",
    "Utan bladen Rapport och Balanslista blir det ingen lägesbild. De andra bladen får saknas, men"
    " ett felskrivet namn på ett blad skulle göra att delen saknas utan att någon märkte det.",
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
BESIDE_MERGED_HEADING = Rule(
    "LB115",
    WARNING,
    "Text bredvid en sammanfogad rubrik",
    "Cellen står bredvid en rubrik som är sammanfogad nedåt, och kommer inte med i dokumentet.",
    "Dela upp den sammanfogade rubriken om raden är en vanlig rad.",
    "En rubrik som är sammanfogad över flera rader gör alla de raderna till rubriker.",
)
SHEET_PERHAPS = Rule(
    "LB116",
    WARNING,
    "Ett eget blad har rubrikerna från ett blad som saknas",
    "”{sheet}” läses som ett eget blad.",
    "Menade du bladet {suggestion}? Byt i så fall namn på det till {suggestion}.",
    "Bladen hittas med sina namn. Ett blad med ett annat namn används inte till det som rubrikerna"
    " är till för.",
)
TABLE_CRAMPED = Rule(
    "LB117",
    WARNING,
    "En tabell i en bilaga har för många kolumner",
    "Tabellen har {count} kolumner och ryms knappt på en liggande sida: ord och tal kan delas på"
    " flera rader.",
    "Dela tabellen i flera, eller dölj de kolumner i Excel som läsaren inte behöver.",
    "Ett tal som är delat på två rader läses lätt som två tal.",
)
NOTE_BELOW = Rule(
    "LB121",
    INFO,
    "En anteckning under tabellen",
    "Texten står under tabellen på bladet {sheet} och är ingen rad i den. Den kommer inte med.",
    "Är det en rad i tabellen, så flytta den till raden direkt under den sista.",
    "En ensam text efter en tom rad, eller över sammanfogade celler, är som regel en anteckning"
    " till dem som fyller i arbetsboken.",
)
COLUMNS_CHANGED = Rule(
    "LB125",
    ERROR,
    "En kolumn har kommit till eller gått bort",
    "”{document}” går inte att uppdatera: i en tabell har {columns} kommit till eller gått bort.",
    "Bygg dokumentet på nytt, eller gör arbetsbokens kolumn som den var.",
    "Mallen visar kolumnen bara när arbetsboken har något i den. Hela tabellen blir en annan, och"
    " då kan det som är ändrat för hand inte flyttas med.",
)
APPENDIX_UNKNOWN = Rule(
    "LB126",
    ERROR,
    "En bilaga är inget eget blad",
    "”{value}” är inget eget blad som kan vara en bilaga.",
    "{remedy}",
    "Fältet Bilagor räknar upp egna blad, som kommer med i dokumentet med sina tabeller. Ett"
    " felskrivet namn skulle göra att bilagan saknas utan att någon märkte det.",
)
APPENDIX_EMPTY = Rule(
    "LB127",
    WARNING,
    "En bilaga är tom",
    "Bladet ”{sheet}” har inget som syns, och blir ingen bilaga.",
    "Fyll i bladet, eller ta bort namnet ur fältet Bilagor.",
    "En bilaga visar det som syns på bladet.",
)
APPENDIX_TOO_LARGE = Rule(
    "LB128",
    ERROR,
    "En bilaga är för stor",
    "Bladet har {what}. En bilaga får ha högst {most}.",
    "Lägg det som läsaren behöver på ett blad för sig.",
    "Ett dokument med tiotusentals siffror går varken att läsa eller skriva ut, och Word har en"
    " gräns för hur bred en tabell får vara.",
)
COLUMN_NAMELESS = Rule(
    "LB129",
    WARNING,
    "En kolumn i en bilaga har ingen rubrik",
    "Kolumnen har ingen rubrik. I dokumentet står ett streck.",
    "Skriv vad kolumnen visar.",
    "Den som får tabellen uppläst hör rubriken före varje värde.",
)
