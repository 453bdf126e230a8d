"""Charts as pictures: how many activities had each status, period by period.

This is the only module that imports matplotlib. It draws on a canvas of its own, without pyplot
and its global state, in the font that travels with matplotlib and holds å, ä and ö, so that the
same figures give the same bytes on every machine.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from math import ceil, inf
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of font caches in English

WIDTH, HEIGHT = 6.7, 3.2
"""The size in inches: as wide as the text of an A4 page."""

DOTS_PER_INCH = 300
FONT, SIZE = "DejaVu Sans", 8.0
GREY, RULE = "#404040", "#D0D7DE"
BAR_WIDTH = 0.72
MOST_FIGURES, MOST_LABELS = 16, 10
"""How many bars there is room for with figures in them, and how many dates under them."""

LEAST_SHARE = 0.055
"""How much of the height a part of a bar must have for its figure to stand in it."""

HATCH_ALPHA = 0.6
HATCHES, LAST_HATCH = ("", "...", "////", "xxx", "---", "ooo", "|||"), "\\\\"
"""The patterns of the statuses, from the first on, and of the last, in the colour of their text.

So they differ without colour as well. The standard red and green are equally dark: 66 and 91 of
255 in grey. Stripes in white make the green lighter.
"""


class StatusColours(NamedTuple):
    """The colours of a status, as RRGGBB: of its part of the bar, and of text on it."""

    fill: str
    text: str


def stacked_bars(
    labels: Sequence[str], counts: Mapping[str, Sequence[int]], looks: Mapping[str, StatusColours]
) -> bytes:
    """Return a PNG picture of one bar a period, stacked of one part a status.

    Args:
        labels: what stands under each bar.
        counts: the height of each bar's part, by status, the lowest part first.
        looks: the colours of each status.
    """
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DOTS_PER_INCH, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    totals = [0] * len(labels)
    least = _least_with_figure([sum(bar) for bar in zip(*counts.values(), strict=True)])
    hatches = (*islice(cycle(HATCHES), len(counts) - 1), LAST_HATCH)
    for (status, heights), hatch in zip(counts.items(), hatches, strict=True):
        _draw_part(axes, status, heights, totals, looks[status], hatch, least)
        totals = [total + height for total, height in zip(totals, heights, strict=True)]
    _set_up(axes, labels)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def _least_with_figure(totals: Sequence[int]) -> float:
    """Return how high a part of a bar must be to have its figure in it."""
    return LEAST_SHARE * max(totals, default=0) if len(totals) <= MOST_FIGURES else inf


def _draw_part(  # noqa: PLR0913, PLR0917 - what a part of a bar is made of
    axes: Axes,
    status: str,
    heights: Sequence[int],
    bottoms: Sequence[int],
    look: StatusColours,
    hatch: str,
    least: float,
) -> None:
    """Draw one status of all bars, each part with its figure where there is room."""
    fill = f"#{look.fill}"
    bars = axes.bar(
        range(len(heights)), heights, BAR_WIDTH, list(bottoms), label=status,
        facecolor=fill, edgecolor=GREY, linewidth=0.5, hatch=hatch,
        hatchcolor=(f"#{look.text}", HATCH_ALPHA),
    )  # fmt: skip
    axes.bar_label(
        bars,
        [str(height) if height > least else "" for height in heights],
        label_type="center",
        color=f"#{look.text}",
        fontfamily=FONT,
        fontsize=SIZE + 1,
        fontweight="bold",
        bbox={"boxstyle": "round,pad=0.25", "facecolor": fill, "edgecolor": "none"},
    )


def _set_up(axes: Axes, labels: Sequence[str]) -> None:
    """Draw what stands around the bars: dates, a scale of whole numbers, and the legend."""
    step = ceil(len(labels) / MOST_LABELS)
    shown = range((len(labels) - 1) % step, len(labels), step)
    axes.set_xticks(list(shown), [labels[at] for at in shown])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("Antal aktiviteter", fontfamily=FONT, fontsize=SIZE, color=GREY)
    axes.tick_params(length=0, labelsize=SIZE, labelcolor=GREY, labelfontfamily=FONT, gridOn=False)
    axes.yaxis.grid(visible=True, color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    axes.legend(
        loc="center left", bbox_to_anchor=(1.0, 0.5), reverse=True, frameon=False,
        handlelength=1.8, handleheight=1.8, prop={"family": FONT, "size": SIZE + 1},
    )  # fmt: skip
