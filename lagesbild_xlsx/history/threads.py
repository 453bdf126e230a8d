"""Each activity followed through all periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lagesbild_xlsx.history.matching import matched
from lagesbild_xlsx.model import Activity, Lagesbild


@dataclass(frozen=True)
class ActivityHistory:
    """One activity as it stood in each period; None where it was not in the list.

    ``guesses`` are the periods in which only its likeness says that it is the same, with how
    alike the texts are, of 100.
    """

    stands: tuple[Activity | None, ...]
    guesses: Mapping[int, float] = field(default_factory=dict)

    @property
    def last(self) -> Activity:
        """The activity as it last stood."""
        return next(activity for activity in reversed(self.stands) if activity)


def in_order(periods: Iterable[Lagesbild]) -> list[Lagesbild]:
    """Return the lägesbilder by their dates, the earliest first; one without a date last."""
    return sorted(periods, key=lambda each: (each.report.date is None, str(each.report.date)))


def threads_of(periods: Sequence[Lagesbild]) -> tuple[ActivityHistory, ...]:
    """Return every activity of the periods, in the order in which they came into the list.

    An activity of a period is matched with each earlier one as that last stood, so that one
    which was left out for a while is still the same.

    Args:
        periods: the lägesbilder, the earliest first.
    """
    threads: list[ActivityHistory] = []
    for number, period in enumerate(periods):
        threads = _continued(threads, period.activities, number)
    return tuple(threads)


def _continued(
    threads: Sequence[ActivityHistory], activities: Sequence[Activity], number: int
) -> list[ActivityHistory]:
    """Return threads with one more period, and new ones for the activities that are new."""
    known = {id(thread.last): thread for thread in threads}
    found = {
        id(thread): ActivityHistory((*thread.stands, None), thread.guesses) for thread in threads
    }
    new = []
    for before, after, likeness in matched([thread.last for thread in threads], activities):
        if before is None:
            new.append(ActivityHistory((*(None,) * number, after)))
        elif after is not None:
            thread = known[id(before)]
            guesses = thread.guesses if likeness is None else {**thread.guesses, number: likeness}
            found[id(thread)] = ActivityHistory((*thread.stands, after), guesses)
    return [*found.values(), *new]
