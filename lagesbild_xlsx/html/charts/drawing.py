"""A chart drawn: bars below each other, or lines and dots, as narrow as a telephone."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from lagesbild_xlsx.colours import contrast
from lagesbild_xlsx.html.charts.curves import curves
from lagesbild_xlsx.html.charts.figures import Chart, Kind, Plot, shown
from lagesbild_xlsx.html.charts.pen import LINE, WIDTH, Pen, shortened
from lagesbild_xlsx.html.charts.tables import labels_of

COLOURS = ("1B3A5C", "00838F", "8E24AA", "6D4C41", "5B7A99", "595959")
"""Those of the standard templates' theme, none of which is a status's."""

LEAST_CONTRAST = 3.0
"""Of what is drawn against the paper (WCAG 1.4.11); all colours above have it."""

BAR, GAP, FIGURE = 16, 10, 70
"""The height of a bar, the room between groups, and the room for the figure after a bar."""

MOST_BARS = 120
"""Where there are more of them they are drawn as lines."""

FEWEST_POINTS = 3
"""A line through fewer says no more than bars."""


def drawings(chart: Chart, words: str, accents: Sequence[str] = ()) -> list[etree._Element]:
    """Return the drawings of a chart: one for each axis that has figures.

    Args:
        chart: its figures.
        words: what it shows, for those who do not see it.
        accents: the colours that Word gives series without one of their own, if they are known.
    """
    drawn: list[etree._Element] = []
    begun = 0
    is_told_apart = sum(len(plot.series) for plot in chart.plots) > 1
    for plot in chart.plots:
        colours = [
            _colour(each.colour, accents or COLOURS, begun + at)
            for at, each in enumerate(plot.series)
        ]
        begun += len(plot.series)
        if any(figure.number is not None for each in plot.series for figure in each.figures):
            said = f"{words} ({plot.title})" if plot.title and len(chart.plots) > 1 else words
            drawn.append(_drawn(plot, colours, said, has_key=is_told_apart))
    return drawn


def _colour(own: str, accents: Sequence[str], at: int) -> str:
    """Return the colour of a series: its own, or the theme's, where that is seen on white."""
    wanted = own or accents[at % len(accents)]
    is_seen = contrast(wanted, "FFFFFF") >= LEAST_CONTRAST
    return f"#{wanted if is_seen else COLOURS[at % len(COLOURS)]}"


def _drawn(plot: Plot, colours: Sequence[str], words: str, *, has_key: bool) -> etree._Element:
    points = len(labels_of(plot.series))
    is_many = points * len(plot.series) > MOST_BARS
    is_line = plot.kind is Kind.LINES and points >= FEWEST_POINTS
    if plot.kind is Kind.DOTS or is_line or is_many:
        return curves(plot, colours, words, has_key=has_key)
    return _bars(plot, colours, words, has_key=has_key)


def _bars(plot: Plot, colours: Sequence[str], words: str, *, has_key: bool) -> etree._Element:
    """Return bars for the figures, group by group; a bar below nought goes to the left."""
    labels = labels_of(plot.series)
    numbers = [each.number or 0.0 for series in plot.series for each in series.figures]
    lowest, highest = min(0.0, *numbers), max(0.0, *numbers)
    left = FIGURE if lowest < 0 else 0
    scale = (WIDTH - left - FIGURE) / ((highest - lowest) or 1)
    nought = left - lowest * scale
    group = LINE + len(plot.series) * BAR + GAP
    names = [each.name for each in plot.series] if has_key else []
    pen = Pen(words)
    top = pen.key(plot.title, list(zip(names, colours, strict=False)))
    for row, label in enumerate(labels):
        y = top + row * group
        pen.text(0, y + LINE - 5, shortened(label))
        for at, series in enumerate(plot.series):
            figure = series.figures[row] if row < len(series.figures) else None
            if figure is None or figure.number is None:
                continue
            length, bar = figure.number * scale, y + LINE + at * BAR
            pen.bar(nought + min(length, 0), bar, abs(length), BAR - 2, colours[at])
            told = figure.shown or shown(figure.number, "General")
            if length < 0:
                pen.text(nought + length - 5, bar + 12, told, "end")
            else:
                pen.text(nought + length + 5, bar + 12, told)
    bottom = top + len(labels) * group
    pen.line(nought, top, nought, bottom)
    return pen.done(bottom)
