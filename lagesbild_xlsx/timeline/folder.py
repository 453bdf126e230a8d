"""The lägesbilder of a folder: which of its files count, and what is reported of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lagesbild_xlsx import review, rules, sheets
from lagesbild_xlsx.checked import CheckedReport, checked
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.excel import conflict_of, read_workbook
from lagesbild_xlsx.history import threads_of
from lagesbild_xlsx.model import SHEET_NAMES, Activity, Lagesbild
from lagesbild_xlsx.model.reserved import FINDINGS_SHEET
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.privacy import NOBODY, NotPersons

SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm"))
BALANCE_LIST = SHEET_NAMES[Activity]
OTHER_SUFFIXES = frozenset((".xls", ".xlsb", ".ods", ".csv"))
"""Other spreadsheets, which are reported and not read."""

MOST_REASONS = 3
"""How many files are named where none can be used."""

Progress: TypeAlias = Callable[[Sequence[Path]], Iterable[Path]]
"""Gives the files that it is given, one after the other, and may show how far it has come."""


@dataclass(frozen=True)
class Period:
    """A lägesbild with activities and a date, and the path of its workbook.

    ``known`` are the names in it that are no persons, ``private`` the personal data that a report
    would show.
    """

    path: Path
    lagesbild: Lagesbild
    known: NotPersons = NOBODY
    private: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def date(self) -> str:
        """The date of the lägesbild."""
        return str(self.lagesbild.report.date)

    @property
    def version(self) -> int:
        """The number of the version, 0 where it has none."""
        typed = self.lagesbild.report.version
        return int(typed) if typed.isdecimal() else 0


def read_periods(folder: Path, progress: Progress = iter) -> Result[tuple[Period, ...]]:
    """Return the lägesbilder of a folder by their dates, the earliest first.

    Args:
        folder: where the workbooks lie. Folders inside it are not read.
        progress: what shows how far the reading has come.

    Returns:
        The periods, no two of the same date, and what is reported of files that do not count, of
        municipalities that differ and of activities that only their likeness tells.

    Raises:
        StopError: the folder cannot be read, or has no file that counts.
    """
    read = [_read(path) for path in progress(_workbooks_in(folder))]
    found = [each for each in read if isinstance(each, Period)]
    left_out = [each for each in read if isinstance(each, Finding)]
    if not found:
        remedies = [finding.message for finding in left_out[:MOST_REASONS]]
        remedy = " ".join(remedies) or "Lägg lägesbildernas arbetsböcker i mappen."
        raise StopError(rules.FOLDER_WITHOUT_PERIODS.at(FILE, path=folder, remedy=remedy))
    periods = _one_a_date(found)
    findings = (*left_out, *periods.findings, *_across(periods.value))
    return Result(periods.value, findings)


def _workbooks_in(folder: Path) -> list[Path]:
    """Return the files of a folder that can be workbooks, by name; locks are none."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise StopError(rules.NOT_A_FOLDER.at(FILE, path=folder)) from error
    known = SUFFIXES | OTHER_SUFFIXES
    return [p for p in files if p.suffix.lower() in known and not p.name.startswith(("~$", "."))]


def _read(path: Path) -> Period | Finding:
    """Return the lägesbild of a file, or why it does not count."""
    conflict = conflict_of(path)
    if conflict and path.with_name(conflict[1]).exists():
        return rules.CONFLICT_COPY_LEFT_OUT.at(FILE, file=path.name, original=conflict[1])
    try:
        workbook = read_workbook(path)
    except StopError as error:
        cause = error.finding
        remedy = f"{cause.message} {cause.hint}"
        return rules.FILE_LEFT_OUT.at(FILE, file=path.name, remedy=remedy)
    if workbook.sheet(FINDINGS_SHEET) is not None:
        return rules.ANNOTATED_COPY_LEFT_OUT.at(FILE, file=path.name)
    if workbook.sheet(BALANCE_LIST) is None:
        return rules.NO_BALANCE_LIST.at(FILE, file=path.name)
    return _counted(path, checked(workbook, sheets.read_lagesbild(workbook)))


def _counted(path: Path, read: CheckedReport) -> Period | Finding:
    """Return the lägesbild of a file with a balance list, or why it does not count."""
    if fault := read.fault_in_figures:
        where, reason = str(fault.place), fault.message
        return rules.BALANCE_LIST_WITH_ERRORS.at(FILE, file=path.name, where=where, reason=reason)
    if read.value.report.date is None:
        return rules.DATE_UNKNOWN.at(FILE, file=path.name)
    if not read.value.activities:
        return rules.NO_BALANCE_LIST.at(FILE, file=path.name)
    shown = (f for f in read.findings if f.place.sheet == BALANCE_LIST)
    private = tuple(f for f in shown if f.rule in review.RULES.values())
    return Period(path, read.value, read.known, private)


def _one_a_date(found: Sequence[Period]) -> Result[tuple[Period, ...]]:
    """Return one period for each date: of several, the one of the highest version."""
    by_date: dict[str, Period] = {}
    findings = []
    for period in sorted(found, key=lambda each: (each.date, -each.version, each.name)):
        first = by_date.setdefault(period.date, period)
        if first is not period:
            told = rules.SAME_DATE.at(FILE, file=period.name, other=first.name, date=period.date)
            findings.append(told)
    return Result(tuple(by_date.values()), tuple(findings))


def _across(periods: Sequence[Period]) -> Iterator[Finding]:
    """Yield what is to be reported of the periods together."""
    for period in (each for each in periods if each.private):
        cells = ", ".join(dict.fromkeys(str(f.place.cell) for f in period.private))
        yield rules.PRIVATE_IN_PERIOD.at(FILE, file=period.name, cells=cells)
    typed = [period.lagesbild.report.municipality for period in periods]
    names = {normalised(name): name for name in typed if name}
    if len(names) > 1:
        yield rules.OTHER_MUNICIPALITY.at(FILE, names=joined_words(tuple(names.values()), "och"))
    for thread in threads_of([period.lagesbild for period in periods]):
        for at, likeness in thread.guesses.items():
            activity = thread.stands[at]
            before = next(stand for stand in reversed(thread.stands[:at]) if stand)
            assert activity is not None  # noqa: S101 - a guess is of an activity that stands there
            yield rules.MATCH_ACROSS_PERIODS.at(
                activity.place("activity"),
                value=activity.activity,
                file=periods[at].name,
                date=periods[at].date,
                before=before.activity,
                likeness=f"{likeness:.0f}",
            )
