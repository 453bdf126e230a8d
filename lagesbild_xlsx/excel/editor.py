"""A workbook while it is changed: its parts and cells, without the many rows that stay as they are.

The last rows of a sheet can be a million to which nothing is done. They are known by patterns, as a
tree of them would take gigabytes. The patterns need not know every form: rows that are written in
another way stay in the tree, where everything is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.places import Place, column_letters, column_number

LONG = 10_000
"""How many such rows stay in a sheet's tree. Staff format some hundreds ahead."""

ATTRIBUTES = rb"""(?:\s+[\w:.-]+="[^"<>']*")*+\s*"""
ROW = rb"""<row(?:\s+(?!r=)[\w:.-]+="[^"<>']*")*+\s+r="(\d+)\"""" + ATTRIBUTES
BLANK_ROW = re.compile(
    ROW + rb"(?:/>|>\s*+(?:<c" + ATTRIBUTES + rb"(?:/>|>\s*+</c>)\s*+)*+</row>)\s*+"
)
"""A row whose cells, if it has any, hold nothing (ECMA-376 part 1, 18.3.1.73). Rows and cells that
are written in another way, such as with a namespace prefix, stay in the tree."""

ANY_ROW = re.compile(ROW + rb"(?:/>|>.*?</row>)\s*+", re.DOTALL)
"""A row, whatever it holds."""

NUMBER = re.compile(rb'(<(?:row|c)\s(?:[^<>\']*?\s)?r="[A-Z]*)(\d+)')
PIECE = 1 << 20
"""How many bytes of rows are moved at a time."""

END = b"</sheetData>"


class TrailingRows(NamedTuple):
    """A sheet's XML without its last rows, and those rows; none where they are not many."""

    sheet: bytes
    rows: bytes


def without_trailing_rows(
    sheet: bytes, last: int, form: re.Pattern[bytes] = BLANK_ROW
) -> TrailingRows:
    """Return a sheet's XML and the rows of a form that end it, all below a row.

    Args:
        sheet: its part.
        last: the number of that row.
        form: what the rows look like; ``ANY_ROW`` where they stay where they are.
    """
    start = end = count = 0
    for row in form.finditer(sheet) if b"<!" not in sheet else ():  # a comment may look like rows
        if int(row[1]) > last:
            is_next = row.start() == end
            start, count = (start, count + 1) if is_next else (row.start(), 1)
            end = row.end()
    if count <= LONG or not sheet.startswith(END, end):
        return TrailingRows(sheet, b"")
    return TrailingRows(sheet[:start] + sheet[end:], sheet[start:end])


def with_trailing_rows(sheet: bytes, rows: bytes) -> bytes:
    """Return a sheet's XML with rows put last among its own."""
    if not rows:
        return sheet
    at = sheet.index(END)
    return b"".join((sheet[:at], rows, sheet[at:]))


def moved_up(rows: bytes, by: int) -> bytes:
    """Return rows where they go when some above them are taken out."""
    if not by:
        return rows
    pieces = (rows[start:end] for start, end in pairwise(_cuts(rows)))
    return b"".join(
        NUMBER.sub(lambda found: b"%b%d" % (found[1], int(found[2]) - by), piece)
        for piece in pieces
    )


def _cuts(rows: bytes) -> Iterator[int]:
    """Yield where to cut rows, always between two: to move a piece takes many times its memory."""
    at = 0
    while at >= 0:
        yield at
        at = rows.find(b"<row", at + PIECE)
    yield len(rows)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R_ID = f"{{{OFFICE_RELATIONSHIPS}}}id"


def s(name: str) -> str:
    """Return a SpreadsheetML name as lxml writes it."""
    return f"{{{MAIN}}}{name}"


def forget_attributes(element: etree._Element, *names: str) -> None:
    """Take attributes off an element, those that it has."""
    for name in names:
        if element.get(name) is not None:
            del element.attrib[name]


