"""A million formatted rows without content below the list are kept, and cost little."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from lagesbild_xlsx.excel import editor, read_workbook
from lagesbild_xlsx.excel.editor import (
    ANY_ROW,
    LONG,
    moved_up,
    with_trailing_rows,
    without_trailing_rows,
)
from lagesbild_xlsx.pipeline import begin_next
from lagesbild_xlsx.places import LAST_ROW
from tests.conftest import MakeWorkbook
from tests.process import run
from tests.test_reader import patched

BALANCE = "xl/worksheets/sheet5.xml"
DATE = "2026-06-05"
FULL = b'<row r="1"><c r="A1"><v>7</v></c></row>'


def bare(number: int) -> str:
    return f'<row r="{number}" spans="1:4" s="0" customFormat="1" ht="15"/>'


def with_cells(number: int) -> str:
    cells = f'<c r="A{number}" s="0"/><c r="B{number}" s="0"></c>\n'
    return f'<row ht="{number}" r="{number}">{cells}</row>\r\n'


def sheet(*rows: bytes) -> bytes:
    return b'<worksheet xmlns="x"><sheetData>%b</sheetData><a/></worksheet>' % b"".join(rows)


def blank(first: int, row: Callable[[int], str] = bare, count: int = LONG + 1) -> bytes:
    return "".join(map(row, range(first, first + count))).encode()


@pytest.mark.parametrize("row", [bare, with_cells])
def test_rows_without_content_at_the_end_are_set_aside_and_put_back(
    row: Callable[[int], str],
) -> None:
    whole = sheet(FULL, blank(2, row))
    assert without_trailing_rows(whole, 1) == (sheet(FULL), blank(2, row))
    assert with_trailing_rows(*without_trailing_rows(whole, 1)) == whole


def test_rows_of_any_kind_are_set_aside_where_they_stay_where_they_are() -> None:
    rows = b"\n".join(FULL.replace(b"1", b"%d" % n) for n in range(2, LONG + 9))
    odd = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Nej</t></is></c></row><row r="1"/>'
    whole = sheet(odd, rows)
    assert without_trailing_rows(whole, 1) == (whole, b"")
    assert without_trailing_rows(whole, 3, ANY_ROW)[1] == rows[rows.index(b'<row r="4"') :]
    assert with_trailing_rows(*without_trailing_rows(whole, 3, ANY_ROW)) == whole


@pytest.mark.parametrize(
    "tag", ["<sheetData>", '<sheetData a="1">', """<sheetData xmlns:q="urn:q" q:a='"/>' >"""]
)
def test_sheet_of_nothing_else_is_whole_again(tag: str, workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book.create_sheet("Tomt"))
    rows = blank(1)
    whole = f"{tag}{rows.decode()}</sheetData>"
    patched(path, "xl/worksheets/sheet8.xml", "<sheetData(?: ?/>|></sheetData>)", whole)
    made = begin_next(path, dt.date.fromisoformat(DATE)).document
    assert made
    xml = zipfile.ZipFile(made).read("xl/worksheets/sheet8.xml")
    data = etree.fromstring(xml).find("{*}sheetData")
    assert data is not None
    assert (len(data), rows in xml) == (LONG + 1, True)


def test_rows_that_something_is_done_to_stay() -> None:
    left, rows = without_trailing_rows(sheet(FULL, blank(2, count=LONG + 9)), 4)
    assert (left, rows) == (sheet(FULL, blank(2, count=3)), blank(5, count=LONG + 6))


@pytest.mark.parametrize(
    "rows",
    [
        blank(2, count=LONG),
        blank(2) + FULL,
        blank(2) + b'<row r="20000"><c r="A20000"><f>1+1</f></c></row>',
        blank(2) + b'<row r="20000"><c r="A20000" t="inlineStr"><is/></c></row>',
        blank(2).replace(b"<row", b"<x:row"),
        re.sub(rb' r="\d+"', b"", blank(2)),
        blank(2).replace(b'"', b"'"),
        blank(2).replace(b"<row", b"<!-- --><row"),
        blank(2) + b"<![CDATA[ ]]>",
    ],
)
def test_few_rows_and_others_than_the_last_stay(rows: bytes) -> None:
    assert without_trailing_rows(sheet(FULL, rows), 1) == (sheet(FULL, rows), b"")


def test_rows_are_moved_with_their_cells_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "PIECE", 1000)
    rows = '<row ht="{0}" r="{1}"><c r="A{1}" s="{0}"/><c r="XFD{1}" s="{0}"></c></row>'
    before = "".join(rows.format(n, n) for n in range(20, 110)).encode()
    after = "".join(rows.format(n, n - 3) for n in range(20, 110)).encode()
    assert moved_up(before, 3) == after
    assert moved_up(before, 0) == before


def formatted(path: Path, row: Callable[[int], str]) -> Path:
    """Format the rows of the balance list to the end of the sheet."""
    rows = "".join(map(row, range(5, LAST_ROW + 1)))
    return patched(path, BALANCE, "</sheetData>", f"{rows}</sheetData>")


def test_next_workbook_keeps_a_million_formatted_rows_and_is_made_quickly(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="the process measures memory")
    plain = begin_next(workbook(), dt.date.fromisoformat(DATE), tmp_path / "vanlig.xlsx").document
    path, made = formatted(workbook(), bare), tmp_path / "nästa.xlsx"
    ran = run(tmp_path / "report", "next", path, "--datum", DATE, "-o", made)
    assert (ran.status, ran.is_cheap) == (0, True)
    assert plain
    assert read_workbook(made).sheets == read_workbook(plain).sheets
    xml = zipfile.ZipFile(made).read(BALANCE).decode()
    numbers = [int(number) for number in re.findall(r'<row\b[^>]* r="(\d+)"', xml)]
    assert numbers == list(range(1, LAST_ROW))  # one is done and taken out
    assert bare(LAST_ROW - 1) in xml


def test_annotated_copy_keeps_a_million_formatted_rows(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="the process measures memory")
    path = formatted(workbook(Balanslista=[{"Status": "Blått"}]), bare)
    copy = tmp_path / "kopia.xlsx"
    ran = run(tmp_path / "report", "check", path, "--annotate", copy)
    assert (ran.status, ran.is_cheap) == (1, True)
    assert bare(LAST_ROW) in zipfile.ZipFile(copy).read(BALANCE).decode()
    assert read_workbook(copy).sheets[4].rows.keys() == read_workbook(path).sheets[4].rows.keys()


def test_a_row_with_thousands_of_attributes_is_looked_at_once() -> None:
    attributes = b" ".join(b'a%d-r="7"' % number for number in range(60_000))
    row = b'<row r="100" %b><c r="A100"/></row>' % attributes
    sheet = b"<sheetData>%b</sheetData>" % row
    assert without_trailing_rows(sheet, 1) == (sheet, b"")


def test_only_a_rows_own_number_is_moved() -> None:
    row = b'<row a-r="9" r="10" s="1"><c a-r="9" s="2" r="B10"/></row>'
    assert moved_up(row, 3) == b'<row a-r="9" r="7" s="1"><c a-r="9" s="2" r="B7"/></row>'
