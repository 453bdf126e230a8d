"""Appendices: what the report shows of the staff's own sheets that its field ``Bilagor`` names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lagesbild_xlsx.places import Place


@dataclass(frozen=True)
class Words:
    """A text beside the tables: a paragraph of its own; formats are kept."""

    text: str


@dataclass(frozen=True)
class Figures:
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


Block: TypeAlias = Words | Figures


@dataclass(frozen=True)
class Appendix:
    """What one sheet shows, in its order.

    Attributes:
        name: what its tab says.
        heading: the title on the sheet, or what its tab says.
        blocks: the texts and tables.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]
