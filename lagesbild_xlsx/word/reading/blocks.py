"""A Word document as a reader sees it: its paragraphs and tables, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package
from lagesbild_xlsx.places import FormattedText, Run, trimmed
from lagesbild_xlsx.word.reading.shading import Colours
from lagesbild_xlsx.word.stories import story_roots, styles_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import is_on, local, val, w

REMOVED = frozenset(("del", "moveFrom"))
"""What a tracked change has taken out."""

WRAPPERS = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
)
"""What may stand around runs and blocks without changing what they say."""

MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
NOT_BREAKS = frozenset(("page", "column"))

LONGEST_HEADING, LONGEST_BOLD = 200, 100
"""The most letters of a heading: in a heading's style, and in mere bold."""

MOST_COLUMNS = 63
"""Word's own limit (Word specifications and limits)."""


class Paragraph(NamedTuple):
    """A paragraph with text. Its whole is never bold or italic: that is lay-out."""

    text: str
    is_heading: bool = False
    is_list: bool = False


class TableCell(NamedTuple):
    """A cell: its text, its colour as RRGGBB, and how many columns it spans.

    One that only fills the grid, behind a cell that spans several columns, spans none.
    """

    text: str
    fill: str = ""
    span: int = 1


FILLER = TableCell("", span=0)


@dataclass(frozen=True)
class Table:
    """A table without its blank rows, each with a cell for every column of its grid.

    A cell that goes on from above says the same again.
    """

    rows: tuple[tuple[TableCell, ...], ...]


Block: TypeAlias = Paragraph | Table


@dataclass
class DocumentReader:
    """Reads the blocks of a document, tracked changes as if they were accepted."""

    package: Package
    has_changes: bool = False
    has_text_boxes: bool = False

    @cached_property
    def root(self) -> etree._Element:
        """The main part."""
        return self.roots[self.package.main_part]

    @cached_property
    def roots(self) -> dict[str, etree._Element]:
        """The parts with text, by their names."""
        return story_roots(self.package)

    def blocks(self) -> Iterator[Block]:
        """Yield the paragraphs with text, and the tables."""
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
    def _links(self) -> dict[str, str]:
        """The addresses that the main part links to, by relationship id."""
        targets = self.package.relationships(self.package.main_part)
        return {number: target.target for number, target in targets.items() if target.external}

    # -------------------------------------------------------------- blocks

    def _blocks(self, holder: etree._Element) -> Iterator[Block]:
        pending = [unwrapped(holder)]
        while pending:
            child = next(pending[-1], None)
            if child is None:
                pending.pop()
            elif local(child) == "p":
                if paragraph := self.paragraph(child):
                    yield paragraph
            elif local(child) == "tbl":
                if frame := _cells_of_frame(child):
                    pending += map(unwrapped, reversed(frame))
                elif table := self._table(child):
                    yield table

    def paragraph(self, element: etree._Element) -> Paragraph | None:
        """Return what a paragraph says; None where it says nothing."""
        text = self.text(element) if len(element) else ""
        if not text:
            return None
        style = val(element.find(f"{w('pPr')}/{w('pStyle')}"))
        numbered = element.find(f"{w('pPr')}/{w('numPr')}") is not None
        is_styled = style in self.styles.headings
        is_short = len(text) <= (LONGEST_HEADING if is_styled else LONGEST_BOLD)
        return Paragraph(
            plain_if_uniform(text),
            is_heading=is_short and (is_styled or _is_all(text, "bold")),
            is_list=(numbered or style in self._list_styles) and not is_styled,
        )

    def _table(self, element: etree._Element) -> Table | None:
        """Return the rows of a table that say something; None where none does."""
        rows = [self._cells(row) for row in _children(element, "tr")]
        filled = tuple(tuple(row) for row in _repeated_down(rows) if _says_something(row))
        return Table(filled) if filled else None

    def row(self, element: etree._Element) -> tuple[TableCell, ...]:
        """Return the cells of a row of a table, one for each column of its grid."""
        return tuple(cell for cell, _ in self._cells(element))

    def _cells(self, row: etree._Element) -> list[tuple[TableCell, bool]]:
        """Return a row's cells, and whether each only goes on from the one above."""
        skipped = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        cells = [(FILLER, False)] * skipped
        for cell in _children(row, "tc"):
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            goes_on = merge is not None and val(merge) != "restart"
            stated = _number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            span = max(min(stated, MOST_COLUMNS - len(cells)), 1)
            text = plain_if_uniform(self.text(cell))
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
        """Return the text of a paragraph, a cell or a control, a line for each paragraph in it.

        Bold, italic and links are kept where they are part of it.
        """
        inner = element.iter(w("p")) if local(element) != "p" else ()
        if next(element.iter(w("txbxContent")), None) is not None:
            inner = (each for each in inner if not self._is_in_text_box(each))
        paragraphs = list(inner) or [element]
        runs: list[Run] = []
        for number, paragraph in enumerate(paragraphs):
            if number:
                runs.append(Run("\n"))
            runs += self._runs(paragraph)
        return trimmed(_joined(runs))

    @staticmethod
    def _is_in_text_box(element: etree._Element) -> bool:
        return next(element.iterancestors(w("txbxContent")), None) is not None

    def _runs(self, paragraph: etree._Element) -> Iterator[Run]:
        pending = [(iter(paragraph), "")]
        while pending:
            children, link = pending[-1]
            child = next(children, None)
            name = "" if child is None else local(child)
            if child is None:
                pending.pop()
            elif name == "r":
                yield from self._run(child, link)
            elif name == "hyperlink":
                number = child.get(f"{{{OFFICE_RELATIONSHIPS}}}id", "")
                pending.append((iter(child), self._links.get(number, "")))
            elif name in REMOVED:
                self.has_changes = True
            elif name in WRAPPERS:
                self.has_changes = self.has_changes or name == "ins"
                pending.append((iter(child), link))

    def _run(self, element: etree._Element, link: str) -> Iterator[Run]:
        if not len(element):
            return
        properties = element.find(w("rPr"))
        if is_on(properties, "vanish"):
            return
        text = "".join(map(_letters, element))
        self.has_text_boxes |= any(
            box.find(f".//{w('t')}") is not None for box in element.iter(w("txbxContent"))
        )
        if text:
            bold, italic = is_on(properties, "b"), is_on(properties, "i")
            yield Run(normalize("NFC", text), bold, italic, link)

    # -------------------------------------------------------------- looks

    @cached_property
    def styles(self) -> Styles:
        """The document's styles."""
        return styles_of(self.package)

    @cached_property
    def _list_styles(self) -> frozenset[str]:
        """The ids of the paragraph styles that make list items."""
        return frozenset(
            style.get(w("styleId"), "")
            for style in self.styles.root.iterfind(w("style"))
            if style.find(f"{w('pPr')}/{w('numPr')}") is not None
            and style.get(w("styleId")) not in self.styles.headings
        )

    @cached_property
    def _colours(self) -> Colours:
        theme = next(self.package.related(self.package.main_part, "theme"), None)
        return Colours(self.package.xml(theme) if theme else None)


