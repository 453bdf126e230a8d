"""Every detector over one text, and what they found put in order."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.privacy import (
    accounts,
    births,
    cases,
    contacts,
    descriptions,
    handles,
    identity,
    mail,
    names,
    networks,
    properties,
    streets,
    vehicles,
)
from lagesbild_xlsx.privacy.hits import SEVERE, Hit, Kind, Span
from lagesbild_xlsx.privacy.known import NOBODY, NotPersons
from lagesbild_xlsx.privacy.text import Text, plain

Search: TypeAlias = Callable[[Text, NotPersons], Iterator[Span]]
"""Yields what it finds in a plain text, but the names that are known."""


class Detector(NamedTuple):
    """A detector, and what every text holds that it finds anything in.

    Looking for that first is many times faster than its patterns, and most texts do not hold it.
    One that stands twice finds something where either is held.

    Attributes:
        find: yields what it finds.
        digits: how many digits there are at least, with no letter between.
        clue: whether a word, as typed, can stand in such a text.
        signs: what can stand there instead of such a word; none begins with a letter or a digit.
    """

    find: Search
    digits: int = 0
    clue: Callable[[str], bool] | None = None
    signs: tuple[str, ...] = ()


DETECTORS = (
    Detector(names.person_names, clue=names.is_clue),
    Detector(names.names_in_small_letters, clue=names.is_in_small_letters),
    Detector(descriptions.singled_out, clue=descriptions.tells_more),
    Detector(descriptions.singled_out, 1, descriptions.is_clue),
    Detector(mail.email_addresses, signs=("@",)),
    Detector(mail.spelled_out, clue=mail.is_clue, signs=("@", "(a)", "[a]", "{a}", "<a>")),
    Detector(handles.names_with_at, signs=("@",)),
    Detector(handles.made_up_names, signs=("_", "#")),
    Detector(handles.names_beside_platforms, clue=handles.is_clue),
    Detector(streets.homes, clue=streets.is_home),
    Detector(streets.street_addresses, 1, streets.is_street),
    Detector(streets.street_addresses, 5, streets.is_town),
    Detector(streets.turned_addresses, 1, streets.is_home),
    Detector(streets.numbered_homes, 1, streets.is_numbered),
    Detector(streets.post_towns, 5, streets.is_town),
    Detector(properties.property_designations, 1, signs=(":",)),
    Detector(properties.said_properties, 1, properties.is_clue),
    Detector(properties.quarters, 1, properties.is_animal),
    Detector(births.birth_dates, clue=births.is_clue, signs=(":a", ":or", "-xx")),
    Detector(births.birth_dates, 16),
    Detector(births.dates_of_persons, 2, births.is_person),
    Detector(births.cut_numbers, 6),
    Detector(vehicles.plates, 2, vehicles.is_clue),
    Detector(vehicles.half_read_plates, 2, vehicles.is_half_read),
    Detector(vehicles.half_read_plates, 1, signs=("?", "*")),
    Detector(vehicles.plates_from_anywhere, 2, vehicles.is_vehicle),
    Detector(vehicles.said_plates, clue=vehicles.says_plate),
    Detector(cases.case_numbers, 4, cases.begins_case),
    Detector(cases.records, 2, cases.is_beside_record),
    Detector(cases.said_numbers, 2, cases.is_about),
    Detector(networks.network_addresses, 4, signs=(".",)),
    Detector(networks.addresses_with_commas, 4, networks.is_clue),
    Detector(networks.cut_addresses, 2, signs=(".x", ".X", ".*")),
    Detector(networks.devices, 1, networks.is_device, signs=(":", "-")),
    Detector(contacts.local_numbers, 5, contacts.is_telephone),
    Detector(contacts.phone_numbers, 5),
    Detector(identity.identity_numbers, 6),
    Detector(identity.spread_numbers, 10),
    Detector(identity.misread_numbers, 9),
    Detector(identity.misread_numbers, 1, identity.is_misread),
    Detector(identity.last_digits, 4, identity.tells_last, signs=("...-", "*-")),
    Detector(accounts.swish_numbers, 4, accounts.is_swish),
    Detector(accounts.said_accounts, 4, accounts.is_said),
    Detector(accounts.bank_accounts, 10),
    Detector(accounts.giros, 4, accounts.is_giro),
    Detector(accounts.numbers_of_their_own_shape, 10),
    Detector(accounts.wallets, 1, accounts.is_of_wallet),
)

_GRAVITY = {kind: at for at, kind in enumerate(Kind)}

LONGEST, OVERLAP = 32_767, 1_000
"""How many letters a cell holds (Excel specifications and limits), and how many of them are looked
through again with those after. Longer texts are cut there: the time to look through a text grows
faster than its length."""


def hits_in(text: str, known: NotPersons = NOBODY) -> tuple[Hit, ...]:
    """Return the personal data in a text, in reading order and not overlapping."""
    if len(text) <= LONGEST:
        spans = _spans_in(text, known)
    else:
        spans = [
            span._replace(start=span.start + at, end=span.end + at)
            for at in range(0, len(text), LONGEST - OVERLAP)
            for span in _spans_in(text[at : at + LONGEST], known)
        ]
    if not spans:
        return ()
    return tuple(Hit(kind, start, end, text[start:end]) for kind, start, end in _apart(spans, text))


def _spans_in(text: str, known: NotPersons) -> list[Span]:
    """Return what all detectors find in a text, and where in the text as typed."""
    searched = plain(text)
    read = Text(searched.text)
    found = [span for find in _searches_in(read) for span in find(read, known)]
    if searched.ends is None:  # as in most texts
        return found
    return [Span(span.kind, *searched.typed(span.start, span.end)) for span in found]


def _searches_in(text: Text) -> Sequence[Search]:
    """Return the detectors that can find anything in a text, by its words, signs and digits."""
    if not text.digits:
        return _searches(_OF_WORDS.at(text))
    return _searches(_OF_ALL.at(text) & _ENOUGH[min(text.together, _MOST_DIGITS)])


@lru_cache(maxsize=1024)
def _searches(at: int) -> Sequence[Search]:
    """Return the detectors of a number whose bits say where they stand in the table, each once."""
    return tuple(dict.fromkeys(each.find for n, each in enumerate(DETECTORS) if at >> n & 1))


class _Clues:
    """What is looked for in a text to know which of some detectors to use.

    Where those stand in the table is said by the bits of a number: to put two together takes no
    time.
    """

    def __init__(self, digits: int) -> None:
        """Take the detectors that need no more digits together than so many."""
        self._always = 0
        self._signs: dict[int, dict[str, int]] = {}
        self._words: dict[Callable[[str], bool], int] = {}
        for n, each in enumerate(DETECTORS):
            if each.digits > digits:
                continue
            at = 1 << n
            if not (each.clue or each.signs):
                self._always |= at
            for sign in each.signs:
                some = self._signs.setdefault(ord(sign[0]), {})
                some[sign] = some.get(sign, 0) | at
            if each.clue:
                self._words[each.clue] = self._words.get(each.clue, 0) | at
        self._in_word = lru_cache(maxsize=8192)(self._told_by)

    def at(self, text: Text) -> int:
        """Return where in the table those stand that a text holds the clues for."""
        at = reduce(or_, map(self._in_word, text.words), self._always)
        for first in text.signs:
            for sign, some in self._signs.get(first, {}).items():
                if sign in text.text:
                    at |= some
        return at

    def _told_by(self, word: str) -> int:
        """Return those that a word is a clue for."""
        told = 0
        for is_clue, some in self._words.items():
            if is_clue(word):
                told |= some
        return told


_MOST_DIGITS = max(each.digits for each in DETECTORS)
_OF_WORDS, _OF_ALL = _Clues(0), _Clues(_MOST_DIGITS)
_ENOUGH = tuple(
    sum(1 << n for n, each in enumerate(DETECTORS) if each.digits <= digits)
    for digits in range(_MOST_DIGITS + 1)
)
"""Those that need no more digits together than so many."""


def masked(text: str, known: NotPersons = NOBODY) -> str:
    """Return a text with all personal data that is found in it masked."""
    return with_masks(text, hits_in(text, known))


def with_masks(text: str, hits: Sequence[Hit]) -> str:
    """Return a text with what was found in it masked, in reading order."""
    for hit in reversed(hits):
        text = text[: hit.start] + hit.masked + text[hit.end :]
    return text


def without_numbers(text: str) -> str:
    """Return a text with its identity numbers masked.

    For what is shown of files, whose names must lead to them: nothing else is masked there.
    """
    searched = plain(text)
    read = Text(searched.text)
    if read.digits < identity.FEWEST_DIGITS:
        return text
    found = [span for find in _OF_IDENTITY for span in find(read, NOBODY) if span.kind in SEVERE]
    spans = [Span(span.kind, *searched.typed(span.start, span.end)) for span in found]
    hits = [Hit(kind, a, b, text[a:b]) for kind, a, b in _apart(spans, text)]
    return with_masks(text, hits)


_OF_IDENTITY = (
    identity.identity_numbers,
    identity.spread_numbers,
    identity.misread_numbers,
)
"""Those that find an identity number whole."""


def _apart(spans: Iterable[Span], text: str) -> list[Span]:
    """Return the spans that overlap none that is graver or longer, in reading order.

    A description ends where something else begins: *grannen på* and *Storgatan 12*.
    """
    kept: list[Span] = []
    starts: list[int] = []
    for whole in sorted(spans, key=_precedence):
        at = bisect(starts, whole.start)
        is_cut = at < len(kept) and whole.kind is Kind.SINGLED_OUT and starts[at] < whole.end
        span = _cut(whole, starts[at], text) if is_cut else whole
        is_after = at == 0 or kept[at - 1].end <= span.start
        if is_after and (at == len(kept) or span.end <= starts[at]):
            kept.insert(at, span)
            starts.insert(at, span.start)
    return kept


def _cut(span: Span, end: int, text: str) -> Span:
    """Return a span that ends with a word before a place."""
    return span._replace(end=span.start + len(text[span.start : end].rstrip(" \t\n,;:(-–/")))


def _precedence(span: Span) -> tuple[bool, bool, int, int]:
    is_severe, is_words = span.kind in SEVERE, span.kind in _LONG
    return not is_severe, is_words, span.start - span.end, _GRAVITY[span.kind]


_LONG = frozenset({Kind.SINGLED_OUT, Kind.NAME})
"""The kinds that go on for as many words as there are: what has a shape of its own goes before."""
