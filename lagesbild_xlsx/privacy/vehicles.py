"""Vehicle registrations: Swedish plates, and whatever is said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text

_LETTER = "A-HJ-PR-UW-Z"
"""Letters of a plate: not I, Q, V, Å, Ä or Ö (Transportstyrelsen)."""
_LAST = "A-HJ-NPR-UW-Z"
"""What may stand last on a plate since 2019: not O either, which looks like nought."""
_ANY, _ANY_LAST = _LETTER + _LETTER.lower(), _LAST + _LAST.lower()
_LETTERS = frozenset("ABCDEFGHJKLMNOPRSTUWXYZ")
_END = r"(?:s\b)?(?![\w•@]|-\d|[.,:]\d)"

_PLATE = Pattern(
    rf"""
    (?<![\w@-]) (?:
        (?P<letters>[{_ANY}]{{3}}) (?P<gap>[._:|-]|\ {{0,3}}) (?: \d\d\ ?[{_ANY_LAST}]
          | \d\ ?\d\ ?\d )
      | (?:[{_LETTER}][ -]){{3}} \d[ -]\d[ -][\d{_LAST}]
      | (?:[{_LETTER}]-){{2}} [{_LETTER}] [ -] \d\d[\d{_LAST}]
    ) {_END}
    """,
    spaced=True,
)
"""Three letters and three signs, together or apart, in any case."""

_HALF_READ = Pattern(
    r"""
    (?<![\w?*-]) (?=[?*]{0,2}[A-Z]) (?![A-Z]{3}[ -]?\d\d[\dA-Z])
    [A-Z0?*]{3} [ -]{0,2} (?=[\dIOlZ?*]*\d|[?*]{2}) [\dIOlZ?*]{2}[\dA-Z?*] (?![\w•-])
    """,
    spaced=True,
)
"""A plate with signs that could not be read, or look like others: *LJ? 44?*, *F0X 11A*."""

_NO_PLATES = frozenset(
    """
    AFS ALL ANT APR ARE ART AUG BAD BAR BBR BFS BMW BOA BOR BRA BRF BTA BUD BUP BUS CAD CHF CPU DAG
    DAR DEC DEL DEM DEN DESS DET DIN DKK DNA DNR DOM DOS DUB EKO ELD ELF END ENL ENS EPA ERA ERS
    EST ETC ETT EUR FAR FAS FAX FEB FEL FEM FMV FOR FRA FRK FUL GAR GAT GAV GBP GER GGR GHB GPS GUL
    HAL HALL HAN HAR HBT HEL HKP HOG HON HOS HOT HSB HTM HUS ISO JAN JFR JUL JUN KAN KAP KAR KFF
    KFS KKR KOD KOL KOM KPI KTH KUL KWH LAG LAN LAR LAS LAT LED LEK LEX LGH LJU LOA LOP LOT LOV LPO
    LPT LSD LSS LTH LUX MAJ MAL MAN MAR MAX MBL MED MER MIN MKR MOB MOM MOT MSB MSK MWH NAR NAT NED
    NER NMR NOK NOR NORR NTU NYA NYTT OBS OCH OCR OKT OSS PAGE PAR PAS PAX
    PDF PER PGA PLAN PLO PNR PTS
    PUB PUR RAD RAS REF REG RES RING RUM SAK SAL SAM SCB SEJ SEK SEN SEP SER SET SEX SFS SJU SKA
    SKB SKE SKR SMS SOC SOL SOM SOS SOU SPEL SPF SSF SSP STD STP SYD TAG TAK TAL TAR TBC TEL TEN
    TFN THC TID TIO TKR TOG TOM TON TOP TOT TRE TYP UNG UPP USA USB USD UTE VAR VET XXL
    """.split()
)
"""Abbreviations and words that digits follow: rooms, money, laws, months, standards, agencies."""

_NUMBERED_TOO = frozenset("SAL RUM HUS TYP DEL LAG BUS PUB KAN KAP SID PLAN HAL".split())
"""Those of them that a number with a letter follows as well."""
_SMALL_WORDS = frozenset("och att som med den men hos mot".split())
"""What stands before any number, in small letters."""
_BESIDE_PLATE = Pattern(
    r"\b(?:[a-zåäö]*bil(?:en|ens)?|epa\w*|a-?traktorn?|mc|moped\w*|mopp?e\w*|motorcykel\w*|släp\w*"
    r"|husvagn\w*|skylt\w*|plåt\w*|reg\w*|regn\w*|volvo|saab|audi|bmw|vw|golf|passat|toyota|kia|ford"
    r"|opel|skoda|seat|mazda|nissan|renault|peugeot|mercedes|tesla|fordon\w*)\b\W{0,4}(?:nr\W{0,3})?$"
)
_NUMBERED = Pattern(
    r"\b(?:typ|modell|sal|rum|lokal|klass|art|hus|plan|kod|skåp|zon|kanal|linje|serie"
    r"|(?:artikel|blankett|rutin|standard|norm|enligt|kurs|armatur|lamp|kamera|produkt|version|rapport|ritning"
    r"|sektion)\w*)\W{1,3}(?:\w+\W{1,2}){0,2}$"
)
"""What names something else that is numbered: *sal ABC 204*, *lampor av typ Philips BGP 307*."""
_COUNTED = Pattern(
    r"\s?(?:%|st\b|kr|tkr|\d{3}\b|[a-zåäö]+(?:ar|er|or|en)\b|barn|år\b|m\b|km\b|kilo|meter)"
)

_SAID_BY = ("reg", "skylt", "plåt", "chassi", "vin", "ramn", "båt")
_ABROAD = (
    "polsk norsk dansk finsk tysk litauisk lettisk estnisk rumänsk bulgarisk ukrainsk rysk"
    " holländsk belgisk fransk engelsk brittisk utländsk spansk italiensk"
).split()
_SAYS = (*_SAID_BY, *_ABROAD)
_COUNTRY = rf"(?:{'|'.join(_ABROAD)})\w*"
_VEHICLE = r"(?:[a-zåäö]*bil\w*|fordon\w*|mopp?e\w*|moped\w*|mc|släp\w*|buss\w*|husvagn\w*)"
_FROM_ABROAD = (
    r"[a-zåäö?*]{1,3} [\s_.-]{0,3} (?:[a-z]{1,2}[\s-]?)? [\d?*]{1,5} (?:[\s-]?\d{1,3})?"
    r" (?:\s?[a-z]{1,2}\d{0,2})? (?:\s\d\d)?"
    r" | \d{1,4} [\s-]? [a-z]{1,3} (?:[\s-]?\d{1,4})?"
)
_SAID = Pattern(
    rf"""
    (?: \b(?: reg(?:istrerings)?[.\s-]{{0,2}}(?:nr|nummer|nummret|skylt\w*|plåt\w*)?
          | [a-zåäö]*(?:skylt|plåt)\w* | [a-zåäö]+reg(?:istrerad\w*)? )
        (?:\s(?:är|var|med|reg|börjar\s(?:på|med)|slutar\s(?:på|med)))*
      | \b{_COUNTRY}\s(?:{_VEHICLE}|reg\w*) )
    [\W_]{{0,3}} (?P<plate> (?!reg) (?:{_FROM_ABROAD}) ) {_END}
  | \b(?:chassi|vin|ramn)\w*\W{{1,3}} (?P<frame> (?=\w*\d)[a-hj-npr-z\d]{{8,17}} ) \b
  | \b(?:skylt|plåt|reg)\w*\s[\w\s]{{0,8}}["”“] (?P<quoted> [a-zåäö\d]{{2,7}} ) ["”“]
  | \b(?:börjar|slutar|inleds|börjande)\s(?:på|med)\s (?P<part> [a-zåäö]{{2,3}}
    | \d{{2,3}}[a-z]? ) {_END}
  | \bpersonlig\w*\s(?:skylt|plåt|reg)\w*[:\s]{{1,2}} (?P<own> [a-zåäö\d]{{2,7}} ) \b
    """,
    spaced=True,
)
"""What is called a plate: of another country, of one's own choice, half read."""
_CAPITALS = Pattern(
    r"(?<![\w-])(?!(?:BMW|XC|GLA|GLC|VW|KIA|SAAB|AUDI"
    r"|MB)\b)(?:[A-Z]{1,3}[ -]?(?:[A-Z]{1,2}[ -]?)?\d{2,5}[ -]?[A-Z\d]{0,3}"
    r"|\d{1,3}[ -]?(?!CDI|TDI|HK|KM)[A-Z]{2,3}[ -]?\d{0,4})" + _END
)
"""Letters and digits such as a plate has in some country."""
_DRIVEN = frozenset(
    """
    epa epatraktor traktor mc moped mopeden mopeder släp släpet husvagn husvagnen motorcykel
    motorcykeln minibuss minibussen fordon fordonet volvo audi bmw mercedes transit golf passat
    """.split()
)
_UNREAD = frozenset(b"?*")
"""What stands for signs that could not be read."""
_REACH = len("ABC AB ")
"""How much of a plate stands at most before its first digit."""
_FEWEST_SIGNS = 6
"""How many of them a plate has at least, where nothing else tells it."""


