"""Where things stand in a workbook: places, cells, rows, sheets and the texts in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from typing import Literal, NamedTuple, Self, TypeAlias, get_args
from unicodedata import normalize


def normalised(name: str) -> str:
    """Return a name as it is compared.

    Case, space around and inside it, and a colon after it do not matter, nor how å is composed.
    """
    if not name.isascii():
        name = normalize("NFC", name)
    return " ".join(name.split()).casefold().rstrip(" :")


def column_letters(column: int) -> str:
    """Return Excel's letters for a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column from Excel's letters: A is 1, aa is 27.

    Raises:
        ValueError: no column has such letters.
    """
    if not re.fullmatch("[A-Za-z]{0,3}", letters):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""How far a worksheet goes (Excel specifications and limits)."""


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
    """A stretch of text in one format; ``link`` is the address that it leads to.

    ``struck`` is only known of a text that was read from Word; a workbook's cell knows it itself.
    ``shift`` tells that it is raised or lowered, as Excel and Word both name it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    struck: bool = False
    shift: Shift | None = None


Shift: TypeAlias = Literal["superscript", "subscript"]
"""Where letters can stand beside the line."""


class FormattedText(str):
    """Text of which parts are bold, raised, linked and so on; it equals the letters without."""

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


def shift_of(stored: str) -> Shift | None:
    """Return where letters stand, by the value that Excel and Word store."""
    return next((shift for shift in get_args(Shift) if shift == stored), None)


def formatted(runs: Iterable[Run]) -> str:
    """Return runs as one text, those of one format joined; plain where none has a format."""
    joined = [
        Run("".join(run.text for run in alike), *form)
        for form, alike in groupby(runs, key=lambda run: run[1:])
    ]
    has_format = any(any(run[1:]) for run in joined)
    return FormattedText(joined) if has_format else "".join(run.text for run in joined)


VAGUE_LINKS = frozenset(("här", "klicka här", "läs mer", "läs mer här", "mer", "länk", "länken"))


def is_vague_link(text: str) -> bool:
    """Return whether a text is a link that does not say where it leads (WCAG 2.4.4)."""
    is_link = isinstance(text, FormattedText) and any(run.link for run in text.runs)
    return is_link and normalised(text).strip(".»> ") in VAGUE_LINKS


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
    result the file does not hold; ``fill`` is the cell's own colour as RRGGBB; ``struck`` tells
    that some of the text is struck through; ``from_1904`` that a number counts days from 1904
    where it is a date; ``is_picture`` that the cell holds a picture, which has no text;
    ``text_colour`` is that of its first letters as RRGGBB, where they have one but black;
    ``number_format`` is the code that a number is shown by.
    """

    place: Place
    text: str = ""
    value: str | float | bool | dt.datetime | None = None
    error: str = ""
    uncalculated: bool = False
    fill: str = ""
    struck: bool = False
    from_1904: bool = False
    is_picture: bool = False
    text_colour: str = ""
    number_format: str = "General"

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return not (self.text.strip() or self.error or self.uncalculated or self.is_picture)


SheetRow = Mapping[int, Cell]
"""A row's cells by column number; a cell without content may be absent."""


class Area(NamedTuple):
    """A rectangle of cells, such as ``A1:D1``."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reference: str) -> Self:
        """Return the area of a reference; ``A:A`` is a whole column, ``1:1`` a whole row."""
        first, _, last = reference.replace("$", "").partition(":")
        top, left = _corner(first)
        bottom, right = _corner(last or first)
        return cls(top or 1, left or 1, bottom or LAST_ROW, right or LAST_COLUMN)

    def covers(self, place: Place) -> bool:
        """Return whether a cell stands in it."""
        if place.row is None or place.column is None:
            return False
        return self.top <= place.row <= self.bottom and self.left <= place.column <= self.right

    def __str__(self) -> str:
        first, last = f"{column_letters(self.left)}{self.top}", column_letters(self.right)
        return f"{first}:{last}{self.bottom}"


def _corner(reference: str) -> tuple[int, int]:
    """Return the row and the column of a reference, 0 where it names none."""
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :] or 0), column_number(letters)


class ColourRule(NamedTuple):
    """A conditional format that can colour a blank cell: where, and by which formula."""

    area: Area
    formula: str


class DrawingKind(StrEnum):
    """What a sheet shows that is no text of a cell."""

    PICTURE = "picture"
    CHART = "chart"
    TEXT_BOX = "text box"
    DIAGRAM = "diagram"
    EMBEDDED = "embedded"
    SPARKLINE = "sparkline"


class Sheet(NamedTuple):
    """A worksheet: its rows by row number, in reading order, blank rows absent.

    Attributes:
        name: what its tab says.
        rows: the cells with content, and the coloured ones beside them.
        merges: the merged areas; the value of one within a column stands in all of its rows.
        row_fills: the colour of a whole row, which its absent cells have.
        column_fills: the colours of whole columns, by their numbers.
        hidden_rows: the rows that are not shown, by hand or by a filter.
        hidden_columns: the columns that are not shown.
        comments: what the comments say, or the threads of them, by their cells.
        coloured_by_rule: the conditional formats that can colour a blank cell.
        is_hidden: whether the tab is not shown.
        totals_rows: the rows of totals under Excel tables.
        drawn: how many pictures, charts and the like it shows.
        linked_files: the names of the files that its links lead to.
    """

    name: str
    rows: Mapping[int, SheetRow] = {}
    merges: tuple[Area, ...] = ()
    row_fills: Mapping[int, str] = {}
    column_fills: Mapping[int, str] = {}
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[Place, str] = {}
    coloured_by_rule: tuple[ColourRule, ...] = ()
    is_hidden: bool = False
    totals_rows: frozenset[int] = frozenset()
    drawn: Mapping[DrawingKind, int] = {}
    linked_files: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a place; one without content where nothing is stored."""
        found = self.rows.get(row, {}).get(column)
        if found is not None:
            return found
        fill = self.row_fills.get(row) or self.column_fills.get(column, "")
        return Cell(Place(self.name, row, column), fill=fill)


class Workbook(NamedTuple):
    """What a workbook holds: its worksheets in their order, and its properties by Swedish name.

    ``name`` is its file's, without the ending, and ``sha256`` the checksum of what was read;
    ``chart_sheets`` are the names of the tabs that are a chart.
    """

    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str] = {}
    name: str = ""
    sha256: str = ""
    chart_sheets: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name, or None."""
        return next(iter(self.sheets_called(name)), None)

    def sheets_called(self, name: str) -> list[Sheet]:
        """Return the sheets of this name, the most likely first.

        Case and space do not matter. Numbers calls an exported sheet ``Balanslista - Tabell 1``.
        """
        by_name = [(normalised(sheet.name), sheet) for sheet in self.sheets]
        alike = [sheet for known, sheet in by_name if known == normalised(name)]
        if alike:
            return sorted(alike, key=lambda sheet: sheet.name != name)
        exported = rf"{re.escape(normalised(name))} - (tabell|table) \d+"
        return [sheet for known, sheet in by_name if re.fullmatch(exported, known)]
