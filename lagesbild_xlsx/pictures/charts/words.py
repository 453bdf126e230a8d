"""The words for a chart that has none: its kind, its title, and the figures that say most."""

from __future__ import annotations

from collections.abc import Sequence

from lagesbild_xlsx.pictures.charts.figures import Figure, Figures, Series

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
