"""The figures of a chart, and what is said of them in words where nobody has written any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.numberformat import number_format
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.charts.names import (
    CACHES,
    DRAWING,
    Points,
    all_series,
    c,
    cache_of,
    is_on,
    points_of,
)

LABELS, VALUES = ("cat", "xVal"), ("val", "yVal")


class Figure(NamedTuple):
    """A figure of a series: what it is for, its number, and the number as Excel shows it."""

    label: str
    number: float
    shown: str


class Series(NamedTuple):
    """A series: its name, what figures can be for, and those that are not blank."""

    name: str
    labels: Sequence[str]
    figures: Sequence[Figure]


class Figures(NamedTuple):
    """What a chart shows.

    Attributes:
        kinds: the names of the groups of series (``barChart``), each once.
        is_lying: whether bars go to the right, and not up.
        title: what stands above it.
        series: its series in their order.
    """

    kinds: Sequence[str]
    is_lying: bool
    title: str
    series: Sequence[Series]


def figures_of(chart: etree._Element, *, date1904: bool) -> Figures:
    """Return what a chart shows, whose caches are filled."""
    groups = [each for each in chart.iterfind(f"{c('chart')}/{c('plotArea')}/*") if _is_group(each)]
    directions = [each.find(c("barDir")) for each in groups]
    series = [_series(each, date1904=date1904) for each in all_series(chart)]
    return Figures(
        list(dict.fromkeys(map(local, groups))),
        any(each is not None and each.get("val", "col") == "bar" for each in directions),
        _title(chart, series),
        series,
    )


def has_figures(chart: etree._Element) -> bool:
    """Return whether a chart, whose caches are filled, shows any figure."""
    values = (points_of(_kept(series, VALUES)).values for series in all_series(chart))
    return any(number_in(value) is not None for each in values for value in each.values())


def _is_group(element: etree._Element) -> bool:
    return local(element).endswith("Chart")


def _title(chart: etree._Element, series: Sequence[Series]) -> str:
    """Return a chart's title; that of a single series is its name, if nothing else is said."""
    title = chart.find(f"{c('chart')}/{c('title')}")
    said = "" if title is None else words_in(title)
    if said or len(series) != 1:
        return said
    is_deleted = is_on(chart, f"{c('chart')}/{c('autoTitleDeleted')}", absent=False)
    return "" if is_deleted else series[0].name


def words_in(element: etree._Element) -> str:
    """Return the words of a title or a label, in one line."""
    paragraphs = list(element.iter(f"{{{DRAWING}}}p"))
    texts = ["".join(t.text or "" for t in p.iter(f"{{{DRAWING}}}t")) for p in paragraphs]
    texts += [v.text or "" for v in element.iter(c("v"))]
    return " ".join(" ".join(texts).split())


def _series(series: etree._Element, *, date1904: bool) -> Series:
    name = series.find(c("tx"))
    labels = _labels(series, date1904=date1904)
    values = points_of(_kept(series, VALUES))
    figures = []
    for at, stored in sorted(values.values.items()):
        number = number_in(stored)
        if number is not None:
            shown = _shown(stored, values.code_of(at), date1904=date1904)
            figures.append(Figure(labels.get(at) or f"nr {at + 1}", number, shown))
    return Series("" if name is None else words_in(name), list(labels.values()), figures)


def _labels(series: etree._Element, *, date1904: bool) -> Mapping[int, str]:
    """Return what a series' figures are for; of several levels, all of them."""
    cache = _kept(series, LABELS)
    if cache is None:
        return {}
    levels = [points_of(level) for level in cache.iterchildren(c("lvl"))]
    if not levels:
        return _all_shown(points_of(cache), is_text=local(cache) == "strCache", date1904=date1904)
    count = points_of(cache).length
    outer = [dict(_reaching(level, count)) for level in levels[:0:-1]]
    parts = [*outer, levels[0].values]
    numbers = sorted(set().union(*(part.keys() for part in parts)))
    return {at: " ".join(filter(None, (part.get(at, "") for part in parts))) for at in numbers}


def _reaching(level: Points, count: int) -> Iterator[tuple[int, str]]:
    """Yield the labels of an outer level, each for all that follow to the next."""
    starts = sorted(level.values)
    for start, end in zip(starts, (*starts[1:], count), strict=True):
        yield from ((at, level.values[start]) for at in range(start, end))


def _all_shown(points: Points, *, is_text: bool, date1904: bool) -> Mapping[int, str]:
    if is_text:
        return {at: " ".join(value.split()) for at, value in points.values.items()}
    return {
        at: _shown(value, points.code_of(at), date1904=date1904)
        for at, value in points.values.items()
    }


