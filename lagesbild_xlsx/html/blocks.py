"""What stands below each other in a document: headings, lists, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.html.elements import child
from lagesbild_xlsx.html.looks import Colours
from lagesbild_xlsx.html.pieces import PagePiece, Reader, is_blank, write
from lagesbild_xlsx.html.source import DocumentSource, unwrapped
from lagesbild_xlsx.html.tables import TableWriter
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import val, w

HIGHEST, LOWEST = 2, 6
"""The headings of a page below its title."""

TITLE = "title"
CONTENTS = re.compile(r"toc (\d)")


class PageParagraph(NamedTuple):
    """A paragraph, as a page shows it.

    Attributes:
        kind: the title (``h1``), a heading (``h``), part of a list (``li``), of the table of
            contents (``toc``) or of a description list (``dl``), or a paragraph (``p``).
        pieces: its text.
        style: the id of its style.
        level: the level of a heading, or of a part of a list, from 0.
        number: the list that it belongs to.
        align: how it is aligned by itself.
        boxes: the text boxes that stand at it.
    """

    kind: str
    pieces: Sequence[PagePiece]
    style: str
    level: int = 0
    number: str = ""
    align: str = ""
    boxes: Sequence[etree._Element] = ()


@dataclass
class Flow:
    """Writes a story's blocks; headings go on from story to story."""

    source: DocumentSource
    reader: Reader
    has_title: bool = False
    last_heading: int = 1
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def write(self, parent: etree._Element, story: etree._Element) -> None:
        """Put what a story, a cell or a text box holds into an element of a page."""
        self._write_blocks(parent, self._blocks(story))

    def _write_blocks(
        self, parent: etree._Element, blocks: Iterable[PageParagraph | etree._Element]
    ) -> None:
        for (kind, _), together in groupby(blocks, key=_together):
            group = list(together)
            if kind == "tbl":
                for table in (b for b in group if not isinstance(b, PageParagraph)):
                    TableWriter(self.source.looks, self._write_cell).write(parent, table)
            elif kind in {"li", "toc"}:
                self._write_list(parent, kind, [b for b in group if isinstance(b, PageParagraph)])
            elif kind == "dl":
                self._write_descriptions(parent, [b for b in group if isinstance(b, PageParagraph)])
            else:
                for block in (b for b in group if isinstance(b, PageParagraph)):
                    self._write_paragraph(parent, block)
            for box in (box for b in group if isinstance(b, PageParagraph) for box in b.boxes):
                self.write(child(parent, "div", "ruta"), box)

    def _blocks(self, story: etree._Element) -> Iterator[PageParagraph | etree._Element]:
        for element in unwrapped(story):
            if local(element) == "tbl":
                yield element
            elif local(element) == "p":
                block = self.block(element)
                if not is_blank(block.pieces) or block.boxes:
                    yield block

    def block(self, paragraph: etree._Element) -> PageParagraph:
        """Return a paragraph as a block."""
        looks, style = self.source.looks, self.source.looks.style_of(paragraph)
        pieces = self.reader.pieces(paragraph)
        own = paragraph.find(f"{w('pPr')}/{w('jc')}")
        align = val(looks.found(style, f"{w('pPr')}/{w('jc')}") if own is None else own)
        block = PageParagraph("p", pieces, style, align=align, boxes=tuple(self.reader.boxes))
        outline = self._outline(paragraph, style)
        contents = CONTENTS.fullmatch(looks.name(style))
        listed = self.source.list_of(paragraph)
        if looks.name(style) == TITLE and not is_blank(pieces):
            return block._replace(kind="h1")
        if contents:
            return block._replace(kind="toc", level=int(contents[1]) - 1)
        if outline is not None:
            return block._replace(kind="h", level=outline)
        if listed is not None:
            return block._replace(kind="li", number=listed[0], level=listed[1])
        if self._is_described(paragraph, style, pieces):
            return block._replace(kind="dl")
        return block

    def _outline(self, paragraph: etree._Element, style: str) -> int | None:
        """Return the level of a heading from 0; None of another paragraph."""
        own = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        of_style = self.source.looks.found(style, f"{w('pPr')}/{w('outlineLvl')}")
        level = val(of_style if own is None else own)
        named = re.fullmatch(r"heading ([1-9])", self.source.looks.name(style))
        if not level and named:
            return int(named[1]) - 1
        return int(level) if level.isdecimal() and int(level) < 9 else None  # noqa: PLR2004 - 17.3.1.20

    def _is_described(
        self, paragraph: etree._Element, style: str, pieces: Sequence[PagePiece]
    ) -> bool:
        """Return whether a paragraph hangs, with a term before its only tab and a text after it."""
        own = paragraph.find(f"{w('pPr')}/{w('ind')}")
        of_style = self.source.looks.found(style, f"{w('pPr')}/{w('ind')}")
        hangs = any(
            each is not None and each.get(w("hanging"), "0") not in {"", "0"}
            for each in (own, of_style)
        )
        before, after = _around_tab(pieces)
        has_one = sum(piece.text.count("\t") for piece in pieces) == 1
        return hangs and has_one and not is_blank(before) and not is_blank(after)

    def _looks(self, block: PageParagraph) -> tuple[Colours, str]:
        look = self.source.looks.of_paragraph(block.style)
        return look, self.source.looks.classes(look, align=block.align)

    def fill_in(self, element: etree._Element, block: PageParagraph) -> None:
        """Write a block's text into an element that looks as the block's style does."""
        look, classes = self._looks(block)
        if classes:
            element.set("class", classes)
        self.write_pieces(element, block, look)

    def write_pieces(self, element: etree._Element, block: PageParagraph, *looks: Colours) -> None:
        """Write a block's text, bold or italic where its style is; a heading is so by itself."""
        for piece in block.pieces:
            self.source.looks.classes(piece.form.look)
        if block.kind not in {"h", "h1"} and element.tag != "th":
            for tag, name in (("strong", "b"), ("em", "i")):
                if self.source.looks.is_on(block.style, name):
                    element = child(element, tag)
        write(element, block.pieces, looks)

    def _write_paragraph(self, parent: etree._Element, block: PageParagraph) -> None:
        if is_blank(block.pieces):
            return
        if block.kind == "p" or _is_picture(block.pieces):
            tag = (
                "div"
                if any(p.element is not None and len(p.element) for p in block.pieces)
                else "p"
            )
            self.fill_in(child(parent, tag), block)
        elif block.kind == "h1" and not self.has_title:
            self.has_title, self.last_heading = True, 1
            self.fill_in(child(parent, "h1"), block)
        else:
            level = HIGHEST + (block.level if block.kind == "h" else 0)
            self.last_heading = min(level, self.last_heading + 1, LOWEST)
            self.fill_in(child(parent, f"h{self.last_heading}"), block)

    def _write_list(
        self, parent: etree._Element, kind: str, blocks: Sequence[PageParagraph]
    ) -> None:
        """Write a list, with the lists inside it; a table of contents is for navigation."""
        if kind == "toc":
            parent = child(parent, "nav", **{"aria-label": "Innehåll"})
        opened: list[tuple[etree._Element, PageParagraph]] = []
        for block in blocks:
            while opened and (
                opened[-1][1].level > block.level
                or (opened[-1][1].level == block.level and opened[-1][1].number != block.number)
            ):
                opened.pop()
            if not opened or opened[-1][1].level < block.level:
                holder = opened[-1][0][-1] if opened else parent
                opened.append((self._list(holder, block), block))
            self.fill_in(child(opened[-1][0], "li"), block)
            self._count(block)

    def _list(self, parent: etree._Element, block: PageParagraph) -> etree._Element:
        """Return a new list; one whose numbers go on says from which."""
        if not self.source.is_numbered(block.number, block.level):
            return child(parent, "ul")
        made = child(parent, "ol")
        before = self.counted.get((block.number, block.level), 0)
        if before:
            made.set("start", str(before + 1))
        return made

    def _count(self, block: PageParagraph) -> None:
        key = block.number, block.level
        self.counted[key] = self.counted.get(key, 0) + 1
        for number, level in list(self.counted):
            if number == block.number and level > block.level:
                del self.counted[number, level]

    def _write_descriptions(self, parent: etree._Element, blocks: Sequence[PageParagraph]) -> None:
        listed = child(parent, "dl")
        for block in blocks:
            look, classes = self._looks(block)
            pair = child(listed, "div", classes)
            before, after = _around_tab(block.pieces)
            for tag, pieces in (("dt", before), ("dd", after)):
                self.write_pieces(child(pair, tag), block._replace(pieces=pieces), look)

    def _write_cell(self, element: etree._Element, cell: etree._Element, look: Colours) -> None:
        """Write what a cell holds: a line of text straight into it, else its blocks."""
        blocks = list(self._blocks(cell))
        only = blocks[0] if len(blocks) == 1 else None
        if isinstance(only, PageParagraph) and only.kind == "p" and not only.boxes:
            self.write_pieces(element, only, look, self.source.looks.of_paragraph(only.style))
        else:
            self._write_blocks(element, blocks)