def is_clue(word: str) -> bool:
    """Return whether a word can be the letters of a plate, alone or three with blanks between."""
    may_be_one = len(word) in {1, 3} and word not in _SMALL_WORDS
    return may_be_one and _LETTERS.issuperset(word.upper())


def is_half_read(word: str) -> bool:
    """Return whether letters can be of a plate with other signs among them: *F0X 11A*."""
    return len(word) <= len("ABCOl") and (word.rstrip("l").isupper())


def is_vehicle(word: str) -> bool:
    """Return whether a word is for a vehicle, or says that a plate stands beside it."""
    small = word.lower()
    return small in _DRIVEN or small.endswith(("bil", "bilen", "bilar")) or says_plate(word)


def says_plate(word: str) -> bool:
    """Return whether a word says that a plate stands beside it."""
    small = word.lower()
    return small.startswith(_SAYS) or small.endswith(("reg", "skylt", "plåt", "skyltar"))


def plates(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the vehicle registrations as Swedish plates are."""
    for plate in _PLATE.finditer(text.text, text.before_digits(_REACH)):
        if not plate["letters"] or _is_plate(text, plate):
            yield Span(Kind.VEHICLE, *plate.span())


def half_read_plates(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the plates with signs that could not be read, or look like others."""
    start = 0 if text.signs & _UNREAD else text.before_digits(_REACH)
    for plate in _HALF_READ.finditer(text.text, start):
        yield Span(Kind.VEHICLE, *plate.span())


def _is_plate(text: Text, plate: re.Match[str]) -> bool:
    """Return whether letters and digits are a plate, not an abbreviation and what it counts."""
    letters = plate["letters"]
    if _BESIDE_PLATE.ends(text.small, plate.start()):
        return True
    is_together = plate[0][-1].isalpha() and plate[0][-2].isdigit()
    known = _NUMBERED_TOO if is_together else _NO_PLATES
    if letters in _SMALL_WORDS or letters.upper() in known:
        return False
    if _NUMBERED.ends(text.small, plate.start()) and not text.has(is_vehicle):
        return False
    is_close = letters.isupper() or not plate["gap"]
    return is_close or not _COUNTED.match(text.small, plate.end())


def said_plates(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield what is said to be a plate, in a text that speaks of them."""
    for said in _SAID.finditer(text.small):
        yield Span(Kind.VEHICLE, *said.span(said.lastgroup or 0))


def plates_from_anywhere(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield letters and digits that look like a plate, in a text about a vehicle."""
    if not text.has(is_vehicle):
        return
    for plate in _CAPITALS.finditer(text.text, text.before_digits(_REACH)):
        if sum(map(str.isalnum, plate[0])) >= _FEWEST_SIGNS and plate[0][:3] not in _NO_PLATES:
            yield Span(Kind.VEHICLE, *plate.span())
