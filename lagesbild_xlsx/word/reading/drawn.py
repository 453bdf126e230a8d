"""A picture of a built document, to be put back into a workbook."""

from __future__ import annotations

from math import ceil

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.pictures import Illustration, PictureFile
from lagesbild_xlsx.pictures.files import Look, Preparer, UnusableError
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.word.reading.documents import DocumentReader

ROW = 190_500
"""How high a row is in EMU that nothing makes higher: 15 points."""

LONGEST = 8
"""How many figures a length in EMU has at the most that is read: some 2.5 metres."""

KINDS = ("png", "jpeg")


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
