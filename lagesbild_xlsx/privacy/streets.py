"""Streets with a number: at somebody's door."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known

_ADDRESS = re.compile(
    r"""
    (?<![\w-])
    (?P<street>
        (?:(?:Norra|Södra|Östra|Västra|Gamla|Nya|Stora|Lilla|Övre|Nedre|Inre|Yttre|Sankt|S:t)\s)?
        [A-ZÅÄÖÉ][\w-]*
        (?:gatan|vägen|stigen|gränd|gränden|torget|allén|backen|leden|slingan|kajen|esplanaden
          |promenaden|stranden|brinken|terrassen|svängen|liden|höjden)
      | (?:Norra|Södra|Östra|Västra|Gamla|Nya|Stora|Lilla|Övre|Nedre|Inre|Yttre)\s
        (?:[Gg]atan|[Vv]ägen|[Ss]tigen|[Gg]ränd|[Tt]orget|[Aa]llén|[Bb]acken|[Kk]ajen)
      | (?:[A-ZÅÄÖÉ][\w-]+\s)?(?!Längs)[A-ZÅÄÖÉ][\w-]+s\s    # Karl Gerhards väg
        (?:väg|gata|stig|gränd|torg|plats|allé|backe|park)
      | [a-zåäö]{2,}(?:gatan|vägen|stigen|gränd)             # in haste: storgatan
      | Torget | [A-ZÅÄÖÉ]\w+[gv]\.                          # Storg.
    )
    \s (?:nr\.?\s)? (?P<number>\d{1,3}(?:\s?-\s?[1-9]\d{0,2})?) (?:\s?[A-H](?!\w)|[a-h](?!\w))?
    (?! \w | \s?-\s?\d | [:.,/]\d | \s?[%°] | \s?(?:km|m|st)\b | [\s-]?• )
    """,
    re.VERBOSE,
)
_ROAD = re.compile(
    r"(?:riks|läns|gång|cykel|motor|lands|buss|av|om|under)(?:vägen|gatan)$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"""
    \s (?: gånger | tillfällen | kvällar | dagar | veckor | nätter | helger | timmar | meter
      | kilometer | personer | ungdomar | elever | barn | vuxna | stycken | bilar | platser
      | kameror | lampor | lyktstolpar | belysningsstolpar | kronor | procent | av | till
      | jan\w* | feb\w* | mars | april | maj | jun\w+ | jul\w+ | aug\w* | sep\w* | okt\w* | nov\w*
      | dec\w* ) \b
    """,
    re.VERBOSE,
)


_BEFORE_NUMBER = (
    "gatan vägen stigen gränd gränden torget allén backen leden slingan kajen esplanaden promenaden"
    " stranden brinken terrassen svängen liden höjden väg gata stig torg plats allé backe park"
    " g. v. nr nr."
).split()
HINT = re.compile(
    r"\s\d(?<=(?:{ends})\s\d)(?:{words})".format(
        ends="|".join(dict.fromkeys(re.escape(word[-2:]) for word in _BEFORE_NUMBER)),
        words="|".join(rf"(?<={re.escape(word)}\s\d)" for word in _BEFORE_NUMBER),
    )
)
"""A number after one of these, as in every address; its last two letters are looked at first."""


def street_addresses(text: str, _known: Known) -> Iterator[Span]:
    """Yield the streets with a house number; a road, or a number that counts something, is none."""
    for address in _ADDRESS.finditer(text):
        if not _ROAD.search(address["street"]) and not _COUNTED.match(text, address.end("number")):
            yield Span(Kind.STREET, *address.span())
