"""The place of a table of contents: the paragraphs from where its field begins to where it ends.

The field often ends at the beginning of the paragraph that follows, which may be the first heading:
that paragraph stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from lxml import etree

from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.fields.bookmarks import END, START
from lagesbild_xlsx.word.fields.found import Field
from lagesbild_xlsx.word.fields.lines import AROUND_RUNS
from lagesbild_xlsx.word.fields.results import holds_ours, separate_of
from lagesbild_xlsx.word.xml import w

PARAGRAPH, PROPERTIES, SECTION = map(w, ("p", "pPr", "sectPr"))
TEXTS = AROUND_RUNS | {w("r")}
BETWEEN = frozenset((PARAGRAPH, START, END, w("proofErr"), w("permStart"), w("permEnd")))
"""What may stand between the first and the last paragraph."""


@dataclass(frozen=True, eq=False)
class ContentsArea:
    """The place of a table of contents.

    Attributes:
        begin: the run in which its field begins.
        separate: the run that the entries stand after.
        end: the run in which the field ends.
        between: what stands between the paragraphs of the first and the last of these.
    """

    begin: etree._Element
    separate: etree._Element
    end: etree._Element
    between: Sequence[etree._Element] = ()

    @cached_property
    def first(self) -> etree._Element:
        """The paragraph in which the field begins."""
        return next(self.begin.iterancestors(PARAGRAPH))

    @cached_property
    def last(self) -> etree._Element:
        """The paragraph in which the field ends."""
        return next(self.end.iterancestors(PARAGRAPH))

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Its paragraphs."""
        between = [each for each in self.between if each.tag == PARAGRAPH]
        return list(dict.fromkeys((self.first, *between, self.last)))

    @property
    def result(self) -> list[etree._Element]:
        """What stands in the field's result."""
        inside = list(_until(self.end, self.separate.itersiblings()))
        if self.first is self.last:
            return inside
        before = [each for each in _until(self.end, self.last) if each.tag != PROPERTIES]
        return [*inside, *self.between, *before]

    @property
    def ends_with_entry(self) -> bool:
        """Whether the paragraph in which the field ends holds an entry and nothing else."""
        if (
            _has_text(self.end.itersiblings())
            or self.last.find(f"{PROPERTIES}/{SECTION}") is not None
        ):
            return False
        return self.last is self.first or _has_text(_until(self.end, self.last))


def _has_text(elements: Iterable[etree._Element]) -> bool:
    return any(each.tag in TEXTS for each in elements)


def _until(end: etree._Element, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return takewhile(lambda each: each is not end, elements)


def area_of(field: Field) -> ContentsArea | None:
    """Return the place of a table of contents.

    None where it reaches over several containers, holds a section break or a value of ours, or
    something other than paragraphs.
    """
    first, last = field.begin.getparent(), field.end.getparent()
    if first is None or last is None or {first.tag, last.tag} != {PARAGRAPH}:
        return None
    if first.getparent() is not last.getparent():
        return None
    if field.separate is None and first is not last:
        return None
    separate = separate_of(field)
    if separate.getparent() is not first:
        return None
    between = [] if first is last else list(_until(last, first.itersiblings()))
    follows = (between[-1] if between else first).getnext()
    if (first is not last and follows is not last) or any(e.tag not in BETWEEN for e in between):
        return None
    return _sound(ContentsArea(field.begin, separate, field.end, between))


def _sound(area: ContentsArea) -> ContentsArea | None:
    """Return a place if nothing stands in it that must not be replaced."""
    sections = [each for each in (area.first, *area.between) for _ in each.iter(SECTION)]
    return None if sections or holds_ours(area.result) else area


@dataclass(frozen=True, eq=False)
class Cleared:
    """The place of a table of contents without entries.

    Attributes:
        area: the place with them.
        first: the paragraph in which the field begins.
        last: the paragraph that begins with its end, another one.
        is_spare: whether that holds nothing else that is to stay.
    """

    area: ContentsArea
    first: etree._Element
    last: etree._Element
    is_spare: bool

    def fill(self, entries: Sequence[etree._Element]) -> None:
        """Put entries, a paragraph each, in place: after a title in the field's own paragraph."""
        at, rest = self.first, list(entries)
        if rest and not self._begins_after_text:
            self._begin_with(rest.pop(0))
        for entry in rest:
            at.addnext(entry)
            at = entry
        if self.is_spare:
            at.extend([self.area.end, *self.area.end.itersiblings()])
            remove(self.last)

    @property
    def _begins_after_text(self) -> bool:
        before = self.area.begin.itersiblings(w("r"), preceding=True)
        return any(run.find(w("t")) is not None for run in before)

    def _begin_with(self, entry: etree._Element) -> None:
        """Put the first entry into the paragraph in which the field begins."""
        properties, *content = entry
        for element in reversed(content):
            self.area.separate.addnext(element)
        for old in self.first.findall(PROPERTIES):
            self.first.remove(old)
        self.first.insert(0, properties)


def cleared(area: ContentsArea) -> Cleared:
    """Take the entries out; what only begins or ends among them stays."""
    first, last, is_spare, result = area.first, area.last, area.ends_with_entry, area.result
    kept = _unpaired(result)
    for mark in kept:
        area.end.addprevious(mark)
    for element in result:
        if element not in kept:
            remove(element)
    last = _parted(first, area.end) if last is first else last
    return Cleared(area, first, last, is_spare)


def _unpaired(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Return the ends of bookmarks in some elements whose other end is not there."""
    marks = [mark for element in elements for mark in element.iter(START, END)]
    ends = Counter(mark.get(w("id")) for mark in marks)
    return [mark for mark in marks if ends[mark.get(w("id"))] == 1]


def _parted(paragraph: etree._Element, end: etree._Element) -> etree._Element:
    """Return a paragraph of its own for the end of a field, and all that stands after it."""
    rest = etree.Element(PARAGRAPH)
    properties = paragraph.find(PROPERTIES)
    rest.extend([] if properties is None else [deepcopy(properties)])
    rest.extend([end, *end.itersiblings()])
    paragraph.addnext(rest)
    return rest
