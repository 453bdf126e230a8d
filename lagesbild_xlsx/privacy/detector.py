"""Every detector over one text, and what they found put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace

from lagesbild_xlsx.privacy.births import birth_dates
from lagesbild_xlsx.privacy.contacts import email_addresses, phone_numbers
from lagesbild_xlsx.privacy.hits import Hit
from lagesbild_xlsx.privacy.identity import identity_numbers
from lagesbild_xlsx.privacy.kinds import SEVERE, Kind, Span
from lagesbild_xlsx.privacy.known import NOBODY, Known
from lagesbild_xlsx.privacy.names import person_names
from lagesbild_xlsx.privacy.phrases import singled_out
from lagesbild_xlsx.privacy.plain import plain
from lagesbild_xlsx.privacy.references import case_numbers, vehicle_registrations
from lagesbild_xlsx.privacy.streets import street_addresses

_Detector = Callable[[str, Known], Iterator[Span]]

_OF_FIGURES: tuple[tuple[int, _Detector], ...] = (
    (1, street_addresses),
    (2, vehicle_registrations),
    (3, birth_dates),
    (4, case_numbers),
    (6, identity_numbers),
    (6, phone_numbers),
)
"""The detectors of what holds figures, each after how many it holds at least."""

_OF_WORDS: tuple[_Detector, ...] = (email_addresses, singled_out, person_names)
_DIGIT = re.compile(r"\d")
_GRAVITY = {kind: at for at, kind in enumerate(Kind)}


LONGEST = 32_767
"""How many letters a cell holds (Excel specifications and limits). Longer texts are cut there: the
time to look through a text grows faster than its length."""


def hits_in(text: str, known: Known = NOBODY) -> tuple[Hit, ...]:
    """Return the personal data in a text, in reading order and not overlapping."""
    starts = range(0, len(text), LONGEST) if len(text) > LONGEST else (0,)
    return tuple(
        replace(hit, start=hit.start + start, end=hit.end + start)
        for start in starts
        for hit in _hits_in(text[start : start + LONGEST], known)
    )


def _hits_in(text: str, known: Known) -> tuple[Hit, ...]:
    searched = plain(text)
    figures = len(_DIGIT.findall(searched.text))
    detectors = _OF_WORDS + tuple(find for least, find in _OF_FIGURES if figures >= least)
    found = [span for find in detectors for span in find(searched.text, known)]
    places = [(span.kind, *searched.typed(span.start, span.end)) for span in _apart(found)]
    return tuple(Hit(kind, start, end, text[start:end]) for kind, start, end in places)


def masked(text: str, known: Known = NOBODY, but: Container[Kind] = ()) -> str:
    """Return a text with all personal data that is found in it masked, but for some kinds."""
    for hit in reversed(hits_in(text, known)):
        if hit.kind not in but:
            text = text[: hit.start] + hit.masked + text[hit.end :]
    return text


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that overlap none that is graver or longer, in reading order."""
    kept: list[Span] = []
    for span in sorted(spans, key=_precedence):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _precedence(span: Span) -> tuple[bool, int, int]:
    return span.kind not in SEVERE, span.start - span.end, _GRAVITY[span.kind]
