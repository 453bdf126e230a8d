"""Personal identity and coordination numbers, and digits of their shape; imports personnummer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text

_NUMBER = Pattern(
    r"""
    (?<![\d+])
    (?P<year>(?:(?:18|19|20)\s?)?\d\d) (?P<inner>[^\w\n•]{0,3}|_)
    (?P<month>\d\d) (?P<other>[^\w\n•]{0,3}|_)
    (?P<day>\d\d)
    (?P<sign> [^\w\n•]{0,6} | [ -]{0,2}\n[ -]{0,2} | _
      | [^\w\n•]{1,3}(?:nr|streck|bindestreck|minus|plus|och|samt|med)[^\w\n•]{1,3} | x
      | [^\d\n•]{0,30}(?:sista|slut|fyra|kontroll)[^\d\n•]{0,30} )
    (?P<last>\d{4} | \d\d[^\w\n]{1,2}\d\d | \d\ ?\d\d\ ?\d
      | [JKLMNRSTUWX]\d{3} | T[A-Z]\d\d)  # a letter makes it interim
    (?! \d | \.\d | [\ -]?• | -(?!\d{1,2}(?!\d))(?!\d{4}-\d\d-\d\d)\d )
    """,
    spaced=True,
)
_MISREAD = Pattern(
    r"(?<!\w)(?=[\d -]{0,14}[OoIlSB])(?:[\dOoIl]{2})?[\dOoIlSB]{6}[-+ ]{1,3}[\dOoIlSBxX?*]{4}(?!\w)"
    r"|(?<!\w)(?:\d\d)?\d{6}[-+]\d{3}[xX?*]?(?![\w-])"
)
"""A number with a letter that looks like a digit, or one digit short."""
_AS_DIGITS = str.maketrans("OoIlSBxX?*", "0011580000")
_SPREAD = Pattern(
    r"(?<![\d+])\d(?:[ .,/-]{0,3}\d){9}(?:(?:[ .,/-]{0,3}\d){2})?(?!\d|[ .,/-]{0,3}•)"
)
"""A number whose digits stand apart, in whatever groups."""

_TELEPHONE = Pattern(r"010-\d{3} \d\d \d\d")
"""A number that no place has (PTS): those of bodies, which now and then pass as a coordination
number."""

_LAST_FOUR = Pattern(
    r"\b(?:sista\s(?:fyra|4)|(?:fyra|4)\ssista|slutsiffror(?:na)?|p\.?-?nr\.?\sslutar|nummer(?:et)?\sslutar)"
    r"(?:\ssiffror(?:na)?)?(?:\s(?:i|är|på|personnumret))*\W{0,3}(?P<last>\d{4})(?!\d)"
    r"|(?:x{4,8}|\.{3}|\*{4,8})-(?P<rest>\d{4})(?![\d-])",
)
"""The last four digits of a number by themselves."""

_ONE_BY_ONE = Pattern(r"\d(?:[ -]{1,3}\d){9,11}")

_SAID = Pattern(
    r"(?:p\.?-?\s?nr|pers(?:on)?\.?\s?-?nr|person\s?nummer\w*|samordningsn\w+|identitetsn\w+)\W{0,3}(?:är\s)?$",
)
_REFERENCE = Pattern(
    r"faktura|belopp|\bocr\b|order|\bart|best|offert|serie|projekt|konto|giro|kort|kund|org|\bid\b|\btel"
    r"|mobil|ring|fax|\bnås|swish|avtal|ref|dnr|diarie|kod|streck|löpnr|kvitto|telefon"
)
"""What ten digits in a row are else."""
_CALLED = Pattern(r"(?:\btel\w*|\bmobil\w*|\bring\w*|nås)\W{0,3}(?:på\s)?$")
_PERSON = Pattern(
    r"pojk|flick|kill|tjej|barn|elev|son\b|dotter|syskon|man\b|kvinn|född|person|vårdn|mamma|pappa|\blv[um]\b|\bid\b"
    r"|misstänk|målsäg|klient|brukar|patient|anmäld|placer|omhänd|sökande|\bmor\b|\bfar\b|granne"
    r"|hyresgäst|kontroller|grip|anhåll|häkt|avvik|avvek|\bakt\b|journal|identit|\bhan\b|\bhon\b"
    r"|sista|folkbok|skriven|samtyck|dömd|förare|ägare|kund\b|döds|avlid",
)
_CLOCK = Pattern(r"(?:[01]\d|2[0-4])[0-5]\d")
_CALENDAR_YEAR = Pattern(r"(?:19|20)\d\d")
_LIKE_DIGITS = Pattern(r"\d[OoIlSB]|[OoIlSB]\d")
_FEWEST_TOGETHER = 9
"""How many digits a number has at least where all are digits, or the last but one a letter."""
_FEWEST_IN_MISREAD = 7
FEWEST_DIGITS = 10
"""How many digits a whole number has at least."""
_BEFORE = 24
"""How many letters before a number are read for what it is said to be."""
_FIRST_MONTH_OF_ORGANISATION = 20
"""In an organisation number the third and fourth digits are at least 20 (lag 1974:174, 1 §)."""
_OLDEST_LOG = 12
"""How many years back a date and a time can be what was logged, and not a person: reports are
young, and those that they are about are older."""


def is_misread(word: str) -> bool:
    """Return whether all letters between two digits look like one."""
    return not word.strip("OoIlSBxX")


def tells_last(word: str) -> bool:
    """Return whether a word can say that the last four digits follow."""
    small = word.lower()
    return small in {"sista", "slutar"} or small.startswith("slutsiffror") or not small.strip("x")


def identity_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers that are valid, and those that only look like one."""
    if text.digits < _FEWEST_TOGETHER and "T" not in text.text:
        return
    for number in _NUMBER.finditer(text.text):
        before = text.small[max(0, number.start() - _BEFORE) : number.start()]
        if kind := _kind(number, before, text):
            yield Span(kind, *number.span())


