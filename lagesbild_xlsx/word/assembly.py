"""A marked part taken apart into fragments: at the processing instructions that mark it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from lxml import etree

from lagesbild_xlsx.word.fragments import Fragment, Fragments, Literal, PictureId

Build: TypeAlias = Callable[[Sequence[Fragments]], Fragment]
"""Makes a fragment of the sections between its marks."""

OPEN, NEXT, END = "lb-open", "lb-next", "lb-end"
MARK = re.compile(rf"<\?({OPEN}|{NEXT}|{END}) ?(\d*)\?>")


def end_mark() -> etree._Element:
    """Return the mark at the end of what is opened last."""
    return etree.ProcessingInstruction(END)


def next_mark() -> etree._Element:
    """Return the mark between two sections of what is opened last."""
    return etree.ProcessingInstruction(NEXT)


def fragments_of(xml: str, builds: Sequence[Build]) -> Fragments:
    """Return the fragments of a marked part."""
    open_sections: list[tuple[Build | None, list[list[Fragment]]]] = [(None, [[]])]
    at = 0
    for mark in MARK.finditer(xml):
        open_sections[-1][1][-1] += _literals(xml[at : mark.start()])
        at = mark.end()
        if mark[1] == OPEN:
            open_sections.append((builds[int(mark[2])], [[]]))
        elif mark[1] == NEXT:
            open_sections[-1][1].append([])
        else:
            build, sections = open_sections.pop()
            assert build is not None  # noqa: S101 - marks are made in pairs
            open_sections[-1][1][-1].append(build(sections))
    open_sections[-1][1][-1] += _literals(xml[at:])
    return open_sections[0][1][0]


def _literals(xml: str) -> Iterator[Fragment]:
    """Yield a piece of XML as it is, but for the ids of its pictures."""
    before, *rest = re.split(r'(?<=<wp:docPr )([^>]*?\bid=")\d+(?=")', xml)
    if before:
        yield Literal(before)
    for start, after in zip(rest[::2], rest[1::2], strict=True):
        yield from (Literal(start), PictureId(), Literal(after))
