"""Sections that show a date, a time of day or a length of time, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import floor
from typing import NamedTuple, Self, TypeAlias

from lagesbild_xlsx.numberformat.calendar import DAY, LAST, Day, Language, day_of
from lagesbild_xlsx.numberformat.digits import DECIMAL_COMMA, MINUS, general
from lagesbild_xlsx.numberformat.tokens import Token, TokenKind


class Moment(NamedTuple):
    """What there is to show.

    Attributes:
        day: the day.
        seconds: the whole seconds since serial number 0.
        decimals: the digits of the rest of a second.
    """

    day: Day
    seconds: int
    decimals: str


DatePart: TypeAlias = Callable[[Moment], str]
"""What shows a part of a moment."""

SECONDS = {"h": 3600, "m": 60, "s": 1}
"""How many seconds an hour, a minute and a second have."""

LIMIT = {"h": 24, "m": 60, "s": 60}
NOON = DAY // 2
BUDDHIST = 543
"""How many years the Buddhist calendar is ahead."""

NUMBER, SHORT, LETTER = 2, 3, 5
"""How many letters at the most stand for a number, and how many for other forms of a name."""


def parts_of(tokens: Sequence[Token], language: Language) -> Iterator[DatePart]:
    """Yield what shows each token of a section."""
    minutes = _minutes(tokens)
    elapsed = {token.text[0].lower() for token in tokens if token.kind is TokenKind.ELAPSED}
    is_half = any(token.kind is TokenKind.MERIDIEM for token in tokens)
    for at, (kind, text) in enumerate(tokens):
        letter = text[:1].lower()
        if kind in {TokenKind.DATE, TokenKind.ELAPSED} and (letter in {"h", "s"} or at in minutes):
            yield _time(letter, text, is_whole=letter in elapsed, is_half=is_half)
        elif kind is TokenKind.DATE:
            yield DATE_PARTS[letter](len(text), language)
        elif kind is TokenKind.MERIDIEM:
            yield _meridiem(text, language)
        elif kind is TokenKind.SUBSECOND:
            yield _subsecond(len(text))
        else:
            yield _literal(language.date_separator if kind is TokenKind.SLASH else text)


def calendar_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the letters of the parts of a date that a section shows; m is a month."""
    minutes = _minutes(tokens)
    dated = (t for at, t in enumerate(tokens) if t.kind is TokenKind.DATE and at not in minutes)
    return frozenset(DATE_PARTS) & {token.text[0].lower() for token in dated}


def _minutes(tokens: Sequence[Token]) -> set[int]:
    """Return where an m means minutes and not months: after hours, and beside seconds."""
    dated = [
        (at, t) for at, t in enumerate(tokens) if t.kind in {TokenKind.DATE, TokenKind.ELAPSED}
    ]
    letters = ["", *(token.text[0].lower() for _, token in dated), ""]
    found: set[int] = set()
    for (at, token), before, after in zip(dated, letters, letters[2:], strict=False):
        is_beside = before == "h" or after == "s" or (before == "s" and not found)
        is_short = is_beside and len(token.text) <= NUMBER
        if token.text[0] in "mM" and (is_short or token.kind is TokenKind.ELAPSED):
            found.add(at)
    return found


def _literal(text: str) -> DatePart:
    return lambda _moment: text


def _time(letter: str, text: str, *, is_whole: bool, is_half: bool) -> DatePart:
    """Return what shows hours, minutes or seconds: all of them, of the day, or of half a day."""
    width = len(text) if is_whole else min(len(text), NUMBER)

    def shown(moment: Moment) -> str:
        amount = moment.seconds // SECONDS[letter]
        if not is_whole:
            amount %= LIMIT[letter]
            if is_half and letter == "h":
                amount = (amount - 1) % 12 + 1
        return f"{amount:0{width}}"

    return shown


def _subsecond(width: int) -> DatePart:
    return lambda moment: DECIMAL_COMMA + moment.decimals[:width].ljust(width, "0")


def _meridiem(text: str, language: Language) -> DatePart:
    """Return what shows the half of the day: its name, or the letter that was typed."""
    names = (language.morning, language.afternoon)
    halves = names if text.lower() == "am/pm" else tuple(text.split("/"))
    return lambda moment: halves[moment.seconds % DAY >= NOON]


def _year(width: int, _language: Language, ahead: int = 0) -> DatePart:
    if width <= NUMBER:
        return lambda moment: f"{(moment.day.year + ahead) % 100:02}"
    return lambda moment: f"{moment.day.year + ahead:04}"


def _buddhist_year(width: int, language: Language) -> DatePart:
    return _year(width, language, BUDDHIST)


def _era_year(_width: int, _language: Language) -> DatePart:
    return lambda moment: str(moment.day.year)


def _era(_width: int, _language: Language) -> DatePart:
    return _literal("")


def _week(_width: int, _language: Language) -> DatePart:
    return lambda moment: str(moment.day.week)


def _month(width: int, language: Language) -> DatePart:
    if width <= NUMBER:
        return lambda moment: f"{moment.day.month:0{width}}"
    if width == LETTER:
        return lambda moment: language.months[moment.day.month - 1][0]
    names = language.short_months if width == SHORT else language.months
    return lambda moment: names[moment.day.month - 1]


def _day(width: int, language: Language) -> DatePart:
    if width <= NUMBER:
        return lambda moment: f"{moment.day.day:0{width}}"
    names = language.short_days if width == SHORT else language.days
    return lambda moment: names[moment.day.weekday]


DATE_PARTS: dict[str, Callable[[int, Language], DatePart]] = {
    "y": _year,
    "b": _buddhist_year,
    "e": _era_year,
    "g": _era,
    "m": _month,
    "d": _day,
    "a": _day,
    "w": _week,
}
"""What shows a part of a date, by its letter and how many of it there are."""


# ------------------------------------------------------------------ sections

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
