"""The numbers that lists give to paragraphs, counted as Word counts them (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.alternatives import FALLBACK
from lagesbild_xlsx.word.fields.numerals import MOST, NUMBER_FORMATS, written
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles, numbering_in
from lagesbild_xlsx.word.xml import is_on, style_of, val, w

LEVELS = 9
GAP = re.compile("%([1-9])")
"""Where a label shows the number of a level."""

UNKNOWN = "\ufffd"
"""What stands in a label for a number that is written in a way that is not known."""

SUFFIXES = {"space": " ", "nothing": ""}
"""What stands between a label and its text, where that is no tab (17.9.28)."""


class ListLevel(NamedTuple):
    """One level of a list.

    Attributes:
        text: its label, with gaps for numbers (``%1.%2``).
        form: how its own number is written.
        start: its first number.
        restart: the level whose next number makes it start anew; 0 for none.
        suffix: what stands after the label.
        is_legal: whether all numbers in the label are written in figures.
    """

    text: str = ""
    form: str = "decimal"
    start: int = 0
    restart: int | None = None
    suffix: str = "\t"
    is_legal: bool = False


class Label(NamedTuple):
    """The number of a paragraph.

    Attributes:
        counts: how far each level of its list has come, down to its own.
        texts: the label of each of those levels.
        levels: the levels.
        list_id: which list it is.
    """

    counts: tuple[int, ...]
    texts: tuple[str, ...]
    levels: tuple[ListLevel, ...]
    list_id: str

    @property
    def text(self) -> str:
        """The label as it stands before the text."""
        return self.texts[-1]

    @property
    def suffix(self) -> str:
        """What stands between the label and the text."""
        return self.levels[-1].suffix

    @property
    def without_words(self) -> Label:
        """The label as its numbers and the signs between them alone."""
        return self._with(each._replace(text=without_words(each.text)) for each in self.levels)

    @property
    def in_known_forms(self) -> Label:
        """The label with figures for what is written in a way that is not known."""
        return self._with(
            each if each.form in NUMBER_FORMATS else each._replace(form="decimal")
            for each in self.levels
        )

    def _with(self, changed: Iterable[ListLevel]) -> Label:
        levels = tuple(changed)
        texts = tuple(_text(levels, self.counts, at) for at in range(len(levels)))
        return self._replace(levels=levels, texts=texts)

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign and no number."""
        return self.levels[-1].form == "bullet"


def without_words(text: str) -> str:
    """Return a label's text without what is neither number nor sign."""
    return re.sub(r"[^\W\d_]+", "", text).strip()


class DefinedList(NamedTuple):
    """A list that paragraphs are in: whose counts it goes on with, and its levels."""

    counted_with: str
    levels: tuple[ListLevel, ...]
    starts: Mapping[int, int]
    level_of_style: Mapping[str, int]


@dataclass(frozen=True)
class DefinedLists:
    """The lists that a document defines."""

    root: etree._Element | None

    def list_of(self, list_id: str) -> DefinedList | None:
        """Return a list by its id; None where it is not defined."""
        return self._lists.get(list_id)

    @cached_property
    def _lists(self) -> dict[str, DefinedList]:
        if self.root is None:
            return {}
        abstract = {each.get(w("abstractNumId"), ""): each for each in self._all("abstractNum")}
        named = {val(each.find(w("styleLink"))): each for each in abstract.values()}
        lists = {}
        for number in self._all("num"):
            counted_with = val(number.find(w("abstractNumId")))
            definition = abstract.get(counted_with)
            link = "" if definition is None else val(definition.find(w("numStyleLink")))
            definition = named.get(link, definition) if link else definition
            if definition is not None:
                counted_with = definition.get(w("abstractNumId"), "")
                list_id = number.get(w("numId"), "")
                lists[list_id] = _list(counted_with, definition, number)
        return lists

    def _all(self, name: str) -> list[etree._Element]:
        return [] if self.root is None else self.root.findall(w(name))


def _list(counted_with: str, definition: etree._Element, number: etree._Element) -> DefinedList:
    elements = {_level_number(each): each for each in definition.iterfind(w("lvl"))}
    starts = {}
    for override in number.iterfind(w("lvlOverride")):
        at = _level_number(override)
        own, start = override.find(w("lvl")), override.find(w("startOverride"))
        if own is not None:
            elements[at] = own
        if start is not None:
            starts[at] = _count(val(start), 0)
    levels = tuple(_level(elements.get(at)) for at in range(LEVELS))
    styles = {val(each.find(w("pStyle"))): at for at, each in elements.items()}
    return DefinedList(counted_with, levels, starts, styles)


