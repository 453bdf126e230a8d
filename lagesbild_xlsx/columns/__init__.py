"""What a sheet and a column of the workbook are declared as, and how their cells are read."""

from lagesbild_xlsx.columns.converters import (
    choice,
    date,
    date_or_words,
    file_name,
    period,
    text,
    year,
    yes_or_when,
)
from lagesbild_xlsx.columns.dates import MONTHS, PLAUSIBLE_YEARS, parsed_date
from lagesbild_xlsx.columns.declarations import (
    DEFAULT_WIDTH,
    Column,
    SheetOf,
    column,
    columns_of,
    headings_of,
    sheet_of,
    sheets_of,
)
from lagesbild_xlsx.columns.likeness import KnownNames, listed, nearest
from lagesbild_xlsx.columns.times import last_day

__all__ = [
    "DEFAULT_WIDTH",
    "MONTHS",
    "PLAUSIBLE_YEARS",
    "Column",
    "KnownNames",
    "SheetOf",
    "choice",
    "column",
    "columns_of",
    "date",
    "date_or_words",
    "file_name",
    "headings_of",
    "last_day",
    "listed",
    "nearest",
    "parsed_date",
    "period",
    "sheet_of",
    "sheets_of",
    "text",
    "year",
    "yes_or_when",
]
