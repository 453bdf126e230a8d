"""How many kinds of words end, looked up by their last letters first: most words end otherwise."""

from __future__ import annotations

from collections.abc import Iterable

_LAST = 3


class Endings:
    """Endings of two letters and more; a word that is one of them ends so, too."""

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = tuple(endings)
        self._last = {ending[-_LAST:] for ending in self._endings}

    def end(self, word: str) -> bool:
        """Return whether a word ends so."""
        may_end = word[-_LAST:] in self._last or word[1 - _LAST :] in self._last
        return may_end and word.endswith(self._endings)
