"""Words for persons, and for what few of them are, have or look like."""

from __future__ import annotations

SOMEBODY = frozenset(
    """
    kv. afghan anställd praktikant transperson exfru exman exmake expojkvän exflickvän lärling
    sommarjobbare asylsökande bebis spädbarn invandrare bilist cyklist mopedist kund boende granne
    aktivist influencer spelare fotbollsspelare gängmedlem langare fader moder änkeman
    dagbarnvårdare handikappad barnbarn bror brukare butiksägare dam dotter dotterson elev eritrean
    familj far farbror farfar farmor faster finländare flicka flickvän flykting fru lantbrukare
    bonde företagare entreprenör krögare handlare förskollärare förälder förövare grabb granne gubbe
    gärningsman herre hyresgäst irakier iranier kille klient kollega kompis kusin kv kvinna ledare
    lokförare lärare maka make mamma man medborgare missbrukare mor morbror morfar mormor moster
    norrman pappa patient pensionär person pojk pojke pojkvän präst sambo snubbe somalier son sonson
    styvmamma styvpappa syrier syster tant tiggare tjej tonåring tränare tös ungdom vikarie yngling
    ägare änka änkling
    """.split()
)
"""Words for anybody: of one of them much must be told."""

COMMON = frozenset(
    """
    anställd barnbarn boende brukare dam elev familj flicka förälder förövare granne gärningsman
    herre hyresgäst kille klient kollega kompis kund kv kvinna ledare lärare man medborgare patient
    person pojke pappa mamma bror syster son dotter tjej ungdom vikarie ägare tränare tonåring
    """.split()
)
"""Those of them that there are many of everywhere."""

SOMEBODY_ENDINGS = tuple(
    """
    barnsfamilj barnsfar barnsmor bror dotter flicka gubbe kille kvinna mamma pappa pojke syskonpar
    syster tant tjej
    """.split()
)
"""How words for anybody end that no list can hold all of: *tonårskille*."""

ALSO_MANY = ("boende", "are", "ande", "präst", "praktikant", "bonde", "entreprenör", "ledare")
"""Those that a report more often says of many: *boende på Storgatan*."""

RARE_ENDINGS = tuple(
    """
    barnsfamilj barnsfar barnsmamma barnsmor barnspappa tonårsflicka tonårskille tonårspojke
    tonårstjej änka
    """.split()
)
"""Those of them that tell more than the others."""

THE_ONE = frozenset(
    """
    brottsoffret gängledaren syskonparet änkemannen praktikanten exfrun exmannen exmaken langaren
    anmälaren bilisten mopedisten cyklisten spelaren bebisen dödsoffret vittnet inneboende
    hyresvärden kyrkoherden lärlingen ungdomsledaren gängmedlemmen avlidna avlidne barnet bonden
    brevbäraren brodern brukaren bröderna busschauffören chauffören dagmamman damen dottern drabbade
    döde dömde eleven fadern familjen farmodern flickan flickvännen frisören frun föraren
    förskolläraren föräldern föräldrarna grabben grannen gripna gripne gubben gärningsmannen
    hantverkaren herrn hyresgästen kassören killen klienten kontaktmannen krögaren kusinen kvinnan
    lagledaren lantbrukaren ledaren lokföraren makan makarna maken mamman mannen missbrukaren
    misstänkta misstänkte modern mormodern målsäganden målvakten offret omkomne pappan paret
    patienten pensionären personen pizzabagaren pojken pojkvännen prästen sambon skadade snickaren
    sonen städaren syskonen systern systrarna tanten taxichauffören tiggaren tjejen tonåringen
    tränaren tvillingarna ungdomen vikarien ynglingen ägaren änkan änklingen
    """.split()
)
"""Words for one that is known already."""

THE_ONE_ENDINGS = tuple(
    """
    assistenten biträdet bonden brodern budet chauffören dottern flickan frisören frun gubben
    imamen kantorn kaptenen kassören kassörskan killen kvinnan länningen maken mamman mannen modern
    pappan pojken prästen sambon sonen systern tanten tjejen tränaren vikarien vännen ägaren
    """.split()
)
"""How such words end that no list can hold all of."""

ALWAYS_ONE_ENDINGS = tuple(
    """
    brodern dottern flickan killen kvinnan mannen pojken sonen systern tjejen
    """.split()
)
"""Those of them that no rule or routine speaks of: a place of any kind points at one."""

GENERIC = frozenset(
    """
    föraren föräldern föräldrarna gärningsmannen hyresgästen hyresvärden patienten personen
    ungdomen
    """.split()
)
"""Those of *THE_ONE* that rules and routines speak of: it takes more to point at one of them."""

COUPLES = frozenset(
    """
    bröder flickor killar kvinnor män pojkar syskon systrar tjejer tvillingar
    """.split()
)
"""Words for more than one, who can be counted."""

