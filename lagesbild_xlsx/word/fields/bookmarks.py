"""The bookmarks of a document, and what each is around (ECMA-376 part 1, 17.13.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from lagesbild_xlsx.word.fields.lines import line_text, pieces
from lagesbild_xlsx.word.xml import following, w

START, END = w("bookmarkStart"), w("bookmarkEnd")


@dataclass(frozen=True, eq=False)
class Bookmark:
    """A bookmark: where it starts and ends."""

    start: etree._Element
    end: etree._Element | None

    @cached_property
    def paragraph(self) -> etree._Element | None:
        """The paragraph that it starts in, or before."""
        around = next(self.start.iterancestors(w("p")), None)
        if around is not None:
            return around
        return next((each for each in following(self.start) if each.tag == w("p")), None)

    @cached_property
    def text(self) -> str | None:
        """The text that it is around; None where that is more than one paragraph's."""
        if self.end is None or self.paragraph is None:
            return None
        first = next(self.start.iterancestors(w("p")), None)
        last = next(self.end.iterancestors(w("p")), None)
        if first is last and first is not None:
            return "".join(piece.text for piece in pieces(first, self.start, self.end))
        texts = [text for text in self._texts(first, last) if text]
        return texts[0] if len(texts) == 1 else None

    def _texts(self, first: etree._Element | None, last: etree._Element | None) -> Iterator[str]:
        """Yield the text of each paragraph that it reaches into; three are enough."""
        if first is not None:
            yield "".join(piece.text for piece in pieces(first, self.start))
        between = 0
        for element in following(self.start):
            if element is self.end or between > 1:
                break
            if element.tag != w("p") or element is first or element is last:
                continue
            between += 1
            yield line_text(element)
        if last is not None:
            yield "".join(piece.text for piece in pieces(last, None, self.end))


def bookmarks_in(roots: Iterable[etree._Element]) -> dict[str, Bookmark]:
    """Return the bookmarks of stories by their folded names, the first of each name."""
    found: dict[str, Bookmark] = {}
    for root in roots:
        ends: dict[str, etree._Element] = {}
        for end in root.iter(END):
            ends.setdefault(end.get(w("id"), ""), end)
        for start in root.iter(START):
            name = start.get(w("name"), "").casefold()
            if name not in found:
                found[name] = Bookmark(start, ends.get(start.get(w("id"), "")))
    return found


def highest_id(roots: Iterable[etree._Element]) -> int:
    """Return the highest id of a bookmark in stories; 0 where there is none."""
    numbers = (mark.get(w("id"), "") for root in roots for mark in root.iter(START, END))
    return max((int(n) for n in numbers if n.isdecimal() and len(n) <= LONGEST_ID), default=0)


LONGEST_ID = 9
"""How many figures an id is read with: more is no id that a program writes (17.5.2.18)."""
