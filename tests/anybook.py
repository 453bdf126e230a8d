"""Workbooks of every kind, made at random: the good workbook with changes that staff could make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Pixels

from tests.conftest import GOOD
from tests.rawbook import TEXT_BOX, rewritten_part, with_shapes

LONGEST = 32_767
"""How many characters a cell holds (Excel specifications and limits)."""

FREE = {
    "Prioriteringar": ("Prioritering",),
    "Orter": ("Ort", "Lägesbild"),
    "Framåt": ("Text",),
    "Balanslista": ("Aktivitet", "Ansvar", "Kommentar"),
    "Ordlista": ("Begrepp", "Förklaring"),
    "Listor": ("Betydelse", "Ansvarig", "Alias"),
}
"""The columns in which anything is right."""

MORE = {"Balanslista": ("Ort", "Klart senast")}
"""The columns that need not be there, and that the standard template shows where they are."""

ABOVE: tuple[list[list[str | None]], ...] = (
    [["Lägesbild 2026"]],
    [["Lägesbild"], [None]],
    [[None, "Senast ändrad", "i går"]],
    [["Lägesbild"], [None, None, "OBS! Siffrorna är preliminära."]],
    [["Läget beskrivs av polisen."]],
)
"""The rows above the headings: a title, one and a blank row, or texts that are no titles."""

NOTE = "Uppgifterna är preliminära."

FREE_FIELDS = ("Kommun", "Inledning", "Underlag", "Diarienummer", "Version")
TITLES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, "  {}\n".format)
RED, YELLOW, GREEN = "FFFF0000", "FFFFFF00", "FF00B050"
FILLS: tuple[str | Color, ...] = (
    RED,
    YELLOW,
    GREEN,
    "FFFFC000",
    "FF7030A0",
    "FFD9D9D9",
    Color(theme=4),
    Color(theme=5),
)
STATUSES = ("Rött", "grön", " GUL ", "-", "Blått", None, None, None, None)

ILLEGAL = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))
"""What XML, and so openpyxl, does not take."""

ODD_TEXTS = (
    "_x0041_", "_x0001_x", "_xD83D__xDE00_", "_x005F_x0041_", "<w:p/>", "{{7*7}}", "&amp;", "]]>",
    "\u202eesrever", "🧑🏽‍🚒", "e\u0301", "'=1", "=1+1", "=cmd|' /C calc'!A0", "a\tb\r\nc", "  x  ",
    "1,5", "2026-03-05", "007", "NA", "–", "#N/A", "#REF!", "שלום", "_x", "\u2028", "\x85",
)  # fmt: skip

letters = st.characters(exclude_categories=["Cs"], exclude_characters=ILLEGAL)
texts = st.one_of(
    st.text(letters, min_size=1, max_size=30),
    st.sampled_from(ODD_TEXTS),
    st.builds(lambda text: (text * LONGEST)[:LONGEST], st.text(letters, min_size=1, max_size=3)),
)
rich_texts = st.lists(
    st.one_of(texts, texts.map(lambda text: TextBlock(InlineFont(b=True), text))),
    min_size=1,
    max_size=3,
).map(lambda parts: CellRichText(*parts))
FIRST_DAY = dt.date(1900, 3, 1)
"""The first day that Excel has no other weekday for than the calendar."""

values: SearchStrategy[Any] = st.one_of(
    texts,
    st.sampled_from(ODD_TEXTS),
    rich_texts,
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.floats(-1e300, 1e300),
    st.dates(FIRST_DAY),
    st.datetimes(dt.datetime(1900, 3, 1)).map(lambda moment: moment.replace(microsecond=0)),  # noqa: DTZ001
    st.times().map(lambda time: time.replace(microsecond=0)),
)


@dataclass(frozen=True)
class Layout:
    """Where a table stands: its sheet, the row of its headings, and the column of each."""

    sheet: Worksheet
    top: int
    columns: Mapping[str, int]


@dataclass(frozen=True)
class AnyBook:
    """A workbook, and where the tables of the sheets that the tool knows stand in it.

    Attributes:
        book: the workbook.
        layouts: the sheets that the tool knows, by their names.
        own: where the tables and forms of other sheets stand, by their names.
        boxes: how many text boxes there are on each sheet, which openpyxl cannot write.
    """

    book: openpyxl.Workbook
    layouts: Mapping[str, Layout]
    own: Mapping[str, Layout]
    boxes: Mapping[str, int]

    def save(self, path: Path) -> None:
        """Write the workbook, with its text boxes, which stand in the drawings that there are."""
        self.book.save(path)
        drawn = [s for s in self.book.worksheets if s._images or s._charts]  # noqa: SLF001
        for number, sheet in enumerate(drawn, 1):
            if boxes := TEXT_BOX * self.boxes.get(sheet.title, 0):
                part = f"xl/drawings/drawing{number}.xml"
                rewritten_part(path, part, partial(with_shapes, shapes=boxes))


@st.composite
def any_books(draw: DrawFn) -> AnyBook:
    """Draw a workbook: its tables, then a few changes to them; merges last, as they take values."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    layouts = {name: _table(draw, book, name) for name in draw(st.permutations(list(GOOD)))}
    own = {name: _own_sheet(draw, book, name) for name in draw(st.sets(st.sampled_from(OWN)))}
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=3, max_size=12)):
        change(draw, draw(st.sampled_from(list(layouts.values()))))
    for name in draw(st.lists(st.sampled_from(list(GOOD)), max_size=3, unique=True)):
        _merge(draw, layouts[name])
    boxes = {
        sheet.title: draw(st.integers(0, 2))
        for sheet in book.worksheets
        if sheet._images or sheet._charts  # noqa: SLF001 - no other name
    }
    return AnyBook(book, layouts, {name: each for name, each in own.items() if each}, boxes)


