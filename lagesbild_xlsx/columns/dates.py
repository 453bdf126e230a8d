"""Dates and times as they are typed in Swedish, and when a time ends: a year, a quarter, a week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from lagesbild_xlsx.places import normalised

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

PLAUSIBLE_YEARS = range(1990, 2100)
"""A year typed into a cell with a date format becomes a day of 1905, a time one of 1899."""

DATE_FORMS = (
    r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})[/.-] ?(?P<m>\d{1,2})[-/. ]+(?P<y>\d{4})",
    r"(?:den )?(?P<d>\d{1,2})(?:[:.]?e)?[. -]+(?P<m>[a-zåäö]{3,9})[., -]+(?P<y>\d{4})",
    r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
)
"""Ways to type a date in Swedish. A year has four digits: 20/5 21 could mean two things."""


DASHES = "[\u2010-\u2015\u2212]"
AROUND_DATE = r"^'|^(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?e?n?[.,]? |[ t]00:00(?::00)?$"
"""What may stand around a date without changing it: a weekday, and midnight."""


def looks_like_a_date(typed: str) -> bool:
    """Return whether a text is written as a date is, though there may be no such day."""
    day = _bare(typed)
    found = [re.fullmatch(form, day) for form in DATE_FORMS]
    return any(each is not None and month_number(each["m"]) for each in found)


def parsed_date(typed: str) -> dt.date | None:
    """Return the date that a text says in Swedish, or None."""
    day = _bare(typed)
    for form in DATE_FORMS:
        if found := re.fullmatch(form, day):
            month = month_number(found["m"])
            try:
                return dt.date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                return None
    return None


def _bare(typed: str) -> str:
    """Return what is typed of a date, without what may stand around it."""
    return re.sub(AROUND_DATE, "", _with_hyphens(typed))


def _with_hyphens(typed: str) -> str:
    return re.sub(DASHES, "-", normalised(typed))


def month_number(word: str) -> int:
    """Return a month's number from its number, name or abbreviation; 0 where it is none."""
    if word.isdecimal():
        return int(word)
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


# ------------------------------------------------------------------ times

YEAR = r"(?P<y>(?:19|20)\d\d|[-'´’]\d\d)"
"""A year; of two digits where a sign stands before them."""

END_MONTHS = {
    **dict.fromkeys(("vår", "våren", "vt", "vårterminen", "första halvåret", "h1"), 6),
    **dict.fromkeys(("sommar", "sommaren"), 8),
    **dict.fromkeys(("höst", "hösten", "ht", "höstterminen", "andra halvåret", "h2"), 12),
    **dict.fromkeys(("året", "årsskiftet", "slutet av året"), 12),
}
"""The last month of what has no sharp end: the latest that anybody means."""

ORDINALS = ("första", "andra", "tredje", "fjärde")
HALF = 6
"""How many months half a year has."""

YEAR_FIRST = r"(?P<y>(?:19|20)\d\d)[ ,/-]*(?=[a-zåäö])"
BEFORE = r"(?:senast|under|till|i|vid|utgången av|slutet av|hela|år) (?=\S)"
BETWEEN = r"\s*[-/]\s*|\s+(?:och|samt|till|t o m|t\.o\.m\.) "
"""What stands between the first and the last of several times."""

LONGEST_AGO = dt.timedelta(90)
"""How long ago a time without a year may have ended: one further back is that of next year."""

Groups: TypeAlias = Mapping[str, str]
"""The words of a time by the names of its form's groups; blank where one is left out."""
EndOf: TypeAlias = Callable[[Groups, int], dt.date]
"""Returns the last day of a time, by the groups of its form, in a year."""


def last_day(when: dt.date | str | None, near: dt.date) -> dt.date | None:
    """Return the last day of a time, or None where a text is not understood as any.

    Args:
        when: a date, or a time as it was typed: ``Q3``, ``hösten 2026``, ``v. 14``.
        near: the day of the report, by which a time without a year gets one.
    """
    if when is None or isinstance(when, dt.date):
        return when
    return _last_day(_with_hyphens(when).strip(" .,"), near)


def is_time_of_years(typed: str) -> bool:
    """Return whether a text is a time with its year: ``2022 och 2023``, ``våren 2026``."""
    has_year = re.search(r"\b(?:19|20)\d\d\b", typed) is not None
    is_time = last_day(typed, dt.date(2000, 1, 1)) is not None
    return has_year and is_time and parsed_date(typed) is None


