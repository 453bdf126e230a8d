"""Writes the templates: ``python -m tools.make_templates [FOLDER]``.

A template is a Word document and can be changed in Word; this is how the ones that are shipped
came to be, in a form whose changes can be read.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.starter import readme, starter
from tools import profile
from tools.placeholder import placeholder_png
from tools.report_template import over_time, plain_footer
from tools.wordml import (
    BREAK,
    TAB,
    cell,
    column_value,
    document,
    field,
    footer,
    header,
    only_if,
    paragraph,
    repeat,
    row,
    table,
    text,
    value,
    write_package,
)

TEMPLATES = Path(__file__).parent.parent / "templates"

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

RELATED = ("styles", "numbering", "settings", "theme", "header", "footer")

A4_LANDSCAPE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1588" w:right="1134" w:bottom="1134" w:left="1134" w:header="737"'
    ' w:footer="510" w:gutter="0"/></w:sectPr>'
)
A4_PORTRAIT = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1134" w:bottom="1304" w:left="1134" w:header="737"'
    ' w:footer="567" w:gutter="0"/></w:sectPr>'
)


def page_header() -> str:
    """Return the page header: the municipality's name."""
    return header(paragraph("Sidhuvud", value("Rapport.Kommun")))


def page_footer() -> str:
    """Return the page footer: reference and version where there are any, and the page number."""
    return footer(
        paragraph(
            "Sidfot",
            only_if("Rapport.Diarienummer", text("Dnr "), value("Rapport.Diarienummer")),
            TAB,
            only_if("Rapport.Version", text("Version "), value("Rapport.Version")),
            TAB,
            text("Sida "),
            field("PAGE"),
            text(" ("),
            field("NUMPAGES"),
            text(")"),
        )
    )


PROMISE = "Rapport.Medborgarlöfte"
"""The year of the citizens' promise, which not every municipality has."""


class Wording(NamedTuple):
    """The fixed words that differ between the standard template and that of a report.

    ``promise`` and ``balance`` are what stands around the year of the citizens' promise, and only
    where there is one; ``legend_first`` tells whether what the statuses mean stands above the
    balance list.
    """

    promise: str = "medborgarlöftet "
    balance: tuple[str, str] = (" kopplad till medborgarlöftet ", "")
    full_stop: str = ""
    colon: str = ""
    legend_first: bool = True


STANDARD = Wording()
WORDING_2021 = Wording(
    "medborgarlöfte för ",
    (" kopplade till ", "- års medborgarlöfte"),
    ".",
    ":",
    legend_first=False,
)
"""What the report of 2021 says, mistakes and all: it must be given back line by line."""


def opening(wording: Wording = STANDARD) -> tuple[str, ...]:
    """Return the title and the introduction."""
    return (
        paragraph(
            "Rubrik",
            text("Samlad lägesbild "),
            value("Rapport.Datum"),
            text(" med utgångspunkt i "),
            only_if(PROMISE, text(wording.promise), value(PROMISE), text(" och ")),
            text("samverkansöverenskommelsen för perioden "),
            value("Rapport.Samverkansperiod"),
            *_words(wording.full_stop),
        ),
        paragraph("LIngress", value("Rapport.Inledning")),
    )


def _words(words: str) -> tuple[str, ...]:
    return (text(words),) if words else ()


def _by_word(column: str, headings: Mapping[str, tuple[str, ...]], other: str) -> str:
    """Return the heading of a word: the template's own of some words, or one of any other.

    Args:
        column: the column of the words, such as Källa.
        headings: what stands in the heading of each word that has its own.
        other: what stands in that of any other, before the word.
    """
    rest = paragraph("Rubrik2", *([text(other)] if other else []), value(column))
    for word in headings:
        rest = only_if(f"inte {column}={word}", rest)
    own = (only_if(f"{column}={w}", paragraph("Rubrik2", *h)) for w, h in headings.items())
    return "".join((*own, rest))


