"""A copy of a workbook with some cells, columns and rows changed, and all else as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel.added_sheet import add_sheet, put_text, text_worksheet
from lagesbild_xlsx.excel.annotate.marks import CellHighlights
from lagesbild_xlsx.excel.book import WORKBOOK, Book, WorksheetPart
from lagesbild_xlsx.excel.editor import SheetCells, WorkbookEditor, forget_attributes, s
from lagesbild_xlsx.excel.removal import remove_rows
from lagesbild_xlsx.model import Table
from lagesbild_xlsx.opc import SPREADSHEET_NAMESPACES, Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE, Area, Place, column_letters
from lagesbild_xlsx.planned_changes import NewColumn, PlannedChanges

FIRST_DAY = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
"""The day of serial number 0, by whether the workbook counts from 1904 (18.17.4.1)."""

LISTING_WIDTH = 30
CellValue = str | int | dt.date


def edited_copy(path: Path, edits: PlannedChanges) -> bytes:
    """Return a workbook's bytes with the edits made.

    Excel works all formulas out anew when it opens the copy.

    Raises:
        StopError: the workbook cannot be read, or is of the strict kind.
    """
    with Package(path, WORKBOOK) as package:
        book, editor = Book(package), WorkbookEditor(package)
        if editor.root(package.main_part).tag.startswith(SPREADSHEET_NAMESPACES[1]):
            raise StopError(rules.STRICT_WORKBOOK.at(FILE, path=path.name))
        try:
            _edit(editor, book, edits)
        except ValueError as error:  # an id or an index that is no number
            raise package.damaged("innehållet") from error
        chains = set(package.related(package.main_part, "calcChain"))
        editor.drop(package.main_part, chains)  # Excel makes it anew (18.6)
        return package.with_parts(editor.changed(), editor.dropped)


def _edit(editor: WorkbookEditor, book: Book, edits: PlannedChanges) -> None:
    sheets = {sheet.name: sheet for sheet in book.worksheet_parts()}
    for sheet in sheets.values():
        editor.set_trailing_rows_aside(sheet.part, edits.last_row(sheet.name))
    cells = {
        name: SheetCells(editor.root(sheet.part), editor.child(sheet.part, "sheetData"))
        for name, sheet in sheets.items()
    }
    for column in edits.columns:
        name = column.heading.sheet or ""
        _add_column(editor, sheets[name], cells[name], column)
    _copy(cells, edits.copies)
    for place, value in edits.values.items():
        _put(cells[place.sheet or ""].cell(place), value, from_1904=book.from_1904)
    for name, rows in edits.removed_rows.items():
        remove_rows(editor, book, sheets[name], rows)
    marks = CellHighlights(editor)
    for table in edits.new_sheets:
        _add_table(editor, marks, table)
    _ask_for_calculation(editor)


# ------------------------------------------------------------------ cells


def _copy(cells: Mapping[str, SheetCells], copies: Mapping[Place, Place]) -> None:
    """Fill cells with what others held before any was filled; a formula gives its result."""
    held = {source: deepcopy(_found(cells, source)) for source in copies.values()}
    for target, source in copies.items():
        cell = _found(cells, target)
        _empty(cell)
        if kind := held[source].get("t"):
            cell.set("t", kind)
        cell.extend(deepcopy(child) for child in held[source] if child.tag != s("f"))


def _found(cells: Mapping[str, SheetCells], place: Place) -> etree._Element:
    return cells[place.sheet or ""].cell(place)


def _empty(cell: etree._Element) -> None:
    """Take out what a cell holds; its look stays."""
    for child in list(cell):
        cell.remove(child)
    forget_attributes(cell, "t", "cm", "vm")


def _put(cell: etree._Element, value: CellValue, *, from_1904: bool) -> None:
    """Make a cell hold a value. A date stays text where it was text."""
    was_number = cell.get("t", "n") == "n" and cell.find(s("v")) is not None
    _empty(cell)
    if isinstance(value, dt.date) and was_number:
        value = (value - FIRST_DAY[from_1904]).days
    if isinstance(value, int):
        etree.SubElement(cell, s("v")).text = str(value)
    elif text := str(value):
        put_text(cell, text)


# ------------------------------------------------------------------ columns


def _add_column(
    editor: WorkbookEditor, sheet: WorksheetPart, cells: SheetCells, column: NewColumn
) -> None:
    """Add a column that looks like another, from its heading down, and as wide."""
    root = editor.root(sheet.part)
    at, first = column.heading.column or 1, column.heading.row or 1
    rows = [int(row.get("r", "0")) for row in root.iter(s("row"))]
    for number in (row for row in rows if row >= first):
        like = cells.cell(Place(sheet.name, number, column.like))
        new = cells.cell(Place(sheet.name, number, at))
        if style := like.get("s"):
            new.set("s", style)
    put_text(cells.cell(column.heading), column.text)
    _add_width(root, at, column.like)
    for name in editor.package.related(sheet.part, "table"):
        _widen_table(editor.root(name), column)


def _add_width(root: etree._Element, at: int, like: int) -> None:
    columns = root.find(s("cols"))
    widths = list(columns) if columns is not None else []
    model = next((c for c in widths if like in _columns(c)), None)
    if columns is None or model is None or any(at in _columns(c) for c in widths):
        return
    new = deepcopy(model)
    new.set("min", str(at))
    new.set("max", str(at))
    columns.append(new)
    columns[:] = sorted(columns, key=lambda c: int(c.get("min", "1")))


def _columns(element: etree._Element) -> range:
    return range(int(element.get("min", "1")), int(element.get("max", "1")) + 1)


def _widen_table(table: etree._Element, column: NewColumn) -> None:
    """Take the column into an Excel table that ends just before it, at the same headings."""
    area, at = Area.of(table.get("ref", "A1")), column.heading.column or 1
    if area.right + 1 != at or area.top != column.heading.row:
        return
    wider = f"{column_letters(area.left)}{area.top}:{column_letters(at)}{area.bottom}"
    table.set("ref", wider)
    for filtered in table.iterchildren(s("autoFilter")):
        filter_area = Area.of(filtered.get("ref", "A1"))
        start = f"{column_letters(filter_area.left)}{filter_area.top}"
        filtered.set("ref", f"{start}:{column_letters(at)}{filter_area.bottom}")
    columns = table.find(s("tableColumns"))
    if columns is not None:
        number = max((int(c.get("id", "0")) for c in columns), default=0) + 1
        etree.SubElement(columns, s("tableColumn"), id=str(number), name=column.text)
        columns.set("count", str(len(columns)))


# ------------------------------------------------------------------ the workbook


def _add_table(editor: WorkbookEditor, marks: CellHighlights, table: Table) -> None:
    rows = [[row.get(heading, "") for heading in table.headings] for row in table.rows]
    widths = [_width(heading, rows, at) for at, heading in enumerate(table.headings)]
    add_sheet(editor, table.name, text_worksheet(marks, table.headings, widths, rows))


def _width(heading: str, rows: Iterable[list[str]], at: int) -> int:
    """Return a width that fits a short column, and bounds a long one."""
    longest = max((len(row[at]) for row in rows), default=0)
    return min(max(len(heading), longest) + 2, 2 * LISTING_WIDTH)


def _ask_for_calculation(editor: WorkbookEditor) -> None:
    """Ask Excel to work out all formulas when it opens the workbook (18.2.2)."""
    root = editor.root(editor.package.main_part)
    found = root.find(s("calcPr"))
    if found is None:
        found = etree.Element(s("calcPr"))
        before = next((el for el in root if local(el) in AFTER_CALCULATION), None)
        if before is None:
            root.append(found)
        else:
            before.addprevious(found)
    found.set("fullCalcOnLoad", "1")


AFTER_CALCULATION = (
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
    "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
"""What follows ``calcPr`` in a workbook part (18.2.27)."""
