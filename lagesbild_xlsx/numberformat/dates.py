"""Sections that show a date, a time of day or a length of time."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import NamedTuple, Self

from lagesbild_xlsx.numberformat.dateparts import DatePart, Moment, calendar_of, parts_of
from lagesbild_xlsx.numberformat.digits import MINUS
from lagesbild_xlsx.numberformat.general import general
from lagesbild_xlsx.numberformat.languages import Language
from lagesbild_xlsx.numberformat.moments import DAY, LAST, day_of
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind

MOST_DECIMALS = 3
"""How many decimals of a second Excel knows."""

NOTHING = Token(TokenKind.LITERAL, "")
ZERO = Token(TokenKind.PLACEHOLDER, "0")

HALF = 0.5
"""How much of the last decimal counts as all of it."""

NEARLY = 0.9999
"""How much of a second counts as all of it where no time is shown."""


class DateTime(NamedTuple):
    """A moment or a length of time: ``yyyy-mm-dd hh:mm``, ``[h]:mm``.

    Attributes:
        parts: what shows each part.
        start: the number of the day that is 0, counted from 1900.
        decimals: how many decimals seconds have.
        rounding: how much of the last decimal counts as all of it.
        is_date: whether it is no mere length of time.
        calendar: the letters of the parts of a date that it shows: ``y``, ``m``, ``w``, ``d`` …
    """

    parts: tuple[DatePart, ...]
    start: int
    decimals: int
    rounding: float
    is_date: bool
    calendar: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Token], language: Language, start: int) -> Self:
        """Return what a section's tokens say."""
        letters = {token.text[0].lower() for token in tokens if token.kind is TokenKind.DATE}
        kinds = {token.kind for token in tokens}
        has_time = letters & set("hs") or kinds & {
            TokenKind.ELAPSED,
            TokenKind.MERIDIEM,
            TokenKind.SUBSECOND,
        }
        longest = max((len(t.text) for t in tokens if t.kind is TokenKind.SUBSECOND), default=0)
        return cls(
            tuple(parts_of(tokens, language)),
            start,
            min(longest, MOST_DECIMALS),
            HALF if has_time else NEARLY,
            TokenKind.ELAPSED not in kinds,
            calendar_of(tokens),
        )

    def shown(self, amount: float) -> str:
        """Return a moment; where there is none, the number, for which Excel shows ``####``.

        Excel shows negative lengths of time where it counts from 1904 only; here all are shown.
        """
        is_shown = amount >= 0 or self.start or not self.is_date
        moment = self._moment(abs(amount)) if is_shown else None
        if moment is None:
            return general(amount)
        is_zero = not moment.seconds and not moment.decimals.strip("0")
        sign = MINUS if amount < 0 and not is_zero else ""
        return sign + "".join([part(moment) for part in self.parts])

    def _moment(self, amount: float) -> Moment | None:
        """Return the moment of a serial number, None outside the calendar."""
        if amount > LAST + 1:
            return None
        units = 10**self.decimals
        seconds, rest = divmod(floor(amount * DAY * units + 1 - self.rounding), units)
        day = day_of(self.start + seconds // DAY)
        return day and Moment(day, seconds, f"{rest:0{self.decimals}}")


def with_subseconds(tokens: Sequence[Token]) -> list[Token]:
    """Return a section's tokens, with a point and its zeros as decimals of a second.

    A comma does as well where seconds stand before it.
    """
    merged = [NOTHING, NOTHING]
    for token in tokens:
        before, (kind, text) = merged[-2:]
        is_mark = kind is TokenKind.POINT or (kind is TokenKind.COMMA and _is_seconds(before))
        if token == ZERO and (is_mark or kind is TokenKind.SUBSECOND):
            merged[-1] = Token(TokenKind.SUBSECOND, text.strip(".,") + ZERO.text)
        else:
            merged.append(token)
    return merged[2:]


def _is_seconds(token: Token) -> bool:
    return token.kind in {TokenKind.DATE, TokenKind.ELAPSED} and token.text[0] in "sS"
