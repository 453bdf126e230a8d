"""Sheets become the lägesbild, with a finding for every cell that was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import Column, SheetOf, columns_of, listed, nearest, sheets_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import FIELD, VALUE, Lagesbild, Origin, Table
from lagesbild_xlsx.places import Cell, Place, Sheet, Workbook, fold, trimmed


def read_lagesbild(workbook: Workbook) -> Result[Lagesbild]:
    """Return the lägesbild that a workbook holds, and what was wrong with its cells.

    Every sheet is read whatever was wrong with the one before, so that one run tells all.
    """
    declared = sheets_of(Lagesbild)
    read = {field: _read_sheet(workbook, sheet) for field, sheet in declared.items()}
    values = {field: result.value for field, result in read.items() if result.value is not None}
    known = {fold(sheet.name) for sheet in declared.values()}
    own = tuple(_own_table(sheet) for sheet in workbook.sheets if fold(sheet.name) not in known)
    return Result(Lagesbild(**values, own=own), _findings_of(read.values()))


def _findings_of(results: Iterable[Result[Any]]) -> tuple[Finding, ...]:
    return tuple(finding for result in results for finding in result.findings)


def _read_sheet(workbook: Workbook, declared: SheetOf) -> Result[Any]:
    """Return what a declared sheet holds; None, with a finding, where it is missing."""
    sheet = workbook.sheet(declared.name)
    if sheet is None:
        return Result(None, (_sheet_missing(workbook, declared.name),))
    read = _read_form if declared.is_form else _read_table
    return read(sheet, declared.row)


def _sheet_missing(workbook: Workbook, name: str) -> Finding:
    known = {fold(sheet.name) for sheet in sheets_of(Lagesbild).values()}
    like = nearest(name, tuple(s.name for s in workbook.sheets if fold(s.name) not in known))
    remedy = (
        f"Menade du bladet ”{like}”? Byt i så fall namn på det till {name}."
        if like
        else f"Lägg till ett blad som heter {name}."
    )
    return rules.SHEET_MISSING.at(Place(name), sheet=name, remedy=remedy)


# ------------------------------------------------------------------ headings


@dataclass(frozen=True)
class Headings:
    """A heading row, and the column of each heading: the declared ones, and the staff's own."""

    row: int
    columns: Mapping[str, int]
    own: Mapping[str, int]


