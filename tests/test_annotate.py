"""The annotated copy shows every finding, and has lost nothing."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from lagesbild_xlsx import StopError, annotate, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.rawbook import strict, write_parts
from tests.test_document import VALIDATOR, sdk_errors
from tests.vml import DRAWINGS, text_of

PIVOT = {
    "xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition/>",
    "xl/pivotCache/pivotCacheDefinition1.xml": b"<pivotCacheDefinition/>",
    "xl/vbaProject.bin": bytes(range(256)),
    "customXml/item1.xml": b"<egen/>",
}


def png() -> bytes:
    """Return a picture of one blue dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0\0\xff"))
        + chunk(b"IEND", b"")
    )


def furnish(book: openpyxl.Workbook) -> None:
    """Give a workbook all that a library would lose, and two faults."""
    sheet = book["Balanslista"]
    sheet["C2"] = "Blått"
    sheet["D3"] = None
    sheet["A4"].comment = Comment("Min egen kommentar", "Anna")
    sheet["A4"].fill = PatternFill("solid", fgColor="FF00FF00")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=4))
    sheet.add_chart(chart, "H2")
    sheet.add_image(Image(io.BytesIO(png())), "H20")
    rule = CellIsRule(operator="equal", formula=['"Rött"'], fill=PatternFill(bgColor="FFFF0000"))
    sheet.conditional_formatting.add("C2:C9", rule)
    validation = DataValidation("list", formula1='"Rött,Gult,Grönt"')
    validation.add("C2:C9")
    sheet.add_data_validation(validation)
    sheet["B2"] = "Okänd"


def with_more_parts(path: Path) -> Path:
    with zipfile.ZipFile(path, "a") as package:
        for name, content in PIVOT.items():
            package.writestr(name, content)
    return path


@pytest.fixture
def furnished(workbook: MakeWorkbook) -> Path:
    return with_more_parts(workbook(furnish))


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def annotated(path: Path) -> Path:
    copy = path.with_name("kopia.xlsx")
    annotate(check(path), copy)
    return copy


def test_only_the_parts_that_must_change_do(furnished: Path) -> None:
    before, after = parts_of(furnished), parts_of(annotated(furnished))
    assert before.keys() <= after.keys()
    changed = {name for name in before if before[name] != after[name]}
    sheet = next(n for n in before if n.startswith("xl/worksheets/s") and b"Vandra" in before[n])
    rels = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels"
    comments = next(n for n in before if "comment" in n and n.endswith(".xml"))
    vml = next(n for n in before if n.endswith(".vml"))
    assert changed - {rels} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        sheet,
        comments,
        vml,
    }
    for name in PIVOT:
        assert before[name] == after[name]


def test_copy_keeps_values_formats_drop_downs_charts_and_pictures(furnished: Path) -> None:
    old = openpyxl.load_workbook(furnished)["Balanslista"]
    new = openpyxl.load_workbook(annotated(furnished))["Balanslista"]
    assert [[c.value for c in row] for row in new] == [[c.value for c in row] for row in old]
    assert new["A4"].fill.fgColor.rgb == "FF00FF00"
    assert len(new._charts) == len(new._images) == 1  # noqa: SLF001
    assert new.data_validations.count == 1
    assert len(new.conditional_formatting) == 1


def test_each_finding_is_a_comment_and_a_coloured_border(furnished: Path) -> None:
    sheet = openpyxl.load_workbook(annotated(furnished))["Balanslista"]
    comment = sheet["C2"].comment
    assert comment is not None
    assert comment.author == "lagesbild"
    assert comment.text == (
        "LB203: ”Blått” är ingen giltig status.\n→ Välj Rött, Gult eller Grönt."
    )
    colours = {cell: sheet[cell].border.left.color.rgb for cell in ("C2", "D3", "B2")}
    assert colours == {"C2": "FFC00000", "D3": "FFED7D31", "B2": "FFED7D31"}
    assert sheet["C3"].border.left.style is None


def test_their_own_comment_is_continued_not_replaced(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        furnish(book)
        book["Balanslista"]["C2"].comment = Comment("Min egen kommentar", "Anna")

    sheet = openpyxl.load_workbook(annotated(workbook(edit)))["Balanslista"]
    assert sheet["C2"].comment.text.startswith("Min egen kommentar\n\nLB203: ")
    assert sheet["A4"].comment.text == "Min egen kommentar"


def test_list_has_every_finding_with_a_link_to_its_cell(furnished: Path) -> None:
    findings = check(furnished).findings
    sheet = openpyxl.load_workbook(annotated(furnished))["Att åtgärda"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[0], row[2], row[3], row[4]) for row in rows] == [
        (str(f.place), f.rule.code, f.message, f.hint) for f in findings
    ]
    places = {f.place for f in findings}
    links = {cell.hyperlink.location for (cell, *_) in sheet.iter_rows(min_row=2)}
    assert links == {f"'{place.sheet}'!{place.cell or 'A1'}" for place in places}


def test_copy_reads_as_the_workbook_does(furnished: Path) -> None:
    copy = annotated(furnished)
    read = [read_lagesbild(read_workbook(path)).value for path in (furnished, copy)]
    assert read[0].activities == read[1].activities
    assert read[0].report == read[1].report
    codes = [[(f.rule.code, f.place) for f in check(p).findings] for p in (furnished, copy)]
    assert codes[0] == codes[1]