class WorkbookEditor(PackageEditor):
    """The parts of a workbook that are changed, added and dropped."""

    def __init__(self, package: Package) -> None:
        """Start without changes."""
        super().__init__(package)
        self._trailing_rows: dict[str, bytes] = {}
        """The rows that were set aside of each sheet."""

    def set_trailing_rows_aside(
        self, sheet: str, last: int, form: re.Pattern[bytes] = BLANK_ROW
    ) -> None:
        """Leave the many rows of a form that end a sheet, below a row, out of its tree.

        They are in the bytes again when the sheet is written.
        """
        left, self._trailing_rows[sheet] = without_trailing_rows(
            self.package.read(sheet), last, form
        )
        self.put(sheet, left)

    def move_trailing_rows(self, sheet: str, up: int) -> None:
        """Move the rows that were set aside, because some above them are taken out."""
        self._trailing_rows[sheet] = moved_up(self._trailing_rows.get(sheet, b""), up)

    def changed(self) -> dict[str, bytes]:
        """Return the bytes of the parts that may have been changed, and of the new ones."""
        tails = {name: rows for name, rows in self._trailing_rows.items() if rows}
        for name in tails:
            data = self.child(name, "sheetData")
            data.text = data.text or ""  # one that is empty is written with an end tag too
        parts = super().changed().items()
        return {name: with_trailing_rows(part, tails.get(name, b"")) for name, part in parts}

    def child(self, part: str, name: str) -> etree._Element:
        """Return an element that the schema asks for in a part.

        Raises:
            StopError: it is not there.
        """
        found = self.root(part).find(s(name))
        if found is None:
            raise self.package.damaged(part)
        return found


class SheetCells:
    """The cells of a worksheet's XML, made where they are missing."""

    def __init__(self, root: etree._Element, data: etree._Element) -> None:
        """Find the rows, and the formats of columns."""
        self._formats = sorted(
            (int(col.get("min", "1")), int(col.get("max", "1")), col.get("style", ""))
            for col in root.iterfind(f"{s('cols')}/{s('col')}")
        )
        self._data = _Line(
            data, {int(row.get("r", "0")): row for row in data.iterchildren(s("row"))}
        )
        self._rows: dict[int, _Line] = {}

    def cell(self, place: Place) -> etree._Element:
        """Return the ``c`` element of a place."""
        number, column = place.row or 1, place.column or 1
        row = self._row(number)
        if column not in row.found:
            cell = etree.Element(s("c"), r=f"{column_letters(column)}{number}")
            if style := row.element.get("s") or self._format(column):
                cell.set("s", style)
            row.insert(column, cell)
        return row.found[column]

    def _format(self, column: int) -> str:
        """Return the format that absent cells of a column have; columns stand there only once."""
        before = bisect_right(self._formats, column, key=lambda columns: columns[0])
        _, last, style = self._formats[before - 1] if before else (0, 0, "")
        return style if column <= last else ""

    def _row(self, number: int) -> _Line:
        if number not in self._data.found:
            self._data.insert(number, etree.Element(s("row"), r=str(number)))
        if number not in self._rows:
            row = self._data.found[number]
            cells = reversed(list(row.iterchildren(s("c"))))  # the first one of a place counts
            self._rows[number] = _Line(row, {_column_of(cell): cell for cell in cells})
        return self._rows[number]


def _column_of(cell: etree._Element) -> int:
    return column_number(cell.get("r", "A1").rstrip("0123456789"))


class _Line:
    """An element whose children are numbered: the sheet's data with its rows, or one of these."""

    def __init__(self, element: etree._Element, found: dict[int, etree._Element]) -> None:
        self.element, self.found = element, found
        self._numbers = sorted(found)

    def insert(self, number: int, child: etree._Element) -> None:
        """Put a child before the next one, by its number."""
        at = bisect_right(self._numbers, number)
        if at < len(self._numbers):
            self.found[self._numbers[at]].addprevious(child)
        else:
            self.element.append(child)
        self.found[number] = child
        insort(self._numbers, number)