def _priorities() -> str:
    here = "Prioriteringar[samma Källa]"
    headings = {
        "Medborgarlöfte": (
            text("Prioriterade områden – medborgarlöftet"),
            only_if(PROMISE, text(" "), value(PROMISE)),
        ),
        "Samverkansöverenskommelse": (
            text("Prioriterade områden – samverkansöverenskommelsen "),
            value("Rapport.Samverkansperiod"),
        ),
    }
    return repeat(
        "Alla källor",
        only_if(
            here,
            _by_word("Källa", headings, "Prioriterade områden – "),
            repeat(here, paragraph("Punktlista", value("Prioritering"))),
        ),
    )


def mission() -> tuple[str, ...]:
    """Return ”Uppdrag”: what each agreement puts first."""
    return (
        only_if(
            "Prioriteringar",
            paragraph("Rubrik1", text("Uppdrag")),
            _priorities(),
        ),
    )


def situation() -> tuple[str, ...]:
    """Return the joint picture, locality by locality."""
    return (
        paragraph("Rubrik1", value("Rapport.Kommun"), text("s och Polisens gemensamma lägesbild")),
        paragraph("Rubrik2", text("Vilka risker, styrkor och trender ser vi?")),
        paragraph("Rubrik3", text("Allmänt")),
        paragraph("Normal", value("Rapport.Underlag")),
        repeat(
            "Orter",
            paragraph(
                "LOrt",
                value("Ort", style="LNamn"),
                TAB,
                value("Lägesbild", "Inget rapporterat", style="LVarde", blank_style="LTomt"),
                only_if("Bild", BREAK, value("Bild")),
            ),
        ),
    )


def _sections(wording: Wording) -> str:
    here = "Framåt[samma Avsnitt]"
    headings = {
        "Kort sikt": (text(f"Aktiviteter på kort sikt{wording.colon}"),),
        "Längre sikt": (text(f"Aktiviteter på längre sikt{wording.colon}"),),
    }
    return repeat(
        "Alla avsnitt",
        only_if(
            here,
            _by_word("Avsnitt", headings, ""),
            repeat(here, paragraph("Normal", value("Text"))),
        ),
    )


def ahead(wording: Wording = STANDARD) -> tuple[str, ...]:
    """Return ”Framåt”: what is planned, sooner and later."""
    return (
        only_if(
            "Framåt",
            paragraph("Rubrik1", text("Framåt")),
            _sections(wording),
        ),
    )


def _activities(which: str, columns: dict[str, int], caption: str = "Balanslista") -> str:
    """Return the table of activities: the columns by heading, with their widths."""
    blanks = {"Status": "Ej bedömd", "Förändring": "–"}
    head = (cell(w, paragraph("LTabellrubrik", text(h))) for h, w in columns.items())
    shown = {h: value(h, blanks.get(h, "")) for h in columns}
    shown |= {heading: column_value(heading) for heading in COMES_AND_GOES if heading in columns}
    if columns is CHANGE_COLUMNS:
        shown["Aktivitet"] += only_if("Ort", text(" ("), value("Ort"), text(")"))
    cells = (cell(columns[h], paragraph("LTabelltext", control)) for h, control in shown.items())
    return table(
        "LBalanslista",
        caption,
        "En rad för varje aktivitet: vad som ska göras, vem som ansvarar, status med ord och färg,"
        " och kommentar.",
        tuple(columns.values()),
        row(*head, header=True),
        repeat(which, row(*cells)),
    )


def _legend() -> str:
    """Return what the statuses mean."""
    return repeat(
        "Listor",
        only_if(
            "Status",
            paragraph("LForklaring", value("Status"), TAB, text("= "), value("Betydelse")),
        ),
    )


def _balance_heading(wording: Wording) -> str:
    before, after = wording.balance
    return paragraph(
        "Rubrik1",
        text("Balanslista "),
        value("Rapport.Datum"),
        only_if(PROMISE, text(before), value(PROMISE), *_words(after)),
        *_words(wording.full_stop),
    )


STANDARD_COLUMNS = {
    "Aktivitet": 2067, "Ansvar": 1880, "Ort": 1308, "Status": 1191, "Klart senast": 1155,
    "Kommentar": 2037,
}  # fmt: skip
COMES_AND_GOES = ("Ort", "Klart senast")
"""The columns that stand there only where the workbook has something in them."""

