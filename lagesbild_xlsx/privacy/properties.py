"""Property designations: who owns one stands in a public register (fastighetsregistret)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.streets.public import is_listed
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.beside_names import is_role, is_thing

_UNIT = Pattern(
    r"""
    (?<![\w.-]) (?P<name> [A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+){0,2} | [^\W\d_]{3,} ) \s
    (?P<number> (?:\d{1,3}|s|S|ga|GA)\s?:\s?\d{1,4}(?:>\d+|:\d{1,2})? ) (?! [\w•:] | [.,]\d )
    """,
    spaced=True,
)
"""A parish or a village, and block and unit: *Tallmyra 4:12*, *Sjöända s:4*."""
_CLOCK = Pattern(r"(?:[01]\d|2[0-4]):[0-5]\d")
_NO_NAMES = frozenset(
    """
    matt mark luk joh ps matteus markus lukas johannes mose mosebok psaltaren psalm romarbrevet
    hesekiel jesaja jeremia sfs msbfs sosfs hslf prop sou ds rskr bet kl klockan skala rapport brå
    dnr ks kf if fk bk ik hc vecka dag måndag tisdag onsdag torsdag fredag lördag söndag mål
    resultat match vann med slutade ledde förlorade från till och kap kapitel nr vid nämnd version
    kvot förhållande blandning odds sn son enl enligt fas etapp betyg derby a3 a4
    """.split()
)
_SAID = Pattern(
    r"fast(?:ighet|\.|\b)|tomt|lagfar|utmät|ägar|vräk|exekutiv|kvarter|beteckn|gård\b|torp|villa"
    r"|samfäll"
)
_NUMBER = (
    r"\d{1,3}(?:\s(?:och|o|&)\s\d{1,3})?"
    r"(?![\w•]|[.,:]\d|-\d|\s?%|\s(?:st|kr|gånger|år|procent)\b)"
)
_QUARTER = Pattern(
    rf"""
    (?: (?P<quarter> \b[Kk](?:v|V|varter(?:et)?)[.\s]\s? (?!bor\b|har\b|är\b|född\b|på\b|från\b
        |i\b) [^\W\d_][\w-]+(?:\s[^\W\d_]+)? )
      | (?P<said> \b(?:[Ff]ast(?:igheten|ighet|\.?\s?bet\w*\.?|\.?|ighetsbeteckning)|[Tt]omt(?:en)?
        |[Ss]amfälligheten)[:\s]\s? [A-ZÅÄÖ][\w-]+ )
      | \b(?:[Ff]astighetsägar\w*|[Ää]gare(?:n)?|[Vv]räkning\w*|[Ff]astigheten)
        (?:\s(?:till|av|på|från|fr\.?|i))?\s (?P<owned> [A-ZÅÄÖ][\w-]+ ) )
    \s(?:nr\s)?{_NUMBER}
    """,
    spaced=True,
)
"""A quarter and a number: *kv. Björnen 7*, *fastigheten Lärkan 3*."""
_CLUES = ("kvarter", "fastighet", "fastbet", "tomt", "samfäll", "ägar", "vräk")
_CLUE_WORDS = frozenset({"kv", "kvv", "fast"})

_ANIMAL = Pattern(
    r"(?<![\w.-])(?P<word>[A-ZÅÄÖ][a-zåäö]{3,}(?:en|an|et|eln|ern))\s(?:nr\s)?[1-9]\d?"
    r"(?![\w•]|[.,:]\d|\s?-\s?\d|\s?%|\s\d|\s?§)"
)
"""Quarters are named after animals, plants and things, one of each: *Björnen 7*."""
_NO_ANIMALS = frozenset(
    """
    etappen punkten sidan fliken raden fasen omgången vägen linjen bussen klassen gruppen åtgärden
    årskursen lektionen perioden veckan dagen timmen delen nivån frågan kolumnen bilagan versionen
    våningen salen rummet huset platsen omröstningen programmet projektet insatsen målet kapitlet
    paragrafen avsnittet steget momentet upplagan numret kanalen paketet laget brottet vintern
    sommaren totalen hösten våren larmen antalet sedan mellan annan innan samtidan ungefären redan
    endast utan brandstationen åldern studien summan andelen delsumman scenariet utgåvan sektionen
    avdelningen uppgången trappan
    """.split()
)
_NO_ANIMAL_ENDINGS = (
    "bilen", "bussen", "ambulansen", "hissen", "zonen", "kameran", "matchen", "korridoren",
    "skåpet", "stolpen", "skylten", "dörren", "porten", "pannan", "pumpen", "larmet", "containern",
    "artikeln", "regeln", "cykeln", "tabellen", "figuren", "bilden", "titeln", "skylten",
    "modellen", "metoden", "numret", "kursen", "modulen", "gruppen", "punkten", "linjen", "planen",
    "passet",
)  # fmt: skip
"""What is numbered because there are many of a kind in use."""
_PUBLIC = Pattern(
    r"detaljplan|planprogram|(?:kommunens|regionens|skol)\s?fastighet|kommunägd"
    r"|ägs av (?:kommunen|regionen)|(?:kommunen|regionen) äger"
    r"|idrottshall|sporthall|simhall|ishall|parkeringshus|p-hus|återvinningscentral"
)
"""What makes a property nobody's home: a plan, an owner that is a body, what anybody uses."""
_COUNTED = Pattern(
    r"\s(?:st|kr|tkr|mkr|ggr|år|tillfällen|nya|barn|procent|poäng|m|km|av|till|mot|mars|april|maj"
    r"|(?:jan|jun|jul|aug|sep|okt|nov|dec)\w*"
    r"|(?!(?:har|var|under|efter|eller|störande|bor|stör|hör|hyr|dör|säljer|eldar|håller|ringer)\b)[a-zåäö]+(?:ar|er|or))\b"
)


