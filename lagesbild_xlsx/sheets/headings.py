"""Which row of a sheet holds its headings, and which column each heading stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import Column, KnownNames, joined_words
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.places import Area, Cell, Place, Sheet, SheetRow, normalised


class Headings(NamedTuple):
    """A heading row, and the column of each heading: the declared ones, and user-defined ones.

    ``last_row`` is the last one that declared headings merged over several rows reach down to;
    ``reach`` is the same of each column whose heading is merged.
    """

    row: int
    columns: Mapping[str, int]
    own: Mapping[str, int]
    last_row: int = 0
    reach: Mapping[int, int] = {}

    @property
    def named(self) -> tuple[int, ...]:
        """Every column with a heading."""
        return (*self.columns.values(), *self.own.values())


class ReadSheet(NamedTuple):
    """What a sheet holds, what was wrong with it, and its headings where it has any."""

    name: str
    value: Any
    findings: tuple[Finding, ...]
    headings: Headings | None = None


class WantedHeadings(NamedTuple):
    """The headings to look for: those that must be there, and what each spelling stands for."""

    required: tuple[str, ...]
    meant: Mapping[str, str]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> WantedHeadings:
        """Return the headings of columns, with their synonyms."""
        meant = {normalised(s): c.heading for c in columns for s in c.synonyms}
        meant |= {normalised(c.heading): c.heading for c in columns}
        return cls(tuple(c.heading for c in columns if not c.optional), meant)


def find_headings(sheet: Sheet, wanted: WantedHeadings) -> Result[Headings | None]:
    """Return the first row that holds all required headings, or else most of them."""
    best, _ = _fullest_row(sheet, wanted, MOST_ROWS)
    if best is None:
        best = _nearest_row(sheet, wanted)
    if best is None:
        remedy = (
            f"Skriv rubrikerna {joined_words(wanted.required, 'och')} bredvid varandra på en rad."
        )
        return Result(
            None,
            tuple(
                rules.HEADING_MISSING.at(Place(sheet.name), heading=heading, remedy=remedy)
                for heading in wanted.required
            ),
        )
    return _read_headings(sheet, best, wanted)


MOST_NAMES = 3
"""How many headings are named that could be the one that is missing."""

MOST_ROWS, FIRST_ROWS = 1_000, 20
"""How many rows with content headings are looked for in, and misspelt ones."""


def has_all_headings(sheet: Sheet, wanted: WantedHeadings) -> bool:
    """Return whether one of the top rows of a sheet holds all required headings."""
    _, count = _fullest_row(sheet, wanted, FIRST_ROWS)
    return count == len(wanted.required)


def _fullest_row(sheet: Sheet, wanted: WantedHeadings, most_rows: int) -> tuple[int | None, int]:
    """Return the first row with the most of the required headings, and how many it holds."""
    best, most = None, 0
    for number, row in islice(sheet.rows.items(), most_rows):
        present = {wanted.meant.get(normalised(cell.text)) for cell in row.values()}
        count = sum(heading in present for heading in wanted.required)
        if count > most:
            best, most = number, count
        if most == len(wanted.required):
            break
    return best, most


def _nearest_row(sheet: Sheet, wanted: WantedHeadings) -> int | None:
    """Return the first of the top rows where a text is nearly a heading."""
    required = KnownNames(wanted.required)
    for number, row in islice(sheet.rows.items(), FIRST_ROWS):
        if any(required.nearest(cell.text) for cell in row.values()):
            return number
    return None


def _read_headings(sheet: Sheet, row: int, wanted: WantedHeadings) -> Result[Headings | None]:
    columns: dict[str, int] = {}
    own: dict[str, int] = {}
    findings = []
    texts = {normalised(cell.text) for cell in sheet.rows[row].values()}
    exact = {heading for heading in wanted.meant.values() if normalised(heading) in texts}
    for cell in _exact_first(sheet, row, wanted):
        heading = wanted.meant.get(normalised(cell.text))
        is_synonym = heading is not None and normalised(cell.text) != normalised(heading)
        if heading is None or (is_synonym and heading in exact):
            found, heading = own, cell.text.strip()
        else:
            found = columns
        if heading in found:
            first = Place(sheet.name, row, found[heading]).cell
            findings.append(rules.HEADING_TWICE.at(cell.place, heading=heading, first=first))
        else:
            found[heading] = cell.place.column or 0
    missing = (heading for heading in wanted.required if heading not in columns)
    unknown = {name: at for name, at in own.items() if normalised(name) not in wanted.meant}
    names = KnownNames(tuple(unknown))
    findings += (
        _heading_missing(sheet, row, heading, unknown, names.nearest(heading))
        for heading in missing
    )
    optional = set(wanted.meant.values()) - set(wanted.required) - columns.keys()
    optional_names = KnownNames(tuple(optional))
    for name, column in unknown.items():
        if like := optional_names.nearest(name):
            place = Place(sheet.name, row, column)
            findings.append(rules.HEADING_PERHAPS.at(place, value=name, suggestion=like))
    last = max(
        (area.bottom for area in sheet.merges if _covers_heading(area, row, columns)), default=row
    )
    reach = {area.left: area.bottom for area in sheet.merges if area.top == row}
    return Result(Headings(row, columns, own, last, reach), tuple(findings))


def heading_texts(sheet: Sheet, headings: Headings) -> Mapping[int, str]:
    """Return the folded texts of a heading row by their columns."""
    return {at: normalised(cell.text) for at, cell in sheet.rows.get(headings.row, {}).items()}


def repeats_headings(row: SheetRow, said: Mapping[int, str]) -> bool:
    """Return whether a row says the headings again, as where several tables were pasted."""
    filled = 0
    for at, cell in row.items():
        if not cell.is_blank:
            if normalised(cell.text) != said.get(at, ""):
                return False
            filled += 1
    return filled > 1


def _covers_heading(area: Area, row: int, columns: Mapping[str, int]) -> bool:
    is_heading = any(area.left <= column <= area.right for column in columns.values())
    holds_rows_too = area.top == row and area.bottom - row >= FIRST_ROWS
    return area.top <= row <= area.bottom and is_heading and not holds_rows_too


def _exact_first(sheet: Sheet, row: int, wanted: WantedHeadings) -> Iterator[Cell]:
    """Yield the cells of a heading row: first the headings themselves, then their synonyms.

    So Ansvar is Ansvar, and an Ansvarig beside it a user-defined column.
    """
    cells = [cell for _, cell in sorted(sheet.rows[row].items()) if cell.text.strip()]
    exact = {normalised(heading) for heading in wanted.meant.values()}
    yield from (cell for cell in cells if normalised(cell.text) in exact)
    yield from (cell for cell in cells if normalised(cell.text) not in exact)


def _heading_missing(
    sheet: Sheet, row: int, heading: str, own: Mapping[str, int], like: str | None
) -> Finding:
    """Return that a heading is missing, at the user-defined one that looks like it, if any does."""
    place, remedy = Place(sheet.name), f"Skriv {heading} i en egen kolumn på rad {row}."
    otherwise = f"Skriv annars {heading} i en egen kolumn på rad {row}."
    if like:
        place = Place(sheet.name, row, own[like])
        remedy = f"Menade du {heading} där det står ”{like}”? Skriv i så fall {heading}."
    elif own:
        names = joined_words(tuple(f"”{name}”" for name in islice(own, MOST_NAMES)))
        remedy = f"Är det {names}: byt namn på den till {heading}. {otherwise}"
    return rules.HEADING_MISSING.at(place, heading=heading, remedy=remedy)