def test_workbook_without_faults_gets_a_list_that_says_so(workbook: MakeWorkbook) -> None:
    sheet = openpyxl.load_workbook(annotated(workbook()))["Att åtgärda"]
    assert sheet["A2"].value == "Inget att åtgärda."


def test_copy_of_a_copy_gets_a_list_of_its_own(furnished: Path) -> None:
    first = annotated(furnished)
    second = first.with_name("kopia-2.xlsx")
    annotate(check(first), second)
    assert openpyxl.load_workbook(second).sheetnames[-2:] == ["Att åtgärda", "Att åtgärda (2)"]


def test_thread_of_comments_is_left_alone(furnished: Path) -> None:
    parts = parts_of(furnished)
    comments = next(n for n in parts if "comment" in n and n.endswith(".xml"))
    parts[comments] = parts[comments].replace(b">Anna<", b">tc={1234}<")
    write_parts(furnished, parts)  # type: ignore[arg-type] # bytes are written as well
    comment = openpyxl.load_workbook(annotated(furnished))["Balanslista"]["A4"].comment
    assert comment is not None
    assert comment.text == "Min egen kommentar"


@pytest.mark.parametrize("vml", DRAWINGS.values(), ids=DRAWINGS)
def test_notes_are_drawn_beside_those_of_whatever_program(vml: bytes, furnished: Path) -> None:
    parts = parts_of(furnished)
    [name] = [name for name in parts if name.endswith(".vml")]
    write_parts(furnished, parts | {name: vml})
    drawn = text_of(parts_of(annotated(furnished))[name])
    rows = re.findall(r"Row\s*>(\d+)<", re.sub("<!--.*?-->", "", drawn))
    assert rows == ["1", "2", "3", "1", "1", "2"]  # theirs, and those of B2, C2 and D3
    assert len(set(re.findall(r"_x0000_s\d+", drawn))) == len(rows)
    assert drawn.count("Håll") == 3
    if "<br>" not in drawn:
        root = etree.fromstring(drawn.encode())
        assert len(root.findall("{urn:schemas-microsoft-com:vml}shape")) == len(rows)


def test_drawing_without_an_end_is_refused(furnished: Path) -> None:
    parts = parts_of(furnished)
    [name] = [name for name in parts if name.endswith(".vml")]
    write_parts(furnished, parts | {name: b"<xml>"})
    with pytest.raises(StopError, match="LB004"):
        annotated(furnished)


def test_finding_in_a_row_that_is_not_stored_gets_its_cell(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Rapport"].delete_cols(2))
    path = workbook(
        Rapport=[{}, {"Värde": None}],
    )
    sheet = openpyxl.load_workbook(annotated(path))["Rapport"]
    assert sheet["B3"].comment is not None


def test_strict_workbook_and_other_suffix_are_refused(workbook: MakeWorkbook) -> None:
    path = workbook()
    with pytest.raises(StopError, match=r"LB011.*\.xlsx"):
        annotate(check(path), path.with_suffix(".xlsm"))
    with pytest.raises(StopError, match="LB007"):
        annotate(check(path), path)
    parts = {name: content.decode() for name, content in parts_of(path).items()}
    other = write_parts(path.with_name("strikt.xlsx"), strict(parts))
    with pytest.raises(StopError, match="LB010"):
        annotated(other)


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault_in_the_copy(workbook: MakeWorkbook) -> None:
    assert sdk_errors(annotated(workbook(furnish))) == []


def test_only_an_earlier_copy_is_overwritten(workbook: MakeWorkbook) -> None:
    path, other = workbook(), workbook()
    with pytest.raises(StopError, match="LB012"):
        annotate(check(path), other)
    copy = annotated(path)
    assert annotate(check(path), copy) == copy


def test_missing_sheet_has_no_link(workbook: MakeWorkbook) -> None:
    sheet = openpyxl.load_workbook(annotated(workbook(Rapport=None)))["Att åtgärda"]
    assert {cell.value: bool(cell.hyperlink) for (cell, *_) in sheet.iter_rows(min_row=2)} == {
        "Rapport": False,
    }


def test_of_more_findings_than_anybody_reads_the_gravest_are_shown_and_the_others_counted(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(Balanslista=[{"Ansvar": "Okänd"}, {"Status": "Blått"}, {"Status": "Lila"}])
    findings = check(path).findings
    assert not findings[0].is_error  # it stands before the errors
    errors = [finding for finding in findings if finding.is_error]
    monkeypatch.setattr("lagesbild_xlsx.excel.annotate.MOST_SHOWN", len(errors))
    book = openpyxl.load_workbook(annotate(check(path), tmp_path / "kopia.xlsx"))
    commented = [c.coordinate for row in book["Balanslista"] for c in row if c.comment]
    assert commented == [finding.place.cell for finding in errors]
    *listed, last = book["Att åtgärda"].iter_rows(min_row=2, values_only=True)
    assert [row[2] for row in listed] == [finding.rule.code for finding in errors]
    assert last[3:] == (
        f"{len(findings) - len(errors)} anmärkningar till visas inte.",
        "Rätta dem ovanför först, och gör en ny kopia.",
    )