def _level_number(element: etree._Element) -> int:
    return min(_count(element.get(w("ilvl"), "0"), 0), LEVELS - 1)


def _level(element: etree._Element | None) -> ListLevel:
    if element is None:
        return ListLevel()
    restart = element.find(w("lvlRestart"))
    return ListLevel(
        val(element.find(w("lvlText"))),
        val(element.find(w("numFmt"))) or "decimal",
        _count(val(element.find(w("start"))), 0),
        None if restart is None else _count(val(restart), 0),
        SUFFIXES.get(val(element.find(w("suff"))), "\t"),
        is_on(element, "isLgl"),
    )


def _count(text: str, otherwise: int) -> int:
    return (
        min(int(text), MOST) if text.isdecimal() and len(text) < len(str(MOST)) + 1 else otherwise
    )


@dataclass
class _Counter:
    """How far the lists have come that count together."""

    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, used: DefinedList, at: int) -> tuple[int, ...]:
        """Return the counts, down to a level, of the next paragraph there."""
        current, first = self.counts[at], used.levels[at].start
        is_first = (list_id, at) not in self.begun
        if is_first and at in used.starts:
            self.counts[at] = used.starts[at]
        else:
            self.counts[at] = first if current is None else current + 1
        self.begun.add((list_id, at))
        for above in range(at):
            if self.counts[above] is None:
                self.counts[above] = used.starts.get(above, used.levels[above].start)
                self.begun.add((list_id, above))
        for below in range(at + 1, LEVELS):
            restart = used.levels[below].restart
            if restart is None or at < restart:
                self.counts[below] = None
        return tuple(count or 0 for count in self.counts[: at + 1])


def labels_of(
    paragraphs: Iterable[etree._Element], styles: ParagraphStyles, lists: DefinedLists
) -> dict[etree._Element, Label]:
    """Return the labels of the paragraphs that are numbered, in the order of the document."""
    counters: dict[str, _Counter] = {}
    found = {}
    for paragraph in paragraphs:
        list_id, used, at = _place(paragraph, styles, lists)
        if used is not None:
            counter = counters.setdefault(used.counted_with, _Counter())
            found[paragraph] = _label(list_id, used, counter.next(list_id, used, at))
    return found


def _place(
    paragraph: etree._Element, styles: ParagraphStyles, lists: DefinedLists
) -> tuple[str, DefinedList | None, int]:
    """Return the list that a paragraph is in, if any, and at which level."""
    properties = paragraph.find(w("pPr"))
    if properties is None and not styles.is_default_numbered:
        return "", None, 0
    own, style = numbering_in(properties), styles.of(paragraph)
    list_id = style.numbering.list_id if own.list_id is None else own.list_id
    used = lists.list_of(list_id or "")
    if used is None:
        return "", None, 0
    if own.level is not None:
        return list_id or "", used, own.level
    of_style = used.level_of_style.get(style_of(paragraph) or styles.default)
    if of_style is None:
        of_style = used.level_of_style.get(style.numbered_by)
    level = style.numbering.level if of_style is None else of_style
    return list_id or "", used, level or 0


def _label(list_id: str, used: DefinedList, counts: tuple[int, ...]) -> Label:
    levels = used.levels[: len(counts)]
    texts = tuple(_text(used.levels, counts, at) for at in range(len(counts)))
    return Label(counts, texts, levels, list_id)


def _text(levels: tuple[ListLevel, ...], counts: tuple[int, ...], at: int) -> str:
    """Return the label of a level, its gaps filled in."""

    def filled(gap: re.Match[str]) -> str:
        shown = int(gap[1]) - 1
        if shown >= len(counts):
            return ""
        form = "decimal" if levels[at].is_legal and shown < at else levels[shown].form
        number = written(counts[shown], form)
        return UNKNOWN if number is None else number

    return GAP.sub(filled, levels[at].text)


def counted(root: etree._Element) -> Iterator[etree._Element]:
    """Return the paragraphs of a story in the order that they are numbered in."""
    aside = {each for form in root.iter(FALLBACK) for each in form.iter(w("p"))}
    return (each for each in root.iter(w("p")) if each not in aside)
