"""The lägesbild: what the workbook says, with nothing of Excel or Word in it.

Each field declares its heading and converter here, and nowhere else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from lagesbild_xlsx import rules
from lagesbild_xlsx.colours import Signal, signal_of
from lagesbild_xlsx.columns import choice, column, columns_of, date, period, sheet_of, text, year
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.places import FILE, Cell, Place, fold

FIELD, VALUE = "Fält", "Värde"
"""The headings of a form."""


class Status(StrEnum):
    """How an activity stands; blank is not judged."""

    RED = "Rött"
    YELLOW = "Gult"
    GREEN = "Grönt"
    NOT_JUDGED = ""


class Source(StrEnum):
    """The agreement that a priority comes from."""

    CITIZENS_PROMISE = "Medborgarlöfte"
    COOPERATION_AGREEMENT = "Samverkansöverenskommelse"


class Section(StrEnum):
    """The part of ”Framåt” that a paragraph belongs to."""

    SHORT_TERM = "Kort sikt"
    LONG_TERM = "Längre sikt"
    COMMUNICATION = "Kommunikation"


_STATUS_WORD = choice(
    Status,
    rules.STATUS_UNKNOWN,
    {
        Status.RED: ("röd", "röda", "rod", "rott", "r"),
        Status.YELLOW: ("gul", "gula"),
        Status.GREEN: ("grön", "gröna", "gron", "gront"),
        Status.NOT_JUDGED: ("ej bedömd", "ej bedömt", "inte bedömd", "-", "–"),
    },
)
"""A lone g could be gult or grönt, so it is neither."""

STATUS_OF_SIGNAL = {
    Signal.RED: Status.RED,
    Signal.YELLOW: Status.YELLOW,
    Signal.GREEN: Status.GREEN,
}


def read_status(cell: Cell) -> Result[Status]:
    """Return the status that a cell says in words; its colour should not say another."""
    read = _STATUS_WORD(cell)
    coloured = status_of_fill(cell).value
    if read.findings or coloured in (Status.NOT_JUDGED, read.value):
        return read
    conflict = rules.COLOUR_CONFLICT.at(
        cell.place, value=cell.text, colour=coloured.lower(), status=read.value or "ej bedömd"
    )
    return Result(read.value, (conflict,))


def status_of_fill(cell: Cell) -> Result[Status]:
    """Return the status that a cell says by its colour alone."""
    signal = signal_of(cell.fill) if cell.fill else None
    if signal is not None:
        return Result(STATUS_OF_SIGNAL[signal])
    return Result(Status.NOT_JUDGED, (rules.COLOUR_UNKNOWN.at(cell.place),))


SOURCE = choice(
    Source,
    rules.SOURCE_UNKNOWN,
    {
        Source.CITIZENS_PROMISE: ("medborgarlöftet", "löfte", "löftet"),
        Source.COOPERATION_AGREEMENT: (
            "samverkansöverenskommelsen",
            "överenskommelse",
            "överenskommelsen",
        ),
    },
)

SECTION = choice(
    Section,
    rules.SECTION_UNKNOWN,
    {
        Section.SHORT_TERM: ("på kort sikt", "aktiviteter på kort sikt", "kort"),
        Section.LONG_TERM: (
            "på längre sikt",
            "aktiviteter på längre sikt",
            "lång sikt",
            "på lång sikt",
            "längre",
        ),
        Section.COMMUNICATION: (),
    },
)


@dataclass(frozen=True)
class Origin:
    """Where a row's values stand: the row (for a form, the sheet), and each heading's cell.

    What a cell says whose heading is in ``refused`` is not known.
    """

    row: Place = FILE
    cells: Mapping[str, Place] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row has: where it stands, and its values in columns that are the staff's own."""

    origin: Origin = field(default_factory=Origin, compare=False, repr=False)
    own: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> Place:
        """Return the place of a field's cell; the row's where the workbook has no such column."""
        return self.origin.cells.get(columns_of(type(self))[name].heading, self.origin.row)

    def is_blank(self, name: str) -> bool:
        """Return whether the workbook says nothing for a field, where it could have."""
        heading = columns_of(type(self))[name].heading
        known = heading in self.origin.cells and heading not in self.origin.refused
        return known and not getattr(self, name)

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
        "Medborgarlöfte", year, required=True, help="medborgarlöftets år, till exempel 2021"
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


@dataclass(frozen=True, kw_only=True)
class Priority(Row):
    """What one of the two agreements says shall come first."""

    source: Source | None = column(
        "Källa",
        SOURCE,
        blank=None,
        required=True,
        choices=Source,
        help="Medborgarlöfte eller Samverkansöverenskommelse",
    )
    priority: str = column(
        "Prioritering",
        text,
        required=True,
        synonyms=("Prioriteringar", "Prioriterat område"),
        help="vad som ska prioriteras",
    )


@dataclass(frozen=True, kw_only=True)
class Locality(Row):
    """A locality and the notes on it."""

    name: str = column(
        "Ort", text, required=True, synonyms=("Orter", "Område", "Kommundel"), help="ortens namn"
    )
    note: str = column(
        "Lägesbild",
        text,
        synonyms=("Läge", "Nuläge", "Notering", "Anteckning"),
        help="vad som är rapporterat från orten",
    )


@dataclass(frozen=True, kw_only=True)
class Paragraph(Row):
    """A paragraph of ”Framåt”."""

    section: Section | None = column(
        "Avsnitt",
        SECTION,
        blank=None,
        required=True,
        choices=Section,
        help="Kort sikt, Längre sikt eller Kommunikation",
    )
    text: str = column(
        "Text", text, required=True, synonyms=("Texter", "Stycke"), help="ett stycke text"
    )


