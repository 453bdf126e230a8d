"""What is known of common status words: how they count, their colours, other ways to write them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import NamedTuple

from lagesbild_xlsx.places import normalised

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
