"""A Word document as a reader sees it: its paragraphs and tables, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import Run, runs_of
from lagesbild_xlsx.word.reading.beside import HIDDEN, NOTES, BesideReader, is_picture
from lagesbild_xlsx.word.reading.blocks import (
    FILLER,
    Aside,
    Block,
    ReadParagraph,
    ReadTable,
    TableCell,
    TextBox,
)
from lagesbild_xlsx.word.reading.contents import contents_of
from lagesbild_xlsx.word.reading.grid import (
    MOST_COLUMNS,
    cells_of_frame,
    children,
    number_in,
    repeated_down,
    says_something,
    unwrapped,
)
from lagesbild_xlsx.word.reading.looks import ReadStyles
from lagesbild_xlsx.word.reading.numbering import BULLET, typed_labels, typed_sign
from lagesbild_xlsx.word.reading.preparing import has_changes, prepare
from lagesbild_xlsx.word.reading.runs import RunReader
from lagesbild_xlsx.word.reading.shading import Colours
from lagesbild_xlsx.word.reading.texts import in_lines, is_all, is_capitals, plain_if_uniform
from lagesbild_xlsx.word.stories import story_roots, styles_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import val, w

LONGEST_HEADING, LONGEST_BOLD = 200, 100
"""The most letters of a heading: in a heading's style, and in mere bold or capitals."""


