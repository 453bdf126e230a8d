"""Names of persons: words with capitals that stand as a person's name does.

A first name is one that is listed; a surname is listed or ends as surnames do. A word that is
neither is a name only after what says that a person follows (*rektor*, *familjen*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NOBODY, NotPersons
from lagesbild_xlsx.privacy.names.capitalised import (
    Word,
    begins_with_capital,
    capitalised_sequences,
)
from lagesbild_xlsx.privacy.names.judged import (
    is_beside,
    is_certain_first_name,
    is_first_name,
    is_person_after_role,
    is_seldom_a_word,
    is_surname,
    is_surname_only,
    is_whose,
    may_be_name,
    stands_for_first_name,
)
from lagesbild_xlsx.privacy.names.uncapitalised import is_in_small_letters, names_in_small_letters
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.beside_names import (
    ABBREVIATED,
    BEFORE_A_NAME,
    BESIDE,
    HEADS,
    LABELS,
    OWNED,
    is_named_after_persons,
    is_role,
    is_thing,
    names_a_thing,
)
from lagesbild_xlsx.privacy.words.organisations import FIRMS

__all__ = ["is_clue", "is_in_small_letters", "names_in_small_letters", "person_names"]

NAMED_AS_PERSONS = NotPersons(FIRMS)


class Lead(Enum):
    """What stands before words with capitals, and says what they are."""

    NOTHING = auto()
    ROLE = auto()
    """A person follows: *rektor*."""
    LABEL = auto()
    """A person or a body follows: *Ansvarig:*."""
    HEAD = auto()
    """Something that is named follows: *projekt*, *polisen*."""
    NAMED = auto()
    """Something follows that often has a person's whole name: *rum*, *stormen*."""


_LEAD = Pattern(r"([^\W\d_][\w/-]*)([\s:.=+/\"-]*)$")
_FARTHEST = 32
_NICKNAME = Pattern(r"[ ,]*\(?(?:alias |kallad |kallas )?[\"”“'](?P<name>[^\W\d_]{2,20})[\"”“']")


def is_clue(word: str) -> bool:
    """Return whether a word can be part of a name, or say that one follows."""
    small = word.lower()
    if begins_with_capital(word):
        return small not in "iåöoam" if len(word) == 1 else may_be_name(small) or is_role(small)
    return small in _DEEDS or is_role(small)


def person_names(text: Text, known: NotPersons) -> Iterator[Span]:
    """Yield what looks like a person's name."""
    end = -1
    for words in _joined(text, list(capitalised_sequences(text.text))):
        is_listed = end >= 0 and bool(_AND.fullmatch(text.text, end, words[0].start))
        names = list(_in_sequence(text, words, known))
        if not names and is_listed and _can_be_name(words, known):
            names = [words]
        if names and _MADE_UP.search(text.sentence(names[0][0].start)):
            continue
        for name in names:
            yield Span(Kind.NAME, name[0].start, name[-1].end)
            if nickname := _NICKNAME.match(text.text, name[-1].end):
                yield Span(Kind.NAME, *nickname.span("name"))
        end = words[-1].end if names else -1


_MADE_UP = Pattern(r"fiktiv|påhitt|scenari|i exemplet|i övningen|testperson|exempelperson")
"""What says that nobody is meant."""
_AND = Pattern(r"(?: ?[,/+&] ?| och | o | samt )")
"""What stands between the names of a list."""


def _can_be_name(words: Sequence[Word], known: NotPersons) -> bool:
    """Return whether a word after a name and a comma is one as well, as *Viggo, Siyar och Noel*."""
    word = words[0]
    return (
        len(words) == 1
        and word.text not in known
        and not is_beside(words, 0, known)
        and is_person_after_role(word)
    )


def _joined(text: Text, found: list[list[Word]]) -> Iterator[Sequence[Word]]:
    """Yield the sequences; those of a surname and a first name with a comma between as one."""
    before: list[Word] = []
    for sequence in found:
        if before and _is_reversed(text, before[-1], sequence[0]):
            before = [before[-1]._replace(begins_sentence=True), *sequence]
            continue
        if before:
            yield before
        before = sequence
    if before:
        yield before


