"""The PDF beside the document: tagged, in Swedish, with titles, and pages in the right number."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from pikepdf import Name

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pdf import programs
from lagesbild_xlsx.pdf.finish import finished, with_artifacts
from lagesbild_xlsx.pdf.structure import figures_in
from tests.conftest import ROOT, MakeWorkbook

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is missing")
    target = tmp_path_factory.mktemp("pdf") / "ut.docx"
    build(
        ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx", output=target, formats=["pdf"]
    )
    return target.with_suffix(".pdf")


def test_pdf_is_tagged_with_title_language_and_bookmarks(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "sv-SE"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/Outlines" in root
        with opened.open_metadata() as metadata:
            assert str(metadata["dc:title"]).startswith("Samlad lägesbild 2026-11-12")
            assert str(metadata["pdfuaid:part"]) == "1"


def test_every_page_has_the_order_of_its_structure(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        assert [page.obj.Tabs for page in opened.pages] == [Name.S] * len(opened.pages)


def test_nothing_is_painted_outside_the_structure(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            instructions = list(pikepdf.parse_content_stream(page))
            assert len(list(with_artifacts(instructions))) == len(instructions)


def structure(element: pikepdf.Object) -> list[str]:
    """Return the types of a structure element and all below it."""
    found = [str(element.get("/S", ""))]
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += structure(kid)
    return found


def test_headings_lists_header_cells_and_links_are_tagged(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        types = structure(opened.Root.StructTreeRoot)
        links = [a for page in opened.pages for a in page.obj.get("/Annots", [])]
        assert {"/H1", "/H2", "/H3", "/LI", "/Table", "/Link"} <= set(types)
        assert types.count("/TH") == 6
        assert ["/StructParent" in link for link in links] == [True]


def figures_of(pdf: bytes, words: Sequence[str]) -> list[str]:
    """Return what the figures of a PDF say when it is finished, given what the document says."""
    path = io.BytesIO(finished(io.BytesIO(pdf), words))
    with pikepdf.open(path) as opened:
        kids = opened.Root.StructTreeRoot.K.K
        return [str(figure.get(Name.Alt, "")) for figure in kids]


def pdf_with(*said: str) -> bytes:
    """Return a tagged PDF with a figure for each text, which says it; nothing for none."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    figures = [pikepdf.Dictionary(S=Name.Figure) for _ in said]
    for figure, words in zip(figures, said, strict=True):
        if words:
            figure.Alt = words
    document = pikepdf.Dictionary(S=Name.Document, K=pikepdf.Array(figures))
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=Name.StructTreeRoot, K=document)
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()


FIGURES = {
    "a chart gets its words": (("Karta", ""), ("Karta", "Brott"), ["Karta", "Brott"]),
    "one without words gets none": (("", ""), ("", "Brott"), ["", "Brott"]),
    "more figures than frames": (("", "", ""), ("Karta", "Brott"), ["", "", ""]),
    "fewer figures than frames": (("",), ("Karta", "Brott"), [""]),
    "other words": (("Torget", ""), ("Karta", "Brott"), ["Torget", ""]),
}


@pytest.mark.parametrize("name", FIGURES)
def test_figures_get_the_words_of_the_document_in_their_order(name: str) -> None:
    said, words, expected = FIGURES[name]
    assert figures_of(pdf_with(*said), words) == expected


def test_charts_say_in_the_pdf_what_they_show(workbook: MakeWorkbook, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is missing")

    def draw(book: Workbook) -> None:
        sheet = book["Brott"]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=3))
        sheet.add_chart(chart, "D1")
        book["Rapport"].append(["Bilagor", "Brott"])

    brott = [{"Månad": "jan", "Anmälda": 3}, {"Månad": "feb", "Anmälda": 5}]
    target = tmp_path / "ut.docx"
    build(workbook(draw, Brott=brott), output=target, formats=["pdf"])
    with pikepdf.open(target.with_suffix(".pdf")) as opened:
        said = [str(figure.get(Name.Alt, "")) for figure in figures_in(opened)]
    assert said == ["Stapeldiagram: Anmälda. 3 (jan), 5 (feb)."]


def test_controls_make_no_form_fields(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        assert "/AcroForm" not in opened.Root


def test_page_fields_show_the_right_numbers(pdf: Path) -> None:
    import subprocess  # noqa: PLC0415

    text = subprocess.run(  # noqa: S603
        ["pdftotext", "-layout", str(pdf), "-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    pages = text.split("\f")[:-1]
    assert [f"Sida {n} ({len(pages)})" in page for n, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_missing_program_is_told_and_nothing_is_written(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(programs, "PLACES", ())
    with pytest.raises(StopError, match=r"LB014: Varken Word eller LibreOffice hittades"):
        build(workbook(), output=tmp_path / "ut.docx", formats=["pdf"])
    assert not (tmp_path / "ut.docx").exists()


def program(folder: Path, code: str) -> str:
    """Return the path of a program that does what the code says in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import time; time.sleep(60)", "det tog mer än 1 sekunder"),
        ("raise SystemExit(3)", "slutade med nummer 3"),
        ("pass", "programmet skrev ingen PDF"),
    ],
)
def test_failing_program_is_told_and_nothing_is_written(
    code: str,
    words: str,
    workbook: MakeWorkbook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake = program(tmp_path, code)
    monkeypatch.setattr(shutil, "which", lambda _: fake)
    monkeypatch.setattr(programs, "SECONDS", 1)
    with pytest.raises(StopError, match=f"LB015: .*{words}"):
        build(workbook(), output=tmp_path / "ut.docx", formats=["pdf"])
    assert not (tmp_path / "ut.docx").exists()


@needs_office
def test_pdf_that_cannot_be_written_leaves_no_document(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "ut.pdf").mkdir()
    with pytest.raises(StopError, match="LB006"):
        build(workbook(), output=tmp_path / "ut.docx", formats=["pdf"])
    assert not (tmp_path / "ut.docx").exists()
