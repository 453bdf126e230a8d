"""The figures of a chart in tables: one for all series that are for the same labels."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from lagesbild_xlsx.html.charts.figures import (
    Chart,
    ChartSeries,
    all_series,
    labels_of,
    longest_labels,
)
from lagesbild_xlsx.html.elements import child

SIZE = "storlek"


def write_figures(details: etree._Element, chart: Chart, words: str) -> None:
    """Write the figures of a chart into what can be opened."""
    child(details, "summary").text = "Diagrammets siffror"
    titles = {plot.title for plot in chart.plots if plot.title}
    measures = {
        id(series): plot.title for plot in chart.plots for series in plot.series if len(titles) > 1
    }
    for together in _by_labels(list(all_series(chart))):
        frame = child(details, "div", "tabell", role="group", tabindex="0")
        frame.set("aria-label", chart.title or words)
        table = child(frame, "table")
        _write_head(child(child(table, "thead"), "tr"), chart, together, measures)
        _write_rows(child(table, "tbody"), together)


def _by_labels(series: Sequence[ChartSeries]) -> list[list[ChartSeries]]:
    """Return series together that are for the same labels, or the first ones of them."""
    groups: list[list[ChartSeries]] = []
    for each in series:
        mine = [label.shown for label in each.labels]
        for group in groups:
            theirs = [label.shown for label in longest_labels(group)]
            shared = min(len(mine), len(theirs))
            if mine[:shared] == theirs[:shared]:
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _write_head(
    row: etree._Element, chart: Chart, series: Sequence[ChartSeries], measures: dict[int, str]
) -> None:
    if chart.of_labels:
        child(row, "th", scope="col").text = chart.of_labels
    else:
        child(row, "td")
    for each in series:
        measure = measures.get(id(each), "")
        child(row, "th", scope="col").text = f"{each.name} ({measure})" if measure else each.name
        if each.sizes:
            child(row, "th", scope="col").text = f"{each.name}, {SIZE}"


def _write_rows(body: etree._Element, series: Sequence[ChartSeries]) -> None:
    for at, label in enumerate(labels_of(series)):
        row = child(body, "tr")
        child(row, "th", scope="row").text = label
        for each in series:
            for figures in (each.figures, each.sizes) if each.sizes else (each.figures,):
                child(row, "td").text = figures[at].shown if at < len(figures) else ""
