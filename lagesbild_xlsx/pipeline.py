"""The steps from a workbook to a document, and the public Python API."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lagesbild_xlsx import checks, rules, sheets, starter, word
from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.excel import findings_beside, read_workbook
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.model import NOTHING_MORE, Activity, Additions, Grid, Lagesbild, Table, shown
from lagesbild_xlsx.overview import CHANGE, SINCE
from lagesbild_xlsx.places import FILE, Workbook
from lagesbild_xlsx.timeline.headings import BLANK_REPORT

if TYPE_CHECKING:
    from lagesbild_xlsx import history
    from lagesbild_xlsx.timeline.folder import Progress

DRAFT = "utkast"
"""What the name of a draft says."""


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the findings in reading order, and the document if one was written."""

    workbook: Path
    findings: tuple[Finding, ...]
    document: Path | None = None

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class TemplateOutcome(Outcome):
    """What the check of a template came to; ``names`` are each sheet's columns or fields."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class NextOutcome(Outcome):
    """What the next period's workbook leaves out as done, and how many activities got a number."""

    done: tuple[Activity, ...] = ()
    numbered: int = 0


def check(workbook: str | Path, previous: Sequence[str | Path] = ()) -> Outcome:
    """Return what is wrong in a workbook, cell by cell.

    Args:
        workbook: the path of the workbook. It is only read.
        previous: the paths of earlier periods' workbooks, to say what stands still since.

    Raises:
        StopError: the file cannot be used; its finding says what to do.
    """
    path = Path(workbook)
    return Outcome(path, _read(path, previous).findings)


def annotate(outcome: Outcome, copy: str | Path) -> Path:
    """Write a copy of a checked workbook that shows the findings at their cells.

    Args:
        outcome: what the check came to.
        copy: where to write it; only an earlier copy of this kind may be there.

    Raises:
        StopError: the copy cannot be made or written; its finding says what to do.
    """
    from lagesbild_xlsx.excel.annotate import LIST_NAME, annotated_copy  # noqa: PLC0415 - used here

    path, target = outcome.workbook, Path(copy)
    if target.suffix.lower() != path.suffix.lower():
        raise StopError(rules.COPY_OF_OTHER_KIND.at(FILE, path=target, suffix=path.suffix))
    _refuse_overwriting(target, {path: "arbetsboken"})
    if target.exists() and read_workbook(target).sheet(LIST_NAME) is None:
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
    write_whole(target, annotated_copy(path, outcome.findings))
    return target


def build(  # noqa: PLR0913 - one for each option
    workbook: str | Path,
    output: str | Path | None = None,
    template: str | Path | None = None,
    *,
    previous: Sequence[str | Path] = (),
    pdf: bool = False,
    draft: bool = False,
) -> Outcome:
    """Merge a workbook into a Word document, if the workbook has no errors.

    Args:
        workbook: the path of the workbook. It is only read.
        output: the document's path; ``lagesbild-2021-05-20.docx`` beside the workbook if not given.
        template: the path of a Word template; the standard one if not given. It is only read.
        previous: the paths of earlier periods' workbooks, to say what has changed since the last
            of them, and what stands still.
        pdf: whether to write a tagged PDF beside the document as well.
        draft: whether to build in spite of errors, each shown at its place, a document that says
            that it is a draft, in its page header and in its name.

    Returns:
        The findings, and the path of the document; no path, and nothing written, where there
        are errors.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    path = Path(workbook)
    mould = Path(template) if template else standard_template()
    read = _read(path, previous)
    target = Path(output) if output else path.with_name(document_name(read.value))
    if draft and DRAFT not in target.stem:
        target = target.with_stem(f"{target.stem}-{DRAFT}")
    _refuse_overwriting(target, {path: "arbetsboken", mould: "mallen"})
    if target.suffix.lower() != ".docx":
        suggestion = target.with_suffix(".docx").name
        raise StopError(rules.OUTPUT_SUFFIX.at(FILE, path=target, suggestion=suggestion))
    faults = _faults(read.findings) if draft else None
    merged = word.merge(mould, read.value, faults, read.additions, _origin(path))
    outcome = Outcome(path, merged.findings + read.findings)
    if merged.findings or (outcome.has_errors and not draft):
        return outcome
    if pdf:
        write_whole(target.with_suffix(".pdf"), _pdf(merged.value))
    write_whole(target, merged.value)
    return replace(outcome, document=target)


def compare(previous: str | Path, now: str | Path) -> history.Comparison:
    """Return what has changed from one workbook to the next, activity by activity.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    from lagesbild_xlsx import history  # noqa: PLC0415 - rapidfuzz is used here only

    return history.compare(_read(Path(previous)).value, _read(Path(now)).value)


