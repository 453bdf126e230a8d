"""The cells that a chart refers to: ``Blad1!$B$2:$B$9``, or several such in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self, TypeAlias

from lagesbild_xlsx.places import Area, Cell, Place, Sheet

LOST = "#REF!"
CORNER = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
AREA = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<name>[^'!,()\s]+))!"
    rf"(?P<area>{CORNER}(?::{CORNER})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}"
    r"|\$?[0-9]{1,7}:\$?[0-9]{1,7})"
)
"""An area of a sheet of the workbook (ECMA-376 part 1, 18.17.2.3)."""

LONGEST_FORMULA = 8192
"""How many letters a formula has at the most (Excel specifications and limits)."""

CellGrid: TypeAlias = Sequence[Sequence[Cell]]
"""Rows of cells."""

FindSheet: TypeAlias = Callable[[str], Sheet | None]


class TooManyCellsError(Exception):
    """A chart refers to more cells than it may show."""


@dataclass
class Cells:
    """The cells of a workbook, as a chart shows them.

    Attributes:
        find: returns the sheet of a name, None where there is none.
        visible_only: whether rows and columns that are not shown are left out.
        left: how many cells the chart may still refer to.
    """

    find: FindSheet
    visible_only: bool
    left: int
    _used: dict[str, Used] = field(default_factory=dict)
    """What is known of the sheets that were asked for, by their names."""

    def at(self, formula: str) -> CellGrid:
        """Return the rows of cells that a formula refers to, as far as the sheet goes.

        There are none where it refers to anything else than cells. Several areas stand below each
        other.

        Raises:
            TooManyCellsError: there are too many.
        """
        areas = self._areas(formula)
        self.left -= sum(area.height * area.width for _, area in areas)
        if self.left < 0:
            raise TooManyCellsError
        return [row for sheet, area in areas for row in self._grid(sheet, area)]

    def are_there(self, formula: str) -> bool:
        """Return whether a formula refers to cells of this workbook, also to hidden ones."""
        return any(area.height and area.width for _, area in self._areas(formula))

    def is_across(self, formula: str) -> bool:
        """Return whether a formula refers to cells in one row."""
        areas = self._areas(formula)
        return bool(areas) and all(area.height == 1 < area.width for _, area in areas)

    def _areas(self, formula: str) -> Sequence[tuple[Sheet, UsedArea]]:
        if len(formula) > LONGEST_FORMULA:
            return ()
        text = formula.strip().removeprefix("=").removeprefix("(").removesuffix(")")
        found = list(AREA.finditer(text))
        if ",".join(each[0] for each in found) != text.replace(", ", ","):
            return ()
        named = ((self.find(_name(each)), Area.of(each["area"])) for each in found)
        return [(s, self._used_of(s).part_of(area)) for s, area in named if s is not None]

    def _used_of(self, sheet: Sheet) -> Used:
        if sheet.name not in self._used:
            self._used[sheet.name] = Used.of(sheet)
        return self._used[sheet.name]

    def _grid(self, sheet: Sheet, area: UsedArea) -> Iterator[Sequence[Cell]]:
        """Yield an area's rows, merged cells as in Excel: their value stands in the first."""
        hidden_rows = sheet.hidden_rows if self.visible_only else ()
        hidden_columns = sheet.hidden_columns if self.visible_only else ()
        covered = self._used_of(sheet).covered
        columns = [n for n in range(area.left, area.right + 1) if n not in hidden_columns]
        for row in range(area.top, area.bottom + 1):
            if row not in hidden_rows:
                yield [
                    Cell(Place(sheet.name, row, column))
                    if (row, column) in covered
                    else sheet.cell(row, column)
                    for column in columns
                ]


def _name(found: re.Match[str]) -> str:
    return str(found["name"] or found["quoted"].replace("''", "'"))


class UsedArea(NamedTuple):
    """An area of a sheet, as far as the sheet has cells."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max(self.bottom - self.top + 1, 0)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(self.right - self.left + 1, 0)


class Used(NamedTuple):
    """How far a sheet has cells.

    Attributes:
        last_row: its last row.
        last_column: its last column.
        covered: the cells that hold the value of a merged area without being the first of it.
    """

    last_row: int
    last_column: int
    covered: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """Look through a sheet."""
        last_column = max((max(row, default=0) for row in sheet.rows.values()), default=0)
        return cls(max(sheet.rows, default=0), last_column, frozenset(_covered(sheet)))

    def part_of(self, area: Area) -> UsedArea:
        """Return the used part of an area."""
        bottom, right = min(area.bottom, self.last_row), min(area.right, self.last_column)
        return UsedArea(area.top, area.left, bottom, right)


def _covered(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the cells that hold the value of a merged area without being the first of it."""
    present = sorted(sheet.rows)
    for area in sheet.merges:
        first, last = bisect_right(present, area.top), bisect_right(present, area.bottom)
        yield from ((row, area.left) for row in present[first:last])
