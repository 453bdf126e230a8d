"""How wide a sheet's columns are and how high its rows, and which of them are not shown.

Lengths are in EMU, of which a pixel of Excel's has 9,525 and a point 12,700. How wide a column is
hangs on the workbook's font (ECMA-376 part 1, 18.3.1.13): that of Calibri 11 is taken, whose digits
are seven pixels wide. It only counts where a drawing does not say its own size.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice

from lxml import etree

from lagesbild_xlsx.places import LAST_COLUMN, LAST_ROW

PIXEL, POINT = 9_525, 12_700
DIGIT = 7
"""How many pixels wide a digit is."""

USUAL_WIDTH, USUAL_HEIGHT = 64 * PIXEL, 15 * POINT
WIDEST, HIGHEST = 255, 409
"""How wide a column may be, in digits, and how high a row, in points (Excel's limits)."""

TRUE = ("1", "true")


@dataclass(frozen=True)
class GridLine:
    """The columns of a sheet one after another, or its rows.

    Attributes:
        last: the number of the last one.
        usual: how long they are.
        own: the lengths of those that have another; 0 where they are not shown.
    """

    last: int
    usual: int
    own: Mapping[int, int]

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted(self.own)

    @cached_property
    def _differences(self) -> list[int]:
        """What those with a length of their own add to the usual lengths, up to each."""
        return list(accumulate((self.own[n] - self.usual for n in self._numbers), initial=0))

    def start(self, number: int) -> int:
        """Return where a column or a row begins."""
        return (number - 1) * self.usual + self._differences[bisect_left(self._numbers, number)]

    def at(self, length: int) -> int:
        """Return the number of the one that a point lies in."""
        low, high = 1, self.last
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.start(middle) <= length else (low, middle - 1)
        return low

    def is_hidden(self, number: int) -> bool:
        """Return whether it is not shown."""
        return self.own.get(number, self.usual) == 0


@dataclass(frozen=True)
class SheetGrid:
    """The columns and rows of a worksheet."""

    columns: GridLine
    rows: GridLine

    def is_hidden(self, row: int, column: int) -> bool:
        """Return whether a cell is not shown."""
        return self.rows.is_hidden(row) or self.columns.is_hidden(column)


@dataclass
class GridReader:
    """Takes the elements of a worksheet that say how wide and how high things are."""

    width: int = USUAL_WIDTH
    height: int = USUAL_HEIGHT
    widths: dict[int, int] = field(default_factory=dict)
    heights: dict[int, int] = field(default_factory=dict)
    last_row: int = 0

    def grid(self) -> SheetGrid:
        """Return the grid of what was taken."""
        columns = GridLine(LAST_COLUMN, self.width, self.widths)
        return SheetGrid(columns, GridLine(LAST_ROW, self.height, self.heights))

    def take_defaults(self, element: etree._Element) -> None:
        """Take a ``sheetFormatPr`` element (18.3.1.81), which stands before all others."""
        self.width = _width(element.get("defaultColWidth"), self.width)
        self.height = _height(element, "defaultRowHeight", "zeroHeight", self.height)

    def take_columns(self, element: etree._Element) -> None:
        """Take a ``col`` element (18.3.1.13)."""
        width = 0 if element.get("hidden") in TRUE else _width(element.get("width"), self.width)
        left = LAST_COLUMN - len(self.widths)  # columns stand there only once
        self.widths |= dict.fromkeys(islice(_columns(element), left), width)

    def take_row(self, element: etree._Element) -> int:
        """Take a ``row`` element (18.3.1.73), and return its number."""
        self.last_row = min(whole(element.get("r"), self.last_row + 1), LAST_ROW)
        height = _height(element, "ht", "hidden", self.height)
        if height != self.height:
            self.heights[self.last_row] = height
        return self.last_row


def _columns(element: etree._Element) -> range:
    first = max(whole(element.get("min"), 1), 1)
    return range(first, min(whole(element.get("max"), first), LAST_COLUMN) + 1)


def _width(text: str | None, usual: int) -> int:
    """Return how wide a column is: its width in digits, as whole pixels (18.3.1.13)."""
    digits = _number(text, WIDEST)
    return usual if digits is None else int((256 * digits + 128 // DIGIT) / 256 * DIGIT) * PIXEL


def _height(element: etree._Element, height: str, hidden: str, usual: int) -> int:
    if element.get(hidden) in TRUE:
        return 0
    points = _number(element.get(height), HIGHEST)
    return usual if points is None else round(points * POINT)


def _number(text: str | None, most: float) -> float | None:
    try:
        return min(max(float(text or ""), 0), most)
    except ValueError:
        return None


LONGEST_NUMBER = 12
"""How many letters a whole number has at the most: EMU go to some thousand million."""


def whole(text: str | None, usual: int = 0) -> int:
    """Return the whole number that an attribute or an element says; else the usual one."""
    said = (text or "").strip()
    is_number = said.removeprefix("-").isdecimal() and len(said) <= LONGEST_NUMBER
    return int(said) if is_number else usual
