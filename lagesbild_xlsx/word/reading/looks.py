"""How a paragraph looks among the headings: by its style, or by what a hand has made of it."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.xml import is_on, style_of, val, w

HEADING = re.compile(r"heading ([1-9])")
BODY = 9
"""The outline level of running text (ECMA-376 part 1, 17.3.1.20)."""

BY_HAND = 10.0
"""Where headings without a style begin: below all with one."""

DEFAULT_SIZE, LARGEST_SIZE = 22, 200
"""Sizes in half points."""


class ReadStyles:
    """What the styles of a document say of its paragraphs."""

    def __init__(self, styles: etree._Element) -> None:
        """Take the styles."""
        self._styles = {each.get(w("styleId"), ""): each for each in styles.iterfind(w("style"))}
        self._levels: dict[str, int | None] = {}

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return the level of a heading, 0 for the title; None if it has no heading's style."""
        stated = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        if stated is not None and val(stated).isdecimal() and int(val(stated)) < BODY:
            return int(val(stated)) + 1
        style = style_of(paragraph)
        if style not in self._levels:
            self._levels[style] = self._level_of_style(style)
        return self._levels[style]

    def _level_of_style(self, number: str) -> int | None:
        for style in self._chain(number):
            name = normalised(val(style.find(w("name"))))
            outline = val(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if name == "title":
                return 0
            if found := HEADING.fullmatch(name):
                return int(found[1])
            if outline.isdecimal():
                return int(outline) + 1 if int(outline) < BODY else None
        return None

    def stands_out(self, paragraph: etree._Element) -> bool:
        """Return whether all of a paragraph is underlined, or bold by its style."""
        texts = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
        looks = [run.find(w("rPr")) for run in texts]
        by_style = (style.find(w("rPr")) for style in self._chain(style_of(paragraph)))
        is_bold = next((is_on(each, "b") for each in by_style if _states(each, "b")), False)
        if is_bold and not any(_states(each, "b") for each in looks):
            return True
        return bool(looks) and all(each is not None and _is_underlined(each) for each in looks)

    def level(self, paragraph: etree._Element, text: str) -> float:
        """Return how deep a line without a heading's style stands: the larger, the higher."""
        sizes = (val(size) for size in paragraph.iterfind(f"{w('r')}/{w('rPr')}/{w('sz')}"))
        size = next(filter(str.isdecimal, sizes), "") or self._size_of_style(style_of(paragraph))
        share = min(int(size or DEFAULT_SIZE), LARGEST_SIZE) / LARGEST_SIZE
        return BY_HAND + (1 - share) + (0.0 if text.isupper() else 0.001)

    def _size_of_style(self, number: str) -> str:
        sizes = (val(style.find(f"{w('rPr')}/{w('sz')}")) for style in self._chain(number))
        return next(filter(str.isdecimal, sizes), "")

    def _chain(self, number: str) -> list[etree._Element]:
        """Return a style and what it is based on."""
        chain: list[etree._Element] = []
        while number in self._styles and self._styles[number] not in chain:
            chain.append(self._styles[number])
            number = val(chain[-1].find(w("basedOn")))
        return chain


def _states(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and properties.find(w(name)) is not None


def _is_underlined(properties: etree._Element) -> bool:
    return val(properties.find(w("u"))) not in ("", "none")
