"""A lägesbild as a workbook to fill in: made from the same declarations that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.columns import Column, SheetOf, columns_of, headings_of, joined_words, sheets_of
from lagesbild_xlsx.excel.writer.appendices import write_appendix
from lagesbild_xlsx.excel.writer.cells import (
    BLUE,
    FIELD_FILL,
    FIELD_FONT,
    FONT,
    LINE_HEIGHT,
    SHARE_FORMAT,
    SIZE,
    CellEntry,
    as_table,
    colour_statuses,
    line_count,
    packed,
    put,
    set_up_page,
    write_headings,
    write_row,
)
from lagesbild_xlsx.excel.writer.pictures import put_beside, with_words
from lagesbild_xlsx.model import (
    FIELD,
    SHEET_NAMES,
    VALUE,
    Activity,
    Lagesbild,
    ListRow,
    Paragraph,
    Priority,
    Row,
    Table,
    Words,
)
from lagesbild_xlsx.model.reserved import README_SHEET
from lagesbild_xlsx.pictures import Illustration

ROWS_WITH_HELP = 500
"""How many rows below the headings have drop-downs and colours."""

NOT_IN_NAMES, LONGEST_NAME = re.compile(r"[\\*?:/\[\]]"), 31
"""What the name of a sheet may not hold, and how long it may be in Excel."""

LONGEST_ERROR = 225
"""How long the words of a refusal may be (Excel specifications and limits)."""

WHOLE_PERCENTAGE, WHOLE = re.compile(r"(\d{1,3}) ?%"), 100


class Offers(NamedTuple):
    """What drop-downs offer: the municipality's words, and the cells with those of a heading."""

    words: Words
    cells: Mapping[str, str]


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
    offers = Offers(lagesbild.words, dict(_cells_with_words(lagesbild)))
    drawn: list[Sequence[Illustration]] = []
    for field, declared in sheets_of(Lagesbild).items():
        if declared.optional and not (offer_sheets or getattr(lagesbild, field)):
            continue
        sheet = book.create_sheet(declared.name)
        if declared.is_form:
            _write_form(sheet, getattr(lagesbild, field), offer_optional=offer_optional)
        else:
            rows = getattr(lagesbild, field)
            _write_rows(sheet, declared, rows, offers, offer_optional=offer_optional)
            drawn.append(put_beside(sheet, rows, lagesbild.pictures.get(declared.name, {})))
        set_up_page(sheet)
    whole = {appendix.name: appendix for appendix in lagesbild.appendices}
    for table in lagesbild.own:
        sheet = book.create_sheet(NOT_IN_NAMES.sub("-", table.name)[:LONGEST_NAME])
        if table.name in whole:
            drawn.append(write_appendix(sheet, whole[table.name]))
        else:
            _write_own(sheet, table)
    return with_words(packed(book), [illustrations for illustrations in drawn if illustrations])


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
    set_up_page(sheet, has_headings=False)


def _write_form(sheet: Worksheet, value: Row, *, offer_optional: bool) -> None:
    write_headings(sheet, (FIELD, VALUE))
    columns = _used_columns(type(value), [value], offer_optional=offer_optional)
    entries: list[CellEntry] = [
        CellEntry(c.heading, getattr(value, field), c) for field, c in columns
    ]
    entries += [CellEntry(heading, text) for heading, text in value.own.items()]
    for number, entry in enumerate(entries, 2):
        write_row(sheet, number, (CellEntry(FIELD, entry.heading), entry._replace(heading=VALUE)))
        name = sheet.cell(number, 1)
        name.font, name.fill = FIELD_FONT, FIELD_FILL


def _write_rows(
    sheet: Worksheet,
    declared: SheetOf,
    rows: Sequence[Row],
    offers: Offers,
    *,
    offer_optional: bool,
) -> None:
    used = _used_columns(declared.row_class, rows, offer_optional=offer_optional)
    columns = [(field, column.with_words(offers.words)) for field, column in used]
    own = list(dict.fromkeys(heading for row in rows for heading in row.own))
    write_headings(sheet, [column.heading for _, column in columns] + own)
    for number, row in enumerate(rows, 2):
        entries = [CellEntry(c.heading, _stored(getattr(row, field), c), c) for field, c in columns]
        entries += [CellEntry(heading, row.own.get(heading, "")) for heading in own]
        write_row(sheet, number, entries)
    if not rows:
        write_row(sheet, 2, [CellEntry(column.heading, "", column) for _, column in columns])
    for at, (_, column) in enumerate(columns, 1):
        _offer_help(sheet, get_column_letter(at), column, offers)
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
        write_row(sheet, number, [CellEntry(heading, row.get(heading, "")) for heading in headings])
    set_up_page(sheet)


