"""The balance list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns.converters import date_or_words, text, yes_or_when
from lagesbild_xlsx.columns.declarations import choice_column, column
from lagesbild_xlsx.model.rows import Row
from lagesbild_xlsx.model.status_words import Status
from lagesbild_xlsx.model.words import STANDARD_WORDS


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Activity(Row):
    """A row of the balance list."""

    number: str = column(
        "Nr",
        text,
        optional=True,
        synonyms=("Nummer", "Id", "#"),
        for_work_only=True,
        width=7,
        help="ett nummer som följer aktiviteten från gång till gång",
    )
    activity: str = column(
        "Aktivitet",
        text,
        required=True,
        missing=rules.ACTIVITY_MISSING,
        synonyms=("Aktiviteter", "Åtgärd", "Åtgärder", "Insats", "Insatser", "Vad"),
        width=60,
        help="vad som ska göras",
    )
    owner: str = column(
        "Ansvar",
        text,
        synonyms=("Ansvarig", "Ansvariga", "Ansvarig part", "Ägare", "Vem"),
        width=28,
        help="den eller de som ansvarar, som i bladet Listor",
    )
    status: str = choice_column(
        "Status",
        lambda words: words.status,
        STANDARD_WORDS,
        blank=Status.NOT_JUDGED,
        synonyms=("Läge", "Statusfärg", "Färg", "Trafikljus", "Bedömning"),
        width=13,
    )
    comment: str = column(
        "Kommentar",
        text,
        synonyms=(
            "Kommentarer",
            "Anmärkning",
            "Anm",
            "Anm.",
            "Notering",
            "Status/kommentar",
            "Uppföljning",
        ),
        width=45,
        help="hur det går, och varför",
    )
    locality: str = column(
        "Ort",
        text,
        optional=True,
        width=22,
        help="orten som aktiviteten gäller, som i bladet Orter",
    )
    due: dt.date | str | None = column(
        "Klart senast",
        date_or_words,
        blank=None,
        optional=True,
        synonyms=(
            "Klar senast",
            "Klart till",
            "Färdigt senast",
            "Slutdatum",
            "Deadline",
            "När",
            "Tidplan",
        ),
        width=14,
        help="ett datum, till exempel 2021-12-31, eller en tid, till exempel hösten 2021",
    )
    finished: str = column(
        "Avslutad",
        yes_or_when,
        optional=True,
        synonyms=("Klar", "Slutförd", "Färdig"),
        for_work_only=True,
        help="ja, eller ett datum, om aktiviteten inte ska med nästa gång",
    )
