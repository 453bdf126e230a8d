"""What changes in the sheets when a new period begins."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count
from operator import attrgetter
from typing import NamedTuple

from lagesbild_xlsx.columns import columns_of, parsed_date
from lagesbild_xlsx.model import SHEET_NAMES, Activity, Lagesbild, Report, Standing, Table, shown
from lagesbild_xlsx.model.reserved import FINISHED_SHEET, LAST_TIME
from lagesbild_xlsx.places import LAST_COLUMN, Area, Place, Sheet, Workbook, normalised
from lagesbild_xlsx.planned_changes import NewColumn, PlannedChanges
from lagesbild_xlsx.sheets.headings import Headings, WantedHeadings, find_headings

NEW_COLUMNS = 2
"""How many columns a balance list gets at the most: last time's comments, and Nr."""

DONE_WORDS = frozenset(
    (
        *("klar", "klart", "klara", "färdig", "färdigt", "färdiga"),
        *("avslutad", "avslutat", "avslutade", "slutförd", "slutfört", "slutförda"),
        *("genomförd", "genomfört", "genomförda"),
    )
)
"""Comments that say of an activity that goes well that it is done, and nothing else."""


class NextPeriod(NamedTuple):
    """The edits that make the next period's workbook, and what they do to the activities.

    ``done`` are those left out, ``numbered`` counts those that get their first number.
    """

    edits: PlannedChanges
    done: tuple[Activity, ...]
    numbered: int


def plan_next_period(
    workbook: Workbook, lagesbild: Lagesbild, date: dt.date, file_name: str
) -> NextPeriod:
    """Return what changes from a period's workbook to the next.

    Args:
        workbook: the sheets as they were read.
        lagesbild: what they say; without errors, so that every sheet and heading is there.
        date: the date of the next lägesbild.
        file_name: what the next workbook says of where this one is, where it says so.
    """
    balance = _Balance(workbook, lagesbild)
    edits = PlannedChanges(
        columns=tuple(balance.new_columns()),
        copies=dict(balance.comments_moved()),
        values=dict(
            (
                (lagesbild.report.place("date"), date),
                *_moved_on(lagesbild.report, file_name),
                *_notes_emptied(lagesbild),
                *balance.comments_emptied(),
                *balance.numbers(),
                *balance.last_row_emptied(),
                *balance.archived(),
            )
        ),
        new_sheets=tuple(balance.new_archive()),
        removed_rows=balance.removed_rows,
    )
    return NextPeriod(edits, balance.done, sum(not a.number for a in balance.kept))


def _moved_on(report: Report, file_name: str) -> Iterator[tuple[Place, str]]:
    """Yield that this workbook is now the one before, where there is a field for it."""
    place = report.place("previous")
    if place.cell:
        yield place, file_name


def _notes_emptied(lagesbild: Lagesbild) -> Iterator[tuple[Place, str]]:
    for locality in lagesbild.localities:
        if locality.note:
            yield locality.place("note"), ""


