r"""Which paragraphs a table of contents lists, and at which level (ECMA-376, 17.16.5.68)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.fields.found import FieldCode
from lagesbild_xlsx.word.fields.paragraphs import (
    BODY_TEXT,
    ParagraphStyles,
)
from lagesbild_xlsx.word.xml import style_of, val, w

ALL_LEVELS = range(1, 10)
NO_LEVELS = range(0)


class Outline(NamedTuple):
    r"""What a table of contents lists.

    Attributes:
        headings: the levels of Word's own heading styles, and those based on them (``\o``).
        outlined: the levels of all other paragraphs that have an outline level (``\u``).
        styles: the levels of the styles that are named (``\t``), by their ids.
    """

    headings: range = ALL_LEVELS
    outlined: range = NO_LEVELS
    styles: Mapping[str, int] = {}

    def level_of(self, paragraph: etree._Element, known: ParagraphStyles) -> int | None:
        """Return at which level a paragraph is listed; None where it is not."""
        style = known.of(paragraph)
        named = self.styles.get(style_of(paragraph) or known.default)
        if named is not None:
            return named
        if style.heading in self.headings:
            return style.heading
        own = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        outline = style.outline if own is None else int(val(own) or BODY_TEXT)
        return outline + 1 if outline + 1 in self.outlined else None


def outline_of(code: FieldCode, known: ParagraphStyles) -> Outline:
    """Return what the code of a table of contents asks for."""
    switches = code.switches
    headings = _levels(switches["o"]) if "o" in switches else NO_LEVELS
    outlined = (headings or ALL_LEVELS) if "u" in switches else NO_LEVELS
    styles = _named(switches.get("t", ""), known)
    if not switches.keys() & {"o", "u", "t"}:
        headings = ALL_LEVELS
    return Outline(headings, outlined, styles)


def _levels(text: str) -> range:
    """Return the levels that a text like ``1-3`` names; all where it names none."""
    named = re.fullmatch(r"\D*(\d)\s*-\s*(\d)\D*", text)
    return range(int(named[1]), int(named[2]) + 1) if named else ALL_LEVELS


def levels_without_number(code: FieldCode) -> range:
    r"""Return the levels whose entries have no page number (``\n``)."""
    return _levels(code.switches["n"]) if "n" in code.switches else NO_LEVELS


NAMED = re.compile(r"(?P<style>.+?)\s*(?P<sign>[;,])\s*(?P<level>\d)\s*(?:(?P=sign)|$)")
"""A style and its level; between them stands what lists have in the author's language."""


def _named(text: str, known: ParagraphStyles) -> dict[str, int]:
    return {
        number: int(each["level"])
        for each in NAMED.finditer(text)
        for number in known.named(each["style"].strip())
    }
