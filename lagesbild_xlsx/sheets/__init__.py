"""Sheets become the lägesbild, with a finding for every cell that was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import SheetOf, columns_of, nearest, sheets_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.places import Place, Sheet, Workbook
from lagesbild_xlsx.sheets.following import Following, following
from lagesbild_xlsx.sheets.forms import WANTED as FORM_HEADINGS
from lagesbild_xlsx.sheets.forms import read_form
from lagesbild_xlsx.sheets.headings import Wanted, find_headings, has_all_headings
from lagesbild_xlsx.sheets.own import own_heading_row, own_table
from lagesbild_xlsx.sheets.rows import own_headings, read_table

__all__ = ["Following", "following", "heading_rows", "read_lagesbild"]


def read_lagesbild(workbook: Workbook) -> Result[Lagesbild]:
    """Return the lägesbild that a workbook holds, and what was wrong with its cells.

    Every sheet is read whatever was wrong with the one before, so that one run tells all.
    """
    declared = sheets_of(Lagesbild)
    read = {field: _read_sheet(workbook, sheet) for field, sheet in declared.items()}
    values = {field: result.value for field, result in read.items() if result.value is not None}
    own = [own_table(sheet) for sheet in _undeclared(workbook)]
    headings = {
        kind.name: own_headings(sheet, kind.row)
        for kind in declared.values()
        if not kind.is_form and (sheet := workbook.sheet(kind.name))
    }
    tables = tuple(table.value for table in own)
    return Result(
        Lagesbild(**values, own=tables, own_headings=headings),
        _findings_of((*read.values(), *own)),
    )


def heading_rows(workbook: Workbook) -> dict[str, int]:
    """Return the row of the headings of each sheet that has any."""
    rows = {sheet.name: own_heading_row(sheet) for sheet in _undeclared(workbook)}
    for declared in sheets_of(Lagesbild).values():
        sheet = workbook.sheet(declared.name)
        if sheet is not None:
            found = find_headings(sheet, _wanted(declared)).value
            rows[sheet.name] = found.row if found else 0
    return {name: row for name, row in rows.items() if row}


def _undeclared(workbook: Workbook) -> list[Sheet]:
    """Return the sheets that are none of those the tool knows."""
    declared = (workbook.sheet(kind.name) for kind in sheets_of(Lagesbild).values())
    taken = {sheet.name for sheet in declared if sheet}
    return [sheet for sheet in workbook.sheets if sheet.name not in taken]


def _findings_of(results: Iterable[Result[Any]]) -> tuple[Finding, ...]:
    return tuple(finding for result in results for finding in result.findings)


def _read_sheet(workbook: Workbook, declared: SheetOf) -> Result[Any]:
    """Return what a declared sheet holds; None where it is missing."""
    sheet = workbook.sheet(declared.name)
    if sheet is None:
        return Result(None, tuple(_sheet_missing(workbook, declared)))
    read = (read_form if declared.is_form else read_table)(sheet, declared.row)
    others = workbook.sheets_called(declared.name)[1:]
    twice = tuple(
        rules.SHEET_TWICE.at(Place(other.name), sheet=sheet.name, other=other.name)
        for other in others
    )
    return Result(read.value, (*twice, *read.findings))


def _sheet_missing(workbook: Workbook, declared: SheetOf) -> Iterator[Finding]:
    """Yield that a sheet is missing; of an optional one, only that another seems to be it.

    A sheet of the staff's own can have a name that is like an optional one's, but not its headings.
    """
    name, wanted = declared.name, _wanted(declared)
    others = {sheet.name: sheet for sheet in _undeclared(workbook)}
    like = nearest(name, tuple(others))
    if like and (not declared.optional or find_headings(others[like], wanted).value):
        remedy = f"Menade du bladet ”{like}”? Byt i så fall namn på det till {name}."
        yield rules.SHEET_MISSING.at(Place(name), sheet=name, remedy=remedy)
    elif not declared.optional:
        remedy = f"Lägg till ett blad som heter {name}."
        yield rules.SHEET_MISSING.at(Place(name), sheet=name, remedy=remedy)
    else:
        for other, sheet in others.items():
            if has_all_headings(sheet, wanted):
                yield rules.SHEET_PERHAPS.at(Place(other), sheet=other, suggestion=name)


def _wanted(declared: SheetOf) -> Wanted:
    """Return the headings of a declared sheet."""
    columns = tuple(columns_of(declared.row).values())
    return FORM_HEADINGS if declared.is_form else Wanted.of(columns)
