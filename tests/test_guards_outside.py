"""Nothing outside is fetched, and what looks like a formula or markup is only text."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from lagesbild_xlsx import annotate, build, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.pipeline import begin_next, standard_template
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.process import run
from tests.rawbook import OFFICE, PACKAGE
from tests.templates import lines, write_template
from tests.test_reader import patched
from tools.wordml import paragraph, repeat, value

DOCUMENT_LINKS, SETTINGS = "word/_rels/document.xml.rels", "word/settings.xml"
SERVER = "file://///203.0.113.1/delat"


def relationship(number: int, kind: str, target: str, *, external: bool = True) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId9{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def linked_picture(number: int) -> str:
    """Return a paragraph with a picture that lies elsewhere, as Word writes it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="'
        f'{drawing}/wordprocessingDrawing"><wp:extent cx="360000" cy="360000"/>'
        f'<wp:docPr id="7" name="Bild"/><a:graphic xmlns:a="{drawing}/main">'
        f'<a:graphicData uri="{drawing}/picture"><pic:pic xmlns:pic="{drawing}/picture">'
        '<pic:nvPicPr><pic:cNvPr id="7" name="Bild"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{OFFICE}" r:link="rId9{number}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def included_picture(address: str) -> str:
    """Return a paragraph with a field that includes a picture."""
    kinds = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    instruction = f'<w:instrText> INCLUDEPICTURE "{address}" \\\\d </w:instrText>'
    runs = (kinds[0], instruction, kinds[1], kinds[2])
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def drawn_picture(address: str) -> str:
    """Return a paragraph with a picture as Word wrote it before 2007."""
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
        f' style="width:20pt;height:20pt"><v:imagedata src="{address}"/></v:shape></w:pict></w:r>'
        "</w:p>"
    )


def pointing_template(path: Path, picture: str) -> Path:
    """Write the standard template with all that a template can point to outside itself."""
    shutil.copyfile(standard_template(), path)
    links = (
        relationship(1, "image", "NULL", external=False),
        relationship(2, "hyperlink", "#_top", external=False),
        relationship(3, "image", picture),
        relationship(4, "subDocument", f"{SERVER}/del.docx"),
    )
    patched(path, DOCUMENT_LINKS, "</Relationships>", f"{''.join(links)}</Relationships>")
    fetched = linked_picture(3) + included_picture(picture) + drawn_picture(picture)
    patched(path, "word/document.xml", "<w:sectPr", f"{fetched}<w:sectPr")
    patched(
        path,
        SETTINGS,
        "</w:settings>",
        f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId91"/></w:settings>',
    )
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "word/_rels/settings.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f"{relationship(1, 'attachedTemplate', f'{SERVER}/mall.dotm')}</Relationships>",
        )
    return path


def texts(document: Path) -> str:
    root = etree.fromstring(zipfile.ZipFile(document).read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter("{*}t"))


@pytest.mark.parametrize("picture", [f"{SERVER}/bild.png", "http://203.0.113.1/bild.png"])
def test_what_a_template_points_to_is_never_fetched(
    picture: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="the process measures memory")
    book, document = workbook(), tmp_path / "ut.docx"
    template = pointing_template(tmp_path / "mall.docx", picture)
    plain = build(book, tmp_path / "vanlig.docx").document or Path()
    for args in (("-o", document), ("--update", document)):
        ran = run(tmp_path / "report", "build", book, *args, "--template", template)
        assert (ran.status, ran.spoken) == (0, ())
        assert ran.opened_only_in(tmp_path)
        assert texts(document) == texts(plain)


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """Start a web server and return its address, and the list that its requests end up in."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode("latin-1"))
            self.close_connection = True

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/bild.png", asked
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_program_that_makes_the_pdf_is_given_nothing_to_fetch(
    requests: tuple[str, list[str]], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    address, asked = requests
    template = pointing_template(tmp_path / "mall.docx", address)
    outcome = build(workbook(), tmp_path / "ut.docx", template=template, formats=["pdf"])
    assert outcome.document
    assert (tmp_path / "ut.pdf").exists()
    assert asked == []


# ------------------------------------------------------------------ text that looks like more

TEXTS = (
    "=cmd|' /c calc'!A1", "+1+1", "-2-3", "@SUM(A1)", "=1+1", "{{7*7}}", "{% for x in y %}",
    "<w:p/>", "</w:t></w:r>", "]]>", "&amp;", "${x}", "%s{0}", "<?a b?>", "<!--a-->",
)  # fmt: skip
OWN_SHEET = "=cmd|' c'!A1 <b>"


def nasty(book: openpyxl.Workbook) -> None:
    """Put texts that look like more where staff write: cells, headings, sheet names."""
    for number, text in enumerate(TEXTS, 2):
        own = book["Balanslista"].cell(number, 5)
        own.value, own.data_type = text, "s"
        activity = book["Balanslista"].cell(number, 1)
        activity.value, activity.data_type = text, "s"
        book["Balanslista"].cell(number, 2).value = "Polisen"
    heading = book["Balanslista"].cell(1, 5)
    heading.value, heading.data_type = "=1+2", "s"
    sheet = book.create_sheet(OWN_SHEET)
    for at, text in enumerate(TEXTS, 1):
        for row in (1, 2):
            cell = sheet.cell(row, at)
            cell.value, cell.data_type = text, "s"


def formulas_in(content: bytes) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_text_that_looks_like_more_is_literal_in_word(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(
        tmp_path / "mall.docx",
        repeat("Balanslista", paragraph("Normal", value("Aktivitet"))),
        repeat("Balanslista", paragraph("Normal", value("=1+2"))),
        repeat(OWN_SHEET, paragraph("Normal", value("{{7*7}}"))),
    )
    document = build(workbook(nasty), tmp_path / "ut.docx", template=template).document
    assert document
    assert lines(document) == [*TEXTS, *TEXTS, "{{7*7}}"]


def test_written_workbook_holds_texts_and_no_formula(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(nasty)
    lagesbild = read_lagesbild(read_workbook(path)).value
    written = tmp_path / "ny.xlsx"
    written.write_bytes(workbook_bytes(lagesbild))
    assert formulas_in(written.read_bytes()) == []
    again = read_lagesbild(read_workbook(written)).value
    assert [a.activity for a in again.activities] == list(TEXTS)
    assert [a.own["=1+2"] for a in again.activities] == list(TEXTS)
    assert {OWN_SHEET} == {table.name for table in again.own}


def test_annotated_copy_holds_texts_and_no_formula(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(nasty, Ordlista=[{"Begrepp": None}])
    copy = annotate(check(path), tmp_path / "kopia.xlsx")
    assert formulas_in(copy.read_bytes()) == []
    told = openpyxl.load_workbook(copy)["Att åtgärda"]
    assert told.max_row > 1


def test_next_periods_workbook_holds_texts_and_no_formula(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    made = begin_next(workbook(nasty), dt.date(2026, 6, 5), tmp_path / "nästa.xlsx").document
    assert made
    assert formulas_in(made.read_bytes()) == []
    again = read_lagesbild(read_workbook(made)).value
    (done,) = (table for table in again.own if table.name == "Avslutade")
    assert done.rows[0]["Aktivitet"] == TEXTS[0]
    assert [a.activity for a in again.activities] == list(TEXTS[1:])
