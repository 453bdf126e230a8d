"""The digits of a number: rounded, put in the places that a code has, or in the General format."""

from __future__ import annotations

from typing import NamedTuple

DECIMAL_COMMA = ","
THOUSANDS = "\u00a0"
"""Between groups of three digits stands a space that no line ends at."""

MINUS = "-"
EXACT = 15
"""How many digits of a number Excel knows (Excel specifications and limits)."""

BLANK = {"0": "0", "?": " ", "#": ""}
"""What a placeholder shows where the number has no digit for it."""


class Digits(NamedTuple):
    """A number without sign: its digits before the decimal comma, without zeros, and after it."""

    whole: str
    decimals: str

    @property
    def is_zero(self) -> bool:
        """Whether all digits are zeros."""
        return not self.whole and not self.decimals.strip("0")


def scientific(amount: float) -> tuple[int, int]:
    """Return a number's digits as a whole number, and the power of ten that belongs to it."""
    mantissa, _, exponent = f"{abs(amount):.{EXACT - 1}e}".partition("e")
    return int(mantissa.replace(".", "")), int(exponent) - EXACT + 1


def shifted(digits: int, power: int) -> int:
    """Return a whole number times a power of ten, a half rounded up."""
    unit: int = 10 ** abs(power)
    return digits * unit if power >= 0 else (digits + unit // 2) // unit


def rounded(amount: float, power: int, decimals: int) -> Digits:
    """Return the digits of a number times a power of ten, a half rounded up."""
    digits, exponent = scientific(amount)
    text = str(shifted(digits, exponent + power + decimals)).zfill(decimals)
    at = len(text) - decimals
    return Digits(text[:at].lstrip("0"), text[at:])


def placed_whole(digits: str, places: str, *, grouped: bool) -> list[str]:
    """Return what each placeholder before the decimal comma shows.

    The digits are put in from the right. The first placeholder gets all that are left.
    """
    spare = max(len(digits) - len(places), 0)
    padded = digits.rjust(len(places))
    holes = "#" * spare + places
    shown = [
        BLANK[hole] if digit == " " else digit for digit, hole in zip(padded, holes, strict=True)
    ]
    if grouped:
        shown = [each + _gap(each, len(shown) - at) for at, each in enumerate(shown, 1)]
    return ["".join(shown[: spare + 1]), *shown[spare + 1 :]]


def _gap(shown: str, left: int) -> str:
    """Return what stands between a digit and the next, of which so many are left."""
    if not shown or not left or left % 3:
        return ""
    return " " if shown == " " else THOUSANDS


def placed_decimals(digits: str, places: str) -> list[str]:
    """Return what each placeholder after the decimal comma shows; the last zeros are no digits."""
    padded = digits.rstrip("0").ljust(len(places))
    return [
        BLANK[hole] if digit == " " else digit for digit, hole in zip(padded, places, strict=True)
    ]


# ------------------------------------------------------------------ the General format

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
