"""An appendix of a built document as the sheet that it came from: laid out as it is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from lagesbild_xlsx.model.appendices import without_label
from lagesbild_xlsx.numberformat import typed_number
from lagesbild_xlsx.places import Cell, Place, Sheet, normalised
from lagesbild_xlsx.word.elements import content_of
from lagesbild_xlsx.word.reading.documents import DocumentReader
from lagesbild_xlsx.word.reading.grid import children
from lagesbild_xlsx.word.xml import local, val, w

CAPTION = "caption"
RIGHT = ("right", "end")

Lines = list[Sequence[tuple[str, bool]]]
"""Rows of cells: the text of each, and whether it stands to the right."""


def appendix_sheet(control: etree._Element, name: str, reader: DocumentReader) -> Sheet:
    """Return the sheet of an appendix.

    Args:
        control: what holds it.
        name: what its sheet is called.
        reader: reads the document.
    """
    lines: Lines = []
    caption = reader.styles.id_of("paragraph", CAPTION)
    is_caption = False
    for number, block in enumerate(_blocks(control)):
        if local(block) == "tbl":
            lines += [] if is_caption else [()]
            lines += _rows(block, reader)
            is_caption = False
            continue
        text = reader.text(block)
        is_own_name = not number and normalised(text) == normalised(name)
        if not text or is_own_name:
            continue
        style = val(block.find(f"{w('pPr')}/{w('pStyle')}"))
        is_caption = style == caption
        lines += [(), [(without_label(text) if is_caption else text, False)]]
    return Sheet(name, dict(_cells(name, lines[1:])))


def _blocks(control: etree._Element) -> Iterator[etree._Element]:
    """Yield the tables of an appendix and the paragraphs that say something."""
    for block in content_of(control):
        is_said = next(block.iter(w("t")), None) is not None
        if local(block) == "tbl" or (local(block) == "p" and is_said):
            yield block


def _rows(table: etree._Element, reader: DocumentReader) -> Lines:
    return [
        [(reader.text(cell), _is_right(cell)) for cell in children(row, "tc")]
        for row in children(table, "tr")
    ]


def _is_right(cell: etree._Element) -> bool:
    return any(val(jc) in RIGHT for jc in cell.iter(w("jc")))


def _cells(name: str, lines: Lines) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Yield the rows of a sheet that say anything, with their numbers."""
    for number, line in enumerate(lines, 1):
        row = {
            at: _cell(Place(name, number, at), text, is_right=is_right)
            for at, (text, is_right) in enumerate(line, 1)
            if text
        }
        if row:
            yield number, row


def _cell(place: Place, text: str, *, is_right: bool) -> Cell:
    typed = typed_number(text) if is_right else None
    return Cell(place, text, typed.value if typed else text)
