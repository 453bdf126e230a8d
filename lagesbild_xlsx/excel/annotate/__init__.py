"""A copy of a workbook that shows its findings: marks, comments, and a sheet that lists them.

Only the parts that change are written anew; all else goes into the copy byte by byte, so that
charts, images, pivot tables and macros are what they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Severity, StopError
from lagesbild_xlsx.excel.added_sheet import add_sheet, text_worksheet
from lagesbild_xlsx.excel.annotate.marks import COLOURS, GRAVEST_FIRST, CellHighlights
from lagesbild_xlsx.excel.annotate.notes import add_notes
from lagesbild_xlsx.excel.book import WORKBOOK, Book
from lagesbild_xlsx.excel.editor import ANY_ROW, WorkbookEditor, s
from lagesbild_xlsx.model.reserved import FINDINGS_HEADINGS, FINDINGS_SHEET
from lagesbild_xlsx.opc import SPREADSHEET_NAMESPACES, Package
from lagesbild_xlsx.places import FILE, Place

__all__ = ["annotated_copy"]

MOST_SHOWN = 5_000
"""How many findings a copy shows. Whoever takes ten seconds for each needs two days for them, and
each takes 10 kB of memory while the copy is made. What is left out is counted in the list."""


def annotated_copy(path: Path, findings: Iterable[Finding]) -> bytes:
    """Return a workbook's bytes with each finding shown at its cell, and a list of them.

    Of more findings than anybody reads, the gravest are shown, and the others counted.

    Raises:
        StopError: the workbook cannot be read, or is of the strict kind, which has no place for
            cell comments.
    """
    with Package(path, WORKBOOK) as package:
        book = Book(package)
        editor = WorkbookEditor(package)
        if editor.root(package.main_part).tag.startswith(SPREADSHEET_NAMESPACES[1]):
            raise StopError(rules.STRICT_WORKBOOK.at(FILE, path=path.name))
        try:
            _annotate(editor, book, list(findings), path)
        except ValueError as error:  # an id or an index that is no number
            raise package.damaged("innehållet") from error
        return package.with_parts(editor.changed())


def _annotate(editor: WorkbookEditor, book: Book, findings: Sequence[Finding], path: Path) -> None:
    marks = CellHighlights(editor)
    shown = _gravest(findings)
    for sheet in book.worksheet_parts():
        at_cells = _by_cell(shown, sheet.name)
        if at_cells:
            last = max(place.row or 0 for place in at_cells)
            editor.set_trailing_rows_aside(sheet.part, last, ANY_ROW)
            marks.mark(sheet.part, at_cells)
            add_notes(editor, sheet.part, at_cells)
    _add_list(editor, marks, shown, path, left_out=len(findings) - len(shown))


def _gravest(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings that are shown, in their order."""
    gravity = [GRAVEST_FIRST.index(finding.rule.severity) for finding in findings]
    shown = sorted(range(len(findings)), key=gravity.__getitem__)[:MOST_SHOWN]
    return [findings[at] for at in sorted(shown)]


def _by_cell(findings: Iterable[Finding], sheet: str) -> dict[Place, list[Finding]]:
    """Return the findings at the cells of a sheet, in reading order."""
    found: dict[Place, list[Finding]] = {}
    for finding in findings:
        is_comment = finding.rule is rules.COMMENT_NOT_PRINTED  # they see that themselves
        if finding.place.sheet == sheet and finding.place.cell and not is_comment:
            found.setdefault(finding.place, []).append(finding)
    return dict(sorted(found.items()))


# ------------------------------------------------------------------ the sheet ”Att åtgärda”

WIDTHS = (22, 10, 9, 70, 70)

MORE, REMEDY = "{} anmärkningar till visas inte.", "Rätta dem ovanför först, och gör en ny kopia."

WORDS = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Notis"}


def _add_list(
    editor: WorkbookEditor,
    marks: CellHighlights,
    findings: Sequence[Finding],
    path: Path,
    left_out: int,
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
    root = text_worksheet(marks, FINDINGS_HEADINGS, WIDTHS, rows)
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
    root: etree._Element, marks: CellHighlights, findings: Sequence[Finding], present: set[str]
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
