"""A trend written out: as a Word report with a chart, a workbook, or rows for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lagesbild_xlsx import chart, rules
from lagesbild_xlsx.colours import readable_on, relit
from lagesbild_xlsx.columns import MONTHS, headings_of
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.html.page import web_page
from lagesbild_xlsx.model import Activity, ExtraData, Grid, Lagesbild, Scale, shown
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.timeline.trend import Trend
from lagesbild_xlsx.word.document import colours_of_values, merge
from lagesbild_xlsx.word.pictures import Picture, with_picture

PICTURE = "lb:Diagram"
"""What the chart's picture is called in a template."""

DEFAULT_LOOK = chart.StatusColours("FFFFFF", "000000")
"""The colours of a status that the template has none for; its pattern still tells it."""

LIGHTER = 0.08
"""How much lighter a status is than another of its colour, of 1."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that Excel could take for a formula when it opens a text file (OWASP)."""


def report_of(suffix: str, trend: Trend, last: Lagesbild, template: Path) -> Result[bytes]:
    """Return a report of the kind that a file name's ending says: .csv, .xlsx, .docx, .html.

    Args:
        suffix: the ending.
        trend: the figures.
        last: the last lägesbild, whose municipality and date are the report's.
        template: the path of a Word template, which has the colours as well.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    if suffix == ".csv":
        return Result(csv_bytes(trend.activities))
    if suffix == ".xlsx":
        return Result(workbook_bytes(trend, last, template))
    document = document_bytes(trend, last, template)
    return document if suffix == ".docx" or not document.value else _as_web_page(document)


def _as_web_page(document: Result[bytes]) -> Result[bytes]:
    page = web_page(document.value)
    return Result(page.value.encode(), document.findings + page.findings)


def document_bytes(trend: Trend, last: Lagesbild, template: Path) -> Result[bytes]:
    """Return the Word report, and what is wrong with its template.

    It is about the activities: the last period's appendices are no part of it.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged; or what was
            written is not what was to be written.
    """
    alone = replace(last, appendices=())
    merged = merge(template, alone, extra_data=ExtraData(report=trend.report))
    if not merged.value.document:
        return Result(b"", merged.findings)
    picture = Picture(chart_png(trend, template), trend.description)
    illustrated = with_picture(merged.value.document, PICTURE, picture)
    if illustrated is not None:
        return Result(illustrated, merged.findings)
    missing = rules.PICTURE_WITHOUT_PLACE.at(FILE, template=template.name, name=PICTURE)
    return Result(merged.value.document, (*merged.findings, missing))


def chart_png(trend: Trend, template: Path) -> bytes:
    """Return the chart as a PNG picture, in the colours that the template has for the statuses."""
    dates, _, *counts = zip(*trend.per_period.rows, strict=True)
    labels = [_label(shown(date)) for date in dates]
    heights = [[int(shown(count)) for count in column] for column in counts]
    bars = dict(zip(trend.scale.statuses, heights, strict=True))
    return chart.stacked_bars(labels, bars, _looks(template, trend.scale))


def _looks(template: Path, scale: Scale) -> dict[str, chart.StatusColours]:
    """Return the colours of each status: the template's, or else the scale's.

    Where several have one colour, each is lighter than the one before.
    """
    colours = colours_of_values(template, headings_of(Activity)["status"])
    if not scale.is_standard:
        own = {normalised(level.word): (level.fill, level.text) for level in scale.levels}
        colours = own | colours
    looks: dict[str, chart.StatusColours] = {}
    for status in scale.statuses:
        look = chart.StatusColours(*colours.get(normalised(status), DEFAULT_LOOK))
        while not scale.is_standard and look.fill in {other.fill for other in looks.values()}:
            fill = relit(look.fill, 1, LIGHTER)
            if fill == look.fill:
                break
            look = chart.StatusColours(fill, readable_on(fill))
        looks[status] = look
    return looks


def _label(date: str) -> str:
    """Return a date in two short lines: ``11 sep`` and ``2025``."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1][:3]}\n{year}"


def workbook_bytes(trend: Trend, last: Lagesbild, template: Path) -> bytes:
    """Return a workbook with a sheet for each table, and all activities in the last one."""
    from lagesbild_xlsx.excel.writer.tables import tables_bytes  # noqa: PLC0415 - openpyxl

    title = f"Lägesbilder över tid, {last.report.municipality}"
    grids = (*trend.tables, trend.activities)
    looks = _looks(template, trend.scale)
    return tables_bytes(grids, title, looks, trend.description, trend.scale)


def csv_bytes(grid: Grid) -> bytes:
    """Return a table as Swedish Excel opens it: semicolons, UTF-8 with its mark, CRLF.

    A text that Excel could take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerows([grid.headings, *(_harmless(row) for row in grid.rows)])
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _harmless(row: Sequence[object]) -> list[str]:
    texts = map(shown, row)
    return [f"'{text}" if text.startswith(FORMULA_STARTS) else text for text in texts]
