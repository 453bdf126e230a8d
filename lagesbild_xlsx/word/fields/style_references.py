"""What a reference to a style says: the nearest text in it (``STYLEREF``, ECMA-376, 17.16.5.59).

It is looked for from the reference back to the beginning, and then on to the end. One in a page
header is another on each page, which the program that shows the pages sees to; what is stored is
that of the first section that has the header.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.fields.found import FieldCode
from lagesbild_xlsx.word.fields.labels import Label, counted
from lagesbild_xlsx.word.fields.lines import pieces
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.fields.references import numbered
from lagesbild_xlsx.word.xml import style_of, val, w

UNKNOWN = frozenset("lp")
"""The switches that ask for the last on a page, and for where it stands."""

NUMBERS = frozenset("nrsw")


class Styled(NamedTuple):
    """A text in a style: the place of its paragraph, and what it says."""

    at: int
    text: str
    paragraph: etree._Element


def _place(styled: Styled) -> int:
    return styled.at


@dataclass(frozen=True)
class StyleReferences:
    """The styled texts of a document's main story.

    Attributes:
        story: the main story.
        styles: the document's styles.
        labels: the numbers of its paragraphs.
    """

    story: etree._Element
    styles: ParagraphStyles
    labels: Mapping[etree._Element, Label]
    _known: dict[str, list[Styled]] = field(default_factory=dict, repr=False)

    def text(self, code: FieldCode, paragraph: etree._Element, section: int) -> str | None:
        """Return what a reference says; None where that is not known.

        Args:
            code: its code.
            paragraph: the paragraph that it stands in.
            section: the section that it stands in, where that is no paragraph of the story.
        """
        if UNKNOWN & code.switches.keys():
            return None
        styled = self._styled(code.argument)
        if not styled:
            return None
        nearest = styled[self._nearest(styled, paragraph, section)]
        if NUMBERS & code.switches.keys():
            return numbered(code, self.labels.get(nearest.paragraph), None)
        return nearest.text

    def texts(self, name: str) -> list[str]:
        """Return the texts in a style, in order."""
        return [each.text for each in self._styled(name)]

    def _nearest(self, styled: list[Styled], paragraph: etree._Element, section: int) -> int:
        """Return which of some texts is the nearest."""
        if paragraph in self._places:
            return max(bisect_right(styled, self._places[paragraph], key=_place) - 1, 0)
        first = self._sections[section - 1] + 1 if section else 0
        return min(bisect_left(styled, first, key=_place), len(styled) - 1)

    @cached_property
    def _places(self) -> dict[etree._Element, int]:
        return {paragraph: at for at, paragraph in enumerate(counted(self.story))}

    @cached_property
    def _sections(self) -> list[int]:
        """The place of the last paragraph of each section but the last."""
        path = f"{w('pPr')}/{w('sectPr')}"
        return [at for paragraph, at in self._places.items() if paragraph.find(path) is not None]

    def _styled(self, name: str) -> list[Styled]:
        """Return the texts in a style, in order."""
        if name not in self._known:
            meant = f"heading {name}" if name.isdecimal() else name
            found = (self._by_style.get(number, ()) for number in self.styles.named(meant))
            self._known[name] = sorted(chain.from_iterable(found), key=_place)
        return self._known[name]

    @cached_property
    def _by_style(self) -> dict[str, list[Styled]]:
        """The texts in each style, by its id: of a whole paragraph, or of some of its runs."""
        found: dict[str, list[Styled]] = {}
        for paragraph, at in self._places.items():
            for style, text in _texts(paragraph, self.styles.default):
                found.setdefault(style, []).append(Styled(at, text, paragraph))
        return found


def _texts(paragraph: etree._Element, default: str) -> Iterator[tuple[str, str]]:
    """Yield the styles of a paragraph and of its runs, each with the text in it."""
    texts: dict[str, str] = {}
    for piece in pieces(paragraph):
        of_run = val(piece.run.find(f"{w('rPr')}/{w('rStyle')}"))
        for style in {style_of(paragraph) or default, of_run}:
            texts[style] = texts.get(style, "") + piece.text
    return ((style, text.strip()) for style, text in texts.items() if text.strip())
