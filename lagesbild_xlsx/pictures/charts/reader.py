"""Prepares the charts of a workbook, with a finding for each that does not go along."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures.charts.carrying import Carried, carried
from lagesbild_xlsx.pictures.illustration import ChartFile
from lagesbild_xlsx.places import Drawn, Place, Sheet, Workbook


@dataclass(frozen=True)
class ChartReader:
    """Prepares the charts of one workbook.

    Attributes:
        package: the workbook's package.
        workbook: its cells, for a chart that keeps no figures itself.
        date1904: whether it counts its days from 1904.
    """

    package: Package
    workbook: Workbook
    date1904: bool = False

    def __call__(self, part: str, place: Place) -> Result[tuple[ChartFile, str] | None]:
        """Return a chart and its figures in words, or why it is left out.

        Args:
            part: the chart's part.
            place: where it stands.

        Raises:
            StopError: the part, or one that it points to, is damaged or too large to read.
        """
        made = carried(self.package, part, self._sheet, date1904=self.date1904)
        if isinstance(made, Carried):
            return Result((made.file, made.words))
        finding = rules.DRAWING_LEFT_OUT.at(
            place,
            what="Diagrammet",
            cell=place.cell,
            more="",
            drawn=Counter({Drawn.CHART: 1}),
            **made._asdict(),
        )
        return Result(None, (finding,))

    def _sheet(self, name: str) -> Sheet | None:
        """Return the sheet that a formula names, in whatever case."""
        named = name.casefold()
        return next((s for s in self.workbook.sheets if s.name.casefold() == named), None)