OWN = ("Anteckningar", "Blad 2", "Brottsstatistik", "Handläggning")


def _own_sheet(draw: DrawFn, book: openpyxl.Workbook, name: str) -> Layout | None:
    """Draw a sheet of the staff's own: a table, a form, or loose texts, which have no layout."""
    sheet = book.create_sheet(name)
    sheet.sheet_state = draw(st.sampled_from(["visible"] * 4 + ["hidden"]))
    kind = draw(st.sampled_from(["table", "form", "loose"]))
    if kind == "loose":
        for _ in range(draw(st.integers(1, 4))):
            sheet.append([draw(values), draw(values)])
        return None
    title = draw(st.sampled_from([[], [], ["Det här är vårt"], [None, "Det här är vårt"]]))
    if title:
        sheet.append(title)
    headings = ("Fält", "Värde") if kind == "form" else ("Brott", "Antal")
    sheet.append(headings)
    for number in range(draw(st.integers(1, 4))):
        first = f"Fält {number}" if kind == "form" else draw(values)
        beside = draw(st.sampled_from([None, None, "utanför"]))  # under no heading
        sheet.append([first, draw(st.one_of(st.none(), values)), beside])
    return Layout(sheet, 1 + bool(title), {heading: n for n, heading in enumerate(headings, 1)})


def _table(draw: DrawFn, book: openpyxl.Workbook, name: str) -> Layout:
    """Draw a sheet with the good rows, more like them, and its headings in any order."""
    sheet = book.create_sheet(name if draw(st.integers(0, 4)) else name.upper())
    rows = [*GOOD[name], *draw(st.lists(st.sampled_from(GOOD[name]), max_size=2))]
    if name == "Rapport":
        rows = [*GOOD[name], *({"Fält": field, "Värde": "1"} for field in FREE_FIELDS[-2:])]
    optional = draw(st.sampled_from([(), MORE.get(name, ())]))
    own_too = draw(st.sampled_from([(), ("Egen",)]))
    headings = draw(st.permutations([*GOOD[name][0], *optional, *own_too]))
    for title in draw(st.sampled_from([(), (), *ABOVE])):
        sheet.append(title)
    written = draw(st.sampled_from(TITLES))
    top = len(sheet._cells) and sheet.max_row  # noqa: SLF001 - a sheet without cells has max_row 1
    own = st.sampled_from([None, "eget", 7])
    when = st.sampled_from([None, dt.date(2026, 5, 1), "hösten 2026", "löpande"])
    rows = [
        {**row, "Egen": draw(own), **{h: draw(own if h == "Ort" else when) for h in optional}}
        for row in rows
    ]
    for at, row in enumerate([{h: written(h) for h in headings}, *rows], top + 1):
        for column, heading in enumerate(headings, 1):
            sheet.cell(at, column, row.get(heading))
    return Layout(sheet, top + 1, {heading: n for n, heading in enumerate(headings, 1)})


Change = Callable[[DrawFn, Layout], None]


