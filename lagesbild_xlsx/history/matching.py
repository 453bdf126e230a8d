"""Which activity of this period is which of the last: by number, else by text, else by likeness."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from lagesbild_xlsx.model import Activity
from lagesbild_xlsx.places import fold

LEAST_LIKENESS = 80.0
"""How alike two texts must be, of 100, to be taken for one activity in new words.

It is rapidfuzz's token_sort_ratio: the share of letters that need not change, whatever the order
of the words. Two activities that differ in one word of six fall above, two of one kind with
another place or year about there, so that every such match is told.
"""


LEAST_WITH_NUMBER = 50.0
"""How alike two texts of one number are, unless the number may have gone to another activity."""

NUMBER_AROUND = re.compile(r"^(?:nr|nummer)\b\.?\s*|[.)]+$")
"""What is typed around a number without changing it: ``Nr 3.`` is 3, and so is 03."""


class Match(NamedTuple):
    """An activity before and after; None where it is new, or gone.

    ``likeness`` is how alike their texts are, of 100, where that makes it a guess: nothing else
    says that they are one, or their number does and their texts hardly do.
    """

    before: Activity | None
    after: Activity | None
    likeness: float | None = None


def matched(previous: Sequence[Activity], now: Sequence[Activity]) -> list[Match]:
    """Return every activity of both periods, those of now in their order, then those gone."""
    pairs: dict[int, tuple[int, float | None]] = {}
    free = set(range(len(previous)))
    for key in KEYS:
        _pair_equal(previous, now, key, pairs, free)
    _pair_alike(previous, now, pairs, free)
    found = []
    for at, activity in enumerate(now):
        before, likeness = pairs.get(at, (None, None))
        found.append(Match(None if before is None else previous[before], activity, likeness))
    return found + [Match(previous[at], None) for at in sorted(free)]


def _number(activity: Activity) -> str:
    number = NUMBER_AROUND.sub("", fold(activity.number))
    return number.lstrip("0") or number


def _text(activity: Activity) -> str:
    return fold(activity.activity)


def _text_and(*others: Callable[[Activity], str]) -> Callable[[Activity], str]:
    """Return a key of an activity's text and more; nothing where it has no text."""

    def key(activity: Activity) -> str:
        text = _text(activity)
        return "\n".join((text, *(fold(other(activity)) for other in others))) if text else ""

    return key


_LOCALITY, _OWNER = (lambda activity: activity.locality), (lambda activity: activity.owner)
KEYS = (
    _number,
    _text_and(_LOCALITY, _OWNER),
    _text_and(_LOCALITY),
    _text_and(_OWNER),
    _text,
)
"""What makes two activities one, the surest first."""


def _pair_equal(
    previous: Sequence[Activity],
    now: Sequence[Activity],
    key: Callable[[Activity], str],
    pairs: dict[int, tuple[int, float | None]],
    free: set[int],
) -> None:
    """Pair the activities that have the same key, in their order, and do not differ in number."""
    by_key: dict[str, list[int]] = {}
    for at in sorted(free):
        by_key.setdefault(key(previous[at]), []).append(at)
    for at, activity in enumerate(now):
        wanted = key(activity)
        if at in pairs or not wanted:
            continue
        same = [
            p for p in by_key.get(wanted, ()) if p in free and _may_be_one(previous[p], activity)
        ]
        if same:
            pairs[at] = (same[0], _doubt(previous[same[0]], activity))
            free.remove(same[0])


def _doubt(before: Activity, after: Activity) -> float | None:
    """Return how alike two texts are that hardly are one's; None where they may be."""
    likeness = fuzz.token_sort_ratio(_text(before), _text(after))
    return likeness if likeness < LEAST_WITH_NUMBER else None


def _pair_alike(
    previous: Sequence[Activity],
    now: Sequence[Activity],
    pairs: dict[int, tuple[int, float | None]],
    free: set[int],
) -> None:
    """Pair what is left by likeness, the most alike first."""
    candidates = []
    words = {p: _sorted_words(previous[p]) for p in free}
    unnumbered = {p: text for p, text in words.items() if not _number(previous[p])}
    for at, activity in enumerate(now):
        if at in pairs or not _text(activity):
            continue
        # two of the same number are paired already, and two different ones are never one
        choices = unnumbered if _number(activity) else words
        alike = process.extract(
            _sorted_words(activity),
            choices,
            scorer=fuzz.ratio,
            score_cutoff=LEAST_LIKENESS,
            limit=None,
        )
        candidates += [(likeness, at, before) for _, likeness, before in alike]
    for likeness, at, before in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
        if at not in pairs and before in free:
            pairs[at] = (before, likeness)
            free.remove(before)


def _sorted_words(activity: Activity) -> str:
    """Return an activity's words in order: their ratio is what token_sort_ratio is, once each."""
    return " ".join(sorted(_text(activity).split()))


def _may_be_one(before: Activity, after: Activity) -> bool:
    """Return whether two activities can be one: two different numbers cannot."""
    numbers = {_number(before), _number(after)} - {""}
    return len(numbers) <= 1
