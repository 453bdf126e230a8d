"""What stands still from period to period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.history.threads import threads_of
from lagesbild_xlsx.model import Activity, Lagesbild
from lagesbild_xlsx.places import normalised

STILL = 3
"""In how many lägesbilder in a row an activity may stand unchanged before somebody asks."""


def standing_still(earlier: Sequence[Lagesbild], now: Lagesbild) -> Iterator[Finding]:
    """Yield the activities whose comment, or whose all, is as it was.

    Args:
        earlier: the lägesbilder before, the earliest first.
        now: the present one, in which the findings have their places.
    """
    periods = (*earlier, now)
    for thread in threads_of(periods):
        *before, present = thread.stands
        if present is None:
            continue
        same = _unchanged(before, present)
        if same + 1 >= STILL:
            since = earlier[len(earlier) - same].report.date
            yield rules.STANDS_STILL.at(present.place("activity"), count=same + 1, since=since)
        elif present.comment and before and before[-1] and _same_comment(before[-1], present):
            yield rules.COMMENT_UNCHANGED.at(present.place("comment"), value=present.comment)


def texts_unchanged(before: Lagesbild, now: Lagesbild) -> Iterator[Finding]:
    """Yield the texts that stand word for word as last time: introduction, localities, ahead.

    Args:
        before: the last lägesbild.
        now: the present one, in which the findings have their places.
    """
    introductions = (before.report.introduction, now.report.introduction)
    if all(introductions) and len(set(map(normalised, introductions))) == 1:
        yield rules.TEXT_UNCHANGED.at(now.report.place("introduction"))
    notes = {(normalised(row.name), normalised(row.note)) for row in before.localities}
    for row in now.localities:
        if row.note and (normalised(row.name), normalised(row.note)) in notes:
            yield rules.TEXT_UNCHANGED.at(row.place("note"))
    texts = {normalised(row.text) for row in before.paragraphs}
    for paragraph in now.paragraphs:
        if normalised(paragraph.text) in texts:
            yield rules.TEXT_UNCHANGED.at(paragraph.place("text"))


def _unchanged(before: Sequence[Activity | None], present: Activity) -> int:
    """Return in how many of the periods just before an activity stood as it does now."""
    count = 0
    for activity in reversed(before):
        if activity is None or not _same(activity, present):
            break
        count += 1
    return count


def _same(first: Activity, second: Activity) -> bool:
    is_same = (first.status, first.due) == (second.status, second.due)
    return is_same and _same_comment(first, second)


def _same_comment(first: Activity, second: Activity) -> bool:
    return normalised(first.comment) == normalised(second.comment)
