"""What colours must do: stand out from each other, and never be alone in telling something."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.docx_rules.document import Document
from tests.docx_rules.looks import BLACK, WHITE, contrast, fill_of, is_coloured
from tests.docx_rules.styles import Styles
from tests.docx_rules.xml import NS, is_blank, quoted, walk

SAFE_FOR_BLACK = 7.0
"""The contrast of black from which on no program takes white for the automatic colour."""


def contrasts(document: Document) -> Iterator[str]:
    """Text stands out from what is behind it."""
    for run in document.runs:
        look = run.look
        if look.ratio < look.wanted_ratio:
            colours = f"{look.colour or 'automatic'} on {look.behind}"
            ratio = f"{look.ratio:.2f}:1, which should be {look.wanted_ratio}:1"
            yield f"{run.paragraph.story}: {colours} has {ratio}: {quoted(run.element)}."


def automatic_colours(document: Document) -> Iterator[str]:
    """On a darker fill programs differ in what the automatic colour is."""
    for run in document.runs:
        look = run.look
        if (
            run.paragraph.cell is not None
            and not look.colour
            and look.behind != WHITE
            and contrast(BLACK, look.behind) < SAFE_FOR_BLACK
        ):
            where = f"{run.paragraph.story}: the colour on {look.behind}"
            yield f"{where} is automatic: {quoted(run.element)}."


def colour_alone(document: Document) -> Iterator[str]:
    """What a colour says stands there in words too."""
    for table in document.tables:
        for number, cells in enumerate(table.cells, 1):
            for cell in cells:
                fill = _own_fill(document.styles, cell)
                if is_coloured(fill) and is_blank(cell):
                    yield f"{table.place}: row {number} has a cell with {fill} and no text."


def _own_fill(styles: Styles, cell: etree._Element) -> str:
    """Return the fill of a cell or of a paragraph in it; that of the table style says nothing."""
    paragraphs = [list(styles.properties(p))[::-1] for p in walk(cell, "w:p")]
    return next(filter(None, map(fill_of, [cell.findall("w:tcPr", NS), *paragraphs])), "")


RULES = (contrasts, automatic_colours, colour_alone)
