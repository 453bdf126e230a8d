"""Hand edits survive: only what the controls hold is replaced in a document built before."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pipeline import Outcome, update
from tests.conftest import MakeWorkbook
from tests.docx_rules import faults
from tests.rawbook import write_parts
from tests.templates import lines
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors

Edit = Callable[[str], str]
EDITED = "I ”ut.docx” var texten i {} ändrad för hand: ”{}”. Den ersattes."
DELETED = "I ”ut.docx” är {} borttagen för hand, och förblir det. Den skulle ha varit ”{}”."
INSERTION = '<w:ins w:id="900" w:author="Anna"><w:r><w:t> Nya?</w:t></w:r></w:ins>'
HEAD = "Aktivitet\tAnsvar\tStatus\tKommentar"


def parts_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def edited(path: Path, *edits: tuple[str, str], part: str = "word/document.xml") -> Path:
    """Change a document as a hand would in Word."""
    parts = parts_of(path)
    for old, new in edits:
        assert parts[part].count(old) == 1, (old, parts[part].count(old))
        parts[part] = parts[part].replace(old, new)
    return write_parts(path, parts)


@pytest.fixture
def document(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    return build(workbook(), output=tmp_path / "ut.docx").document or Path()


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.message) for finding in outcome.findings]


def rows(document: Path) -> list[str]:
    found = lines(document)
    start = found.index(HEAD) + 1
    return [line for line in found[start:] if line.count("\t") == 3]


def assert_sound(document: Path) -> None:
    assert faults(document) == []
    if VALIDATOR.exists():
        assert sdk_errors(document) == []


def test_nothing_new_changes_nothing(workbook: MakeWorkbook, document: Path) -> None:
    before = parts_of(document)
    assert told(update(workbook(), document)) == []
    after = parts_of(document)
    assert lines(document)
    assert before.keys() == after.keys()
    assert re.sub(r"\s", "", before["word/document.xml"].split("?>")[1]) == re.sub(
        r"\s", "", after["word/document.xml"].split("?>")[1]
    )


def test_new_status_gets_its_word_and_colour_and_edits_around_stay(
    workbook: MakeWorkbook, document: Path
) -> None:
    edited(
        document,
        ("Vilka risker, styrkor och trender ser vi?", "Vad ser vi?"),
        ('<w:tblCaption w:val="Balanslista"/>', '<w:tblCaption w:val="Vår balanslista"/>'),
    )
    path = workbook(Balanslista=[{"Status": "Rött", "Kommentar": "Det regnade."}])
    assert told(update(path, document)) == []
    assert rows(document)[0] == "Vandra\tKommunen\tRött\tDet regnade."
    xml = parts_of(document)["word/document.xml"]
    first = xml[xml.index("Vandra") : xml.index("Det regnade.")]
    assert '<w:pStyle w:val="LStatus1"/>' in first
    assert 'w:fill="C00000"' in first
    assert "Vad ser vi?" in lines(document)
    assert "Vår balanslista" in xml
    assert_sound(document)


def test_text_edited_by_hand_inside_a_control_is_told_and_replaced(
    workbook: MakeWorkbook, document: Path
) -> None:
    edited(document, (">En inledning.<", ">Min egen inledning.<"), (">Klart.<", ">Helt klart.<"))
    path = workbook(Rapport=[{}] * 4 + [{"Värde": "Ny inledning."}])
    assert told(update(path, document)) == [
        ("LB514", EDITED.format("lb:Rapport.Inledning", "Min egen inledning.")),
        ("LB514", EDITED.format("lb:Kommentar", "Helt klart.")),
    ]
    assert "Ny inledning." in lines(document)


def test_rows_come_go_and_change_order(workbook: MakeWorkbook, document: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet.delete_rows(3)
        sheet.insert_rows(2)
        for column, text in enumerate(("Städa & laga", "Polisen", "Gult", "Snart.\nKanske."), 1):
            sheet.cell(2, column, text)

    assert told(update(workbook(edit), document)) == []
    assert rows(document) == [
        "Städa & laga\tPolisen\tGult\tSnart.\nKanske.",
        "Vandra\tKommunen\tGrönt\tKlart.",
        "Samtala\tPolisen\tEj bedömd\t",
    ]
    assert_sound(document)
    assert told(update(workbook(), document)) == []
    assert rows(document) == [
        "Vandra\tKommunen\tGrönt\tKlart.",
        "Lysa upp\tPolisen\tGult\tPå gång.",
        "Samtala\tPolisen\tEj bedömd\t",
    ]
    assert_sound(document)


def test_activity_in_new_words_keeps_its_row(workbook: MakeWorkbook, document: Path) -> None:
    mark_row(document, "Lysa upp")
    path = workbook(Balanslista=[{}, {"Aktivitet": "Lysa upp torget"}])
    assert told(update(path, document)) == []
    assert rows(document)[1] == "Lysa upp torget\tPolisen\tGult\tPå gång."
    xml = parts_of(document)["word/document.xml"]
    row = xml[: xml.index("Lysa upp torget")].rpartition("<w:tr ")[2]
    assert row.startswith('w:rsidR="00AB12CD"')


def mark_row(document: Path, text: str) -> None:
    """Mark a row, as Word marks one that was edited."""
    parts = parts_of(document)
    xml = parts["word/document.xml"]
    start = xml[: xml.index(text)].rindex("<w:tr>")
    parts["word/document.xml"] = xml[:start] + '<w:tr w:rsidR="00AB12CD">' + xml[start + 6 :]
    write_parts(document, parts)


def row_xml(document: Path, text: str) -> str:
    xml = parts_of(document)["word/document.xml"]
    start = xml[: xml.index(text)].rindex("<w:tr>")
    return xml[start : xml.index("</w:tr>", start) + len("</w:tr>")]


def test_row_deleted_by_hand_stays_deleted(workbook: MakeWorkbook, document: Path) -> None:
    edited(document, (row_xml(document, "Lysa upp"), ""))
    for _ in range(2):
        outcome = update(workbook(Balanslista=[{"Status": "Rött"}]), document)
        assert told(outcome) == [
            (
                "LB516",
                "I ”ut.docx” är raden ”Lysa upp” borttagen för hand, och förblir det.",
            )
        ]
        assert [row.split("\t")[0] for row in rows(document)] == ["Vandra", "Samtala"]


def test_row_added_by_hand_stays_where_it_was(workbook: MakeWorkbook, document: Path) -> None:
    row = row_xml(document, "Lysa upp")
    mine = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", row)
    mine = re.sub(r"</?w:sdt(Content)?>", "", mine).replace("Lysa upp", "Min egen rad")
    edited(document, (row, row + mine))
    assert told(update(workbook(Balanslista=[{"Status": "Rött"}]), document)) == []
    assert [r.split("\t")[0] for r in rows(document)] == [
        "Vandra",
        "Lysa upp",
        "Min egen rad",
        "Samtala",
    ]


def control_xml(document: Path, tag: str) -> str:
    xml = parts_of(document)["word/document.xml"]
    at = xml.index(f'<w:tag w:val="{tag}"/>')
    start = xml[:at].rindex("<w:sdt>")
    return xml[start : xml.index("</w:sdt>", start) + len("</w:sdt>")]


def test_control_deleted_by_hand_stays_deleted(workbook: MakeWorkbook, document: Path) -> None:
    edited(document, (control_xml(document, "lb:Rapport.Inledning"), "<w:r><w:t>Hej.</w:t></w:r>"))
    path = workbook(Rapport=[{}] * 4 + [{"Värde": "Ny inledning."}])
    for _ in range(2):
        assert told(update(path, document)) == [
            ("LB515", DELETED.format("lb:Rapport.Inledning", "Ny inledning.")),
        ]
        assert "Hej." in lines(document)
        assert "Ny inledning." not in lines(document)


def test_comments_and_tracked_changes_around_and_inside_stay(
    workbook: MakeWorkbook, document: Path
) -> None:
    note = '<w:r><w:commentReference w:id="1"/></w:r>'
    edited(
        document,
        (
            '<w:t xml:space="preserve">Klart.</w:t></w:r>',
            '<w:t xml:space="preserve">Klart.</w:t></w:r><w:commentRangeEnd w:id="1"/>' + note,
        ),
        (
            "Vilka risker, styrkor och trender ser vi?</w:t></w:r>",
            f"Vilka risker?</w:t></w:r>{INSERTION}",
        ),
    )
    xml = parts_of(document)["word/document.xml"]
    run = xml[: xml.index("Klart.")].rindex("<w:r>")
    start = xml[run : xml.index("Klart.")]
    edited(document, (start + "Klart.", '<w:commentRangeStart w:id="1"/>' + start + "Klart."))
    assert told(update(workbook(Balanslista=[{"Kommentar": "Nästan klart."}]), document)) == []
    after = parts_of(document)["word/document.xml"]
    inside = after[after.index("commentRangeStart") : after.index("commentReference")]
    assert "Nästan klart." in inside
    assert '<w:ins w:id="900" w:author="Anna">' in after
    assert "Vilka risker? Nya?" in lines(document)


def test_part_that_is_new_is_put_in_and_one_that_is_gone_is_left_out(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def without(book: openpyxl.Workbook) -> None:
        book["Framåt"].delete_rows(3)

    document = build(workbook(without), output=tmp_path / "ut.docx").document or Path()
    assert "Aktiviteter på längre sikt:" not in lines(document)
    assert [code for code, _ in told(update(workbook(), document))] == ["LB517"]
    found = lines(document)
    assert found.index("Aktiviteter på längre sikt:") == found.index("Vandring i maj.") + 1
    assert_sound(document)
    assert told(update(workbook(without), document)) == []
    assert "Aktiviteter på längre sikt:" not in lines(document)
    assert_sound(document)


def test_links_lead_where_they_should(workbook: MakeWorkbook, document: Path) -> None:
    def link(book: openpyxl.Workbook) -> None:
        book["Framåt"]["B2"].hyperlink = "https://example.se/vandring"
        book["Orter"]["A4"], book["Orter"]["B4"] = "Nyby", "Läs om Nyby"
        book["Orter"]["B4"].hyperlink = "https://example.se/nyby"

    path = workbook(link, Framåt=[{"Text": "Om vandringen"}])
    assert told(update(path, document)) == []
    parts = parts_of(document)
    links = dict(
        re.findall(r'<w:hyperlink r:id="(\w+)".*?preserve">(.*?)<', parts["word/document.xml"])
    )
    targets = dict(
        re.findall(r'Id="(\w+)"[^>]*Target="([^"]*)"', parts["word/_rels/document.xml.rels"])
    )
    assert {text: targets[number] for number, text in links.items()} == {
        "Om vandringen": "https://example.se/vandring",
        "Läs om Nyby": "https://example.se/nyby",
    }
    assert_sound(document)


def test_header_follows(workbook: MakeWorkbook, document: Path) -> None:
    update(workbook(Rapport=[{"Värde": "Nyby kommun"}]), document)
    assert "Nyby kommun" in parts_of(document)["word/header1.xml"]


def test_errors_leave_the_document_as_it_was(workbook: MakeWorkbook, document: Path) -> None:
    before = document.read_bytes()
    outcome = update(workbook(Balanslista=[{"Status": "Blått"}]), document)
    assert outcome.has_errors
    assert outcome.document is None
    assert document.read_bytes() == before


def test_document_from_elsewhere_is_refused(workbook: MakeWorkbook, document: Path) -> None:
    parts = parts_of(document)
    parts["word/_rels/document.xml.rels"] = re.sub(
        r'<Relationship Id="rIdLbBuilt"[^>]*/>', "", parts["word/_rels/document.xml.rels"]
    )
    write_parts(document, parts)
    with pytest.raises(StopError, match="LB513"):
        update(workbook(), document)


def test_command_updates_and_refuses_what_does_not_go_with_it(
    workbook: MakeWorkbook, document: Path
) -> None:
    done = run("build", workbook(), "--update", document)
    assert (done.returncode, done.stdout) == (0, f"Dokumentet är klart: {document}\n")
    done = run("build", workbook(), "--update", document, "--utkast")
    assert done.returncode == 2
    assert "--update går inte att använda med" in done.stderr


def test_new_part_without_a_place_is_told(workbook: MakeWorkbook, document: Path) -> None:
    path = workbook(Rapport=[{}] * 6 + [{"Fält": "Version", "Värde": "2"}])
    assert [code for code, _ in told(update(path, document))] == ["LB518"]
    assert_sound(document)
