"""A workbook's sheets, streamed from their XML with every cell's place.

openpyxl is not used here: it makes a cell for every cell of a merged column, knows no rich text
and no links in its fast mode, and takes twice the time. The format is ECMA-376 part 1, 18.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel.areas import Areas
from lagesbild_xlsx.excel.book import WORKBOOK, Book, WorksheetPart
from lagesbild_xlsx.excel.parts import comments, properties_of, rows_of_totals
from lagesbild_xlsx.excel.rows import (
    TRUE,
    RawCell,
    RawRow,
    parsed_row,
    without_blank_rows,
)
from lagesbild_xlsx.excel.values import CellReader, text_cell
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures.drawn import drawn_over
from lagesbild_xlsx.places import (
    FILE,
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Cell,
    ColourRule,
    DrawingKind,
    Place,
    Sheet,
    Workbook,
    column_number,
)


def read_workbook(path: Path) -> Workbook:
    """Return a workbook's worksheets.

    Raises:
        StopError: the file cannot be opened, is no workbook, has no sheet, or is damaged.
    """
    with Package(path, WORKBOOK) as package:
        book = Book(package)
        try:
            sheets = tuple(SheetReader(book, sheet).read() for sheet in book.worksheet_parts())
            properties = dict(properties_of(package))
            digest = package.sha256()
            charts = tuple(book.chart_sheets())
        except ValueError as error:  # a row or an index that is no number
            raise package.damaged("innehållet") from error
    if not sheets:
        raise StopError(rules.WORKBOOK_WITHOUT_SHEETS.at(FILE, path=path.name))
    return Workbook(sheets, properties, path.stem, digest, charts)


MAY_COLOUR_BLANKS = frozenset(("expression", "containsBlanks", "notContainsText"))
BLANK_PASSES = frozenset(("notEqual", "lessThan", "lessThanOrEqual", "notBetween"))
"""Conditional formats, and comparisons of cellIs, that a blank cell may meet."""


class SheetReader:
    """Reads one worksheet; merges and links, which follow the cells, are put into them last."""

    def __init__(self, book: Book, sheet: WorksheetPart) -> None:
        """Start without rows, merges and links; a column is looked up once."""
        self.book, self.sheet = book, sheet
        self.rows: dict[int, dict[int, Cell]] = {}
        self.row_fills: dict[int, str] = {}
        self.column_fills: dict[int, str] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()
        self.coloured: list[ColourRule] = []
        self.drawn: Counter[DrawingKind] = Counter()
        self.last_row = 0
        self.areas = Areas(self.sheet.name, self.book.package)
        self.cells = CellReader(self.book, self.sheet.name, self.areas, self.drawn)
        self._column = cache(_column_of)

    def read(self) -> Sheet:
        """Return the sheet."""
        take = {
            "row": lambda row: self._keep(parsed_row(row)),
            "col": self._take_column,
            "mergeCell": self.areas.take_merge,
            "hyperlink": self.areas.take_link,
            "conditionalFormatting": self._take_conditional_format,
            "sparkline": lambda _: self.drawn.update([DrawingKind.SPARKLINE]),
            "oleObjects": self._take_embedded,
        }
        chunks = without_blank_rows(self.book.package.vetted(self.sheet.part))
        for element in self.book.elements(self.sheet.part, *take, chunks=chunks):
            take[element.tag.rpartition("}")[2]](element)
        self.rows = dict(sorted(self.rows.items()))
        self.areas.put_into(self.rows, self.book.package.relationships(self.sheet.part))
        return Sheet(
            self.sheet.name,
            self.rows,
            tuple(self.areas.merges),
            self.row_fills,
            self.column_fills,
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            dict(comments(self.book.package, self.sheet)),
            tuple(self.coloured),
            self.sheet.is_hidden,
            frozenset(rows_of_totals(self.book.package, self.sheet)),
            self.drawn + Counter(drawn_over(self.book.package, self.sheet.part)),
            tuple(self.areas.files),
        )

    # -------------------------------------------------------------- elements

    def _take_column(self, element: etree._Element) -> None:
        last = min(int(element.get("max", "1")), LAST_COLUMN)
        columns = range(max(int(element.get("min", "1")), 1), last + 1)
        if element.get("hidden") in TRUE or element.get("width") == "0":
            self.areas.reach(len(columns))
            self.hidden_columns.update(columns)
        if fill := self.cells.style(element.get("style")).fill:
            self.areas.reach(len(columns))
            for column in columns:
                self.column_fills.setdefault(column, fill)

    def _keep(self, raw: RawRow) -> None:
        """Keep a row that has any content."""
        number = self.last_row + 1 if raw.number is None else raw.number
        self.last_row = _in_sheet(number, LAST_ROW)
        row_fill = self.cells.style(raw.style).fill
        if not raw.cells:
            return
        row = self._cells(number, raw.cells, is_coloured=bool(row_fill or self.column_fills))
        if not row:
            return
        self.rows[number] = row
        if raw.is_hidden:
            self.hidden_rows.append(number)
        if row_fill:
            self.row_fills[number] = row_fill

    def _take_conditional_format(self, element: etree._Element) -> None:
        references = _sqref(element).split()
        self.areas.reach(len(references))
        areas = [Area.of(each) for each in references]
        for rule in element.iterchildren("{*}cfRule"):
            is_open = rule.get("type") in MAY_COLOUR_BLANKS or rule.get("operator") in BLANK_PASSES
            if is_open and self._colours(rule):
                formula = next((f.text or "" for f in rule.iter("{*}formula", "{*}f")), "")
                self.areas.reach(len(areas))
                self.coloured += (ColourRule(area, formula) for area in areas)

    def _take_embedded(self, element: etree._Element) -> None:
        """Count the files that are embedded; each can stand there in two forms."""
        shapes = {each.get("shapeId") for each in element.iter("{*}oleObject")}
        self.drawn[DrawingKind.EMBEDDED] += len(shapes)

    def _colours(self, rule: etree._Element) -> bool:
        """Return whether a conditional format gives a fill, and not only bold text or the like."""
        number = rule.get("dxfId", "")
        if not number.isdecimal():
            return rule.find(".//{*}dxf//{*}fill") is not None
        fills = self.book.style_sheet.format_fills if self.book.style_sheet else []
        return int(number) < len(fills) and fills[int(number)]

    # -------------------------------------------------------------- cells

    def _cells(
        self, number: int, cells: Iterable[RawCell], *, is_coloured: bool
    ) -> dict[int, Cell]:
        """Return a row's cells; none where none of them has any content.

        One without content is kept where it has a colour, or where its row or a column has one
        that it does not have.
        """
        row = {}
        column, has_content = 0, False
        name, column_of, style_of = self.sheet.name, self._column, self.cells.style
        for letters, index, kind, formula, stored, text in cells:
            column = column + 1 if letters is None else column_of(letters)
            place, style = Place(name, number, column), style_of(index)
            if text is not None:
                cell = text_cell(place, text, style)
            else:
                cell = self.cells.cell(place, style, kind or "n", formula, stored)
            if not cell.is_blank:
                has_content = True
            elif not (is_coloured or cell.fill):
                continue
            row[column] = cell
        return row if has_content else {}


def _column_of(letters: str) -> int:
    return _in_sheet(column_number(letters), LAST_COLUMN)


def _in_sheet(number: int, last: int) -> int:
    """Return the number of a row or column.

    Raises:
        ValueError: there is none with this number.
    """
    if not 1 <= number <= last:
        raise ValueError(number)
    return number


def _sqref(element: etree._Element) -> str:
    """Return the cells of a conditional format; Excel 2010's has them in an element of its own."""
    return element.get("sqref") or next((e.text or "" for e in element.iter("{*}sqref")), "")
