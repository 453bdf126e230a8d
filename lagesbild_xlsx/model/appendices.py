"""Appendices: what the report shows of the user-defined sheets that its field ``Bilagor`` names."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import FILE, Place

LABEL = r"(?i:tabell|diagram|figur|bild)\s*\d+\s*[.:–-]?\s+(?=\S)"
"""A number before a caption, which each document gives it anew."""

FAULTY = "[FEL]"
"""What a draft shows for a cell that is faulty."""

ROWS_BELOW = 2
"""How many rows below a picture its caption may stand at the most."""


def without_label(caption: str) -> str:
    """Return a caption without its number; formats are kept only where it has none."""
    found = re.match(LABEL, caption)
    return caption[found.end() :] if found else caption


class AppendixText(NamedTuple):
    """A text beside the tables: a paragraph of its own; formats are kept."""

    text: str


class AppendixTable(NamedTuple):
    """A table as its sheet shows it.

    Attributes:
        place: its upper left cell.
        caption: what stands right above it; nothing where nothing does.
        headings: the headings of its columns, none of them blank.
        rows: the texts of its rows, one for each column.
        numeric: the columns, counted from 0, that hold figures and stand to the right.
    """

    place: Place
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


class AppendixPicture(NamedTuple):
    """A picture or a chart, and its caption; nothing where it has none."""

    illustration: Illustration
    caption: str = ""


Block: TypeAlias = AppendixText | AppendixTable | AppendixPicture


class Appendix(NamedTuple):
    """What one sheet shows, in its order.

    Attributes:
        name: what its tab says.
        heading: the title on the sheet, or what its tab says.
        blocks: the texts, tables, pictures and charts.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def illustrations(self) -> tuple[Illustration, ...]:
        """Its pictures and charts."""
        return tuple(each.illustration for each in self.blocks if isinstance(each, AppendixPicture))

    def shows_the_same_as(self, other: Appendix) -> bool:
        """Return whether another one shows the same, wherever on its sheet the tables stand."""
        return self._without_places() == other._without_places()

    def _without_places(self) -> Appendix:
        tables = (
            each._replace(place=FILE) if isinstance(each, AppendixTable) else each
            for each in self.blocks
        )
        return self._replace(blocks=tuple(tables))
