"""Words with capitals that follow each other, and how names are compared.

They are compared in small letters, without the marks that Swedish does not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from lagesbild_xlsx.privacy.text import Pattern
from lagesbild_xlsx.privacy.words.beside_names import PARTICLES

_ALIKE = str.maketrans({"ø": "ö", "æ": "ä", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "’": "'"})
_SWEDISH = {"å", "ä", "ö", "é"}
_NO_SWEDISH = dict.fromkeys(map(ord, _SWEDISH))


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """Return a name as the lists have it: *Hadžić* as *hadzic*, *Øyvind* as *öyvind*."""
    small = name.lower()
    if small.isascii() or small.translate(_NO_SWEDISH).isascii():
        return small
    return "".join(map(_plain_letter, small)).translate(_ALIKE)


def _plain_letter(letter: str) -> str:
    if letter in _SWEDISH:
        return letter
    return "".join(sign for sign in normalize("NFD", letter) if not combining(sign))


CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{CAPITAL}\.|(?:al-)?{CAPITAL}[^\W\d_]*+(?:['’-][^\W\d_]++)*+)(?![\w•@])"
_NICKNAME = rf"(?<=\w\ )[\"”“][^\W\d_]++[\"”“](?=\ {CAPITAL})"
_CAPITALISED = Pattern(rf"(?=[^\s\d_,.b-zß-öø-ÿ])(?:(?<![\w.'’@#-]){_WORD}|{_NICKNAME})")
"""What most signs of a text are, and none of these begins with, is passed over first."""
_QUOTES = '"”“'
_MOST_BETWEEN = 3
"""How many particles there are at most between two words."""
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
        """Whether it is one letter, or two that a name begins with: *K*, *A-K*."""
        letters = self.text.replace("-", "")
        is_pair = len(letters) == len("PL") and letters.isalpha() and letters.isupper()
        return len(self.text) == 1 or is_pair


def begins_with_capital(word: str) -> bool:
    """Return whether a word begins as those do: with a letter that is no small one of Swedish."""
    return not ("a" <= word[0] <= "z" or "ß" <= word[0] <= "ÿ")


def capitalised_sequences(text: str) -> Iterator[list[Word]]:
    """Yield each sequence of words with capitals, with the particles between them."""
    words: list[Word] = []
    for found in _CAPITALISED.finditer(text):
        is_quoted = found[0][0] in _QUOTES
        word = Word(found[0], *found.span())
        between = _between(text, words[-1].end, word.start) if words else None
        if words and between is not None:
            words += [*between, word]
            continue
        if words:
            yield words
        if is_quoted:
            word = Word(found[0][1:-1], word.start + 1, word.end - 1)
        words = [word._replace(begins_sentence=_begins_sentence(text, word.start))]
    if words:
        yield words


def _between(text: str, start: int, end: int) -> list[Word] | None:
    """Return the particles between two words; None where they belong to two sequences."""
    typed = text[start:end]
    parts = typed.split()
    is_spaced = typed[:1] == typed[-1:] == " " and typed.isprintable()
    if not is_spaced or len(parts) > _MOST_BETWEEN or not PARTICLES.issuperset(parts):
        return None
    words = []
    for part in parts:
        start = text.index(part, start)
        words.append(Word(part, start, start + len(part)))
        start += len(part)
    return words


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at].rstrip(" ")
    return not before.strip("\n") or before[-1] in _SENTENCE_ENDS
