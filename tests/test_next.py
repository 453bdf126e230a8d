"""The next period's workbook: what is moved, emptied and taken out, and that all else is kept."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Picture
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table as ExcelTable
from PIL import Image

from lagesbild_xlsx import check
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.book import WORKBOOK
from lagesbild_xlsx.excel.removal import Removal
from lagesbild_xlsx.model import Lagesbild, Status
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pipeline import begin_next
from lagesbild_xlsx.places import runs_of
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import ROOT, MakeWorkbook
from tests.rawbook import raw_parts, write_parts
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors
from tests.vml import DRAWINGS, text_of

NEXT = dt.date(2026, 4, 1)
EXAMPLE = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"


def following(path: Path, date: dt.date = NEXT) -> Lagesbild:
    """Return what the next period's workbook says."""
    document = begin_next(path, date).document
    assert document
    return read_lagesbild(read_workbook(document)).value


def sheet_of(path: Path, name: str = "Balanslista") -> Any:
    return openpyxl.load_workbook(path)[name]


def test_texts_are_moved_or_emptied_and_statuses_stay(tmp_path: Path) -> None:
    before = EXAMPLE.read_bytes()
    old = read_lagesbild(read_workbook(EXAMPLE)).value
    outcome = begin_next(EXAMPLE, dt.date(2027, 1, 14), tmp_path / "ny.xlsx")
    new = read_lagesbild(read_workbook(tmp_path / "ny.xlsx")).value
    assert new.report.date == dt.date(2027, 1, 14)
    assert [(row.name, row.note) for row in new.localities] == [
        (row.name, "") for row in old.localities
    ]
    for was, now in zip(old.activities, new.activities, strict=True):
        assert (now.number, now.activity, now.status) == (was.number, was.activity, was.status)
        assert (now.comment, now.own["Förra gången"]) == ("", was.comment)
        assert runs_of(now.own["Förra gången"]) == runs_of(was.comment)
    assert (new.paragraphs, new.glossary, new.own) == (old.paragraphs, old.glossary, old.own)
    assert [finding.rule.code for finding in outcome.findings] == ["LB315"]
    assert EXAMPLE.read_bytes() == before


def test_what_is_done_goes_to_a_sheet_and_its_number_is_never_used_again(
    workbook: MakeWorkbook,
) -> None:
    def strike(book: openpyxl.Workbook) -> None:
        book["Balanslista"]["A3"].font = Font(strike=True)

    path = workbook(
        strike,
        Balanslista=[
            {"Status": "Grönt", "Kommentar": "Klart.", "Nr": 1, "Avslutad": None},
            {"Nr": 2},
            {"Nr": 3, "Avslutad": "ja", "Status": "Rött", "Kommentar": "Avbröts."},
            {"Aktivitet": "Städa", "Ansvar": "Polisen", "Avslutad": "nej"},
            {"Aktivitet": "Måla", "Status": "Grönt", "Kommentar": "Klart vid stationen."},
        ],
    )
    first = begin_next(path, NEXT)
    assert [activity.activity for activity in first.done] == ["Vandra", "Lysa upp", "Samtala"]
    assert first.document
    new = read_lagesbild(read_workbook(first.document)).value
    assert [(a.number, a.activity, a.own["Förra gången"]) for a in new.activities] == [
        ("4", "Städa", ""),
        ("5", "Måla", "Klart vid stationen."),
    ]
    assert [a.origin.row.row for a in new.activities] == [2, 3]
    [archive] = new.own
    assert [(row["Nr"], row["Aktivitet"], row["Status"]) for row in archive.rows] == [
        ("1", "Vandra", "Grönt"),
        ("2", "Lysa upp", "Gult"),
        ("3", "Samtala", "Rött"),
    ]

    book = openpyxl.load_workbook(first.document)
    sheet = book["Balanslista"]
    columns = {cell.value: cell.column or 0 for cell in sheet[1]}
    sheet.cell(3, columns["Avslutad"]).value = dt.datetime(2026, 3, 20)  # noqa: DTZ001
    sheet.cell(4, columns["Aktivitet"]).value = "Laga"
    book.save(first.document)
    again = following(first.document, dt.date(2026, 6, 1))
    assert [(a.number, a.activity) for a in again.activities] == [("4", "Städa"), ("6", "Laga")]
    assert [row["Aktivitet"] for row in again.own[0].rows] == [
        "Vandra", "Lysa upp", "Samtala", "Måla",
    ]  # fmt: skip


