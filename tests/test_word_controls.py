"""Content controls in all the forms that Word gives them: sections, check boxes, lists, dates."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import check_template, update
from tests.conftest import MakeWorkbook
from tests.templates import lines, told_of_template, write_template
from tests.test_document import VALIDATOR, sdk_errors
from tests.test_update import parts_of, told
from tools.wordml import cell, control, paragraph, repeat, row, table, text, value

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
BOX = (
    f'<w14:checkbox {W14}><w14:checked w14:val="0"/><w14:checkedState w14:val="{{}}"'
    ' w14:font="{}"/><w14:uncheckedState w14:val="{}" w14:font="{}"/></w14:checkbox>'
)
GOTHIC = ("2612", "MS Gothic", "2610", "MS Gothic")
WINGDINGS = ("00FE", "Wingdings", "00A8", "Wingdings")


def of_kind(kind: str, made: str, *, before: str = "") -> str:
    """Return a control with the element that says its kind, as Word has it, last but for its id."""
    start, end = made.split("</w:sdtPr>", 1)
    start = start.replace("<w:sdtPr>", f"<w:sdtPr>{before}", 1)
    return f"{start}{kind}</w:sdtPr>{end}"


def check_box(tag: str, signs: tuple[str, ...] = GOTHIC, shown: str = text("☐")) -> str:
    return of_kind(BOX.format(*signs), control(tag, "Ruta", shown))


def item(*content: str) -> str:
    return of_kind(f"<w15:repeatingSectionItem {W15}/>", control("", "", *content))


def section(tag: str, *items: str) -> str:
    return of_kind(f"<w15:repeatingSection {W15}/>", control(tag, "Avsnitt", *items))


def balance_row(*cells: str) -> str:
    return row(*(cell(3000, paragraph("Normal", each)) for each in cells))


def with_yes(*words: object) -> list[dict[str, object]]:
    return [{"Anmäld": word} for word in words]


def built(folder: Path, workbook: Path, *blocks: str) -> tuple[list[str], str]:
    template = write_template(folder / "mall.docx", *blocks)
    outcome = build(workbook, output=folder / "ut.docx", template=template)
    assert told_of_template(outcome) == ()
    assert outcome.document
    return lines(outcome.document), parts_of(outcome.document)["word/document.xml"]


def assert_valid(folder: Path) -> None:
    if VALIDATOR.exists():
        assert sdk_errors(folder / "ut.docx") == []


# ------------------------------------------------------------------ repeating sections


def test_repeating_section_repeats_its_first_item_and_drops_the_others(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows = [item(balance_row(value("Aktivitet"), value("Ansvar"))), item(balance_row("", ""))]
    block = table("Normal", "T", "D", (3000, 3000), balance_row(text("A"), text("B"))) + paragraph(
        "Normal"
    )
    block = block.replace("</w:tbl>", f"{section('lb:Balanslista', *rows)}</w:tbl>")
    found, xml = built(tmp_path, workbook(), block)
    assert found == ["A\tB", "Vandra\tKommunen", "Lysa upp\tPolisen", "Samtala\tPolisen"]
    assert "<w:sdt>" not in xml
    assert_valid(tmp_path)


def test_repeating_section_over_paragraphs_and_with_a_filter(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = section(
        "lb:Framåt[Kort sikt]",
        item(paragraph("Normal", value("Text")), paragraph("Normal", text("–"))),
        item(paragraph("Normal", text("Exempel"))),
    )
    assert built(tmp_path, workbook(), block)[0] == ["Vandring i maj.", "–"]


def test_condition_on_a_repeating_section_keeps_all_its_items(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    items = [item(paragraph("Normal", text(each))) for each in ("ett", "två")]
    block = section("lb:om Rapport.Kommun", *items)
    assert built(tmp_path, workbook(), block)[0] == ["ett", "två"]


def test_repeating_section_of_somebody_else_stays(workbook: MakeWorkbook, tmp_path: Path) -> None:
    theirs = section("egen", item(paragraph("Normal", value("Rapport.Kommun"))))
    found, xml = built(tmp_path, workbook(), theirs)
    assert found == ["Granby kommun"]
    assert "repeatingSectionItem" in xml


# ------------------------------------------------------------------ check boxes


YES, NO = "☒", "☐"
SIGNS = (
    ("ja", YES),
    ("Nej", NO),
    ("x", YES),
    (1, YES),
    (0, NO),
    (True, YES),
    (False, NO),
    ("", NO),
)


@pytest.mark.parametrize(("word", "sign"), SIGNS)
def test_check_box_shows_yes_and_no_as_its_signs(
    word: object, sign: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat("Orter", paragraph("Normal", text("Anmäld: "), check_box("lb:Anmäld")))
    found, xml = built(tmp_path, workbook(Orter=with_yes(word, word)), block)
    assert found == [f"Anmäld: {sign}"] * 2
    assert "<w:sdt>" not in xml
    assert ('w:ascii="MS Gothic"' in xml) == (word != "")


def test_check_box_of_wingdings_is_a_symbol_and_is_updated(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    block = repeat("Orter", paragraph("Normal", check_box("lb:Anmäld", WINGDINGS, symbol)))
    _, xml = built(tmp_path, workbook(Orter=with_yes("ja", "nej")), block)
    assert [xml.count(f'w:char="{each}"') for each in ("F0FE", "F0A8")] == [1, 1]
    assert_valid(tmp_path)
    changed = workbook(Orter=with_yes("ja", "ja"))
    document, template = tmp_path / "ut.docx", tmp_path / "mall.docx"
    assert told(update(changed, document, template)) == []
    assert parts_of(document)["word/document.xml"].count('w:char="F0FE"') == 2


def test_check_box_of_bold_text_is_a_sign(workbook: MakeWorkbook, tmp_path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Orter"]["B2"] = CellRichText(TextBlock(InlineFont(b=True), "ja"))

    block = repeat("Orter", paragraph("Normal", check_box("lb:Lägesbild")))
    assert built(tmp_path, workbook(edit), block)[0] == ["☒", "☐"]


def test_check_box_without_usable_signs_has_those_of_word(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    odd = (("zz", "MS Gothic", "0001", 'Li&quot;"'[:-1]), ("", "", "D800", "Arial"))
    for signs in odd:
        block = repeat("Orter", paragraph("Normal", check_box("lb:Anmäld", signs)))
        assert built(tmp_path, workbook(Orter=with_yes("ja", "nej")), block)[0] == ["☒", "☐"]


def test_check_box_of_another_value_is_told_and_shows_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat("Balanslista", paragraph("Normal", check_box("lb:Status")))
    template = write_template(tmp_path / "mall.docx", block)
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template)
    message = (
        "Mallen ”mall.docx” har en kryssruta för Status (vid texten ”☐”), men ”Grönt” är varken ja"
        " eller nej."
    )
    assert told(outcome) == [("LB547", message)]
    assert lines(tmp_path / "ut.docx") == ["Grönt", "Gult", "☐"]
    assert "LB547" in [finding.rule.code for finding in check_template(template).findings]


# ------------------------------------------------------------------ all other kinds


KINDS = {
    "drop-down list": '<w:dropDownList><w:listItem w:displayText="Ett" w:value="1"/>'
    "</w:dropDownList>",
    "combo box": '<w:comboBox><w:listItem w:displayText="Ett" w:value="1"/></w:comboBox>',
    "date": '<w:date w:fullDate="2020-01-01T00:00:00Z"><w:dateFormat w:val="yyyy-MM-dd"/>'
    '<w:lid w:val="sv-SE"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>',
    "plain text": "<w:text/>",
    "rich text": "<w:richText/>",
    "data binding": '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/>',
    "locked": '<w:lock w:val="sdtContentLocked"/>',
    "label and tab index": '<w:label w:val="3"/><w:tabIndex w:val="2"/>',
    "temporary": "<w:temporary/>",
    "appearance and colour": f'<w15:appearance {W15} w15:val="tags"/>'
    f'<w15:color {W15} w:val="FF0000"/>',
    "placeholder": '<w:placeholder><w:docPart w:val="AB12"/></w:placeholder>',
}


@pytest.mark.parametrize("kind", KINDS)
def test_control_of_any_kind_is_filled_and_gone(
    kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    made = of_kind(KINDS[kind], control("lb:Rapport.Datum", "D", text("Välj")))
    end = made.replace("</w:sdtPr>", "</w:sdtPr><w:sdtEndPr><w:rPr><w:b/></w:rPr></w:sdtEndPr>")
    block = paragraph("Normal", text("Den "), made, text(" och "), end)
    found, xml = built(tmp_path, workbook(), block)
    assert found == ["Den 2026-03-05 och 2026-03-05"]
    assert "sdt" not in xml


def test_control_whose_id_stands_before_its_tag_is_filled(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    made = '<w:sdt><w:sdtPr><w:id w:val="7"/><w:tag w:val="lb:Rapport.Kommun"/></w:sdtPr>'
    made += f"<w:sdtContent>{text('x')}</w:sdtContent></w:sdt>"
    assert built(tmp_path, workbook(), paragraph("Normal", made))[0] == ["Granby kommun"]