def _kept(series: etree._Element, names: Sequence[str]) -> etree._Element | None:
    """Return what a series keeps of its labels or values."""
    for holder in series.iterchildren(*map(c, names)):
        for reference in holder.iterchildren(*map(c, CACHES)):
            return cache_of(reference)
    return None


def number_in(stored: str) -> float | None:
    """Return the number of a point, None where it is blank or none."""
    try:
        number = float(stored)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _shown(stored: str, code: str, *, date1904: bool) -> str:
    """Return a stored value as Excel shows it."""
    number = number_in(stored)
    if number is None:
        return stored
    return " ".join(number_format(code, date1904=date1904).shown(number).split())


# ------------------------------------------------------------------ in words

KINDS = {
    "barChart": "stapeldiagram",
    "bar3DChart": "stapeldiagram",
    "lineChart": "linjediagram",
    "line3DChart": "linjediagram",
    "areaChart": "ytdiagram",
    "area3DChart": "ytdiagram",
    "pieChart": "cirkeldiagram",
    "pie3DChart": "cirkeldiagram",
    "doughnutChart": "ringdiagram",
    "scatterChart": "punktdiagram",
    "bubbleChart": "bubbeldiagram",
    "radarChart": "radardiagram",
    "stockChart": "börsdiagram",
}
SHARES = frozenset(("cirkeldiagram", "ringdiagram"))
"""Kinds whose figures are parts of a whole, in no order."""

MOST_SERIES, MOST_SHARES, FEW = 8, 8, 3
"""How many series, and how many parts of a whole, are told; and how many figures are told all."""

LONGEST = 60
"""How long a name may be in the words."""


def described(figures: Figures) -> str:
    """Return what a chart shows in plain Swedish, for those who do not see it."""
    kinds = list(dict.fromkeys(KINDS.get(kind, "diagram") for kind in figures.kinds))
    kind = _joined_kinds(kinds)
    if figures.is_lying and kinds == ["stapeldiagram"]:
        kind = "liggande stapeldiagram"
    title = f": {_short(figures.title, 2 * LONGEST)}" if figures.title else ""
    told = [
        _told(series, number, figures, is_of_parts=not SHARES.isdisjoint(kinds))
        for number, series in enumerate(figures.series[:MOST_SERIES], 1)
    ]
    left = len(figures.series) - len(told)
    rest = [f"Ytterligare {left} {'serie' if left == 1 else 'serier'}."] if left else []
    first = f"{kind[0].upper()}{kind[1:]}{title}"
    end = "" if first.endswith((".", "!", "?", "…")) else "."
    return " ".join((f"{first}{end}", *told, *rest))


def _joined_kinds(kinds: Sequence[str]) -> str:
    """Return kinds in one word: stapel- och linjediagram."""
    stems = [f"{kind.removesuffix('diagram')}-" for kind in kinds[:-1]]
    return f"{', '.join(stems)} och {kinds[-1]}" if stems else kinds[-1] if kinds else "diagram"


def _told(series: Series, number: int, figures: Figures, *, is_of_parts: bool) -> str:
    """Return what a series says most clearly."""
    is_only = len(figures.series) == 1
    name = _short(series.name) or ("" if is_only else f"Serie {number}")
    prefix = "" if is_only and name in {"", figures.title} else f"{name}: "
    text = _parts(series.figures) if is_of_parts else _course(series.figures)
    return f"{prefix}{text}." if prefix else f"{text[0].upper()}{text[1:]}."


def _course(figures: Sequence[Figure]) -> str:
    """Return how a series goes: its first figure, its last and its highest."""
    if len(figures) <= FEW:
        return ", ".join(map(_figure, figures)) or "inga siffror"
    highest = max(figures, key=lambda figure: figure.number)
    first, last = _figure(figures[0]), _figure(figures[-1])
    return f"först {first}, sist {last}, högst {_figure(highest)}"


def _parts(figures: Sequence[Figure]) -> str:
    """Return the parts of a whole, the largest first."""
    in_order = sorted(figures, key=lambda figure: -figure.number)
    left = len(in_order) - MOST_SHARES
    told = ", ".join(f"{_short(each.label)} {each.shown}" for each in in_order[:MOST_SHARES])
    return f"{told} och ytterligare {left}" if left > 0 else told or "inga siffror"


def _figure(figure: Figure) -> str:
    return f"{figure.shown} ({_short(figure.label)})"


def _short(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