def _additions(words: Sequence[str], summary: str, date: str) -> Additions:
    texts = {"Sammanfattning": summary, "Datum": date}
    table = Table(SINCE, tuple(texts), (texts,), is_form=True)
    return Additions((CHANGE,), tuple({CHANGE: word} for word in words), (table,))


def _origin(workbook: Path) -> word.Origin:
    """Return what a document says of the workbook that it comes from."""
    return word.Origin(workbook.name, hashlib.sha256(workbook.read_bytes()).hexdigest())


def _faults(findings: Iterable[Finding]) -> word.Faults:
    """Return what a draft must show as wrong."""
    errors = [finding for finding in findings if finding.is_error]
    return word.Faults(
        {finding.place: finding.message for finding in errors if finding.place.cell},
        tuple(f"{finding.place}: {finding.message}" for finding in errors),
    )


def _pdf(document: bytes) -> bytes:
    from lagesbild_xlsx.pdf import pdf_bytes  # noqa: PLC0415 - pikepdf is used here only

    return pdf_bytes(word.without_controls(document))


def new(
    path: str | Path,
    municipality: str = "",
    localities: Sequence[str] = (),
    date: dt.date | None = None,
    *,
    empty: bool = False,
) -> Path:
    """Write a new workbook to fill in, and return its path.

    Args:
        path: where to write it; nothing may be there.
        municipality: the municipality's name.
        localities: the names of its localities.
        date: the date of the report.
        empty: whether to leave the example rows out.

    Raises:
        StopError: a file is there already, or none can be written.
    """
    from lagesbild_xlsx.excel.writer import workbook_bytes  # noqa: PLC0415 - openpyxl takes 0.2 s

    target = Path(path)
    if target.exists():
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
    content = starter.starter(municipality, localities, date, empty=empty)
    readme = starter.readme(municipality, empty=empty)
    write_whole(target, workbook_bytes(content, readme=readme, offer_optional=True))
    return target


def import_document(document: str | Path, workbook: str | Path) -> Outcome:
    """Write a workbook of a lägesbild in Word, built here or typed by hand.

    Args:
        document: the path of the Word document. It is only read.
        workbook: where to write the workbook; nothing may be there.

    Returns:
        What the reading was unsure of, and what is wrong with the workbook, at its cells; and the
        workbook's path.

    Raises:
        StopError: the document cannot be used, or the workbook not written.
    """
    from lagesbild_xlsx.excel.writer import workbook_bytes  # noqa: PLC0415 - openpyxl takes 0.2 s

    source, target = Path(document), Path(workbook)
    if target.exists():
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
    found = word.read_document(source)
    read = sheets.read_lagesbild(found.value)
    write_whole(target, workbook_bytes(read.value))
    findings = (*found.findings, *read.findings, *checks.findings_in(read.value))
    return Outcome(source, _in_reading_order(findings, found.value), target)


def begin_next(
    workbook: str | Path, date: dt.date, output: str | Path | None = None
) -> NextOutcome:
    """Write the next period's workbook: this one, with last time's texts moved or emptied.

    Args:
        workbook: the path of the period's workbook. It is only read.
        date: the date of the next lägesbild.
        output: where to write it, and nothing may be there; beside the workbook, named after the
            date, if not given.

    Returns:
        What the new workbook leaves out, and its path; no path, and nothing written, where the
        workbook has errors.

    Raises:
        StopError: a file cannot be used, or the date is not later; its finding says what to do.
    """
    from lagesbild_xlsx.excel.edited import edited_copy  # noqa: PLC0415 - openpyxl takes 0.2 s

    path = Path(workbook)
    target = Path(output) if output else path.with_name(_next_name(path, date))
    if target.suffix.lower() != path.suffix.lower():
        raise StopError(rules.COPY_OF_OTHER_KIND.at(FILE, path=target, suffix=path.suffix))
    if target.exists():
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
    book = read_workbook(path)
    read = sheets.read_lagesbild(book)
    outcome = NextOutcome(path, tuple(f for f in read.findings if f.is_error))
    if outcome.has_errors:
        return outcome
    report = read.value.report
    if report.date is not None and date <= report.date:
        raise StopError(rules.DATE_NOT_LATER.at(FILE, date=date, previous=report.date))
    plan = sheets.following(book, read.value, date)
    write_whole(target, edited_copy(path, plan.edits))
    reminders = tuple(checks.years_to_review(report, date))
    return replace(
        outcome, findings=reminders, document=target, done=plan.done, numbered=plan.numbered
    )


