"""Words that point at one person without a name: who it is, and what only few are or have.

A word for one person is weighed together with what stands beside it: an age, a school, a place,
whose mother it is, what he looks like. Enough of that, and those who live there know who it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.privacy.descriptions.details import (
    PLACED,
    Detail,
    Tokens,
    detail,
    is_age,
    is_capital,
    is_class,
    word,
)
from lagesbild_xlsx.privacy.descriptions.persons import (
    is_clue,
    is_one,
    may_be_person,
    tells_more,
    weight_of_person,
)
from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.persons import (
    ACCUSED,
    AGENTS,
    ALWAYS_ONE_ENDINGS,
    ANYONE,
    ARTICLES,
    KIN,
    TRAITS,
    VERBS,
)

__all__ = ["is_clue", "singled_out", "tells_more"]

ENOUGH = 2
"""How much is told of one that is pointed at: an age, or two things of less weight."""
LONGEST, FARTHEST = 16, 5
"""How many words a description goes on at most, and how many stand before the person."""

_KIN = tuple(KIN)
_IS, _GOES = frozenset({"är", "var", "fyller"}), frozenset({"går", "gick"})
_HAS = frozenset({"har", "hade", "fick"})
_ENDS = frozenset('.;:!?()–/\n-"”')
_JOINS = frozenset("och o samt men ,".split())
_AFTER_AGE = frozenset(
    [
        "",
        ",",
        ".",
        ")",
        ";",
        "och",
        "+",
        "år",
        "från",
        "i",
        "på",
        "\n",
        "med",
        "som",
        "är",
        "har",
        "vid",
        "ur",
        "misstänks",
        "misstänkt",
        "greps",
        "åkte",
        "-",
        "/",
    ]
)
_ORDINALS = frozenset("tredje fjärde femte sjätte sjunde åttonde tionde".split())
_DEFINITE = ("en", "et", "an", "na", "n", "t")
_NOWHERE = frozenset("gatan allt sin sitt stort fråga stället själva en".split())
"""How the word for a place ends that there is one of, and what is no place."""
_MANY = Pattern(
    r"statistik|målgrupp|vanligast|är vanliga\b|typisk|genomsnitt|\bandel|per år|\boftast\b|fiktiv"
    r"|påhitt|scenari|i övningen"
)
"""What says that anybody of a kind is spoken of."""
_IN_BRACKETS = Pattern(r"(\d{1,2}(?:år)?|(?:f\.?|född)(?:19|20)?\d\d)\)")


def singled_out(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield what points at one person; groups, plurals and *varje 15-åring* do not."""
    tokens = Tokens(text)
    persons = [at for at, this in enumerate(tokens) if may_be_person(this)]
    if not ACCUSED.isdisjoint(tokens):
        accused = {at for at in range(1, len(tokens)) if tokens[at - 1] in ACCUSED}
        persons = sorted(accused.union(persons))
    last = -1
    for at in persons:
        weight = weight_of_person(tokens, at) if at > last else None
        found = None if weight is None else _description(tokens, at, weight)
        if found:
            first, last = found
            start, end = tokens.spans[first][0], tokens.spans[last][1]
            if not _MANY.search(text.sentence(start)):
                yield Span(Kind.SINGLED_OUT, start, end)


def _description(tokens: Tokens, at: int, weight: int) -> tuple[int, int] | None:
    """Return the first and last token of what is said of a person, where that is enough."""
    first = _first(tokens, at)
    if not ANYONE.isdisjoint(tokens[max(0, first - 1) : at]):
        return None
    if word(tokens, first - 2) == "var" and word(tokens, first - 1) in _ORDINALS:
        return None
    weight += sum(detail(tokens, n).weight for n in range(first, at))
    more, last = _rest(tokens, at)
    return (first, last) if weight + more >= ENOUGH else None


def _first(tokens: Tokens, at: int) -> int:
    """Return where a description begins: at the article, or at the last age or trait before."""
    first = at
    for n in range(at - 1, max(-1, at - FARTHEST - 1), -1):
        this = word(tokens, n)
        if this in ARTICLES:
            return n
        if this in _ENDS or this in _JOINS or this in PLACED or this in VERBS:
            break
        if detail(tokens, n).weight or (n == at - 1 and this.endswith("s")):
            first = n
    return first