KIN = frozenset(
    """
    barnbarn brodern bror bröderna dotter dottern exet fadern familjen far farbror farfar farmodern
    farmor faster flickvän flickvännen fru frun förälder föräldern föräldrar föräldrarna hustru
    kusin kusinen lillasyster lillebror maka make maken mamma mamman modern mor morbror morfar
    mormodern mormor moster pappa pappan pojkvän pojkvännen sambo sambon son sonen storasyster
    storebror styvmamman styvpappan svärfar svärmor svärson svåger syskonen syster systern
    systrarna vän vännen vårdnadshavare vårdnadshavaren änkan
    """.split()
)
"""Those who are somebody's: *pappan till flickan*."""

KIN_ENDINGS = tuple(
    """
    barnbarn bror dotter far farmor flickvän fru hustru kusin maka make mamma mamman man mor mormor
    pappa pappan pojkvän sambo son svärmor svärson syster
    """.split()
)
"""How words for kin end that are one by themselves: *rektorns dotter*."""

NO_PERSONS = frozenset(
    """
    brandmannen fastighetsägaren kontaktmannen nämndemannen ombudsmannen polismannen talesmannen
    tjänstemannen
    """.split()
)
"""Words that end as one for a person, and are an office."""

OFFICES = tuple(
    """
    bagar bagare barnmorska bonde borgmästare chaufför chef direktör föreståndare grannen handlar
    handlare imam kantor kassör kommunalråd kurator ledar ledare läkar läkare lärar lärare läraren
    ordförande ledamot pastor polis präst rektor sekreterare sköterska tränar tränare vaktmästare vd
    ägare
    """.split()
)
"""Ends of what somebody was: *kommunens förra socialchef*."""

FORMER = frozenset(
    """
    avgångna avgångne avsatt avsatte f.d. fd förra förre pensionerad pensionerade
    tidigare
    """.split()
) | {"före detta"}
"""What an office is no more."""

PERSON_ENDINGS = tuple(
    """
    ant anten are aren assistent assistenten barn barnet biträde biträdet brodern bror bud budet
    chef chefen dam damen dotter dottern elektriker elev eleven familj familjen flicka flickan
    flykting flyktingen förälder granne grannen herre herren ist isten kille killen konsulent
    kvinna kvinnan log logen mamma mamman man mannen morska morskan musiker när pappa pappan
    pensionär pensionären person personen pojke pojken polis polisen politiker politikern präst
    prästen sköterska sköterskan son sonen student studenten syster systern tekniker teknikern tjej
    tjejen vd veterinär veterinären vikarie vikarien väktare änka änkan ör ören
    """.split()
)
"""How words for one person end, where an age or *enda* says that it is one."""

CHARGED = frozenset(
    """
    anhållen anhölls anklagas anklagats anmäld anmäldes anmäls anmälts avskedad avskedats avstängd
    avstängdes dömd dömdes dömts greps gripen gripits hotat häktad häktades häktats misstänks
    misstänkt misstänkts misshandlat polisanmäld polisanmälts slagit sparkad uppsagd utreds åtalad
    sjukskriven åtalas åtalats dödshot hot hotbrev förföljd förföljs hotas hotats attackerad
    attackerades slagen överfallen överfölls misshandlad misshandlades knivskuren trakasserats
    trakasserad utpressats
    """.split()
)
"""What is said of one who is accused; an office is a person's then."""

ACCUSED = frozenset(
    """
    anmäld anmälda anmälde avskedad avskedade dömd dömda dömde gripen gripna gripne häktad häktade
    hotad hotade misstänkt misstänkta misstänkte rånad rånade skjuten skjutna åtalad åtalade
    avstängd avstängda uppsagda kvinnliga manliga
    """.split()
)
"""What has befallen one who is known already: *den åtalade läkaren*."""

AGENTS = tuple(
    "ant are assistent ent erska ist kock log lots mästare ör präst vakt veterinär".split()
)
"""How words end for somebody that does something: with *en* and a place it is one of few."""

AGENT_ENDINGS = tuple(
    """
    anten aren assistenten doktorn erskan imamen isten kantorn kocken logen prästen rien vakten
    veterinären vikarien ören
    """.split()
)
"""How words end for one that does something: of those a place tells which one it is."""

OFFICIALS = tuple(
    """
    aktören användaren arbetsgivaren arrangören avsändaren beställaren besökaren chefen deltagaren
    direktören entreprenören fältaren föreståndaren förvaltaren hammaren handläggaren historien
    inspektören invånaren januarien kammaren kategorien kommunikatören konsulenten kuratorn ledaren
    leverantören läsaren medarbetaren medborgaren mottagaren operatören ordningsvakten
    organisatören planeraren polisen projektledaren rektorn resenären samordnaren sekreteraren
    serien skötaren sköterskan sommaren strategen teknikern utföraren uthyraren utredaren
    utvecklaren vaktmästaren väktaren ägaren
    """.split()
)
"""Whose office a report names instead of a person, and words that end as if they were one."""

BODIES = ("kontoret", "styrelsen", "nämnden", "föreningen", "klubben", "bolaget", "laget")
"""Where few have the same work."""

