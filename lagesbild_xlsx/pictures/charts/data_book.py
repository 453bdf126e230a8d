"""The workbook that a chart in Word carries: its own data and nothing else, to be edited there.

It is written by hand: openpyxl and XlsxWriter cost more to import than a build takes, and openpyxl
writes the time of day. The same chart gives the same bytes. Its content types and relationships are
always alike, and stand here as they are: :mod:`opc.editor` changes a package that is there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.numberformat import LONGEST
from lagesbild_xlsx.opc import CONTENT_TYPES, OFFICE_RELATIONSHIPS, RELATIONSHIPS_NS, packed
from lagesbild_xlsx.opc.xml import local, remove
from lagesbild_xlsx.pictures.charts.names import (
    CHART_2013,
    Points,
    all_series,
    c,
    cache_of,
    points_of,
    references,
)
from lagesbild_xlsx.places import column_letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OWN_NAMES = {"x": MAIN}
SHEET = "Diagramdata"
CATEGORIES = ("cat", "xVal")
VALUES = ("val", "yVal", "bubbleSize")
ERRORS = frozenset(("#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
FIRST_OWN_FORMAT = 164
"""The number of the first format that a workbook says itself (ECMA-376 part 1, 18.8.30)."""


class Column(NamedTuple):
    """A column of the workbook: what stands in its first row, and the points below."""

    heading: str
    points: Points
    is_text: bool


class DataBook:
    """The data of a chart, while its references are changed to lead to it."""

    def __init__(self) -> None:
        """Start without columns."""
        self.columns: list[Column] = []
        self._placed: dict[bytes, tuple[int, int]] = {}

    def take(self, chart: etree._Element) -> None:
        """Place all that a chart's references keep, and let them lead there.

        What keeps nothing is taken out.
        """
        for formula in chart.iter(c("f")):
            formula.text = ""
        for series in all_series(chart):
            self._take_series(series)
        for reference in references(chart):
            if not _is_placed(reference):
                self._take_single(reference)
        for formula in list(chart.iter(f"{{{CHART_2013}}}f")):
            self._take_labels(formula)
        for formula in list(chart.iter(c("f"))):
            if not formula.text:
                remove(formula)

    def _take_series(self, series: etree._Element) -> None:
        """Place a series: its categories, then its values under its name."""
        name = series.find(f"{c('tx')}/{c('strRef')}")
        for holder in series.iterchildren(*map(c, CATEGORIES)):
            for reference in references(holder):
                self._take_shared(reference)
        heading = _joined(name)
        for holder in series.iterchildren(*map(c, VALUES)):
            for reference in references(holder):
                points = points_of(cache_of(reference))
                at = self._add(heading, [points], is_text=False)
                _lead(reference, _area(at, at, points.length))
                if name is not None and not _is_placed(name):
                    _lead(name, _cell(at))
        for reference in references(series):
            if not _is_placed(reference):
                self._take_shared(reference)

    def _take_shared(self, reference: etree._Element) -> None:
        """Place a reference's points, where the same ones do not stand already."""
        cache = cache_of(reference)
        if cache is None:
            remove(reference)
            return
        key = etree.tostring(cache, method="c14n")
        levels = [points_of(level) for level in cache.iterchildren(c("lvl"))] or [points_of(cache)]
        count = max(points_of(cache).length, *(level.length for level in levels))
        if key not in self._placed:
            is_text = local(cache) != "numCache"
            first = self._add("", levels[::-1], is_text=is_text)
            self._placed[key] = (first, first + len(levels) - 1)
        _lead(reference, _area(*self._placed[key], count))

    def _take_single(self, reference: etree._Element) -> None:
        """Place a text, such as a title, that a reference leads to."""
        _lead(reference, _cell(self._add(_joined(reference), [], is_text=True)))

    def _take_labels(self, formula: etree._Element) -> None:
        """Place the labels of points that stand in cells (MS-ODRAWXML 2.24.3)."""
        holder = formula.getparent()
        cache = next((each for each in formula.itersiblings() if "ache" in local(each)), None)
        if holder is None or cache is None:
            remove(formula if holder is None else holder)
            return
        points = points_of(cache)
        at = self._add("", [points], is_text=True)
        formula.text = _area(at, at, points.length)

    def _add(self, heading: str, levels: Sequence[Points], *, is_text: bool) -> int:
        """Add a column for each level, and return the number of the first."""
        first = len(self.columns) + 1
        for level in levels or [Points({}, 0)]:
            self.columns.append(Column(heading, level, is_text))
        return first

    def packed(self, *, date1904: bool) -> bytes:
        """Return the workbook's bytes."""
        codes = dict.fromkeys(("General", *self._codes()))
        numbers = {code: at for at, code in enumerate(codes)}
        parts = {
            CONTENT_TYPES: TYPES,
            "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": BOOK.format(date1904=int(date1904)),
            "xl/_rels/workbook.xml.rels": _relationships(
                ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
            ),
            "xl/worksheets/sheet1.xml": self._sheet(numbers),
            "xl/styles.xml": _styles(codes),
        }
        return packed((name, f"{DECLARATION}{text}".encode()) for name, text in parts.items())

    def _codes(self) -> Iterator[str]:
        for column in self.columns:
            if not column.is_text:
                yield from map(_code, (column.points.code, *column.points.codes.values()))

    def _sheet(self, styles: Mapping[str, int]) -> str:
        rows: dict[int, list[etree._Element]] = {}
        for at, column in enumerate(self.columns, 1):
            letters, points = column_letters(at), column.points
            if column.heading:
                heading = etree.Element(s("c"), r=f"{letters}1")
                _put(heading, column.heading, 0, is_text=True)
                rows.setdefault(1, []).append(heading)
            for number, value in sorted(points.values.items()):
                cell = etree.Element(s("c"), r=f"{letters}{number + 2}")
                _put(cell, value, styles[_code(points.code_of(number))], is_text=column.is_text)
                rows.setdefault(number + 2, []).append(cell)
        sheet = etree.Element(s("worksheet"), nsmap=OWN_NAMES)
        data = etree.SubElement(sheet, s("sheetData"))
        for number, cells in sorted(rows.items()):
            etree.SubElement(data, s("row"), r=str(number)).extend(cells)
        return etree.tostring(sheet, encoding="unicode")


