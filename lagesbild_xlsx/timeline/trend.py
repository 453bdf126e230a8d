"""The figures of a trend as it tells them: sentences, and tables with Swedish headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lagesbild_xlsx.history import frames
from lagesbild_xlsx.model import NOT_JUDGED, Grid, Lagesbild, Scale, Table, shown
from lagesbild_xlsx.model.status_words import lowered
from lagesbild_xlsx.overview import SPREAD, spread, summary
from lagesbild_xlsx.timeline.headings import (
    BLANK_BAD,
    BLANK_RED,
    BLANK_WORDS,
    FACTS,
    FIELDS,
    IN_WORDS,
    OF_SCALE,
    PER_OWNER,
    PER_PERIOD,
    bad_words,
    headings_for,
)

GONE = "Inte kvar"
"""What is said of the status of an activity that is not in the last period."""

MOST_TOLD = 8
"""How many periods the description of the chart tells one by one."""


@dataclass(frozen=True)
class Trend:
    """What some lägesbilder say together.

    Attributes:
        facts: the summary, the dates and how many lägesbilder there are, as a form.
        scale: the scale of the last period, which all are counted on.
        tables: how many activities there are of each status in each period; those that were red,
            or else bad, in a row; how long each has had its status; and the responsible parties.
        activities: one row an activity and period.
        description: the figures of the chart in words, for those who do not see it.
    """

    facts: Table
    scale: Scale
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
        tables = {grid.name: grid.table for grid in self.tables}
        if self.scale.is_standard:
            return (self.facts, *tables.values(), BLANK_BAD, *BLANK_WORDS)
        figures = (tables[PER_PERIOD], tables[PER_OWNER])
        words = (_in_words(table, self.scale) for table in figures)
        return (self.facts, *tables.values(), BLANK_RED, *words)


def _in_words(table: Table, scale: Scale) -> Table:
    """Return a table of figures with how many activities have each status of a scale in words."""
    words = [*reversed(scale.words), NOT_JUDGED]
    rows = (
        {**row, SPREAD: spread({word: int(row[word]) for word in words}, scale)}
        for row in table.rows
    )
    headings = (*table.headings[:2], SPREAD)
    return Table(IN_WORDS.format(name=table.name), headings, tuple(rows))


def trend_of(periods: Sequence[Lagesbild]) -> Trend:
    """Return what lägesbilder say together.

    Args:
        periods: at least one, with dates, no two of the same, the earliest first.
    """
    activities, scale = frames.activities_frame(periods), periods[-1].scale
    red, standing = frames.red_in_a_row(activities, scale), frames.standing(activities)
    red["now"] = red["now"].replace("", GONE)
    shown_frames = (
        frames.by_period(activities),
        red[["activity", "owner", "since", "until", "periods", "now"]],
        standing[["activity", "owner", "status", "since", "periods", "days"]],
        frames.owners_now(activities, scale),
        activities,
    )
    *tables, long = (
        Grid(name, headings, frames.plain_rows(frame))
        for (name, headings), frame in zip(headings_for(scale).items(), shown_frames, strict=True)
    )
    still_red = int((red["until"] == activities["period"].max()).sum())
    facts = _facts(periods, still_red, scale)
    return Trend(facts, scale, tuple(tables), long, _description(periods, scale))


def _facts(periods: Sequence[Lagesbild], still_red: int, scale: Scale) -> Table:
    first, last = periods[0], periods[-1]
    sentences = [f"Vid den senaste lägesbilden, {last.report.date}, fanns {_counts(last)}."]
    if first is not last:
        sentences.append(f"Vid den första, {first.report.date}, fanns {_counts(first)}.")
        sentences.append(_still_bad(still_red, scale))
    since = shown(first.report.date) if first is not last else ""
    texts = (" ".join(filter(None, sentences)), since, shown(last.report.date), str(len(periods)))
    of_scale = ("ja" if scale.is_standard else "", bad_words(scale))
    fields = dict(zip((*FIELDS, *OF_SCALE), (*texts, *of_scale), strict=True))
    return Table(FACTS, tuple(fields), (fields,), is_form=True)


def _counts(period: Lagesbild) -> str:
    return summary(period)


def _still_bad(count: int, scale: Scale) -> str:
    """Return how many activities are red now, or else bad, and were so last time as well."""
    if not scale.is_standard:
        words = bad_words(scale)
        how_many = f"{count} {'aktivitet' if count == 1 else 'aktiviteter'}" if count else "Ingen"
        said = f"{how_many} har nu statusen {words} för andra gången i rad eller mer."
        return said if words else ""
    if count == 0:
        return "Ingen aktivitet är röd nu och var det också förra gången."
    noun, adjective = ("aktivitet", "röd") if count == 1 else ("aktiviteter", "röda")
    return f"{count} {noun} är {adjective} nu, och var det också förra gången."


def _description(periods: Sequence[Lagesbild], scale: Scale) -> str:
    """Return the figures of the chart in words: of each period, or the first, last and between."""
    start = f"Staplar som visar antalet aktiviteter med varje status i {len(periods)} lägesbilder."
    if len(periods) == 1:
        start = "En stapel som visar antalet aktiviteter med varje status."
    is_short = len(periods) <= MOST_TOLD
    told = periods if is_short else (periods[0], periods[-1])
    figures = [f"{period.report.date}: {_counts(period)}." for period in told]
    between = [] if is_short else [_span(periods, scale)]
    return " ".join((start, *figures, *between))


def _span(periods: Sequence[Lagesbild], scale: Scale) -> str:
    """Return between which figures each status has moved."""
    counts = [Counter(scale.word_of(a.status) for a in period.activities) for period in periods]
    spans = (
        f"{lowered(status)} mellan {min(each[status] for each in counts)}"
        f" och {max(each[status] for each in counts)}"
        for status in scale.statuses
    )
    return f"Däremellan har antalet rört sig så här: {', '.join(spans)}."
