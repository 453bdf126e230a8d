"""What a template does not hand on unasked: comments, tracked changes, hidden text, and names."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from lagesbild_xlsx import build
from tests.conftest import MakeWorkbook
from tests.templates import write_template
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors
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
def mould(tmp_path: Path) -> Path:
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
    mould: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx", template=mould).document
    assert document
    assert words(document).endswith("Fast. Infogat. Kommenterat.Fett.")
    found = everything(document)
    for left in ("Eva Ek", "evaek", "Stryk", "Borttaget", "Dolt", "rPrChange", "comment", "w:ins "):
        assert left not in found, left
    assert "trackRevisions" not in found


def test_it_comes_along_where_it_is_asked_for(
    mould: Path, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    said = run("build", workbook(), "-o", target, "--template", mould, "--behall-granskning")
    assert said.returncode == 0
    found = everything(target)
    for kept in ("Stryk det här?", "Borttaget", "Dolt", "rPrChange", "commentReference"):
        assert kept in found, kept
    assert "evaek" not in found


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault(mould: Path, workbook: MakeWorkbook, tmp_path: Path) -> None:
    build(workbook(), output=tmp_path / "ut.docx", template=mould)
    assert sdk_errors(tmp_path / "ut.docx") == []


def test_text_hidden_by_a_style_or_what_that_is_based_on_is_hidden(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    mould = write_template(
        tmp_path / "mall.docx",
        paragraph("Title", text("Titel")),
        paragraph("Normal", value("Rapport.Kommun"), text(" dolt", "Dold")),
    )
    with zipfile.ZipFile(mould) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    style = (
        '<w:style w:type="character" w:styleId="Grund"><w:name w:val="Grund"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/>'
        '<w:basedOn w:val="Grund"/></w:style></w:styles>'
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", style)
    with zipfile.ZipFile(mould, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    document = build(workbook(), output=tmp_path / "ut.docx", template=mould).document
    assert document
    assert words(document) == "TitelGranby kommun"
