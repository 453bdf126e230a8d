"""Words for one person, and how much they tell by themselves."""

from __future__ import annotations

from functools import lru_cache

from lagesbild_xlsx.privacy.descriptions.details import (
    PLACED,
    Tokens,
    is_age,
    is_aged,
    is_capital,
    is_class,
    is_number,
    is_of_age,
    word,
)
from lagesbild_xlsx.privacy.text import Endings, Pattern
from lagesbild_xlsx.privacy.words.persons import (
    ACCUSED,
    AGENT_ENDINGS,
    AGENTS,
    ALSO_MANY,
    ANYONE,
    ARTICLES,
    BODIES,
    CHARGED,
    COMMON,
    COUPLES,
    FORMER,
    GENERIC,
    KIN,
    KIN_ENDINGS,
    NO_PERSONS,
    OFFICES,
    OFFICIALS,
    PERSON_ENDINGS,
    RARE_ENDINGS,
    SOMEBODY,
    SOMEBODY_ENDINGS,
    THE_ONE,
    THE_ONE_ENDINGS,
    TRAITS,
)

_THEIRS = {"hans", "hennes", "deras"}
_OF_ONE = Pattern(
    r"(?:(?:på|i|från|vid) [^\W\d]+ )?(?:[,(] )?(?:ca |cirka )?\d{1,2}(?: år\b| [,)]|$)"
)
_MAY = frozenset("kan ska bör får måste".split())
_WORK = frozenset(
    """
    deltar deltog bjuder bjöd informerar informerade ansvarar leder ledde rapporterar kallar kallade
    återkopplar återkommer invigde håller höll ordnar ordnade besöker besökte samordnar medverkar
    medverkade samverkar följer svarar tackar inbjuder presenterar presenterade öppnar öppnade
    """.split()
)
"""What those who hold an office do for it."""
_AGES = ("åring", "årig", "årsåldern")
_CLUE_WORDS = SOMEBODY | THE_ONE | COUPLES | KIN | FORMER | TRAITS
_CLUE_WORDS |= {"enda", "hon", "han", "hen", "cm", "bor", "bodde"}
_NO_PERSONS = frozenset(
    """
    för när där bör dör gör hör kör rör log kanten atlanten kvadranten varianten elefanten planten
    tumören interiören exteriören katalogen dialogen prologen epilogen analogen listen utbudet
    anbudet påbudet förbudet budet polisen serien tangenten briljanten
    """.split()
)
"""Words that end as one for a person."""
_AFTER_MAN = frozenset(
    """
    i på från , ( med vid som född f är misstänks misstänkt greps gripen anmäld har ska vill bor går
    tog sågs ses boende hemmahörande ca cirka runt omkring över under
    """.split()
)
"""What stands after the noun *man*, where no article before it says that it is no pronoun."""
_OF_SIBLINGS = frozenset("äldste äldsta yngste yngsta mellersta".split())
_SIBLINGS = frozenset("bröderna systrarna syskonen barnen sönerna döttrarna tvillingarna".split())
_ANYBODY = frozenset("den en någon nån k m föräldrar".split())
_OFFICE_ENDINGS = tuple(f"{each}{article}" for each in OFFICES for article in ("", "n", "en", "et"))
_CLUE_ENDINGS = (*SOMEBODY_ENDINGS, *THE_ONE_ENDINGS, *AGENT_ENDINGS, *KIN_ENDINGS)
_CLUES = Endings((*_CLUE_ENDINGS, *_OFFICE_ENDINGS))
_PERSONS = Endings(PERSON_ENDINGS)


def is_clue(word: str) -> bool:
    """Return whether a word is for a person, or an age."""
    small = word.lower()
    return tells_more(small) or (_PERSONS.end(small) and small not in _NO_PERSONS)


def tells_more(word: str) -> bool:
    """Return whether a word is for a person also where no digit and no trait stands beside it."""
    small = word.lower()
    is_person = small in _CLUE_WORDS or _CLUES.end(small)
    if small in _NO_PERSONS:
        return False
    return is_person or ("år" in small and any(age in small for age in _AGES))


@lru_cache(maxsize=8192)
def may_be_person(this: str) -> bool:
    """Return whether a word is for a person in any text at all: most are in none."""
    return this in _ANYBODY or (this.endswith(AGENTS) and this not in _NO_PERSONS) or is_clue(this)


