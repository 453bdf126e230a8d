"""Lists of places and how many there were in each: *Centrum 22, Berga 7, Torpa 3*."""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text
from lagesbild_xlsx.privacy.words.toponyms import IN_HASTE

_ITEM = r"[A-ZÅÄÖ][\w-]*+\ \d{1,3}(?:\ (?!och\b)[a-zåäö.]+)?"
_LIST = Pattern(rf"(?=[A-ZÅÄÖ])(?<![\w-]){_ITEM}(?:(?:[,;]|\ och)\ {_ITEM}){{2,}}", spaced=True)
_NAME = Pattern(r"[A-ZÅÄÖ][\w-]*")
_FEWEST_FIGURES = 3


def is_listed(text: Text, at: int) -> bool:
    """Return whether a place stands in such a list."""
    return any(start <= at < end for start, end in counted_places(text))


def counted_places(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where three places or more stand with a number each, and not all are streets."""
    if text.figures < _FEWEST_FIGURES:
        return
    for found in _LIST.finditer(text.text):
        names = [name[0].lower() for name in _NAME.finditer(found[0])]
        if not all(name.endswith(IN_HASTE) for name in names):
            yield found.span()
