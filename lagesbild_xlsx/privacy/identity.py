"""Personal identity and coordination numbers, and figures of their shape; imports personnummer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known

_NUMBER = re.compile(
    r"""
    (?<![\d+])
    (?P<year>(?:18|19|20)?\d\d) (?P<inner>[-./\ ]?)
    (?P<month>\d\d) (?P=inner)
    (?P<day>\d\d)
    (?P<sign>\s{0,2}[-+/._:]?\s{0,2})
    (?P<last>\d{4} | [JKLMNRSTUWX]\d{3})        # a letter makes it an interim number
    (?! \d | [-.]\d )
    """,
    re.VERBOSE,
)
_SAID = re.compile(
    r"(?:pnr|pers(?:on)?nr|personnummer\w*|samordningsn\w+)\W{0,3}(?:är\s)?$", re.IGNORECASE
)
_CALLED = re.compile(r"(?:\btel\w*|\bmobil\w*|\bring\w*|nås)\W{0,3}(?:på\s)?$", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = 24
"""How many letters before a number are read for what it is said to be."""
_FIRST_MONTH_OF_ORGANISATION = 20
"""In an organisation number the third and fourth digits are at least 20 (lag 1974:174, 1 §)."""


def identity_numbers(text: str, _known: Known) -> Iterator[Span]:
    """Yield the numbers that are valid, and those that only look like one."""
    for number in _NUMBER.finditer(text):
        before = text[max(0, number.start() - _BEFORE) : number.start()]
        if kind := _kind(number, before):
            yield Span(kind, *number.span())


def _kind(number: re.Match[str], before: str) -> Kind | None:
    said = bool(_SAID.search(before))
    if _is_valid(number):
        return Kind.IDENTITY if said or _is_written_as_one(number, before) else None
    return Kind.FAULTY if said or _is_meant_as_one(number) else None


def _is_valid(number: re.Match[str]) -> bool:
    """Return whether date and check digit are right; a letter counts as 1 (Skatteverket)."""
    from personnummer.personnummer import valid  # noqa: PLC0415 only where figures look like one

    sign = "+" if "+" in number["sign"] else ""
    last = re.sub(r"^\D", "1", number["last"])
    return bool(valid(f"{_date(number)}{sign}{last}")) and not _is_to_come(number)


def _is_to_come(number: re.Match[str]) -> bool:
    """Return whether a date with its century is later than today: nobody is born then."""
    today = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d")
    return len(_date(number)) == len(today) and _date(number) > today


def _date(number: re.Match[str]) -> str:
    return number["year"] + number["month"] + number["day"]


def _is_written_as_one(number: re.Match[str], before: str) -> bool:
    """Return whether a valid number stands as one, not as a date with a time or a telephone."""
    if _has_dash(number):
        return True
    if number["inner"] or number["sign"].strip():
        has_room = bool(number["sign"]) and (number["inner"] != " " or _has_century(number))
        return has_room and not _CLOCK.fullmatch(number["last"])
    return not _CALLED.search(before)


def _is_meant_as_one(number: re.Match[str]) -> bool:
    """Return whether figures that fail the check can only be meant as an identity number.

    Ten digits in a row can be anything; six and four with a dash that are no organisation number,
    and twelve that start with a date, hardly can.
    """
    is_moment = bool(number["inner"]) and bool(_CLOCK.fullmatch(number["last"]))
    if is_moment or int(number["month"]) >= _FIRST_MONTH_OF_ORGANISATION:
        return False
    if _has_dash(number):
        return _is_date(number) or not _CALENDAR_YEAR.fullmatch(number["last"])
    stands_alone = _has_century(number) and not (number["inner"] or number["sign"].strip())
    return stands_alone and _is_date(number) and not _CLOCK.fullmatch(number["last"])


def _has_dash(number: re.Match[str]) -> bool:
    return "-" in number["sign"] or "+" in number["sign"]


def _has_century(number: re.Match[str]) -> bool:
    return len(number["year"]) > 2  # noqa: PLR2004 two digits are the year


def _is_date(number: re.Match[str]) -> bool:
    """Return whether the figures can be a day; in a coordination number it is 60 more."""
    return 1 <= int(number["month"]) <= 12 and 1 <= int(number["day"]) % 60 <= 31  # noqa: PLR2004
