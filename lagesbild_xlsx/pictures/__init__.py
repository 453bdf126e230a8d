"""What a workbook shows beside its cells, prepared for Word: pictures and charts, with their words.

Nothing of them is read before it is asked for, and nothing goes along that nobody sees: what was
cropped away, where and by whom a photograph was taken, files that are linked.

What prepares them (:mod:`reader`, :mod:`charts`) is imported where it is used.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias
from zlib import crc32

from lagesbild_xlsx.places import Place


class PictureFile(NamedTuple):
    """A picture as it goes into a document: cropped, turned and without what nobody sees in it.

    Attributes:
        data: the file.
        content_type: its content type.
        extension: its ending, without a dot.
        rotation: how far it is turned, in sixty-thousandths of a degree clockwise; quarter turns
            and flips are in the file itself.
        effects: what changes how it looks: children of ``a:blip`` (``a:grayscl``), as XML with its
            own declarations of namespaces.
        outline: its shape and the line around it: ``a:prstGeom`` and ``a:ln``, likewise.
    """

    data: bytes
    content_type: str
    extension: str
    rotation: int = 0
    effects: str = ""
    outline: str = ""


class RelatedPart(NamedTuple):
    """A part that a chart, or a part of a chart, points to.

    Attributes:
        number: the id that the pointing XML has it by (``r:id``).
        relationship: the type of the relationship.
        content_type: the part's content type.
        extension: the ending of its name, without a dot.
        data: its bytes.
        stem: how its name begins (``chart``, ``style``), which Word does not go by.
        parts: the parts that it points to itself.
    """

    number: str
    relationship: str
    content_type: str
    extension: str
    data: bytes
    stem: str = "part"
    parts: tuple[RelatedPart, ...] = ()


class ChartFile(NamedTuple):
    """A chart as it goes into a document: its own data and nothing else of the workbook.

    Attributes:
        xml: the chart's part.
        parts: what it points to: the workbook with its data, style, colours, pictures.
        title: what stands above it; nothing where it has no title.
        texts: all that it says in words: titles, names of series, categories, labels.
    """

    xml: bytes
    parts: tuple[RelatedPart, ...] = ()
    title: str = ""
    texts: tuple[str, ...] = ()


Body: TypeAlias = PictureFile | ChartFile


class Illustration(NamedTuple):
    """A picture or a chart of a sheet, as Word is to show it.

    Attributes:
        place: the cell that its upper left corner stands in, or that holds it.
        bottom_row: the last row that it reaches into.
        width: how wide it is shown in Excel, in EMU, before it is turned by ``rotation``.
        height: how high, likewise.
        alt_text: what it shows in words; none where that is missing or it is decorative.
        is_decorative: whether it is marked as such, so that it needs no words.
        body: the picture or the chart itself.
    """

    place: Place
    bottom_row: int
    width: int
    height: int
    alt_text: str
    is_decorative: bool
    body: Body

    @property
    def checksum(self) -> str:
        """That of all that a document shows of it."""
        body = self.body
        look: tuple[object, ...] = (self.width, self.height, self.alt_text, self.is_decorative)
        if isinstance(body, ChartFile):
            file = body.xml
        else:
            file = body.data
            look = (*look, body.rotation, body.effects, body.outline)
        return f"{crc32(repr(look).encode(), crc32(file)):08x}"

    @property
    def is_chart(self) -> bool:
        """Whether it is a chart."""
        return isinstance(self.body, ChartFile)

    @property
    def row(self) -> int:
        """The row that it belongs to, counted from 1."""
        return self.place.row or 1
