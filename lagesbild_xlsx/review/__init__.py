"""The last look before it is sent out: personal data in a workbook, at the cells where it stands.

Every text is looked through, seen or not: what is hidden, Excel's comments and the workbook's
properties travel with the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Rule, Severity
from lagesbild_xlsx.model import Lagesbild, split_aliases
from lagesbild_xlsx.places import FILE, Cell, Place, Sheet, Workbook, fold
from lagesbild_xlsx.privacy import Hit, Kind, Known, hits_in, masked

RULES = MappingProxyType(
    {
        Kind.IDENTITY: rules.IDENTITY_NUMBER,
        Kind.FAULTY: rules.IDENTITY_NUMBER_LIKE,
        Kind.PHONE: rules.PHONE_NUMBER,
        Kind.EMAIL: rules.EMAIL_ADDRESS,
        Kind.CASE: rules.CASE_NUMBER,
        Kind.VEHICLE: rules.VEHICLE_REGISTRATION,
        Kind.BIRTH: rules.BIRTH_DATE,
        Kind.SINGLED_OUT: rules.ONE_PERSON,
        Kind.STREET: rules.STREET_ADDRESS,
        Kind.NAME: rules.PERSON_NAME,
    }
)
IN_CELL, IN_COMMENT = "Här står", "I Excels kommentar till cellen står"
IN_PROPERTY, IN_TAB = "I arbetsbokens egenskap {name} står", "Bladets namn är"

Look = Callable[[str], tuple[Hit, ...]]
"""Returns the personal data in a text."""

KNOWN_NAMES = "Kända namn"
"""The sheet with names that are no persons."""

NOT_TYPED = frozenset(("remedy", "path", "file", "template", "document", "original", "who"))
"""The values of a finding that are no text of a cell: sentences of our own, and names of files."""

REVIEW = "Granskat"
"""The column in which a reviewed cell is released."""

LONGEST_HEADING = 12
"""How long the heading is, with space around it."""

FEWEST_LETTERS = 5
"""How many letters a reason has at least: ”ok” is none."""


def findings_in(workbook: Workbook, known: Known, *, internal: bool = False) -> Iterator[Finding]:
    """Yield the personal data that a workbook holds, masked, and what is released by a review.

    Args:
        workbook: what is looked through.
        known: the names that are no persons.
        internal: whether the document stays inside the authority: errors become warnings.
    """
    look = cache(lambda text: hits_in(text, known))
    for sheet in workbook.sheets:
        found = list(_reviewed(sheet, look))
        yield from map(_as_warning, found) if internal else found
    for name, text in workbook.properties.items():
        for hit in look(text):
            yield _finding(hit, FILE, IN_PROPERTY.format(name=name))


def known_of(lagesbild: Lagesbild, workbook: Workbook) -> Known:
    """Return the names that are no persons: places, organisations, and the staff's own list."""
    owners = [name for row in lagesbild.lists for name in (row.owner, *split_aliases(row.alias))]
    places = [row.name for row in lagesbild.localities]
    places += [activity.locality for activity in lagesbild.activities]
    terms = [term.explanation for term in lagesbild.glossary]
    listed = workbook.sheet(KNOWN_NAMES)
    own = [cell.text for row in listed.rows.values() for cell in row.values()] if listed else []
    return Known.of((lagesbild.report.municipality, *owners, *places, *terms, *own))


def masked_findings(findings: Iterable[Finding], known: Known) -> tuple[Finding, ...]:
    """Return findings whose words show no personal data, whatever the cell held."""
    mask = cache(lambda text: masked(text, known))
    return tuple(_with_values(finding, mask) for finding in findings)


def _with_values(finding: Finding, mask: Callable[[str], str]) -> Finding:
    """Return a finding made anew of masked values."""
    texts = {n: v for n, v in finding.values.items() if isinstance(v, str) and n not in NOT_TYPED}
    safe = {name: mask(text) for name, text in texts.items()}
    if safe == texts:
        return finding
    return finding.rule.at(finding.place, **{**finding.values, **safe})


def _as_warning(finding: Finding) -> Finding:
    if not finding.is_error:
        return finding
    return replace(finding, rule=replace(finding.rule, severity=Severity.WARNING))


def _finding(hit: Hit, place: Place, where: str) -> Finding:
    rule: Rule = RULES[hit.kind]
    return rule.at(place, where=where, value=hit.masked)


# ------------------------------------------------------------------ a sheet


@dataclass(frozen=True)
class _Column:
    """The column of reviews: where it stands, and the headings of the others beside it."""

    row: int
    column: int
    headings: dict[int, str]


def _reviewed(sheet: Sheet, look: Look) -> Iterator[Finding]:
    """Yield what stands in a sheet, without what a review has released."""
    reviews = _review_column(sheet)
    for number, row in sheet.rows.items():
        found = [(cell, hit) for cell in row.values() for hit in look(_searched(cell))]
        reason = row.get(reviews.column) if reviews and number > reviews.row else None
        if found and reviews and reason is not None and not reason.is_blank:
            yield from _released(found, reason, reviews)
        else:
            yield from (_finding(hit, cell.place, IN_CELL) for cell, hit in found)
    for place, text in sheet.comments.items():
        yield from (_finding(hit, place, IN_COMMENT) for hit in look(text))
    for hit in look(sheet.name):
        if hit.kind is not Kind.NAME:  # a title has capitals as a name does: Export Summary
            yield _finding(hit, Place(sheet.name), IN_TAB)


def _searched(cell: Cell) -> str:
    """Return what to look through of a cell: its text, or all figures of a long number.

    A real date, or yes or no, holds no personal data.
    """
    if isinstance(cell.value, float):
        return f"{cell.value:.0f}" if cell.value.is_integer() else cell.text
    return cell.text if isinstance(cell.value, str) else ""


def _review_column(sheet: Sheet) -> _Column | None:
    for number, row in sheet.rows.items():
        for at, cell in row.items():
            if len(cell.text) <= LONGEST_HEADING and fold(cell.text) == fold(REVIEW):
                headings = {n: c.text.strip() for n, c in row.items() if n != at}
                return _Column(number, at, headings)
    return None


def _released(
    found: Sequence[tuple[Cell, Hit]], reason: Cell, reviews: _Column
) -> Iterator[Finding]:
    """Yield the findings of a row with a review: one of its cells is released by it."""
    named, _, rest = reason.text.partition(":")
    cells = {cell.place: cell for cell, _ in found if cell.place != reason.place}
    chosen = [p for p in cells if fold(reviews.headings.get(p.column or 0, "")) == fold(named)]
    words = rest if chosen else reason.text
    released = chosen[0] if chosen else next(iter(cells)) if len(cells) == 1 else None
    if len(re.findall(r"\w", words)) < FEWEST_LETTERS:
        yield rules.REVIEW_WITHOUT_REASON.at(reason.place, value=reason.text)
        released = None
    elif released is None and cells:
        listed = ", ".join(str(place.cell) for place in cells)
        heading = reviews.headings.get(next(iter(cells)).column or 0, "")
        yield rules.REVIEW_UNCLEAR.at(reason.place, cells=listed, heading=heading)
    for cell, hit in found:
        if cell.place == released:
            told = {"value": hit.masked, "kind": hit.kind, "reason": words.strip()}
            yield rules.REVIEWED.at(cell.place, **told)
        else:
            yield _finding(hit, cell.place, IN_CELL)
