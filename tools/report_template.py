"""What stands in the template of the report over time."""

from __future__ import annotations

from tools import profile
from tools.wordml import (
    BREAK,
    TAB,
    cell,
    column_value,
    field,
    footer,
    only_if,
    paragraph,
    picture,
    repeat,
    row,
    table,
    text,
    value,
)

CHART_SIZE = (9638, 4603)
"""The width and height of the chart, in twentieths of a point."""


REPORT_PARTS = {"Rött": 1020, "Gult": 1020, "Grönt": 1020, "Ej bedömd": 1304}
PERIOD_COLUMNS = {"Datum": 3857, "Aktiviteter": 1417, **REPORT_PARTS}
RED_COLUMNS = {
    "Aktivitet": 3401, "Ansvar": 1871, "Röd från": 1191, "Röd till": 1191, "Gånger": 850,
    "Status": 1134,
}  # fmt: skip
STANDING_COLUMNS = {
    "Aktivitet": 3685, "Ansvar": 1928, "Status": 1134, "Sedan": 1191, "Gånger": 850, "Dagar": 850,
}  # fmt: skip
OWNER_COLUMNS = {
    "Ansvarig": 2780, "Aktiviteter": 1304, "Rött": 794, "Gult": 794, "Grönt": 850,
    "Ej bedömd": 1020, "Rött första gången": 1021, "Grönt första gången": 1075,
}  # fmt: skip
PERIOD_IN_WORDS = {"Datum": 1871, "Aktiviteter": 1417, "Fördelning": 6350}
BAD_COLUMNS = {
    "Aktivitet": 3231, "Ansvar": 1871, "Från": 1191, "Till": 1191, "Gånger": 850, "Status": 1304,
}  # fmt: skip
OWNER_IN_WORDS = {"Ansvarig": 2780, "Aktiviteter": 1304, "Fördelning": 5554}
"""The columns where the scale is the municipality's: its words are not those of the template."""

TEXTS = (
    "Datum", "Aktivitet", "Ansvar", "Ansvarig", "Status", "Röd från", "Röd till", "Sedan", "Från",
    "Till", "Fördelning",
)  # fmt: skip
"""The columns of the report that hold texts; the others hold figures, which stand to the right."""


COMES_AND_GOES = (*profile.STATUSES, "Rött första gången", "Grönt första gången")
"""The columns that only the traffic light has."""


def _table(sheet: str, columns: dict[str, int], description: str) -> str:
    """Return a table of the report, the columns by heading with their widths."""
    headings = (_heading(heading, width) for heading, width in columns.items())
    cells = (_value(heading, width) for heading, width in columns.items())
    rows = row(*headings, header=True), repeat(sheet, row(*cells))
    return table("LBalanslista", sheet, description, tuple(columns.values()), *rows)


def _value(heading: str, width: int) -> str:
    style = "LTabelltext" if heading in TEXTS else "LTal"
    shown = column_value if heading in COMES_AND_GOES else value
    return cell(width, paragraph(style, shown(heading)))


def _heading(heading: str, width: int) -> str:
    """Return the heading of a column; that of a status has the status's colours."""
    if heading in profile.STATUSES:
        number = list(profile.STATUSES).index(heading) + 1
        fill, _ = profile.STATUSES[heading]
        return cell(width, paragraph(f"LStatus{number}", text(heading)), fill=fill)
    style = "LTabellrubrik" if heading in TEXTS else "LTalrubrik"
    return cell(width, paragraph(style, text(heading)))


def _by_scale(
    sheet: str, of_light: dict[str, int], in_words: dict[str, int], description: str
) -> tuple[str, str]:
    """Return a table of figures twice: with the traffic light's columns, and with any scale's."""
    own = "En rad för varje: antal aktiviteter, och hur många som har varje status, i ord."
    return (
        only_if("Trend.Trafikljus", _table(sheet, of_light, description)),
        only_if(f"{sheet} i ord", _table(f"{sheet} i ord", in_words, own)),
    )


