"""Placeholders with the text that stands among them, and digits put in their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from lagesbild_xlsx.numberformat.digits import (
    DECIMAL_COMMA,
    Digits,
    placed_decimals,
    placed_whole,
)
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind

DIGITS = (TokenKind.PLACEHOLDER, TokenKind.NUMBER, TokenKind.POINT)
"""What a comma can follow that stands for thousands."""

ANY_DIGIT = Token(TokenKind.PLACEHOLDER, "#")
FULL_STOP = Token(TokenKind.LITERAL, ".")


class Numeral(NamedTuple):
    """The places of one number's digits.

    Attributes:
        tokens: the placeholders, the decimal point, and the text among them.
        whole: the placeholders before the point, ``#0``.
        decimals: those after it.
        is_grouped: whether thousands stand apart.
        thousands: how many times the number is divided by a thousand.
    """

    tokens: tuple[Token, ...]
    whole: str
    decimals: str
    is_grouped: bool
    thousands: int

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """Return the places that some tokens are."""
        before, after = _parted(tokens)
        whole, is_grouped, after_whole = _without_commas(before)
        decimals, _, after_decimals = _without_commas(after)
        if decimals and not _placeholders(whole):
            whole.append(ANY_DIGIT)
        return cls(
            (*whole, *decimals),
            _placeholders(whole),
            _placeholders(decimals),
            is_grouped,
            after_whole + after_decimals,
        )

    def filled(self, digits: Digits) -> str:
        """Return the text with digits in their places."""
        places = iter(placed_whole(digits.whole, self.whole, grouped=self.is_grouped))
        shown = []
        for kind, text in self.tokens:
            if kind is TokenKind.PLACEHOLDER:
                shown.append(next(places))
            elif kind is TokenKind.POINT:
                shown.append(DECIMAL_COMMA)
                places = iter(placed_decimals(digits.decimals, self.decimals))
            else:
                shown.append(text)
        return "".join(shown)


def _parted(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return the tokens before the decimal point, and those from it on; other points are text."""
    at = next((at for at, token in enumerate(tokens) if token.kind is TokenKind.POINT), len(tokens))
    after = (FULL_STOP if token.kind is TokenKind.POINT else token for token in tokens[at + 1 :])
    return tokens[:at], (*tokens[at : at + 1], *after)


def _without_commas(tokens: Sequence[Token]) -> tuple[list[Token], bool, int]:
    """Return tokens, whether commas between digits group them, and how many come after the last.

    A comma that follows no digit is text.
    """
    kept: list[Token] = []
    is_grouped, follows_digit, commas = False, False, 0
    for token in tokens:
        if token.kind is TokenKind.COMMA and follows_digit:
            commas += 1
            continue
        if token.kind is TokenKind.PLACEHOLDER:
            is_grouped = is_grouped or (follows_digit and commas > 0)
            commas = 0
        follows_digit = token.kind in DIGITS
        kept.append(token)
    return kept, is_grouped, commas


def _placeholders(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens if token.kind is TokenKind.PLACEHOLDER)
