"""A copy of a workbook that shows its findings: marks, comments, and a sheet that lists them.

Only the parts that change are written anew; all else goes into the copy byte by byte, so that
charts, images, pivot tables and macros are what they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.excel.annotate.marks import GRAVEST_FIRST, Marks
from lagesbild_xlsx.excel.annotate.notes import add_notes
from lagesbild_xlsx.excel.annotate.todo import add_list
from lagesbild_xlsx.excel.book import WORKBOOK, Book
from lagesbild_xlsx.excel.parts import WorkbookEditor
from lagesbild_xlsx.excel.trailing_rows import ANY_ROW
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
    marks = Marks(editor)
    shown = _gravest(findings)
    for sheet in book.worksheet_parts():
        at_cells = _by_cell(shown, sheet.name)
        if at_cells:
            last = max(place.row or 0 for place in at_cells)
            editor.set_tail_aside(sheet.part, last, ANY_ROW)
            marks.mark(sheet.part, at_cells)
            add_notes(editor, sheet.part, at_cells)
    add_list(editor, marks, shown, path, left_out=len(findings) - len(shown))


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