def _is_reversed(text: Text, surname: Word, first: Word) -> bool:
    """Return whether two words are a name as lists have it: *Lindqvist, Anna*."""
    return (
        text.text[surname.end : first.start] == ", "
        and is_first_name(first)
        and not is_first_name(surname)
        and (is_surname(surname) or surname.text.isupper() or _is_on_its_own(text, surname, first))
    )


def _is_on_its_own(text: Text, surname: Word, first: Word) -> bool:
    """Return whether two words with a comma stand as in a list, and the first can be a surname."""
    after = text.text[first.end :].lstrip(" ")[:1]
    is_other = is_thing(surname.small) or is_beside((surname,), 0, NOBODY)
    return surname.begins_sentence and not after.islower() and not is_other


def _in_sequence(text: Text, found: Sequence[Word], known: NotPersons) -> Iterator[Sequence[Word]]:
    """Yield the names of persons in a sequence of words with capitals."""
    lead = _lead_before(text, found[0].start)
    for words in (part for each in known.without(found) for part in NAMED_AS_PERSONS.without(each)):
        start = 0
        for at, word in enumerate(words):
            if is_beside(words, at, known):
                is_one = at - start == 1 and lead is not Lead.ROLE
                if not (is_one and _is_part_of_thing(word, words[start])):
                    yield from _named(text, words[start:at], lead)
                goes_on = lead is Lead.HEAD and at == start and word.small in BESIDE
                start, lead = at + 1, lead if goes_on else _lead_of(word.small)
        yield from _named(text, words[start:], lead)
        lead = Lead.NOTHING


def _is_part_of_thing(word: Word, before: Word) -> bool:
    """Return whether a name begins a thing's: *Selma Lagerlöfsskolan*, *Jensen Education*."""
    is_firm = is_surname(before) and is_thing(word.small)
    return (is_first_name(before) or is_firm) and not is_role(word.small)


def _lead_before(text: Text, start: int) -> Lead:
    """Return what the word before a place says of what stands there."""
    found = _LEAD.ends(text.small, start, _FARTHEST) if start else None
    if not found:
        return Lead.NOTHING
    word, between = found.groups()
    if "." in between and word not in ABBREVIATED:
        return Lead.NOTHING
    lead = _lead_of(word)
    if lead is not Lead.ROLE and word in LABELS and (between.strip() or word in {"mvh", "c/o"}):
        return Lead.LABEL
    if lead in {Lead.HEAD, Lead.NAMED} and between.strip():
        return Lead.NOTHING
    return lead


def _lead_of(word: str) -> Lead:
    if is_role(word):
        return Lead.ROLE
    if is_named_after_persons(word):
        return Lead.NAMED
    is_head = word in HEADS or word in BEFORE_A_NAME or is_thing(word)
    return Lead.HEAD if is_head else Lead.NOTHING


def _named(text: Text, words: Sequence[Word], lead: Lead) -> Iterator[Sequence[Word]]:
    """Yield the name that words between words of other kinds are, if they are one."""
    name = _name_in(words, lead) or _who_does(text, words, lead)
    if not name or names_a_thing(text.text, name[-1].end) or _is_firm(text, name[-1].end):
        return
    if any(is_whose(a) and not _may_be_person(b) for a, b in pairwise(name)):  # *Hedvigs Kök*
        return
    if len(name) > 1 or lead in {Lead.ROLE, Lead.LABEL} or not _is_of_thing(text, name[0]):
        yield name


def _who_does(text: Text, words: Sequence[Word], lead: Lead) -> Sequence[Word]:
    """Return words that do what only persons do: a first name that also is a word, or two words."""
    if lead in {Lead.HEAD, Lead.NAMED} or len(words) not in {1, 2}:
        return ()
    is_name = len(words) == 2 or is_seldom_a_word(words[0])  # noqa: PLR2004 a first name and a surname
    if not is_name or (_DEEDS.isdisjoint(text.words) and not text.digits):
        return ()
    return words if _DOES.match(text.text, words[-1].end) else ()


