"""Periods compared, and followed over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import sheets_of
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.model import Grid, Lagesbild
from lagesbild_xlsx.pipeline.formats import chosen, refuse_lost_files, refuse_lost_page
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import faults_in_figures, previous_faults, read_checked
from lagesbild_xlsx.pipeline.standard_templates import TREND, standard_template
from lagesbild_xlsx.pipeline.writing import (
    refuse_foreign,
    refuse_lost_work,
    refuse_overwriting,
    require_docx,
    write_document,
)
from lagesbild_xlsx.places import FILE, Place
from lagesbild_xlsx.privacy import NOBODY, NotPersons
from lagesbild_xlsx.review import masked_activities, masked_findings
from lagesbild_xlsx.timeline.headings import BLANK_REPORT, CSV_START

if TYPE_CHECKING:
    from lagesbild_xlsx import history
    from lagesbild_xlsx.history.frames import DataFrame
    from lagesbild_xlsx.timeline.folder import Progress


@dataclass(frozen=True)
class TrendOutcome(Outcome):
    """What a folder's lägesbilder say together; its ``workbook`` is the folder.

    Attributes:
        periods: the lägesbilder that count, the earliest first, as
            ``history.frames.activities_frame`` takes them.
        summary: the figures in sentences.
        tables: the figures as tables.
        known: the names in them that are no persons.
    """

    periods: tuple[Lagesbild, ...] = ()
    summary: str = ""
    tables: tuple[Grid, ...] = ()
    known: NotPersons = NOBODY


def compare(previous: str | Path, now: str | Path) -> history.Comparison:
    """Return what has changed from one workbook to the next, activity by activity, to be shown.

    The appendices and pictures that are others are reported beside. Personal data is masked.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    from lagesbild_xlsx import history  # noqa: PLC0415 - rapidfuzz is used here only

    path, path_now = Path(previous), Path(now)
    before, after = (read_checked(each, illustrated=True) for each in (path, path_now))
    faults = previous_faults(path, before, path_now, after.value)
    for finding in (*faults, *faults_in_figures(path_now, after)):
        raise StopError(finding)
    shown = (masked_activities(each.value, each.known) for each in (before, after))
    comparison = history.compare(*shown)
    others = (*_changed(before.value, after.value), *_redrawn(before.value, after.value))
    told = masked_findings(others, after.known)
    return replace(comparison, remarks=(*comparison.remarks, *told))


def _changed(before: Lagesbild, after: Lagesbild) -> Iterator[Finding]:
    """Yield the appendices that show something else than they did, are new, or gone."""
    was = {appendix.name: appendix for appendix in before.appendices}
    now = {appendix.name: appendix for appendix in after.appendices}
    for name in dict.fromkeys((*now, *was)):
        if name not in was or name not in now or not now[name].shows_the_same_as(was[name]):
            change = "är borta" if name not in now else "är ny" if name not in was else "är ändrad"
            yield rules.APPENDIX_CHANGED.at(Place(name), name=name, change=change)


def _redrawn(before: Lagesbild, after: Lagesbild) -> Iterator[Finding]:
    """Yield the sheets whose rows have other pictures or charts than they had."""
    was, now = (_drawn(each) for each in (before, after))
    for name in dict.fromkeys((*now, *was)):
        if was.get(name) != now.get(name):
            yield rules.PICTURES_CHANGED.at(Place(name), name=name)


def _drawn(lagesbild: Lagesbild) -> dict[str, Counter[tuple[str, str]]]:
    """Return what is drawn on each sheet: what its row says first, and what it shows."""
    said = {
        (sheet.name, row.origin.row.row): _first(row.texts)
        for field, sheet in sheets_of(Lagesbild).items()
        if not sheet.is_form
        for row in getattr(lagesbild, field)
    }
    for table in lagesbild.own:
        rows = zip(table.numbers, table.rows, strict=True)
        said |= {(table.name, number): _first(row) for number, row in rows}
    return {
        name: Counter(
            (said.get((name, number), ""), each.checksum)
            for number, drawn in of_rows.items()
            for each in drawn
        )
        for name, of_rows in lagesbild.pictures.items()
        if of_rows
    }


