"""Workbooks that once took up to minutes, each by a thing that was looked through over and over.

The time must follow the file's size.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx.places import column_letters
from tests.conftest import MakeWorkbook
from tests.process import run
from tests.test_reader import patched

pytest.importorskip("resource", reason="memory is measured where Python can")

BALANCE = "xl/worksheets/sheet5.xml"
NEXT = ("next", "--datum", "2026-12-10", "-o", "ut.xlsx")
ANNOTATE = ("check", "--annotate", "kopia.xlsx")
MANY = [{"Aktivitet": f"Gå {n}", "Kommentar": "x", "Ansvar": "Polisen"} for n in range(2_000)]

Make = Callable[[MakeWorkbook], Path]


def with_comment(comment: str) -> Make:
    return lambda workbook: workbook(Balanslista=[{"Kommentar": comment}])


def with_root(workbook: MakeWorkbook) -> Path:
    return patched(workbook(), BALANCE, "<worksheet ", "<worksheet {}".format('a:a="" ' * 40_000))


def with_format(workbook: MakeWorkbook) -> Path:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Eget")
        for number in range(1, 5_000):
            sheet.cell(number, 1, 1.5).number_format = "[$" * 127 + "0"

    return workbook(edit)


def with_wide_row(workbook: MakeWorkbook) -> Path:
    def edit(book: openpyxl.Workbook) -> None:
        for column in range(7, 16_385):
            book["Balanslista"].cell(3, column, "x" if column > 11_300 else None)
        book["Balanslista"].cell(3, 3, "Lila")

    return workbook(edit)


def with_columns(workbook: MakeWorkbook) -> Path:
    column = '<col min="5000" max="5000" width="9"/>'
    return patched(
        workbook(Balanslista=MANY),
        BALANCE,
        "<sheetData>",
        f"<cols>{column * 60_000}</cols><sheetData>",
    )


def with_merges(workbook: MakeWorkbook) -> Path:
    areas = (f'<mergeCell ref="{column_letters(9 + n % 900)}{4000 + n}:'
             f'{column_letters(10 + n % 900)}{4000 + n}"/>' for n in range(50_000))  # fmt: skip
    merges = f"</sheetData><mergeCells>{''.join(areas)}</mergeCells>"
    return patched(workbook(Balanslista=MANY), BALANCE, "</sheetData>", merges)


def with_formula(workbook: MakeWorkbook) -> Path:
    name = f'<definedNames><definedName name="x">1{"[]" * 16_000}</definedName></definedNames>'
    book = workbook(Balanslista=[{"Avslutad": "ja"}])
    return patched(book, "xl/workbook.xml", "</sheets>(?:<definedNames */>)?", f"</sheets>{name}")


def with_row_in_comment(workbook: MakeWorkbook) -> Path:
    row = """<!--<row r="9"{}'-->""".format(' r="1"' * 24_000)
    return patched(
        workbook(Balanslista=[{"Status": "Lila"}]), BALANCE, "<sheetData>", f"<sheetData>{row}"
    )


SLOW: dict[str, tuple[Make, tuple[str, ...]]] = {
    "a birth and thousands of lines": (
        with_comment("A 111 född" + "\n" * 32_000 + "x"),
        ("check",),
    ),
    "thousands of attributes": (with_root, ("check",)),
    "a format of many currencies": (with_format, ("check",)),
    "a row of thousands of cells": (with_wide_row, ANNOTATE),
    "formats of thousands of columns": (with_columns, NEXT),
    "thousands of merges": (with_merges, NEXT),
    "a formula of thousands of brackets": (with_formula, NEXT),
    "a row in a comment, copied": (with_row_in_comment, ANNOTATE),
    "a row in a comment, followed": (with_row_in_comment, NEXT),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_time_follows_the_size_of_the_file(
    name: str, workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, (command, *options) = SLOW[name]
    path = make(workbook)
    monkeypatch.chdir(tmp_path)
    ran = run(tmp_path / "report", command, path, *options)
    assert ran.is_cheap, ran
    assert ran.status in (0, 1, 2)
    assert "Traceback" not in ran.words
