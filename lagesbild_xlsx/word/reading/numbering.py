"""Automatic numbers: what Word shows before a paragraph of a list (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import val, w

BULLET = "–"
"""What stands for any bullet; a font may show it as anything."""

NO_LIST = "0"
"""The number of a list that takes a paragraph out of its style's list (17.9.18)."""

MOST_LEVELS = 9
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 4000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ReadLevel(NamedTuple):
    """A level of a list: its first number, how numbers look, and the text around them."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


class Item(NamedTuple):
    """Which list a paragraph belongs to, and at which level."""

    number: str
    level: int


@dataclass
class ReadNumbering:
    """The lists of a document, and how far each has come."""

    root: etree._Element | None
    styles: etree._Element
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the lists, and the styles that make list items."""
        found = [] if self.root is None else list(self.root.iterchildren())
        self._abstract = {e.get(w("abstractNumId"), ""): e for e in found if _is(e, "abstractNum")}
        self._lists = {e.get(w("numId"), ""): e for e in found if _is(e, "num")}
        self._levels: dict[str, Mapping[int, ReadLevel]] = {}
        self._of_styles = {
            style.get(w("styleId"), ""): style for style in self.styles.iterfind(w("style"))
        }

    def labels(self, root: etree._Element) -> dict[etree._Element, str]:
        """Return what stands before each list item below an element; nothing but for those."""
        return dict(self._labels(root))

    def _labels(self, root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        for properties in root.iter(w("pPr")):
            paragraph = properties.getparent()
            item = None if paragraph is None else self._item(paragraph)
            if paragraph is not None and item is not None and item.number != NO_LIST:
                yield paragraph, self._next(item) if item.number in self._lists else BULLET

    def _item(self, paragraph: etree._Element) -> Item | None:
        """Return the list item that a paragraph is, by itself or by its style."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return None
        own = properties.find(w("numPr"))
        style = val(properties.find(w("pStyle")))
        of_style, seen = None, set[str]()
        while of_style is None and style in self._of_styles and style not in seen:
            seen.add(style)
            element = self._of_styles[style]
            of_style = element.find(f"{w('pPr')}/{w('numPr')}")
            style = val(element.find(w("basedOn")))
        stated = [each for each in (own, of_style) if each is not None]
        numbers = (val(each.find(w("numId"))) for each in stated)
        levels = (val(each.find(w("ilvl"))) for each in stated)
        number = next(filter(None, numbers), "")
        level = next(filter(str.isdecimal, levels), "0")
        return Item(number, min(int(level[:2]), MOST_LEVELS - 1)) if number else None

    def _next(self, item: Item) -> str:
        """Count an item, and return what stands before it."""
        levels = self._levels_of(item.number)
        level = levels.get(item.level, ReadLevel())
        if level.form == "bullet":
            return BULLET
        counts = self._counts.setdefault(self._key(item.number), [])
        for at in range(len(counts), item.level + 1):
            counts.append(levels.get(at, ReadLevel()).start - (at == item.level))
        counts[item.level] += 1
        del counts[item.level + 1 :]
        if level.form == "none" and "%" not in level.text:
            return level.text.strip()

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = levels.get(at, ReadLevel()).form
            return formatted(counts[at], form) if at < len(counts) else ""

        return re.sub(r"%([1-9])", shown, level.text).strip()

    def _key(self, number: str) -> str:
        """Return what lists that go on from each other have in common."""
        element = self._lists[number]
        if element.find(f"{w('lvlOverride')}/{w('startOverride')}") is not None:
            return f"num {number}"
        return val(element.find(w("abstractNumId")))

    def _levels_of(self, number: str) -> Mapping[int, ReadLevel]:
        if number not in self._levels:
            element = self._lists[number]
            abstract = self._abstract.get(val(element.find(w("abstractNumId"))))
            levels = {} if abstract is None else dict(map(_level, abstract.iterfind(w("lvl"))))
            for override in element.iterfind(w("lvlOverride")):
                at = _number(override.get(w("ilvl"), ""), 0)
                if (own := override.find(w("lvl"))) is not None:
                    levels[at] = _level(own)[1]
                start = val(override.find(w("startOverride")))
                levels[at] = levels.get(at, ReadLevel())
                levels[at] = levels[at]._replace(start=_number(start, levels[at].start))
            self._levels[number] = levels
        return self._levels[number]


def _is(element: etree._Element, name: str) -> bool:
    return local(element) == name


def _level(element: etree._Element) -> tuple[int, ReadLevel]:
    start = _number(val(element.find(w("start"))), 1)
    form = val(element.find(w("numFmt"))) or "decimal"
    text = val(element.find(w("lvlText")))
    return _number(element.get(w("ilvl"), ""), 0), ReadLevel(start, form, text)


def _number(stored: str, default: int) -> int:
    return int(stored[:6]) if stored.isdecimal() else default


def formatted(number: int, form: str) -> str:
    """Return a number in the form of a list: 2 as b, ii or 02."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        times, at = divmod(number - 1, len(LETTERS))
        letters = LETTERS[at] * min(times + 1, MOST_LEVELS)
        return letters.upper() if form.startswith("upper") else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < LARGEST_ROMAN:
        roman, rest = "", number
        for value, letters in ROMAN:
            times, rest = divmod(rest, value)
            roman += letters * times
        return roman.upper() if form.startswith("upper") else roman
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def typed_sign(label: str) -> str:
    """Return what is typed where Word shows a bullet or a number before an item."""
    return "- " if label == BULLET else f"{label} "
