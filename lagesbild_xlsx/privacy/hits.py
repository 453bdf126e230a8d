"""A piece of personal data in a text."""

from __future__ import annotations

from typing import NamedTuple

from lagesbild_xlsx.privacy.kinds import Kind
from lagesbild_xlsx.privacy.masks import masked_text
from lagesbild_xlsx.privacy.plain import plain


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