def plain_if_uniform(text: str) -> str:
    """Return a text without bold or italic where all of it is: then it is lay-out."""
    if not isinstance(text, FormattedText):
        return text
    bold, italic = _is_all(text, "bold"), _is_all(text, "italic")
    runs = [run._replace(bold=run.bold and not bold, italic=run.italic and not italic)
            for run in text.runs]  # fmt: skip
    return _joined(runs)


def _is_all(text: str, form: str) -> bool:
    """Return whether every letter of a text has a format."""
    runs = text.runs if isinstance(text, FormattedText) else ()
    return bool(runs) and all(getattr(run, form) for run in runs if run.text.strip())


def _joined(runs: Sequence[Run]) -> str:
    """Return runs as one text, those of the same format joined; plain where none has any."""
    joined = [
        Run("".join(run.text for run in alike), *form)
        for form, alike in groupby(runs, key=lambda run: run[1:])
    ]
    has_format = any(any(run[1:]) for run in joined)
    return FormattedText(joined) if has_format else "".join(run.text for run in joined)


def _letters(element: etree._Element) -> str:
    """Return what a child of a run says."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "br":
        return "" if element.get(w("type")) in NOT_BREAKS else "\n"
    return MARKS.get(name, "")


def unwrapped(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, and in place of a wrapper what stands in it."""
    pending = [iter(holder)]
    while pending:
        child = next(pending[-1], None)
        if child is None:
            pending.pop()
        elif local(child) in WRAPPERS:
            pending.append(iter(child))
        else:
            yield child


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield an element's children of a name, also those inside content controls."""
    return (child for child in unwrapped(element) if local(child) == name)


def _cells_of_frame(table: etree._Element) -> list[etree._Element]:
    """Return the cells of a table with one in each row, a frame around text; none of any other."""
    rows = [list(_children(row, "tc")) for row in _children(table, "tr")]
    is_frame = max(map(len, rows), default=0) == 1
    return [cell for row in rows for cell in row] if is_frame else []


def _number(element: etree._Element | None, default: int) -> int:
    """Return a number of columns; the default where none is stated."""
    stated = val(element)[:5]
    return min(int(stated), MOST_COLUMNS) if stated.isdecimal() else default


def _repeated_down(rows: Sequence[Sequence[tuple[TableCell, bool]]]) -> Iterator[list[TableCell]]:
    """Yield rows of cells, those that are merged with the one above saying the same."""
    above: list[TableCell] = []
    for row in rows:
        cells = [
            above[at] if goes_on and at < len(above) else cell
            for at, (cell, goes_on) in enumerate(row)
        ]
        yield cells
        above = cells


def _says_something(row: Sequence[TableCell]) -> bool:
    return any(cell.text for cell in row)
