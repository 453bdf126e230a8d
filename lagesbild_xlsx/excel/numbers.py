"""Numbers and dates as a Swedish Excel shows them, from their number format codes.

The codes are ECMA-376 part 1, 18.8.30 (numFmts) and 18.8.31. What a code asks that is not done
here (fractions, exponents, conditions) is shown in the General format.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from lagesbild_xlsx.columns import MONTHS

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "hh:mm", 19: "hh:mm:ss",
    20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
}  # fmt: skip
"""The codes that a file need not hold, as they are in Swedish."""

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
LONG_DATE, LONG_TIME = "[$-F800]", "[$-F400]"
"""Marks of the system's own long date and time; the code after them is not what is shown."""

MINUS, THOUSANDS = "-", "\u00a0"
GENERAL_DIGITS = 11
"""How many characters a number has at the most in the General format."""

LAST_SERIAL = 2958466
"""The serial number after 9999-12-31, the last date that Excel knows."""

DURATION = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
"""What shows more than 24 hours, or more than 60 minutes, as such."""

DATE_TOKENS = re.compile(r"y+|m+|d+|h+|s+(?:\.0+)?|AM/PM|A/P|\"[^\"]*\"|\\.|.", re.IGNORECASE)
MASK = re.compile(r"[0#?]+(?:[-  /][0#?]+)+")
"""A form with marks inside the digits: a case number, a telephone number."""

MOST_EXACT = 1e15
"""Beyond it a number has no more exact digits (IEEE 754 double precision)."""

NUMBER_PATTERN = re.compile(
    r"(?P<before>[^0#?]*)(?P<whole>[0#?,]+)(?:\.(?P<decimals>[0#?]*))?(?P<after>[^0#?]*)"
)


class NumberFormat(NamedTuple):
    """A number format code, and whether it shows a number as a moment, or as hours and minutes."""

    code: str = "General"
    is_date: bool = False
    is_duration: bool = False


