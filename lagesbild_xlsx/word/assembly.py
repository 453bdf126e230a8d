"""A marked part taken apart into fragments: at the processing instructions that mark it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from lxml import etree

from lagesbild_xlsx.word.fragments import (
    CopySuffix,
    Fragment,
    Fragments,
    Literal,
    OwnPart,
    PictureId,
)

MakeFragment: TypeAlias = Callable[[Sequence[Fragments]], Fragment]
"""Makes a fragment of the sections between its marks."""

OPEN, NEXT, END = "lb-open", "lb-next", "lb-end"
MARK = re.compile(rf"<\?({OPEN}|{NEXT}|{END}) ?(\d*)\?>")

PICTURE_ID, COPY_SUFFIX = "\uf8f0lb-picture\uf8f0", "\uf8f0lb-copy\uf8f0"
"""What stands in attributes in the place of ids that are others each time: letters nobody uses."""

ID = re.compile("\uf8f0lb-(picture|copy|part)(?::(\\w+))?\uf8f0")


def own_part(relationship: str) -> str:
    """Return what stands in the place of the id of a relationship to a part of one's own."""
    return f"\uf8f0lb-part:{relationship}\uf8f0"


def end_mark() -> etree._Element:
    """Return the mark at the end of what is opened last."""
    return etree.ProcessingInstruction(END)


def next_mark() -> etree._Element:
    """Return the mark between two sections of what is opened last."""
    return etree.ProcessingInstruction(NEXT)


def fragments_of(xml: str, builds: Sequence[MakeFragment]) -> Fragments:
    """Return the fragments of a marked part."""
    open_sections: list[tuple[MakeFragment | None, list[list[Fragment]]]] = [(None, [[]])]
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
    """Yield a piece of XML as it is, but for the ids in it that are others each time."""
    at = 0
    for found in ID.finditer(xml):
        yield Literal(xml[at : found.start()])
        at = found.end()
        if found[1] == "part":
            yield OwnPart(found[2])
        else:
            yield PictureId() if found[1] == "picture" else CopySuffix()
    if xml[at:]:
        yield Literal(xml[at:])
