"""A workbook's package: where its sheets are, and the strings and styles they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from lagesbild_xlsx.excel.strings import Stored, shared_strings
from lagesbild_xlsx.excel.styles import CellStyle, StyleSheet
from lagesbild_xlsx.opc import (
    MARKUP_IN_WORKBOOK,
    SPREADSHEET_NAMESPACES,
    Chunks,
    FileKind,
    Package,
    relationship_id,
)

if TYPE_CHECKING:
    from lagesbild_xlsx.pictures.rich_values import RichValues

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MACRO = "application/vnd.ms-excel"
WORKBOOK = FileKind(
    "en Excel-arbetsbok (.xlsx)",
    "Excel",
    (
        f"{SPREADSHEET}.sheet.main+xml",
        f"{SPREADSHEET}.template.main+xml",
        f"{MACRO}.sheet.macroEnabled.main+xml",
        f"{MACRO}.template.macroEnabled.main+xml",
    ),
    MARKUP_IN_WORKBOOK,
)


PREVIEWS = (
    "{http://schemas.microsoft.com/office/excel/200",
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/5/",
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/7/",
)
"""How the namespaces began that previews of Excel 2007 wrote, before the format was agreed."""

LONGEST_NAME = 255
"""How long a sheet's name may be: Excel allows 31 letters, other programs more."""


class WorksheetPart(NamedTuple):
    """A worksheet: what its tab says, and the name of its part in the package."""

    name: str
    part: str
    is_hidden: bool


class Book:
    """An open workbook, and what all of its sheets refer to."""

    def __init__(self, package: Package) -> None:
        """Refuse a workbook whose parts are in a namespace that would hide all that they hold.

        Raises:
            StopError: it is.
        """
        self.package = package
        if self._root.tag.startswith(PREVIEWS):
            raise self.package.is_preview()
        if not self._root.tag.startswith(SPREADSHEET_NAMESPACES):
            raise self.package.damaged("innehållet")

    def worksheet_parts(self) -> Iterator[WorksheetPart]:
        """Yield the worksheets in the order of their tabs.

        Raises:
            StopError: a name is too long, or the part of a sheet is missing or another's.
        """
        parts = self.package.relationships(self.package.main_part)
        taken = set()
        for element in self._root.iterfind("{*}sheets/{*}sheet"):
            name, number = element.get("name", ""), relationship_id(element)
            if not number and _is_hidden(element):
                continue  # a module of macros from Excel 5, which holds no cells
            part = parts.get(number)
            if part is None or part.target in taken or len(name) > LONGEST_NAME:
                raise self.package.damaged(f"bladet ”{name}”")
            if part.target not in self.package.names:
                raise self.package.damaged(f"bladet ”{name}”")
            taken.add(part.target)
            if part.kind == "worksheet":
                yield WorksheetPart(name, part.target, _is_hidden(element))

    def chart_sheets(self) -> Iterator[str]:
        """Yield the names of the tabs that are a chart, those that are shown."""
        parts = self.package.relationships(self.package.main_part)
        for element in self._root.iterfind("{*}sheets/{*}sheet"):
            part = parts.get(relationship_id(element))
            if part is not None and part.kind == "chartsheet" and not _is_hidden(element):
                yield element.get("name", "")

    @cached_property
    def _root(self) -> etree._Element:
        return self.package.shown_xml(self.package.main_part)

    @cached_property
    def from_1904(self) -> bool:
        """Whether the workbook counts its days from 1904."""
        properties = self._root.find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    @cached_property
    def strings(self) -> list[Stored]:
        """The shared strings."""
        part = self._related("sharedStrings")
        return shared_strings(self.elements(part, "si")) if part else []

    @cached_property
    def rich_values(self) -> RichValues:
        """The values of cells that are more than a text."""
        # few workbooks have any
        from lagesbild_xlsx.pictures.rich_values import RichValues  # noqa: PLC0415

        return RichValues(self.package, self.package.main_part)

    @cached_property
    def style_sheet(self) -> StyleSheet | None:
        """The workbook's styles, None where it has none."""
        styles, theme = self._related("styles"), self._related("theme")
        if styles is None:
            return None
        colours = self.package.shown_xml(theme) if theme else None
        return StyleSheet(self.package.shown_xml(styles), colours)

    @cached_property
    def styles(self) -> list[CellStyle]:
        """The style of each cell format."""
        sheet = self.style_sheet
        return sheet.cell_styles(date1904=self.from_1904) if sheet else []

    def _related(self, kind: str) -> str | None:
        return next(self.package.related(self.package.main_part, kind), None)

    def elements(
        self, part: str, *names: str, chunks: Chunks | None = None
    ) -> Iterator[etree._Element]:
        """Yield the elements of these names in a part, or in what is left of it.

        Raises:
            StopError: the part is damaged.
        """
        tags = [f"{ns}{name}" for ns in SPREADSHEET_NAMESPACES for name in names]
        return self.package.elements(part, tags, chunks)


def _is_hidden(sheet: etree._Element) -> bool:
    return sheet.get("state", "visible") != "visible"
