"""The sheets and columns that serve the work with the workbook, and are no part of a report."""

from __future__ import annotations

from lagesbild_xlsx.model.rows import REVIEW
from lagesbild_xlsx.model.todo import LIST_NAME
from lagesbild_xlsx.places import normalised

README_SHEET = "Läs mig"
FINISHED_SHEET = "Avslutade"
KNOWN_NAMES_SHEET = "Kända namn"

LAST_TIME = "Förra gången"
"""The column that holds last period's comments."""

RESERVED_SHEETS = frozenset((README_SHEET, FINISHED_SHEET, KNOWN_NAMES_SHEET, LIST_NAME))
RESERVED_COLUMNS = frozenset((normalised(LAST_TIME), REVIEW))
"""The columns, folded."""
