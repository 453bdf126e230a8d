"""The last rows of a sheet, to which nothing is done: a million of them are no tree, only text.

They are known by patterns, as a tree of them would take gigabytes. The patterns need not know every
form: rows that are written in another way stay in the tree, where everything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LONG = 10_000
"""How many such rows stay in a sheet's tree. Staff format some hundreds ahead."""

ATTRIBUTES = rb"""(?:\s+[\w:.-]+="[^"<>']*")*+\s*"""
ROW = rb"""<row(?:\s+(?!r=)[\w:.-]+="[^"<>']*")*+\s+r="(\d+)\"""" + ATTRIBUTES
BLANK_ROW = re.compile(
    ROW + rb"(?:/>|>\s*+(?:<c" + ATTRIBUTES + rb"(?:/>|>\s*+</c>)\s*+)*+</row>)\s*+"
)
"""A row whose cells, if it has any, hold nothing (ECMA-376 part 1, 18.3.1.73). Rows and cells that
are written in another way, such as with a namespace prefix, stay in the tree."""

ANY_ROW = re.compile(ROW + rb"(?:/>|>.*?</row>)\s*+", re.DOTALL)
"""A row, whatever it holds."""

NUMBER = re.compile(rb'(<(?:row|c)\s(?:[^<>\']*?\s)?r="[A-Z]*)(\d+)')
PIECE = 1 << 20
"""How many bytes of rows are moved at a time."""

END = b"</sheetData>"


class TrailingRows(NamedTuple):
    """A sheet's XML without its last rows, and those rows; none where they are not many."""

    sheet: bytes
    rows: bytes


def without_trailing_rows(
    sheet: bytes, last: int, form: re.Pattern[bytes] = BLANK_ROW
) -> TrailingRows:
    """Return a sheet's XML and the rows of a form that end it, all below a row.

    Args:
        sheet: its part.
        last: the number of that row.
        form: what the rows look like; ``ANY_ROW`` where they stay where they are.
    """
    start = end = count = 0
    for row in form.finditer(sheet) if b"<!" not in sheet else ():  # a comment may look like rows
        if int(row[1]) > last:
            is_next = row.start() == end
            start, count = (start, count + 1) if is_next else (row.start(), 1)
            end = row.end()
    if count <= LONG or not sheet.startswith(END, end):
        return TrailingRows(sheet, b"")
    return TrailingRows(sheet[:start] + sheet[end:], sheet[start:end])


def with_trailing_rows(sheet: bytes, rows: bytes) -> bytes:
    """Return a sheet's XML with rows put last among its own."""
    if not rows:
        return sheet
    before, end, after = sheet.replace(b"<sheetData/>", b"<sheetData></sheetData>").partition(END)
    return b"".join((before, rows, end, after))


def moved_up(rows: bytes, by: int) -> bytes:
    """Return rows where they go when some above them are taken out."""
    if not by:
        return rows
    pieces = (rows[start:end] for start, end in pairwise(_cuts(rows)))
    return b"".join(
        NUMBER.sub(lambda found: b"%b%d" % (found[1], int(found[2]) - by), piece)
        for piece in pieces
    )


def _cuts(rows: bytes) -> Iterator[int]:
    """Yield where to cut rows, always between two: to move a piece takes many times its memory."""
    at = 0
    while at >= 0:
        yield at
        at = rows.find(b"<row", at + PIECE)
    yield len(rows)
