"""What each copy of what repeats has of its own: charts and the like, and the ids of shapes.

Pictures, links and all else are shared: Word reads a part that two drawings point to, but a chart
has its data in a part of its own. In the older drawing language (VML; ECMA-376 part 4, 19.1.2) an
id is unique in the document; a kind of shape (``v:shapetype``) stands once, and its shapes refer to
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx.opc import Package, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import w

KINDS = frozenset(
    (
        "chart", "chartEx", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors",
        "oleObject", "package", "control",
    )
)  # fmt: skip
"""The kinds of relationships to such parts."""


def own_parts(package: Package, story: str) -> frozenset[str]:
    """Return the relationships of a story to parts that each row has a copy of."""
    return frozenset(
        number
        for number, found in package.relationships(story).items()
        if found.kind in KINDS and found.target in package.names and re.fullmatch(r"\w+", number)
    )


class PartCopies:
    """The copies of parts that one story points to."""

    def __init__(self, editor: PackageEditor, story: str) -> None:
        self.editor = editor
        self.story = story
        self._used: set[str] = set()

    def next_id(self, original: str) -> str:
        """Return a relationship that is used nowhere else: the original the first time."""
        if original not in self._used:
            self._used.add(original)
            return original
        found = self.editor.package.relationships(self.story)[original]
        copy = Relationship(found.type, self.editor.copied(found.target))
        return self.editor.relate(self.story, copy)


# ------------------------------------------------------------------ shapes

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
