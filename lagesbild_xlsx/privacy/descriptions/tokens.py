"""The words, numbers and signs of a text, as a description is read."""

from __future__ import annotations

from functools import cached_property

from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text

_TOKEN = Pattern(
    r"\d+,\d+|\d{1,3}[ -]?år(?:ing\w*|ig[ae]?|såldern)|f\.\s?d\.|före detta|kv\.(?=\s\d)|\d{1,2}:an"
    r"|[^\W_]+(?:-[^\W_]+)*|[^\w ]"
)


class Tokens(list[str]):
    """The tokens of a text in small letters; an age is one, however it is written."""

    def __init__(self, text: Text) -> None:
        super().__init__(_TOKEN.findall(text.small))
        self._text = text

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of them stands."""
        return [found.span() for found in _TOKEN.finditer(self._text.small)]

    def is_capital(self, at: int) -> bool:
        """Return whether a token begins with a capital letter."""
        return self._text.text[self.spans[at][0]].isupper()


def word(tokens: Tokens, at: int) -> str:
    """Return the token at a place, nothing where the text has ended."""
    return tokens[at] if 0 <= at < len(tokens) else ""


def is_capital(tokens: Tokens, at: int) -> bool:
    """Return whether the token at a place begins with a capital letter."""
    return at < len(tokens) and tokens.is_capital(at)