def _used_columns(
    row_class: type, rows: Sequence[Row], *, offer_optional: bool = False
) -> list[tuple[str, Column]]:
    """Return the columns to write, by field: optional ones where used, or offered."""
    return [
        (field, column)
        for field, column in columns_of(row_class).items()
        if not column.optional
        or (offer_optional and not column.rare)
        or any(getattr(row, field) for row in rows)
    ]


def _stored(value: object, column: Column) -> object:
    """Return a value as its cell holds it: a whole percentage is a share, which Excel shows so."""
    is_status = column.heading == headings_of(Activity)["status"] and column.choice is not None
    percentage = WHOLE_PERCENTAGE.fullmatch(value) if is_status and isinstance(value, str) else None
    return int(percentage[1]) / WHOLE if percentage else value


def _offer_help(sheet: Worksheet, letter: str, column: Column, offers: Offers) -> None:
    """Give a column its drop-down, and the statuses their colours."""
    cells, scale = f"{letter}2:{letter}{ROWS_WITH_HELP}", offers.words.scale
    is_status = column.heading == headings_of(Activity)["status"]
    if is_status and column.choice and scale.is_percent:
        sheet.column_dimensions[letter].number_format = SHARE_FORMAT
        _require(sheet, cells, column, DataValidation("decimal", formula1="0", formula2="1"))
    elif column.choices:
        listed_in = offers.cells.get(column.heading)
        allowed = DataValidation("list", formula1=listed_in or _inline(column.choices))
        if listed_in:  # the words can be changed there, and may be others then
            allowed.errorStyle = "warning"
        _require(sheet, cells, column, allowed)
    elif column.suggestions:
        _suggest(sheet, cells, _inline(column.suggestions))
    elif column.heading == headings_of(Activity)["owner"] and column.heading in offers.cells:
        # two owners are written in one cell: A och B
        _suggest(sheet, cells, offers.cells[column.heading])
    if is_status:
        colour_statuses(sheet, cells, scale)


def _inline(words: Sequence[str]) -> str:
    """Return words as a list that stands in the drop-down itself."""
    return f'"{",".join(words)}"'


def _require(sheet: Worksheet, cells: str, column: Column, allowed: DataValidation) -> None:
    """Let nothing but what is allowed be typed."""
    words = joined_words(column.choices) if column.choices else "0 % till 100 %"
    allowed.error = f"Välj {words}."[:LONGEST_ERROR]
    allowed.errorTitle = column.heading
    allowed.showErrorMessage = True
    _validate(sheet, cells, allowed)


def _suggest(sheet: Worksheet, cells: str, words: str) -> None:
    """Offer words, and let others be typed as well."""
    suggested = DataValidation("list", formula1=words)
    suggested.showErrorMessage = False
    _validate(sheet, cells, suggested)


def _cells_with_words(lagesbild: Lagesbild) -> Iterator[tuple[str, str]]:
    """Yield the headings whose words stand in ``Listor``, each with the cells that list them."""
    fields = {headings_of(Activity)["owner"]: "owner"}
    if not lagesbild.scale.is_standard:
        fields[headings_of(Activity)["status"]] = "status"
    fields[headings_of(Priority)["source"]] = "source"
    fields[headings_of(Paragraph)["section"]] = "section"
    for heading, field in fields.items():
        if cells := _cells_of(lagesbild.lists, field):
            yield heading, cells


def _cells_of(lists: Sequence[ListRow], field: str) -> str:
    """Return the cells of a column of ``Listor``; nothing where nothing stands there."""
    headings = [c.heading for _, c in _used_columns(ListRow, lists)]
    last = max((n for n, row in enumerate(lists, 2) if getattr(row, field)), default=0)
    if not last:
        return ""
    letter = get_column_letter(headings.index(headings_of(ListRow)[field]) + 1)
    return f"{SHEET_NAMES[ListRow]}!${letter}$2:${letter}${last}"


def _validate(sheet: Worksheet, cells: str, validation: DataValidation) -> None:
    validation.allow_blank = True
    validation.add(cells)
    sheet.add_data_validation(validation)