def _first(texts: Mapping[str, object]) -> str:
    """Return the first text of a row."""
    return next(filter(None, map(str, texts.values())), "")


def frames(workbook: str | Path) -> dict[str, DataFrame]:
    """Return a workbook's sheets as DataFrames, by the sheets' names.

    Args:
        workbook: the path of the workbook. It is only read.

    Returns:
        A frame a sheet; ``history.frames.sheet_frames`` says of which columns and dtypes.

    Raises:
        StopError: the file cannot be used; its finding says what to do.
    """
    from lagesbild_xlsx.history.frames import sheet_frames  # noqa: PLC0415 - pandas, used here only

    return sheet_frames(read_checked(Path(workbook)).value)


REPORT_SUFFIXES = (".docx", ".html", ".xlsx", ".csv")
"""How the names of the reports end that can be written by themselves."""


def trend(  # noqa: PLR0913 - one for each choice
    folder: str | Path,
    output: str | Path | None = None,
    template: str | Path | None = None,
    *,
    formats: Sequence[str] = (),
    progress: Progress = iter,
    replaces: bool = False,
) -> TrendOutcome:
    """Return what has moved over time in a folder of workbooks, and write a report of it.

    Args:
        folder: where the workbooks lie, one for each period. They are only read.
        output: where to write the report, if anywhere: a Word document (``.docx``), a web page
            (``.html``), a workbook (``.xlsx``), or one row for each activity and period (``.csv``).
        template: the path of a Word template for the report; the standard one if not given.
        formats: what to write beside the Word document as well, as ``build`` has it.
        progress: what shows how far the reading has come; it gives the files that it is given.
        replaces: whether to replace a report that was edited by hand, or is no report.

    Raises:
        StopError: the folder has no lägesbild, or a file cannot be used; its finding says what to
            do.
    """
    from lagesbild_xlsx.timeline.folder import read_periods  # noqa: PLC0415 - for a trend only
    from lagesbild_xlsx.timeline.trend import trend_of  # noqa: PLC0415 - pandas takes 0.5 s

    path, beside = Path(folder), chosen(formats)
    target, template_path = Path(output or ""), Path(template or standard_template(TREND))
    if output:
        _refuse_kind(target, template_path, is_document=bool(beside))
    read = read_periods(path, progress)
    periods = tuple(period.lagesbild for period in read.value)
    found = trend_of(periods)
    known = NotPersons.of(name for period in read.value for name in period.known.names)
    told = masked_findings(read.findings, known)
    outcome = TrendOutcome(path, told, None, periods, found.summary, found.tables, known)
    if not output:
        return outcome
    from lagesbild_xlsx.timeline.report import report_of  # noqa: PLC0415 - matplotlib as well

    report = report_of(target.suffix.lower(), found, periods[-1], template_path)
    outcome = replace(outcome, findings=report.findings + told)
    if outcome.has_errors:
        return outcome
    if not replaces:
        refuse_lost_files(target, beside)
        _refuse_foreign_report(target, known)
    still = write_document(target, report.value, outcome.findings, beside)
    return replace(outcome, findings=still, document=target)


def _refuse_foreign_report(target: Path, known: NotPersons) -> None:
    """Refuse to write over what is no report over time, or was edited by hand."""
    suffix = target.suffix.lower()
    if suffix == ".docx":
        refuse_lost_work(target, of_workbook=False, known=known)
    elif suffix == ".xlsx":
        refuse_foreign(target, BLANK_REPORT[1].name)
    elif suffix == ".html":
        refuse_lost_page(target)
    elif target.is_file() and not target.read_bytes().startswith(CSV_START):
        raise StopError(rules.DOCUMENT_FOREIGN.at(FILE, path=target))


def _refuse_kind(target: Path, template_path: Path, *, is_document: bool) -> None:
    """Refuse a name of another kind, and that of the template."""
    if is_document:
        require_docx(target)
    if target.suffix.lower() not in REPORT_SUFFIXES:
        suggestion = f"{target.stem or 'rapport'}.docx"
        raise StopError(rules.REPORT_SUFFIX.at(FILE, path=target, suggestion=suggestion))
    refuse_overwriting(target, {template_path: "mallen"})
