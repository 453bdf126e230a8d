"""Every detector over one text, and what they found put in order."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from lagesbild_xlsx.privacy import births, references, streets
from lagesbild_xlsx.privacy.births import birth_dates
from lagesbild_xlsx.privacy.contacts import email_addresses, phone_numbers
from lagesbild_xlsx.privacy.hits import Hit
from lagesbild_xlsx.privacy.identity import identity_numbers
from lagesbild_xlsx.privacy.kinds import SEVERE, Kind, Span
from lagesbild_xlsx.privacy.known import NOBODY, Known
from lagesbild_xlsx.privacy.names import person_names
from lagesbild_xlsx.privacy.names.runs import CAPITAL
from lagesbild_xlsx.privacy.phrases import singled_out
from lagesbild_xlsx.privacy.plain import plain
from lagesbild_xlsx.privacy.references import case_numbers, plates, said_plates
from lagesbild_xlsx.privacy.streets import street_addresses


class Detector(NamedTuple):
    """A detector, and what every text holds that it finds anything in.

    Looking for that first is many times faster than its pattern, and most texts do not hold it.

    Attributes:
        find: yields what it finds in a plain text.
        figures: how many figures there are at least.
        capitals: how many capital letters there are at least, after the first letter.
        hint: what stands there at least, in small letters; None where nothing need.
    """

    find: Callable[[str, Known], Iterator[Span]]
    figures: int = 0
    capitals: int = 0
    hint: re.Pattern[str] | None = None


DETECTORS = (
    Detector(email_addresses, hint=re.compile("@")),
    Detector(singled_out, capitals=1),
    Detector(person_names, capitals=1),
    Detector(street_addresses, 1, hint=streets.HINT),
    Detector(plates, 2, capitals=2),
    Detector(said_plates, 2, hint=re.compile("reg")),
    Detector(birth_dates, 3, hint=births.HINT),
    Detector(case_numbers, 4, hint=references.HINT),
    Detector(identity_numbers, 6),
    Detector(phone_numbers, 6),
)
"""Those that need fewer figures first: for most texts the others are not looked at."""

_SIGNS = [chr(sign) for sign in range(256)]
_NO_FIGURES = "".join(sign for sign in _SIGNS if not re.fullmatch("[0-9]", sign)).encode("latin-1")
_NO_CAPITALS = "".join(sign for sign in _SIGNS if not re.fullmatch(rf"{CAPITAL}|\?", sign)).encode(
    "latin-1"
)
"""The letters of Latin 1 that are none. A question mark may stand for any letter beyond it."""

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
    return tuple(Hit(kind, start, end, text[start:end]) for kind, start, end in _apart(spans))


def _spans_in(text: str, known: Known) -> list[Span]:
    """Return what all detectors find in a text, and where in the text as typed."""
    searched = plain(text)
    small, letters = searched.text.lower(), searched.text.encode("latin-1", "replace")
    figures = len(letters.translate(None, _NO_FIGURES))
    capitals = len(letters[1:].translate(None, _NO_CAPITALS))
    found: list[Span] = []
    for find, least, fewest, hint in DETECTORS:
        if figures < least:
            break
        if capitals >= fewest and (hint is None or hint.search(small)):
            found += find(searched.text, known)
    return [Span(span.kind, *searched.typed(span.start, span.end)) for span in found]


def masked(text: str, known: Known = NOBODY, but: Container[Kind] = ()) -> str:
    """Return a text with all personal data that is found in it masked, but for some kinds."""
    for hit in reversed(hits_in(text, known)):
        if hit.kind not in but:
            text = text[: hit.start] + hit.masked + text[hit.end :]
    return text


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that overlap none that is graver or longer, in reading order."""
    kept: list[Span] = []
    starts: list[int] = []
    for span in sorted(spans, key=_precedence):
        at = bisect(starts, span.start)
        is_after = at == 0 or kept[at - 1].end <= span.start
        if is_after and (at == len(kept) or span.end <= starts[at]):
            kept.insert(at, span)
            starts.insert(at, span.start)
    return kept


def _precedence(span: Span) -> tuple[bool, int, int]:
    return span.kind not in SEVERE, span.start - span.end, _GRAVITY[span.kind]
