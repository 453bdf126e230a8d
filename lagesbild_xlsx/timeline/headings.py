"""What the tables of a trend and their columns are called."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from lagesbild_xlsx.columns import headings_of, joined_words
from lagesbild_xlsx.model import (
    STANDARD_WORDS,
    Activity,
    ListRow,
    Report,
    Scale,
    Standing,
    Table,
)
from lagesbild_xlsx.overview import SPREAD

COLUMNS = headings_of(Activity)

FACTS = "Trend"
"""What a template calls the sentences."""

FIELDS = ("Sammanfattning", "Från", "Till", "Lägesbilder")

OF_SCALE = ("Trafikljus", "Dåliga statusar")
"""Whether the scale is the traffic light, and which of its words are bad."""

IN_WORDS = "{name} i ord"
"""What a table of figures is called where the scale is the municipality's, and they are words."""

DATE, STATUS, OWNER = headings_of(Report)["date"], COLUMNS["status"], headings_of(ListRow)["owner"]
ACTIVITY = (COLUMNS["activity"], COLUMNS["owner"])

PER_PERIOD, RED_IN_A_ROW, BAD_IN_A_ROW = "Per lägesbild", "Rött i rad", "Dåligt i rad"
PER_OWNER = "Ansvariga över tid"
RED = (*ACTIVITY, "Röd från", "Röd till", "Gånger", STATUS)
BAD = (*ACTIVITY, "Från", "Till", "Gånger", STATUS)
"""The columns of what was red, or else bad on the municipality's scale, time after time."""


def headings_for(scale: Scale) -> Mapping[str, tuple[str, ...]]:
    """Return the tables with their columns; the last has one row an activity and period."""
    worst, best = scale.ends
    is_light = scale.is_standard
    return {
        PER_PERIOD: (DATE, "Aktiviteter", *scale.statuses),
        (RED_IN_A_ROW if is_light else BAD_IN_A_ROW): RED if is_light else BAD,
        "Nuvarande status": (*ACTIVITY, STATUS, "Sedan", "Gånger", "Dagar"),
        PER_OWNER: (
            OWNER,
            "Aktiviteter",
            *scale.statuses,
            f"{worst} första gången",
            f"{best} första gången",
        ),
        "Aktiviteter": (
            DATE,
            "Löpnummer",
            *(COLUMNS[name] for name in ("number", "activity", "owner")),
            "Ansvariga",
            *(COLUMNS[name] for name in ("locality", "status", "comment", "due")),
            "Likhet",
        ),
    }


def bad_words(scale: Scale) -> str:
    """Return the words of a scale that count as bad: ``Försenad eller Stoppad``."""
    words = scale.words_that(Standing.BAD)
    return joined_words(words) if words else ""


BLANK_BAD = Table(BAD_IN_A_ROW, BAD, ())
BLANK_RED = Table(RED_IN_A_ROW, RED, ())
BLANK_WORDS = (
    Table(IN_WORDS.format(name=PER_PERIOD), (DATE, "Aktiviteter", SPREAD), ()),
    Table(IN_WORDS.format(name=PER_OWNER), (OWNER, "Aktiviteter", SPREAD), ()),
)
CSV_START = codecs.BOM_UTF8 + ";".join(headings_for(STANDARD_WORDS.scale)["Aktiviteter"]).encode()
"""How a text file with rows for other programs begins."""

BLANK_REPORT: tuple[Table, ...] = (
    Table(FACTS, (*FIELDS, *OF_SCALE), ({},), is_form=True),
    *(
        Table(name, headings, ())
        for name, headings in list(headings_for(STANDARD_WORDS.scale).items())[:-1]
    ),
    BLANK_BAD,
    *BLANK_WORDS,
)
"""The sheets of a trend without anything in them, for a template to be checked against."""
