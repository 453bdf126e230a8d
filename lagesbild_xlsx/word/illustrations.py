"""Pictures and charts of a workbook put into a document: parts, relationships, and what is drawn.

All are drawn in a line (``wp:inline``, ECMA-376 part 1, 20.4.2.8), no larger than there is room.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, radians, sin
from typing import NamedTuple

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.pictures import ChartFile, Illustration, PictureFile, RelatedPart
from lagesbild_xlsx.word.page_setup import A4_ROOM, Room
from lagesbild_xlsx.word.xml import without_unwritable

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DECORATIVE_MARK = (
    f'<a:extLst xmlns:a="{A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
"""How an extension says that a drawing is decorative ([MS-ODRAWXML] 2.26.1.1)."""

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
IMAGE_RELATIONSHIP = f"{OFFICE_RELATIONSHIPS}/image"
CHART_RELATIONSHIP = f"{OFFICE_RELATIONSHIPS}/chart"
DEGREE = 60_000
"""What a degree has of the units of ``rot`` (20.1.10.3)."""


class _Size(NamedTuple):
    """How large something is drawn, and how much it takes beside that where it is turned."""

    width: int
    height: int
    beside: int
    above: int


class Illustrator:
    """Puts pictures and charts into one document; each picture's file stands there once."""

    def __init__(self, editor: PackageEditor) -> None:
        self.editor = editor
        self._images: dict[bytes, str] = {}

    def drawing(
        self, story: str, number: int, illustration: Illustration, room: Room = A4_ROOM
    ) -> str:
        """Add what a picture or a chart consists of, and return the ``w:drawing`` that shows it.

        Args:
            story: the part in which it stands.
            number: an id that nothing else that is drawn there has.
            illustration: the picture or the chart.
            room: how large it may be.
        """
        body = illustration.body
        if isinstance(body, ChartFile):
            size = _size(illustration, 0, room)
            return _inline(illustration, number, "Diagram", size, self._chart(story, body))
        size = _size(illustration, body.rotation, room)
        image = self._image_id(story, body)
        return _inline(illustration, number, "Bild", size, _picture(body, number, size, image))

    def _image_id(self, story: str, picture: PictureFile) -> str:
        """Return the relationship id of a picture's file, which is added the first time."""
        name = self._images.get(picture.data)
        if name is None:
            name = self.editor.free_name(f"word/media/image{{}}.{picture.extension}")
            self.editor.add(name, picture.data, picture.content_type)
            self._images[picture.data] = name
        return self.editor.relate(story, Relationship(IMAGE_RELATIONSHIP, name))

    def _chart(self, story: str, chart: ChartFile) -> str:
        """Add a chart with all that it points to, and return what shows it."""
        name = self.editor.free_name("word/charts/chart{}.xml")
        self.editor.add(name, chart.xml, CHART_TYPE)
        self._add_related(name, chart.parts)
        number = self.editor.relate(story, Relationship(CHART_RELATIONSHIP, name))
        return (
            f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" xmlns:r="{OFFICE_RELATIONSHIPS}"'
            f' r:id="{number}"/></a:graphicData>'
        )

    def _add_related(self, source: str, parts: Sequence[RelatedPart]) -> None:
        """Add the parts that a part points to, by the ids that it has for them."""
        found = {}
        for part in parts:
            folder = FOLDERS.get(part.relationship.rpartition("/")[2], "charts")
            name = self.editor.free_name(f"word/{folder}/{part.stem}{{}}.{part.extension}")
            self.editor.add(name, part.data, part.content_type)
            self._add_related(name, part.parts)
            found[part.number] = Relationship(part.relationship, name)
        if found:
            self.editor.relate_by(source, found)


FOLDERS = {"package": "embeddings", "image": "media"}
"""Where Word puts the parts of some kinds of relationships; it does not go by that."""


def _inline(illustration: Illustration, number: int, kind: str, size: _Size, content: str) -> str:
    """Return what is drawn in a line, given its ``a:graphicData``."""
    beside, above = size.beside, size.above
    return (
        f'<w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size.width}" cy="{size.height}"/>'
        f'<wp:effectExtent l="{beside}" t="{above}" r="{beside}" b="{above}"/>'
        f"{_described('wp:docPr', f'{kind} {number}', number, illustration)}"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{A}">{content}</a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _described(tag: str, name: str, number: int, illustration: Illustration) -> str:
    """Return the properties of something drawn: its id, its name, and what it shows in words."""
    words = escape(without_unwritable(illustration.alt_text))
    start = f'<{tag} id="{number}" name="{name}" descr="{words}"'
    return f"{start}>{DECORATIVE_MARK}</{tag}>" if illustration.is_decorative else f"{start}/>"


def _picture(picture: PictureFile, number: int, size: _Size, image: str) -> str:
    rotation = f' rot="{picture.rotation}"' if picture.rotation else ""
    return (
        f'<a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Bild {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{OFFICE_RELATIONSHIPS}" r:embed="{image}">'
        f"{picture.effects}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm{rotation}><a:off x="0" y="0"/>'
        f'<a:ext cx="{size.width}" cy="{size.height}"/></a:xfrm>{picture.outline}</pic:spPr>'
        "</pic:pic></a:graphicData>"
    )


def _size(illustration: Illustration, rotation: int, room: Room) -> _Size:
    """Return how large something is drawn: as in Excel, or as large as there is room for."""
    width, height = illustration.width, illustration.height
    angle = radians(rotation / DEGREE)
    across = width * abs(cos(angle)) + height * abs(sin(angle))
    down = width * abs(sin(angle)) + height * abs(cos(angle))
    scale = min(1, room.width / across, room.height / down)
    scaled = (width, height, (across - width) / 2, (down - height) / 2)
    width, height, beside, above = (max(round(length * scale), 0) for length in scaled)
    return _Size(max(width, 1), max(height, 1), beside, above)
