"""The pages of a wide appendix: a section of its own, turned, with the template's page headers.

A section's properties stand in its last paragraph, those of the last section in the body
(ECMA-376 part 1, 17.6). A section that names no header has that of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.marks import following, mark_of
from lagesbild_xlsx.word.sources import APPENDICES
from lagesbild_xlsx.word.xml import NS, inner_string, local, w

A4 = {"w": 11906, "h": 16838}
MARGINS = {"left": 1134, "right": 1134, "top": 1701, "bottom": 1304, "gutter": 0}
REFERENCES = ("headerReference", "footerReference")
FIRST_ONLY = ("titlePg", "pgNumType")
"""What a section has for its beginning, and what goes on from one must not have."""

BEFORE_SIZE = ("footnotePr", "endnotePr")


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


# ------------------------------------------------------------------ the sections around


def settle_sections(document: etree._Element) -> bool:
    """Give the sections around turned pages what they must have; return whether there are any.

    What goes on after one has no first page of its own. One that is the last has the properties of
    the body: there is nothing after it.
    """
    body = document.find(w("body"))
    breaks = [] if body is None else list(_breaks(body))
    last = None if body is None else body.find(w("sectPr"))
    if body is None or last is None or not breaks:
        return False
    inside = set(breaks)
    sections = list(body.iter(w("sectPr")))
    for before, section in pairwise(sections):
        if before in inside and section not in inside:
            for each in [each for each in section if local(each) in FIRST_ONLY]:
                section.remove(each)
    _fold(last, breaks[-1])
    return True


def _breaks(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of sections that stand in the mark of an appendix."""
    open_marks: set[str] = set()
    for element in body.iter(w("bookmarkStart"), w("bookmarkEnd"), w("sectPr")):
        if element.tag == w("sectPr"):
            if open_marks:
                yield element
            continue
        number = element.get(w("id"), "")
        mark = mark_of(element) if element.tag == w("bookmarkStart") else None
        if mark is not None and mark.sheet == APPENDICES:
            open_marks.add(number)
        elif element.tag == w("bookmarkEnd"):
            open_marks.discard(number)


def _fold(last: etree._Element, turned: etree._Element) -> None:
    """Make the last section of a body that of a turned page, if nothing stands after it."""
    line = last.getprevious()
    if line is None or next(line.iter(w("sectPr")), None) is not turned:
        return
    for each in list(last):
        if local(each) not in REFERENCES:
            last.remove(each)
    last.extend(list(turned))
    remove(turned)
