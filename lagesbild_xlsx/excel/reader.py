"""A workbook's sheets, streamed from their XML with every cell's place.

openpyxl is not used here: it makes a cell for every cell of a merged column, knows no rich text
and no links in its fast mode, and takes twice the time. The format is ECMA-376 part 1, 18.
"""

from __future__ import annotations

from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel.book import WORKBOOK, Book
from lagesbild_xlsx.excel.properties import properties_of
from lagesbild_xlsx.excel.sheet import SheetReader
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.places import FILE, Workbook


def read_workbook(path: Path) -> Workbook:
    """Return a workbook's worksheets.

    Raises:
        StopError: the file cannot be opened, is no workbook, has no sheet, or is damaged.
    """
    with Package(path, WORKBOOK) as package:
        book = Book(package)
        try:
            sheets = tuple(SheetReader(book, sheet).read() for sheet in book.worksheet_parts())
            properties = dict(properties_of(package))
            digest = package.sha256()
            charts = tuple(book.chart_sheets())
        except ValueError as error:  # a row or an index that is no number
            raise package.damaged("innehållet") from error
    if not sheets:
        raise StopError(rules.WORKBOOK_WITHOUT_SHEETS.at(FILE, path=path.name))
    return Workbook(sheets, properties, path.stem, digest, charts)
