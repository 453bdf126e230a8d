"""LB5xx: what is said of templates and documents."""

from __future__ import annotations

from lagesbild_xlsx.diagnostics import ERROR, INFO, WARNING, Rule

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
    "Bygg det på nytt i stället för att uppdatera det.",
    "Bara ett dokument som lagesbild har byggt vet vad som är byggt och vad som är ändrat för hand."
    " Uppgiften kan också försvinna om dokumentet sparas i ett annat program än Word.",
)
EDITED_BY_HAND = Rule(
    "LB514",
    WARNING,
    "En ändring för hand ersattes",
    "I ”{document}” var texten i {tag} ändrad för hand: ”{text}”. Den ersattes.",
    "Skriv ändringen i arbetsboken om den ska vara kvar.",
    "En text som kommer från arbetsboken hör hemma där. Ändringar i texten runt om rörs inte.",
)
CONTROL_DELETED = Rule(
    "LB515",
    WARNING,
    "En text är borttagen eller utbytt för hand",
    "I ”{document}” är {tag} borttagen eller utbytt för hand, och lämnas så. Nu är den ”{text}”.",
    "Bygg dokumentet på nytt om den ska vara med.",
    "Det som någon har tagit bort för hand läggs inte tillbaka.",
)
ROW_DELETED = Rule(
    "LB516",
    WARNING,
    "En rad är borttagen för hand",
    "I ”{document}” är {row} borttagen för hand, och förblir det.",
    "Ta bort den i arbetsboken också, eller bygg dokumentet på nytt om den ska vara med.",
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
OTHER_TEMPLATE = Rule(
    "LB519",
    ERROR,
    "Dokumentet är byggt med en annan mall",
    "Dokumentet ”{path}” är inte byggt med mallen ”{template}”, som den ser ut nu.",
    "Ange samma mall, eller bygg dokumentet på nytt i stället för att uppdatera det.",
    "En annan mall har andra delar. De som saknas i den skulle tas bort ur dokumentet.",
)
DRAFT_NOT_UPDATED = Rule(
    "LB520",
    ERROR,
    "Ett utkast kan inte uppdateras",
    "Dokumentet ”{path}” är ett utkast.",
    "Bygg dokumentet på nytt, och inte som utkast.",
    "Utkastet är märkt som utkast på varje sida, och ska inte bli ett färdigt dokument.",
)
COPY_NOT_UPDATED = Rule(
    "LB521",
    WARNING,
    "En kopierad text uppdateras inte",
    "I ”{document}” finns en kopia av {tag} som är gjord för hand: ”{text}”. Den uppdateras inte.",
    "Ta bort kopian, eller ändra den för hand.",
    "Programmet vet bara vad de texter ska vara som det själv har byggt.",
)
MARKS_LEFT_OUT = Rule(
    "LB522",
    INFO,
    "Dokumentet är för långt för att kunna uppdateras",
    "Dokumentet visar över {count} värden, så det kan inte uppdateras.",
    "Bygg det på nytt i stället när arbetsboken har ändrats.",
    "Varje värde har ett dolt bokmärke som visar var det står. Word klarar inte hur många som"
    " helst, och därför har ett så långt dokument inga.",
)
NOT_MARKED = Rule(
    "LB523",
    ERROR,
    "Dokumentet är för långt för att uppdateras",
    "Dokumentet ”{path}” har så många värden att det inte är märkt var de står.",
    "Bygg det på nytt i stället för att uppdatera det.",
    "Varje värde har ett dolt bokmärke som visar var det står. Word klarar inte hur många som"
    " helst, och därför har ett så långt dokument inga.",
)
TEXT_OF_ANOTHER_FILE = Rule(
    "LB524",
    INFO,
    "Mallen har en infogad fil som inte är genomsökt",
    "Mallen ”{template}” har text i en infogad fil (altChunk), som Word hämtar in när dokumentet"
    " öppnas. Den följer med som den är, och ingen har letat efter personuppgifter i den.",
    "Öppna mallen i Word och spara den: då blir texten en del av mallen.",
    "Andra program än Word visar inte texten, och den är inte med i PDF eller på webbsidan.",
)
NOT_A_LAGESBILD = Rule(
    "LB530",
    ERROR,
    "Dokumentet ser inte ut som en lägesbild",
    "I ”{path}” hittades varken någon tabell eller någon rubrik.",
    "Välj ett dokument med rubriker som Framåt och Balanslista, eller en tabell med Aktivitet,"
    " Ansvar, Status och Kommentar.",
    "Ett dokument läses in med ledning av sina rubriker och tabeller. Utan dem går det inte att"
    " veta vad som är vad.",
)
TEXT_NOT_PLACED = Rule(
    "LB531",
    WARNING,
    "En text hör inte hemma någonstans",
    "”{value}” stod där programmet inte väntade sig text.",
    "Flytta texten till rätt blad, eller ta bort raden.",
    "Text som programmet inte kan placera läggs i bladet Ej placerat, så att inget går förlorat.",
)
VALUE_SET_ASIDE = Rule(
    "LB532",
    WARNING,
    "Ett värde går inte att använda som det står",
    "”{value}” går inte att använda under {heading}. Det står nu i ”{aside}”.",
    "Skriv värdet i {heading} så som det ska vara, och ta bort det här.",
    "Text som inte passar i sin kolumn läggs i en egen kolumn bredvid, så att inget går förlorat.",
)
STATUS_BY_COLOUR = Rule(
    "LB533",
    WARNING,
    "Status är läst av cellens färg",
    "Status är läst av en färg, som {status}.",
    "Se efter att det stämmer.",
    "En färg kan betyda olika saker för olika personer. I den nya arbetsboken står ordet.",
)
LINE_LEFT_OUT = Rule(
    "LB534",
    INFO,
    "En rad hör till brevhuvudet",
    "”{value}” är utelämnad{times}, för den ser ut att höra till brevhuvudet.",
    "Inget behöver göras om det stämmer.",
    "I mallen står kommunens namn och sidnumret i sidhuvud och sidfot.",
)
SECTION_GUESSED = Rule(
    "LB535",
    WARNING,
    "Avsnittet är en gissning",
    "Texten stod under Framåt utan underrubrik, och lades under {section}.",
    "Ändra avsnittet om den hör till ett annat.",
    "Framåt har tre avsnitt: Kort sikt, Längre sikt och Kommunikation.",
)
OWNERS_COLLECTED = Rule(
    "LB536",
    INFO,
    "Listan över ansvariga är hämtad ur balanslistan",
    "{count} namn på ansvariga är hämtade ur balanslistan.",
    "Slå ihop dem som är samma, och skriv det andra namnet under Alias.",
    "Listrutan i balanslistan visar namnen i bladet Listor. Samma ansvarig under två namn räknas"
    " som två.",
)
FACTS_DIFFER = Rule(
    "LB537",
    WARNING,
    "Dokumentet säger två saker",
    "{heading} är ”{first}” på ett ställe och ”{other}” på ett annat. Det första används.",
    "Se efter vilket som stämmer.",
    "När förra gångens dokument har kopierats blir en gammal uppgift lätt kvar.",
)
CHANGES_ACCEPTED = Rule(
    "LB538",
    WARNING,
    "Dokumentet har spårade ändringar",
    "”{path}” har spårade ändringar. De är lästa som om de var godkända.",
    "Godkänn eller avvisa ändringarna i Word och läs in dokumentet igen, om det blev fel.",
    "Borttagen text är kvar i dokumentet tills ändringen godkänns.",
)
NOT_VERIFIED = Rule(
    "LB540",
    ERROR,
    "Dokumentet blev inte helt",
    "Dokumentet lästes tillbaka innan det sparades, och stämmer inte: {what}.",
    "Inget är skrivet. Skicka arbetsboken och mallen till den som sköter programmet.",
    "Hellre inget dokument än ett där något saknas. Det här ska inte kunna hända.",
)
COLUMNS_NOT_FOUND = Rule(
    "LB541",
    WARNING,
    "Balanslistan saknar en rubrik",
    "Balanslistan i dokumentet har ingen rubrik som känns igen för {headings}.",
    "Se efter om värdena står i en egen kolumn, och flytta dem i så fall.",
    "En kolumn känns igen på sin rubrik. Den som heter något annat blir en egen kolumn i"
    " arbetsboken.",
)
DOCUMENT_TOO_LARGE = Rule(
    "LB542",
    ERROR,
    "Dokumentet skulle bli för stort",
    "Dokumentet skulle visa över {count} värden, vilket är för mycket.",
    "Dela upp arbetsboken, eller ta bort upprepningar ur mallen.",
    "En mall som upprepar samma rader många gånger ger ett dokument som ingen kan öppna.",
)
NO_COLOUR = Rule(
    "LB544",
    ERROR,
    "Färgen går inte att läsa",
    "”{colour}” är ingen färg.",
    "Skriv sex siffror eller bokstäver A–F, till exempel 005A9C.",
    "Färgen skrivs som i kommunens grafiska profil: två tecken var för rött, grönt och blått.",
)
COLOUR_TOO_LIGHT = Rule(
    "LB545",
    ERROR,
    "Färgen är för ljus",
    "Färgen {colour} är för ljus för att läsas på vitt.",
    "Välj en mörkare färg. Den närmaste som räcker är {darker}.",
    "Text behöver kontrasten 4,5 mot sin bakgrund, enligt tillgänglighetsreglerna (WCAG 1.4.3)."
    " Färgen används för rubriker och länkar på vitt, och bakom vit text i tabellhuvudet.",
)
NOT_A_LOGO = Rule(
    "LB546",
    ERROR,
    "Logotypen går inte att läsa",
    "”{path}” är ingen bild som kan läsas.",
    "Spara logotypen som PNG eller JPEG, och ange den filen.",
    "Word visar PNG och JPEG överallt. Andra slag av bilder visas inte av alla program.",
)
NO_CHECK_BOX_VALUE = Rule(
    "LB547",
    WARNING,
    "En kryssruta kan inte visa värdet",
    "Mallen ”{template}” har en kryssruta för {heading} ({near}), men ”{value}” är varken ja eller"
    " nej.",
    "Skriv ja eller nej i kolumnen, eller byt kryssrutan i mallen mot en vanlig textkontroll.",
    "En kryssruta visar bara ja och nej, också skrivna som x, 1, sant eller falskt. Ett annat värde"
    " står som den text det är.",
)
PICTURE_WITHOUT_PLACE = Rule(
    "LB550",
    WARNING,
    "Mallen har ingen plats för diagrammet",
    "Mallen ”{template}” har ingen PNG-bild med namnet {name}, så diagrammet är inte med.",
    "Utgå från en ny mall för rapporten över tid, från sidan Ny mall eller med kommandot lagesbild"
    " template new MIN.docx --slag trend.",
    "Diagrammet ersätter en bild i mallen. Bilden känns igen på sitt namn, som visas i Word under"
    " Layout – Markeringsfönster.",
)
PAGES_NOT_NUMBERED = Rule(
    "LB560",
    WARNING,
    "Sidnummer saknas i dokumentet",
    "Sidnumren i innehållsförteckningen och i hänvisningar till sidor är inte ifyllda.",
    "Öppna dokumentet i Word, markera allt (Ctrl+A) och tryck på F9, eller bygg med --pdf i"
    " kommandot.",
    "Vilken sida en rubrik hamnar på vet bara det program som ritar sidorna. Hellre inget nummer än"
    " ett som är fel.",
)
FIELDS_LEFT = Rule(
    "LB561",
    WARNING,
    "Ett fält i mallen står som det stod",
    "{what} står som i mallen, för programmet kan inte räkna ut vad som ska stå där.",
    "Öppna dokumentet i Word, markera allt (Ctrl+A), tryck på F9 och se efter att det stämmer.",
    "Ett fält visar något som står på ett annat ställe i dokumentet, och det kan ha ändrats när"
    " dokumentet byggdes.",
)
PROPERTIES_LEFT_OUT = Rule(
    "LB562",
    INFO,
    "Mallens egenskaper följer inte med",
    "Av det som är sparat i mallen är {names} inte med i dokumentet, för inget fält visar det.",
    "Sätt in ett fält i mallen om det ska följa med: Infoga – Snabbdelar – Fält – DocProperty. Ta"
    " annars bort det ur mallen: Arkiv – Info – Egenskaper.",
    "Det som inte syns i texten ska ingen skicka ut utan att veta om det. Det som ett fält i mallen"
    " visar följer med, och en känslighetsetikett.",
)
DOCUMENT_EDITED = Rule(
    "LB563",
    ERROR,
    "Dokumentet är ändrat för hand",
    "”{path}” är ändrat för hand sedan det byggdes: {edits}.",
    "{remedy}",
    "Det som någon har skrivit i Word finns bara där. Programmet ersätter det inte utan att du"
    " säger till.",
)
DOCUMENT_FOREIGN = Rule(
    "LB564",
    ERROR,
    "Det finns redan en annan fil med det namnet",
    "”{path}” finns redan, och är inte skriven av programmet.",
    "Välj ett annat namn, eller ersätt filen (med -o eller --ersatt i kommandot).",
    "Programmet ersätter bara sådant som det själv har skrivit.",
)
PICTURE_WITHOUT_WORDS = Rule(
    "LB570",
    WARNING,
    "En bild på webbsidan saknar beskrivning",
    "Dokumentet har en bild utan alternativtext.",
    "Högerklicka på bilden i mallen i Word, välj Visa alternativtext, och skriv vad den visar. Är"
    " den bara prydnad: markera den som dekorativ.",
    "Den som inte ser bilden får alternativtexten uppläst. Utan den säger webbsidan bara att där"
    " finns en bild.",
)
PICTURE_NOT_SHOWN = Rule(
    "LB571",
    WARNING,
    "En bild kan inte visas på webbsidan",
    "Bilden ”{words}” kan inte visas på webbsidan, som har bildens beskrivning i stället.",
    "Lägg in bilden i mallen som PNG eller JPEG.",
    "Webbläsare visar inte bilder i Windows egna format (EMF, WMF), och webbsidan hämtar inga"
    " bilder från andra ställen.",
)
PAGE_NOT_OURS = Rule(
    "LB572",
    ERROR,
    "Det finns redan en annan webbsida med det namnet",
    "”{path}” finns redan, och är inte skriven av programmet, eller är ändrad sedan dess.",
    "Byt namn på den eller flytta den, eller ersätt den (med --ersatt i kommandot).",
    "Programmet ersätter bara en webbsida som det själv har skrivit, och som ingen har ändrat.",
)
CHART_NOT_SHOWN = Rule(
    "LB573",
    WARNING,
    "Ett diagram kan inte visas på webbsidan",
    "Diagrammet ”{words}” kan inte visas på webbsidan, som har diagrammets beskrivning i stället.",
    "Gör det till ett stapel-, linje- eller cirkeldiagram, eller klistra in det som bild.",
    "De nyare slagen av diagram, som vattenfall, trädkarta och karta, har sina siffror sparade på"
    " ett annat sätt. I Word-dokumentet visas de som vanligt.",
)
APPENDIX_CHANGED = Rule(
    "LB575",
    INFO,
    "En bilaga har ändrats sedan förra gången",
    "Bilagan ”{name}” {change}.",
    "Se efter att det är meningen.",
    "En bilaga är ett helt blad. Vad som har ändrats i den syns bäst i arbetsböckerna.",
)
APPENDIX_UNBOUNDED = Rule(
    "LB576",
    ERROR,
    "Det syns inte var en bilaga börjar eller slutar",
    "I ”{path}” syns det inte längre var {appendices} börjar eller slutar. Dokumentet är orört.",
    "Bygg ett nytt dokument med ett annat namn (i kommandot -o, utan --update), och för in"
    " ändringarna.",
    "En rubrik som är borttagen, eller ett program som har sparat om dokumentet, kan ta bort det"
    " märke som visar var bilagan står. Då kan den inte ersättas hel.",
)
PICTURES_CHANGED = Rule(
    "LB577",
    INFO,
    "Bilderna på ett blad har ändrats sedan förra gången",
    "Raderna på bladet ”{name}” har andra bilder eller diagram än förra gången.",
    "Se efter att det är meningen.",
    "En bild som är ny, borta, utbytt eller flyttad till en annan rad syns inte i någon text.",
)
