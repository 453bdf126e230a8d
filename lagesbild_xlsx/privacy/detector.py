"""Every detector over one text, and what they found put in order."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

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
from lagesbild_xlsx.privacy.hits import Hit
from lagesbild_xlsx.privacy.kinds import SEVERE, Kind, Span
from lagesbild_xlsx.privacy.known import NOBODY, Known
from lagesbild_xlsx.privacy.plain import Text, plain


class Detector(NamedTuple):
    """A detector, and what every text holds that it finds anything in.

    Looking for that first is many times faster than its patterns, and most texts do not hold it.

    Attributes:
        find: yields what it finds in a plain text.
        figures: how many figures there are at least, with no letter between.
        clue: whether a word, in small letters, can stand in such a text; None where any can.
        signs: what stands there instead of such a word.
    """

    find: Callable[[Text, Known], Iterator[Span]]
    figures: int = 0
    clue: Callable[[str], bool] | None = None
    signs: str = ""


DETECTORS = (
    Detector(names.person_names, clue=names.is_clue),
    Detector(descriptions.singled_out, clue=descriptions.is_clue),
    Detector(mail.email_addresses, clue=mail.is_clue, signs="@"),
    Detector(handles.handles, clue=handles.is_clue, signs="@_#"),
    Detector(streets.homes, clue=streets.is_clue),
    Detector(streets.street_addresses, 1),
    Detector(properties.property_designations, 1),
    Detector(births.birth_dates, clue=births.is_clue),
    Detector(births.dates_of_persons, 2, births.is_person),
    Detector(births.cut_numbers, 6),
    Detector(vehicles.plates, 1, vehicles.is_clue),
    Detector(vehicles.said_plates, clue=vehicles.says_plate),
    Detector(cases.case_numbers, 2),
    Detector(networks.network_addresses, 1),
    Detector(contacts.phone_numbers, 5),
    Detector(identity.identity_numbers, 1),
    Detector(accounts.account_numbers, 4),
    Detector(accounts.numbers_of_their_own_shape, 1),
)

_GRAVITY = {kind: at for at, kind in enumerate(Kind)}

LONGEST, OVERLAP = 32_767, 1_000
"""How many letters a cell holds (Excel specifications and limits), and how many of them are looked
through again with those after. Longer texts are cut there: the time to look through a text grows
faster than its length."""


def hits_in(text: str, known: Known = NOBODY) -> tuple[Hit, ...]:
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


def _spans_in(text: str, known: Known) -> list[Span]:
    """Return what all detectors find in a text, and where in the text as typed."""
    searched = plain(text)
    read = Text(searched.text)
    found = [span for detector in _detectors_for(read) for span in detector.find(read, known)]
    return [Span(span.kind, *searched.typed(span.start, span.end)) for span in found]


def _detectors_for(text: Text) -> Iterator[Detector]:
    """Yield the detectors that can find anything in a text, by its words, signs and figures."""
    at = {at for word in text.words for at in _clues_in(word)}
    at.update(at for sign, at in _SIGNS if sign in text.text)
    yield from (DETECTORS[each] for each in sorted(at))
    if figures := text.together:
        for detector in _OF_FIGURES:
            is_clue = detector.clue
            if figures >= detector.figures and (not is_clue or any(map(is_clue, text.words))):
                yield detector


@lru_cache(maxsize=8192)
def _clues_in(word: str) -> tuple[int, ...]:
    """Return which detectors a word alone is a clue for, of those that need no figures."""
    return tuple(at for at, clue in _CLUES if clue(word))


_CLUES = [(at, each.clue) for at, each in enumerate(DETECTORS) if each.clue and not each.figures]
_SIGNS = [(sign, at) for at, each in enumerate(DETECTORS) for sign in each.signs]
_OF_FIGURES = [each for each in DETECTORS if each.figures]


def masked(text: str, known: Known = NOBODY) -> str:
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
    if read.figures < identity.FEWEST_FIGURES:
        return text
    found = [span for span in identity.identity_numbers(read, NOBODY) if span.kind in SEVERE]
    places = [searched.typed(span.start, span.end) for span in found]
    hits = [Hit(Kind.IDENTITY, start, end, text[start:end]) for start, end in sorted(places)]
    return with_masks(text, hits)


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
    is_severe, is_words = span.kind in SEVERE, span.kind in _OF_WORDS
    return not is_severe, is_words, span.start - span.end, _GRAVITY[span.kind]


_OF_WORDS = frozenset({Kind.SINGLED_OUT, Kind.NAME})
"""The kinds that go on for as many words as there are: what has a shape of its own goes before."""
