"""A sheet that is added to a workbook: headings and rows of text, ready to read and print."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Protocol

from lxml import etree

from lagesbild_xlsx.excel.editor import MAIN, R_ID, WorkbookEditor, s
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Relationship, serialised
from lagesbild_xlsx.places import column_letters, normalised

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
WORKSHEET = f"{OFFICE_RELATIONSHIPS}/worksheet"
LINE_HEIGHT = 15
"""The height in points of a line in Excel's own font."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Formats(Protocol):
    """Adds cell formats to a workbook."""

    def format(self, font: str = "", *, wrap: bool = False) -> str:
        """Return the index of a new cell format."""


def text_worksheet(
    formats: Formats,
    headings: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
) -> etree._Element:
    """Return a worksheet with headings and rows of text.

    Args:
        formats: where it takes its cell formats from.
        headings: the texts of its first row, which stays in sight.
        widths: how many digits each column is wide.
        rows: the texts of the rows below.
    """
    heading = formats.format('<b/><sz val="11"/><name val="Calibri"/>')
    text = formats.format(wrap=True)
    root = etree.fromstring(f'<worksheet xmlns="{MAIN}"/>')
    properties = etree.SubElement(root, s("sheetPr"))
    etree.SubElement(properties, s("pageSetUpPr"), fitToPage="1")
    view = etree.SubElement(etree.SubElement(root, s("sheetViews")), s("sheetView"))
    view.set("workbookViewId", "0")
    etree.SubElement(
        view, s("pane"), ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen"
    )
    columns = etree.SubElement(root, s("cols"))
    for number, width in enumerate(widths, 1):
        etree.SubElement(
            columns, s("col"), min=str(number), max=str(number), width=str(width), customWidth="1"
        )
    data = etree.SubElement(root, s("sheetData"))
    _row(data, 1, headings, widths, heading)
    for number, texts in enumerate(rows, 2):
        _row(data, number, texts, widths, text)
    etree.SubElement(root, s("pageSetup"), paperSize="9", orientation="landscape", fitToHeight="0")
    return root


def _row(
    data: etree._Element, number: int, texts: Sequence[str], widths: Sequence[int], look: str
) -> None:
    lines = max(ceil(len(t) / width) for t, width in zip(texts, widths, strict=False))
    row = etree.SubElement(data, s("row"), r=str(number), ht=str(LINE_HEIGHT * max(lines, 1)))
    for at, text in enumerate(texts, 1):
        cell = etree.SubElement(row, s("c"), r=f"{column_letters(at)}{number}", s=look)
        put_text(cell, text)


def put_text(cell: etree._Element, text: str) -> None:
    """Make a cell hold a text, which stays text whatever it looks like."""
    cell.set("t", "inlineStr")
    t = etree.SubElement(etree.SubElement(cell, s("is")), s("t"))
    t.set(SPACE, "preserve")
    t.text = text


def add_sheet(editor: WorkbookEditor, name: str, root: etree._Element) -> None:
    """Add a worksheet last in the workbook, with a number where the name is taken."""
    workbook = editor.package.main_part
    sheets = editor.child(workbook, "sheets")
    part = editor.free_name("xl/worksheets/sheet{}.xml")
    editor.add(part, serialised(root), SHEET_TYPE)
    taken = {normalised(sheet.get("name", "")) for sheet in sheets}
    number = max((int(sheet.get("sheetId", "0")) for sheet in sheets), default=0) + 1
    element = etree.SubElement(sheets, s("sheet"), name=_free(name, taken), sheetId=str(number))
    element.set(R_ID, editor.relate(workbook, Relationship(WORKSHEET, part)))


def _free(name: str, taken: set[str]) -> str:
    """Return a sheet's name, with a number where the workbook has such a sheet already."""
    free, number = name, 2
    while normalised(free) in taken:
        free, number = f"{name} ({number})", number + 1
    return free
