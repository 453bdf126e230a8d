"""The header rows of tables given the fill that their table style gives them.

Many readers other than Word show the text of a table style's first row in its colour, and not the
fill behind it: white on white.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import CELL_PROPERTIES, child_of, val, w

FIRST_ROW = 0x0020
"""What ``w:tblLook`` has for a first row that is formatted (ECMA-376 part 1, 17.4.55)."""


def fill_header_rows(roots: Iterable[etree._Element], styles: Styles) -> None:
    """Give the cells of each first row their fill, where only the table's style has one."""
    known = {each.get(w("styleId"), ""): each for each in styles.root.iterfind(w("style"))}
    for root in roots:
        for table in root.iter(w("tbl")):
            properties = table.find(w("tblPr"))
            look = None if properties is None else properties.find(w("tblLook"))
            if properties is None or not _formats_first_row(look):
                continue
            fill = _first_row_fill(val(properties.find(w("tblStyle"))), known)
            first = table.find(w("tr"))  # one that repeats stands in a control
            if fill is not None and first is not None:
                _fill(first, fill)


def _formats_first_row(look: etree._Element | None) -> bool:
    if look is None:
        return False
    if look.get(w("firstRow")) is not None:
        return look.get(w("firstRow")) not in ("0", "false", "off")
    try:
        return bool(int(val(look), 16) & FIRST_ROW)
    except ValueError:
        return False


def _first_row_fill(style: str, known: Mapping[str, etree._Element]) -> etree._Element | None:
    """Return the shading that a table style, or what it is based on, gives a first row."""
    seen = set()
    while style in known and style not in seen:
        seen.add(style)
        for condition in known[style].iterfind(w("tblStylePr")):
            shading = condition.find(f"{w('tcPr')}/{w('shd')}")
            if condition.get(w("type")) == "firstRow" and shading is not None:
                return shading
        style = val(known[style].find(w("basedOn")))
    return None


def _fill(row: etree._Element, shading: etree._Element) -> None:
    for cell in row.iter(w("tc")):
        properties = child_of(cell, "tcPr", first=True)
        if properties.find(w("shd")) is None and next(cell.iterancestors(w("tr"))) is row:
            before = CELL_PROPERTIES[: CELL_PROPERTIES.index("shd")]
            at = sum(local(child) in before for child in properties)
            properties.insert(at, deepcopy(shading))
