"""The rows of a worksheet as they are stored, and a worksheet without those that hold nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from lxml import etree

from lagesbild_xlsx.excel.strings import Stored, read_string
from lagesbild_xlsx.opc import Chunks

DIGITS = "0123456789"

RawCell: TypeAlias = tuple[
    str | None, str | None, str | None, str | None, str | None, Stored | None
]
"""A ``c`` element (ECMA-376 part 1, 18.3.1.4): what it has of its parts.

They are the letters of its column, the number of its format, the type of what is stored, the
formula, the stored value, and the inline string. A name for each would take longer than the rest.
Of a cell whose value is rich (a picture, a data type) its number in the metadata is stored.
"""

RICH = "vm"
"""The type of a cell whose value is rich; programs that do not know it see the error #VALUE!."""


class RawRow(NamedTuple):
    """A ``row`` element (18.3.1.73); ``number`` is None where it stands next to the one before."""

    number: int | None
    style: str | None
    is_hidden: bool
    cells: list[RawCell]


def parsed_row(element: etree._Element) -> RawRow:
    """Return the row of an element."""
    number = element.get("r")
    return RawRow(
        int(number) if number else None,
        element.get("s"),
        element.get("hidden") in TRUE or element.get("ht") in NO_HEIGHT,
        [_parsed_cell(c) for c in element],
    )


TRUE = ("1", "true")
NO_HEIGHT = ("0", "0.0")
RICH_SHOWN = "#VALUE!"


def _parsed_cell(c: etree._Element) -> RawCell:
    formula = stored = text = None
    for child in c:
        name = str(child.tag).rpartition("}")[2]
        if name == "v":
            stored = child.text
        elif name == "f":
            formula = child.text or ""
        elif name == "is":
            text = read_string(child)
    reference = c.get("r")
    letters = reference.rstrip(DIGITS) if reference else None
    kind = c.get("t")
    if kind == "e" and stored == RICH_SHOWN and (number := c.get("vm")):
        kind, stored = RICH, number
    return letters, c.get("s"), kind, formula, stored, text


# ------------------------------------------------------------------ rows that hold nothing

PLAIN_BLANK_ROW = re.compile(
    rb'<row r="[0-9]+"[^<>]*(?:(?<=/)>|(?<!/)>(?:<c [^<>]*(?:(?<=/)>|(?<!/)></c>))*+</row>)'
    rb'(?=<row r="|</sheetData>)'
)
"""A row of formats only, in the plain form; no row without a number may follow one taken out.

``editor.BLANK_ROW`` also takes other forms, in three times the time.
"""

LONGEST_ROW = 1 << 20
"""How many bytes are waited for to see a row whole."""


def without_blank_rows(chunks: Iterator[bytes]) -> Chunks:
    """Yield a worksheet's XML without the rows that hold nothing, of which there can be a million.

    Where there is anything but elements, which could hold what only looks like a row, all is left.
    The pattern saves the parser a million rows. It need not know every form: what it leaves is
    parsed, and a row of formats only gives nothing then either.
    """
    waiting = b""
    for chunk in chunks:
        waiting += chunk
        if b"<!" in waiting:
            break
        waiting = PLAIN_BLANK_ROW.sub(b"", waiting)
        cut = _cut(waiting)
        yield waiting[:cut]
        waiting = waiting[cut:]
    yield waiting
    yield from chunks


def _cut(xml: bytes) -> int:
    """Return how much of a piece of XML is ready: up to the last row but one.

    Of the last row no more than its beginning may be there, and the one before ends with that.
    """
    last = xml.rfind(b"<row")
    before = xml.rfind(b"<row", 0, max(last, 0))
    row = last if before < 0 else before
    if row >= 0 and len(xml) - row < LONGEST_ROW:
        return row
    begun = xml.rfind(b"<", -len(b"<ro"))
    return len(xml) if begun < 0 else begun
