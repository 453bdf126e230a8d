"""A section of a code: which numbers it is for, and how it shows them."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import NamedTuple, Protocol, Self

from lagesbild_xlsx.numberformat.dates import DateTime, with_subseconds
from lagesbild_xlsx.numberformat.languages import SWEDISH, Language, language_of
from lagesbild_xlsx.numberformat.numbers import Constant, Decimal, General, Scientific
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind, tokens_of

LONG_DATE, TIME = '"den "d mmmm yyyy', "hh:mm:ss"
SYSTEM = {"f800": LONG_DATE, "x-sysdate": LONG_DATE, "f400": TIME, "x-systime": TIME}
"""Tags that ask for Windows' own long date or time, whatever else a code has; here the Swedish."""

COMPARED = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Comparison(NamedTuple):
    """A comparison with a number: ``>=100``."""

    sign: str
    limit: float

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the condition that a token's text is."""
        sign, _, limit = text.partition(" ")
        return cls(sign, float(limit))

    def holds(self, amount: float) -> bool:
        """Return whether a number meets it."""
        return bool(COMPARED[self.sign](amount, self.limit))

    @property
    def is_negative(self) -> bool:
        """Whether only negative numbers meet it."""
        return (self.sign in {"<", "<=", "="} and self.limit < 0) or self == ("<", 0)


class NumberLayout(Protocol):
    """How a section shows a number."""

    def shown(self, amount: float) -> str:
        """Return a number as a text, with a minus sign where it is negative."""


class FormatSection(NamedTuple):
    """A section that has been read; no condition where the code has none."""

    condition: Comparison | None
    layout: NumberLayout

    @classmethod
    def of(cls, tokens: Sequence[Token], start: int) -> Self:
        """Return what a section's tokens say.

        Args:
            tokens: those between two semicolons.
            start: the number of the day that is 0, counted from 1900.
        """
        tags = [token.text for token in tokens if token.kind is TokenKind.LANGUAGE and token.text]
        conditions = [token.text for token in tokens if token.kind is TokenKind.CONDITION]
        system = next((SYSTEM[tag.lower()] for tag in tags if tag.lower() in SYSTEM), None)
        kept = tokens if system is None else tuple(tokens_of(system))
        shown = [t for t in kept if t.kind not in {TokenKind.LANGUAGE, TokenKind.CONDITION}]
        language = language_of(tags[-1]) if tags else SWEDISH
        condition = Comparison.of(conditions[0]) if conditions else None
        return cls(condition, _layout(shown, language, start))


def _layout(tokens: Sequence[Token], language: Language, start: int) -> NumberLayout:
    """Return how a section shows a number; in the General format where it cannot be read."""
    kinds = {token.kind for token in tokens}
    if kinds & {TokenKind.DATE, TokenKind.ELAPSED, TokenKind.MERIDIEM}:
        dated = with_subseconds(tokens)
        if any(token.kind in {TokenKind.PLACEHOLDER, TokenKind.GENERAL} for token in dated):
            return General("", "")
        return DateTime.of(dated, language, start)
    if kinds & {TokenKind.GENERAL, TokenKind.TEXT}:
        return General("", "") if TokenKind.PLACEHOLDER in kinds else General.of(tokens)
    return _number(tokens)


def _number(tokens: Sequence[Token]) -> NumberLayout:
    """Return how a section of placeholders shows a number."""
    kinds = [token.kind for token in tokens]
    if TokenKind.PLACEHOLDER not in kinds:
        return Constant("".join(token.text for token in tokens))
    if _parts(kinds, TokenKind.EXPONENT, {TokenKind.PLACEHOLDER}):
        return Scientific.of(tokens)
    if _parts(kinds, TokenKind.SLASH, {TokenKind.PLACEHOLDER, TokenKind.NUMBER}):
        # for what few workbooks have
        from lagesbild_xlsx.numberformat.fractions import Fraction  # noqa: PLC0415

        return Fraction.of(tokens)
    return Decimal.of(tokens)


def _parts(kinds: Sequence[TokenKind], mark: TokenKind, after: set[TokenKind]) -> bool:
    """Return whether the first mark stands between digits."""
    at = kinds.index(mark) if mark in kinds else len(kinds)
    return TokenKind.PLACEHOLDER in kinds[:at] and not after.isdisjoint(kinds[at + 1 :])
