"""A part of a document that is being written: its XML so far, and the record of its controls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.record import Entry, Record
from lagesbild_xlsx.word.sources import Texts

Scope: TypeAlias = Sequence[Texts]
"""The row of each repeat around a place, the outermost first."""

MOST_CONTROLS = 1_000_000
"""How many values a document may show: 50,000 rows of twenty."""


@dataclass
class Part:
    """A part that is being written.

    Attributes:
        ids: the next free id of a control or a picture.
        link_id: returns the relationship id of an address.
        place: where the control stands that is being written, as the record has it.
        record: the controls that were written.
        pieces: the XML so far.
        title: the document's title, once it was written.
        control: the control of ours that was begun last.
        tag: its tag.
        add: appends a piece of XML.
    """

    ids: count[int]
    link_id: Callable[[str], str]
    place: str
    record: Record
    pieces: list[str] = field(default_factory=list)
    title: str = ""
    control: int = 0
    tag: str = ""
    add: Callable[[str], None] = field(init=False)

    def __post_init__(self) -> None:
        """Append without a call of our own, some twenty times a row."""
        self.add = self.pieces.append

    def new_id(self) -> int:
        """Return an id that no control or picture has.

        Raises:
            StopError: the document would have more controls than it may.
        """
        number = next(self.ids)
        if number > MOST_CONTROLS:
            raise StopError(rules.DOCUMENT_TOO_LARGE.at(FILE, count=MOST_CONTROLS))
        return number

    def begin(self, number: int, tag: str) -> None:
        """Note that a control is begun, which may hold others."""
        self.control, self.tag = number, tag
        self.record.entries[number] = Entry(tag, self.place)

    def forget_from(self, first: int) -> None:
        """Take the controls out of the record that were written since and then left out."""
        for number in list(self.record.entries)[first:]:
            del self.record.entries[number]

    def note(self, said: str, form: str = "") -> None:
        """Note what the value says whose control was begun last, and its formats.

        Args:
            said: the checksum of what it says.
            form: that of its formats.
        """
        self.record.entries[self.control] = Entry(self.tag, self.place, said, form)


class Written(NamedTuple):
    """What a value is written as, and what the record keeps of it.

    ``said`` is the checksum of what it says, ``form`` that of its formats.
    """

    xml: str
    said: str
    form: str = ""
