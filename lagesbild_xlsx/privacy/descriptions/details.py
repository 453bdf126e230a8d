"""What is told of a person, and how much it weighs: an age and a class more than a town."""

from __future__ import annotations

from typing import NamedTuple

from lagesbild_xlsx.privacy.descriptions.tokens import Tokens, is_capital, word
from lagesbild_xlsx.privacy.descriptions.words import (
    CLUBS,
    FORMER,
    HOMES,
    LOOKS,
    PUBLIC_PLACES,
    STREETS,
    TRAITS,
)
from lagesbild_xlsx.privacy.patterns import Pattern

NUMERAL = (
    r"(?:\d{1,3}|(?:[a-zåäö]*(?:ton|tio|tjugo))?(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)"
    r"|[a-zåäö]*(?:ton|tio|tjugo|tolv|elva))"
)
NUMBER = Pattern(NUMERAL)
OF_AGE = Pattern(rf"{NUMERAL}[ -]?(?:åring(?:en|ens|s)?|årsåldern)")
AGED = Pattern(rf"{NUMERAL}[ -]?årig[ae]?")
AGE = Pattern(r"\d{1,2}(?:-\d{1,2})?")
CLASS = Pattern(r"\d[a-fåäö]|\d{1,2}:an|(?:sex|sju|ått|ni|ett|två|tre|fyr|femm)an|förskoleklass\w*")

_YEAR = Pattern(r"(?:19|20)\d\d")
_CLASSES = frozenset("åk klass årskurs årskursen klassen".split())
PLACED = frozenset(
    """
    i på vid från ifrån utanför hos bakom ovanför bredvid mittemot intill nära fr inne av för till
    """.split()
)
_SCHOOLS = frozenset(
    "skolan skola gymnasiet gymnasium gatan vägen torget centrum väg gata torg".split()
)
_ROOMS = frozenset("rum lägenhet lgh avdelning avd trapphus".split())
_NUMBERED = frozenset("linje rum hus avdelning plan buss uppgång trappa".split())
_CHILDREN = frozenset("barn söner döttrar ungar hundar katter".split())
_ABOUT = frozenset("ca cirka runt omkring".split())


class Detail(NamedTuple):
    """What one thing that is told weighs, and how many tokens it is."""

    weight: int
    length: int = 1


def detail(tokens: Tokens, at: int) -> Detail:
    """Return what is told at a place; it weighs nothing where it tells nothing of a person."""
    this, after = word(tokens, at), word(tokens, at + 1)
    if OF_AGE.fullmatch(this) or AGED.fullmatch(this) or this == "enda":
        return Detail(2)
    if (this in _CLASSES and NUMBER.match(after)) or _is_age(this, after):
        return Detail(2, 2)
    if (this in _ROOMS and after[:1].isdigit()) or (NUMBER.fullmatch(this) and after in _CHILDREN):
        return Detail(1, 2)
    if this == "född" and _YEAR.fullmatch(after) and word(tokens, at + 2) not in {"-", "/", "."}:
        return Detail(1, 2)
    if this in PLACED:
        is_numbered = after in _NUMBERED and word(tokens, at + 2).isdigit()
        return Detail(2, 3) if is_numbered else _place(tokens, at)
    is_trait = this in TRAITS or this in FORMER or this.startswith(LOOKS)
    return Detail(int(is_trait or this.endswith(("hår", "hårig", "håriga"))))


def _is_age(this: str, after: str) -> bool:
    """Return whether two tokens are an age: *17 år*, *ca 20*."""
    is_in_years = after in {"år", "års"} and (NUMBER.fullmatch(this) or AGE.fullmatch(this))
    return bool(is_in_years) or (this in _ABOUT and AGE.fullmatch(after) is not None)


def _place(tokens: Tokens, at: int) -> Detail:
    """Return what a place after a preposition weighs: a class or a street more than a town."""
    end = at + 1
    if CLASS.fullmatch(word(tokens, end)):
        return Detail(2, 2)
    if word(tokens, end) in HOMES or word(tokens, end).endswith((*CLUBS, *PUBLIC_PLACES)):
        return Detail(1, 2)
    while is_capital(tokens, end) or (end > at + 1 and word(tokens, end) in _SCHOOLS):
        end += 1
    if end == at + 1:
        return Detail(0)
    return Detail(2 if word(tokens, end - 1).endswith(STREETS) else 1, end - at)
