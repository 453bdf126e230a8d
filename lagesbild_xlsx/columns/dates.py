"""Dates as they are typed in Swedish."""

from __future__ import annotations

import datetime as dt
import re

from lagesbild_xlsx.places import normalised

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

PLAUSIBLE_YEARS = range(1990, 2100)
"""A year typed into a cell with a date format becomes a day of 1905, a time one of 1899."""

DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.-] ?(?P<m>\d{1,2})[-/. ]+(?P<y>\d{4})"),
    re.compile(r"(?:den )?(?P<d>\d{1,2})(?:[:.]?e)?[. -]+(?P<m>[a-zåäö]{3,9})[., -]+(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
)
"""Ways to type a date in Swedish. A year has four digits: 20/5 21 could mean two things."""


DASHES = re.compile("[\u2010-\u2015\u2212]")
AROUND_DATE = re.compile(
    r"^'|^(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?e?n?[.,]? |[ t]00:00(?::00)?$"
)
"""What may stand around a date without changing it: a weekday, and midnight."""


def looks_like_a_date(typed: str) -> bool:
    """Return whether a text is written as a date is, though there may be no such day."""
    day = AROUND_DATE.sub("", DASHES.sub("-", normalised(typed)))
    found = [form.fullmatch(day) for form in DATE_FORMS]
    return any(each is not None and month_number(each["m"]) for each in found)


def parsed_date(typed: str) -> dt.date | None:
    """Return the date that a text says in Swedish, or None."""
    day = AROUND_DATE.sub("", DASHES.sub("-", normalised(typed)))
    for form in DATE_FORMS:
        if found := form.fullmatch(day):
            month = month_number(found["m"])
            try:
                return dt.date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                return None
    return None


def month_number(word: str) -> int:
    """Return a month's number from its number, name or abbreviation; 0 where it is none."""
    if word.isdecimal():
        return int(word)
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)