def test_what_is_said_of_the_end_is_kept_and_only_yes_or_a_past_date_ends(
    workbook: MakeWorkbook,
) -> None:
    path = workbook(
        Balanslista=[
            {"Avslutad": "2026-01-03", "Beslut": "KS §12", "Ort": "Granby", "Kommentar": "Rullar."},
            {"Avslutad": "2027-05-01"},
            {"Avslutad": "Nej, fortsätter"},
        ]
    )
    new = following(path)
    assert [activity.activity for activity in new.activities] == ["Lysa upp", "Samtala"]
    [row] = new.own[0].rows
    assert (row["Beslut"], row["Ort"], row["Avslutad"]) == ("KS §12", "Granby", "2026-01-03")


def test_all_can_be_done(workbook: MakeWorkbook) -> None:
    rows = [{"Avslutad": "x"}] * 3
    path = workbook(Balanslista=rows)
    new = begin_next(path, NEXT).document
    assert new
    assert [f.rule.code for f in check(new).findings if f.is_error] == []
    assert read_lagesbild(read_workbook(new)).value.activities == ()


def test_comment_of_a_merged_area_and_last_time_before_that(workbook: MakeWorkbook) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        book["Balanslista"].merge_cells("D2:D3")

    path = workbook(
        merge,
        Balanslista=[
            {"Kommentar": "Rullar.", "Förra gången": "i januari"},
            {},
            {"Förra gången": "i februari"},
        ],
    )
    new = following(path)
    told = [(a.comment, a.own["Förra gången"]) for a in new.activities]
    assert told == [("", "Rullar."), ("", "Rullar."), ("", "")]


def everything(book: openpyxl.Workbook) -> None:
    """Put in all that refers to rows: the second activity's row is 3, the others' 2 and 4."""
    sheet = book["Balanslista"]
    sheet["G7"].value = "Bredvid listan"
    sheet.merge_cells("G9:H10")
    sheet["F2"].value = "=COUNTIF(C$2:C$4,C2)+$C$3"
    sheet["A2"].comment, sheet["A4"].comment = Comment("först", "Eva"), Comment("sist", "Eva")
    sheet["A3"].comment = Comment("bort", "Eva")
    sheet["A4"].hyperlink = "https://example.se/"
    offered = DataValidation("list", formula1='"Rött,Gult,Grönt"')
    offered.add("C2:C500")
    sheet.add_data_validation(offered)
    red = CellIsRule("equal", formula=["$C$4"], fill=PatternFill(bgColor="FF0000"))
    sheet.conditional_formatting.add("C2:C1048576", red)
    sheet.add_table(ExcelTable(displayName="Lista", ref="A1:D4"))
    sheet.print_area = "A1:D4"
    book.defined_names["Sista"] = DefinedName("Sista", attr_text="Balanslista!$A$4")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=2, max_row=4))
    other = book.create_sheet("Siffror")
    other["A1"].value = '=Balanslista!A4&Listor!A4&"Balanslista!A4"'
    other["A2"].value = "=SUM(Balanslista!C:C)+A4"
    other["A3"].value = "=Balanslista!A3"
    other.add_chart(chart, "C3")
    bytes_ = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(bytes_, "PNG")
    sheet.add_image(Picture(bytes_), "H5")


@pytest.fixture
def kept(workbook: MakeWorkbook) -> Path:
    """Return the next workbook of one in which all kinds of things refer to rows."""
    path = workbook(everything, Balanslista=[{"Kommentar": "Rullar."}, {"Avslutad": "ja"}])
    document = begin_next(path, NEXT).document
    assert document
    return document


