"""Words with capitals that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lagesbild_xlsx.privacy.names.words import PARTICLES

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{CAPITAL}\.|{CAPITAL}[^\W\d_]*+(?:['’-][^\W\d_]++)*+)(?![\w•@])"
_PARTICLE = "|".join(sorted(PARTICLES))
_RUN = re.compile(rf"(?<![\w.'’-]){_WORD}(?:\ +(?:(?:{_PARTICLE})\ +){{0,3}}{_WORD})+")
_BETWEEN_SPACES = re.compile(r"[^ ]+")
_SENTENCE_ENDS = '.!?:;•-–”"('


class Word(NamedTuple):
    """A word that begins with a capital, or a particle after one."""

    text: str
    start: int
    end: int
    begins_sentence: bool

    @property
    def small(self) -> str:
        """The word as word lists have it."""
        return self.text.lower()

    @property
    def is_initial(self) -> bool:
        """Whether it stands for a first name: *K.*."""
        return self.text.endswith(".")


def runs(text: str) -> Iterator[list[Word]]:
    """Yield each run of two or more words with capitals, with the particles between them."""
    for run in _RUN.finditer(text):
        words = _BETWEEN_SPACES.finditer(text, *run.span())
        yield [Word(word[0], *word.span(), _begins_sentence(text, word.start())) for word in words]


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at].rstrip(" ")
    return not before.strip("\n") or before[-1] in _SENTENCE_ENDS
