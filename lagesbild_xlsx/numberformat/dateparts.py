"""The parts of a date or a time that a code names, and what each shows at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.numberformat.digits import DECIMAL_COMMA
from lagesbild_xlsx.numberformat.languages import Language
from lagesbild_xlsx.numberformat.moments import DAY, Day
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
