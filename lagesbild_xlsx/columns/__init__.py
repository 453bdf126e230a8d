"""What a sheet and a column of the workbook are declared as, and how their cells are read."""

from lagesbild_xlsx.columns.converters import (
    date,
    date_or_words,
    file_name,
    period,
    said_yes_or_no,
    text,
    year,
    yes_or_when,
)
from lagesbild_xlsx.columns.dates import MONTHS, PLAUSIBLE_YEARS, last_day, parsed_date
from lagesbild_xlsx.columns.declarations import (
    DEFAULT_WIDTH,
    Choice,
    Column,
    SheetOf,
    choice_column,
    column,
    columns_of,
    headings_of,
    one_of,
    sheet_of,
    sheets_of,
)
from lagesbild_xlsx.columns.likeness import KnownNames, joined_words, nearest

__all__ = [
    "DEFAULT_WIDTH",
    "MONTHS",
    "PLAUSIBLE_YEARS",
    "Choice",
    "Column",
    "KnownNames",
    "SheetOf",
    "choice_column",
    "column",
    "columns_of",
    "date",
    "date_or_words",
    "file_name",
    "headings_of",
    "joined_words",
    "last_day",
    "nearest",
    "one_of",
    "parsed_date",
    "period",
    "said_yes_or_no",
    "sheet_of",
    "sheets_of",
    "text",
    "year",
    "yes_or_when",
]
