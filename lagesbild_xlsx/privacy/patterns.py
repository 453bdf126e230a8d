"""Patterns that are compiled when they are first needed: most texts need few of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A pattern of ``re``; blanks in it count for nothing where it is ``spaced``.

    Compiling one takes as long as looking through ten pages.
    """

    def __init__(self, source: str, *, spaced: bool = False) -> None:
        self._source, self._flags = source, re.VERBOSE if spaced else re.NOFLAG

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Return what ``re`` finds from a place on, one after the other."""
        return self._compiled.finditer(text, start)

    def findall(self, text: str) -> list[str]:
        """Return all texts that ``re`` finds, of a pattern without groups."""
        return self._compiled.findall(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first that ``re`` finds."""
        return self._compiled.search(text)

    def sub(self, instead: str, text: str) -> str:
        """Return a text with something else instead of what ``re`` finds."""
        return self._compiled.sub(instead, text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return what ``re`` finds at a place."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return what ``re`` finds that is all of a stretch of a text."""
        return self._compiled.fullmatch(text, start, len(text) if end is None else end)

    def ends(self, text: str, end: int, longest: int = 40) -> re.Match[str] | None:
        """Return what a pattern that ends in ``$`` finds before a place, in so many letters."""
        return self._compiled.search(text, max(0, end - longest), end)
