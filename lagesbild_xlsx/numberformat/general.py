"""Numbers in the General format: as many digits as there is room for."""

from __future__ import annotations

from lagesbild_xlsx.numberformat.digits import (
    DECIMAL_COMMA,
    EXACT,
    MINUS,
    Digits,
    rounded,
    scientific,
)

WIDTH = 11
"""How many signs a number has at the most, without its minus sign."""

DECIMALS = WIDTH - len("0,")
"""How many decimals there is room for."""

MANTISSA = 5
"""How many decimals a number with an exponent has."""

LEAST = -4
"""Numbers with a lower exponent have one, unless there is room for all of their decimals."""


def general(amount: float) -> str:
    """Return a number in the General format: ``12,5``, ``1,23457E+11``.

    It is what a cell shows that is wide enough.
    """
    digits, power = scientific(amount)
    if not digits:
        return "0"
    exponent = power + EXACT - 1
    sign = MINUS if amount < 0 else ""
    return sign + (_plain(amount, exponent) or _with_exponent(amount, exponent))


def _plain(amount: float, exponent: int) -> str:
    """Return a number without exponent, nothing where it must have one."""
    if exponent >= WIDTH or (exponent < LEAST and not _is_short(amount)):
        return ""
    digits = rounded(amount, 0, min(max(DECIMALS - exponent, 0), DECIMALS))
    return "" if len(digits.whole) > WIDTH else _text(digits)


def _is_short(amount: float) -> bool:
    """Return whether there is room for all decimals of a number below one."""
    return len(rounded(amount, 0, WIDTH + 1).decimals.rstrip("0")) in range(1, DECIMALS + 1)


def _with_exponent(amount: float, exponent: int) -> str:
    digits = rounded(amount, -exponent, MANTISSA)
    if len(digits.whole) > 1:  # 9.999999 is rounded up to 10
        return _with_exponent(amount, exponent + 1)
    return f"{_text(digits)}E{exponent:+03}"


def _text(digits: Digits) -> str:
    decimals = digits.decimals.rstrip("0")
    return (digits.whole or "0") + (DECIMAL_COMMA + decimals if decimals else "")
