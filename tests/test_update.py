"""Hand edits survive: only what the controls hold is replaced in a document built before."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from lagesbild_xlsx import StopError, build, pipeline, rules
from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.pipeline import Outcome
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.rawbook import write_parts
from tests.templates import lines, write_template
from tests.test_cli import run
from tests.test_document import VALIDATOR, bare, sdk_errors
from tests.test_new import lagesbilder
from tests.wordsaved import as_it_was, as_word_saves
from tools.wordml import cell, control, paragraph, repeat, row, table, text

Edit = Callable[[str], str]
NUMBER = "19850709-9805"
EDITED = "I ”ut.docx” var texten i {} ändrad för hand: ”{}”. Den ersattes."
DELETED = "I ”ut.docx” är {} borttagen eller utbytt för hand, och lämnas så. Nu är den ”{}”."
INSERTION = '<w:ins w:id="900" w:author="Anna"><w:r><w:t> Nya?</w:t></w:r></w:ins>'
HEAD = "Aktivitet\tAnsvar\tStatus\tKommentar"


FORM = [as_it_was]
"""What a document is saved as before it is updated, last."""


@pytest.fixture(autouse=True, params=[as_it_was, as_word_saves], ids=["as edited", "as saved"])
def _saved(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_update.FORM", [request.param])


def saved(document: Path) -> Path:
    """Save a document that was built or edited, if it was not saved before."""
    is_saved = "w14:paraId" in parts_of(document)["word/document.xml"]
    return document if is_saved else FORM[-1](document)


def update(workbook: Path, document: Path, template: Path | None = None, **how: Any) -> Outcome:
    return pipeline.update(workbook, saved(document), template, **how)


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
    """Return what is reported, but for what the small template has no place for."""
    findings = [each for each in outcome.findings if each.rule is not rules.NOT_IN_TEMPLATE]
    return [(finding.rule.code, finding.message) for finding in findings]


def rows(document: Path) -> list[str]:
    found = lines(document)
    start = found.index(HEAD) + 1
    return [line for line in found[start:] if line.count("\t") == 3]


def assert_sound(document: Path) -> None:
    assert faults(document) == []
    if VALIDATOR.exists():
        assert sdk_errors(document) == []


def test_nothing_new_changes_nothing(workbook: MakeWorkbook, document: Path) -> None:
    before = parts_of(saved(document))
    assert told(update(workbook(), document)) == []
    after = parts_of(document)
    assert lines(document)
    assert before.keys() == after.keys()
    assert unnumbered(before["word/document.xml"]) == unnumbered(after["word/document.xml"])


def unnumbered(xml: str) -> str:
    """Return a part without the ids of its bookmarks, and without white space."""
    return re.sub(r'\s|(?<=<w:bookmark)(\w+) w:id="\d+"', "", xml.split("?>")[1])


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
    first = re.split(r"<w:tr[ >]", xml[: xml.index("Det regnade.")])[-1]
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
        for column, words in enumerate(("Städa & laga", "Polisen", "Gult", "Snart.\nKanske."), 1):
            sheet.cell(2, column, words)

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
    mine = without_marks(row).replace("Lysa upp", "Min egen rad")
    edited(document, (row, row + mine))
    assert told(update(workbook(Balanslista=[{"Status": "Rött"}]), document)) == []
    assert [r.split("\t")[0] for r in rows(document)] == [
        "Vandra",
        "Lysa upp",
        "Min egen rad",
        "Samtala",
    ]


def without_marks(xml: str) -> str:
    return re.sub(r"<w:bookmark[^>]*>", "", xml)


def mark_xml(document: Path, label: str) -> str:
    """Return the mark whose name ends so, with what stands in it."""
    xml = parts_of(document)["word/document.xml"]
    at = xml.index(f'_{label}"/>')
    start = xml[:at].rindex("<w:bookmarkStart ")
    return xml[start : xml.index("/>", xml.index("<w:bookmarkEnd ", start)) + 2]


def test_control_deleted_by_hand_stays_deleted(workbook: MakeWorkbook, document: Path) -> None:
    edited(document, (mark_xml(document, "Rapport_Inledning"), "<w:r><w:t>Hej.</w:t></w:r>"))
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
        del book["Prioriteringar"]

    document = build(workbook(without), output=tmp_path / "ut.docx").document or Path()
    assert "Aktiviteter på längre sikt" not in lines(document)
    assert "Uppdrag" not in lines(document)
    assert [code for code, _ in told(update(workbook(), document))] == ["LB517"]
    found = lines(document)
    assert found.index("- Färre inbrott") < found.index(
        "Granby kommuns och Polisens gemensamma lägesbild"
    )
    assert found.index("Aktiviteter på längre sikt") == found.index("Vandring i maj.") + 1
    assert_sound(document)
    assert told(update(workbook(without), document)) == []
    assert "Aktiviteter på längre sikt" not in lines(document)
    assert "Uppdrag" not in lines(document)
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
    before = saved(document).read_bytes()
    outcome = update(workbook(Balanslista=[{"Status": "Blått"}]), document)
    assert outcome.has_errors
    assert outcome.document is None
    assert document.read_bytes() == before


def test_document_whose_record_was_edited_is_refused(
    workbook: MakeWorkbook, document: Path
) -> None:
    parts = parts_of(document)
    item = "customXml/item1.xml"
    parts[item] = re.sub(r"(?<=controls>)\S+ ", "x ", parts[item])
    write_parts(document, parts)
    with pytest.raises(StopError, match="LB513"):
        update(workbook(), document)


def test_document_from_elsewhere_is_refused(workbook: MakeWorkbook, document: Path) -> None:
    parts = parts_of(document)
    parts["word/_rels/document.xml.rels"] = re.sub(
        r'<Relationship [^>]*/customXml"[^>]*/>', "", parts["word/_rels/document.xml.rels"]
    )
    write_parts(document, parts)
    with pytest.raises(StopError, match="LB513"):
        update(workbook(), document)


def test_command_updates_and_refuses_what_does_not_go_with_it(
    workbook: MakeWorkbook, document: Path
) -> None:
    done = run("build", workbook(), "--update", document)
    said = done.stdout.splitlines()
    assert (done.returncode, said[0]) == (0, f"Dokumentet är klart: {document}")
    done = run("build", workbook(), "--update", document, "--utkast")
    assert done.returncode == 2
    assert "--update går inte att använda med" in done.stderr


def test_updated_document_is_written_elsewhere_with_its_pdf(
    workbook: MakeWorkbook, document: Path, tmp_path: Path
) -> None:
    before = saved(document).read_bytes()
    folder = tmp_path / "mapp"
    folder.mkdir()
    changed = workbook(Balanslista=[{"Status": "Rött"}])
    done = run("build", changed, "--update", document, "-o", folder, "--pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ["ut.docx", "ut.pdf"]
    assert rows(folder / "ut.docx")[0] == "Vandra\tKommunen\tRött\tKlart."
    assert document.read_bytes() == before


def test_update_is_not_written_over_what_is_read(workbook: MakeWorkbook, document: Path) -> None:
    path = workbook()
    with pytest.raises(StopError, match=r"LB007"):
        update(path, document, output=path)


def test_internal_update_says_so_once_and_goes_on_as_internal(
    workbook: MakeWorkbook, document: Path
) -> None:
    faulty = workbook(Balanslista=[{"Kommentar": f"Gäller {NUMBER}."}])
    before = saved(document).read_bytes()
    made = update(faulty, document, internal=True).document or Path()
    assert made.name == "ut-internt.docx"
    assert document.read_bytes() == before
    assert update(faulty, made, internal=True).document == made
    headers = [part for name, part in parts_of(made).items() if "/header" in name]
    assert [header.count("Internt arbetsmaterial") for header in headers] == [1] * len(headers)
    assert rows(made)[0].endswith(f"\tGäller {NUMBER}.")
    assert update(faulty, made).document is None


def test_new_part_of_a_line_is_put_in_where_the_line_is_known(
    workbook: MakeWorkbook, document: Path
) -> None:
    path = workbook(Rapport=[{}] * 6 + [{"Fält": "Version", "Värde": "2"}])
    assert [code for code, _ in told(update(path, document))] == ["LB517"]
    fresh = build(path, output=document.with_name("fresh.docx")).document or Path()
    footers = [bare(parts_of(each)["word/footer1.xml"]) for each in (document, fresh)]
    assert footers == ["Version 2Sida 1 (1)"] * 2
    assert_sound(document)


def test_new_part_without_a_place_is_told(workbook: MakeWorkbook, document: Path) -> None:
    edited(document, (">Sida <", ">Sidan <"), part="word/footer1.xml")
    path = workbook(Rapport=[{}] * 6 + [{"Fält": "Version", "Värde": "2"}])
    assert [code for code, _ in told(update(path, document))] == ["LB518"]
    assert build(path, output=document).document  # nobody has edited it
    assert_sound(document)


# ------------------------------------------------------------------ other programs, other hands


def body_of(document: Path) -> str:
    return parts_of(document)["word/document.xml"]


def with_ids(xml: str, change: Callable[[int], int]) -> str:
    return re.sub(r'<w:id w:val="(\d+)"/>', lambda m: f'<w:id w:val="{change(int(m[1]))}"/>', xml)


def test_controls_with_other_ids_are_found_by_what_they_say(
    workbook: MakeWorkbook, document: Path
) -> None:
    parts = parts_of(document)
    parts["word/document.xml"] = with_ids(body_of(document), lambda number: number + 5000)
    write_parts(document, parts)
    path = workbook(
        Rapport=[{}] * 4 + [{"Värde": "Ny inledning."}], Balanslista=[{"Status": "Rött"}]
    )
    assert told(update(path, document)) == []
    assert "Ny inledning." in lines(document)
    assert rows(document)[0] == "Vandra\tKommunen\tRött\tKlart."
    assert_sound(document)


@pytest.mark.parametrize("shift", [0, 7000])
def test_row_that_was_copied_by_hand_is_told_and_ids_stay_unique(
    shift: int, workbook: MakeWorkbook, document: Path
) -> None:
    row = row_xml(document, "Vandra")
    edited(document, (row, row + with_ids(row, lambda number: number + shift)))
    outcome = update(workbook(Balanslista=[{"Kommentar": "Nytt."}]), document)
    assert {code for code, _ in told(outcome)} == {"LB521"}
    assert rows(document)[0] == "Vandra\tKommunen\tGrönt\tNytt."
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', body_of(document))
    assert len(ids) == len(set(ids)) > 0


def test_document_without_its_marks_is_refused(workbook: MakeWorkbook, document: Path) -> None:
    parts = parts_of(document)
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        parts[name] = without_marks(parts[name])
    write_parts(document, parts)
    with pytest.raises(StopError, match="LB513"):
        update(workbook(), document)


def test_styles_with_other_ids_are_known_by_their_names(
    workbook: MakeWorkbook, document: Path
) -> None:
    parts = parts_of(document)
    for name in ("word/document.xml", "word/styles.xml"):
        parts[name] = parts[name].replace('"LStatus', '"Annat').replace('"LTabell', '"Annan')
    write_parts(document, parts)
    path = workbook(
        Balanslista=[{"Status": "Rött"}, {}, {}, {"Aktivitet": "Ny", "Ansvar": "Polisen"}]
    )
    assert told(update(path, document)) == []
    assert '<w:pStyle w:val="Annat1"/>' in body_of(document)
    assert "LTabell" not in body_of(document)
    assert_sound(document)


def test_highest_id_of_all_is_no_hindrance(workbook: MakeWorkbook, document: Path) -> None:
    mine = control("min", "min", paragraph("Normal", text("min")))
    mine = with_ids(mine, lambda _: 2147483647)
    edited(document, ("<w:sectPr>", f"{mine}<w:sectPr>"))
    path = workbook(Balanslista=[{}, {}, {}, {"Aktivitet": "Ny", "Ansvar": "Polisen"}])
    assert told(update(path, document)) == []
    assert_sound(document)


def test_row_added_by_hand_stays_when_the_row_above_goes(
    workbook: MakeWorkbook, document: Path
) -> None:
    row = row_xml(document, "Lysa upp")
    mine = without_marks(row).replace("Lysa upp", "Min egen rad")
    edited(document, (row, row + mine))
    path = workbook(lambda book: book["Balanslista"].delete_rows(3))
    assert told(update(path, document)) == []
    assert [r.split("\t")[0] for r in rows(document)] == ["Vandra", "Min egen rad", "Samtala"]


def test_text_by_hand_in_a_row_that_goes_is_told(workbook: MakeWorkbook, document: Path) -> None:
    row = row_xml(document, "Lysa upp")
    end = row.rindex("</w:p>")
    edited(document, (row, f"{row[:end]}<w:r><w:t> OBS!</w:t></w:r>{row[end:]}"))
    path = workbook(lambda book: book["Balanslista"].delete_rows(3))
    assert [code for code, _ in told(update(path, document))] == ["LB514"]


def test_tracked_changes_in_a_control_are_told_when_they_go(
    workbook: MakeWorkbook, document: Path
) -> None:
    old = '<w:r><w:t xml:space="preserve">Klart.</w:t></w:r>'
    new = (
        f'<w:del w:id="9" w:author="A"><w:r><w:delText>Ej</w:delText></w:r></w:del>'
        f'<w:ins w:id="8" w:author="A">{old}</w:ins>'
    )
    edited(document, (old, new))
    outcome = update(workbook(Balanslista=[{"Kommentar": "Snart klart."}]), document)
    assert [code for code, _ in told(outcome)] == ["LB514"]
    assert rows(document)[0].endswith("\tSnart klart.")


def test_other_template_is_refused_before_anything_is_lost(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template_path = ROOT / "templates" / "lagesbild-orter.docx"
    document = (
        build(workbook(), output=tmp_path / "ut.docx", template=template_path).document or Path()
    )
    before = saved(document).read_bytes()
    with pytest.raises(StopError, match=r"LB519: .*lagesbild\.docx"):
        update(workbook(), document)
    assert document.read_bytes() == before
    assert told(update(workbook(), document, template_path)) == []


def test_draft_is_refused(workbook: MakeWorkbook, tmp_path: Path) -> None:
    draft = build(workbook(), output=tmp_path / "ut.docx", draft=True).document or Path()
    with pytest.raises(StopError, match="LB520"):
        update(workbook(), draft)


def test_new_format_or_address_of_the_same_text_is_taken(
    workbook: MakeWorkbook, document: Path
) -> None:
    def bold(book: openpyxl.Workbook) -> None:
        book["Orter"]["B2"] = CellRichText(TextBlock(InlineFont(b=True), "Lugn"), "t.")
        book["Framåt"]["B2"].hyperlink = "https://example.se/vandring"

    assert told(update(workbook(bold), document)) == []
    assert re.search(r"<w:b/><w:bCs/></w:rPr><w:t [^>]*>Lugn<", body_of(document))
    assert "https://example.se/vandring" in parts_of(document)["word/_rels/document.xml.rels"]
    assert told(update(workbook(), document)) == []
    assert not re.search(r"<w:b/><w:bCs/></w:rPr><w:t [^>]*>Lugnt\.<", body_of(document))


def test_properties_follow(workbook: MakeWorkbook, document: Path) -> None:
    update(workbook(Rapport=[{"Värde": "Nyby kommun"}, {"Värde": "2027-02-01"}]), document)
    properties = docx.Document(str(document)).core_properties
    assert properties.title.startswith("Samlad lägesbild 2027-02-01")
    assert properties.author == "Nyby kommun"


def test_control_around_a_cell_and_around_paragraphs(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    cells = [
        control(f"lb:{name}", name, cell(4819, paragraph("Normal", text("tomt"))))
        for name in ("Aktivitet", "Status")
    ]
    head = row(*(cell(4819, paragraph("Normal", text(name))) for name in "AB"), header=True)
    two = paragraph("Normal", text("Inget nummer.")) + paragraph("Normal", text("Fråga."))
    template_path = write_template(
        tmp_path / "mall.docx",
        table("LBalanslista", "T", "D", (4819, 4819), head, repeat("Balanslista", row(*cells))),
        control("lb:Rapport.Diarienummer", "Diarienummer", two),
    )
    document = (
        build(workbook(), output=tmp_path / "ut.docx", template=template_path).document or Path()
    )
    number: list[dict[str, str]] = [{}] * 6 + [{"Fält": "Diarienummer", "Värde": "KS 2026/1"}]
    path = workbook(Rapport=number, Balanslista=[{"Status": "Rött"}])
    assert [code for code, _ in told(update(path, document, template_path))] == ["LB517"]
    assert lines(document) == [
        "A\tB",
        "Vandra\tRött",
        "Lysa upp\tGult",
        "Samtala\ttomt",
        "KS 2026/1",
    ]
    assert told(update(workbook(), document, template_path)) == []
    assert lines(document)[-2:] == ["Inget nummer.", "Fråga."]


def test_paragraph_split_by_hand_is_told_and_leaves_nothing_behind(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    held = control("lb:Rapport.Inledning", "Inledning", paragraph("LIngress", text("?")))
    template_path = write_template(tmp_path / "mall.docx", held)
    document = (
        build(workbook(), output=tmp_path / "ut.docx", template=template_path).document or Path()
    )
    split = 'En </w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">inledning.'
    edited(document, ("En inledning.", split))
    path = workbook(Rapport=[{}] * 4 + [{"Värde": "Ny inledning."}])
    assert [code for code, _ in told(update(path, document, template_path))] == ["LB514"]
    assert lines(document) == ["Ny inledning."]
    assert told(update(path, document, template_path)) == []


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a smaller case takes minutes to find
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    books=st.lists(lagesbilder, min_size=2, max_size=3),
    template=st.sampled_from(sorted(path.name for path in (ROOT / "templates").glob("*.docx"))),
)
def test_updated_document_says_what_a_fresh_one_does(
    books: list[Lagesbild], template: str, tmp_path: Path
) -> None:
    template_path, path, target = (
        ROOT / "templates" / template,
        tmp_path / "b.xlsx",
        tmp_path / "u.docx",
    )
    path.write_bytes(workbook_bytes(books[0]))
    if build(path, output=target, template=template_path).document is None:
        return
    for book in books[1:]:
        path.write_bytes(workbook_bytes(book))
        outcome = update(path, target, template_path)
        fresh = build(path, output=tmp_path / "fresh.docx", template=template_path).document
        if outcome.document is None or fresh is None:
            return
        codes = {finding.rule.code for finding in outcome.findings}
        assert "LB514" not in codes
        assert "LB515" not in codes
        assert "LB516" not in codes
        assert set(faults(target)) <= set(faults(fresh))  # a text may hold what looks like a tag
        if "LB518" not in codes:
            assert sorted(lines(target)) == sorted(lines(fresh))


def test_part_of_a_row_comes_and_goes(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = ROOT / "templates" / "lagesbild-orter.docx"
    first = workbook(Balanslista=[{"Ort": "Granby"}])
    document = build(first, output=tmp_path / "ut.docx", template=template_path).document or Path()
    moved = workbook(Balanslista=[{"Ort": "Västerås-Barkarö"}])
    for path in (moved, first, moved):
        outcome = update(path, document, template_path)
        assert {code for code, _ in told(outcome)} == {"LB517"}
        fresh = (
            build(path, output=tmp_path / "fresh.docx", template=template_path).document or Path()
        )
        assert lines(document) == lines(fresh)
        assert_sound(document)
