"""The figures of a trend as it tells them: sentences, and tables with Swedish headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lagesbild_xlsx.history import frames
from lagesbild_xlsx.model import Grid, Lagesbild, Table, shown
from lagesbild_xlsx.overview import NOT_JUDGED, STATUSES, summary
from lagesbild_xlsx.timeline.headings import FACTS, FIELDS, HEADINGS

GONE = "Inte kvar"
"""What is said of the status of an activity that is not in the last period."""

MOST_TOLD = 8
"""How many periods the description of the chart tells one by one."""


@dataclass(frozen=True)
class Trend:
    """What some lägesbilder say together.

    Attributes:
        facts: the summary, the dates and how many lägesbilder there are, as a form.
        tables: how many activities there are of each status in each period; those that were red in
            a row; how long each has had its status; and the responsible parties.
        activities: one row an activity and period.
        description: the figures of the chart in words, for those who do not see it.
    """

    facts: Table
    tables: tuple[Grid, ...]
    activities: Grid
    description: str

    @property
    def per_period(self) -> Grid:
        """How many activities there are of each status in each period."""
        return self.tables[0]

    @property
    def summary(self) -> str:
        """The figures in sentences."""
        return self.facts.rows[0][FIELDS[0]]

    @property
    def report(self) -> tuple[Table, ...]:
        """The sheets that a template can place."""
        return (self.facts, *(grid.table for grid in self.tables))


def trend_of(periods: Sequence[Lagesbild]) -> Trend:
    """Return what lägesbilder say together.

    Args:
        periods: at least one, with dates, no two of the same, the earliest first.
    """
    activities = frames.activities_frame(periods)
    red, standing = frames.red_in_a_row(activities), frames.standing(activities)
    red["now"] = red["now"].replace("", GONE)
    shown_frames = (
        frames.by_period(activities),
        red[["activity", "owner", "since", "until", "periods", "now"]],
        standing[["activity", "owner", "status", "since", "periods", "days"]],
        frames.owners_now(activities),
        activities,
    )
    *tables, long = (
        Grid(name, headings, frames.plain_rows(frame))
        for (name, headings), frame in zip(HEADINGS.items(), shown_frames, strict=True)
    )
    still_red = int((red["until"] == activities["period"].max()).sum())
    return Trend(_facts(periods, still_red), tuple(tables), long, _description(periods))


def _facts(periods: Sequence[Lagesbild], still_red: int) -> Table:
    first, last = periods[0], periods[-1]
    sentences = [f"Vid den senaste lägesbilden, {last.report.date}, fanns {_counts(last)}."]
    if first is not last:
        sentences.append(f"Vid den första, {first.report.date}, fanns {_counts(first)}.")
        sentences.append(_still_red(still_red))
    since = shown(first.report.date) if first is not last else ""
    texts = (" ".join(sentences), since, shown(last.report.date), str(len(periods)))
    return Table(FACTS, FIELDS, (dict(zip(FIELDS, texts, strict=True)),), is_form=True)


def _counts(period: Lagesbild) -> str:
    return summary(period.activities)


def _still_red(count: int) -> str:
    """Return how many activities are red now, and were so last time as well."""
    if count == 0:
        return "Ingen aktivitet är röd nu och var det också förra gången."
    noun, adjective = ("aktivitet", "röd") if count == 1 else ("aktiviteter", "röda")
    return f"{count} {noun} är {adjective} nu, och var det också förra gången."


def _description(periods: Sequence[Lagesbild]) -> str:
    """Return the figures of the chart in words: of each period, or the first, last and between."""
    start = f"Staplar som visar antalet aktiviteter med varje status i {len(periods)} lägesbilder."
    if len(periods) == 1:
        start = "En stapel som visar antalet aktiviteter med varje status."
    is_short = len(periods) <= MOST_TOLD
    told = periods if is_short else (periods[0], periods[-1])
    figures = [f"{period.report.date}: {_counts(period)}." for period in told]
    between = [] if is_short else [_span(periods)]
    return " ".join((start, *figures, *between))


def _span(periods: Sequence[Lagesbild]) -> str:
    """Return between which figures each status has moved."""
    counts = [Counter(a.status or NOT_JUDGED for a in period.activities) for period in periods]
    spans = (
        f"{status.lower()} mellan {min(each[status] for each in counts)}"
        f" och {max(each[status] for each in counts)}"
        for status in STATUSES
    )
    return f"Däremellan har antalet rört sig så här: {', '.join(spans)}."
