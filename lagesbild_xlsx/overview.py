"""What the balance list adds up to, as sheets that a template can place: figures in words.

Here stand the names of all that is worked out and not written in the workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import SHEET_NAMES, Activity, Lagesbild, ListRow, Status, Table

OVERVIEW, BY_OWNER = "Översikt", "Per ansvarig"
CHANGE, SINCE = "Förändring", "Sedan förra"
"""The change of an activity, and the sheet that sums the changes up."""

COUNTED = (SHEET_NAMES[Activity], SHEET_NAMES[ListRow])
"""The sheets that all figures come from: an error in them would make the figures wrong."""

OWNER = headings_of(ListRow)["owner"]
WORKED_OUT = (OVERVIEW, BY_OWNER, SINCE)
NOBODY = "Ingen ansvarig"
NOT_JUDGED = "Ej bedömd"
STATUSES = (*(status.value for status in Status if status), NOT_JUDGED)
"""Every status in words, the worst first, and last what nobody has judged."""

ADJECTIVES = {
    Status.GREEN: ("grön", "gröna"),
    Status.YELLOW: ("gul", "gula"),
    Status.RED: ("röd", "röda"),
    Status.NOT_JUDGED: ("ej bedömd", "ej bedömda"),
}
"""A status as an adjective, for one activity and for several, in the order of the report."""


def overview_tables(lagesbild: Lagesbild) -> tuple[Table, ...]:
    """Return the sheets ”Översikt” (a form) and ”Per ansvarig” (a row for each owner)."""
    return _overview(lagesbild.activities), _by_owner(lagesbild)


def _overview(activities: tuple[Activity, ...]) -> Table:
    fields = {"Sammanfattning": summary(activities), "Aktiviteter": str(len(activities))}
    fields |= _figures(activities)
    return Table(OVERVIEW, tuple(fields), (fields,), is_form=True)


def _figures(activities: Iterable[Activity]) -> dict[str, str]:
    """Return how many activities have each status, by its name."""
    counts = Counter(activity.status for activity in activities)
    return {status or NOT_JUDGED: str(counts[status]) for status in ADJECTIVES}


def summary(activities: tuple[Activity, ...]) -> str:
    """Return a sentence such as ``14 aktiviteter: 1 grön, 1 gul, 12 ej bedömda``."""
    if not activities:
        return "Inga aktiviteter"
    counts = Counter(activity.status for activity in activities)
    noun = "aktivitet" if len(activities) == 1 else "aktiviteter"
    parts = (
        f"{counts[status]} {one if counts[status] == 1 else several}"
        for status, (one, several) in ADJECTIVES.items()
        if counts[status]
    )
    return f"{len(activities)} {noun}: {', '.join(parts)}"


def contents(lagesbild: Lagesbild) -> str:
    """Return what a lägesbild holds: ``14 aktiviteter: 1 grön, 13 ej bedömda. 5 orter``."""
    count = len(lagesbild.localities)
    localities = (f"{count} {'ort' if count == 1 else 'orter'}",) if count else ()
    return ". ".join((summary(lagesbild.activities), *localities))


def _by_owner(lagesbild: Lagesbild) -> Table:
    """Return a row for each owner, those of ``Listor`` first.

    An activity counts for each of its owners.
    """
    by_owner: dict[str, list[Activity]] = {row.owner: [] for row in lagesbild.lists if row.owner}
    for activity in lagesbild.activities:
        for owner in lagesbild.owners_of(activity) or (NOBODY,):
            by_owner.setdefault(owner, []).append(activity)
    rows = tuple(
        {OWNER: owner, "Aktiviteter": str(len(activities)), **_figures(activities)}
        for owner, activities in by_owner.items()
        if activities
    )
    headings = (OWNER, "Aktiviteter", *(status or NOT_JUDGED for status in ADJECTIVES))
    return Table(BY_OWNER, headings, rows)
