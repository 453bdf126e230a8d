"""The columns that hold one of a few words (status, source, section), however it is written."""

from __future__ import annotations

from enum import StrEnum

from lagesbild_xlsx import rules
from lagesbild_xlsx.colours import Signal, signal_of
from lagesbild_xlsx.columns import choice
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.places import Cell


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


STATUS_WORD = choice(
    Status,
    rules.STATUS_UNKNOWN,
    {
        Status.RED: ("röd", "röda", "rod", "rott", "r", "🔴", "🟥"),
        Status.YELLOW: ("gul", "gula", "🟡", "🟨"),
        Status.GREEN: ("grön", "gröna", "gron", "gront", "🟢", "🟩"),
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
    read = STATUS_WORD(cell)
    if not cell.fill:
        return read
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
