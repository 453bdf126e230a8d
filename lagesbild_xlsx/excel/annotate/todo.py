"""The sheet ”Att åtgärda”: each finding on a row, with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.excel.annotate.marks import COLOURS, Marks
from lagesbild_xlsx.excel.listing import add_sheet, listing
from lagesbild_xlsx.excel.parts import WorkbookEditor, s
from lagesbild_xlsx.model.reserved import FINDINGS_HEADINGS, FINDINGS_SHEET

WIDTHS = (22, 10, 9, 70, 70)

MORE, REMEDY = "{} anmärkningar till visas inte.", "Rätta dem ovanför först, och gör en ny kopia."

WORDS = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Notis"}


def add_list(
    editor: WorkbookEditor, marks: Marks, findings: Sequence[Finding], path: Path, left_out: int
) -> None:
    """Add the sheet last in the workbook, where it moves no other.

    Args:
        editor: what changes the workbook.
        marks: its cell formats.
        findings: what it lists.
        path: the workbook's path, which stands where a finding is about the file.
        left_out: how many findings more there are.
    """
    sheets = editor.child(editor.package.main_part, "sheets")
    present = {sheet.get("name", "") for sheet in sheets}
    rows = [_texts(finding, path) for finding in findings] or [("Inget att åtgärda.",)]
    rows += [("", "", "", MORE.format(left_out), REMEDY)] if left_out else []
    root = listing(marks, FINDINGS_HEADINGS, WIDTHS, rows)
    _set_tab_colour(root)
    _links(root, marks, findings, present)
    add_sheet(editor, FINDINGS_SHEET, root)


def _texts(finding: Finding, path: Path) -> tuple[str, ...]:
    severity = WORDS[finding.rule.severity]
    where = str(finding.place) or path.name
    return where, severity, finding.rule.code, finding.message, finding.hint


def _set_tab_colour(root: etree._Element) -> None:
    colour = etree.Element(s("tabColor"), rgb=f"FF{COLOURS[Severity.ERROR]}")
    root[0].insert(0, colour)  # before pageSetUpPr, in sheetPr (18.3.1.82)


def _links(
    root: etree._Element, marks: Marks, findings: Sequence[Finding], present: set[str]
) -> None:
    """Make each place a link to its cell, or to its sheet; a missing sheet has none."""
    places = [(n, f.place) for n, f in enumerate(findings, 2) if f.place.sheet in present]
    if not places:
        return
    look = marks.format('<u/><sz val="11"/><color rgb="FF0B5394"/><name val="Calibri"/>')
    cells = {cell.get("r"): cell for cell in root.iter(s("c"))}
    links = etree.Element(s("hyperlinks"))
    root[-1].addprevious(links)  # before pageSetup (18.3.1.99)
    for number, place in places:
        cells[f"A{number}"].set("s", look)
        sheet = (place.sheet or "").replace("'", "''")
        location = f"'{sheet}'!{place.cell or 'A1'}"
        etree.SubElement(links, s("hyperlink"), ref=f"A{number}", location=location)
