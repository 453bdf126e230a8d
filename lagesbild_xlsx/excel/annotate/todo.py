"""The sheet ”Att åtgärda”: every finding on a row, with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.excel.annotate.marks import COLOURS, Marks
from lagesbild_xlsx.excel.parts import MAIN, R_ID, Parts, s
from lagesbild_xlsx.places import column_letters, fold

LIST_NAME = "Att åtgärda"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
HEADINGS = ("Plats", "Allvar", "Regel", "Vad", "Gör så här")
WIDTHS = (22, 10, 9, 70, 70)
LINE_HEIGHT = 15
"""The height in points of a line in Excel's own font."""

WORDS = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Notering"}


def add_list(parts: Parts, marks: Marks, findings: Sequence[Finding], path: Path) -> None:
    """Add the sheet last in the workbook, where it moves no other."""
    workbook = parts.package.main_part
    part = parts.free_name("xl/worksheets/sheet{}.xml")
    sheets = parts.child(workbook, "sheets")
    present = {sheet.get("name", "") for sheet in sheets}
    parts.add(part, _sheet(marks, findings, path, present), SHEET_TYPE)
    names = set(map(fold, present))
    number = max((int(sheet.get("sheetId", "0")) for sheet in sheets), default=0) + 1
    element = etree.SubElement(sheets, s("sheet"), name=_free(names), sheetId=str(number))
    element.set(R_ID, parts.relate(workbook, part, "worksheet"))


def _free(names: set[str]) -> str:
    """Return the sheet's name, with a number where the workbook has such a sheet already."""
    name, number = LIST_NAME, 2
    while fold(name) in names:
        name, number = f"{LIST_NAME} ({number})", number + 1
    return name


def _sheet(
    marks: Marks, findings: Sequence[Finding], path: Path, present: set[str]
) -> etree._Element:
    heading = marks.format('<b/><sz val="11"/><name val="Calibri"/>')
    link = marks.format('<u/><sz val="11"/><color rgb="FF0B5394"/><name val="Calibri"/>')
    text = marks.format(wrap=True)
    root = etree.fromstring(f'<worksheet xmlns="{MAIN}"/>')
    properties = etree.SubElement(root, s("sheetPr"))
    etree.SubElement(properties, s("tabColor"), rgb=f"FF{COLOURS[Severity.ERROR]}")
    etree.SubElement(properties, s("pageSetUpPr"), fitToPage="1")
    view = etree.SubElement(etree.SubElement(root, s("sheetViews")), s("sheetView"))
    view.set("workbookViewId", "0")
    etree.SubElement(
        view, s("pane"), ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen"
    )
    columns = etree.SubElement(root, s("cols"))
    for number, width in enumerate(WIDTHS, 1):
        etree.SubElement(
            columns, s("col"), min=str(number), max=str(number), width=str(width), customWidth="1"
        )
    data = etree.SubElement(root, s("sheetData"))
    _row(data, 1, HEADINGS, (heading,) * len(HEADINGS))
    for number, finding in enumerate(findings, 2):
        where = str(finding.place) or path.name
        severity = WORDS[finding.rule.severity]
        texts = (where, severity, finding.rule.code, finding.message, finding.hint)
        _row(data, number, texts, (link if finding.place.sheet in present else text, *(text,) * 4))
    if not findings:
        _row(data, 2, ("Inget att åtgärda.",), (text,))
    _links(root, findings, present)
    etree.SubElement(root, s("pageSetup"), paperSize="9", orientation="landscape", fitToHeight="0")
    return root


def _row(data: etree._Element, number: int, texts: Sequence[str], formats: Sequence[str]) -> None:
    lines = max(ceil(len(t) / width) for t, width in zip(texts, WIDTHS, strict=False))
    row = etree.SubElement(data, s("row"), r=str(number), ht=str(LINE_HEIGHT * max(lines, 1)))
    for at, (text, form) in enumerate(zip(texts, formats, strict=True), 1):
        cell = etree.SubElement(
            row, s("c"), r=f"{column_letters(at)}{number}", s=form, t="inlineStr"
        )
        t = etree.SubElement(etree.SubElement(cell, s("is")), s("t"))
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        t.text = text


def _links(root: etree._Element, findings: Sequence[Finding], present: set[str]) -> None:
    """Make each place a link to its cell, or to its sheet; a missing sheet has none."""
    places = [(n, f.place) for n, f in enumerate(findings, 2) if f.place.sheet in present]
    if places:
        links = etree.SubElement(root, s("hyperlinks"))
        for number, place in places:
            sheet = (place.sheet or "").replace("'", "''")
            location = f"'{sheet}'!{place.cell or 'A1'}"
            etree.SubElement(links, s("hyperlink"), ref=f"A{number}", location=location)
