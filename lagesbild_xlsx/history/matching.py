"""Which activity of this period is which of the last: by number, else by text, else by likeness."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from math import isqrt
from typing import NamedTuple

from rapidfuzz import fuzz, process

from lagesbild_xlsx.model import Activity
from lagesbild_xlsx.places import normalised

LEAST_LIKENESS = 80.0
"""How alike two texts must be, of 100, to be taken for one activity in new words.

It is rapidfuzz's token_sort_ratio: the share of letters that need not change, whatever the order
of the words. Two activities that differ in one word of six fall above, two of one kind with
another place or year about there, so that every such match is reported.
"""


LEAST_WITH_NUMBER = 50.0
"""How alike two texts of one number are, unless the number may have gone to another activity."""

MOST_LETTERS = 500
"""How much of a text is looked at for likeness, which takes time with the square of the letters.

An activity is named in a line or two; what follows is of no help.
"""

MOST_COMPARED = 500_000
"""How many pairs of texts are looked at for likeness: some 700 activities left in each period.

Of more than that, the first ones of each are compared.
"""

BEFORE_NUMBER = re.compile(r"^(?:nr|nummer)\b\.?\s*")
"""What is typed before a number without changing it: ``Nr 3.`` is 3, and so is 03."""


class Match(NamedTuple):
    """An activity before and after; None where it is new, or gone.

    ``likeness`` is how alike their texts are, of 100, where that makes it a guess: nothing else
    says that they are one, or their number does and their texts hardly do.
    """

    before: Activity | None
    after: Activity | None
    likeness: float | None = None


class Folded(NamedTuple):
    """What is compared of an activity, as it is compared: folded once, however many it meets."""

    number: str
    text: str
    locality: str
    owner: str

    @classmethod
    def of(cls, activity: Activity) -> Folded:
        """Return what is compared of an activity."""
        return cls(
            _number(activity.number),
            normalised(activity.activity),
            normalised(activity.locality),
            normalised(activity.owner),
        )

    @property
    def start(self) -> str:
        """The part of the text that is looked at for likeness."""
        return self.text[:MOST_LETTERS]

    @property
    def sorted_words(self) -> str:
        """The words in order: their ratio is what token_sort_ratio is, sorted once each."""
        return " ".join(sorted(self.start.split()))


def matched(previous: Sequence[Activity], now: Sequence[Activity]) -> list[Match]:
    """Return every activity of both periods, those of now in their order, then those gone."""
    before_folded, now_folded = [*map(Folded.of, previous)], [*map(Folded.of, now)]
    pairs: dict[int, tuple[int, float | None]] = {}
    free = set(range(len(previous)))
    for key in KEYS:
        _pair_equal(before_folded, now_folded, key, pairs, free)
    _pair_alike(before_folded, now_folded, pairs, free)
    found = []
    for at, activity in enumerate(now):
        before, likeness = pairs.get(at, (None, None))
        found.append(Match(None if before is None else previous[before], activity, likeness))
    return found + [Match(previous[at], None) for at in sorted(free)]


def _number(typed: str) -> str:
    number = BEFORE_NUMBER.sub("", normalised(typed)).rstrip(".)")
    return number.lstrip("0") or number


Key = tuple[str, ...]

KEYS: tuple[Callable[[Folded], Key], ...] = (
    lambda each: (each.number,),
    lambda each: (each.text, each.locality, each.owner),
    lambda each: (each.text, each.locality),
    lambda each: (each.text, each.owner),
    lambda each: (each.text,),
)
"""What makes two activities one, the surest first; nothing where its first part is blank."""


def _pair_equal(
    previous: Sequence[Folded],
    now: Sequence[Folded],
    key: Callable[[Folded], Key],
    pairs: dict[int, tuple[int, float | None]],
    free: set[int],
) -> None:
    """Pair the activities that have the same key, in their order, and do not differ in number."""
    of_number: dict[tuple[Key, str], deque[int]] = defaultdict(deque)
    of_any: dict[Key, deque[int]] = defaultdict(deque)
    for at in sorted(free):
        wanted = key(previous[at])
        of_number[wanted, previous[at].number].append(at)
        of_any[wanted].append(at)
    for at, activity in enumerate(now):
        wanted = key(activity)
        if at in pairs or not wanted[0]:
            continue
        numbers = (activity.number, "")
        same = [of_number[wanted, n] for n in numbers] if activity.number else [of_any[wanted]]
        if firsts := [queue[0] for queue in same if _has_free(queue, free)]:
            first = min(firsts)
            pairs[at] = (first, _doubt(previous[first], activity))
            free.remove(first)


def _has_free(queue: deque[int], free: set[int]) -> bool:
    """Return whether a queue has any that is free, which then stands first in it."""
    while queue and queue[0] not in free:
        queue.popleft()
    return bool(queue)


def _doubt(before: Folded, after: Folded) -> float | None:
    """Return how alike two texts are that hardly are one's; None where they may be."""
    likeness = fuzz.token_sort_ratio(before.start, after.start)
    return likeness if likeness < LEAST_WITH_NUMBER else None


def _pair_alike(
    previous: Sequence[Folded],
    now: Sequence[Folded],
    pairs: dict[int, tuple[int, float | None]],
    free: set[int],
) -> None:
    """Pair what is left by likeness, the most alike first."""
    left, left_before = _compared(
        [at for at, activity in enumerate(now) if at not in pairs and activity.text],
        sorted(at for at in free if previous[at].text),
    )
    words = {p: previous[p].sorted_words for p in left_before}
    unnumbered = {p: text for p, text in words.items() if not previous[p].number}
    candidates = []
    for at in left:
        alike = process.extract(
            now[at].sorted_words,
            # two of the same number are paired already, and two different ones are never one
            unnumbered if now[at].number else words,
            scorer=fuzz.ratio,
            score_cutoff=LEAST_LIKENESS,
            limit=None,
        )
        candidates += [(likeness, at, before) for _, likeness, before in alike]
    for likeness, at, before in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
        if at not in pairs and before in free:
            pairs[at] = (before, likeness)
            free.remove(before)


def _compared(left: list[int], before: list[int]) -> tuple[list[int], list[int]]:
    """Return those of both periods that are looked at for likeness: all, unless they are many."""
    if len(left) * len(before) <= MOST_COMPARED:
        return left, before
    most = max(isqrt(MOST_COMPARED), MOST_COMPARED // len(before))
    left = left[:most]
    return left, before[: MOST_COMPARED // len(left)]