CLUBS = tuple(
    """
    byalaget föreningen församlingen klubben kåren kören laget styrelsen
    """.split()
)
"""Where a chairman is no office of the municipality."""

PUBLIC_PLACES = tuple(
    """
    gymnasiets skolans introduktionsprogram introduktionsprogrammet badet
    badhuset biblioteket boendet familjen fritidsgården hallen kyrkan macken moskén parken
    restaurangen ridhuset skolan stationen torget
    """.split()
)
"""Places that most are at some time."""

STREETS = tuple(
    """
    allén backen gatan gränd gränden gången stigen torget vägen
    """.split()
)
"""How streets end: who lives there is one of few."""

ANYONE = frozenset(
    """
    alla antal antalet varannan vartannat vem andelen genomsnittlig genomsnittliga grupp gruppen
    grupper ingen per typisk typiska vanlig vanliga varje
    """.split()
)
"""What makes a word for one person a word for many: *varje 15-åring*."""

HOMES = frozenset(
    """
    affären bageriet fosterhem fosterhemmet familjehem familjehemmet hvb-hem jourhem
    gruppboendet servicehuset äldreboendet träningsboende socialkontoret kommunhuset jobbet
    garaget grannhuset gården husbilen huset husvagnen hyreshuset höghuset kassan kiosken krogen
    källaren laget lägenheten macken parallellklassen prästgården pizzerian porten puben
    radhuset receptionen salongen stugan torpet trappan trapphus trapphuset trappuppgång
    trappuppgången uppgång uppgången verkstaden villan
    """.split()
)
"""Places that few are at, also without a name."""

ARTICLES = frozenset(
    """
    vårt den denna deras det detta en ett hans hennes samma vår
    """.split()
)
"""What a description begins with."""

TRAITS = frozenset(
    """
    ensamboende våldsutsatt våldsutsatta äldste yngste rödhårige hotad hotade
    add adhd adopterad afghansk afghanska albansk albanska alkoholiserad anorexi asperger
    asylsökande autism avliden avlidna avlidne beryktad beryktade bipolär bisexuell blind bosnisk
    bosniska cancer dansk danska demens dement diabetes diabetiker diagnos downs drunknade dömd
    dömda dömt döv ensamkommande ensamstående epilepsi eritreansk eritreanska estnisk familjehem
    familjehemsplacerad finsk finska frigiven frigivna frigivne funktionsnedsättning gravid gravida
    gymnasiesärskolan gängledare hbtq hbtq-öppna hemlös homosexuell hvb häktad häktade identitet
    indisk irakisk irakiska iransk iranska kinesisk knivskuren knivskurna kommunpolitiker kroatisk
    kurdisk kurdiska kvinnlig känd kända kände lesbisk lettisk libanesisk litauisk lvm lvu manlig
    misshandlad misshandlade muslim narkoman norsk norska nyanländ nyanlänt omhändertagen omtalad
    omtalade palestinsk palestinska papperslös placerad polsk polska psykos riksdagsledamot romsk
    romska rullstol rullstolsburen rumänsk rumänska rysk ryska samisk samiska schizofren serbisk
    sjuk sjuka skjuten skjutna skjutne somalisk somaliska svårt syrisk syriska särskolan thailändsk
    thailändska tonårsflicka tonårskille tonårspojke tonårstjej transkille transperson transtjej
    trillingar turkisk turkiska tvilling tvillingar tysk tyska ukrainsk ukrainska ung unge uppsagd
    utvecklingsstörd utvisad vietnamesisk vräkt välkänd välkända våldtagen våldtäkten yngre yngsta
    äldre äldsta ökänd ökände
    """.split()
)
"""What few are: beside a word for one person."""

LOOKS = tuple(
    """
    amputer barnvagn blond bruten bryter brytning dreadlocks flint gips glasögon haltar hoodie
    hundar hästsvans hårfärg hörapparat jacka keps kort kortväxt kraftigt krycka kryckor ledarhund
    luva luvtröja lång mager mustasch mörkhårig mössa näsring permobil piercing pitbull protes
    rottweiler rullator rullstol ryggsäck rödhårig schäfer skallig skägg sluddrar smal spenslig
    stammar storvuxen tandlös tatuer tatuerad ärr ögonbryn överviktig
    """.split()
)
"""How words begin for what somebody looks like, or has along."""

VERBS = frozenset(
    """
    anklagas anmäld anmälde anmälts avled avvek behövde behöver blev blir bor byter efterfrågar
    erbjuds fick flyttade flyttar får fördes gick greps grips går hade har hotade hotar häktades
    hördes hörs kom kommer kände känner köper köpte kör körde lever ligger lockas lurades misstänks
    misstänkt omhändertogs pekas påträffades rymde rymmer rånades saknar satt ses sitter ska
    skadades skjuter skriver skulle stör störde säljer sågs sålde uppgav uppges var vill ville är
    """.split()
)
"""Where a clause goes on with what the person did: the description has ended."""
