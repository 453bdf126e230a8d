"""How text will look: the layers of formatting that meet in a run, and the colours they give.

Formatting comes in three levels, each painted over the one before: the cell, the paragraph and
the run. Within a level what stands nearest to the text decides, also where it says ``auto``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tests.docx_rules.story import Paragraph
from tests.docx_rules.styles import Styles
from tests.docx_rules.table import Table
from tests.docx_rules.xml import NS, at, is_blank, is_on, val, walk

BLACK, WHITE = "000000", "FFFFFF"
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}


class CellLayers(NamedTuple):
    """What a table and its styles say of a cell: its surface and the text in it, weakest first."""

    surface: Sequence[etree._Element] = ()
    text: Sequence[etree._Element] = ()


class Look(NamedTuple):
    """How a run looks: its colour (nothing if automatic), what is behind it, points, weight."""

    colour: str
    behind: str
    size: float
    bold: bool

    @property
    def ratio(self) -> float:
        """The contrast of the text; an automatic colour is the better of black and white."""
        colours = (self.colour,) if self.colour else (BLACK, WHITE)
        return max(contrast(colour, self.behind) for colour in colours)

    @property
    def wanted_ratio(self) -> float:
        """The contrast that WCAG 2.1 wants of text of this size and weight (1.4.3, AA)."""
        is_large = self.size >= 18 or (self.bold and self.size >= 14)
        return 3.0 if is_large else 4.5


class Run(NamedTuple):
    """A run that shows text, where it stands, and its look."""

    paragraph: Paragraph
    element: etree._Element
    look: Look


def runs_of(
    paragraphs: Iterable[Paragraph], tables: Iterable[Table], styles: Styles
) -> Iterator[Run]:
    """Yield every run that shows text."""
    cells = {
        cell: _cell_layers(styles, table, row, column)
        for table in tables
        for row, of_row in enumerate(table.cells)
        for column, cell in enumerate(of_row)
    }
    for paragraph in paragraphs:
        cell = CellLayers() if paragraph.cell is None else cells.get(paragraph.cell, CellLayers())
        for run in walk(paragraph.element, "w:r"):
            if not is_blank(run):
                yield Run(paragraph, run, _look(styles, cell, paragraph.element, run))


def fill_of(layers: Iterable[etree._Element]) -> str:
    """Return the fill that one level of formatting gives; nothing where it gives none."""
    properties = list(layers)
    marks = [HIGHLIGHTS.get(val(mark), "") for mark in _each(properties, "w:highlight")]
    fills = [_rgb(_painted(shading)) for shading in _each(properties, "w:shd")]
    return ["", *marks][-1] or ["", *fills][-1]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.1 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_coloured(fill: str) -> bool:
    """Return whether a fill is a colour, and not black, white or grey."""
    return len({fill[:2], fill[2:4], fill[4:]}) > 1


def _look(styles: Styles, cell: CellLayers, paragraph: etree._Element, run: etree._Element) -> Look:
    of_paragraph = [*reversed(styles.of(paragraph)), paragraph]
    of_run = [*reversed(styles.lineage(val(at(run, "w:rPr/w:rStyle")))), run]
    texts = [
        *([] if styles.defaults is None else [styles.defaults]),
        *cell.text,
        *_each(of_paragraph, "w:rPr"),
        *_each(of_run, "w:rPr"),
    ]
    levels = (texts, _each(of_paragraph, "w:pPr"), cell.surface)
    return Look(
        colour=_rgb(["", *map(val, _each(texts, "w:color"))][-1]),
        behind=next(filter(None, map(fill_of, levels)), WHITE),
        size=float(["20", *filter(None, map(val, _each(texts, "w:sz")))][-1]) / 2,
        bold=[False, *map(is_on, _each(texts, "w:b"))][-1],
    )


def _cell_layers(styles: Styles, table: Table, row: int, column: int) -> CellLayers:
    wanted = _parts_of_style(table, row, column)
    holders: list[etree._Element] = []
    for style in reversed(styles.lineage(table.style)):
        parts = {val(part, "w:type"): part for part in style.iterfind("w:tblStylePr", NS)}
        holders += [style, *(parts[part] for part in wanted if part in parts)]
    surface = [
        *_each([table.element], "w:tblPr"),
        *_each([*holders, table.cells[row][column]], "w:tcPr"),
    ]
    return CellLayers(surface, _each(holders, "w:rPr"))


def _parts_of_style(table: Table, row: int, column: int) -> list[str]:
    """Return which parts of a table style are for a cell, the weakest first."""
    in_header = table.uses("firstRow") and row == 0
    band = "band2Horz" if (row - table.uses("firstRow")) % 2 else "band1Horz"
    parts = {
        band: not table.uses("noHBand") and not in_header,
        "firstCol": table.uses("firstColumn") and column == 0,
        "lastCol": table.uses("lastColumn") and column == len(table.cells[row]) - 1,
        "lastRow": table.uses("lastRow") and row == len(table.rows) - 1,
        "firstRow": in_header,
    }
    return [part for part, holds in parts.items() if holds]


def _each(holders: Iterable[etree._Element], child: str) -> list[etree._Element]:
    return [found for holder in holders for found in holder.iterfind(child, NS)]


def _painted(shading: etree._Element) -> str:
    return val(shading, "w:color" if val(shading) == "solid" else "w:fill")


def _rgb(value: str) -> str:
    """Return a colour as RRGGBB; nothing for ``auto``."""
    return value.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else ""


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
