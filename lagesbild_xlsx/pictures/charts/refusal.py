"""Charts that cannot be shown in Word as they are in Excel, and why."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.charts.names import CHART_EX, all_series, c, points_of, references
from lagesbild_xlsx.pictures.charts.reference import LOST

MOST_POINTS = 32_000
"""How many points a chart may have: as many as Excel 2007 allows in a series."""

MOST_SERIES = 255
"""How many series a chart may have (Excel specifications and limits)."""

LARGEST = 4 << 20
"""How many bytes of XML a chart may have; one with 22,000 points has a megabyte."""

DRAWN_WRONG = {
    "surfaceChart": "Ytdiagram i tre dimensioner",
    "surface3DChart": "Ytdiagram i tre dimensioner",
    "ofPieChart": "Cirkel-av-cirkel",
}
"""Kinds that come out wrong in a PDF, and what Excel calls them."""

NEW_KINDS = {
    "treemap": "Trädkarta",
    "sunburst": "Solstrålediagram",
    "waterfall": "Vattenfallsdiagram",
    "funnel": "Trattdiagram",
    "regionMap": "Kartdiagram",
    "boxWhisker": "Låddiagram",
    "clusteredColumn": "Histogram",
    "paretoLine": "Pareto",
}
"""The kinds of Excel 2016, which Word keeps in another form ([MS-ODRAWXML] 2.24.3)."""

OTHER_KIND = (
    "Gör det till ett stapel-, linje-, yt- eller cirkeldiagram (Diagramdesign, Ändra diagramtyp)."
)
DRAW_ANEW = "Markera siffrorna och infoga diagrammet på nytt."


class Refusal(NamedTuple):
    """Why a chart does not go along, and what to do."""

    reason: str
    remedy: str


TOO_LARGE = Refusal(
    f"det har över {MOST_POINTS:_} punkter eller {MOST_SERIES} serier".replace(
        "_", "\N{NO-BREAK SPACE}"
    ),
    "Visa färre siffror, till exempel en för varje månad.",
)
NO_SERIES = Refusal("det visar inga siffror", "Markera siffrorna och infoga diagrammet på nytt.")
NO_FIGURES = Refusal(
    "dess celler är tomma, har fel i sig eller är formler som inte är uträknade",
    "Öppna arbetsboken i Excel, se efter att diagrammet visar siffror, och spara.",
)
CELLS_LOST = Refusal("det hänvisar till celler som inte finns längre (#REF!)", DRAW_ANEW)
UNKNOWN = Refusal("det är sparat på ett sätt som inte går att läsa", DRAW_ANEW)


def refused_kind(root: etree._Element) -> Refusal | None:
    """Return why a chart of this kind does not go along, None where it does."""
    if etree.QName(root).namespace == CHART_EX:
        kinds = (NEW_KINDS.get(each.get("layoutId", "")) for each in root.iter("{*}series"))
        kind = next(filter(None, kinds), "En av Excels nyare diagramtyper")
        return Refusal(f"diagramtypen {kind} finns inte i Words äldre format", OTHER_KIND)
    if root.tag != c("chartSpace") or root.find(f"{c('chart')}/{c('plotArea')}") is None:
        return UNKNOWN
    groups = root.iterfind(f"{c('chart')}/{c('plotArea')}/*")
    kind = next((DRAWN_WRONG[local(each)] for each in groups if local(each) in DRAWN_WRONG), "")
    return Refusal(f"diagramtypen {kind} blir fel i PDF-filen", OTHER_KIND) if kind else None


def refused_size(root: etree._Element) -> Refusal | None:
    """Return that a chart is too large, None where it is not."""
    many = sum(1 for _ in root.iter(c("pt"))) > MOST_POINTS
    counts = (points_of(each).length for each in root.iter("{*}*") if "ache" in local(each))
    is_large = (
        many or len(list(all_series(root))) > MOST_SERIES or max(counts, default=0) > MOST_POINTS
    )
    return TOO_LARGE if is_large else None


def refused_cells(root: etree._Element) -> Refusal | None:
    """Return why a chart's references do not lead to figures, None where they do."""
    series = list(all_series(root))
    if not series:
        return NO_SERIES
    formulas = (each.findtext(c("f")) or "" for one in series for each in references(one))
    return CELLS_LOST if any(LOST in formula for formula in formulas) else None
