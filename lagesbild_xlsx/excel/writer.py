"""A lägesbild as a workbook to fill in: made from the same declarations that read it.

This is the only module that imports openpyxl.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.columns import Column, SheetOf, columns_of, date, sheets_of
from lagesbild_xlsx.model import FIELD, VALUE, Lagesbild, Row, Status, Table, shown
from lagesbild_xlsx.opc import EPOCH
from lagesbild_xlsx.places import runs_of

DATE_FORMAT = "yyyy-mm-dd"
ROWS_WITH_HELP = 500
"""How many rows below the headings have drop-downs and colours."""

WIDTHS = {
    FIELD: 20, VALUE: 90, "Källa": 28, "Prioritering": 80, "Ort": 22, "Lägesbild": 90,
    "Avsnitt": 16, "Text": 110, "Nr": 7, "Aktivitet": 60, "Ansvar": 28, "Status": 13,
    "Kommentar": 45, "Klart senast": 14, "Begrepp": 18, "Skiljetecken": 14, "Förklaring": 70,
    "Betydelse": 34, "Ansvarig": 36, "Alias": 34,
}  # fmt: skip
DEFAULT_WIDTH = 24
LINE_HEIGHT = 15.0
"""The height in points of a line in Excel's own font."""

BLUE, PALE, RULE = "1B3A5C", "EEF2F6", "B8C4D0"
STATUS_COLOURS = {
    Status.RED: ("C00000", "FFFFFF"),
    Status.YELLOW: ("FFD24D", "1A1A1A"),
    Status.GREEN: ("2E7D32", "FFFFFF"),
}
"""Fill and text of a status: those of the standard template."""