def s(name: str) -> str:
    """Return a workbook's name as lxml writes it."""
    return f"{{{MAIN}}}{name}"


def _put(cell: etree._Element, value: str, style: int, *, is_text: bool) -> None:
    """Put a value into a cell: a number, an error, or a text."""
    if not is_text and _is_number(value):
        if style:
            cell.set("s", str(style))
        etree.SubElement(cell, s("v")).text = value.strip()
    elif not is_text and value in ERRORS:
        cell.set("t", "e")
        etree.SubElement(cell, s("v")).text = value
    else:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, s("is")), s("t"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = value


def _is_number(value: str) -> bool:
    try:
        return isfinite(float(value)) and value.isascii() and "_" not in value
    except ValueError:
        return False


def _code(code: str) -> str:
    """Return a format that a workbook may have; General for one that is too long."""
    return code if 0 < len(code) <= LONGEST else "General"


def _joined(reference: etree._Element | None) -> str:
    """Return the text that a reference keeps, and let it be one point where it is several."""
    cache = None if reference is None else cache_of(reference)
    if cache is None:
        return ""
    values = points_of(cache).values
    text = " ".join(values[at] for at in sorted(values))
    for point in list(cache.iterchildren(c("pt"), c("ptCount"))):
        cache.remove(point)
    etree.SubElement(cache, c("ptCount"), val="1")
    etree.SubElement(etree.SubElement(cache, c("pt"), idx="0"), c("v")).text = text
    for extensions in list(cache.iterchildren(c("extLst"))):
        cache.append(extensions)
    return text


def _lead(reference: etree._Element, formula: str) -> None:
    """Let a reference lead to cells of the workbook."""
    found = reference.find(c("f"))
    if found is None:
        found = etree.Element(c("f"))
        reference.insert(0, found)
    found.text = formula


def _is_placed(reference: etree._Element) -> bool:
    return bool(reference.findtext(c("f")))


def _cell(column: int) -> str:
    return f"{SHEET}!${column_letters(column)}$1"


def _area(first: int, last: int, count: int) -> str:
    start = f"{SHEET}!${column_letters(first)}$2"
    end = f"${column_letters(last)}${max(count, 1) + 1}"
    return f"{start}:{end}" if count > 1 or last > first else start


# ------------------------------------------------------------------ the parts that are always alike

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SPREADSHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/></Types>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE_RELATIONSHIPS}">'
    '<workbookPr date1904="{date1904}"/>'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def _relationships(*targets: tuple[str, str]) -> str:
    lines = (
        f'<Relationship Id="rId{at}" Type="{OFFICE_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS_NS}">{"".join(lines)}</Relationships>'


def _styles(codes: Mapping[str, None]) -> str:
    """Return the part of styles: one format of cells for each number format."""
    root = etree.Element(s("styleSheet"), nsmap=OWN_NAMES)
    own = list(codes)[1:]
    if own:
        formats = etree.SubElement(root, s("numFmts"), count=str(len(own)))
        for number, code in enumerate(own, FIRST_OWN_FORMAT):
            etree.SubElement(formats, s("numFmt"), numFmtId=str(number), formatCode=code)
    root.extend(etree.fromstring(LOOKS))
    cells = etree.SubElement(root, s("cellXfs"), count=str(len(codes)))
    for number in (0, *range(FIRST_OWN_FORMAT, FIRST_OWN_FORMAT + len(own))):
        xf = {"numFmtId": str(number), "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0"}
        etree.SubElement(cells, s("xf"), xf, applyNumberFormat=str(int(number > 0)))
    named = etree.SubElement(root, s("cellStyles"), count="1")
    etree.SubElement(named, s("cellStyle"), name="Normal", xfId="0", builtinId="0")
    return etree.tostring(root, encoding="unicode")


LOOKS = (
    f'<x xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    "</x>"
)
