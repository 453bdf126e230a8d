"""The sheets that the document's own sections are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lagesbild_xlsx.columns.converters import date, file_name, period, text, year
from lagesbild_xlsx.columns.declarations import choice_column, column
from lagesbild_xlsx.model.rows import Row
from lagesbild_xlsx.model.words import STANDARD_WORDS


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
    appendices: str = column(
        "Bilagor",
        text,
        optional=True,
        for_work_only=True,
        synonyms=("Bilaga",),
        help="namnen på egna blad som ska med som bilagor, åtskilda med semikolon",
    )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
