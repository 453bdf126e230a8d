"""What is sent is a plain document: no controls of ours, read alike by every reader."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import docx
import mammoth
import openpyxl
import pytest
from lxml import html

import lagesbild_xlsx
from lagesbild_xlsx import Outcome, StopError, build
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pipeline import LAGESBILD_KINDS, import_document, standard_template, update
from lagesbild_xlsx.word import marks
from lagesbild_xlsx.word.stories import DOCUMENT
from tests.conftest import ROOT, MakeWorkbook
from tests.templates import lines, write_template
from tests.test_update import edited, parts_of, rows, told, without_marks
from tools.wordml import cell, control, paragraph, row, table, text, value

FORMER = ROOT / "tests" / "former"
TALLMYRA = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"
SHOWN = ["Aktivitet", "Ansvar", "Ort", "Status", "Klart senast", "Kommentar"]
BEFORE = ROOT / "examples" / "tallmyra" / "tallmyra-2026-09-10.xlsx"
ACTIVITIES = {
    "Genomföra sex trygghetsvandringar, en i varje ort och tre i centrum": "Grönt",
    "Byta belysning vid stationen och på gångvägen till skolan": "Grönt",
}


@pytest.fixture
def document(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    return build(workbook(), output=tmp_path / "ut.docx").document or Path()


@pytest.fixture(scope="module")
def tallmyra(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("plain") / "tallmyra.docx"
    return build(TALLMYRA, output=target).document or Path()


def activities_in(workbook: Path) -> list[tuple[str, ...]]:
    """Return the activities of a workbook as the document shows them."""
    frame = lagesbild_xlsx.frames(workbook)["Balanslista"].reindex(columns=SHOWN)
    dates = frame["Klart senast"].astype("datetime64[ns]").dt.strftime("%Y-%m-%d")
    frame = frame.astype("object").assign(**{"Klart senast": dates})
    frame["Status"] = frame["Status"].replace("", None).fillna("Ej bedömd")
    return [tuple(row) for row in frame.fillna("").to_numpy().tolist()]


def told_of_document(outcome: Outcome) -> list[str]:
    """Return what is reported."""
    return [code for code, _ in told(outcome)]


def balance_in(document: Path) -> list[list[str]]:
    """Return the cells of the tables of a document, whatever its template says around them."""
    tables = docx.Document(str(document)).tables
    return sorted([each.text for each in row.cells] for made in tables for row in made.rows)


# ------------------------------------------------------------------ other readers


def test_python_docx_reads_every_row_in_its_columns(tallmyra: Path) -> None:
    [balance] = docx.Document(str(tallmyra)).tables
    found = [tuple(each.text for each in row.cells) for row in balance.rows]
    assert found[1:] == activities_in(TALLMYRA)


def test_document_for_python_holds_all_of_it(tallmyra: Path) -> None:
    made = lagesbild_xlsx.document(TALLMYRA)
    assert [p.text for p in made.paragraphs] == [
        p.text for p in docx.Document(str(tallmyra)).paragraphs
    ]
    assert [each.text for each in made.tables[0].rows[1].cells] == list(activities_in(TALLMYRA)[0])


def test_document_for_python_of_a_faulty_workbook_says_what_is_wrong(
    workbook: MakeWorkbook,
) -> None:
    with pytest.raises(StopError, match=r"LB203.*Blått"):
        lagesbild_xlsx.document(workbook(Balanslista=[{"Status": "Blått"}]))


def test_mammoth_reads_every_row(tallmyra: Path) -> None:
    with tallmyra.open("rb") as file:
        html = mammoth.convert_to_html(file).value
    found = [
        tuple(re.sub(r"<br ?/>", "\n", c) for c in re.findall(r"<td>(.*?)</td>", line))
        for line in re.findall(r"<tr>(.*?)</tr>", re.sub("</?(p|a|strong)[^>]*>", "", html))
    ]
    assert found[-7:] == activities_in(TALLMYRA)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is missing")
def test_pandoc_reads_every_row(tallmyra: Path) -> None:
    command = ["pandoc", "-t", "plain", "--wrap=none", str(tallmyra)]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ours
    words = " ".join(read.split())
    for activity, owner, _, status, *_ in activities_in(TALLMYRA):
        assert all(word in words for word in (*activity.split(), *owner.split(), status))


PREVIEW = ROOT / ".tools" / "node_modules" / "docx-preview" / "dist" / "docx-preview.min.js"
PAGE = """<!doctype html><meta charset="utf-8"><div id="page"></div>
<script src="jszip.min.js"></script><script src="docx-preview.min.js"></script><script>
const bytes = Uint8Array.from(atob("{document}"), letter => letter.charCodeAt(0));
docx.renderAsync(bytes, document.getElementById("page"), null, {useBase64URL: true});
</script>"""


@pytest.mark.slow
@pytest.mark.skipif(
    not (PREVIEW.exists() and shutil.which("chromium")),
    reason="Chromium or docx-preview is missing",
)
def test_docx_preview_shows_every_row_in_a_browser(tallmyra: Path, tmp_path: Path) -> None:
    for script in (PREVIEW, PREVIEW.parents[2] / "jszip" / "dist" / "jszip.min.js"):
        shutil.copy(script, tmp_path)
    document = b64encode(tallmyra.read_bytes()).decode()
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("{document}", document), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000"]
    command = ["chromium", *flags, f"--user-data-dir={tmp_path}/profile", "--dump-dom", str(page)]
    dom = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ours
    shown = html.fromstring(dom)
    table_rows = [
        tuple("\n".join(map(text_in_page, cell.iter("p"))) for cell in line.iter("td"))
        for line in shown.iter("tr")
    ]
    assert table_rows[-7:] == activities_in(TALLMYRA)
    header = [cell.get("style", "") for cell in next(shown.iter("tr")).iter("td")]
    assert all("background-color: rgb(27, 58, 92)" in style for style in header), header


def text_in_page(element: html.HtmlElement) -> str:
    for line_break in element.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return "".join(element.itertext())


def test_no_control_of_ours_is_left(tallmyra: Path) -> None:
    with zipfile.ZipFile(tallmyra) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not any(b'"lb:' in part for name, part in parts.items() if name.startswith("word/"))


def test_header_cells_have_their_own_fill(tallmyra: Path) -> None:
    body = docx.Document(str(tallmyra)).element.body
    assert body.xpath("//w:tbl/w:tr[1]/w:tc/w:tcPr/w:shd/@w:fill") == ["1B3A5C"] * len(SHOWN)


def test_marks_are_hidden_whole_unique_and_short(tallmyra: Path) -> None:
    body = docx.Document(str(tallmyra)).element.body
    names = body.xpath("//w:bookmarkStart/@w:name")
    assert names
    assert all(name.startswith("_lb") and len(name) <= 40 for name in names)
    assert len(set(names)) == len(names)
    starts, ends = body.xpath("//w:bookmarkStart/@w:id"), body.xpath("//w:bookmarkEnd/@w:id")
    assert sorted(starts) == sorted(ends)
    assert len(set(starts)) == len(starts)
    assert set(body.xpath("//w:bookmarkStart/..")) == {
        each.getparent() for each in body.xpath("//w:bookmarkStart")
    }
    assert not body.xpath("//w:bookmarkStart[not(ancestor::w:p)]")


# ------------------------------------------------------------------ what hands do


def test_text_typed_after_a_value_in_its_cell_is_an_edit_of_it(
    workbook: MakeWorkbook, document: Path
) -> None:
    xml = parts_of(document)["word/document.xml"]
    end = re.search(r">Klart\.</w:t></w:r><w:bookmarkEnd [^>]*/>", xml)
    assert end
    edited(document, (end[0], f"{end[0]}<w:r><w:t> Nästan.</w:t></w:r>"))
    path = workbook(Balanslista=[{"Kommentar": "Helt klart."}])
    assert [code for code, _ in told(update(path, document))] == ["LB514"]
    assert rows(document)[0] == "Vandra\tKommunen\tGrönt\tHelt klart."


def test_value_whose_mark_is_gone_is_left_alone_and_told(
    workbook: MakeWorkbook, document: Path
) -> None:
    xml = parts_of(document)["word/document.xml"]
    marked = re.search(r"<w:bookmarkStart [^>]*/>(<w:r>(?:(?!</w:r>).)*>Klart\.<.*?)</w:p>", xml)
    assert marked
    edited(document, (marked[0], without_marks(marked[0]).replace("Klart.", "Mitt.")))
    path = workbook(Balanslista=[{"Kommentar": "Helt klart."}])
    [(code, message)] = told(update(path, document))
    assert code == "LB515"
    assert "Helt klart." in message
    assert rows(document)[0] == "Vandra\tKommunen\tGrönt\tMitt."


def test_row_copied_by_another_program_with_its_marks_is_a_copy(
    workbook: MakeWorkbook, document: Path
) -> None:
    opened = docx.Document(str(document))
    first = opened.element.body.xpath("//w:tbl/w:tr[2]")[0]
    first.addnext(deepcopy(first))
    opened.save(str(document))
    codes = {code for code, _ in told(update(workbook(Balanslista=[{"Status": "Rött"}]), document))}
    assert codes == {"LB521"}
    assert [line.split("\t")[2] for line in rows(document)[:2]] == ["Rött", "Grönt"]


# ------------------------------------------------------------------ saved by LibreOffice


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document of each standard template, as LibreOffice saves it."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is missing")
    built, folder = (tmp_path_factory.mktemp(name) for name in ("built", "saved"))
    for kind in ("", *LAGESBILD_KINDS):
        build(TALLMYRA, built / f"{kind or 'standard'}.docx", standard_template(kind))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    files = map(str, sorted(built.iterdir()))
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True)  # noqa: S603 - ours
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_document_that_libreoffice_has_saved_is_updated(
    kind: str, saved: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ut.docx"
    shutil.copy(saved / f"{kind or 'standard'}.docx", path)
    book = openpyxl.load_workbook(TALLMYRA)
    sheet = book["Balanslista"]
    headings = {cell.value: cell.column for cell in sheet[1]}
    words = {"Status": "Rött", "Kommentar": "Omtag efter årsskiftet."}
    for heading, value_now in words.items():
        sheet.cell(2, headings[heading] or 0, value_now)
    sheet.delete_rows(4)
    changed = tmp_path / "ny.xlsx"
    book.save(changed)
    assert told_of_document(update(changed, path, standard_template(kind))) == []
    fresh = build(changed, tmp_path / "ny.docx", standard_template(kind)).document or Path()
    assert shown_in(path) == shown_in(fresh)
    assert told_of_document(update(changed, path, standard_template(kind))) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_document_that_libreoffice_has_saved_is_imported(
    kind: str, saved: Path, tmp_path: Path
) -> None:
    import_document(saved / f"{kind or 'standard'}.docx", tmp_path / "in.xlsx")
    read, written = activities_in(tmp_path / "in.xlsx"), activities_in(TALLMYRA)
    assert sorted(each[0] for each in read) == sorted(each[0] for each in written)


def shown_in(path: Path) -> list[str]:
    """Return the lines of a document's body, without the white space that saving adds."""
    return [" ".join(line.split()) for line in lines(path) if line.strip()]


