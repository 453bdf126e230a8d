"""New workbooks: to fill in, of a document in Word, of the period before."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lagesbild_xlsx import rules, sheets, starter
from lagesbild_xlsx.checked import checked
from lagesbild_xlsx.checks.report import years_to_review
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.model import SHEET_NAMES, Activity, ListRow
from lagesbild_xlsx.opc import unreadable
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.writing import refuse_existing
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.review import masked_activities
from lagesbild_xlsx.sheets.next_period import plan_next_period

SCALES = tuple(starter.SCALES)
"""The scales that a new workbook can begin with."""


@dataclass(frozen=True)
class ImportOutcome(Outcome):
    """What the reading of a document came to; ``is_found``: a balance list or localities were."""

    is_found: bool = True


@dataclass(frozen=True)
class NextOutcome(Outcome):
    """What the next period's workbook leaves out as done, and how many activities got a number."""

    done: tuple[Activity, ...] = ()
    numbered: int = 0


def new(  # noqa: PLR0913 - one for each option
    path: str | Path,
    municipality: str = "",
    localities: Sequence[str] = (),
    date: dt.date | None = None,
    *,
    scale: str | Path = "",
    empty: bool = False,
) -> Path:
    """Write a new workbook to fill in, and return its path.

    Args:
        path: where to write it; nothing may be there.
        municipality: the municipality's name.
        localities: the names of its localities.
        date: the date of the report.
        scale: the scale that activities are judged by: one of ``starter.SCALES``, or the path of a
            workbook that has it; the traffic light if not given.
        empty: whether to leave the example rows out.

    Raises:
        StopError: a file is there already, or none can be written; or the scale's workbook cannot
            be read, or has errors in it.
    """
    from lagesbild_xlsx.excel.writer import workbook_bytes  # noqa: PLC0415 - openpyxl takes 0.2 s

    target = Path(path)
    refuse_existing(target)
    rows = _scale_of(scale)
    content = starter.starter(municipality, localities, date, rows, empty=empty)
    readme = starter.readme(municipality, content.scale, empty=empty)
    made = workbook_bytes(content, readme=readme, offer_optional=True, offer_sheets=empty)
    write_whole(target, made)
    return target


def _scale_of(scale: str | Path) -> Sequence[ListRow]:
    """Return the rows of ``Listor`` that declare a scale: one of ours, or a workbook's."""
    if not scale:
        return starter.STANDARD
    if (ours := starter.SCALES.get(normalised(str(scale)))) is not None:
        return ours
    path, lists = Path(scale), SHEET_NAMES[ListRow]
    read = sheets.read_lagesbild(read_workbook(path))
    for fault in (f for f in read.findings if f.is_error and f.place.sheet == lists):
        where, reason = fault.place, fault.message
        raise StopError(
            rules.SCALE_WITH_ERRORS.at(FILE, path=path.name, where=where, reason=reason)
        )
    own = read.value.scale
    fills = {} if own.is_standard else {level.word: level.fill for level in own.levels}
    return [
        ListRow(
            status=row.status,
            meaning=row.meaning,
            colour=fills.get(row.status, ""),
            counts_as=row.counts_as,
        )
        for row in read.value.lists
        if row.status
    ] or starter.STANDARD


def import_document(document: str | Path, workbook: str | Path) -> ImportOutcome:
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
    from lagesbild_xlsx.word.reading import read_document  # noqa: PLC0415 - used here only

    source, target = Path(document), Path(workbook)
    if not source.exists():  # reported before what may stand where the workbook goes
        raise unreadable(source, "Word")
    refuse_existing(target)
    found = read_document(source)
    from lagesbild_xlsx.excel.writer import workbook_bytes  # noqa: PLC0415 - openpyxl takes 0.2 s

    read = sheets.read_lagesbild(found.value, found.illustrations)
    names = {normalised(name) for name in found.pictures}
    illustrated = sheets.with_pictures(read.value, found.value, names, found.illustrations)
    read = read._replace(value=illustrated.value)
    write_whole(target, workbook_bytes(read.value))
    findings = checked(found.value, read, found.findings).findings
    is_found = bool(read.value.activities or read.value.localities)
    return ImportOutcome(source, findings, target, is_found=is_found)


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
    from lagesbild_xlsx.excel.changed_copy import edited_copy  # noqa: PLC0415 - openpyxl takes 0.2 s

    path = Path(workbook)
    target = Path(output) if output else path.parent / _next_name(path, date)
    if target.suffix.lower() != path.suffix.lower():
        raise StopError(rules.COPY_OF_OTHER_KIND.at(FILE, path=target, suffix=path.suffix))
    refuse_existing(target)
    book = read_workbook(path)
    read = sheets.read_lagesbild(book)
    looked = checked(book, read)
    errors = (finding for finding in looked.findings if finding.is_error)
    outcome = NextOutcome(path, tuple(f for f in errors if f.rule is not rules.IDENTITY_NUMBER))
    if outcome.has_errors:
        return outcome
    report = read.value.report
    if report.date is not None and date <= report.date:
        raise StopError(rules.DATE_NOT_LATER.at(FILE, date=date, previous=report.date))
    is_beside = os.path.realpath(target.parent) == os.path.realpath(path.parent)
    plan = plan_next_period(book, read.value, date, path.name if is_beside else "")
    write_whole(target, edited_copy(path, plan.edits))
    reminders = tuple(years_to_review(report, date))
    done = masked_activities(replace(read.value, activities=plan.done), looked.known).activities
    return replace(outcome, findings=reminders, document=target, done=done, numbered=plan.numbered)


def _next_name(path: Path, date: dt.date) -> str:
    """Return the file name of the next workbook: with its date where this one has a date."""
    dated = re.sub(r"\d{4}-\d\d-\d\d", str(date), path.stem)
    return f"{dated if dated != path.stem else f'{path.stem}-{date}'}{path.suffix}"
