"""Words with capitals that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lagesbild_xlsx.privacy.names.spelling import spelled
from lagesbild_xlsx.privacy.names.words import PARTICLES
from lagesbild_xlsx.privacy.patterns import Pattern

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{CAPITAL}\.|(?:al-)?{CAPITAL}[^\W\d_]*+(?:['’-][^\W\d_]++)*+)(?![\w•@])"
_PARTICLE = "|".join(sorted(PARTICLES))
_BETWEEN = rf"\ +(?:(?:{_PARTICLE})\ +){{0,3}}(?:[\"”“][^\W\d_]++[\"”“]\ +)?"
_RUN = Pattern(rf"(?<![\w.'’@#-]){_WORD}(?:{_BETWEEN}{_WORD})*")
_BETWEEN_SPACES = re.compile(r"[^ ]+")
_SENTENCE_ENDS = '.!?:;•-–”"(/'


class Word(NamedTuple):
    """A word that begins with a capital, or a particle or a nickname after one."""

    text: str
    start: int
    end: int
    begins_sentence: bool = False

    @property
    def small(self) -> str:
        """The word as word lists have it."""
        return spelled(self.text)

    @property
    def is_initial(self) -> bool:
        """Whether it stands for a first name: *K.*."""
        return self.text.endswith(".")

    @property
    def is_letter(self) -> bool:
        """Whether it is one letter, or two that a name begins with: *K*, *PL*."""
        is_pair = len(self.text) == len("PL") and self.text.isalpha() and self.text.isupper()
        return len(self.text) == 1 or is_pair


def runs(text: str) -> Iterator[list[Word]]:
    """Yield each run of words with capitals, with the particles between them."""
    for run in _RUN.finditer(text):
        words = [
            Word(word[0], *word.span()) for word in _BETWEEN_SPACES.finditer(text, *run.span())
        ]
        words[0] = words[0]._replace(begins_sentence=_begins_sentence(text, run.start()))
        yield words


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at].rstrip(" ")
    return not before.strip("\n") or before[-1] in _SENTENCE_ENDS
