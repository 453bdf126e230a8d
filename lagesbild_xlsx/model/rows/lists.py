"""The lists, which say what the words of the other sheets mean, and how their cells are read."""

from __future__ import annotations

from dataclasses import dataclass

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns.converters import text
from lagesbild_xlsx.columns.declarations import column, columns_of
from lagesbild_xlsx.columns.likeness import joined_words
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.model.rows import Row
from lagesbild_xlsx.model.scale import STANDARD_SCALE
from lagesbild_xlsx.model.status_words import COLOURS, Standing, Status
from lagesbild_xlsx.model.words import STANDARD_WORDS
from lagesbild_xlsx.places import Cell, normalised, trimmed

# ------------------------------------------------------------------ how the cells are read

COLOUR_WORDS = {
    normalised(spelling): colour
    for colour, spellings in {
        "Rött": ("röd", "🔴", "🟥"),
        "Gult": ("gul", "🟡", "🟨"),
        "Grönt": ("grön", "🟢", "🟩"),
        "Blått": ("blå", "🔵", "🟦"),
        "Grått": ("grå", "⚪", "⚫"),
    }.items()
    for spelling in (colour, *spellings)
}
STANDINGS = {
    normalised(spelling): standing.value
    for standing, spellings in {
        Standing.BAD: ("dålig", "sämst"),
        Standing.SLOW: ("trög", "med hinder"),
        Standing.NOT_BEGUN: ("ej påbörjad", "inte påbörjat", "inte påbörjad"),
        Standing.GOOD: ("god", "gott"),
        Standing.FINISHED: ("klar", "färdig", "färdigt", "avslutad", "avslutat"),
    }.items()
    for spelling in (standing.value, *spellings)
}


def status_word(cell: Cell) -> Result[str]:
    """Return a word of the scale as it was typed; one of the traffic light's as that is written."""
    said = STANDARD_SCALE.status_said(cell.text, cell.text_colour)
    return Result(trimmed(cell.text) if said is None else said)


def colour(cell: Cell) -> Result[str]:
    """Return the name of a colour."""
    found = COLOUR_WORDS.get(normalised(cell.text))
    if found:
        return Result(found)
    choices = joined_words(tuple(COLOURS))
    return Result("", (rules.COLOUR_NAME_UNKNOWN.at(cell.place, value=cell.text, choices=choices),))


def colour_of_fill(cell: Cell) -> Result[str]:
    """Return the colour of a cell, as RRGGBB."""
    return Result(cell.fill.upper())


def counts_as(cell: Cell) -> Result[str]:
    """Return what a status counts as, in the word of its standing."""
    found = STANDINGS.get(normalised(cell.text))
    if found:
        return Result(found)
    choices = joined_words(tuple(standing.value for standing in Standing if standing.value))
    return Result("", (rules.STANDING_UNKNOWN.at(cell.place, value=cell.text, choices=choices),))


# ------------------------------------------------------------------ the rows


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
