"""Pictures and charts beside the rows of a sheet: each belongs to the row that it begins in."""

from __future__ import annotations

from collections.abc import Mapping

from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.model import SHEET_NAMES, Activity, Locality
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Drawn, Workbook
from lagesbild_xlsx.sheets.appendices import IllustrationsOf

ILLUSTRATED = (SHEET_NAMES[Locality], SHEET_NAMES[Activity])
"""The sheets whose rows can have pictures."""


def pictures_of_rows(
    workbook: Workbook, name: str, illustrations: IllustrationsOf
) -> Result[Mapping[int, tuple[Illustration, ...]]]:
    """Return the pictures and charts of a sheet by the numbers of their rows."""
    sheet = workbook.sheet(name)
    if sheet is None or not (sheet.drawn.keys() & {Drawn.PICTURE, Drawn.CHART}):
        return Result({})
    found, findings = illustrations(sheet.name, with_hidden_rows=True)
    by_row: dict[int, tuple[Illustration, ...]] = {}
    for each in found:
        by_row[each.row] = (*by_row.get(each.row, ()), each)
    return Result(by_row, findings)
