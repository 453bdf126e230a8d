"""Words that begin with a capital and are no part of a person's name, or stand before one."""

from __future__ import annotations

from functools import lru_cache

from lagesbild_xlsx.privacy.text import Endings, Pattern

PARTICLES = frozenset(
    "af av von van der den de la le da dos du di el al bin ibn zu ten ter".split()
)
"""Small words inside a surname."""

ROLES = frozenset(
    """
    rektor lärare pa åkl utr sekr ass dir vaktm förest sjuksk tjm kommunpolis områdespolis polis
    inspektör insp kommissarie komm krinsp ordförande ordf socialsekreterare handläggare handl
    kurator fältare fritidsledare kommundirektör kommunalråd chef samordnare vaktmästare
    kontaktperson kontaktombud vittne målsägande sökande misstänkt föreståndare doktor dr prof
    professor advokat åklagare granne psykolog präst pastor imam diakon kyrkoherde projektledare
    utredare tränare ledamot ersättare sekreterare assistent boendestödjare godeman förvaltare
    fastighetsskötare hyresvärd hyresgäst butiksägare vikarie mentor tolk läkare sjuksköterska ssk
    undersköterska vårdare behandlare familjehem tf bitr biträdande vice stf t.f herr hr fru fr
    fröken frk familjen fam makarna paret bröderna systrarna syskonen syskon tvillingarna släkten
    gebrüder kusin kusinen mamma mor pappa far son dotter bror syster mormor morfar farmor farfar
    moster faster morbror farbror styvpappa styvmamma bonuspappa sambo make maka hustru pojke flicka
    kille tjej elev klient brukare patient kund kassör klasskompis kompis väktare ordningsvakt
    veterinär tandläkare mäklare polisass åkl nattvandrare biträde utpekad gärningsman barnet pojken
    flickan killen tjejen mannen kvinnan eleven vännen kompisen ynglingen personen heter hette
    kallad kallas alias signaturen undertecknad
    """.split()
)
"""Who somebody is: the word with a capital after it is a name, also one on no list."""

ABBREVIATED = frozenset(
    """
    insp bitr komm krinsp ordf handl åkl enl fam dr prof sekr ass polisass vaktm tf stf utr förest
    sjuksk led rekt kom dir ansv kont föredr anm samordn h
    """.split()
)
"""Words that a point stands after, and no sentence ends."""

_ROLE_ENDINGS = Endings(
    """
    chef chefen rektor rektorn lärare läraren inspektör inspektören handläggare handläggaren ledare
    ledaren samordnare samordnaren sköterska sköterskan sekreterare sekreteraren polisen assistent
    assistenten ägare ägaren föreståndare föreståndaren skötare skötaren tränare tränaren direktör
    direktören pedagog pedagogen konsulent konsulenten strateg strategen utvecklare utvecklaren
    ordförande ordföranden kuratorn kompisen vännen brandman polisman målsman värd värden gästen
    grannen brukaren klienten patienten vakten förare föraren mästare mästaren pappan mamman sonen
    dottern brodern systern prästen psykologen familjen bröderna systrarna syskonen paret makarna
    tolken doktorn läkaren advokaten åklagaren vikarien mentorn kommunpolis kommunpolisen ombud
    """.split()
)
_NO_ROLES = frozenset(
    """
    polisen utförare utföraren leverantör leverantören entreprenör entreprenören arrangör arrangören
    operatör aktör sponsor uthyrare kronprinsessan kronprins prinsessan
    """.split()
)

LABELS = frozenset(
    """
    ansvarig ansv ansvar kontakt kont kontaktperson föredragande föredr handläggs anmälare anmälaren
    anm anmäld uppgiftslämnare tipsare vittne målsägande misstänkt misst mt målsäg må inblandade
    namn ombud ägare deltagare närvarande frånvarande sammankallande beställare mvh hälsningar
    vänligen vh sign signerat samordnar skriven inkallad c/o innehavare kontoinnehavare barn elev
    """.split()
)
"""What a name stands after, with a colon; a body can stand there, too."""

