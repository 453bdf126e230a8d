"""Which known name a misspelt one is most like, and names as a Swedish enumeration."""

from __future__ import annotations

from collections.abc import Mapping

from lagesbild_xlsx.places import normalised

LONGEST_NAME = 200
"""Longer texts are no misspelt names, and take long to compare."""


LEAST_LIKENESS = 0.7
"""How alike a name must be to a known one, by difflib's ratio, to be it misspelt."""

MOST_PAIRS = 1_000_000
"""How many misspelt names are looked for among known ones, times the known ones: a second."""

MOST_WORK = 5_000_000
"""How much is compared closely, in letters of a name times those of a known one: a second."""


MARGIN = 0.001
"""How much two ways to calculate the same share of 100 may differ by rounding."""


class KnownNames:
    """Known names, folded once, and which of them each misspelt name is most like.

    A workbook with more misspelt names than can be looked at in a few seconds gets no answer for
    the last of them.
    """

    def __init__(self, known: Mapping[str, str] | tuple[str, ...]) -> None:
        """Take the names, or what each spelling stands for."""
        spellings = known if isinstance(known, Mapping) else {name: name for name in known}
        self._meant = {normalised(spelling): meant for spelling, meant in spellings.items()}
        self._spellings = tuple(self._meant)
        self._found: dict[str, str | None] = {}
        self._pairs, self._work = MOST_PAIRS, MOST_WORK

    def nearest(self, name: str) -> str | None:
        """Return the known name that is most like the given one, or None where none is near."""
        if len(name) > LONGEST_NAME or not self._spellings:
            return None
        folded = normalised(name)
        if folded not in self._found:
            found = self._nearest(folded)
            self._found[folded] = None if found is None else self._meant[found]
        return self._found[folded]

    def _nearest(self, name: str) -> str | None:
        """Return the spelling with the highest of difflib's ratios, the last where two have it.

        What can be near is found by the longest common subsequence, which is never shorter than
        the blocks that difflib counts, and takes a hundredth of the time.
        """
        # for what is misspelt only
        from difflib import SequenceMatcher  # noqa: PLC0415

        from rapidfuzz import fuzz, process  # noqa: PLC0415

        self._pairs -= len(self._spellings)
        if self._pairs < 0:
            return None
        matcher = SequenceMatcher(b=name)
        best: tuple[float, str] = (LEAST_LIKENESS, "")
        at_least = 100 * LEAST_LIKENESS - MARGIN
        perhaps = process.extract(
            name, self._spellings, scorer=fuzz.ratio, score_cutoff=at_least, limit=None
        )
        for spelling, most, _ in perhaps:  # the most alike first
            self._work -= len(name) * len(spelling)
            if most + MARGIN < 100 * best[0] or self._work < 0:
                break
            matcher.set_seq1(spelling)
            best = max(best, (matcher.ratio(), spelling))
        return best[1] or None


def nearest(name: str, known: Mapping[str, str] | tuple[str, ...]) -> str | None:
    """Return the known name that is most like the given one, or None where none is near.

    Where several names are looked for among the same ones, ``KnownNames`` takes less time.

    Args:
        name: what was written.
        known: the names, or what each spelling stands for.
    """
    return KnownNames(known).nearest(name)


def joined_words(words: tuple[str, ...], last: str = "eller") -> str:
    """Return words as a Swedish enumeration: ``Rött, Gult eller Grönt``."""
    head, tail = words[:-1], words[-1]
    return f"{', '.join(head)} {last} {tail}" if head else tail
