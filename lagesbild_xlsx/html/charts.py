"""A chart of a document: drawn from its figures, with the figures in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.html.elements import child
from lagesbild_xlsx.word.xml import local

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COLOURS = ("#1b3a5c", "#c77700", "#2e7d32", "#8e24aa", "#b00020", "#00838f", "#6d4c41", "#546e7a")
"""The colours of series, all of them 3:1 or more against white."""

WIDTH, LEFT, RIGHT, LINE = 640, 180, 50, 20
"""Of the drawing: its width, the room for labels and for figures, and the height of a line."""

BAR, GAP = 16, 10
LONGEST_LABEL = 24


class Series(NamedTuple):
    """A series of a chart: its name, its colour, what each figure is for, and the figures."""

    name: str
    colour: str
    labels: Sequence[str]
    figures: Sequence[str]


def chart(root: etree._Element, words: str) -> etree._Element:
    """Return a chart: its words, the drawing of it, and its figures in a table that can be opened.

    Every kind of chart is drawn as bars, one below the other: that can be read on a telephone.

    Args:
        root: the chart's part.
        words: what it shows.
    """
    made = etree.Element("div", {"class": "diagram"})
    child(made, "p").text = words
    series = [_series(each) for each in root.iter(f"{CHART}ser")]
    if series:
        if any(_number(figure) for each in series for figure in each.figures):
            made.append(_drawing(series, words))
        _add_figures(child(made, "details"), series)
    return made


def _series(element: etree._Element) -> Series:
    labels, figures = _texts(element, "cat", "xVal"), _texts(element, "val", "yVal")
    return Series(" ".join(_texts(element, "tx")), _colour(element), labels, figures)


def _longest(series: Sequence[Series]) -> Sequence[str]:
    """Return what the figures are for: their labels, or their numbers where they have none."""
    most = max(len(each.figures) for each in series)
    labels = max((each.labels for each in series), key=len)
    return [*labels, *(str(at + 1) for at in range(len(labels), most))]


def _drawing(series: Sequence[Series], words: str) -> etree._Element:
    """Return bars for the figures, group by group; a bar below nought goes to the left."""
    labels = _longest(series)
    figures = [_number(figure) for each in series for figure in each.figures]
    lowest, highest = min(0.0, *figures), max(0.0, *figures)
    scale = (WIDTH - LEFT - RIGHT) / ((highest - lowest) or 1)
    nought = LEFT - lowest * scale
    colours = [each.colour or COLOURS[at % len(COLOURS)] for at, each in enumerate(series)]
    names = [each.name for each in series] if len(series) > 1 else []
    group = len(series) * BAR + GAP
    top = len(names) * LINE + GAP
    height = top + len(labels) * group
    svg = etree.Element("svg", {"viewBox": f"0 0 {WIDTH} {height}", "role": "img"})
    svg.attrib.update({"width": str(WIDTH), "font-size": "13", "font-family": "sans-serif"})
    svg.set("aria-label", words)
    for at, name in enumerate(names):
        _bar(svg, LEFT, at * LINE + 4, 12, 12, colours[at])
        _text(svg, LEFT + 18, at * LINE + 15, name)
    for row, label in enumerate(labels):
        y = top + row * group
        _text(svg, LEFT - 8, y + (group - GAP) // 2 + 5, _shortened(label), "end")
        for at, each in enumerate(series):
            figure = each.figures[row] if row < len(each.figures) else ""
            if not figure:
                continue
            length = _number(figure) * scale
            _bar(svg, nought + min(length, 0), y + at * BAR, abs(length), BAR - 2, colours[at])
            _text(svg, nought + max(length, 0) + 6, y + at * BAR + 12, _swedish(figure))
    child(
        svg,
        "line",
        stroke="#1a1a1a",
        x1=_at(nought),
        x2=_at(nought),
        y1=str(top - 4),
        y2=str(height),
    )
    return svg


def _bar(  # noqa: PLR0913, PLR0917 - where it is, and its colour
    svg: etree._Element, x: float, y: float, width: float, height: float, colour: str
) -> None:
    place = {"x": _at(x), "y": _at(y), "width": _at(width), "height": _at(height)}
    child(svg, "rect", fill=colour, **place)


def _text(svg: etree._Element, x: float, y: float, text: str, anchor: str = "start") -> None:
    child(svg, "text", x=_at(x), y=_at(y), **{"text-anchor": anchor}).text = text


def _at(place: float) -> str:
    return f"{place:.1f}".removesuffix(".0")


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _number(figure: str) -> float:
    """Return a figure as a number; nought where it is none."""
    try:
        number = float(figure)
    except ValueError:
        return 0.0
    return number if abs(number) < 1e300 else 0.0  # noqa: PLR2004 - also what is no number at all


def _swedish(figure: str) -> str:
    """Return a figure as it is written in Swedish, without what a computer's arithmetic adds."""
    return f"{_number(figure):.6g}".replace(".", ",")


def _add_figures(details: etree._Element, series: Sequence[Series]) -> None:
    child(details, "summary").text = "Diagrammets siffror"
    table = child(details, "table")
    head = child(child(table, "thead"), "tr")
    child(head, "td")
    for each in series:
        child(head, "th", scope="col").text = each.name
    body = child(table, "tbody")
    for at, label in enumerate(_longest(series)):
        row = child(body, "tr")
        child(row, "th", scope="row").text = label
        for each in series:
            child(row, "td").text = each.figures[at] if at < len(each.figures) else ""


def _texts(series: etree._Element, *names: str) -> list[str]:
    """Return the texts that a chart keeps of what it draws (ECMA-376 part 1, 21.2.2)."""
    held = next((each for name in names for each in series.iterfind(f"{CHART}{name}")), None)
    if held is None:
        return []
    cache = next((each for each in held.iter() if local(each) in {"strCache", "numCache"}), None)
    if cache is None:
        return [value.text or "" for value in held.iter(f"{CHART}v")]
    by_index = {
        int(point.get("idx", "")): point.findtext(f"{CHART}v") or ""
        for point in cache.iterfind(f"{CHART}pt")
        if re.fullmatch("[0-9]{1,4}", point.get("idx", ""))
    }
    return [by_index.get(at, "") for at in range(max(by_index, default=-1) + 1)]


def _colour(series: etree._Element) -> str:
    """Return the colour that a series has been given, if it is one of its own."""
    own = series.find(f"{CHART}spPr/{DRAWING}solidFill/{DRAWING}srgbClr")
    named = "" if own is None else own.get("val", "")
    return f"#{named}" if re.fullmatch("[0-9A-Fa-f]{6}", named) else ""
