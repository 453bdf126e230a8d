"""Where things stand in a workbook: places, cells, rows, sheets and the texts in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self


def fold(name: str) -> str:
    """Return a name as it is compared: case, and space around and inside it, do not matter."""
    return " ".join(name.split()).casefold()


def column_letters(column: int) -> str:
    """Return Excel's letters for a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Place(NamedTuple):
    """A cell; a sheet where row and column are None; the file where sheet is None as well."""

    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """The cell's address as Excel writes it (``C7``), or None for a sheet or a file."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return "!".join(part for part in (self.sheet, self.cell) if part)


FILE = Place()


class Run(NamedTuple):
    """A stretch of text in one format; ``link`` is the address that it leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class FormattedText(str):
    """Text of which parts are bold, italic or linked; it equals the same letters without."""

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, runs: Iterable[Run]) -> Self:
        """Join runs to a text; those without letters are left out."""
        kept = tuple(run for run in runs if run.text)
        text = super().__new__(cls, "".join(run.text for run in kept))
        text.runs = kept
        return text


def runs_of(text: str) -> tuple[Run, ...]:
    """Return a text's runs; plain text is one run."""
    return text.runs if isinstance(text, FormattedText) else (Run(text),)


def trimmed(text: str) -> str:
    """Return the text without space around it, its formats kept."""
    if not isinstance(text, FormattedText):
        return text.strip()
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    runs, at = [], 0
    for run in text.runs:
        piece = run.text[max(first - at, 0) : max(last - at, 0)]
        runs.append(run._replace(text=piece))
        at += len(run.text)
    return FormattedText(runs)


class Cell(NamedTuple):
    """One cell: the text as Excel shows it in Swedish, and the value as it is stored.

    ``error`` is Excel's error value (``#REF!``); ``uncalculated`` tells of a formula whose
    result the file does not hold.
    """

    place: Place
    text: str = ""
    value: str | float | bool | dt.datetime | None = None
    error: str = ""
    uncalculated: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return not (self.text or self.error or self.uncalculated)


Row = Mapping[int, Cell]
"""A row's cells by column number; a cell without content may be absent."""


@dataclass(frozen=True)
class Sheet:
    """A worksheet: its rows by row number, in reading order, blank rows absent."""

    name: str
    rows: Mapping[int, Row] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """What a workbook holds: its worksheets in their order."""

    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name (case and space do not matter), or None."""
        return next((s for s in self.sheets if fold(s.name) == fold(name)), None)
