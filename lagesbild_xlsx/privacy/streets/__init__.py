"""Homes: streets, crofts and islands with a house number; and those said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.streets.others import (
    TOWN,
    homes,
    is_home,
    is_numbered,
    is_town,
    numbered_homes,
    post_towns,
    turned_addresses,
)
from lagesbild_xlsx.privacy.streets.public import (
    counted_places,
    is_about_event,
    is_about_home,
    is_public,
)
from lagesbild_xlsx.privacy.text import Endings, Pattern, Text
from lagesbild_xlsx.privacy.words.beside_names import is_thing
from lagesbild_xlsx.privacy.words.toponyms import (
    IN_HASTE,
    KINDS_OF_STREET,
    NO_PLACES,
    PLACES,
    STREETS,
)

__all__ = [
    "homes",
    "is_home",
    "is_numbered",
    "is_street",
    "is_town",
    "numbered_homes",
    "post_towns",
    "street_addresses",
    "turned_addresses",
]

_LIKE_PLACES = Endings((*STREETS, *PLACES, *IN_HASTE))

_NUMBERED = Pattern(
    r"""
    (?<![\w-]) (?P<word>[^\W\d_]++(?:[-'][^\W\d_]*+)*+\.?+)
    (?: ,?\s{1,3} | (?<=v\.) | (?<=g\.) | (?<=gatan)\s\((?=nr) | (?<=vägen)\s\((?=nr)
      | (?<=gatan) | (?<=vägen) | (?<=stigen) | (?<=gränd) ) (?:(?:nr|nummer)\.?\s)?
    (?P<number> (?:[1-9]\d{0,2}|(?<=vägen\s)1[0-8]\d\d) (?:\s?[-/]\s?[1-9]\d{0,2})? )
    (?P<letter> \s?[A-H](?![\w:]) | [a-h](?![\w:]) )?
    (?! [\w•] | \s?-\s?\d | -(?:zon|gräns|skylt) | :[ae]\b
      | [:.,/]\d | \s?[%°§] | [\s-]?• | \s\d{3}\b(?!\s\d\d\b(?!\s?\d)) )
    """,
    spaced=True,
)
"""A word and a house number."""
_REACH = len(",   nummer. ")
"""How much stands between the two at most."""
_MORE_DOORS = r"""
    (?: ,?\s
        (?: (?:lgh|LGH|lägenhet)\.?\s?\d{1,4} | \d{1,2}\s?tr\.?(?:appor)?(?:\s?[öov]\s?[gh])?
          | tr\.?\s\d | [öv][gh] | [nNbB][bBvV] | vån\w*\.?\s\d+ | [a-zåäö]+\svåning(?:en)?
          | (?:port|dörr|hus|ing\w*\.?|trappa|(?:trapp)?upp?g\w*\.?)\s\w{1,2} )\b )*
    (?: (?:,|\si)\s[A-ZÅÄÖ][a-zåäö-]++(?!\s\d) )?
"""
_MORE = Pattern(
    rf"""
    {_MORE_DOORS}
    (?: ,?\s {TOWN} \b(?!\s?\d) (?:\s[A-ZÅÄÖ][\w-]+)? )?
    (?: \s?(?:och|o|&|,|samt)\s?\d{{1,3}}[A-H]?(?![\w.:/%-]|\s\w) ){{0,3}}
    """,
    spaced=True,
)
"""What stands after it: the door, the locality, the post town, other numbers."""
_DIGITS_OF_TOWN = 5
_BEFORE_TOWN = Pattern(rf"{_MORE_DOORS},?\s{TOWN}\b(?!\s?\d)", spaced=True)
_BESIDE = Pattern(
    r"(?:(?:Norra|Södra|Östra|Västra|Gamla|Nya|Stora|Lilla|Övre|Nedre|Inre|Yttre|Sankta?|Gröna|Röda"
    r"|Långa|S:ta?|St\.|[NSÖV]\.?)\s)$"
)
_NAMED_AFTER = Pattern(r"(?:[A-ZÅÄÖÉ][\w-]+\s){0,2}(?!Längs)[A-ZÅÄÖÉ][\w:-]+s\s$")
_FARM = Pattern(r"[A-ZÅÄÖÉ][\w-]+\s$")
_INSIDE = Pattern(
    r"(?:(?:c/o\s[^\d,]{2,30}|\b(?:lgh|lägenhet|rum|port|uppgång|trappa|våning|box)\.?\s\w{1,4}|(?<![\d-])\d{4}"
    r"|[A-ZÅÄÖ][a-zåäö]+(?:et|en|gård)),\s)+$"
)
"""What may stand before a street: whose letter box, which flat, which house."""
_SHORT = Pattern(
    r"[A-ZÅÄÖ]\w+(?:[gv]|gr|vg|st)\.|Storg|Kungsg|[A-ZÅÄÖ]\w{2,}(?:[^\Wi]v|[^\Wnia]g)"
    r"|[A-ZÅÄÖ]\w{2,}(?:s|gård|kyrk|stor|ring|ek|björk|lund|skol|torp)[gv]"
)
"""Streets cut short: *Ekuddsv. 19*, *Prästgårdsg 5*."""
_ROAD_KINDS = "riks läns gång cykel motor lands buss av om under ut in genom tåg järn".split()
_ROADS = frozenset(f"{kind}{road}" for kind in _ROAD_KINDS for road in ("vägen", "gatan", "gången"))
_LIVES = Pattern(
    r"(?:\bbor|\bbo(?:ende|satt)|\badr(?:ess)?(?:en)?[.:]{0,2}(?:\sär)?|hembesök|flytta\w*\still"
    r"|skriven|hemma|hämtas|vistas|placerad|stuga\w*|villa\w*|lägenhet\w*|lgh|bostad\w*|torp\w*"
    r"|hushåll\w*|grannar\w*\still|c/o\s\w+,|folkbokförd|husrannsakan|husbil\w*)"
    r"[:,]?(?:\s(?:hemma,|på|i|hos|vid|till|intill))?\s$"
)
"""What somebody's home stands after."""
_AT = Pattern(r"\b(?:på|till|från|fr|vid|hos)\s$")
_FEW_DOORS = 2
"""How far apart the doors of one house are at most: *12-14*."""
_COUNTED = Pattern(
    r"""
    \s? (?: gånger | ggr | tillfällen | [a-zåäö]*kvällar | dagar | veckor | nätter | helger | timmar
      | tim | meter | m | km | kilometer | km/h | personer | pers | [a-zåäö]*ungdomar
      | anm\.? | incidenter | klasser | avdelningar | enheter | grupper | lägenheter | besök
      | träffar
      | elever | barn
      | vuxna | stycken | st | [a-zåäö]*bilar | platser | kl | [a-zåäö]*kameror | lampor
      | [a-zåäö]*stolpar | kronor | kr | tkr | mkr | procent | av | till | år | års | h | x
      | anmälningar | ärenden | inbrott | bränder | nya | fall | min | minuter | poäng | mål | mot
      | deltagare | salar | mars | april | maj | (?:jan|feb|jun|jul|aug|sep|okt|nov|dec)\w* ) (?!\w)
    """,
    spaced=True,
)
_ALSO_AFTER_STREETS = frozenset("kl h x av till mot fall mål st nya".split())
_AWAY = Pattern(r"\s(?:på|i|vid|hos|st)\b")
_NOTHING_COUNTED = Pattern(
    r"$|\s?[,.;:)(\n–-]|\s(?:och|o|är|har|står|är|stör|i|på|hos|utan|efter|under|igen|där)\b"
)
_LIVING = tuple(
    """
    bor boende bosatt adr hembesök flytta skriven hemma hämtas vistas placerad stuga villa lägenhet
    lgh bostad torp hushåll grannar folkbokförd husrannsakan husbil
    """.split()
)
_HOUSES = ("stuga", "stugan", "villa", "villan", "lägenhet", "lägenheten", "bostad", "bostaden")
_WHERE = frozenset("på till från fr vid hos".split())
_BEFORE_STREETS = tuple(
    """
    norra södra östra västra gamla nya stora lilla övre nedre inre yttre sankt sankta gröna röda
    långa s st ta
    """.split()
)


def is_street(word: str) -> bool:
    """Return whether a word can be a street's name, or stand before one."""
    small = word.lower()
    is_street = small in KINDS_OF_STREET or _LIKE_PLACES.end(small)
    is_short = word[0].isupper() and small.endswith(("g", "v", "gr", "st"))
    is_before = small in _WHERE or small.endswith(_BEFORE_STREETS) or word[-1] in "NSÖV"
    lives = small.startswith(_LIVING) or small.endswith(_HOUSES) or small == "c"
    return is_street or is_short or is_before or lives


def street_addresses(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the places with a house number; a road, or a number that counts something, is none."""
    for found in _NUMBERED.finditer(text.text, text.before_digits(_REACH)):
        start = _start(text, found)
        if start is None or _is_counted(text, found) or _is_in_list(text, found.start()):
            continue
        if _is_anybodys(text, found) and not _LIVES.ends(text.small, start):
            continue
        if not is_public(text, start):
            more = _MORE.match(text.text, found.end())
            end = more.end() if more else found.end()
            yield Span(Kind.STREET, _begun(_INSIDE, text, start), end)


def _is_in_list(text: Text, at: int) -> bool:
    """Return whether an address is one of a list of places that something is counted at."""
    lists = counted_places(text)
    return any(a <= at < b and not _LIVES.ends(text.small, a) for a, b in lists)


def _is_anybodys(text: Text, found: re.Match[str]) -> bool:
    """Return whether what happens at an address does so in public, or at many doors."""
    first, dash, last = found["number"].partition("-")
    is_street = found["word"].lower().endswith(STREETS)
    is_many = is_street and bool(dash) and int(last) - int(first) > _FEW_DOORS
    is_public = is_many or is_about_event(text.sentence(found.start()))
    return is_public and not is_about_home(text.small)


def _is_counted(text: Text, found: re.Match[str]) -> bool:
    """Return whether a number after a street or another word counts what stands after it."""
    is_street = found["word"].lower().endswith(IN_HASTE)
    first, sign, last = (part.strip() for part in re.split("([-/]|$)", found["number"], maxsplit=1))
    if sign and not is_street and (sign == "/" or int(last) < int(first)):  # a day, a score
        return True
    has_comma = found[0].startswith(",", len(found["word"]))
    if not is_street and has_comma and _AWAY.match(text.small, found.end()):  # *Torget, 12 i*
        return True
    counted = _COUNTED.match(text.small, found.end("number"))
    return counted is not None and not (is_street and counted[0].strip() in _ALSO_AFTER_STREETS)


def _start(text: Text, found: re.Match[str]) -> int | None:
    """Return where an address begins, of a word and a number; None where they are none."""
    small, at = found["word"].lower(), found.start()
    is_like_place = _LIKE_PLACES.end(small)
    if small not in KINDS_OF_STREET and (
        small in NO_PLACES or not (is_like_place or found["word"][0].isupper())
    ):
        return None
    beside = _begun(_BESIDE, text, at)
    is_compound = small.endswith(("väg", "gata", "gränd")) and found["word"][0].islower()
    if small in KINDS_OF_STREET or is_compound:
        return _start_of_name(text, small, at, beside)
    is_home = _LIVES.ends(text.small, beside) is not None
    if small in _ROADS and beside == at and not is_home:
        return None
    if small.endswith(IN_HASTE) and len(small) > len("xvägen"):
        return beside
    if found["word"][0].islower():
        return beside if is_home and is_like_place and len(small) > len("holme") else None
    is_address = (
        is_like_place
        or is_home
        or (text.together >= _DIGITS_OF_TOWN and _BEFORE_TOWN.match(text.text, found.end()))
        or beside < at
        or _SHORT.fullmatch(found["word"])
        or (_AT.ends(text.small, beside) and _is_door(text, found))
    )
    return beside if is_address else None


def _start_of_name(text: Text, kind: str, at: int, beside: int) -> int | None:
    """Return where the name of a street begins whose kind is a word by itself: *Norra byväg*."""
    begun = min(_begun(_NAMED_AFTER, text, at), beside)
    is_compound = kind not in KINDS_OF_STREET
    if begun == at and (is_compound or kind in {"gård", "gatan", "vägen", "stigen", "allé"}):
        begun = _begun(_FARM, text, at)
    return begun if begun < at else None


def _is_door(text: Text, found: re.Match[str]) -> bool:
    """Return whether a number after *på* and a name of any kind is a door's, and counts nothing."""
    is_thing_there = is_thing(found["word"].lower())
    return bool(found["letter"]) or (
        not is_thing_there and _NOTHING_COUNTED.match(text.small, found.end()) is not None
    )


def _begun(pattern: Pattern, text: Text, at: int) -> int:
    """Return where what stands before a place begins, or the place itself."""
    found = pattern.ends(text.text, at)
    return found.start() if found else at
