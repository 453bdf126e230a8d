"""WordprocessingML as the rules read it: names, values, and what counts as text.

Nothing here comes from ``lagesbild_xlsx``: a judge does not borrow the eyes of the judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
ON = frozenset(("1", "true", "on"))


def name(prefixed: str) -> str:
    """Return a name such as ``w:p`` as lxml writes it."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NS[prefix]}}}{local}"


WRAPPERS = frozenset(name(n) for n in ("w:sdt", "w:sdtContent", "w:customXml"))
"""What stands around blocks, rows and cells without being one."""


def at(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return what an element has at a path; None where either is missing."""
    return None if element is None else element.find(path, NS)


def val(element: etree._Element | None, attribute: str = "w:val") -> str:
    """Return an attribute, ``w:val`` unless told; nothing where there is no element."""
    return "" if element is None else element.get(name(attribute), "")


def is_on(element: etree._Element | None) -> bool:
    """Return whether an on/off element such as ``w:b`` is there and says yes."""
    return element is not None and element.get(name("w:val"), "true") in ON


def walk(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of some names in order, the root itself included."""
    return root.iter(*(name(n) for n in names))


def has(root: etree._Element, *names: str) -> bool:
    """Return whether an element holds one of some names."""
    return next(walk(root, *names), None) is not None


def within(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of some names, also those that content controls stand around."""
    wanted = {name(n) for n in names}
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from within(child, *names)


def text_of(element: etree._Element) -> str:
    """Return the text that an element shows."""
    return "".join(t.text or "" for t in walk(element, "w:t"))


def is_blank(element: etree._Element) -> bool:
    """Return whether an element shows no text."""
    return not text_of(element).strip()


def quoted(element: etree._Element) -> str:
    """Return the beginning of an element's text in quotes, for a sentence about it."""
    text = " ".join(text_of(element).split())
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
