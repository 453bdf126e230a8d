"""Words that begin with a capital and are no part of a person's name."""

from __future__ import annotations

import re

PARTICLES = frozenset("af av von van der den de la le da dos du di el al bin ibn zu ten".split())
"""Small words inside a surname."""

TITLES = frozenset(
    """
    rektor rektorn biträdande lärare läraren kommunpolis kommunpolisen områdespolis polis
    polisassistent inspektör kommissarie ordförande ordföranden socialsekreterare handläggare
    handläggaren kurator kuratorn fältare fältaren fritidsledare fritidsledaren kommundirektör
    kommunalråd chef chefen enhetschef samordnare samordnaren trygghetssamordnare
    säkerhetssamordnare säkerhetschef vaktmästare vaktmästaren kontaktperson vittne vittnet
    målsägande mamma mamman pappa pappan mor far son sonen dotter dottern bror syster syskonen
    pojken flickan mannen kvinnan killen tjejen eleven klienten hyresgästen ägaren föreståndare
    föreståndaren herr fru fröken doktor dr professor advokat åklagare åklagaren granne grannen
    skolsköterska psykolog präst prästen kyrkoherde verksamhetschef projektledare utredare
    """.split()
)
"""What may stand before a person's name, and is not masked with it."""

BESIDE = frozenset(
    """
    januari februari mars april maj juni juli augusti september oktober november december måndag
    tisdag onsdag torsdag fredag lördag söndag jul påsk midsommar valborg lucia halloween vecka
    kvartal vår våren sommar sommaren höst hösten vinter vintern sportlov påsklov höstlov norra
    södra östra västra norr söder öst öster väst väster mitt nord syd centrala gamla nya stora
    lilla övre nedre inre yttre och eller men när där här det den de detta denna dessa vi ni han
    hon man alla några många fler flera fem sex sju åtta tio två tre fyra en ett i på vid från
    till med om under efter före hos enligt genom mellan mot för av ut ur över längs kring utan
    sedan även också inte ingen inga igår idag imorgon nu då ny nytt samtal möte mötet tack
    kontakt ansvarig resultat svenska sveriges sverige nordiska europeiska nationella nationellt
    statens statliga kommunala kommunens regionala lokala lokalt gemensamma allmänna trygga
    trygg trygghet säker säkra röda vita blå gröna rött gult grönt röd gul grön öppna unga ung
    barnens stationen torget centrum skolan skola bruk kyrkan kyrka parken stan staden bostäder
    bostad arena hallen plan ip universitet högskola gymnasium akademi museum teater bibliotek
    hotell sjukhus vårdcentral apotek station resecentrum galleria köpcentrum stadshus kommunhus
    folkets hus park torg plats gata väg club klubb klubben bank rådet råd ordning avdelning
    avdelningen enheten gruppen laget nätverket företagarna näringsliv korset stad län kommun
    region regionen distrikt område området göteborg stockholm malmö uppsala västerås örebro
    linköping helsingborg norrköping jönköping umeå borås eskilstuna gävle södertälje karlstad
    täby växjö halmstad sundsvall luleå trollhättan östersund borlänge falun kalmar skövde
    kristianstad karlskrona nyköping strängnäs mariefred katrineholm flen oxelösund gnesta trosa
    vingåker södermanland sörmland östergötland västmanland dalarna gävleborg jämtland
    västernorrland norrbotten västerbotten värmland närke halland skåne blekinge gotland småland
    kronoberg västergötland götaland svealand norrland uppland öland black blue green red white
    night bar pub burger king circle friday monday operation map maps cure violence care safety
    security angels hells cobra go the that and new free street point google microsoft teams
    excel word office open facebook instagram snap snapchat tiktok youtube apple volvo saab
    status fliken välj design hamburgare larm grupp larmet café kafé pizzeria sluta stoppa stopp
    rapid happy big little world sport sports fitness gym house music game games norge danmark
    finland europa tyskland ukraina syrien bil bygg åkeri måleri buss livs trädgård städ tak
    """.split()
)
"""Words that stand beside a name and end it; a place beside a word is a place's name."""

ALSO_SURNAMES = frozenset(
    "nord norr söder öst väst vinter sommar park stad flen vit röd grön malmö falun borg".split()
)
"""Words beside a name that are a surname right after a first name: *Britta Nord*."""

HEADS = frozenset(
    """
    team projekt projektet insats insatsen förening föreningen stiftelse stiftelsen kampanj
    kampanjen kvarter kvarteret vision visionen enkät enkäten medborgarlöfte medborgarlöftet
    grannsamverkan nattvandrarna stadsmissionen frälsningsarmén hyresgästföreningen polisen
    polisregion region länsstyrelsen kriminalvården migrationsverket trafikverket skatteverket
    försäkringskassan arbetsförmedlingen socialstyrelsen skolverket folkhälsomyndigheten
    tullverket kustbevakningen räddningstjänsten åklagarmyndigheten domstolsverket
    brottsoffermyndigheten kronofogden hovrätten tingsrätten förvaltningsrätten kvinnojouren
    tjejjouren mansjouren brottsofferjouren fastighetsbolaget bostadsbolaget restaurang
    restaurangen butik butiken hotell företaget bolaget modell modellen metod metoden program
    programmet nätverk nätverket forum gruppen studieförbundet coop ica lidl willys hemköp
    systembolaget sankt sankta s:t rädda ung ungdomens räddningstjänst gymnasiet skolan
    förskolan fritidsgården dagis familjecentralen boendet lokalpolisområde utställningen filmen
    boken festivalen cupen turneringen loppet mässan
    """.split()
)
"""Words after which what follows is the name of something: *Föreningen Ulfhälls Hällar*."""

_ENDINGS = tuple(
    """
    skolan skola skolor gymnasiet gymnasium gården gård gatan vägen torget torg kyrkan kyrka
    parken park hallen stationen området bron kommunen förvaltningen nämnden kontoret verket
    myndigheten styrelsen styrelse föreningen förening förbundet förbund sällskapet klubben
    jouren polisen rätten tjänsten missionen kassan armén rådet löftet huset centrum bostäder
    fastigheter bolaget rummet badet planen vallen lunden udden holmen samverkan avdelningen
    enheten gruppen vandrarna stugan biblioteket landet götaland relationer mätningen grupp larm
    slott ens ets arnas ernas ornas ning ningen het heten tion tionen skap skapet else elsen
    itet arbete arbetet hamnen kommun
    """.split()
)
"""How the names of places and bodies end, and nouns that are no surname."""

_PLACE_AFTER = re.compile(
    r"""
    (?<=s) \s+ (?: väg | vägen | gata | gränd | stig | torg | plats | park | skola | gymnasium
      | sjukhus | barnsjukhus | kyrka | församling | stiftelse | minnesfond | museum | allé | backe
      | hus | hem | gård | bro | hamn | strand | idrottsplats | förskola | bil | bygg | el | åkeri
      | måleri | buss | livs | café | kafé | trädgård | minne ) \b
    | \s+ (?: ab | hb | kb | aktiebolag ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_thing(word: str) -> bool:
    """Return whether a word in small letters ends as the names of places and bodies do."""
    last = word.rpartition("-")[2]
    return last.endswith(_ENDINGS) or last.removesuffix("s").endswith(_ENDINGS)


def names_a_thing(text: str, end: int) -> bool:
    """Return whether what looks like a name ends in a place or a firm: *Selma Lagerlöfs torg*."""
    return bool(_PLACE_AFTER.match(text, end))
