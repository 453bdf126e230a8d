"""Cells, headings and pages of every workbook that is written: how they look, and its bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from math import ceil
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import DEFAULT_WIDTH, Column, columns_of, date, date_or_words, sheets_of
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.model import (
    FIELD,
    NOT_JUDGED,
    STANDARD_WORDS,
    VALUE,
    Lagesbild,
    Level,
    Scale,
    shown,
)
from lagesbild_xlsx.model.rows.lists import colour_of_fill
from lagesbild_xlsx.opc import EPOCH
from lagesbild_xlsx.places import FILE, runs_of

DATE_FORMAT, SHARE_FORMAT = "yyyy-mm-dd", "0 %"
RGB = re.compile("[0-9A-F]{6}")
DECLARED = (
    c for sheet in sheets_of(Lagesbild).values() for c in columns_of(sheet.row_class).values()
)
FIGURES = {
    "Löpnummer": 13, "Ansvariga": 36, "Likhet": 10, "Aktiviteter": 13, "Röd från": 13,
    "Röd till": 13, "Gånger": 10, "Sedan": 13, "Dagar": 10, "Rött första gången": 15,
    "Grönt första gången": 16,
}  # fmt: skip
STATUS_FIGURES = dict.fromkeys(STANDARD_WORDS.scale.words, 9) | {NOT_JUDGED: 13}
WIDTHS = {FIELD: 22, VALUE: 90} | {c.heading: c.width for c in DECLARED} | FIGURES | STATUS_FIGURES
"""The widths of columns by heading: of a form, of the sheets, and of tables of figures."""

LETTERS_PER_WIDTH = 1.1
"""How many letters of running text go into one unit of width, which is that of a digit."""

MOST_LINES = 27
"""A row is at most 409 points high (Excel specifications and limits)."""

LINE_HEIGHT = 15.0
"""The height in points of a line in Excel's own font."""

BLUE, PALE, RULE = "1B3A5C", "EEF2F6", "B8C4D0"
FONT, SIZE = "Calibri", 11
HEADING_FONT = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
FIELD_FONT = Font(name=FONT, size=SIZE, bold=True)
LINK_FONT = Font(name=FONT, size=SIZE, underline="single", color="0B5394")
HEADING_FILL = PatternFill("solid", start_color=BLUE)
FIELD_FILL = PatternFill("solid", start_color=PALE)
EDGE = Side(style="thin", color=RULE)
BORDER = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)

CellStyles: TypeAlias = dict[tuple[int, ...], StyleArray]
LOOKS: WeakKeyDictionary[Workbook | None, CellStyles] = WeakKeyDictionary()
"""What the looks of a workbook's cells became with border and wrapped text: to put these together
anew for each cell takes more time than all else, as openpyxl compares all that they say."""


# ------------------------------------------------------------------ sheets


def write_headings(sheet: Worksheet, headings: Sequence[str]) -> None:
    """Write the headings of a sheet, which stay in sight, and give its columns their widths."""
    for at, heading in enumerate(headings, 1):
        cell = sheet.cell(1, at)
        put(cell, heading)
        cell.font, cell.fill, cell.border = HEADING_FONT, HEADING_FILL, BORDER
        cell.alignment = Alignment(horizontal="left", vertical="center")
        width = WIDTHS.get(heading, DEFAULT_WIDTH)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = 1.5 * LINE_HEIGHT
    sheet.freeze_panes = "A2"


def as_table(sheet: Worksheet, name: str, columns: int, last: int) -> None:
    """Make the rows an Excel table, which grows with each row that is written under it."""
    table = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(columns)}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


def colour_statuses(sheet: Worksheet, cells: str, scale: Scale) -> None:
    """Give the cells of an area the colour of the status that they say."""
    for level in reversed(scale.levels) if scale.is_percent else scale.levels:
        sheet.conditional_formatting.add(cells, _colour_rule(level, cells.partition(":")[0]))


def _colour_rule(level: Level, first: str) -> Rule:
    """Return the rule that colours a level: cells of its word, or from its percentage up."""
    look = {"fill": PatternFill(bgColor=level.fill), "font": Font(color=level.text, bold=True)}
    if level.least is None:
        word = level.word.replace('"', '""')
        return CellIsRule(  # type: ignore[no-any-return, no-untyped-call] # a stub's gap
            operator="equal", formula=[f'"{word}"'], **look
        )
    reached = f"AND(ISNUMBER({first}),{first}>={level.least / 100:g})"
    return FormulaRule(  # type: ignore[no-any-return, no-untyped-call] # a stub's gap
        formula=[reached], stopIfTrue=True, **look
    )


