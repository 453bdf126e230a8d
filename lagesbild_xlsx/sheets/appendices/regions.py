"""The blocks of a sheet: cells that stand together, apart from others by blank rows or columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lagesbild_xlsx.places import Area, Cell, Sheet


class Region(NamedTuple):
    """Cells that stand together: the numbers of its rows and columns that are shown."""

    rows: Sequence[int]
    columns: Sequence[int]


class Shown:
    """What a sheet shows: its cells without those of hidden rows and columns.

    A merged area has its text in its first cell that is shown; within a column, in all its rows.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Take the cells that say anything, row by row."""
        self.sheet = sheet
        self._merges = [area for area in sheet.merges if area.left < area.right]
        self._cells = {
            number: kept
            for number, row in sheet.rows.items()
            if number not in sheet.hidden_rows and (kept := self._kept(row))
        }

    def _kept(self, row: Mapping[int, Cell]) -> dict[int, Cell]:
        hidden = self.sheet.hidden_columns
        return {
            at: cell
            for at, cell in row.items()
            if at not in hidden and (cell.text.strip() or cell.error or cell.uncalculated)
        }

    def cells(self) -> Iterator[Cell]:
        """Yield the cells that say anything."""
        return (cell for row in self._cells.values() for cell in row.values())

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place that says anything."""
        return self._cells.get(row, {}).get(column)

    def filled(self, row: int, columns: Sequence[int]) -> list[Cell]:
        """Return the cells of a row that say anything."""
        cells = self._cells.get(row, {})
        return [cells[at] for at in columns if at in cells]

    def merge_at(self, row: int, column: int) -> Area | None:
        """Return the area over several columns that a cell is part of."""
        around = (a for a in self._merges if a.top <= row <= a.bottom)
        return next((a for a in around if a.left <= column <= a.right), None)

    def regions(self) -> Iterator[Region]:
        """Yield the blocks in reading order: row by row, those beside each other from the left."""
        for rows in self._bands(self._taken_rows(), self.sheet.hidden_rows):
            yield from self._beside(rows)

    def _taken_rows(self) -> list[int]:
        return sorted(self._cells)

    def _beside(self, rows: Sequence[int]) -> Iterator[Region]:
        """Yield the blocks of a band of rows, each with the rows that it has something in."""
        taken = {at for row in rows for at in self._cells.get(row, {})}
        for area in self._merges:
            if any(area.top <= row <= area.bottom for row in rows) and area.left in taken:
                last = min(area.right, max(taken))
                taken.update(range(area.left, last + 1))
        columns = sorted(taken - self.sheet.hidden_columns)
        for group in self._bands(columns, self.sheet.hidden_columns):
            filled = [row for row in rows if self.filled(row, group)]
            for part in self._bands(filled, self.sheet.hidden_rows):
                yield Region(part, group)

    @staticmethod
    def _bands(numbers: Sequence[int], hidden: frozenset[int]) -> list[list[int]]:
        """Return numbers in groups that follow each other; hidden ones between do not matter."""
        follows: list[int] = []
        before, group = 0, 0
        for number in numbers:
            between = range(before + 1, number)
            if before and not all(each in hidden for each in between):
                group += 1
            follows.append(group)
            before = number
        pairs = zip(follows, numbers, strict=True)
        return [[n for _, n in held] for _, held in groupby(pairs, key=lambda pair: pair[0])]
