"""Own sheets that Rapport's field ``Bilagor`` names: whole in the document, with their tables."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.chart import BarChart, Reference, SurfaceChart3D
from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter

from lagesbild_xlsx import build, check
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model.appendices import AppendixTable
from lagesbild_xlsx.pipeline import Outcome, begin_next, compare, import_document, trend, update
from lagesbild_xlsx.pipeline.reading import read_checked, read_with_neighbours
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.appendices.tables import widths_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import W
from tests.conftest import ROOT, Edit, MakeWorkbook
from tests.docx_rules import faults
from tests.drawnbook import image_file
from tests.templates import lines, write_template
from tools.make_templates import A4_PORTRAIT
from tools.wordml import cell, control, paragraph, repeat, row, table, text, value
from tools.wordml import document as whole_document

Rows = Sequence[Sequence[Any]]
CRIMES: Rows = [
    ["Anmälda brott"],
    ["Typ", "2024", "2025", "Andel"],
    ["Skadegörelse", 1312, 1287, 0.254],
    ["Rån", 4, 2, 0.01],
    ["Källa: kommunens sammanställning."],
]
WIDE: Rows = [[f"Rubriken för {n}" for n in range(12)], [f"värdet {n}" for n in range(12)]]


def with_sheets(named: str = "", /, **sheets: Rows) -> Edit:
    """Return what adds sheets, and names them in Rapport; all of them if not told otherwise."""

    def edit(book: openpyxl.Workbook) -> None:
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for number, line in enumerate(rows, 1):
                for at, what in enumerate(line, 1):
                    one = sheet.cell(number, at, what)
                    one.number_format = "0.0%" if isinstance(what, float) else "# ##0"
        book["Rapport"].append(["Bilagor", named or "; ".join(sheets)])

    return edit


def both(*edits: Edit) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        for each in edits:
            each(book)

    return edit


@pytest.fixture
def made(workbook: MakeWorkbook, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that builds a document with some sheets, and finds nothing wrong."""

    def make(edit: Edit | None = None, **sheets: Rows) -> Path:
        target = tmp_path / "ut.docx"
        outcome = build(workbook(edit=edit or with_sheets(**sheets)), target, replaces=True)
        assert [f.rule.code for f in outcome.findings if f.is_error] == []
        return target

    return make


def shown(path: Path) -> list[str]:
    """Return the lines of a document from the first appendix on, to the glossary."""
    found = lines(path)
    last = found.index("Ordlista") if "Ordlista" in found else len(found)
    first = next(at for at, line in enumerate(found) if line.startswith("Balanslista"))
    after_list = [at for at, line in enumerate(found) if "\t" in line and at > first]
    end = next(at for at in after_list if at + 1 not in after_list)
    return found[end + 1 : last]


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(f.rule.code, str(f.place)) for f in outcome.findings]


# ------------------------------------------------------------------ what is shown


def test_sheet_comes_before_the_glossary_with_its_caption_table_and_source(
    made: Callable[..., Path],
) -> None:
    document = made(Brott=CRIMES)
    assert shown(document) == [
        "Brott",
        "Tabell 1. Anmälda brott",
        "Typ\t2024\t2025\tAndel",
        "Skadegörelse\t1 312\t1 287\t25,4%",
        "Rån\t4\t2\t1,0%",
        "Källa: kommunens sammanställning.",
    ]
    assert faults(document) == []


def test_figures_stand_to_the_right_and_the_header_row_is_repeated(
    made: Callable[..., Path],
) -> None:
    found = docx.Document(str(made(Brott=CRIMES))).tables[-1]
    sides = [[c._tc.find(f".//{qn('w:jc')}") is not None for c in r.cells] for r in found.rows]  # noqa: SLF001
    assert sides == [[False, True, True, True]] * 3
    assert [r._tr.find(f".//{qn('w:tblHeader')}") is not None for r in found.rows] == [  # noqa: SLF001
        True,
        False,
        False,
    ]
    assert found._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == "Anmälda brott"  # noqa: SLF001


def test_title_on_the_sheet_is_the_heading_and_texts_keep_their_place(
    made: Callable[..., Path],
) -> None:
    rows = [
        ["Brotten i år"], [], ["Siffrorna är preliminära."], [], ["a", "b"], ["c", "d"], [],
        ["En text efter."],
    ]  # fmt: skip
    found = shown(made(Brott=rows))
    assert found == ["Brotten i år", "Siffrorna är preliminära.", "a\tb", "c\td", "En text efter."]


def test_several_tables_on_a_sheet(made: Callable[..., Path]) -> None:
    rows = [
        ["a", "b", None, "c", "d"], ["1", "2", None, "3", "4"], [], ["Tabell 7: Den tredje"],
        ["e", "f"], ["5", "6"],
    ]  # fmt: skip
    document = made(Brott=rows)
    assert shown(document) == [
        "Brott", "a\tb", "1\t2", "c\td", "3\t4", "Tabell 1. Den tredje", "e\tf", "5\t6",
    ]  # fmt: skip
    assert faults(document) == []


