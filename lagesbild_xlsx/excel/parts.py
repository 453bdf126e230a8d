"""A workbook while it is changed: its parts, without the many rows that stay as they are."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.excel.trailing_rows import (
    BLANK_ROW,
    moved_up,
    with_trailing_rows,
    without_trailing_rows,
)
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package, PackageEditor

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
        self._tails: dict[str, bytes] = {}

    def set_tail_aside(self, sheet: str, last: int, form: re.Pattern[bytes] = BLANK_ROW) -> None:
        """Leave the many rows of a form that end a sheet, below a row, out of its tree.

        They are in the bytes again when the sheet is written.
        """
        left, self._tails[sheet] = without_trailing_rows(self.package.read(sheet), last, form)
        self.put(sheet, left)

    def move_trailing_rows(self, sheet: str, up: int) -> None:
        """Move the rows that were set aside, because some above them are taken out."""
        self._tails[sheet] = moved_up(self._tails.get(sheet, b""), up)

    def changed(self) -> dict[str, bytes]:
        """Return the bytes of the parts that may have been changed, and of the new ones."""
        parts = super().changed().items()
        return {name: with_trailing_rows(part, self._tails.get(name, b"")) for name, part in parts}

    def child(self, part: str, name: str) -> etree._Element:
        """Return an element that the schema asks for in a part.

        Raises:
            StopError: it is not there.
        """
        found = self.root(part).find(s(name))
        if found is None:
            raise self.package.damaged(part)
        return found
