"""What has no place in the template is named once, last, and can be silenced in one place."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from PIL import Image as Pixels

from lagesbild_xlsx import build, check
from lagesbild_xlsx.console.findings import told_lines
from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.pipeline import update
from lagesbild_xlsx.pipeline.standard_templates import LAGESBILD_KINDS, standard_template
from tests.conftest import MakeWorkbook
from tests.rawbook import TEXT_BOX, rewritten_part, with_shapes
from tests.templates import write_template
from tools.wordml import paragraph, repeat, value

OWN = {
    "Balanslista": [{"Mål": "färre brott"}, {"Mål": "fler ljus"}],
    "Brottsstatistik": [{"Brott": "Stöld", "Antal": 12}, {"Brott": "Klotter", "Antal": 3}],
}


def named(path: Path, template: Path | None = None) -> str:
    """Return what is named, without the words before; nothing where nothing is."""
    outcome = build(path, path.with_suffix(".docx"), template)
    assert outcome.document
    found = [f for f in outcome.findings if f.rule.code == "LB324"]
    if not found:
        return ""
    assert found == [outcome.findings[-1]]
    assert found[0].rule.severity is Severity.INFO
    return found[0].message.removeprefix("Finns i arbetsboken men inte i mallen: ")


def draw(book: openpyxl.Workbook) -> None:
    for _ in range(2):
        png = io.BytesIO()
        Pixels.new("RGB", (2, 2)).save(png, "png")
        book["Orter"].add_image(Image(png))
    chart = BarChart()
    chart.add_data(Reference(book["Balanslista"], min_col=1, min_row=1, max_row=3))
    book["Balanslista"].add_chart(chart)


def test_good_workbook_has_a_place_for_all(workbook: MakeWorkbook) -> None:
    assert named(workbook()) == ""


def test_own_columns_fields_and_sheets_are_named_with_their_rows(workbook: MakeWorkbook) -> None:
    path = workbook(
        **OWN,
        Orter=[{"Kontakt": "Anna"}],
        Rapport=[{}] * 6 + [{"Fält": "Handläggare", "Värde": "Bo"}],
    )
    assert named(path) == (
        "fältet Handläggare, kolumnen Kontakt på bladet Orter (en rad), kolumnen Mål (2 rader),"
        " bladet Brottsstatistik."
    )


def test_sheet_of_nothing_but_a_line_of_text(workbook: MakeWorkbook) -> None:
    def note(book: openpyxl.Workbook) -> None:
        book.create_sheet("Blad 2").append(["Ring kommunen", "på tisdag"])
        book.create_sheet("Tomt")

    assert named(workbook(edit=note)) == "bladet Blad 2."


@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_every_template_of_the_package_has_a_place_for_all_columns(
    kind: str, workbook: MakeWorkbook
) -> None:
    row = {"Klart senast": "2026-05-01", "Ort": "Granby", "Nr": "1", "Avslutad": "nej"}
    path = workbook(Balanslista=[row | {"Förra gången": "trögt"}])
    assert named(path, standard_template(kind)) == ""


def test_column_that_a_template_does_not_show(workbook: MakeWorkbook, tmp_path: Path) -> None:
    shown = [value(f"Rapport.{f}") for f in ("Kommun", "Datum", "Inledning", "Underlag")]
    cells = [value(h) for h in ("Aktivitet", "Ansvar", "Status", "Kommentar")]
    rows = [repeat("Balanslista", *(paragraph("Normal", each) for each in cells))]
    template = write_template(
        tmp_path / "mall.docx", *(paragraph("Normal", each) for each in shown), *rows
    )
    said = named(workbook(Balanslista=[{"Klart senast": "2026-05-01"}]), template)
    assert "kolumnen Klart senast (en rad)" in said


def test_words_of_its_own_and_names_of_files_are_never_named(workbook: MakeWorkbook) -> None:
    shutil.copy(standard_template(), workbook().with_name("mall.docx"))
    shutil.copy(workbook(), workbook().with_name("förra.xlsx"))
    own = [
        {"Färg": "Rött", "Källor": "Medborgarlöfte", "Avsnitt": "Kort sikt"},
        {"Färg": "Gult", "Källor": "Samverkansöverenskommelse", "Avsnitt": "Längre sikt"},
        {"Färg": "Grönt", "Räknas som": "Bra", "Avsnitt": "Kommunikation"},
    ]
    files = [{"Fält": "Mall", "Värde": "mall.docx"}]
    files += [{"Fält": "Förra lägesbilden", "Värde": "förra.xlsx"}]
    assert named(workbook(Listor=own, Rapport=[{}] * 6 + files)) == ""


def test_what_serves_the_work_is_never_named(workbook: MakeWorkbook) -> None:
    sheets = {name: [{"Ord": "x", "Mer": "y"}] for name in ("Läs mig", "Avslutade", "Kända namn")}
    assert named(workbook(**sheets, Balanslista=[{"Granskat": "Namnet är ortens."}])) == ""


def test_pictures_and_charts_are_counted(workbook: MakeWorkbook) -> None:
    path = workbook(edit=draw)
    assert named(path) == "2 bilder på bladet Orter, ett diagram på bladet Balanslista."


def test_chart_of_its_own_tab(workbook: MakeWorkbook) -> None:
    assert named(workbook(edit=lambda book: book.create_chartsheet("Kurva"))) == (
        "diagrambladet Kurva."
    )


def test_text_box_and_smart_art(workbook: MakeWorkbook) -> None:
    art = "<xdr:oneCellAnchor><xdr:graphicFrame><a:graphic><a:graphicData uri='http://schemas."
    art += "openxmlformats.org/drawingml/2006/diagram'/></a:graphic></xdr:graphicFrame>"
    art += "</xdr:oneCellAnchor>"
    hidden = TEXT_BOX.replace("name='r'", "name='r' hidden='1'")

    def change(xml: str) -> str:
        return with_shapes(xml, TEXT_BOX + hidden + art)

    path = rewritten_part(workbook(edit=draw), "xl/drawings/drawing1.xml", change)
    assert named(path).startswith(
        "2 bilder på bladet Orter, en textruta på bladet Orter, en SmartArt-bild på bladet Orter"
    )


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" t="e" vm="1"><v>#VALUE!</v></c>',
        '<c r="B2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        '<c r="B2" t="e"><f>_xlfn.IMAGE("https://a.se/b.png")</f><v>#NAME?</v></c>',
    ],
)
def test_picture_in_a_cell_that_is_elsewhere_is_named_once(
    cell: str, workbook: MakeWorkbook
) -> None:
    path = in_cell(workbook(), cell)
    assert [(f.rule.code, f.place.cell) for f in check(path).findings] == [("LB238", "B2")]
    assert named(path) == ""


def in_cell(path: Path, cell: str) -> Path:
    """Put a cell where the note on the first locality stands."""
    sheet = "xl/worksheets/sheet3.xml"

    def change(xml: str) -> str:
        start = xml.index('<c r="B2"')
        return xml[:start] + cell + xml[xml.index("</c>", start) + len("</c>") :]

    return rewritten_part(path, sheet, change)


def test_picture_where_a_text_must_be(workbook: MakeWorkbook) -> None:
    path = rewritten_part(
        workbook(Orter=[{"Ort": True}]),
        "xl/worksheets/sheet3.xml",
        lambda xml: xml.replace('<c r="A2" t="b">', '<c r="A2" t="e" vm="1">').replace(
            "<v>1</v></c><c", "<v>#VALUE!</v></c><c", 1
        ),
    )
    found, picture = check(path).findings
    assert (found.rule.code, found.place.cell, found.hint) == ("LB224", "A2", "Skriv ortens namn.")
    assert (picture.rule.code, picture.place.cell) == ("LB238", "A2")


def test_file_that_a_link_leads_to(workbook: MakeWorkbook) -> None:
    def link(book: openpyxl.Workbook) -> None:
        book["Orter"]["B2"].hyperlink = "Bilagor/bilaga%201.docx"
        book["Orter"]["A2"].hyperlink = "https://granby.se"

    assert named(workbook(edit=link)) == (
        "filen bilaga 1.docx som en länk på bladet Orter leder till."
    )


def test_cells_outside_the_table(workbook: MakeWorkbook) -> None:
    def note(book: openpyxl.Workbook) -> None:
        sheet = book["Orter"]
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Orterna"  # a title
        sheet["A2"], sheet["B2"] = "Senast ändrad", "i går"
        book["Rapport"]["C1"], book["Rapport"]["C2"] = "Egen", "text"

    assert named(workbook(edit=note)) == (
        "en cell utanför tabellen på bladet Rapport, 2 celler utanför tabellen på bladet Orter."
    )


@pytest.mark.parametrize(
    ("cell", "text", "is_named"),
    [
        ("A1", "Lägesbild i Granby", False),
        ("B1", "Orter", False),
        ("C1", "OBS! Siffrorna är preliminära till den 1 mars.", True),
        ("A1", "Orterna beskrivs av polisen och kommunen tillsammans.", True),
        ("B1", "Preliminärt", True),
    ],
)
def test_texts_above_the_headings_but_a_title_are_named(
    cell: str, text: str, workbook: MakeWorkbook, *, is_named: bool
) -> None:
    def note(book: openpyxl.Workbook) -> None:
        book["Orter"].insert_rows(1, 2)
        book["Orter"][cell] = text

    words = "en cell utanför tabellen på bladet Orter." if is_named else ""
    assert named(workbook(edit=note)) == words


def test_merged_title_is_not_named(workbook: MakeWorkbook) -> None:
    def title(book: openpyxl.Workbook) -> None:
        book["Balanslista"].insert_rows(1, 2)
        book["Balanslista"]["B1"] = "Våren 2026"
        book["Balanslista"].merge_cells("B1:D1")

    assert named(workbook(edit=title)) == ""


@pytest.mark.parametrize("is_merged", [False, True])
def test_note_in_a_form_is_named_and_an_empty_field_is_not(
    workbook: MakeWorkbook, *, is_merged: bool
) -> None:
    def note(book: openpyxl.Workbook) -> None:
        sheet = book["Rapport"]
        sheet["A9"], sheet["A10"], sheet["A11"] = "OBS! Den är preliminär.", "Version:", "Dnr"
        if is_merged:
            sheet.merge_cells("A9:B9")

    assert named(workbook(edit=note)) == "en cell utanför tabellen på bladet Rapport."


@pytest.mark.parametrize("name", ["mål", "Brottsstatistik", "orter"])
def test_a_name_in_listor_is_mentioned_no_more(name: str, workbook: MakeWorkbook) -> None:
    listed = [{"Bara i arbetsboken": name}]
    before = named(workbook(edit=draw, **OWN))
    after = named(workbook(edit=draw, **OWN, Listor=listed))
    gone = set(before.rstrip(".").split(", ")) - set(after.rstrip(".").split(", "))
    assert [thing for thing in gone if name.casefold() in thing.casefold()] == list(gone)
    assert len(gone) == 1


def test_hidden_sheet_and_column_are_put_away(workbook: MakeWorkbook) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["Brottsstatistik"].sheet_state = "hidden"
        book["Balanslista"].column_dimensions["E"].hidden = True

    assert named(workbook(edit=hide, **OWN)) == ""


def test_what_is_hidden_in_a_form_or_a_sheet_in_capitals_is_put_away(
    workbook: MakeWorkbook,
) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["Rapport"]["C1"], book["Rapport"]["C2"], book["Rapport"]["C3"] = "Egen", "a", "b"
        book["Rapport"].row_dimensions[3].hidden = True
        book["Orter"]["C1"], book["Orter"]["C2"] = "Egen", "text"
        book["Orter"].column_dimensions["C"].hidden = True
        book["Orter"].title = "tills vidare"  # else openpyxl takes ORTER for a second one
        book["tills vidare"].title = "ORTER"

    assert named(workbook(edit=hide)) == "en cell utanför tabellen på bladet Rapport."


def test_rows_that_no_repeat_shows(workbook: MakeWorkbook, tmp_path: Path) -> None:
    shown = [
        *(paragraph("Normal", value(f"Rapport.{f}")) for f in ("Kommun", "Datum", "Inledning")),
        repeat("Balanslista[Status=Gult]", paragraph("Normal", value("Aktivitet"))),
    ]
    template = write_template(tmp_path / "mall.docx", *shown)
    said = named(workbook(), template)
    assert "kolumnen Aktivitet (2 rader), kolumnen Ansvar (3 rader), kolumnen Status (en rad)" in (
        said
    )


def test_update_names_it_too(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(**OWN)
    document = build(path, tmp_path / "ut.docx").document
    assert document
    assert update(path, document).findings[-1].rule.code == "LB324"


def test_it_is_told_last_with_what_to_do(workbook: MakeWorkbook) -> None:
    path = workbook(**OWN, Rapport=[{}] * 4 + [{"Värde": "Med QTF."}])
    findings: list[Finding] = list(build(path, path.with_suffix(".docx")).findings)
    first, *_, said, hint = told_lines(findings)
    assert "LB305" in first
    assert said.startswith("notis LB324  Finns i arbetsboken men inte i mallen: ")
    assert "lb:Mål" in hint
    assert "kolumnen Bara i arbetsboken på bladet Listor" in hint


def test_form_without_a_column_of_values_is_told_as_such(workbook: MakeWorkbook) -> None:
    def without(book: openpyxl.Workbook) -> None:
        book["Rapport"]["B1"] = None

    assert "LB102" in {finding.rule.code for finding in check(workbook(edit=without)).findings}
