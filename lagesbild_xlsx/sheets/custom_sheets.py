"""The staff's own sheets, whose values a template can place by name."""

from __future__ import annotations

from lagesbild_xlsx.model import Table
from lagesbild_xlsx.places import Cell, Sheet, trimmed
from lagesbild_xlsx.sheets.forms import WANTED, read_fields
from lagesbild_xlsx.sheets.headings import Headings, ReadSheet, find_headings
from lagesbild_xlsx.sheets.rows import filled_rows, unusable


def own_table(sheet: Sheet) -> ReadSheet:
    """Return a sheet that the tool does not know: a form if it has Fält and Värde, or a table."""
    found = find_headings(sheet, WANTED).value
    if found is not None and len(found.columns) == len(WANTED.required):
        fields = read_fields(sheet, found).value
        rows = [{entry.name: entry.value for entry in fields.values()}]
        return _table(sheet, tuple(rows[0]), rows, found)
    headings = _headings(sheet)
    numbers = tuple(filled_rows(sheet, headings))
    rows = [
        {heading: sheet.cell(number, column) for heading, column in headings.own.items()}
        for number in numbers
    ]
    return _table(sheet, tuple(headings.own), rows, headings, numbers)


def _table(
    sheet: Sheet,
    names: tuple[str, ...],
    rows: list[dict[str, Cell]],
    headings: Headings,
    numbers: tuple[int, ...] = (),
) -> ReadSheet:
    texts = tuple({heading: trimmed(c.text) for heading, c in row.items()} for row in rows)
    findings = tuple(finding for row in rows for finding in unusable(row.values()))
    table = Table(sheet.name, names, texts, is_form=bool(headings.columns), numbers=numbers)
    return ReadSheet(sheet.name, table, findings, headings)


def _headings(sheet: Sheet) -> Headings:
    """Return the headings of an unknown sheet: its first row with two texts, or with any.

    A title above the table stands alone on its row.
    """
    texts = {
        number: {column: cell.text.strip() for column, cell in row.items() if cell.text.strip()}
        for number, row in sheet.rows.items()
    }
    several = (number for number, row in texts.items() if len(row) > 1)
    single = (number for number, row in texts.items() if row)
    number = next(several, next(single, 0))
    own: dict[str, int] = {}
    for column, heading in sorted(texts.get(number, {}).items()):
        own.setdefault(heading, column)
    return Headings(number, {}, own)
