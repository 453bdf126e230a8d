"""Which values of a workbook a document shows, and which its template has no place for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lagesbild_xlsx.columns import columns_of, sheets_of
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.unplaced import Unplaced
from lagesbild_xlsx.word.sources import Source, Texts


class Shown:
    """The values that were written, each by its row and its heading.

    A row is known by what it is, not by what it says: two can say the same.
    """

    def __init__(self) -> None:
        """Start with nothing shown."""
        self._values: set[tuple[int, str]] = set()

    def add(self, row: Texts, heading: str) -> None:
        """Note that a value was written, or is said by where its row stands."""
        self._values.add((id(row), heading))

    def unplaced(self, sources: Mapping[str, Source], lagesbild: Lagesbild) -> Iterator[Unplaced]:
        """Yield each column of the workbook that has values which are not shown.

        Args:
            sources: the sheets that the template was filled from, by their folded names.
            lagesbild: what the workbook says.
        """
        declared = sheets_of(Lagesbild).values()
        silent = {sheet.name: _not_for_readers(sheet.row) for sheet in declared}
        for name in (*silent, *(table.name for table in lagesbild.own)):
            source = sources[normalised(name)]
            for heading in source.headings:
                if source.name != name or heading in silent.get(name, ()):
                    continue
                filled = [row for row in source.rows if row.get(heading)]
                count = sum((id(row), heading) not in self._values for row in filled)
                if count:
                    is_own_sheet = name not in silent
                    yield Unplaced(name, heading, count, len(filled), source.is_form, is_own_sheet)


def _not_for_readers(row: type) -> frozenset[str]:
    """Return the headings of the columns that serve the work, and need no place."""
    return frozenset(c.heading for c in columns_of(row).values() if c.for_work_only)
