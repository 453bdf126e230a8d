"""What the font of a cell, or of a run in it, says of its letters."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.places import Run, Shift, formatted, runs_of, shift_of
from lagesbild_xlsx.symbols import is_symbol_font, unicode_text


class CellFont(NamedTuple):
    """What the font of a cell says of its letters.

    Attributes:
        symbols: its name, where it shows pictures for letters.
        shift: whether they are raised or lowered, as a run has it.
        colour: their colour as RRGGBB; nothing where it is black.
    """

    symbols: str = ""
    shift: Shift | None = None
    colour: str = ""

    @classmethod
    def of(cls, properties: etree._Element, colour: str = "") -> CellFont:
        """Return what properties of a font say; those of a run name it otherwise."""
        named = properties.find("{*}name")
        named = properties.find("{*}rFont") if named is None else named
        name = "" if named is None else named.get("val", "")
        raised = properties.find("{*}vertAlign")
        shift = None if raised is None else shift_of(raised.get("val", ""))
        return cls(name if is_symbol_font(name) else "", shift, colour)

    def shown(self, text: str, length: int | None = None) -> str:
        """Return a text whose first letters, or all of them, are in this font."""
        if not (self.symbols or self.shift):
            return text
        left = len(text) if length is None else length
        runs: list[Run] = []
        for run in runs_of(text):
            own, rest = run.text[:left], run.text[left:]
            left -= len(own)
            seen = unicode_text(own, self.symbols)
            runs += [run._replace(text=seen, shift=run.shift or self.shift)] if own else []
            runs += [run._replace(text=rest)] if rest else []
        return formatted(runs)


def is_on(properties: etree._Element, name: str) -> bool:
    """Return whether a font property, such as ``b`` or ``strike``, is on."""
    element = properties.find(f"{{*}}{name}")
    return element is not None and element.get("val", "1") not in ("0", "false")
