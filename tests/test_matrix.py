"""Every document that the tool can build is valid and accessible: templates times workbooks."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from lagesbild_xlsx import build
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.test_document import VALIDATOR, sdk_errors
from tools.make_templates import MADE

LONG = "Ett mycket långt ord: " + "säkerhetsskyddssamordningsansvarig" * 6 + ". " + "Text. " * 400
TABLES = ("Prioriteringar", "Orter", "Framåt", "Balanslista", "Ordlista")
FACTS: list[dict[str, Any]] = [{}] * 6


def emptied(*names: str) -> Callable[[openpyxl.Workbook], None]:
    def edit(book: openpyxl.Workbook) -> None:
        for name in names:
            book[name].delete_rows(2, 100)

    return edit


def formatted(book: openpyxl.Workbook) -> None:
    """Format and link texts in every way that reaches the document."""
    rich = CellRichText(
        "Vanlig, ", TextBlock(InlineFont(b=True), "fet"), TextBlock(InlineFont(i=True), " kursiv")
    )
    book["Orter"]["B2"], book["Balanslista"]["D2"] = rich, rich
    for sheet, cell, text in (
        ("Framåt", "B2", "https://www.example.se/en/sida?a=1&b=2"),
        ("Framåt", "B3", "Läs mer"),
        ("Balanslista", "D3", "Kommunens plan"),
        ("Rapport", "B2", "Granby kommun"),
    ):
        book[sheet][cell] = text
        book[sheet][cell].hyperlink = "https://www.example.se/en/sida?a=1&b=2"


def many(count: int) -> list[dict[str, Any]]:
    statuses = itertools.cycle(("Rött", "Gult", "Grönt", None))
    return [
        {
            "Aktivitet": f"Aktivitet nummer {number}",
            "Ansvar": "Polisen och Kommunen",
            "Status": status,
            "Kommentar": "En kommentar." * (number % 4),
            "Ort": ("Granby", None, "Annanstans")[number % 3],
        }
        for number, status in zip(range(count), statuses, strict=False)
    ]


WORKBOOKS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "all sheets empty": {"edit": emptied(*TABLES)},
    "no activities": {"edit": emptied("Balanslista")},
    "only activities": {"edit": emptied("Prioriteringar", "Orter", "Framåt", "Ordlista")},
    "lists empty": {"edit": emptied("Listor")},
    "one row": {"edit": lambda book: book["Balanslista"].delete_rows(3, 9)},
    "200 rows": {"Balanslista": many(200)},
    "long texts": {
        "Orter": [{"Ort": LONG[:60], "Lägesbild": LONG}],
        "Balanslista": [{"Aktivitet": LONG[:900], "Kommentar": LONG}],
        "Framåt": [{"Text": LONG}],
    },
    "every optional part": {
        "Rapport": [
            *FACTS,
            {"Fält": "Diarienummer", "Värde": "KS 2026/1"},
            {"Fält": "Version", "Värde": "3"},
        ],
        "Balanslista": [
            {"Nr": 1, "Ort": "Granby", "Klart senast": "2026-12-01"},
            {"Nr": 2, "Ort": "Annanstans"},
        ],
        "Ordlista": [{"Skiljetecken": "–"}],
    },
    "reference without version": {
        "Rapport": [*FACTS, {"Fält": "Diarienummer", "Värde": "KS 2026/1"}]
    },
    "version without reference": {"Rapport": [*FACTS, {"Fält": "Version", "Värde": "3"}]},
    "one section": {"edit": lambda book: book["Framåt"].delete_rows(2, 2)},
    "one agreement": {"edit": lambda book: book["Prioriteringar"].delete_rows(2)},
    "formats and links": {"edit": formatted},
    "line breaks and marks": {
        "Orter": [{"Lägesbild": "Rad 1\nRad 2\n\n& < > \" ' \t slut        mellanslag"}],
        "Balanslista": [{"Aktivitet": "😀 <w:p/> &amp;", "Kommentar": "\u202eomvänt\u202c å"}],
    },
    "drafts with errors": {
        "Balanslista": [{"Status": "Blått"}, {"Aktivitet": None}],
        "Rapport": [{"Värde": None}, {"Värde": "snart"}],
    },
}
MATRIX = list(itertools.product(MADE, WORKBOOKS))


@pytest.mark.parametrize(("template", "name"), MATRIX)
def test_document_is_valid_and_accessible(
    template: str, name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    outcome = build(
        workbook(**WORKBOOKS[name]),
        output=tmp_path / "ut.docx",
        template=ROOT / "templates" / template,
        draft=name.startswith("drafts"),
    )
    assert outcome.document, outcome.findings
    assert faults(outcome.document) == []
    if VALIDATOR.exists():
        assert sdk_errors(outcome.document) == []


def test_matrix_is_large_enough() -> None:
    assert len(MATRIX) >= 40


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_validator_itself_finds_faults(tmp_path: Path) -> None:
    from tests.rawbook import write_parts  # noqa: PLC0415
    from tests.test_update import parts_of  # noqa: PLC0415

    shutil.copy(ROOT / "templates" / "lagesbild.docx", tmp_path / "fel.docx")
    parts = parts_of(tmp_path / "fel.docx")
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:tblPr>", "<w:tblPr/>", 1)
    parts["word/document.xml"] = parts["word/document.xml"].replace("</w:tblPr>", "", 1)
    assert sdk_errors(write_parts(tmp_path / "fel.docx", parts)) != []