def _last_day(typed: str, near: dt.date) -> dt.date | None:
    if (day := parsed_date(typed)) is not None:
        return day
    for form, end_of in FORMS:
        if found := re.fullmatch(form, typed):
            groups = {name: word or "" for name, word in found.groupdict().items()}
            return _in_year(groups, near, end_of)
    if (first := re.match(YEAR_FIRST, typed)) and (
        day := _last_day(f"{typed[first.end() :]} {first['y']}", near)
    ):
        return day
    if begun := re.match(BEFORE, typed):
        return _last_day(typed[begun.end() :], near)
    *before, last = re.split(BETWEEN, typed)
    is_time = bool(before) and all(_last_day(each, near) is not None for each in before)
    return _last_day(last, near) if is_time else None


def _in_year(groups: Groups, near: dt.date, end_of: EndOf) -> dt.date | None:
    """Return the last day of a time in its year, or else the first that is likely."""
    year = groups.get("y", "")
    digits = year.lstrip("-'´’")
    years = [int(digits) + (0 if len(digits) == len("2026") else 2000)] if year else []
    ends = []
    for each in years or range(near.year - 1, near.year + 2):
        try:
            ends.append(end_of(groups, each))
        except ValueError:
            continue
    likely = ends if year else [end for end in ends if _is_near(end, near)]
    return min(likely, default=None)


def _is_near(end: dt.date, near: dt.date) -> bool:
    """Return whether what ended then is what is meant; within a year, by the end of its half."""
    last = _of_month(end.year, HALF if end.month <= HALF else 12) if end.year == near.year else end
    return near - last <= LONGEST_AGO


def _of_month(year: int, month: int) -> dt.date:
    """Return the last day of a month; ValueError where there is none of that number."""
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1)
    return dt.date(year, month, (first_of_next - dt.timedelta(1)).day)


def _part(months: int) -> EndOf:
    """Return what ends the parts of a year that have so many months each."""

    def end_of(groups: Groups, year: int) -> dt.date:
        word = groups["q"]
        number = int(word) if word.isdecimal() else ORDINALS.index(word) + 1
        return _of_month(year, months * number)

    return end_of


def _school_year(groups: Groups, year: int) -> dt.date:
    if year <= int(groups["first"]):
        raise ValueError(year)
    return dt.date(year, 12, 31)


def _words(names: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, names))


MONTH = rf"{_words(MONTHS)}|[a-z]{{3,4}}\.?"
"""A month or its abbreviation."""

FORMS: tuple[tuple[str, EndOf], ...] = (
    (rf"(?:(?:19|20)\d\d(?:, ?| ?& ?))*{YEAR}", lambda _, year: dt.date(year, 12, 31)),
    (r"(?P<first>(?:19|20)\d\d) ?/ ?(?P<y>(?:19|20)?\d\d)", _school_year),
    (
        r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])",
        lambda groups, year: _of_month(year, int(groups["m"])),
    ),
    (
        rf"(?P<d>\d{{1,2}})[/.] ?(?P<m>\d{{1,2}})(?:[ -]*{YEAR})?",
        lambda groups, year: dt.date(year, int(groups["m"]), int(groups["d"])),
    ),
    (
        rf"(?:den )?(?P<d>\d{{1,2}})(?::?e)? (?P<m>{MONTH})(?: ?{YEAR})?",
        lambda groups, year: dt.date(year, month_number(groups["m"].strip(".")), int(groups["d"])),
    ),
    (
        rf"(?P<m>{MONTH})(?:,? ?{YEAR})?",
        lambda groups, year: _of_month(year, month_number(groups["m"].strip("."))),
    ),
    (rf"(?:q|kv\.? ?|kvartal )(?P<q>[1-4])(?:[ ,/]*{YEAR})?", _part(3)),
    (rf"(?P<q>[1-4]|{_words(ORDINALS)})(?::?[ae])? kvartalet(?:,? {YEAR})?", _part(3)),
    (rf"(?:t|tertial )(?P<q>[1-3])(?:[ ,/]*{YEAR})?", _part(4)),
    (rf"(?P<q>[1-3]|{_words(ORDINALS[:3])})(?::?[ae])? tertialet(?:,? {YEAR})?", _part(4)),
    (
        rf"v(?:\.|ecka)? ?(?P<w>\d{{1,2}})(?:(?: ?- ?)(?P<last>\d{{1,2}}))?(?:[ ,/]*{YEAR})?",
        lambda groups, year: dt.date.fromisocalendar(year, int(groups["last"] or groups["w"]), 7),
    ),
    (
        rf"(?P<s>{_words(tuple(END_MONTHS))})(?:,? ?{YEAR})?",
        lambda groups, year: _of_month(year, END_MONTHS[groups["s"]]),
    ),
)
"""The ways to write a time, each with its end."""
