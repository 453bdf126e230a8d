"""What a table of a document is: known by its headings, and by what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import SHEET_NAMES, Locality, Term
from lagesbild_xlsx.model.heading_aliases import LOCALITY_WORDS, MARKS, TERM_WORDS
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.balance import (
    DECLARED,
    MANY,
    NUMERAL,
    STATUS,
    RowCells,
    is_date,
    is_status,
    share,
)
from lagesbild_xlsx.word.reading.blocks import TableCell
from lagesbild_xlsx.word.reading.imported import heading_named, unnamed

PARTY = re.compile(
    r"kommun|polis|förvaltning|nämnd|enhet|skol|tjänst|socialkontor|region|räddning|bostäder"
    r"|samhäll|förening|samordnare|kultur|\bab\b",
    re.IGNORECASE,
)
"""What names of parties have in them."""

MOST, SOME = 0.6, 0.3
LONGEST_PARTY = 80
"""Shares of the cells of a column that say what it is."""

FEWEST_COLUMNS, MOST_COLUMNS = 3, 20
"""Between which widths a table can be a balance list without headings."""


def column_at(rows: Iterable[RowCells], at: int) -> list[TableCell]:
    """Return the cells of a column that say something, in a word or a colour."""
    cells = (row[at] for row in rows if at < len(row))
    return [cell for cell in cells if cell.text.strip() or cell.fill]


# ------------------------------------------------------------------ a column for each status


def with_one_status(rows: Sequence[RowCells]) -> list[RowCells]:
    """Return the rows of a table, its columns for each status made one column of statuses.

    The first row holds the headings. A table without such columns is returned as it is.
    """
    heading, *below = rows
    named = ((at, cell.text) for at, cell in enumerate(heading) if cell.text)
    found = [at for at, text in named if is_status(TableCell(text))]
    marks = [cell.text for at in found for cell in column_at(below, at) if cell.text.strip()]
    is_marked = bool(marks) and all(normalised(mark) in MARKS for mark in marks)
    if len(found) < 2 or not is_marked:  # noqa: PLR2004 - one is a column of its own
        return list(rows)
    first, words = found[0], [heading[at].text for at in found]
    made: list[RowCells] = [_replaced(heading, found, TableCell(STATUS))]
    for row in below:
        said = [w for at, w in zip(found, words, strict=True) if at < len(row) and row[at].text]
        fill = row[first].fill if first < len(row) else ""
        made.append(_replaced(row, found, TableCell(", ".join(said), fill)))
    return made


def _replaced(row: RowCells, columns: Sequence[int], cell: TableCell) -> tuple[TableCell, ...]:
    """Return a row with one cell in place of those of some columns."""
    return tuple(
        cell if at == columns[0] else each
        for at, each in enumerate(row)
        if at == columns[0] or at not in columns
    )


# ------------------------------------------------------------------ a list without headings


def guessed_columns(rows: Sequence[RowCells]) -> tuple[str, ...]:
    """Return the headings of a balance list without any, by what stands in its columns.

    Returns:
        The headings; none where it does not look like one.
    """
    width = max(map(len, rows), default=0)
    if not FEWEST_COLUMNS <= width <= MOST_COLUMNS:
        return ()
    columns = {at: column_at(rows, at) for at in range(width)}
    named: dict[int, str] = {}

    def take(field: str, shares: Mapping[int, float], least: float) -> None:
        free = {at: part for at, part in shares.items() if at not in named and part >= least}
        if free:
            named[max(free, key=lambda at: free[at])] = DECLARED[field]

    take("status", {at: share(map(is_status, cells)) for at, cells in columns.items()}, MOST)
    take("number", {at: share(map(_is_number, cells)) for at, cells in columns.items()}, MOST)
    take(
        "due",
        {at: share(is_date(cell.text) for cell in cells) for at, cells in columns.items()},
        MANY,
    )
    take("owner", {at: share(map(_is_party, cells)) for at, cells in columns.items()}, SOME)
    if DECLARED["status"] not in named.values() or DECLARED["owner"] not in named.values():
        return ()
    for field in ("activity", "comment"):
        free = (at for at in columns if at not in named and columns[at])
        at = next(free, None)
        if at is not None:
            named[at] = DECLARED[field]
    return tuple(named.get(at, unnamed(at + 1)) for at in range(width))


def _is_number(cell: TableCell) -> bool:
    return NUMERAL.fullmatch(cell.text.strip()) is not None


def _is_party(cell: TableCell) -> bool:
    return len(cell.text) <= LONGEST_PARTY and PARTY.search(cell.text) is not None


# ------------------------------------------------------------------ localities and terms


def locality_columns(rows: Sequence[RowCells]) -> tuple[str, ...]:
    """Return the headings of a table of localities by its first row; none of any other.

    A table of figures tells nothing of a locality in words.
    """
    heading, *below = rows
    columns = _named(heading, SHEET_NAMES[Locality], headings_of(Locality), LOCALITY_WORDS)
    name, note = (headings_of(Locality)[field] for field in ("name", "note"))
    if columns[:1] != [name] or len(columns) < 2 or holds_figures(below):  # noqa: PLR2004
        return ()
    if note not in columns:
        columns[1] = note
    return tuple(columns)


def holds_figures(rows: Sequence[RowCells]) -> bool:
    """Return whether most of what stands beside the first column has no letter."""
    width = max(map(len, rows), default=0)
    beside = [cell for at in range(1, width) for cell in column_at(rows, at) if cell.text]
    return share(not any(map(str.isalpha, cell.text)) for cell in beside) > MANY


def is_term_heading(row: RowCells) -> bool:
    """Return whether a row holds the headings of a glossary."""
    declared = headings_of(Term)
    columns = _named(row, SHEET_NAMES[Term], declared, TERM_WORDS)
    return {declared["term"], declared["explanation"]} <= {*columns}


def _named(
    row: RowCells, sheet: str, declared: Mapping[str, str], words: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """Return what the cells of a row mean as headings of a sheet; each heading once."""
    by_word = {word: declared[field] for field, said in words.items() for word in said}
    columns: list[str] = []
    for number, cell in enumerate(row, 1):
        known = heading_named(sheet, cell.text)
        meant = known if known in declared.values() else by_word.get(normalised(cell.text), known)
        columns.append(meant if meant and meant not in columns else cell.text or unnamed(number))
    return columns
