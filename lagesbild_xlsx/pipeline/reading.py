"""The step that all others begin with: a workbook read, checked, and compared with the last."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lagesbild_xlsx import rules, sheets
from lagesbild_xlsx.checked import CheckedReport, checked
from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.excel import IllustratedWorkbook, findings_beside, read_workbook
from lagesbild_xlsx.model import ExtraData, Lagesbild, Report, Table, shown
from lagesbild_xlsx.overview import CHANGE, SINCE
from lagesbild_xlsx.pipeline.standard_templates import standard_template
from lagesbild_xlsx.places import FILE, Workbook, normalised


def read_checked(
    path: Path,
    previous: Sequence[str | Path] = (),
    *,
    internal: bool = False,
    illustrated: bool = False,
) -> CheckedReport:
    """Return the lägesbild of a workbook, and all that is wrong with it in reading order.

    No finding shows personal data, whatever the cells hold. Appendices and rows have their pictures
    and charts only if it is to be ``illustrated``.
    """
    workbook = read_workbook(path)
    with IllustratedWorkbook(path, workbook) as book:
        illustrations = book.illustrations if illustrated else sheets.no_illustrations
        read = sheets.read_lagesbild(workbook, illustrations)
        if illustrated:
            names = {normalised(sheet.name) for sheet in workbook.sheets}
            with_pictures = sheets.with_pictures(read.value, workbook, names, illustrations)
            read = read._replace(value=with_pictures.value)
    return _checked(path, workbook, read, previous, internal=internal)


def read_with_neighbours(
    path: Path,
    template: str | Path | None,
    previous: Sequence[str | Path] = (),
    *,
    internal: bool = False,
) -> tuple[CheckedReport, Path | None]:
    """Return a checked lägesbild, and the path of its template if it is not the standard one.

    It has the pictures and charts that the template shows. What is not given are the files beside
    the workbook that its fields Mall and Förra lägesbilden name; one that is not there is
    reported at its field.
    """
    workbook = read_workbook(path)
    with IllustratedWorkbook(path, workbook) as illustrated:
        read = sheets.read_lagesbild(workbook, illustrated.illustrations)
        report = read.value.report
        chosen = Result(Path(template)) if template else _beside(path, report, "template")
        shown = chosen.value or standard_template()
        read = _with_pictures(read, workbook, shown, illustrated.illustrations)
    before = Result(None) if previous else _beside(path, report, "previous")
    known = previous or ((before.value,) if before.value else ())
    missing = (*chosen.findings, *before.findings)
    return _checked(path, workbook, read, known, missing, internal=internal), chosen.value


def _with_pictures(
    read: sheets.ReadLagesbild,
    workbook: Workbook,
    template: Path,
    illustrations: sheets.IllustrationsOf,
) -> sheets.ReadLagesbild:
    """Return what was read with the pictures of rows that a template shows."""
    if not any(map(sheets.is_illustrated, workbook.sheets)):
        return read
    from lagesbild_xlsx.word.row_pictures import (  # noqa: PLC0415 - for pictures only
        sheets_with_pictures,
    )

    try:
        asked = sheets_with_pictures(template)
    except StopError:  # which is reported when it is to be filled in
        return read
    found = sheets.with_pictures(read.value, workbook, asked, illustrations)
    return read._replace(value=found.value, findings=(*read.findings, *found.findings))


def _beside(path: Path, report: Report, field: str) -> Result[Path | None]:
    """Return the file beside a workbook that a field names, if it names any and it is there."""
    name = getattr(report, field)
    if not name:
        return Result(None)
    named = path.with_name(name)
    if named.is_file():
        return Result(named)
    return Result(None, (rules.FILE_NOT_BESIDE.at(report.place(field), value=name),))


def _checked(  # noqa: PLR0913 - what is read, and what is known beside it
    path: Path,
    workbook: Workbook,
    read: sheets.ReadLagesbild,
    previous: Sequence[str | Path],
    missing: Iterable[Finding] = (),
    *,
    internal: bool,
) -> CheckedReport:
    since = _since(path, read.value, previous, internal=internal)
    found = (*findings_beside(path), *missing, *since.findings)
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
    unchanged = (*history.standing_still(earlier, now), *history.texts_unchanged(last, now))
    return Result(extra_data, (*comparison.findings, *unchanged))


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
