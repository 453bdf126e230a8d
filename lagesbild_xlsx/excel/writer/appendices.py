"""Appendices as sheets: laid out so that reading them gives the same back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.excel.writer.cells import (
    BORDER,
    FONT,
    HEADING_FILL,
    HEADING_FONT,
    SIZE,
    put,
    set_up_page,
)
from lagesbild_xlsx.excel.writer.pictures import ROW, put_picture
from lagesbild_xlsx.model.appendices import ROWS_BELOW, Appendix, AppendixPicture, AppendixTable
from lagesbild_xlsx.numberformat.typed import typed_number
from lagesbild_xlsx.pictures import Illustration, PictureFile

TITLE_FONT, CAPTION_FONT = (
    Font(name=FONT, size=14, bold=True),
    Font(name=FONT, size=SIZE, bold=True),
)
NARROWEST, WIDEST = 10, 50


def write_appendix(sheet: Worksheet, appendix: Appendix) -> Sequence[Illustration]:
    """Write what an appendix shows, a blank row between one thing and the next.

    Returns:
        The pictures that were put on the sheet.
    """
    number = 1
    if appendix.heading != appendix.name:
        put(sheet.cell(number, 1), appendix.heading)
        sheet.cell(number, 1).font = TITLE_FONT
        number += 2
    for block in appendix.blocks:
        if isinstance(block, AppendixTable):
            number = _write_table(sheet, number, block) + 1
        elif isinstance(block, AppendixPicture):
            number = _write_picture(sheet, number, block) + 1
        else:
            put(sheet.cell(number, 1), block.text)
            number += 2
    for at, width in enumerate(_widths(appendix), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    set_up_page(sheet, has_headings=False)
    return [each for each in appendix.illustrations if isinstance(each.body, PictureFile)]


def _write_picture(sheet: Worksheet, number: int, block: AppendixPicture) -> int:
    """Put a picture at a row, with its caption below, and return the row after them."""
    if not put_picture(sheet, f"A{number}", block.illustration):
        return number
    number += ceil(block.illustration.height / ROW)
    if not block.caption:
        return number + ROWS_BELOW  # what stands there is no caption
    put(sheet.cell(number, 1), block.caption)
    return number + 1


def _write_table(sheet: Worksheet, number: int, table: AppendixTable) -> int:
    """Write a table with its caption from a row on, and return the row after it."""
    if table.caption:
        put(sheet.cell(number, 1), table.caption)
        sheet.cell(number, 1).font = CAPTION_FONT
        number += 1
    for at, heading in enumerate(table.headings, 1):
        cell = sheet.cell(number, at)
        put(cell, heading)
        cell.font, cell.fill, cell.border = HEADING_FONT, HEADING_FILL, BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for row in table.rows:
        number += 1
        _write_row(sheet, number, row, table.numeric)
    return number + 1


def _write_row(
    sheet: Worksheet, number: int, texts: Sequence[str], numeric: frozenset[int]
) -> None:
    for at, text in enumerate(texts):
        cell = sheet.cell(number, at + 1)
        typed = typed_number(text) if at in numeric else None
        if typed is None:
            put(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        else:
            cell.value, cell.number_format = typed.value, typed.code
        cell.border = BORDER


def _widths(appendix: Appendix) -> Iterator[int]:
    """Yield how many digits the columns are wide, by what the tables have in them."""
    tables = [block for block in appendix.blocks if isinstance(block, AppendixTable)]
    for at in range(max((len(table.headings) for table in tables), default=1)):
        held = [row[at] for t in tables for row in (t.headings, *t.rows) if at < len(row)]
        yield min(max(NARROWEST, *(len(text) + 2 for text in ("", *held))), WIDEST)
