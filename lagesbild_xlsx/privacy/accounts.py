"""Accounts that money goes to: banks', of a giro that is a person's, Swish, and cards."""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text

_MONEY = (
    "konto", "clearing", "bank", "iban", "nordea", "länsförs", "betal", "insatt", "sattes", "över",
    "gåv", "lön", "hyra", "utlägg", "ersättn", "uttag", "insamling", "pengar", "insättning",
    "skandia", "avanza", "klarna", "ikano", "sbab", "revolut", "visa", "mastercard", "kort", "stöd",
    "bidrag", "bistånd", "deposition", "skuld", "lån", "mottagare", "swift", "skick", "giro",
)  # fmt: skip
_MONEY_WORDS = frozenset("seb shb kr tkr kronor satt sätts ers kto bic wise lunar".split())
_IBAN = Pattern(r"(?<!\w)[a-z]{2}\d\d(?:\s?[a-z\d]{4}){3,7}(?:\s?[a-z\d]{1,3})?(?!\w)")
"""ISO 13616: a country, two check digits, and up to thirty signs, here in groups of four."""
_BANK = Pattern(
    r"(?<![\d.,/-])\d{4}(?:-?\d)?(?:[\s,.-]{1,2}|\s[-/]\s)\d(?:[\s.,-]?\d){5,12}(?![\d•]|-\d)"
)
"""A clearing number of four or five digits and an account of six to thirteen."""
_SAVINGS_BANK = Pattern(
    r"(?<![\d.,/-])8\d{4}-\d{8,10}(?!\d)"
    r"|(?<![\d.,/-])8\d{3}-\d[\s,]{1,2}\d(?:[\s.,-]?\d){6,9}(?![\d•]|-\d)"
)
"""A clearing number with its check digit, as the savings banks have: it is nothing else."""
_CARD = Pattern(r"(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d•]|-\d)")
_SAID = Pattern(
    r"""
    \b(?: (?:uttag(?:et)?|insatt|insättning|överförd?t?|överföring)\s(?:från|till|på|t) (?=\s\d{9})
      | (?:[a-zåäö]*konto|kto)(?:t|nr|nummer|numret|\.nr)? | cl(?:earing)?(?:nr|nummer)?
      | [a-zåäö]*kort(?:et|nr|nummer)? )
    [\s.:,(-]{1,3} (?:(?:nr|nummer|är|på|i|slutar|som|till|med|hos|[a-zåäö]*banken)[\s.:]{1,2}){0,2}
    (?P<account> (?<=slutar\spå\s)\d{4} | (?<=slutar\s)\d{4} | (?<=clnr\s)\d{4}
      | \d(?:[\s.,-]{0,2}\d){4,18} | (?<=clearing\s)\d{4}
      | (?<=clearingnr\s)\d{4} )
    (?! [\d•%] | \s?kr )
    """,
    spaced=True,
)
"""A number that is called an account, of whatever length."""
_FEWEST_DIGITS, _FEWEST_IN_IBAN = 8, 10
"""How many digits such numbers have at least; in an IBAN those together."""
_WALLET = Pattern(
    r"(?<!\w)(?:bc1[a-z\d]{20,60}|[13][a-km-zA-HJ-NP-Z\d]{25,34}|0x[a-fA-F\d]{40})(?!\w)"
)
"""Addresses of Bitcoin and Ethereum."""
_LETTERS = Pattern(r"[^\W\d_]+")

_GIRO = Pattern(
    r"\b(?:bg|pg|bankg|plusg|postg)\w*\b[^\d\n]{1,40}?(?P<giro>\d[\d\s]{1,10}-\d{1,4})(?![\d•])"
)
"""The number of a giro; a charity's begins with 90."""
_MOBILE = r"(?:\+46|0046|0)[\s-]?7(?:[\s./-]{0,3}\d){8}"
_SWISH = Pattern(
    rf"swish[^\d+\n]{{0,60}}?(?P<to>{_MOBILE})(?!\d)|(?P<by>{_MOBILE})(?=[^\d\n]{{1,30}}swish)"
)
_BODY = Pattern(
    r"avgift|förening|verket|kommun|polis|faktura|klubb|bolag|stiftelse|hjälp|kyrka|\bbrf\b|region"
    r"|myndighet|förbund|gåv|hyra|biljett|fonden\b"
)
"""What a giro is a body's by: those are meant to be known."""
_SOMEBODY = Pattern(
    r"privat|\beget\b|misstänk|pension|kassör|hantverkar|målvakt|säljar|person|enskild|mamma|pappa|han\b"
    r"|hon\b|hans\b|hennes\b|mannen|kvinnan|elev|killen|tjejen|bedrag|lura|offer|målsäg|granne"
    r"|ägare|tränar|ledar|anhörig|son\b|dotter"
)
"""What makes it a person's all the same."""


def is_said(word: str) -> bool:
    """Return whether a word can say that a number is an account."""
    small = word.lower()
    begins = small.startswith(("uttag", "insatt", "insätt", "överför", "kto", "cl"))
    return begins or "konto" in small or "kort" in small


def is_giro(word: str) -> bool:
    """Return whether a word can say that a number is a giro."""
    return word.lower().startswith(("bg", "pg", "bankg", "plusg", "postg"))


def is_swish(word: str) -> bool:
    """Return whether a word speaks of Swish."""
    return "swish" in word.lower()


def is_of_wallet(word: str) -> bool:
    """Return whether the letters between two digits can be of a wallet: capitals inside them."""
    is_word = word.islower() or word.isupper() or word.istitle()
    return not is_word or word.startswith(("bc", "x"))


def said_accounts(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield what is called an account."""
    for each in _SAID.finditer(text.small):
        yield Span(Kind.ACCOUNT, *each.span("account"))


def swish_numbers(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the telephones that money is sent to."""
    for each in _SWISH.finditer(text.small):
        yield Span(Kind.ACCOUNT, *each.span("to" if each["to"] else "by"))


def giros(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the giros of persons; what firms are paid to is nobody's."""
    is_persons = _SOMEBODY.search(text.small) is not None
    is_bodys = not is_persons and _BODY.search(text.small) is not None
    for each in () if is_bodys else _GIRO.finditer(text.small):
        if is_persons or not each["giro"].startswith("90"):
            yield Span(Kind.ACCOUNT, *each.span("giro"))


def bank_accounts(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the accounts and the cards, in a text that speaks of money."""
    if any(stem in text.small for stem in _MONEY) or text.has(_MONEY_WORDS.__contains__):
        for each in (*_BANK.finditer(text.small), *_CARD.finditer(text.small)):
            yield Span(Kind.ACCOUNT, *each.span())


def numbers_of_their_own_shape(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield what is an account whatever stands beside it: IBAN, a savings bank's."""
    if text.together < _FEWEST_IN_IBAN:
        return
    for each in (*_IBAN.finditer(text.small), *_SAVINGS_BANK.finditer(text.small)):
        if sum(map(str.isdigit, each[0])) >= _FEWEST_DIGITS:
            yield Span(Kind.ACCOUNT, *each.span())


def wallets(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the addresses of wallets."""
    for each in _WALLET.finditer(text.text):
        is_mixed = any(map(is_of_wallet, _LETTERS.findall(each[0])))
        if is_mixed and sum(map(str.isdigit, each[0])) >= _FEWEST_DIGITS:
            yield Span(Kind.ACCOUNT, *each.span())
