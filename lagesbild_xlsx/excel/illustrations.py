"""What the sheets of a workbook show beside their cells, read when a document is to show it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.excel.book import WORKBOOK, Book
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Workbook

if TYPE_CHECKING:
    from lagesbild_xlsx.pictures.reader import IllustrationReader


class IllustratedWorkbook:
    """A workbook's pictures and charts. It is opened when the first of them are asked for."""

    def __init__(self, path: Path, workbook: Workbook) -> None:
        """Take a workbook's path, and its cells, which charts without stored figures show."""
        self._path, self._workbook = path, workbook
        self._open = ExitStack()

    def illustrations(
        self, sheet: str, rows: Collection[int] | None = None
    ) -> Result[tuple[Illustration, ...]]:
        """Return what a sheet shows beside its cells, in reading order; nothing of no such sheet.

        Found are pictures without words, what is left out, and what stops the document.

        Args:
            sheet: what its tab says.
            rows: the rows whose pictures and charts are asked for, hidden or not, and nothing
                else; all that is shown where not given.

        Raises:
            StopError: the workbook cannot be opened, or is damaged there.
        """
        part = self._parts.get(sheet)
        if part is None:
            return Result(())
        return self._reader.illustrations(sheet, part, rows)

    @cached_property
    def _book(self) -> Book:
        return Book(self._open.enter_context(Package(self._path, WORKBOOK)))

    @cached_property
    def _parts(self) -> dict[str, str]:
        return {sheet.name: sheet.part for sheet in self._book.worksheet_parts()}

    @cached_property
    def _reader(self) -> IllustrationReader:
        from lagesbild_xlsx.pictures.charts import ChartReader  # noqa: PLC0415 - used here only
        from lagesbild_xlsx.pictures.reader import IllustrationReader  # noqa: PLC0415 - the same

        book = self._book
        charts = ChartReader(book.package, self._workbook, book.from_1904)
        return IllustrationReader(book.package, charts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
