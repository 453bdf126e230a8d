"""An appendix of a built document as the sheet that it came from: laid out as it is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.model.appendices import ROWS_BELOW, without_label
from lagesbild_xlsx.numberformat.typed import typed_number
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Cell, Drawn, Place, Sheet, normalised
from lagesbild_xlsx.word.elements import content_of
from lagesbild_xlsx.word.reading.documents import DocumentReader
from lagesbild_xlsx.word.reading.drawn import picture_in, rows_of
from lagesbild_xlsx.word.reading.grid import children
from lagesbild_xlsx.word.xml import val, w

CAPTION = "caption"
RIGHT = ("right", "end")

Lines = list[Sequence[tuple[str, bool]]]
"""Rows of cells: the text of each, and whether it stands to the right."""


class ReadAppendix(NamedTuple):
    """The sheet that an appendix came from, and the pictures on it."""

    sheet: Sheet
    pictures: tuple[Illustration, ...]


def read_appendix(control: etree._Element, name: str, reader: DocumentReader) -> ReadAppendix:
    """Return the sheet of an appendix with its pictures.

    Args:
        control: what holds it.
        name: what its sheet is called.
        reader: reads the document.
    """
    lines: Lines = []
    caption = reader.styles.id_of("paragraph", CAPTION)
    is_caption = False
    pictures: list[Illustration] = []
    for number, block in enumerate(_blocks(control)):
        if local(block) == "tbl":
            lines += [] if is_caption else [()]
            lines += _rows(block, reader)
            is_caption = False
            continue
        picture = picture_in(block, Place(name, len(lines) + 1, 1), reader)
        if picture is not None:
            pictures.append(picture)
            lines += [()] * (rows_of(picture.height) + 1)
            continue
        text = reader.text(block)
        is_own_name = not number and normalised(text) == normalised(name)
        if not text or is_own_name:
            continue
        style = val(block.find(f"{w('pPr')}/{w('pStyle')}"))
        is_caption = style == caption
        is_below = is_caption and bool(pictures) and pictures[-1].bottom_row == len(lines) - 1
        is_near = bool(pictures) and pictures[-1].bottom_row + 1 >= len(lines) and not is_below
        lines += [] if is_below else [()] * (1 + ROWS_BELOW * is_near)
        lines += [[(without_label(text) if is_caption else text, False)]]
    drawn = {Drawn.PICTURE: len(pictures)} if pictures else {}
    sheet = Sheet(name, dict(_cells(name, lines[1:])), drawn=drawn)
    return ReadAppendix(sheet, tuple(pictures))


def _blocks(control: etree._Element) -> Iterator[etree._Element]:
    """Yield the tables of an appendix and the paragraphs that say or show something."""
    for block in content_of(control):
        is_said = next(block.iter(w("t"), w("drawing")), None) is not None
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
