"""What is told of a person, and how much it weighs: an age and a class more than a town.

It is read of the words, numbers and signs of a text.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.persons import (
    CLUBS,
    FORMER,
    HOMES,
    LOOKS,
    PUBLIC_PLACES,
    STREETS,
    TRAITS,
)

_TOKEN = Pattern(
    r"(?=[\dfk])(?:\d+,\d+|\d{1,3}[ -]?år(?:ing\w*|ig[ae]?|såldern)|f\.\s?d\.|före detta"
    r"|kv\.(?=\s\d)|\d{1,2}:an)|[^\W_]++(?:-[^\W_]++)*+|[^\w ]"
)


class Tokens(list[str]):
    """The tokens of a text in small letters; an age is one, however it is written."""

    def __init__(self, text: Text) -> None:
        super().__init__(_TOKEN.findall(text.small))
        self._text = text

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of them stands."""
        return [found.span() for found in _TOKEN.finditer(self._text.small)]

    def is_capital(self, at: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return self._text.text[self.spans[at][0]].isupper()


def word(tokens: Tokens, at: int) -> str:
    """Return the token at a place, nothing where the text has ended."""
    return tokens[at] if 0 <= at < len(tokens) else ""


def is_capital(tokens: Tokens, at: int) -> bool:
    """Return whether the token at a place begins with a capital letter."""
    return at < len(tokens) and tokens.is_capital(at)


_UNITS = tuple("ett två tre fyra fem sex sju åtta nio".split())
_TENS = ("ton", "tio", "tjugo")
_OF_AGE = ("åring", "åringen", "åringens", "årings", "årsåldern")
_AGED = ("årig", "åriga", "årige")
_CLASS_NAMES = frozenset("sexan sjuan åttan nian ettan tvåan trean fyran femman".split())
_CLASSES = frozenset("åk klass årskurs årskursen klassen".split())
PLACED = frozenset(
    """
    i på vid från ifrån utanför hos bakom ovanför bredvid mittemot intill nära fr inne av för till
    """.split()
)
_SCHOOLS = frozenset(
    "skolan skola gymnasiet gymnasium gatan vägen torget centrum väg gata torg".split()
)
_NO_PLACES = frozenset("brå est sspf ssp andts".split())
"""Names that are a group's that meets, and nobody's."""
_ROOMS = frozenset("rum lägenhet lgh avdelning avd trapphus linje buss".split())
_NUMBERED = frozenset("linje rum hus avdelning plan buss uppgång trappa".split())
_CHILDREN = frozenset("barn söner döttrar ungar hundar katter".split())
_LASTING = frozenset("i för efter under inom än sedan sen senaste minst".split())
"""What years stand after that are no age: *för 17 år sedan*."""
_ABOUT = frozenset("ca cirka runt omkring".split())


def is_number(this: str) -> bool:
    """Return whether a word is a number below a thousand, in digits or in letters."""
    if not this or this[0].isdecimal():
        return this.isdecimal() and len(this) <= len("999")
    tens = next((this.removesuffix(unit) for unit in _UNITS if this.endswith(unit)), this)
    return this.endswith((*_TENS, "tolv", "elva")) or tens == "" or tens.endswith(_TENS)


def is_of_age(this: str) -> bool:
    """Return whether a word is for one of an age: *15-åring*, *femtonåringen*, *35-årsåldern*."""
    return _counts(this, _OF_AGE)


def is_aged(this: str) -> bool:
    """Return whether a word says how old somebody is: *15-årig*."""
    return _counts(this, _AGED)


def _counts(this: str, endings: tuple[str, ...]) -> bool:
    if "år" not in this:
        return False
    counted = (this.removesuffix(each) for each in endings if this.endswith(each))
    return any(is_number(each.rstrip(" -")) for each in counted)


def is_age(this: str) -> bool:
    """Return whether a token is an age in digits: *17*, *20-25*."""
    first, dash, last = this.partition("-")
    return _is_below_hundred(first) and (not dash or _is_below_hundred(last))


def _is_below_hundred(this: str) -> bool:
    return this.isdecimal() and len(this) <= len("99")


def is_class(this: str) -> bool:
    """Return whether a token is a class in school: *7b*, *9:an*, *nian*."""
    if this[:1].isdecimal():
        is_parallel = len(this) == len("7b") and this[1] in "abcdefåäö"
        return is_parallel or (this.endswith(":an") and _is_below_hundred(this[:-3]))
    return this in _CLASS_NAMES or this.startswith("förskoleklass")


def _is_year(this: str) -> bool:
    return len(this) == len("1999") and this.isdecimal() and this.startswith(("19", "20"))


class Detail(NamedTuple):
    """What one thing that is told weighs, and how many tokens it is."""

    weight: int
    length: int = 1


def detail(tokens: Tokens, at: int) -> Detail:
    """Return what is told at a place; it weighs nothing where it tells nothing of a person."""
    this, after = word(tokens, at), word(tokens, at + 1)
    if is_of_age(this) or is_aged(this) or this == "enda":
        return Detail(2)
    is_age_here = _is_said_age(this, after) and word(tokens, at - 1) not in _LASTING
    if is_age_here or (this in _CLASSES and _is_of_class(after)):
        return Detail(2, 2)
    if (this in _ROOMS and after[:1].isdigit()) or (is_number(this) and after in _CHILDREN):
        return Detail(1, 2)
    if this == "född" and _is_year(after) and word(tokens, at + 2) not in {"-", "/", "."}:
        return Detail(1, 2)
    if this in PLACED:
        is_numbered = after in _NUMBERED and word(tokens, at + 2).isdigit()
        return Detail(2, 3) if is_numbered else _place(tokens, at)
    is_trait = this in TRAITS or this in FORMER or this.startswith(LOOKS)
    return Detail(int(is_trait or this.endswith(("hår", "hårig", "håriga"))))


def _is_said_age(this: str, after: str) -> bool:
    """Return whether two tokens are an age: *17 år*, *ca 20*."""
    is_in_years = after in {"år", "års"} and (is_number(this) or is_age(this))
    return is_in_years or (this in _ABOUT and is_age(after))


def _is_of_class(this: str) -> bool:
    """Return whether what stands after *klass* says which: *7*, *7B*, *sju*."""
    return this[:1].isdecimal() or is_number(this)


def _place(tokens: Tokens, at: int) -> Detail:
    """Return what a place after a preposition weighs: a class or a street more than a town."""
    end = at + 1
    if is_class(word(tokens, end)):
        return Detail(2, 2)
    if word(tokens, end) in HOMES or word(tokens, end).endswith((*CLUBS, *PUBLIC_PLACES)):
        return Detail(1, 2)
    while is_capital(tokens, end) or (end > at + 1 and word(tokens, end) in _SCHOOLS):
        end += 1
    if end == at + 1 or word(tokens, at + 1) in _NO_PLACES:
        return Detail(0)
    return Detail(2 if word(tokens, end - 1).endswith(STREETS) else 1, end - at)
