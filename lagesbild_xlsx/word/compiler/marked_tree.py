"""A part's tree with marks, and the part taken apart into fragments at them.

The marks are processing instructions. The tree is written as one string, and split there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from lxml import etree

from lagesbild_xlsx.word.fragments import (
    CopiedPart,
    CopySuffix,
    Fragment,
    Fragments,
    Literal,
    PictureId,
)
from lagesbild_xlsx.word.xml import w

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


class FragmentPlaces:
    """The marks of one part, each pair with what makes a fragment of the sections between."""

    def __init__(self) -> None:
        self._builds: list[MakeFragment] = []

    def opening(self, build: MakeFragment) -> etree._Element:
        """Return the mark at the beginning of what a fragment is made of."""
        self._builds.append(build)
        return etree.ProcessingInstruction(OPEN, str(len(self._builds) - 1))

    def put_around(self, element: etree._Element, build: MakeFragment) -> None:
        """Mark an element as a section of its own."""
        element.addprevious(self.opening(build))
        element.addnext(end_mark())

    def put_inside(self, element: etree._Element, build: MakeFragment) -> None:
        """Mark all that an element holds as a section of its own."""
        element.insert(0, self.opening(build))
        element.append(end_mark())

    def put_around_texts(
        self, holder: etree._Element, texts: Sequence[etree._Element], build: MakeFragment
    ) -> None:
        """Mark the texts of a paragraph, or the place where they would stand, as one section."""
        opened = self.opening(build)
        if texts:
            texts[0].addprevious(opened)
            texts[-1].addnext(end_mark())
        else:
            properties = holder.find(w("pPr"))
            holder.insert(0 if properties is None else holder.index(properties) + 1, opened)
            opened.addnext(end_mark())

    def put_around_place(
        self, parent: etree._Element, element: etree._Element | None, at: int, build: MakeFragment
    ) -> None:
        """Mark an element, or the place where it would stand."""
        if element is not None:
            self.put_around(element, build)
            return
        opened = self.opening(build)
        parent.insert(at, opened)
        opened.addnext(end_mark())

    def fragments_of(self, root: etree._Element) -> Fragments:
        """Return the fragments of the marked part."""
        xml = etree.tostring(root, encoding="unicode")
        open_sections: list[tuple[MakeFragment | None, list[list[Fragment]]]] = [(None, [[]])]
        at = 0
        for mark in MARK.finditer(xml):
            open_sections[-1][1][-1] += _literals(xml[at : mark.start()])
            at = mark.end()
            if mark[1] == OPEN:
                open_sections.append((self._builds[int(mark[2])], [[]]))
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
            yield CopiedPart(found[2])
        else:
            yield PictureId() if found[1] == "picture" else CopySuffix()
    if xml[at:]:
        yield Literal(xml[at:])