LOCALITY_COLUMNS = {
    "Aktivitet": 2610, "Ansvar": 2146, "Status": 1191, "Klart senast": 1155, "Kommentar": 2536,
}  # fmt: skip
CHANGE_COLUMNS = {
    "Aktivitet": 2100, "Ansvar": 1880, "Status": 1191, "Förändring": 1247, "Klart senast": 1155,
    "Kommentar": 2065,
}  # fmt: skip
"""Seven columns would be too narrow: the locality stands after the activity."""

LANDSCAPE_COLUMNS = {
    "Nr": 680, "Aktivitet": 4125, "Ansvar": 2194, "Ort": 1701, "Status": 1247,
    "Klart senast": 1361, "Kommentar": 3262,
}  # fmt: skip


def balance_list(columns: dict[str, int], wording: Wording = STANDARD) -> tuple[str, ...]:
    """Return the balance list with its legend."""
    activities = _activities("Balanslista", columns)
    return (
        only_if(
            "Balanslista",
            _balance_heading(wording),
            only_if(
                "Sedan förra.Sammanfattning",
                paragraph("Normal", value("Sedan förra.Sammanfattning"), text(".")),
            ),
            *((_legend(), activities) if wording.legend_first else (activities, _legend())),
        ),
    )


def overview() -> tuple[str, ...]:
    """Return the figures: all activities in a sentence, and a row for each owner."""
    widths = {"Ansvarig": 2500, "Aktiviteter": 1587, "Grönt": 1134, "Gult": 1134, "Rött": 1134}
    widths |= {"Ej bedömd": 1361, "Fördelning": 2602}
    of_scale = ("Grönt", "Gult", "Rött", "Fördelning")  # figures, or on an own scale words
    shown = {h: (column_value if h in of_scale else value)(h) for h in widths}
    head = (cell(w, paragraph("LTabellrubrik", text(h))) for h, w in widths.items())
    cells = (cell(widths[h], paragraph("LTabelltext", each)) for h, each in shown.items())
    return (
        only_if(
            "Balanslista",
            paragraph("Rubrik1", text("Översikt")),
            paragraph("LIngress", value("Översikt.Sammanfattning"), text(".")),
            table(
                "LBalanslista",
                "Aktiviteter per ansvarig",
                "En rad för varje ansvarig: antal aktiviteter, i allt och för varje status.",
                tuple(widths.values()),
                row(*head, header=True),
                repeat("Per ansvarig", row(*cells)),
            ),
        ),
    )


def by_locality() -> tuple[str, ...]:
    """Return the joint picture with a heading for each locality, and its activities under it."""
    here, rest = "Balanslista[samma Ort]", "Balanslista[utan Ort]"
    return (
        paragraph("Rubrik1", value("Rapport.Kommun"), text("s och Polisens gemensamma lägesbild")),
        paragraph("Normal", value("Rapport.Underlag")),
        only_if("Balanslista", _legend()),
        repeat(
            "Orter",
            paragraph("Rubrik2", value("Ort")),
            paragraph(
                "Normal",
                value("Lägesbild", "Inget rapporterat", style="LVarde", blank_style="LTomt"),
            ),
            only_if("Bild", paragraph("Normal", value("Bild"))),
            only_if(here, _activities(here, LOCALITY_COLUMNS, "Aktiviteter på orten")),
        ),
        only_if(
            rest,
            paragraph("Rubrik2", text("Hela kommunen")),
            _activities(rest, LOCALITY_COLUMNS, "Aktiviteter i hela kommunen"),
        ),
    )


def appendices() -> tuple[str, ...]:
    """Return the place of the sheets that come along whole, which bring their own headings."""
    return (repeat("Bilagor", paragraph("Normal", text("[Bilagor]", "Platshllartext"))),)


def glossary(wording: Wording = STANDARD) -> tuple[str, ...]:
    """Return the glossary."""
    return (
        only_if(
            "Ordlista",
            paragraph("Rubrik1", text(f"Ordlista{wording.colon}")),
            repeat(
                "Ordlista",
                paragraph(
                    "LOrdlista",
                    value("Begrepp", style="LNamn"),
                    text(" "),
                    value("Skiljetecken", "-"),
                    text(" "),
                    value("Förklaring"),
                ),
            ),
        ),
    )