def _chart() -> tuple[str, ...]:
    words = "Här kommer diagrammet över hur många aktiviteter som har varje status."
    width, height = CHART_SIZE
    return (
        paragraph("LDiagram", picture("rId7", "lb:Diagram", words, width, height)),
        paragraph(
            "Beskrivning",
            text("Diagram: Antal aktiviteter med varje status, lägesbild för lägesbild."),
        ),
    )


def over_time() -> tuple[str, ...]:
    """Return the report of what has moved over time."""
    return (
        paragraph(
            "Rubrik",
            text("Lägesbilderna över tid"),
            BREAK,
            value("Rapport.Kommun"),
            text(", "),
            only_if("Trend.Från", value("Trend.Från"), text(" till ")),
            value("Trend.Till"),
        ),
        paragraph("LIngress", value("Trend.Sammanfattning")),
        *_chart(),
        paragraph("Rubrik1", text("Status i varje lägesbild")),
        *_by_scale(
            "Per lägesbild",
            PERIOD_COLUMNS,
            PERIOD_IN_WORDS,
            "En rad för varje lägesbild: antal aktiviteter, i allt och med varje status.",
        ),
        only_if(
            "Rött i rad",
            paragraph("Rubrik1", text("Rött flera gånger i rad")),
            paragraph(
                "LTabellinledning",
                text(
                    "Aktiviteter som har varit röda i minst två lägesbilder i rad, också de som"
                    " sedan har fått en annan status eller inte är kvar i balanslistan."
                ),
            ),
            _table(
                "Rött i rad",
                RED_COLUMNS,
                "En rad för varje gång som en aktivitet har varit röd i minst två lägesbilder i"
                " rad: när, hur många gånger, och vilken status den har nu.",
            ),
        ),
        only_if(
            "Dåligt i rad",
            paragraph("Rubrik1", value("Trend.Dåliga statusar"), text(" flera gånger i rad")),
            paragraph(
                "LTabellinledning",
                text(
                    "Aktiviteter som har haft en sådan status i minst två lägesbilder i rad, också"
                    " de som sedan har fått en annan status eller inte är kvar i balanslistan."
                ),
            ),
            _table(
                "Dåligt i rad",
                BAD_COLUMNS,
                "En rad för varje gång som en aktivitet har haft en dålig status i minst två"
                " lägesbilder i rad: när, hur många gånger, och vilken status den har nu.",
            ),
        ),
        paragraph("Rubrik1", text("Så länge har varje aktivitet haft sin status")),
        paragraph(
            "LTabellinledning",
            text("Aktiviteterna i lägesbilden "),
            value("Trend.Till"),
            text(", och sedan vilken lägesbild de har haft samma status i rad."),
        ),
        _table(
            "Nuvarande status",
            STANDING_COLUMNS,
            "En rad för varje aktivitet: status nu med ord och färg, sedan när, i hur många"
            " lägesbilder i rad, och hur många dagar det är.",
        ),
        paragraph("Rubrik1", text("Per ansvarig")),
        paragraph(
            "LTabellinledning",
            text("Aktiviteterna i lägesbilden "),
            value("Trend.Till"),
            only_if(
                "Trend.Trafikljus", text(", och hur många som var röda och gröna i den första")
            ),
            text(". En aktivitet räknas för var och en av sina ansvariga."),
        ),
        *_by_scale(
            "Ansvariga över tid",
            OWNER_COLUMNS,
            OWNER_IN_WORDS,
            "En rad för varje ansvarig: antal aktiviteter, i allt och med varje status, och hur"
            " många som var röda och gröna i den första lägesbilden.",
        ),
        paragraph("Rubrik1", text("Så är siffrorna gjorda")),
        paragraph(
            "Normal",
            text("Siffrorna kommer ur balanslistorna i "),
            value("Trend.Lägesbilder"),
            text(
                " lägesbilder. En aktivitet följs från gång till gång med sitt nummer, annars med"
                " sin text. Saknas den i en lägesbild börjar räkningen av gånger i rad om."
                " Ej bedömd betyder att ingen status är satt."
            ),
        ),
    )


def plain_footer() -> str:
    """Return a page footer with the page number alone."""
    number = (text("Sida "), field("PAGE"), text(" ("), field("NUMPAGES"), text(")"))
    return footer(paragraph("Sidfot", TAB, TAB, *number))
