"""Sections that show a fraction: ``# ?/?``, ``# ??/16``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor
from typing import NamedTuple, Self

from lagesbild_xlsx.numberformat.digits import MINUS, Digits, placed_whole, scientific, shifted
from lagesbild_xlsx.numberformat.numbers import Numeral
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind

NEAR = 5e-8
"""How near a fraction must be to be exact."""

LONGEST = 7
"""How many digits a denominator has at the most."""


class Fraction(NamedTuple):
    """A number as a fraction, after its whole part where the code has places for one.

    Attributes:
        whole: the places of the whole part, and the text before it.
        gap: the text between the whole part and the fraction.
        numerator: the numerator's placeholders.
        bar: the slash, and the text around it.
        denominator: the denominator's placeholders, or its digits.
        after: the text after the fraction.
    """

    whole: Numeral
    gap: str
    numerator: str
    bar: str
    denominator: str
    after: str

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """Return what a section's tokens say."""
        slash = next(at for at, token in enumerate(tokens) if token.kind is TokenKind.SLASH)
        before, after = tokens[:slash], tokens[slash + 1 :]
        first, last = _last_run(before)
        start, end = _first_run(after)
        whole = _last_run(before[:first])[1] or first
        return cls(
            Numeral.of(before[:whole]),
            _text(before[whole:first]),
            _text(before[first:last]),
            _text((*before[last:], tokens[slash], *after[:start])),
            _text(after[start:end]),
            _text(after[end:]),
        )

    def shown(self, amount: float) -> str:
        """Return a number; one that is rounded to zero has no minus sign."""
        numerator, denominator = self._ratio(abs(amount))
        sign = MINUS if amount < 0 and numerator else ""
        if self.whole.whole:
            return sign + self._mixed(numerator, denominator) + self.after
        before = self.whole.filled(Digits("", ""))
        return sign + before + self._fraction(numerator, denominator) + self.after

    def _mixed(self, numerator: int, denominator: int) -> str:
        """Return a whole part and a fraction, each where there is one."""
        whole, numerator = divmod(numerator, denominator)
        if not numerator and "0" not in self.numerator:
            fraction = self.gap + self.numerator + self.bar + self.denominator
            places = self.whole.whole + self.numerator + self.denominator
            return self.whole.filled(Digits(str(whole), "")) + _blank(fraction, places)
        is_zero = not numerator and "?" in self.whole.whole
        has_whole = whole or is_zero or "0" in self.whole.whole
        gap = self.gap if has_whole else _blank(self.gap, self.whole.whole + self.numerator)
        digits = Digits(str(whole) if whole or is_zero else "", "")
        return self.whole.filled(digits) + gap + self._fraction(numerator, denominator)

    def _fraction(self, numerator: int, denominator: int) -> str:
        above = "".join(placed_whole(str(numerator), self.numerator, grouped=False))
        below = str(denominator)
        if "0" in self.denominator:
            below = below.zfill(len(self.denominator))
        elif "?" in self.denominator:
            below = below.ljust(len(self.denominator))
        return above + self.bar + below

    def _ratio(self, amount: float) -> tuple[int, int]:
        """Return the numerator and the denominator that a number is rounded to."""
        if self.denominator.strip("0").isdecimal():
            denominator = int(self.denominator)
            digits, power = scientific(amount)
            return shifted(digits * denominator, power), denominator
        return approximated(amount, 10 ** min(len(self.denominator), LONGEST) - 1)


def approximated(amount: float, most: int) -> tuple[int, int]:
    """Return the fraction that Excel takes for a number.

    It is the last convergent of the continued fraction, calculated in double precision, whose
    denominator is small enough. Fractions between two convergents are passed over, though nearer.
    """
    before, last, rest = (0, 1), (1, 0), amount
    while True:
        whole = floor(rest)
        now = (whole * last[0] + before[0], whole * last[1] + before[1])
        if now[1] > most:
            return last
        if rest - whole < NEAR:
            return now
        before, last, rest = last, now, 1 / (rest - whole)


def _blank(text: str, places: str) -> str:
    """Return as much space as a text would take where some place asks for it, else nothing."""
    return " " * len(text) if "?" in places else ""


def _last_run(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where the last placeholders begin and end; 0 and 0 where there are none."""
    end = len(tokens)
    while end and tokens[end - 1].kind is not TokenKind.PLACEHOLDER:
        end -= 1
    start = end
    while start and tokens[start - 1].kind is TokenKind.PLACEHOLDER:
        start -= 1
    return start, end


def _first_run(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where the first digits or placeholders begin and end."""
    digits = (TokenKind.PLACEHOLDER, TokenKind.NUMBER)
    start = next(at for at, token in enumerate(tokens) if token.kind in digits)
    rest = (at for at in range(start, len(tokens)) if tokens[at].kind not in digits)
    return start, next(rest, len(tokens))


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens)
