"""What has changed for each activity, in words, and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.history.matching import Match, matched
from lagesbild_xlsx.model import Activity, Lagesbild, Scale
from lagesbild_xlsx.places import FILE, normalised


class Movement(StrEnum):
    """How an activity has moved; changed is to or from not being judged."""

    BETTER = "bättre"
    WORSE = "sämre"
    NEW = "ny"
    GONE = "avslutad"
    CHANGED = "ändrad"
    UNCHANGED = "oförändrad"


SIGNS = {
    Movement.BETTER: "↑",
    Movement.WORSE: "↓",
    Movement.NEW: "+",
    Movement.GONE: "–",
    Movement.CHANGED: "↔",
    Movement.UNCHANGED: "→",
}
"""What stands before the word, never alone."""

JUDGED, NO_MORE_JUDGED = "nu bedömd", "inte längre bedömd"
"""What changed means in a sentence."""

IN_SUMMARY = (Movement.BETTER, Movement.WORSE, Movement.NEW, Movement.GONE, JUDGED, NO_MORE_JUDGED)
PLURALS = {
    Movement.NEW: "nya",
    Movement.GONE: "avslutade",
    JUDGED: "nu bedömda",
    NO_MORE_JUDGED: "inte längre bedömda",
}


@dataclass(frozen=True)
class Change:
    """An activity, before and after, and how it has moved."""

    kind: Movement
    before: Activity | None
    after: Activity | None
    likeness: float | None = None

    @property
    def activity(self) -> Activity:
        """The activity as it is now; as it was, where it is gone."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a match has one of the two
        return found

    @property
    def in_summary(self) -> str:
        """What it is counted as in a sentence."""
        if self.kind is not Movement.CHANGED:
            return self.kind
        return JUDGED if self.activity.status else NO_MORE_JUDGED

    @property
    def words(self) -> str:
        """The sign and the word: ``↑ bättre``."""
        return f"{SIGNS[self.kind]} {self.kind}"


@dataclass(frozen=True)
class Comparison:
    """All changes from one lägesbild to the next, those of now in their order, then those gone."""

    changes: tuple[Change, ...]
    remarks: tuple[Finding, ...] = ()

    @cached_property
    def summary(self) -> str:
        """A sentence such as ``Sedan förra lägesbilden: 2 bättre, 1 sämre, 3 nya``."""
        counts = Counter(change.in_summary for change in self.changes)
        parts = [
            f"{counts[word]} {word if counts[word] == 1 else PLURALS.get(word, word)}"
            for word in IN_SUMMARY
            if counts[word]
        ]
        return f"Sedan förra lägesbilden: {', '.join(parts) or 'ingen aktivitet har ändrats'}"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be reported: what is odd about the two, and the matches that are guesses."""
        return self.remarks + tuple(
            rules.MATCH_UNCERTAIN.at(
                change.after.place("activity"),
                value=change.after.activity,
                before=change.before.activity,
                likeness=f"{change.likeness:.0f}",
            )
            for change in self.changes
            if change.after and change.before and change.likeness is not None
        )


def compare(previous: Lagesbild, now: Lagesbild) -> Comparison:
    """Return what has changed from one lägesbild to the next."""
    matches = matched(previous.activities, now.activities)
    scale = now.scale
    changes = tuple(Change(_kind(m, scale), m.before, m.after, m.likeness) for m in matches)
    return Comparison(changes, tuple(_remarks(previous, now)))


def _remarks(previous: Lagesbild, now: Lagesbild) -> Iterator[Finding]:
    """Yield that the two are of different municipalities."""
    names = (previous.report.municipality, now.report.municipality)
    if all(names) and normalised(names[0]) != normalised(names[1]):
        yield rules.OTHER_MUNICIPALITY.at(FILE, names=" och ".join(names))


def _kind(match: Match, scale: Scale) -> Movement:
    """Return how an activity has moved on a scale, that of now.

    A word of the former scale that is not on it is neither better nor worse.
    """
    if match.before is None:
        return Movement.NEW
    if match.after is None:
        return Movement.GONE
    before, after = match.before.status, match.after.status
    if normalised(before) == normalised(after):
        return Movement.UNCHANGED
    was, now = scale.rank(before), scale.rank(after)
    if was is None or now is None:
        return Movement.CHANGED
    if now == was:
        return Movement.UNCHANGED
    return Movement.BETTER if now > was else Movement.WORSE
