"""What a row of each sheet says: a field declares its heading and converter, here and only here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import (
    choice_column,
    column,
    columns_of,
    date,
    date_or_words,
    file_name,
    period,
    text,
    year,
    yes_or_when,
)
from lagesbild_xlsx.model.declared import colour, colour_of_fill, counts_as, status_word
from lagesbild_xlsx.model.known_words import COLOURS, Standing, Status
from lagesbild_xlsx.model.words import STANDARD_WORDS
from lagesbild_xlsx.places import FILE, Place, normalised

REVIEW = "granskat"
"""The column in which it is said why what was found in a row may stay, folded."""

FEWEST_LETTERS = 5
"""How many letters a reason has at least: ”ok” is none."""


def says_why(words: str) -> bool:
    """Return whether words are a reason for something to stay, and no no."""
    letters = re.findall(r"[^\W\d_]", words)
    is_no = re.match(r"\s*(?:nej|inte|ej)\b", words, re.IGNORECASE)
    return len(letters) >= FEWEST_LETTERS and not is_no


class Origin(NamedTuple):
    """Where a row's values stand: the row (for a form, the sheet), and each heading's cell.

    What a cell says whose heading is in ``refused`` is not known. ``fills`` are the colours of the
    cells that hold something.
    """

    row: Place = FILE
    cells: Mapping[str, Place] = MappingProxyType({})
    refused: frozenset[str] = frozenset()
    fills: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row has: where it stands, and its values in columns that are user-defined."""

    origin: Origin = field(default_factory=Origin, compare=False, repr=False)
    own: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> Place:
        """Return the place of a field's cell; the row's where the workbook has no such column."""
        return self.origin.cells.get(columns_of(type(self))[name].heading, self.origin.row)

    def is_blank(self, name: str) -> bool:
        """Return whether the workbook says nothing for a field, where it could have."""
        if getattr(self, name):
            return False
        heading = columns_of(type(self))[name].heading
        return heading in self.origin.cells and heading not in self.origin.refused

    @property
    def review(self) -> str:
        """What its column ”Granskat” says, where the sheet has one."""
        named = (text for heading, text in self.own.items() if normalised(heading) == REVIEW)
        return next(named, "")

    @property
    def texts(self) -> dict[str, str]:
        """The row's texts as the document shows them, by heading."""
        declared = {c.heading: shown(getattr(self, f)) for f, c in columns_of(type(self)).items()}
        return declared | dict(self.own)


def shown(value: object) -> str:
    """Return a value as the document shows it: a date as 2021-05-20, nothing as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)


@dataclass(frozen=True, kw_only=True)
class Report(Row):
    """The facts that the document's fixed wording needs."""

    municipality: str = column(
        "Kommun", text, required=True, help="kommunens namn, till exempel Exempelby kommun"
    )
    date: dt.date | None = column(
        "Datum", date, required=True, blank=None, help="lägesbildens datum, till exempel 2021-05-20"
    )
    promise_year: str = column(
        "Medborgarlöfte",
        year,
        optional=True,
        help="medborgarlöftets år eller tid, till exempel 2021 eller våren 2021, eller inget om"
        " kommunen inte har något medborgarlöfte",
    )
    cooperation_period: str = column(
        "Samverkansperiod",
        period,
        required=True,
        help="överenskommelsens första och sista år, till exempel 2020-2023",
    )
    introduction: str = column(
        "Inledning", text, required=True, help="den text som inleder dokumentet"
    )
    basis: str = column("Underlag", text, required=True, help="vad lägesbilden bygger på")
    record_number: str = column(
        "Diarienummer", text, optional=True, synonyms=("Dnr", "Diarienr"), help="diarienumret"
    )
    version: str = column("Version", text, optional=True, help="versionen, till exempel 2")
    template: str = column(
        "Mall",
        file_name,
        optional=True,
        for_work_only=True,
        help="filnamnet på en egen mall i samma mapp, till exempel mall.docx",
    )
    previous: str = column(
        "Förra lägesbilden",
        file_name,
        optional=True,
        for_work_only=True,
        synonyms=("Förra", "Föregående lägesbild"),
        help="filnamnet på förra lägesbildens arbetsbok i samma mapp",
    )


