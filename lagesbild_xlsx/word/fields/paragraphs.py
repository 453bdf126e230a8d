"""The paragraph styles of a document: their names, levels and lists, also by what they build on.

Styles are known by their names, because ids are in the language of the program that wrote them
(``Rubrik1``). A field code names a style as its author saw it, in Swedish or English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.xml import W, is_on, style_of, val, w

HEADING = re.compile(r"heading ([1-9])")
SWEDISH = {
    "rubrik": "title",
    "underrubrik": "subtitle",
    "beskrivning": "caption",
    "brödtext": "body text",
    "sidhuvud": "header",
    "sidfot": "footer",
    **{f"rubrik {level}": f"heading {level}" for level in range(1, 10)},
}
"""What Word's own styles are called in a Swedish Word, and in every file."""

CONTENTS_TITLE = "toc heading"
"""The style of what stands above a table of contents, which does not list it."""

ON = ("1", "true", "on")
"""How an attribute says that it is so (22.9.2.7)."""

BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""


class ListPlace(NamedTuple):
    """The list that a paragraph is in, and how deep; each None where nothing says it."""

    list_id: str | None = None
    level: int | None = None


class ParagraphStyle(NamedTuple):
    """A paragraph style as it applies, with all that it takes from the style it is based on."""

    name: str = ""
    outline: int = BODY_TEXT
    is_heading: bool = False
    """Whether it is one of Word's own headings, or based on one."""
    numbering: ListPlace = ListPlace()
    numbered_by: str = ""
    """The id of the style that names the list."""
    has_right_tab: bool = False
    keeps_next: bool = False

    @property
    def heading(self) -> int | None:
        """The level of the heading that it is; None where it is none."""
        own = heading_level(self.name)
        return own or (self.outline + 1 if self.is_heading and self.outline < BODY_TEXT else None)


@dataclass(frozen=True)
class ParagraphStyles:
    """The paragraph styles of a document."""

    root: etree._Element
    _resolved: dict[str, ParagraphStyle] = field(default_factory=dict, repr=False)

    def of(self, paragraph: etree._Element) -> ParagraphStyle:
        """Return the style of a paragraph."""
        return self.style(style_of(paragraph) or self.default)

    def style(self, number: str) -> ParagraphStyle:
        """Return a style by its id."""
        chain = []
        while number in self._elements and number not in self._resolved and number not in chain:
            chain.append(number)
            number = val(self._elements[number].find(w("basedOn")))
        style = self._resolved.get(number, ParagraphStyle())
        for each in reversed(chain):
            style = self._resolved[each] = _applied(each, self._elements[each], style)
        return style

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        defaults = (n for n, style in self._elements.items() if style.get(w("default")) in ON)
        return next(defaults, "")

    @cached_property
    def is_default_numbered(self) -> bool:
        """Whether paragraphs that name no style, and say nothing else, are in a list."""
        return self.style(self.default).numbering.list_id is not None

    def named(self, name: str) -> frozenset[str]:
        """Return the ids of the styles, also of characters, that a field code means by a name."""
        own = normalised(name)
        meant = (own, SWEDISH.get(own, own), normalised(name.partition(",")[0]))
        return frozenset(number for each in meant for number in self._by_name.get(each, ()))

    def paragraph_style(self, name: str) -> str:
        """Return the id of a paragraph style by its folded name; nothing where there is none."""
        return next((n for n in self._by_name.get(name, ()) if n in self._elements), "")

    def character_style(self, name: str) -> str:
        """Return the id of a character style by its folded name; nothing where there is none."""
        return next((n for n in self._by_name.get(name, ()) if n not in self._elements), "")

    def add(self, wanted: str, named: str, properties: str) -> str:
        """Add a paragraph style as Word has it built in, and return its id.

        Args:
            wanted: its id, unless that is taken.
            named: the element with its name.
            properties: the element with its paragraph's properties.
        """
        number = next(n for n in (wanted, f"{wanted}Lb") if n not in self._elements)
        based = "".join(f'<w:{at} w:val="{escape(self.default)}"/>' for at in ("basedOn", "next"))
        style = etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{number}">{named}'
            f"{based if self.default else ''}"
            f'<w:uiPriority w:val="39"/><w:unhideWhenUsed/>{properties}</w:style>'
        )
        self.root.append(style)
        self._elements[number] = style
        self._by_name.setdefault(normalised(val(style.find(w("name")))), []).append(number)
        return number

    @cached_property
    def _elements(self) -> dict[str, etree._Element]:
        return {
            style.get(w("styleId"), ""): style
            for style in self.root.iterfind(w("style"))
            if style.get(w("type"), "paragraph") == "paragraph"
        }

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for style in self.root.iterfind(w("style")):
            for name in _names(style):
                ids.setdefault(name, []).append(style.get(w("styleId"), ""))
        return ids


def _names(style: etree._Element) -> Iterator[str]:
    """Yield the names of a style, whole and each of the names that commas part, folded."""
    name = val(style.find(w("name")))
    aliases = val(style.find(w("aliases")))
    for each in {
        name,
        *name.split(","),
        *aliases.split(","),
        ",".join(filter(None, (name, aliases))),
    }:
        yield normalised(each)


def _applied(number: str, style: etree._Element, base: ParagraphStyle) -> ParagraphStyle:
    name = normalised(val(style.find(w("name"))))
    level = heading_level(name)
    base = base._replace(
        name=name,
        outline=level - 1 if level else BODY_TEXT if name == CONTENTS_TITLE else base.outline,
        is_heading=base.is_heading or level is not None,
    )
    properties = style.find(w("pPr"))
    if properties is None:
        return base
    outline = properties.find(w("outlineLvl"))
    numbering = numbering_in(properties)
    return ParagraphStyle(
        name,
        base.outline if outline is None else _number(val(outline), BODY_TEXT),
        base.is_heading,
        ListPlace(
            base.numbering.list_id if numbering.list_id is None else numbering.list_id,
            base.numbering.level if numbering.level is None else numbering.level,
        ),
        base.numbered_by if numbering.list_id is None else number,
        base.has_right_tab or has_right_tab(properties),
        keeps_next(properties, base),
    )


def keeps_next(properties: etree._Element | None, style: ParagraphStyle) -> bool:
    """Return whether a paragraph or a style keeps with the next one: by itself, or by its style."""
    own = None if properties is None else properties.find(w("keepNext"))
    return style.keeps_next if own is None else is_on(properties, "keepNext")


def numbering_in(properties: etree._Element | None) -> ListPlace:
    """Return what a paragraph's or a style's properties say of its list."""
    listed = None if properties is None else properties.find(w("numPr"))
    if listed is None:
        return ListPlace()
    list_id, level = listed.find(w("numId")), listed.find(w("ilvl"))
    return ListPlace(
        None if list_id is None else val(list_id),
        None if level is None else _number(val(level), 0),
    )


def has_right_tab(properties: etree._Element) -> bool:
    """Return whether a paragraph's or a style's properties have a tab stop at the right."""
    stops = properties.iterfind(f"{w('tabs')}/{w('tab')}")
    return any(val(stop) in ("right", "end") for stop in stops)


def heading_level(name: str) -> int | None:
    """Return the level of Word's own heading styles, by a style's folded name."""
    heading = HEADING.fullmatch(name)
    return int(heading[1]) if heading else None


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) == 1 else otherwise
