"""A piece of personal data in a text: of which kind it is, where it stands, and how it is masked.

Of what is masked that stays which tells which one it is, never the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx.privacy.text import Pattern, plain


class Kind(StrEnum):
    """A kind of personal data, named as it is reported to staff; the gravest stands first."""

    IDENTITY = "personnummer eller samordningsnummer"
    FAULTY = "siffror som liknar ett personnummer"
    ACCOUNT = "kontonummer"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    CASE = "ärende- eller målnummer"
    VEHICLE = "registreringsnummer"
    BIRTH = "födelsedatum"
    SINGLED_OUT = "beskrivning som pekar ut en person"
    STREET = "gatuadress"
    PROPERTY = "fastighetsbeteckning"
    NETWORK = "ip-adress"
    HANDLE = "konto i sociala medier"
    NAME = "personnamn"


SEVERE = frozenset({Kind.IDENTITY})
"""The kinds that are errors. The others are warnings: somebody must look and decide."""


class Span(NamedTuple):
    """Where a detector found something, in the plain text that it was given."""

    kind: Kind
    start: int
    end: int


DOT = "•"
HIDDEN = DOT * 3

_YEAR = Pattern(r"(?:18|19|20)\d\d|^\d\d(?=-?\d\d-?\d\d$)")
_SAID_BORN = Pattern(r"(?i:född|födda|föddes|f)\b[\s.:]*")
_RUNNING = Pattern(r"(?<=\D(?:19|20)\d\d[/:-])\d+$|\d{3,}+(?![/:]|-\d{3})")
"""The running number of a case: after a year, else what is no year of a board."""


def masked_text(kind: Kind, text: str) -> str:
    """Return a hit's plain text masked."""
    return _MASKS[kind](text)


def _without_last_four(text: str) -> str:
    return text[:-4] + DOT * 4


def _year_only(text: str) -> str:
    """Return a date with all but its year hidden."""
    said = _SAID_BORN.match(text)
    lead = said.end() if said else 0
    date = text[lead:]
    year = None if date.strip("-' ").isdigit() and len(date) <= len("2004 ") else _YEAR.search(date)
    start, end = year.span() if year else (0, 0)
    return text[:lead] + _dotted(date[:start]) + date[start:end] + _dotted(date[end:])


def _three_digits(text: str) -> str:
    """Return a telephone number with all but its first three digits hidden."""
    third = [at for at, sign in enumerate(text) if sign.isdigit()][2]
    return text[: third + 1] + _dotted(text[third + 1 :])


def _dotted(text: str) -> str:
    return re.sub(r"\w", DOT, text)


def _address(text: str) -> str:
    """Return an address with its domain; one that is spelled out shows its first letter only."""
    _, at, domain = text.partition("@")
    return f"{text[0]}{HIDDEN}{at}{domain.strip()}"


def _plate(text: str) -> str:
    return text[:2] + _dotted(text[2:])


def _street(text: str) -> str:
    return re.sub(r"\d.*", DOT * 2, text, flags=re.DOTALL)


def _case(text: str) -> str:
    hidden = _RUNNING.sub(HIDDEN, text)
    return hidden if hidden != text else re.sub(r"\d(?=\d*(?:\D\d?)?$)", DOT, text)


def _first_three(text: str) -> str:
    return text[:3] + re.sub(r"\w", DOT, text[3:])


def _first_letter(text: str) -> str:
    """Return the first letter of a name in social media, with its @."""
    return re.match(r"\W*\w", text)[0] + HIDDEN  # type: ignore[index]


def _first_word(text: str) -> str:
    word = text.split(maxsplit=1)[0]
    return "…" if any(map(str.isdigit, word)) else f"{word} …"


def _initials(text: str) -> str:
    hidden = re.sub(r"[^\W\d_][^\s]*", _initial, text)
    return hidden if hidden != text else re.sub(r"(?<!\S)(\w)\S*", rf"\1{HIDDEN}", text)


def _initial(word: re.Match[str]) -> str:
    return word[0][0] + HIDDEN if word[0][0].isupper() else word[0]


_MASKS: Mapping[Kind, Callable[[str], str]] = MappingProxyType(
    {
        Kind.IDENTITY: _without_last_four,
        Kind.FAULTY: _without_last_four,
        Kind.PHONE: _three_digits,
        Kind.EMAIL: _address,
        Kind.CASE: _case,
        Kind.VEHICLE: _plate,
        Kind.BIRTH: _year_only,
        Kind.SINGLED_OUT: _first_word,
        Kind.STREET: _street,
        Kind.ACCOUNT: _first_three,
        Kind.PROPERTY: _street,
        Kind.NETWORK: _first_three,
        Kind.HANDLE: _first_letter,
        Kind.NAME: _initials,
    }
)


class Hit(NamedTuple):
    """Something found: ``text`` stands at ``start`` to ``end`` of the text that was searched."""

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def masked(self) -> str:
        """The text with enough left to know which one it is, never the whole."""
        return masked_text(self.kind, plain(self.text).text)
