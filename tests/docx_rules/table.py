"""A table as rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tests.docx_rules.xml import ON, at, name, val, within

SWITCHES = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
}
"""The parts of its style that a table uses, each with its bit in the older ``w:tblLook``."""


@dataclass(frozen=True)
class Table:
    """A table; rows and cells inside content controls are its own, those of inner tables not."""

    place: str
    element: etree._Element

    @cached_property
    def rows(self) -> list[etree._Element]:
        """The rows."""
        return list(within(self.element, "w:tr"))

    @cached_property
    def cells(self) -> list[list[etree._Element]]:
        """The cells of each row."""
        return [list(within(row, "w:tc")) for row in self.rows]

    @property
    def style(self) -> str:
        """The id of the table's style."""
        return val(at(self.element, "w:tblPr/w:tblStyle"))

    def uses(self, switch: str) -> bool:
        """Return whether the table uses one of the SWITCHES."""
        look = at(self.element, "w:tblPr/w:tblLook")
        given = None if look is None else look.get(name(f"w:{switch}"))
        bits = int(val(look) or "0", 16)
        return bool(bits & SWITCHES[switch]) if given is None else given in ON


def span(cell: etree._Element) -> int:
    """Return how many columns a cell is wide."""
    return int(val(at(cell, "w:tcPr/w:gridSpan")) or 1)


def is_merged(cell: etree._Element) -> bool:
    """Return whether a cell covers more than its own place in the table."""
    merged = (at(cell, f"w:tcPr/w:{way}") for way in ("vMerge", "hMerge"))
    return span(cell) > 1 or any(mark is not None for mark in merged)
