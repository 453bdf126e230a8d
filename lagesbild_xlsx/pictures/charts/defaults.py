"""What a chart of Excel 2007 means by what it leaves out.

Excel 2007 leaves out what is off. Later versions take what is left out as on, as the schema has it,
unless a file says that it is of 2007; a Word document does not.
"""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.charts.names import all_series, c

OF_2007 = "12."
"""How the version of Excel 2007 begins (``AppVersion``)."""

OFF = {
    "chartSpace": ("roundedCorners",),
    "chart": ("autoTitleDeleted",),
    "title": ("overlay",),
    "legend": ("overlay",),
    "view3D": ("rAngAx",),
    "catAx": ("delete", "auto", "noMultiLvlLbl"),
    "dateAx": ("delete", "auto"),
    "valAx": ("delete",),
    "serAx": ("delete",),
    "dLbls": ("showLeaderLines",),
    "dPt": ("invertIfNegative", "bubble3D"),
    "trendline": ("dispRSqr", "dispEq"),
    "errBars": ("noEndCap",),
    "barChart": ("varyColors",),
    "bar3DChart": ("varyColors",),
    "lineChart": ("varyColors", "marker"),
    "line3DChart": ("varyColors",),
    "areaChart": ("varyColors",),
    "area3DChart": ("varyColors",),
    "pieChart": ("varyColors",),
    "pie3DChart": ("varyColors",),
    "doughnutChart": ("varyColors",),
    "scatterChart": ("varyColors",),
    "radarChart": ("varyColors",),
    "bubbleChart": ("varyColors", "bubble3D", "showNegBubbles"),
}
"""What is off in these where it is left out."""

OFF_IN_SERIES = {
    "barChart": ("invertIfNegative",),
    "bar3DChart": ("invertIfNegative",),
    "lineChart": ("smooth",),
    "line3DChart": ("smooth",),
    "scatterChart": ("smooth",),
    "bubbleChart": ("invertIfNegative", "bubble3D"),
}
"""The same in the series of these."""

FLAGS = (
    "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize",
)  # fmt: skip
"""What a label says; each must be there."""


def is_of_2007(package: Package) -> bool:
    """Return whether a workbook was saved by Excel 2007."""
    for part in package.related("", "extended-properties"):
        properties = package.xml(part)
        version = properties.findtext("{*}AppVersion") or ""
        program = properties.findtext("{*}Application") or ""
        return version.startswith(OF_2007) and program.startswith("Microsoft")
    return False


def say_defaults(chart: etree._Element, *, of_2007: bool) -> None:
    """Say in a chart what is meant by what it leaves out.

    Args:
        chart: the chart's root, which is changed.
        of_2007: whether it is of Excel 2007.
    """
    for labels in list(chart.iter(c("dLbls"), c("dLbl"))):
        if labels.find(c("delete")) is None:
            for name in FLAGS:
                add(labels, name, "0" if of_2007 else "1")
    if not of_2007:
        return
    for element in list(chart.iter(*map(c, OFF))):
        if not (local(element) == "dLbls" and element.find(c("delete")) is not None):
            for name in OFF[local(element)]:
                add(element, name, "0")
    for series in all_series(chart):
        group = series.getparent()
        for name in OFF_IN_SERIES.get("" if group is None else local(group), ()):
            add(series, name, "0")


def add(element: etree._Element, name: str, value: str) -> None:
    """Add a child with a value, if there is none of its name."""
    if element.find(c(name)) is None:
        etree.SubElement(element, c(name), val=value)
