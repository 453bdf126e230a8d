"""The cells of a worksheet: what each one shows, by how its value is stored and its format."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache, partial
from math import isfinite
from typing import TypeVar

from lagesbild_xlsx.excel.areas import Areas, is_link, linked
from lagesbild_xlsx.excel.book import Book
from lagesbild_xlsx.excel.rows import RICH, RICH_SHOWN
from lagesbild_xlsx.excel.strings import Stored, clean, without_apostrophe
from lagesbild_xlsx.excel.styles import CellStyle
from lagesbild_xlsx.numberformat import BUILT_IN, NumberFormat, number_format, serial_of
from lagesbild_xlsx.places import Cell, DrawingKind, FormattedText, Place, Run

ItemT = TypeVar("ItemT")

_PICTURE_FORMULA = r"(?i:\s*(?:_xlfn\.)?(?:DISPIMG|IMAGE)\()"
"""A picture in a cell: WPS's function, and Excel's."""

_HYPERLINK_FORMULA = r'(?i:\s*HYPERLINK\(\s*"([^"]*)")'
TRUE_FALSE = {"1": "SANT", "0": "FALSKT"}
PLAIN = CellStyle()
HERE = "\ufffc"
"""Stands for a text whose letters have formats of their own."""


class CellReader:
    """Makes the cells of one sheet; pictures and links to files in them are counted on the way."""

    def __init__(self, book: Book, sheet: str, areas: Areas, drawn: Counter[DrawingKind]) -> None:
        """Look each format up once."""
        self.book, self.sheet, self.areas, self.drawn = book, sheet, areas, drawn
        self.style = cache(partial(_style_of, book, sheet))

    def cell(
        self, place: Place, style: CellStyle, kind: str, formula: str | None, stored: str | None
    ) -> Cell:
        """Return the cell of a formula, of what is stored, or of neither."""
        if formula and re.match(_PICTURE_FORMULA, formula):
            return self._picture(place, style)
        if not stored:
            uncalculated = formula is not None and kind != "str"
            return Cell(place, uncalculated=uncalculated, fill=style.fill)
        if kind == RICH:
            return self._rich(place, stored, style)
        cell = self._stored(place, kind, stored, style)
        if formula and (link := re.match(_HYPERLINK_FORMULA, formula)):
            if is_link(link[1]):
                return linked(cell, link[1])
            self.areas.take_file(link[1])
        return cell

    def _picture(self, place: Place, style: CellStyle) -> Cell:
        self.drawn[DrawingKind.PICTURE] += 1
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
            return text_cell(place, _item(self.book, self.sheet, self.book.strings, stored), style)
        if kind == "str":
            return text_cell(place, Stored(without_apostrophe(clean(stored))), style)
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
        number, fill, struck, font = style
        text = font.shown(_without_padding(number.shown(value)))
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
        code = style.number.code
        fill, struck = style.fill, style.struck
        return Cell(place, shown, moment, fill=fill, struck=struck, number_format=code)


def _style_of(book: Book, sheet: str, index: str | None) -> CellStyle:
    """Return the format of a cell; no method, whose reader would never be let go."""
    return _item(book, sheet, book.styles, index) if index and book.styles else PLAIN


def _item(book: Book, sheet: str, items: list[ItemT], index: str) -> ItemT:
    """Return the item of a stored index, which a damaged file can have out of range."""
    if index.isdecimal() and int(index) < len(items):
        return items[int(index)]
    raise book.package.damaged(f"bladet ”{sheet}”")


def text_cell(place: Place, stored: Stored, style: CellStyle) -> Cell:
    """Return the cell of a text, which is a string of its own or one of the shared."""
    text, struck, colour, in_cell_font = stored
    number, fill, is_struck, font = style
    shown = font.shown(text, in_cell_font) if any(font) else text
    shown = shown if number.text is None else _formatted(shown, number)
    is_struck = bool(text) and (struck or is_struck)
    own = colour or font.colour
    return Cell(place, shown, text, "", False, fill, is_struck, False, False, own)  # noqa: FBT003


def _formatted(text: str, number: NumberFormat) -> str:
    """Return a text as its number format shows it, its own formats kept."""
    if not isinstance(text, FormattedText):
        return number.shown_text(text)
    before, found, after = number.shown_text(HERE).partition(HERE)
    runs = text.runs if found else ()
    return FormattedText((Run(before), *runs, Run(after)))


def _without_padding(text: str) -> str:
    """Return a text without the space that only lines it up with those above and below."""
    return re.sub("  +", " ", text).strip() if " " in text else text
