"""What has moved, and what goes on to the next period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from lagesbild_xlsx.model import NOT_JUDGED, Activity
from lagesbild_xlsx.symbols import without_shifts


class Moved(Protocol):
    """A change, as it is shown."""

    @property
    def words(self) -> str: ...  # noqa: D102 - the sign and the word
    @property
    def kind(self) -> str: ...  # noqa: D102 - the word
    @property
    def before(self) -> Activity | None: ...  # noqa: D102 - as it was
    @property
    def after(self) -> Activity | None: ...  # noqa: D102 - as it is
    @property
    def activity(self) -> Activity: ...  # noqa: D102 - as it is, or was
    @property
    def likeness(self) -> float | None: ...  # noqa: D102 - of 100


LEAST_WIDTH = 22
"""How many letters a move on the traffic light takes at the most."""


def change_lines(changes: Sequence[Moved]) -> Iterator[str]:
    """Yield a line for each activity: how it has moved, from what to what, and what it is."""
    words = max((len(change.words) for change in changes), default=0)
    moves = [f"{status_of(change.before)} → {status_of(change.after)}" for change in changes]
    widest = max((LEAST_WIDTH, *map(len, moves)))
    for change, move in zip(changes, moves, strict=True):
        moved = move.ljust(widest)
        yield f"{change.words.ljust(words)}  {moved}  {named(change.activity)}"


def named(activity: Activity) -> str:
    """Return an activity with its locality: ``Byta belysning (Tallmyra tätort)``."""
    where = f" ({activity.locality})" if activity.locality else ""
    return f"{without_shifts(activity.activity)}{where}"


def status_of(activity: Activity | None) -> str:
    """Return the status of an activity as it is shown; a dash where there is none."""
    return "–" if activity is None else (activity.status or NOT_JUDGED)


def next_lines(done: Sequence[Activity], numbered: int) -> Iterator[str]:
    """Yield what the next period's workbook leaves out, and how many numbers it gave."""
    if done:
        yield f"Flyttade till bladet Avslutade ({len(done)}):"
        for activity in done:
            number = f"{activity.number}. " if activity.number else ""
            yield f"  {number}{without_shifts(activity.activity)}"
    if numbered:
        one = numbered == 1
        yield f"{numbered} {'aktivitet' if one else 'aktiviteter'} fick Nr."
