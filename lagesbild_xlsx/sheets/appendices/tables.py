"""The blocks of a sheet as what a reader sees: texts, tables with headings and captions, pictures.

They come in the order in which one reads a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model.appendices import (
    FAULTY,
    ROWS_BELOW,
    AppendixPicture,
    AppendixTable,
    AppendixText,
    Block,
    without_label,
)
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Cell, FormattedText, Place, Run, runs_of, trimmed
from lagesbild_xlsx.sheets.appendices.regions import Region, Shown

BLANK = "–"
"""What stands in a heading that is blank: each column must have one for those who listen."""

NOTE = re.compile(
    r"(?:källa|källor|not|noter|anm|anmärkning|uppgift|uppgifter)\b|[*¹²³]", re.IGNORECASE
)
"""How a text below a table begins that is no row of it."""

LONGEST_LABEL = 60
"""How many letters a text has at the most that begins a row, and says nothing beside it."""

YEARS = (1900, 2100)
MOST_HEADING_ROWS = 4


def blocks_of(shown: Shown, region: Region, findings: list[Finding]) -> Iterator[Block]:
    """Yield what a region of a sheet says: the texts above its table, that, and those below.

    Args:
        shown: what the sheet shows.
        region: some cells of it that stand together.
        findings: takes what is to be said of its table.
    """
    columns = region.columns
    alone = [len(shown.filled(row, columns)) == 1 for row in region.rows]
    above = len([*takewhile(lambda row: _is_title(shown, region, row), region.rows)])
    below = len(region.rows)
    while below > above and alone[below - 1] and _is_note(shown, region, region.rows[below - 1]):
        below -= 1
    rows = region.rows[above:below]
    if len(rows) < 2 or len(columns) < 2:  # noqa: PLR2004 - a table has a heading and a row
        yield from _words(shown, region, region.rows)
        return
    yield from _words(shown, region, region.rows[: max(above - 1, 0)])
    caption = [words.text for words in _words(shown, region, region.rows[:above][-1:])]
    yield _table(shown, rows, columns, "".join(caption), findings)
    yield from _words(shown, region, region.rows[below:])


def _words(shown: Shown, region: Region, rows: Sequence[int]) -> Iterator[AppendixText]:
    """Yield the texts of rows, each a paragraph; a text that is merged downwards once."""
    for row in rows:
        cells = [c for c in shown.filled(row, region.columns) if not _is_repeated(shown, c)]
        texts = [_text(cell) for cell in cells]
        if texts:
            yield AppendixText(_joined(texts))


def _joined(texts: Sequence[str]) -> str:
    """Return texts as one line, formats kept."""
    if len(texts) == 1:
        return texts[0]
    if not any(isinstance(text, FormattedText) for text in texts):
        return " ".join(texts)
    runs = [run for text in texts for run in (Run(" "), *runs_of(text))]
    return FormattedText(runs[1:])


def _is_repeated(shown: Shown, cell: Cell) -> bool:
    """Return whether a cell has the text of a merged one above."""
    return any(a.covers(cell.place) and a.top != cell.place.row for a in shown.sheet.merges)


def _is_title(shown: Shown, region: Region, row: int) -> bool:
    """Return whether a row above a table has one text, that is no heading of its last column."""
    cells = shown.filled(row, region.columns)
    is_last_of_two = len(region.columns) == 2 and cells[0].place.column != region.columns[0]  # noqa: PLR2004
    return len(cells) == 1 and not is_last_of_two


def _is_note(shown: Shown, region: Region, row: int) -> bool:
    """Return whether a row with one text is a note below a table."""
    [cell] = shown.filled(row, region.columns)
    if cell.place.column != region.columns[0]:
        return False
    is_merged = shown.merge_at(row, region.columns[0]) is not None
    text = cell.text.strip()
    return is_merged or len(text) > LONGEST_LABEL or NOTE.match(text) is not None


# ------------------------------------------------------------------ a table


def _table(
    shown: Shown,
    rows: Sequence[int],
    columns: Sequence[int],
    caption: str,
    findings: list[Finding],
) -> AppendixTable:
    columns = [at for at in columns if any(shown.cell(row, at) for row in rows)]
    first = _heading_rows(shown, rows, columns)
    place = Place(shown.sheet.name, rows[0], columns[0])
    headings = [_heading(shown, rows[:first], at) for at in columns]
    if not first:
        findings.append(rules.TABLE_NAMELESS.at(place))
    for at, heading in zip(columns, headings, strict=True):
        if first and not heading:
            where = Place(shown.sheet.name, rows[first - 1], at)
            findings.append(rules.COLUMN_NAMELESS.at(where))
    body = rows[first:]
    return AppendixTable(
        place,
        without_label(caption),
        tuple(heading or BLANK for heading in headings),
        tuple(tuple(_text(shown.cell(row, at)) for at in columns) for row in body),
        frozenset(n for n, at in enumerate(columns) if _is_numeric(shown, body, at)),
    )


def _text(cell: Cell | None) -> str:
    """Return what a cell shows; that it is faulty, where it is, which only a draft does."""
    if cell is None:
        return ""
    return FAULTY if cell.error or cell.uncalculated else trimmed(cell.text)


def _heading_rows(shown: Shown, rows: Sequence[int], columns: Sequence[int]) -> int:
    """Return how many rows of a table are headings: one, more where they are merged, or none."""
    cells = shown.filled(rows[0], columns)
    if any(_is_number(cell) and not _is_year(cell) for cell in cells):
        return 0
    last = rows[0]
    for row in rows:
        if row > last:
            break
        areas = [
            a for a in shown.sheet.merges if a.top == row and _touches(a.left, a.right, columns)
        ]
        down = max((a.bottom for a in areas), default=row)
        is_wide = any(_covered(a.left, a.right, columns) > 1 for a in areas)
        last = max(last, down, row + 1 if is_wide else row)
    count = sum(row <= last for row in rows)
    return count if count <= MOST_HEADING_ROWS and count < len(rows) else 1


def _touches(left: int, right: int, columns: Sequence[int]) -> bool:
    return _covered(left, right, columns) > 0


def _covered(left: int, right: int, columns: Sequence[int]) -> int:
    """Return how many of some columns lie from one to another."""
    return sum(left <= at <= right for at in columns)


def _heading(shown: Shown, rows: Sequence[int], column: int) -> str:
    """Return the heading of a column, which several rows can say together."""
    texts: dict[str, None] = {}
    for row in rows:
        area = shown.merge_at(row, column)
        cell = shown.cell(area.top, area.left) if area else shown.cell(row, column)
        if text := " ".join(_text(cell).split()):
            texts[text] = None
    return f" {BLANK} ".join(texts)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, float)


def _is_year(cell: Cell) -> bool:
    first, last = YEARS
    value = cell.value
    return isinstance(value, float) and value.is_integer() and first <= value <= last


def _is_numeric(shown: Shown, rows: Sequence[int], column: int) -> bool:
    """Return whether most of what stands in a column is figures."""
    cells = [cell for row in rows if (cell := shown.cell(row, column))]
    return 2 * sum(map(_is_number, cells)) > len(cells)


RegionBlocks: TypeAlias = tuple[Region, list[Block]]
"""A region of a sheet, and the blocks that it becomes."""

COLUMNS_BESIDE = 4
"""How far from the left edge of a picture its caption may stand."""


def in_order(regions: Sequence[RegionBlocks], illustrations: Iterable[Illustration]) -> list[Block]:
    """Return the blocks of a sheet's regions with its pictures and charts between them.

    A text that stands alone below a picture is its caption.
    """
    waiting = list(regions)
    pictured = [AppendixPicture(each, _take_caption(waiting, each)) for each in illustrations]
    placed = [(_after(waiting, each.illustration), each) for each in pictured]
    blocks: list[Block] = [each for at, each in placed if not at]
    for number, (_, held) in enumerate(waiting, 1):
        blocks += held
        blocks += (each for at, each in placed if at == number)
    return blocks


def _take_caption(waiting: list[RegionBlocks], illustration: Illustration) -> str:
    """Take the text that stands right below a picture from the regions; nothing if none does."""
    found = next((each for each in waiting if _is_caption(each, illustration)), None)
    if found is None:
        return ""
    waiting.remove(found)
    return without_label("".join(each.text for each in found[1] if isinstance(each, AppendixText)))


def _is_caption(held: RegionBlocks, illustration: Illustration) -> bool:
    """Return whether a region is a text right below a picture."""
    region, blocks = held
    if len(blocks) != 1 or not isinstance(blocks[0], AppendixText) or NOTE.match(blocks[0].text):
        return False
    left = illustration.place.column or 1
    below = region.rows[0] - illustration.bottom_row
    is_under = left <= region.columns[0] < left + COLUMNS_BESIDE
    return is_under and 0 < below <= ROWS_BELOW and len(region.rows) == 1


def _after(regions: Sequence[RegionBlocks], illustration: Illustration) -> int:
    """Return how many regions stand before a picture: above it, or to the left of it."""
    last = 0
    for number, (region, _) in enumerate(regions, 1):
        top, bottom = region.rows[0], region.rows[-1]
        is_beside = top <= illustration.bottom_row and bottom >= illustration.row
        is_left = region.columns[0] < (illustration.place.column or 1)
        if bottom < illustration.row or (is_beside and is_left):
            last = number
    return last
