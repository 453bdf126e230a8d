"""Small templates for tests, and what stands in a document that was built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.pipeline import Outcome
from tools.make_templates import A4_PORTRAIT, package
from tools.wordml import document, write_package


def write_template(path: Path, *blocks: str, **parts: str) -> Path:
    """Write a template with these blocks in its body; ``parts`` replace others by file name."""
    files = package(document(A4_PORTRAIT, *blocks))
    names = {name: next(file for file in files if file.endswith(f"{name}.xml")) for name in parts}
    write_package(path, files | {names[name]: xml for name, xml in parts.items()})
    return path


def lines(path: Path) -> list[str]:
    """Return the text of a document's body: a line each paragraph and row, as the reference has it.

    Cells are joined by a tab, a bulleted paragraph starts with ``- ``; blank lines are left out.
    """
    opened = docx.Document(str(path))
    bulleted = {style.style_id for style in opened.styles if style.name == "List Bullet"}
    found = []
    for block in _blocks(opened.element.body):
        if block.tag == qn("w:p"):
            style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            bullet = "- " if style is not None and style.get(qn("w:val")) in bulleted else ""
            found.append(bullet + text_of(block))
        else:
            rows = block.iter(qn("w:tr"))
            found += ["\t".join(text_of(cell) for cell in row.iter(qn("w:tc"))) for row in rows]
    return [line for line in found if line.strip()]


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, also those inside content controls."""
    for child in element:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _blocks(child)


def text_of(element: etree._Element) -> str:
    """Return an element's text, with its line breaks and tabs."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    runs = (child for run in element.iter(qn("w:r")) for child in run)
    return "".join(
        (each.text or "") if each.tag == qn("w:t") else marks.get(str(each.tag), "")
        for each in runs
    )


def told_of_template(outcome: Outcome) -> tuple[Finding, ...]:
    """Return what is reported, but for what the workbook has and a small template does not show."""
    return tuple(finding for finding in outcome.findings if finding.rule.code != "LB324")
