"""What a careful colleague would ask before sending it: rules across rows and sheets.

A check takes the lägesbild and yields findings. ``CHECKS`` lists them all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from lagesbild_xlsx import rules
from lagesbild_xlsx.abbreviations import ABBREVIATION, EVERYDAY, abbreviations_in
from lagesbild_xlsx.columns import KnownNames, columns_of, joined_words, last_day, sheets_of
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.model import (
    NOT_JUDGED,
    Activity,
    Lagesbild,
    PrioritySource,
    Report,
    Row,
    Standing,
    says_why,
    split_aliases,
    split_owners,
)
from lagesbild_xlsx.model.owners import recall_each_other
from lagesbild_xlsx.model.status_words import COMMON, LIGHT, lowered
from lagesbild_xlsx.places import is_vague_link, normalised
from lagesbild_xlsx.privacy import NOBODY, NotPersons, masked

Check = Callable[[Lagesbild], Iterable[Finding]]


def findings_in(lagesbild: Lagesbild, known: NotPersons = NOBODY) -> tuple[Finding, ...]:
    """Return what all checks find; the names that are known need no explanation."""
    found = (finding for check in CHECKS for finding in check(lagesbild))
    return (*found, *abbreviation_unexplained(lagesbild, known))


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


def activity_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that stand in the balance list already."""
    return _repeated(lagesbild.activities, "activity", rules.ACTIVITY_TWICE)


def number_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities whose number another has."""
    return _repeated(lagesbild.activities, "number", rules.NUMBER_TWICE)


def term_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the terms that are explained already."""
    return _repeated(lagesbild.glossary, "term", rules.TERM_TWICE)