def test_all_that_refers_to_rows_follows_them(kept: Path) -> None:
    book = openpyxl.load_workbook(kept)
    sheet, other = book["Balanslista"], book["Siffror"]
    assert [sheet[f"A{n}"].value for n in range(1, 4)] == ["Aktivitet", "Vandra", "Samtala"]
    assert sheet["G6"].value == "Bredvid listan"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["G8:H9"]
    assert sheet["F2"].value == "=COUNTIF(C$2:C$3,C2)+#REF!"
    assert {c.coordinate: c.comment.text for row in sheet for c in row if c.comment} == {
        "A2": "först",
        "A3": "sist",
    }
    assert sheet["A3"].hyperlink.target == "https://example.se/"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C2:C499"
    [formatting] = sheet.conditional_formatting
    assert (str(formatting.sqref), formatting.rules[0].formula) == ("C2:C1048576", ["$C$3"])
    assert sheet.print_area == "'Balanslista'!$A$1:$D$3"
    assert book.defined_names["Sista"].attr_text == "Balanslista!$A$3"
    assert other["A1"].value == '=Balanslista!A3&Listor!A4&"Balanslista!A4"'
    assert other["A2"].value == "=SUM(Balanslista!C:C)+A4"
    assert other["A3"].value == "=Balanslista!#REF!"
    assert book.calculation.fullCalcOnLoad
    with zipfile.ZipFile(kept) as package:
        [chart] = [package.read(n).decode() for n in package.namelist() if "charts/chart" in n]
        [vml] = [package.read(n).decode() for n in package.namelist() if n.endswith("ing1.vml")]
    assert "'Balanslista'!$C$2:$C$3" in chart
    assert re.findall(r":Row>(\d+)<", vml) == ["1", "2"]


@pytest.mark.parametrize("vml", DRAWINGS.values(), ids=DRAWINGS)
def test_notes_follow_their_rows_however_a_program_writes_them(
    vml: bytes, workbook: MakeWorkbook
) -> None:
    path = workbook(everything, Balanslista=[{"Kommentar": "Rullar."}, {"Avslutad": "ja"}])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    [name] = [name for name in parts if name.endswith(".vml")]
    write_parts(path, parts | {name: vml})
    document = begin_next(path, NEXT).document
    assert document
    with zipfile.ZipFile(document) as package:
        left = text_of(package.read(name))
    assert re.findall(r"Row\s*>(\d+)<", re.sub("<!--.*?-->", "", left)) == ["1", "2"]
    tops = re.findall(r"Anchor>1, 15, *(\d+), 4, 3, 1, *(\d+), 9<", left)
    assert tops == [("1", "1"), ("2", "2")]
    assert left.count("Håll") == 2


def test_parts_that_nothing_changes_are_the_same_bytes(kept: Path, workbook: MakeWorkbook) -> None:
    old = workbook(everything, Balanslista=[{"Kommentar": "Rullar."}, {"Avslutad": "ja"}])
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(kept) as after:
        same = {n for n in before.namelist() if before.read(n) == after.read(n)}
    assert {"xl/theme/theme1.xml", "xl/media/image1.png", "docProps/app.xml"} <= same


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault_in_the_next_workbook(kept: Path, tmp_path: Path) -> None:
    assert sdk_errors(kept) == []
    begin_next(EXAMPLE, dt.date(2027, 1, 14), tmp_path / "ny.xlsx")
    assert sdk_errors(tmp_path / "ny.xlsx") == []


