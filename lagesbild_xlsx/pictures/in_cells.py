"""The pictures in a sheet's cells: those of Excel, which are values, and of WPS, by a formula.

Excel's cell points to a rich value (:mod:`rich_values`), and that to a picture's part; the formula
of WPS names a picture in a part of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import Package, relationship_id
from lagesbild_xlsx.pictures.grid import SheetGrid
from lagesbild_xlsx.pictures.rich_values import RichValues
from lagesbild_xlsx.places import LAST_COLUMN, Area, column_number

DISPLAYED = re.compile(r'\s*(?:_xlfn\.)?DISPIMG\(\s*"([^"]*)"', re.IGNORECASE)
FETCHED = re.compile(r"\s*(?:_xlfn\.)?(?:_xlws\.)?IMAGE\(", re.IGNORECASE)
RICH_SHOWN = "#VALUE!"
"""What programs see that know of no rich values."""


class InCell(NamedTuple):
    """A picture in a cell.

    Attributes:
        row: the cell's row.
        column: the cell's column.
        image: the part of the picture; nothing where it is not in the workbook.
        alt_text: what is said that it shows.
        picture: how WPS shows it: a ``pic`` element.
        is_lost: whether the workbook does not say which picture it is.
    """

    row: int
    column: int
    image: str = ""
    alt_text: str = ""
    picture: etree._Element | None = None
    is_lost: bool = False


class WpsPictures:
    """The pictures that cells show by WPS's function DISPIMG, by their names."""

    def __init__(self, package: Package) -> None:
        """Take a workbook; nothing of it is read before it is asked for."""
        self._package = package

    def of(self, name: str) -> tuple[str, etree._Element | None]:
        """Return the part of a picture, and its ``pic`` element; nothing where there is none."""
        return self._named.get(name, ("", None))

    @cached_property
    def _named(self) -> dict[str, tuple[str, etree._Element | None]]:
        return dict(self._all())

    def _all(self) -> Iterator[tuple[str, tuple[str, etree._Element]]]:
        for part in self._package.related(self._package.main_part, "cellImage"):
            related = self._package.relationships(part)
            for picture in self._package.xml(part).iterfind("{*}cellImage/{*}pic"):
                blip = picture.find("{*}blipFill/{*}blip")
                found = None if blip is None else related.get(relationship_id(blip, "embed"))
                name = picture.find("{*}nvPicPr/{*}cNvPr")
                if name is not None and found is not None and not found.external:
                    yield name.get("name", ""), (found.target, picture)


@dataclass
class InCellReader:
    """Takes the elements of a worksheet that tell of pictures in cells."""

    rich: RichValues
    wps: WpsPictures
    found: dict[tuple[int, int], InCell] = field(default_factory=dict)
    merged: dict[tuple[int, int], Area] = field(default_factory=dict)

    def take_row(self, row: etree._Element, number: int) -> None:
        """Take a ``row`` element."""
        column = 0
        for cell in row.iterchildren("{*}c"):
            letters = cell.get("r", "").rstrip("0123456789")
            column = column_number(letters) if letters else column + 1
            if 1 <= column <= LAST_COLUMN and (picture := self._picture(cell, number, column)):
                self.found[number, column] = picture

    def take_merge(self, element: etree._Element) -> None:
        """Take a ``mergeCell`` element, which stands after all rows."""
        area = Area.of(element.get("ref", "A1"))
        if (area.top, area.left) in self.found:
            self.merged[area.top, area.left] = area

    def _picture(self, cell: etree._Element, row: int, column: int) -> InCell | None:
        """Return the picture that a cell shows, if any."""
        formula = cell.findtext("{*}f") or ""
        if FETCHED.match(formula):
            return InCell(row, column)
        if displayed := DISPLAYED.match(formula):
            image, picture = self.wps.of(displayed[1])
            return InCell(row, column, image, picture=picture, is_lost=not image)
        number = cell.get("vm")
        if number is None or cell.get("t") != "e" or cell.findtext("{*}v") != RICH_SHOWN:
            return None
        value = self.rich.of(number)
        if value.text or value.is_error:
            return None
        return InCell(row, column, value.image, value.alt_text, is_lost=value.is_lost)


def size_in(grid: SheetGrid, area: Area) -> tuple[int, int]:
    """Return how wide and high some cells are."""
    columns, rows = grid.columns, grid.rows
    return (
        columns.start(area.right + 1) - columns.start(area.left),
        rows.start(area.bottom + 1) - rows.start(area.top),
    )
