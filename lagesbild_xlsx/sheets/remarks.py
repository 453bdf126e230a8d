"""What a sheet hides, or shows in a way that does not reach the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from lagesbild_xlsx import rules
from lagesbild_xlsx.colours import ORANGE, is_purer_yellow
from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import NOT_JUDGED, Activity, Scale
from lagesbild_xlsx.model.words import status_of_fill
from lagesbild_xlsx.places import Area, Cell, Place, Sheet, column_letters
from lagesbild_xlsx.sheets.headings import Headings, heading_texts, repeats_headings
from lagesbild_xlsx.symbols import UNKNOWN


def remarks_on(
    sheet: Sheet, headings: Headings, rows: Collection[int], notes: Sequence[int] = ()
) -> Iterator[Finding]:
    """Yield what is to be said of a sheet whose table has these headings and rows, and notes."""
    yield from hidden_sheet(sheet)
    yield from _hidden_rows(sheet, rows)
    yield from _hidden_columns(sheet, headings)
    yield from _merged_across(sheet, headings, notes)
    yield from _notes(sheet, notes)
    yield from comments_not_printed(sheet)
    yield from _coloured_by_rule(sheet, headings, rows)
    yield from _beside_merged_heading(sheet, headings)
    yield from _without_heading(sheet, headings, rows)
    yield from _totals(sheet)


def hidden_sheet(sheet: Sheet) -> Iterator[Finding]:
    """Yield that a sheet which is read is not shown."""
    if sheet.is_hidden:
        yield rules.SHEET_HIDDEN.at(Place(sheet.name), sheet=sheet.name)


def _hidden_rows(sheet: Sheet, rows: Collection[int]) -> Iterator[Finding]:
    hidden = [number for number in rows if number in sheet.hidden_rows]
    if hidden:
        one = len(hidden) == 1
        yield rules.ROWS_HIDDEN.at(
            Place(sheet.name),
            count="En rad" if one else f"{len(hidden)} rader",
            rows=numbers_in_words(hidden),
            are="är dold" if one else "är dolda",
        )


def _hidden_columns(sheet: Sheet, headings: Headings) -> Iterator[Finding]:
    for heading, column in headings.columns.items():
        if column in sheet.hidden_columns:
            yield rules.COLUMN_HIDDEN.at(
                Place(sheet.name, headings.row, column),
                heading=heading,
                column=column_letters(column),
            )


def _notes(sheet: Sheet, notes: Sequence[int]) -> Iterator[Finding]:
    """Yield the texts below a table that are no rows of it."""
    for number in notes:
        cell = next(cell for _, cell in sorted(sheet.rows[number].items()) if not cell.is_blank)
        yield rules.NOTE_BELOW.at(cell.place, sheet=sheet.name)


def _merged_across(sheet: Sheet, headings: Headings, notes: Sequence[int]) -> Iterator[Finding]:
    """Yield the areas that are merged across columns of the table; one above it is a title."""
    columns = sorted(headings.named)
    for area in sheet.merges:
        columns_in = bisect_right(columns, area.right) - bisect_left(columns, area.left)
        if area.bottom >= headings.row and columns_in > 1 and area.top not in notes:
            place = Place(sheet.name, area.top, area.left)
            yield rules.MERGED_ACROSS.at(place, area=area)


def struck_through(cell: Cell) -> Iterator[Finding]:
    """Yield that a text is struck through."""
    if cell.struck:
        yield rules.STRUCK_THROUGH.at(cell.place)


def unknown_symbols(cell: Cell) -> Iterator[Finding]:
    """Yield that a letter of a font of symbols is none that can be written."""
    if UNKNOWN in cell.text:
        yield rules.SYMBOL_UNWRITABLE.at(cell.place)


def comments_not_printed(sheet: Sheet) -> Iterator[Finding]:
    """Yield the cells whose comments stay in the workbook."""
    for place in sheet.comments:
        yield rules.COMMENT_NOT_PRINTED.at(place)


def _coloured_by_rule(sheet: Sheet, headings: Headings, rows: Collection[int]) -> Iterator[Finding]:
    column = headings.columns.get(headings_of(Activity)["status"])
    if column is None or not sheet.coloured_by_rule:
        return
    itself = rf"\$?{column_letters(column)}\$?\d+"
    of_itself = re.compile(rf'{itself}\s*=\s*"[^"]+"|AND\(ISNUMBER\({itself}\),.*')
    areas = [r.area for r in sheet.coloured_by_rule if not of_itself.fullmatch(r.formula.strip())]
    for number in _covered(rows, [area for area in areas if area.left <= column <= area.right]):
        cell = sheet.cell(number, column)
        if cell.is_blank and not cell.fill:
            yield rules.COLOURED_BY_RULE.at(cell.place)


def orange_beside_yellow(
    sheet: Sheet, headings: Headings, rows: Collection[int], scale: Scale
) -> Iterator[Finding]:
    """Yield the blank statuses in Excel's orange, where others in a purer yellow mean the same."""
    column = headings.columns.get(headings_of(Activity)["status"])
    cells = [sheet.cell(number, column) for number in rows] if column else []
    filled = [cell for cell in cells if cell.is_blank and cell.fill]
    yellow = {status_of_fill(scale, cell).value for cell in filled if is_purer_yellow(cell.fill)}
    for cell in filled:
        status = status_of_fill(scale, cell).value
        if cell.fill.upper() == ORANGE and status in yellow and status != NOT_JUDGED:
            yield rules.ORANGE_AS_YELLOW.at(cell.place, status=status)


def _covered(rows: Iterable[int], areas: Iterable[Area]) -> Iterator[int]:
    """Yield the rows that lie in any area; one pass over both, as there may be 60,000 of each."""
    waiting = sorted(areas, key=lambda area: area.top, reverse=True)
    bottom = 0
    for number in sorted(rows):
        while waiting and waiting[-1].top <= number:
            bottom = max(bottom, waiting.pop().bottom)
        if number <= bottom:
            yield number


def _totals(sheet: Sheet) -> Iterator[Finding]:
    """Yield that a row of totals is no row of the table."""
    for number in sorted(sheet.totals_rows):
        yield rules.TOTALS_ROW.at(Place(sheet.name), row=number)


def _beside_merged_heading(sheet: Sheet, headings: Headings) -> Iterator[Finding]:
    """Yield the cells under headings in the rows that a merged heading reaches down to."""
    for number in range(headings.row + 1, headings.last_row + 1):
        for column in headings.named:
            cell, heading = sheet.cell(number, column), sheet.cell(headings.row, column)
            if not cell.is_blank and cell.text != heading.text:
                yield rules.BESIDE_MERGED_HEADING.at(cell.place)


def _without_heading(sheet: Sheet, headings: Headings, rows: Collection[int]) -> Iterator[Finding]:
    """Yield the cells that belong to no column of the table, or to none of its rows."""
    named, own = frozenset(headings.named), frozenset(headings.own.values())
    taken, said = frozenset(rows), heading_texts(sheet, headings)
    for number, row in sheet.rows.items():
        if number <= max(headings.row, headings.last_row) or number in sheet.totals_rows:
            continue
        is_taken = number in taken or repeats_headings(row, said)
        for column, cell in row.items():
            if column not in named and not cell.is_blank:
                yield rules.WITHOUT_HEADING.at(cell.place)
            elif not is_taken and column in own and not cell.is_blank:
                yield rules.ROW_OF_OWN_ONLY.at(cell.place)


def numbers_in_words(numbers: Sequence[int]) -> str:
    """Return numbers with runs of them joined: ``2–4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
