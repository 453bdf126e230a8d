"""A chart of a document: drawn from its figures, with the figures in tables."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from lagesbild_xlsx.html.charts.drawing import drawings
from lagesbild_xlsx.html.charts.figures import CHART, figures_of, title_of
from lagesbild_xlsx.html.charts.tables import write_figures
from lagesbild_xlsx.html.elements import child

__all__ = ["CHART", "chart", "title_of"]


def chart(root: etree._Element, words: str, accents: Sequence[str] = ()) -> etree._Element:
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
