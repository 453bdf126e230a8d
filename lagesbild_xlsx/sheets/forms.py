"""Forms, a row for each field, and user-defined sheets, whose values a template can place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import KnownNames, columns_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import FIELD, VALUE, Table
from lagesbild_xlsx.places import Cell, Place, Sheet, normalised, trimmed
from lagesbild_xlsx.sheets.headings import (
    Headings,
    ReadSheet,
    WantedHeadings,
    find_headings,
    heading_texts,
    repeats_headings,
)
from lagesbild_xlsx.sheets.notes import is_note_in_form
from lagesbild_xlsx.sheets.remarks import remarks_on
from lagesbild_xlsx.sheets.rows import fields_by_heading, filled_rows, row_of_cells, unusable

WANTED = WantedHeadings((FIELD, VALUE), {normalised(FIELD): FIELD, normalised(VALUE): VALUE})


class FormEntry(NamedTuple):
    """A row of a form: the field as it was written, where, and its value's cell."""

    name: str
    place: Place
    value: Cell


def read_form(sheet: Sheet, row_class: type) -> ReadSheet:
    """Return the one value of a form, and what was wrong with it."""
    headings, wrong = find_headings(sheet, WANTED)
    if headings is None or len(headings.columns) < len(WANTED.required):
        return ReadSheet(sheet.name, row_class(), wrong, headings)
    read = read_fields(sheet, headings)
    columns = tuple(columns_of(row_class).values())
    meant = WantedHeadings.of(columns).meant
    cells = {meant[name]: entry.value for name, entry in read.value.items() if name in meant}
    own = {entry.name: entry.value for name, entry in read.value.items() if name not in meant}
    made = row_of_cells(row_class, Place(sheet.name), cells, own, fields_by_heading(row_class))
    findings = [*wrong, *read.findings, *made.findings]
    unknown = [entry for name, entry in read.value.items() if name not in meant]
    absent = [column for column in columns if column.heading not in cells]
    names = KnownNames(tuple(entry.name for entry in unknown))
    required = (column.heading for column in absent if not column.optional)
    findings += (_missing(sheet, name, unknown, names.nearest(name)) for name in required)
    findings += _misspelt(unknown, tuple(c.heading for c in absent if c.optional))
    rows = [entry.place.row or 0 for entry in read.value.values()]
    notes = [number for number in sheet.rows if is_note_in_form(sheet, headings, number)]
    remarks = remarks_on(sheet, headings, rows, notes)
    findings += (found for found in remarks if found.rule is not rules.NOTE_BELOW)  # LB324 does
    return ReadSheet(sheet.name, made.value, tuple(findings), headings)


def _missing(sheet: Sheet, heading: str, unknown: list[FormEntry], like: str | None) -> Finding:
    """Return that a field is missing, at the field that looks like it if there is one."""
    for entry in unknown:
        if entry.name == like:
            remedy = f"Menade du {heading} där det står ”{like}”? Skriv i så fall {heading}."
            return rules.FIELD_MISSING.at(entry.place, heading=heading, remedy=remedy)
    remedy = f"Lägg till en rad med {heading} i kolumnen {FIELD}."
    return rules.FIELD_MISSING.at(Place(sheet.name), heading=heading, remedy=remedy)


def _misspelt(entries: list[FormEntry], missing: tuple[str, ...]) -> list[Finding]:
    """Return findings for the fields that look like an optional one."""
    names = KnownNames(missing)
    return [
        rules.FIELD_UNKNOWN.at(entry.place, value=entry.name, suggestion=like)
        for entry in entries
        if (like := names.nearest(entry.name))
    ]


def read_fields(sheet: Sheet, headings: Headings) -> Result[Mapping[str, FormEntry]]:
    """Return a form's entries by their folded names."""
    entries: dict[str, FormEntry] = {}
    findings = []
    said = heading_texts(sheet, headings)
    for number, row in sheet.rows.items():
        field = sheet.cell(number, headings.columns[FIELD])
        name = normalised(field.text)
        if number <= headings.row or repeats_headings(row, said):
            continue
        if not name:
            value = sheet.cell(number, headings.columns[VALUE])
            if not value.is_blank:
                findings.append(rules.FIELD_NAMELESS.at(value.place))
            continue
        if name in entries:
            first = entries[name].place.cell
            findings.append(rules.FIELD_TWICE.at(field.place, heading=field.text, first=first))
            continue
        value = sheet.cell(number, headings.columns[VALUE])
        entries[name] = FormEntry(field.text.strip(), field.place, value)
    return Result(entries, tuple(findings))


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
