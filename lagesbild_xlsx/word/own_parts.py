"""Parts that what repeats has a copy of for each row, so that one can be changed by itself.

Pictures, links and all else are shared: Word reads a part that two drawings point to, but a chart
has its data in a part of its own.
"""

from __future__ import annotations

import re

from lagesbild_xlsx.opc import Package, PackageEditor, Relationship

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


class OwnParts:
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
