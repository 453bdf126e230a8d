"""Charts: one that staff drew in Excel is the same native chart in Word, with its own data only.

Its look is the chart's own, and in the colours of the template's theme. What it refers to stands in
a small workbook inside the document, so that it can be edited there; nothing else of the workbook
it came from goes along.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures import ChartFile
from lagesbild_xlsx.pictures.charts.carrying import carried
from lagesbild_xlsx.pictures.charts.refusal import Refusal
from lagesbild_xlsx.places import DrawingKind, Place, Sheet, Workbook

PICTURE = Refusal(
    "bilder som fyller staplar eller bakgrund går inte att flytta",
    "Fyll med en färg i stället.",
)


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
        if isinstance(made, Refusal):
            told = _left_out(place, "Diagrammet", made, Counter({DrawingKind.CHART: 1}))
            return Result(None, (told,))
        lost = (_left_out(place, "Bilden i diagrammet", PICTURE, Counter()),)
        return Result((made.file, made.words), lost if made.has_lost_pictures else ())

    def _sheet(self, name: str) -> Sheet | None:
        """Return the sheet that a formula names, in whatever case."""
        named = name.casefold()
        return next((s for s in self.workbook.sheets if s.name.casefold() == named), None)


def _left_out(place: Place, what: str, refusal: Refusal, drawn: Counter[DrawingKind]) -> Finding:
    """Return that something is left out, which counts as ``drawn`` on its sheet."""
    values = {"what": what, "cell": place.cell, "more": "", "drawn": drawn}
    return rules.DRAWING_LEFT_OUT.at(place, **values, **refusal._asdict())
