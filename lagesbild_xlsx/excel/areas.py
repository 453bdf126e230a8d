"""The merges and links of a worksheet, put into the cells that they reach.

An area can be whole columns, and there can be tens of thousands: none is walked cell by cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from lagesbild_xlsx.opc import Package, Relationship, relationship_id
from lagesbild_xlsx.places import Area, Cell, FormattedText, Place, runs_of

_LINK = r"(?i:https?://|mailto:)[^\s<>\"{}|\\^`\[\]]{1,2083}"
"""The addresses that a reader of the document can follow, without what no address holds.

Excel takes none that is longer.
"""

_OTHER_ADDRESS = "(?i:(?!file:)[a-z][a-z0-9+.-]+:)"
"""How an address begins that is none of a file; a drive has one letter."""

MOST_REACHED = 500_000
"""How many merges, links and coloured areas a sheet may have, with the cells that they reach.

Excel lets a sheet have 65,530 links (Excel specifications and limits).
"""


class Link(NamedTuple):
    """A hyperlink: its cells, and where its address is found."""

    area: Area
    relationship: str
    location: str


class Areas:
    """The areas of one sheet, gathered while it is read."""

    def __init__(self, sheet: str, package: Package) -> None:
        """Start without any."""
        self.sheet, self.package = sheet, package
        self.merges: list[Area] = []
        self.links: list[Link] = []
        self.files: dict[str, None] = {}
        self.reached = 0

    def take_merge(self, element: etree._Element) -> None:
        """Take a ``mergeCell`` element."""
        self.reach(1)
        self.merges.append(Area.of(element.get("ref", "A1")))

    def take_link(self, element: etree._Element) -> None:
        """Take a ``hyperlink`` element."""
        self.reach(1)
        area = Area.of(element.get("ref", "A1"))
        self.links.append(Link(area, relationship_id(element), element.get("location", "")))

    def reach(self, count: int) -> None:
        """Count what merges, links and formats of whole areas come to.

        Raises:
            StopError: it is more than a sheet may have.
        """
        self.reached += count
        if self.reached > MOST_REACHED:
            what = f"över {MOST_REACHED} sammanslagna, länkade eller färgade celler i ett blad"
            raise self.package.too_large(what)

    def put_into(
        self, rows: dict[int, dict[int, Cell]], targets: Mapping[str, Relationship]
    ) -> None:
        """Put merged values and addresses into a sheet's rows.

        Args:
            rows: the rows with content, in their order.
            targets: what the sheet points to, by relationship id.
        """
        numbers = tuple(rows)
        for area in self.merges:
            self._spread(area, rows, numbers)
        for link in self.links:
            address = _address(link, targets)
            if not is_link(address):
                self.take_file(address)
                continue
            for number in self._within(link.area.top, link.area.bottom, numbers):
                self._link(range(link.area.left, link.area.right + 1), rows[number], address)

    def take_file(self, address: str) -> None:
        """Take the address of a file, which a reader of the document does not have."""
        path = unquote(address.partition("#")[0])
        if re.match(_OTHER_ADDRESS, path):
            return
        if name := re.split(r"[\\/]", path.rstrip("\\/"))[-1]:
            self.files[name] = None

    def _spread(self, area: Area, rows: dict[int, dict[int, Cell]], numbers: Sequence[int]) -> None:
        """Put the value of a merged area into all of its rows with content."""
        first = rows.get(area.top, {}).get(area.left)
        if first is not None:
            for number in self._within(area.top + 1, area.bottom, numbers):
                place = Place(self.sheet, number, area.left)
                rows[number][area.left] = first._replace(place=place)

    def _link(self, columns: range, row: dict[int, Cell], address: str) -> None:
        """Put an address into the cells of a row that a link covers, by the shorter way."""
        looked_at = columns if len(columns) < len(row) else tuple(row)
        self.reach(len(looked_at))
        for column in looked_at:
            if column in columns and column in row:
                row[column] = linked(row[column], address)

    def _within(self, first: int, last: int, present: Sequence[int]) -> Sequence[int]:
        """Return those of some numbers, in their order, that lie from first to last."""
        found = present[bisect_left(present, first) : bisect_right(present, last)]
        self.reach(len(found))
        return found


def _address(link: Link, targets: Mapping[str, Relationship]) -> str:
    target = targets.get(link.relationship)
    if target is None or not target.external:
        return ""
    return f"{target.target}#{link.location}" if link.location else target.target


def is_link(address: str) -> bool:
    """Return whether a reader of the document can follow an address."""
    return re.fullmatch(_LINK, address) is not None


def linked(cell: Cell, address: str) -> Cell:
    """Return a cell whose whole text leads to an address."""
    if not cell.text:
        return cell
    runs = (run._replace(link=address) for run in runs_of(cell.text))
    return cell._replace(text=FormattedText(runs))