def spread_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers whose digits stand apart."""
    for spread in _SPREAD.finditer(text.text):
        number = _NUMBER.fullmatch(re.sub(r"\D", "", spread[0]))
        is_other = _TELEPHONE.fullmatch(spread[0]) is not None
        if (
            number
            and not is_other
            and _is_valid(number)
            and not (_is_mobile(number) or _may_be_logged(number))
        ):
            is_apart = _ONE_BY_ONE.fullmatch(spread[0])
            yield Span(Kind.IDENTITY if is_apart else Kind.FAULTY, *spread.span())


def misread_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers with a letter that looks like a digit, or one digit short."""
    if not (text.together >= _FEWEST_TOGETHER or _is_mixed(text)):
        return
    for misread in _MISREAD.finditer(text.text):
        digits = misread[0].translate(_AS_DIGITS)
        number = _NUMBER.fullmatch(digits if _has_all(digits) else f"{digits}0")
        if number and _is_date(number) and not _may_be_logged(number):
            yield Span(Kind.IDENTITY if _is_valid(number) else Kind.FAULTY, *misread.span())


def last_digits(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the last four digits of a number by themselves."""
    for last in _LAST_FOUR.finditer(text.small):
        yield Span(Kind.FAULTY, *last.span(last.lastgroup or 0))


def _is_mixed(text: Text) -> bool:
    """Return whether there is a letter that looks like a digit, beside one that is."""
    is_long = text.digits >= _FEWEST_IN_MISREAD
    return is_long and _LIKE_DIGITS.search(text.text) is not None


@lru_cache(maxsize=1)
def _is_about_somebody(small: str) -> bool:
    """Return whether a text speaks of a person; many numbers can stand in one."""
    return _PERSON.search(small) is not None


def _kind(number: re.Match[str], before: str, text: Text) -> Kind | None:
    said = bool(_SAID.search(before))
    if _is_valid(number):
        if not said and _may_be_logged(number) and not _PERSON.search(before):
            return Kind.FAULTY if _has_dash(number) or not number["sign"] else None
        return Kind.IDENTITY if said or _is_written_as_one(number, before) else None
    is_old = bool(number["sign"]) and not (_is_recent(number) or _is_clock(number))
    may_be_somebodys = (
        _is_date(number)
        and not (_may_be_logged(number) or number["sign"].strip() or _is_mobile(number))
        and (is_old or _is_about_somebody(text.small))
    )
    is_meant = _is_meant_as_one(number) or _may_be_mistyped(number, before)
    return Kind.FAULTY if said or is_meant or may_be_somebodys else None


def _may_be_mistyped(number: re.Match[str], before: str) -> bool:
    """Return whether ten digits after a label begin with a birth of long ago: *Elev: 900…*."""
    is_whole = number[0].isdecimal() and not (_has_century(number) or _is_mobile(number))
    is_birth = _is_date(number) and int(number["day"]) <= 31 and not _is_recent(number)  # noqa: PLR2004
    return is_whole and is_birth and before.endswith(": ") and not _REFERENCE.search(before)


def _is_valid(number: re.Match[str]) -> bool:
    """Return whether date and check digit are right; a letter counts as 1 (Skatteverket)."""
    from personnummer.personnummer import valid  # noqa: PLC0415 only where digits look like one

    sign = "+" if "+" in number["sign"] else ""
    last = re.sub(r"^\D", "1", _last(number))
    return bool(valid(f"{_date(number)}{sign}{last}")) and not _is_to_come(number)


def _is_to_come(number: re.Match[str]) -> bool:
    """Return whether a date with its century is later than today: nobody is born then."""
    today = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d")
    return len(_date(number)) == len(today) and _date(number) > today


def _date(number: re.Match[str]) -> str:
    return re.sub(r"\s", "", number["year"]) + number["month"] + number["day"]


def _last(number: re.Match[str]) -> str:
    return re.sub(r"[^\w]", "", number["last"])


def _is_clock(number: re.Match[str]) -> bool:
    """Return whether the last digits can be a time of the day: 14 of 100 serials can."""
    return bool(_CLOCK.fullmatch(_last(number)))


def _may_be_logged(number: re.Match[str]) -> bool:
    """Return whether a number can be the date and time of what was logged: *20210520-1430*."""
    return _is_recent(number) and _is_clock(number) and "+" not in number["sign"]


def _is_recent(number: re.Match[str]) -> bool:
    """Return whether a date can be one of those that a report is about."""
    today = dt.datetime.now(tz=dt.UTC).year
    year = int(_date(number)[:-4])
    century = year if _has_century(number) else year + today // 100 * 100
    return today - _OLDEST_LOG <= century <= today and int(number["day"]) <= 31  # noqa: PLR2004


def _is_written_as_one(number: re.Match[str], before: str) -> bool:
    """Return whether a valid number stands as one, not as a date with a time or a telephone."""
    if _has_dash(number):
        return True
    if number["inner"] or number["sign"].strip():
        return not (_is_clock(number) and _may_be_logged(number))
    return not (number[0].startswith("0") and _CALLED.search(before))


def _is_meant_as_one(number: re.Match[str]) -> bool:
    """Return whether digits that fail the check can only be meant as an identity number.

    Ten digits in a row can be anything; six and four with a dash that are no organisation number,
    and twelve that start with a date, hardly can.
    """
    is_moment = (bool(number["inner"]) and _is_clock(number)) or _may_be_logged(number)
    is_spread = number["inner"] != number["other"] or " " in number["last"]
    if is_moment or is_spread or int(number["month"]) >= _FIRST_MONTH_OF_ORGANISATION:
        return False
    if _has_dash(number):
        return _is_date(number) or not _CALENDAR_YEAR.fullmatch(_last(number))
    stands_alone = _has_century(number) and not (number["inner"] or number["sign"].strip())
    return stands_alone and _is_date(number) and not _is_clock(number)


def _is_mobile(number: re.Match[str]) -> bool:
    """Return whether digits begin as a mobile telephone's do."""
    return re.match("07[02369]", number[0]) is not None


def _has_all(digits: str) -> bool:
    return sum(map(str.isdigit, digits)) in {10, 12}


def _has_dash(number: re.Match[str]) -> bool:
    return "-" in number["sign"] or "+" in number["sign"]


def _has_century(number: re.Match[str]) -> bool:
    return len(number["year"]) > 2  # noqa: PLR2004 two digits are the year


def _is_date(number: re.Match[str]) -> bool:
    """Return whether the digits can be a day; in a coordination number it is 60 more."""
    month, day = int(number["month"]), int(number["day"])
    is_unknown = day == 60 and month <= 12  # noqa: PLR2004 a coordination number without a day
    return is_unknown or (1 <= month <= 12 and 1 <= day % 60 <= 31)  # noqa: PLR2004