def test_merged_headings_become_one_row(made: Callable[..., Path]) -> None:
    rows: Rows = [["Ort", "2024", None, "2025", None], [None, "Män", "Kvinnor", "Män", "Kvinnor"]]
    rows = [*rows, ["Granby", 1, 2, 3, 4]]

    def merge(book: openpyxl.Workbook) -> None:
        for area in ("A1:A2", "B1:C1", "D1:E1"):
            book["Brott"].merge_cells(area)

    document = made(both(with_sheets(Brott=rows), merge))
    assert shown(document)[1:] == [
        "Ort\t2024 – Män\t2024 – Kvinnor\t2025 – Män\t2025 – Kvinnor",
        "Granby\t1\t2\t3\t4",
    ]
    assert faults(document) == []


def test_nothing_that_is_not_named_or_not_shown_comes_along(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["Brott"].row_dimensions[4].hidden = True
        book["Brott"].column_dimensions["C"].hidden = True
        book["Brott"]["C2"] = "Hemligt"

    edit = both(with_sheets("Brott", Brott=CRIMES, Annat=[["Dolt", "x"], ["y", "z"]]), hide)
    target = tmp_path / "ut.docx"
    outcome = build(workbook(edit=edit), target)
    assert [(f.rule.code, f.message) for f in outcome.findings] == [
        ("LB328", "1 dold rad och 1 dold kolumn på bladet kommer inte med i bilagan."),
        ("LB324", "Finns i arbetsboken men inte i mallen: bladet Annat."),
    ]
    assert shown(target)[2:4] == ["Typ\t2024\tAndel", "Skadegörelse\t1 312\t25,4%"]
    with zipfile.ZipFile(target) as package:
        whole = b"".join(package.read(name) for name in package.namelist()).decode(errors="replace")
    assert not any(word in whole for word in ("Hemligt", "Dolt", "Rån"))


def test_what_an_appendix_shows_is_no_longer_told_as_left_out(workbook: MakeWorkbook) -> None:
    rows = [*CRIMES, [], ["Sidoruta", None, None, None, None, "långt bort"]]
    found = build(workbook(edit=with_sheets(Brott=rows)))
    assert [code for code, _ in codes(found) if code == "LB324"] == []


# ------------------------------------------------------------------ what is wrong


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("Brot", "Menade du Brott?"),
        ("Orter", "Det är ett av verktygets egna blad. Bara era egna blad kan vara bilagor."),
        ("Kurva", "Det är ett diagramblad. Flytta diagrammet till ett vanligt blad."),
        ("Trygghet", "Era egna blad är Brott."),
    ],
)
def test_name_that_is_no_own_sheet(named: str, hint: str, workbook: MakeWorkbook) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_chartsheet("Kurva")
        book.create_sheet("Tomt")
        book.create_sheet("Dolt").append(["Brott"])
        book["Dolt"].sheet_state = "hidden"

    edit = both(with_sheets(named, Brott=CRIMES), add)
    (found,) = [f for f in check(workbook(edit=edit)).findings if f.is_error]
    assert (found.rule.code, str(found.place), found.hint) == ("LB126", "Rapport!B8", hint)


def test_empty_sheet_is_no_appendix(workbook: MakeWorkbook, tmp_path: Path) -> None:
    target = tmp_path / "ut.docx"
    outcome = build(workbook(edit=with_sheets(Brott=[])), target)
    assert ("LB127", "Brott") in codes(outcome)
    assert shown(target) == []


@pytest.mark.parametrize(
    "rows", [[["x"] * 64, ["y"] * 64], [["x"] * 50 for _ in range(401)]], ids=["wide", "long"]
)
def test_sheet_that_is_too_large(rows: Rows, workbook: MakeWorkbook) -> None:
    found = check(workbook(edit=with_sheets(Brott=rows)))
    assert [each for each in codes(found) if each[0] == "LB128"] == [("LB128", "Brott")]


def test_columns_and_tables_without_headings_get_a_dash(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows: Rows = [[None, "Antal"], ["Rån", 4], [], ["Befolkning", 36123], ["Areal", 412]]
    target = tmp_path / "ut.docx"
    outcome = build(workbook(edit=with_sheets(Brott=rows)), target)
    assert codes(outcome) == [("LB129", "Brott!A1"), ("LB329", "Brott!A4")]
    assert shown(target)[1:] == [
        "–\tAntal", "Rån\t4", "–\t–", "Befolkning\t36 123", "Areal\t412",
    ]  # fmt: skip
    assert faults(target) == []


def test_error_value_in_a_cell_that_is_shown_stops_the_document(workbook: MakeWorkbook) -> None:
    def break_it(book: openpyxl.Workbook) -> None:
        book["Brott"]["B3"] = "#REF!"
        book["Brott"]["B3"].data_type = "e"

    outcome = build(workbook(edit=both(with_sheets(Brott=CRIMES), break_it)))
    assert codes(outcome) == [("LB208", "Brott!B3")]
    assert outcome.document is None


def test_personal_data_in_a_chart_and_in_an_alternative_text_is_found(
    workbook: MakeWorkbook,
) -> None:
    outcome = check(workbook(edit=both(with_sheets(Brott=CRIMES), _chart("Kalle Persson"))))
    assert ("LB410", "Brott!A8") in codes(outcome)


# ------------------------------------------------------------------ pages


def sections(path: Path) -> list[str]:
    """Return whether each section lies or stands, and whether it has a page header of its own."""
    found = docx.Document(str(path)).element.body.iter(qn("w:sectPr"))
    return [
        ("liggande" if each.find(qn("w:pgSz")).get(qn("w:orient")) else "stående")
        + (" med huvud" if each.find(qn("w:headerReference")) is not None else "")
        for each in found
    ]


def test_wide_table_has_a_turned_page_between_pages_that_stand(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Bred=WIDE, Bredare=WIDE, Smal=CRIMES)), target)
    assert sections(target) == [
        "stående med huvud", "liggande", "liggande", "stående med huvud",
    ]  # fmt: skip
    assert faults(target) == []


