"""Pictures and charts beside the rows of a sheet: each belongs to the row that it begins in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Protocol

from lagesbild_xlsx.columns import sheets_of
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import Lagesbild, OfRows
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import DrawingKind, Sheet, Workbook, normalised

ILLUSTRATIONS = frozenset((DrawingKind.PICTURE, DrawingKind.CHART))

NOTHING_DRAWN: Result[tuple[Illustration, ...]] = Result(())


class IllustrationsOf(Protocol):
    """Returns the pictures and charts of a sheet."""

    def __call__(
        self, sheet: str, rows: Collection[int] | None = None
    ) -> Result[tuple[Illustration, ...]]:
        """Return them in reading order; those of some rows, hidden or not, if these are given."""


def no_illustrations(
    sheet: str, rows: Collection[int] | None = None
) -> Result[tuple[Illustration, ...]]:
    """Return none, whatever the sheet."""
    del sheet, rows
    return NOTHING_DRAWN


def is_illustrated(sheet: Sheet) -> bool:
    """Return whether a sheet shows pictures or charts."""
    return not ILLUSTRATIONS.isdisjoint(sheet.drawn)


def with_pictures(
    lagesbild: Lagesbild, workbook: Workbook, asked: Collection[str], illustrations: IllustrationsOf
) -> Result[Lagesbild]:
    """Return a lägesbild with the pictures and charts of its rows.

    Args:
        lagesbild: what the workbook says.
        workbook: its sheets.
        asked: the folded names of the sheets whose pictures are shown.
        illustrations: returns the pictures and charts of a sheet.
    """
    found: dict[str, OfRows] = {}
    findings: list[Finding] = []
    for name, numbers in _rows(lagesbild):
        sheet = workbook.sheet(name) if normalised(name) in asked else None
        if sheet is not None and is_illustrated(sheet):
            drawn = illustrations(sheet.name, frozenset(numbers))
            found[name] = _by_row(drawn.value)
            findings += drawn.findings
    return Result(replace(lagesbild, pictures=found), tuple(findings))


def _rows(lagesbild: Lagesbild) -> Iterator[tuple[str, Collection[int]]]:
    """Yield the name of each sheet that has rows, and their numbers."""
    for field, sheet in sheets_of(Lagesbild).items():
        if not sheet.is_form:
            yield sheet.name, [row.origin.row.row or 0 for row in getattr(lagesbild, field)]
    for table in lagesbild.own:
        yield table.name, table.numbers


def _by_row(illustrations: Collection[Illustration]) -> OfRows:
    found: dict[int, tuple[Illustration, ...]] = {}
    for each in illustrations:
        found[each.row] = (*found.get(each.row, ()), each)
    return found