# ------------------------------------------------------------------ former documents


@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_document_of_a_former_version_is_updated_and_comes_out_plain(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "ut.docx"
    shutil.copy(FORMER / f"{kind or 'standard'}.docx", path)
    outcome = update(TALLMYRA, path, standard_template(kind), previous=[BEFORE])
    assert not outcome.has_errors
    assert not any("Klart senast" in finding.message for finding in outcome.findings)
    assert "lb:" not in parts_of(path)["word/document.xml"]
    again = update(TALLMYRA, path, standard_template(kind), previous=[BEFORE])
    assert told_of_document(again) == []
    fresh = tmp_path / "ny.docx"
    workbook = without_columns(tmp_path / "utan.xlsx", NEVER_HAD[kind])
    build(workbook, fresh, standard_template(kind), previous=[BEFORE])
    assert values_in(path) == values_in(fresh)


def values_in(path: Path) -> Counter[str]:
    """Return what the marks of a document hold; the words around them are its author's."""
    with Package(path, DOCUMENT) as package:
        body = package.xml(package.main_part)
    return Counter(said for _, said in marks.marked_texts(body) if said)


NEVER_HAD = {
    "": ("Ort", "Klart senast"),
    "liggande": ("Ort",),
    "orter": ("Klart senast",),
    "forandring": ("Klart senast",),
}
"""The columns that a former template had no place for, and that are left out of its documents."""


def without_columns(path: Path, names: Sequence[str]) -> Path:
    """Write the example without what stands in some columns of its balance list."""
    book = openpyxl.load_workbook(TALLMYRA)
    sheet = book["Balanslista"]
    headings = [heading.value for heading in sheet[1]]
    for line in sheet.iter_rows(min_row=2):
        for name in names:
            line[headings.index(name)].value = None
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS])
def test_document_of_a_former_version_is_imported(kind: str, tmp_path: Path) -> None:
    made = tmp_path / "in.xlsx"
    import_document(FORMER / f"{kind or 'standard'}.docx", made)
    read, written = activities_in(made), activities_in(TALLMYRA)
    assert sorted(each[0] for each in read) == sorted(each[0] for each in written)


