"""A lägesbild with all that is wrong with it: by its cells, across them, and what is private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lagesbild_xlsx import checks, review, rules, starter
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import NO_EXTRA_DATA, ExtraData, Lagesbild
from lagesbild_xlsx.overview import COUNTED
from lagesbild_xlsx.places import FILE, Workbook
from lagesbild_xlsx.privacy import NOBODY, NotPersons
from lagesbild_xlsx.sheets import ReadLagesbild
from lagesbild_xlsx.unplaced import NOTHING_OUTSIDE, Outside


class CheckedReport(NamedTuple):
    """A lägesbild, all that is wrong with it, and what is said of it beside the workbook.

    ``known`` are the names in it that are no persons, ``sha256`` is the workbook's checksum;
    ``workbook`` are the sheets without their cells, and ``outside`` what they hold beside the
    lägesbild.
    """

    value: Lagesbild
    findings: tuple[Finding, ...]
    extra_data: ExtraData = NO_EXTRA_DATA
    known: NotPersons = NOBODY
    sha256: str = ""
    workbook: Workbook = Workbook(())
    outside: Outside = NOTHING_OUTSIDE

    @property
    def fault_in_figures(self) -> Finding | None:
        """The first error that makes the figures of the balance list wrong."""
        errors = (finding for finding in self.findings if finding.is_error)
        return next((error for error in errors if error.place.sheet in COUNTED), None)


def checked(
    workbook: Workbook,
    read: ReadLagesbild,
    more: Iterable[Finding] = (),
    extra_data: ExtraData = NO_EXTRA_DATA,
    *,
    internal: bool = False,
) -> CheckedReport:
    """Return what was read of a workbook with all that is wrong with it, in reading order.

    Args:
        workbook: the sheets.
        read: what they say.
        more: what was found beside them.
        extra_data: what is said beside what the workbook says.
        internal: whether the document stays inside the authority.
    """
    known = review.known_of(read.value, workbook)
    across = (*_examples_left(read.value), *checks.findings_in(read.value, known))
    findings = review.masked_findings((*more, *read.findings, *across), known)
    private = review.findings_in(workbook, read.value, known, read.heading_rows, internal=internal)
    ordered = in_reading_order((*findings, *private), workbook)
    checksum, outside = workbook.sha256, read.outside
    shell = _without_cells(workbook)
    return CheckedReport(read.value, ordered, extra_data, known, checksum, shell, outside)


def _without_cells(workbook: Workbook) -> Workbook:
    """Return a workbook's sheets without their cells, which nobody looks at any more.

    Of 10,000 rows they are 15 MB, which the document can have.
    """
    sheets = (sheet._replace(rows={}, comments={}) for sheet in workbook.sheets)
    return workbook._replace(sheets=tuple(sheets))


def _examples_left(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield that example rows are left, once and first of all, with all of them."""
    by_sheet: dict[str, list[str]] = {}
    for place in starter.rows_left(lagesbild):
        by_sheet.setdefault(place.sheet or "", []).append(str(place.row))
    if by_sheet:
        rows = joined_words(
            tuple(f"{name} rad {', '.join(by_sheet[name])}" for name in by_sheet), "och"
        )
        yield rules.EXAMPLES_LEFT.at(FILE, rows=rows)


def in_reading_order(findings: Iterable[Finding], workbook: Workbook) -> tuple[Finding, ...]:
    """Return findings sheet by sheet, row by row; first those about the file."""
    tabs = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}

    def order(finding: Finding) -> tuple[int, int, int, str]:
        place = finding.place
        tab = -1 if place.sheet is None else tabs.get(place.sheet, len(tabs))
        return tab, place.row or 0, place.column or 0, finding.rule.code

    return tuple(sorted(findings, key=order))
