"""Workbooks with charts: as openpyxl writes them, and with a chart's part written by hand."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.chart import BarChart, Reference

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PART = "xl/charts/chart1.xml"


def points(values: Iterable[object], code: str = "") -> str:
    """Return the points of a cache; None is a blank one."""
    listed = list(values)
    form = f"<c:formatCode>{escape(code)}</c:formatCode>" if code else ""
    held = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for at, value in enumerate(listed)
        if value is not None
    )
    return f'{form}<c:ptCount val="{len(listed)}"/>{held}'


def numbers(formula: str, values: Iterable[object], code: str = "General") -> str:
    """Return a reference to numbers, with its cache."""
    cache = f"<c:numCache>{points(values, code)}</c:numCache>"
    return f"<c:numRef><c:f>{escape(formula)}</c:f>{cache}</c:numRef>"


def texts(formula: str, values: Iterable[object]) -> str:
    """Return a reference to texts, with its cache."""
    cache = f"<c:strCache>{points(values)}</c:strCache>"
    return f"<c:strRef><c:f>{escape(formula)}</c:f>{cache}</c:strRef>"


def levels(formula: str, inner: Sequence[object], outer: Sequence[object]) -> str:
    """Return a reference to categories in two levels, with its cache."""
    held = "".join(f"<c:lvl>{points(each).partition('/>')[2]}</c:lvl>" for each in (inner, outer))
    cache = f'<c:multiLvlStrCache><c:ptCount val="{len(inner)}"/>{held}</c:multiLvlStrCache>'
    return f"<c:multiLvlStrRef><c:f>{escape(formula)}</c:f>{cache}</c:multiLvlStrRef>"


def series(number: int, name: str, categories: str, values: str, more: str = "") -> str:
    """Return a series; what more it has stands last in it."""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{name}</c:tx>'
        f"<c:cat>{categories}</c:cat><c:val>{values}</c:val>{more}</c:ser>"
    )


AXES = '<c:axId val="1"/><c:axId val="2"/>'
CATEGORY_AXIS = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
    '<c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
)
VALUE_AXIS = (
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
    '<c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
)


def bars(*held: str, more: str = "") -> str:
    """Return the columns that some series are drawn as."""
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'
        f"{''.join(held)}{AXES}{more}</c:barChart>"
    )


def title(words: str) -> str:
    """Return a title."""
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>"
        f"<a:t>{escape(words)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )


def chart(plot: str, before: str = "", after: str = "", end: str = "") -> str:
    """Return the part of a chart.

    Args:
        plot: what is drawn, with its axes.
        before: what stands before that, such as a title.
        after: what follows in ``c:chart``.
        end: what follows on ``c:chart``.
    """
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        f"<c:chart>{before}<c:plotArea><c:layout/>{plot}</c:plotArea>"
        f'<c:plotVisOnly val="1"/>{after}</c:chart>{end}</c:chartSpace>'
    )


def simple(name: str = "Brott", values: Sequence[object] = (12, 9, 14), **more: str) -> str:
    """Return a chart of one series over three quarters."""
    one = series(
        0,
        texts("Hemligt!$B$1", [name]),
        texts("Hemligt!$A$2:$A$4", ["kvartal 1", "kvartal 2", "kvartal 3"][: len(values)]),
        numbers("Hemligt!$B$2:$B$4", values),
    )
    return chart(bars(one) + CATEGORY_AXIS + VALUE_AXIS, **more)


def write_book(
    path: Path,
    part: str | bytes = "",
    related: Mapping[str, tuple[str, str, str]] | None = None,
    cells: Sequence[Sequence[Any]] = (("Namn", "Anna"),),
    drawn: Any = None,
) -> Path:
    """Write a workbook with a sheet ”Hemligt” and a chart at its cell D2.

    Args:
        path: where.
        part: the chart's part; openpyxl's own where it is not given.
        related: the parts that it points to, by name: the relationship's type, the content type
            (or External), and the content (or the address).
        cells: what the sheet holds.
        drawn: openpyxl's chart; one with a bar for nothing where it is not given.
    """
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Hemligt"
    for row in cells:
        sheet.append(list(row))
    made = drawn or _own_chart(sheet)
    made.anchor = "D2"
    sheet.add_chart(made)
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if part:
        parts[PART] = part if isinstance(part, bytes) else part.encode()
    lines, types = [], []
    for at, (name, (relationship, kind, content)) in enumerate((related or {}).items(), 1):
        is_outside = kind == "External"
        target = content if is_outside else f"/{name}"
        mode = ' TargetMode="External"' if is_outside else ""
        lines.append(
            f'<Relationship Id="rId{at}" Type="{relationship}" Target="{escape(target)}"{mode}/>'
        )
        if not is_outside:
            parts[name] = content.encode()
            types.append(f'<Override PartName="/{name}" ContentType="{kind}"/>')
    parts["xl/charts/_rels/chart1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'
    ).encode()
    known = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub("</Types>$", "".join(types) + "</Types>", known).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, held in parts.items():
            package.writestr(name, held)
    return path


def _own_chart(sheet: Any) -> BarChart:
    made = BarChart()
    made.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    return made
