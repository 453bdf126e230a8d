"""The last look before it is sent out: personal data in a workbook, at the cells where it stands.

Every text is looked through, seen or not: what is hidden, Excel's comments and the workbook's
properties travel with the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Rule, Severity
from lagesbild_xlsx.model import REVIEW, Lagesbild, says_why, split_aliases
from lagesbild_xlsx.model.reserved import KNOWN_NAMES_SHEET, is_list_of_findings
from lagesbild_xlsx.pictures import ChartFile, Illustration
from lagesbild_xlsx.places import FILE, Cell, Place, Sheet, Workbook, normalised, runs_of
from lagesbild_xlsx.privacy import (
    SEVERE,
    Hit,
    Kind,
    NotPersons,
    hits_in,
)
from lagesbild_xlsx.review.masking import (
    in_title,
    masked_activities,
    masked_findings,
    masked_title,
)

__all__ = [
    "RULES",
    "findings_in",
    "in_template",
    "known_of",
    "masked_activities",
    "masked_findings",
    "masked_title",
]

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
        Kind.ACCOUNT: rules.ACCOUNT_NUMBER,
        Kind.PROPERTY: rules.PROPERTY_DESIGNATION,
        Kind.NETWORK: rules.NETWORK_ADDRESS,
        Kind.HANDLE: rules.SOCIAL_ACCOUNT,
    }
)
IN_CELL, IN_COMMENT = "Här står", "I Excels kommentar till cellen står"
IN_PROPERTY, IN_TAB = "I arbetsbokens egenskap {name} står", "I bladets namn står"
IN_DRAWING = "I en bild eller ett diagram här, eller i dess alternativtext, står"
IN_NAME = "I arbetsbokens filnamn står"

IN_A_CELL = (
    "Ta bort det, eller beskriv utan att peka ut någon. Får det stå kvar: skriv varför i en kolumn"
    " Granskat på raden."
)
ELSEWHERE = "Ta bort det därifrån: det följer med arbetsboken, och kan inte granskas på en rad."

Search = Callable[[str], tuple[Hit, ...]]
"""Returns the personal data in a text."""

AND = re.compile(r"\s(?:och|samt|&)\s")
"""What a name may hold that no person's does: *Kungsåsa Vatten och Avfall*."""

SHORTEST_NUMBER = 10
"""How many digits an identity number has at least."""


def findings_in(
    workbook: Workbook,
    lagesbild: Lagesbild,
    known: NotPersons,
    heading_rows: Mapping[str, int],
    *,
    internal: bool = False,
) -> tuple[Finding, ...]:
    """Return the personal data that a workbook holds, masked, and what is released by a review.

    Args:
        workbook: what is looked through.
        lagesbild: what it says, with the pictures and charts that may go into a document.
        known: the names that are no persons.
        heading_rows: the row of the headings, sheet by sheet, where there is one.
        internal: whether the document stays inside the authority: errors become warnings.
    """
    look = cache(partial(hits_in, known=known))
    found = [
        finding
        for sheet in workbook.sheets
        if not is_list_of_findings(sheet)
        for finding in _in_sheet(sheet, look, heading_rows.get(sheet.name))
    ]
    seen = {(finding.rule, finding.values.get("value")) for finding in found}
    in_pictures = _in_illustrations(_illustrations(lagesbild), look)
    found += (each for each in in_pictures if (each.rule, each.values["value"]) not in seen)
    found += _in_file(workbook, look)
    return masked_findings(map(_as_warning, found) if internal else found, known)


def _illustrations(lagesbild: Lagesbild) -> Iterator[Illustration]:
    """Yield the pictures and charts that may go into a document."""
    for appendix in lagesbild.appendices:
        yield from appendix.illustrations
    for rows in lagesbild.pictures.values():
        for held in rows.values():
            yield from held


def _in_illustrations(illustrations: Iterable[Illustration], look: Search) -> Iterator[Finding]:
    """Yield what pictures and charts say, in their alternative texts and in themselves."""
    for each in illustrations:
        body = each.body
        said = (body.title, *body.texts) if isinstance(body, ChartFile) else ()
        hits = [hit for text in dict.fromkeys((each.alt_text, *said)) for hit in look(text)]
        for hit in {(hit.kind, hit.masked): hit for hit in hits}.values():
            yield _finding(hit, each.place, IN_DRAWING)


def _in_file(workbook: Workbook, look: Search) -> Iterator[Finding]:
    """Yield what stands in a workbook's properties, in their names, and in its own."""
    for title, text in workbook.properties.items():
        for hit in (*look(title), *look(text)):
            yield _finding(hit, FILE, IN_PROPERTY.format(name=title))
    for hit in in_title(look(workbook.name)):
        yield _finding(hit, FILE, IN_NAME)


