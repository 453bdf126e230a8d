"""The styles of a document, and what a paragraph is by its style and by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.docx_rules.xml import NS, ON, at, val

BODY_TEXT = "9"
"""The outline level (counted from 0) of what is no heading."""


class Styles:
    """The styles by id."""

    def __init__(self, root: etree._Element) -> None:
        """Read them from the part's root."""
        self.defaults = at(root, "w:docDefaults/w:rPrDefault/w:rPr")
        self.by_id = {val(style, "w:styleId"): style for style in root.iterfind("w:style", NS)}
        self._plain = next((i for i, s in self.by_id.items() if _is_plain(s)), "")

    def lineage(self, style_id: str) -> list[etree._Element]:
        """Return a style and what it is based on, the nearest first."""
        found: list[etree._Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            found.append(self.by_id[style_id])
            style_id = val(at(found[-1], "w:basedOn"))
        return found

    def of(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the styles of a paragraph, the nearest first."""
        return self.lineage(val(at(paragraph, "w:pPr/w:pStyle")) or self._plain)

    def properties(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the paragraph's own properties and those of its styles, the nearest first."""
        for holder in (paragraph, *self.of(paragraph)):
            yield from holder.iterfind("w:pPr", NS)

    def name_of(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style in lower case."""
        return next((_name(style) for style in self.of(paragraph)), "")

    def heading_level(self, paragraph: etree._Element) -> int:
        """Return the level of a heading, from 1; 0 for other text."""
        for properties in self.properties(paragraph):
            level = at(properties, "w:outlineLvl")
            if level is not None:
                return 0 if val(level) in ("", BODY_TEXT) else int(val(level)) + 1
        names = (re.fullmatch(r"heading ([1-9])", _name(style)) for style in self.of(paragraph))
        return next((int(found[1]) for found in names if found), 0)

    def is_list_item(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph gets its bullet or number from a list."""
        lists = (at(found, "w:numPr/w:numId") for found in self.properties(paragraph))
        return next((val(found) != "0" for found in lists if found is not None), False)


def _is_plain(style: etree._Element) -> bool:
    return val(style, "w:type") == "paragraph" and val(style, "w:default") in ON


def _name(style: etree._Element) -> str:
    return val(at(style, "w:name")).lower()
