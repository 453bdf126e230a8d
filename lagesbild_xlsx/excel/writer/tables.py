"""Tables of figures as a workbook to read: one sheet a table, and a chart under the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from typing import Literal, TypeAlias
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.excel.writer.cells import (
    CellEntry,
    as_table,
    colour_statuses,
    packed,
    set_up_page,
    write_headings,
    write_row,
)
from lagesbild_xlsx.model import Activity, Grid, Scale

Hatch: TypeAlias = Literal["pct20", "wdUpDiag", "ltDnDiag", "smGrid", "ltHorz", "dotGrid", "ltVert"]
PATTERNS: tuple[Hatch | None, ...] = (
    None, "pct20", "wdUpDiag", "smGrid", "ltHorz", "dotGrid", "ltVert",
)  # fmt: skip
"""The patterns of a chart's parts (ECMA-376 part 1, 20.1.10.50): those of the drawn picture."""

LAST_PATTERN: Hatch = "ltDnDiag"
"""The pattern of what nobody has judged, which stands last."""

WIDTH, HEIGHT = 24, 9
"""The size of the chart in centimetres."""

FIRST_PART = 3
"""The column of the first part of a bar, after its label and its total."""


def tables_bytes(
    grids: Sequence[Grid],
    title: str,
    colours: Mapping[str, tuple[str, str]],
    description: str,
    scale: Scale,
) -> bytes:
    """Return a workbook with tables, the same bytes for the same tables.

    Args:
        grids: the tables. The first has a label, a total and the parts of it in its columns.
        title: the workbook's title.
        colours: the fill and the text colour of each of the parts, as RRGGBB by heading.
        description: the chart in words.
        scale: the scale of the statuses in the tables.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.title = title
    book.properties.language = "sv-SE"
    for grid in grids:
        _write_grid(book.create_sheet(grid.name), grid, scale)
    first = book.worksheets[0]
    first.add_chart(_chart(first, grids[0], colours), f"A{len(grids[0].rows) + 3}")
    words = f'name="Diagram" descr={quoteattr(description)}'
    return packed(book, {"xl/drawings/drawing1.xml": (b'name="Chart 1"', words.encode())})


def _write_grid(sheet: Worksheet, grid: Grid, scale: Scale) -> None:
    write_headings(sheet, grid.headings)
    for number, row in enumerate(grid.rows, 2):
        write_row(sheet, number, [CellEntry(h, v) for h, v in zip(grid.headings, row, strict=True)])
    set_up_page(sheet)
    if not grid.rows:
        return
    for at, value in enumerate(grid.rows[0], 1):
        if isinstance(value, int):
            _to_the_right(sheet, at)
    as_table(sheet, grid.name.replace(" ", "_"), len(grid.headings), len(grid.rows) + 1)
    for at, heading in enumerate(grid.headings, 1):
        if heading == headings_of(Activity)["status"]:
            letter = get_column_letter(at)
            colour_statuses(sheet, f"{letter}2:{letter}{len(grid.rows) + 1}", scale)


def _to_the_right(sheet: Worksheet, column: int) -> None:
    """Align a column of figures, and its heading, to the right."""
    for (cell,) in sheet.iter_rows(min_col=column, max_col=column):
        cell.alignment = Alignment(horizontal="right", vertical=cell.alignment.vertical)


def _chart(sheet: Worksheet, grid: Grid, colours: Mapping[str, tuple[str, str]]) -> BarChart:
    """Return a chart of stacked bars, which follows the figures in the sheet."""
    chart = BarChart()
    chart.grouping, chart.overlap, chart.gapWidth = "stacked", 100, 40
    chart.width, chart.height = WIDTH, HEIGHT
    chart.title = "Aktiviteter per lägesbild och status"
    chart.legend.overlay = False
    chart.title.overlay = False  # type: ignore[union-attr] # a stub's gap
    last = len(grid.rows) + 1
    columns = range(FIRST_PART, len(grid.headings) + 1)
    patterns = (*islice(cycle(PATTERNS), len(columns) - 1), LAST_PATTERN)
    for column, pattern in zip(columns, patterns, strict=True):
        part = Reference(sheet, min_col=column, min_row=1, max_row=last)
        chart.add_data(part, titles_from_data=True)
        fill, text = colours[grid.headings[column - 1]]
        chart.series[-1].graphicalProperties = _look(fill, text, pattern)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    chart.x_axis.number_format = "yyyy-mm-dd"
    chart.y_axis.number_format, chart.y_axis.majorUnit = "0", None
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart


def _look(fill: str, text: str, pattern: Hatch | None) -> GraphicalProperties:
    """Return the look of a part: its fill with a pattern in the colour of the text on it."""
    line = LineProperties(solidFill="404040", w=6350)
    if pattern is None:
        return GraphicalProperties(solidFill=fill, ln=line)
    drawn = PatternFillProperties(prst=pattern, bgClr=_rgb(fill), fgClr=_rgb(text))
    return GraphicalProperties(pattFill=drawn, ln=line)


def _rgb(colour: str) -> ColorChoice:
    return ColorChoice(srgbClr=colour)  # type: ignore[arg-type] # a stub's gap
