"""What a document says and what its web page says, each read by itself, to be compared."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}sdtPr", f"{W}txbxContent"))
PAGE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b")


ADDED = (
    ".//caption | .//*[@class='diagram'] | .//section[@class='noter'] | .//h1[@class='namn']"
    " | .//sup/a[starts-with(@id, 'till-not')] | .//*[@class='ruta'] | .//span[@class='bild']"
)
"""What only the page says, or says at another place: captions, figures, notes, boxes."""


def squeezed(text: str) -> str:
    """Return a text without white space, and without what shows nothing."""
    return re.sub(r"[\s\u00ad]+", "", text)


def document_text(path: Path) -> str:
    """Return the letters of a document's body, in their order, from its XML."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return squeezed("".join(_letters(body)))


def _letters(element: etree._Element) -> Iterator[str]:
    if element.tag in LEFT_OUT or PAGE.match(element.get(f"{W}instr", "")):
        return
    if element.tag == f"{W}t":
        yield element.text or ""
    elif element.tag == f"{W}noBreakHyphen":
        yield "\u2011"
    for child in element:
        yield from _letters(child)


def page_text(page: str) -> str:
    """Return the letters of a page's main part, without what only the page adds."""
    main = html.fromstring(page).find(".//main")
    for added in main.xpath(ADDED):
        tail = added.tail
        added.clear()
        added.tail = tail
    return squeezed("".join(map(str, main.itertext())))
