"""Letters that are more than letters: raised and lowered ones, and those of fonts of symbols."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font

from lagesbild_xlsx import build, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.history.frames import activities_frame
from lagesbild_xlsx.model.status_words import COLOURS
from lagesbild_xlsx.pipeline import begin_next, import_document, update
from lagesbild_xlsx.places import Run, runs_of
from lagesbild_xlsx.sheets import read_lagesbild
from lagesbild_xlsx.symbols import symbol, unicode_text
from tests.conftest import MakeWorkbook
from tests.rawbook import raw_parts, write_parts
from tests.test_cli import run

Edit = Callable[[openpyxl.Workbook], None]
MILLION = CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "6"), " liter")
CARBON = CellRichText("CO", TextBlock(InlineFont(vertAlign="subscript"), "2"))
TICK = CellRichText(TextBlock(InlineFont(rFont="Wingdings"), "ü"), " klart")


def put(cell: str, value: Any, font: Font | None = None, sheet: str = "Balanslista") -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value
        if font:
            book[sheet][cell].font = font

    return edit


def told(path: Path) -> list[tuple[str, str]]:
    return [(finding.rule.code, str(finding.place)) for finding in check(path).findings]


def built(workbook: Path, folder: Path) -> Path:
    return build(workbook, folder / "ut.docx").document or Path()


def runs_in(document: Path, cell: int = 3) -> list[tuple[str, str]]:
    """Return the runs of a cell of the first activity, and where each stands."""
    row = docx.Document(str(document)).tables[0].rows[1]
    [paragraph] = row.cells[cell].paragraphs
    found = []
    for each in paragraph.runs:
        shift = "^" if each.font.superscript else "_" if each.font.subscript else ""
        found.append((each.text, shift))
    return found


@pytest.mark.parametrize(
    ("value", "font", "runs"),
    [
        (MILLION, None, [("10", ""), ("6", "^"), (" liter", "")]),
        (CARBON, None, [("CO", ""), ("2", "_")]),
        ("H₂O", None, [("H₂O", "")]),
        ("not 1", Font(vertAlign="superscript"), [("not 1", "^")]),
        (
            CellRichText("1", TextBlock(InlineFont(vertAlign="subscript"), "2")),
            Font(vertAlign="superscript"),
            [("1", "^"), ("2", "_")],
        ),
        (106, Font(vertAlign="subscript"), [("106", "_")]),
    ],
    ids=["raised", "lowered", "typed", "whole cell", "cell and run", "number"],
)
def test_raised_and_lowered_letters_stay_so(
    value: Any, font: Font | None, runs: list[Any], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    assert runs_in(built(workbook(put("D2", value, font)), tmp_path)) == runs


def test_raised_letters_of_a_shared_string_stay_so(tmp_path: Path) -> None:
    string = '<r><t>m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    path = write_parts(tmp_path / "b.xlsx", raw_parts(rows, f"<si>{string}</si>"))
    [sheet] = read_workbook(path).sheets
    assert runs_of(sheet.cell(1, 1).text) == (Run("m"), Run("2", shift="superscript"))


def test_raised_letters_are_raised_on_the_page_too(workbook: MakeWorkbook, tmp_path: Path) -> None:
    build(workbook(put("D2", MILLION)), tmp_path / "ut.docx", formats=["html"])
    assert "10<sup>6</sup> liter" in (tmp_path / "ut.html").read_text("utf-8")


def test_raised_letters_come_back_into_a_workbook(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(put("D2", MILLION)), tmp_path)
    import_document(document, tmp_path / "ny.xlsx")
    book = openpyxl.load_workbook(tmp_path / "ny.xlsx", rich_text=True)
    before, raised, after = book["Balanslista"]["D2"].value
    assert (str(before), raised.text, str(after)) == ("10", "6", " liter")
    assert raised.font.vertAlign == "superscript"


def test_update_raises_what_is_raised_now(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(put("D2", "106 liter")), tmp_path)
    outcome = update(workbook(put("D2", MILLION)), document)
    assert runs_in(outcome.document or Path()) == [("10", ""), ("6", "^"), (" liter", "")]
    assert "LB514" not in {finding.rule.code for finding in outcome.findings}


def test_next_keeps_raised_letters(workbook: MakeWorkbook, tmp_path: Path) -> None:
    begin_next(workbook(put("A3", MILLION)), dt.date(2026, 4, 1), tmp_path / "ny.xlsx")
    following = read_lagesbild(read_workbook(tmp_path / "ny.xlsx")).value
    first = following.activities[0].activity
    assert runs_of(first) == (Run("10"), Run("6", shift="superscript"), Run(" liter"))


def test_compare_prints_raised_letters_as_those_of_unicode(workbook: MakeWorkbook) -> None:
    before, after = workbook(put("A2", MILLION)), workbook(put("A2", MILLION))
    for form in ("text", "json"):
        assert "10⁶ liter" in run("compare", str(before), str(after), "--format", form).stdout


def test_tables_over_time_have_raised_letters_as_those_of_unicode(workbook: MakeWorkbook) -> None:
    read = read_lagesbild(read_workbook(workbook(put("A2", MILLION)))).value
    assert activities_frame([read])["activity"][0] == "10⁶ liter"


# ------------------------------------------------------------------ fonts of symbols


def text_of(path: Path, row: int = 2, column: int = 4) -> str:
    sheet = read_workbook(path).sheet("Balanslista")
    assert sheet
    return sheet.cell(row, column).text


@pytest.mark.parametrize(
    ("value", "font", "text"),
    [
        (TICK, None, "✓ klart"),
        ("ü", "Wingdings", "✓"),
        ("l", "Wingdings", "●"),
        ("³ 5", "Symbol", "≥ 5"),
        ("P", "Wingdings 2", "✓"),
        ("à", "Wingdings", "→"),
        ("þ", "Wingdings", "☑"),
        ("a", "Webdings", "✔"),
        ("\u201c", "Wingdings", unicode_text("\x93", "Wingdings")),
        ("\uf0fc", "Wingdings", "✓"),
        ("ü", "Calibri", "ü"),
        (CellRichText("ü", TextBlock(InlineFont(rFont="Calibri"), " ü")), "Wingdings", "✓ ü"),
    ],
)
def test_letters_of_symbol_fonts_are_what_they_show(
    value: Any, font: str | None, text: str, workbook: MakeWorkbook
) -> None:
    assert text_of(workbook(put("D2", value, Font(name=font) if font else None))) == text


def test_number_format_in_a_font_of_symbols_is_what_it_shows(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        cell = book["Balanslista"]["D2"]
        cell.value, cell.number_format, cell.font = 1, '"l"', Font(name="Wingdings")

    assert text_of(workbook(edit)) == "●"


def test_symbol_reaches_the_document(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(put("D2", TICK)), tmp_path)
    xml = zipfile.ZipFile(document).read("word/document.xml").decode()
    assert "✓ klart" in xml
    assert "Wingdings" not in xml


def test_letter_of_windows_is_known_by_its_number() -> None:
    assert symbol(ord("\u2022"), "Wingdings") == symbol(0x95, "Wingdings")


@pytest.mark.parametrize("sheet", ["Balanslista", "Orter"])
def test_symbol_without_a_letter_is_told_at_its_cell(sheet: str, workbook: MakeWorkbook) -> None:
    cell = {"Balanslista": "D2", "Orter": "B2"}[sheet]
    path = workbook(put(cell, "ÿ", Font(name="Wingdings"), sheet))
    assert ("LB226", f"{sheet}!{cell}") in told(path)


@pytest.mark.parametrize(
    ("sign", "font", "colour", "status"),
    [
        ("l", "Wingdings", "FF0000", "Rött"),
        ("l", "Wingdings", "FFFF00", "Gult"),
        ("l", "Wingdings", "00B050", "Grönt"),
        ("n", "Wingdings", "C00000", "Rött"),
        ("n", "Webdings", "FF0000", "Rött"),
        ("●", "Calibri", "92D050", "Grönt"),
        ("■", "Calibri", "FF0000", "Rött"),
        ("● Rött", "Calibri", "FF0000", "Rött"),
        ("● grön", "Calibri", "000000", "Grönt"),
        ("🟡 Gult", "Calibri", "000000", "Gult"),
    ],
)
def test_coloured_sign_is_a_status(
    sign: str, font: str, colour: str, status: str, workbook: MakeWorkbook
) -> None:
    path = workbook(put("C2", sign, Font(name=font, color=colour)))
    read = read_lagesbild(read_workbook(path))
    assert read.value.activities[0].status == status
    assert not [f for f in read.findings if f.is_error]


def test_sign_in_the_colour_of_a_word_of_ones_own_is_that_word(workbook: MakeWorkbook) -> None:
    words = [{"Status": "Startad", "Färg": "Blått"}, {"Status": "Klar", "Färg": "Grönt"}, {}]
    words[2] = {"Status": "Väntar", "Färg": "Rött"}
    path = workbook(put("C2", "●", Font(color=COLOURS["Blått"])), Listor=words,
                    Balanslista=[{}, {"Status": "Klar"}])  # fmt: skip
    assert read_lagesbild(read_workbook(path)).value.activities[0].status == "Startad"


def test_coloured_run_alone_in_its_cell_is_a_status(workbook: MakeWorkbook) -> None:
    dot = CellRichText(TextBlock(InlineFont(rFont="Wingdings", color=Color("00FF0000")), "l"))
    read = read_lagesbild(read_workbook(workbook(put("C2", dot))))
    assert read.value.activities[0].status == "Rött"


@pytest.mark.parametrize(
    ("text", "colour"),
    [("●", "000000"), ("●", None), ("✓", "FF0000"), ("● snart", "FF0000"), ("🟢 Rött", "000000")],
)
def test_other_signs_and_colours_are_no_status(
    text: str, colour: str | None, workbook: MakeWorkbook
) -> None:
    found = check(workbook(put("C2", text, Font(color=colour)))).findings
    assert "LB203" in {finding.rule.code for finding in found}


def test_sign_and_fill_that_say_different_things_are_told(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        put("C2", "●", Font(color="FF0000"))(book)
        book["Balanslista"]["C2"].fill = openpyxl.styles.PatternFill("solid", start_color="00B050")

    assert "LB213" in {finding.rule.code for finding in check(workbook(edit)).findings}


def test_symbols_of_a_word_document_become_letters(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 4)
    for cell, text in zip(table.rows[0].cells, ("Aktivitet", "Ansvar", "Status", "Kommentar"),
                          strict=True):  # fmt: skip
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("Vandra", "Polisen", "l", "ü ja"), strict=True):
        cell.text = text
    for at, colour in ((2, "FF0000"), (3, "000000")):
        dressed = table.rows[1].cells[at].paragraphs[0].runs[0]
        dressed.font.name = "Wingdings"
        dressed.font.color.rgb = docx.shared.RGBColor.from_string(colour)
    document.save(str(tmp_path / "typ.docx"))
    import_document(tmp_path / "typ.docx", tmp_path / "ny.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Balanslista"]
    assert re.match("✓", str(sheet["D2"].value))
    assert sheet["C2"].value in ("Rött", None, "●")
    read = read_lagesbild(read_workbook(tmp_path / "ny.xlsx"))
    assert read.value.activities[0].status == "Rött"
