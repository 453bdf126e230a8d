"""Reports as people type them: their headings, tables and words find their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from lagesbild_xlsx.model import Lagesbild, Status
from lagesbild_xlsx.pipeline import import_document
from lagesbild_xlsx.sheets import read_lagesbild
from lagesbild_xlsx.word.reading import read_document
from tests.handtyped import shade


class Report:
    """A report that is typed piece by piece, and then read."""

    def __init__(self, path: Path) -> None:
        self.path, self.document = path, docx.Document()

    def heading(self, text: str, level: int = 1) -> Report:
        self.document.add_heading(text, level)
        return self

    def line(self, *texts: str, style: str | None = None) -> Report:
        for text in texts:
            self.document.add_paragraph(text, style)
        return self

    def bold(self, text: str, size: int = 11) -> Report:
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(size)
        return self

    def table(self, *rows: tuple[str, ...]) -> Any:
        table = self.document.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
            if len(texts) == 1 and len(row.cells) > 1:
                row.cells[0].merge(row.cells[-1])
        return table

    def read(self) -> Lagesbild:
        self.document.save(str(self.path))
        return read_lagesbild(read_document(self.path).value).value

    @property
    def codes(self) -> list[str]:
        self.path.with_suffix(".xlsx").unlink(missing_ok=True)
        outcome = import_document(self.path, self.path.with_suffix(".xlsx"))
        return [finding.rule.code for finding in outcome.findings]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return Report(tmp_path / "gammal.docx")


def localities(read: Lagesbild) -> list[tuple[str, str]]:
    return [(row.name, row.note) for row in read.localities]


def unplaced(read: Lagesbild) -> list[str]:
    return [row["Text"] for sheet in read.own for row in sheet.rows]


LIST = (("Åtgärd", "Ansvarig", "Läge"), ("Vandra", "Polisen", "Gult"))


# ------------------------------------------------------------------ localities


def test_localities_are_headings_below_their_heading_and_end_with_the_next(report: Report) -> None:
    report.heading("Lägesbild per ort").heading("Näs", 2).line("Lugnt.").heading("Ulvsta", 2)
    report.line("Stökigt.").heading("Ungdomar").line("Fler ute.").heading("Åtgärdsplan")
    report.table(*LIST)
    read = report.read()
    assert localities(read) == [("Näs", "Lugnt."), ("Ulvsta", "Stökigt.")]
    assert unplaced(read) == ["Ungdomar", "Fler ute."]
    assert [row.activity for row in read.activities] == ["Vandra"]


def test_localities_are_numbered_lines_in_bold(report: Report) -> None:
    report.bold("3. Läget i orterna").bold("3.1 Näs").line("Lugnt.").bold("3.2 Ulvsta")
    report.line("Stökigt.").bold("4. Ungdomar").line("Fler ute.")
    read = report.read()
    assert localities(read) == [("Näs", "Lugnt."), ("Ulvsta", "Stökigt.")]
    assert unplaced(read) == ["4. Ungdomar", "Fler ute."]


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (None, ("Näs: Lugnt.", "Övre Ulvsta: Stökigt: tre rån.")),
        ("List Bullet", ("Näs – Lugnt.", "Övre Ulvsta - Stökigt: tre rån.")),
        (None, ("- Näs: Lugnt.", "- Övre Ulvsta: Stökigt: tre rån.")),
    ],
)
def test_localities_are_lines_with_a_mark(
    style: str | None, lines: tuple[str, ...], report: Report
) -> None:
    report.bold("Läget i kommundelarna").line(*lines, style=style).bold("Siffror").line("12 rån.")
    read = report.read()
    assert localities(read) == [("Näs", "Lugnt."), ("Övre Ulvsta", "Stökigt: tre rån.")]
    assert unplaced(read) == ["Siffror", "12 rån."]


def test_localities_are_a_table_with_headings_and_groups(report: Report) -> None:
    report.heading("Område för område")
    report.table(
        ("Område", "Vad har hänt?", "Bedömning"),
        ("Tätort",),
        ("Näs", "Tre rån.", "Sämre"),
        ("Ulvsta", "Inget att rapportera.", "Bra"),
    )
    read = report.read()
    assert localities(read) == [("Näs", "Tre rån."), ("Ulvsta", "")]
    assert [row.own for row in read.localities] == [
        {"Bedömning": "Sämre", "Kategori": "Tätort"},
        {"Bedömning": "Bra", "Kategori": "Tätort"},
    ]


def test_table_of_figures_tells_of_no_locality(report: Report) -> None:
    report.heading("Lägesbild per ort").line("Näs: Lugnt.", "Ulvsta: Stökigt.")
    report.table(("Ort", "2024", "2025"), ("Näs", "1 204", "1 178"))
    read = report.read()
    assert localities(read) == [("Näs", "Lugnt."), ("Ulvsta", "Stökigt.")]
    assert unplaced(read) == ["Ort\t2024\t2025", "Näs\t1 204\t1 178"]


# ------------------------------------------------------------------ the balance list


def test_lists_under_headings_and_rows_across_get_a_category(report: Report) -> None:
    report.heading("Det här gör vi").heading("Skolan", 2).table(*LIST)
    report.heading("Centrum", 2).table(LIST[0], ("På kvällen",), ("Lysa", "Gatan", "Rött"))
    read = report.read()
    assert [(row.activity, row.own["Kategori"]) for row in read.activities] == [
        ("Vandra", "Skolan"),
        ("Lysa", "Centrum – På kvällen"),
    ]
    assert report.codes.count("LB587") == 1


def test_heading_with_a_dash_says_the_category_and_one_that_ends_with_a_place_the_locality(
    report: Report,
) -> None:
    report.heading("Orter").line("Näs: Lugnt.", "Ulvsta: Stökigt.")
    report.heading("Uppföljning av aktiviteter – Skola").table(*LIST)
    report.heading("Insatser i Näs", 2).table(LIST[0], ("Lysa", "Gatan", "Rött"))
    first, second = report.read().activities
    assert (first.own["Kategori"], first.locality) == ("Skola", "")
    assert (second.own["Kategori"], second.locality) == ("Insatser i Näs", "Näs")


def test_columns_are_known_by_other_words_and_by_what_stands_in_them(report: Report) -> None:
    report.heading("Handlingsplan 2026")
    report.table(
        ("Nr", "Vad", "Vem", "När", "Bedömning"),
        ("1.", "Vandra", "Polisen", "2026-05-01", "Gul"),
        ("2.", "Lysa", "Gatan", "våren", "Röd"),
        ("3.", "Samtala", "Skolan", "2026-06-01", "Pågår"),
    )
    read = report.read()
    assert [(row.number, row.activity, row.owner, str(row.due)) for row in read.activities] == [
        ("1", "Vandra", "Polisen", "2026-05-01"),
        ("2", "Lysa", "Gatan", "våren"),
        ("3", "Samtala", "Skolan", "2026-06-01"),
    ]
    assert read.activities[2].own["Status i dokumentet"] == "Pågår"
    assert report.codes.count("LB046") == len(("Vad", "Vem", "När", "Bedömning"))


def test_column_of_times_in_words_is_that_of_due_dates(report: Report) -> None:
    report.table(
        ("Åtgärd", "Ansvarig", "När"), ("Vandra", "Polisen", "våren"), ("Lysa", "Gatan", "hösten")
    )
    assert [row.due for row in report.read().activities] == ["våren", "hösten"]


def test_status_with_a_column_for_each_word_is_one_status(report: Report) -> None:
    report.table(
        ("Aktivitet", "Ansvarig", "Ej påbörjad", "Pågår", "Klar", "Anm."),
        ("Vandra", "Polisen", "", "x", "", "Snart"),
        ("Lysa", "Gatan", "", "", "X", ""),
        ("Samtala", "Skolan", "", "", "", ""),
    )
    read = report.read()
    assert [row.status for row in read.activities] == ["Pågår", "Klar", Status.NOT_JUDGED]
    assert [(row.owner, row.comment) for row in read.activities] == [
        ("Polisen", "Snart"),
        ("Gatan", ""),
        ("Skolan", ""),
    ]


def test_list_without_headings_is_known_by_its_statuses_and_parties(report: Report) -> None:
    report.heading("Balanslista")
    report.table(
        ("Vandra i centrum", "Polisen", "🟢", "Snart"),
        ("Lysa upp stråket", "Gatunämnden", "🔴", ""),
    )
    read = report.read()
    assert [(r.activity, r.owner, r.status, r.comment) for r in read.activities] == [
        ("Vandra i centrum", "Polisen", Status.GREEN, "Snart"),
        ("Lysa upp stråket", "Gatunämnden", Status.RED, ""),
    ]
    assert "LB584" in report.codes


def test_table_that_goes_on_without_headings_has_those_of_the_one_before(report: Report) -> None:
    report.heading("Balanslista").table(*LIST)
    report.line("(forts.)").table(("Lysa", "Gatan", "Rött"))
    read = report.read()
    assert [row.owner for row in read.activities] == ["Polisen", "Gatan"]
    assert unplaced(read) == ["(forts.)"]


def test_numbers_before_every_activity_become_a_column(report: Report) -> None:
    report.table(LIST[0], ("1. Vandra", "Polisen", "Gult"), ("2. Lysa", "Gatan", "Rött"))
    assert [(row.number, row.activity) for row in report.read().activities] == [
        ("1", "Vandra"),
        ("2", "Lysa"),
    ]


def test_letters_mean_what_the_document_says_that_they_mean(report: Report) -> None:
    report.heading("Åtgärdslista")
    report.line("Läge: GR = grön, enligt plan. G = gul, vissa hinder. R = röd, står still.")
    report.table(
        LIST[0], ("Vandra", "Polisen", "GR"), ("Lysa", "Gatan", "g"), ("Tala", "Skolan", "R")
    )
    read = report.read()
    assert [row.status for row in read.activities] == [Status.GREEN, Status.YELLOW, Status.RED]
    assert [(row.status, row.meaning) for row in read.lists if row.meaning] == [
        (Status.GREEN, "enligt plan"),
        (Status.YELLOW, "vissa hinder"),
        (Status.RED, "står still"),
    ]


def test_status_is_the_colour_of_a_dot(report: Report) -> None:
    table = report.table(LIST[0], ("Vandra", "Polisen", ""))
    dot = table.cell(1, 2).paragraphs[0].add_run("●")
    dot.font.color.rgb = RGBColor(0x00, 0xB0, 0x50)
    [row] = report.read().activities
    assert row.status is Status.GREEN


def test_known_heading_over_a_table_of_the_list_is_a_category(report: Report) -> None:
    report.bold("5. Balanslista").bold("5.1 Medborgarlöftet").table(*LIST)
    report.bold("6. Ordlista").line("BRÅ\tbrottsförebyggande råd")
    read = report.read()
    assert [row.own["Kategori"] for row in read.activities] == ["Medborgarlöftet"]
    assert [row.term for row in read.glossary] == ["BRÅ"]


# ------------------------------------------------------------------ the other parts


def test_headings_in_capitals_and_numbered_priorities(report: Report) -> None:
    report.line("PRIORITERINGAR", "Medborgarlöfte 2026", "a) Trafik", "b) Droger", "PÅ GÅNG")
    report.line("Marknad i maj.", "ORDFÖRKLARINGAR", "BRÅ = brottsförebyggande råd")
    read = report.read()
    assert [(str(row.source), row.priority) for row in read.priorities] == [
        ("Medborgarlöfte", "Trafik"),
        ("Medborgarlöfte", "Droger"),
    ]
    assert [row.text for row in read.paragraphs] == ["Marknad i maj."]
    assert [row.term for row in read.glossary] == ["BRÅ"]


def test_glossary_is_a_table_with_headings_or_lines_without_marks(report: Report) -> None:
    report.heading("Ord i rapporten").table(("Ord", "Betyder"), ("Fältare", "vuxna ute"))
    report.line("EST effektiv samordning\nIFO individ och familj")
    assert [(row.term, row.explanation) for row in report.read().glossary] == [
        ("Fältare", "vuxna ute"),
        ("EST", "effektiv samordning"),
        ("IFO", "individ och familj"),
    ]


def test_facts_stand_in_a_table_or_on_lines_of_one_paragraph(report: Report) -> None:
    report.table(("Kommun", "Ekby kommun"), ("Till", "Styrgruppen"))
    report.line("2026-10-22\nDnr KS 2026/00417")
    read = report.read()
    assert (read.report.municipality, str(read.report.date)) == ("Ekby kommun", "2026-10-22")
    assert read.report.record_number == "KS 2026/00417"
    assert unplaced(read) == ["Till\tStyrgruppen"]


def test_colour_of_a_status_and_its_word_are_both_kept(report: Report) -> None:
    table = report.table(LIST[0], ("Vandra", "Polisen", "Pågår"))
    shade(table.cell(1, 2), {"val": "clear", "color": "auto", "fill": "FFFF00"})
    assert table.cell(1, 2)._tc.find(qn("w:tcPr")) is not None  # noqa: SLF001
    [row] = report.read().activities
    assert (row.status, row.own["Status i dokumentet"]) == (Status.YELLOW, "Pågår")


def test_any_document_with_a_table_or_a_heading_is_read_in_order(report: Report) -> None:
    report.heading("Protokoll").line("Vi möttes.").table(("Datum", "Beslut"), ("1 maj", "Bifall"))
    assert unplaced(report.read()) == [
        "Protokoll",
        "Vi möttes.",
        "Datum\tBeslut",
        "1 maj\tBifall",
    ]


# ------------------------------------------------------------------ facts


@pytest.mark.parametrize(
    "title",
    [
        "Gemensam lägesbild Ekby kommun och lokalpolisområde Norra Åsen",
        "LÄGESBILD FÖR TRYGGHET I EKBY KOMMUN",
        "Lägesbild – Ekby kommun, vecka 10 2026",
        "Trygghet i Ekby kommuns tätorter",
    ],
)
def test_municipality_is_named_in_the_title(title: str, report: Report) -> None:
    report.line(title).heading("Balanslista").table(*LIST)
    assert report.read().report.municipality == "Ekby kommun"


def test_municipality_is_the_one_that_headers_name_most_often(report: Report) -> None:
    section = report.document.sections[0]
    section.header.paragraphs[0].text = "EKBY KOMMUN | Samlad lägesbild"
    section.footer.paragraphs[0].text = "Ekby kommun · Storgatan 1"
    report.line("Lägesbild", "Samarbete med Sjö kommun").table(*LIST)
    assert report.read().report.municipality == "Ekby kommun"


def test_line_that_begins_with_its_date_tells_it_and_is_kept(report: Report) -> None:
    report.heading("Inledning").line("Datum: 5 mars 2026. Närvarande: kommunpolisen.")
    report.table(*LIST)
    read = report.read().report
    assert str(read.date) == "2026-03-05"
    assert read.introduction == "Datum: 5 mars 2026. Närvarande: kommunpolisen."


def test_signs_after_priorities_say_their_source(report: Report) -> None:
    report.heading("Vad vi prioriterar").line(
        "Trafik¹", "Bedrägerier ²", "Buller", style="List Bullet"
    )
    report.line("¹ Medborgarlöfte 2026. ² Samverkansöverenskommelse 2024–2027.")
    report.table(*LIST)
    read = report.read()
    assert [(row.source, row.priority) for row in read.priorities] == [
        ("Medborgarlöfte", "Trafik"),
        ("Samverkansöverenskommelse", "Bedrägerier"),
        (None, "Buller"),
    ]
    assert unplaced(read) == ["¹ Medborgarlöfte 2026. ² Samverkansöverenskommelse 2024–2027."]


# ------------------------------------------------------------------ legends and numbers


@pytest.mark.parametrize("dot", ["●", "■", "•"])
def test_dots_between_the_meanings_of_a_legend_are_no_part_of_them(
    dot: str, report: Report
) -> None:
    report.heading("Balanslista").line(
        f"{dot} Grön = enligt plan {dot} Gul = risk {dot} Röd = stopp"
    )
    report.table(*LIST)
    legend = [(str(row.status), row.meaning) for row in report.read().lists if row.meaning]
    assert legend == [("Grönt", "enligt plan"), ("Gult", "risk"), ("Rött", "stopp")]


def test_numbers_that_begin_anew_in_each_list_stand_beside(report: Report) -> None:
    heading = ("Nr", "Åtgärd", "Ansvarig")
    report.heading("Balanslista Näs").table(heading, ("1", "Vandra", "Polisen"))
    report.heading("Balanslista Ulvsta").table(heading, ("1", "Lysa", "Gatan"))
    read = report.read()
    assert [(row.number, row.own["Nr i dokumentet"]) for row in read.activities] == [
        ("", "1"),
        ("", "1"),
    ]
    assert report.codes.count("LB532") == len(read.activities)


def test_owner_goes_on_after_a_hyphen(report: Report) -> None:
    owners = "Barn- och utbildningsförvaltningen och Polisen"
    report.table(LIST[0], ("Samtala", owners, "Gult"))
    read = report.read()
    assert read.activities[0].owner == owners
    assert [row.owner for row in read.lists if row.owner] == [
        "Barn- och utbildningsförvaltningen",
        "Polisen",
    ]


def test_label_before_a_value_begins_no_legend(report: Report) -> None:
    report.heading("Ärende").line("Status: ny").table(*LIST)
    assert unplaced(report.read()) == ["Ärende", "Status: ny"]
