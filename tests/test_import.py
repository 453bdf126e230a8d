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
from hypothesis import HealthCheck, given, settings

from lagesbild_xlsx import build
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model import Additions, Lagesbild, Section, Source, Status, Table
from lagesbild_xlsx.overview import CHANGE, SINCE
from lagesbild_xlsx.pipeline import LAGESBILD_KINDS, Outcome, import_document, standard_template
from lagesbild_xlsx.places import runs_of
from lagesbild_xlsx.sheets import read_lagesbild
from lagesbild_xlsx.word import drawable, merge, read_document
from tests.handtyped import type_report
from tests.templates import lines
from tests.test_cli import run
from tests.test_document import reference_lines
from tests.test_new import lagesbilder
from tools import strangnas, tallmyra


def imported(document: Path) -> Lagesbild:
    return read_lagesbild(read_document(document).value).value


def merged(lagesbild: Lagesbild, kind: str = "") -> bytes:
    """Return the document of a lägesbild, whatever a check would say against it."""
    blank = Table(SINCE, ("Sammanfattning", "Datum"), ({},), is_form=True)
    changes = tuple({CHANGE: ""} for _ in lagesbild.activities)
    additions = Additions((CHANGE,), changes, (blank,))
    return merge(standard_template(kind), lagesbild, additions=additions).value


def codes(outcome: Outcome) -> list[str]:
    return [finding.rule.code for finding in outcome.findings]


# ------------------------------------------------------------------ typed by hand


@pytest.mark.parametrize("bullets", ["List Bullet", ""])
def test_hand_typed_reference_builds_what_the_reference_says(bullets: str, tmp_path: Path) -> None:
    type_report(tmp_path / "gammal.docx", coloured=False, bullets=bullets)
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    built = build(tmp_path / "ny.xlsx", output=tmp_path / "ut.docx")
    assert codes(outcome) == ["LB534", "LB536"]
    assert built.document
    assert lines(built.document) == reference_lines()


def test_colours_become_the_words_that_they_look_like(tmp_path: Path) -> None:
    looks = iter(type_report(tmp_path / "gammal.docx"))
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    built = build(tmp_path / "ny.xlsx", output=tmp_path / "ut.docx")
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
            ["8", "🟢", "Lysa", "", "Polisen", "", "våren"],
        )

    read, unsure = typed(tmp_path, edit)
    first, second = read.activities
    assert (first.number, first.activity, first.owner) == ("7", "Vandra", "Polisen")
    assert (first.status, str(first.due), first.own["Prioritet"]) == (
        Status.YELLOW,
        "2026-05-01",
        "Hög",
    )
    assert second.status is Status.GREEN
    assert (second.due, second.own["Klart senast i dokumentet"]) == (None, "våren")
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
    assert [row["Text"] for row in read.own[0].rows] == ["Förebyggande", "Möte den 3 juni."]
    assert unsure == ["LB536", "LB531", "LB531"]


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


def test_text_under_framat_is_guessed_and_a_text_box_is_told(tmp_path: Path) -> None:
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
    assert unsure == ["LB539", "LB535", "LB535"]


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


# ------------------------------------------------------------------ built here


def shown(lagesbild: Lagesbild) -> Lagesbild:
    """Return what the standard template shows of a lägesbild, in the document's order."""
    return replace(
        lagesbild,
        priorities=tuple(
            row for source in Source for row in lagesbild.priorities if row.source is source
        ),
        paragraphs=tuple(
            row for section in Section for row in lagesbild.paragraphs if row.section is section
        ),
        activities=tuple(
            replace(row, number="", due=None, locality="") for row in lagesbild.activities
        ),
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
def test_built_document_without_its_controls_says_the_same(
    lagesbild: Lagesbild, tmp_path: Path
) -> None:
    document = tmp_path / "ut.docx"
    document.write_bytes(drawable(merged(lagesbild)))
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