HEADING_FONT = Font(bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", start_color=BLUE)
FIELD_FILL = PatternFill("solid", start_color=PALE)
EDGE = Side(style="thin", color=RULE)
BORDER = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook_bytes(lagesbild: Lagesbild, *, offer_optional: bool = False) -> bytes:
    """Return a workbook that holds a lägesbild.

    Args:
        lagesbild: what to fill in. Reading the workbook gives the same back.
        offer_optional: whether optional columns stand there also where nothing fills them.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.title = "Lägesbild – arbetsbok"
    book.properties.language = "sv-SE"
    owners = sum(1 for row in lagesbild.lists if row.owner)
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


def _write_form(sheet: Worksheet, value: Row, *, offer_optional: bool) -> None:
    _write_headings(sheet, (FIELD, VALUE))
    columns = _used_columns(type(value), [value], offer_optional=offer_optional)
    entries = [(column.heading, getattr(value, field), column) for field, column in columns]
    entries += [(heading, text, None) for heading, text in value.own.items()]
    for number, (heading, content, column) in enumerate(entries, 2):
        name, cell = sheet.cell(number, 1), sheet.cell(number, 2)
        _put(name, heading)
        name.font, name.fill = Font(bold=True), FIELD_FILL
        _put(cell, content, column)
        for each in (name, cell):
            each.alignment, each.border = WRAPPED, BORDER
        _fit_height(sheet, number, [(shown(content), WIDTHS[VALUE])])


def _write_rows(
    sheet: Worksheet,
    declared: SheetOf,
    rows: Sequence[Row],
    owners: int,
    *,
    offer_optional: bool,
) -> None:
    columns = _used_columns(declared.row, rows, offer_optional=offer_optional)
    own = list(dict.fromkeys(heading for row in rows for heading in row.own))
    headings = [column.heading for _, column in columns] + own
    _write_headings(sheet, headings)
    for number, row in enumerate(rows, 2):
        values = [(getattr(row, field), column) for field, column in columns]
        values += [(row.own.get(heading, ""), None) for heading in own]
        for at, (value, column) in enumerate(values, 1):
            cell = sheet.cell(number, at)
            _put(cell, value, column)
            cell.alignment = WRAPPED
        widths = [WIDTHS.get(heading, DEFAULT_WIDTH) for heading in headings]
        _fit_height(sheet, number, [(shown(v), w) for (v, _), w in zip(values, widths, strict=True)])
    for at, (_, column) in enumerate(columns, 1):
        _offer_help(sheet, get_column_letter(at), column, owners)
    _as_table(sheet, declared.name, len(headings), max(len(rows), 1) + 1)


def _write_own(sheet: Worksheet, table: Table) -> None:
    if table.is_form:
        rows = [(FIELD, VALUE), *((h, text) for h, text in table.rows[0].items())]
    else:
        rows = [table.headings, *(tuple(r.get(h, "") for h in table.headings) for r in table.rows)]
    _write_headings(sheet, rows[0])
    for number, row in enumerate(rows[1:], 2):
        for at, text in enumerate(row, 1):
            _put(sheet.cell(number, at), text)
            sheet.cell(number, at).alignment = WRAPPED
    _set_up_page(sheet)


def _used_columns(
    kind: type, rows: Sequence[Row], *, offer_optional: bool
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
        cell.alignment = Alignment(vertical="center")
        width = WIDTHS.get(heading, DEFAULT_WIDTH)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = 1.5 * LINE_HEIGHT
    sheet.freeze_panes = "A2"


def _as_table(sheet: Worksheet, name: str, columns: int, last: int) -> None:
    """Make the rows an Excel table, which grows with each row that is written under it."""
    table = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(columns)}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


def _offer_help(sheet: Worksheet, letter: str, column: Column, owners: int) -> None:
    """Give a column its drop-down, and the statuses their colours."""
    cells = f"{letter}2:{letter}{ROWS_WITH_HELP}"
    if column.choices:
        choices = ",".join(column.choices)
        allowed = DataValidation("list", formula1=f'"{choices}"', allow_blank=True)
        allowed.error = f"Välj {', '.join(column.choices)}, eller lämna cellen tom."
        allowed.errorTitle = column.heading
        _validate(sheet, cells, allowed)
    elif column.heading == "Ansvar" and owners:
        suggested = DataValidation("list", formula1=f"Listor!$C$2:$C${owners + 1}")
        suggested.showErrorMessage = False  # two owners are written in one cell: A och B
        _validate(sheet, cells, suggested)
    if column.heading == "Status":
        for status, (fill, text) in STATUS_COLOURS.items():
            look = {"fill": PatternFill(bgColor=fill), "font": Font(color=text, bold=True)}
            rule = CellIsRule(operator="equal", formula=[f'"{status}"'], **look)
            sheet.conditional_formatting.add(cells, rule)


def _validate(sheet: Worksheet, cells: str, validation: DataValidation) -> None:
    validation.allow_blank = True
    validation.add(cells)
    sheet.add_data_validation(validation)


def _set_up_page(sheet: Worksheet) -> None:
    """Print on A4 landscape, as wide as the page, with the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Sida &P (&N)"


# ------------------------------------------------------------------ cells


def _put(cell: Cell, value: object, column: Column | None = None) -> None:
    """Write a value into a cell; text stays text, whatever it looks like."""
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
        cell.style = "Hyperlink"


def _rich(text: str) -> CellRichText:
    return CellRichText(
        *(
            TextBlock(InlineFont(b=run.bold or None, i=run.italic or None), _stored(run.text))
            for run in runs_of(text)
        )
    )


def _stored(text: str) -> str:
    """Return a text as a workbook stores it (ECMA-376 part 1, 22.9.2.19)."""
    return ILLEGAL_CHARACTERS_RE.sub("", re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", str(text)))


def _fit_height(sheet: Worksheet, number: int, texts: Sequence[tuple[str, int]]) -> None:
    """Make a row as high as its longest text needs; LibreOffice and Excel may do it again."""
    lines = max(
        (sum(-(-max(len(line), 1) // width) for line in text.split("\n")) for text, width in texts),
        default=1,
    )
    sheet.row_dimensions[number].height = LINE_HEIGHT * min(lines, 27) + 3


# ------------------------------------------------------------------ the file


def _packed(book: Workbook) -> bytes:
    """Return the workbook's bytes, the same for the same content whenever they are made."""
    saved, packed = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", content)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return packed.getvalue()