BESIDE = frozenset(
    """
    januari februari mars april maj juni juli augusti september oktober november december måndag
    tisdag onsdag torsdag fredag lördag söndag jul påsk midsommar valborg lucia halloween ramadan
    eid vecka kvartal vår våren sommar sommaren höst hösten vinter vintern sportlov påsklov höstlov
    norra södra östra västra norr söder öst öster väst väster mitt nord syd centrala gamla nya stora
    lilla övre nedre inre yttre och eller men när där här det den de detta denna dessa vi ni han hon
    man alla några många fler flera fem sex sju åtta tio två tre fyra en ett i på vid från till med
    om under efter före hos enligt genom mellan mot för av ut ur över längs kring utan sedan även
    också inte ingen inga igår idag imorgon nu då ny nytt samtal möte mötet tack hej kontakt
    ansvarig resultat svenska sveriges sverige nordiska europeiska nationella nationellt statens
    statliga kommunala kommunens regionala lokala lokalt gemensamma allmänna trygga trygg trygghet
    säker säkra röda vita blå gröna rött gult grönt röd gul grön öppna unga ung barnens stationen
    torget centrum skolan skola bruk kyrkan kyrka parken stan staden bostäder bostad arena hallen
    plan ip if hc fc bk is ik universitet högskola gymnasium akademi museum teater bibliotek hotell
    sjukhus vårdcentral apotek station resecentrum galleria köpcentrum stadshus kommunhus folkets
    hus park torg plats gata väg club klubb klubben bank rådet råd ordning avdelning avdelningen
    enheten gruppen laget nätverket företagarna näringsliv korset stad län kommun region regionen
    distrikt område området black blue green red white night bar pub burger philips cafe king circle
    friday monday operation map maps cure violence care safety security angels hells cobra go the
    that and new free street point google microsoft teams excel word office open facebook instagram
    snap snapchat tiktok youtube apple volvo saab status fliken välj design hamburgare larm grupp
    larmet café kafé pizzeria sluta stoppa stopp rapid happy big little world sport sports fitness
    gym house music game games bil bygg åkeri måleri buss livs trädgård städ tak nuläge orsak åtgärd
    kommentar datum pågår avslutad planerad klart klar obs info viktigt notera hög låg medel ja nej
    vet ej ok öppet stängt söndagar lördagar sekretess anläggning sankt sankta
    """.split()
)
"""Words that stand beside a name and end it; a place beside a word is a place's name."""

SECTORS = frozenset(
    """
    fritid kultur ungdom barn unga skola förskola grundskola gymnasium gymnasiet vård omsorg
    äldreomsorg hemtjänst lss sol ifo socialtjänst bygglov bygg miljö plan teknik gata park trafik
    fastighet fastigheter beredskap säkerhet trygghet brott utbildning arbetsmarknad arbete
    integration näringsliv ekonomi personal kommunikation digitalisering upphandling juridik kansli
    nämnd stab elevhälsa elevhälsan bibliotek idrott matematik svenska slöjd musik bild turism
    räddning lokalvård kost måltid boende stöd myndighet behandling öppenvård familj missbruk
    psykiatri fält folkhälsa demokrati hållbarhet samhällsbyggnad samhälle service kundtjänst
    reception administration drift underhåll ledning utveckling strategi verksamhet verksamheter
    högstadiet mellanstadiet lågstadiet centrum natt kväll helg jour innerstad landsbygd utredning
    insats förebyggande polis kriminalvård frivård tillsyn renhållning avfall energi vatten
    skog natur
    """.split()
)
"""What a role can be over or in, and no person's name: *Enhetschef Fritid*."""

ALSO_SURNAMES = frozenset(
    "nord norr söder öst väst vinter sommar park stad vit röd grön borg plan".split()
)
"""Words beside a name that are a surname right after a first name: *Britta Nord*."""

HEADS = frozenset(
    """
    team projekt projektet insats insatsen förening föreningen stiftelse stiftelsen kampanj
    kampanjen kvarter kvarteret kv vision visionen enkät enkäten medborgarlöfte medborgarlöftet
    grannsamverkan nattvandrarna stadsmissionen frälsningsarmén hyresgästföreningen polisen
    polisregion region länsstyrelsen kriminalvården migrationsverket trafikverket skatteverket
    försäkringskassan arbetsförmedlingen socialstyrelsen skolverket folkhälsomyndigheten tullverket
    kustbevakningen räddningstjänsten åklagarmyndigheten domstolsverket brottsoffermyndigheten
    kronofogden hovrätten tingsrätten förvaltningsrätten kvinnojouren tjejjouren mansjouren
    brottsofferjouren fastighetsbolaget bostadsbolaget restaurang restaurangen butik butiken hotell
    hotellet företaget bolaget firman firma modell modellen metod metoden program programmet nätverk
    nätverket forum gruppen studieförbundet coop ica lidl willys hemköp systembolaget sankt sankta
    s:t rädda ung ungdomens gymnasiet skolan förskolan fritidsgården dagis familjecentralen boendet
    lokalpolisområde utställningen filmen boken festivalen cupen turneringen loppet mässan brf
    bostadsrättsföreningen taxi samebyn apoteket apotek entreprenör entreprenören utförare utföraren
    leverantör leverantören stormen ovädret orkanen cafe café kafé caféet krog krogen pub puben
    pizzeria pizzerian salong salongen frisör kiosk kiosken grillen gatukök båten fartyget färjan
    m/s hunden hästen katten stall ridskola gård hvb stödboendet stödboende äldreboendet kollo appen
    apparna systemet roboten föreställningen pjäsen låten kapellet församlingen lokalen huset
    modellerna avdelningen paviljongen scenen statyn monumentet torpet museet minnesfonden priset
    stipendiet lagret dagen natten veckan festen övning övningen operation scouterna scoutkåren
    föreläsaren- coopmanion bokhandel bokhandeln akademin mottagningen ungdomsmottagningen
    st tåget bussen bilen kanoten loket
    galleria gallerian köpcentret grannstöd grannstödet
    """.split()
)
"""Words after which what follows is the name of something: *Föreningen Ulfhälls Hällar*."""