def is_clue(word: str) -> bool:
    """Return whether a property can stand after a word."""
    return word.lower() in _CLUE_WORDS or word.lower().startswith(_CLUES)


def property_designations(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the designations; a clock, a score, a verse or a scale is none."""
    if ":" in text.text and (text.digits > 1 or "s:" in text.small or "a:" in text.small):
        for unit in _UNIT.finditer(text.text):
            if _is_unit(text, unit):
                yield Span(Kind.PROPERTY, *unit.span())


def said_properties(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield what is called a property: *kv. Björnen 7*, *fastigheten Lärkan 3*."""
    for quarter in _QUARTER.finditer(text.text):
        if not _PUBLIC.search(text.small):
            yield Span(Kind.PROPERTY, quarter.start(quarter.lastgroup or 0), quarter.end())


def quarters(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the names with an article and a number: *Björnen 7*."""
    for animal in _ANIMAL.finditer(text.text):
        if not is_animal(animal["word"]) or _PUBLIC.search(text.sentence(animal.start())):
            continue
        is_counted = _COUNTED.match(text.small, animal.end())
        is_society = text.small.endswith("brf ", 0, animal.start())
        if not (is_counted or is_society or is_listed(text, animal.start())):
            yield Span(Kind.PROPERTY, *animal.span())


def _is_unit(text: Text, unit: re.Match[str]) -> bool:
    """Return whether a name and digits are a property: *Hagby 1:18*, not *Kyrkan 18:30*."""
    name = unit["name"].rpartition(" ")[2]
    is_law = len(name) <= len("PBLL") and any(map(str.isupper, name[1:]))  # *BrB 16:5*
    if is_law or name.lower() in _NO_NAMES or _PUBLIC.search(text.small):
        return False
    is_like_one = unit["name"][0].isupper() and not _CLOCK.fullmatch(unit["number"])
    return is_like_one or _SAID.search(text.small) is not None


def is_animal(word: str) -> bool:
    """Return whether a word can be a quarter's name, of which there is one."""
    small = word.lower()
    if not (word[0].isupper() and small.endswith(("en", "an", "et", "eln", "ern"))):
        return False
    is_numbered = small in _NO_ANIMALS or small.endswith(_NO_ANIMAL_ENDINGS)
    return not (is_numbered or is_role(small) or is_thing(small))
