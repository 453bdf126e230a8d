"""How streets, crofts and villages end, and words that end so and are none."""

from __future__ import annotations

from lagesbild_xlsx.privacy.words.organisations import MUNICIPALITIES

STREETS = tuple(
    """
    gatan vägen stigen gränd gränden torget allén backen backarna leden slingan kajen esplanaden
    promenaden stranden brinken terrassen svängen liden höjden gången rundeln rundan ringen parken
    tvären platsen trappan bryggan väg gata stig hamnplan kyrkplan kapellplan slottsplan
    stationsplan rådhusplan
    """.split()
)
IN_HASTE = (
    "gatan", "vägen", "stigen", "gränd", "gränden", "allén", "gtan", "gatn", "vägn", "vgen",
)  # fmt: skip
"""What only streets end in, also in small letters, and with a letter missing."""
KINDS_OF_STREET = frozenset(
    "väg gata stig gränd torg plats allé backe park led plan gård gatan vägen stigen".split()
)
"""Words that stand by themselves after the name of a street: *Karl Gerhards väg*."""

PLACES = tuple(
    """
    ängen ängarna äng änge änga haga hagen hage hagarna udden udde lund lunda lunden viken vik näs
    näset torp torpa torpet stuga stugan gård gården berga berget holm holmen kulla kullen hult ryd
    rud sund sundet kärr kärret säter sätra sätter vreten vret vilan måla arp gärde gärdet åsen ås
    hultet åsa kvarn kvarnen tomta bygget sjö sjön sö dö gö hö bö lö mö nö rö vö tö ön by byn boda
    bol böle mo moen åker hem bäck bäcken strand stranda sta stad dal dala dalen hällen häll ekan
    hill fors bruk lugnet backa backan hed heden hov husby hyttan hytta klint klippan krogen löt
    löten malm marken mosse mossen måsen råda rönningen skogen slätten sten stena tuna valla vallen
    åby åkra ekeby kyrkby land landet linga inge lösa källa källan
    """.split()
)
"""How crofts, villages and islands end: *Storängen 4B*, *Ringsö 18*."""

NO_PLACES = (
    frozenset(
        """
        miljö nästa första sista bästa värsta flesta senaste hobby symbol fritidsgård fritidsgården
        skolgård skolgården bygdegård bygdegården hem stad gård park plan väg etapp by dal mo ås
        strand rugby baby derby hammarby missbruk demo promo memo fredag resultat största minsta
        enda medal handlingsplan kvarter vårdhem familjehem barnhem ungdomshem behandlingshem
        församlingshem start hemlösa arbetslösa barnlösa oro inland utland finland runda grunda
        resultatet bland ibland övervakning landet stenen gruppen lotsen ärenden anmälda betong
        fotboll ishall simhall klass grupp fas del steg nivå buss linje bilaga flik rad sida punkt
        lag rum sal lokal kamera zon vecka kapitel tabell figur bild version match omgång prio
        åtgärd mål insats aktivitet fråga svar larm grad index kanal spår plattform pall trafikplats
        avfart station hållplats nummer dag kväll natt elev patient brukare klient avfall campus
        resecentrum parken stadsparken gc-väg riksväg länsväg rv lv uppgången trappan rastplatsen
        hållplatsen busshållplatsen parkeringsplatsen
        """.split()
    )
    | MUNICIPALITIES
)
"""Words that end as a place and are none, and things that are numbered."""
