"""A balance list that was typed: its columns, its rows, and what a status cell says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx.columns import headings_of, parsed_date
from lagesbild_xlsx.model import SHEET_NAMES, Activity
from lagesbild_xlsx.model.heading_aliases import ACTIVITY_WORDS, PROGRESS
from lagesbild_xlsx.model.scale import STANDARD_SCALE
from lagesbild_xlsx.places import FILE, Cell, normalised
from lagesbild_xlsx.word.reading.blocks import TableCell
from lagesbild_xlsx.word.reading.facts import LONGEST_LINE
from lagesbild_xlsx.word.reading.imported import Found, ReadText, heading_named, unnamed
from lagesbild_xlsx.word.reading.texts import joined, without_start

RowCells = Sequence[TableCell]

BALANCE_LIST, DECLARED = SHEET_NAMES[Activity], headings_of(Activity)
NUMBER, ACTIVITY, STATUS = DECLARED["number"], DECLARED["activity"], DECLARED["status"]
EXPECTED = (DECLARED["owner"], STATUS, DECLARED["comment"])
"""What a balance list has beside its activities."""

NUMERAL = re.compile(r"\d+(?:\.\d+)*[.)]?")
NUMBERED = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\S)")


LONGEST_STATUS = 40
PERCENT = re.compile(r"\d{1,3} ?%")
MANY = 0.5
"""The share of a column's cells that says what the column is."""


NO_LETTERS: Mapping[str, str] = MappingProxyType({})


class ReadStatus(NamedTuple):
    """What a row says of its status: the cell to be, the text beside it, the colour's word."""

    said: ReadText
    aside: str = ""
    by_colour: str = ""


WORDS = {word: DECLARED[field] for field, words in ACTIVITY_WORDS.items() for word in words}
"""What other words mean in the headings of a typed list, folded."""


def is_balance_heading(row: RowCells) -> bool:
    """Return whether a row holds the headings of the balance list: the activity's and another.

    A table with a column for each status counts activities.
    """
    texts = [cell.text for cell in row if cell.text]
    sure = [text for text in texts if normalised(text) not in WORDS]
    known = {heading_named(BALANCE_LIST, text) for text in sure} & set(DECLARED.values())
    found = known | {WORDS[normalised(text)] for text in texts if normalised(text) in WORDS}
    counts = any(status_in(TableCell(text)) for text in texts)
    is_sure = ACTIVITY in known or len(found) > len((ACTIVITY, STATUS))
    return ACTIVITY in found and is_sure and len(found) > 1 and not counts


def columns_in(row: RowCells, below: Sequence[RowCells]) -> tuple[str, ...]:
    """Return the heading of each column of the grid; a number where there is none.

    A heading that spans several columns owns them all. If the first of those under the activity
    holds only numbers, it is the number's.
    """
    exact = {heading_named(BALANCE_LIST, cell.text) for cell in row}
    own = {normalised(cell.text) for cell in row}
    columns: list[str] = []
    for number, cell in enumerate(row, 1):
        meant = heading_named(BALANCE_LIST, cell.text)
        other = WORDS.get(normalised(cell.text), "")
        if meant not in DECLARED.values() and other and other not in {*exact, *columns}:
            meant = other if _can_be(other, below, number - 1) else meant
        is_taken = normalised(meant) in own and normalised(cell.text) != normalised(meant)
        name = cell.text.strip() if is_taken else meant
        is_filler = not cell.span and bool(columns)
        columns.append(columns[-1] if is_filler else name or unnamed(number))
    at = columns.index(ACTIVITY)
    if row[at].span > 1 and NUMBER not in columns and _are_numbers(below, at):
        columns[at] = NUMBER
    return tuple(columns)


def _can_be(heading: str, rows: Iterable[RowCells], at: int) -> bool:
    """Return whether what stands in a column can be under a heading: dates, statuses."""
    cells = [row[at] for row in rows if at < len(row) and (row[at].text.strip() or row[at].fill)]
    if heading == DECLARED["due"]:
        return share(is_date(cell.text) for cell in cells) >= MANY
    return heading != STATUS or share(map(is_status, cells)) >= MANY


def _are_numbers(rows: Iterable[RowCells], at: int) -> bool:
    texts = [row[at].text for row in rows if at < len(row) and row[at].span == 1 and row[at].text]
    return bool(texts) and all(map(NUMERAL.fullmatch, texts))


def is_heading_inside(row: RowCells, columns: Sequence[str]) -> bool:
    """Return whether a row is one text across the columns of several headings."""
    [first, *others] = [at for at, cell in enumerate(row) if cell.text]
    covered = {*columns[first : first + row[first].span]} - {NUMBER}
    return not others and (len(covered) > 1 or len(row) < len(columns))


