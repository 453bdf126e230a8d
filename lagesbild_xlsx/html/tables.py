"""Tables of a document, with header cells, captions and cells over several rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.html.elements import child
from lagesbild_xlsx.html.looks import Colours, PageStyles
from lagesbild_xlsx.html.source import unwrapped
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import is_on, text_of, val, w


class PageCell(NamedTuple):
    """A cell: where it begins, over how many columns, and whether it goes on from above."""

    element: etree._Element
    column: int
    columns: int
    goes_on: bool


class TableWriter(NamedTuple):
    """Writes tables.

    Attributes:
        styles: the styles of their document.
        write_cell: puts what a cell of the document holds into a cell of the page, whose colours
            are these.
    """

    styles: PageStyles
    write_cell: Callable[[etree._Element, etree._Element, Colours], None]

    def write(self, parent: etree._Element, table: etree._Element) -> None:
        """Put a table into an element, in a frame of its own that a narrow screen can scroll."""
        rows = [each for each in unwrapped(table) if local(each) == "tr" and not _is_deleted(each)]
        cells = [_cells(row) for row in rows]
        headings = _headings(rows)
        said, style = _caption(table), self.styles.style_of(table)
        frame = child(parent, "div", "tabell", role="group", tabindex="0")
        frame.set("aria-label", said[0] if said else "Tabell")
        made = child(frame, "table")
        if said:
            caption = child(made, "caption")
            caption.text = said[0]
            if _is_said_above(table, said[0]):
                caption.set("class", "dold")
            for more in said[1:]:
                child(caption, "span").text = more
        for tag, first, last in (("thead", 0, headings), ("tbody", headings, len(rows))):
            if first < last:
                body = child(made, tag)
                for at in range(first, last):
                    row = child(body, "tr")
                    self._write_row(row, style, cells[at:last], is_heading=tag == "thead")

    def _write_row(
        self,
        row: etree._Element,
        style: str,
        below: Sequence[Sequence[PageCell]],
        *,
        is_heading: bool,
    ) -> None:
        for cell in below[0]:
            if _is_merged(cell):
                continue
            is_header = is_heading and bool(text_of(cell.element).strip())
            look = self.styles.of_cell(cell.element, style, is_heading=is_heading)
            align = "right" if _is_right(cell.element) else ""
            made = child(row, "th" if is_header else "td", self.styles.classes(look, align=align))
            if is_header:
                made.set("scope", "colgroup" if cell.columns > 1 else "col")
            rows = _rows(cell, below)
            for name, count in (("colspan", cell.columns), ("rowspan", rows)):
                if count > 1:
                    made.set(name, str(count))
            self.write_cell(made, cell.element, look)


def _caption(table: etree._Element) -> list[str]:
    properties = table.find(w("tblPr"))
    named = (
        ()
        if properties is None
        else (properties.find(w("tblCaption")), properties.find(w("tblDescription")))
    )
    return [val(each).strip() for each in named if val(each).strip()]


def _is_said_above(table: etree._Element, caption: str) -> bool:
    """Return whether the paragraph above a table ends with its caption, after its number."""
    above = table.getprevious()
    is_line = above is not None and local(above) == "p"
    return above is not None and is_line and text_of(above).endswith(f" {caption}")


def _is_right(cell: etree._Element) -> bool:
    """Return whether what a cell holds stands to the right, as figures do."""
    sides = [val(p.find(f"{w('pPr')}/{w('jc')}")) for p in cell.iter(w("p"))]
    return bool(sides) and all(side in {"right", "end"} for side in sides)


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _headings(rows: Sequence[etree._Element]) -> int:
    """Return how many rows from the first on are repeated on every page: the headings."""
    at = 0
    while at < len(rows) and is_on(rows[at].find(w("trPr")), "tblHeader"):
        at += 1
    return at if at < len(rows) else 0


def _cells(row: etree._Element) -> list[PageCell]:
    made, column = [], 0
    before = val(row.find(f"{w('trPr')}/{w('gridBefore')}"))
    column = int(before) if before.isdecimal() else 0
    for element in (each for each in unwrapped(row) if local(each) == "tc"):
        properties = element.find(w("tcPr"))
        span = "" if properties is None else val(properties.find(w("gridSpan")))
        columns = max(int(span), 1) if span.isdecimal() else 1
        merge = None if properties is None else properties.find(w("vMerge"))
        goes_on = merge is not None and val(merge) != "restart"
        made.append(PageCell(element, column, columns, goes_on))
        column += columns
    return made


def _rows(cell: PageCell, below: Sequence[Sequence[PageCell]]) -> int:
    """Return over how many rows a cell goes."""
    count = 1
    for row in below[1:]:
        if not any(
            c.goes_on and c.column == cell.column and not text_of(c.element).strip() for c in row
        ):
            break
        count += 1
    return count


def _is_merged(cell: PageCell) -> bool:
    """Return whether a cell is part of the one above; Word hides its text, and none is lost."""
    return cell.goes_on and not text_of(cell.element).strip()
