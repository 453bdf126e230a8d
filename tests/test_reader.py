"""Cells are read with their places, as Excel shows them."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from lagesbild_xlsx import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.places import Area, Cell, Run, runs_of
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.rawbook import raw_parts, strict, write_parts


def cell_of(path: Path, address: str = "A1") -> Cell:
    (sheet, *_) = read_workbook(path).sheets
    area = Area.of(address)
    return sheet.cell(area.top, area.left)


def written(folder: Path, value: Any, number_format: str = "General") -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = value
    book.worksheets[0]["A1"].number_format = number_format
    book.save(folder / "bok.xlsx")
    return folder / "bok.xlsx"


def patched(path: Path, part: str, old: str, new: str) -> Path:
    """Change a part of a workbook as another program would have written it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    changed, count = re.subn(old, new, parts[part].decode())
    assert count, old
    parts[part] = changed.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("Hej", "General", "Hej"),
        ("007", "General", "007"),
        ("NA", "General", "NA"),
        (7, "General", "7"),
        (12.5, "General", "12,5"),
        (-0.1, "General", "-0,1"),
        (0.1 + 0.2, "General", "0,3"),
        (1 / 3, "General", "0,333333333"),
        (12345678901234, "General", "1,23457E+13"),
        (7, "000", "007"),
        (1234567.891, "#,##0.00", "1\u00a0234\u00a0567,89"),
        (2.5, "0", "3"),
        (0.714, "0%", "71%"),
        (0.714, "0.0 %", "71,4 %"),
        (-5, "0;(0)", "(5)"),
        (0, '0;-0;"inget"', "inget"),
        (3, '0 "st"', "3 st"),
        (3, "0.##", "3,"),
        (1500, '#,##0 "kr"', "1\u00a0500 kr"),
        (1500, "#,##0\\ [$kr-41D]", "1\u00a0500 kr"),
        (True, "General", "SANT"),
        (False, "General", "FALSKT"),
        (dt.date(2021, 5, 20), "yyyy-mm-dd", "2021-05-20"),
        (dt.date(2021, 5, 20), "mm-dd-yy", "2021-05-20"),
        (dt.date(2021, 5, 20), "d mmmm yyyy", "20 maj 2021"),
        (dt.date(2021, 5, 20), "[$-41D]dddd d mmm", "torsdag 20 maj"),
        (dt.date(2021, 5, 20), "[$-F800]dddd, mmmm dd, yyyy", "den 20 maj 2021"),
        (dt.datetime(2021, 5, 20, 18, 5), "d\\/m yyyy hh:mm", "20/5 2021 18:05"),  # noqa: DTZ001
        (dt.datetime(2021, 5, 20, 18, 5), "d/m yyyy h:mm AM/PM", "20-5 2021 6:05 em"),  # noqa: DTZ001
        (dt.time(18, 5), "hh:mm", "18:05"),
        (1.5, "[h]:mm", "36:00"),
        (0.25, "[mm]", "360"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (-0.5, "hh:mm", "-0,5"),
        (12500, "#,##0,", "13"),
        (0, "0;-0;;@", ""),
        (1234567890, "000000\\-0000", "123456-7890"),
        (46701234567, "00 00 000 00 00", "46 70 123 45 67"),
        (1e30, "0.00", "1" + "0" * 30 + ",00"),
        ("rad 1\nrad 2", "General", "rad 1\nrad 2"),
        ("& < > ” å", "General", "& < > ” å"),
    ],
)
def test_cell_is_shown_as_in_a_swedish_excel(
    value: object, number_format: str, shown: str, tmp_path: Path
) -> None:
    assert cell_of(written(tmp_path, value, number_format)).text == shown


