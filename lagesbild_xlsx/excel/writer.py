"""A lägesbild as a workbook to fill in: made from the same declarations that read it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.columns import Column, SheetOf, columns_of, date, listed, sheets_of
from lagesbild_xlsx.model import FIELD, VALUE, Lagesbild, ListRow, Row, Status, Table, shown
from lagesbild_xlsx.opc import EPOCH
from lagesbild_xlsx.places import runs_of

DATE_FORMAT = "yyyy-mm-dd"
ROWS_WITH_HELP = 500
"""How many rows below the headings have drop-downs and colours."""

WIDTHS = {
    FIELD: 22, VALUE: 90, "Källa": 28, "Prioritering": 80, "Ort": 22, "Lägesbild": 90,
    "Avsnitt": 16, "Text": 110, "Nr": 7, "Aktivitet": 60, "Ansvar": 28, "Status": 13,
    "Kommentar": 45, "Klart senast": 14, "Begrepp": 18, "Skiljetecken": 14, "Förklaring": 70,
    "Betydelse": 34, "Ansvarig": 36, "Alias": 34,
}  # fmt: skip
DEFAULT_WIDTH = 24
LETTERS_PER_WIDTH = 1.1
"""How many letters of running text go into one unit of width, which is that of a digit."""

MOST_LINES = 27
"""A row is at most 409 points high (Excel specifications and limits)."""

LINE_HEIGHT = 15.0
"""The height in points of a line in Excel's own font."""

BLUE, PALE, RULE = "1B3A5C", "EEF2F6", "B8C4D0"
STATUS_COLOURS = {
    Status.RED: ("C00000", "FFFFFF"),
    Status.YELLOW: ("FFD24D", "1A1A1A"),
    Status.GREEN: ("2E7D32", "FFFFFF"),
}
"""Fill and text of a status: those of the standard template."""

FONT, SIZE = "Calibri", 11
HEADING_FONT = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
FIELD_FONT = Font(name=FONT, size=SIZE, bold=True)
LINK_FONT = Font(name=FONT, size=SIZE, underline="single", color="0B5394")
HEADING_FILL = PatternFill("solid", start_color=BLUE)
FIELD_FILL = PatternFill("solid", start_color=PALE)
EDGE = Side(style="thin", color=RULE)
BORDER = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
README_WIDTH = 95
README_FONTS = {
    "title": Font(name=FONT, size=20, bold=True, color=BLUE),
    "heading": Font(name=FONT, size=13, bold=True, color=BLUE),
    "text": Font(name=FONT, size=SIZE),
}
README_SPACE = {"title": 18, "heading": 12, "text": 4}
WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)


def workbook_bytes(
    lagesbild: Lagesbild,
    *,
    readme: Sequence[tuple[str, str]] = (),
    offer_optional: bool = False,
) -> bytes:
    """Return a workbook that holds a lägesbild.

    Args:
        lagesbild: what to fill in. Reading the workbook gives the same back.
        readme: the lines of a first sheet that explains the work, each after its look.
        offer_optional: whether optional columns stand there also where nothing fills them.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.title = "Lägesbild – arbetsbok"
    book.properties.language = "sv-SE"
    if readme:
        _write_readme(book.create_sheet("Läs mig"), readme)
    owners = _owner_cells(lagesbild)
    for field, declared in sheets_of(Lagesbild).items():
        sheet = book.create_sheet(declared.name)
        if declared.is_form:
            _write_form(sheet, getattr(lagesbild, field), offer_optional=offer_optional)
        else:
            rows = getattr(lagesbild, field)
            _write_rows(sheet, declared, rows, owners, offer_optional=offer_optional)
        _set_up_page(sheet)
    for table in lagesbild.own:
        _write_own(book.create_sheet(table.name), table)
    return _packed(book)


# ------------------------------------------------------------------ sheets


class Entry(NamedTuple):
    """What is written into a cell, under which heading; the staff's own have no column."""

    heading: str
    value: object
    column: Column | None = None


def _write_readme(sheet: Worksheet, lines: Sequence[tuple[str, str]]) -> None:
    sheet.column_dimensions["A"].width = README_WIDTH
    sheet.sheet_view.showGridLines = False
    for number, (look, line) in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        _put(cell, line)
        cell.font = README_FONTS[look]
        cell.alignment = Alignment(vertical="bottom", wrap_text=True)
        height = _lines(line, README_WIDTH) * LINE_HEIGHT
        sheet.row_dimensions[number].height = height + README_SPACE[look]
    _set_up_page(sheet)
    sheet.print_title_rows = None


def _write_form(sheet: Worksheet, value: Row, *, offer_optional: bool) -> None:
    _write_headings(sheet, (FIELD, VALUE))
    columns = _used_columns(type(value), [value], offer_optional=offer_optional)
    entries: list[Entry] = [Entry(c.heading, getattr(value, field), c) for field, c in columns]
    entries += [Entry(heading, text) for heading, text in value.own.items()]
    for number, entry in enumerate(entries, 2):
        _write_row(sheet, number, (Entry(FIELD, entry.heading), entry._replace(heading=VALUE)))
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
    _write_headings(sheet, [column.heading for _, column in columns] + own)
    for number, row in enumerate(rows, 2):
        entries = [Entry(c.heading, getattr(row, field), c) for field, c in columns]
        entries += [Entry(heading, row.own.get(heading, "")) for heading in own]
        _write_row(sheet, number, entries)
    if not rows:
        _write_row(sheet, 2, [Entry(column.heading, "", column) for _, column in columns])
    for at, (_, column) in enumerate(columns, 1):
        _offer_help(sheet, get_column_letter(at), column, owners)
    _as_table(sheet, declared.name, len(columns) + len(own), max(len(rows), 1) + 1)