def _find_headings(
    sheet: Sheet, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Result[Headings | None]:
    """Return the first row that holds all required headings, or else most of them."""
    best, most = None, 0
    for number, row in sheet.rows.items():
        present = {fold(cell.text) for cell in row.values()}
        count = sum(fold(heading) in present for heading in required)
        if count > most:
            best, most = number, count
        if most == len(required):
            break
    if best is None:
        remedy = f"Skriv rubrikerna {listed(required, 'och')} bredvid varandra på en rad."
        missing = listed(required, "och")
        place = Place(sheet.name)
        return Result(None, (rules.HEADING_MISSING.at(place, heading=missing, remedy=remedy),))
    return _read_headings(sheet, best, required, optional)


def _read_headings(
    sheet: Sheet, row: int, required: tuple[str, ...], optional: tuple[str, ...]
) -> Result[Headings | None]:
    known = {fold(heading): heading for heading in (*required, *optional)}
    columns: dict[str, int] = {}
    own: dict[str, int] = {}
    findings = []
    for column, cell in sorted(sheet.rows[row].items()):
        heading = known.get(fold(cell.text), cell.text.strip())
        found = columns if fold(heading) in known else own
        if heading in found:
            first = Place(sheet.name, row, found[heading]).cell
            findings.append(rules.HEADING_TWICE.at(cell.place, heading=heading, first=first))
        elif heading:
            found[heading] = column
    missing = (heading for heading in required if heading not in columns)
    findings += (_heading_missing(sheet, row, heading, own) for heading in missing)
    return Result(Headings(row, columns, own), tuple(findings))


def _heading_missing(sheet: Sheet, row: int, heading: str, own: Mapping[str, int]) -> Finding:
    like = nearest(heading, tuple(own))
    place, remedy = (
        (
            Place(sheet.name, row, own[like]),
            f"Menade du {heading} där det står ”{like}”? Skriv i så fall {heading}.",
        )
        if like
        else (Place(sheet.name), f"Skriv {heading} i en egen kolumn på rad {row}.")
    )
    return rules.HEADING_MISSING.at(place, heading=heading, remedy=remedy)


# ------------------------------------------------------------------ rows


def _read_table(sheet: Sheet, kind: type) -> Result[tuple[Any, ...]]:
    """Return a sheet's rows, each of a kind."""
    columns = columns_of(kind).values()
    found = _find_headings(
        sheet,
        tuple(c.heading for c in columns if not c.optional),
        tuple(c.heading for c in columns if c.optional),
    )
    if found.value is None:
        return Result((), found.findings)
    headings = found.value
    read = [_read_row(sheet, row, headings, kind) for row in _filled_rows(sheet, headings)]
    findings = found.findings + _findings_of(read)
    if not read:
        findings += (rules.SHEET_EMPTY.at(Place(sheet.name), sheet=sheet.name),)
    return Result(tuple(row.value for row in read), findings)


def _filled_rows(sheet: Sheet, headings: Headings) -> Iterator[int]:
    """Yield the rows below the headings that hold anything in a column with a heading."""
    named = (*headings.columns.values(), *headings.own.values())
    for number, row in sheet.rows.items():
        if number > headings.row and any(c in row and not row[c].is_blank for c in named):
            yield number


def _read_row(sheet: Sheet, number: int, headings: Headings, kind: type) -> Result[Any]:
    row = sheet.rows[number]
    cells = {
        heading: row.get(column) or Cell(Place(sheet.name, number, column))
        for heading, column in headings.columns.items()
    }
    own = {
        heading: row.get(column) or Cell(Place(sheet.name, number, column))
        for heading, column in headings.own.items()
    }
    return _make(kind, Place(sheet.name, number, min(headings.columns.values())), cells, own)


def _make(
    kind: type, place: Place, cells: Mapping[str, Cell], own: Mapping[str, Cell]
) -> Result[Any]:
    """Return a row of a kind from its cells by heading, refused cells left blank."""
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for field, column in columns_of(kind).items():
        if column.heading in cells:
            result = _read_cell(cells[column.heading], column)
            findings += result.findings
            if result.value is not None:
                values[field] = result.value
    findings += (
        rules.OWN_VALUE_UNUSABLE.at(cell.place, value=cell.error or "ingenting")
        for cell in own.values()
        if cell.error or cell.uncalculated
    )
    values["origin"] = Origin(place, {heading: cell.place for heading, cell in cells.items()})
    values["own"] = {heading: _own_text(cell) for heading, cell in own.items()}
    return Result(kind(**values), tuple(findings))


def _read_cell(cell: Cell, column: Column) -> Result[Any]:
    """Return the value of a cell; None where it is blank or was refused."""
    if cell.error:
        return Result(None, (rules.EXCEL_ERROR.at(cell.place, value=cell.error),))
    if cell.uncalculated:
        return Result(None, (rules.NOT_CALCULATED.at(cell.place),))
    if cell.text.strip():
        return column.convert(cell)
    if column.missing is None:
        return Result(None)
    missing = column.missing.at(cell.place, heading=column.heading, help=column.help)
    return Result(None, (missing,))


def _own_text(cell: Cell) -> str:
    return trimmed(cell.text) or cell.error


# ------------------------------------------------------------------ forms


def _read_form(sheet: Sheet, kind: type) -> Result[Any]:
    """Return the one value of a form: a sheet with a row for each field."""
    found = _read_fields(sheet)
    columns = {fold(column.heading): column for column in columns_of(kind).values()}
    cells = {columns[name].heading: e.value for name, e in found.value.items() if name in columns}
    own = {entry.name: entry.value for name, entry in found.value.items() if name not in columns}
    made = _make(kind, Place(sheet.name), cells, own)
    findings = found.findings + made.findings
    if not found.value:
        return Result(made.value, findings)
    absent = [c for c in columns.values() if not c.optional and c.heading not in cells]
    findings += tuple(rules.FIELD_MISSING.at(Place(sheet.name), heading=c.heading) for c in absent)
    findings += tuple(
        rules.FIELD_UNKNOWN.at(entry.place, value=entry.name, suggestion=like)
        for name, entry in found.value.items()
        if name not in columns
        and (like := nearest(name, tuple(c.heading for c in columns.values())))
        and like not in cells
    )
    return Result(made.value, findings)


@dataclass(frozen=True)
class Entry:
    """A row of a form: the field as it was written, where, and its value's cell."""

    name: str
    place: Place
    value: Cell


def _read_fields(sheet: Sheet) -> Result[Mapping[str, Entry]]:
    """Return a form's entries by their folded names."""
    found = _find_headings(sheet, (FIELD, VALUE))
    headings = found.value
    if headings is None or len(headings.columns) < len((FIELD, VALUE)):
        return Result({}, found.findings)
    entries: dict[str, Entry] = {}
    findings = [*found.findings]
    for number, row in sheet.rows.items():
        field = row.get(headings.columns[FIELD])
        if number <= headings.row or field is None or not field.text.strip():
            continue
        name = fold(field.text)
        if name in entries:
            first = entries[name].place.cell
            findings.append(rules.FIELD_TWICE.at(field.place, heading=field.text, first=first))
            continue
        place = Place(sheet.name, number, headings.columns[VALUE])
        value = row.get(headings.columns[VALUE]) or Cell(place)
        entries[name] = Entry(field.text.strip(), field.place, value)
    return Result(entries, tuple(findings))


# ------------------------------------------------------------------ the staff's own sheets


def _own_table(sheet: Sheet) -> Table:
    """Return a sheet that the tool does not know, for templates that place its values."""
    fields = _read_fields(sheet).value
    if fields:
        texts = {entry.name: _own_text(entry.value) for entry in fields.values()}
        return Table(sheet.name, tuple(texts), (texts,), is_form=True)
    headings = _own_headings(sheet)
    rows = tuple(
        {h: _own_text(row[c]) for h, c in headings.own.items() if c in row}
        for row in map(sheet.rows.__getitem__, _filled_rows(sheet, headings))
    )
    return Table(sheet.name, tuple(headings.own), rows)


def _own_headings(sheet: Sheet) -> Headings:
    """Return the headings of an unknown sheet: its first row with two texts, or with any.

    A title above the table stands alone on its row.
    """
    texts = {
        n: {c: x.text.strip() for c, x in row.items() if x.text.strip()}
        for n, row in sheet.rows.items()
    }
    several = (number for number, row in texts.items() if len(row) > 1)
    single = (number for number, row in texts.items() if row)
    number = next(several, next(single, 0))
    headings = {heading: column for column, heading in reversed(texts.get(number, {}).items())}
    return Headings(number, {}, dict(sorted(headings.items(), key=lambda item: item[1])))
