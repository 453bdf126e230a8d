"""How each kind of personal data is masked: what tells which one it is stays, never the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lagesbild_xlsx.privacy.kinds import Kind

DOT = "•"
HIDDEN = DOT * 3

_YEAR = re.compile(r"(?:18|19|20)\d\d|^\d\d(?=-?\d\d-?\d\d$)")
_RUNNING = re.compile(r"(?<=\D(?:19|20)\d\d[/:-])\d+$|\d{3,}+(?![/:]|-\d{3})")
"""The running number of a case: after a year, else what is no year of a board."""


def masked_text(kind: Kind, text: str) -> str:
    """Return a hit's plain text masked."""
    return _MASKS[kind](text)


def _without_last_four(text: str) -> str:
    return text[:-4] + DOT * 4


def _year_only(text: str) -> str:
    """Return a date with all but its year hidden."""
    year = _YEAR.search(text)
    start, end = year.span() if year else (0, 0)
    return _dotted(text[:start]) + text[start:end] + _dotted(text[end:])


def _three_digits(text: str) -> str:
    """Return a telephone number with all but its first three digits hidden."""
    third = [at for at, sign in enumerate(text) if sign.isdigit()][2]
    return text[: third + 1] + _dotted(text[third + 1 :])


def _dotted(text: str) -> str:
    return re.sub(r"\w", DOT, text)


def _address(text: str) -> str:
    return f"{text[0]}{HIDDEN}@{text.partition('@')[2]}"


def _plate(text: str) -> str:
    return text[:2] + _dotted(text[2:])


def _street(text: str) -> str:
    return re.sub(r"\d.*", DOT * 2, text, flags=re.DOTALL)


def _case(text: str) -> str:
    return _RUNNING.sub(HIDDEN, text)


def _first_word(text: str) -> str:
    return f"{text.split(maxsplit=1)[0]} …"


def _initials(text: str) -> str:
    return re.sub(r"[^\W\d_][^\s]*", _initial, text)


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
        Kind.NAME: _initials,
    }
)
