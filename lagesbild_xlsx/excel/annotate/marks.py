"""Coloured borders around the cells with findings; a fill could be taken for a status."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.excel.editor import MAIN, SheetCells, WorkbookEditor, s
from lagesbild_xlsx.opc.alternatives import resolve_alternatives
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import Place

COLOURS = {Severity.ERROR: "C00000", Severity.WARNING: "ED7D31", Severity.INFO: "2F75B5"}
GRAVEST_FIRST = tuple(Severity)


COLLECTIONS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
"""The first collections of a styles part, in their order (18.8.39)."""

COLLECTIONS_OF = {"fonts": "font", "borders": "border", "cellXfs": "xf"}


class CellHighlights:
    """The cell formats that marks need, added to the workbook's styles as they are asked for."""

    def __init__(self, editor: WorkbookEditor) -> None:
        """Start with the workbook's own formats; without a styles part nothing is marked."""
        self._editor = editor
        package = editor.package
        self._part = next(package.related(package.main_part, "styles"), None)
        self._marked: dict[tuple[str, Severity], str] = {}
        self._borders: dict[Severity, str] = {}

    def mark(self, part: str, at_cells: Mapping[Place, list[Finding]]) -> None:
        """Put a border around each cell, in the colour of its gravest finding."""
        if self._part is None:
            return
        cells = SheetCells(self._editor.root(part), self._editor.child(part, "sheetData"))
        for place, findings in at_cells.items():
            cell = cells.cell(place)
            gravest = min((f.rule.severity for f in findings), key=GRAVEST_FIRST.index)
            cell.set("s", self._marked_format(cell.get("s", "0"), gravest))

    def _marked_format(self, index: str, severity: Severity) -> str:
        """Return the index of a cell format that is as another, but for its border."""
        if (index, severity) not in self._marked:
            formats = self._collection("cellXfs")
            old = formats[int(index)] if int(index) < len(formats) else formats[0]
            new = deepcopy(old)
            new.set("borderId", self._border(severity))
            new.set("applyBorder", "1")
            self._marked[index, severity] = _append(formats, new)
        return self._marked[index, severity]

    def _border(self, severity: Severity) -> str:
        if severity not in self._borders:
            border = etree.Element(s("border"))
            for side in ("left", "right", "top", "bottom"):
                edge = etree.SubElement(border, s(side), style="medium")
                etree.SubElement(edge, s("color"), rgb=f"FF{COLOURS[severity]}")
            etree.SubElement(border, s("diagonal"))
            self._borders[severity] = _append(self._collection("borders"), border)
        return self._borders[severity]

    def format(self, font: str = "", *, wrap: bool = False) -> str:
        """Return the index of a new cell format.

        Args:
            font: what its ``font`` element holds; the workbook's first font if nothing.
            wrap: whether long texts go on over several lines.
        """
        if self._part is None:
            return "0"
        number = "0"
        if font:
            element = etree.fromstring(f'<font xmlns="{MAIN}">{font}</font>')
            number = _append(self._collection("fonts"), element)
        xf = etree.Element(
            s("xf"), numFmtId="0", fontId=number, fillId="0", borderId="0", xfId="0",
            applyFont="1", applyAlignment="1",
        )  # fmt: skip
        alignment = etree.SubElement(xf, s("alignment"), vertical="top")
        if wrap:
            alignment.set("wrapText", "1")
        return _append(self._collection("cellXfs"), xf)

    def _collection(self, name: str) -> etree._Element:
        root = resolve_alternatives(self._editor.root(self._part or ""))
        found = root.find(s(name))
        if found is None:
            found = etree.Element(s(name))
            before = COLLECTIONS[: COLLECTIONS.index(name)]
            at = sum(local(child) in before for child in root)
            root.insert(at, found)
        if not len(found):
            _append(found, etree.Element(s(COLLECTIONS_OF[name])))
        return found


def _append(collection: etree._Element, item: etree._Element) -> str:
    """Add an item to a counted collection and return its index."""
    collection.append(item)
    collection.set("count", str(len(collection)))
    return str(len(collection) - 1)
