"""The page that something stands on: its size, its margins, and the room for text and pictures.

A section's properties stand in its last paragraph, those of the last section in the body
(ECMA-376 part 1, 17.6).
"""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import NS, following, inner_string, w

A4 = {"w": 11906, "h": 16838}
MARGINS = {"left": 1134, "right": 1134, "top": 1701, "bottom": 1304, "gutter": 0}
REFERENCES = ("headerReference", "footerReference")
FIRST_ONLY = ("titlePg", "pgNumType")
"""What a section has for its beginning, and what goes on from one must not have."""

EMU, MOST_OF_HEIGHT = 635, 0.7
"""A twentieth of a point in EMU, and how much of a page's height a picture may take."""

BEFORE_SIZE = ("footnotePr", "endnotePr")


class Room(NamedTuple):
    """How wide and how high something may be, in EMU."""

    width: int
    height: int


A4_ROOM = Room(5_760_000, 8_280_000)
"""What a page of A4 has between usual margins, and under a heading: 16 × 23 cm."""


class Page(NamedTuple):
    """A section's page: its properties, and the room for text on it, in twips."""

    section: etree._Element
    width: int
    height: int

    @property
    def is_landscape(self) -> bool:
        """Whether it is wider than it is high."""
        size = _numbers(self.section, "pgSz", A4)
        return size["w"] > size["h"]

    @property
    def room(self) -> Room:
        """How large a picture may be on it, with a heading above and a caption below."""
        return Room(self.width * EMU, int(self.height * MOST_OF_HEIGHT) * EMU)

    @property
    def as_before(self) -> str:
        """The ``w:sectPr`` of what stands before a turned page."""
        return inner_string(self.section)

    def turned(self) -> Page:
        """Return the same page turned; it has the page headers of the one before."""
        section = deepcopy(self.section)
        for each in list(section):
            if local(each) in (*REFERENCES, *FIRST_ONLY, "type"):
                section.remove(each)
        was = _numbers(section, "pgSz", A4)
        size = section.find(w("pgSz"))
        if size is None:
            size = etree.Element(w("pgSz"))
            section.insert(sum(local(each) in BEFORE_SIZE for each in section), size)
        size.set(w("w"), str(was["h"]))
        size.set(w("h"), str(was["w"]))
        size.set(w("orient"), "landscape")
        return page_of(section)


def page_at(place: etree._Element) -> Page:
    """Return the page that a place in a document stands on: that of the next section's end."""
    after = (each for each in following(place) if each.tag == w("sectPr"))
    return page_of(next(after, None))


def page_of(section: etree._Element | None) -> Page:
    """Return the page of a section."""
    section = etree.Element(w("sectPr"), nsmap=NS) if section is None else section
    size, edges = _numbers(section, "pgSz", A4), _numbers(section, "pgMar", MARGINS)
    width = size["w"] - edges["left"] - edges["right"] - edges["gutter"]
    return Page(section, width, size["h"] - edges["top"] - edges["bottom"])


def _numbers(section: etree._Element, name: str, usual: dict[str, int]) -> dict[str, int]:
    """Return the numbers that a property of a section has, those of an ordinary page else."""
    element = section.find(w(name))
    found = dict(usual)
    for each in usual if element is not None else ():
        typed = element.get(w(each), "") if element is not None else ""
        if typed.lstrip("-").isdecimal():
            found[each] = abs(int(typed))
    return found
