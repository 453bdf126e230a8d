"""Periods as DataFrames: one row an activity and period, and what such rows add up to.

This is the only module that imports pandas. It takes longer to import than a build takes, so
nothing of it stands in the package's own names: import it from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import pandas as pd

from lagesbild_xlsx.columns import SheetOf, columns_of, last_day, sheets_of
from lagesbild_xlsx.history.threads import threads_of
from lagesbild_xlsx.model import (
    STANDARD_WORDS,
    Activity,
    GridValue,
    Lagesbild,
    Row,
    Scale,
    Standing,
)
from lagesbild_xlsx.overview import NOBODY
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.symbols import without_shifts

DataFrame: TypeAlias = pd.DataFrame

COLUMNS: dict[str, Any] = {
    "period": "datetime64[ns]",
    "thread": "int64",
    "number": "str",
    "activity": "str",
    "owner": "str",
    "owners": "object",
    "locality": "str",
    "status": pd.CategoricalDtype(list(STANDARD_WORDS.scale.statuses), ordered=True),
    "comment": "str",
    "due": "datetime64[ns]",
    "likeness": "float64",
}
"""The columns of :func:`activities_frame`, with their dtypes; the status has its scale's words."""

LEAST_IN_A_ROW = 2
"""How many periods in a row an activity is red before it is reported."""


def activities_frame(periods: Sequence[Lagesbild]) -> pd.DataFrame:
    """Return one row for each activity and period that it stood in.

    Args:
        periods: lägesbilder with dates, no two of the same, the earliest first.

    Returns:
        A frame with the columns and dtypes of ``COLUMNS``:

        - ``period``: the date of the lägesbild.
        - ``thread``: which activity it is; the same number in every period, from 1.
        - ``number``, ``activity``, ``owner``, ``locality``, ``comment``: as typed, blank as "".
        - ``owners``: who is responsible, as a tuple of the names in ``Listor``. A name that the
          last period's ``Listor`` has as an alias is reported by its present name.
        - ``status``: the words of the last period's scale in order, then ``Ej bedömd``: Rött <
          Gult < Grönt < Ej bedömd. A percentage counts as the level that it reaches, and a word
          that is not on that scale as not judged.
        - ``due``: the date when it should be done, NaT where there is none.
        - ``likeness``: how alike the text is to the earlier one, of 100, where nothing else says
          that it is the same activity; else NaN.
    """
    scale = periods[-1].scale if periods else STANDARD_WORDS.scale
    types = COLUMNS | {"status": pd.CategoricalDtype(list(scale.statuses), ordered=True)}
    return pd.DataFrame(_rows(periods, scale), columns=list(COLUMNS)).astype(types)


def sheet_frames(lagesbild: Lagesbild) -> dict[str, pd.DataFrame]:
    """Return each sheet of a lägesbild as a frame, by the sheet's name.

    Args:
        lagesbild: what a workbook says.

    Returns:
        A frame for each sheet that has rows, and one row for each: ``sheet`` (str) and ``row``
        (Int64, missing where it has none) say where it stands; then come the sheet's headings, all
        of dtype str, with the text as the report shows it and "" for blank. Rapport has one row.
    """
    return {
        sheet.name: _sheet_frame(sheet, value if isinstance(value, tuple) else (value,))
        for name, sheet in sheets_of(Lagesbild).items()
        if (value := getattr(lagesbild, name))
    }


def _sheet_frame(sheet: SheetOf, rows: Sequence[Row]) -> pd.DataFrame:
    headings = [column.heading for column in columns_of(sheet.row_class).values()]
    own = dict.fromkeys(heading for row in rows for heading in row.texts if heading not in headings)
    frame = pd.DataFrame(
        [[str(row.texts.get(heading, "")) for heading in (*headings, *own)] for row in rows],
        columns=[*headings, *own],
        dtype="str",
    )
    frame.insert(0, "row", pd.Series([row.origin.row.row for row in rows], dtype="Int64"))
    frame.insert(0, "sheet", pd.Series([sheet.name] * len(rows), dtype="str"))
    return frame


def _rows(periods: Sequence[Lagesbild], scale: Scale) -> Iterator[tuple[object, ...]]:
    threads = threads_of(periods)
    for at, period in enumerate(periods):
        for number, thread in enumerate(threads, 1):
            activity = thread.stands[at]
            if activity is not None:
                yield (
                    period.report.date,
                    number,
                    str(activity.number),
                    without_shifts(activity.activity),
                    str(activity.owner),
                    _owners(activity, period, periods[-1]),
                    str(activity.locality),
                    scale.word_of(activity.status),
                    without_shifts(activity.comment),
                    last_day(activity.due, period.report.date) if period.report.date else None,
                    thread.guesses.get(at),
                )


def _owners(activity: Activity, period: Lagesbild, last: Lagesbild) -> tuple[str, ...]:
    """Return who is responsible, each once, with the names that they have now."""
    named = (last.owners.get(normalised(name), name) for name in period.owners_of(activity))
    return tuple(dict.fromkeys(named))


