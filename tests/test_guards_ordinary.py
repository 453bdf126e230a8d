"""What ordinary files hold, odd as it looks, gives the right document, quickly."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx import build
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.annotate import MOST_SHOWN
from lagesbild_xlsx.places import runs_of
from tests.conftest import Edit, MakeWorkbook
from tests.process import run
from tests.rawbook import OFFICE, PACKAGE, raw_parts, write_parts
from tests.templates import lines
from tests.test_reader import patched

pytest.importorskip("resource", reason="memory is measured where Python can")

BALANCE, STYLES = "xl/worksheets/sheet5.xml", "xl/styles.xml"
AFTER_ROWS = "</sheetData>"


@dataclass(frozen=True)
class Oddity:
    """A change to the good workbook, and the rules that speak of it.

    Attributes:
        edit: a change as openpyxl makes it.
        part: a part that is changed after that.
        old: a pattern in it.
        new: what stands there instead.
        told: the codes of what is said.
    """

    edit: Edit | None = None
    part: str = ""
    old: str = ""
    new: str = ""
    told: tuple[str, ...] = ()


def on_balance(change: Callable[[Worksheet], None]) -> Edit:
    return lambda book: change(book["Balanslista"])


def merged(areas: list[str]) -> Oddity:
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return Oddity(part=BALANCE, old=AFTER_ROWS, new=f"{AFTER_ROWS}<mergeCells>{cells}</mergeCells>")


def filled_columns(sheet: Worksheet) -> None:
    for letter in "ABD":
        sheet.column_dimensions[letter].fill = PatternFill("solid", fgColor="FFEEEEEE")


def rules_over_columns(sheet: Worksheet) -> None:
    allowed = DataValidation("list", formula1='"Rött,Gult,Grönt"', allow_blank=True)
    allowed.add("C1:C1048576")
    sheet.add_data_validation(allowed)
    grey = PatternFill("solid", bgColor="FFEEEEEE")
    sheet.conditional_formatting.add("A1:XFD1048576", FormulaRule(['$C1="Grönt"'], fill=grey))


def many_rules(sheet: Worksheet) -> None:
    """Give the column of statuses 20,000 conditional formats that can colour a blank cell."""
    grey = PatternFill("solid", bgColor="FFEEEEEE")
    areas = " ".join(f"C{n}:C{n + 9}" for n in range(100, 20_100))
    sheet.conditional_formatting.add(areas, FormulaRule(['$A1="x"'], fill=grey))


def stray(value: str | None) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        cell = book["Balanslista"]["XFD1048576"]
        cell.value, cell.fill = value, PatternFill("solid", fgColor="FFEEEEEE")

    return edit


def from_1904(book: openpyxl.Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def million_rows() -> str:
    return "".join(
        f'<row r="{n}" spans="1:4" s="0" customFormat="1" ht="15"/>' for n in range(5, 1_048_577)
    )


ODDITIES: dict[str, Callable[[], Oddity]] = {
    "merged column": lambda: merged(["G1:G1048576"]),
    "60,000 merges": lambda: merged([f"G{n}:H{n}" for n in range(1, 60_001)]),
    "60,000 merged columns": lambda: merged(["G2:H1048576"] * 60_000),
    "filled columns": lambda: Oddity(on_balance(filled_columns)),
    "rules over columns": lambda: Oddity(on_balance(rules_over_columns)),
    "many rules": lambda: Oddity(on_balance(many_rules)),
    "link over a column": lambda: Oddity(
        part=BALANCE,
        old=AFTER_ROWS,
        new=f'{AFTER_ROWS}<hyperlinks><hyperlink ref="A1:XFD1048576" location="Orter!A1"/>'
        "</hyperlinks>",
    ),
    "stray cell": lambda: Oddity(stray("x"), told=("LB217",)),
    "stray format": lambda: Oddity(stray(None)),
    "million rows": lambda: Oddity(
        part=BALANCE, old=AFTER_ROWS, new=f"{million_rows()}{AFTER_ROWS}"
    ),
    "small dimension": lambda: Oddity(
        part=BALANCE, old='<dimension ref="[^"]*"', new='<dimension ref="A1"'
    ),
    "large dimension": lambda: Oddity(
        part=BALANCE, old='<dimension ref="[^"]*"', new='<dimension ref="A1:XFD1048576"'
    ),
    "empty fill": lambda: Oddity(
        part=STYLES, old="<fills[^>]*>.*</fills>", new="<fills><fill/></fills>"
    ),
    "font family 15": lambda: Oddity(part=STYLES, old="<family val=.2.", new='<family val="15"'),
    "from 1904": lambda: Oddity(from_1904),
    "DDE": lambda: Oddity(
        part=BALANCE,
        old=r'<c r="D2"[^>]*>.*?</c>',
        new='<c r="D2" t="str"><f>cmd|\'/c calc\'!A1</f><v>Klart.</v></c>',
    ),
}


@pytest.mark.parametrize("name", ODDITIES)
def test_oddity_changes_nothing_in_the_document(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    oddity = ODDITIES[name]()
    expected = lines(build(workbook()).document or Path())
    path = workbook(oddity.edit)
    if oddity.part:
        patched(path, oddity.part, oddity.old, oddity.new)
    document = tmp_path / "ut.docx"
    ran = run(tmp_path / "report", "build", path, "-o", document)
    assert (ran.status, tuple(re.findall(r"LB\d+", ran.words))) == (0, oddity.told)
    assert lines(document) == expected
    assert ran.is_cheap
    assert ran.spoken == ()
    assert ran.opened_only_in(tmp_path)


def test_link_over_a_column_reaches_its_cells_only(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="B{n}" t="str"><v>Hej</v></c><c r="C{n}" t="str"><v>Du</v></c></row>'
        for n in (1, 1_048_576)
    )
    link = '<hyperlinks><hyperlink ref="B:B" r:id="r1"/></hyperlinks>'
    parts = raw_parts(rows, after=link) | {
        "xl/_rels/blad.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/hyperlink" Target="https://example.se/"'
        ' TargetMode="External"/></Relationships>'
    }
    (sheet,) = read_workbook(write_parts(tmp_path / "bok.xlsx", parts)).sheets
    links = [[runs_of(cell.text)[0].link for cell in row.values()] for row in sheet.rows.values()]
    assert links == [["https://example.se/", ""]] * 2


def test_styles_are_not_needed(tmp_path: Path) -> None:
    rows = '<row r="1" s="4"><c r="A1" s="7"><v>12.5</v></c></row>'
    (sheet,) = read_workbook(write_parts(tmp_path / "bok.xlsx", raw_parts(rows))).sheets
    assert sheet.cell(1, 1).text == "12,5"


def test_more_marks_on_a_letter_than_any_language_has_are_dropped_quickly(tmp_path: Path) -> None:
    marks = "\u0301\u0316" * 100_000
    rows = f'<row r="1"><c r="A1" t="str"><v>a\u030a{marks}b</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    assert run(tmp_path / "report", "check", path).is_cheap
    (sheet,) = read_workbook(path).sheets
    assert sheet.cell(1, 1).text.endswith("b")
    assert len(sheet.cell(1, 1).text) == 30


def test_owner_with_very_many_tabs_is_checked_quickly(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(Balanslista=[{"Ansvar": "x" + "\t" * 32_000 + "y"}])
    assert run(tmp_path / "report", "check", path).is_cheap


EXTERNAL = {
    "xl/externalLinks/externalLink1.xml": '<externalLink xmlns="http://schemas.openxmlformats.org'
    '/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{PACKAGE}'
    f'/relationships"><Relationship Id="rId1" Type="{OFFICE}/externalLinkPath"'
    ' Target="file://///203.0.113.1/x/bok.xlsx" TargetMode="External"/></Relationships>',
}


def test_links_to_other_workbooks_are_never_followed(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook()
    relationship = (
        f'<Relationship Id="rId99" Type="{OFFICE}/externalLink"'
        ' Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    patched(path, "xl/_rels/workbook.xml.rels", "</Relationships>", relationship)
    patched(path, BALANCE, r'(<c r="D2")[^>]*>.*?</c>', r'\1 t="str"><f>[1]A!B1</f><v>Svar</v></c>')
    with zipfile.ZipFile(path, "a") as package:
        for name, xml in EXTERNAL.items():
            package.writestr(name, xml)
    ran = run(tmp_path / "report", "build", path, "-o", tmp_path / "ut.docx")
    assert (ran.status, ran.spoken) == (0, ())
    assert ran.opened_only_in(tmp_path)
    assert any("Svar" in line for line in lines(tmp_path / "ut.docx"))


def test_20_000_findings_are_told_and_the_first_shown_in_a_copy_quickly(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path, copy = workbook(), tmp_path / "kopia.xlsx"
    areas = merged([f"A{n}:B{n}" for n in range(20_010, 10, -1)])
    patched(path, areas.part, areas.old, areas.new)
    ran = run(tmp_path / "report", "check", path, "--annotate", copy)
    assert (ran.status, ran.is_cheap) == (1, True)
    assert "20000 fel" in ran.words
    with zipfile.ZipFile(copy) as package:
        assert package.read("xl/comments1.xml").count(b"<comment ") == MOST_SHOWN
