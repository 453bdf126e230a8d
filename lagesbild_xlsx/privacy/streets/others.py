"""Homes that are said otherwise than by a street and its number."""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.streets.public import is_of_body
from lagesbild_xlsx.privacy.text import Pattern, Text

TOWN = r"[1-9]\d{2}\s?\d\d"
"""A postcode."""
_TURNED = Pattern(
    r"""
    (?:nr|nummer|port|uppgång|trappa|hus|huset|radhus|radhuset|villa|lgh
      |lägenhet)\s (?P<turned> \d{1,3}[A-Ha-h]?\s(?:på|i|längs)\s
        [A-ZÅÄÖ][\w-]*(?:gatan|vägen|stigen|gränd|gången) )
    """,
    spaced=True,
)
"""A number before its street."""
_OTHER = Pattern(
    rf"""
    \b(?P<box> [Bb]ox\s\d{{1,4}},?\s(?:{TOWN}\s)?[A-ZÅÄÖ]\w+ )
  | \b(?P<house> (?:[Hh]us|[Rr]adhus|[Kk]olonilott|[Ss]tuga
    |[Tt]orp)\s\d{{1,3}},\s[A-ZÅÄÖ][a-zåäö]+ )
  | \b(?P<flat> (?:lgh|lägenhet)\.?\s\d{{4}} )\b
    """,
    spaced=True,
)
"""A post box, a house in an area, a flat."""
_POST_TOWN = Pattern(
    r"""
    (?<!nummer\s)(?<!postnr\s)(?<![\d,]\s)(?<![\d.,-])
    [1-9]\d{2}\s\d\d\s[A-ZÅÄÖ][a-zåäö]{2,}\b
    """,
    spaced=True,
)
_HOME = Pattern(
    r"""
    \b(?:[Bb]or\s(?:på|vid|i)|[Ss]kriven\s(?:på|vid)|[Ff]lytta\w*\still|[Hh]emma\s(?:på|vid)
      |[Aa]dress:?|[Bb]ostad\w*\s(?:på|vid))\s
    (?P<home> (?:[A-ZÅÄÖ][\w-]+\s)?
        [A-ZÅÄÖ][\w-]*(?:gatan|vägen|stigen|gränd|gränden|gången|backen|torget) ) (?!\w|\s\d)
  | \b(?:torpet|gården|villan|villa|stugan|sommarstugan|lantstället)\s
    (?P<farm> (?:(?:Stora|Lilla|Norra|Södra|Östra|Västra)\s)?[A-ZÅÄÖ][a-zåäö-]+ )\b
    """,
    spaced=True,
)
"""Where somebody is said to live, without a number."""

_STREETS = ("gatan", "vägen", "stigen", "gränd", "gränden", "gången", "backen", "torget")
_HOUSES = frozenset("torpet gården villan villa stugan sommarstugan lantstället".split())
_NUMBERED_HOMES = frozenset("box hus radhus kolonilott stuga torp lgh lägenhet".split())


def is_home(word: str) -> bool:
    """Return whether a word can be a street that somebody lives in, or a house with a name."""
    small = word.lower()
    return small.endswith(_STREETS) or small in _HOUSES


def is_town(word: str) -> bool:
    """Return whether a word can be a town, or a place there: it begins with a capital."""
    return word[0].isupper()


def is_numbered(word: str) -> bool:
    """Return whether a number after a word tells where somebody lives: *box*, *lgh*."""
    return word.lower() in _NUMBERED_HOMES


def homes(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield where somebody is said to live, also without a number."""
    for home in _HOME.finditer(text.text):
        yield Span(Kind.STREET, *home.span(home.lastgroup or 0))


def turned_addresses(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the streets with the number before them."""
    for turned in _TURNED.finditer(text.text):
        yield Span(Kind.STREET, *turned.span("turned"))


def numbered_homes(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the post boxes, the houses in an area, and the flats."""
    for other in _OTHER.finditer(text.text):
        if other["box"] and is_of_body(text.sentence(other.start())):
            continue
        yield Span(Kind.STREET, *other.span(other.lastgroup or 0))


def post_towns(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the towns with a postcode."""
    for town in _POST_TOWN.finditer(text.text):
        yield Span(Kind.STREET, *town.span())
