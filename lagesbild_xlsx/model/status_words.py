"""Status words: how each counts, its colour, other ways to write it, and those in per cent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import NamedTuple

from lagesbild_xlsx.colours import readable_on
from lagesbild_xlsx.places import Cell, normalised, trimmed

NOT_JUDGED = "Ej bedömd"
"""What is said of an activity whose status is blank."""

NOT_JUDGED_WORDS = frozenset(("ej bedömd", "ej bedömt", "inte bedömd", "-", "–"))


class Status(StrEnum):
    """The words of the traffic light; blank is not judged, in every scale."""

    RED = "Rött"
    YELLOW = "Gult"
    GREEN = "Grönt"
    NOT_JUDGED = ""


class Standing(Enum):
    """What a status counts as, from the worst to the best; the value is the word in ``Listor``."""

    BAD = "Dåligt"
    SLOW = "Trögt"
    NOT_BEGUN = "Ej påbörjat"
    NEITHER = ""
    GOOD = "Bra"
    FINISHED = "Klart"


RANKS = {
    Standing.BAD: 0,
    Standing.SLOW: 1,
    Standing.NOT_BEGUN: 2,
    Standing.NEITHER: 3,
    Standing.GOOD: 3,
    Standing.FINISHED: 4,
}
"""Which standing is better; where two are alike, the order of the scale says."""

COLOURS = {
    "Rött": "C00000",
    "Gult": "FFD24D",
    "Grönt": "2E7D32",
    "Blått": "1F5FA8",
    "Grått": "6B7280",
}
"""The fills that have names, as RRGGBB; the first three are those of the standard template."""

EMOJI = {"Rött": "🔴🟥", "Gult": "🟡🟨", "Grönt": "🟢🟩", "Blått": "🔵🟦", "Grått": "⚫⚪"}


class KnownWord(NamedTuple):
    """What is known of a common word: how it counts, its colour, its plural, other spellings."""

    standing: Standing
    colour: str
    several: str = ""
    synonyms: tuple[str, ...] = ()


COMMON: Mapping[str, KnownWord] = {
    Status.RED: KnownWord(Standing.BAD, "Rött", "röda", ("röd", "röda", "rod", "rott")),
    Status.YELLOW: KnownWord(Standing.SLOW, "Gult", "gula", ("gul", "gula")),
    Status.GREEN: KnownWord(Standing.GOOD, "Grönt", "gröna", ("grön", "gröna", "gron", "gront")),
    "Ej påbörjad": KnownWord(
        Standing.NOT_BEGUN, "Grått", "ej påbörjade", ("ej påbörjat", "inte påbörjad")
    ),
    "Pågår": KnownWord(Standing.NEITHER, "Blått", "", ("pågående",)),
    "Pågående": KnownWord(Standing.NEITHER, "Blått", "", ("pågår",)),
    "Påbörjad": KnownWord(Standing.NEITHER, "Blått", "påbörjade", ("påbörjat",)),
    "Klar": KnownWord(Standing.FINISHED, "Grönt", "klara", ("klart", "färdig", "färdigt")),
    "Avslutad": KnownWord(Standing.FINISHED, "Grönt", "avslutade", ("avslutat",)),
    "Försenad": KnownWord(Standing.BAD, "Rött", "försenade", ("försenat",)),
    "Pausad": KnownWord(Standing.SLOW, "Gult", "pausade", ("pausat",)),
}
"""The words that are known for what they are; any other is neither good nor bad, and grey."""

KNOWN_WORDS = {normalised(word): known for word, known in COMMON.items()}
LIGHT = {
    normalised(spelling): Status(word)
    for word, known in COMMON.items()
    if word in set(Status)
    for spelling in (word, *known.synonyms)
}
"""The traffic light's words by every spelling."""

ONE = {Status.RED: "röd", Status.YELLOW: "gul", Status.GREEN: "grön"}
"""The traffic light's words of one activity."""


# ------------------------------------------------------------------ a word of a scale


class Level(NamedTuple):
    """A word of a scale: how it counts, and its fill as RRGGBB.

    ``least`` is the percentage from which it applies, where the scale is of per cent.
    """

    word: str
    standing: Standing = Standing.NEITHER
    fill: str = COLOURS["Grått"]
    least: float | None = None

    @property
    def text(self) -> str:
        """The colour of text on the fill."""
        return readable_on(self.fill)

    def counted(self, count: int) -> str:
        """Return the word as it is said of a number of activities: ``1 grön``, ``2 klara``."""
        if self.least is not None:
            return f"på {self.word}"
        known = KNOWN_WORDS.get(normalised(self.word))
        several = known.several if known else ""
        one = ONE.get(Status(self.word)) if self.word in set(Status) else None
        return (several if count != 1 and several else one) or lowered(self.word)


def lowered(word: str) -> str:
    """Return a word as it stands inside a sentence; an abbreviation stays as it is."""
    return word[:1].lower() + word[1:] if word[1:2].islower() or len(word) == 1 else word


# ------------------------------------------------------------------ per cent

PERCENT = r"(?P<least>\d{1,3}(?:[,.]\d+)?)(?: ?[-–] ?\d{1,3}(?:[,.]\d+)?)? ?%"
SHARE = r"(?P<share>\d{1,3}(?:[,.]\d+)?)(?P<mark> ?%)?"
WHOLE = 100


def least_of(word: str) -> float | None:
    """Return the percentage from which a word of a scale applies; None where it is none."""
    found = re.fullmatch(PERCENT, normalised(word))
    return _number(found["least"]) if found else None


def share_in(status: str) -> float | None:
    """Return the percentage that a status is; None where it is none."""
    found = re.fullmatch(SHARE, normalised(status))
    return _number(found["share"]) if found else None


def percentage(cell: Cell) -> str | None:
    """Return a percentage as it was typed, with its sign; None where it is none.

    A bare 0,5 could be a half or one half of one per cent, so it is neither.
    """
    found = re.fullmatch(SHARE, normalised(cell.text))
    if found is None or _number(found["share"]) > WHOLE:
        return None
    if found["mark"]:
        return trimmed(cell.text)
    is_fraction = not _number(found["share"]).is_integer()
    return None if is_fraction else f"{found['share']} %"


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))
