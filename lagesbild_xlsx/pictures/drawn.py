"""What a sheet shows over its cells: pictures, charts, text boxes (ECMA-376 part 1, 20.5)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import DrawingKind

FRAMED = {
    "chart": DrawingKind.CHART,
    "chartex": DrawingKind.CHART,
    "diagram": DrawingKind.DIAGRAM,
}
"""What a frame holds, by a word of the address that says so."""


def drawn_over(package: Package, sheet: str) -> Iterator[DrawingKind]:
    """Yield what is drawn over the cells of a sheet's part; a shape without text is none."""
    for part in package.related(sheet, "drawing"):
        for anchor in package.shown_xml(part).iterchildren("{*}*"):
            yield from _drawn_in(anchor)


def _drawn_in(element: etree._Element) -> Iterator[DrawingKind]:
    for child in element.iterchildren("{*}*"):
        name = local(child)
        if name == "grpSp":
            yield from _drawn_in(child)
        elif (kind := _kind_of(name, child)) is not None and not _is_hidden(child):
            yield kind


def _kind_of(name: str, child: etree._Element) -> DrawingKind | None:
    if name == "pic":
        return DrawingKind.PICTURE
    if name == "graphicFrame":
        data = child.find(".//{*}graphicData")
        address = "" if data is None else data.get("uri", "")
        return next((FRAMED[word] for word in address.split("/") if word in FRAMED), None)
    if name == "sp" and any((text.text or "").strip() for text in child.iterfind(".//{*}t")):
        return DrawingKind.TEXT_BOX
    return None


def _is_hidden(child: etree._Element) -> bool:
    properties = child.find("./{*}*/{*}cNvPr")
    return properties is not None and properties.get("hidden") in ("1", "true")
