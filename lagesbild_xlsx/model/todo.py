"""The sheet ”Att åtgärda” of an annotated copy, which lists what was found in the others."""

from __future__ import annotations

from lagesbild_xlsx.places import Sheet

LIST_NAME = "Att åtgärda"
HEADINGS = ("Plats", "Allvar", "Regel", "Vad", "Gör så här")


def is_list_of_findings(sheet: Sheet) -> bool:
    """Return whether a sheet is the list in an annotated copy, and not the staff's own."""
    first = (cell.text for _, cell in sorted(sheet.rows.get(1, {}).items()))
    return sheet.name == LIST_NAME and tuple(first) == HEADINGS
