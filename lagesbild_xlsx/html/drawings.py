"""Pictures and charts of a document, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.html.charts.drawing import drawings
from lagesbild_xlsx.html.charts.figures import CHART, figures_of, title_of
from lagesbild_xlsx.html.charts.tables import write_figures
from lagesbild_xlsx.html.elements import child
from lagesbild_xlsx.html.source import DocumentSource
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
EXTENDED = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
"""Charts of newer kinds, such as waterfalls and maps, which keep their figures in another way."""

VML = "{urn:schemas-microsoft-com:vml}"
EMBED, ID = f"{{{OFFICE_RELATIONSHIPS}}}embed", f"{{{OFFICE_RELATIONSHIPS}}}id"
EMU_PER_PIXEL = 9525
UNDESCRIBED = "Bild utan beskrivning"


def drawing(element: etree._Element, source: DocumentSource, part: str) -> Iterator[etree._Element]:
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
            root = source.package.xml(name)
            yield _chart(root, words or title_of(root) or _undescribed(source), source.accents)
    for _ in element.iter(EXTENDED):
        words = words or _undescribed(source)
        source.find(rules.CHART_NOT_SHOWN, words=words)
        yield _in_words(words)


def _chart(root: etree._Element, words: str, accents: Sequence[str] = ()) -> etree._Element:
    """Return a chart: its title, drawings of it, and its figures in tables that can be opened.

    Args:
        root: the chart's part.
        words: what it shows, for those who do not see it.
        accents: the colours of its document's theme for series without one of their own.
    """
    figures = figures_of(root)
    made = etree.Element("div", {"class": "diagram"})
    if figures.title:
        child(child(made, "p"), "strong").text = figures.title
    drawn = drawings(figures, words, accents)
    if not figures.title or (words != figures.title and not drawn):
        child(made, "p").text = words
    made.extend(drawn)
    if any(plot.series for plot in figures.plots):
        write_figures(child(made, "details"), figures, words)
    return made


def _picture(  # noqa: PLR0913 - what a picture is
    source: DocumentSource,
    part: str,
    number: str,
    words: str,
    width: int,
    *,
    is_empty: bool = False,
) -> etree._Element:
    """Return a picture, or its words where no browser shows it or it lies elsewhere."""
    address = source.picture(part, number)
    words = "" if is_empty else words or _undescribed(source)
    if not address:
        source.find(rules.PICTURE_NOT_SHOWN, words=words)
        return _in_words(words)
    made = etree.Element("img", src=address, alt=words)
    if width:
        made.set("width", str(width))
    return made


def _in_words(words: str) -> etree._Element:
    made = etree.Element("span", {"class": "bild"})
    made.text = f"[{words}]"
    return made


def _undescribed(source: DocumentSource) -> str:
    source.find(rules.PICTURE_WITHOUT_WORDS)
    return UNDESCRIBED
