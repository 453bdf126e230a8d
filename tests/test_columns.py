"""Columns of a template that stand there only where the workbook has something in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import docx
import pytest

from lagesbild_xlsx import build
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.pipeline import check_template, import_document, update
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.templates import lines, write_template
from tools.wordml import cell, column_value, paragraph, repeat, row, table, text, value

DUE = {"Klart senast": dt.date(2026, 12, 1)}


def headings(document: Path) -> str:
    return next(line for line in lines(document) if line.startswith("Aktivitet\t"))


def widths(document: Path) -> tuple[list[int], list[int]]:
    """Return the widths of the grid, and of the cells of the first row, of the first table."""
    body = docx.Document(str(document)).element.body
    first = body.xpath(".//w:tbl")[0]
    grid = [int(width) for width in first.xpath("./w:tblGrid/w:gridCol/@w:w")]
    cells = first.xpath("./w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")
    return grid, [int(width) for width in cells]


def built(path: Path, target: Path, template: Path | None = None) -> Path:
    document = build(path, target, template).document
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, "Aktivitet\tAnsvar\tStatus\tKommentar"),
        ({"Klart senast": None}, "Aktivitet\tAnsvar\tStatus\tKommentar"),
        (DUE, "Aktivitet\tAnsvar\tStatus\tKlart senast\tKommentar"),
        ({"Ort": "Granby"}, "Aktivitet\tAnsvar\tOrt\tStatus\tKommentar"),
        (DUE | {"Ort": "Granby"}, "Aktivitet\tAnsvar\tOrt\tStatus\tKlart senast\tKommentar"),
    ],
)
def test_column_stands_there_where_the_workbook_has_something_in_it(
    columns: dict[str, Any], expected: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(Balanslista=[columns]), tmp_path / "ut.docx")
    assert headings(document) == expected
    grid, cells = widths(document)
    assert grid == cells
    assert (len(grid), sum(grid)) == (len(expected.split("\t")), 9638)


def test_without_them_the_table_is_as_it_always_was(document: Path) -> None:
    assert widths(document)[0] == [3090, 2381, 1191, 2976]


def own_template(path: Path) -> Path:
    """Return a template with an own column that comes and goes."""
    columns = (value("Aktivitet"), column_value("Kostnad"), value("Kommentar"))
    head = ("Aktivitet", "Kostnad", "Kommentar")
    made = table(
        "LBalanslista",
        "Balanslista",
        "En rad för varje aktivitet.",
        (3000, 1200, 5438),
        row(*(cell(3000, paragraph("LTabellrubrik", text(h))) for h in head), header=True),
        repeat("Balanslista", row(*(cell(3000, paragraph("LTabelltext", c)) for c in columns))),
    )
    return write_template(path, made)


def test_own_column_that_is_marked_is_no_error_where_it_is_absent(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = own_template(tmp_path / "mall.docx")
    without = built(workbook(), tmp_path / "utan.docx", template)
    assert headings(without) == "Aktivitet\tKommentar"
    assert sum(widths(without)[0]) == 9638
    path = workbook(Balanslista=[{"Kostnad": "5 tkr"}])
    assert headings(built(path, tmp_path / "med.docx", template)) == "Aktivitet\tKostnad\tKommentar"
    codes = {f.rule.code for f in check_template(template).findings}
    assert not codes & {"LB501", "LB505"}


def test_imported_document_has_the_column_again(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(Balanslista=[DUE]), tmp_path / "ut.docx")
    import_document(document, tmp_path / "ny.xlsx")
    again = read_lagesbild(read_workbook(tmp_path / "ny.xlsx")).value
    assert [activity.due for activity in again.activities] == [DUE["Klart senast"], None, None]


@pytest.mark.parametrize("columns", [DUE, {"Ort": "Granby"}])
def test_update_says_where_the_columns_have_changed(
    columns: dict[str, Any], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(), tmp_path / "ut.docx")
    before = document.read_bytes()
    outcome = update(workbook(Balanslista=[columns]), document)
    assert [f.rule.code for f in outcome.findings if f.is_error] == ["LB125"]
    assert document.read_bytes() == before
    assert update(workbook(Balanslista=[{"Kommentar": "Nytt."}]), document).document == document
