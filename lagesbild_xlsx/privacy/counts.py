"""Lists of places and how many there were in each: *Centrum 22, Berga 7, Torpa 3*."""

from __future__ import annotations

from functools import lru_cache

from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text
from lagesbild_xlsx.privacy.words.toponyms import IN_HASTE

_ITEM = r"[A-ZÅÄÖ][\w-]*+\ \d{1,3}(?:\ (?!och\b)[a-zåäö.]+)?"
_LIST = Pattern(rf"(?=[A-ZÅÄÖ])(?<![\w-]){_ITEM}(?:(?:[,;]|\ och)\ {_ITEM}){{2,}}", spaced=True)
_NAME = Pattern(r"[A-ZÅÄÖ][\w-]*")
_THINGS = Pattern(r"\d (?:st|ggr|gånger|inbrott|klotter|fall|[a-zåäö]+(?:ar|er|or))\b")
_FEWEST_FIGURES = 3


def is_listed(text: Text, at: int) -> bool:
    """Return whether a place stands in such a list."""
    return any(start <= at < end for start, end in counted_places(text))


@lru_cache(maxsize=1)
def counted_places(text: Text) -> list[tuple[int, int]]:
    """Return where three places or more stand with a number each, and not all are streets."""
    if text.figures < _FEWEST_FIGURES:
        return []
    return [found.span() for found in _LIST.finditer(text.text) if not _are_streets(found[0])]


def _are_streets(listed: str) -> bool:
    names = (name.lower() for name in _NAME.findall(listed))
    return all(name.endswith(IN_HASTE) for name in names) and not _THINGS.search(listed)
