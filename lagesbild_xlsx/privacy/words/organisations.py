"""Firms and bodies that are named as persons are, or after one, as ``spelled`` spells them.

Written down from general knowledge: names that stand over doors, which nobody has a right to list.
Municipalities and counties are those of Statistics Sweden's public register.
"""

from __future__ import annotations

FIRMS = frozenset(
    name.strip()
    for name in """
    gina tricot, bengt dahlgren, clas ohlson, kjell & company, martin & servera, carl f, axel
    johnson, dahl sverige, johan & nyström, oscar jacobson, björn borg, max hamburgare, joe & the
    juice, mio, ellos, felix, dina försäkringar, team olivia, thoren group, thorengruppen, ersta
    diakoni, sven-harrys, birgitta, john deere, harley davidson, mercedes benz, stanley, tiger of
    sweden, anders wall, rosa bandet, ung i sverige, jack & jones, lena handen, ria hela människan,
    ica nära, polarn o pyret, wayne's coffee, waynes coffee, sankt erik, sankta maria, bergendahls,
    martin olsson, ericsson, wallenstam, adolf fredrik, sophiahemmet, carlanderska, capio, elite
    hotels, ellen key, folke bernadotteakademin, abba, maria montessori, nils holgersson, pippi
    långstrump, kalle anka, santa maria, sibylla, balder, klas ohlson, rikshem, astrid lindgren,
    elsa beskow, karin boye, carl larsson, anders zorn, gustav vasa, evert taube, august strindberg,
    albert engström, raoul wallenberg, olof palme, dag hammarskjöld, hjalmar branting, karl gerhard,
    tove jansson, ulla billquist, cornelis vreeswijk, gustaf fröding, harry martinson, moa
    martinson, wilhelm moberg, vilhelm moberg, nelson mandela, martin luther, rosa parks, greta
    thunberg, jean piaget, abraham maslow, emil i lönneberga, alfons åberg, mamma mu, bamse, kalle
    blomkvist, einar mattsson, lundbergs, harrys, victoria park, åhléns
    """.replace("\n", " ").split(",")
)
"""Not a person's name, also inside a longer run of capitals; those that all know are nobody's."""

MUNICIPALITIES = frozenset(
    """
    ale alingsås alvesta aneby arboga arjeplog arvidsjaur arvika askersund avesta bengtsfors
    bjurholm bjuv boden bollebygd bollnäs borgholm borlänge borås botkyrka boxholm bromölla bräcke
    burlöv båstad dals-ed danderyd degerfors ekerö eksjö emmaboda enköping eskilstuna eslöv essunga
    fagersta falkenberg falköping falun filipstad finspång flen forshaga färgelanda gagnef gislaved
    gnesta gnosjö gotland grums grästorp gullspång gällivare gävle göteborg götene habo hagfors
    hallsberg hallstahammar halmstad hammarö haninge haparanda heby hedemora helsingborg herrljunga
    hjo hofors huddinge hudiksvall hultsfred hylte håbo hällefors härjedalen härnösand härryda
    hässleholm höganäs högsby hörby höör jokkmokk järfälla jönköping kalix kalmar karlsborg
    karlshamn karlskoga karlskrona karlstad katrineholm kinda kiruna klippan knivsta kramfors
    kristianstad kristinehamn krokom kumla kungsbacka kungsör kungälv kävlinge köping laholm
    landskrona laxå lekeberg leksand lerum lessebo lidingö lidköping lindesberg linköping ljungby
    ljusdal ljusnarsberg lomma ludvika luleå lycksele lysekil malmö malung-sälen malå mariestad
    markaryd mellerud mjölby mora motala mullsjö munkedal munkfors mölndal mönsterås mörbylånga
    nacka nordanstig nordmaling norrköping norrtälje norsjö nybro nykvarn nyköping nynäshamn nässjö
    ockelbo olofström orsa orust osby oskarshamn ovanåker oxelösund pajala partille perstorp piteå
    ragunda robertsfors ronneby rättvik sala sandviken sigtuna simrishamn sjöbo skara skellefteå
    skinnskatteberg skurup skövde smedjebacken sollefteå sollentuna solna sorsele sotenäs
    staffanstorp stenungsund stockholm storfors storuman strängnäs strömstad strömsund sundbyberg
    sundsvall surahammar svalöv svedala svenljunga säffle säter sävsjö söderhamn söderköping
    södertälje sölvesborg tanum tibro tidaholm tierp timrå tingsryd tjörn tomelilla torsby torsås
    tranemo tranås trelleborg trollhättan trosa tyresö täby töreboda uddevalla ulricehamn umeå
    uppsala uppvidinge vadstena vaggeryd valdemarsvik vallentuna vansbro varberg vaxholm vellinge
    vetlanda vimmerby vindeln vingåker vårgårda vänersborg vännäs värmdö värnamo västervik västerås
    växjö ydre ystad åmål ånge åre årjäng åsele åstorp åtvidaberg älmhult älvdalen älvkarleby
    älvsbyn ängelholm öckerö ödeshög örebro örkelljunga örnsköldsvik östersund österåker östhammar
    överkalix övertorneå visby mariefred stallarholmen malmköping åkers södermanland sörmland
    östergötland västmanland dalarna gävleborg jämtland västernorrland norrbotten västerbotten
    värmland närke halland skåne blekinge småland kronoberg västergötland götaland svealand norrland
    uppland öland dalsland bohuslän härjedalen hälsingland gästrikland medelpad ångermanland
    lappland sverige norge danmark finland island europa tyskland polen ukraina ryssland syrien irak
    iran turkiet somalia eritrea etiopien afghanistan libanon palestina israel bosnien serbien
    kosovo albanien rumänien bulgarien estland lettland litauen london paris berlin oslo köpenhamn
    helsingfors kiev kabul bagdad damaskus mogadishu asmara aleppo
    """.split()
)
"""Places that are nobody's name, but those that also are a surname: Berg, Lund, Mark, Vara."""
