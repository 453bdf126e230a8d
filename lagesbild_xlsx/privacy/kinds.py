"""The kinds of personal data, and where a detector found one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """A kind of personal data, named as staff are reported of it; the gravest stands first."""

    IDENTITY = "personnummer eller samordningsnummer"
    FAULTY = "siffror som liknar ett personnummer"
    ACCOUNT = "kontonummer"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    CASE = "ärende- eller målnummer"
    VEHICLE = "registreringsnummer"
    BIRTH = "födelsedatum"
    SINGLED_OUT = "beskrivning som pekar ut en person"
    STREET = "gatuadress"
    PROPERTY = "fastighetsbeteckning"
    NETWORK = "ip-adress"
    HANDLE = "konto i sociala medier"
    NAME = "personnamn"


SEVERE = frozenset({Kind.IDENTITY})
"""The kinds that are errors. The others are warnings: somebody must look and decide."""


class Span(NamedTuple):
    """Where a detector found something, in the plain text that it was given."""

    kind: Kind
    start: int
    end: int
