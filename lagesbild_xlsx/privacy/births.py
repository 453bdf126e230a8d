"""Dates that are said to be somebody's birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BIRTH = re.compile(
    rf"""
    (?: \b(?:född|föddes|födelsedatum|födelsedag|födelsetid) | (?<!\w)f\. | (?<!\w)f(?=\s\d) )
    (?:\s++i\s++\w+)? \s*+(?:[:(]\s*+)? (?:den\s++)?
    (?P<date>
        (?:18|19|20)\d\d [-./\ ]? \d{{1,2}} [-./\ ]? \d{{1,2}}
      | \d\d (?P<inner>[-./]?) \d\d (?P=inner) \d\d
      | \d{{1,2}} [./]\s? \d{{1,2}} [./\ -]\s? (?:\d{{4}}|\d\d)
      | \d{{1,2}} (?::?[ea])? \s+ {_MONTH} \s+ (?:\d{{4}}|\d\d)
    )
    (?! \d | [-+\ ]?• )
    """,
    re.VERBOSE | re.IGNORECASE,
)


HINT = re.compile(r"f(?:öd|[.\s])")
"""This stands before every such date."""


def birth_dates(text: str, _known: Known) -> Iterator[Span]:
    """Yield the dates after *född* and the like; a bare date in a report is nobody's birth."""
    for birth in _BIRTH.finditer(text):
        yield Span(Kind.BIRTH, *birth.span("date"))
