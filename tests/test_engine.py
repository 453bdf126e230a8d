"""The content-control engine: values, repeats and conditions, at every level that Word has."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from lagesbild_xlsx import build, rules
from tests.conftest import MakeWorkbook
from tests.rawbook import write_parts
from tests.templates import lines, write_template
from tests.wordsaved import as_it_was, as_word_saves
from tools.wordml import (
    TAB,
    cell,
    control,
    header,
    only_if,
    paragraph,
    repeat,
    row,
    table,
    text,
    value,
)

FORM = [as_it_was]
"""What the templates are saved as, last."""


@pytest.fixture(autouse=True, params=[as_it_was, as_word_saves], ids=["as made", "as saved"])
def _saved(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_engine.FORM", [request.param])


EMPTY_HEADER = header("<w:p/>")


def merged(
    folder: Path, workbook: Path, *blocks: str, template: Path | None = None
) -> tuple[list[str], str]:
    """Return the lines of the document that these blocks give, and its XML."""
    template_path = FORM[-1](template or write_template(folder / "mall.docx", *blocks))
    outcome = build(workbook, output=folder / "ut.docx", template=template_path)
    assert [f for f in outcome.findings if f.rule is not rules.NOT_IN_TEMPLATE] == []
    assert outcome.document
    xml = zipfile.ZipFile(outcome.document).read("word/document.xml").decode()
    return lines(outcome.document), xml


def test_value_in_a_line(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = paragraph("Normal", text("I "), value("Rapport.Kommun"), text(" 2026"))
    assert merged(tmp_path, workbook(), block)[0] == ["I Granby kommun 2026"]


def test_names_fold_case_and_space(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = paragraph(
        "Normal", control("lb: rapport . KOMMUN ".replace(" . ", "."), "x", text("?"))
    )
    assert merged(tmp_path, workbook(), block)[0] == ["Granby kommun"]


def test_value_around_a_paragraph(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = control("lb:Rapport.Inledning", "Inledning", paragraph("LIngress", text("?")))
    found, xml = merged(tmp_path, workbook(), block)
    assert found == ["En inledning."]
    assert xml.count('<w:pStyle w:val="LIngress"/>') == 1


def test_value_around_a_cell_and_repeat_around_a_row(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    cells = [
        control(f"lb:{name}", name, cell(4819, paragraph("Normal", text("tomt"))))
        for name in ("Ort", "Lägesbild")
    ]
    head = row(*(cell(4819, paragraph("Normal", text(name))) for name in "AB"), header=True)
    block = table("LBalanslista", "T", "D", (4819, 4819), head, repeat("Orter", row(*cells)))
    assert merged(tmp_path, workbook(), block)[0] == [
        "A\tB",
        "Granby\tLugnt.",
        "Västerås-Barkarö\ttomt",
    ]


def test_repeat_over_paragraphs_and_inside_a_line(workbook: MakeWorkbook, tmp_path: Path) -> None:
    found, _ = merged(
        tmp_path,
        workbook(),
        repeat("Orter", paragraph("Normal", value("Ort")), paragraph("Normal", text("–"))),
        paragraph("Normal", text("Alla:"), repeat("Orter", text(" "), value("Ort"))),
    )
    assert found == ["Granby", "–", "Västerås-Barkarö", "–", "Alla: Granby Västerås-Barkarö"]


def test_filtered_repeat(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = repeat("Framåt[längre  SIKT]", paragraph("Normal", value("Text")))
    assert merged(tmp_path, workbook(), block)[0] == ["En ny plan."]


def test_repeat_inside_a_repeat_sees_both_rows(workbook: MakeWorkbook, tmp_path: Path) -> None:
    inner = repeat("Ordlista", paragraph("Normal", value("Ort"), text(": "), value("Begrepp")))
    assert merged(tmp_path, workbook(), repeat("Orter", inner))[0] == [
        "Granby: BRÅ",
        "Västerås-Barkarö: BRÅ",
    ]


def test_conditions_on_values_and_selections(workbook: MakeWorkbook, tmp_path: Path) -> None:
    found, xml = merged(
        tmp_path,
        workbook(),
        only_if("Rapport.Diarienummer", paragraph("Normal", text("diarienummer"))),
        only_if("Rapport.Kommun", paragraph("Normal", text("kommun"))),
        only_if("Framåt[Kort sikt]", paragraph("Normal", text("kort"))),
        repeat("Orter", only_if("Lägesbild", paragraph("Normal", value("Ort")))),
    )
    assert found == ["kommun", "kort", "Granby"]
    assert "Diarienummer" not in xml


def test_own_columns_sheets_and_fields_can_be_placed(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(
        Balanslista=[{"Budget": 1500.5}],
        Kontakter=[{"Namn": "Servicecenter", "Telefon": "0152"}],
        Diarium=[{"Fält": "Nämnd", "Värde": "Kommunstyrelsen"}],
        Rapport=[{}] * 6 + [{"Fält": "Handläggare", "Värde": "Enheten"}],
    )
    found, _ = merged(
        tmp_path,
        path,
        repeat("Balanslista", paragraph("Normal", value("Aktivitet"), TAB, value("Budget", "–"))),
        repeat("Kontakter", paragraph("Normal", value("Namn"), TAB, value("Telefon"))),
        paragraph("Normal", value("Rapport.Handläggare"), TAB, value("Diarium.Nämnd")),
    )
    assert found == [
        "Vandra\t1500,5",
        "Lysa upp\t–",
        "Samtala\t–",
        "Servicecenter\t0152",
        "Enheten\tKommunstyrelsen",
    ]


def test_blank_value_says_what_the_template_says_unless_it_is_a_placeholder(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat(
        "Balanslista",
        paragraph("Normal", value("Status", "Ej bedömd"), text("|"), value("Kommentar")),
    )
    assert merged(tmp_path, workbook(), block)[0] == ["Grönt|Klart.", "Gult|På gång.", "Ej bedömd|"]


def test_status_inside_a_line_gets_the_linked_character_style(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat("Balanslista", paragraph("Normal", value("Status", "Ej bedömd"), text(" x")))
    _, xml = merged(tmp_path, workbook(), block)
    assert re.findall(r'<w:rStyle w:val="LStatus(\d)Tecken"/>', xml) == ["3", "2", "4"]
    assert "w:shd" not in xml


def test_marks_in_the_document_have_ids_of_their_own(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat(
        "Balanslista", paragraph("Normal", value("Aktivitet"), text(" "), value("Ansvar"))
    )
    _, xml = merged(tmp_path, workbook(), block)
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == 6 + xml.count("_GoBack")
    assert re.findall(r'<w:bookmarkEnd w:id="(\d+)"', xml) == ids
    assert "<w:sdt>" not in xml


def test_cell_that_loses_its_content_keeps_a_paragraph(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    inner = only_if("Rapport.Version", paragraph("Normal", text("v")))
    head = row(cell(9638, paragraph("Normal", text("A"))), header=True)
    block = table("LBalanslista", "T", "D", (9638,), head, row(cell(9638, inner)))
    _, xml = merged(tmp_path, workbook(), block, paragraph("Normal", value("Rapport.Kommun")))
    assert re.search(r"</w:tcPr><w:p/></w:tc>", xml)


def test_table_without_rows_is_left_out(workbook: MakeWorkbook, tmp_path: Path) -> None:
    rows = repeat("Ordlista", row(cell(9638, paragraph("Normal", value("Begrepp")))))
    block = table("LBalanslista", "T", "D", (9638,), rows)
    path = workbook(
        edit=lambda book: book["Ordlista"].delete_rows(2),
        Rapport=[{}] * 5 + [{"Värde": "Utifrån möten."}],
    )
    template_path = write_template(
        tmp_path / "mall.docx", block, paragraph("Normal", value("Rapport.Kommun"))
    )
    outcome = build(path, output=tmp_path / "ut.docx", template=template_path)
    assert outcome.document
    assert lines(outcome.document) == ["Granby kommun"]
    xml = zipfile.ZipFile(outcome.document).read("word/document.xml").decode()
    assert "w:tbl>" not in xml


def test_what_word_saves_around_a_control_does_no_harm(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    split = control(
        "lb:Rapport.Kommun",
        "Kommun",
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_Hlk1"/>'
        '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>[Kom</w:t></w:r>'
        '<w:bookmarkEnd w:id="0"/><w:r w:rsidR="00A2"><w:rPr><w:b/></w:rPr><w:t>mun]</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/>',
    )
    found, xml = merged(tmp_path, workbook(), paragraph("Normal", split))
    assert found == ["Granby kommun"]
    assert re.search(r"<w:rPr><w:b/>(<w:lang [^>]*>)?</w:rPr><w:t [^>]*>Granby kommun<", xml)


def test_plain_text_control_with_data_binding_is_filled_in(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    bound = value("Rapport.Kommun").replace(
        "</w:sdtPr>", '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/></w:sdtPr>'
    )
    _, xml = merged(tmp_path, workbook(), paragraph("Normal", bound))
    assert "dataBinding" not in xml
    assert "<w:text/>" not in xml


def test_word_template_file_becomes_a_document(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = write_template(
        tmp_path / "mall.dotx", paragraph("Normal", value("Rapport.Kommun"))
    )
    with zipfile.ZipFile(template_path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
    with zipfile.ZipFile(template_path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    found, _ = merged(tmp_path, workbook(), template=template_path)
    assert found == ["Granby kommun"]
    made = zipfile.ZipFile(tmp_path / "ut.docx").read("[Content_Types].xml")
    assert b"document.main+xml" in made
    assert b"template.main+xml" not in made


def test_other_parts_of_the_template_are_untouched(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = write_template(
        tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun"))
    )
    merged(tmp_path, workbook(), template=template_path)
    with zipfile.ZipFile(template_path) as old, zipfile.ZipFile(tmp_path / "ut.docx") as new:
        same = {name for name in old.namelist() if old.read(name) == new.read(name)}
        assert set(old.namelist()) - same == {
            "_rels/.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }


@pytest.mark.parametrize("name", ["document", "header1", "footer1"])
def test_damaged_template_is_named(name: str, workbook: MakeWorkbook, tmp_path: Path) -> None:
    from lagesbild_xlsx import StopError  # noqa: PLC0415

    template_path = write_template(
        tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Kommun")), **{name: "<w:p>"}
    )
    with pytest.raises(StopError, match=r"LB004: Filen ”mall.docx” är skadad"):
        build(workbook(), output=tmp_path / "ut.docx", template=template_path)
    assert not (tmp_path / "ut.docx").exists()


LINK = "https://example.se/sida"


def test_link_around_formatted_text_keeps_its_spaces(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        bold = TextBlock(InlineFont(b=True), "fet")
        book["Orter"]["B2"] = CellRichText("Mycket ", bold, " text, se www.example.se")
        book["Orter"]["B2"].hyperlink = LINK

    block = repeat("Orter", paragraph("Normal", value("Lägesbild", "–")))
    assert merged(tmp_path, workbook(edit), block)[0][0] == "Mycket fet text, se www.example.se"


def test_link_in_a_header_that_declares_no_prefix_for_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Rapport"]["B2"].hyperlink = LINK

    head = header(paragraph("Sidhuvud", value("Rapport.Kommun")))
    bare = re.sub(r' xmlns:r="[^"]*"', "", head)
    template_path = write_template(
        tmp_path / "mall.docx", paragraph("Normal", text("x")), header1=bare
    )
    merged(tmp_path, workbook(edit), template=template_path)
    made = etree.fromstring(zipfile.ZipFile(tmp_path / "ut.docx").read("word/header1.xml"))
    assert made.find(".//{*}hyperlink") is not None


def test_own_first_column_is_what_a_filter_means(workbook: MakeWorkbook, tmp_path: Path) -> None:
    block = repeat("Balanslista[Vandra]", paragraph("Normal", value("Kommentar")))
    assert merged(tmp_path, workbook(), block)[0] == ["Klart."]


def test_pictures_and_foreign_controls_in_a_repeat_get_ids_of_their_own(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    picture = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{wp}"><wp:docPr name="b" id="7" descr="x"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    foreign = control("annan", "annan", text("fast"))
    _, xml = merged(
        tmp_path,
        workbook(),
        repeat("Orter", paragraph("Normal", value("Ort"), picture, foreign)),
        paragraph("Normal", foreign),
    )
    ids = re.findall(r'<w:id w:val="(\d+)"/>|<wp:docPr [^>]*?id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == 5


def test_block_control_with_a_table_in_it_leaves_a_whole_cell(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    inner = table("LBalanslista", "T", "D", (500,), row(cell(500, "<w:p/>"), header=True))
    held = control("lb:Rapport.Kommun", "Kommun", inner, paragraph("Normal", text("?")))
    block = table("LBalanslista", "T", "D", (9638,), row(cell(9638, held), header=True))
    _, xml = merged(tmp_path, workbook(), block)
    assert re.search(r"Granby kommun</w:t></w:r>(<w:bookmark[^>]*>)+</w:p></w:tc>", xml)
    assert xml.count("<w:tbl>") == 1


@pytest.mark.parametrize("tag", ["LB:Rapport.Kommun", " lb : Rapport.Kommun", "Lb:rapport.kommun"])
def test_prefix_is_known_however_it_is_written(
    tag: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = paragraph("Normal", control(tag, "Kommun", text("?")))
    assert merged(tmp_path, workbook(), block)[0] == ["Granby kommun"]


def test_title_in_the_properties_is_what_its_paragraph_shows_whatever_prefix_the_file_has(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>i maj</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    shown = '<w:t xml:space="preserve">Läget &amp; mer </w:t><w:br w:type="textWrapping"/>'
    words = f"<w:r>{shown}</w:r>"
    blocks = paragraph("Rubrik", words, field), paragraph("Normal", value("Rapport.Kommun"))
    path = write_template(tmp_path / "mall.docx", *blocks)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].replace(b"<w:", b"<ns0:").replace(b"</w:", b"</ns0:")
    parts["word/document.xml"] = body.replace(b" w:", b" ns0:").replace(b"xmlns:w=", b"xmlns:ns0=")
    write_parts(path, parts)
    document = build(workbook(), tmp_path / "ut.docx", path).document
    assert docx.Document(str(document)).core_properties.title == "Läget & mer i maj"


def test_template_without_title_style_keeps_its_own_title(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    merged(tmp_path, workbook(), paragraph("Rubrik1", value("Rapport.Kommun")))
    assert docx.Document(str(tmp_path / "ut.docx")).core_properties.title == "Samlad lägesbild"


def test_faults_of_workbook_and_template_are_told_together(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template_path = write_template(
        tmp_path / "mall.docx", paragraph("Normal", value("Rapport.Komun"))
    )
    outcome = build(
        workbook(Balanslista=[{"Status": "Blått"}]),
        output=tmp_path / "ut.docx",
        template=template_path,
    )
    assert [finding.rule.code for finding in outcome.findings] == ["LB501", "LB203"]


def test_own_column_is_known_where_the_sheet_has_no_rows(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(lambda book: book["Balanslista"].delete_rows(2, 9), Balanslista=[{"Budget": 1}])
    block = repeat("Balanslista", paragraph("Normal", value("Budget")))
    template_path = write_template(tmp_path / "mall.docx", block, paragraph("Normal", text("x")))
    outcome = build(path, output=tmp_path / "ut.docx", template=template_path)
    assert [finding.rule.code for finding in outcome.findings] == ["LB107", "LB324"]
    assert outcome.document
    assert lines(outcome.document) == ["x"]


def test_line_or_cell_of_many_statuses_has_the_look_of_none_of_them(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    in_line = paragraph("Normal", repeat("Balanslista", value("Status")))
    block = repeat("Balanslista", paragraph("Normal", value("Status")))
    in_cell = table("LBalanslista", "T", "D", (9638,), row(cell(9638, block)))
    found, xml = merged(tmp_path, workbook(), in_line, in_cell, paragraph("Normal"))
    assert found[0] == "".join(found[1].splitlines())
    assert re.findall(r'<w:shd [^>]*w:fill="(\w+)"', xml) == ["1B3A5C"]  # the header row's


def test_placeholder_of_several_paragraphs_is_gone_where_the_value_is_blank(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    prompt = paragraph("Normal", text("Skriv"), text(" här")), paragraph("Normal", text("och här"))
    note = control("lb:Lägesbild", "Lägesbild", *prompt, empty=True)
    found, _ = merged(tmp_path, workbook(), repeat("Orter", note))
    assert found == ["Lugnt."]


def test_control_in_a_line_that_holds_one_around_a_text_box_stays_in_its_line(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('Normal', text('i rutan'))}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    held = control("lb:Rapport.Kommun", "Kommun", control("annan", "annan", box))
    _, xml = merged(tmp_path, workbook(), paragraph("Normal", text("I "), held))
    assert not etree.fromstring(xml.encode()).xpath(
        "//w:p/w:p",
        namespaces={"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    )
