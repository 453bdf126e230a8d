"""The cells of a worksheet's XML, to be changed in place."""

from __future__ import annotations

from bisect import bisect

from lxml import etree

from lagesbild_xlsx.excel.parts import s
from lagesbild_xlsx.places import Place, column_letters, column_number


class SheetCells:
    """The cells of a worksheet's XML, made where they are missing."""

    def __init__(self, root: etree._Element, data: etree._Element) -> None:
        """Find the rows."""
        self._data = data
        self._columns = [
            (range(int(col.get("min", "1")), int(col.get("max", "1")) + 1), col.get("style"))
            for col in root.iterfind(f"{s('cols')}/{s('col')}")
        ]
        self._rows = {int(row.get("r", "0")): row for row in data.iterchildren(s("row"))}
        self._numbers = sorted(self._rows)

    def cell(self, place: Place) -> etree._Element:
        """Return the ``c`` element of a place."""
        row = self._row(place.row or 1)
        column = place.column or 1
        following = None
        for cell in row.iterchildren(s("c")):
            at = column_number(cell.get("r", "A1").rstrip("0123456789"))
            if at == column:
                return cell
            if at > column:
                following = cell
                break
        cell = etree.Element(s("c"), r=f"{column_letters(column)}{place.row}")
        if style := row.get("s") or self._column_style(column):
            cell.set("s", style)
        _insert(row, cell, following)
        return cell

    def _column_style(self, column: int) -> str | None:
        """Return the format that absent cells of a column have."""
        return next((style for columns, style in self._columns if column in columns), None)

    def _row(self, number: int) -> etree._Element:
        if number not in self._rows:
            row = etree.Element(s("row"), r=str(number))
            at = bisect(self._numbers, number)
            following = self._numbers[at : at + 1]
            _insert(self._data, row, self._rows[following[0]] if following else None)
            self._numbers.insert(at, number)
            self._rows[number] = row
        return self._rows[number]


def _insert(
    parent: etree._Element, child: etree._Element, following: etree._Element | None
) -> None:
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)
