"""Numbers as lists, captions and pages write them (ECMA-376 part 1, 17.18.59 and 17.16.4.3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST = 32_767
"""The highest number that Word counts to."""


def roman(number: int) -> str:
    """Return a number in Roman numerals."""
    numeral = ""
    for value, letters in ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


def letters(number: int) -> str:
    """Return a number as letters: A to Z, then AA to ZZ."""
    return LETTERS[(number - 1) % len(LETTERS)] * ((number - 1) // len(LETTERS) + 1)


Write = Callable[[int], str]

NUMBER_FORMATS: Mapping[str, Write] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "numberInDash": "- {} -".format,
    "none": lambda _: "",
}
"""How a list or a page number is written, by its ``w:numFmt`` or ``w:fmt``."""

FIELD_FORMATS: Mapping[str, Write] = {
    "arabic": NUMBER_FORMATS["decimal"],
    "arabicdash": NUMBER_FORMATS["numberInDash"],
    "roman": roman,
    "alphabetic": letters,
}
r"""How a field's number is written, by what stands after ``\*`` (``roman`` in small letters)."""


def written(number: int, form: str) -> str | None:
    """Return a number in one of ``NUMBER_FORMATS``; None in any other."""
    write = NUMBER_FORMATS.get(form)
    return write(number) if write and 0 <= number <= MOST else None


def written_in_field(number: int, formats: Iterable[str], otherwise: str = "arabic") -> str | None:
    r"""Return a number as a field's ``\*`` switches ask; None where they are not known."""
    form = next((each for each in formats if each.lower() not in KEEP_FORMAT), otherwise)
    write = FIELD_FORMATS.get(form.lower())
    if write is None or not 0 <= number <= MOST:
        return None
    return write(number).lower() if form.islower() else write(number)


KEEP_FORMAT = frozenset(("mergeformat", "charformat", "mergeformatinet"))
r"""What may stand after ``\*`` and changes no letter of the result."""
