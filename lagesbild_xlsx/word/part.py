"""A part of a document that is being written: its XML so far, and the record of its controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, islice
from typing import NamedTuple, TypeAlias, TypeVar

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

    def new_ids(self, many: int) -> list[int]:
        """Return ids that no control or picture has.

        Raises:
            StopError: the document would have more controls than it may.
        """
        numbers = list(islice(self.ids, min(many, MOST_CONTROLS + 1)))
        if numbers and numbers[-1] > MOST_CONTROLS:
            raise StopError(rules.DOCUMENT_TOO_LARGE.at(FILE, count=MOST_CONTROLS))
        return numbers

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


class AllRows:
    """The rows of a repeat where each fragment is written for all of them before the next.

    A long list takes half the time that it takes row by row.

    Attributes:
        part: what is written to.
        around: the row of each repeat around this one.
        rows: its rows.
        columns: what the fragments say so far, each in every row.
    """

    def __init__(self, part: Part, around: Scope, rows: Sequence[Texts], controls: int) -> None:
        """Take the ids of so many controls in each row."""
        self.part, self.around, self.rows = part, around, rows
        self.columns: list[Sequence[str]] = []
        self._ids = part.new_ids(controls * len(rows))
        self._controls, self._begun = controls, 0
        self._noted: list[Noted] = []

    def begin(self, tag: str) -> Sequence[int]:
        """Return the ids of the next control in each row; one of ours, with a tag, is noted."""
        ids = self._ids[self._begun :: self._controls]
        self._begun += 1
        if tag:
            self._noted.append(Noted(tag, ids))
        return ids

    def note(self, values: Sequence[Written]) -> None:
        """Note what the values say whose controls were begun last."""
        self._noted[-1] = self._noted[-1]._replace(values=values)

    def finish(self) -> None:
        """Append all that was written to the part, row by row."""
        self.part.pieces.extend(_row_by_row(self.columns))
        places = [f"{self.part.control}.{number}" for number in range(len(self.rows))]
        ids = _row_by_row([noted.ids for noted in self._noted])
        entries = _row_by_row([noted.entries(places) for noted in self._noted])
        self.part.record.entries.update(zip(ids, entries, strict=True))


class Noted(NamedTuple):
    """A control of ours in every row: its tag, its ids, and its values if it holds any."""

    tag: str
    ids: Sequence[int]
    values: Sequence[Written] = ()

    def entries(self, places: Sequence[str]) -> list[Entry]:
        """Return what the record keeps, given the place of each row."""
        if not self.values:
            return [Entry(self.tag, place) for place in places]
        pairs = zip(places, self.values, strict=True)
        return [Entry(self.tag, place, said, form) for place, (_, said, form) in pairs]


T = TypeVar("T")


def _row_by_row(columns: Sequence[Sequence[T]]) -> Iterator[T]:
    """Yield what stands in columns of the same length, row by row."""
    return chain.from_iterable(zip(*columns, strict=True))