def _any_cell(draw: DrawFn, layout: Layout, headings: tuple[str, ...] = ()) -> Any:
    """Draw a cell below the headings, in one of some columns if any are named."""
    columns = [column for h, column in layout.columns.items() if h in (headings or layout.columns)]
    row = draw(st.integers(layout.top + 1, layout.sheet.max_row))
    return layout.sheet.cell(row, draw(st.sampled_from(columns)))


def _write(draw: DrawFn, cell: Any) -> None:
    cell.number_format = "General"  # else openpyxl keeps that of a date before
    cell.value = draw(values)
    if isinstance(cell.value, str) and draw(st.booleans()):
        cell.data_type = "s"  # not a formula or an error, whatever it looks like


def _write_text(draw: DrawFn, layout: Layout) -> None:
    """Write anything where anything is right."""
    if "Fält" not in layout.columns:
        _write(draw, _any_cell(draw, layout, FREE[layout.sheet.title.capitalize()]))
        return
    wanted = draw(st.sampled_from(FREE_FIELDS))
    for row in range(layout.top + 1, layout.sheet.max_row + 1):
        if layout.sheet.cell(row, layout.columns["Fält"]).value == wanted:
            _write(draw, layout.sheet.cell(row, layout.columns["Värde"]))


def _write_anywhere(draw: DrawFn, layout: Layout) -> None:
    _write(draw, _any_cell(draw, layout))


def _blank(draw: DrawFn, layout: Layout) -> None:
    _any_cell(draw, layout).value = None


def _judge(draw: DrawFn, layout: Layout) -> None:
    """Write a status, and give the cell a colour."""
    if "Status" in layout.columns:
        cell = _any_cell(draw, layout, ("Status",))
        cell.value = draw(st.sampled_from(STATUSES))
        cell.fill = PatternFill("solid", fgColor=draw(st.sampled_from(FILLS)))


def _fill(draw: DrawFn, layout: Layout) -> None:
    fill = PatternFill("solid", fgColor=draw(st.sampled_from(FILLS)))
    _any_cell(draw, layout).fill = fill


def _hide(draw: DrawFn, layout: Layout) -> None:
    cell = _any_cell(draw, layout)
    layout.sheet.row_dimensions[cell.row].hidden = draw(st.booleans())
    layout.sheet.column_dimensions[get_column_letter(cell.column)].hidden = draw(st.booleans())


def _comment(draw: DrawFn, layout: Layout) -> None:
    _any_cell(draw, layout).comment = Comment(draw(st.sampled_from(["Varför?", "OK"])), "Anna")


def _merge(draw: DrawFn, layout: Layout) -> None:
    """Merge cells: mostly within a column, sometimes across some, or with the headings."""
    top = layout.top + draw(st.sampled_from([0, *[1, 2] * 4]))
    left = draw(st.sampled_from(list(layout.columns.values())))
    bottom, right = top + draw(st.integers(1, 2)), left + draw(st.sampled_from([*[0] * 7, 1]))
    layout.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _link_to_file(draw: DrawFn, layout: Layout) -> None:
    cell = _any_cell(draw, layout)
    cell.hyperlink = draw(
        st.sampled_from(["bilaga.docx", "Bilagor/bilaga%201.docx", "\\\\p\\b.pdf"])
    )


def _beside(draw: DrawFn, layout: Layout) -> None:
    """Write beside the table, where no heading is, or a note after a blank row below it."""
    if draw(st.booleans()):
        at = draw(st.integers(layout.top, layout.sheet.max_row))
        layout.sheet.cell(at, len(layout.columns) + 2, "bredvid")
    else:
        column = layout.columns.get("Fält", 1)
        layout.sheet.cell(layout.sheet.max_row + 2, column, NOTE)


def _picture(_: DrawFn, layout: Layout) -> None:
    png = BytesIO()
    Pixels.new("RGB", (1, 1)).save(png, "png")
    layout.sheet.add_image(Image(png))


def _chart(_: DrawFn, layout: Layout) -> None:
    chart = BarChart()
    chart.add_data(Reference(layout.sheet, min_col=1, min_row=1, max_row=2))
    layout.sheet.add_chart(chart)


CHANGES: tuple[Change, ...] = (
    *[_write_text] * 8, *[_judge] * 3, _write_anywhere, _blank, _fill, _hide, _comment,
    _picture, _chart, _link_to_file, _beside,
)  # fmt: skip
