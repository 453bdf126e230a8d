"""Sections that show a number: with decimals, in percent, with an exponent, or as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from lagesbild_xlsx.numberformat.digits import (
    DECIMAL_COMMA,
    EXACT,
    MINUS,
    Digits,
    general,
    placed_decimals,
    placed_whole,
    rounded,
    scientific,
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


# ------------------------------------------------------------------ sections


class Constant(NamedTuple):
    """A section without a number, which shows the same for all: ``"Ja"``, or nothing."""

    text: str

    def shown(self, amount: float) -> str:
        """Return the section's text."""
        return MINUS + self.text if amount < 0 and self.text else self.text


class General(NamedTuple):
    """A number in the General format, with text around it: ``General" st"``."""

    before: str
    after: str

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """Return what a section's tokens say."""
        places = (TokenKind.GENERAL, TokenKind.TEXT)
        at = next(at for at, token in enumerate(tokens) if token.kind in places)
        texts = ["" if token.kind in places else token.text for token in tokens]
        return cls("".join(texts[:at]), "".join(texts[at:]))

    def shown(self, amount: float) -> str:
        """Return a number with the text; its minus sign stands first."""
        sign = MINUS if amount < 0 else ""
        return sign + self.before + general(abs(amount)) + self.after


class Decimal(NamedTuple):
    """A number with its decimals: ``0``, ``#,##0.00``, ``0.0 %``, ``#,##0,," mnkr"``."""

    numeral: Numeral
    power: int

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """Return what a section's tokens say."""
        numeral = Numeral.of(tokens)
        percents = sum(token.kind is TokenKind.PERCENT for token in tokens)
        return cls(numeral, 2 * percents - 3 * numeral.thousands)

    def shown(self, amount: float) -> str:
        """Return a number; one that is rounded to zero has no minus sign."""
        digits = rounded(amount, self.power, len(self.numeral.decimals))
        sign = MINUS if amount < 0 and not digits.is_zero else ""
        return sign + self.numeral.filled(digits)


class Scientific(NamedTuple):
    """A number with an exponent: ``0.00E+00``, and ``##0.0E+0`` in steps of three.

    Attributes:
        mantissa: the places of the digits before the exponent.
        mark: the letter, and the text between it and the exponent.
        plus: the sign of an exponent that is not negative.
        exponent: the places of the exponent's digits.
    """

    mantissa: Numeral
    mark: str
    plus: str
    exponent: Numeral

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """Return what a section's tokens say."""
        kinds = [token.kind for token in tokens]
        at = kinds.index(TokenKind.EXPONENT)
        first = kinds.index(TokenKind.PLACEHOLDER, at)
        letter, sign = tokens[at].text[0], tokens[at].text[1]
        between = "".join(token.text for token in tokens[at + 1 : first])
        plus = "" if sign == MINUS else sign
        exponent = Numeral.of(tokens[first:])._replace(is_grouped=False)
        return cls(Numeral.of(tokens[:at]), letter + between, plus, exponent)

    def shown(self, amount: float) -> str:
        """Return a number; zero has all digits that there are places for."""
        digits, power = self._parts(amount)
        exponent = self.exponent.filled(Digits(str(abs(power)), ""))
        minus = MINUS if amount < 0 else ""
        sign = MINUS if power < 0 else self.plus
        return minus + self.mantissa.filled(digits) + self.mark + sign + exponent

    def _parts(self, amount: float) -> tuple[Digits, int]:
        """Return the digits of the mantissa, and the exponent, a multiple of their places."""
        whole, decimals = len(self.mantissa.whole), len(self.mantissa.decimals)
        digits, power = scientific(amount)
        if not digits:
            return Digits("0" * whole, "0" * decimals), 0
        step = (power + EXACT - 1) // whole * whole
        rest = rounded(amount, -step, decimals)
        if len(rest.whole) <= whole:
            return rest, step
        return rounded(amount, -step - whole, decimals), step + whole
