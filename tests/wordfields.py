"""Fields for templates of tests, and what a built document's fields show."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from lagesbild_xlsx import build
from lagesbild_xlsx.diagnostics import Finding
from tests.conftest import MakeWorkbook
from tests.templates import told_of_template, write_template
from tools.wordml import paragraph, text, value

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = paragraph("Rubrik", text("Lägesbild för "), value("Rapport.Kommun"))


def mark(kind: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(words)} </w:instrText></w:r>'


def field(words: str, result: str = "gammalt", properties: str = "") -> str:
    """Return a complex field in one line."""
    run = f"<w:r>{properties}<w:t>{escape(result)}</w:t></w:r>"
    return f"{mark('begin')}{code(words)}{mark('separate')}{run}{mark('end')}"


def simple(words: str, result: str = "gammalt") -> str:
    inner = f"<w:r><w:t>{escape(result)}</w:t></w:r>"
    return f"<w:fldSimple w:instr={quoteattr(f' {words} ')}>{inner}</w:fldSimple>"


def bookmark(name: str, *content: str, number: int = 70) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{"".join(content)}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def contents(words: str, *entries: str, style: str = "Normal") -> str:
    """Return a table of contents that ends in a paragraph of its own, as Word writes one."""
    first, *others = entries or (text("gammalt"),)
    begun = paragraph(style, mark("begin"), code(words), mark("separate"), first)
    rest = "".join(paragraph(style, entry) for entry in others)
    return f"{begun}{rest}<w:p>{mark('end')}</w:p>"


def built(
    workbook: MakeWorkbook, folder: Path, *blocks: str, **parts: str
) -> tuple[Path, tuple[Finding, ...]]:
    """Build with a template of these blocks under a title; return the document and the findings."""
    mould = write_template(folder / "mall.docx", TITLE, *blocks, **parts)
    outcome = build(workbook(), output=folder / "ut.docx", template=mould)
    assert outcome.document, outcome.findings
    return outcome.document, told_of_template(outcome)


def part(document: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(document) as package:
        return etree.fromstring(package.read(name))


def said(element: etree._Element) -> str:
    """Return the text of an element, its tabs as such."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    return "".join(
        (child.text or "") if child.tag == f"{W}t" else signs.get(str(child.tag), "")
        for child in runs
    )


def lines(document: Path, name: str = "word/document.xml") -> list[str]:
    """Return the text of a part, a line each paragraph, without those that say nothing."""
    return [line for p in part(document, name).iter(f"{W}p") if (line := said(p)).strip()]


def entries(document: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the entries of a document's tables of contents: style, text, and what it links to."""
    for line in part(document).iter(f"{W}p"):
        link = line.find(f"{W}hyperlink")
        style = line.find(f"{W}pPr/{W}pStyle")
        if link is not None and style is not None:
            yield style.get(f"{W}val", ""), said(link), link.get(f"{W}anchor", "")


def bookmarked(document: Path, name: str) -> str:
    """Return the text of the paragraph that a bookmark starts in."""
    (start,) = (
        each for each in part(document).iter(f"{W}bookmarkStart") if each.get(f"{W}name") == name
    )
    return said(next(start.iterancestors(f"{W}p")))
