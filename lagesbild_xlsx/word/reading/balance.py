"""A balance list that was typed: its columns, its rows, and what a status cell says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import SHEET_NAMES, Activity
from lagesbild_xlsx.model.choices import STATUS_WORD, status_of_fill
from lagesbild_xlsx.places import FILE, Cell, normalised
from lagesbild_xlsx.word.reading.blocks import TableCell
from lagesbild_xlsx.word.reading.facts import LONGEST_LINE
from lagesbild_xlsx.word.reading.imported import Found, Said, heading_named, unnamed
from lagesbild_xlsx.word.reading.texts import joined

Row = Sequence[TableCell]

BALANCE_LIST, DECLARED = SHEET_NAMES[Activity], headings_of(Activity)
NUMBER, ACTIVITY, STATUS = DECLARED["number"], DECLARED["activity"], DECLARED["status"]
EXPECTED = (DECLARED["owner"], STATUS, DECLARED["comment"])
"""What a balance list has beside its activities."""

NUMERAL = re.compile(r"\d+(?:\.\d+)*[.)]?")


class ReadStatus(NamedTuple):
    """What a row says of its status: the cell to be, the text beside it, the colour's word."""

    said: Said
    aside: str = ""
    by_colour: str = ""


def is_balance_heading(row: Row) -> bool:
    """Return whether a row holds the headings of the balance list: the activity's and another.

    A table with a column for each status counts activities.
    """
    texts = [cell.text for cell in row if cell.text]
    found = {heading_named(BALANCE_LIST, text) for text in texts} & set(DECLARED.values())
    counts = any(status_in(TableCell(text)) for text in texts)
    return ACTIVITY in found and len(found) > 1 and not counts


def columns_in(row: Row, below: Iterable[Row]) -> tuple[str, ...]:
    """Return the heading of each column of the grid; a number where there is none.

    A heading that spans several columns owns them all. If the first of those under the activity
    holds only numbers, it is the number's.
    """
    exact = {normalised(cell.text) for cell in row}
    columns: list[str] = []
    for number, cell in enumerate(row, 1):
        meant = heading_named(BALANCE_LIST, cell.text)
        is_taken = normalised(meant) in exact and normalised(cell.text) != normalised(meant)
        name = cell.text.strip() if is_taken else meant
        is_filler = not cell.span and bool(columns)
        columns.append(columns[-1] if is_filler else name or unnamed(number))
    at = columns.index(ACTIVITY)
    if row[at].span > 1 and NUMBER not in columns and _are_numbers(below, at):
        columns[at] = NUMBER
    return tuple(columns)


def _are_numbers(rows: Iterable[Row], at: int) -> bool:
    texts = [row[at].text for row in rows if at < len(row) and row[at].span == 1 and row[at].text]
    return bool(texts) and all(map(NUMERAL.fullmatch, texts))


def is_heading_inside(row: Row, columns: Sequence[str]) -> bool:
    """Return whether a row is one text across the columns of several headings."""
    [first, *others] = [at for at, cell in enumerate(row) if cell.text]
    covered = {*columns[first : first + row[first].span]} - {NUMBER}
    return not others and (len(covered) > 1 or len(row) < len(columns))


def activity_in(row: Row, columns: Sequence[str]) -> tuple[Found, ReadStatus]:
    """Return what a row says by heading, and what it says of the status."""
    texts: dict[str, list[TableCell]] = {}
    for heading, cell in _by_heading(row, columns):
        texts.setdefault(heading, []).append(cell)
    found = {
        name: Said(joined((cell.text for cell in cells), " ")) for name, cells in texts.items()
    }
    fills = (cell.fill for cell in texts.get(STATUS, ()) if cell.fill)
    if STATUS in columns[: len(row)]:
        status = read_status(found.get(STATUS, Said()).text, next(fills, ""))
    else:
        status = _status_of_row(row)
    return found | {STATUS: status.said}, status


def _by_heading(row: Row, columns: Sequence[str]) -> Iterator[tuple[str, TableCell]]:
    for at, cell in enumerate(row):
        if cell.span:
            yield (columns[at] if at < len(columns) else unnamed(at + 1)), cell


def read_status(text: str, fill: str = "") -> ReadStatus:
    """Return what a status cell says: by its word, by its first word, or else by its colour."""
    words = re.findall(r"\w+|[^\w\s]", text) if len(text) <= LONGEST_LINE else []
    statuses = [status_in(TableCell(word)) for word in words]
    if status_in(TableCell(text)):
        return ReadStatus(Said(text, fill))
    if statuses and {*statuses} - {""} == {statuses[0]}:
        has_more = any(map(str.isalnum, "".join(words[1:])))
        return ReadStatus(Said(statuses[0], fill), text if has_more else "")
    coloured, has_word = status_in(TableCell("", fill)), any(map(str.isalnum, text))
    if has_word and not STATUS_WORD(Cell(FILE, text)).findings:
        return ReadStatus(Said())  # judged by nobody, whatever the colour
    if coloured:
        return ReadStatus(Said("", fill), text if has_word else "", coloured)
    return ReadStatus(Said(text, "" if text else fill))


def _status_of_row(row: Row) -> ReadStatus:
    """Return the status that a row is coloured as; nothing where its cells differ."""
    fills = {status_in(TableCell("", cell.fill)): cell.fill for cell in row if cell.fill}
    fills.pop("", None)
    return read_status("", *fills.values()) if len(fills) == 1 else ReadStatus(Said())


def status_in(cell: TableCell) -> str:
    """Return the status that a cell says in a word, or else by its colour; nothing if none."""
    asked = Cell(FILE, cell.text, fill=cell.fill)
    read = STATUS_WORD(asked) if cell.text else status_of_fill(asked)
    return "" if read.findings else str(read.value or "")
