"""A number format code cut into tokens (ECMA-376 part 1, 18.8.31; [MS-XLS] 2.4.126)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class TokenKind(Enum):
    """What a token stands for."""

    LITERAL = auto()
    """Text that is shown as it is."""
    NUMBER = auto()
    """Figures that are shown as they are, or the denominator of a fraction."""
    PLACEHOLDER = auto()
    """A digit: ``0``, ``#`` or ``?``."""
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    SLASH = auto()
    EXPONENT = auto()
    """``E+`` or ``E-``, in the case that was typed."""
    SUBSECOND = auto()
    """Decimals of a second, as zeros; found among the parts of a date."""
    DATE = auto()
    """A part of a date or a time of day: ``yyyy``, ``mm``, ``h`` …"""
    ELAPSED = auto()
    """All hours, minutes or seconds, without the brackets: ``h``, ``mm`` …"""
    MERIDIEM = auto()
    """``AM/PM`` or ``A/P``, in the case that was typed."""
    GENERAL = auto()
    TEXT = auto()
    """``@``: the text of the cell."""
    CONDITION = auto()
    """A comparison, without the brackets: ``>= 100``."""
    LANGUAGE = auto()
    """An LCID or a language tag: ``41D``, ``sv-SE``."""
    END = auto()
    """``;``: the end of a section."""


class Token(NamedTuple):
    """A token, and its text as far as it says more than the kind."""

    kind: TokenKind
    text: str


PATTERN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<width>.)
    | \*(?P<fill>.)
    | \[(?P<bracket>[^][]*)\]
    | (?P<general>general)
    | (?P<meridiem>am/pm|a/p)
    | (?P<exponent>e[+-])
    | b(?P<calendar>[12])
    | (?P<date>y+|m+|d+|h+|s+|e+|g+|b+|a{3,}|ww)
    | (?P<placeholder>[0#?])
    | (?P<number>[1-9][0-9]*)
    | (?P<mark>[.,%/@;])
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Each alternative reads on from where it stands and never goes back, so time is linear."""

MARKS = {
    ".": TokenKind.POINT,
    ",": TokenKind.COMMA,
    "%": TokenKind.PERCENT,
    "/": TokenKind.SLASH,
    "@": TokenKind.TEXT,
    ";": TokenKind.END,
}

KINDS = {
    "quoted": TokenKind.LITERAL,
    "escaped": TokenKind.LITERAL,
    "other": TokenKind.LITERAL,
    "general": TokenKind.GENERAL,
    "meridiem": TokenKind.MERIDIEM,
    "exponent": TokenKind.EXPONENT,
    "date": TokenKind.DATE,
    "placeholder": TokenKind.PLACEHOLDER,
    "number": TokenKind.NUMBER,
}
"""What the groups of the pattern are; marks and brackets say it themselves."""

ELAPSED = "h+|m+|s+"
CONDITION = r"(<=|>=|<>|[<>=])\s*([-+]?[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?)"


def tokens_of(code: str) -> Iterator[Token]:
    """Yield the tokens of a code; colours and what only fills up a cell are none."""
    for found in PATTERN.finditer(code):
        name, text = str(found.lastgroup), str(found[found.lastindex or 0])
        if name == "bracket":
            yield from _bracketed(text)
        elif name == "mark":
            yield Token(MARKS[text], text)
        elif name == "width":
            yield Token(TokenKind.LITERAL, " ")
        elif name in KINDS:
            yield Token(KINDS[name], text)


def _bracketed(text: str) -> Iterator[Token]:
    """Yield what brackets say; a currency and its language are two tokens."""
    if re.fullmatch(ELAPSED, text, re.IGNORECASE):
        yield Token(TokenKind.ELAPSED, text)
    elif found := re.fullmatch(CONDITION, text, re.IGNORECASE):
        yield Token(TokenKind.CONDITION, " ".join(found.groups()))
    elif text.startswith("$"):
        currency, _, language = text[1:].partition("-")
        yield Token(TokenKind.LITERAL, currency)
        yield Token(TokenKind.LANGUAGE, language)
