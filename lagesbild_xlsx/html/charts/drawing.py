"""A chart drawn: bars below each other, or lines and dots, as narrow as a telephone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from lxml import etree

from lagesbild_xlsx.colours import contrast
from lagesbild_xlsx.html.charts.figures import (
    Chart,
    ChartKind,
    ChartSeries,
    Plot,
    labels_of,
    longest_labels,
    shown,
)
from lagesbild_xlsx.html.charts.pen import FAINT, LINE, WIDTH, Pen, shortened

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

LEFT, RIGHT, HEIGHT = 64, 10, 220
TICKS = 4
SHORT, LONGEST_LABEL = 8, 14
"""How long labels may be where four of them have room, and at most."""

STEPS = (1, 2, 2.5, 5, 10)
Point = tuple[float, float]


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
    is_line = plot.kind is ChartKind.LINES and points >= FEWEST_POINTS
    if plot.kind is ChartKind.DOTS or is_line or is_many:
        return _curves(plot, colours, words, has_key=has_key)
    return _bars(plot, colours, words, has_key=has_key)


# ------------------------------------------------------------------ bars


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


# ------------------------------------------------------------------ lines and dots


def _curves(plot: Plot, colours: Sequence[str], words: str, *, has_key: bool) -> etree._Element:
    """Return lines or dots for the figures of a plot.

    Args:
        plot: the figures.
        colours: the colour of each series.
        words: what it shows, for those who do not see it.
        has_key: whether it says what its series are called.
    """
    pen = Pen(words)
    names = [each.name for each in plot.series] if has_key else []
    top = _key(pen, plot, names, colours) + 8
    lines = [_points(plot, each) for each in plot.series]
    ticks = _ticks([y for line in lines for _, y in (p for p in line if p is not None)], plot.kind)
    xs = [x for line in lines for x, _ in (p for p in line if p is not None)]
    first, last = min(xs), max(xs)
    bottom = top + HEIGHT

    def placed(point: Point) -> Point:
        across = (point[0] - first) / ((last - first) or 1)
        up = (point[1] - ticks[0]) / ((ticks[-1] - ticks[0]) or 1)
        return LEFT + across * (WIDTH - LEFT - RIGHT), bottom - up * HEIGHT

    for tick in ticks:
        _, y = placed((first, tick))
        pen.line(LEFT, y, WIDTH - RIGHT, y, FAINT)
        pen.text(LEFT - 6, y + 5, shortened(shown(tick, plot.code), 9), "end")
    for number, line in enumerate(lines):
        if plot.kind is ChartKind.DOTS:
            for point in filter(None, line):
                pen.point(*placed(point), colours[number], number)
        else:
            for stretch in _stretches(line):
                _draw_stretch(pen, [placed(point) for point in stretch], colours[number], number)
    for x, label, anchor in _labels(plot, first, last):
        pen.text(placed((x, ticks[0]))[0], bottom + LINE - 2, label, anchor)
    return pen.done(bottom + LINE + 6)


def _key(pen: Pen, plot: Plot, names: Sequence[str], colours: Sequence[str]) -> float:
    """Write what the axis measures, and each name after a piece of its line, or a point."""
    y = pen.key(plot.title, [])
    for number, (name, colour) in enumerate(zip(names, colours, strict=False)):
        if plot.kind is ChartKind.DOTS:
            pen.point(14, y + 11, colour, number)
        else:
            pen.curve([(0, y + 11), (28, y + 11)], colour, number)
        pen.text(36, y + 16, shortened(name, 42))
        y += LINE
    return y


def _points(plot: Plot, series: ChartSeries) -> list[Point | None]:
    """Return where the figures of a series are; nothing where one is missing."""
    labels = series.labels or longest_labels(plot.series)
    points: list[Point | None] = []
    for at, figure in enumerate(series.figures):
        number = labels[at].number if plot.is_spaced and at < len(labels) else None
        x = float(at) if number is None else number
        points.append(None if figure.number is None else (x, figure.number))
    return points if plot.kind is ChartKind.DOTS or not plot.is_spaced else _in_order(points)


def _in_order(points: list[Point | None]) -> list[Point | None]:
    """Return points by their dates; where one is missing, its place is kept."""
    there = sorted(point for point in points if point is not None)
    return [*there] if len(there) == len(points) else points


def _stretches(line: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Yield the points between those that are missing."""
    held: list[Point] = []
    for point in (*line, None):
        if point is not None:
            held.append(point)
        elif held:
            yield held
            held = []


def _draw_stretch(pen: Pen, points: Sequence[Point], colour: str, number: int) -> None:
    if len(points) == 1:
        pen.point(*points[0], colour, number)
    else:
        pen.curve(points, colour, number)


def _ticks(numbers: Sequence[float], kind: ChartKind) -> list[float]:
    """Return round numbers that hold all figures; lines and bars begin at nought, dots need not."""
    lowest, highest = min(numbers), max(numbers)
    if kind is not ChartKind.DOTS or lowest == highest:
        lowest, highest = min(lowest, 0.0), max(highest, 0.0)
    step = _round_step((highest - lowest or 1) / TICKS)
    start, end = math.floor(lowest / step + 1e-9), math.ceil(highest / step - 1e-9)
    return [at * step for at in range(start, max(end, start + 1) + 1)]


def _round_step(step: float) -> float:
    """Return the next round number: 1, 2, 2.5 or 5 with noughts."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(each * power for each in STEPS if each * power >= step * (1 - 1e-9))


def _labels(plot: Plot, first: float, last: float) -> Iterator[tuple[float, str, str]]:
    """Yield a few labels with their places: the first, the last, and some between them."""
    if plot.kind is ChartKind.DOTS:
        for tick in _ticks([first, last], plot.kind):
            if first <= tick <= last:
                yield tick, shown(tick, "General"), "middle"
        return
    labels = labels_of(plot.series)
    numbers = [label.number for label in longest_labels(plot.series)] if plot.is_spaced else []
    most = 4 if max(map(len, labels)) <= SHORT else 3
    gaps = max(1, -(-(len(labels) - 1) // (most - 1)))
    chosen = list(range(0, len(labels), gaps))
    for at in chosen:
        found = numbers[at] if at < len(numbers) else None
        x = float(at) if found is None else found
        anchor = "start" if x == first else "end" if x == last else "middle"
        if first <= x <= last:
            yield x, shortened(labels[at], LONGEST_LABEL), anchor
