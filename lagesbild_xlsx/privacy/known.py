"""The names that are no persons: localities, owners, organisations, and the user's own list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol, Self, TypeVar

from lagesbild_xlsx.places import normalised


class Typed(Protocol):
    """A word as it is typed."""

    @property
    def text(self) -> str: ...  # noqa: D102 - the word


TypedT = TypeVar("TypedT", bound=Typed)


class NotPersons:
    """Names that are not taken for a person's, folded."""

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        self.names = names

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """Return what is known from names as typed."""
        return cls(frozenset(normalised(name) for name in names if name.strip()))

    def __contains__(self, name: str) -> bool:
        folded = normalised(name)
        return folded in self.names or folded.removesuffix("s") in self.names

    @cached_property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max((len(name.split(" ")) for name in self.names), default=0)

    def without(self, words: Sequence[TypedT]) -> Iterator[Sequence[TypedT]]:
        """Yield the stretches of words between the known names of two words and more.

        One word is known only as it stands alone: *Anna* hides nobody called Anna Berg.
        """
        if not self.names:
            yield words
            return
        start = at = 0
        while at < len(words):
            length = self._length_at(words, at)
            if length:
                yield words[start:at]
                start = at + length
            at += length or 1
        yield words[start:]

    def _length_at(self, words: Sequence[TypedT], at: int) -> int:
        """Return how many words the known name has that begins there; 0 where there is none."""
        for length in range(min(self.longest, len(words) - at), 1, -1):
            if " ".join(word.text for word in words[at : at + length]) in self:
                return length
        return int(len(words) == 1 and words[0].text in self)


NOBODY = NotPersons()
"""Nothing known: every name may be a person's."""
