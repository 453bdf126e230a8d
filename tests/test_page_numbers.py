"""Page numbers in a built document are those of the pages that were drawn, in it and in its PDF."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from lagesbild_xlsx import build
from lagesbild_xlsx.pdf import destinations_in, page_numbers
from lagesbild_xlsx.pdf.destinations import destination_of
from lagesbild_xlsx.word.fields.pages import MARK, Pages, mark_sections, number_pages
from tests.conftest import MakeWorkbook
from tests.templates import told_of_template, write_template
from tests.wordfields import TITLE, W, bookmark, contents, entries, field, lines
from tools.wordml import NAMESPACES, footer, paragraph, repeat, text, value

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
BREAK = '<w:r><w:br w:type="page"/></w:r>'
ROMAN = '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr></w:pPr></w:p>'
PLAIN = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
FROM_ONE = '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
PLACES = repeat("Orter", paragraph("Rubrik1", BREAK, value("Ort")))
FOOTER = footer(paragraph("Normal", text("Av "), field("NUMPAGES", "99")))


def drawn(folder: Path, book: Path, *blocks: str) -> Path:
    mould = write_template(folder / "mall.docx", TITLE, *blocks, footer1=FOOTER)
    outcome = build(book, output=folder / "ut.docx", template=mould, formats=["pdf"])
    assert [f.rule.code for f in told_of_template(outcome)] == []
    return folder / "ut.docx"


def pages(document: Path) -> list[str]:
    """Return the text of each page of the PDF beside a document."""
    command = ["pdftotext", "-layout", str(document.with_suffix(".pdf")), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return said.stdout.split("\f")[:-1]


@needs_office
def test_numbers_are_those_of_the_drawn_pages(workbook: MakeWorkbook, tmp_path: Path) -> None:
    toc = contents(r'TOC \o "1-3" \h \z \u')
    see = paragraph("Normal", text("Se sida "), field(r"PAGEREF Sist \h"), text("."))
    last = paragraph("Rubrik1", BREAK, bookmark("Sist", text("Ordlista")))
    document = drawn(tmp_path, workbook(), toc, see, PLACES, last)
    wanted = ["Granby\t2", "Västerås-Barkarö\t3", "Ordlista\t4"]
    assert [words for _, words, _ in entries(document)] == wanted
    assert "Se sida 4." in lines(document)
    assert lines(document, "word/footer1.xml") == ["Av 4"]
    first, *others = pages(document)
    for entry, page in zip(wanted, others, strict=True):
        heading, number = entry.split("\t")
        assert heading in page
        assert any(line.startswith(heading) and line.endswith(number) for line in first.split("\n"))
    assert "Se sida 4." in first


@needs_office
def test_a_document_without_contents_is_drawn_once(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_numbers, "MOST_DRAWINGS", 1)
    assert lines(drawn(tmp_path, workbook(), PLACES), "word/footer1.xml") == ["Av 3"]


def story(*blocks: str, section: str = FROM_ONE) -> etree._Element:
    body = f"<w:body>{''.join(blocks)}{section}</w:body>"
    return etree.fromstring(f"<w:document {NAMESPACES}>{body}</w:document>")


def test_a_section_with_numbers_of_its_own_has_them() -> None:
    root = story(
        paragraph("Normal", bookmark("A", text("förord"))),
        ROMAN,
        paragraph("Normal", bookmark("B", text("text"), number=71)),
        paragraph("Normal", field("PAGEREF A"), text(" "), field("PAGEREF b")),
        paragraph("Normal", field(r"PAGEREF B \* ROMAN"), text(" "), field("PAGEREF C")),
    )
    places = {"A": 2, "B": 7, f"{MARK}1": 4}
    numbered = number_pages([root], root, Pages(places.get, 9))
    said = [each for each in texts(root) if each.strip()]
    assert said == ["förord", "text", "iii 4", "IV –"]
    assert numbered == (False, True)


def test_a_section_that_begins_on_an_odd_page_skips_one() -> None:
    odd = '<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>'
    section = '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>'
    blocks = (
        paragraph("Normal", text("ett")),
        odd,
        paragraph("Normal", bookmark("B", text("två"))),
        paragraph("Normal", field("PAGEREF B")),
    )
    root = story(*blocks, section=section)
    number_pages([root], root, Pages({"B": 1, f"{MARK}1": 1}.get, 2))
    assert texts(root)[-1] == "3"


@pytest.mark.parametrize(
    ("before", "start", "kind", "in_word", "in_libreoffice"),
    [
        ("", "0", "nextPage", "1", "1"),
        ("", "5", "continuous", "6", "6"),
        (PLAIN, "0", "nextPage", "0", "0"),
        (PLAIN, "5", "nextPage", "5", "5"),
        (PLAIN, "5", "continuous", "5", "2"),
    ],
)
def test_some_sections_begin_anew_in_word_alone(
    before: str, start: str, kind: str, in_word: str, in_libreoffice: str
) -> None:
    numbering = f'<w:type w:val="{kind}"/><w:pgNumType w:start="{start}"/>'
    section = f"<w:sectPr>{numbering}</w:sectPr>"
    line = paragraph("Normal", bookmark("B", text("två")))
    for as_word, number in ((True, in_word), (False, in_libreoffice)):
        root = story(before, line, paragraph("Normal", field("PAGEREF B")), section=section)
        places = {"B": 1, f"{MARK}1": 1}
        number_pages([root], root, Pages(places.get, 2, as_word=as_word))
        assert texts(root)[-1] == number


def texts(root: etree._Element) -> list[str]:
    paragraphs = root.iter(f"{W}p")
    return ["".join(t.text or "" for t in each.iter(f"{W}t")) for each in paragraphs]


def test_sections_are_marked_where_they_begin() -> None:
    root = story(ROMAN, paragraph("Normal", text("två")))
    mark_sections(root)
    marked = {each.get(f"{W}name"): each.getparent() for each in root.iter(f"{W}bookmarkStart")}
    assert marked == {f"{MARK}1": list(root.iter(f"{W}p"))[1]}


def test_numbers_that_never_stay_are_left_out_and_told(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = itertools.count()
    monkeypatch.setattr("lagesbild_xlsx.pdf.pdf_bytes", lambda _: pdf_with(next(moving) % 2))
    toc = contents(r'TOC \o "1-3" \h')
    mould = write_template(tmp_path / "mall.docx", TITLE, toc, paragraph("Rubrik1", text("Ett")))
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=mould, formats=["pdf"])
    assert [f.rule.code for f in told_of_template(outcome)] == ["LB560"]
    assert [words for _, words, _ in entries(tmp_path / "ut.docx")] == ["Ett\t"]


def pdf_with(page: int) -> bytes:
    """Return a PDF of two pages in which all that a test asks for is on one of them."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page()
        there = pdf.pages[page].obj
        name = f"/{destination_of('_Toc100000001')}"
        pdf.Root.Dests = pikepdf.Dictionary({name: pikepdf.Array([there])})
        pdf.save(made)
    return made.getvalue()


def test_a_pdf_says_on_which_page_each_bookmark_is() -> None:
    found = destinations_in(pdf_with(1))
    assert (found.total, found.of("_Toc100000001"), found.of("_Toc2")) == (2, 1, None)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("_Toc1", "5FToc1"), ("Läge-2", "LE4ge-2"), ("a b", "a20b"), ("Ω", "03A9")],
)
def test_a_destination_is_spelt_as_libreoffice_does(name: str, wanted: str) -> None:
    assert destination_of(name) == wanted
