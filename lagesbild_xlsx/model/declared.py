"""How the cells of ``Listor`` that declare a scale are read: word, colour, what it counts as."""

from __future__ import annotations

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import listed
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.model.scale import STANDARD
from lagesbild_xlsx.model.status_words import COLOURS, Standing
from lagesbild_xlsx.places import Cell, normalised, trimmed

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
    said = STANDARD.read(cell._replace(fill=""))
    return Result(trimmed(cell.text)) if said.findings else said


def colour(cell: Cell) -> Result[str]:
    """Return the name of a colour."""
    found = COLOUR_WORDS.get(normalised(cell.text))
    if found:
        return Result(found)
    choices = listed(tuple(COLOURS))
    return Result("", (rules.COLOUR_NAME_UNKNOWN.at(cell.place, value=cell.text, choices=choices),))


def colour_of_fill(cell: Cell) -> Result[str]:
    """Return the colour of a cell, as RRGGBB."""
    return Result(cell.fill.upper())


def counts_as(cell: Cell) -> Result[str]:
    """Return what a status counts as, in the word of its standing."""
    found = STANDINGS.get(normalised(cell.text))
    if found:
        return Result(found)
    choices = listed(tuple(standing.value for standing in Standing if standing.value))
    return Result("", (rules.STANDING_UNKNOWN.at(cell.place, value=cell.text, choices=choices),))