def _together(block: PageParagraph | etree._Element) -> tuple[str, object]:
    """Return what blocks in a row have in common that stand in one list."""
    if not isinstance(block, PageParagraph):
        return "tbl", None
    return block.kind, block.style if block.kind == "dl" else None


def _around_tab(pieces: Iterable[PagePiece]) -> tuple[list[PagePiece], list[PagePiece]]:
    """Return the pieces before the first tab, and those after it."""
    before: list[PagePiece] = []
    after: list[PagePiece] = []
    side = before
    for piece in pieces:
        head, tab, tail = piece.text.partition("\t") if side is before else (piece.text, "", "")
        side.append(piece._replace(text=head))
        if tab:
            side = after
            side.append(PagePiece(tail, piece.form))
    return before, after


def _is_picture(pieces: Iterable[PagePiece]) -> bool:
    """Return whether a heading has no text, only a picture."""
    return not any(piece.text.strip() for piece in pieces)


def segments(pieces: Iterable[PagePiece]) -> Iterator[list[PagePiece]]:
    """Yield what stands between tabs, as in a page header: left, middle and right."""
    held: list[PagePiece] = []
    for piece in pieces:
        first, *others = piece.text.split("\t")
        held.append(piece._replace(text=first))
        for text in others:
            yield held
            held = [PagePiece(text, piece.form)]
    yield held