KRONOR = '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-'
OWN_FORMATS: list[tuple[Any, str, str]] = [
    (5, '0 "veckor"', "5 veckor"),
    (12, '0 "av 30"', "12 av 30"),
    (45, '"KS 2021/"000', "KS 2021/045"),
    (0, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', "-"),
    (0, KRONOR, "- kr"),
    (1234.5, KRONOR, "1\u00a0234,50 kr"),
    (-1234.5, KRONOR, "-1\u00a0234,50 kr"),
    (1.5, '[h]" tim"', "36 tim"),
    (1.5, '[h]:mm" timmar"', "36:00 timmar"),
    (dt.time(12), 'h" h "mm" min"', "12 h 00 min"),
    (dt.time(18), "h:mm AM/PM", "6:00 em"),
    (1, '[=1]"Ja";[=0]"Nej"', "Ja"),
    (0, '[=1]"Ja";[=0]"Nej"', "Nej"),
    (0, '"Ja";;"Nej"', "Nej"),
    (0, "#,###", ""),
    (0.5, "# ?/?", "1/2"),
    (1500000, "0.00E+00", "1,50E+06"),
    (1500000, '#,##0.0,," mnkr"', "1,5 mnkr"),
    (1500000, '[>=1000000]0.0,," mnkr";0', "1,5 mnkr"),
    (0, '+0;-0;"±0"', "±0"),
    (46112345, "000\\-00 00 00", "046-11 23 45"),
    (44336, '"v. "ww', "v. 20"),
    (dt.date(2021, 5, 20), '"vecka 20, "yyyy', "vecka 20, 2021"),
    (dt.date(2021, 5, 20), "[$-41D]d mmmm;@", "20 maj"),
    (5, 'General" st"', "5 st"),
    (5, '0.0" %"', "5,0 %"),
    (3, '#,##0" [ca]"', "3 [ca]"),
    (-0.2, "0", "0"),
    (5, ";;;", ""),
    ("hemligt", ";;;", ""),
    ("2021/045", '"Dnr KS "@', "Dnr KS 2021/045"),
    (True, '"Svar: "@', "Svar: SANT"),
    (1.005, "0.00", "1,01"),
    (2, '0" (10)"', "2 (10)"),
]


def test_own_number_formats_say_what_they_say_in_excel(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for number, (value, form, _) in enumerate(OWN_FORMATS, 1):
        book.worksheets[0].cell(number, 1, value).number_format = form
    book.save(tmp_path / "bok.xlsx")
    (sheet,) = read_workbook(tmp_path / "bok.xlsx").sheets
    texts = [sheet.cell(number, 1).text for number, _ in enumerate(OWN_FORMATS, 1)]
    assert texts == [shown for *_, shown in OWN_FORMATS]


def test_text_in_a_number_format_stands_around_bold(tmp_path: Path) -> None:
    rich = CellRichText("2021/", TextBlock(InlineFont(b=True), "045"))
    text = cell_of(written(tmp_path, rich, '"Dnr "@')).text
    assert runs_of(text) == (Run("Dnr "), Run("2021/"), Run("045", bold=True))
    assert cell_of(written(tmp_path, rich, ";;;")).text == ""


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2021-05-20", "2021-05-20"),
        ("2021-05-20T18:05:00Z", "2021-05-20"),
        ("1850-01-01", "1850-01-01"),
        ("18:05:00", "18:05:00"),
    ],
)
def test_date_that_is_stored_as_one_is_shown(stored: str, shown: str, tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="d"><v>{stored}</v></c></row>'
    assert cell_of(write_parts(tmp_path / "bok.xlsx", raw_parts(rows))).text == shown


def test_dates_count_from_1904_where_the_workbook_does(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0]["A1"] = dt.date(2021, 5, 20)
    book.save(tmp_path / "mac.xlsx")
    cell = cell_of(tmp_path / "mac.xlsx")
    assert (cell.text, cell.value) == ("2021-05-20", dt.datetime(2021, 5, 20))  # noqa: DTZ001


def test_bold_of_all_that_a_cell_says_is_lay_out_of_the_workbook(tmp_path: Path) -> None:
    rich = CellRichText(
        TextBlock(InlineFont(b=True, i=True), "Allt"), " ", TextBlock(InlineFont(b=True), "fett")
    )
    runs = runs_of(cell_of(written(tmp_path, rich)).text)
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Allt", False, True), (" ", False, False), ("fett", False, False),
    ]  # fmt: skip


def test_bold_and_italic_inside_a_cell_are_kept(tmp_path: Path) -> None:
    rich = CellRichText(
        "Lugnt. ",
        TextBlock(InlineFont(b=True), "Viktigt"),
        TextBlock(InlineFont(i=True), " kanske"),
    )
    text = cell_of(written(tmp_path, rich)).text
    assert text == "Lugnt. Viktigt kanske"
    assert runs_of(text) == (
        Run("Lugnt. "),
        Run("Viktigt", bold=True),
        Run(" kanske", italic=True),
    )


