"""A citizens' promise of any time, or none: in the sentences, from a document and up to date."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.styles import PatternFill

from lagesbild_xlsx import build, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.pipeline import LAGESBILD_KINDS, import_document, standard_template, update
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import ROOT, MakeWorkbook
from tests.templates import lines
from tests.test_plain import FORMER, activities_in
from tests.test_update import parts_of

KINDS = ("", *LAGESBILD_KINDS)
TIMES = ("2026", "våren 2026", "2022–2023", "2022 och 2023", "januari–juni 2024")
TITLE = "Samlad lägesbild 2026-03-05 med utgångspunkt i "
PERIOD = "samverkansöverenskommelsen för perioden 2024-2027"


def with_promise(time: str | None) -> dict[str, Any]:
    """Return a change to the good workbook; where there is no promise, nothing speaks of one."""
    rows = [{"Källa": "Samverkansöverenskommelse"}] if time is None else []
    return {"Rapport": [{}, {}, {"Värde": time}], "Prioriteringar": rows}


def built(workbook: Path, folder: Path, kind: str = "") -> Path:
    return build(workbook, folder / "ut.docx", standard_template(kind)).document or Path()


def speaking(document: Path) -> list[str]:
    """Return the lines that speak of the agreements or head the balance list."""
    return [
        line for line in lines(document)
        if line.startswith(("Samlad", "Prioriterade", "Balanslista"))
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("time", TIMES)
def test_sentences_fit_a_promise_of_any_time(
    time: str, kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(**with_promise(time))
    assert check(path).findings == ()
    found = speaking(built(path, tmp_path, kind))
    assert found[0] == f"{TITLE}medborgarlöftet {time} och {PERIOD}"
    assert f"Prioriterade områden – medborgarlöftet {time}" in found
    if kind != "orter":
        assert f"Balanslista 2026-03-05 kopplad till medborgarlöftet {time}" in found


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_without_a_promise_do_not_speak_of_one(
    kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(**with_promise(None))
    assert check(path).findings == ()
    found = speaking(built(path, tmp_path, kind))
    assert found[0] == TITLE + PERIOD
    assert "löfte" not in " ".join(found)
    assert ("Balanslista 2026-03-05" in found) is (kind != "orter")


def test_workbook_without_the_field_is_as_one_where_it_is_blank(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Rapport"].delete_rows(4), **with_promise(None))
    assert check(path).findings == ()


@pytest.mark.parametrize("value", ["26", "snart"])
def test_what_is_no_time_is_told_once(value: str, workbook: MakeWorkbook) -> None:
    found = check(workbook(Rapport=[{}, {}, {"Värde": value}])).findings
    assert [finding.rule.code for finding in found] == ["LB206"]


# ------------------------------------------------------------------ back


def facts_in(document: Path, folder: Path) -> dict[str, str]:
    made = folder / "ny.xlsx"
    made.unlink(missing_ok=True)
    import_document(document, made)
    book = openpyxl.load_workbook(made)
    assert "Ej placerat" not in book.sheetnames
    return {str(name.value): str(said.value) for name, said in book["Rapport"].iter_rows()}


@pytest.mark.parametrize("time", TIMES)
def test_time_comes_back_from_a_built_document_and_from_a_typed_one(
    time: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(**with_promise(time)), tmp_path)
    for each in (document, as_typed(document)):
        facts = facts_in(each, tmp_path)
        assert (facts["Medborgarlöfte"], facts["Samverkansperiod"]) == (time, "2024-2027")


def test_a_period_of_one_year_comes_back(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(Rapport=[{}] * 3 + [{"Värde": 2025}])
    document = built(path, tmp_path)
    for each in (document, as_typed(document)):
        assert facts_in(each, tmp_path)["Samverkansperiod"] == "2025"


def test_no_promise_comes_back_as_none(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = built(workbook(**with_promise(None)), tmp_path)
    for each in (document, as_typed(document)):
        assert "Medborgarlöfte" not in facts_in(each, tmp_path)


def as_typed(document: Path) -> Path:
    """Write a document with the same text and styles, and nothing that the tool has left there."""
    opened = docx.Document(str(document))
    stories = [opened.element, *(part.element for part in header_parts(opened))]
    for mark in [each for root in stories for each in root.iter(*MARKS)]:
        mark.getparent().remove(mark)
    for number, related in list(opened.part.rels.items()):
        if related.reltype.endswith("/customXml"):
            del opened.part.rels[number]
    target = document.with_name("typ.docx")
    opened.save(str(target))
    assert "lagesbild:built" not in "".join(parts_of_xml(target))
    return target


MARKS = ("{*}bookmarkStart", "{*}bookmarkEnd")


def header_parts(document: Any) -> list[Any]:
    return [r.target_part for r in document.part.rels.values() if r.reltype.endswith("er")]


def parts_of_xml(path: Path) -> list[str]:
    return [part for name, part in parts_of(path).items() if name.startswith("customXml")]


# ------------------------------------------------------------------ up to date


@pytest.mark.parametrize(("before", "after"), [("2026", None), (None, "våren 2026"),
                                               ("2026", "2022 och 2023")])  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_update_gives_the_sentences_of_a_new_document(
    before: str | None, after: str | None, kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = built(workbook(**with_promise(before)), tmp_path, kind)
    now = workbook(**with_promise(after))
    update(now, document, standard_template(kind))
    fresh = build(now, tmp_path / "ny.docx", standard_template(kind)).document or Path()
    assert speaking(document) == speaking(fresh)


@pytest.mark.parametrize("kind", KINDS)
def test_document_built_before_the_sentences_could_be_without_is_updated(
    kind: str, tmp_path: Path
) -> None:
    path, folder = tmp_path / "ut.docx", ROOT / "examples" / "tallmyra"
    shutil.copy(FORMER / f"{kind or 'standard'}-2.docx", path)
    former = speaking(path)
    now, before = folder / "tallmyra-2026-11-12.xlsx", folder / "tallmyra-2026-09-10.xlsx"
    outcome = update(now, path, standard_template(kind), previous=[before])
    put_in = {"LB517"} if kind == "forandring" else set()  # it shows Ort since
    assert {finding.rule.code for finding in outcome.findings} <= {"LB324", *put_in}
    assert speaking(path) == former
    import_document(path, tmp_path / "in.xlsx")
    assert sorted(a[0] for a in activities_in(tmp_path / "in.xlsx")) == sorted(
        a[0] for a in activities_in(now)
    )


# ------------------------------------------------------------------ orange


def filled(*fills: str) -> Any:
    def edit(book: openpyxl.Workbook) -> None:
        for number, fill in enumerate(fills, 2):
            cell = book["Balanslista"].cell(number, 3)
            cell.value, cell.fill = None, PatternFill("solid", start_color=fill)

    return edit


def test_orange_is_yellow_and_told_beside_a_purer_yellow(workbook: MakeWorkbook) -> None:
    read = read_lagesbild(read_workbook(workbook(filled("FFC000", "FFFF00", "FFC000"))))
    assert [activity.status for activity in read.value.activities] == ["Gult"] * 3
    assert [(f.rule.code, str(f.place), f.message) for f in read.findings] == [
        ("LB225", f"Balanslista!C{row}",
         "Cellen är tom och orange, och andra celler är gula. Båda läses som Gult.")
        for row in (2, 4)
    ]  # fmt: skip


@pytest.mark.parametrize("fills", [("FFC000", "FFC000"), ("FFC000", "FF0000"), ("FFFF00",),
                                   ("FFC000", "FFD24D")])  # fmt: skip
def test_orange_without_a_purer_yellow_is_simply_yellow(
    fills: tuple[str, ...], workbook: MakeWorkbook
) -> None:
    read = read_lagesbild(read_workbook(workbook(filled(*fills))))
    assert "LB225" not in {finding.rule.code for finding in read.findings}


def test_orange_that_is_a_word_of_its_own_is_not_told(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        filled("FFC000", "FFFF00")(book)
        sheet = book["Listor"]
        words = (("Står still", "FF0000"), ("Trögt", "FFC000"), ("På gång", "FFFF00"))
        for number, (word, fill) in enumerate(words, 2):
            sheet.cell(number, 1).value = word
            sheet.cell(number, 1).fill = PatternFill("solid", start_color=fill)

    path = workbook(edit, Balanslista=[{}, {}, {}])
    read = read_lagesbild(read_workbook(path))
    assert [activity.status for activity in read.value.activities][:2] == ["Trögt", "På gång"]
    assert "LB225" not in {finding.rule.code for finding in read.findings}
