"""Lists typed in a cell are Word's lists, and come back as they were typed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from lagesbild_xlsx import build, check
from lagesbild_xlsx.pipeline import (
    TEMPLATE_KINDS,
    annotate,
    import_document,
    standard_template,
    update,
)
from lagesbild_xlsx.word.lists.typed import lines_with_lists, restored, stored
from tests.conftest import MakeWorkbook
from tests.rawbook import write_parts
from tests.templates import write_template
from tests.test_document import VALIDATOR, sdk_errors
from tests.test_update import edited, parts_of
from tests.wordsaved import as_it_was, as_word_saves
from tools.profile import styles
from tools.wordml import TAB, cell, field, only_if, paragraph, repeat, row, table, text, value

DASHES = "Så här:\n- ett\n- två\nSlut."
COUNTED = "1. ett\n2. två\n3. tre"
DEEP = "• ett\n  • inre\n  • andra\n• två"
MIXED = "* a\n* b\nmellan\n1) x\n2) y\n1) z\n2) å"
PLAIN = "Bara\ntext - ja"
TEXTS = {"dashes": DASHES, "numbers": COUNTED, "deep": DEEP, "mixed": MIXED, "plain": PLAIN}


def said(text_: str) -> dict[str, Any]:
    """Return a change that puts a text in a line of others, in a line of its own, and in a cell."""
    return {
        "Orter": [{"Lägesbild": text_}],
        "Framåt": [{"Text": text_}],
        "Balanslista": [{"Kommentar": text_}],
    }


def typed_in(workbook: Path) -> set[Any]:
    book = openpyxl.load_workbook(workbook)
    return {book[sheet][at].value for sheet, at in
            (("Orter", "B2"), ("Framåt", "B2"), ("Balanslista", "D2"))}  # fmt: skip


def built(workbook: Path, folder: Path, template: Path | None = None) -> Path:
    return build(workbook, folder / "ut.docx", template).document or Path()


def paragraphs_of(document: Path) -> list[Paragraph]:
    opened = docx.Document(str(document))
    return [Paragraph(p, opened._body) for p in opened.element.body.iter(qn("w:p"))]  # noqa: SLF001


def items(document: Path, *, in_cell: bool = False) -> list[tuple[str, str]]:
    """Return the style and the text of the items of lists, in cells or outside them."""
    return [
        (each.style.name if each.style else "", each.text)
        for each in paragraphs_of(document)
        if each.style and each.style.name.startswith("List")
        if (next(each._p.iterancestors(qn("w:tc")), None) is not None) is in_cell  # noqa: SLF001
    ]


def numbers(document: Path) -> list[tuple[str, str, str]]:
    """Return the list and the level of each paragraph that names one, and its text."""
    found = []
    for each in paragraphs_of(document):
        own = each._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")  # noqa: SLF001
        if own is not None:
            number, level = (own.find(qn(f"w:{n}")) for n in ("numId", "ilvl"))
            found.append((str(number.get(qn("w:val"))), str(level.get(qn("w:val"))), each.text))
    return found


# ------------------------------------------------------------------ what is a list


@pytest.mark.parametrize("sign", "-–•*·")
def test_lines_that_begin_with_the_same_sign_are_a_list(sign: str) -> None:
    lines = lines_with_lists(f"Före\n{sign} ett\n{sign} två\nEfter")
    assert [(line.prefix, line.runs[0].text) for line in lines] == [
        ("", "Före"), (f"{sign} ", "ett"), (f"{sign} ", "två"), ("", "Efter")
    ]  # fmt: skip


@pytest.mark.parametrize("text_", ["1. ett\n2. två", "1) ett\n2) två", "-Ett\n-Två", "-\ta\n-\tb"])
def test_numbers_in_order_and_signs_right_before_a_word_are_a_list(text_: str) -> None:
    assert [line.list for line in lines_with_lists(text_)] == [1, 1]


@pytest.mark.parametrize(
    "text_",
    [
        "- ett", "- ett\nmer\n- två", "-5\n-6", "*a\n*b", "1. ett\n3. tre", "2. ett\n3. två",
        "- a\n* b", "1. a\n2) b", "a - b\nc - d", "1.1 a\n1.2 b", "-\n-", "2026. a\n2027. b",
    ],
)  # fmt: skip
def test_other_lines_stay_as_typed(text_: str, workbook: MakeWorkbook, tmp_path: Path) -> None:
    assert lines_with_lists(text_) == ()
    document = built(workbook(**said(text_)), tmp_path)
    assert [each.text for each in paragraphs_of(document)].count(text_) >= 2


LINES = st.lists(
    st.builds(
        str.__add__,
        st.sampled_from(["- ", "-", "• ", "  - ", "\t1. ", "1. ", "2. ", "1) ", "2) ", "", "* "]),
        st.text("abå5 ", max_size=3),
    ),
    max_size=8,
)


@settings(max_examples=300)
@given(LINES)
def test_what_items_began_with_is_restored(typed: list[str]) -> None:
    whole = "\n".join(typed)
    lines = lines_with_lists(whole)
    prefixes = restored(stored(lines))
    said_again = [
        (next(prefixes) if line.prefix else "") + "".join(run.text for run in line.runs)
        for line in lines
    ]
    assert not lines or "\n".join(said_again) == whole


# ------------------------------------------------------------------ in the document


def test_list_has_the_templates_styles_in_the_body_and_in_cells(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(**said("Så:\n- ett\n- två\nEfter.")), tmp_path)
    bullets = [("List Bullet", "ett"), ("List Bullet", "två")]
    own = [("List Bullet", "Lugnare torg"), ("List Bullet", "Färre inbrott")]
    assert items(document) == own + bullets * 2
    assert items(document, in_cell=True) == bullets
    texts = [each.text for each in paragraphs_of(document)]
    assert texts.count("Så:") == texts.count("Efter.") - 1 == 2  # one stands beside its locality
    assert "Granby\tSå:" in texts


def test_list_in_an_explanation_stands_below_its_term_and_comes_back(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    said_ = "Två saker:\n- a\n- b"
    document = built(workbook(Ordlista=[{"Förklaring": said_}]), tmp_path)
    texts = [each.text for each in paragraphs_of(document)]
    at = next(at for at, each in enumerate(texts) if each.endswith(" Två saker:"))
    assert texts[at + 1 : at + 3] == ["a", "b"]
    assert ("List Bullet", "a") in items(document)
    import_document(document, tmp_path / "ny.xlsx")
    assert openpyxl.load_workbook(tmp_path / "ny.xlsx")["Ordlista"]["B2"].value == said_


def test_numbers_begin_anew_in_each_list(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(**said(COUNTED)), tmp_path)
    found = numbers(document)
    assert [text_ for _, _, text_ in found] == ["ett", "två", "tre"] * 3
    assert len({number for number, _, _ in found}) == 3
    numbering = docx.Document(str(document)).part.numbering_part.element
    for number in {number for number, _, _ in found}:
        [of_it] = numbering.xpath(f"w:num[@w:numId='{number}']")
        assert of_it.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"
    assert items(document, in_cell=True) == [("List Number", t) for t in ("ett", "två", "tre")]


def test_line_further_in_is_of_the_second_level(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(Framåt=[{"Text": DEEP}]), tmp_path)
    assert [(level, text_) for _, level, text_ in numbers(document)] == [
        ("1", "inre"), ("1", "andra"),
    ]  # fmt: skip


def test_text_keeps_its_size_in_a_cell(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(Balanslista=[{"Kommentar": DASHES}]), tmp_path)
    sizes = {
        run.font.size.pt if run.font.size else 0
        for each in paragraphs_of(document) if each.text in ("ett", "två") for run in each.runs
    }  # fmt: skip
    assert sizes == {10}


def test_template_without_a_list_gets_one(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = without_lists(tmp_path / "mall.docx")
    document = built(workbook(Balanslista=[{"Kommentar": DEEP}, {"Kommentar": COUNTED}]), tmp_path,
                     template)  # fmt: skip
    found = numbers(document)
    assert [(level, text_) for _, level, text_ in found] == [
        ("0", "ett"), ("1", "inre"), ("1", "andra"), ("0", "två"),
        ("0", "ett"), ("0", "två"), ("0", "tre"),
    ]  # fmt: skip
    if VALIDATOR.exists():
        assert sdk_errors(document) == []
    import_document(document, tmp_path / "ny.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Balanslista"]
    assert [sheet["D2"].value, sheet["D3"].value] == [DEEP, COUNTED]


def without_lists(path: Path) -> Path:
    """Write a template with neither a list's style nor any numbering."""
    columns = ("Aktivitet", "Ansvar", "Status", "Kommentar")
    cells = (cell(2000, paragraph("Normal", value(heading))) for heading in columns)
    plain = styles(9638).replace("List Bullet", "Punkt").replace("List Number", "Nummer")
    write_template(path, table("", "a", "b", (2000,) * 4, repeat("Balanslista", row(*cells))),
                   styles=plain)  # fmt: skip
    parts = parts_of(path)
    numbering = parts.pop("word/numbering.xml")
    assert numbering
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml"):
        root = docx.oxml.parse_xml(parts[name].encode())
        for each in list(root.iter()):
            if "numbering" in "".join(each.attrib.values()) or each.tag == qn("w:numPr"):
                each.getparent().remove(each)
        parts[name] = docx.oxml.xmlchemy.serialize_for_reading(root)
    return write_parts(path, parts)