def in_template(texts: Iterable[str], name: str, *, all_kinds: bool) -> Iterator[Finding]:
    """Yield the personal data in the fixed text of a template.

    Args:
        texts: what the template says itself.
        name: its file name.
        all_kinds: whether to tell also what is no error: a municipality's own telephone number.
    """
    for text in texts:
        for hit in hits_in(text):
            if hit.kind in SEVERE:
                yield rules.IN_TEMPLATE.at(FILE, template=name, value=hit.masked, kind=hit.kind)
            elif all_kinds and hit.kind is not Kind.NAME:
                told = {"template": name, "value": hit.masked, "kind": hit.kind}
                yield rules.PERHAPS_IN_TEMPLATE.at(FILE, **told)


def known_of(lagesbild: Lagesbild, workbook: Workbook) -> NotPersons:
    """Return the names that are no persons: places, organisations, and what staff have listed."""
    owners = [name for row in lagesbild.lists for name in (row.owner, *split_aliases(row.alias))]
    places = [row.name for row in lagesbild.localities]
    terms = [term.explanation for term in lagesbild.glossary]
    listed = workbook.sheet(KNOWN_NAMES_SHEET)
    own = [cell.text for row in listed.rows.values() for cell in row.values()] if listed else []
    parts = [part for name in owners for part in AND.split(name)]
    return NotPersons.of((lagesbild.report.municipality, *owners, *parts, *places, *terms, *own))


def _as_warning(finding: Finding) -> Finding:
    if not finding.is_error:
        return finding
    return finding._replace(rule=finding.rule._replace(severity=Severity.WARNING))


def _finding(hit: Hit, place: Place, where: str) -> Finding:
    rule: Rule = RULES[hit.kind]
    remedy = IN_A_CELL if where == IN_CELL else ELSEWHERE
    return rule.at(place, where=where, value=hit.masked, remedy=remedy)


# ------------------------------------------------------------------ a sheet


class _Column(NamedTuple):
    """The column of reviews: where it stands, and the headings of the others beside it."""

    row: int
    column: int
    headings: dict[int, str]


def _in_sheet(sheet: Sheet, look: Search, heading_row: int | None) -> Iterator[Finding]:
    """Yield what stands in a sheet, without what a review has released."""
    reviews = None if heading_row is None else _review_column(sheet, heading_row)
    for number, row in sheet.rows.items():
        found = [(cell, hit) for cell in row.values() for hit in look(_searched(cell))]
        reason = row.get(reviews.column) if reviews and number > reviews.row else None
        if found and reviews and reason is not None and not reason.is_blank:
            yield from _released(found, reason, reviews, look)
        else:
            yield from (_finding(hit, cell.place, IN_CELL) for cell, hit in found)
    for place, text in sheet.comments.items():
        yield from (_finding(hit, place, IN_COMMENT) for hit in look(text))
    for hit in in_title(look(sheet.name)):
        yield _finding(hit, Place(sheet.name), IN_TAB)


def _searched(cell: Cell) -> str:
    """Return what to look through of a cell: its text, its links, all digits of a long number.

    A real date, yes or no, a number below nought or one with decimals holds no personal data.
    """
    if type(cell.text) is str is type(cell.value):  # as most are: no links
        return cell.text
    if isinstance(cell.value, float):
        if cell.value < 0 or not cell.value.is_integer():
            return ""
        digits = f"{cell.value:.0f}"
        is_cut = len(digits) >= SHORTEST_NUMBER and digits not in cell.text
        return f"{cell.text}\n{digits}" if is_cut else cell.text
    if not isinstance(cell.value, str):
        return ""
    links = [unquote(run.link) for run in runs_of(cell.text) if run.link]
    return "\n".join((cell.text, *dict.fromkeys(links))) if links else cell.text


def _review_column(sheet: Sheet, heading_row: int) -> _Column | None:
    row = sheet.rows.get(heading_row, {})
    for at, cell in row.items():
        if normalised(cell.text) == REVIEW:
            headings = {n: c.text.strip() for n, c in row.items() if n != at}
            return _Column(heading_row, at, headings)
    return None


def _released(
    found: Sequence[tuple[Cell, Hit]], reason: Cell, reviews: _Column, look: Search
) -> Iterator[Finding]:
    """Yield the findings of a row with a review: one of its cells is released by it."""
    named, _, rest = reason.text.partition(":")
    cells = {cell.place: cell for cell, _ in found if cell.place != reason.place}
    chosen = [
        p for p in cells if normalised(reviews.headings.get(p.column or 0, "")) == normalised(named)
    ]
    words = rest if chosen else reason.text
    released = chosen[0] if chosen else next(iter(cells)) if len(cells) == 1 else None
    if not _is_reason(words, look):
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


def _is_reason(words: str, look: Search) -> bool:
    """Return whether words say why: letters beside the personal data, and no no."""
    left = words
    for hit in reversed(look(words)):
        left = left[: hit.start] + left[hit.end :]
    return says_why(left)
