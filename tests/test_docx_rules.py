"""Each rule with a fault planted into a good document, which that rule alone must find."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from lagesbild_xlsx import build
from tests.conftest import ROOT
from tests.docx_rules import (
    RULES,
    Rule,
    about_colours,
    about_document,
    about_package,
    about_pictures,
    about_tables,
    about_text,
    faults,
)
from tests.docx_rules.document import Document
from tests.templates import told_of_template

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
HEADER, FOOTER, CORE = "word/header1.xml", "word/footer1.xml", "docProps/core.xml"
PREFIXES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def paragraph(text: str = "", properties: str = "", run: str = "") -> str:
    inner = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p {PREFIXES}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def holding(inner: str) -> str:
    return f"<w:p {PREFIXES}>{inner}</w:p>"


def heading(level: int, text: str = "Rubrik") -> str:
    return paragraph(text, f'<w:outlineLvl w:val="{level - 1}"/>')


def control(content: str, number: int = 9001, title: str = '<w:alias w:val="Namn"/>') -> str:
    properties = f'<w:sdtPr>{title}<w:id w:val="{number}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


A, B = cell(paragraph("a")), cell(paragraph("b"))
NOTHING = cell(paragraph())
RED = '<w:shd w:val="clear" w:color="auto" w:fill="C00000"/>'


def table(
    *rows: str,
    header: str = "<w:tblHeader/>",
    look: str = 'w:val="0220"',
    title: str = '<w:tblCaption w:val="En tabell"/>',
    columns: int = 2,
    top: tuple[str, ...] = (A, B),
) -> str:
    grid = '<w:gridCol w:w="900"/>' * columns
    start = f"<w:tblPr>{title}<w:tblLook {look}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{start}{row(*top, properties=header)}{''.join(rows) or row(A, B)}</w:tbl>"


def picture(words: str, mark: str = "", frame: str = "inline") -> str:
    properties = f'<wp:docPr id="1" name="Bild 1" {words}>{mark}</wp:docPr>'
    return holding(f"<w:r><w:drawing><wp:{frame}>{properties}</wp:{frame}></w:drawing></w:r>")


def link(text: str, style: str = '<w:rStyle w:val="Hyperlnk"/>') -> str:
    run = f"<w:r><w:rPr>{style}</w:rPr><w:t>{text}</w:t></w:r>"
    return holding(f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>')


class Plant(NamedTuple):
    """A fault: what it is, the rule that must find it, and the edit that makes it."""

    rule: Rule
    what: str
    part: str
    pattern: str
    new: str


def added(rule: Rule, what: str, xml: str) -> Plant:
    """Return a fault that stands last in the document."""
    return Plant(rule, what, DOCUMENT, r"(?=<w:sectPr\b)", xml)


OF_DOCUMENT = (
    Plant(about_document.title, "none", CORE, r"(?<=<dc:title>)[^<]+", " "),
    Plant(about_document.properties, "twice", CORE, r"<dc:creator>.*?</dc:creator>", r"\g<0>\g<0>"),
    Plant(about_document.properties, "date", CORE, r"T00:00:00Z", " 00:00"),
    Plant(about_document.properties, "escaped", CORE, r"(?<=<dc:title>)", "A &amp;amp; B"),
    Plant(about_document.default_language, "other", STYLES, "sv-SE", "en-GB"),
    Plant(about_document.default_language, "none", STYLES, "<w:lang [^>]*/>", ""),
    added(about_document.language_tags, "run", paragraph("Hej", run='<w:lang w:val="svenska"/>')),
    added(about_document.foreign_runs, "run", paragraph("Hej", run='<w:lang w:val="en-US"/>')),
    Plant(
        about_document.protection,
        "enforced",
        SETTINGS,
        "(?=<w:defaultTabStop)",
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
    ),
    Plant(about_document.compatibility, "older", SETTINGS, 'w:val="15"', 'w:val="14"'),
    Plant(about_document.compatibility, "none", SETTINGS, "compatibilityMode", "anotherMode"),
    Plant(about_document.page_numbers, "none", FOOTER, " PAGE ", " DATE "),
)

OF_TEXT = (
    added(about_text.headings, "gap", heading(1) + heading(3)),
    added(about_text.headings, "empty", heading(2, " ")),
    Plant(about_text.headings, "first", DOCUMENT, "(?<=<w:body>)", heading(2)),
    added(about_text.fake_headings, "bold", paragraph("Nästa steg", run="<w:b/>")),
    added(about_text.typed_lists, "bullet", paragraph("– en punkt")),
    added(about_text.typed_lists, "number", paragraph("1. en punkt")),
    added(about_text.blank_paragraphs, "two", paragraph() + paragraph(" ")),
    added(about_text.blank_paragraphs, "in controls", paragraph() + control(paragraph())),
    added(about_text.blanks, "spaces", paragraph("Namn:     Eva")),
    added(about_text.template_tags, "text", paragraph("Hej {{ namn }}")),
    Plant(about_text.template_tags, "property", CORE, "(?<=<dc:title>)", "{% if %}"),
    Plant(about_text.template_tags, "header", HEADER, r"(?<=<w:t xml:space=.preserve.>)", "{{"),
    added(about_text.link_texts, "vague", link("Klicka här")),
    added(about_text.link_texts, "address", link("https://example.se")),
    added(about_text.link_texts, "none", link("")),
    added(about_text.link_styles, "none", link("Kommunens lokaler", style="")),
)

OF_PICTURES = (
    added(about_pictures.alternative_texts, "none", picture("")),
    added(about_pictures.alternative_texts, "file", picture('descr="vapen.PNG"')),
    added(about_pictures.alternative_texts, "name", picture('descr="bild 1"')),
    added(
        about_pictures.old_pictures,
        "none",
        holding("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"),
    ),
    added(about_pictures.floating, "anchor", picture('descr="Ett vapen"', frame="anchor")),
    added(about_pictures.floating, "frame", paragraph("Hej", '<w:framePr w:w="900"/>')),
    added(about_pictures.floating, "text box", holding("<w:r><w:pict><v:textbox/></w:pict></w:r>")),
)

OF_TABLES = (
    added(about_tables.header_rows, "none", table(header="")),
    added(about_tables.header_rows, "all", table(row(A, B, properties="<w:tblHeader/>"))),
    added(
        about_tables.header_rows,
        "below",
        table(row(A, B), row(A, B, properties="<w:tblHeader/>")),
    ),
    added(about_tables.header_rows, "off", table(header='<w:tblHeader w:val="0"/>')),
    added(about_tables.header_rows, "look", table(look='w:val="0220" w:firstRow="0"')),
    added(about_tables.header_texts, "none", table(top=(A, NOTHING))),
    added(
        about_tables.simple_tables,
        "span",
        table(row(cell(paragraph("a"), '<w:gridSpan w:val="2"/>'))),
    ),
    added(
        about_tables.simple_tables,
        "merge",
        table(row(A, cell(paragraph("b"), '<w:vMerge w:val="restart"/>'))),
    ),
    added(
        about_tables.simple_tables,
        "uneven",
        table(row(A, properties='<w:gridAfter w:val="1"/>')),
    ),
    added(about_tables.simple_tables, "inner", table(row(A, cell(table() + paragraph("b"))))),
    added(about_tables.blank_rows, "row", table(row(A, B), row(NOTHING, NOTHING))),
    added(about_tables.blank_rows, "control", table(control(row(NOTHING, NOTHING)))),
    added(about_tables.table_titles, "none", table(title="")),
    added(about_tables.cell_ends, "nothing", table(row(A, cell("")))),
    added(about_tables.table_grids, "wide", table(columns=3)),
    added(about_tables.table_grids, "no cells", table(row(A, B), "<w:tr/>")),
    added(about_tables.table_grids, "no rows", re.sub("<w:tr>.*</w:tr>", "", table())),
)

OF_COLOURS = (
    added(about_colours.contrasts, "run", paragraph("Hej på dig", run='<w:color w:val="999999"/>')),
    added(
        about_colours.contrasts,
        "highlight",
        paragraph("Hej", run='<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'),
    ),
    added(
        about_colours.contrasts,
        "cell",
        table(row(A, cell(paragraph("b", run='<w:color w:val="000000"/>'), RED))),
    ),
    Plant(about_colours.contrasts, "paragraph style", STYLES, 'w:fill="FFD24D"', 'w:fill="303030"'),
    Plant(about_colours.contrasts, "default", STYLES, "(?=<w:sz )", '<w:color w:val="AAAAAA"/>'),
    added(
        about_colours.automatic_colours,
        "cell",
        table(row(A, cell(paragraph("b"), RED.replace("C00000", "808080")))),
    ),
    added(about_colours.colour_alone, "cell", table(row(A, B), row(A, cell(paragraph(), RED)))),
    added(
        about_colours.colour_alone,
        "paragraph style",
        table(row(A, B), row(A, cell(paragraph(properties='<w:pStyle w:val="LStatus1"/>')))),
    ),
)

BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'
OF_PACKAGE = (
    added(about_package.control_titles, "none", control(paragraph("Hej"), title="")),
    added(about_package.control_contents, "none", control("")),
    added(about_package.control_ids, "twice", control(paragraph("Hej")) + control(paragraph("Du"))),
    added(
        about_package.bookmark_names,
        "twice",
        holding(BOOKMARK.format(1, "a") + BOOKMARK.format(2, "a")),
    ),
    added(about_package.bookmark_pairs, "open", holding('<w:bookmarkStart w:id="1" w:name="a"/>')),
    Plant(
        about_package.fields,
        "open",
        FOOTER,
        "(?=</w:p></w:ftr>)",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ),
    added(about_package.known_styles, "paragraph", paragraph("Hej", '<w:pStyle w:val="Ingen"/>')),
    added(about_package.known_styles, "run", paragraph("Hej", run='<w:rStyle w:val="Ingen"/>')),
    added(
        about_package.known_lists,
        "paragraph",
        paragraph("Hej", '<w:numPr><w:numId w:val="999"/></w:numPr>'),
    ),
    Plant(about_package.known_lists, "style", STYLES, r"(?<=<w:numId w:val=.)\d+", "999"),
    added(about_package.loose_text, "inside", holding("hej")),
    added(about_package.loose_text, "after", holding("<w:r/>hej")),
    Plant(
        about_package.content_types,
        "none",
        "[Content_Types].xml",
        r'<Default Ext\w+="rels".*?/>',
        "",
    ),
)

PLANTS = (*OF_DOCUMENT, *OF_TEXT, *OF_PICTURES, *OF_TABLES, *OF_COLOURS, *OF_PACKAGE)

GOOD_ADDITIONS = (
    table(),
    table(row(A, cell(paragraph("b", run='<w:color w:val="FFFFFF"/>'), RED))),
    table(control(control(row(A, B), 9002))),
    control(paragraph("Hej")),
    heading(1) + heading(2) + heading(3) + heading(1),
    paragraph("Hej ") + table() + paragraph(" "),
    link("Kommunens lokaler"),
    picture('descr="Kommunens vapen: en blå sköld"'),
    picture("", '<adec:decorative val="1"/>'),
    holding(BOOKMARK.format(1, "a") + BOOKMARK.format(2, "b")),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    path = tmp_path_factory.mktemp("good") / "d.docx"
    example = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"
    assert not told_of_template(build(example, output=path))
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return written.getvalue()


def planted(parts: dict[str, bytes], plant: Plant) -> bytes:
    xml, times = re.subn(plant.pattern, plant.new, parts[plant.part].decode(), count=1)
    assert times == 1, "the good document has no such place any more"
    return packed({**parts, plant.part: xml.encode()})


def speaking(document: bytes) -> set[Rule]:
    read = Document(document)
    return {rule for rule in RULES if list(rule(read))}


def test_a_good_document_has_no_fault(good: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "good.docx"
    path.write_bytes(packed(good))
    assert faults(path) == []


@pytest.mark.parametrize("xml", GOOD_ADDITIONS)
def test_what_is_planted_around_a_fault_is_good(good: dict[str, bytes], xml: str) -> None:
    assert faults(planted(good, added(about_text.headings, "nothing", xml))) == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda p: f"{p.rule.__name__}: {p.what}")
def test_a_planted_fault_is_found_by_its_rule_alone(good: dict[str, bytes], plant: Plant) -> None:
    assert speaking(planted(good, plant)) == {plant.rule}


def test_a_fault_is_told_in_one_sentence(good: dict[str, bytes]) -> None:
    plant = added(about_package.control_titles, "none", control(paragraph("Hej"), title=""))
    assert faults(planted(good, plant)) == ["document: a content control has no title."]


def test_two_entries_of_one_name_are_found(good: dict[str, bytes]) -> None:
    written = io.BytesIO(packed(good))
    with zipfile.ZipFile(written, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr(HEADER, good[HEADER])
    assert speaking(written.getvalue()) == {about_package.zip_entries}


def test_a_damaged_document_is_told_of(good: dict[str, bytes]) -> None:
    no_body = good[DOCUMENT].replace(b"w:body", b"w:bodies")
    for document in (
        b"no zip archive",
        packed({**good, DOCUMENT: b"<unclosed>"}),
        packed({**good, DOCUMENT: no_body}),
        packed({DOCUMENT: good[DOCUMENT]}),
    ):
        [sentence] = faults(document)
        assert sentence.startswith("The document cannot be read")


def test_every_rule_has_a_planted_fault() -> None:
    assert {*RULES} == {plant.rule for plant in PLANTS} | {about_package.zip_entries}
