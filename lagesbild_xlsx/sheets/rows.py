"""Rows of a table become values of its row class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import Column, columns_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import STANDARD_WORDS, Activity, RowOrigin, Words
from lagesbild_xlsx.places import Cell, Place, Sheet, SheetRow, trimmed
from lagesbild_xlsx.sheets.headings import (
    Headings,
    ReadSheet,
    WantedHeadings,
    find_headings,
    heading_texts,
    repeats_headings,
)
from lagesbild_xlsx.sheets.notes import notes_below
from lagesbild_xlsx.sheets.remarks import (
    orange_beside_yellow,
    remarks_on,
    struck_through,
    unknown_symbols,
)
from lagesbild_xlsx.symbols import UNKNOWN


def read_table(sheet: Sheet, row_class: type, words: Words = STANDARD_WORDS) -> ReadSheet:
    """Return a sheet's rows, each of a row class, and what was wrong with them.

    Args:
        sheet: the sheet.
        row_class: the class of its rows.
        words: the words that the municipality has for itself.
    """
    headings, wrong = find_headings(sheet, WantedHeadings.of(tuple(columns_of(row_class).values())))
    if headings is None or not headings.columns:
        return ReadSheet(sheet.name, (), wrong, headings)
    filled = list(filled_rows(sheet, headings))
    notes = notes_below(sheet, headings, filled, says_much=_says_much(row_class))
    said = heading_texts(sheet, headings)
    numbers = [
        number
        for number in filled[: len(filled) - len(notes)]
        if not repeats_headings(sheet.rows[number], said)
    ]
    fields = fields_by_heading(row_class, words)
    read = [_read_row(sheet, number, headings, row_class, fields) for number in numbers]
    findings = [*wrong, *(finding for row in read for finding in row.findings)]
    findings += remarks_on(sheet, headings, numbers, notes)
    if row_class is Activity:
        findings += orange_beside_yellow(sheet, headings, numbers, words.scale)
    if not read:
        findings.append(rules.SHEET_EMPTY.at(Place(sheet.name), sheet=sheet.name))
    return ReadSheet(sheet.name, tuple(row.value for row in read), tuple(findings), headings)


def filled_rows(sheet: Sheet, headings: Headings) -> Iterator[int]:
    """Yield the rows below the headings that hold anything in a column of the table.

    A user-defined column makes no row: a formula is often filled down beyond the last.
    """
    columns = tuple(headings.columns.values() or headings.own.values())
    for number, row in sheet.rows.items():
        is_below = number > headings.row and number > headings.last_row
        if is_below and _holds_any(row, columns) and number not in sheet.totals_rows:
            yield number


def _says_much(row_class: type) -> bool:
    """Return whether the rows of a class have several columns, one of which must be filled in."""
    columns = columns_of(row_class).values()
    return sum(not c.optional for c in columns) > TWO and any(c.required for c in columns)


TWO = 2
"""A row of two columns may well have one text: a locality without a note."""


def _holds_any(row: SheetRow, columns: Iterable[int]) -> bool:
    """Return whether a row holds anything in some columns."""
    for column in columns:  # noqa: SIM110 - any() with a generator takes three times as long
        if column in row and not row[column].is_blank:
            return True
    return False


def _read_row(
    sheet: Sheet, number: int, headings: Headings, row_class: type, fields: Fields
) -> Result[Any]:
    row, absent = sheet.rows[number], sheet.cell
    cells = {h: row.get(at) or absent(number, at) for h, at in headings.columns.items()}
    own = {
        h: row.get(at) or absent(number, at)
        if number > headings.reach.get(at, 0)
        else Cell(Place(sheet.name, number, at))
        for h, at in headings.own.items()
    }
    place = Place(sheet.name, number, min(headings.columns.values()))
    return row_of_cells(row_class, place, cells, own, fields)


def row_of_cells(
    row_class: type,
    place: Place,
    cells: Mapping[str, Cell],
    own: Mapping[str, Cell],
    fields: Fields,
) -> Result[Any]:
    """Return a row of a class from its cells by heading, refused cells left blank."""
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    fills: dict[str, str] = {}
    refused = NONE_REFUSED
    findings: list[Finding] = []
    for heading, cell in cells.items():
        field, column = fields[heading]
        value, found = _read_cell(cell, column)
        places[heading] = cell.place
        if cell.fill:
            fills[heading] = cell.fill
        if value is not None:
            values[field] = value
        if found:
            findings += found
            refused |= {heading for finding in found if finding.is_error}
    values["origin"] = RowOrigin(place, places, refused, fills)
    values["own"] = {heading: trimmed(cell.text) for heading, cell in own.items()}
    return Result(row_class(**values), (*findings, *unusable(own.values())))


NONE_REFUSED: frozenset[str] = frozenset()
"""Of most rows no cell is refused: they have this one."""

Fields: TypeAlias = Mapping[str, tuple[str, Column]]
"""The fields of a row class, with their columns, by the columns' headings."""


def fields_by_heading(row_class: type, words: Words = STANDARD_WORDS) -> Fields:
    """Return the fields of a row class, with their columns, by the columns' headings."""
    return {
        column.heading: (field, column) for field, column in columns_of(row_class, words).items()
    }


def unusable(cells: Iterable[Cell]) -> Iterator[Finding]:
    """Yield the user-defined cells that a template could not use."""
    for cell in cells:
        if cell.error or cell.uncalculated:
            shown = cell.error or "en formel utan sparat resultat"
            yield rules.OWN_VALUE_UNUSABLE.at(cell.place, value=shown)
        yield from unknown_symbols(cell)


def _read_cell(cell: Cell, column: Column) -> Result[Any]:
    """Return the value of a cell; None where it is blank or was refused."""
    if cell.error:
        return Result(None, (rules.EXCEL_ERROR.at(cell.place, value=cell.error),))
    if cell.uncalculated:
        return Result(None, (rules.NOT_CALCULATED.at(cell.place),))
    if cell.text.strip():
        read: Result[Any] = column.convert(cell)
        is_odd = cell.struck or UNKNOWN in cell.text  # as few are
        remarks = (*struck_through(cell), *unknown_symbols(cell)) if is_odd else ()
        return Result(read.value, (*read.findings, *remarks)) if remarks else read
    if column.of_fill is not None and cell.fill:
        return column.of_fill(cell)
    if not column.required:
        return Result(None)
    rule = rules.PICTURE_FOR_TEXT if cell.is_picture else column.missing or rules.VALUE_MISSING
    return Result(None, (rule.at(cell.place, heading=column.heading, help=column.help),))
