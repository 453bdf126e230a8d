"""One worksheet, streamed: its cells, and what stands before and after them in the XML."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from typing import TypeVar

from lxml import etree

from lagesbild_xlsx.excel.areas import LINK, Areas, linked
from lagesbild_xlsx.excel.book import Book, WorksheetPart
from lagesbild_xlsx.excel.rows import (
    RICH,
    RICH_SHOWN,
    TRUE,
    RawCell,
    RawRow,
    parsed_row,
    without_blank_rows,
)
from lagesbild_xlsx.excel.strings import (
    COMMENT_AUTHOR,
    Stored,
    clean,
    without_apostrophe,
)
from lagesbild_xlsx.excel.styles import CellStyle
from lagesbild_xlsx.numberformat import BUILT_IN, NumberFormat, number_format, serial_of
from lagesbild_xlsx.pictures.drawn import drawn_over
from lagesbild_xlsx.places import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Cell,
    ColourRule,
    Drawn,
    FormattedText,
    Place,
    Run,
    Sheet,
    column_number,
)

ItemT = TypeVar("ItemT")

PICTURE_FORMULA = re.compile(r"\s*(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(", re.IGNORECASE)
"""A picture in a cell: WPS's function, and Excel's."""

HYPERLINK_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)
TRUE_FALSE = {"1": "SANT", "0": "FALSKT"}
PLAIN = CellStyle()
SPACES = re.compile("  +")
HERE = "\ufffc"
"""Stands for a text whose letters have formats of their own."""

MAY_COLOUR_BLANKS = frozenset(("expression", "containsBlanks", "notContainsText"))
BLANK_PASSES = frozenset(("notEqual", "lessThan", "lessThanOrEqual", "notBetween"))
"""Conditional formats, and comparisons of cellIs, that a blank cell may meet."""


@dataclass
class SheetReader:
    """Reads one worksheet; merges and links, which follow the cells, are put into them last."""

    book: Book
    sheet: WorksheetPart
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    row_fills: dict[int, str] = field(default_factory=dict)
    column_fills: dict[int, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    coloured: list[ColourRule] = field(default_factory=list)
    drawn: Counter[Drawn] = field(default_factory=Counter)
    last_row: int = 0

    def __post_init__(self) -> None:
        """Start without merges and links; a format or a column is looked up once."""
        self.areas = Areas(self.sheet.name, self.book.package)
        self._style = cache(self._style_of)
        self._column = cache(_column_of)

    def read(self) -> Sheet:
        """Return the sheet."""
        take = {
            "row": lambda row: self._keep(parsed_row(row)),
            "col": self._take_column,
            "mergeCell": self.areas.take_merge,
            "hyperlink": self.areas.take_link,
            "conditionalFormatting": self._take_conditional_format,
            "sparkline": lambda _: self.drawn.update([Drawn.SPARKLINE]),
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
            dict(self._comments()),
            tuple(self.coloured),
            self.sheet.is_hidden,
            frozenset(self._totals()),
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
        if fill := self._style(element.get("style")).fill:
            self.areas.reach(len(columns))
            for column in columns:
                self.column_fills.setdefault(column, fill)

    def _keep(self, raw: RawRow) -> None:
        """Keep a row that has any content."""
        number = self.last_row + 1 if raw.number is None else raw.number
        self.last_row = _in_sheet(number, LAST_ROW)
        row_fill = self._style(raw.style).fill
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
        self.drawn[Drawn.EMBEDDED] += len(shapes)

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
        name, column_of, style_of = self.sheet.name, self._column, self._style
        for letters, index, kind, formula, stored, text in cells:
            column = column + 1 if letters is None else column_of(letters)
            place, style = Place(name, number, column), style_of(index)
            if text is not None:
                cell = _text_cell(place, text, style)
            else:
                cell = self._cell(place, style, kind or "n", formula, stored)
            if not cell.is_blank:
                has_content = True
            elif not (is_coloured or cell.fill):
                continue
            row[column] = cell
        return row if has_content else {}

    def _cell(
        self, place: Place, style: CellStyle, kind: str, formula: str | None, stored: str | None
    ) -> Cell:
        """Return the cell of a formula, of what is stored, or of neither."""
        if formula and PICTURE_FORMULA.match(formula):
            return self._picture(place, style)
        if not stored:
            uncalculated = formula is not None and kind != "str"
            return Cell(place, uncalculated=uncalculated, fill=style.fill)
        if kind == RICH:
            return self._rich(place, stored, style)
        cell = self._stored(place, kind, stored, style)
        if formula and (link := HYPERLINK_FORMULA.match(formula)):
            if LINK.fullmatch(link[1]):
                return linked(cell, link[1])
            self.areas.take_file(link[1])
        return cell

    def _picture(self, place: Place, style: CellStyle) -> Cell:
        self.drawn[Drawn.PICTURE] += 1
        return Cell(place, fill=style.fill, is_picture=True)

    def _rich(self, place: Place, number: str, style: CellStyle) -> Cell:
        """Return the cell of a rich value: a picture, the text of a data type, or an error."""
        value = self.book.rich_values.of(number)
        if value.is_error:
            return Cell(place, error=RICH_SHOWN, fill=style.fill)
        if value.text:
            return Cell(place, clean(value.text), value.text, fill=style.fill, struck=style.struck)
        return self._picture(place, style)

    def _stored(self, place: Place, kind: str, stored: str, style: CellStyle) -> Cell:
        """Return the cell of a stored value, by its type (ECMA-376 part 1, 18.18.11)."""
        if kind == "s":
            return _text_cell(place, self._at(self.book.strings, stored), style)
        if kind == "str":
            return _text_cell(place, Stored(without_apostrophe(clean(stored))), style)
        if kind == "b":
            text = style.number.shown_text(TRUE_FALSE.get(stored, stored))
            return Cell(place, text, stored == "1", fill=style.fill, struck=style.struck)
        if kind == "e":
            return Cell(place, error=stored, fill=style.fill)
        try:
            if kind == "d":
                return self._date(place, stored, style)
            return self._number(place, float(stored), style)
        except ValueError as error:
            raise self.book.package.damaged(f"cellen {place}") from error

    def _number(self, place: Place, value: float, style: CellStyle) -> Cell:
        if not isfinite(value):
            raise ValueError(value)
        number, fill, struck = style
        text = _without_padding(number.shown(value))
        code = number.code
        if moment := number.moment(value):
            return Cell(place, text, moment, fill=fill, struck=struck, number_format=code)
        cell = Cell(place, text, value, fill=fill, struck=struck, number_format=code)
        return cell._replace(from_1904=True) if self.book.from_1904 else cell

    def _date(self, place: Place, stored: str, style: CellStyle) -> Cell:
        """Return the cell of a date that is stored as one; a time of day alone is a text."""
        try:
            moment = dt.datetime.fromisoformat(stored).replace(tzinfo=None)
        except ValueError:
            return Cell(place, stored, stored, fill=style.fill, struck=style.struck)
        from_1904 = self.book.from_1904
        serial = serial_of(moment, date1904=from_1904)
        forms = (style.number, number_format(BUILT_IN[14], date1904=from_1904))
        shown = next((form.shown(serial) for form in forms if form.moment(serial)), stored)
        return Cell(place, shown, moment, fill=style.fill, struck=style.struck)

    def _style_of(self, index: str | None) -> CellStyle:
        return self._at(self.book.styles, index) if index and self.book.styles else PLAIN

    def _at(self, items: list[ItemT], index: str) -> ItemT:
        """Return the item of a stored index, which a damaged file can have out of range."""
        if index.isdecimal() and int(index) < len(items):
            return items[int(index)]
        raise self.book.package.damaged(f"bladet ”{self.sheet.name}”")

    # -------------------------------------------------------------- what follows the cells

    def _totals(self) -> Iterator[int]:
        """Yield the rows of totals under the sheet's Excel tables, of which each has at most one.

        A program that has more (ECMA-376 part 1, 18.5.1.2) is not known.
        """
        package = self.book.package
        for part in package.related(self.sheet.part, "table"):
            table = package.xml(part)
            if int(table.get("totalsRowCount", "0")):
                yield Area.of(table.get("ref", "A1")).bottom

    def _comments(self) -> Iterator[tuple[Place, str]]:
        """Yield the cells with comments and what these say; a thread has a plain comment too."""
        package = self.book.package
        threads = dict(self._threads())
        for part in package.related(self.sheet.part, "comments"):
            root = package.xml(part)
            authors = [author.text for author in root.iterfind("{*}authors/{*}author")]
            ours = {str(n) for n, author in enumerate(authors) if author == COMMENT_AUTHOR}
            for comment in root.iterfind("{*}commentList/{*}comment"):
                if comment.get("authorId") not in ours:
                    place = self._place(comment)
                    said = "".join(text.text or "" for text in comment.iter("{*}t"))
                    yield place, clean("\n".join((said, threads.get(place, ""))))

    def _threads(self) -> Iterator[tuple[Place, str]]:
        """Yield what the threads of comments say, by their cells."""
        said: dict[Place, list[str]] = {}
        for part in self.book.package.related(self.sheet.part, "threadedComment"):
            for comment in self.book.package.xml(part).iter("{*}threadedComment"):
                text = comment.findtext("{*}text") or ""
                said.setdefault(self._place(comment), []).append(text)
        yield from ((place, "\n".join(texts)) for place, texts in said.items())

    def _place(self, comment: etree._Element) -> Place:
        area = Area.of(comment.get("ref", "A1"))
        return Place(self.sheet.name, area.top, area.left)


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


def _text_cell(place: Place, stored: Stored, style: CellStyle) -> Cell:
    text, struck = stored
    number, fill, is_struck = style
    shown = text if number.text is None else _formatted(text, number)
    return Cell(place, shown, text, "", False, fill, bool(text) and (struck or is_struck))  # noqa: FBT003


def _formatted(text: str, number: NumberFormat) -> str:
    """Return a text as its number format shows it, its own formats kept."""
    if not isinstance(text, FormattedText):
        return number.shown_text(text)
    before, found, after = number.shown_text(HERE).partition(HERE)
    runs = text.runs if found else ()
    return FormattedText((Run(before), *runs, Run(after)))


def _without_padding(text: str) -> str:
    """Return a text without the space that only lines it up with those above and below."""
    return SPACES.sub(" ", text).strip() if " " in text else text
