"""A text as detectors read it, with the way back to the text as typed, and what they look with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple


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


_LAST = 3


class Endings:
    """Endings of two letters and more; a word that is one of them ends so, too.

    They are looked up by their last letters first: most words end otherwise.
    """

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = tuple(endings)
        self._last = {ending[-_LAST:] for ending in self._endings}

    def end(self, word: str) -> bool:
        """Return whether a word ends so."""
        may_end = word[-_LAST:] in self._last or word[1 - _LAST :] in self._last
        return may_end and word.endswith(self._endings)


_END = Pattern(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n")
_FARTHEST = 400
"""How far a sentence goes at most."""
_DIGIT = Pattern(r"\d")
_WORD = Pattern(r"[^\W\d_]+")
_ODD = re.compile(r"[^\n\t -~¡-¬®-ÿ’”…•]")
_LATIN = [chr(sign) for sign in range(256)]
_LETTERS = "".join(s if s.isalpha() else " " for s in _LATIN).encode("latin-1")
_SHAPES = "".join("0" if s in "0123456789" else " " for s in _LATIN).encode("latin-1")
_SIGNS = "".join(s for s in _LATIN if not s.isalnum()).encode("latin-1")
_NO_SIGNS = "".join(s for s in _LATIN if s.isalnum() or s.isspace()).encode("latin-1")
_NO_DIGITS = "".join(s for s in _LATIN if s not in "0123456789").encode("latin-1")


class Text:
    """A text that is searched, and the same in small letters: both have the same places.

    Attributes:
        text: the text.
        words: its words as typed, each part of *A-traktor* by itself.
        signs: its other signs but blanks, as Latin-1 has them, each once.
        digits: how many digits it holds.
        together: how many digits at most follow each other with no letter between.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        latin = text.encode("latin-1", "replace")
        if latin.count(b"?") == text.count("?"):
            self.words = latin.translate(_LETTERS).decode("latin-1").split()
        else:
            self.words = _WORD.findall(text)
        self.signs = set(latin.translate(None, _NO_SIGNS))
        self.digits = len(latin.translate(None, _NO_DIGITS))
        self.together = self.digits
        if self.digits > 1:
            self.together = max(map(len, latin.translate(_SHAPES, _SIGNS).split()))

    @cached_property
    def small(self) -> str:
        """The text in small letters, each of them where it stands in the text."""
        small = self.text.lower()
        return small if len(small) == len(self.text) else "".join(map(_small, self.text))

    def before_digits(self, reach: int) -> int:
        """Return where the word begins that stands so many letters before the first digit.

        A pattern that takes no more and a word before a digit finds nothing that begins earlier.
        """
        digit = _DIGIT.search(self.text)
        if digit is None:
            return len(self.text)
        return self.text.rfind(" ", 0, max(0, digit.start() - reach)) + 1

    def sentence(self, at: int) -> str:
        """Return the sentence around a place in small letters, as far as a reader looks."""
        start, stop = max(0, at - _FARTHEST), at + _FARTHEST
        before = [end.end() for end in _END.finditer(self.text[start : at + 1])]
        after = _END.search(self.text[at:stop])
        begin = start + before[-1] if before else start
        return self.small[begin : at + after.start() if after else stop]

    def has(self, clue: Callable[[str], bool]) -> bool:
        """Return whether any of its words, in small letters, is a clue."""
        return any(clue(word.lower()) for word in self.words)


def _small(sign: str) -> str:
    return sign.lower() if len(sign.lower()) == 1 else sign


class Plain(NamedTuple):
    """A text with one dash, one space, one set of digits, and nothing that does not show.

    ``ends`` is where each of its letters starts and ends in the text as typed; None where the two
    are the same.
    """

    text: str
    ends: tuple[tuple[int, int], ...] | None = None

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the text as typed."""
        if self.ends is None:
            return start, end
        return self.ends[start][0], self.ends[end - 1][1]


def plain(text: str) -> Plain:
    """Return a text as it is searched.

    A number must not hide behind a soft hyphen, a zero-width space or wide digits, nor a name
    behind letters that are composed of two signs.
    """
    return _plain(text) if _ODD.search(text) else Plain(text)


def _plain(text: str) -> Plain:
    signs: list[str] = []
    ends: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if signs and unicodedata.combining(sign):
            signs[-1] = _composed(signs[-1], sign)
            ends[-1] = (ends[-1][0], at + 1)
        elif shown := _shown(sign):
            signs.append(shown)
            ends.append((at, at + 1))
    return Plain("".join(signs), tuple(ends))


def _composed(letter: str, mark: str) -> str:
    """Return a letter with its mark as one sign, or without where there is none."""
    both = unicodedata.normalize("NFC", letter + mark)
    return both if len(both) == 1 else letter


@cache
def _shown(sign: str) -> str:
    """Return the sign that a sign is read as; nothing where it does not show."""
    category = unicodedata.category(sign)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if category == "Pd" or sign == "−":
        return "-"
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    simple = unicodedata.normalize("NFKC", sign)
    return _digit(simple) if len(simple) == 1 else sign


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