def set_up_page(sheet: Worksheet, *, has_headings: bool = True) -> None:
    """Print on A4 landscape, as wide as the page, with the headings, if any, on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if has_headings:
        sheet.print_title_rows = "1:1"
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="Sida &P (&N)")
    )


# ------------------------------------------------------------------ cells


class CellEntry(NamedTuple):
    """What is written into a cell, under which heading; a user-defined one has no column."""

    heading: str
    value: object
    column: Column | None = None


def write_row(sheet: Worksheet, number: int, entries: Sequence[CellEntry]) -> None:
    """Write a row, as high as its longest text needs."""
    lines = 1
    looks = LOOKS.setdefault(sheet.parent, {})
    for at, entry in enumerate(entries, 1):
        cell = sheet.cell(number, at)
        put(cell, entry.value, entry.column)
        _wrap(cell, looks)
        lines = max(lines, line_count(shown(entry.value), WIDTHS.get(entry.heading, DEFAULT_WIDTH)))
    sheet.row_dimensions[number].height = LINE_HEIGHT * min(lines, MOST_LINES) + 2


def _wrap(cell: Any, looks: CellStyles) -> None:  # noqa: ANN401 - its own look is not in the stubs
    """Give a cell its border, and wrap its text."""
    before = tuple(cell._style or ())  # noqa: SLF001 - openpyxl has no other quick way
    if before not in looks:
        cell.alignment, cell.border = WRAPPED, BORDER
        looks[before] = cell._style  # noqa: SLF001
    cell._style = copy(looks[before])  # noqa: SLF001


def line_count(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of a width."""
    letters = LETTERS_PER_WIDTH * width
    return sum(ceil(max(len(line), 1) / letters) for line in text.split("\n"))


def put(cell: Cell | MergedCell, value: object, column: Column | None = None) -> None:
    """Write a value into a cell: a date, a number, a share, a colour; else text stays text."""
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged in a new workbook
    if isinstance(value, dt.date):
        cell.value, cell.number_format = value, DATE_FORMAT
        return
    if isinstance(value, float):
        cell.value, cell.number_format = value, SHARE_FORMAT
        return
    if isinstance(value, int):
        cell.value = value
        return
    if column is not None and column.of_fill is colour_of_fill and RGB.fullmatch(shown(value)):
        cell.fill = PatternFill("solid", start_color=shown(value))
        return
    if column is not None and column.convert in (date, date_or_words):
        cell.number_format = DATE_FORMAT
    text = value if isinstance(value, str) else shown(value)
    if not text:
        return
    links = [run.link for run in runs_of(text) if run.link]
    if any(run.bold or run.italic or run.struck or run.shift for run in runs_of(text)):
        cell.value = _rich(text)
    else:
        cell.value = _stored(text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    if links:
        cell.hyperlink = links[0]
        cell.font = LINK_FONT


def _rich(text: str) -> CellRichText:
    return CellRichText(
        *(
            TextBlock(
                InlineFont(
                    rFont=FONT,
                    sz=SIZE,
                    b=run.bold or None,
                    i=run.italic or None,
                    strike=run.struck or None,
                    vertAlign=run.shift,
                ),
                _stored(run.text),
            )
            for run in runs_of(text)
        )
    )


def _stored(text: str) -> str:
    """Return a text as a workbook stores it (ECMA-376 part 1, 22.9.2.19)."""
    return ILLEGAL_CHARACTERS_RE.sub("", re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", str(text)))


# ------------------------------------------------------------------ the file


BY_NUMBER = re.compile(rb"&#(\d+);")
"""A letter by its number, as openpyxl writes all but ASCII; Excel writes the letter."""


def _as_letter(number: re.Match[bytes]) -> bytes:
    letter = chr(int(number[1]))
    return number[0] if letter.isascii() else letter.encode()


def packed(
    book: Workbook, changes: Mapping[str, tuple[bytes, bytes]] = MappingProxyType({})
) -> bytes:
    """Return the workbook's bytes, the same for the same content whenever they are made.

    Args:
        book: the workbook.
        changes: what is replaced by what in some parts, where openpyxl has no word for it.

    Raises:
        StopError: the computer has no room for the files that openpyxl writes on the way.
    """
    saved, packed = io.BytesIO(), io.BytesIO()
    try:
        book.save(saved)
    except (etree.SerialisationError, OSError) as error:
        reason = "datorn har inte plats för tillfälliga filer"
        stopped = rules.OUTPUT_UNWRITABLE.at(FILE, path="arbetsboken", reason=reason)
        raise StopError(stopped) from error
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                # openpyxl fixes each height it is given; Excel shall go on fitting the rows
                content = content.replace(b' customHeight="1"', b"")
                content = BY_NUMBER.sub(_as_letter, content)
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", content)
            content = content.replace(*changes.get(name, (b"", b"")))
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return packed.getvalue()
