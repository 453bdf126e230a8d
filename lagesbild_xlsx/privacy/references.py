"""What leads to a person without a name: vehicle registrations, and numbers of a person's case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known

_LETTER = "A-HJ-PR-UW-Z"
"""Letters of a plate: not I, Q, V, Å, Ä or Ö (Transportstyrelsen)."""
_LAST = "A-HJ-NPR-UW-Z"
"""What may stand last on a plate since 2019: not O either, which looks like nought."""

_PLATE = re.compile(rf"(?<![\w/-])([{_LETTER}]{{3}})\s?\d\d[\d{_LAST}](?![\w/•]|-\d)")
_SAID_PLATE = re.compile(
    rf"\b(?:reg\.?\s?(?:nr|nummer)?|registreringsn\w+)\W{{0,3}}"
    rf"(?P<plate>[{_LETTER}]{{3}}\s?\d\d[\d{_LAST}])\b",
    re.IGNORECASE,
)
_NO_PLATES = frozenset(
    """
    AFS ANT APR AUG BBR BMW BOA BRA BRF BTA BUP CAD CHF CPU DEC DEL DIN DKK DNA DNR EKO EST ETC
    EUR FAX FEB FEM FMV FRA GBP GHB GPS HBT HSB HTM ISO JAN JUL JUN KAP KFF KFS KPI KTH LAG LAN
    LED LEX LOA LPO LPT LSD LSS LTH LUX MAJ MAN MAR MAX MBL MIN MOM MSB NOK NOR NTU OBS OCR OKT
    PAR PGA PLO PTS PUB PUR RAD REF RES RUM SAL SCB SEK SEN SEP SFS SKB SKR SMS SOC SOL SOS SOU
    SPF SSP STP SYD TBC TEL THC TOM TON TOP TRE TYP UNG USA USB USD XXL
    """.split()
)
"""Abbreviations that figures follow: rooms, money, laws, months, standards, agencies."""

_BOARD = r"(?:SN|SOC|SOCN|SON|IFO|IFN|IoF|ÄN|ON|OSN|VON|VoO|VOO|FSN|ASN|IAN)"
"""How a board that decides about persons begins its record numbers; KS and KF do not."""

_CASE = re.compile(
    rf"""
    (?<![\w/-])
    (?:
        (?:0?\d{{4}}-)? K\s?\d{{3,7}}-\d\d(?:\d\d)?               # the police: 5000-K1234-21
      | (?:B|T|Ö|Ä|K|M|FT|UM|PMT)\s?\d{{3,6}}-\d\d                # courts: B 1234-21
      | {_BOARD} [\s/-]? (?:19|20)\d\d [/:-] \d+                   # boards: SN 2021/123
      | (?<=mål\ ) \d{{2,6}}-\d\d | (?<=mål\ nr\ ) \d{{2,6}}-\d\d # courts without a letter
    )
    (?![\w/•]|-\d)
    """,
    re.VERBOSE,
)


HINT = re.compile("[-/:]")
"""One of these stands in every such number."""


def plates(text: str, _known: Known) -> Iterator[Span]:
    """Yield the vehicle registrations in capitals."""
    for plate in _PLATE.finditer(text):
        if plate[1] not in _NO_PLATES:
            yield Span(Kind.VEHICLE, *plate.span())


def said_plates(text: str, _known: Known) -> Iterator[Span]:
    """Yield the vehicle registrations that are said to be one, also in small letters."""
    for said in _SAID_PLATE.finditer(text):
        yield Span(Kind.VEHICLE, *said.span("plate"))


def case_numbers(text: str, _known: Known) -> Iterator[Span]:
    """Yield the numbers of cases about a person: of the police, of courts, of social boards."""
    for case in _CASE.finditer(text):
        yield Span(Kind.CASE, *case.span())
