"""The PDF beside the document: tagged, in Swedish, with titles, and pages in the right number."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pdf import programs
from lagesbild_xlsx.pdf.finish import with_artifacts
from tests.conftest import ROOT, MakeWorkbook

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is missing")
    target = tmp_path_factory.mktemp("pdf") / "ut.docx"
    build(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx", output=target, pdf=True)
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
        build(workbook(), output=tmp_path / "ut.docx", pdf=True)
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
        build(workbook(), output=tmp_path / "ut.docx", pdf=True)
    assert not (tmp_path / "ut.docx").exists()


@needs_office
def test_pdf_that_cannot_be_written_leaves_no_document(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "ut.pdf").mkdir()
    with pytest.raises(StopError, match="LB006"):
        build(workbook(), output=tmp_path / "ut.docx", pdf=True)
    assert not (tmp_path / "ut.docx").exists()
