"""Words that point at one person without a name: an age or a school year, and a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known
from lagesbild_xlsx.privacy.plain import holds_any

_SOMEBODY = (
    r"(?:pojke|flicka|kille|tjej|man|kvinna|elev|yngling|tonåring|person|ungdom|grabb|dam|herre"
    r"|mamma|pappa|förälder|son|dotter|bror|syster|granne|missbrukare|brukare|klient)"
)
_THE_ONES = (
    "pojken flickan killen tjejen mannen kvinnan eleven ynglingen tonåringen personen ungdomen"
    " grabben damen herrn mamman pappan föräldern sonen dottern brodern systern grannen"
    " missbrukaren brukaren klienten familjen"
).split()
_THE_ONE = f"(?:{'|'.join(_THE_ONES)})"
_NUMBER = (
    r"(?:\d{1,3}|(?:[a-zåäö]*(?:ton|tio|tjugo))?(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)"
    r"|[a-zåäö]*(?:ton|tio|tjugo|tolv|elva))"
)
_YEARS_OLD = rf"{_NUMBER}[-\s]?årig[ae]?"
_IN_CLASS = r"i\s(?:årskurs|åk\.?|klass)\s?\d\s?[A-Fa-f]?\b"
_AGED = rf"(?:på|om)\s{_NUMBER}\sår\b|{_NUMBER}\sår(?:\sgammal)?\b|född\s(?:19|20)?\d\d\b"
_FROM = r"(?:på|i|vid|i?från|utanför|hos|boende\s(?:på|i)|bosatt\s(?:på|i)|hemmahörande\si)"
_PLACE = (
    r"[A-ZÅÄÖÉ][\w-]*"
    r"(?:\s(?:skolan|skola|gymnasiet|gymnasium|gatan|vägen|torget|centrum|[A-ZÅÄÖÉ][\w-]*))?"
    r"(?:\s(?:skola|väg|gata|torg))?"
)
_ONE = rf"""
    \b(?:
        (?:(?:en|ett|den|denna|samma|vår|ung|äldre|yngre)\s)? {_YEARS_OLD} \s
        (?:[a-zåäö]+\s)? (?:{_SOMEBODY}|{_THE_ONE})
      | (?:(?:en|den|samma)\s)? {_NUMBER}[-\s]?åring(?:en)?
      | en\s(?:[a-zåäö]+\s)? {_SOMEBODY} ,?\s (?:{_IN_CLASS}|{_AGED}),?
      | (?:den\s(?:[a-zåäö]+\s)?)? {_THE_ONE} (?:\s(?:{_IN_CLASS}|{_AGED}))?
    )
    \s (?:{_IN_CLASS}\s)? {_FROM} \s (?-i:{_PLACE})
"""


@cache
def _one() -> re.Pattern[str]:
    """Return the pattern, which takes longer to compile than most texts to search."""
    return re.compile(_ONE, re.VERBOSE | re.IGNORECASE)


_HINTS = ("år", "åk", "klass", "född", *_THE_ONES)
"""One of these stands in every such phrase."""

_TO_PLACE = re.compile(r"\s(?<=[åidnrsÅIDNRS]\s)[A-ZÅÄÖÉ]")
"""How each goes on: the end of a preposition, and a name. Most texts have nothing of the kind."""

_ANYONE = re.compile(
    r"\b(?:varje|alla|ingen|genomsnittlig\w?|typisk\w?|vanlig\w?|grupp|av\sfem|av\stio)\s$",
    re.IGNORECASE,
)


def singled_out(text: str, _known: Known) -> Iterator[Span]:
    """Yield what points at one person; groups, plurals and *varje 15-åring* do not."""
    if not (_TO_PLACE.search(text) and holds_any(text.lower(), _HINTS)):
        return
    for phrase in _one().finditer(text):
        if not _ANYONE.search(text[: phrase.start()]):
            yield Span(Kind.SINGLED_OUT, *phrase.span())
