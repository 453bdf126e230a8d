"""The report as a whole: its own fields, and the texts for reading wherever they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lagesbild_xlsx import rules
from lagesbild_xlsx.abbreviations import ABBREVIATION, EVERYDAY, abbreviations_in
from lagesbild_xlsx.columns import columns_of, sheets_of
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import Lagesbild, PrioritySource, Report, Row, says_why
from lagesbild_xlsx.places import is_vague_link
from lagesbild_xlsx.privacy import NOBODY, NotPersons, masked


def promise_without_year(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield that there are priorities of a citizens' promise, and nothing says which it is."""
    source, report = PrioritySource.CITIZENS_PROMISE, lagesbild.report
    is_refused = columns_of(Report)["promise_year"].heading in report.origin.refused
    is_there = bool(report.origin.cells)  # a sheet that is missing is reported as such
    has_priorities = any(priority.source == source for priority in lagesbild.priorities)
    if is_there and has_priorities and not report.promise_year and not is_refused:
        place = report.place("promise_year")
        yield rules.PROMISE_WITHOUT_YEAR.at(place, source=source, example="2026")


def municipality_ends_in_s(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield a name that the template's fixed wording would give a second s."""
    name = lagesbild.report.municipality
    if name.endswith(("s", "x", "z")):
        place = lagesbild.report.place("municipality")
        yield rules.MUNICIPALITY_ENDS_IN_S.at(place, value=name)


def years_to_review(report: Report, date: dt.date) -> Iterator[Finding]:
    """Yield the years of a report that may be out of date at the next one's date."""
    promised, agreed = _years_in(report.promise_year), _years_in(report.cooperation_period)
    if promised and not promised[0] <= date.year <= promised[-1]:
        yield _year_to_review(report, "promise_year", date)
    if agreed and agreed[-1] < date.year:
        yield _year_to_review(report, "cooperation_period", date)


def _years_in(text: str) -> list[int]:
    """Return the years that a text names, in their order."""
    return sorted(int(year) for year in re.findall(r"\b\d{4}\b", text))


def _year_to_review(report: Report, field: str, date: dt.date) -> Finding:
    heading, value = columns_of(Report)[field].heading, getattr(report, field)
    return rules.YEAR_TO_REVIEW.at(report.place(field), heading=heading, value=value, date=date)


def link_text_vague(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the links whose text says nothing of where they lead."""
    for row, field, text in _texts(lagesbild):
        if is_vague_link(text):
            yield rules.LINK_TEXT_VAGUE.at(row.place(field), value=text)


def abbreviation_unexplained(lagesbild: Lagesbild, known: NotPersons = NOBODY) -> Iterator[Finding]:
    """Yield each abbreviation that is used but not explained, where it first stands.

    Known names explain themselves, and a reviewed row may stay as it is. What is personal data is
    no abbreviation: the letters of a number plate.
    """
    terms = " ".join(term.term for term in lagesbild.glossary).upper()
    names = " ".join(known.names).upper()
    seen = {*EVERYDAY, *ABBREVIATION.findall(f"{terms} {names}")}
    for row, field, text in _texts(lagesbild):
        if seen.issuperset(abbreviations_in(text)) or says_why(row.review):
            continue
        for word in abbreviations_in(masked(text, known)):
            if word not in seen:
                seen.add(word)
                yield rules.ABBREVIATION_UNEXPLAINED.at(row.place(field), value=word)


def _texts(lagesbild: Lagesbild) -> Iterator[tuple[Row, str, str]]:
    """Yield every text for reading, with its row and field; a number or a status is none."""
    for field, sheet in sheets_of(Lagesbild).items():
        if field == "lists":
            continue
        columns = columns_of(sheet.row_class)
        names = [n for n, column in columns.items() if not (column.optional or column.choices)]
        value = getattr(lagesbild, field)
        for row in (value,) if sheet.is_form else value:
            for name in names:
                if isinstance(text := getattr(row, name), str):
                    yield row, name, text
