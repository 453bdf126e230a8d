"""What a chart shows: its title, and the figures of each series, by the axis that they are read at.

A chart keeps what it draws (ECMA-376 part 1, 21.2.2): names and labels as texts or numbers, figures
as numbers, each with its number format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from math import isfinite
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.numberformat import number_format
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.charts.figures import words_in

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CACHES = frozenset(("strCache", "numCache", "multiLvlStrCache", "strLit", "numLit"))
GENERAL = "General"
INDEX = re.compile("[0-9]{1,4}")
MOST = 10**15
"""A larger figure is a fault, and no drawing has room for it."""


class ChartKind(Enum):
    """How figures are drawn."""

    BARS = "bars"
    LINES = "lines"
    DOTS = "dots"


KINDS = {
    "lineChart": ChartKind.LINES,
    "line3DChart": ChartKind.LINES,
    "areaChart": ChartKind.LINES,
    "area3DChart": ChartKind.LINES,
    "stockChart": ChartKind.LINES,
    "scatterChart": ChartKind.DOTS,
    "bubbleChart": ChartKind.DOTS,
}
"""Groups of series whose figures are no bars."""


class ChartPoint(NamedTuple):
    """A value: as a number, where it is one, and as Excel shows it."""

    number: float | None = None
    shown: str = ""


NOTHING = ChartPoint()


class ChartSeries(NamedTuple):
    """A series of a chart.

    Attributes:
        name: what it is called.
        colour: the colour that it has been given, if it is one of its own.
        labels: what each figure is for.
        figures: its figures; one that is missing shows nothing.
        sizes: how large each point is, in a chart of bubbles.
    """

    name: str
    colour: str
    labels: Sequence[ChartPoint]
    figures: Sequence[ChartPoint]
    sizes: Sequence[ChartPoint] = ()


class Plot(NamedTuple):
    """The series that are read at one axis.

    Attributes:
        kind: how they are drawn.
        title: what the axis measures.
        code: the number format of the axis.
        is_spaced: whether labels stand as far from each other as their numbers do.
        series: the series.
    """

    kind: ChartKind
    title: str
    code: str
    is_spaced: bool
    series: Sequence[ChartSeries]


class Chart(NamedTuple):
    """What a chart shows: its title, what its labels are, and what is read at each axis."""

    title: str
    of_labels: str
    plots: Sequence[Plot]


def title_of(root: etree._Element) -> str:
    """Return the title of a chart, where somebody has given it one."""
    return _words(root.find(f"{CHART}chart/{CHART}title"))


def figures_of(root: etree._Element) -> Chart:
    """Return what a chart shows."""
    area = root.find(f"{CHART}chart/{CHART}plotArea")
    groups = [] if area is None else [each for each in area if local(each).endswith("Chart")]
    axes = {_said(each, "axId"): each for each in (() if area is None else area)}
    reader = _Reader(_is_on(root, "date1904"))
    at_axes: dict[str, list[etree._Element]] = {}
    for group in groups:
        at_axes.setdefault(_value_axis(group), []).append(group)
    labelled = [_axis(groups[0], axes, at=0)] if groups else []
    plots = [reader.plot(together, axes) for together in at_axes.values()]
    of_labels = next(
        (_words(each.find(f"{CHART}title")) for each in labelled if each is not None), ""
    )
    return Chart(title_of(root), of_labels, _named([plot for plot in plots if plot.series]))


def _named(plots: Sequence[Plot]) -> list[Plot]:
    """Return plots with a name for every series."""
    named, number = [], 0
    for plot in plots:
        series = []
        for each in plot.series:
            number += 1
            series.append(each if each.name else each._replace(name=f"Serie {number}"))
        named.append(plot._replace(series=series))
    return named


class _Reader(NamedTuple):
    """Reads series; days are counted from 1904 in some charts."""

    date1904: bool

    def plot(self, groups: Sequence[etree._Element], axes: Mapping[str, etree._Element]) -> Plot:
        """Return what stands at one axis; of kinds that are mixed, all are drawn as bars."""
        kinds = {KINDS.get(local(group), ChartKind.BARS) for group in groups}
        labelled, measured = (_axis(groups[0], axes, at=at) for at in (0, 1))
        code = _code_of_axis(labelled)
        series = [
            self._series(each, code) for group in groups for each in group.iterfind(f"{CHART}ser")
        ]
        return Plot(
            kinds.pop() if len(kinds) == 1 else ChartKind.BARS,
            "" if measured is None else _words(measured.find(f"{CHART}title")),
            _code_of_axis(measured),
            labelled is not None and local(labelled) in {"dateAx", "valAx"},
            [each for each in series if each.figures or each.labels],
        )

    def _series(self, element: etree._Element, code: str) -> ChartSeries:
        name = " ".join(each.shown for each in self._figures(element, "tx") if each.shown)
        return ChartSeries(
            name or _words(element.find(f"{CHART}tx")),
            _colour(element),
            self._figures(element, "cat", "xVal", code=code),
            self._figures(element, "val", "yVal"),
            self._figures(element, "bubbleSize"),
        )

    def _figures(
        self, series: etree._Element, *names: str, code: str = GENERAL
    ) -> list[ChartPoint]:
        """Return what a series keeps under a name; labels of several levels are joined."""
        held = next((each for name in names for each in series.iterfind(f"{CHART}{name}")), None)
        if held is None:
            return []
        cache = next((each for each in held.iter() if local(each) in CACHES), None)
        if cache is None:
            return [ChartPoint(None, each.text or "") for each in held.iter(f"{CHART}v")]
        levels = list(cache.iterchildren(f"{CHART}lvl"))
        if levels:
            return _joined([self._points(each, GENERAL, is_text=True) for each in levels])
        is_text = local(cache).startswith("str")
        return self._points(cache, cache.findtext(f"{CHART}formatCode") or code, is_text=is_text)

    def _points(self, cache: etree._Element, code: str, *, is_text: bool) -> list[ChartPoint]:
        by_index = {
            int(point.get("idx", "")): self._figure(
                point.findtext(f"{CHART}v") or "", "@" if is_text else point.get("formatCode", code)
            )
            for point in cache.iterfind(f"{CHART}pt")
            if INDEX.fullmatch(point.get("idx", ""))
        }
        count = _said(cache, "ptCount")
        length = int(count) if INDEX.fullmatch(count) else 0
        most = max(length, max(by_index, default=-1) + 1)
        return [by_index.get(at, NOTHING) for at in range(most)]

    def _figure(self, stored: str, code: str) -> ChartPoint:
        number = None if code == "@" else _number(stored)
        if number is None:
            return ChartPoint(None, "" if stored.startswith("#") else " ".join(stored.split()))
        return ChartPoint(number, shown(number, code, date1904=self.date1904))


def shown(number: float, code: str, *, date1904: bool = False) -> str:
    """Return a number as Excel shows it, without what only lines up a column."""
    return number_format(code, date1904=date1904).shown(number).strip()


def _number(stored: str) -> float | None:
    try:
        number = float(stored)
    except ValueError:
        return None
    return number if isfinite(number) and abs(number) < MOST else None


def _joined(levels: Sequence[Sequence[ChartPoint]]) -> list[ChartPoint]:
    """Return labels of several levels, the outermost first; an outer one goes on to the next."""
    length = max(map(len, levels))
    parts: list[list[str]] = []
    for number, level in enumerate(levels):
        row, last = [], ""
        for at in range(length):
            said = level[at].shown if at < len(level) else ""
            last = said or last
            row.append(last if number else said)
        parts.append(row)
    return [
        ChartPoint(None, ", ".join(filter(None, texts[::-1]))) for texts in zip(*parts, strict=True)
    ]


def _value_axis(group: etree._Element) -> str:
    """Return the id of the axis at which the figures of a group are read: the second one."""
    ids = [each.get("val", "") for each in group.iterfind(f"{CHART}axId")]
    return ids[1] if len(ids) > 1 else local(group)


def _axis(
    group: etree._Element, axes: Mapping[str, etree._Element], *, at: int
) -> etree._Element | None:
    """Return an axis of a group: the first has the labels, the second the figures."""
    ids = [each.get("val", "") for each in group.iterfind(f"{CHART}axId")]
    return axes.get(ids[at]) if at < len(ids) else None


def _code_of_axis(axis: etree._Element | None) -> str:
    """Return the number format that an axis has of its own; none where it is that of the cells."""
    found = None if axis is None else axis.find(f"{CHART}numFmt")
    if found is None or found.get("sourceLinked", "0") not in {"0", "false"}:
        return GENERAL
    return found.get("formatCode", GENERAL)


def _words(title: etree._Element | None) -> str:
    """Return what a title says, in one line."""
    return "" if title is None else words_in(title)


def _said(parent: etree._Element, name: str) -> str:
    found = parent.find(f"{CHART}{name}")
    return "" if found is None else found.get("val", "")


def _is_on(parent: etree._Element, name: str) -> bool:
    found = parent.find(f"{CHART}{name}")
    return found is not None and found.get("val", "1") in {"1", "true"}


def _colour(series: etree._Element) -> str:
    """Return the colour that a series has been given, if it is one of its own."""
    for path in ("solidFill", "ln/solidFill"):
        steps = "/".join(f"{DRAWING}{step}" for step in path.split("/"))
        own = series.find(f"{CHART}spPr/{steps}/{DRAWING}srgbClr")
        named = "" if own is None else own.get("val", "")
        if re.fullmatch("[0-9A-Fa-f]{6}", named):
            return named.upper()
    return ""


def all_series(chart: Chart) -> Iterator[ChartSeries]:
    """Yield all series of a chart, in the order of its axes."""
    for plot in chart.plots:
        yield from plot.series


def longest_labels(series: Sequence[ChartSeries]) -> Sequence[ChartPoint]:
    """Return what figures are for, as the series says that has most labels."""
    return max((each.labels for each in series), key=len)


def labels_of(series: Sequence[ChartSeries]) -> list[str]:
    """Return what each row of figures is for: its label, or its number where it has none."""
    labels = longest_labels(series)
    most = max(len(labels), *(len(each.figures) for each in series))
    said = [labels[at].shown if at < len(labels) else "" for at in range(most)]
    return [label or str(at + 1) for at, label in enumerate(said)]