@dataclass
class DocumentReader:
    """Reads the blocks of a document, tracked changes as if they were accepted.

    Attributes:
        package: the document.
        boxes: how many text boxes have been met.
        pictures: how many pictures, charts and figures have been met.
        files: how many files of other kinds are put in the text, unread.
    """

    package: Package
    boxes: int = 0
    pictures: int = 0
    files: int = 0

    @cached_property
    def root(self) -> etree._Element:
        """The main part."""
        return self.roots[self.package.main_part]

    @property
    def roots(self) -> dict[str, etree._Element]:
        """The parts with text, by their names, as Word shows them."""
        return self._stories[0]

    @property
    def has_changes(self) -> bool:
        """Whether the main part has tracked changes."""
        return self._stories[1]

    @cached_property
    def _stories(self) -> tuple[dict[str, etree._Element], bool]:
        roots = story_roots(self.package)
        is_changed = has_changes(roots[self.package.main_part])
        for root in roots.values():
            prepare(root)
        return roots, is_changed

    def blocks(self) -> Iterator[Block]:
        """Yield what the document says, in order; what stands beside a text comes after it."""
        body = self.root.find(w("body"))
        yield from self._blocks(body) if body is not None else ()

    def lines_around(self) -> list[str]:
        """Return the texts of headers and footers."""
        names = [
            name
            for kind in ("header", "footer")
            for name in self.package.related(self.package.main_part, kind)
        ]
        roots = (self.roots[name] for name in names if name in self.roots)
        texts = (self.text(p) for root in roots for p in root.iter(w("p")))
        return [text for text in texts if text]

    @cached_property
    def _runs(self) -> RunReader:
        targets = self.package.relationships(self.package.main_part)
        links = {number: target.target for number, target in targets.items() if target.external}
        return RunReader(links, self.styles.hidden)

    @cached_property
    def _around(self) -> BesideReader:
        return BesideReader(self.package, self.roots)

    # -------------------------------------------------------------- blocks

    def _blocks(self, holder: etree._Element) -> Iterator[Block]:
        pending = [unwrapped(holder)]
        while pending:
            child = next(pending[-1], None)
            name = "" if child is None else local(child)
            if child is None:
                pending.pop()
            elif name == "p" and len(child):
                if paragraph := self.paragraph(child):
                    yield paragraph
                yield from self._asides("" if paragraph is None else paragraph.text)
            elif name == "tbl":
                if frame := cells_of_frame(child):
                    pending += map(unwrapped, reversed(frame))
                    continue
                if table := self._table(child):
                    yield table
                yield from self._asides("")
            elif name == "altChunk":
                self.files += 1

    def _asides(self, near: str) -> Iterator[Block]:
        """Yield what was met that stands beside the text, and forget it."""
        met, hidden = self._runs.beside[:], self._runs.hidden[:]
        self._runs.beside.clear()
        self._runs.hidden.clear()
        if hidden:
            yield Aside(HIDDEN, "".join(hidden).strip(), near)
        for element in met:
            if local(element) in NOTES:
                kind, text = self._around.note(element)
                yield Aside(kind, text, near)
                continue
            boxes = [box for box in element.iter(w("txbxContent")) if _is_outermost(box, element)]
            self.pictures += is_picture(element)
            for kind, text in self._around.descriptions(element):
                yield Aside(kind, text)
            self.boxes += len(boxes)
            for box in boxes:
                yield TextBox(tuple(self._blocks(box)))

    def paragraph(self, element: etree._Element) -> ReadParagraph | None:
        """Return what a paragraph says; None where it says nothing."""
        text = self.text(element)
        label = self.labels.get(element, "")
        if not text:
            return None
        level = self._looks.heading_level(element)
        is_styled = level is not None
        is_short = len(text) <= (LONGEST_HEADING if is_styled else LONGEST_BOLD)
        stands_out = is_styled or is_all(text, "bold") or self._looks.stands_out(element)
        is_list = bool(label) and not is_styled
        return ReadParagraph(
            plain_if_uniform(text),
            is_heading=is_short and (stands_out or (is_capitals(text) and not is_list)),
            is_list=is_list,
            level=self._looks.level(element, text) if level is None else level,
            label=label,
            is_contents=element in self._contents,
        )

    def _table(self, element: etree._Element) -> ReadTable | None:
        """Return the rows of a table that say something; None where none does."""
        rows = [self._cells(row) for row in children(element, "tr")]
        filled = tuple(tuple(row) for row in repeated_down(rows) if says_something(row))
        return ReadTable(filled) if filled else None

    def row(self, element: etree._Element) -> tuple[TableCell, ...]:
        """Return the cells of a row of a table, one for each column of its grid."""
        return tuple(cell for cell, _ in self._cells(element))

    def _cells(self, row: etree._Element) -> list[tuple[TableCell, bool]]:
        """Return a row's cells, and whether each only goes on from the one above."""
        skipped = number_in(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        cells = [(FILLER, False)] * skipped
        for cell in children(row, "tc"):
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            goes_on = merge is not None and val(merge) != "restart"
            stated = number_in(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            span = max(min(stated, MOST_COLUMNS - len(cells)), 1)
            text = plain_if_uniform(self._cell_text(cell))
            cells.append((TableCell(text, self._fill(cell, text), span), goes_on))
            cells += [(FILLER, goes_on)] * (span - 1)
        return cells

    def _fill(self, cell: etree._Element, text: str) -> str:
        """Return a cell's colour: its own, its paragraph's or text's, or that of a symbol in it."""
        shadings = (f"{w('tcPr')}/{w('shd')}", f".//{w('pPr')}/{w('shd')}")
        colours = [self._colours.of_shading(cell.find(path)) for path in shadings]
        runs = [run.find(w("rPr")) for run in cell.iter(w("r"))]
        colours += map(self._colours.behind_text, runs)
        if not any(map(str.isalnum, text)):
            colours += map(self._colours.of_text, runs)
        return next(filter(None, colours), "")

    # -------------------------------------------------------------- texts

    def text(self, element: etree._Element) -> str:
        """Return the text of a paragraph or a control, a line for each paragraph in it.

        Bold, italic and links are kept where they are part of it.
        """
        inner = element.iter(w("p")) if local(element) != "p" else ()
        if next(element.iter(w("txbxContent")), None) is not None:
            inner = (each for each in inner if not _is_in_text_box(each))
        paragraphs = list(inner) or [element]
        return in_lines([self._runs.read(paragraph) for paragraph in paragraphs])

    def _cell_text(self, cell: etree._Element) -> str:
        """Return the text of a cell: its lists as lists, a table in it with a tab between cells."""
        lines: list[tuple[str, list[Run]]] = []
        for child in unwrapped(cell):
            if local(child) == "p":
                lines.append((self.labels.get(child, ""), self._runs.read(child)))
            elif local(child) == "tbl":
                lines += (("", runs) for runs in self._rows_inside(child))
            elif local(child) == "altChunk":
                self.files += 1
        said = [(label, runs) for label, runs in lines if runs or label not in ("", BULLET)]
        is_alone = len(said) <= 1
        return in_lines([[*_before(label, is_alone=is_alone), *runs] for label, runs in said])

    def _rows_inside(self, table: etree._Element) -> Iterator[list[Run]]:
        """Yield the rows of a table that stands in a cell."""
        for row in children(table, "tr"):
            runs: list[Run] = []
            for number, cell in enumerate(children(row, "tc")):
                inside = self._cell_text(cell)
                runs += [Run("\t")] if number else []
                runs += runs_of(inside)
            yield runs

    @cached_property
    def labels(self) -> dict[etree._Element, str]:
        """What Word shows by itself before each item of a list."""
        part = next(self.package.related(self.package.main_part, "numbering"), None)
        numbering = self.package.xml(part) if part else None
        return typed_labels(self.root, self.styles.root, numbering)

    @cached_property
    def _contents(self) -> frozenset[etree._Element]:
        return contents_of(self.root, self.styles.root)

    # -------------------------------------------------------------- looks

    @cached_property
    def styles(self) -> Styles:
        """The document's styles."""
        return styles_of(self.package)

    @cached_property
    def _looks(self) -> ReadStyles:
        return ReadStyles(self.styles.root)

    @cached_property
    def _colours(self) -> Colours:
        theme = next(self.package.related(self.package.main_part, "theme"), None)
        return Colours(self.package.xml(theme) if theme else None)


def _before(label: str, *, is_alone: bool) -> list[Run]:
    """Return what is typed before an item of a list in a cell; a lone bullet says nothing."""
    if not label or (label == BULLET and is_alone):
        return []
    return [Run(typed_sign(label))]


def _is_in_text_box(element: etree._Element) -> bool:
    return next(element.iterancestors(w("txbxContent")), None) is not None


def _is_outermost(box: etree._Element, drawing: etree._Element) -> bool:
    """Return whether a text box stands in no other one of the same drawing."""
    inside = next(box.iterancestors(w("txbxContent")), None)
    return inside is None or inside in drawing.iterancestors()
