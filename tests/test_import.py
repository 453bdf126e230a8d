"""A lägesbild in Word becomes a workbook: one that was built, and one that was typed by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from hypothesis import HealthCheck, given, settings

from lagesbild_xlsx import build, check
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model import ExtraData, Lagesbild, PrioritySource, Section, Status, Table
from lagesbild_xlsx.opc import Package, serialised
from lagesbild_xlsx.overview import CHANGE, SINCE
from lagesbild_xlsx.pipeline import LAGESBILD_KINDS, Outcome, import_document, standard_template
from lagesbild_xlsx.places import runs_of
from lagesbild_xlsx.sheets import read_lagesbild
from lagesbild_xlsx.word.document import merge
from lagesbild_xlsx.word.marks import remove_marks
from lagesbild_xlsx.word.reading import read_document
from lagesbild_xlsx.word.reading.facts import facts_in
from lagesbild_xlsx.word.stories import DOCUMENT, story_roots
from tests.handtyped import shade, type_report
from tests.templates import lines
from tests.test_cli import run
from tests.test_document import reference_lines
from tests.test_new import lagesbilder
from tools import make_examples, strangnas, tallmyra

TEMPLATE_OF_2021 = make_examples.EXAMPLES / make_examples.TEMPLATE_OF_2021
"""The template with the words of the published report."""


def imported(document: Path) -> Lagesbild:
    return read_lagesbild(read_document(document).value).value


def merged(lagesbild: Lagesbild, kind: str = "") -> bytes:
    """Return the document of a lägesbild, whatever a check would say against it."""
    blank = Table(SINCE, ("Sammanfattning", "Datum"), ({},), is_form=True)
    changes = tuple({CHANGE: ""} for _ in lagesbild.activities)
    extra_data = ExtraData((CHANGE,), changes, (blank,))
    return merge(standard_template(kind), lagesbild, extra_data=extra_data).value.document


def codes(outcome: Outcome) -> list[str]:
    return [finding.rule.code for finding in outcome.findings]


# ------------------------------------------------------------------ typed by hand


@pytest.mark.parametrize("bullets", ["List Bullet", ""])
def test_hand_typed_reference_builds_what_the_reference_says(bullets: str, tmp_path: Path) -> None:
    type_report(tmp_path / "gammal.docx", coloured=False, bullets=bullets)
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    built = build(tmp_path / "ny.xlsx", tmp_path / "ut.docx", TEMPLATE_OF_2021)
    assert codes(outcome) == ["LB534", "LB536"]
    assert built.document
    assert lines(built.document) == reference_lines()


def test_colours_become_the_words_that_they_look_like(tmp_path: Path) -> None:
    looks = iter(type_report(tmp_path / "gammal.docx"))
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    built = build(tmp_path / "ny.xlsx", tmp_path / "ut.docx", TEMPLATE_OF_2021)
    expected = [
        line.replace("\tEj bedömd\t", f"\t{next(looks)}\t") if "\tEj bedömd\t" in line else line
        for line in reference_lines()
    ]
    assert lines(built.document or Path()) == expected
    assert codes(outcome).count("LB533") == 12
    assert next(looks, None) is None


def test_imported_workbook_knows_the_owners_and_the_letterhead_is_left_out(tmp_path: Path) -> None:
    type_report(tmp_path / "gammal.docx")
    said = run("import", tmp_path / "gammal.docx", "-o", tmp_path / "ny.xlsx")
    assert (said.returncode, said.stdout.strip()) == (0, f"Arbetsboken är klar: {tmp_path}/ny.xlsx")
    assert "”STRÄNGNÄS KOMMUN” är utelämnad (2 gånger)" in said.stderr
    lists = read_lagesbild(read_workbook(tmp_path / "ny.xlsx")).value.lists
    assert [(row.owner, row.alias) for row in lists] == [
        ("Polisen", ""),
        ("Strängnäs kommun", "Kommunen"),
        ("Strängnäs kommun socialtjänst", ""),
    ]


Edit = Callable[[Any], None]


def typed(tmp_path: Path, edit: Edit) -> tuple[Lagesbild, list[str]]:
    """Return what is read of a small document that a hand typed, and the codes of what is said."""
    document = docx.Document()
    edit(document)
    document.save(str(tmp_path / "gammal.docx"))
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    unsure = [code for code in codes(outcome) if code.startswith("LB53")]
    return read_lagesbild(read_workbook(tmp_path / "ny.xlsx")).value, unsure


def table(document: Any, *rows: list[str]) -> Any:
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def test_columns_in_other_words_and_order_and_own_ones_are_kept(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table(
            document,
            ["Nr", "Status", "Åtgärd", "Prioritet", "Ansvarig", "Kommentarer", "Klart senast"],
            ["7", "GUL", "Vandra", "Hög", "Polisen", "Snart.", "2026-05-01"],
            ["8", "🟢", "Lysa", "", "Polisen", "", "2026-02-31"],
            ["9", "", "Vila", "", "Polisen", "", "våren 2027"],
        )

    read, unsure = typed(tmp_path, edit)
    first, second, third = read.activities
    assert (first.number, first.activity, first.owner) == ("7", "Vandra", "Polisen")
    assert (first.status, str(first.due), first.own["Prioritet"]) == (
        Status.YELLOW,
        "2026-05-01",
        "Hög",
    )
    assert second.status is Status.GREEN
    assert (second.due, second.own["Klart senast i dokumentet"]) == (None, "2026-02-31")
    assert third.due == "våren 2027"
    assert unsure == ["LB532", "LB536"]


def test_status_that_is_none_is_set_aside_at_a_cell_that_is_named(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table(document, ["Aktivitet", "Ansvar", "Status"], ["Vandra", "Polisen", "Pågår"])

    typed(tmp_path, edit)
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "igen.xlsx")
    [finding] = [f for f in outcome.findings if f.rule.code == "LB532"]
    sheet = openpyxl.load_workbook(tmp_path / "igen.xlsx")["Balanslista"]
    assert sheet[str(finding.place.cell)].value == "Pågår"
    assert finding.message == (
        "”Pågår” går inte att använda under Status. Det står nu i ”Status i dokumentet”."
    )


def test_localities_under_names_and_sections_in_one_line(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Lägesbild för Granby 3 maj 2026", 0)
        document.add_paragraph("Så här ser det ut.")
        document.add_heading("Granby kommuns och Polisens gemensamma lägesbild", 1)
        document.add_heading("Allmänt", 2)
        document.add_paragraph("Utifrån BRÅ.")
        document.add_heading("Ulvsta", 3)
        document.add_paragraph("Lugnt.")
        document.add_paragraph("Nya lampor.")
        line = document.add_paragraph()
        line.add_run("Näs: ").bold = True
        line.add_run("Stökigt.")
        document.add_paragraph("Aktiviteter på kort sikt: Vandring i maj.")
        document.add_paragraph("På längre sikt:")
        document.add_paragraph("En plan.", "List Bullet")
        document.add_paragraph("Förkortningar")
        document.add_paragraph("EST – effektiv samordning")

    read, unsure = typed(tmp_path, edit)
    assert read.report.municipality == "Granby kommun"
    assert str(read.report.date) == "2026-05-03"
    assert (read.report.introduction, read.report.basis) == ("Så här ser det ut.", "Utifrån BRÅ.")
    assert [(row.name, row.note) for row in read.localities] == [
        ("Ulvsta", "Lugnt.\nNya lampor."),
        ("Näs", "Stökigt."),
    ]
    assert [(str(row.section), row.text) for row in read.paragraphs] == [
        ("Kort sikt", "Vandring i maj."),
        ("Längre sikt", "En plan."),
    ]
    assert [(row.term, row.mark, row.explanation) for row in read.glossary] == [
        ("EST", "–", "effektiv samordning")
    ]
    assert unsure == []


def test_merged_owners_headings_inside_and_texts_that_belong_nowhere(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Balanslista 2026-05-03")
        made = table(
            document,
            ["Aktivitet", "Ansvar", "Status"],
            ["Förebyggande", "", ""],
            ["Vandra", "Polisen", "Grönt"],
            ["Lysa", "", "Gult"],
        )
        made.cell(1, 0).merge(made.cell(1, 2))
        made.cell(2, 1).merge(made.cell(3, 1))
        document.add_paragraph("Möte den 3 juni.")
        table(document, ["Samtala", "Skolan", ""])

    read, unsure = typed(tmp_path, edit)
    assert [(row.activity, row.owner) for row in read.activities] == [
        ("Vandra", "Polisen"),
        ("Lysa", "Polisen"),
        ("Samtala", "Skolan"),
    ]
    assert [row.own["Kategori"] for row in read.activities] == ["Förebyggande"] * 3
    assert unplaced(read) == ["Möte den 3 juni."]
    assert unsure == ["LB536", "LB531"]


def test_owner_who_is_a_person_is_told_and_not_listed(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table(document, ["Aktivitet", "Ansvar", "Status"], ["Vandra", "Anna Öberg, Polisen", ""])

    read, _ = typed(tmp_path, edit)
    assert [row.owner for row in read.lists] == ["Polisen"]
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "igen.xlsx")
    assert "LB410" in codes(outcome)


def test_tracked_changes_are_read_as_accepted_and_told(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        made = table(document, ["Aktivitet", "Ansvar", "Status"], ["Vandra", "Polisen", ""])
        paragraph = made.cell(1, 0).paragraphs[0]
        for name, tag, text in (("w:ins", "w:t", " i maj"), ("w:del", "w:delText", " i juni")):
            change, element, letters = map(OxmlElement, (name, "w:r", tag))
            letters.text = text
            letters.set(qn("xml:space"), "preserve")
            element.append(letters)
            change.append(element)
            paragraph._p.append(change)  # noqa: SLF001

    read, unsure = typed(tmp_path, edit)
    assert read.activities[0].activity == "Vandra i maj"
    assert "LB538" in unsure


def test_stale_date_over_the_balance_list_is_told(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Samlad lägesbild 2026-05-03")
        document.add_paragraph("Balanslista 2026-02-01")
        table(document, ["Aktivitet", "Ansvar", "Status"], ["Vandra", "Polisen", ""])

    read, unsure = typed(tmp_path, edit)
    assert str(read.report.date) == "2026-05-03"
    assert "LB537" in unsure


def test_text_under_framat_is_guessed_and_a_text_box_is_kept(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Framåt")
        document.add_paragraph("Vandring i maj.")
        box, paragraph, element, letters = map(OxmlElement, ("w:txbxContent", "w:p", "w:r", "w:t"))
        letters.text = "I en ruta"
        element.append(letters)
        paragraph.append(element)
        box.append(paragraph)
        picture = OxmlElement("w:pict")
        picture.append(box)
        document.add_paragraph("Mer.").runs[0]._r.append(picture)  # noqa: SLF001

    read, unsure = typed(tmp_path, edit)
    assert [row.text for row in read.paragraphs] == ["Vandring i maj.", "Mer."]
    assert unplaced(read) == ["I en ruta"]
    assert unsure == ["LB535", "LB535", "LB531"]


def test_other_documents_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StopError) as stopped:
        typed(tmp_path, lambda document: document.add_paragraph("Protokoll från styrelsen."))
    assert stopped.value.finding.rule.code == "LB530"
    assert not (tmp_path / "ny.xlsx").exists()
    said = run("import", tmp_path / "gammal.docx")
    assert (said.returncode, "Traceback" in said.stderr) == (2, False)


def test_workbook_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    type_report(tmp_path / "gammal.docx")
    (tmp_path / "gammal.xlsx").write_bytes(b"mitt")
    said = run("import", tmp_path / "gammal.docx")
    assert (said.returncode, "finns redan" in said.stderr) == (2, True)
    assert (tmp_path / "gammal.xlsx").read_bytes() == b"mitt"


def unplaced(lagesbild: Lagesbild) -> list[str]:
    return [row["Text"] for sheet in lagesbild.own for row in sheet.rows]


def bold(document: Any, text: str, more: str = "") -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.add_run(more)


BALANCE = ["Aktivitet", "Ansvar", "Status", "Kommentar"]


def test_heading_over_two_columns_owns_both_and_shifts_nothing(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        heading = ["Aktivitet", "", "Ansvar", "Status", "Kommentar", ""]
        made = table(
            document,
            heading,
            ["Område: Skolan", "", "", "", "", ""],
            ["1", "Vandra", "Polisen", "Gult", "Snart", "i maj"],
            ["2", "Lysa", "Skolan", "Rött", "", "Nej"],
        )
        made.cell(0, 0).merge(made.cell(0, 1))
        made.cell(0, 4).merge(made.cell(0, 5))
        made.cell(1, 0).merge(made.cell(1, 5))

    read, _ = typed(tmp_path, edit)
    assert [
        (row.number, row.activity, row.owner, row.status, row.comment) for row in read.activities
    ] == [
        ("1", "Vandra", "Polisen", Status.YELLOW, "Snart i maj"),
        ("2", "Lysa", "Skolan", Status.RED, "Nej"),
    ]
    assert [row.own["Kategori"] for row in read.activities] == ["Område: Skolan"] * 2
    assert unplaced(read) == []


def test_row_that_begins_in_a_later_column_keeps_its_columns(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        made = table(document, BALANCE, ["Vandra", "Polisen", "Gult", ""], ["", "Skolan", "", "Ja"])
        row = made.rows[2]._tr  # noqa: SLF001
        row.remove(row.tc_lst[0])
        before = OxmlElement("w:gridBefore")
        before.set(qn("w:val"), "1")
        row.get_or_add_trPr().append(before)

    typed(tmp_path, edit)
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Balanslista"]
    assert [cell.value for cell in sheet[3]] == [None, "Skolan", None, "Ja"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lägesbild för Ekby togs fram av kommunen och polisen efter tre möten.",
        "Prioriteringar i medborgarlöftet har tagits fram i dialog med invånarna.",
        "Balanslista uppdateras av Anna, tel 123.",
        "Vilka risker finns? Vi ser tre: rån, brand och narkotika.",
    ],
)
def test_sentence_that_begins_like_a_heading_is_text(sentence: str, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Samlad lägesbild 2024-05-01", 0)
        document.add_paragraph(sentence)
        document.add_paragraph("Mer.")
        document.add_heading("Framåt", 1)
        document.add_paragraph("Kommunikation: webbnyhet")

    read, unsure = typed(tmp_path, edit)
    assert read.report.introduction == f"{sentence}\nMer."
    assert unsure == []


@pytest.mark.parametrize(
    "heading",
    [
        "Balanslista (röd = står still, gul = på gång, grön = klart)",
        "Balanslista 2024-05-01, ansvarig Anna",
        "Balanslista uppdateras varje tertial",
    ],
)
def test_what_a_heading_says_beyond_its_part_is_kept(heading: str, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Samlad lägesbild för Ekby 2024-05-01", 0)
        document.add_paragraph("Ekby kommuns och Polisens gemensamma lägesbild")
        document.add_paragraph(heading)
        table(document, BALANCE, ["Vandra", "Polisen", "Gult", ""])

    read, _ = typed(tmp_path, edit)
    assert unplaced(read) == [heading]
    assert [row.activity for row in read.activities] == ["Vandra"]


def colour_cells(row: Any, fill: str, *columns: int) -> None:
    for column in columns:
        shade(row.cells[column], {"val": "clear", "color": "auto", "fill": fill})


@pytest.mark.parametrize(
    ("text", "fill", "status", "aside"),
    [
        ("Pågår", "FFFF00", Status.YELLOW, "Pågår"),
        ("RÖD!", "", Status.RED, ""),
        ("Rött (ned)", "", Status.RED, "Rött (ned)"),
        ("Grön – klart", "00B050", Status.GREEN, "Grön – klart"),
        ("Röd/gul", "", Status.NOT_JUDGED, "Röd/gul"),
        ("?", "F4B084", Status.NOT_JUDGED, "?"),
        ("-", "FF0000", Status.RED, ""),
        ("Ej bedömd", "FF0000", Status.NOT_JUDGED, ""),
        ("Pågår", "FEFEFE", Status.NOT_JUDGED, "Pågår"),
        ("", "FFFFFF", Status.NOT_JUDGED, ""),
    ],
)
def test_status_is_the_first_word_or_else_the_colour_and_the_text_is_kept(
    text: str, fill: str, status: Status, aside: str, tmp_path: Path
) -> None:
    def edit(document: Any) -> None:
        made = table(document, BALANCE, ["Vandra", "Polisen", text, "Ja"])
        if fill:
            colour_cells(made.rows[1], fill, 2)

    read, unsure = typed(tmp_path, edit)
    [row] = read.activities
    assert (row.status, row.own.get("Status i dokumentet", "")) == (status, aside)
    assert ("LB532" in unsure) is bool(aside)
    by_colour = status is not Status.NOT_JUDGED and text in ("Pågår", "-")
    assert ("LB533" in unsure) is by_colour


def test_missing_columns_are_told_and_a_coloured_row_is_its_status(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        made = table(
            document,
            ["Aktivitet", "Ansvar", "Hur det går"],
            ["Vandra", "Polisen", ""],
            ["Lysa", "Polisen", ""],
            ["Samtala", "Polisen", ""],
        )
        colour_cells(made.rows[1], "FF0000", 0, 1, 2)
        colour_cells(made.rows[2], "00B050", 0)
        colour_cells(made.rows[3], "FF0000", 0)
        colour_cells(made.rows[3], "00B050", 1)

    read, unsure = typed(tmp_path, edit)
    assert [row.status for row in read.activities] == [Status.RED, Status.GREEN, Status.NOT_JUDGED]
    assert unsure.count("LB533") == 2
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "igen.xlsx")
    assert [f.message for f in outcome.findings if f.rule.code == "LB541"] == [
        "Balanslistan i dokumentet har ingen rubrik som känns igen för Status eller Kommentar."
    ]


def test_columns_that_are_called_otherwise_are_known(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        heading = ["Insats", "Ansvarig", "Läge", "Anm.", "Klart till"]
        table(document, heading, ["Vandra", "Polisen", "Gul", "Snart", "2026-05-01"])

    read, _ = typed(tmp_path, edit)
    [row] = read.activities
    assert (row.status, row.comment, str(row.due)) == (Status.YELLOW, "Snart", "2026-05-01")


def test_heading_itself_goes_before_another_word_for_it(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table(document, ["Aktivitet", "Läge", "Status"], ["Vandra", "Hamnen", "Gult"])

    read, _ = typed(tmp_path, edit)
    [row] = read.activities
    assert (row.status, row.own["Läge"]) == (Status.YELLOW, "Hamnen")


def test_row_above_the_headings_of_a_table_is_not_lost(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        above = ["Balanslista 2024-05-01", "Anna för den", "", ""]
        table(document, above, BALANCE, ["Vandra", "Polisen", "Gult", ""])

    read, _ = typed(tmp_path, edit)
    assert str(read.report.date) == "2024-05-01"
    assert unplaced(read) == ["Balanslista 2024-05-01\tAnna för den"]


def test_facts_are_taken_only_from_lines_that_say_them(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        bold(document, "Lägesbild för Ekby kommun")
        document.add_paragraph("Kommun: Ekby kommun")
        document.add_paragraph("Datum: 2023-11-05")
        document.add_paragraph("Dnr: KS-2024-00123")
        document.add_paragraph("Version 2")
        document.add_paragraph("Vi följer upp medborgarlöfte 2019 i Lillby kommun")
        table(document, BALANCE, ["Vandra", "Polisen", "Gult", ""])
        document.add_paragraph("Nästa möte 2024-01-20.")

    read, unsure = typed(tmp_path, edit)
    report = read.report
    assert (report.municipality, str(report.date)) == ("Ekby kommun", "2023-11-05")
    assert (report.record_number, report.version) == ("KS-2024-00123", "2")
    assert report.introduction == "Vi följer upp medborgarlöfte 2019 i Lillby kommun"
    assert report.promise_year == ""
    assert unplaced(read) == ["Nästa möte 2024-01-20."]
    assert "LB537" not in unsure


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Dnr 2024-123", "Diarienummer", "2024-123"),
        ("Diarienummer: 2024/KS0123", "Diarienummer", "2024/KS0123"),
        ("den 3:e maj 2024", "Datum", "2024-05-03"),
        ("3 maj, 2024", "Datum", "2024-05-03"),
        ("Samverkansöverenskommelse 2023–24", "Samverkansperiod", "2023-2024"),
        ("Stockholms stad", "Kommun", "Stockholms stad"),
        ("Polisens och Ekby kommuns gemensamma lägesbild", "Kommun", "Ekby kommun"),
    ],
)
def test_fact_is_known_in_each_way_to_write_it(line: str, name: str, value: str) -> None:
    assert facts_in(line) == {name: value}


@pytest.mark.parametrize(
    "line", ["Lägesbild för Ekby kommun", "Vi i Ekby kommun", "2010-12", "Dnr 2023-24"]
)
def test_line_that_only_resembles_a_name_or_a_period_says_neither(line: str) -> None:
    assert facts_in(line).keys() <= {"Diarienummer"}


def test_heading_that_names_the_municipality_begins_the_part_on_localities(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Samlad lägesbild 2024-05-01", 0)
        document.add_paragraph("EKBY KOMMUNS OCH POLISENS GEMENSAMMA LÄGESBILD")
        document.add_paragraph("Utifrån BRÅ.")
        document.add_paragraph("Förkortningar")
        bold(document, "EST - effektiv samordning")

    read, unsure = typed(tmp_path, edit)
    assert (read.report.municipality, read.report.basis) == ("Ekby kommun", "Utifrån BRÅ.")
    assert [row.term for row in read.glossary] == ["EST"]
    assert unsure == []


def test_unknown_heading_never_becomes_body_text(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Samlad lägesbild 2024-05-01", 0)
        document.add_paragraph("Så här är det.")
        document.add_heading("Metod", 1)
        document.add_heading("Kommunikation", 1)
        document.add_paragraph("Webbnyhet.")
        bold(document, "Bilagor")

    read, _ = typed(tmp_path, edit)
    assert read.report.introduction == "Så här är det."
    assert [row.text for row in read.paragraphs] == ["Webbnyhet."]
    assert unplaced(read) == ["Metod", "Bilagor"]


def test_priorities_without_a_source_are_rows_that_the_check_asks_about(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("2. Prioriterade områden", 1)
        document.add_paragraph("-Trafik")
        document.add_paragraph("Droger", "List Bullet")

    read, _ = typed(tmp_path, edit)
    assert [(row.source, row.priority) for row in read.priorities] == [
        (None, "Trafik"),
        (None, "Droger"),
    ]
    blank = {str(f.place) for f in check(tmp_path / "ny.xlsx").findings if f.rule.code == "LB201"}
    assert {"Prioriteringar!A2", "Prioriteringar!A3"} <= blank


def test_localities_in_a_part_of_their_own_and_bold_words_that_are_none(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Lägesbild per ort")
        bold(document, "Näs")
        document.add_paragraph("Inget att rapportera.")
        bold(document, "Ulvsta")
        document.add_paragraph("-")
        document.add_paragraph("Lugnt.")
        bold(document, "Viktigt", " att notera är ökningen.")
        bold(document, "Hamnen", " – stökigt.")

    read, _ = typed(tmp_path, edit)
    assert [(row.name, row.note) for row in read.localities] == [
        ("Näs", ""),
        ("Ulvsta", "Lugnt.\nViktigt att notera är ökningen."),
        ("Hamnen", "stökigt."),
    ]


# ------------------------------------------------------------------ built here


def shown(lagesbild: Lagesbild) -> Lagesbild:
    """Return what the standard template shows of a lägesbild, in the document's order."""
    return replace(
        lagesbild,
        priorities=tuple(
            row for source in PrioritySource for row in lagesbild.priorities if row.source is source
        ),
        paragraphs=tuple(
            row for section in Section for row in lagesbild.paragraphs if row.section is section
        ),
        activities=tuple(replace(row, number="") for row in lagesbild.activities),
        glossary=tuple(
            replace(row, mark="" if row.mark == "-" else row.mark) for row in lagesbild.glossary
        ),
        lists=(),
    )


