"""What tables must be: with a header row and a title, and simple enough to be read in order."""

from __future__ import annotations

from collections.abc import Iterator

from tests.docx_rules.document import Document
from tests.docx_rules.table import is_merged, span
from tests.docx_rules.xml import NS, at, is_blank, is_on, name, val, within


def header_rows(document: Document) -> Iterator[str]:
    """A listener hears the header of the column with each cell: the top row is marked as such."""
    for table in document.tables:
        marks = [is_on(at(row, "w:trPr/w:tblHeader")) for row in table.rows]
        if not marks:
            continue  # what has no rows is reported by table_grids
        if not marks[0]:
            yield f"{table.place}: the first row is not marked as a header row."
        elif marks != sorted(marks, reverse=True) or (all(marks) and len(marks) > 1):
            yield f"{table.place}: other rows than those at the top are marked as header rows."
        if not table.uses("firstRow"):
            yield f"{table.place}: Header Row is not ticked in its lay-out (w:tblLook)."


def header_texts(document: Document) -> Iterator[str]:
    """Each column has a name."""
    for table in document.tables:
        for number, cell in enumerate(table.cells[0] if table.rows else (), 1):
            if is_blank(cell):
                yield f"{table.place}: the header of column {number} is empty."


def simple_tables(document: Document) -> Iterator[str]:
    """A table is a plain grid: no cell covers others, and no table stands in another."""
    for table in document.tables:
        if any(is_merged(cell) for row in table.cells for cell in row):
            yield f"{table.place}: some cells are merged."
        elif len({len(row) for row in table.cells if row}) > 1:
            yield f"{table.place}: its rows have different numbers of cells."
        if next(table.element.iterancestors(name("w:tbl")), None) is not None:
            yield f"{table.place}: it stands inside another table."


def blank_rows(document: Document) -> Iterator[str]:
    """A row without text tells a listener that the table has ended."""
    for table in document.tables:
        for number, cells in enumerate(table.cells, 1):
            if cells and all(is_blank(cell) for cell in cells):
                yield f"{table.place}: row {number} is blank."


def table_titles(document: Document) -> Iterator[str]:
    """A table says in its alternative text what it is about."""
    for table in document.tables:
        places = ("w:tblPr/w:tblCaption", "w:tblPr/w:tblDescription")
        if not any(val(at(table.element, place)) for place in places):
            yield f"{table.place}: it has neither a title nor a description."


def cell_ends(document: Document) -> Iterator[str]:
    """Every cell ends with a paragraph, else Word calls the file damaged."""
    for table in document.tables:
        for cell in (cell for row in table.cells for cell in row):
            blocks = list(within(cell, "w:p", "w:tbl"))
            if not blocks or blocks[-1].tag == name("w:tbl"):
                yield f"{table.place}: a cell does not end with a paragraph."


def table_grids(document: Document) -> Iterator[str]:
    """Every row has cells, as wide together as the grid says; a table has rows."""
    for table in document.tables:
        if not table.rows:
            yield f"{table.place}: it has no rows."
        grid = len(table.element.findall("w:tblGrid/w:gridCol", NS))
        for number, (row, cells) in enumerate(zip(table.rows, table.cells, strict=True), 1):
            edges = (at(row, f"w:trPr/w:grid{side}") for side in ("Before", "After"))
            wide = sum(map(span, cells)) + sum(int(val(edge) or 0) for edge in edges)
            if not cells:
                yield f"{table.place}: row {number} has no cells."
            elif grid and wide != grid:
                yield f"{table.place}: row {number} is {wide} columns wide, the grid {grid}."


RULES = (
    header_rows,
    header_texts,
    simple_tables,
    blank_rows,
    table_titles,
    cell_ends,
    table_grids,
)
