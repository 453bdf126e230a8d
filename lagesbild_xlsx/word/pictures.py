"""A drawn picture put into a document, where its template has a picture of its own by that name."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package, serialised
from lagesbild_xlsx.word.stories import OUR_OWN, story_roots
from lagesbild_xlsx.word.verification import verify

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SIZE_AT = slice(16, 24)
"""Where a PNG file has its width and height (PNG specification, 5.3 and 11.2.2)."""


class Picture(NamedTuple):
    """A PNG file, and what it shows in words."""

    png: bytes
    words: str

    @property
    def shape(self) -> float:
        """How high it is for its width."""
        size = self.png[SIZE_AT]
        return int.from_bytes(size[4:], "big") / int.from_bytes(size[:4], "big")


def with_picture(document: bytes, name: str, picture: Picture) -> bytes | None:
    """Return a document with a picture in the place of each PNG picture of a name.

    The picture is as wide as that one, and as high as its own shape asks. A part that other
    pictures share shows the new one there as well.

    Returns:
        The document, read back; None where it has no such picture.

    Raises:
        StopError: what was written is not what was to be written.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        changed: dict[str, bytes] = {}
        for part, root in story_roots(package).items():
            images = [_replaced(package, part, frame, picture) for frame in _frames(root, name)]
            found = {image: picture.png for image in images if image is not None}
            changed |= found and {**found, part: serialised(root)}
        if not changed:
            return None
        made = package.with_parts(changed)
        verify(made, package.checksums(changed))
    return made


def _frames(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the frames of pictures whose name, or title, is this."""
    for properties in root.iter(f"{FRAME}docPr"):
        frame = properties.getparent()
        if frame is not None and name in (properties.get("name"), properties.get("title")):
            yield frame


def _replaced(package: Package, part: str, frame: etree._Element, picture: Picture) -> str | None:
    """Give a frame the picture's words and shape; return the part of its image, if a PNG."""
    blip = next(frame.iter(f"{DRAWING}blip"), None)
    reference = "" if blip is None else blip.get(f"{{{OFFICE_RELATIONSHIPS}}}embed", "")
    image = package.relationships(part).get(reference)
    if image is None or package.content_types.get(image.target) != "image/png":
        return None
    for properties in frame.iter(f"{FRAME}docPr", f"{PICTURE}cNvPr"):
        properties.set("descr", picture.words)
    for size in (*frame.iter(f"{FRAME}extent"), *frame.iter(f"{DRAWING}ext")):
        if size.get("cx"):
            size.set("cy", str(round(int(size.get("cx", "0")) * picture.shape)))
    return image.target
