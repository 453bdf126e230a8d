"""What a workbook holds that belongs to no table, and what of it is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from lagesbild_xlsx.model import FIELD
from lagesbild_xlsx.model.reserved import RESERVED_COLUMNS
from lagesbild_xlsx.places import Cell, Place, Sheet, Workbook, normalised
from lagesbild_xlsx.sheets.headings import Headings, ReadSheet
from lagesbild_xlsx.sheets.notes import is_note_in_form, is_title
from lagesbild_xlsx.unplaced import Outside

IsAside: TypeAlias = Callable[[int], bool]
"""Returns whether a column is not read."""


def outside_of(
    workbook: Workbook, declared: Sequence[ReadSheet], own: Sequence[ReadSheet]
) -> Outside:
    """Return what the sheets hold beside what was read of them.

    Args:
        workbook: the sheets.
        declared: what was read of those that the tool knows.
        own: what was read of the user-defined ones.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    hidden = {(sheet.name, "") for sheet in workbook.sheets if sheet.is_hidden}
    cells: dict[str, int] = {}
    aside = [
        *((each, _aside_in_declared(each.headings)) for each in declared if each.headings),
        *((each, _aside_in_own(each.headings)) for each in own if each.headings),
    ]
    for read, is_aside in aside:
        sheet, headings = sheets.get(read.name), read.headings
        if sheet is not None and headings is not None:
            hidden |= {
                (read.name, h) for h, at in headings.own.items() if at in sheet.hidden_columns
            }
            if count := sum(1 for _ in _cells_aside(sheet, headings, is_aside)):
                cells[sheet.name] = count
    rowless = frozenset(
        each.name for each in own if not each.value.rows and _has_text(each, sheets)
    )
    return Outside(cells, frozenset(hidden), rowless)


def _has_text(read: ReadSheet, sheets: Mapping[str, Sheet]) -> bool:
    """Return whether a sheet has any text."""
    sheet = sheets[read.name]
    return any(True for row in sheet.rows.values() for _ in _filled(sheet, row.values()))


def _aside_in_declared(headings: Headings) -> IsAside | None:
    """Return which columns of a known sheet are not read: a form has two that are.

    What stands in a column without a heading is reported at its cell (LB217).
    """
    if FIELD not in headings.columns:
        return None
    aside = {at for name, at in headings.own.items() if normalised(name) not in RESERVED_COLUMNS}
    return aside.__contains__


def _aside_in_own(headings: Headings) -> IsAside:
    """Return which columns of a user-defined sheet are not read."""
    read = frozenset((headings.columns or headings.own).values())
    return lambda column: column not in read


def _cells_aside(sheet: Sheet, headings: Headings, is_aside: IsAside | None) -> Iterator[Cell]:
    """Yield the cells above a table, those in the columns which are not read, and notes in a form.

    A title above the headings is none of them.
    """
    last, is_form = max(headings.row, headings.last_row), FIELD in headings.columns
    for number, row in sheet.rows.items():
        if number < headings.row:
            filled = list(_filled(sheet, row.values()))
            is_alone = len(filled) == 1
            yield from () if is_alone and is_title(sheet, filled[0], headings) else filled
        elif number > last and is_aside:
            yield from _filled(sheet, [cell for at, cell in row.items() if is_aside(at)])
            if is_form and is_note_in_form(sheet, headings, number):
                yield from _filled(sheet, [sheet.cell(number, headings.columns[FIELD])])


def _filled(sheet: Sheet, cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield the cells that show a text of their own, not that of a merged one above."""
    for cell in cells:
        if cell.text.strip() and not (_is_hidden(sheet, cell) or _is_repeated(sheet, cell.place)):
            yield cell


def _is_hidden(sheet: Sheet, cell: Cell) -> bool:
    return cell.place.column in sheet.hidden_columns or cell.place.row in sheet.hidden_rows


def _is_repeated(sheet: Sheet, place: Place) -> bool:
    return any(area.covers(place) and place.row != area.top for area in sheet.merges)