def _write_own(sheet: Worksheet, table: Table) -> None:
    headings = (FIELD, VALUE) if table.is_form else table.headings
    rows = (
        [{FIELD: heading, VALUE: text} for heading, text in table.rows[0].items()]
        if table.is_form
        else table.rows
    )
    _write_headings(sheet, headings)
    for number, row in enumerate(rows, 2):
        _write_row(sheet, number, [Entry(heading, row.get(heading, "")) for heading in headings])
    _set_up_page(sheet)


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


def _write_headings(sheet: Worksheet, headings: Sequence[str]) -> None:
    for at, heading in enumerate(headings, 1):
        cell = sheet.cell(1, at)
        _put(cell, heading)
        cell.font, cell.fill, cell.border = HEADING_FONT, HEADING_FILL, BORDER
        cell.alignment = Alignment(horizontal="left", vertical="center")
        width = WIDTHS.get(heading, DEFAULT_WIDTH)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = 1.5 * LINE_HEIGHT
    sheet.freeze_panes = "A2"


def _as_table(sheet: Worksheet, name: str, columns: int, last: int) -> None:
    """Make the rows an Excel table, which grows with each row that is written under it."""
    table = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(columns)}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


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
    elif column.heading == "Ansvar" and owners:
        suggested = DataValidation("list", formula1=owners)
        suggested.showErrorMessage = False  # two owners are written in one cell: A och B
        _validate(sheet, cells, suggested)
    if column.heading == "Status":
        for status, (fill, text) in STATUS_COLOURS.items():
            rule: Rule = CellIsRule(  # type: ignore[no-untyped-call] # a stub's gap
                operator="equal",
                formula=[f'"{status}"'],
                fill=PatternFill(bgColor=fill),
                font=Font(color=text, bold=True),
            )
            sheet.conditional_formatting.add(cells, rule)


def _owner_cells(lagesbild: Lagesbild) -> str:
    """Return the cells that list the owners; nothing where there are none."""
    headings = [c.heading for _, c in _used_columns(ListRow, lagesbild.lists)]
    letter = get_column_letter(headings.index("Ansvarig") + 1)
    last = max((n for n, row in enumerate(lagesbild.lists, 2) if row.owner), default=0)
    return f"Listor!${letter}$2:${letter}${last}" if last else ""


def _validate(sheet: Worksheet, cells: str, validation: DataValidation) -> None:
    validation.allow_blank = True
    validation.add(cells)
    sheet.add_data_validation(validation)


def _set_up_page(sheet: Worksheet) -> None:
    """Print on A4 landscape, as wide as the page, with the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="Sida &P (&N)")
    )


# ------------------------------------------------------------------ cells


def _write_row(sheet: Worksheet, number: int, entries: Sequence[Entry]) -> None:
    """Write a row, as high as its longest text needs."""
    lines = 1
    for at, entry in enumerate(entries, 1):
        cell = sheet.cell(number, at)
        _put(cell, entry.value, entry.column)
        cell.alignment, cell.border = WRAPPED, BORDER
        lines = max(lines, _lines(shown(entry.value), WIDTHS.get(entry.heading, DEFAULT_WIDTH)))
    sheet.row_dimensions[number].height = LINE_HEIGHT * min(lines, MOST_LINES) + 2


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of a width."""
    letters = LETTERS_PER_WIDTH * width
    return sum(ceil(max(len(line), 1) / letters) for line in text.split("\n"))


def _put(cell: Cell | MergedCell, value: object, column: Column | None = None) -> None:
    """Write a value into a cell; text stays text, whatever it looks like."""
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged in a new workbook
    if isinstance(value, dt.date):
        cell.value, cell.number_format = value, DATE_FORMAT
        return
    if column is not None and column.convert is date:
        cell.number_format = DATE_FORMAT
    text = value if isinstance(value, str) else shown(value)
    if not text:
        return
    links = [run.link for run in runs_of(text) if run.link]
    if any(run.bold or run.italic for run in runs_of(text)):
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
                InlineFont(rFont=FONT, sz=SIZE, b=run.bold or None, i=run.italic or None),
                _stored(run.text),
            )
            for run in runs_of(text)
        )
    )


def _stored(text: str) -> str:
    """Return a text as a workbook stores it (ECMA-376 part 1, 22.9.2.19)."""
    return ILLEGAL_CHARACTERS_RE.sub("", re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", str(text)))


# ------------------------------------------------------------------ the file


def _packed(book: Workbook) -> bytes:
    """Return the workbook's bytes, the same for the same content whenever they are made."""
    saved, packed = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                # openpyxl fixes each height it is given; Excel shall go on fitting the rows
                content = content.replace(b' customHeight="1"', b"")
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", content)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return packed.getvalue()
