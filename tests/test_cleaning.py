"""What a template does not hand on unasked: comments, tracked changes, hidden text, and names."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from lagesbild_xlsx import build
from tests.conftest import MakeWorkbook
from tests.rawbook import write_parts
from tests.templates import write_template
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors
from tests.test_reader import patched
from tools.wordml import paragraph, text, value

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WHO = 'w:id="7" w:author="Eva Ek" w:date="2026-01-01T00:00:00Z"'
COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def run_of(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


BLOCKS = (
    paragraph("Title", text("Titel")),
    paragraph("Normal", text("Kommun: "), value("Rapport.Kommun")),
    paragraph(
        "Normal",
        text("Fast. "),
        f"<w:ins {WHO}>{run_of('Infogat. ')}</w:ins>",
        f'<w:del {WHO}><w:r><w:delText xml:space="preserve">Borttaget.</w:delText></w:r></w:del>',
        run_of("Dolt.", "<w:vanish/>"),
        '<w:commentRangeStart w:id="3"/>',
        run_of("Kommenterat."),
        '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
        run_of("Fett.", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"),
    ),
)


@pytest.fixture
def template_path(tmp_path: Path) -> Path:
    """Return a template with all that somebody may leave in one."""
    path = write_template(tmp_path / "mall.docx", *BLOCKS)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="3" w:author="Eva Ek" w:initials="EE">'
        "<w:p><w:r><w:t>Stryk det här?</w:t></w:r></w:p></w:comment></w:comments>"
    )
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        "</w:settings>", "<w:trackRevisions/></w:settings>"
    )
    parts["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Template>C:\\Users\\evaek\\mall.dotx</Template>'
        "<Manager>Eva Ek</Manager><Company>Ek</Company></Properties>"
    )
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (("word/comments.xml", COMMENT_TYPE), ("docProps/app.xml", EXTENDED_TYPE))
    )
    at = "</Types>"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(at, types + at)
    parts["word/_rels/comments.xml.rels"] = parts["word/_rels/document.xml.rels"]
    for name, target, kind in (
        ("word/_rels/document.xml.rels", "comments.xml", "comments"),
        ("_rels/.rels", "docProps/app.xml", "extended-properties"),
    ):
        related = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"/>'
        end = "</Relationships>"
        parts[name] = parts[name].replace(end, related + end)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def everything(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode() for name in package.namelist())


def words(path: Path) -> str:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    return "".join(str(piece) for piece in root.itertext(f"{{{W}}}t"))


def test_nothing_of_the_template_comes_along_unasked(
    template_path: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx", template=template_path).document
    assert document
    assert words(document).endswith("Fast. Infogat. Kommenterat.Fett.")
    found = everything(document) + " ".join(zipfile.ZipFile(document).namelist())
    for left in ("Eva Ek", "evaek", "Stryk", "Borttaget", "Dolt", "rPrChange", "comment", "w:ins "):
        assert left not in found, left
    assert "trackRevisions" not in found


def test_picture_in_a_comment_goes_with_the_comments(
    template_path: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    with zipfile.ZipFile(template_path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    rels, types = "word/_rels/comments.xml.rels", "[Content_Types].xml"
    picture = f'<Relationship Id="p" Type="{OFFICE}/image" Target="media/i.png"/></Relationships>'
    png = '<Default Extension="png" ContentType="image/png"/></Types>'
    parts[rels] = parts[rels].replace(b"</Relationships>", picture.encode())
    parts[types] = parts[types].replace(b"</Types>", png.encode())
    parts["word/media/i.png"] = b"\x89PNG"
    write_parts(template_path, parts)
    document = build(workbook(), output=tmp_path / "ut.docx", template=template_path).document
    assert document
    left = zipfile.ZipFile(document).namelist()
    assert "word/styles.xml" in left
    assert [name for name in left if "media" in name or "comments" in name] == []


def test_it_comes_along_where_it_is_asked_for(
    template_path: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    said = run(
        "build", workbook(), "-o", target, "--template", template_path, "--behall-granskning"
    )
    assert said.returncode == 0
    found = everything(target)
    for kept in ("Stryk det här?", "Borttaget", "Dolt", "rPrChange", "commentReference"):
        assert kept in found, kept
    assert "evaek" not in found


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault(
    template_path: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    build(workbook(), output=tmp_path / "ut.docx", template=template_path)
    assert sdk_errors(tmp_path / "ut.docx") == []


def style(number: str, based_on: str = "", properties: str = "") -> str:
    return (
        f'<w:style w:type="character" w:styleId="{number}"><w:name w:val="{number}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:rPr>{properties}</w:rPr></w:style>'
    )


HIDDEN, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
CHAIN = [style(f"S{number}", f"S{number - 1}") for number in range(1, 10_000)]

BASED: dict[str, tuple[str, str]] = {
    "itself": (style("Dold", properties=HIDDEN), ""),
    "what it is based on": (style("Grund", properties=HIDDEN) + style("Dold", "Grund"), ""),
    "no more what it is based on": (
        style("Grund", properties=HIDDEN) + style("Dold", "Grund", SHOWN),
        " dolt",
    ),
    "a style that is missing": (style("Dold", "Borta"), " dolt"),
    "itself in a circle": (style("Dold", "Annan") + style("Annan", "Dold"), " dolt"),
    "the first of 10,000": (
        style("S0", properties=HIDDEN) + "".join(CHAIN) + style("Dold", "S9999"),
        "",
    ),
    "the last of 10,000, last first": (
        style("Dold", "S9999") + "".join(reversed(CHAIN)) + style("S0", properties=HIDDEN),
        "",
    ),
}
"""What a style is hidden by: the styles of a template, and what is left of a text in it."""


@pytest.mark.parametrize("name", BASED)
def test_text_hidden_by_a_style_or_what_that_is_based_on_is_hidden(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    styles, left = BASED[name]
    template_path = write_template(
        tmp_path / "mall.docx",
        paragraph("Title", text("Titel")),
        paragraph("Normal", value("Rapport.Kommun"), text(" dolt", "Dold")),
    )
    patched(template_path, "word/styles.xml", "</w:styles>", f"{styles}</w:styles>")
    started = time.process_time()
    document = build(workbook(), output=tmp_path / "ut.docx", template=template_path).document
    assert time.process_time() - started < 5
    assert document
    assert words(document) == f"TitelGranby kommun{left}"