def test_links_are_kept_and_only_those_that_a_reader_can_follow(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    addresses = ("https://example.se/a?b=1&c=2", "mailto:a@example.se", "file:///c:/hemligt.xlsx")
    for number, address in enumerate(addresses, 1):
        sheet.cell(number, 1, "Läs mer om det").hyperlink = address
    sheet["A4"] = '=HYPERLINK("https://example.se","Kommunen")'
    book.save(tmp_path / "bok.xlsx")
    path = patched(
        tmp_path / "bok.xlsx",
        "xl/worksheets/sheet1.xml",
        r'(<c r="A4")(><f>[^<]*</f>)<v ?/>|(<c r="A4")(><f>[^<]*</f>)<v></v>',
        r'\1\3 t="str"\2\4<v>Kommunen</v>',
    )
    links = [runs_of(cell_of(path, f"A{n}").text)[0].link for n in range(1, 5)]
    assert links == [addresses[0], addresses[1], "", "https://example.se"]


def test_formulas_give_their_stored_value_or_tell_that_there_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, "=1+1")
    assert cell_of(path).uncalculated
    patched(path, "xl/worksheets/sheet1.xml", r"<v ?/>|<v></v>", "<v>2</v>")
    assert cell_of(path) == Cell(cell_of(path).place, "2", 2.0)


STRINGS = "<si><t>Hej</t></si><si><r><t>A</t></r><r><rPr><b/></rPr><t>B</t></r></si>"


@pytest.mark.parametrize("make", [dict, strict])
def test_shared_strings_are_read(
    make: Callable[[dict[str, str]], dict[str, str]], tmp_path: Path
) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", make(raw_parts(rows, STRINGS)))
    assert cell_of(path).text == "Hej"
    assert runs_of(cell_of(path, "B1").text) == (Run("A"), Run("B", bold=True))


@pytest.mark.parametrize("number", ["-1", "99", "ett"])
def test_shared_string_out_of_range_is_damage(number: str, tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>{number}</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, STRINGS))
    with pytest.raises(StopError, match="LB004"):
        read_workbook(path)


def test_cells_without_references_stand_in_order(tmp_path: Path) -> None:
    path = written(tmp_path, "Hej")
    patched(path, "xl/worksheets/sheet1.xml", r' r="(A1|1)"', "")
    assert cell_of(path, "A1").text == "Hej"


def test_headings_stand_wherever_and_in_whatever_order(workbook: MakeWorkbook) -> None:
    def move(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet.insert_rows(1, 3)
        sheet["A1"] = "Balanslista för våren, status enligt Anna"
        sheet.insert_cols(1, 2)
        sheet.move_range("C4:C7", cols=6)
        sheet["D4"] = "  ANSVAR "
        sheet.insert_rows(6, 2)

    plain, moved = (
        read_lagesbild(read_workbook(path)) for path in (workbook(), workbook(edit=move))
    )
    assert moved.findings == ()
    assert moved.value.activities == plain.value.activities
    places = [str(activity.place("activity")) for activity in moved.value.activities]
    assert places == ["Balanslista!I5", "Balanslista!I8", "Balanslista!I9"]


def test_own_columns_and_sheets_are_kept_for_the_template(workbook: MakeWorkbook) -> None:
    path = workbook(
        Balanslista=[{"Budget": 1500}],
        Kontakter=[{"Namn": "Servicecenter", "Telefon": "0152-000 00"}],
        Rapport=[{}] * 6 + [{"Fält": "Handläggare", "Värde": "Säkerhetsenheten"}],
    )
    lagesbild = read_lagesbild(read_workbook(path)).value
    assert [dict(a.own) for a in lagesbild.activities] == [{"Budget": b} for b in ("1500", "", "")]
    assert lagesbild.own[0].rows == ({"Namn": "Servicecenter", "Telefon": "0152-000 00"},)
    assert lagesbild.report.own == {"Handläggare": "Säkerhetsenheten"}


def test_rows_without_numbers_count_the_blank_ones(tmp_path: Path) -> None:
    rows = "<row/><row/><row><c><v>5</v></c></row>"
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    assert cell_of(path, "A3").text == "5"


@pytest.mark.parametrize(
    ("stored", "text"),
    [("2021-05-20T00:00:00.000", "2021-05-20"), ("14:30:00", "14:30:00")],
)
def test_iso_dates_are_shown_as_dates(stored: str, text: str, tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="d"><v>{stored}</v></c></row>'
    assert cell_of(write_parts(tmp_path / "bok.xlsx", raw_parts(rows))).text == text