_DEEDS = frozenset(
    """
    fyller ringde ringer mår bor bodde driver hotade hotar greps misstänks slog säger sa sade uppger
    nekar erkänner häktades häktad dömdes dömd hämtas hämtades avvek avviker berättar återkommer
    mådde skriver mejlar mailade mejlade
    """.split()
)
"""What only persons do."""
_DOES = Pattern(rf"\s(?:i|på)\s\d[a-fA-F]\b|\s(?:{'|'.join(sorted(_DEEDS))})\b")


def _is_of_thing(text: Text, word: Word) -> bool:
    """Return whether a name by itself is a room's, a firm's or a theory's: *Maslows trappa*."""
    if is_whose(word):
        owned = _OWNED.match(text.text, word.end)
        is_only_surname = not is_first_name(word)
        return not owned or (is_only_surname and not owned[1].endswith(OWNED))
    sentence = text.sentence(word.start)
    before = sentence.partition(word.text.lower())[0]
    is_in_room = Text(before).has(is_named_after_persons)
    return is_in_room or _SHOWN.search(sentence) is not None


_SHOWN = Pattern(
    r"föreställning|pjäs|musikal|namnet på|bytt namn|fridlyst|staty|orkan"
    r"|[a-zåäö](?:loppet|cupen)\b|\w-(?:boken|leken|loppet|tåget|cupen|kampen|visning|spelet|filmen|sagan)\b"
)
"""What is named as a person is, where one name alone stands in the text."""
_OWNED = Pattern(r"\s+(?!och\b|o\b|samt\b|eller\b|har\b|är\b|på\b|i\b|vid\b)([a-zåäö]+)")


def _is_firm(text: Text, end: int) -> bool:
    """Return whether a name is followed by *&* and no other person's: *Martin & Servera*."""
    other = _PARTNER.match(text.text, end)
    return other is not None and not _may_be_person(Word(other[1], *other.span(1)))


def _may_be_person(word: Word) -> bool:
    return is_first_name(word) or is_surname(word)


_PARTNER = Pattern(r" ?& ?([^\W\d_]+)")


def _name_in(words: Sequence[Word], lead: Lead) -> Sequence[Word]:
    """Return those of the words that are a name; nothing where they are none."""
    if not words or lead is Lead.NAMED:
        return ()
    if lead is Lead.HEAD:
        return words if _is_whole_name(words) else ()
    for at, word in enumerate(words):
        if is_first_name(word):
            return _with_first_name(words, at, lead)
        if stands_for_first_name(word) and at + 1 < len(words):
            return words[at:] if is_surname(words[at + 1]) or word.is_initial else ()
    return _without_first_name(words, lead)


def _is_whole_name(words: Sequence[Word]) -> bool:
    """Return whether words are a common first name and a surname, also after *Polisen*."""
    return len(words) > 1 and is_first_name(words[0]) and is_surname(words[-1])


def _with_first_name(words: Sequence[Word], at: int, lead: Lead) -> Sequence[Word]:
    """Return the name around a first name."""
    is_inside = not words[at].begins_sentence and is_seldom_a_word(words[at])
    is_inside = is_inside or (is_seldom_a_word(words[at]) and at + 1 < len(words))
    is_certain = is_certain_first_name(words[at]) or is_inside or lead in {Lead.ROLE, Lead.LABEL}
    before = words[at - 1 : at]
    if any(is_surname(word) or word.text.isupper() for word in before):
        return words[at - 1 :]
    start = at if words[0].begins_sentence else 0
    if is_certain or any(is_surname(word) for word in words[at + 1 :]):
        return words[start:]
    return words[at:] if words[at + 1 :] and words[at + 1].is_letter else ()


def _without_first_name(words: Sequence[Word], lead: Lead) -> Sequence[Word]:
    """Return the name that ends in a surname, or that follows on a role."""
    if lead is Lead.ROLE and all(map(is_person_after_role, words)):
        return words
    last = words[-1]
    if len(words) == 2 and is_surname_only(words[0]) and stands_for_first_name(last):  # noqa: PLR2004
        return words
    if is_surname_only(last):
        return words[1:] if words[0].begins_sentence and len(words) > 2 else words  # noqa: PLR2004 two words are a name
    if lead in {Lead.ROLE, Lead.LABEL} and is_surname(last):
        return words
    return ()