def _rest(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return what is told of a person after the word for it, weighed, and where that ends."""
    weight, length = _age_beside(tokens, at + 1)
    n, clause = at + 1 + length, at + LONGEST
    while n < min(len(tokens), at + LONGEST) and not _ends(tokens, n, clause):
        this, step = word(tokens, n), detail(tokens, n)
        if this == "som":
            step, clause = Detail(int(clause > n)), min(n, clause)
        elif n == at + 1 and not step.weight:
            step = _first_step(tokens, at)
        elif this in _JOINS:
            step = _after_join(tokens, n)
        if this in _JOINS and not step.weight and word(tokens, n + 1) != "som":
            break
        weight, n = weight + step.weight, n + step.length
    said = _said_of(tokens, n)
    return weight + said.weight, min(n + said.length, len(tokens)) - 1


def _said_of(tokens: Tokens, at: int) -> Detail:
    """Return what the verb after a person tells: *är 14 år*, *går i 9A*, *har epilepsi*."""
    verb, after = word(tokens, at), word(tokens, at + 1)
    if verb in _IS and is_age(after) and word(tokens, at + 2) == "år":
        return Detail(2, 3)
    if verb in _GOES and after in PLACED and is_class(word(tokens, at + 2)):
        return Detail(2, 3)
    if verb in _HAS and after in TRAITS:
        return Detail(1, 2)
    return Detail(0, 0)


def _age_beside(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return what a bare age weighs, and how many tokens it is: *kille 17*, *kvinna (34)*."""
    if word(tokens, at) == "(":
        inside = _IN_BRACKETS.match("".join(tokens[at + 1 : at + 6]))
        closing = next((n for n in range(at, min(len(tokens), at + 6)) if tokens[n] == ")"), at)
        return (2, closing + 1 - at) if inside else (0, 0)
    skipped = int(word(tokens, at) == "på")
    age, after = word(tokens, at + skipped), word(tokens, at + skipped + 1)
    is_old = len(age) > 1 and is_age(age)
    return (2, 1 + skipped) if is_old and after in _AFTER_AGE - {"år"} else (0, 0)


def _first_step(tokens: Tokens, at: int) -> Detail:
    """Return what the word right after a person tells: *mannen med hunden*."""
    person, this = word(tokens, at), word(tokens, at + 1)
    if this == "till" and person.endswith(_KIN) and is_one(tokens, at + 2):
        return Detail(2)
    if this in {"med", "i"} and word(tokens, at + 2) in {"den", "det", "en", "ett"}:
        return Detail(2)
    if this in {"med", "i", "på", "vid"} and person.endswith(ALWAYS_ONE_ENDINGS):
        where = word(tokens, at + 2)
        is_there = where.endswith(_DEFINITE) or is_capital(tokens, at + 2) or where[:1].isdigit()
        return Detail(int(is_there and where not in _NOWHERE))
    return _after_join(tokens, at + 1) if this in _JOINS else Detail(0)


def _after_join(tokens: Tokens, at: int) -> Detail:
    """Return what is told after a comma or *och*, weighed, and how many tokens that is."""
    if is_age(word(tokens, at + 1)) and word(tokens, at + 2) in _AFTER_AGE:
        return Detail(2, 2)
    is_school = word(tokens, at + 1).endswith(("skolan", "gymnasiet"))
    is_work = word(tokens, at) == "," and word(tokens, at + 1).endswith(AGENTS)
    if (is_school and is_capital(tokens, at + 1)) or is_work:
        return Detail(1, 2)
    for skipped in (1, 2):
        told = detail(tokens, at + skipped)
        if told.weight:
            return Detail(told.weight, skipped + told.length)
    return Detail(0)


def _ends(tokens: Tokens, at: int, clause: int) -> bool:
    """Return whether a description ends before a token: at a stop, a number, or the verb.

    Args:
        tokens: those of the text.
        at: where the token stands.
        clause: where a clause began that has a verb of its own.
    """
    this = word(tokens, at)
    is_number = this.isdigit() and len(this) > len("999")
    is_verb = this in VERBS or this.endswith(("ades", "ats", "ade", "erar"))
    is_own = clause < at <= clause + 2
    is_birth = this == "född" and not detail(tokens, at).weight
    return this in _ENDS or is_number or is_birth or (is_verb and not is_own)
