"""Pictures and charts of a document, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.html.elements import child
from lagesbild_xlsx.html.source import Source
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.word.xml import local

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
VML = "{urn:schemas-microsoft-com:vml}"
EMBED, ID = f"{{{OFFICE_RELATIONSHIPS}}}embed", f"{{{OFFICE_RELATIONSHIPS}}}id"
EMU_PER_PIXEL = 9525
UNDESCRIBED = "Bild utan beskrivning"


def drawing(element: etree._Element, source: Source, part: str) -> Iterator[etree._Element]:
    """Yield what a drawing shows: its pictures, and the figures of its charts."""
    described = next(element.iter(f"{FRAME}docPr"), None)
    words = "" if described is None else described.get("descr") or described.get("title") or ""
    extent = next(element.iter(f"{FRAME}extent"), None)
    width = 0 if extent is None else round(int(extent.get("cx", "0")) / EMU_PER_PIXEL)
    is_decorative = any(each.get("val") == "1" for each in element.iter(DECORATIVE))
    for blip in element.iter(f"{DRAWING}blip"):
        yield _picture(source, part, blip.get(EMBED, ""), words, width, is_empty=is_decorative)
    for image in element.iter(f"{VML}imagedata"):
        shape = image.getparent()
        alt = "" if shape is None else shape.get("alt", "")
        yield _picture(source, part, image.get(ID, ""), alt, 0)
    for reference in element.iter(f"{CHART}chart"):
        name = source.part(part, reference.get(ID, ""))
        if name is not None:
            yield _chart(source.package.xml(name), words or _undescribed(source))


def _picture(  # noqa: PLR0913 - what a picture is
    source: Source, part: str, number: str, words: str, width: int, *, is_empty: bool = False
) -> etree._Element:
    """Return a picture, or its words where no browser shows it or it lies elsewhere."""
    address = source.picture(part, number)
    words = "" if is_empty else words or _undescribed(source)
    if not address:
        source.find(rules.PICTURE_NOT_SHOWN, words=words)
        made = etree.Element("span", {"class": "bild"})
        made.text = f"[{words}]"
        return made
    made = etree.Element("img", src=address, alt=words)
    if width:
        made.set("width", str(width))
    return made


def _undescribed(source: Source) -> str:
    source.find(rules.PICTURE_WITHOUT_WORDS)
    return UNDESCRIBED


def _chart(chart: etree._Element, words: str) -> etree._Element:
    """Return a chart in words, with its figures in a table that can be opened."""
    made = etree.Element("div", {"class": "diagram"})
    child(made, "p").text = words
    series = [
        (_texts(each, "tx"), _texts(each, "cat", "xVal"), _texts(each, "val", "yVal"))
        for each in chart.iter(f"{CHART}ser")
    ]
    if series:
        _add_figures(child(made, "details"), series)
    return made


Series = tuple[list[str], list[str], list[str]]
"""A series of a chart: its name, what each figure is for, and the figures."""


def _add_figures(details: etree._Element, series: list[Series]) -> None:
    child(details, "summary").text = "Diagrammets siffror"
    table = child(details, "table")
    head = child(child(table, "thead"), "tr")
    child(head, "td")
    for name, _, _ in series:
        child(head, "th", scope="col").text = " ".join(name)
    body = child(table, "tbody")
    longest = max(range(len(series)), key=lambda at: len(series[at][1]))
    for at, label in enumerate(series[longest][1]):
        row = child(body, "tr")
        child(row, "th", scope="row").text = label
        for _, _, figures in series:
            child(row, "td").text = figures[at] if at < len(figures) else ""


def _texts(series: etree._Element, *names: str) -> list[str]:
    """Return the texts that a chart keeps of what it draws (ECMA-376 part 1, 21.2.2)."""
    held = next((each for name in names for each in series.iterfind(f"{CHART}{name}")), None)
    if held is None:
        return []
    cache = next((each for each in held.iter() if local(each) in {"strCache", "numCache"}), None)
    if cache is None:
        return [value.text or "" for value in held.iter(f"{CHART}v")]
    by_index = {
        int(point.get("idx", "0")): point.findtext(f"{CHART}v") or ""
        for point in cache.iterfind(f"{CHART}pt")
    }
    return [by_index.get(at, "") for at in range(max(by_index, default=-1) + 1)]
