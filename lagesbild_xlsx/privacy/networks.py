"""IP addresses: whose line it was, for the one who may ask the operator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.text import Pattern, Text

_DOT = r"(?:\.|\ \.\ |\[\.\])"
_COMMAS = Pattern(
    r"\b(?:ip|adress)\w*(?::\w+)?\W{1,3}(?P<four>\d{1,3}(?:[, -]\d{1,3}){3})(?![\w•])"
)
_FOUR = Pattern(rf"(?<![\w.§-])\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?![\w•]|\.\d)")
_SIX = Pattern(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:•])")
_CUT = Pattern(r"(?<![\w.§-])\d{1,3}(?:\.\d{1,3}){1,2}(?:\.(?:x{1,3}|\*))+(?![\w•])")
"""An address that ends in crosses."""
_DEVICE = Pattern(
    r"(?<![\w:-])[0-9a-f]{2}(?P<between>[:-])(?:[0-9a-f]{2}(?P=between)){4}[0-9a-f]{2}(?![\w:-])"
    r"|(?<=imei)\W{0,3}(?:nr\W{0,3}|nummer\W{0,3})?(?P<imei>\d(?:[ -]?\d){13,15})(?!\d)"
)
"""The number of a network card, or of a telephone (IMEI)."""
_FEWEST_IN_DEVICE, _SIGNS_IN_DEVICE = 14, 5
_NUMBERED = Pattern(
    r"\b(?:v|ver|build|release|firmware|krav|(?:del)?mål"
    r"|(?:version|punkt|kap|avsnitt|rubrik|windows|paragraf|åtgärd)\w*)\W{0,3}$"
)
"""What else is numbered in four steps."""
_NETWORK = Pattern(r"\bip|adress|nätverk|logg|vpn|server")
_SHORTEST = len("::1:1")
_POINTS = 3
"""How many points there are in an address."""


def is_clue(word: str) -> bool:
    """Return whether a word can say that numbers with commas are an address."""
    return word.lower().startswith(("ip", "adress"))


def is_device(word: str) -> bool:
    """Return whether the number of a telephone can stand after a word."""
    return word.lower().endswith("imei")


def network_addresses(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the IP addresses; a version or the number of a chapter is none."""
    if text.text.count(".") < _POINTS:
        return
    for four in _FOUR.finditer(text.small):
        if _is_four(text, four):
            yield Span(Kind.NETWORK, *four.span())


def addresses_with_commas(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the addresses that are said to be one and have commas for points."""
    for commas in _COMMAS.finditer(text.small):
        yield Span(Kind.NETWORK, *commas.span("four"))


def cut_addresses(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the addresses that end in crosses."""
    for cut in _CUT.finditer(text.small):
        yield Span(Kind.NETWORK, *cut.span())


def devices(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the numbers of network cards and telephones, and the addresses with colons."""
    signs = max(text.small.count(":"), text.small.count("-"))
    is_long = text.digits >= _FEWEST_IN_DEVICE or signs >= _SIGNS_IN_DEVICE
    for device in _DEVICE.finditer(text.small) if is_long else ():
        yield Span(Kind.NETWORK, *device.span("imei" if device["imei"] else 0))
    for six in _SIX.finditer(text.small) if text.small.count(":") > 1 else ():
        if _is_address(six[0]) and len(six[0]) >= _SHORTEST:
            yield Span(Kind.NETWORK, *six.span())


def _is_four(text: Text, four: re.Match[str]) -> bool:
    """Return whether four numbers are an address; of one digit each they are a chapter's."""
    parts = re.findall(r"\d+", four[0])
    is_chapter = all(len(part) == 1 for part in parts) and not _NETWORK.search(text.small)
    return (
        _is_address(".".join(parts))
        and not is_chapter
        and not _NUMBERED.ends(text.small, four.start())
    )


def _is_address(typed: str) -> bool:
    from ipaddress import ip_address  # noqa: PLC0415 seldom needed

    try:
        ip_address(typed)
    except ValueError:
        return False
    return True
