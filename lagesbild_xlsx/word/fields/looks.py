"""How the entries of a table of contents look: as the old ones, else as Word makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import dropwhile

from lxml import etree

from lagesbild_xlsx.word.fields.areas import ContentsArea
from lagesbild_xlsx.word.fields.entries import EntryLook, look_of
from lagesbild_xlsx.word.fields.lines import leaves
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles, has_right_tab
from lagesbild_xlsx.word.xml import W, val, w

LISTED = re.compile("toc ([1-9])")
"""The names of the styles of entries."""

TEXT_WIDTH = 9026
"""The width of the text on a page of A4 with Word's own margins, in twentieths of a point."""

INDENT, LABEL = 220, 440
"""How far each level is indented, and how wide a number is, in Word's own styles."""

Key = tuple[int, bool]
"""A level, and whether its entries have a number before the text."""


@dataclass(frozen=True)
class ContentsLooks:
    """The looks of a table of contents before it is written anew."""

    known: dict[Key, EntryLook]
    styles: ParagraphStyles
    width: int
    has_links: bool

    def of(self, level: int, *, is_labelled: bool) -> EntryLook:
        """Return the look of a level's entries."""
        look = self.known.get((level, is_labelled)) or self.known.get((level, not is_labelled))
        if look is None:
            look = self._made(level)
        if is_labelled and (level, True) not in self.known:
            look = look._replace(paragraph=_with_left_tab(look.paragraph, LABEL * level))
        return look

    def _made(self, level: int) -> EntryLook:
        """Return the look of a level that has no entries yet."""
        style = _style_of_level(self.styles, level)
        properties = etree.Element(w("pPr"), nsmap={"w": W})
        etree.SubElement(properties, w("pStyle")).set(w("val"), style)
        if not self.styles.style(style).has_right_tab:
            tabs = etree.SubElement(properties, w("tabs"))
            _add_tab(tabs, len(tabs), "right", self.width, leader="dot")
        other = next(iter(self.known.values()), None)
        if other is not None:
            return EntryLook(properties, other.text, other.number)
        link = self.styles.character_style("hyperlink") if self.has_links else ""
        return EntryLook(properties, _run_properties(link), _run_properties("", is_hidden=True))


def looks_in(
    area: ContentsArea, styles: ParagraphStyles, story: etree._Element, *, has_links: bool
) -> ContentsLooks:
    """Return the looks of the entries that a table of contents has."""
    known: dict[Key, EntryLook] = {}
    for paragraph in area.paragraphs:
        properties, listed = paragraph.find(w("pPr")), LISTED.fullmatch(styles.of(paragraph).name)
        if properties is not None and listed:
            is_labelled, look = look_of(_runs(paragraph, area), deepcopy(properties))
            known.setdefault((int(listed[1]), is_labelled), look)
    width = _right_tab(look.paragraph for look in known.values())
    return ContentsLooks(known, styles, width or _text_width(area, story), has_links)


def _runs(paragraph: etree._Element, area: ContentsArea) -> list[etree._Element]:
    """Return the runs of an entry, without those of the field around it."""
    runs = [leaf for leaf in leaves(paragraph) if leaf.tag == w("r")]
    first = runs.index(area.separate) + 1 if area.separate in runs else 0
    last = runs.index(area.end) if area.end in runs else len(runs)
    return runs[first:last]


def _right_tab(properties: Iterable[etree._Element]) -> int:
    """Return where the first tab stop at the right is."""
    stops = (stop for each in properties if has_right_tab(each) for stop in each.iter(w("tab")))
    right = next((stop for stop in stops if val(stop) in ("right", "end")), None)
    return 0 if right is None else _twips(right.get(w("pos"), ""))


def _text_width(area: ContentsArea, story: etree._Element) -> int:
    """Return how wide the text is in the section of a table of contents."""
    after = dropwhile(lambda each: each is not area.first, story.iter(w("p"), w("sectPr")))
    section = next((each for each in after if each.tag == w("sectPr")), None)
    if section is None:
        return TEXT_WIDTH
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return TEXT_WIDTH
    left, right = (_twips(margins.get(w(side), "")) for side in ("left", "right"))
    return max(_twips(size.get(w("w"), "")) - left - right, 0) or TEXT_WIDTH


def _twips(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= len("31680") else 0


def _with_left_tab(properties: etree._Element, at: int) -> etree._Element:
    properties = deepcopy(properties)
    tabs = properties.find(w("tabs"))
    if tabs is None:
        tabs = etree.Element(w("tabs"))
        before = [child for child in properties if child.tag in BEFORE_TABS]
        properties.insert(len(before), tabs)
    _add_tab(tabs, 0, "left", at)
    return properties


BEFORE_TABS = frozenset(
    map(
        w,
        (
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
            "numPr", "suppressLineNumbers", "pBdr", "shd",
        ),
    )
)  # fmt: skip
"""What stands before the tab stops in a paragraph's properties (A.1)."""


def _add_tab(tabs: etree._Element, place: int, kind: str, at: int, leader: str = "") -> None:
    tab = etree.Element(w("tab"))
    tab.set(w("val"), kind)
    if leader:
        tab.set(w("leader"), leader)
    tab.set(w("pos"), str(at))
    tabs.insert(place, tab)


def _run_properties(style: str, *, is_hidden: bool = False) -> etree._Element:
    properties = etree.Element(w("rPr"), nsmap={"w": W})
    if style:
        etree.SubElement(properties, w("rStyle")).set(w("val"), style)
    etree.SubElement(properties, w("noProof"))
    if is_hidden:
        etree.SubElement(properties, w("webHidden"))
    return properties


def _style_of_level(styles: ParagraphStyles, level: int) -> str:
    """Return the id of the style of a level's entries, made where it is missing."""
    known = styles.paragraph_style(f"toc {level}")
    return known or styles.add(
        f"TOC{level}",
        f'<w:name w:val="toc {level}"/>',
        f'<w:pPr><w:spacing w:after="100"/><w:ind w:left="{INDENT * (level - 1)}"/></w:pPr>',
    )
