"""Elements of a page, made one by one, so that no text can become markup."""

from __future__ import annotations

from lxml import etree


def child(parent: etree._Element, tag: str, classes: str = "", **attributes: str) -> etree._Element:
    """Return a new last child of an element."""
    made = etree.SubElement(parent, tag, attributes)
    if classes:
        made.set("class", classes)
    return made


def add_text(parent: etree._Element, text: str) -> None:
    """Put a text last in an element, its line breaks as ``br``."""
    first, *others = text.split("\n")
    _add(parent, first)
    for line in others:
        etree.SubElement(parent, "br")
        _add(parent, line)


def _add(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def rendered(element: etree._Element) -> str:
    """Return an element as HTML."""
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False)