def weight_of_person(tokens: Tokens, at: int) -> int | None:
    """Return what a word for a person weighs by itself; None where it is no such word."""
    this, before = word(tokens, at), word(tokens, at - 1)
    is_office = this in NO_PERSONS and before not in FORMER and word(tokens, at + 1) != "som"
    if is_office or before in ANYONE or (before in {"en", "ett"} and this in THE_ONE):
        return None
    if this == "man" and _is_pronoun(tokens, at):
        return None
    for weight in (_of_age, _of_anybody, _of_the_one, _of_somebody, _of_office):
        if (found := weight(tokens, at)) is not None:
            return found
    return 1 if this == "cm" else None


def _is_pronoun(tokens: Tokens, at: int) -> bool:
    """Return whether *man* is anybody: *Ser man till Sverige*."""
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if before in ARTICLES or before in TRAITS or is_aged(before) or after[:1].isdigit():
        return False
    is_first = (
        not before or not before.isalpha() or before.endswith(("ad", "sk", "ig", "lös", "nd"))
    )
    return not is_first or after not in _AFTER_MAN


def _of_age(tokens: Tokens, at: int) -> int | None:
    """Return what an age weighs that stands for a person, or before one, or *the only* one."""
    this = word(tokens, at)
    if "år" not in this and this != "enda":
        return None
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if this.endswith("åldern") and is_of_age(this):
        person = word(tokens, at - 2)
        is_listed = person in SOMEBODY or person in THE_ONE
        is_one = is_listed or person.endswith(("sbo", *SOMEBODY_ENDINGS))
        return None if is_plural(person) else 1 + is_one
    if is_of_age(this):
        return 2
    is_only_one = this == "enda" and (before in ARTICLES or before.endswith("s"))
    if is_aged(this) or is_only_one:
        is_person = after.endswith((*PERSON_ENDINGS, "sbo")) and not is_plural(after)
        is_person = is_person or _is_office(after)
        return 2 if is_person or (not after and this.endswith("årig")) else None
    return None


def _of_anybody(tokens: Tokens, at: int) -> int | None:
    """Return what *han som* and *en i nian* weigh, and whose kin somebody is."""
    this, after = word(tokens, at), word(tokens, at + 1)
    if this in {"han", "hon", "hen"}:
        is_said_old = after in {"är", "var", "fyller"} and is_age(word(tokens, at + 2))
        is_that_one = after == "den" and word(tokens, at + 2).endswith(("e", "a"))
        return 2 if after in {"som", "med"} or is_said_old or is_that_one else None
    if this in _OF_SIBLINGS and after in {"av", "i"}:
        return None if _SIBLINGS.isdisjoint(tokens[at + 2 : at + 7]) else 2
    if this in {"en", "någon", "nån"} and after in {"i", "från"}:
        return 0 if is_class(word(tokens, at + 2)) else None
    if this == "den" and after == "som":
        is_said_of_one = word(tokens, at + 2) in {"bor", "bodde", "driver", "äger"}
        return 2 if is_said_of_one and not _is_anybody(tokens, at + 3) else None
    if this == "föräldrar":
        return 0 if after == "till" and is_one(tokens, at + 2) else None
    before = at - 2 if word(tokens, at - 1) in _OF_SIBLINGS else at - 1
    return 2 if this.endswith(KIN_ENDINGS) and _is_whose(word(tokens, before)) else None


def _of_the_one(tokens: Tokens, at: int) -> int | None:
    """Return what a word for one that is known already weighs: *mannen*, *frisören*."""
    this = word(tokens, at)
    if this in THE_ONE or this.endswith(THE_ONE_ENDINGS):
        return int(this not in GENERIC)
    if this.endswith(AGENT_ENDINGS) and not this.endswith(OFFICIALS):
        if _is_at_work(tokens, at):
            return None
        if word(tokens, at + 1) == "som" or _tells_where(tokens, at + 1):
            return 1
    is_accused = word(tokens, at - 1) in ACCUSED and this.endswith(("n", "t"))
    return 1 if is_accused else None


def _of_somebody(tokens: Tokens, at: int) -> int | None:
    """Return what a word for anybody weighs, and one for more than one who are counted."""
    this, before, first = word(tokens, at), word(tokens, at - 1), word(tokens, at - 2)
    if this in SOMEBODY or this.endswith(SOMEBODY_ENDINGS):
        if this.endswith(ALSO_MANY) and not _is_said_of_one(tokens, at):
            return None
        is_that_one = before == "den" and word(tokens, at + 1) == "som"
        return int(
            is_that_one
            or bool(_THEIRS & {before, first})
            or this.endswith(RARE_ENDINGS)
            or (this in SOMEBODY and this not in COMMON)
        )
    is_agent = this.endswith(AGENTS) and not this.endswith(_OFFICIALS)
    if (
        is_agent
        and before in {"en", "ett", "vår", "vårt", "deras"}
        and _tells_where(tokens, at + 1)
    ):
        return 1
    if this in {"k", "m"}:
        age = at + 2 if word(tokens, at + 1) == "," else at + 1
        return 0 if word(tokens, age + 1) == "år" and is_age(word(tokens, age)) else None
    if this in COUPLES and (is_number(before) or first in {"två", "båda", "tre"}):
        return int(this in KIN or this in {"bröder", "systrar", "syskon", "tvillingar"})
    return None


