"""Work is never lost: what somebody wrote by hand stays; what nobody has touched is reported."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from lagesbild_xlsx import StopError, build, check
from lagesbild_xlsx.pipeline import (
    BuildArguments,
    begin_next,
    build_many,
    new,
    new_template,
    standard_template,
    trend,
    update,
)
from tests.conftest import MakeWorkbook
from tests.templates import lines
from tests.test_cli import run

Edit = Callable[[docx.document.Document], None]


def edited(document: Path, edit: Edit) -> bytes:
    opened = docx.Document(str(document))
    edit(opened)
    opened.save(str(document))
    return document.read_bytes()


def add(document: docx.document.Document) -> None:
    document.add_paragraph("Ring Anna Berg på 070-174 06 12.")


def change(document: docx.document.Document) -> None:
    [found] = [t for t in document.element.body.iter("{*}t") if t.text == "Utifrån lokalt BRÅ."]
    found.text = "Efter ett samtal."


def remove(document: docx.document.Document) -> None:
    *_, row = document.element.body.iter("{*}tr")
    for text in list(row.iter("{*}t")):
        text.text = ""


def swap(document: docx.document.Document) -> None:
    first, second = document.add_paragraph(), document.element.body[0]
    first._p.addnext(second)  # noqa: SLF001 - python-docx moves no paragraphs


def comment(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("Utkast")
    document.add_comment(paragraph.runs, "Stämmer det?", author="Chefen")


EDITS = {
    "added": (add, "”Ring A••• B••• på 070-••• •• ••.” är nytt eller ändrat."),
    "changed": (change, "”Efter ett samtal.” är nytt eller ändrat."),
    "moved": (swap, "stycken har bytt plats."),
    "comment": (comment, "”Utkast[kommentar]” är nytt eller ändrat."),
}


@pytest.mark.parametrize("name", EDITS)
def test_hand_edited_document_is_not_replaced(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    edit, said = EDITS[name]
    path, document = workbook(), tmp_path / "ut.docx"
    build(path, document)
    kept = edited(document, edit)
    with pytest.raises(StopError) as stopped:
        build(path, document)
    finding = stopped.value.finding
    assert (finding.rule.code, document.read_bytes()) == ("LB563", kept)
    assert finding.message.endswith(said)
    assert f"--update {document}" in finding.hint
    assert build(path, document, replaces=True).document == document
    assert build(path, document).document == document


def test_removed_row_is_an_edit(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path, document = workbook(), tmp_path / "ut.docx"
    build(path, document)
    edited(document, remove)
    with pytest.raises(StopError, match="stycken är borttaget"):
        build(path, document)


def test_document_that_was_only_saved_is_replaced(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = tmp_path / "ut.docx"
    build(workbook(), document)
    edited(document, lambda _: None)
    assert build(workbook(Rapport=[{"Värde": "Åby kommun"}]), document).document == document
    assert any("Åby kommun" in line for line in lines(document))


def test_edits_that_an_update_kept_are_still_kept(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path, document = workbook(), tmp_path / "ut.docx"
    build(path, document)
    edited(document, add)
    update(path, document)
    with pytest.raises(StopError, match="LB563"):
        build(path, document)


def test_field_results_are_no_edits(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template, document = tmp_path / "mall.docx", tmp_path / "ut.docx"
    shutil.copy(standard_template(), template)

    def add_field(opened: docx.document.Document) -> None:
        run = opened.add_paragraph("Skriven ").add_run()
        for kind in ("begin", "separate"):
            mark = docx.oxml.OxmlElement("w:fldChar")
            mark.set(docx.oxml.ns.qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - python-docx has no fields
        run.add_text("i maj")
        mark = docx.oxml.OxmlElement("w:fldChar")
        mark.set(docx.oxml.ns.qn("w:fldCharType"), "end")
        run._r.append(mark)  # noqa: SLF001 - as above

    def renew_field(opened: docx.document.Document) -> None:
        [text] = [t for t in opened.element.body.iter("{*}t") if t.text == "i maj"]
        text.text = "i juni"

    edited(template, add_field)
    build(workbook(), document, template)
    edited(document, renew_field)
    assert build(workbook(), document, template).document == document


@pytest.mark.parametrize("content", [b"inget dokument", None])
def test_file_that_was_not_built_here_is_not_replaced(
    content: bytes | None, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = tmp_path / "ut.docx"
    shutil.copy(standard_template(), document)
    if content:
        document.write_bytes(content)
    before = document.read_bytes()
    with pytest.raises(StopError, match="LB564"):
        build(workbook(), document)
    assert document.read_bytes() == before
    assert build(workbook(), document, replaces=True).document == document


def test_one_of_many_that_was_edited_stays_and_the_others_are_built(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    paths = [workbook(), workbook()]
    list(build_many(paths, tmp_path / "ut"))
    edited(tmp_path / "ut" / f"{paths[0].stem}.docx", add)
    first, second = build_many(paths, tmp_path / "ut")
    assert ([f.rule.code for f in first.findings], first.document) == (["LB563"], None)
    assert second.document is not None


def test_command_says_what_was_edited_and_takes_ersatt(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path, document = workbook(), tmp_path / "ut.docx"
    run("build", path, "-o", document)
    edited(document, add)
    refused = run("build", path, "-o", document)
    assert (refused.returncode, "LB563" in refused.stderr) == (2, True)
    assert run("build", path, "-o", document, "--ersatt").returncode == 0


def test_update_to_another_path_replaces_no_document_that_was_edited(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path, document, other = workbook(), tmp_path / "ut.docx", tmp_path / "andra.docx"
    for target in (document, other):
        build(path, target)
    edited(document, add)
    update(path, document, output=other)  # nobody has changed it
    edited(other, add)
    before = other.read_bytes()
    refused = run("build", path, "--update", document, "-o", other)
    assert (refused.returncode, "LB563" in refused.stderr) == (2, True)
    assert other.read_bytes() == before
    assert run("build", path, "--update", document, "-o", other, "--ersatt").returncode == 0


# ------------------------------------------------------------------ a web page


@pytest.mark.parametrize("how", [{"formats": ["html"]}, {"formats": ["fragment"]}])
def test_page_is_replaced_as_long_as_nobody_has_changed_it(
    how: BuildArguments, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document, page = tmp_path / "ut.docx", tmp_path / "ut.html"
    build(workbook(), document, **how)
    build(workbook(Rapport=[{"Värde": "Åby kommun"}]), document, **how)
    text = page.read_text(encoding="utf-8").replace("Åby", "Aby")
    assert text.count("Aby kommun")
    page.write_text(text, encoding="utf-8")
    before = document.read_bytes()
    with pytest.raises(StopError, match="LB572"):
        build(workbook(), document, **how)
    assert (page.read_text(encoding="utf-8"), document.read_bytes()) == (text, before)
    replacing: BuildArguments = {**how, "replaces": True}
    assert build(workbook(), document, **replacing).document == document
    assert "Aby" not in page.read_text(encoding="utf-8")


def test_page_of_others_stays(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document, page = tmp_path / "ut.docx", tmp_path / "ut.html"
    page.write_text("<p>En annan</p>")
    refused = run("build", workbook(), "-o", document, "--html")
    assert (refused.returncode, "LB572" in refused.stderr) == (2, True)
    assert "--ersatt" in refused.stderr
    assert not document.exists()
    assert build(workbook(), document).document == document
    with pytest.raises(StopError, match="LB572"):
        update(workbook(), document, formats=["html"])
    assert page.read_text() == "<p>En annan</p>"


# ------------------------------------------------------------------ trend


@pytest.fixture
def folder(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    path = tmp_path / "mapp"
    path.mkdir()
    for date in ("2026-01-01", "2026-02-01"):
        workbook(Rapport=[{}, {"Värde": date}]).rename(path / f"{date}.xlsx")
    return path


def test_trend_replaces_its_own_reports(folder: Path, tmp_path: Path) -> None:
    for suffix in (".docx", ".html", ".csv"):
        target = tmp_path / f"trend{suffix}"
        for _ in range(2):
            assert trend(folder, target).document == target


def test_trend_replaces_no_page_of_others(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "trend.html"
    target.write_text("<p>En annan</p>")
    with pytest.raises(StopError, match="LB572"):
        trend(folder, target)
    assert trend(folder, target, replaces=True).document == target


def test_trend_replaces_no_edited_report(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "trend.docx"
    trend(folder, target)
    edited(target, add)
    with pytest.raises(StopError, match="LB563"):
        trend(folder, target)
    assert trend(folder, target, replaces=True).document == target


def test_trend_replaces_no_lagesbild_and_no_list_of_others(folder: Path, tmp_path: Path) -> None:
    document, rows = tmp_path / "ut.docx", tmp_path / "lista.csv"
    build(folder / "2026-01-01.xlsx", document)
    rows.write_text("Namn;Telefon\r\n", encoding="utf-8-sig")
    for target in (document, rows):
        with pytest.raises(StopError, match="LB564"):
            trend(folder, target)
    trend(folder, tmp_path / "trend.docx")
    with pytest.raises(StopError, match="LB564"):
        build(folder / "2026-01-01.xlsx", tmp_path / "trend.docx")


# ------------------------------------------------------------------ a new workbook


def test_untouched_examples_are_told_first_with_their_rows(tmp_path: Path) -> None:
    path = new(tmp_path / "ny.xlsx")
    book = openpyxl.load_workbook(path)
    book["Balanslista"]["B2"] = "Något eget"
    book["Balanslista"]["D3"] = "Rött"
    book.save(path)
    outcome = build(path)
    assert outcome.findings[0].rule.code == "LB334"
    assert outcome.findings[0].message == (
        "Det här är kvar från exemplet i en ny arbetsbok: Rapport rad 2, Prioriteringar rad 2, 3,"
        " Orter rad 2, 3, 4, Framåt rad 2, 3, 4 och Balanslista rad 4."
    )
    assert outcome.document is not None


def test_short_row_that_anybody_may_write_is_no_example(workbook: MakeWorkbook) -> None:
    path = workbook(
        Prioriteringar=[{"Källa": "Medborgarlöfte", "Prioritering": "Tryggare kvällar i centrum"}],
        Orter=[{"Ort": "Övrigt", "Lägesbild": None}],
    )
    assert [f for f in check(path).findings if f.rule.code == "LB334"] == []


def test_new_workbook_offers_what_the_guide_relies_on(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(new(tmp_path / "ny.xlsx", empty=True))
    assert {"Ort", "Avslutad"} <= {cell.value for cell in book["Balanslista"][1]}
    assert {"Mall", "Förra lägesbilden"} <= {row[0].value for row in book["Rapport"]}


# ------------------------------------------------------------------ texts of last time


def test_texts_of_last_time_are_told(workbook: MakeWorkbook) -> None:
    before = workbook(Rapport=[{}, {"Värde": dt.date(2026, 1, 5)}])
    now = workbook(
        Orter=[{}, {"Lägesbild": "Nytt."}], Framåt=[{"Text": "Annat."}, {"Text": "EN NY  plan."}]
    )
    found = [f for f in check(now, [before]).findings if f.rule.code == "LB335"]
    assert [str(f.place) for f in found] == ["Rapport!B6", "Orter!B2", "Framåt!B3", "Framåt!B4"]


# ------------------------------------------------------------------ files that the workbook names


def naming(workbook: MakeWorkbook, field: str, name: str) -> Path:
    return workbook(Rapport=[*[{}] * 6, {"Fält": field, "Värde": name}])


@pytest.mark.parametrize("name", ["../mall.docx", "C:\\mallar\\mall.docx", "/mall.docx", ".."])
@pytest.mark.parametrize("field", ["Mall", "Förra lägesbilden"])
def test_name_of_another_folder_is_refused(field: str, name: str, workbook: MakeWorkbook) -> None:
    [finding] = check(naming(workbook, field, name)).findings
    assert (finding.rule.code, str(finding.place)) == ("LB336", "Rapport!B8")


@pytest.mark.parametrize("field", ["Mall", "Förra lägesbilden"])
def test_file_that_is_not_there_is_told(field: str, workbook: MakeWorkbook) -> None:
    path = naming(workbook, field, "finns-inte.docx")
    outcome = build(path)
    [finding] = outcome.findings
    assert (finding.rule.code, str(finding.place)) == ("LB337", "Rapport!B8")
    assert outcome.document is None
    assert finding in check(path).findings


def test_workbook_names_its_template(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = naming(workbook, "Mall", "liggande.docx")
    new_template(tmp_path / "liggande.docx", "liggande")
    document = build(path).document or Path()
    assert "Översikt" in lines(document)
    assert update(path, document).document == document
    [outcome] = build_many([path], tmp_path / "ut")
    assert "Översikt" in lines(outcome.document or Path())
    given = build(path, tmp_path / "annan.docx", standard_template()).document or Path()
    assert "Översikt" not in lines(given)


def test_workbook_names_the_one_before_it(workbook: MakeWorkbook, tmp_path: Path) -> None:
    workbook(Rapport=[{}, {"Värde": dt.date(2026, 1, 5)}]).rename(tmp_path / "januari.xlsx")
    path = naming(workbook, "Förra lägesbilden", "januari.xlsx")
    assert "LB335" in {f.rule.code for f in check(path).findings}
    assert any("Sedan förra lägesbilden" in line for line in lines(build(path).document or Path()))


def test_chain_of_workbooks_is_followed_one_step(workbook: MakeWorkbook, tmp_path: Path) -> None:
    more = [*[{}] * 4, {"Fält": "Förra lägesbilden", "Värde": "borta.xlsx"}]
    workbook(Rapport=[{}, {"Värde": dt.date(2026, 1, 5)}, *more]).rename(tmp_path / "januari.xlsx")
    path = naming(workbook, "Förra lägesbilden", "januari.xlsx")
    assert not [f for f in check(path).findings if f.is_error]


@pytest.mark.parametrize(("folder_name", "expected"), [("", "mars.xlsx"), ("annan", None)])
def test_next_moves_the_fields_on(
    folder_name: str, expected: str | None, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = naming(workbook, "Förra lägesbilden", "")
    path = path.rename(tmp_path / "mars.xlsx")
    (tmp_path / folder_name).mkdir(exist_ok=True)
    target = tmp_path / folder_name / "maj.xlsx"
    begin_next(path, dt.date(2026, 5, 20), target)
    assert openpyxl.load_workbook(target)["Rapport"]["B8"].value == expected
