"""Who is responsible: the owners of activities, and their names and aliases in the lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import KnownNames, joined_words
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import Activity, Lagesbild, split_aliases, split_owners
from lagesbild_xlsx.model.owners import recall_each_other
from lagesbild_xlsx.places import normalised


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
                yield _not_in_lists(names, activity, name)


def _not_in_lists(names: KnownNames, activity: Activity, name: str) -> Finding:
    """Return that a name is not in the lists, with the nearest that is."""
    like = names.nearest(name)
    remedy = f"Menade du {like}?" if like else "Skriv ett namn som finns där, eller lägg till det."
    return rules.OWNER_UNKNOWN.at(
        activity.place("owner"), value=name, whole=activity.owner, remedy=remedy
    )


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


def alias_without_owner(lagesbild: Lagesbild) -> Iterator[Finding]:
    """Yield the aliases of nobody."""
    for row in lagesbild.lists:
        if row.alias and row.is_blank("owner"):
            yield rules.ALIAS_WITHOUT_OWNER.at(row.place("owner"), value=row.alias)