def _next_name(path: Path, date: dt.date) -> str:
    """Return the file name of the next workbook: with its date where this one has a date."""
    dated = re.sub(r"\d{4}-\d\d-\d\d", str(date), path.stem)
    return f"{dated if dated != path.stem else f'{path.stem}-{date}'}{path.suffix}"


def new_template(path: str | Path, kind: str = "") -> Path:
    """Write a copy of a template to change in Word, and return its path.

    Args:
        path: where to write it; nothing may be there.
        kind: the standard one if empty, or one of ``TEMPLATE_KINDS``.

    Raises:
        StopError: a file is there already, or none can be written.
    """
    target = Path(path)
    if target.exists():
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
    write_whole(target, standard_template(kind).read_bytes())
    return target


def check_template(template: str | Path, workbook: str | Path | None = None) -> TemplateOutcome:
    """Return what a template lacks, misspells or repeats, and the names that it can use.

    Args:
        template: the path of a Word template.
        workbook: the path of a workbook with the staff's own sheets and columns.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    path = Path(template)
    lagesbild = _read(Path(workbook)).value if workbook else starter.starter()
    blank = replace(_additions([""] * len(lagesbild.activities), "", ""), report=BLANK_REPORT)
    findings = word.inspect(path, lagesbild, blank, is_known=workbook is not None)
    return TemplateOutcome(path, findings, names=word.names_in(lagesbild, blank))


def update(
    workbook: str | Path,
    document: str | Path,
    template: str | Path | None = None,
    *,
    previous: Sequence[str | Path] = (),
) -> Outcome:
    """Bring a document that was built before up to date, and keep all that was edited by hand.

    Args:
        workbook: the path of the workbook. It is only read.
        document: the path of the document, which is replaced whole or not at all.
        template: the path of the template that it was built from; the standard one if not given.
        previous: the paths of earlier periods' workbooks, to say what has changed since the last
            of them, and what stands still.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    path, target = Path(workbook), Path(document)
    read = _read(path, previous)
    mould = Path(template) if template else standard_template()
    updated = word.update(target, mould, read.value, read.additions, _origin(path))
    outcome = Outcome(path, updated.findings + read.findings)
    if outcome.has_errors:
        return outcome
    write_whole(target, updated.value)
    return replace(outcome, document=target)


def document_name(lagesbild: Lagesbild) -> str:
    """Return the file name that a lägesbild's document gets."""
    date = lagesbild.report.date
    return f"lagesbild-{date}.docx" if date else "lagesbild.docx"


LAGESBILD_KINDS, TREND = ("liggande", "orter", "forandring"), "trend"
TEMPLATE_KINDS = (*LAGESBILD_KINDS, TREND)
"""The templates beside the standard one: those of a lägesbild, and that of a report over time."""


def standard_template(kind: str = "") -> Path:
    """Return the path of a template that travels with the package.

    It lies in the package where that is installed, and beside it in a source tree.
    """
    here = Path(__file__).parent
    name = Path("templates") / (f"lagesbild-{kind}.docx" if kind else "lagesbild.docx")
    return next((p for p in (here / name, here.parent / name) if p.exists()), here / name)


@dataclass(frozen=True)
class _Read(Result[Lagesbild]):
    """A lägesbild, all that is wrong with it, and what is said of it beside the workbook."""

    additions: Additions = NOTHING_MORE


def _read(path: Path, previous: Sequence[str | Path] = ()) -> _Read:
    """Return the lägesbild of a workbook, and all that is wrong with it in reading order."""
    workbook = read_workbook(path)
    read = sheets.read_lagesbild(workbook)
    since = _since(read.value, previous)
    findings = (*findings_beside(path), *read.findings, *checks.findings_in(read.value))
    ordered = _in_reading_order((*findings, *since.findings), workbook)
    return _Read(read.value, ordered, since.value)


