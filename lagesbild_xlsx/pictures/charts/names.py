"""DrawingML charts in small pieces: names, references to cells, and the points that a chart keeps.

A chart refers to cells (``c:f``) and keeps what they held when it was last drawn: its cache
(ECMA-376 part 1, 21.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import OFFICE_RELATIONSHIPS, STRICT_RELATIONSHIPS, local
from lagesbild_xlsx.places import LAST_ROW

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
CHART_2010 = "http://schemas.microsoft.com/office/drawing/2007/8/2/chart"
CHART_2013 = "http://schemas.microsoft.com/office/drawing/2012/chart"
CHART_2014 = "http://schemas.microsoft.com/office/drawing/2014/chart"
CHART_EX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
STRICT = {
    "http://purl.oclc.org/ooxml/drawingml/chart": CHART,
    "http://purl.oclc.org/ooxml/drawingml/main": DRAWING,
    "http://purl.oclc.org/ooxml/drawingml/chartDrawing": SHAPES,
    STRICT_RELATIONSHIPS: OFFICE_RELATIONSHIPS,
}
"""The namespaces of the strict kind (annex A), and those that Word documents have for them."""

CACHES = {"numRef": "numCache", "strRef": "strCache", "multiLvlStrRef": "multiLvlStrCache"}
"""What keeps the points of a reference."""

LITERALS = {"numLit": "numRef", "strLit": "strRef"}
"""Points that refer to no cells, and what they are called when they do."""


def c(name: str) -> str:
    """Return a chart's name as lxml writes it."""
    return f"{{{CHART}}}{name}"


def is_on(parent: etree._Element, path: str, *, absent: bool) -> bool:
    """Return whether a flag, such as ``c:plotVisOnly``, is on; without a value it is."""
    found = parent.find(path)
    return absent if found is None else found.get("val", "1") not in {"0", "false"}


def all_series(chart: etree._Element) -> Iterator[etree._Element]:
    """Yield a chart's series in the order that they stand in."""
    for series in chart.iter(c("ser")):
        parent = series.getparent()
        if parent is not None and str(parent.tag).endswith("Chart"):
            yield series


def references(element: etree._Element) -> list[etree._Element]:
    """Return the elements within one that refer to cells."""
    return list(element.iter(*map(c, CACHES)))


def cache_of(reference: etree._Element) -> etree._Element | None:
    """Return what a reference keeps."""
    return reference.find(c(CACHES[local(reference)]))


class Points(NamedTuple):
    """The points of a cache, or of one level of it.

    Attributes:
        values: as they are stored, by their number from 0.
        length: how many there are, with those that are blank.
        code: the number format of all of them.
        codes: the formats of those with one of their own.
    """

    values: Mapping[int, str]
    length: int
    code: str = "General"
    codes: Mapping[int, str] = {}

    def code_of(self, number: int) -> str:
        """Return the format of a point."""
        return self.codes.get(number, self.code)


def points_of(cache: etree._Element | None) -> Points:
    """Return the points of a cache or level; none where there is no cache."""
    if cache is None:
        return Points({}, 0)
    values, codes = {}, {}
    for point in cache.iterchildren(c("pt")):
        number = _whole(point.get("idx"))
        if number < 0:
            continue
        values[number] = point.findtext(c("v")) or ""
        if code := point.get("formatCode"):
            codes[number] = code
    said = cache.find(c("ptCount"))
    length = max(_whole(None if said is None else said.get("val")), max(values, default=-1) + 1)
    return Points(values, length, cache.findtext(c("formatCode")) or "General", codes)


def _whole(text: str | None) -> int:
    """Return a number of a point or of how many; -1 where it is none that a sheet has rows for."""
    is_number = (
        text is not None and text.isascii() and text.isdecimal() and len(text) < len("9" * 9)
    )
    return int(text) if text and is_number and int(text) < LAST_ROW else -1
