"""Shapes of the older drawing language (VML): their ids, and what refers to them.

ECMA-376 part 4, 19.1.2: an id is unique in the document. A kind of shape (``v:shapetype``) stands
once, and its shapes refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import w

VML = "{urn:schemas-microsoft-com:vml}"
SHAPE_TYPE = f"{VML}shapetype"
SPID = "{urn:schemas-microsoft-com:office:office}spid"
REFERENCES = ("ShapeID", w("shapeid"))
"""The attributes of objects and controls that name the shape that shows them."""


def add_to_shape_ids(element: etree._Element, suffix: str) -> None:
    """Add a suffix to the ids of the shapes in an element, and to what refers to them there."""
    shapes = list(_shapes(element))
    known = {shape.get("id") for shape in shapes}
    for shape in shapes:
        for name in ("id", SPID):
            if name in shape.attrib:
                shape.set(name, shape.get(name, "") + suffix)
    for each in element.iter("*"):
        for name in REFERENCES:
            if each.get(name) in known:
                each.set(name, each.get(name, "") + suffix)


def _shapes(element: etree._Element) -> Iterator[etree._Element]:
    for each in element.iter(f"{VML}*"):
        if each.get("id") and local(each) != "shapetype":
            yield each