# ------------------------------------------------------------------ very long documents


def test_document_with_too_many_values_has_no_marks_and_says_so(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lagesbild_xlsx.word.document.MOST_MARKS", 20)
    outcome = build(workbook(), output=tmp_path / "ut.docx")
    assert [code for code, _ in told(outcome)] == ["LB522"]
    assert outcome.document
    assert "_lb" not in parts_of(outcome.document)["word/document.xml"]
    assert rows(outcome.document)[0] == "Vandra\tKommunen\tGrönt\tKlart."
    with pytest.raises(StopError, match="LB523"):
        update(workbook(), outcome.document)
    import_document(outcome.document, tmp_path / "in.xlsx")
    assert [each[0] for each in activities_in(tmp_path / "in.xlsx")] == [
        "Vandra",
        "Lysa upp",
        "Samtala",
    ]


def test_marks_stay_below_what_word_bears() -> None:
    assert marks.MOST_MARKS < 16_379


# ------------------------------------------------------------------ values of several blocks


def test_blank_text_of_several_paragraphs_comes_and_goes(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    two = paragraph("Normal", text("Inget nummer.")) + paragraph("Normal", text("Fråga."))
    template = write_template(
        tmp_path / "mall.docx",
        table(
            "LBalanslista",
            "T",
            "D",
            (9638,),
            row(cell(9638, control("lb:Rapport.Diarienummer", "Diarienummer", two))),
        ),
        paragraph("Normal", value("Rapport.Kommun")),
    )
    document = build(workbook(), tmp_path / "ut.docx", template).document or Path()
    assert lines(document) == ["Inget nummer.Fråga.", "Granby kommun"]
    number: list[dict[str, str]] = [{}] * 6 + [{"Fält": "Diarienummer", "Värde": "KS 2026/1"}]
    assert [code for code, _ in told(update(workbook(Rapport=number), document, template))] == [
        "LB517"  # the standard page header shows the number
    ]
    assert lines(document) == ["KS 2026/1", "Granby kommun"]
    assert told(update(workbook(), document, template)) == []
    assert lines(document) == ["Inget nummer.Fråga.", "Granby kommun"]


def test_text_of_another_file_in_a_template_is_reported_and_stays(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    name, inside = paragraph("Normal", value("Rapport.Kommun")), '<w:altChunk r:id="rId77"/>'
    template = write_template(tmp_path / "mall.docx", name, inside)
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template)
    assert [f.rule.code for f in outcome.findings if f.rule.code == "LB524"] == ["LB524"]
    assert "altChunk" in parts_of(tmp_path / "ut.docx")["word/document.xml"]
