"""What the balance list adds up to, as sheets that a template can place: figures in words.

Here stand the names of all that is worked out and not written in the workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import (
    NOT_JUDGED,
    SHEET_NAMES,
    Activity,
    Lagesbild,
    ListRow,
    Paragraph,
    Priority,
    Scale,
    Table,
    Words,
)

OVERVIEW, BY_OWNER = "Översikt", "Per ansvarig"
CHANGE, SINCE = "Förändring", "Sedan förra"
"""The change of an activity, and the sheet that sums the changes up."""

COUNTED = (SHEET_NAMES[Activity], SHEET_NAMES[ListRow])
"""The sheets that all figures come from: an error in them would make the figures wrong."""

OWNER = headings_of(ListRow)["owner"]
WORKED_OUT = (OVERVIEW, BY_OWNER, SINCE)
ALL_SOURCES, ALL_SECTIONS = "Alla källor", "Alla avsnitt"
"""The sheets with the municipality's agreements and sections, one on each row, in their order."""

NOBODY = "Ingen ansvarig"
NONE_JUDGED = ("ej bedömd", "ej bedömda")
"""What is said of one activity that nobody has judged, and of several."""

SPREAD = "Fördelning"
"""How many activities have each status, in words: for a scale that a template does not know."""


def overview_tables(lagesbild: Lagesbild) -> tuple[Table, ...]:
    """Return the sheets ”Översikt” (a form) and ”Per ansvarig” (a row for each owner)."""
    return _overview(lagesbild), _by_owner(lagesbild)


def word_tables(words: Words) -> tuple[Table, ...]:
    """Return the sheets ”Alla källor” and ”Alla avsnitt”, for a template to go through."""
    source, section = headings_of(Priority)["source"], headings_of(Paragraph)["section"]
    return (
        Table(ALL_SOURCES, (source,), tuple({source: word} for word in words.sources)),
        Table(ALL_SECTIONS, (section,), tuple({section: word} for word in words.sections)),
    )


def _overview(lagesbild: Lagesbild) -> Table:
    activities = lagesbild.activities
    fields = {"Sammanfattning": summary(lagesbild), "Aktiviteter": str(len(activities))}
    fields |= _figures(activities, lagesbild.scale)
    return Table(OVERVIEW, tuple(fields), (fields,), is_form=True)


def counts_of(activities: Iterable[Activity], scale: Scale) -> dict[str, int]:
    """Return how many activities have each status of a scale, the best first, then Ej bedömd."""
    counts: Counter[str] = Counter()
    for status, count in Counter(activity.status for activity in activities).items():
        counts[scale.word_of(status)] += count
    return {word: counts[word] for word in (*reversed(scale.words), NOT_JUDGED)}


def _figures(activities: Sequence[Activity], scale: Scale) -> dict[str, str]:
    """Return how many activities have each status, by its name; on an own scale also in words."""
    counts = counts_of(activities, scale)
    figures = {word: str(count) for word, count in counts.items()}
    return figures if scale.is_standard else figures | {SPREAD: spread(counts, scale)}


def spread(counts: Mapping[str, int], scale: Scale) -> str:
    """Return how many activities have each status: ``1 grön, 1 gul, 12 ej bedömda``."""
    return ", ".join(
        f"{count} {_said(word, count, scale)}" for word, count in counts.items() if count
    )


def _said(word: str, count: int, scale: Scale) -> str:
    level = scale.level_of(word)
    return level.counted(count) if level else NONE_JUDGED[count != 1]


def summary(lagesbild: Lagesbild) -> str:
    """Return a sentence such as ``14 aktiviteter: 1 grön, 1 gul, 12 ej bedömda``."""
    activities, scale = lagesbild.activities, lagesbild.scale
    if not activities:
        return "Inga aktiviteter"
    noun = "aktivitet" if len(activities) == 1 else "aktiviteter"
    return f"{len(activities)} {noun}: {spread(counts_of(activities, scale), scale)}"


def contents(lagesbild: Lagesbild) -> str:
    """Return what a lägesbild holds: ``14 aktiviteter: 1 grön, 13 ej bedömda. 5 orter``."""
    count = len(lagesbild.localities)
    localities = (f"{count} {'ort' if count == 1 else 'orter'}",) if count else ()
    return ". ".join((summary(lagesbild), *localities))


def _by_owner(lagesbild: Lagesbild) -> Table:
    """Return a row for each owner, those of ``Listor`` first.

    An activity counts for each of its owners.
    """
    scale = lagesbild.scale
    by_owner: dict[str, list[Activity]] = {row.owner: [] for row in lagesbild.lists if row.owner}
    for activity in lagesbild.activities:
        for owner in lagesbild.owners_of(activity) or (NOBODY,):
            by_owner.setdefault(owner, []).append(activity)
    rows = tuple(
        {OWNER: owner, "Aktiviteter": str(len(activities)), **_figures(activities, scale)}
        for owner, activities in by_owner.items()
        if activities
    )
    words = () if scale.is_standard else (SPREAD,)
    headings = (OWNER, "Aktiviteter", *reversed(scale.words), NOT_JUDGED, *words)
    return Table(BY_OWNER, headings, rows)
