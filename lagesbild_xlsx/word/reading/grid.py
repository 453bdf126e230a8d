"""The grid of a table in Word: its cells, also those inside wrappers, merged across and down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.reading.blocks import TableCell
from lagesbild_xlsx.word.xml import val

WRAPPERS = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
)
"""What may stand around runs and blocks without changing what they say."""

MOST_COLUMNS = 63
"""Word's own limit (Word specifications and limits)."""


def unwrapped(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, and in place of a wrapper what stands in it."""
    pending = [iter(holder)]
    while pending:
        child = next(pending[-1], None)
        if child is None:
            pending.pop()
        elif local(child) in WRAPPERS:
            pending.append(iter(child))
        else:
            yield child


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield an element's children of a name, also those inside content controls."""
    return (child for child in unwrapped(element) if local(child) == name)


def cells_of_frame(table: etree._Element) -> list[etree._Element]:
    """Return the cells of a table with one in each row, a frame around text; none of any other."""
    rows = [list(children(row, "tc")) for row in children(table, "tr")]
    is_frame = max(map(len, rows), default=0) == 1
    return [cell for row in rows for cell in row] if is_frame else []


def number_in(element: etree._Element | None, default: int) -> int:
    """Return a number of columns; the default where none is stated."""
    stated = val(element)[:5]
    return min(int(stated), MOST_COLUMNS) if stated.isdecimal() else default


def repeated_down(rows: Sequence[Sequence[tuple[TableCell, bool]]]) -> Iterator[list[TableCell]]:
    """Yield rows of cells, those that are merged with the one above saying the same."""
    above: list[TableCell] = []
    for row in rows:
        cells = [
            above[at] if goes_on and at < len(above) else cell
            for at, (cell, goes_on) in enumerate(row)
        ]
        yield cells
        above = cells


def says_something(row: Sequence[TableCell]) -> bool:
    """Return whether a row has any text."""
    return any(cell.text for cell in row)
