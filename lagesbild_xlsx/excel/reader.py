"""A workbook's sheets, streamed from their XML with every cell's place.

openpyxl is not used here: it makes a cell for every cell of a merged column, knows no rich text
and no links in its fast mode, and takes twice the time. The format is ECMA-376 part 1, 18.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from lxml import etree

from lagesbild_xlsx.excel.numbers import (
    BUILT_IN,
    NumberFormat,
    date_of,
    number_format,
    shown_date,
    shown_number,
)
from lagesbild_xlsx.excel.strings import clean, read_string, shared_strings
from lagesbild_xlsx.opc import (
    OFFICE_RELATIONSHIPS,
    STRICT_RELATIONSHIPS,
    Kind,
    Package,
    Relationship,
    forget,
)
from lagesbild_xlsx.places import Cell, FormattedText, Place, Row, Sheet, Workbook, runs_of

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MACRO = "application/vnd.ms-excel"
WORKBOOK = Kind(
    "en Excel-arbetsbok (.xlsx)",
    "Excel",
    (
        f"{SPREADSHEET}.sheet.main+xml",
        f"{SPREADSHEET}.template.main+xml",
        f"{MACRO}.sheet.macroEnabled.main+xml",
        f"{MACRO}.template.macroEnabled.main+xml",
    ),
)
NAMESPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
"""The transitional and the strict namespace; a file uses one of them throughout."""

ItemT = TypeVar("ItemT")

LINKS = ("http://", "https://", "mailto:")
HYPERLINK_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)
TRUE_FALSE = {"1": "SANT", "0": "FALSKT"}


def read_workbook(path: Path) -> Workbook:
    """Return a workbook's worksheets.

    Raises:
        StopError: the file cannot be opened, is no workbook, or is damaged.
    """
    with Package(path, WORKBOOK) as package:
        return Workbook(tuple(WorkbookReader(package).sheets()))


@dataclass(frozen=True)
class WorkbookReader:
    """Reads one open package."""

    package: Package

    def sheets(self) -> Iterator[Sheet]:
        """Yield the worksheets in the order of their tabs."""
        parts = self.package.relationships(self.package.main_part)
        for element in self._root.iterfind("{*}sheets/{*}sheet"):
            part = parts.get(_relationship_id(element))
            if part is None or part.target not in self.package.names:
                raise self.package.damaged(f"bladet ”{element.get('name')}”")
            if part.kind == "worksheet":
                yield SheetReader(self, element.get("name", ""), part.target).read()

    @cached_property
    def _root(self) -> etree._Element:
        return self.package.xml(self.package.main_part)

    @cached_property
    def from_1904(self) -> bool:
        """Whether the workbook counts its days from 1904."""
        properties = self._root.find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings."""
        part = next(self.package.related(self.package.main_part, "sharedStrings"), None)
        return shared_strings(self.events(part, "si")) if part else []

    @cached_property
    def formats(self) -> list[NumberFormat]:
        """The number format of each cell format."""
        part = next(self.package.related(self.package.main_part, "styles"), None)
        if part is None:
            return []
        root = self.package.xml(part)
        codes = BUILT_IN | {
            int(el.get("numFmtId", "0")): el.get("formatCode", "")
            for el in root.iterfind("{*}numFmts/{*}numFmt")
        }
        return [
            number_format(codes.get(int(xf.get("numFmtId", "0")), "General"))
            for xf in root.iterfind("{*}cellXfs/{*}xf")
        ]

    def events(self, part: str, *names: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield the elements of these names in a part, each when it is whole.

        Raises:
            StopError: the part is damaged.
        """
        tags = [f"{ns}{name}" for ns in NAMESPACES for name in names]
        with self.package.open(part) as stream:
            try:
                yield from etree.iterparse(
                    stream, tag=tags, resolve_entities=False, no_network=True, remove_comments=True
                )
            except etree.XMLSyntaxError as error:
                raise self.package.damaged(part) from error


@dataclass
class SheetReader:
    """Reads one worksheet; what stands after the cells (links) is put into them at the end."""

    book: WorkbookReader
    name: str
    part: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def read(self) -> Sheet:
        """Return the sheet."""
        links = []
        number = 0
        for _, element in self.book.events(self.part, "row", "hyperlink"):
            if element.tag.endswith("}hyperlink"):
                links.append(element)
                continue
            number = int(element.get("r") or number + 1)
            if row := self._row(number, element):
                self.rows[number] = row
            forget(element)
        self._link(links)
        return Sheet(self.name, self._in_order())

    def _in_order(self) -> Mapping[int, Row]:
        return dict(sorted(self.rows.items()))

    def _row(self, number: int, element: etree._Element) -> dict[int, Cell]:
        row = {}
        column = 0
        for c in element:
            reference = c.get("r")
            column = self._column(reference) if reference else column + 1
            cell = self._cell(Place(self.name, number, column), c)
            if not cell.is_blank:
                row[column] = cell
        return row

    def _column(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        if letters not in self.columns:
            number = 0
            for letter in letters.upper():
                number = number * 26 + ord(letter) - ord("A") + 1
            self.columns[letters] = number
        return self.columns[letters]

    def _cell(self, place: Place, c: etree._Element) -> Cell:
        """Return the cell of a ``c`` element."""
        formula = stored = None
        for child in c:
            if child.tag.endswith("}v"):
                stored = child.text
            elif child.tag.endswith("}f"):
                formula = child.text or ""
            elif child.tag.endswith("}is"):
                return Cell(place, text := read_string(child), text)
        kind = c.get("t", "n")
        if not stored:
            uncalculated = formula is not None and kind != "str"
            return Cell(place, uncalculated=uncalculated)
        if formula and (link := HYPERLINK_FORMULA.match(formula)):
            return _linked(self._stored(place, kind, stored, c.get("s")), link[1])
        return self._stored(place, kind, stored, c.get("s"))

    def _stored(self, place: Place, kind: str, stored: str, style: str | None) -> Cell:
        """Return the cell of a stored value, by its type (ECMA-376 part 1, 18.18.11)."""
        if kind == "s":
            text = self._at(self.book.strings, stored)
            return Cell(place, text, text)
        if kind == "str":
            return Cell(place, text := clean(stored), text)
        if kind == "b":
            return Cell(place, TRUE_FALSE.get(stored, stored), stored == "1")
        if kind == "e":
            return Cell(place, error=stored)
        if kind == "d":
            return self._iso_date(place, stored)
        return self._number(place, stored, style)

    def _iso_date(self, place: Place, stored: str) -> Cell:
        try:
            moment = dt.datetime.fromisoformat(stored)
        except ValueError as error:
            raise self.book.package.damaged(str(place)) from error
        return Cell(place, stored.removesuffix("T00:00:00"), moment)

    def _number(self, place: Place, stored: str, style: str | None) -> Cell:
        try:
            value = float(stored)
        except ValueError as error:
            raise self.book.package.damaged(str(place)) from error
        formats = self.book.formats
        form = self._at(formats, style or "0") if formats else NumberFormat()
        moment = date_of(value, from_1904=self.book.from_1904) if form.is_date else None
        if moment is None:
            return Cell(place, shown_number(value, form), value)
        return Cell(place, shown_date(moment, form), moment)

    def _at(self, items: list[ItemT], index: str) -> ItemT:
        """Return the item of a stored index, which a damaged file can have out of range."""
        if index.isdecimal() and int(index) < len(items):
            return items[int(index)]
        raise self.book.package.damaged(f"bladet ”{self.name}”")

    def _link(self, links: list[etree._Element]) -> None:
        """Put the addresses of the sheet's hyperlinks into its cells."""
        targets = self.book.package.relationships(self.part)
        for element in links:
            address = _address(element, targets)
            if not address.lower().startswith(LINKS):
                continue
            for number, column in self._cells_in(element.get("ref", "")):
                row = self.rows[number]
                row[column] = _linked(row[column], address)

    def _cells_in(self, reference: str) -> list[tuple[int, int]]:
        """Return the cells with content in a range such as ``A1:B1048576``."""
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = self._corner(first), self._corner(last or first)
        return [
            (number, column)
            for number, row in self.rows.items()
            if top <= number <= bottom
            for column in row
            if left <= column <= right
        ]

    def _corner(self, reference: str) -> tuple[int, int]:
        letters = reference.rstrip("0123456789")
        return int(reference[len(letters) :] or 0), self._column(letters)


def _relationship_id(element: etree._Element) -> str:
    return (
        element.get(f"{{{OFFICE_RELATIONSHIPS}}}id")
        or element.get(f"{{{STRICT_RELATIONSHIPS}}}id")
        or ""
    )


def _address(element: etree._Element, targets: Mapping[str, Relationship]) -> str:
    target = targets.get(_relationship_id(element))
    if target is None or not target.external:
        return ""
    location = element.get("location")
    return f"{target.target}#{location}" if location else target.target


def _linked(cell: Cell, address: str) -> Cell:
    if not address.lower().startswith(LINKS) or not cell.text:
        return cell
    runs = (run._replace(link=address) for run in runs_of(cell.text))
    return cell._replace(text=FormattedText(runs))
