"""The words, numbers and signs of a text, as a description is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text

_TOKEN = Pattern(
    r"\d{1,3}[ -]?år(?:ing\w*|ig[ae]?|såldern)|f\.\s?d\.|före detta|kv\.(?=\s\d)|\d{1,2}:an"
    r"|[^\W_]+(?:-[^\W_]+)*|[^\w ]"
)


class Token(NamedTuple):
    """A word, a number or a sign, in small letters."""

    text: str
    start: int
    end: int
    is_capital: bool


Tokens = Sequence[Token]


def tokens_of(text: Text) -> list[Token]:
    """Return the tokens of a text; an age is one, however it is written."""
    return [
        Token(t[0], *t.span(), text.text[t.start()].isupper()) for t in _TOKEN.finditer(text.small)
    ]


def word(tokens: Tokens, at: int) -> str:
    """Return the token at a place, nothing where the text has ended."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def is_capital(tokens: Tokens, at: int) -> bool:
    """Return whether the token at a place begins with a capital letter."""
    return at < len(tokens) and tokens[at].is_capital
