"""What pictures must be: described in words, and in line with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.docx_rules.document import Document
from tests.docx_rules.xml import ON, at, has, name, walk

FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)\b", re.IGNORECASE)
SAYS_NOTHING = frozenset(("bild", "image", "picture"))


def alternative_texts(document: Document) -> Iterator[str]:
    """A picture is described in words, unless it is marked as decoration."""
    for story in document.stories:
        for frame in walk(story.root, "wp:inline", "wp:anchor"):
            called, described = _words_of(frame)
            if not described and not _is_decoration(frame):
                yield f"{story.name}: the picture {called!r} has no alternative text."
            elif FILE_NAME.search(described) or described.lower() in {*SAYS_NOTHING, called} - {""}:
                yield f"{story.name}: the alternative text {described!r} describes nothing."


def old_pictures(document: Document) -> Iterator[str]:
    """A picture in the older form (VML) is described in words too."""
    for story in document.stories:
        for shape in walk(story.root, "v:shape", "v:rect", "v:group"):
            if has(shape, "v:imagedata") and not shape.get("alt", "").strip():
                yield f"{story.name}: a VML picture has no alternative text."


def floating(document: Document) -> Iterator[str]:
    """What is not in line with the text is read out of its place, or not at all."""
    for story in document.stories:
        for _ in walk(story.root, "wp:anchor", "w:framePr"):
            yield f"{story.name}: an object is not in line with the text."
        for _ in walk(story.root, "wps:txbx", "v:textbox"):
            yield f"{story.name}: a text box stands outside the order of reading."


def _words_of(frame: etree._Element) -> tuple[str, str]:
    """Return a picture's name in lower case and its description."""
    properties = at(frame, "wp:docPr")
    if properties is None:
        return "", ""
    return properties.get("name", "").lower(), properties.get("descr", "").strip()


def _is_decoration(frame: etree._Element) -> bool:
    return any(mark.get("val") in ON for mark in frame.iter(name("adec:decorative")))


RULES = (alternative_texts, old_pictures, floating)
