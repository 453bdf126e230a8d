"""Sections that show a number: with decimals, in percent, with an exponent, or as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

from lagesbild_xlsx.numberformat.digits import EXACT, MINUS, Digits, rounded, scientific
from lagesbild_xlsx.numberformat.general import general
from lagesbild_xlsx.numberformat.numeral import Numeral
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind


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