@dataclass(frozen=True, kw_only=True)
class Activity(Row):
    """A row of the balance list."""

    number: str = column(
        "Nr",
        text,
        optional=True,
        synonyms=("Nummer", "Id", "#"),
        help="ett nummer som följer aktiviteten från gång till gång",
    )
    activity: str = column(
        "Aktivitet",
        text,
        required=True,
        missing=rules.ACTIVITY_MISSING,
        synonyms=("Aktiviteter", "Åtgärd", "Åtgärder", "Insats", "Insatser"),
        help="vad som ska göras",
    )
    owner: str = column(
        "Ansvar",
        text,
        synonyms=("Ansvarig", "Ansvariga", "Ansvarig part", "Ägare"),
        help="den eller de som ansvarar, som i bladet Listor",
    )
    status: Status = column(
        "Status",
        read_status,
        blank=Status.NOT_JUDGED,
        choices=Status,
        of_fill=status_of_fill,
        help="Rött, Gult eller Grönt, eller inget om aktiviteten inte är bedömd",
    )
    comment: str = column(
        "Kommentar",
        text,
        synonyms=("Kommentarer", "Anmärkning", "Notering"),
        help="hur det går, och varför",
    )
    locality: str = column(
        "Ort",
        text,
        optional=True,
        rare=True,
        help="orten som aktiviteten gäller, som i bladet Orter",
    )
    due: dt.date | None = column(
        "Klart senast",
        date,
        blank=None,
        optional=True,
        synonyms=("Klar senast", "Slutdatum", "Deadline"),
        help="ett datum, till exempel 2021-12-31",
    )


@dataclass(frozen=True, kw_only=True)
class Term(Row):
    """A term or an abbreviation, explained."""

    term: str = column(
        "Begrepp",
        text,
        required=True,
        synonyms=("Förkortning", "Ord"),
        help="förkortningen eller begreppet",
    )
    mark: str = column(
        "Skiljetecken",
        text,
        optional=True,
        rare=True,
        help="tecknet mellan begreppet och förklaringen, om det inte ska vara bindestreck",
    )
    explanation: str = column("Förklaring", text, required=True, help="vad begreppet betyder")


@dataclass(frozen=True, kw_only=True)
class ListRow(Row):
    """A row of the lists: a status with its meaning, and beside it an owner with other names."""

    status: Status = column(
        "Status",
        _STATUS_WORD,
        blank=Status.NOT_JUDGED,
        choices=Status,
        help="Rött, Gult eller Grönt",
    )
    meaning: str = column("Betydelse", text, help="vad statusen betyder")
    owner: str = column(
        "Ansvarig",
        text,
        synonyms=("Ansvar", "Ansvariga"),
        help="en ansvarig, med det namn som ska användas",
    )
    alias: str = column("Alias", text, help="andra namn på den ansvarige, åtskilda med semikolon")


@dataclass(frozen=True)
class Table:
    """A sheet that is the staff's own: its headings, and its rows' texts by heading.

    ``is_form`` tells that its headings are Fält and Värde; its one row then has the fields.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    is_form: bool = False


@dataclass(frozen=True, kw_only=True)
class Lagesbild:
    """The joint situation report of a municipality and the police at one date."""

    report: Report = sheet_of("Rapport", Report, form=True)
    priorities: tuple[Priority, ...] = sheet_of("Prioriteringar", Priority)
    localities: tuple[Locality, ...] = sheet_of("Orter", Locality)
    paragraphs: tuple[Paragraph, ...] = sheet_of("Framåt", Paragraph)
    activities: tuple[Activity, ...] = sheet_of("Balanslista", Activity)
    glossary: tuple[Term, ...] = sheet_of("Ordlista", Term)
    lists: tuple[ListRow, ...] = sheet_of("Listor", ListRow)
    own: tuple[Table, ...] = ()

    @cached_property
    def owners(self) -> dict[str, str]:
        """The owners of ``Listor`` by every name that they go by, folded."""
        named = [row for row in self.lists if row.owner]
        by_alias = {fold(alias): row.owner for row in named for alias in aliases(row)}
        return by_alias | {fold(row.owner): row.owner for row in named}

    def owners_of(self, activity: Activity) -> tuple[str, ...]:
        """Return who is responsible, with the names of ``Listor``; an unknown name as typed."""
        names = split_owners(activity.owner, self.owners)
        return tuple(self.owners.get(fold(name), name) for name in names)


def aliases(row: ListRow) -> Iterator[str]:
    """Yield the other names in a row of the lists."""
    return (name.strip() for name in re.split(r"[;,\n]", row.alias) if name.strip())


OWNER_MARK = re.compile(r"(\s*(?:[,;/&+\n]|\b(?:och|samt)\b)\s*)", re.IGNORECASE)
MOST_MARKS_IN_NAME = 4
"""How many commas and ”och” the name of one owner can hold."""


def split_owners(typed: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in a text such as ``Polisen och Strängnäs kommun``.

    A known name is never split, whatever words or marks it holds (``Kultur- och fritid``).

    Args:
        typed: the text of an Ansvar cell.
        known: the owners by their folded names.
    """
    parts = OWNER_MARK.split(typed)  # names at even places, the marks between them at odd ones
    names = []
    at = 0
    while at < len(parts):
        ends = range(min(at + 2 * MOST_MARKS_IN_NAME, len(parts) - 1), at, -2)
        joined = ((end, "".join(parts[at : end + 1])) for end in ends if end % 2 == at % 2)
        last, name = next(
            ((end, name) for end, name in joined if fold(name) in known), (at, parts[at])
        )
        if name.strip():
            names.append(name.strip())
        at = last + 2
    return tuple(names)
