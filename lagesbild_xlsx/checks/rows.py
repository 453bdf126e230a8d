"""Rows: what stands twice, what a status asks for, and what goes with no row of the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import KnownNames, last_day
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.model import NOT_JUDGED, Lagesbild, Row, Standing
from lagesbild_xlsx.model.status_words import COMMON, LIGHT
from lagesbild_xlsx.places import normalised


def activity_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that stand in the balance list already."""
    return _repeated(lagesbild.activities, "activity", rules.ACTIVITY_TWICE)


def number_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities whose number another has."""
    return _repeated(lagesbild.activities, "number", rules.NUMBER_TWICE)


def term_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the terms that are explained already."""
    return _repeated(lagesbild.glossary, "term", rules.TERM_TWICE)


def locality_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the localities that have a row already."""
    return _repeated(lagesbild.localities, "name", rules.LOCALITY_TWICE)


def _repeated(rows: Iterable[Row], field: str, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for each row whose field says the same as an earlier row's."""
    first: dict[str, int | None] = {}
    for row in rows:
        value = getattr(row, field)
        if not value:
            continue
        if (folded := normalised(value)) in first:
            yield rule.at(row.place(field), value=value, first=first[folded])
        else:
            first[folded] = row.origin.row.row


def comment_missing(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that go badly or slowly, such as red and yellow, and do not say why."""
    scale = lagesbild.scale
    for activity in lagesbild.activities:
        if not activity.is_blank("comment"):
            continue
        if scale.counts_as(activity.status) in (Standing.BAD, Standing.SLOW):
            place = activity.place("comment")
            yield rules.COMMENT_MISSING.at(place, status=activity.status)


def due_passed(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that should have been done by now and do not go well, as green."""
    today, scale = lagesbild.report.date, lagesbild.scale
    if today is None:
        return
    for activity in lagesbild.activities:
        end = last_day(activity.due, today) if activity.due else None
        if end is None or end >= today or activity.finished:
            continue
        if scale.counts_as(activity.status) not in (Standing.GOOD, Standing.FINISHED):
            status = activity.status or NOT_JUDGED
            yield rules.DUE_PASSED.at(activity.place("due"), due=activity.due, status=status)


def meaning_without_status(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the meanings of no status, which the legend has no line for."""
    choices = lagesbild.scale.in_words
    for row in lagesbild.lists:
        if row.meaning and row.is_blank("status"):
            place = row.place("meaning")
            yield rules.MEANING_WITHOUT_STATUS.at(place, value=row.meaning, choices=choices)


def status_like_another(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the words of an own scale that are rather misspelt ones of the traffic light."""
    known = {normalised(word): word for word in COMMON}
    light = KnownNames(LIGHT)
    for row in lagesbild.lists:
        folded = normalised(row.status)
        like = light.nearest(row.status) if folded and folded not in known else None
        if like and len(folded) > SHORT_WORD:
            place = row.place("status")
            yield rules.STATUS_LIKE_ANOTHER.at(place, value=row.status, suggestion=like)


SHORT_WORD = 2
"""Words of so many letters are like too many."""


def locality_unknown(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the localities of activities that are not in the list, each with the nearest there.

    Where there is no list, none is unknown.
    """
    known = {normalised(row.name): row.name for row in lagesbild.localities}
    names = KnownNames(known)
    for activity in lagesbild.activities if known else ():
        if activity.locality and normalised(activity.locality) not in known:
            like = names.nearest(activity.locality)
            remedy = f"Menade du {like}?" if like else "Skriv en ort som finns där."
            place = activity.place("locality")
            yield rules.LOCALITY_UNKNOWN.at(place, value=activity.locality, remedy=remedy)
