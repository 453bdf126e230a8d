"""The styles of a template that the engine needs to know: those named after a value.

A paragraph style called ``Status Rött`` is for the value Rött of the column Status: its
paragraph gets the style, its cell the style's shading, and a value inside a line of other text
the character style that is linked to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.xml import W, inner_string, is_on, val, w

HEADINGS = frozenset(("title", *(f"heading {level}" for level in range(1, 10))))
"""What the styles of headings are called, and the title's."""


class _Named(NamedTuple):
    """A style: its kind (paragraph, character), and its name as it is spelt and folded."""

    kind: str | None
    name: str
    folded: str
    style: etree._Element


class ValueStyle(NamedTuple):
    """How one value of a column looks: three pieces of XML, each empty where there is none."""

    paragraph: str
    shading: str
    character: str


class Styles:
    """The styles of a template: the root of the part that holds them, and what is asked of it."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._named: list[_Named] = []
        self._looks: dict[str, dict[str, ValueStyle]] = {}
        self._found: dict[tuple[str, str], etree._Element | None] = {}

    def of_values(self, heading: str) -> dict[str, ValueStyle]:
        """Return the looks of a column's values by the folded value."""
        if heading not in self._looks:
            named = self._named_after(heading)
            self._looks[heading] = {value: _value_style(style) for value, style in named}
        return self._looks[heading]

    def add(self, styles: Iterable[etree._Element]) -> None:
        """Add styles, which are then found as the others are."""
        self.root.extend(list(styles))
        for known in (self._named, self._looks, self._found):
            known.clear()

    def _all(self) -> list[_Named]:
        """Return the styles with their names, which are folded once."""
        if not self._named:
            for style in self.root.iterfind(w("style")):
                name = val(style.find(w("name")))
                kind = style.get(w("type"))
                self._named.append(_Named(kind, name, normalised(name), style))
        return self._named

    def named_after(self, heading: str) -> etree._Element | None:
        """Return the last of the paragraph styles that are named after a value of a column."""
        return next((style for _, style in reversed([*self._named_after(heading)])), None)

    def with_id(self, number: str) -> etree._Element | None:
        """Return the style of an id."""
        found = (s for s in self.root.iterfind(w("style")) if s.get(w("styleId")) == number)
        return next(found, None) if number else None

    def chain(self, number: str) -> list[etree._Element]:
        """Return the style of an id and those that it is based on, the nearest first."""
        chain: list[etree._Element] = []
        style = self.with_id(number)
        while style is not None and style not in chain:
            chain.append(style)
            style = self.with_id(val(style.find(w("basedOn"))))
        return chain

    def found(self, number: str, path: str) -> etree._Element | None:
        """Return an element of the style of an id, or of the nearest that it is based on."""
        if (number, path) not in self._found:
            elements = (each.find(path) for each in self.chain(number))
            self._found[number, path] = next((e for e in elements if e is not None), None)
        return self._found[number, path]

    def colours_of_values(self, heading: str) -> dict[str, tuple[str, str]]:
        """Return the fill and the text colour of a column's values by the folded value."""
        found = {value: _colours(style) for value, style in self._named_after(heading)}
        return {value: colours for value, colours in found.items() if colours is not None}

    def _named_after(self, heading: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield the paragraph styles named after a value of a column, with the folded value."""
        start = normalised(heading) + " "
        for each in self._all():
            if each.kind == "paragraph" and each.folded.startswith(start):
                yield each.folded.removeprefix(start), each.style

    def id_of(self, kind: str, name: str) -> str | None:
        """Return the id of a style of a kind (paragraph, character) by its name.

        One that is spelt just so goes first: LibreOffice puts a ``Caption`` beside ``caption``.
        """
        wanted = normalised(name)
        like = [each for each in self._all() if (each.kind, each.folded) == (kind, wanted)]
        just_so = next((each for each in like if each.name == name), None)
        if just_so is not None:
            return just_so.style.get(w("styleId"))
        return next(filter(None, (each.style.get(w("styleId")) for each in like)), None)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The ids of the styles whose text is hidden, also by what they are based on."""
        by_id = {each.get(w("styleId"), ""): each for each in self.root.iterfind(w("style"))}
        return frozenset(number for number, hides in _hiding(by_id).items() if hides)

    @cached_property
    def headings(self) -> frozenset[str]:
        """The ids of the heading styles, and of the title's."""
        return frozenset(
            each.style.get(w("styleId"), "") for each in self._all() if each.folded in HEADINGS
        )

    def add_hyperlink_style(self) -> None:
        """Add Word's own character style for links."""
        style = etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="character" w:styleId="Hyperlink">'
            '<w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
            '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        )
        self.add([style])


RGB = re.compile("[0-9A-Fa-f]{6}")


def _colours(style: etree._Element) -> tuple[str, str] | None:
    """Return a style's fill and text colour as RRGGBB; None where one is missing or automatic."""
    shading, text = style.find(f"{w('pPr')}/{w('shd')}"), style.find(f"{w('rPr')}/{w('color')}")
    fill = "" if shading is None else shading.get(w("fill"), "")
    is_known = RGB.fullmatch(fill) and RGB.fullmatch(val(text))
    return (fill, val(text)) if is_known else None


def _hiding(by_id: Mapping[str, etree._Element]) -> dict[str, bool]:
    """Return whether each style hides its text, by itself or by what it is based on."""
    hides: dict[str, bool] = {}
    for start in by_id:
        number, based = start, []
        while number in by_id and number not in hides:
            based.append(number)
            properties = by_id[number].find(w("rPr"))
            hides[number] = is_on(properties, "vanish")  # and a circle, which has no end, does not
            if properties is None or properties.find(w("vanish")) is None:
                number = val(by_id[number].find(w("basedOn")))
        hides |= dict.fromkeys(based, hides.get(number, False))
    return hides


def _value_style(style: etree._Element) -> ValueStyle:
    shading = style.find(f"{w('pPr')}/{w('shd')}")
    link = val(style.find(w("link")))
    return ValueStyle(
        f'<w:pStyle w:val="{style.get(w("styleId"))}"/>',
        "" if shading is None else inner_string(shading),
        f'<w:rStyle w:val="{link}"/>' if link else "",
    )
