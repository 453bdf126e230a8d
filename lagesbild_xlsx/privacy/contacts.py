"""Telephone numbers of persons; the only importer of phonenumbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MOST_TRIES = 1_000
"""How many groups of digits in a text that are no number are tried: no cell that is meant to be
read holds more, and each takes as long as twenty words."""

_MAYBE = Pattern(r"(?<!\d)(?<!\d,)(?:\+\d|\(?0)(?:[\s()./-]{0,4}\d){6}")
_BETWEEN = r"[\s()./-]{0,3}"
_MOBILE = Pattern(
    rf"""
    (?<![\d+-])(?<![^\W_]-)
    (?: (?:\+|00)?46{_BETWEEN}(?:0\){_BETWEEN})? | \(?[0Oo]{_BETWEEN} )
    7{_BETWEEN}[02369Oo] (?:{_BETWEEN}[\dOo]){{7}} (?!\d|-\d)
  | \bnoll\ ?sju\w*(?:\ [a-zåäö]+)? (?:{_BETWEEN}\d){{5,7}} (?!\d|-\d)
    """,
    spaced=True,
)
"""A mobile number in whatever groups: its first digits are given to nothing else (PTS)."""
_LOCAL = Pattern(
    r"""
    \b(?: tele? | tfn | telefon | mobil | mob | hem | (?:tel|mobil|telefon|hem)nr
      | (?:telefon|mobil|hem)nummer | ring | nås\ på ) \b [.:]{0,2} \s
    (?:\(? (?:hem|arb|arbetet|jobb|jobbet|bost|bostad|privat|nr|nummer) \)? [.:]?\s)?
    (?P<number> [1-9]\d{1,2} (?:\s|\s?-\s?) \d{2,3} \s? \d\d (?:\s?\d\d)? ) (?! \s?\d | -\d )
    """,
    spaced=True,
)
"""A number without its area code, where it is said to be a telephone's."""

_DIGITS_OF_MOBILE = 10

_HOURS = Pattern(r"(?:[01]\d|2[0-4])[.:]?[0-5]\d\s?-\s?(?:[01]\d|2[0-4])[.:]?[0-5]\d")
_DATE = Pattern(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d")
_SWITCHBOARD = Pattern(
    r"(?:växel|\bvxl|\bfax\b|reception|kontaktcenter|servicecenter|kundtjänst|kundservice|kundcenter|kansli"
    r"|felanmäl|biljettkontor|medborgarservice|expedition|huvudnummer|bokning|vårdcentral"
    r"|turistbyrå|larmcentral|ledningscentral|jouren|journummer|vakthavande|bibliotek|fritidsgård|trygghetsvärdar)\w*\W{0,4}(?:\w+\W{1,3}){0,3}$"
)
"""What a number belongs to that anybody calls; mobile numbers are a person's."""
_ROUND = Pattern(r"\+?[\d\s()/.-]*(?:000|\d0[\s-]?00)")
_BODY = Pattern(
    r"växel|\bvxl|kommun|stad(?:en|s)|region|polis|myndighet|verket|sjukhus|lasarett|skola|central"
    r"|center|kontor|kundtjänst|förvaltning|bolag|företag|\bab\b|föreningen|öppet|reception|kansli"
)
"""A number with noughts at its end is a switchboard's, in a text about a body."""


def _is_nought(word: str) -> bool:
    """Return whether letters can stand for a nought in a number."""
    return word == "noll" or not word.strip("o")


def is_telephone(word: str) -> bool:
    """Return whether a number without its area code can stand after a word."""
    return word.lower().startswith(("tel", "tfn", "mob", "hem", "ring", "nås"))


def local_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers without an area code that are said to be a telephone's."""
    for local in _LOCAL.finditer(text.small):
        yield Span(Kind.PHONE, *local.span("number"))


def phone_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the telephone numbers; those of services (020, 0771) and switchboards are nobody's."""
    rest = text.text
    is_mobile = text.together >= _DIGITS_OF_MOBILE or text.has(_is_nought)
    for mobile in _MOBILE.finditer(text.text) if is_mobile else ():
        yield Span(Kind.PHONE, *mobile.span())
        rest = rest[: mobile.start()] + " " * len(mobile[0]) + rest[mobile.end() :]
    if not _MAYBE.search(rest):
        return
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 heavy, and seldom needed

    for match in PhoneNumberMatcher(rest, "SE", max_tries=MOST_TRIES):
        is_body = _ROUND.fullmatch(match.raw_string) and _is_about_body(text.small)
        is_switchboard = is_body or _SWITCHBOARD.ends(text.small, match.start)
        if _is_persons(match.raw_string, match.number) and not is_switchboard:
            yield Span(Kind.PHONE, match.start, match.end)


@lru_cache(maxsize=1)
def _is_about_body(small: str) -> bool:
    """Return whether a text is about a body that has a switchboard."""
    return _BODY.search(small) is not None


def _is_persons(typed: str, number: PhoneNumber) -> bool:
    """Return whether digits are written as a telephone number, and not as hours or a date."""
    is_called = typed[0] in "+0(" and not (_HOURS.fullmatch(typed) or _DATE.fullmatch(typed))
    return is_called and not _is_service(number)


def _is_service(number: PhoneNumber) -> bool:
    """Return whether a number is one that anybody can have the use of: free, shared, premium."""
    from phonenumbers import PhoneNumberType, number_type  # noqa: PLC0415 as above

    return number_type(number) in {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
