"""The caches of a chart, filled from the cells where they are missing.

openpyxl and Google Sheets write none. What Excel has kept is trusted: it knows which rows a filter
had hidden, and values of workbooks that are not at hand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from lxml import etree

from lagesbild_xlsx.numberformat import serial_of
from lagesbild_xlsx.opc.xml import local, remove
from lagesbild_xlsx.pictures.charts.names import (
    CACHES,
    LITERALS,
    all_series,
    c,
    cache_of,
    references,
)
from lagesbild_xlsx.pictures.charts.reference import CellGrid, Cells
from lagesbild_xlsx.places import Cell

NUMBERS = frozenset(("val", "yVal", "bubbleSize", "plus", "minus"))
"""What holds numbers, whatever its cells hold."""

CATEGORIES = frozenset(("cat", "xVal"))
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as the escape of a character (ECMA-376 part 1, 22.9.2.19)."""

DAY_FORMAT = "yyyy\\-mm\\-dd"


def fill_caches(chart: etree._Element, cells: Cells, *, date1904: bool) -> None:
    """Fill the caches that hold no points, and let literal values be caches as well.

    A reference to nothing that has a value is taken out, but for that of a series' values; a series
    with it, whose cells are all hidden, as Excel does.

    Args:
        chart: the chart's root, which is changed.
        cells: the workbook's cells.
        date1904: whether the workbook counts its days from 1904.

    Raises:
        TooManyCellsError: a reference is to more cells than a chart may show.
    """
    _refer_literals(chart)
    for reference in references(chart):
        holder, cache = reference.getparent(), cache_of(reference)
        has_points = cache is not None and next(cache.iter(c("pt")), None) is not None
        if holder is None or has_points:
            continue
        formula = reference.findtext(c("f")) or ""
        grid = cells.at(formula)
        if not any(grid) and cells.are_there(formula) and local(holder) in {"val", "yVal"}:
            remove(next(reference.iterancestors(c("ser")), reference))
            continue
        is_across = cells.is_across(_formula_of_values(reference))
        _fill(holder, reference, grid, is_across=is_across, date1904=date1904)


def _refer_literals(chart: etree._Element) -> None:
    """Let literal values and names be references with a cache, as those of cells are."""
    for literal in list(chart.iter(*map(c, LITERALS))):
        kind = LITERALS[local(literal)]
        reference = etree.Element(c(kind))
        _replace(literal, reference)
        etree.SubElement(reference, c("f"))
        literal.tag = c(CACHES[kind])
        reference.append(literal)
    for series in all_series(chart):
        literal_name = series.find(f"{c('tx')}/{c('v')}")
        if literal_name is not None:
            reference = etree.Element(c("strRef"))
            _replace(literal_name, reference)
            etree.SubElement(reference, c("f"))
            reference.append(_cache("strCache", [literal_name.text or ""]))


def _replace(element: etree._Element, other: etree._Element) -> None:
    element.addprevious(other)
    remove(element)


def _formula_of_values(reference: etree._Element) -> str:
    """Return where the values stand of the series that a reference is in."""
    series = next(reference.iterancestors(c("ser")), None)
    found = () if series is None else series.iterchildren(c("val"), c("yVal"))
    return next((values.findtext(f"{c('numRef')}/{c('f')}") or "" for values in found), "")


def _fill(
    holder: etree._Element,
    reference: etree._Element,
    grid: CellGrid,
    *,
    is_across: bool,
    date1904: bool,
) -> None:
    """Put a cache into a reference, of the kind that its cells have."""
    flat = [cell for row in grid for cell in row]
    role = local(holder)
    has_content = any(not cell.is_blank for cell in flat)
    if role in NUMBERS:
        cache = _numbers(flat, date1904=date1904)
    elif not has_content:
        remove(holder if role in CATEGORIES or role == "tx" else reference)
        return
    elif role in CATEGORIES and len(grid) > 1 and len(grid[0]) > 1:
        cache = _levels(grid, is_across=is_across)
    elif role in CATEGORIES and all(_is_number(cell) for cell in flat if not cell.is_blank):
        cache = _numbers(flat, date1904=date1904)
    else:
        cache = _cache("strCache", [_shown(cell) for cell in flat])
    kind = next(kind for kind, name in CACHES.items() if name == local(cache))
    formula = reference.find(c("f"))
    reference.tag = c(kind)
    for child in list(reference):
        if child is not formula:
            reference.remove(child)
    reference.append(cache)


def _numbers(cells: Sequence[Cell], *, date1904: bool) -> etree._Element:
    """Return the cache of numbers; a text among them is nought, as in Excel.

    Texts alone are no figures.
    """
    if not any(map(_is_number, cells)):
        return _cache("numCache", [])
    code = next(_code(cell) for cell in cells if _is_number(cell))
    return _cache("numCache", [_number(cell, date1904=date1904) for cell in cells], code)


def _levels(grid: CellGrid, *, is_across: bool) -> etree._Element:
    """Return the cache of categories in levels, the innermost first."""
    levels = list(grid) if is_across else list(zip(*grid, strict=True))
    made = etree.Element(c("multiLvlStrCache"))
    etree.SubElement(made, c("ptCount"), val=str(len(levels[0])))
    for level in reversed(levels):
        _add_points(etree.SubElement(made, c("lvl")), enumerate(map(_shown, level)))
    return made


def _cache(name: str, values: Sequence[str], code: str = "") -> etree._Element:
    made = etree.Element(c(name))
    if code:
        etree.SubElement(made, c("formatCode")).text = code
    etree.SubElement(made, c("ptCount"), val=str(len(values)))
    _add_points(made, enumerate(values))
    return made


def _add_points(parent: etree._Element, values: Iterable[tuple[int, str]]) -> None:
    for at, value in values:
        if value:
            point = etree.SubElement(parent, c("pt"), idx=str(at))
            etree.SubElement(point, c("v")).text = ESCAPED.sub("_x005F_", value)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, float | dt.datetime)


def _number(cell: Cell, *, date1904: bool) -> str:
    """Return a cell's number as a chart keeps it; nothing for a cell without content."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return repr(serial_of(value, date1904=date1904)).removesuffix(".0")
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if cell.error:
        return cell.error if cell.error == "#N/A" else "0"
    return "0" if cell.text.strip() else ""


def _code(cell: Cell) -> str:
    is_day = isinstance(cell.value, dt.datetime) and cell.number_format == "General"
    return DAY_FORMAT if is_day else cell.number_format


def _shown(cell: Cell) -> str:
    return cell.text or cell.error
