"""Patterns that are compiled when they are first needed: most texts need few of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A pattern of ``re``; blanks in it count for nothing where it is ``spaced``.

    Compiling one takes as long as looking through ten pages. ``hints`` are what stands in every
    text that it finds anything in, one of them or another: where none does it is not even compiled.
    """

    def __init__(self, source: str, *hints: str, spaced: bool = False) -> None:
        self._source, self._flags = source, re.VERBOSE if spaced else re.NOFLAG
        self._hints = hints

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def _may_be_in(self, text: str) -> bool:
        return not self._hints or any(hint in text for hint in self._hints)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return what ``re`` finds, one after the other."""
        return self._compiled.finditer(text) if self._may_be_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first that ``re`` finds."""
        return self._compiled.search(text) if self._may_be_in(text) else None

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
