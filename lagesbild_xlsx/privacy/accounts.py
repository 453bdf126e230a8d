"""Accounts that money goes to: banks', of a giro that is a person's, Swish, and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known
from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text

_MONEY = (
    "konto", "clearing", "bank", "iban", "nordea", "länsförs", "betal", "insatt", "sattes", "över",
    "gåv", "lön", "hyra", "utlägg", "ersättning", "insamling", "pengar", "insättning", "skandia",
    "avanza", "klarna", "ikano", "sbab", "revolut", "visa", "mastercard", "kort", "stöd", "bidrag",
    "bistånd", "deposition", "skuld", "lån", "mottagare", "swift", "skick", "giro",
)  # fmt: skip
_MONEY_WORDS = frozenset("seb shb kr tkr kronor satt sätts ers kto bic wise lunar".split())
_IBAN = Pattern(r"(?<!\w)[a-z]{2}\d\d(?:\s?[a-z\d]{4}){3,7}(?:\s?[a-z\d]{1,3})?(?!\w)")
"""ISO 13616: a country, two check digits, and up to thirty signs, here in groups of four."""
_BANK = Pattern(
    r"(?<![\d.,/-])\d{4}(?:-\d)?(?:[\s,.-]{1,2}|\s-\s)\d(?:[\s.,-]?\d){5,12}(?![\d•]|-\d)"
)
"""A clearing number of four or five figures and an account of six to thirteen."""
_SAVINGS_BANK = Pattern(r"(?<![\d.,/-])8\d{3}-\d[\s,]{1,2}\d(?:[\s.,-]?\d){6,9}(?![\d•]|-\d)")
"""A clearing number with its check digit, as the savings banks have: it is nothing else."""
_CARD = Pattern(r"(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d•]|-\d)")
_SAID = Pattern(
    r"""
    \b(?: (?:[a-zåäö]*konto|kto)(?:t|nr|nummer|numret|\.nr)? | cl(?:earing)?(?:nr|nummer)?
      | [a-zåäö]*kort(?:et|nr|nummer)? )
    [\s.:,(-]{1,3} (?:(?:nr|nummer|är|på|i|slutar|som|till|med|hos|[a-zåäö]*banken)[\s.:]{1,2}){0,2}
    (?P<account> (?<=slutar\spå\s)\d{4} | \d(?:[\s.,-]{0,2}\d){4,18} | (?<=clearing\s)\d{4}
      | (?<=clearingnr\s)\d{4} )
    (?! [\d•%] | \s?kr )
    """,
    *("konto", "kto", "clear", "cl ", "clnr", "kort"),
    spaced=True,
)
"""A number that is called an account, of whatever length."""
_FEWEST_FIGURES, _FEWEST_IN_BANK, _FEWEST_IN_IBAN = 8, 10, 10
"""How many figures such numbers have at least; in an IBAN those together."""
_WALLET = Pattern(
    r"(?<!\w)(?:bc1[a-z\d]{20,60}|[13][a-km-zA-HJ-NP-Z\d]{25,34}|0x[a-fA-F\d]{40})(?!\w)"
)
_SHORTEST_WALLET = 23
"""Addresses of Bitcoin and Ethereum."""

_GIRO = Pattern(
    r"\b(?:bg|pg|bankgiro|plusgiro|postgiro)\w*\b[^\d\n]{1,40}?"
    r"(?P<giro>(?!90)\d[\d\s]{1,10}-\d{1,4})(?![\d•])",
    *("bg", "pg", "giro"),
)
"""A giro that is no charity's: theirs begin with 90."""
_MOBILE = r"(?:\+46|0046|0)[\s-]?7(?:[\s./-]{0,3}\d){8}"
_SWISH = Pattern(
    rf"swish[^\d+\n]{{0,60}}?(?P<to>{_MOBILE})(?!\d)|(?P<by>{_MOBILE})(?=[^\d\n]{{1,30}}swish)",
    "swish",
)
_BODY = Pattern(
    r"avgift|förening|verket|kommun|faktura|klubb|bolag|stiftelse|hjälp|kyrka|\bbrf\b|region"
    r"|myndighet|förbund|gåv|hyra|biljett|fonden\b"
)
"""What a giro is a body's by: those are meant to be known."""
_SOMEBODY = Pattern(
    r"privat|misstänk|pension|kassör|hantverkar|målvakt|säljar|person|enskild|mamma|pappa|han\b"
    r"|hon\b|hans\b|hennes\b|mannen|kvinnan|elev|killen|tjejen|bedrag|lura|offer|målsäg|granne"
    r"|ägare|tränar|ledar|anhörig|son\b|dotter"
)
"""What makes it a person's all the same."""


def _is_of_money(text: Text) -> bool:
    is_said = any(stem in text.small for stem in _MONEY)
    return is_said or not _MONEY_WORDS.isdisjoint(text.words)


def account_numbers(text: Text, _known: Known) -> Iterator[Span]:
    """Yield the accounts, cards and Swish numbers; what firms are paid to is nobody's."""
    small = text.small
    found = [each.span("to" if each["to"] else "by") for each in _SWISH.finditer(small)]
    found += [each.span("account") for each in _SAID.finditer(small)]
    if text.together >= _FEWEST_IN_BANK and _is_of_money(text):
        found += [each.span() for each in (*_BANK.finditer(small), *_CARD.finditer(small))]
    giros = [each.span("giro") for each in _GIRO.finditer(small)]
    if giros and (_SOMEBODY.search(small) or not _BODY.search(small)):
        found += giros
    yield from (Span(Kind.ACCOUNT, start, end) for start, end in found)


def numbers_of_their_own_shape(text: Text, _known: Known) -> Iterator[Span]:
    """Yield what is an account whatever stands beside it: IBAN, a savings bank's, a wallet."""
    found: list[re.Match[str]] = []
    if text.together >= _FEWEST_IN_IBAN:
        found = [*_IBAN.finditer(text.small), *_SAVINGS_BANK.finditer(text.small)]
    if any(len(word) >= _SHORTEST_WALLET for word in text.text.split()):
        found += _WALLET.finditer(text.text)
    for each in found:
        if _figures(each[0]) >= _FEWEST_FIGURES:
            yield Span(Kind.ACCOUNT, *each.span())


def _figures(text: str) -> int:
    return sum(sign.isdigit() for sign in text)
