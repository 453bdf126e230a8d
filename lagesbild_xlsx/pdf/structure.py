"""Table rows and figures in the structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8.4)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

CONTENT = (Name.MCR, Name.OBJR)
"""The types of references to content on a page (14.7.4); a number is one as well."""


def painted_rows(pdf: bytes) -> list[bool] | None:
    """Return of each table row whether anything on a page is marked as its content.

    Returns:
        The rows table by table, a table before those in it; None where the PDF is not tagged.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.get(Name.StructTreeRoot)
        if root is None:
            return None
        return [
            any(map(_is_content, _with_all_below(row)))
            for table in _with_all_below(root)
            if _type_of(table) == Name.Table
            for row in _rows_of(table)
        ]


def figures_in(pdf: pikepdf.Pdf) -> list[Any]:
    """Return the structure elements of pictures, charts and shapes, in reading order."""
    root = pdf.Root.get(Name.StructTreeRoot)
    found = () if root is None else _with_all_below(root)
    return [element for element in found if _type_of(element) == Name.Figure]


def _rows_of(table: Any) -> Iterator[Any]:  # noqa: ANN401 - as pikepdf types what it holds
    """Yield a table's own rows, none of a table inside it."""
    waiting = _kids(table)[::-1]
    while waiting:
        element = waiting.pop()
        if _type_of(element) == Name.TR:
            yield element
        elif _type_of(element) != Name.Table:
            waiting += _kids(element)[::-1]


def _with_all_below(element: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield an element and all below it, in reading order."""
    waiting = [element]
    while waiting:
        yield (element := waiting.pop())
        waiting += _kids(element)[::-1]


def _kids(element: Any) -> list[Any]:  # noqa: ANN401
    kids = element.get(Name.K) if isinstance(element, pikepdf.Dictionary) else None
    if isinstance(kids, pikepdf.Array):
        return list(kids)
    return [] if kids is None else [kids]


def _type_of(element: Any) -> Any:  # noqa: ANN401
    """Return the structure type of an element; None of what is none."""
    return element.get(Name.S) if isinstance(element, pikepdf.Dictionary) else None


def _is_content(element: Any) -> bool:  # noqa: ANN401
    is_number = isinstance(element, int)
    return is_number or (_type_of(element) is None and element.get(Name.Type) in CONTENT)