@pytest.mark.parametrize(
    "block",
    [
        paragraph("Normal", value("Rapport.Inledning"), text(" – efter")),
        paragraph("Rubrik1", value("Rapport.Inledning")),
        paragraph("Punktlista", value("Rapport.Inledning")),
    ],
    ids=["before other text", "in a heading", "in an item"],
)
def test_list_without_room_stays_as_typed(
    block: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(tmp_path / "mall.docx", block)
    book = workbook(Rapport=[{}] * 4 + [{"Värde": DASHES}])
    [said_] = [p.text for p in paragraphs_of(built(book, tmp_path, template)) if p.text]
    assert said_.removesuffix(" – efter") == DASHES


@pytest.mark.parametrize("kind", ["", *(k for k in TEMPLATE_KINDS if k != "trend")])
def test_every_template_makes_lists_that_word_can_read(
    kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook(**said(MIXED), Listor=[{}])
    document = built(book, tmp_path, standard_template(kind))
    assert len(numbers(document)) >= 8
    if VALIDATOR.exists():
        assert sdk_errors(document) == []
    import_document(document, tmp_path / "ny.xlsx")
    assert typed_in(tmp_path / "ny.xlsx") == {MIXED}


def test_lists_of_the_page_are_lists(workbook: MakeWorkbook, tmp_path: Path) -> None:
    build(workbook(Balanslista=[{"Kommentar": DASHES}], Framåt=[{"Text": DEEP}, {"Text": COUNTED}]),
          tmp_path / "ut.docx", formats=["html"])  # fmt: skip
    page = (tmp_path / "ut.html").read_text("utf-8")
    assert "<td><p>Så här:</p><ul><li>ett</li><li>två</li></ul><p>Slut.</p></td>" in page
    assert "<li>ett<ul><li>inre</li><li>andra</li></ul></li>" in page
    assert "<ol><li>ett</li><li>två</li><li>tre</li></ol>" in page


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_lists_of_the_pdf_are_tagged(workbook: MakeWorkbook, tmp_path: Path) -> None:
    import pikepdf  # noqa: PLC0415

    outcome = build(
        workbook(**said(COUNTED), Prioriteringar=None), tmp_path / "ut.docx", formats=["pdf"]
    )
    assert not outcome.has_errors
    with pikepdf.open(tmp_path / "ut.pdf") as made:
        kinds = [str(each.get("/S")) for each in made.objects
                 if isinstance(each, pikepdf.Dictionary) and "/S" in each]  # fmt: skip
    assert kinds.count("/LI") == 9
    assert kinds.count("/L") == 3


# ------------------------------------------------------------------ back, and up to date


@pytest.mark.parametrize("saved", [as_it_was, as_word_saves])
@pytest.mark.parametrize("name", TEXTS)
def test_list_comes_back_as_it_was_typed(
    name: str, saved: Callable[[Path], Path], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = saved(built(workbook(**said(TEXTS[name])), tmp_path))
    import_document(document, tmp_path / "ny.xlsx")
    assert typed_in(tmp_path / "ny.xlsx") == {TEXTS[name]}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_list_comes_back_from_libreoffice(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(**said(MIXED)), tmp_path)
    (tmp_path / "sparad").mkdir()
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    subprocess.run(  # noqa: S603
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir",  # noqa: S607
         str(tmp_path / "sparad"), str(document)], check=True, capture_output=True,
    )  # fmt: skip
    import_document(tmp_path / "sparad" / "ut.docx", tmp_path / "ny.xlsx")
    assert typed_in(tmp_path / "ny.xlsx") == {MIXED}


def test_list_comes_back_with_dashes_where_the_record_is_gone(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(**said("* a\n* b\nslut")), tmp_path)
    parts = parts_of(document)
    [record] = [name for name in parts if "urn:lagesbild:built" in parts[name]
                and "itemProps" not in name]  # fmt: skip
    parts[record] = parts[record].replace("urn:lagesbild:built", "urn:annat")
    write_parts(document, parts)
    import_document(document, tmp_path / "ny.xlsx")
    assert typed_in(tmp_path / "ny.xlsx") == {"- a\n- b\nslut"}


def shape_of(document: Path) -> list[tuple[str, str, str]]:
    """Return the paragraphs of a document with their styles, and those of lists by their list."""
    lists = list(dict.fromkeys(number for number, _, _ in numbers(document)))
    listed = [(f"list {lists.index(n)}", level, text_) for n, level, text_ in numbers(document)]
    return listed + [
        (each.style.name if each.style else "", "", each.text) for each in paragraphs_of(document)
    ]


@pytest.mark.parametrize("saved", [as_it_was, as_word_saves])
@pytest.mark.parametrize(("before", "after"), [*permutations(TEXTS, 2)])
def test_update_gives_what_a_new_document_would(
    before: str,
    after: str,
    saved: Callable[[Path], Path],
    workbook: MakeWorkbook,
    tmp_path: Path,
) -> None:
    document = saved(built(workbook(**said(TEXTS[before])), tmp_path))
    now = workbook(**said(TEXTS[after]))
    assert [f.rule.code for f in update(now, document).findings] == []
    fresh = build(now, tmp_path / "ny.docx").document or Path()
    assert shape_of(document) == shape_of(fresh)
    import_document(document, tmp_path / "ny.xlsx")
    assert typed_in(tmp_path / "ny.xlsx") == {TEXTS[after]}
    if VALIDATOR.exists() and (before, after) == ("plain", "mixed") and saved is as_it_was:
        assert sdk_errors(document) == []


@pytest.mark.parametrize("saved", [as_it_was, as_word_saves])
def test_unchanged_lists_are_left_alone(
    saved: Callable[[Path], Path], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook(**said(MIXED))
    document = saved(built(book, tmp_path))
    before = shape_of(document)
    assert update(book, document).findings == ()
    assert shape_of(document) == before


def test_hand_edit_of_an_item_is_told(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(Framåt=[{"Text": COUNTED}]), tmp_path)
    edited(document, (">två<", ">tvåan<"))
    again = update(workbook(Framåt=[{"Text": DASHES}]), document)
    [found] = again.findings
    assert found.rule.code == "LB514"
    assert "ett tvåan tre" in found.message


def test_hand_edit_stays_where_the_workbook_says_the_same(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook(Framåt=[{"Text": COUNTED}])
    document = built(book, tmp_path)
    bold = '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">två<'
    edited(document, ('<w:t xml:space="preserve">två<', bold))
    assert update(book, document).findings == ()
    assert bold in parts_of(document)["word/document.xml"]


def test_document_built_before_there_were_lists_gets_them(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = workbook(**said(DASHES))
    monkeypatch.setattr("lagesbild_xlsx.word.content.lines_with_lists", lambda _: ())
    document = built(book, tmp_path)
    monkeypatch.undo()
    assert items(document, in_cell=True) == []
    assert update(book, document).findings == ()
    assert items(document, in_cell=True) == [("List Bullet", "ett"), ("List Bullet", "två")]


def test_formats_and_links_stay_in_items(workbook: MakeWorkbook, tmp_path: Path) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415
    from openpyxl.cell.text import InlineFont  # noqa: PLC0415

    def edit(book: openpyxl.Workbook) -> None:
        bold = TextBlock(InlineFont(b=True), "ett\n- tv")
        book["Framåt"]["B2"] = CellRichText("- ", bold, "å")

    document = built(workbook(edit), tmp_path)
    found = {p.text: [(r.text, bool(r.bold)) for r in p.runs] for p in paragraphs_of(document)}
    assert found["ett"] == [("ett", True)]
    assert found["två"] == [("tv", True), ("å", False)]


def test_list_in_a_copy_with_findings_is_as_it_was(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(**said(MIXED))
    annotate(check(path), tmp_path / "kopia.xlsx")
    assert typed_in(tmp_path / "kopia.xlsx") == {MIXED}


@pytest.mark.parametrize(
    "block",
    [
        paragraph("Normal", text("Först: "), value("Rapport.Inledning")),
        paragraph("Normal", only_if("Rapport.Kommun", text("Så "), value("Rapport.Inledning"))),
        only_if("Rapport.Kommun", paragraph("Normal", value("Rapport.Inledning"))),
        paragraph("Normal", value("Rapport.Inledning"), field("PAGE")),
        paragraph("Normal", value("Rapport.Inledning"), TAB, value("Rapport.Inledning")),
    ],
    ids=["after a label", "in a condition", "in a block", "before a field", "twice"],
)
def test_list_anywhere_in_a_line_comes_back_and_is_brought_up_to_date(
    block: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(tmp_path / "mall.docx", block)
    document = built(workbook(Rapport=[{}] * 4 + [{"Värde": MIXED}]), tmp_path, template)
    import_document(document, tmp_path / "ny.xlsx")
    rows = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Rapport"].iter_rows()
    assert [said_.value for name, said_ in rows if name.value == "Inledning"] == [MIXED]
    now = workbook(Rapport=[{}] * 4 + [{"Värde": DASHES}])
    update(now, document, template)
    assert shape_of(document) == shape_of(build(now, tmp_path / "2.docx", template).document or now)
