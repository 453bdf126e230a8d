"""The names that are no persons: localities, owners, organisations, and user-defined list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from lagesbild_xlsx.places import normalised


@dataclass(frozen=True)
class Known:
    """Names that are not taken for a person's, folded."""

    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """Return what is known from names as typed."""
        return cls(frozenset(normalised(name) for name in names if name.strip()))

    def __contains__(self, name: str) -> bool:
        folded = normalised(name)
        return folded in self.names or folded.removesuffix("s") in self.names


NOBODY = Known()
"""Nothing known: every name may be a person's."""
