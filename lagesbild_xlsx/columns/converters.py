"""Converters: a cell that holds something becomes a value, with a finding where it is refused."""

from __future__ import annotations

import datetime as dt
import re

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns.dates import (
    MONTHS,
    PLAUSIBLE_YEARS,
    is_time_of_years,
    last_day,
    looks_like_a_date,
    parsed_date,
)
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.numberformat import moment_of, number_format
from lagesbild_xlsx.places import Cell, normalised, trimmed


def text(cell: Cell) -> Result[str]:
    """Return the cell's text as it is shown, with its formats and links."""
    return Result(trimmed(cell.text))


YES = frozenset(
    ("ja", "j", "yes", "x", "✓", "✔", "☑", "☒", "1", "sant", "klar", "klart", "avslutad")
)
NO = frozenset(("nej", "n", "no", "-", "–", "0", "falskt", "☐", "□"))


def said_yes_or_no(text: str) -> bool | None:
    """Return whether a text says yes or no in any way; None where it says neither."""
    typed = normalised(text).strip("!.")
    return typed in YES if typed in YES | NO else None


def yes_or_when(cell: Cell) -> Result[str]:
    """Return ja, or the date of it, where a cell says yes in any way; nothing where it says no."""
    says = said_yes_or_no(cell.text)
    if says is not None:
        return Result("ja" if says else "")
    when, findings = date(cell)
    if when is not None:
        return Result(str(when), findings)
    return Result("", (rules.NEITHER_YES_NOR_NO.at(cell.place, value=cell.text),))


def date(cell: Cell) -> Result[dt.date | None]:
    """Return a date: a real one, or one typed as 2021-05-20, 20 maj 2021 or 20/5 2021.

    A number is the day that it would be with a date format.
    """
    is_real = isinstance(cell.value, dt.datetime)
    found = cell.value.date() if isinstance(cell.value, dt.datetime) else parsed_date(cell.text)
    example = "2021-05-20"
    if found is None and (counted := _counted(cell)):
        told = rules.DATE_AS_NUMBER.at(cell.place, value=cell.text, date=counted, example=example)
        return Result(counted, (told,))
    if found is None:
        refused = rules.NOT_A_DATE.at(cell.place, value=cell.text, example=example)
        return Result(None, (refused,))
    if found.year in PLAUSIBLE_YEARS:
        return Result(found)
    meant = found if is_real else f"år {found.year}"
    refused = rules.DATE_IMPLAUSIBLE.at(cell.place, value=cell.text, date=meant, example=example)
    return Result(None, (refused,))


def date_or_words(cell: Cell) -> Result[dt.date | str | None]:
    """Return a date; or else what was typed, as it is: ``hösten 2026``, ``31/12 2026``.

    What is written as a date and is none is refused. A real date that is shown as its month, its
    week or its year alone is that time.
    """
    read = date(cell)
    if isinstance(read.value, dt.date) and not read.findings:
        is_real = isinstance(cell.value, dt.datetime)
        words = _shown_time(cell, read.value) if is_real else _typed(cell)
        return Result(words or read.value)
    is_refused = any(finding.rule is rules.NOT_A_DATE for finding in read.findings)
    if is_refused and not looks_like_a_date(cell.text):
        return Result(trimmed(cell.text))
    return Result(read.value, read.findings)


def _typed(cell: Cell) -> str:
    """Return a date as it was typed; nothing where it is as a date is written here."""
    typed = trimmed(cell.text)
    return "" if re.fullmatch(r"\d{4}-\d\d-\d\d", typed) else typed


def _shown_time(cell: Cell, day: dt.date) -> str:
    """Return what is shown of a date whose format shows no day; nothing where it shows one.

    Where that alone would not be understood, it is the month, or the year, in words.
    """
    parts = number_format(cell.number_format).calendar
    has_year, has_month = not parts.isdisjoint("ye"), "m" in parts
    if not parts.isdisjoint("da") or not (has_year or has_month or "w" in parts):
        return ""
    shown = trimmed(cell.text)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    long = month if has_month else str(day.year)
    is_understood = "w" in parts or not has_year or last_day(shown, day) == last_day(long, day)
    return shown if is_understood else long


def _counted(cell: Cell) -> dt.date | None:
    """Return the day that a number is in Excel's calendar, None where it is no likely one."""
    if not isinstance(cell.value, float):
        return None
    moment = moment_of(cell.value, date1904=cell.from_1904)
    return moment.date() if moment and moment.year in PLAUSIBLE_YEARS else None


def file_name(cell: Cell) -> Result[str]:
    """Return the name of a file in the workbook's own folder; a path to elsewhere is refused."""
    typed = trimmed(cell.text)
    if typed in (".", "..") or re.search(r'[/\\:*?"<>|\x00-\x1f]', typed):
        return Result("", (rules.NOT_A_FILE_NAME.at(cell.place, value=typed),))
    return Result(typed)


NOTHING = frozenset(("", "-", "–", "—", "saknas", "inget", "ingen", "inga", "nej", "finns inte"))
"""What is typed by one who has nothing to say."""

YEAR_REMEDY = "Skriv året med fyra siffror, till exempel 2021, eller en tid som våren 2021."


def year(cell: Cell) -> Result[str]:
    """Return a year as its four digits, or a time of some year as it was typed."""
    is_number = isinstance(cell.value, float) and cell.value.is_integer()
    typed = f"{cell.value:.0f}" if is_number else cell.text.strip()
    typed = re.sub(r"(?<=\d)\.$", "", typed)
    if re.fullmatch(r"(19|20)\d\d", typed):
        return Result(typed)
    if is_time_of_years(typed):
        is_whole = typed == cell.text.strip()
        return Result(trimmed(cell.text) if is_whole else trimmed(typed))
    remedy = "Lämna cellen tom." if normalised(typed).strip(" .!") in NOTHING else YEAR_REMEDY
    return Result("", (rules.NOT_A_YEAR.at(cell.place, value=cell.text, remedy=remedy),))


PERIOD = (
    r"(?P<first>(?:19|20)\d\d)"
    r"(?:(?:(?P<dash>[-‐‑–—])|/|&|och|till|t\.?o\.?m\.?)(?P<last>(?:19|20)\d\d))?"
)
"""A year, or the first and the last, without spaces."""


def period(cell: Cell) -> Result[str]:
    """Return a year, or a period of years as it was typed, without spaces: ``2020-2023``.

    Two years with another word or sign between them are the first and the last.
    """
    typed = "".join(cell.text.split()).strip(".")
    found = re.fullmatch(PERIOD, typed)
    if found and found["first"] <= (found["last"] or found["first"]):
        is_listed = found["last"] and not found["dash"]
        return Result(f"{found['first']}–{found['last']}" if is_listed else typed)
    return Result("", (rules.NOT_A_PERIOD.at(cell.place, value=cell.text, example="2020-2023"),))
