"""A lägesbild as a workbook to fill in: made from the same declarations that read it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.columns import Column, SheetOf, columns_of, headings_of, listed, sheets_of
from lagesbild_xlsx.excel.writer.cells import (
    BLUE,
    FIELD_FILL,
    FIELD_FONT,
    FONT,
    LINE_HEIGHT,
    SIZE,
    Entry,
    as_table,
    colour_statuses,
    line_count,
    packed,
    put,
    set_up_page,
    write_headings,
    write_row,
)
from lagesbild_xlsx.model import FIELD, SHEET_NAMES, VALUE, Activity, Lagesbild, ListRow, Row, Table
from lagesbild_xlsx.model.reserved import README_SHEET

ROWS_WITH_HELP = 500
"""How many rows below the headings have drop-downs and colours."""

NOT_IN_NAMES, LONGEST_NAME = re.compile(r"[\\*?:/\[\]]"), 31
"""What the name of a sheet may not hold, and how long it may be in Excel."""

README_WIDTH = 95
README_FONTS = {
    "title": Font(name=FONT, size=20, bold=True, color=BLUE),
    "heading": Font(name=FONT, size=13, bold=True, color=BLUE),
    "text": Font(name=FONT, size=SIZE),
}
README_SPACE = {"title": 18, "heading": 12, "text": 4}


def workbook_bytes(
    lagesbild: Lagesbild,
    *,
    readme: Sequence[tuple[str, str]] = (),
    offer_optional: bool = False,
    offer_sheets: bool = False,
) -> bytes:
    """Return a workbook that holds a lägesbild.

    Args:
        lagesbild: what to fill in. Reading the workbook gives the same back.
        readme: the lines of a first sheet that explains the work, each after its look.
        offer_optional: whether optional columns stand there also where nothing fills them.
        offer_sheets: whether optional sheets do.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.title = "Lägesbild – arbetsbok"
    book.properties.language = "sv-SE"
    if readme:
        _write_readme(book.create_sheet(README_SHEET), readme)
    owners = _owner_cells(lagesbild)
    for field, declared in sheets_of(Lagesbild).items():
        if declared.optional and not (offer_sheets or getattr(lagesbild, field)):
            continue
        sheet = book.create_sheet(declared.name)
        if declared.is_form:
            _write_form(sheet, getattr(lagesbild, field), offer_optional=offer_optional)
        else:
            rows = getattr(lagesbild, field)
            _write_rows(sheet, declared, rows, owners, offer_optional=offer_optional)
        set_up_page(sheet)
    for table in lagesbild.own:
        _write_own(book.create_sheet(NOT_IN_NAMES.sub("-", table.name)[:LONGEST_NAME]), table)
    return packed(book)


# ------------------------------------------------------------------ sheets


def _write_readme(sheet: Worksheet, lines: Sequence[tuple[str, str]]) -> None:
    sheet.column_dimensions["A"].width = README_WIDTH
    sheet.sheet_view.showGridLines = False
    for number, (look, line) in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        put(cell, line)
        cell.font = README_FONTS[look]
        cell.alignment = Alignment(vertical="bottom", wrap_text=True)
        height = line_count(line, README_WIDTH) * LINE_HEIGHT
        sheet.row_dimensions[number].height = height + README_SPACE[look]
    set_up_page(sheet)
    sheet.print_title_rows = None


def _write_form(sheet: Worksheet, value: Row, *, offer_optional: bool) -> None:
    write_headings(sheet, (FIELD, VALUE))
    columns = _used_columns(type(value), [value], offer_optional=offer_optional)
    entries: list[Entry] = [Entry(c.heading, getattr(value, field), c) for field, c in columns]
    entries += [Entry(heading, text) for heading, text in value.own.items()]
    for number, entry in enumerate(entries, 2):
        write_row(sheet, number, (Entry(FIELD, entry.heading), entry._replace(heading=VALUE)))
        name = sheet.cell(number, 1)
        name.font, name.fill = FIELD_FONT, FIELD_FILL


def _write_rows(
    sheet: Worksheet,
    declared: SheetOf,
    rows: Sequence[Row],
    owners: str,
    *,
    offer_optional: bool,
) -> None:
    columns = _used_columns(declared.row, rows, offer_optional=offer_optional)
    own = list(dict.fromkeys(heading for row in rows for heading in row.own))
    write_headings(sheet, [column.heading for _, column in columns] + own)
    for number, row in enumerate(rows, 2):
        entries = [Entry(c.heading, getattr(row, field), c) for field, c in columns]
        entries += [Entry(heading, row.own.get(heading, "")) for heading in own]
        write_row(sheet, number, entries)
    if not rows:
        write_row(sheet, 2, [Entry(column.heading, "", column) for _, column in columns])
    for at, (_, column) in enumerate(columns, 1):
        _offer_help(sheet, get_column_letter(at), column, owners)
    as_table(sheet, declared.name, len(columns) + len(own), max(len(rows), 1) + 1)


def _write_own(sheet: Worksheet, table: Table) -> None:
    headings = (FIELD, VALUE) if table.is_form else table.headings
    rows = (
        [{FIELD: heading, VALUE: text} for heading, text in table.rows[0].items()]
        if table.is_form
        else table.rows
    )
    write_headings(sheet, headings)
    for number, row in enumerate(rows, 2):
        write_row(sheet, number, [Entry(heading, row.get(heading, "")) for heading in headings])
    set_up_page(sheet)


def _used_columns(
    kind: type, rows: Sequence[Row], *, offer_optional: bool = False
) -> list[tuple[str, Column]]:
    """Return the columns to write, by field: optional ones where used, or offered."""
    return [
        (field, column)
        for field, column in columns_of(kind).items()
        if not column.optional
        or (offer_optional and not column.rare)
        or any(getattr(row, field) for row in rows)
    ]


def _offer_help(sheet: Worksheet, letter: str, column: Column, owners: str) -> None:
    """Give a column its drop-down, and the statuses their colours."""
    cells = f"{letter}2:{letter}{ROWS_WITH_HELP}"
    if column.choices:
        choices = ",".join(column.choices)
        allowed = DataValidation("list", formula1=f'"{choices}"', allow_blank=True)
        allowed.error = f"Välj {listed(column.choices)}."
        allowed.errorTitle = column.heading
        allowed.showErrorMessage = True
        _validate(sheet, cells, allowed)
    elif column.heading == headings_of(Activity)["owner"] and owners:
        suggested = DataValidation("list", formula1=owners)
        suggested.showErrorMessage = False  # two owners are written in one cell: A och B
        _validate(sheet, cells, suggested)
    if column.heading == headings_of(Activity)["status"]:
        colour_statuses(sheet, cells)


def _owner_cells(lagesbild: Lagesbild) -> str:
    """Return the cells that list the owners; nothing where there are none."""
    headings = [c.heading for _, c in _used_columns(ListRow, lagesbild.lists)]
    letter = get_column_letter(headings.index(headings_of(ListRow)["owner"]) + 1)
    last = max((n for n, row in enumerate(lagesbild.lists, 2) if row.owner), default=0)
    return f"{SHEET_NAMES[ListRow]}!${letter}$2:${letter}${last}" if last else ""


def _validate(sheet: Worksheet, cells: str, validation: DataValidation) -> None:
    validation.allow_blank = True
    validation.add(cells)
    sheet.add_data_validation(validation)
