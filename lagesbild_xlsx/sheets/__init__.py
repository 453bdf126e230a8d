"""Sheets become the lägesbild, with a finding for every cell that was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import SheetOf, columns_of, headings_of, nearest, sheets_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import STANDARD_WORDS, Lagesbild, ListRow, Report, Words
from lagesbild_xlsx.model.appendices import Appendix
from lagesbild_xlsx.places import Place, Sheet, Workbook
from lagesbild_xlsx.sheets.forms import WANTED as FORM_HEADINGS
from lagesbild_xlsx.sheets.forms import own_table, read_form
from lagesbild_xlsx.sheets.headings import (
    ReadSheet,
    WantedHeadings,
    find_headings,
    has_all_headings,
)
from lagesbild_xlsx.sheets.outside import outside_of
from lagesbild_xlsx.sheets.pictures import (
    IllustrationsOf,
    is_illustrated,
    no_illustrations,
    with_pictures,
)
from lagesbild_xlsx.sheets.rows import read_table
from lagesbild_xlsx.unplaced import NOTHING_OUTSIDE, Outside

__all__ = [
    "IllustrationsOf",
    "ReadLagesbild",
    "is_illustrated",
    "no_illustrations",
    "read_lagesbild",
    "with_pictures",
]


class ReadLagesbild(NamedTuple):
    """The lägesbild of a workbook, what was wrong with its cells, and each sheet's heading row.

    ``outside`` is what the workbook holds beside the lägesbild.
    """

    value: Lagesbild
    findings: tuple[Finding, ...]
    heading_rows: Mapping[str, int]
    outside: Outside = NOTHING_OUTSIDE


def read_lagesbild(
    workbook: Workbook, illustrations: IllustrationsOf = no_illustrations
) -> ReadLagesbild:
    """Return the lägesbild that a workbook holds, and what was wrong with its cells.

    First comes the sheet with the municipality's own words, which say how the others are read.
    Every sheet is read whatever was wrong with the one before, so that one run tells all.

    Args:
        workbook: its sheets.
        illustrations: returns the pictures and charts of a sheet; asked where it has any.
    """
    declared = sheets_of(Lagesbild)
    lists = _read_sheet(workbook, declared["lists"], STANDARD_WORDS)
    words = Words.of(lists.value or ())
    read = {field: _read_sheet(workbook, sheet, words) for field, sheet in declared.items()}
    read["lists"] = lists
    others = _undeclared(workbook)
    report = read["report"].value or Report()
    appendices = _appendices(workbook, others, report, illustrations)
    shown = {appendix.name for appendix in appendices.value}
    own = [own_table(sheet) for sheet in others]
    own = [each._replace(findings=()) if each.name in shown else each for each in own]
    all_read = (*read.values(), *own)
    lagesbild = Lagesbild(
        **{field: sheet.value for field, sheet in read.items() if sheet.value is not None},
        own=tuple(sheet.value for sheet in own),
        appendices=appendices.value,
        own_headings={
            declared[field].name: tuple(sheet.headings.own)
            for field, sheet in read.items()
            if sheet.headings and not declared[field].is_form
        },
    )
    found = (finding for sheet in all_read for finding in sheet.findings)
    if _has_no_scale(lists):
        found = (finding for finding in found if finding.rule is not rules.STATUS_UNKNOWN)
    return ReadLagesbild(
        lagesbild,
        (*found, *appendices.findings),
        {s.name: s.headings.row for s in all_read if s.headings and s.headings.row},
        outside_of(workbook, tuple(read.values()), own),
    )


def _appendices(
    workbook: Workbook, own: Sequence[Sheet], report: Report, illustrations: IllustrationsOf
) -> Result[tuple[Appendix, ...]]:
    """Return the appendices that a report names, if any, and what was wrong with them."""
    if not report.appendices:
        return Result(())
    from lagesbild_xlsx.sheets.appendices import read_appendices  # noqa: PLC0415 - few name any

    return read_appendices(workbook, own, report, illustrations)


def _has_no_scale(lists: ReadSheet) -> bool:
    """Return whether the lists lack their column of statuses, so that none of those is known."""
    return any(
        finding.rule is rules.HEADING_MISSING and finding.values["heading"] == STATUS
        for finding in lists.findings
    )


STATUS = headings_of(ListRow)["status"]


def _undeclared(workbook: Workbook) -> list[Sheet]:
    """Return the sheets that are none of those the tool knows."""
    declared = (workbook.sheet(sheet.name) for sheet in sheets_of(Lagesbild).values())
    taken = {sheet.name for sheet in declared if sheet}
    return [sheet for sheet in workbook.sheets if sheet.name not in taken]


def _read_sheet(workbook: Workbook, declared: SheetOf, words: Words) -> ReadSheet:
    """Return what a declared sheet holds; None where it is missing."""
    sheet = workbook.sheet(declared.name)
    if sheet is None:
        return ReadSheet(declared.name, None, tuple(_sheet_missing(workbook, declared)))
    is_form, row_class = declared.is_form, declared.row_class
    read = read_form(sheet, row_class) if is_form else read_table(sheet, row_class, words)
    others = workbook.sheets_called(declared.name)[1:]
    twice = tuple(
        rules.SHEET_TWICE.at(Place(other.name), sheet=sheet.name, other=other.name)
        for other in others
    )
    return read._replace(findings=(*twice, *read.findings))


def _sheet_missing(workbook: Workbook, declared: SheetOf) -> Iterator[Finding]:
    """Yield that a sheet is missing; of an optional one, only that another seems to be it.

    A user-defined sheet can have a name that is like an optional one's, but not its headings.
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


def _wanted(declared: SheetOf) -> WantedHeadings:
    """Return the headings of a declared sheet."""
    columns = tuple(columns_of(declared.row_class).values())
    return FORM_HEADINGS if declared.is_form else WantedHeadings.of(columns)
