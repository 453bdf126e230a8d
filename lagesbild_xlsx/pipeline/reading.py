"""The steps that all others begin with: a workbook read and checked, and files told apart."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lagesbild_xlsx import rules, sheets
from lagesbild_xlsx.checked import CheckedReport, checked
from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.excel import findings_beside, read_workbook
from lagesbild_xlsx.files import report_write_errors
from lagesbild_xlsx.model import ExtraData, Lagesbild, Report, Table, shown
from lagesbild_xlsx.overview import CHANGE, SINCE
from lagesbild_xlsx.places import FILE


def read_checked(
    path: Path, previous: Sequence[str | Path] = (), *, internal: bool = False
) -> CheckedReport:
    """Return the lägesbild of a workbook, and all that is wrong with it in reading order.

    No finding shows personal data, whatever the cells hold.
    """
    workbook = read_workbook(path)
    read = sheets.read_lagesbild(workbook)
    since = _since(path, read.value, previous, internal=internal)
    found = (*findings_beside(path), *since.findings)
    return checked(workbook, read, found, since.value, internal=internal)


def _since(
    path_now: Path, now: Lagesbild, previous: Sequence[str | Path], *, internal: bool
) -> Result[ExtraData]:
    """Return what has changed since the last period, and what stands still since the earlier."""
    if not previous:
        return Result(NOT_COMPARED)
    from lagesbild_xlsx import history  # noqa: PLC0415 - rapidfuzz is used here only

    read = {Path(path): read_checked(Path(path), internal=internal) for path in previous}
    faults = tuple(
        f for path, each in read.items() for f in previous_faults(path, each, path_now, now)
    )
    if faults:
        return Result(NOT_COMPARED, faults)
    earlier = history.in_order(each.value for each in read.values())
    last = earlier[-1]
    comparison = history.compare(last, now)
    words = [change.words for change in comparison.changes if change.after is not None]
    extra_data = extra_data_of(words, comparison.summary, shown(last.report.date))
    return Result(extra_data, (*comparison.findings, *history.standing_still(earlier, now)))


def previous_faults(
    path: Path, previous: CheckedReport, path_now: Path, now: Lagesbild
) -> Iterator[Finding]:
    """Yield why a workbook cannot be the one before another: what would be said would be wrong."""
    date, present = previous.value.report.date, now.report.date
    if os.path.realpath(path) == os.path.realpath(path_now):
        yield rules.PREVIOUS_IS_SAME.at(FILE, path=path.name)
    elif date and present and date > present:
        yield rules.PREVIOUS_IS_LATER.at(FILE, path=path.name, previous=date, date=present)
    yield from faults_in_figures(path, previous)


def faults_in_figures(path: Path, read: CheckedReport) -> Iterator[Finding]:
    """Yield the first error of a workbook that makes its figures wrong."""
    if fault := read.fault_in_figures:
        where, reason = fault.place, fault.message
        yield rules.PREVIOUS_WITH_ERRORS.at(FILE, path=path.name, where=where, reason=reason)


def extra_data_of(words: Sequence[str], summary: str, date: str) -> ExtraData:
    """Return what a template can say of the changes since the last period.

    Args:
        words: the change of each activity; none at all where there is nothing to say.
        summary: the changes in a sentence.
        date: the date of the last period.
    """
    texts = {"Sammanfattning": summary, headings_of(Report)["date"]: date}
    table = Table(SINCE, tuple(texts), (texts,), is_form=True)
    return ExtraData((CHANGE,), tuple({CHANGE: word} for word in words), (table,))


NOT_COMPARED = extra_data_of((), "", "")
"""What a template can say where there is no earlier period: nothing."""


def refuse_missing(workbook: Path) -> None:
    """Refuse to begin with a file that is not there.

    Raises:
        StopError: it is not.
    """
    if not workbook.is_file():
        raise StopError(rules.FILE_UNREADABLE.at(FILE, path=workbook))


def refuse_existing(target: Path) -> None:
    """Refuse to write where a file is already.

    Raises:
        StopError: there is one, or none can be there.
    """
    with report_write_errors(target):
        if target.exists():
            raise StopError(rules.FILE_EXISTS.at(FILE, path=target))


def refuse_foreign(target: Path, own_sheet: str) -> None:
    """Refuse to write over a workbook that is none of our own making.

    Args:
        target: what is to be written.
        own_sheet: the sheet that tells what we have made.

    Raises:
        StopError: there is a workbook without it.
    """
    with report_write_errors(target):
        if target.exists() and read_workbook(target).sheet(own_sheet) is None:
            raise StopError(rules.FILE_EXISTS.at(FILE, path=target))


def refuse_overwriting(target: Path, inputs: Mapping[Path, str]) -> None:
    """Refuse to write over a file that is read.

    Args:
        target: what is to be written.
        inputs: what is read, and what it is in Swedish.

    Raises:
        StopError: it is one of them.
    """
    for path, what in inputs.items():
        if os.path.realpath(target) == os.path.realpath(path):
            raise StopError(rules.OUTPUT_IS_INPUT.at(FILE, path=target, what=what))
