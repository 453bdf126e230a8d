"""Rows that are longer than half a page may break across pages; all others stay whole.

A row that stays whole (``w:cantSplit``, ECMA-376 part 1, 17.4.6) moves to the next page when it
does not fit, and a long one leaves most of a page blank. How high a row is only a program that
draws pages knows; here it is estimated from its longest cell.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from lagesbild_xlsx.opc.xml import remove
from lagesbild_xlsx.word.xml import w

LETTER, LINE = 98, 256
"""The width of a letter and the height of a line of 10 points, in twentieths of a point."""

CELL_MARGINS = 216
FEWEST_LETTERS = 300
"""A row with fewer letters than these is never long."""

A4 = {"h": 16838, "top": 1701, "bottom": 1304}


def let_long_rows_break(body: etree._Element) -> bool:
    """Let the long rows of a body break across pages, and return whether there are any."""
    limit = _page_height(body) / 2 / LINE
    marks = [mark for mark in body.iter(w("cantSplit")) if _lines_of(_row_of(mark)) > limit]
    for mark in marks:
        remove(mark)
    return bool(marks)


def _row_of(mark: etree._Element) -> etree._Element:
    return next(mark.iterancestors(w("tr")), mark)


def _page_height(body: etree._Element) -> float:
    """Return the height of the text on a page of the last section."""
    section = body.find(f"{w('body')}/{w('sectPr')}")
    sizes = dict(A4)
    for element in () if section is None else section:
        if element.tag in (w("pgSz"), w("pgMar")):
            sizes |= {n: _number(element.get(w(n)), sizes[n]) for n in sizes if element.get(w(n))}
    return sizes["h"] - sizes["top"] - sizes["bottom"]


def _lines_of(row: etree._Element) -> int:
    """Return about how many lines high a row is."""
    if sum(len(t.text or "") for t in row.iter(w("t"))) < FEWEST_LETTERS:
        return 1
    return max((_lines_of_cell(cell) for cell in row.iter(w("tc"))), default=1)


def _lines_of_cell(cell: etree._Element) -> int:
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    wide = _number(None if width is None else width.get(w("w")), 0)
    letters = max(1, (wide - CELL_MARGINS) // LETTER)
    return sum(_lines_of_paragraph(each, letters) for each in cell.iter(w("p"))) if wide else 1


def _lines_of_paragraph(paragraph: etree._Element, letters: int) -> int:
    lines = [0]
    for element in paragraph.iter(w("t"), w("br")):
        if element.tag == w("br"):
            lines.append(0)
        else:
            lines[-1] += len(element.text or "")
    return sum(max(1, ceil(count / letters)) for count in lines)


def _number(typed: str | None, otherwise: int) -> int:
    return int(typed) if typed and typed.isdecimal() else otherwise