def activity_in(
    row: RowCells, columns: Sequence[str], letters: Mapping[str, str] = NO_LETTERS
) -> tuple[Found, ReadStatus]:
    """Return what a row says by heading, and what it says of the status.

    Args:
        row: the row.
        columns: the headings of its columns.
        letters: the statuses by the letters that the document gives them, folded.
    """
    texts: dict[str, list[TableCell]] = {}
    for heading, cell in _by_heading(row, columns):
        texts.setdefault(heading, []).append(cell)
    found = {
        name: ReadText(joined((cell.text for cell in cells), " ")) for name, cells in texts.items()
    }
    if NUMERAL.fullmatch(found.get(NUMBER, ReadText()).text):
        found[NUMBER] = ReadText(found[NUMBER].text.rstrip(".)"))
    fills = (cell.fill for cell in texts.get(STATUS, ()) if cell.fill)
    typed = normalised(found.get(STATUS, ReadText()).text)
    if typed in letters:
        return found | {STATUS: ReadText(letters[typed])}, ReadStatus(ReadText(letters[typed]))
    if STATUS in columns[: len(row)]:
        status = read_status(found.get(STATUS, ReadText()).text, next(fills, ""))
    else:
        status = _status_of_row(row)
    return found | {STATUS: status.said}, status


def _by_heading(row: RowCells, columns: Sequence[str]) -> Iterator[tuple[str, TableCell]]:
    for at, cell in enumerate(row):
        if cell.span:
            yield (columns[at] if at < len(columns) else unnamed(at + 1)), cell


def read_status(text: str, fill: str = "") -> ReadStatus:
    """Return what a status cell says: by its word, by its first word, or else by its colour."""
    words = re.findall(r"\w+|[^\w\s]", text) if len(text) <= LONGEST_LINE else []
    statuses = [status_in(TableCell(word)) for word in words]
    if status_in(TableCell(text)):
        return ReadStatus(ReadText(text, fill))
    if statuses and {*statuses} - {""} == {statuses[0]}:
        has_more = any(map(str.isalnum, "".join(words[1:])))
        return ReadStatus(ReadText(statuses[0], fill), text if has_more else "")
    coloured, has_word = status_in(TableCell("", fill)), any(map(str.isalnum, text))
    if has_word and not STANDARD_SCALE.read(Cell(FILE, text)).findings:
        return ReadStatus(ReadText())  # judged by nobody, whatever the colour
    if coloured:
        return ReadStatus(ReadText("", fill), text if has_word else "", coloured)
    return ReadStatus(ReadText(text, "" if text else fill))


def _status_of_row(row: RowCells) -> ReadStatus:
    """Return the status that a row is coloured as; nothing where its cells differ."""
    fills = {status_in(TableCell("", cell.fill)): cell.fill for cell in row if cell.fill}
    fills.pop("", None)
    return read_status("", *fills.values()) if len(fills) == 1 else ReadStatus(ReadText())


def status_in(cell: TableCell) -> str:
    """Return the status that a cell says in a word, or else by its colour; nothing if none."""
    asked = Cell(FILE, cell.text, fill=cell.fill)
    scale = STANDARD_SCALE
    read = scale.read(asked._replace(fill="")) if cell.text else scale.read_fill(asked)
    return "" if read.findings else str(read.value or "")


def is_status(cell: TableCell) -> bool:
    """Return whether a cell says a status in a word, a colour, or another scale's word."""
    text = normalised(cell.text)
    is_word = text in PROGRESS or PERCENT.fullmatch(text) is not None
    return is_word or (len(text) <= LONGEST_STATUS and bool(status_in(cell)))


def is_date(text: str) -> bool:
    """Return whether a text is a date."""
    return parsed_date(text.strip()) is not None


def share(answers: Iterable[bool]) -> float:
    """Return which share of the answers is yes; none of no answers."""
    said = list(answers)
    return sum(said) / len(said) if said else 0.0


def with_number_apart(rows: Sequence[RowCells], columns: tuple[str, ...]) -> list[RowCells]:
    """Return rows whose activities begin with a number each, that number in a cell before."""
    at = columns.index(ACTIVITY)
    found = [NUMBERED.match(row[at].text) for row in rows if at < len(row) and row[at].text]
    if NUMBER in columns or len(found) < 2 or not all(found):  # noqa: PLR2004 - one may be a year
        return list(rows)
    return [_numbered(row, at) for row in rows]


def _numbered(row: RowCells, at: int) -> RowCells:
    """Return a row with the number of its activity in a cell before it."""
    cell = row[at] if at < len(row) else TableCell("")
    found = NUMBERED.match(cell.text)
    number = found[1] if found else ""
    text = without_start(cell.text, found.end()) if found else cell.text
    return (*row[:at], TableCell(number), cell._replace(text=text), *row[at + 1 :])
