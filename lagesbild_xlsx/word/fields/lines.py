"""What a line of text shows: its runs in order, without text boxes, deletions and field codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.xml import is_on, w

AROUND_RUNS = frozenset(
    map(w, ("hyperlink", "smartTag", "fldSimple", "ins", "moveTo", "customXml", "sdt"))
) | {w("sdtContent"), w("dir"), w("bdo")}
"""What runs can stand in, within a paragraph."""

SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


class RunPiece(NamedTuple):
    """A piece of the text that a run shows."""

    run: etree._Element
    text: str


def leaves(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a line, in order: runs, and the marks between them."""
    rest = list(reversed(element))
    while rest:
        child = rest.pop()
        if child.tag in AROUND_RUNS:
            rest += reversed(child)
        else:
            yield child


def pieces(
    line: etree._Element,
    start: etree._Element | None = None,
    end: etree._Element | None = None,
) -> Iterator[RunPiece]:
    """Yield the pieces of text that a line shows, between two of its marks where they are given."""
    is_inside = start is None
    codes: list[bool] = []  # for each field that is open, whether its code goes on
    for leaf in leaves(line):
        if leaf is end:
            return
        is_inside = is_inside or leaf is start
        if leaf.tag != w("r") or is_on(leaf.find(w("rPr")), "vanish"):
            continue
        for child in leaf:
            if child.tag == w("fldChar"):
                _follow(child, codes)
            elif is_inside and not any(codes) and (said := _said(child)):
                yield RunPiece(leaf, said)


def _follow(mark: etree._Element, codes: list[bool]) -> None:
    """Note that a field begins, shows its result from here on, or ends."""
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        codes.append(True)
    elif codes and kind == "separate":
        codes[-1] = False
    elif codes and kind == "end":
        codes.pop()


def _said(child: etree._Element) -> str:
    if child.tag == w("t"):
        return child.text or ""
    if child.tag == w("br"):
        return "" if child.get(w("type")) in ("page", "column") else "\n"
    return SIGNS.get(str(child.tag), "")


def line_text(line: etree._Element) -> str:
    """Return the text that a line shows."""
    return "".join(piece.text for piece in pieces(line))
