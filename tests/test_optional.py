"""Sheets and columns that a workbook can do without: absent, misspelt, or like the staff's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lagesbild_xlsx import build, check, rules
from lagesbild_xlsx.columns import choice_column, column, columns_of, sheets_of
from lagesbild_xlsx.columns.converters import text
from lagesbild_xlsx.columns.declarations import one_of
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model import Lagesbild, Row
from lagesbild_xlsx.pipeline import import_document
from lagesbild_xlsx.sheets.headings import ReadSheet
from lagesbild_xlsx.sheets.rows import read_table
from tests.conftest import GOOD, ROOT, MakeWorkbook
from tests.templates import lines
from tests.test_rules import rename

OPTIONAL = [sheet.name for sheet in sheets_of(Lagesbild).values() if sheet.optional]
WITHOUT: dict[str, Any] = dict.fromkeys(name for name in OPTIONAL if name in GOOD)
TEMPLATES = sorted(p for p in (ROOT / "templates").glob("*.docx") if "trend" not in p.name)


def emptied(book: openpyxl.Workbook) -> None:
    for name in WITHOUT:
        book[name].delete_rows(2, 100)


def told(path: Path) -> list[tuple[str, str]]:
    return [(f.rule.code, str(f.place)) for f in check(path).findings]


def test_only_the_report_and_the_balance_list_must_be_there() -> None:
    assert GOOD.keys() - {*OPTIONAL} == {"Rapport", "Balanslista"}


@pytest.mark.parametrize("sheet", sheets_of(Lagesbild).values(), ids=lambda sheet: sheet.name)
def test_sheet_that_is_absent_is_told_only_where_it_must_be_there(
    sheet: Any, workbook: MakeWorkbook
) -> None:
    codes = [code for code, _ in told(workbook(**{sheet.name: None}))]
    assert ("LB101" in codes) is not sheet.optional


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_absent_sheets_read_as_empty_ones(
    template: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    made = [tmp_path / "utan.docx", tmp_path / "tomma.docx"]
    for book, document in zip((workbook(**WITHOUT), workbook(emptied)), made, strict=True):
        assert not [f for f in build(book, document, template=template).findings if f.is_error]
    absent, empty = map(lines, made)
    assert absent == empty
    assert any("Vandra" in line for line in absent)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Prioriteringar", "Prioritering"),
        ("Orter", "Ortter"),
        ("Framåt", "Framat"),
        ("Ordlista", "Ordlistan"),
        ("Listor", "Lister"),
    ],
)
def test_optional_sheet_that_is_misspelt_is_an_error(
    name: str, typed: str, workbook: MakeWorkbook
) -> None:
    assert ("LB101", name) in told(workbook(rename(name, typed)))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Brottsstatistik", {"Månad": "maj", "Antal": 3}),
        ("Lista", {"Namn": "Trygghetssamordnaren", "Telefon": "via växeln"}),
        ("Orter", {"Skola": "Granskolan", "Elever": 300}),
    ],
)
def test_sheet_of_their_own_is_taken_for_no_other(
    name: str, row: dict[str, object], workbook: MakeWorkbook
) -> None:
    own = f"{name}s" if name in GOOD else name
    assert told(workbook(**WITHOUT | {own: [row]})) == told(workbook(**WITHOUT))


def test_misspelt_headings_too_are_those_of_a_misspelt_sheet(workbook: MakeWorkbook) -> None:
    path = workbook(Orter=None, Ortter=[{"Ortt": "Granby", "Lagesbild": "Lugnt."}])
    assert told(path) == [("LB101", "Orter")]


def test_locality_is_not_unknown_where_there_is_no_list(workbook: MakeWorkbook) -> None:
    assert told(workbook(Orter=None, Balanslista=[{"Ort": "Granby"}])) == []


def test_sheets_without_rows_are_left_out_of_an_import(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    made = tmp_path / "ny.xlsx"
    build(workbook(**WITHOUT), tmp_path / "lagesbild.docx")
    outcome = import_document(tmp_path / "lagesbild.docx", made)
    assert openpyxl.load_workbook(made).sheetnames == ["Rapport", "Balanslista", "Listor"]
    assert not [f for f in outcome.findings if f.rule is rules.SHEET_EMPTY]


URGENCY = one_of(("Hög", "Medel", "Låg"), rules.SECTION_UNKNOWN, {"Hög": ("akut",)})
"""The words of a fixed choice; how a choice refuses a word is the same whatever the rule says."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Task(Row):
    """A row with a choice that no older workbook has."""

    activity: str = column("Aktivitet", text, help="vad som ska göras")
    urgency: str = choice_column(
        "Prioritet",
        lambda _: URGENCY,
        None,
        optional=True,
        rare=True,
        for_work_only=True,
        missing=rules.ACTIVITY_MISSING,
    )


def tasks(path: Path) -> ReadSheet:
    sheet = read_workbook(path).sheet("Balanslista")
    assert sheet is not None
    return read_table(sheet, Task)


def test_optional_choice_is_not_missed(workbook: MakeWorkbook) -> None:
    read = tasks(workbook(Balanslista=[{"Aktivitet": "Vandra"}]))
    assert not [finding for finding in read.findings if finding.is_error]
    assert {task.urgency for task in read.value} == {""}


def test_optional_choice_is_read_where_it_stands(workbook: MakeWorkbook) -> None:
    typed = ("låg", "AKUT", None, "kanske")
    rows = [{"Aktivitet": f"Vandra {n}", "Prioritet": word} for n, word in enumerate(typed)]
    read = tasks(workbook(Balanslista=rows))
    assert [task.urgency for task in read.value] == ["Låg", "Hög", "", ""]
    refused = [finding for finding in read.findings if finding.is_error]
    assert [str(finding.place) for finding in refused] == ["Balanslista!E5"]
    assert "Hög, Medel eller Låg" in refused[0].message + refused[0].hint


def test_choice_declares_what_other_columns_do() -> None:
    declared = columns_of(Task)["urgency"]
    assert (declared.optional, declared.rare, declared.for_work_only) == (True, True, True)
    assert declared.missing is rules.ACTIVITY_MISSING
    assert declared.choices == ("Hög", "Medel", "Låg")
