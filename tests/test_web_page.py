"""A built document as a web page: all of its text, and what makes it accessible."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from lxml import etree, html
from PIL import Image

from lagesbild_xlsx import build
from lagesbild_xlsx.html.page import web_fragment, web_page, web_pages
from lagesbild_xlsx.pipeline import trend
from lagesbild_xlsx.pipeline.standard_templates import LAGESBILD_KINDS, standard_template
from tests.conftest import ROOT, MakeWorkbook
from tests.test_cli import run
from tests.webpages import document_text, page_text, squeezed

TALLMYRA = ROOT / "examples" / "tallmyra"
STRANGNAS = ROOT / "examples" / "strangnas-2021-05-20.xlsx"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

MakeDocument = Callable[..., bytes]


@pytest.fixture(scope="module", params=["strängnäs", "", *LAGESBILD_KINDS, "utkast", "trend"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of every kind that is built."""
    path = tmp_path_factory.mktemp("dokument") / "ut.docx"
    if request.param == "trend":
        trend(TALLMYRA, path)
        return path
    workbook = STRANGNAS if request.param == "strängnäs" else TALLMYRA / "tallmyra-2026-11-12.xlsx"
    is_kind = request.param in LAGESBILD_KINDS
    outcome = build(
        workbook,
        path,
        standard_template(request.param) if is_kind else None,
        previous=[TALLMYRA / "tallmyra-2026-09-10.xlsx"] if request.param == "forandring" else (),
        draft=request.param == "utkast",
    )
    assert outcome.document is not None
    return outcome.document


@pytest.fixture
def document() -> MakeDocument:
    """Return a function that makes a document of pieces of body XML, by python-docx."""

    def make(*body: str) -> bytes:
        made = Document()
        for piece in body:
            element = parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {NAMESPACES}", piece))
            made.element.body.insert(len(made.element.body) - 1, element)
        stored = io.BytesIO()
        made.save(stored)
        return stored.getvalue()

    return make


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def main_of(document: bytes) -> str:
    """Return what stands in the main part of a document's page, as markup."""
    main = parsed(web_page(document).value).find(".//main")
    return "".join(etree.tostring(each, encoding="unicode", method="html") for each in main)