def test_new_columns_stand_in_the_excel_table_and_look_like_the_others(tmp_path: Path) -> None:
    begin_next(EXAMPLE, dt.date(2027, 1, 14), tmp_path / "ny.xlsx")
    sheet = sheet_of(tmp_path / "ny.xlsx")
    heading = next(cell for cell in sheet[1] if cell.value == "Förra gången")
    assert heading.column == sheet.max_column
    assert sheet.tables["Balanslista"].ref == f"A1:{heading.column_letter}8"
    comment = next(cell for cell in sheet[1] if cell.value == "Kommentar")
    assert heading.fill.start_color.rgb == comment.fill.start_color.rgb
    widths = [sheet.column_dimensions[c.column_letter].width for c in (heading, comment)]
    assert widths[0] == widths[1]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("2026-03-05", str), (dt.datetime(2026, 3, 5), dt.datetime)],  # noqa: DTZ001
)
def test_date_is_typed_as_the_old_one_was(workbook: MakeWorkbook, typed: Any, kind: type) -> None:
    path = workbook(Rapport=[{}, {"Värde": typed}])
    new = begin_next(path, NEXT).document
    assert new
    assert isinstance(sheet_of(new, "Rapport")["B3"].value, kind)
    assert check(new).findings == check(path).findings or "2026-04-01" in new.name
    assert following(path, dt.date(2026, 5, 1)).report.date == dt.date(2026, 5, 1)


def test_new_name_takes_the_date(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook()
    assert begin_next(path, NEXT).document == path.with_name(f"{path.stem}-2026-04-01.xlsx")
    dated = path.rename(tmp_path / "Lägesbild 2026-01-15.xlsx")
    assert begin_next(dated, NEXT).document == tmp_path / "Lägesbild 2026-04-01.xlsx"


def test_errors_come_first_and_nothing_is_written(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(Balanslista=[{"Status": "Blått"}])
    said = run("next", path, "--datum", "2026-04-01", "-o", tmp_path / "ny.xlsx")
    assert (said.returncode, said.stdout) == (1, "")
    assert "Balanslista!C2  fel LB203" in said.stderr
    assert "Ingen arbetsbok skrevs. Rätta felen först." in said.stderr
    assert not (tmp_path / "ny.xlsx").exists()


def test_command_tells_what_it_left_out(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Avslutad": "ja", "Nr": "7"}])
    said = run("next", path, "--datum", "1 april 2026")
    assert said.stdout.splitlines() == [
        "Flyttade till bladet Avslutade (1):",
        "  7. Vandra",
        "2 aktiviteter fick Nr.",
        f"Arbetsboken är klar: {path.with_name(f'{path.stem}-2026-04-01.xlsx')}",
    ]
    assert run("next", path, "--datum", "1 april 2026").returncode == 2
    assert "inget datum" in run("next", path, "--datum", "snart").stderr


def test_earlier_date_is_refused(workbook: MakeWorkbook) -> None:
    with pytest.raises(StopError) as stopped:
        begin_next(workbook(), dt.date(2020, 1, 1))
    assert stopped.value.finding.rule.code == "LB017"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("A2", "A2"), ("A3", None), ("A5", "A3"), ("$B$6:$D$9", "$B$4:$D$7"), ("A3:A4", None),
        ("A3:A6", "A3:A4"), ("A2:A3", "A2:A2"), ("A:C", "A:C"), ("2:5", "2:3"), ("Namn", "Namn"),
        ("A1:A1048576", "A1:A1048576"),
    ],
)  # fmt: skip
def test_areas_shrink_and_move_as_in_excel(reference: str, expected: str | None) -> None:
    assert Removal("Blad", (3, 4)).area(reference) == expected


def test_shared_formulas_are_spelt_out_before_rows_move(tmp_path: Path) -> None:
    from lagesbild_xlsx.excel.removal import _spell_out_shared_formulas  # noqa: PLC0415

    rows = (
        '<row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*$A$1</f><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    with Package(write_parts(tmp_path / "bok.xlsx", raw_parts(rows)), WORKBOOK) as package:
        root = package.xml("xl/blad.xml")
        _spell_out_shared_formulas(root, package)
    assert [(f.text, dict(f.attrib)) for f in root.iter("{*}f")] == [
        ("A2*$A$1", {}),
        ("A3*$A$1", {}),
    ]


def test_statuses_that_are_colours_stay(workbook: MakeWorkbook) -> None:
    def colour(book: openpyxl.Workbook) -> None:
        book["Balanslista"]["C4"].fill = PatternFill("solid", start_color="FF0000")

    assert following(workbook(colour)).activities[-1].status is Status.RED
