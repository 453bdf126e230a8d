"""A number format: its sections, and which of them a value is shown by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lagesbild_xlsx.numberformat.dates import DateTime
from lagesbild_xlsx.numberformat.moments import FIRST_OF_1904, moment_of
from lagesbild_xlsx.numberformat.numbers import General
from lagesbild_xlsx.numberformat.sections import Comparison, FormatSection, NumberLayout
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind, tokens_of

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
