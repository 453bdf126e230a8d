"""The cells of a worksheet's XML, to be changed in place."""

from __future__ import annotations

from bisect import bisect_right, insort

from lxml import etree

from lagesbild_xlsx.excel.parts import s
from lagesbild_xlsx.places import Place, column_letters, column_number


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
