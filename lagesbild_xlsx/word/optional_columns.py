"""Columns of a template's tables that stand there only where the workbook has something in them.

A value whose tag begins with ``lb:kolumn`` has such a column. It is settled before the template is
compiled: the column goes, heading and all, or the tag becomes that of any other value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.elements import has_our_tag, remove, tag_of
from lagesbild_xlsx.word.tag_grammar import COLUMN, CONDITION, FILTERED, is_tag, name_in
from lagesbild_xlsx.word.template_sheets import TemplateSheet
from lagesbild_xlsx.word.xml import val, w

NARROW = 1701
"""How wide a column is that holds a word or two, in twentieths of a point (3 cm).

The room that a column leaves is shared by what the others are wider than that."""


class ColumnOf(NamedTuple):
    """A column that comes and goes, and the sheet whose rows have it; both folded."""

    sheet: str
    name: str


def settle_columns(
    root: etree._Element,
    sources: Mapping[str, TemplateSheet],
    left_out: Collection[ColumnOf] = (),
    *,
    keeps_blank: bool = False,
) -> None:
    """Take out the columns that have nothing to show, and make those left like any other.

    Args:
        root: a part of a template.
        sources: the sheets that it can name, by their folded names.
        left_out: columns that go whatever the workbook has.
        keeps_blank: whether a column stays that the workbook has, with nothing in it.
    """
    dropped: dict[etree._Element, set[int]] = {}
    for control, name in list(_marked(root)):
        column_of = ColumnOf(_sheet_around(control), normalised(name))
        source = sources.get(column_of.sheet)
        place = _place_in_table(control)
        is_shown = column_of not in left_out and (
            source is None or _shows(source, name, keeps_blank=keeps_blank)
        )
        if source and place and not is_shown:
            table, column = place
            dropped.setdefault(table, set()).add(column)
        else:
            tag = control.find(f"{w('sdtPr')}/{w('tag')}")
            assert tag is not None  # noqa: S101 - it has one that marks it
            tag.set(w("val"), f"lb:{name}")
    for table, columns in dropped.items():
        _drop(table, columns)


def columns_of_parts(roots: Iterable[etree._Element]) -> set[ColumnOf]:
    """Return the columns that come and go in the parts of a template."""
    marked = (found for root in roots for found in _marked(root))
    return {ColumnOf(_sheet_around(control), normalised(name)) for control, name in marked}


def sheet_of_repeat(tag: str) -> str:
    """Return the folded name of the sheet that a repeat's tag names."""
    name = name_in(tag)
    chosen = FILTERED.fullmatch(name)
    return normalised(chosen["sheet"] if chosen else name)


def _marked(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the controls of such columns, with the columns' names."""
    for control in root.iter(w("sdt")):
        tag = tag_of(control)
        found = COLUMN.fullmatch(name_in(tag)) if is_tag(tag) else None
        if found:
            yield control, found["name"].strip()


def _sheet_around(control: etree._Element) -> str:
    """Return the folded name of the sheet of the innermost repeat around; blank without any."""
    tags = (tag_of(around) for around in control.iterancestors(w("sdt")) if has_our_tag(around))
    repeats = (tag for tag in tags if not CONDITION.fullmatch(name_in(tag)))
    return next(map(sheet_of_repeat, repeats), "")


def _shows(source: TemplateSheet, name: str, *, keeps_blank: bool) -> bool:
    heading = source.heading(name)
    if heading is None:
        return False
    return keeps_blank or any(row.get(heading) for row in source.rows)


# ------------------------------------------------------------------ tables


def _place_in_table(control: etree._Element) -> tuple[etree._Element, int] | None:
    """Return the table of a control and the column that it has for itself; None if it has none."""
    cell = next(control.iterancestors(w("tc")), None)
    cell = next(control.iter(w("tc")), None) if cell is None else cell
    row = None if cell is None else next(cell.iterancestors(w("tr")), None)
    table = None if row is None else next(row.iterancestors(w("tbl")), None)
    if cell is None or row is None or table is None or _span(cell) > 1:
        return None
    return table, next(at for at, each in _cells(row) if each is cell)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row, each with the first column of the grid that it covers."""
    at = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for cell in row.iter(w("tc")):
        if next(cell.iterancestors(w("tr"))) is row:
            yield at, cell
            at += _span(cell)


def _span(cell: etree._Element) -> int:
    return _number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)


def _number(element: etree._Element | None, otherwise: int) -> int:
    stored = val(element)
    return int(stored) if stored.isdecimal() else otherwise


def _drop(table: etree._Element, columns: set[int]) -> None:
    """Take columns out of a table: cells, headings and grid; the others share their room."""
    grid = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    old = [_width(column) for column in grid]
    if len(columns) >= len(grid):
        remove(table)
        return
    widths = _widened(old, columns)
    rows = [r for r in table.iter(w("tr")) if next(r.iterancestors(w("tbl"))) is table]
    for row in rows:
        for at, cell in list(_cells(row)):
            covered = range(at, at + _span(cell))
            left = [each for each in covered if each not in columns]
            if not left:
                _remove_cell(cell)
            else:
                _resize(cell, len(left), sum(widths[each] for each in left if each in widths))
    for number, column in enumerate(grid):
        if number in columns:
            remove(column)
        else:
            column.set(w("w"), str(widths[number]))


def _width(element: etree._Element) -> int:
    stored = element.get(w("w"), "")
    return int(stored) if stored.isdecimal() else 0


def _widened(old: Sequence[int], columns: set[int]) -> dict[int, int]:
    """Return the widths of the columns that stay, by number; in all, they are what all were."""
    stay = {number: width for number, width in enumerate(old) if number not in columns}
    slack = {number: max(width - NARROW, 0) for number, width in stay.items()}
    shares = slack if any(slack.values()) else stay
    room, total = sum(old) - sum(stay.values()), sum(shares.values()) or 1
    exact = {n: width + room * shares[n] / total for n, width in stay.items()}
    found = {number: int(width) for number, width in exact.items()}
    by_rest = sorted(exact, key=lambda number: int(exact[number]) - exact[number])
    for number in by_rest[: sum(old) - sum(found.values())]:
        found[number] += 1
    return found


def _remove_cell(cell: etree._Element) -> None:
    """Take out a cell, with the control that holds nothing else."""
    outer = cell
    for around in cell.iterancestors():
        if local(around) == "tr" or sum(1 for _ in around.iter(w("tc"))) > 1:
            break
        outer = around
    remove(outer)


def _resize(cell: etree._Element, span: int, width: int) -> None:
    """Give a cell a width, and the number of columns that it covers."""
    stored = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if stored is not None and stored.get(w("type")) == "dxa":
        stored.set(w("w"), str(width))
    covers = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    if covers is not None:
        covers.set(w("val"), str(span))