def standard(wording: Wording = STANDARD) -> dict[str, str]:
    """Return the parts of the standard template: the layout of the reference report."""
    return package(
        document(
            A4_PORTRAIT,
            *opening(wording),
            *mission(),
            *situation(),
            *ahead(wording),
            *balance_list(STANDARD_COLUMNS, wording),
            *appendices(),
            *glossary(wording),
        )
    )


def landscape() -> dict[str, str]:
    """Return the parts of the landscape template: figures first, then a wide balance list."""
    return package(
        document(
            A4_LANDSCAPE,
            *opening(),
            *overview(),
            *balance_list(LANDSCAPE_COLUMNS),
            *mission(),
            *situation(),
            *ahead(),
            *appendices(),
            *glossary(),
        ),
        width=14570,
    )


def localities() -> dict[str, str]:
    """Return the parts of the template where each locality has its own activities."""
    return package(
        document(
            A4_PORTRAIT,
            *opening(),
            *mission(),
            *by_locality(),
            *ahead(),
            *appendices(),
            *glossary(),
        )
    )


def changes() -> dict[str, str]:
    """Return the parts of the template that tells for each activity how it has moved."""
    return package(
        document(
            A4_PORTRAIT,
            *opening(),
            *mission(),
            *situation(),
            *ahead(),
            *balance_list(CHANGE_COLUMNS),
            *appendices(),
            *glossary(),
        )
    )


def trend() -> dict[str, str | bytes]:
    """Return the parts of the template for the report over time, which has a picture."""
    return {
        **package(
            document(A4_PORTRAIT, *over_time()),
            more_styles=profile.report_styles(),
            image=True,
        ),
        "word/footer1.xml": plain_footer(),
        "word/media/diagram.png": placeholder_png(),
    }


MADE = {
    "lagesbild.docx": standard,
    "lagesbild-liggande.docx": landscape,
    "lagesbild-orter.docx": localities,
    "lagesbild-forandring.docx": changes,
}


REPORT = {"lagesbild-trend.docx": trend}
"""The template of the report over time, which is filled from a folder of workbooks."""


def package(
    main: str, width: int = 9638, *, more_styles: str = "", image: bool = False
) -> dict[str, str]:
    """Return a template's parts around its main part, for a text of a width."""
    kinds = (*RELATED, "image") if image else RELATED
    relationships = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{_file(kind)}"/>'
        for n, kind in enumerate(kinds, 1)
    )
    return {
        "[Content_Types].xml": _content_types(image=image),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": core(),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f"{relationships}</Relationships>",
        "word/styles.xml": profile.styles(width, more_styles),
        "word/numbering.xml": profile.numbering(),
        "word/settings.xml": profile.settings(),
        "word/theme/theme1.xml": profile.theme(),
        "word/header1.xml": page_header(),
        "word/footer1.xml": page_footer(),
    }


def _file(kind: str) -> str:
    names = {
        "theme": "theme/theme1.xml",
        "header": "header1.xml",
        "footer": "footer1.xml",
        "image": "media/diagram.png",
    }
    return names.get(kind, f"{kind}.xml")


def _content_types(*, image: bool) -> str:
    png = '<Default Extension="png" ContentType="image/png"/>' if image else ""
    overrides = "".join(
        f'<Override PartName="/word/{_file(kind)}" ContentType="{WORD}.{kind}+xml"/>'
        for kind in RELATED
    ).replace(f"{WORD}.theme", "application/vnd.openxmlformats-officedocument.theme")
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def core() -> str:
    """Return the template's own properties; a document gets its title and author when built."""
    return (
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Samlad lägesbild</dc:title>"
        "<dc:creator></dc:creator><dc:language>sv-SE</dc:language></cp:coreProperties>"
    )


def main() -> None:
    """Write every template to a folder, the project's own if none is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES
    folder.mkdir(parents=True, exist_ok=True)
    for name, parts in (MADE | REPORT).items():
        write_package(folder / name, parts())
        print(folder / name)
    workbook = workbook_bytes(starter(), readme=readme(), offer_optional=True)
    (folder / "lagesbild.xlsx").write_bytes(workbook)
    print(folder / "lagesbild.xlsx")


if __name__ == "__main__":
    main()