@cache
def number_format(code: str) -> NumberFormat:
    """Return the format of a code."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", code)
    is_date = (
        LONG_DATE in code or LONG_TIME in code or bool(re.search(r"[ymdhs]", bare, re.IGNORECASE))
    )
    is_duration = bool(DURATION.search(code))
    return NumberFormat(code, is_date and "general" not in bare.lower(), is_duration)


def date_of(serial: float, *, from_1904: bool) -> dt.datetime | None:
    """Return the moment of a serial number, to the second; None outside Excel's calendar.

    Args:
        serial: days since the start of the calendar.
        from_1904: whether the workbook counts from 1904-01-01 instead of from 1900.
    """
    if not 0 <= serial < LAST_SERIAL:
        return None
    if from_1904:
        start = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - Excel's dates have no time zone
    else:
        # 1900-02-29, which never was, has number 60.
        start = dt.datetime(1899, 12, 31 if serial < 60 else 30)  # noqa: DTZ001, PLR2004
    try:
        return start + dt.timedelta(seconds=round(serial * 86400))
    except OverflowError:
        return None


def shown_date(moment: dt.datetime, form: NumberFormat) -> str:
    """Return a moment as its format shows it."""
    if LONG_DATE in form.code:
        return f"den {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if LONG_TIME in form.code:
        return f"{moment:%H:%M:%S}"
    tokens = DATE_TOKENS.findall(re.sub(r"\[[^\]]*\]|_.|\*.", "", form.code.split(";")[0]))
    return "".join(_date_token(tokens, at, moment) for at in range(len(tokens))).strip()


def _date_token(tokens: list[str], at: int, moment: dt.datetime) -> str:  # noqa: PLR0911 - one for each letter
    token = tokens[at]
    kind, long = token[0].lower(), len(token)
    if token[0] in '"\\':
        return token.strip('"').removeprefix("\\")
    if kind == "y":
        return f"{moment.year:04}" if long > 2 else f"{moment.year % 100:02}"  # noqa: PLR2004
    if kind == "m" and _is_minutes(tokens, at):
        return f"{moment.minute:0{min(long, 2)}}"
    if kind in "md":
        return _month(moment, long) if kind == "m" else _day(moment, long)
    if kind == "h":
        return f"{moment.hour:0{min(long, 2)}}"
    if kind == "s":
        return f"{moment.second:0{min(long, 2)}}"
    return "" if token.upper() in ("AM/PM", "A/P") else token


def _month(moment: dt.datetime, long: int) -> str:
    name = MONTHS[moment.month - 1]
    return (f"{moment.month}", f"{moment.month:02}", name[:3], name)[min(long, 4) - 1]


def _day(moment: dt.datetime, long: int) -> str:
    name = WEEKDAYS[moment.weekday()]
    return (f"{moment.day}", f"{moment.day:02}", name[:3], name)[min(long, 4) - 1]


def _is_minutes(tokens: list[str], at: int) -> bool:
    """Whether an m means minutes: the nearest letter before is h, or the nearest after is s."""
    before = next((t[0].lower() for t in reversed(tokens[:at]) if t[0].lower() in "ymdhs"), "")
    after = next((t[0].lower() for t in tokens[at + 1 :] if t[0].lower() in "ymdhs"), "")
    return before == "h" or after == "s"


def shown_duration(days: float, form: NumberFormat) -> str:
    """Return a length of time as its format shows it: 1.5 days as ``36:00``."""
    seconds = round(abs(days) * 86400)
    parts = {"h": (seconds // 3600, 24), "m": (seconds // 60, 60), "s": (seconds, 60)}

    def shown(found: re.Match[str]) -> str:
        whole = found[0].startswith("[")
        letters = found[0].strip("[]").lower()
        amount, most = parts[letters[0]]
        return f"{amount if whole else amount % most:0{len(letters)}}"

    text = re.sub(r"\[(?:h+|m+|s+)\]|h+|m+|s+", shown, form.code.split(";")[0], flags=re.IGNORECASE)
    return (MINUS if days < 0 else "") + text


LONGEST_FORMAT = 255
"""How long a number format is at the most (Excel specifications and limits)."""

MOST_FIGURES = 1000
"""Room for all figures of a number with its decimals, whatever its format moves."""


def shown_number(value: float, form: NumberFormat) -> str:
    """Return a number as its format shows it, with a Swedish decimal comma."""
    if abs(value) >= MOST_EXACT or len(form.code) > LONGEST_FORMAT:
        return _general(value)
    section, amount = _section(form.code, value)
    if not section and value == 0 and form.code.strip(";"):
        return ""  # a section for zero that shows nothing
    if section and not re.search(r"general|[0#?@]", section, re.IGNORECASE):
        return section.strip()
    if MASK.fullmatch(section):
        return _masked(section, amount)
    pattern = NUMBER_PATTERN.fullmatch(section)
    if pattern is None or re.search(r"general|[e/@\[]", section, re.IGNORECASE):
        return _general(value)
    decimals = len(pattern["decimals"] or "")
    thousands = len(pattern["whole"]) - len(pattern["whole"].rstrip(","))
    rounded = _rounded(amount, 2 * section.count("%") - 3 * thousands, decimals)
    whole, _, rest = rounded.removeprefix("-").partition(".")
    rest = _without_optional_zeros(rest, pattern["decimals"] or "")
    whole = whole.zfill(pattern["whole"].count("0"))
    if "," in pattern["whole"].strip(","):
        whole = f"{int(whole):,}".replace(",", THOUSANDS)
    sign = MINUS if re.search("^-.*[1-9]", rounded) else ""
    return f"{pattern['before']}{sign}{whole}{',' if rest else ''}{rest}{pattern['after']}".strip()


def _rounded(amount: float, power: int, decimals: int) -> str:
    """Return a number times a power of ten with so many decimals, a half rounded up."""
    from decimal import ROUND_HALF_UP, Context, Decimal  # noqa: PLC0415 - used here only

    exact = Context(prec=MOST_FIGURES)
    moved = Decimal(repr(amount)).scaleb(power, exact)
    return f"{moved.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, exact):f}"


def _masked(section: str, amount: float) -> str:
    """Return a whole number in a form with marks inside, such as ``000000-0000``."""
    digits = list(str(abs(round(amount))).zfill(section.count("0")))
    shown: list[str] = []
    for mark in reversed(section):
        if mark not in "0#?":
            shown.append(mark)
        elif digits:
            shown.append(digits.pop())
    rest = "".join(digits)
    return (MINUS if amount < 0 else "") + rest + "".join(reversed(shown)).lstrip(" -")


def _without_optional_zeros(digits: str, pattern: str) -> str:
    """Return decimals without the trailing zeros that a # does not ask for."""
    least = len(pattern.rstrip("#"))
    return digits[:least] + digits[least:].rstrip("0")


def _section(code: str, value: float) -> tuple[str, float]:
    """Return the part of a code that is for this value, as plain text, and what it shows."""
    sections = re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', code)[:-1] or [code]
    if value < 0 and len(sections) > 1 and sections[1]:
        return _as_text(sections[1]), -value
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - the zero section
        return _as_text(sections[2]), value
    return _as_text(sections[0]), value


@cache
def _as_text(section: str) -> str:
    """Return a part of a code without colours, conditions, and marks around its text."""
    currency = re.sub(r"\[\$([^\]-]*+)[^\]]*+\]", r"\1", section)
    coloured = re.sub(r"\[[^\]<>=]*\]|_.|\*.", "", currency)
    return re.sub(r'"([^"]*)"|\\(.)', r"\1\2", coloured)


def _general(value: float) -> str:
    """Return a number as the General format shows it in a column that is wide enough."""
    if value == int(value) and abs(value) < 10**GENERAL_DIGITS:
        return str(int(value))
    short = f"{value:.{GENERAL_DIGITS - 1}g}"
    if "e" in short:
        digits, _, power = f"{value:.5e}".partition("e")
        digits = digits.rstrip("0").rstrip(".")
        short = f"{digits}E{power[0]}{power[1:].zfill(2)}"
    return short.replace(".", ",")