BEFORE_A_NAME = frozenset("norra södra östra västra övre nedre inre yttre if ik bk ff".split())
"""Words before a place or in a club's name, also where that is a first name: *IF Sylvia*."""

OWNED = tuple(
    """
    son dotter barn fru man maka make mamma pappa mor far bror syster syskon familj sambo granne
    hund katt häst bil hus stuga villa lägenhet hem tomt gård båt cykel moped moppe telefon mobil
    konto giro namn väg skolgång frånvaro anmälan ärende akt plan utredning placering fordon släkt
    grannar kompisar vänner barnbarn gäng
    """.split()
)
"""How words end for what a person has, and no firm or theory: *Lindqvists son*."""

_NAMED_ENDINGS = (
    "srum", "prum", "lokal", "café", "kafé", "hotell", "hotellet", "firman", "fartyget", "stormen",
    "isbrytaren", "krogen", "nattklubben",
)  # fmt: skip
_NAMED = frozenset("rum rummet rummen sal salen salar salarna scen scenen lokaler".split())

_ENDINGS = Endings(
    """
    skolan skola skolor gymnasiet gymnasium gården gård gatan vägen torget torg kyrkan kyrka
    parken park hallen stationen området bron kommunen förvaltningen nämnden kontoret verket
    myndigheten styrelsen styrelse föreningen förening förbundet förbund sällskapet klubben
    jouren polisen rätten tjänsten missionen kassan armén rådet löftet huset centrum bostäder
    fastigheter bolaget rummet badet planen vallen lunden udden holmen samverkan avdelningen
    enheten gruppen vandrarna stugan biblioteket landet götaland relationer mätningen grupp larm
    slott ens ets arnas ernas ornas ning ningen het heten tion tionen skap skapet else elsen
    itet arbete arbetet hamnen kommun statyn museet sameby samebyn bygg bygden tjänst vård omsorg
    hälsa hälsan sköping näs hamn hemmet stadion ängen backen hagen viken sundet värdshus arkivet
    mottagningen listan planens partiet demokraterna anmälan ärendet policy projektet teamet kollo
    platsen åtgärd insats bidrag enkät rapport belysning möte mötet kväll kvällen dagen
    """.split()
)
"""How the names of places and bodies end, and nouns that are no surname."""

_PLACE_AFTER = Pattern(
    r"""
    -\s(?:och|o|samt|eller)\s
    | (?:(?<=s)|(?<=ska)) \s+ (?i: väg | vägen | gata | gränd | stig | torg | plats | park
      | skola | gymnasium
      | sjukhus | barnsjukhus | kyrka | församling | stiftelse | minnesfond | museum | allé
        | backe | skolan | gymnasiet
      | hus | hem | gård | bro | hamn | strand | idrottsplats | förskola | bygg | el | åkeri
      | måleri | buss | livs | café | kafé | trädgård | minne | salong | pizzeria | konditori
      | bageri | krog | pub | grill | kiosk | blommor | rör | tak | städ | taxi | bokhandel
        | dag | hage | hagar | udde | kulle | källa | sten | grop | damm | brunn | brygga
        | ängar )\b
    | \s+ (?i: kulturhus | församling | folkhögskola | gymnasium | äldreboende | vårdcentral
      | förskola | fritidsgård )\b
    | \s+ (?i: ab | hb | kb | aktiebolag | sverige | group | bygg | anläggning )\b
    | \s+ (?: kyrka | kyrkan | kapell | kommun | socken | norra | södra | östra | västra
      | centrum )\b
    | \s+ (?: Bil | Bygg | El | Rör | Tak | Städ | Taxi | Livs | Buss | Kök | Blommor
      | Salong | Bageri | Trädgård | Åkeri | Måleri | Begravning | Blomster | Plåt | Glas
      | Värld | Mat | Skog | VVS | Schakt | Entreprenad | Fastigheter | Konditori | Pizzeria
      | Grill | Pub | Krog | Bar | Kiosk
      | Transport | Service )[a-zåäö]*\b
    | (?i: \s*&\s*company )
    """,
    spaced=True,
)


@lru_cache(maxsize=8192)
def is_role(word: str) -> bool:
    """Return whether a word says who somebody is, with or without an article at its end."""
    return word in ROLES or (word not in _NO_ROLES and _ROLE_ENDINGS.end(word))


def is_thing(word: str) -> bool:
    """Return whether a word in small letters ends as the names of places and bodies do."""
    last = word.rpartition("-")[2]
    return _ENDINGS.end(last) or _ENDINGS.end(last.removesuffix("s"))


def is_named_after_persons(word: str) -> bool:
    """Return whether a word is for what often has a person's whole name: *rum Karin Boye*."""
    return word in _NAMED or word.endswith(_NAMED_ENDINGS)


def names_a_thing(text: str, end: int) -> bool:
    """Return whether what looks like a name ends in a place or a firm: *Selma Lagerlöfs torg*.

    Args:
        text: the text.
        end: where the name ends.
    """
    return bool(_PLACE_AFTER.match(text, end))
