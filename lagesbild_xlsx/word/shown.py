"""Which values of a workbook a document shows, and which its template has no place for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from lagesbild_xlsx.columns import columns_of, sheets_of
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.places import DrawingKind, normalised
from lagesbild_xlsx.unplaced import Unplaced
from lagesbild_xlsx.word.template_sheets import PICTURE, Pictures, TemplateSheet, TextByHeading


class ShownValues:
    """The values that were written, each by its row and its heading.

    A row is known by what it is, not by what it says: two can say the same.
    """

    def __init__(self) -> None:
        """Start with nothing shown."""
        self._values: set[tuple[int, str]] = set()

    def add(self, row: TextByHeading, heading: str) -> None:
        """Note that a value was written, or is said by where its row stands."""
        self._values.add((id(row), heading))

    def pictures(self, source: TemplateSheet) -> Counter[DrawingKind]:
        """Return how many pictures and charts of a sheet's rows were written."""
        rows = (row for row in source.rows if (id(row), PICTURE) in self._values)
        held = (pictures for row in rows if isinstance(pictures := row.get(PICTURE), Pictures))
        shown = (each for pictures in held for each in pictures.illustrations)
        return Counter(
            DrawingKind.CHART if each.is_chart else DrawingKind.PICTURE for each in shown
        )

    def unplaced(
        self,
        sources: Mapping[str, TemplateSheet],
        lagesbild: Lagesbild,
        left_out: Collection[tuple[str, str]] = (),
    ) -> Iterator[Unplaced]:
        """Yield each column of the workbook that has values which are not shown.

        Args:
            sources: the sheets that the template was filled from, by their folded names.
            lagesbild: what the workbook says.
            left_out: columns that the template has a place for and this document not, each after
                its sheet; both folded.
        """
        declared = {sheet.name for sheet in sheets_of(Lagesbild).values()}
        for name, headings in _headings(lagesbild):
            source = sources[normalised(name)]
            for heading in headings:
                is_left_out = (normalised(name), normalised(heading)) in left_out
                if source.name != name or is_left_out:
                    continue
                filled = [row for row in source.rows if row.get(heading)]
                count = sum((id(row), heading) not in self._values for row in filled)
                if count:
                    is_own_sheet = name not in declared
                    yield Unplaced(name, heading, count, len(filled), source.is_form, is_own_sheet)


def _headings(lagesbild: Lagesbild) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each sheet's name with what it has for readers: not what is worked out beside it."""
    for name, sheet in sheets_of(Lagesbild).items():
        value = getattr(lagesbild, name)
        own = (heading for row in ((value,) if sheet.is_form else value) for heading in row.own)
        columns = (c.heading for c in columns_of(sheet.row_class).values() if not c.for_work_only)
        yield sheet.name, dict.fromkeys((*columns, *own))
    whole = {appendix.name for appendix in lagesbild.appendices}
    for table in lagesbild.own:
        if table.name not in whole:
            yield table.name, table.headings
