"""How names are compared: in small letters, without the marks that Swedish does not have."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

_ALIKE = str.maketrans({"ø": "ö", "æ": "ä", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "’": "'"})
_SWEDISH = {"å", "ä", "ö", "é"}
_NO_SWEDISH = dict.fromkeys(map(ord, _SWEDISH))


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """Return a name as the lists have it: *Hadžić* as *hadzic*, *Øyvind* as *öyvind*."""
    small = name.lower()
    if small.isascii() or small.translate(_NO_SWEDISH).isascii():
        return small
    return "".join(map(_plain_letter, small)).translate(_ALIKE)


def _plain_letter(letter: str) -> str:
    if letter in _SWEDISH:
        return letter
    return "".join(sign for sign in normalize("NFD", letter) if not combining(sign))
