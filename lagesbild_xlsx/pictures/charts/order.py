"""A chart's elements in the order of the schema (ECMA-376 part 1, A.5.1).

Excel reads them in any order, and many programs write them so; Word refuses a document for less.
"""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.charts.defaults import FLAGS, add
from lagesbild_xlsx.pictures.charts.names import all_series, c

GROUP = (
    "barDir", "grouping", "scatterStyle", "radarStyle", "varyColors", "ser", "dLbls", "gapWidth",
    "overlap", "serLines", "dropLines", "hiLowLines", "upDownBars", "marker", "smooth", "bubble3D",
    "bubbleScale", "showNegBubbles", "sizeRepresents", "gapDepth", "shape", "firstSliceAng",
    "holeSize", "axId", "extLst",
)  # fmt: skip
GROUPS = (
    "barChart", "bar3DChart", "lineChart", "line3DChart", "areaChart", "area3DChart", "pieChart",
    "pie3DChart", "doughnutChart", "scatterChart", "bubbleChart", "radarChart", "stockChart",
)  # fmt: skip
"""The groups of series, which share one order."""

AXIS = (
    "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt",
    "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses",
    "crossesAt",
)  # fmt: skip
AXES = {
    "catAx": ("auto", "lblAlgn", "lblOffset", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl"),
    "valAx": ("crossBetween", "majorUnit", "minorUnit", "dispUnits"),
    "dateAx": (
        "auto", "lblOffset", "baseTimeUnit", "majorUnit", "majorTimeUnit", "minorUnit",
        "minorTimeUnit",
    ),
    "serAx": ("tickLblSkip", "tickMarkSkip"),
}  # fmt: skip
LABEL = ("numFmt", "spPr", "txPr", "dLblPos", *FLAGS, "separator")
ORDER = {
    "chartSpace": (
        "date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr",
        "pivotSource", "protection", "chart", "spPr", "txPr", "externalData", "printSettings",
        "userShapes", "extLst",
    ),
    "chart": (
        "title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall",
        "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst",
    ),
    "title": ("tx", "layout", "overlay", "spPr", "txPr", "extLst"),
    "legend": ("legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr", "extLst"),
    "view3D": (
        "rotX", "hPercent", "rotY", "depthPercent", "rAngAx", "perspective", "extLst",
    ),
    "scaling": ("logBase", "orientation", "max", "min", "extLst"),
    "ser": (
        "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion",
        "dPt", "dLbls", "trendline", "errBars", "cat", "xVal", "val", "yVal", "bubbleSize",
        "smooth", "bubble3D", "shape", "extLst",
    ),
    "dPt": (
        "idx", "invertIfNegative", "marker", "bubble3D", "explosion", "spPr", "pictureOptions",
        "extLst",
    ),
    "dLbls": ("dLbl", "delete", *LABEL, "showLeaderLines", "leaderLines", "extLst"),
    "dLbl": ("idx", "delete", "layout", "tx", *LABEL, "extLst"),
    "marker": ("symbol", "size", "spPr", "extLst"),
    "trendline": (
        "name", "spPr", "trendlineType", "order", "period", "forward", "backward", "intercept",
        "dispRSqr", "dispEq", "trendlineLbl", "extLst",
    ),
    "errBars": (
        "errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr", "extLst",
    ),
    **{axis: (*AXIS, *rest, "extLst") for axis, rest in AXES.items()},
    **dict.fromkeys(GROUPS, GROUP),
}  # fmt: skip
"""What each element can hold, in order."""

SEVERAL = frozenset(("ser", "dLbl", "dPt", "legendEntry", "trendline", "errBars", "axId"))
"""What can stand there more than once."""

NEEDED = {
    "catAx": ("axPos", "b"),
    "dateAx": ("axPos", "b"),
    "serAx": ("axPos", "b"),
    "valAx": ("axPos", "l"),
    "barChart": ("barDir", "col"),
    "bar3DChart": ("barDir", "col"),
    "lineChart": ("grouping", "standard"),
    "line3DChart": ("grouping", "standard"),
    "scatterChart": ("scatterStyle", "lineMarker"),
    "radarChart": ("radarStyle", "standard"),
}
"""What must be said, and what is meant where it is not."""

IDS = 1 << 31
"""How many numbers there are for axes."""

DEPTH = 3
"""How many axes lines in three dimensions have; Excel says 0 for one that is not shown."""


def put_in_order(chart: etree._Element) -> None:
    """Put a chart's elements in order, with what must be there, and without what cannot be."""
    _add_needed(chart)
    for element in list(chart.iter(c("axId"), c("crossAx"))):
        _set_id(element)
    for element in list(chart.iter(*map(c, ORDER))):
        _sort(element, ORDER[local(element)])


def _add_needed(chart: etree._Element) -> None:
    """Add what must be said of axes, of series and of how these are drawn."""
    for element in list(chart.iter(*map(c, NEEDED))):
        add(element, *NEEDED[local(element)])
    for number, series in enumerate(all_series(chart)):
        add(series, "idx", str(number))
        add(series, "order", str(number))
    for element in list(chart.iter(c("line3DChart"))):
        for _ in range(DEPTH - len(element.findall(c("axId")))):
            etree.SubElement(element, c("axId"), val="0")


def _set_id(element: etree._Element) -> None:
    """Let the number of an axis be one that there is; some programs give them a sign."""
    said = element.get("val", "")
    if len(said) <= len(str(-IDS)) and said.removeprefix("-").isdecimal():
        element.set("val", str(int(said) % IDS))


def _sort(element: etree._Element, order: tuple[str, ...]) -> None:
    """Put an element's children in order; of what can be there once, the first is left."""
    known = [child for child in element if local(child) in order]
    known.sort(key=lambda child: order.index(local(child)))
    named = [(name, list(children)) for name, children in groupby(known, local)]
    kept = [child for name, found in named for child in (found if name in SEVERAL else found[:1])]
    for child in set(element) - set(kept):
        element.remove(child)
    for at, child in enumerate(kept):
        if element[at] is not child:
            element.insert(at, child)
