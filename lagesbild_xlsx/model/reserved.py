"""The sheets and columns that serve the work with the workbook, and are no part of a report."""

from __future__ import annotations

from lagesbild_xlsx.model.rows import REVIEW
from lagesbild_xlsx.places import Sheet, normalised

README_SHEET = "Läs mig"
FINISHED_SHEET = "Avslutade"
KNOWN_NAMES_SHEET = "Kända namn"

FINDINGS_SHEET = "Att åtgärda"
"""The sheet of an annotated copy that lists what was found in the others."""

FINDINGS_HEADINGS = ("Plats", "Allvar", "Regel", "Vad", "Gör så här")

LAST_TIME = "Förra gången"
"""The column that holds last period's comments."""

RESERVED_SHEETS = frozenset((README_SHEET, FINISHED_SHEET, KNOWN_NAMES_SHEET, FINDINGS_SHEET))
RESERVED_COLUMNS = frozenset((normalised(LAST_TIME), REVIEW))
"""The columns, folded."""


def is_list_of_findings(sheet: Sheet) -> bool:
    """Return whether a sheet is the list in an annotated copy, and not a user-defined one."""
    first = (cell.text for _, cell in sorted(sheet.rows.get(1, {}).items()))
    return sheet.name == FINDINGS_SHEET and tuple(first) == FINDINGS_HEADINGS