def formats(lagesbild: Lagesbild) -> list[object]:
    texts = [row.note for row in lagesbild.localities]
    return [runs_of(text) for text in (*texts, *(row.comment for row in lagesbild.activities))]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(lagesbild=lagesbilder)
def test_built_document_gives_the_same_lagesbild_back(lagesbild: Lagesbild, tmp_path: Path) -> None:
    document = tmp_path / "ut.docx"
    document.write_bytes(merged(lagesbild))
    read = imported(document)
    assert replace(read, lists=()) == shown(lagesbild)
    assert formats(read) == formats(lagesbild)


EXAMPLES = [strangnas.LAGESBILD, tallmyra.LAGESBILD]


@pytest.mark.parametrize("lagesbild", EXAMPLES)
def test_built_document_without_its_record_says_the_same(
    lagesbild: Lagesbild, tmp_path: Path
) -> None:
    document = tmp_path / "ut.docx"
    document.write_bytes(merged(lagesbild))
    with Package(document, DOCUMENT) as package:
        customs = {name for name in package.names if name.startswith("customXml/")}
        document.write_bytes(package.with_parts({}, customs))
    read = imported(document)
    assert replace(read, lists=(), own=()) == replace(shown(lagesbild), own=())


@pytest.mark.parametrize("lagesbild", EXAMPLES)
def test_built_document_without_its_marks_says_the_same(
    lagesbild: Lagesbild, tmp_path: Path
) -> None:
    document = tmp_path / "ut.docx"
    document.write_bytes(merged(lagesbild))
    with Package(document, DOCUMENT) as package:
        roots = story_roots(package)
        for root in roots.values():
            remove_marks(root)
        document.write_bytes(package.with_parts({n: serialised(r) for n, r in roots.items()}))
    read = imported(document)
    assert replace(read, lists=(), own=()) == replace(shown(lagesbild), own=())


