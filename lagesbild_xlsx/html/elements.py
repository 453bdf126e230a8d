"""Elements of a page, made one by one, so that no text can become markup."""

from __future__ import annotations

import re

from lxml import etree

DATE = re.compile(r"(\b[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\b)", re.ASCII)
"""A date, which is never broken at its hyphens."""


def child(parent: etree._Element, tag: str, classes: str = "", **attributes: str) -> etree._Element:
    """Return a new last child of an element."""
    made = etree.SubElement(parent, tag, attributes)
    if classes:
        made.set("class", classes)
    return made


def add_text(parent: etree._Element, text: str) -> None:
    """Put a text last in an element, its line breaks as ``br`` and its dates as ``time``."""
    first, *others = text.split("\n")
    _add_line(parent, first)
    for line in others:
        etree.SubElement(parent, "br")
        _add_line(parent, line)


def _add_line(parent: etree._Element, line: str) -> None:
    before, *pairs = DATE.split(line)
    _add(parent, before)
    for date, after in zip(pairs[::2], pairs[1::2], strict=True):
        child(parent, "time").text = date
        _add(parent, after)


def _add(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def rendered(element: etree._Element) -> str:
    """Return an element as HTML."""
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False)