def text(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


# ------------------------------------------------------------------ what every page holds


def test_page_says_all_that_the_document_says(built: Path) -> None:
    said = document_text(built)
    assert said
    assert page_text(web_page(built.read_bytes()).value) == said


def test_page_has_one_title_and_skips_no_level(built: Path) -> None:
    page = parsed(web_page(built.read_bytes()).value)
    levels = [int(str(each.tag)[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_is_one_file_that_runs_and_fetches_nothing(built: Path) -> None:
    page = parsed(web_page(built.read_bytes()).value)
    assert not list(page.iter("script", "link", "iframe", "object", "form"))
    assert [src for src in page.xpath("//@src") if not src.startswith("data:image/")] == []
    assert "@import" not in page.findtext(".//style")
    assert "url(" not in page.findtext(".//style")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


def test_page_names_its_language_title_and_author() -> None:
    page = parsed(_page_of(STRANGNAS))
    assert page.get("lang") == "sv-SE"
    assert page.findtext(".//title").startswith("Samlad lägesbild 2021-05-20")
    assert page.xpath("string(//meta[@name='author']/@content)") == "Strängnäs kommun"


def test_page_header_and_footer_come_along_without_page_numbers() -> None:
    page = parsed(_page_of(TALLMYRA / "tallmyra-2026-11-12.xlsx"))
    assert page.findtext(".//header//span") == "Tallmyra kommun"
    assert [each.text for each in page.iterfind(".//footer//span")] == [
        "Dnr KS 2026/0417",
        "Version 2",
    ]


def test_balance_list_has_header_cells_a_caption_and_statuses_as_word_and_colour() -> None:
    page = parsed(_page_of(TALLMYRA / "tallmyra-2026-11-12.xlsx"))
    table = page.find(".//table")
    assert table.find("caption").text == "Balanslista"
    headings = table.findall("thead/tr/th")
    assert [each.text_content() for each in headings] == [
        "Aktivitet",
        "Ansvar",
        "Ort",
        "Status",
        "Klart senast",
        "Kommentar",
    ]
    assert {each.get("scope") for each in headings} == {"col"}
    status = table.find("tbody/tr/td[4]")
    assert (status.text_content(), status.get("class")) == ("Grönt", "bakgrund-2e7d32-ffffff")
    assert ".bakgrund-2e7d32-ffffff{background-color:#2E7D32" in page.findtext(".//style")


def test_localities_are_descriptions_and_priorities_a_list() -> None:
    page = parsed(_page_of(TALLMYRA / "tallmyra-2026-11-12.xlsx"))
    localities = page.find(".//dl")
    assert [each.text_content() for each in localities.iter("dt")] == [
        "Tallmyra tätort",
        "Hamnsundet",
        "Östra Lunden",
        "Ödekyrka",
    ]
    assert page.find(".//ul/li").text == "Tryggare kvällar vid stationen och i centrum"


def test_draft_says_so_first_on_the_page(workbook: MakeWorkbook, tmp_path: Path) -> None:
    outcome = build(
        workbook(Balanslista=[{"Status": "Blått"}]), tmp_path, draft=True, formats=["html"]
    )
    assert outcome.document is not None
    page = parsed(outcome.document.with_suffix(".html").read_text(encoding="utf-8"))
    assert page.find("body/header").text_content().startswith("UTKAST – får inte spridas")
    assert "”Blått” är ingen giltig status." in page.find("body/main").text_content()


def test_markup_in_a_cell_is_text_on_the_page(workbook: MakeWorkbook, tmp_path: Path) -> None:
    typed = '</style><script>alert(1)</script><img src=x onerror="alert(2)">'
    build(workbook(Orter=[{"Lägesbild": typed}]), tmp_path / "ut.docx", formats=["html"])
    page = parsed((tmp_path / "ut.html").read_text(encoding="utf-8"))
    assert not list(page.iter("script", "img"))
    assert typed in page.find(".//dd").text_content()


# ------------------------------------------------------------------ what Word can hold


def test_lists_are_lists_numbered_bulleted_and_in_each_other(document: MakeDocument) -> None:
    def item(style: str, words: str, level: int = 0) -> str:
        deeper = f'<w:numPr><w:ilvl w:val="{level}"/></w:numPr>' if level else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{deeper}</w:pPr>{text(words)}</w:p>'

    items = (("ListNumber", "1"), ("ListBullet", "2"), ("ListBullet", "3", 1), ("ListNumber", "4"))
    made = main_of(document(*(item(*each) for each in items)))
    assert made.endswith(
        '<ol><li>1</li></ol><ul><li>2<ul><li>3</li></ul></li></ul><ol start="2"><li>4</li></ol>'
    )


def test_merged_cells_span_rows_and_columns(document: MakeDocument) -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{text(words)}</w:p></w:tc>"

    wide, first, below = (
        "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    )  # fmt: skip
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('A', wide)}</w:tr>"
        f"<w:tr>{cell('B', first)}{cell('C')}</w:tr>"
        f"<w:tr>{cell('', below)}{cell('D')}</w:tr>"
    )
    made = main_of(document(f"<w:tbl>{rows}</w:tbl>"))
    assert '<th scope="colgroup" colspan="2">A</th>' in made
    assert '<td rowspan="2">B</td><td>C</td></tr><tr><td>D</td>' in made


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://granby.se", True),
        ("tel:+46152123", True),
        ("javascript:alert(1)", False),
        ("file:///c:/hemligt.docx", False),
        ("data:text/html,hej", False),
    ],
)
def test_links_lead_to_the_web_mail_and_telephones_only(
    address: str, *, leads: bool, document: MakeDocument
) -> None:
    made = Document(io.BytesIO(document()))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    number = made.part.relate_to(address, kind, is_external=True)
    link = f'<w:p {NAMESPACES}><w:hyperlink r:id="{number}">{text("Mer")}</w:hyperlink></w:p>'
    made.element.body.insert(0, parse_xml(link))
    stored = io.BytesIO()
    made.save(stored)
    page = parsed(web_page(stored.getvalue()).value)
    assert [each.get("href") for each in page.iter("a")] == ([address] if leads else [])
    assert "Mer" in page.find(".//main").text_content()


def test_field_that_is_a_link_leads_there_and_page_numbers_are_left_out(
    document: MakeDocument,
) -> None:
    def field(instruction: str, result: str) -> str:
        marks = {
            kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
            for kind in ("begin", "separate", "end")
        }
        told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        return marks["begin"] + told + marks["separate"] + text(result) + marks["end"]

    made = main_of(
        document(
            f"<w:p>{field('HYPERLINK &quot;https://a.se&quot;', 'dit')}{field('PAGE', '7')}</w:p>"
        )
    )
    assert '<p><a href="https://a.se">dit</a></p>' in made


def test_hidden_and_deleted_text_stays_out_and_inserted_text_is_in(document: MakeDocument) -> None:
    made = main_of(
        document(
            f"<w:p>{text('dold', '<w:vanish/>')}<w:del>{text('struken')}</w:del>"
            f"<w:ins>{text('ny')}</w:ins><w:sdt><w:sdtContent>{text(' i fält')}</w:sdtContent>"
            "</w:sdt></w:p>"
        )
    )
    assert "<p>ny i fält</p>" in made


def test_bookmarks_leave_no_mark_but_where_a_link_leads(document: MakeDocument) -> None:
    marks = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'
    link = f'<w:hyperlink w:anchor="dit">{text("till")}</w:hyperlink>'
    hidden, target = marks.format(1, "_lb1"), marks.format(2, "dit")
    made = main_of(document(f"<w:p>{hidden}{text('här')}{target}{link}</w:p>"))
    assert '<p>här<span id="dit"></span><a href="#dit">till</a></p>' in made


def test_unreadable_colour_of_a_text_is_left_out_and_on_a_fill_replaced(
    document: MakeDocument,
) -> None:
    pale = text("blek", '<w:color w:val="EEEEEE"/>')
    on_fill = text("ljus", '<w:color w:val="EEEEEE"/><w:shd w:val="clear" w:fill="FFFF00"/>')
    made = main_of(document(f"<w:p>{pale}{on_fill}</w:p>"))
    assert '<p>blek<span class="bakgrund-ffff00-000000">ljus</span></p>' in made


def test_foreign_words_have_their_language(document: MakeDocument) -> None:
    words = text("safety first", '<w:lang w:val="de-DE"/>')
    assert '<span lang="de-DE">safety first</span>' in main_of(document(f"<w:p>{words}</w:p>"))


def test_letters_that_are_a_symbol_are_kept(document: MakeDocument) -> None:
    made = main_of(document('<w:p><w:r><w:noBreakHyphen/><w:sym w:char="F0B7"/></w:r></w:p>'))
    assert "<p>\u2011•</p>" in made


def with_picture(words: str, kind: str = "PNG") -> bytes:
    stored, image = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(image, kind)
    made = Document()
    made.add_picture(image)
    properties = made.inline_shapes[0]._inline.docPr  # noqa: SLF001 - python-docx has no name for it
    properties.set("descr", words)
    made.save(stored)
    return stored.getvalue()


def test_picture_has_its_words() -> None:
    page = web_page(with_picture("Kommunens vapen"))
    image = parsed(page.value).find(".//img")
    assert image.get("alt") == "Kommunens vapen"
    assert image.get("src").startswith("data:image/png;base64,")
    assert page.findings == ()


def test_picture_without_words_is_told_and_not_hidden() -> None:
    page = web_page(with_picture(""))
    assert parsed(page.value).find(".//img").get("alt") == "Bild utan beskrivning"
    assert [finding.rule.code for finding in page.findings] == ["LB570"]


def test_picture_that_no_browser_shows_is_its_words() -> None:
    page = web_page(with_picture("En karta", "TIFF"))
    assert "[En karta]" in parsed(page.value).find(".//main").text_content()
    assert [finding.rule.code for finding in page.findings] == ["LB571"]


def test_page_and_fragment_together_are_as_each_by_itself(built: Path) -> None:
    document = built.read_bytes()
    page, fragment = web_page(document), web_fragment(document)
    assert web_pages(document) == (page.value, fragment.value, page.findings)


# ------------------------------------------------------------------ from the command


def _page_of(workbook: Path) -> str:
    if workbook not in _PAGES:
        import tempfile  # noqa: PLC0415

        with tempfile.TemporaryDirectory() as folder:
            build(workbook, Path(folder) / "ut.docx", formats=["html"])
            _PAGES[workbook] = (Path(folder) / "ut.html").read_text(encoding="utf-8")
    return _PAGES[workbook]


_PAGES: dict[Path, str] = {}


def test_command_writes_the_page_beside_the_document(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    done = run("build", workbook(), "-o", tmp_path / "ut.docx", "--html")
    assert done.returncode == 0
    assert f"Webbsidan är klar: {tmp_path / 'ut.html'}" in done.stdout
    assert (tmp_path / "ut.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_page_and_fragment_asked_for_together_are_the_fragment_told_once(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    done = run("build", workbook(), "-o", tmp_path / "ut.docx", "--fragment", "--html")
    assert done.stdout.count("Webbsidan är klar") == 1
    assert (tmp_path / "ut.html").read_text(encoding="utf-8").startswith("<div")


def test_format_that_there_is_none_of_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    for formats in (["pdf", "rtf"], "pdf"):
        with pytest.raises(ValueError, match="formats are pdf, html, fragment, not"):
            build(tmp_path / "finns-inte.xlsx", formats=formats)


def test_updated_document_gets_its_page_beside_it(workbook: MakeWorkbook, tmp_path: Path) -> None:
    build(workbook(), tmp_path / "ut.docx")
    changed = workbook(Orter=[{"Lägesbild": "Stökigt."}])
    done = run("build", changed, "--update", tmp_path / "ut.docx", "--html")
    assert f"Webbsidan är klar: {tmp_path / 'ut.html'}" in done.stdout
    assert "Stökigt." in (tmp_path / "ut.html").read_text(encoding="utf-8")


def test_fragment_is_the_body_with_its_colours_and_no_style_sheet(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    run("build", workbook(), "-o", tmp_path / "ut.docx", "--fragment")
    made = (tmp_path / "ut.html").read_text(encoding="utf-8")
    assert made.startswith('<div lang="sv-SE"><div><p><span>Granby kommun')
    assert 'style="background-color:#2E7D32;color:#FFFFFF">' in made
    assert not re.search("<(html|head|body|style|main|header|footer|script)", made)


def test_fragment_says_what_the_page_says(built: Path) -> None:
    document = built.read_bytes()
    whole = parsed(web_page(document).value).find("body").text_content()
    part = html.fromstring(web_fragment(document).value).text_content()
    assert squeezed(part) == squeezed(whole)


def test_trend_can_be_a_web_page_with_its_chart(tmp_path: Path) -> None:
    trend(TALLMYRA, tmp_path / "ut.html")
    page = parsed((tmp_path / "ut.html").read_text(encoding="utf-8"))
    assert page.find(".//img").get("alt").startswith("Staplar som visar antalet aktiviteter")
    assert page.findtext(".//h1").startswith("Lägesbilderna över tid")


def test_page_is_not_written_where_the_workbook_has_errors(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    done = run(
        "build", workbook(Balanslista=[{"Status": "Blått"}]), "-o", tmp_path / "ut.docx", "--html"
    )
    assert done.returncode == 1
    assert not list(tmp_path.glob("ut.*"))