def _is_said_of_one(tokens: Tokens, at: int) -> bool:
    """Return whether a word that also is a plural is for one: *en boende*, *brukare, 84 år*."""
    before = tokens[max(0, at - 3) : at]
    is_counted = any(token[0].isdecimal() for token in tokens[at + 1 : at + 4])
    is_said = not {"man", "kvinna", "pojke", "flicka"}.isdisjoint(tokens[at + 1 : at + 3])
    is_described = not ARTICLES.isdisjoint(before) or bool(before and before[-1] in TRAITS)
    return is_counted or is_said or is_described


def _of_office(tokens: Tokens, at: int) -> int | None:
    """Return what an office weighs that somebody has had, or has in a club, or at some age."""
    this, before = word(tokens, at), word(tokens, at - 1)
    is_former = before in FORMER or word(tokens, at - 2) in FORMER
    is_in_office = _is_office(this) and word(tokens, at + 1) in {"i", "för"}
    if is_in_office and not is_former and _is_at_work(tokens, at):
        return None
    if is_in_office or (is_former and _is_office(this)):
        return int(is_former or this.endswith(("n", "t")))
    if _is_charged(tokens, at):
        return 2
    if not this.endswith(PERSON_ENDINGS):
        return None
    if before in TRAITS:
        return 0
    rest = tokens[at + 1 : at + 8]
    is_counted = any(each[0].isdecimal() for each in rest)
    return 0 if is_counted and _OF_ONE.match(" ".join(rest)) else None


def _is_anybody(tokens: Tokens, at: int) -> bool:
    """Return whether *den som bor* in no place with a name is who may do something: *kan ringa*."""
    for n, token in enumerate(tokens[at : at + 6], at):
        if tokens.is_capital(n) or token[0].isdecimal():
            return False
        if token in _MAY:
            return True
    return False


def _is_at_work(tokens: Tokens, at: int) -> bool:
    """Return whether somebody in office does what the office is for: *ordföranden i … kallar*."""
    return not _WORK.isdisjoint(tokens[at + 2 : at + 8])


def _is_charged(tokens: Tokens, at: int) -> bool:
    """Return whether one in office somewhere is accused: *läraren på Vasaskolan är avstängd*."""
    this = word(tokens, at)
    is_there = word(tokens, at + 1) in PLACED or word(tokens, at - 1).endswith("s")
    if not is_there or CHARGED.isdisjoint(tokens[at + 1 : at + 8]):
        return False
    return _is_office(this) or this.endswith((*AGENT_ENDINGS, *AGENTS))


def _indefinite(this: str) -> str:
    """Return a word for somebody's office without its article: *handläggaren*, *inspektören*."""
    return this.removesuffix("n" if this.endswith(("aren", "skan")) else "en")


_OFFICIALS = tuple(map(_indefinite, OFFICIALS))


@lru_cache(maxsize=8192)
def _is_office(this: str) -> bool:
    """Return whether a word says what somebody is or has been, with or without an article."""
    return this.endswith(_OFFICE_ENDINGS)


def _is_whose(this: str) -> bool:
    """Return whether a word is the genitive of an office or a person: *rektorns* dotter."""
    whose = this.removesuffix("s")
    is_somebody = whose in THE_ONE or whose.endswith(AGENT_ENDINGS)
    return whose != this and (is_somebody or (whose[-1:] in "nt" and _is_office(whose)))


def _tells_where(tokens: Tokens, at: int) -> bool:
    """Return whether a place with a name, or a class, follows."""
    is_body = word(tokens, at + 1).endswith(BODIES)
    is_place = is_body or is_capital(tokens, at + 1) or is_class(word(tokens, at + 1))
    return word(tokens, at) in PLACED and bool(is_place)


def is_plural(this: str) -> bool:
    """Return whether a word is for many."""
    return this.endswith(("ar", "or", "er", "män", "arna", "orna", "erna", "barn", "barnen"))


def is_one(tokens: Tokens, at: int) -> bool:
    """Return whether one person follows: *till flickan*, *till den avlidna*, *till Anna*."""
    this = word(tokens, at)
    is_definite = this.endswith(("s", "an", "en", "et")) and not is_plural(this)
    return this in ARTICLES or this in _SIBLINGS or is_capital(tokens, at) or is_definite
