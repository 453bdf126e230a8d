"""How a document's styles look, and the classes that a page has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.colours import contrast
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.xml import is_on, val, w

RGB = re.compile("[0-9A-Fa-f]{6}")
ENOUGH = 4.5
"""The contrast that a text needs against what it stands on (WCAG 2.2, 1.4.3)."""

PAPER = "FFFFFF"
ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}


class Colours(NamedTuple):
    """A colour behind a text and the text's own, as RRGGBB; empty is that of what is around."""

    fill: str = ""
    text: str = ""

    @property
    def name(self) -> str:
        """The class of what looks so."""
        return "-".join(("bakgrund" if self.fill else "text", *filter(None, self))).lower()

    @property
    def css(self) -> str:
        """What it looks like, as declarations."""
        fill = f"background-color:#{self.fill};" if self.fill else ""
        return f"{fill}color:#{self.text}"


class PageStyles:
    """The styles of a document, and what of them a page has used so far."""

    def __init__(self, root: etree._Element | None) -> None:
        root = etree.Element(w("styles")) if root is None else root
        self._by_id = {each.get(w("styleId"), ""): each for each in root.iterfind(w("style"))}
        defaults = (each for each in self._by_id.values() if each.get(w("default")) == "1")
        self._defaults = {each.get(w("type")): each.get(w("styleId"), "") for each in defaults}
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        self._looks: set[Colours] = set()
        self._alignments: set[str] = set()
        self.language = val(root.find(f"{w('docDefaults')}//{w('lang')}"))

    def style_of(self, element: etree._Element) -> str:
        """Return the id of the style of a paragraph, a run or a table."""
        kind, at = {
            w("p"): ("paragraph", f"{w('pPr')}/{w('pStyle')}"),
            w("r"): ("character", f"{w('rPr')}/{w('rStyle')}"),
            w("tbl"): ("table", f"{w('tblPr')}/{w('tblStyle')}"),
        }[str(element.tag)]
        return val(element.find(at)) or self._defaults.get(kind, "")

    def name(self, style: str) -> str:
        """Return the name of a style, folded."""
        chain = self._chain(style)
        return normalised(val(chain[0].find(w("name")))) if chain else ""

    def found(self, style: str, path: str) -> etree._Element | None:
        """Return an element of a style, or of the nearest that it is based on and has it."""
        elements = (each.find(path) for each in self._chain(style))
        return next((element for element in elements if element is not None), None)

    def is_on(self, style: str, name: str) -> bool:
        """Return whether a style has a property of text that is on or off."""
        element = self.found(style, f"{w('rPr')}/{w(name)}")
        return element is not None and is_on(element.getparent(), name)

    def _chain(self, style: str) -> tuple[etree._Element, ...]:
        """Return a style and those that it is based on, the nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._based_on(style))
        return self._chains[style]

    def _based_on(self, style: str) -> Iterator[etree._Element]:
        seen = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = val(self._by_id[style].find(w("basedOn")))

    def of_paragraph(self, style: str) -> Colours:
        """Return the colours that a paragraph has from its style."""
        return self._readable(
            fill_of(self.found(style, f"{w('pPr')}/{w('shd')}")),
            colour_of(self.found(style, f"{w('rPr')}/{w('color')}")),
        )

    def of_run(self, style: str, properties: etree._Element | None) -> Colours:
        """Return the colours that a run has by itself, or from its character style."""
        own = etree.Element("none") if properties is None else properties
        fill = fill_of(own.find(w("shd"))) or fill_of(self.found(style, f"{w('rPr')}/{w('shd')}"))
        text = colour_of(own.find(w("color"))) or colour_of(
            self.found(style, f"{w('rPr')}/{w('color')}")
        )
        return self._readable(fill, text)

    def of_cell(self, cell: etree._Element, table: str, *, is_heading: bool) -> Colours:
        """Return the colours of a cell: its own, its table's for headings, or its paragraph's."""
        fill = fill_of(cell.find(f"{w('tcPr')}/{w('shd')}"))
        if not fill and is_heading:
            first_row = f"{w('tblStylePr')}[@{w('type')}='firstRow']"
            fill = fill_of(self.found(table, f"{first_row}/{w('tcPr')}/{w('shd')}"))
        paragraph = cell.find(f".//{w('p')}")
        style = "" if paragraph is None else self.style_of(paragraph)
        fill = fill or fill_of(self.found(style, f"{w('pPr')}/{w('shd')}"))
        if not fill:
            return Colours()
        return self._readable(fill, colour_of(self.found(style, f"{w('rPr')}/{w('color')}")))

    @staticmethod
    def _readable(fill: str, text: str) -> Colours:
        """Return the colours where they can be read; else the fill with black or white on it."""
        if text and contrast(fill or PAPER, text) >= ENOUGH:
            return Colours(fill, text)
        if not fill:
            return Colours()
        return Colours(fill, max(("000000", "FFFFFF"), key=lambda each: contrast(fill, each)))

    def classes(self, *looks: Colours, align: str = "") -> str:
        """Return the classes of what looks so, and remember that they are used."""
        used = [look for look in looks if any(look)]
        self._looks.update(used)
        aligned = ALIGNMENTS.get(align, "")
        self._alignments.update(filter(None, (aligned,)))
        return " ".join([*(look.name for look in used), *filter(None, (aligned,))])

    def sheet(self) -> str:
        """Return the rules of the classes that were used.

        A colour without a fill is for white paper, and is left out where the page is dark.
        """
        filled = [f".{look.name}{{{look.css}}}" for look in sorted(self._looks) if look.fill]
        plain = [f".{look.name}{{{look.css}}}" for look in sorted(self._looks) if not look.fill]
        aligned = [f".{side}{{text-align:{side}}}" for side in sorted(self._alignments)]
        light = [f"@media print, (prefers-color-scheme:light){{{''.join(plain)}}}"] if plain else []
        return "\n".join((*light, *filled, *aligned))

    def styled(self) -> dict[str, str]:
        """Return the declarations of the classes with a fill, for a page without a style sheet."""
        return {look.name: look.css for look in self._looks if look.fill}


def fill_of(shading: etree._Element | None) -> str:
    """Return the fill of a shading as RRGGBB; nothing where it has none of its own."""
    fill = "" if shading is None else shading.get(w("fill"), "")
    return fill.upper() if RGB.fullmatch(fill) else ""


def colour_of(element: etree._Element | None) -> str:
    """Return a text's colour as RRGGBB; nothing where it is automatic."""
    return val(element).upper() if RGB.fullmatch(val(element)) else ""