@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_what_any_template_shows_comes_back(kind: str, tmp_path: Path) -> None:
    document = tmp_path / "ut.docx"
    document.write_bytes(merged(tallmyra.LAGESBILD, kind))
    read = imported(document)
    assert {row.activity for row in read.activities} == {
        row.activity for row in tallmyra.LAGESBILD.activities
    }
    by_text = {row.activity: row for row in tallmyra.LAGESBILD.activities}
    for row in read.activities:
        told = by_text[row.activity]
        assert row.status is told.status
        assert row.locality in ("", told.locality)
        assert row.due in (None, told.due)
    assert [row.name for row in read.localities] == [
        row.name for row in tallmyra.LAGESBILD.localities
    ]
    assert unplaced(read) == []


@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_what_a_hand_adds_to_a_built_document_is_kept(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "ut.docx"
    path.write_bytes(merged(tallmyra.LAGESBILD, kind))
    document = docx.Document(str(path))
    document.add_paragraph("Skrivet sist")
    document.add_heading("Framåt", 1)
    made = WordTable(next(document.element.body.iter(qn("w:tbl"))), document)
    for cell in made.add_row().cells:
        cell.text = "Ny"
    document.save(str(path))
    row = "\t".join(["Ny"] * len(made.columns))
    assert unplaced(imported(path)) == [row, "Skrivet sist"]