def test_turned_page_that_is_the_last_leaves_no_blank_page(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Bred=WIDE), Ordlista=None), target)
    assert sections(target) == ["stående med huvud", "liggande med huvud"]
    assert shown(target)[0] == "Bred"


def test_first_page_of_its_own_is_that_of_the_document_and_not_of_what_goes_on(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    section = A4_PORTRAIT.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    end = paragraph("Normal", text("Slut."))
    main = whole_document(section, repeated_table(), place("Bilagor"), end)
    template = write_template(tmp_path / "mall.docx", document=main)
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Bred=WIDE)), target, template)
    assert first_pages(target) == [True, False, False]
    update(workbook(), target, template)
    assert first_pages(target) == [True]
    update(workbook(edit=with_sheets(Bred=WIDE)), target, template)
    assert first_pages(target) == [True, False, False]


def first_pages(path: Path) -> list[bool]:
    """Return whether each section has a first page of its own."""
    found = docx.Document(str(path)).element.body.iter(qn("w:sectPr"))
    return [each.find(qn("w:titlePg")) is not None for each in found]


# ------------------------------------------------------------------ places in a template


def repeated_table() -> str:
    cells = (cell(4000, paragraph("Normal", value(name))) for name in ("Aktivitet", "Status"))
    head = (cell(4000, paragraph("Normal", text(name))) for name in ("Aktivitet", "Status"))
    rows = row(*head, header=True), repeat("Balanslista", row(*cells))
    return table("LBalanslista", "Balanslista", "Alla.", (4000, 4000), *rows)


def place(name: str) -> str:
    return control(f"lb:{name}", name, paragraph("Normal", text(name)))