def _since(now: Lagesbild, previous: Sequence[str | Path]) -> Result[Additions]:
    """Return what has changed since the last period, and what stands still since the earlier."""
    if not previous:
        return Result(_additions([""] * len(now.activities), "", ""))
    from lagesbild_xlsx import history  # noqa: PLC0415 - rapidfuzz is used here only

    read = {Path(path): _read(Path(path)).value for path in previous}
    later = tuple(_later(path, each, now) for path, each in read.items() if _is_later(each, now))
    if later:
        return Result(_additions([""] * len(now.activities), "", ""), later)
    earlier = history.in_order(read.values())
    last = earlier[-1]
    comparison = history.compare(last, now)
    words = [change.words for change in comparison.changes if change.after is not None]
    additions = _additions(words, comparison.summary, shown(last.report.date))
    return Result(additions, (*comparison.findings, *history.standing_still(earlier, now)))


def _is_later(other: Lagesbild, now: Lagesbild) -> bool:
    return bool(other.report.date and now.report.date and other.report.date > now.report.date)


def _later(path: Path, other: Lagesbild, now: Lagesbild) -> Finding:
    dates = {"previous": other.report.date, "date": now.report.date}
    return rules.PREVIOUS_IS_LATER.at(FILE, path=path.name, **dates)


def _in_reading_order(findings: Iterable[Finding], workbook: Workbook) -> tuple[Finding, ...]:
    """Return findings sheet by sheet, row by row; first those about the file."""
    tabs = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}

    def order(finding: Finding) -> tuple[int, int, int, str]:
        place = finding.place
        tab = -1 if place.sheet is None else tabs.get(place.sheet, len(tabs))
        return tab, place.row or 0, place.column or 0, finding.rule.code

    return tuple(sorted(findings, key=order))


def _refuse_overwriting(target: Path, inputs: Mapping[Path, str]) -> None:
    for path, what in inputs.items():
        if target.resolve() == path.resolve():
            raise StopError(rules.OUTPUT_IS_INPUT.at(FILE, path=target, what=what))


REPORT_SUFFIXES = (".docx", ".xlsx", ".csv")


@dataclass(frozen=True)
class TrendOutcome(Outcome):
    """What a folder's lägesbilder say together; its ``workbook`` is the folder.

    Attributes:
        periods: the lägesbilder that count, the earliest first, as
            ``history.frames.activities_frame`` takes them.
        summary: the figures in sentences.
        tables: the figures as tables.
    """

    periods: tuple[Lagesbild, ...] = ()
    summary: str = ""
    tables: tuple[Grid, ...] = ()


def trend(
    folder: str | Path,
    output: str | Path | None = None,
    template: str | Path | None = None,
    *,
    progress: Progress = iter,
) -> TrendOutcome:
    """Return what has moved over time in a folder of workbooks, and write a report of it.

    Args:
        folder: where the workbooks lie, one for each period. They are only read.
        output: where to write the report, if anywhere: a Word document (``.docx``), a workbook
            (``.xlsx``), or one row for each activity and period (``.csv``).
        template: the path of a Word template for the report; the standard one if not given.
        progress: what shows how far the reading has come; it gives the files that it is given.

    Raises:
        StopError: the folder has no lägesbild, or a file cannot be used; its finding says what to
            do.
    """
    from lagesbild_xlsx.timeline.folder import read_periods  # noqa: PLC0415 - for a trend only
    from lagesbild_xlsx.timeline.trend import trend_of  # noqa: PLC0415 - pandas takes 0.5 s

    path = Path(folder)
    target, mould = Path(output or ""), Path(template or standard_template(TREND))
    if output:
        _refuse_report(target, mould)
    read = read_periods(path, progress)
    periods = tuple(period.lagesbild for period in read.value)
    found = trend_of(periods)
    outcome = TrendOutcome(path, read.findings, None, periods, found.summary, found.tables)
    if not output:
        return outcome
    from lagesbild_xlsx.timeline.report import report_of  # noqa: PLC0415 - matplotlib as well

    report = report_of(target.suffix.lower(), found, periods[-1], mould)
    outcome = replace(outcome, findings=report.findings + read.findings)
    if outcome.has_errors:
        return outcome
    write_whole(target, report.value)
    return replace(outcome, document=target)


def _refuse_report(target: Path, mould: Path) -> None:
    """Refuse a name of another kind, and one of a workbook that is no report."""
    if target.suffix.lower() not in REPORT_SUFFIXES:
        suggestion = target.with_suffix(".docx").name
        raise StopError(rules.REPORT_SUFFIX.at(FILE, path=target, suggestion=suggestion))
    _refuse_overwriting(target, {mould: "mallen"})
    is_workbook = target.suffix.lower() == ".xlsx" and target.exists()
    if is_workbook and read_workbook(target).sheet(BLANK_REPORT[1].name) is None:
        raise StopError(rules.FILE_EXISTS.at(FILE, path=target))
