"""An appendix of a built document as the sheet that it came from, and pictures for their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from lxml import etree

from lagesbild_xlsx.model.appendices import ROWS_BELOW, without_label
from lagesbild_xlsx.numberformat.typed import typed_number
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures import Illustration, PictureFile
from lagesbild_xlsx.pictures.files import Look, Preparer, UnusableError
from lagesbild_xlsx.places import Cell, DrawingKind, Place, Sheet, normalised
from lagesbild_xlsx.word.elements import content_of
from lagesbild_xlsx.word.reading.documents import DocumentReader
from lagesbild_xlsx.word.reading.grid import children
from lagesbild_xlsx.word.reading.imported import ReadAppendix
from lagesbild_xlsx.word.xml import val, w

ROW = 190_500
"""How high a row is in EMU that nothing makes higher: 15 points."""

LONGEST = 8
"""How many figures a length in EMU has at the most that is read: some 2.5 metres."""

KINDS = ("png", "jpeg")

CAPTION = "caption"
RIGHT = ("right", "end")

Lines = list[Sequence[tuple[str, bool]]]
"""Rows of cells: the text of each, and whether it stands to the right."""


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
    drawn = {DrawingKind.PICTURE: len(pictures)} if pictures else {}
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


# ------------------------------------------------------------------ pictures


def picture_in(line: etree._Element, place: Place, reader: DocumentReader) -> Illustration | None:
    """Return the picture that a paragraph holds; None where it holds none that can be put back.

    Args:
        line: the paragraph.
        place: the cell that it is put at.
        reader: reads the document.
    """
    drawn, blips = list(line.iter("{*}inline")), list(line.iter("{*}blip"))
    if len(drawn) != 1 or len(blips) != 1 or any(e.get("rot") for e in line.iter("{*}xfrm")):
        return None
    width, height = (_length(drawn[0], name) for name in ("cx", "cy"))
    data = _file(blips[0], reader)
    if data is None or not (width and height):
        return None
    try:
        file = Preparer().prepared(data, Look(width, height))
    except UnusableError:
        return None
    if file.extension not in KINDS:
        return None
    properties = drawn[0].find("{*}docPr")
    words = "" if properties is None else properties.get("descr", "")
    bottom = (place.row or 1) + rows_of(height) - 1
    return Illustration(place, bottom, width, height, words, False, PictureFile(*file))  # noqa: FBT003


def rows_of(height: int) -> int:
    """Return over how many rows a picture of a height in EMU reaches."""
    return ceil(height / ROW)


def _length(drawn: etree._Element, name: str) -> int:
    extent = drawn.find("{*}extent")
    typed = "" if extent is None else extent.get(name, "")
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST else 0


def _file(blip: etree._Element, reader: DocumentReader) -> bytes | None:
    """Return the file of a picture in the main part; None where it has none."""
    package = reader.package
    known = package.relationships(package.main_part)
    found = known.get(blip.get(f"{{{OFFICE_RELATIONSHIPS}}}embed", ""))
    if found is None or found.external or found.target not in package.names:
        return None
    return package.read(found.target)