def test_each_place_has_its_appendix_and_the_others_share_one(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(
        tmp_path / "mall.docx",
        place("Bilaga Brott"),
        repeated_table(),
        paragraph("Normal", place_in_line("Bilagor")),
        paragraph("Normal", text("Sist.")),
    )
    target = tmp_path / "ut.docx"
    sheets: dict[str, Rows] = {
        "Ett": [["Text ett."]],
        "Brott": [["Text två."]],
        "Tre": [["Text tre."]],
    }
    build(workbook(edit=with_sheets(**sheets)), target, template)
    found = [line for line in lines(target) if "\t" not in line]
    assert found == ["Brott", "Text två.", "Ett", "Text ett.", "Tre", "Text tre.", "Sist."]


def place_in_line(name: str) -> str:
    """Return a control as Word makes it where a line is empty: in the paragraph."""
    return control(f"lb:{name}", name, text(name))


def test_place_without_an_appendix_leaves_nothing(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(
        tmp_path / "mall.docx",
        place("Bilagor"),
        paragraph("Normal", place_in_line("Bilagor")),
        repeated_table(),
    )
    target = tmp_path / "ut.docx"
    build(workbook(), target, template)
    body = docx.Document(str(target)).element.body
    assert [each.tag for each in body] == [qn("w:tbl"), qn("w:sectPr")]


def test_template_without_a_place_has_them_before_its_glossary_or_last(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    glossary = repeat("Ordlista", paragraph("Normal", value("Begrepp")))
    heading = paragraph("Rubrik1", text("Ord"))
    book = workbook(edit=with_sheets(Brott=[["Text."]]))
    for blocks, expected in (
        ((heading, glossary), ["Brott", "Text.", "Ord", "BRÅ"]),
        ((paragraph("Normal", text("Slut")),), ["Slut", "Brott", "Text."]),
    ):
        template = write_template(tmp_path / "mall.docx", repeated_table(), *blocks)
        target = tmp_path / "ut.docx"
        build(book, target, template, replaces=True)
        assert [line for line in lines(target) if "\t" not in line] == expected


@pytest.mark.parametrize("where", ["a table", "a repeat"])
def test_place_that_is_no_line_of_the_body_is_refused(
    where: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    wrong = {
        "a table": table("LBalanslista", "x", "y", (4000,), row(cell(4000, place("Bilagor")))),
        "a repeat": repeat("Orter", paragraph("Normal", value("Ort")), place("Bilagor")),
    }
    template = write_template(tmp_path / "mall.docx", repeated_table(), wrong[where])
    outcome = build(workbook(edit=with_sheets(Brott=CRIMES)), template=template)
    (found,) = [f for f in outcome.findings if f.is_error]
    assert found.rule.code == "LB503"
    assert "eget stycke" in found.hint


def test_place_of_a_sheet_that_there_is_not_is_refused(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(tmp_path / "mall.docx", repeated_table(), place("Bilaga Brot"))
    outcome = build(workbook(edit=with_sheets(Brott=CRIMES)), template=template)
    (found,) = [f for f in outcome.findings if f.is_error]
    assert (found.rule.code, "Menade du Bilaga Brott?" in found.hint) == ("LB501", True)


# ------------------------------------------------------------------ charts and pictures


def _chart(title: str = "") -> Edit:
    """Return what puts a chart on the sheet Brott, and a picture, each with a caption below."""

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Brott"]
        chart = BarChart()
        chart.title = title or None
        figures = Reference(sheet, min_col=2, max_col=3, min_row=2, max_row=4)
        chart.add_data(figures, titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=3, max_row=4))
        chart.height, chart.width = 5, 10
        sheet.add_chart(chart, "A8")
        sheet["A19"] = "Brotten i ett diagram"
        sheet.add_image(Image(io.BytesIO(image_file())), "A22")
        sheet["A24"] = "Platserna"

    return edit


def test_chart_and_picture_stand_in_order_each_with_its_caption(
    made: Callable[..., Path],
) -> None:
    document = made(both(with_sheets(Brott=CRIMES), _chart()))
    assert shown(document)[-2:] == ["Diagram 1. Brotten i ett diagram", "Bild 1. Platserna"]
    names = zipfile.ZipFile(document).namelist()
    assert [n for n in names if "chart" in n and n.endswith("chart1.xml")] == [
        "word/charts/chart1.xml"
    ]
    kinds = [
        each.get("uri", "").rpartition("/")[2]
        for each in docx.Document(str(document)).element.body.iter(qn("a:graphicData"))
    ]
    assert kinds == ["chart", "picture"]


def test_update_puts_the_new_chart_in_place_of_the_old_and_keeps_nothing_of_that(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=both(with_sheets(Brott=CRIMES), _chart())), target)

    def change(book: openpyxl.Workbook) -> None:
        book["Brott"]["B3"] = 4711

    update(workbook(edit=both(with_sheets(Brott=CRIMES), _chart(), change)), target)
    package = zipfile.ZipFile(target)
    charts = [name for name in package.namelist() if name.startswith("word/charts/chart")]
    assert len(charts) == 1
    assert b"4711" in package.read(charts[0])
    assert sum("embeddings" in name for name in package.namelist()) == 1
    plain = workbook(edit=with_sheets(Brott=CRIMES))
    update(plain, target)
    left = [n for n in zipfile.ZipFile(target).namelist() if "chart" in n or "media" in n]
    assert left == []
    assert faults(target) == []


# ------------------------------------------------------------------ update


def test_updated_document_has_the_appendices_that_there_are_now(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    old, fresh = tmp_path / "gammal.docx", tmp_path / "ny.docx"
    long: Rows = [["a", "b"], *([f"rad {n}", n] for n in range(600))]
    before = workbook(edit=with_sheets(Brott=CRIMES, Borta=[["Gammalt."]], Bred=WIDE, Lång=long))
    now = workbook(edit=with_sheets(Lång=long, Bred=WIDE, Ny=[["Nytt."]], Brott=CRIMES[1:4]))
    build(before, old)
    outcome = update(now, old)
    build(now, fresh)
    assert [code for code, _ in codes(outcome) if code.startswith("LB5")] == []
    assert lines(old) == lines(fresh)
    assert sections(old) == sections(fresh)
    assert faults(old) == []
    update(before, old)
    build(before, fresh, replaces=True)
    assert (lines(old), sections(old)) == (lines(fresh), sections(fresh))


def test_document_that_libreoffice_has_saved_keeps_its_turned_page(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    old, fresh = tmp_path / "gammal.docx", tmp_path / "ny.docx"
    build(workbook(edit=with_sheets(Brott=CRIMES, Bred=WIDE)), old)
    document = docx.Document(str(old))
    body = document.element.body
    broken = next(
        p for p in body if p.tag == qn("w:p") and p.find(f".//{qn('w:sectPr')}") is not None
    )
    before = broken.getprevious()
    before.find(qn("w:pPr")).append(broken.find(f".//{qn('w:sectPr')}"))
    for bookmark in broken.findall(qn("w:bookmarkStart")) + broken.findall(qn("w:bookmarkEnd")):
        before.append(bookmark)
    body.remove(broken)
    document.save(str(old))
    now = workbook(edit=with_sheets(Bred=WIDE, Brott=CRIMES))
    outcome = update(now, old)
    assert [code for code, _ in codes(outcome) if code.startswith("LB5")] == []
    build(now, fresh)
    assert (lines(old), sections(old)) == (lines(fresh), sections(fresh))


def test_first_appendix_of_a_document_stands_where_a_new_document_has_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    old, fresh = tmp_path / "gammal.docx", tmp_path / "ny.docx"
    build(workbook(), old)
    now = workbook(edit=with_sheets(Bred=WIDE))
    update(now, old)
    build(now, fresh)
    assert (lines(old), sections(old)) == (lines(fresh), sections(fresh))


def test_hand_edit_in_an_appendix_stays_until_its_sheet_is_changed(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Brott=CRIMES)), target)
    document = docx.Document(str(target))
    document.tables[-1].cell(1, 0).paragraphs[0].runs[0].text = "Handskrivet"
    document.save(str(target))
    outcome = update(workbook(edit=with_sheets(Brott=CRIMES)), target)
    assert codes(outcome) == []
    assert docx.Document(str(target)).tables[-1].cell(1, 0).text == "Handskrivet"
    (told,) = update(workbook(edit=with_sheets(Brott=CRIMES[:4])), target).findings
    assert (told.rule.code, told.message) == (
        "LB514",
        "I ”ut.docx” var texten i bilagan Brott ändrad för hand: ”Handskrivet”. Den ersattes.",
    )
    assert docx.Document(str(target)).tables[-1].cell(1, 0).text == "Skadegörelse"


def _saved_in_libreoffice(path: Path, *, again: bool = False) -> None:
    """Move the mark of a turned page's end into the next paragraph, as LibreOffice does.

    When it saves ``again`` what was updated, it lets the mark begin in the table before.
    """
    document = docx.Document(str(path))
    start = next(
        each
        for each in document.element.body.iter(qn("w:bookmarkStart"))
        if each.get(qn("w:name")).startswith("_lb_slut") and each.get(qn("w:name")).endswith("l")
    )
    line, end = start.getparent(), start.getnext()
    line.getnext().extend((start, end))
    if again:
        list(line.getprevious().iter(qn("w:p")))[-1].append(start)
    document.save(str(path))


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("following", [[["Texten."]], [["En annan text."]]])
def test_appendix_after_a_turned_page_is_whole_when_libreoffice_has_saved(
    following: Rows, workbook: MakeWorkbook, tmp_path: Path, *, again: bool
) -> None:
    old, fresh = tmp_path / "gammal.docx", tmp_path / "ny.docx"
    build(workbook(edit=with_sheets(Bred=WIDE, Efter=[["Texten."]], Sist=CRIMES)), old)
    _saved_in_libreoffice(old, again=again)
    now = workbook(edit=with_sheets(Bred=WIDE, Efter=following, Sist=CRIMES))
    outcome = update(now, old)
    build(now, fresh)
    assert codes(outcome) == []
    assert (lines(old), sections(old)) == (lines(fresh), sections(fresh))


def test_sheet_after_a_turned_page_comes_back_when_libreoffice_has_saved(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target, again = tmp_path / "ut.docx", tmp_path / "igen.xlsx"
    build(workbook(edit=with_sheets(Bred=WIDE, Efter=[["Texten."]])), target)
    _saved_in_libreoffice(target)
    import_document(target, again)
    book = openpyxl.load_workbook(again)
    assert book.sheetnames[-2:] == ["Bred", "Efter"]
    assert list(book["Efter"].values) == [("Texten.",)]


def test_caption_style_of_ours_goes_before_that_of_libreoffice() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/></w:style>'
        for number, name in (("Caption", "Caption"), ("Caption1", "caption"))
    )
    root = etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>')
    assert Styles(root).id_of("paragraph", "caption") == "Caption1"
    assert Styles(root).id_of("paragraph", "CAPTION") == "Caption"


def test_document_where_an_appendix_has_lost_its_heading_is_left_as_it_is(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    book = workbook(edit=with_sheets(Brott=CRIMES))
    build(book, target)
    document = docx.Document(str(target))
    heading = next(p for p in document.paragraphs if p.text == "Brott")
    heading._p.getparent().remove(heading._p)  # noqa: SLF001
    document.save(str(target))
    kept = target.read_bytes()
    with pytest.raises(StopError, match="LB576") as refused:
        update(book, target)
    assert "var bilagan Brott börjar eller slutar" in str(refused.value)
    assert target.read_bytes() == kept


def test_appendix_that_is_removed_by_hand_is_called_an_appendix(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Kvar=[["a."]], Borta=[["b."]])), target)
    document = docx.Document(str(target))
    for line in [p for p in document.paragraphs if p.text in ("Borta", "b.")]:
        line._p.getparent().remove(line._p)  # noqa: SLF001
    document.save(str(target))
    book = workbook(edit=with_sheets(Kvar=[["a."]], Borta=[["c."]]))
    (told,) = update(book, target).findings
    assert told.message == "I ”ut.docx” är bilagan Borta borttagen för hand, och förblir det."
    assert not {"Borta", "c."} & set(lines(target))


def test_number_that_word_gives_a_caption_is_no_hand_edit(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    build(workbook(edit=with_sheets(Brott=CRIMES)), target)
    document = docx.Document(str(target))
    simple = next(document.element.body.iter(qn("w:fldSimple")))
    next(simple.iter(qn("w:t"))).text = "12"
    document.save(str(target))
    outcome = update(workbook(edit=with_sheets(Brott=CRIMES[:4])), target)
    assert codes(outcome) == []
    assert shown(target)[1] == "Tabell 1. Anmälda brott"


# ------------------------------------------------------------------ back, on and beside


def test_sheets_come_back_from_the_document(made: Callable[..., Path], tmp_path: Path) -> None:
    texts = [["Rubriken"], [], ["En text med punkt."], [], ["a", "b"], [True, "0070"]]
    document = made(Brott=CRIMES, Annat=texts)
    again = tmp_path / "igen.xlsx"
    import_document(document, again)
    read = read_checked(again)
    assert read.value.report.appendices == "Brott; Annat"
    rebuilt = tmp_path / "igen.docx"
    build(again, rebuilt)
    assert shown(rebuilt) == shown(document)
    sheet = openpyxl.load_workbook(again)["Brott"]
    assert [sheet.cell(3, at).value for at in range(1, 5)] == ["Skadegörelse", 1312, 1287, 0.254]


def test_pictures_come_back_with_their_words_and_charts_are_named(
    made: Callable[..., Path], tmp_path: Path
) -> None:
    def describe(book: openpyxl.Workbook) -> None:
        book["Brott"].add_image(Image(io.BytesIO(image_file(size=(300, 200)))), "A30")
        book["Brott"]["A41"] = "Den andra"

    document = made(both(with_sheets(Brott=CRIMES), _chart(), describe))
    again, rebuilt = tmp_path / "igen.xlsx", tmp_path / "igen.docx"
    outcome = import_document(document, again)
    (left,) = [f for f in outcome.findings if f.rule.code == "LB581"]
    assert "har en bild, ett diagram eller en figur som inte är med" in left.message
    build(again, rebuilt)
    assert shown(rebuilt)[-3:] == [
        "Brotten i ett diagram", "Bild 1. Platserna", "Bild 2. Den andra",
    ]  # fmt: skip
    pictures = [
        {package.read(n) for n in package.namelist() if n.startswith("word/media")}
        for package in map(zipfile.ZipFile, (document, rebuilt))
    ]
    assert len(pictures[0]) == 2
    assert pictures[0] == pictures[1]


def test_picture_of_a_locality_comes_back_at_its_row(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def draw(book: openpyxl.Workbook) -> None:
        book["Orter"].add_image(Image(io.BytesIO(image_file())), "C3")

    target, again, rebuilt = (tmp_path / name for name in ("ut.docx", "igen.xlsx", "igen.docx"))
    build(workbook(edit=both(draw, with_sheets(Brott=CRIMES), _chart())), target)
    import_document(target, again)
    anchors = [
        each.anchor._from.row + 1  # noqa: SLF001 - openpyxl's own
        for each in openpyxl.load_workbook(again)["Orter"]._images  # noqa: SLF001
    ]
    assert anchors == [3]
    build(again, rebuilt)
    texts = [
        paragraph.text.split("\t")[0]
        for paragraph in docx.Document(str(rebuilt)).paragraphs
        if paragraph._p.find(f".//{qn('a:blip')}") is not None  # noqa: SLF001
    ]
    place = openpyxl.load_workbook(again)["Orter"]["A3"].value
    assert texts[0] == place


def test_words_of_a_picture_come_back(tmp_path: Path) -> None:
    target, again = tmp_path / "ut.docx", tmp_path / "igen.xlsx"
    build(ROOT / "examples" / "vallunda-2026-10-08.xlsx", target)
    import_document(target, again)
    (appendix,) = read_with_neighbours(again, None)[0].value.appendices
    (picture,) = appendix.illustrations
    assert picture.alt_text.startswith("Karta över Vallunda.")


def test_next_period_keeps_own_sheets_charts_and_pictures(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook(edit=both(with_sheets(Brott=CRIMES), _chart()))
    following = tmp_path / "nasta.xlsx"
    begin_next(book, dt.date(2030, 1, 1), following)
    kept = ("xl/drawings", "xl/charts", "xl/media")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(following) as new:
        names = [name for name in old.namelist() if name.startswith(kept)]
        assert [name for name in new.namelist() if name.startswith(kept)] == names
    read = (read_with_neighbours(path, None)[0] for path in (book, following))
    before, after = (each.value.appendices for each in read)
    assert len(before[0].illustrations) == 2
    assert before == after
    assert read_workbook(following).sheet("Brott") == read_workbook(book).sheet("Brott")


def test_comparison_names_the_appendices_that_are_others(workbook: MakeWorkbook) -> None:
    before = workbook(edit=with_sheets(Brott=CRIMES, Borta=[["a."]], Lika=[["b."]]))
    now = workbook(edit=with_sheets(Brott=CRIMES[:4], Ny=[["c."]], Lika=[["b."]]))
    found = [(f.rule.code, str(f.place), f.message) for f in compare(before, now).findings]
    assert found == [
        ("LB575", "Brott", "Bilagan ”Brott” är ändrad."),
        ("LB575", "Ny", "Bilagan ”Ny” är ny."),
        ("LB575", "Borta", "Bilagan ”Borta” är borta."),
    ]


def test_table_that_only_stands_further_down_is_no_change(workbook: MakeWorkbook) -> None:
    before = workbook(edit=with_sheets(Brott=CRIMES))
    now = workbook(edit=with_sheets(Brott=[[""], *CRIMES]))
    assert compare(before, now).findings == ()


def test_comparison_sees_another_picture(workbook: MakeWorkbook) -> None:
    def draw(book: openpyxl.Workbook, size: tuple[int, int]) -> None:
        book["Brott"].add_image(Image(io.BytesIO(image_file(size=size))), "A8")

    before, now, same = (
        workbook(edit=both(with_sheets(Brott=CRIMES), partial(draw, size=size)))
        for size in ((40, 20), (40, 24), (40, 24))
    )
    assert [f.rule.code for f in compare(before, now).findings] == ["LB575"]
    assert compare(now, same).findings == ()


@pytest.mark.parametrize(("sheet", "cells"), [("Orter", "CC"), ("Balanslista", "FF")])
def test_comparison_sees_that_a_picture_stands_at_another_row(
    sheet: str, cells: str, workbook: MakeWorkbook
) -> None:
    def draw(book: openpyxl.Workbook, at: str) -> None:
        book[sheet].add_image(Image(io.BytesIO(image_file())), at)

    first, second = (f"{letter}{row}" for letter, row in zip(cells, (2, 3), strict=True))
    before, now, same = (
        workbook(edit=partial(draw, at=place)) for place in (first, second, second)
    )
    comparison = compare(before, now)
    (told,) = comparison.findings
    assert (told.rule.code, str(told.place)) == ("LB577", sheet)
    assert comparison.summary == "Sedan förra lägesbilden: ingen aktivitet har ändrats"
    assert compare(now, same).findings == ()


def test_picture_of_a_locality_that_is_new_is_not_told_as_a_blank_text(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def draw(book: openpyxl.Workbook, at: str) -> None:
        book["Orter"].add_image(Image(io.BytesIO(image_file())), at)

    target = tmp_path / "ut.docx"
    build(workbook(edit=partial(draw, at="C2")), target)
    outcome = update(workbook(edit=partial(draw, at="C3")), target)
    assert [f.message for f in outcome.findings if "””" in f.message] == []
    body = docx.Document(str(target)).element.body
    assert len(list(body.iter(qn("a:blip")))) == 1


def test_report_over_time_has_no_appendices(workbook: MakeWorkbook, tmp_path: Path) -> None:
    folder = tmp_path / "mapp"
    folder.mkdir()
    for number, date in enumerate(("2026-03-05", "2026-04-05")):
        fields = [{}, {"Värde": date}]
        shutil.copy(
            workbook(edit=with_sheets(Brott=CRIMES), Rapport=fields), folder / f"{number}.xlsx"
        )
    target = tmp_path / "trend.docx"
    trend(folder, target)
    assert "Källa: kommunens sammanställning." not in lines(target)


def test_web_page_says_a_caption_once_and_has_figures_to_the_right(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    build(workbook(edit=with_sheets(Brott=CRIMES)), tmp_path / "ut.docx", formats=["html"])
    page = (tmp_path / "ut.html").read_text(encoding="utf-8")
    assert '<caption class="dold">Anmälda brott' in page
    assert '<td class="right">1 312</td>' in page.replace("\u00a0", " ")


# ------------------------------------------------------------------ the example


def test_example_with_statistics_chart_and_map_builds_without_any_option(tmp_path: Path) -> None:
    book = tmp_path / "vallunda-2026-10-08.xlsx"
    shutil.copy(ROOT / "examples" / book.name, book)
    outcome = build(book)
    assert codes(outcome) == []
    assert outcome.document is not None
    assert faults(outcome.document) == []
    found = lines(outcome.document)
    assert found[-2:] == [
        "Diagram 1. Anmälda brott, år för år",
        "Bild 1. Orterna, och platserna som tas upp på trygghetsmötena",
    ]


def test_columns_are_as_wide_as_the_text_on_the_page(made: Callable[..., Path]) -> None:
    wide = docx.Document(str(made(Brott=WIDE))).tables[-1]
    grid = [int(each.get(qn("w:w")) or 0) for each in wide._tbl.iter(qn("w:gridCol"))]  # noqa: SLF001
    assert len(grid) == len(get_column_letter(12)) * 12
    assert sum(grid) == 14570


# ------------------------------------------------------------------ figures stay whole


def _room_of(path: Path, first: str) -> tuple[list[float], float]:
    """Return how wide the columns of the table with a first text are inside, and its size."""
    held = next(t for t in docx.Document(str(path)).tables if t.cell(0, 0).text == first)
    xml = held._tbl  # noqa: SLF001 - python-docx has no grid of its own
    size = next((float(each.get(qn("w:val")) or 0) for each in xml.iter(qn("w:sz"))), 20.0)
    widths = [float(each.get(qn("w:w")) or 0) - 240 for each in xml.iter(qn("w:gridCol"))]
    return [width / size for width in widths], size


FIGURE = 5.6
"""How wide a figure is in Arial, in twips for each half point of its size: 0,556 em."""


def test_months_with_large_figures_and_dates_stand_on_one_line_each(
    made: Callable[..., Path],
) -> None:
    months: Rows = [
        ["Dygnet", *(f"M{n}" for n in range(16))],
        *([f"2021-11-0{day}", *[1234567] * 16] for day in (1, 2, 3)),
    ]
    document = made(Pengar=months)
    rooms, size = _room_of(document, "Dygnet")
    assert 14 <= size < 20
    assert rooms[0] >= 10 * FIGURE * 0.9  # two of the ten are hyphens, which are narrow
    assert all(room >= 7 * FIGURE for room in rooms[1:])


def test_table_with_too_many_columns_for_whole_figures_is_told(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows: Rows = [[f"Kolumn {n}" for n in range(30)], [123456 + n for n in range(30)]]
    outcome = build(workbook(edit=with_sheets(Bred=rows)), tmp_path / "ut.docx")
    assert codes(outcome) == [("LB117", "Bred!A1")]
    assert "har 30 kolumner och ryms knappt" in outcome.findings[0].message


def test_table_with_few_columns_is_not_told_of(workbook: MakeWorkbook, tmp_path: Path) -> None:
    outcome = build(workbook(edit=with_sheets(Brott=CRIMES, Bred=WIDE)), tmp_path / "ut.docx")
    assert "LB117" not in [f.rule.code for f in outcome.findings]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("−1\u00a0234", "−1\u00a0234"),
        ("2021-11-01 kl. 10", "2021-11-01"),
        ("Malma-Öster", "Malma"),
        ("-12,5", "-12,5"),
    ],
)
def test_figures_and_dates_are_one_word(text: str, word: str) -> None:
    table = AppendixTable(FILE, "", ("a",), ((text,),))
    alone = AppendixTable(FILE, "", ("a",), ((word,),))
    assert widths_of(table).least == widths_of(alone).least


# ------------------------------------------------------------------ what is said of a sheet


def test_faulty_cell_is_marked_in_a_draft(workbook: MakeWorkbook, tmp_path: Path) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book["Brott"]["B3"], book["Brott"]["B3"].data_type = "#N/A", "e"

    path, target = workbook(edit=both(with_sheets(Brott=CRIMES), put)), tmp_path / "ut.docx"
    assert build(path, target).document is None
    draft = build(path, target, draft=True).document
    assert draft
    assert "Skadegörelse\t[FEL]\t1 287\t25,4%" in lines(draft)


def test_size_that_is_too_large_is_told_with_the_limit(workbook: MakeWorkbook) -> None:
    wide = check(workbook(edit=with_sheets(Brott=[["x"] * 64, ["y"] * 64])))
    long = check(workbook(edit=with_sheets(Brott=[["x"] * 50 for _ in range(401)])))
    assert [f.message for f in (*wide.findings, *long.findings) if f.rule.code == "LB128"] == [
        "Bladet har en tabell med 64 kolumner. En bilaga får ha högst 63.",
        "Bladet har 20050 celler. En bilaga får ha högst 20\u00a0000.",
    ]


def test_sheet_whose_only_chart_is_refused_is_not_called_empty(workbook: MakeWorkbook) -> None:
    def put(book: openpyxl.Workbook) -> None:
        chart = SurfaceChart3D()
        chart.add_data(Reference(book["Rapport"], min_col=2, min_row=1, max_row=3))
        book["Diagram"].add_chart(chart, "B2")

    outcome = check(workbook(edit=both(with_sheets(Diagram=[]), put)))
    found = [each for each in codes(outcome) if each[1].startswith("Diagram")]
    assert found == [("LB238", "Diagram!B2")]


def test_table_with_very_many_columns_has_tight_margins(made: Callable[..., Path]) -> None:
    rows: Rows = [[f"K {n}" for n in range(24)], [123456 + n for n in range(24)]]
    document = made(Bred=rows)
    held = next(t for t in docx.Document(str(document)).tables if t.cell(0, 0).text == "K 0")
    xml = held._tbl  # noqa: SLF001 - python-docx has no margins of its own
    widths = [int(each.get(qn("w:w")) or 0) for each in xml.iter(qn("w:gridCol"))]
    [margins] = xml.iter(qn("w:tblCellMar"))
    room = min(widths) - sum(int(each.get(qn("w:w")) or 0) for each in margins)
    assert room >= 6 * FIGURE * 14
    assert faults(document) == []