# ------------------------------------------------------------------ what the rows add up to


def by_period(activities: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each period: how many activities it has, in all and of each status.

    Columns: ``period`` datetime64[ns]; ``activities`` and each status of the scale int64.
    """
    return _counts(activities, ["period"])


def by_owner(activities: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each responsible party and period in which it has any activity.

    An activity counts for each of its owners, one without for ``Ingen ansvarig``.
    Columns: ``owner`` str, and those of :func:`by_period`.
    """
    each = activities.explode("owners")
    return _counts(each.assign(owner=each["owners"].fillna(NOBODY)), ["owner", "period"])


def _counts(activities: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return how many activities there are for each group, in all and of each status."""
    groups = [activities[key] for key in keys]
    counted = pd.crosstab(groups, activities["status"], dropna=False)
    counted.columns = pd.Index(_statuses(activities))
    counted.insert(0, "activities", counted.sum(axis="columns"))
    return counted[counted["activities"] > 0].reset_index()


def _statuses(activities: pd.DataFrame) -> list[str]:
    """Return the words of the scale, in order, and last ``Ej bedömd``."""
    return list(activities["status"].cat.categories)


def owners_now(activities: pd.DataFrame, scale: Scale = STANDARD_WORDS.scale) -> pd.DataFrame:
    """Return one row for each responsible party: its figures in the last period and the first.

    Columns: ``owner`` str; those of :func:`by_period` but the period for the last one; and for the
    first one ``red_at_first`` and ``green_at_first``, int64: how many were at the worst and at the
    best word of the scale. The most at the worst first. Who has nothing but noughts is left out.
    """
    counts = by_owner(activities)
    first, last = (
        counts[counts["period"] == period].set_index("owner").drop(columns="period")
        for period in (counts["period"].min(), counts["period"].max())
    )
    worst, best = scale.ends
    at_first = first[[worst, best]]
    at_first.columns = pd.Index(("red_at_first", "green_at_first"))
    both: pd.DataFrame = last.join(at_first, how="outer").fillna(0).astype("int64")
    both = both[both.any(axis="columns")]
    worst_first = [*_statuses(activities)[:2], "activities"]
    return both.sort_values(worst_first, ascending=False, kind="stable").reset_index()


def streaks(activities: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each streak of periods in a row in which an activity kept its status.

    A period in which the activity is not in the list ends the streak: nobody has said how it
    stood. Columns: ``thread``, ``status``; ``number``, ``activity`` and ``owner`` as they last
    were in the streak; ``since`` and ``until`` datetime64[ns]; ``periods`` int64, how many.
    """
    rows = activities.assign(at=activities["period"].rank(method="dense"))
    rows = rows.sort_values(["thread", "at"])
    before = rows.groupby("thread")
    is_new = (before["status"].shift() != rows["status"]) | (before["at"].diff() != 1)
    return (
        rows.groupby(is_new.cumsum())
        .agg(
            thread=("thread", "first"),
            status=("status", "first"),
            number=("number", "last"),
            activity=("activity", "last"),
            owner=("owner", "last"),
            since=("period", "min"),
            until=("period", "max"),
            periods=("period", "size"),
        )
        .reset_index(drop=True)
    )


def standing(activities: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each activity of the last period: how long it has had its status.

    Columns: those of :func:`streaks`, and ``days`` int64, from its first period to its last.
    The worst status first, and of each the one that has stood longest.
    """
    found = streaks(activities)
    now: pd.DataFrame = found[found["until"] == found["until"].max()]
    now = now.assign(days=(now["until"] - now["since"]).dt.days)
    return now.sort_values(["status", "since"], kind="stable").reset_index(drop=True)


def red_in_a_row(activities: pd.DataFrame, scale: Scale = STANDARD_WORDS.scale) -> pd.DataFrame:
    """Return one row for each time that an activity stood badly in two or more periods in a row.

    That is red, or a word of the scale that counts as bad.

    Columns: those of :func:`streaks`, and ``now`` str: its status in the last period, blank where
    it is not in the list any more. The longest first.
    """
    found = streaks(activities)
    is_red = found["status"].isin(scale.words_that(Standing.BAD))
    red: pd.DataFrame = found[is_red & (found["periods"] >= LEAST_IN_A_ROW)]
    last = activities[activities["period"] == activities["period"].max()]
    now = last.set_index("thread")["status"].astype("str")
    red = red.assign(now=red["thread"].map(now).fillna(""))
    return red.sort_values(["periods", "since"], ascending=[False, True]).reset_index(drop=True)


def plain_rows(frame: pd.DataFrame) -> tuple[tuple[GridValue, ...], ...]:
    """Return the rows of a frame as texts, whole numbers and dates; None for what is not there."""
    rows = frame.itertuples(index=False, name=None)
    return tuple(tuple(map(_plain, row)) for row in rows)


def _plain(value: object) -> GridValue:
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float) and value == value:  # noqa: PLR0124 - NaN is not itself
        return round(value)
    return value if isinstance(value, (str, int)) else None