@dataclass(frozen=True, kw_only=True)
class Priority(Row):
    """What one of the agreements says shall come first."""

    source: str | None = choice_column(
        "Källa", lambda words: words.source, STANDARD_WORDS, blank=None, required=True, width=28
    )
    priority: str = column(
        "Prioritering",
        text,
        required=True,
        synonyms=("Prioriteringar", "Prioriterat område"),
        width=80,
        help="vad som ska prioriteras",
    )


@dataclass(frozen=True, kw_only=True)
class Locality(Row):
    """A locality and the notes on it."""

    name: str = column(
        "Ort",
        text,
        required=True,
        synonyms=("Orter", "Område", "Kommundel"),
        width=22,
        help="ortens namn",
    )
    note: str = column(
        "Lägesbild",
        text,
        synonyms=("Läge", "Nuläge", "Notering", "Anteckning"),
        width=90,
        help="vad som är rapporterat från orten",
    )


@dataclass(frozen=True, kw_only=True)
class Paragraph(Row):
    """A paragraph of ”Framåt”."""

    section: str | None = choice_column(
        "Avsnitt", lambda words: words.section, STANDARD_WORDS, blank=None, required=True, width=16
    )
    text: str = column(
        "Text",
        text,
        required=True,
        synonyms=("Texter", "Stycke"),
        width=110,
        help="ett stycke text",
    )


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Term(Row):
    """A term or an abbreviation, explained."""

    term: str = column(
        "Begrepp",
        text,
        required=True,
        synonyms=("Förkortning", "Ord"),
        width=18,
        help="förkortningen eller begreppet",
    )
    mark: str = column(
        "Skiljetecken",
        text,
        optional=True,
        rare=True,
        width=14,
        help="tecknet mellan begreppet och förklaringen, om det inte ska vara bindestreck",
    )
    explanation: str = column(
        "Förklaring", text, required=True, width=70, help="vad begreppet betyder"
    )


@dataclass(frozen=True, kw_only=True)
class ListRow(Row):
    """A row of the lists: a status with what it is, an owner with other names, a source, a section.

    What stands on a row together has nothing else to do with each other.
    """

    status: str = column(
        "Status",
        status_word,
        blank=Status.NOT_JUDGED,
        suggestions=STANDARD_WORDS.scale.words,
        width=13,
        help="ett ord i er skala, det sämsta först. Utan egna ord: Rött, Gult eller Grönt",
    )
    meaning: str = column("Betydelse", text, width=34, help="vad statusen betyder")
    colour: str = column(
        "Färg",
        colour,
        optional=True,
        for_work_only=True,
        suggestions=tuple(COLOURS),
        rare=True,
        of_fill=colour_of_fill,
        width=13,
        help="Rött, Gult, Grönt, Blått eller Grått, eller inget i en cell med statusens färg",
    )
    counts_as: str = column(
        "Räknas som",
        counts_as,
        optional=True,
        for_work_only=True,
        suggestions=tuple(standing.value for standing in Standing if standing.value),
        rare=True,
        width=16,
        help="Dåligt, Trögt, Ej påbörjat, Bra eller Klart, om statusen är något av det",
    )
    owner: str = column(
        "Ansvarig",
        text,
        synonyms=("Ansvar", "Ansvariga"),
        width=36,
        for_work_only=True,
        help="en ansvarig, med det namn som ska användas",
    )
    alias: str = column(
        "Alias",
        text,
        width=34,
        for_work_only=True,
        help="andra namn på den ansvarige, åtskilda med semikolon",
    )
    own_only: str = column(
        "Bara i arbetsboken",
        text,
        optional=True,
        rare=True,
        width=26,
        for_work_only=True,
        help="namnet på ett blad, en kolumn eller ett fält som är ert eget och inte ska nämnas när"
        " dokumentet görs",
    )
    source: str = column(
        "Källor",
        text,
        optional=True,
        for_work_only=True,
        rare=True,
        width=28,
        help="en källa till prioriteringar, i den ordning som de ska stå",
    )
    section: str = column(
        "Avsnitt",
        text,
        optional=True,
        for_work_only=True,
        rare=True,
        width=22,
        help="ett avsnitt under Framåt, i den ordning som de ska stå",
    )

    @property
    def fill(self) -> str:
        """The colour of the status: a name, or RRGGBB of its cells; nothing where it has none."""
        return self.colour or self.origin.fills.get(columns_of(ListRow)["status"].heading, "")
