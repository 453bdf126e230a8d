"""Where text stands: in the stories of a document, and there in paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree


class Story(NamedTuple):
    """A part with text: the main document, a header, the footnotes."""

    name: str
    kind: str
    root: etree._Element


class Paragraph(NamedTuple):
    """A paragraph, the story that it stands in and its innermost cell, if any."""

    story: str
    element: etree._Element
    cell: etree._Element | None
