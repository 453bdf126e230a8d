"""What is to change in a workbook, said by place and without anything of Excel's format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from lagesbild_xlsx.model import Table
from lagesbild_xlsx.places import Place


class NewColumn(NamedTuple):
    """A column to add: where its heading goes, and the column whose look it takes."""

    heading: Place
    text: str
    like: int


class PlannedChanges(NamedTuple):
    """Changes to a workbook, carried out in the order that they stand here.

    Attributes:
        columns: the columns to add.
        copies: the cells to fill with what others hold now, by their own places.
        values: what cells shall hold; an empty text empties a cell.
        new_sheets: the sheets to add.
        removed_rows: the rows to take out, sheet by sheet; those below move up.
    """

    columns: tuple[NewColumn, ...] = ()
    copies: Mapping[Place, Place] = {}
    values: Mapping[Place, str | int | dt.date] = {}
    new_sheets: tuple[Table, ...] = ()
    removed_rows: Mapping[str, frozenset[int]] = {}

    def last_row(self, sheet: str) -> int:
        """Return the last row of a sheet that anything is done to, 0 where nothing is."""
        headings = (column.heading for column in self.columns)
        places = (*headings, *self.copies, *self.copies.values(), *self.values)
        rows = (place.row or 0 for place in places if place.sheet == sheet)
        return max((*rows, *self.removed_rows.get(sheet, ())), default=0)
