"""A municipality's own agreements, sections and parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lagesbild_xlsx import build, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model import Row
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pipeline import (
    LAGESBILD_KINDS,
    import_document,
    standard_template,
    update,
)
from lagesbild_xlsx.sheets import read_lagesbild
from lagesbild_xlsx.word.stories import DOCUMENT
from tests.conftest import ROOT, MakeWorkbook
from tests.templates import lines, write_template
from tools.wordml import paragraph, repeat, value

SOURCES = ("Ungdomslöftet", "Samverkansöverenskommelse", "Trygghetsplanen")
SECTIONS = ("Nu", "Längre sikt", "Kommunikation", "Våren")


def own_words() -> dict[str, list[dict[str, Any]]]:
    """Return what changes for three agreements and four sections, with something in each."""
    lists: list[dict[str, Any]] = [{"Avsnitt": section} for section in SECTIONS]
    for row, source in zip(lists, SOURCES, strict=False):
        row["Källor"] = source
    return {
        "Listor": lists,
        "Prioriteringar": [{"Källa": s, "Prioritering": f"För {s}"} for s in reversed(SOURCES)],
        "Framåt": [{"Avsnitt": s.upper(), "Text": f"Om {s}"} for s in reversed(SECTIONS)],
    }


def texts(row: Row) -> list[str]:
    return list(row.texts.values())


def built(path: Path, folder: Path) -> Path:
    document = build(path, folder / "ut.docx").document
    assert document is not None
    return document


def test_each_is_printed_with_its_heading_in_the_order_of_listor(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    found = lines(built(workbook(**own_words()), tmp_path))
    start = found.index("Uppdrag")
    assert found[start : start + 7] == [
        "Uppdrag",
        "Prioriterade områden – Ungdomslöftet",
        "- För Ungdomslöftet",
        "Prioriterade områden – samverkansöverenskommelsen 2024-2027",
        "- För Samverkansöverenskommelse",
        "Prioriterade områden – Trygghetsplanen",
        "- För Trygghetsplanen",
    ]
    start = found.index("Framåt")
    assert found[start : start + 9] == [
        "Framåt",
        "Nu",
        "Om Nu",
        "Aktiviteter på längre sikt",
        "Om Längre sikt",
        "Kommunikation",
        "Om Kommunikation",
        "Våren",
        "Om Våren",
    ]


def test_word_that_listor_does_not_list_is_an_error_that_says_those_that_it_does(
    workbook: MakeWorkbook,
) -> None:
    words = own_words() | {"Prioriteringar": [{"Källa": "Medborgarlöfte"}, {"Källa": SOURCES[0]}]}
    (found,) = (f for f in check(workbook(**words)).findings if f.is_error)
    assert found.rule.code == "LB204"
    assert found.hint == "Välj Ungdomslöftet, Samverkansöverenskommelse eller Trygghetsplanen."


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [("Prioriteringar", "Uppdrag"), ("Framåt", "Framåt"), ("Ordlista", "Ordlista")],
)
def test_part_without_its_sheet_goes_from_the_document_with_its_heading(
    sheet: str, heading: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    assert heading in lines(built(workbook(), tmp_path))
    path = workbook(**{sheet: None})
    assert [f for f in check(path).findings if f.is_error] == []
    assert heading not in lines(built(path, tmp_path))


@pytest.mark.parametrize("has_record", [True, False])
def test_document_with_own_words_is_read_back(
    has_record: bool,  # noqa: FBT001 - a parameter of the test
    workbook: MakeWorkbook,
    tmp_path: Path,
) -> None:
    path = workbook(**own_words())
    document = built(path, tmp_path)
    if not has_record:
        with Package(document, DOCUMENT) as package:
            customs = {name for name in package.names if name.startswith("customXml/")}
            document.write_bytes(package.with_parts({}, customs))
    outcome = import_document(document, tmp_path / "ny.xlsx")
    assert [f.rule.code for f in outcome.findings if not f.rule.code.startswith("LB53")] == []
    was, again = (read_lagesbild(read_workbook(p)).value for p in (path, tmp_path / "ny.xlsx"))
    assert again.words == was.words
    assert sorted(map(texts, again.priorities)) == sorted(map(texts, was.priorities))
    assert sorted(map(texts, again.paragraphs)) == sorted(map(texts, was.paragraphs))


def test_update_brings_a_new_section_to_its_place(workbook: MakeWorkbook, tmp_path: Path) -> None:
    words = own_words()
    fewer = words | {"Framåt": [*words["Framåt"][:-1], {"Avsnitt": "Våren", "Text": "Mer"}]}
    document = built(workbook(**fewer), tmp_path)
    assert "Nu" not in lines(document)
    update(workbook(**words), document)
    found = lines(document)
    assert found == lines(built(workbook(**words), tmp_path))


def test_template_that_would_leave_out_an_own_section_is_refused(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    parts = (repeat(f"Framåt[{s}]", paragraph("Normal", value("Text"))) for s in SECTIONS[1:])
    template = write_template(tmp_path / "mall.docx", "".join(parts))
    outcome = build(workbook(**own_words()), tmp_path / "ut.docx", template)
    assert [f.rule.code for f in outcome.findings if f.is_error] == ["LB342"]
    assert "med Nu." in outcome.findings[0].message
    assert build(workbook(), tmp_path / "ut.docx", template).has_errors  # Våren is not there


@pytest.mark.parametrize("kind", LAGESBILD_KINDS)
def test_every_template_shows_own_words(kind: str, workbook: MakeWorkbook, tmp_path: Path) -> None:
    words = own_words()
    for row, status in zip(words["Listor"], ("Försenad", "Pågår", "Klar", None), strict=True):
        row["Status"] = status
    words["Balanslista"] = [{"Status": s} for s in ("Klar", "Pågår", "Försenad")]
    words["Balanslista"][2]["Kommentar"] = "För att."
    document = build(workbook(**words), tmp_path / "ut.docx", standard_template(kind)).document
    assert document is not None
    said = "\n".join(lines(document))
    assert all(word in said for word in (*SECTIONS[::3], *SOURCES[::2], "Försenad"))


EXAMPLE = ROOT / "examples" / "vallunda-2026-10-08.xlsx"


def test_example_builds_with_the_standard_template_and_nothing_to_ask(tmp_path: Path) -> None:
    outcome = build(EXAMPLE, tmp_path / "ut.docx")
    assert outcome.findings == ()
    found = lines(outcome.document or Path())
    assert "Prioriterade områden – Överenskommelse med bostadsbolagen" in found
    assert "Uppföljning" in found
    assert "Ordlista:" not in found


def test_another_scale_is_a_change_in_listor_only(tmp_path: Path) -> None:
    """The statuses are others then, of course; headings, drop-downs and the template are not."""
    book = openpyxl.load_workbook(EXAMPLE)
    levels = ("0 %", "1–49 %", "50–89 %", "90–99 %", "100 %")
    for row, level in enumerate(levels, 2):
        book["Listor"][f"A{row}"] = level
        book["Listor"][f"C{row}"] = None
    (at,) = (c.column for c in book["Balanslista"][1] if c.value == "Status")
    shares: tuple[str | int, ...] = ("10 %", "55%", 95, "0 %", "100 %")
    for row, share in enumerate(shares, 2):
        book["Balanslista"].cell(row, at).value = share
    book.save(tmp_path / "ny.xlsx")
    outcome = build(tmp_path / "ny.xlsx", tmp_path / "ut.docx")
    told = [finding.rule.code for finding in outcome.findings]
    assert told == ["LB339"]  # openpyxl keeps no alternative texts
    said = "\n".join(lines(outcome.document or Path()))
    assert all(share in said for share in ("10 %", "55%", "95 %", "100 %"))