def promise_without_year(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield that there are priorities of a citizens' promise, and nothing says which it is."""
    source, report = PrioritySource.CITIZENS_PROMISE, lagesbild.report
    is_refused = columns_of(Report)["promise_year"].heading in report.origin.refused
    is_there = bool(report.origin.cells)  # a sheet that is missing is told as such
    has_priorities = any(priority.source == source for priority in lagesbild.priorities)
    if is_there and has_priorities and not report.promise_year and not is_refused:
        place = report.place("promise_year")
        yield rules.PROMISE_WITHOUT_YEAR.at(place, source=source, example="2026")


def locality_twice(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the localities that have a row already."""
    return _repeated(lagesbild.localities, "name", rules.LOCALITY_TWICE)


def owner_missing(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that nobody is responsible for."""
    example = next((row.owner for row in lagesbild.lists if row.owner), "Polisen")
    for activity in lagesbild.activities:
        if activity.activity and activity.is_blank("owner"):
            yield rules.OWNER_MISSING.at(activity.place("owner"), example=example)


def _owners_typed(lagesbild: Lagesbild) -> Iterator[tuple[Activity, Sequence[tuple[str, str]]]]:
    """Yield each activity with the names that its owner holds, as typed and folded."""

    @cache
    def names_in(owner: str) -> Sequence[tuple[str, str]]:
        return [(name, normalised(name)) for name in split_owners(owner, lagesbild.owners)]

    for activity in lagesbild.activities:
        yield activity, names_in(activity.owner)


def owner_unknown(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the owners that are not in the lists, each with the nearest name there."""
    known = lagesbild.owners
    names = KnownNames(known)
    for activity, typed in _owners_typed(lagesbild) if known else ():
        for name, folded in typed:
            if folded not in known:
                yield _owner_unknown(names, activity, name)


def owner_in_two_ways(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield each owner of the lists that has several names here, once, with the cells.

    ”polisen” within a sentence is the same name as ”Polisen”, and nobody takes names that recall
    each other for two.
    """
    known = lagesbild.owners
    spellings: dict[str, dict[str, tuple[str, list[Activity]]]] = {}
    for activity, typed in _owners_typed(lagesbild):
        for name, folded in typed:
            if owner := known.get(folded):
                names = spellings.setdefault(owner, {})
                _, activities = names.setdefault(folded, (name, []))
                activities.append(activity)
    for owner, names in spellings.items():
        if not all(recall_each_other(*pair) for pair in combinations(names, 2)):
            told = [f"”{name}” i {_cells(activities)}" for name, activities in names.values()]
            first = [*names.values()][1][1][0]
            words = {"spellings": joined_words(tuple(told), "och"), "owner": owner}
            yield rules.OWNER_IN_TWO_WAYS.at(first.place("owner"), **words)


MOST_CELLS = 3
"""How many cells are named."""


def _cells(activities: Sequence[Activity]) -> str:
    """Return where the owners of activities stand."""
    more = f" och {len(activities) - MOST_CELLS} till" if len(activities) > MOST_CELLS else ""
    cells = (activity.place("owner").cell for activity in activities[:MOST_CELLS])
    return ", ".join(map(str, cells)) + more


def _owner_unknown(names: KnownNames, activity: Activity, name: str) -> Finding:
    like = names.nearest(name)
    remedy = f"Menade du {like}?" if like else "Skriv ett namn som finns där, eller lägg till det."
    return rules.OWNER_UNKNOWN.at(
        activity.place("owner"), value=name, whole=activity.owner, remedy=remedy
    )


def comment_missing(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the activities that go badly or slowly, such as red and yellow, and do not say why."""
    scale = lagesbild.scale
    for activity in lagesbild.activities:
        if not activity.is_blank("comment"):
            continue
        if scale.counts_as(activity.status) in (Standing.BAD, Standing.SLOW):
            status = lowered(activity.status)
            yield rules.COMMENT_MISSING.at(activity.place("comment"), status=status)


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
            status = lowered(activity.status or NOT_JUDGED)
            yield rules.DUE_PASSED.at(activity.place("due"), due=activity.due, status=status)


def alias_ambiguous(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the aliases that stand for two owners, or for one where another has that name."""
    named = [row for row in lagesbild.lists if row.owner]
    meant = {normalised(row.owner): row.owner for row in named}
    for row in named:
        for alias in split_aliases(row.alias):
            first = meant.setdefault(normalised(alias), row.owner)
            if first != row.owner:
                place = row.place("alias")
                yield rules.ALIAS_AMBIGUOUS.at(place, value=alias, first=first, second=row.owner)


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


def link_text_vague(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the links whose text says nothing of where they lead."""
    for row, field, text in _texts(lagesbild):
        if is_vague_link(text):
            yield rules.LINK_TEXT_VAGUE.at(row.place(field), value=text)


def alias_without_owner(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the aliases of nobody."""
    for row in lagesbild.lists:
        if row.alias and row.is_blank("owner"):
            yield rules.ALIAS_WITHOUT_OWNER.at(row.place("owner"), value=row.alias)


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


def municipality_ends_in_s(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield a name that the template's fixed wording would give a second s."""
    name = lagesbild.report.municipality
    if name.endswith(("s", "x", "z")):
        place = lagesbild.report.place("municipality")
        yield rules.MUNICIPALITY_ENDS_IN_S.at(place, value=name)


def years_to_review(report: Report, date: dt.date) -> Iterator[Finding]:
    """Yield the years of a report that may be out of date at the next one's date."""
    promised, agreed = _years_in(report.promise_year), _years_in(report.cooperation_period)
    if promised and not promised[0] <= date.year <= promised[-1]:
        yield _year_to_review(report, "promise_year", date)
    if agreed and agreed[-1] < date.year:
        yield _year_to_review(report, "cooperation_period", date)


def _years_in(text: str) -> list[int]:
    """Return the years that a text names, in their order."""
    return sorted(int(year) for year in re.findall(r"\b\d{4}\b", text))


def _year_to_review(report: Report, field: str, date: dt.date) -> Finding:
    heading, value = columns_of(Report)[field].heading, getattr(report, field)
    return rules.YEAR_TO_REVIEW.at(report.place(field), heading=heading, value=value, date=date)


def abbreviation_unexplained(lagesbild: Lagesbild, known: NotPersons = NOBODY) -> Iterator[Finding]:
    """Yield each abbreviation that is used but not explained, where it first stands.

    Known names explain themselves, and a reviewed row may stay as it is. What is personal data is
    no abbreviation: the letters of a number plate.
    """
    terms = " ".join(term.term for term in lagesbild.glossary).upper()
    names = " ".join(known.names).upper()
    seen = {*EVERYDAY, *ABBREVIATION.findall(f"{terms} {names}")}
    for row, field, text in _texts(lagesbild):
        if seen.issuperset(abbreviations_in(text)) or says_why(row.review):
            continue
        for word in abbreviations_in(masked(text, known)):
            if word not in seen:
                seen.add(word)
                yield rules.ABBREVIATION_UNEXPLAINED.at(row.place(field), value=word)


def _texts(lagesbild: Lagesbild) -> Iterator[tuple[Row, str, str]]:
    """Yield every text for reading, with its row and field; a number or a status is none."""
    for field, sheet in sheets_of(Lagesbild).items():
        if field == "lists":
            continue
        columns = columns_of(sheet.row_class)
        names = [n for n, column in columns.items() if not (column.optional or column.choices)]
        value = getattr(lagesbild, field)
        for row in (value,) if sheet.is_form else value:
            for name in names:
                if isinstance(text := getattr(row, name), str):
                    yield row, name, text


CHECKS: tuple[Check, ...] = (
    activity_twice,
    number_twice,
    term_twice,
    locality_twice,
    promise_without_year,
    owner_missing,
    owner_unknown,
    owner_in_two_ways,
    comment_missing,
    due_passed,
    alias_ambiguous,
    alias_without_owner,
    meaning_without_status,
    status_like_another,
    locality_unknown,
    link_text_vague,
    municipality_ends_in_s,
)
"""Every check but that of abbreviations. The order is of no matter: findings are reported in
reading order."""
