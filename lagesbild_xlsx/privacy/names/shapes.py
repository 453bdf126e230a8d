"""How surnames end that no list can hold all of."""

from __future__ import annotations

from lagesbild_xlsx.privacy.words.endings import Endings

_ONLY_SURNAMES = tuple(
    """
    sson qvist kvist quist ström gren stedt feldt hjelm löf crantz gårdh stjerna sköld enko chuk iuk
    yshyn owski owska ewski ewska inski ovsky evsky skyi wicz czyk czak ovic evic agic zic adzic
    zadeh poor pour oglu dottir shvili idis opoulos mariam selassie
    """.split()
)
"""What nothing else ends in: such a word is a person also where it stands alone."""
_ALSO_WHOSE = Endings((*_ONLY_SURNAMES, *(f"{ending}s" for ending in _ONLY_SURNAMES)))

_SURNAMES_BESIDE_A_FIRST_NAME = (
    *_ONLY_SURNAMES,
    *"""
    inen berg lund dahl holm man mark lin din nder blad vall nell gård strand bäck skog hjort rot
    ski ska sky ic ova eva
    """.split(),
)
_NO_SURNAMES = ("lagren", "lägren", "sgren", "sström", "vägren", "gårdskvist")


def is_shaped_as_surname(word: str) -> bool:
    """Return whether a word as ``spelled`` can be a surname only: *Lindqvist*, *Selimović*."""
    is_plain = "-" not in word and not _ALSO_WHOSE.end(word)
    return not is_plain and any(_ends_as(part, _ONLY_SURNAMES) for part in word.split("-"))


def may_be_shaped_as_surname(word: str) -> bool:
    """Return whether a word ends as many surnames do, and also other words: *Solberg*."""
    return any(_ends_as(part, _SURNAMES_BESIDE_A_FIRST_NAME) for part in word.split("-"))


def _ends_as(word: str, endings: tuple[str, ...]) -> bool:
    name = word.removesuffix("s")
    return name.endswith(endings) and name not in endings and not name.endswith(_NO_SURNAMES)