class _Balance:
    """The balance list, and what becomes of each of its rows."""

    def __init__(self, workbook: Workbook, lagesbild: Lagesbild) -> None:
        sheet = workbook.sheet(SHEET_NAMES[Activity])
        assert sheet is not None  # noqa: S101 - a workbook without it has an error
        self.sheet = sheet
        columns = tuple(columns_of(Activity).values())
        self.headings = find_headings(sheet, WantedHeadings.of(columns)).value or Headings(
            0, {}, {}
        )
        self.archive = workbook.sheet(FINISHED_SHEET)
        self.date, self.scale = lagesbild.report.date, lagesbild.scale
        self.done = tuple(a for a in lagesbild.activities if self._is_done(a))
        rows = {_row(activity) for activity in self.done}
        self.kept = tuple(a for a in lagesbild.activities if _row(a) not in rows)
        free = self._free_columns()
        self.last_time = self._own_column(LAST_TIME) or next(free)
        number = columns_of(Activity)["number"].heading
        self.number = self.headings.columns.get(number) or next(free)

    def _is_done(self, activity: Activity) -> bool:
        """Return whether an activity is done: by its column, its status or a word, or struck."""
        place = activity.place("activity")
        struck = self.sheet.cell(place.row or 0, place.column or 0).struck
        stands = self.scale.counts_as(activity.status)
        says_done = stands is Standing.GOOD and _says_done(activity.comment)
        return self._is_finished(activity) or struck or stands is Standing.FINISHED or says_done

    def _is_finished(self, activity: Activity) -> bool:
        """Return whether its column says that it is done, by the date of the lägesbild."""
        when = parsed_date(activity.finished)
        is_to_come = when is not None and self.date is not None and when > self.date
        return bool(activity.finished) and not is_to_come

    # -------------------------------------------------------------- columns

    def _free_columns(self) -> Iterator[int]:
        """Yield columns without content from the headings down: the last ones, if there is room.

        A stray cell can stand in the sheet's own last column.
        """
        rows = (row for number, row in self.sheet.rows.items() if number >= self.headings.row)
        used = {column for row in rows for column, cell in row.items() if not cell.is_blank}
        used |= {*self.headings.named}
        has_room = max(used, default=1) + NEW_COLUMNS <= LAST_COLUMN
        after = used if has_room else self.headings.named
        return (at for at in count(max(after, default=1) + 1) if at not in used)

    def _own_column(self, name: str) -> int | None:
        found = (
            at
            for heading, at in self.headings.own.items()
            if normalised(heading) == normalised(name)
        )
        return next(found, None)

    def new_columns(self) -> Iterator[NewColumn]:
        """Yield the columns that the sheet lacks."""
        row, columns = self.headings.row, columns_of(Activity)
        if self._own_column(LAST_TIME) is None:
            like = self.headings.columns[columns["comment"].heading]
            yield NewColumn(Place(self.sheet.name, row, self.last_time), LAST_TIME, like)
        number = columns["number"].heading
        if number not in self.headings.columns:
            like = self.headings.columns[columns["owner"].heading]
            yield NewColumn(Place(self.sheet.name, row, self.number), number, like)

    # -------------------------------------------------------------- cells

    def _last_time_of(self, activity: Activity) -> Place:
        return Place(self.sheet.name, _row(activity), self.last_time)

    def comments_moved(self) -> Iterator[tuple[Place, Place]]:
        """Yield where each comment goes, and where it stands; one of a merged area stands first."""
        for activity in self.kept:
            if activity.comment:
                yield self._last_time_of(activity), self._stored(activity.place("comment"))

    def _stored(self, place: Place) -> Place:
        """Return where the value of a comment's cell stands: first in the area that it is part of.

        Areas do not overlap.
        """
        before = bisect_right(self._merged, place.row or 0, key=attrgetter("top"))
        area = self._merged[before - 1] if before else None
        is_in = area is not None and area.covers(place)
        return Place(place.sheet, area.top, area.left) if area and is_in else place

    @cached_property
    def _merged(self) -> list[Area]:
        """The merged areas that reach the column of comments, from above."""
        column = self.headings.columns.get(columns_of(Activity)["comment"].heading, 0)
        areas = (area for area in self.sheet.merges if area.left <= column <= area.right)
        return sorted(areas, key=attrgetter("top"))

    def comments_emptied(self) -> Iterator[tuple[Place, str]]:
        """Yield the comments, and the last ones where there is none now."""
        for activity in self.kept:
            place = activity.place("comment") if activity.comment else self._last_time_of(activity)
            yield place, ""

    def numbers(self) -> Iterator[tuple[Place, int | str]]:
        """Yield a number for each activity: its own, as a value, or else the next free one."""
        taken = {a.number for a in (*self.kept, *self.done)} | set(self._archived_numbers())
        free = count(max((int(n) for n in taken if _is_whole(n)), default=0) + 1)
        for activity in self.kept:
            own = activity.number
            is_number = _is_whole(own) and str(int(own)) == own
            value = (int(own) if is_number else own) if own else next(free)
            yield Place(self.sheet.name, _row(activity), self.number), value

    # -------------------------------------------------------------- what is done

    @property
    def removed_rows(self) -> dict[str, frozenset[int]]:
        """The rows of what is done; one stays, emptied, where all is."""
        rows = sorted(_row(activity) for activity in self.done)
        rows = rows if self.kept else rows[1:]
        return {self.sheet.name: frozenset(rows)} if rows else {}

    def last_row_emptied(self) -> Iterator[tuple[Place, str]]:
        """Yield the cells of the row that stays where all is done."""
        if self.done and not self.kept:
            first = min(_row(activity) for activity in self.done)
            yield from ((Place(self.sheet.name, first, c), "") for c in self.headings.named)

    def _archived_numbers(self) -> Iterator[str]:
        if self.archive is not None:
            column = _columns_of(self.archive).get(columns_of(Activity)["number"].heading, 0)
            yield from (row[column].text for row in self.archive.rows.values() if column in row)

    def archived(self) -> Iterator[tuple[Place, str]]:
        """Yield the cells of what is done, below what the archive holds already."""
        if self.archive is None:
            return
        columns, last = _columns_of(self.archive), max(self.archive.rows, default=0)
        for number, row in enumerate(self._finished_rows(), last + 1):
            for heading, text in row.items():
                if heading in columns:
                    yield Place(self.archive.name, number, columns[heading]), text

    def new_archive(self) -> Iterator[Table]:
        """Yield the archive, where the workbook has none and something is done.

        It has all columns of the balance list, in their order, and the date of the end last.
        """
        if self.archive is None and self.done:
            named = {**self.headings.columns, **self.headings.own}
            number = columns_of(Activity)["number"].heading
            headings = [number, *sorted(named.keys() - {number}, key=lambda name: named[name])]
            ended = columns_of(Activity)["finished"].heading
            kept = tuple(heading for heading in headings if heading != ended)
            yield Table(FINISHED_SHEET, (*kept, ended), tuple(self._finished_rows()))

    def _finished_rows(self) -> Iterator[dict[str, str]]:
        ended = columns_of(Activity)["finished"].heading
        for activity in self.done:
            when = parsed_date(activity.finished) or self.date
            yield activity.texts | {ended: shown(when)}


MOST_FIGURES = 9
"""How many figures a number has that others are counted on from."""


def _is_whole(number: str) -> bool:
    return number.isdecimal() and len(number) <= MOST_FIGURES


def _row(activity: Activity) -> int:
    return activity.origin.row.row or 0


def _says_done(comment: str) -> bool:
    """Return whether a comment says that it is done and no more, perhaps with a date."""
    word, _, rest = normalised(comment).strip(" .!").partition(" ")
    when = rest.removeprefix("den ")
    return word.strip(",.:") in DONE_WORDS and (not rest or parsed_date(when) is not None)


def _columns_of(archive: Sheet) -> Mapping[str, int]:
    """Return the columns of the archive by heading, from its first row with several texts."""
    for row in archive.rows.values():
        columns = {cell.text.strip(): column for column, cell in row.items() if cell.text.strip()}
        if len(columns) > 1:
            return columns
    return {}
