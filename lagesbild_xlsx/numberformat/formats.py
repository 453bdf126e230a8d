"""A number format: its sections, which numbers each is for, and how it shows them."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, Self

from lagesbild_xlsx.numberformat.calendar import (
    FIRST_OF_1904,
    SWEDISH,
    Language,
    language_of,
    moment_of,
)
from lagesbild_xlsx.numberformat.dates import DateTime, with_subseconds
from lagesbild_xlsx.numberformat.numbers import Constant, Decimal, General, Scientific
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind, tokens_of

CURRENCY = ('#,##0\\ "kr";\\-#,##0\\ "kr"', '#,##0.00\\ "kr";\\-#,##0.00\\ "kr"')
NUMBER = ("#,##0;\\-#,##0", "#,##0.00;\\-#,##0.00")
ACCOUNTS = (
    '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-',
    '_-* #,##0\\ "kr"_-;\\-* #,##0\\ "kr"_-;_-* "-"\\ "kr"_-;_-@_-',
    '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
    '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-',
)

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: CURRENCY[0], 6: CURRENCY[0], 7: CURRENCY[1], 8: CURRENCY[1],
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "dd-mmm-yy", 16: "dd-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm",
    37: NUMBER[0], 38: NUMBER[0], 39: NUMBER[1], 40: NUMBER[1],
    41: ACCOUNTS[0], 42: ACCOUNTS[1], 43: ACCOUNTS[2], 44: ACCOUNTS[3],
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The codes that a workbook need not hold, by their numbers (ECMA-376 part 1, 18.8.30)."""


# ------------------------------------------------------------------ a section

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


# ------------------------------------------------------------------ a format

LONGEST = 255
"""How long a code is at the most (Excel specifications and limits)."""

MOST_SECTIONS = 4
TEXTS = (TokenKind.TEXT, TokenKind.GENERAL)
UNSEEN = frozenset((TokenKind.LANGUAGE, TokenKind.CONDITION))

ALL, ELSE = Comparison(">=", float("-inf")), Comparison("<=", float("inf"))
NOT_NEGATIVE, POSITIVE, NEGATIVE = Comparison(">=", 0), Comparison(">", 0), Comparison("<", 0)
BY_PLACE = ((), (ALL,), (NOT_NEGATIVE, ELSE), (POSITIVE, NEGATIVE, ALL))
"""Which numbers the sections of a code are for that has none, one, two or three for numbers."""


class SectionRule(NamedTuple):
    """Which numbers a layout is for, and whether negative ones have a minus sign of their own."""

    condition: Comparison
    layout: NumberLayout
    is_signed: bool = True


GENERAL = SectionRule(ALL, General("", ""))


class NumberFormat(NamedTuple):
    """A number format code that has been read.

    Attributes:
        rules: what numbers are shown by; the first whose condition holds.
        text: the section for texts, None where they are shown as they are, but for space around.
        date1904: whether days are counted from 1904-01-01 instead of from 1900.
        code: the code that was read.
    """

    rules: tuple[SectionRule, ...] = (GENERAL,)
    text: tuple[Token, ...] | None = None
    date1904: bool = False
    code: str = "General"

    def shown(self, value: float) -> str:
        """Return a finite number as its format shows it."""
        rule = self._rule(value)
        return rule.layout.shown(value if rule.is_signed else abs(value))

    def shown_text(self, text: str) -> str:
        """Return a text as its format shows it."""
        if self.text is None:
            return text
        return "".join(text if kind in TEXTS else shown for kind, shown in self.text)

    def moment(self, value: float) -> dt.datetime | None:
        """Return the moment that a number is shown as, None where it is shown as something else."""
        layout = self._rule(value).layout
        if isinstance(layout, DateTime) and layout.is_date:
            return moment_of(value, date1904=self.date1904)
        return None

    @property
    def calendar(self) -> frozenset[str]:
        """The letters of the parts of a date that are shown, as in ``yyyy-mm-dd``; maybe none."""
        layouts = (rule.layout for rule in self.rules)
        return next((one.calendar for one in layouts if isinstance(one, DateTime)), frozenset())

    def _rule(self, value: float) -> SectionRule:
        return next(rule for rule in self.rules if rule.condition.holds(value))


@lru_cache(maxsize=1024)
def number_format(code: str, *, date1904: bool = False) -> NumberFormat:
    """Return the format of a code; General where the code cannot be read.

    Args:
        code: as a workbook has it, in English.
        date1904: whether the workbook counts days from 1904-01-01 instead of from 1900.
    """
    sections = _split(code) if 0 < len(code) <= LONGEST else []
    if not 0 < len(sections) <= MOST_SECTIONS:
        return NumberFormat(date1904=date1904)
    has_text = len(sections) == MOST_SECTIONS or _has_text(sections[-1])
    text = _text(sections.pop()) if has_text else None
    start = FIRST_OF_1904 if date1904 else 0
    numbers = [FormatSection.of(tokens, start) for tokens in sections]
    return NumberFormat((*_rules(numbers), GENERAL), text, date1904, code)


def _split(code: str) -> list[list[Token]]:
    """Return the tokens of each section."""
    sections: list[list[Token]] = [[]]
    for token in tokens_of(code):
        if token.kind is TokenKind.END:
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _has_text(tokens: Sequence[Token]) -> bool:
    return any(token.kind is TokenKind.TEXT for token in tokens)


def _text(tokens: Sequence[Token]) -> tuple[Token, ...] | None:
    """Return what is shown for a text, None where it is the text with space around it."""
    seen = tuple(token for token in tokens if token.kind not in UNSEEN)
    kinds = [token.kind for token in seen if token.text.strip()]
    return None if kinds == [TokenKind.TEXT] else seen


def _rules(sections: Sequence[FormatSection]) -> Iterator[SectionRule]:
    """Yield what each section is for, by its own condition or by its place (18.8.31)."""
    defaults = BY_PLACE[len(sections)]
    for (own, layout), default in zip(sections, defaults, strict=True):
        condition = own or default
        if len(sections) == 1:
            yield SectionRule(condition, layout)
        elif own is None and default is ELSE:
            yield SectionRule(condition, layout, _leaves_both(sections[0].condition))
        else:
            yield SectionRule(condition, layout, is_signed=not condition.is_negative)


def _leaves_both(first: Comparison | None) -> bool:
    """Return whether the second of two sections shows minus signs, as Excel has it.

    It does where the first takes one number, or none below zero.
    """
    if first is None:
        return False
    return first.sign == "=" or (first.sign in {">", ">="} and first.limit >= 0)
