"""A part of a document that is being written: its XML so far, and the record of its marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.marks import name_of
from lagesbild_xlsx.word.page_setup import Room
from lagesbild_xlsx.word.record import Record, RecordEntry
from lagesbild_xlsx.word.shown import ShownValues
from lagesbild_xlsx.word.template_sheets import TextByHeading

Scope: TypeAlias = Sequence[TextByHeading]
"""The row of each repeat around a place, the outermost first."""

MOST_VALUES = 1_000_000
"""How many values a document may show: 50,000 rows of twenty."""


@dataclass(eq=False, repr=False)
class PartWriter:
    """A part that is being written.

    Attributes:
        ids: the next free id of a mark, a control or a picture.
        link_id: returns the relationship id of an address.
        own_id: returns the relationship id of a part of one's own, as another is.
        drawing: adds a picture or a chart, and returns what draws it, given an id of its own.
        place: where what is written stands, as the record has it.
        record: the marks that were written.
        shown: the values that were written.
        pieces: the XML so far.
        open_mark: the number of the mark that goes on into the next block.
        add: appends a piece of XML.
    """

    ids: count[int]
    link_id: Callable[[str], str]
    own_id: Callable[[str], str]
    drawing: Callable[[int, Illustration, Room], str]
    place: str
    record: Record
    shown: ShownValues
    pieces: list[str] = field(default_factory=list)
    open_mark: int = 0
    add: Callable[[str], None] = field(init=False)

    def __post_init__(self) -> None:
        """Append without a call of our own, some twenty times a row."""
        self.add = self.pieces.append

    def new_id(self) -> int:
        """Return an id that no mark, control or picture has.

        Raises:
            StopError: the document would have more values than it may.
        """
        number = next(self.ids)
        if number > MOST_VALUES:
            raise StopError(rules.DOCUMENT_TOO_LARGE.at(FILE, count=MOST_VALUES))
        return number

    def begin(
        self,
        tag: str,
        markup: str,
        checksum: str = "",
        format_checksum: str = "",
        list_signs: str = "",
    ) -> int:
        """Note that something is begun that the record knows, and return its number.

        Args:
            tag: the tag of the template's control.
            markup: what it consists of (:class:`RecordEntry`).
            checksum: that of what a value says; none for what holds others.
            format_checksum: that of its formats.
            list_signs: what the items of its lists began with.
        """
        number = self.new_id()
        self.record.entries[number] = RecordEntry(
            tag, self.place, checksum, format_checksum, markup, list_signs
        )
        return number

    def start_mark(self, number: int, label: str) -> None:
        """Append the start of a mark, given its label."""
        self.add(f'<w:bookmarkStart w:id="{number}" w:name="{name_of(number, label)}"/>')

    def end_mark(self, number: int) -> None:
        """Append the end of a mark."""
        self.add(f'<w:bookmarkEnd w:id="{number}"/>')

    def take_back(self, to: int, first: int, instead: str) -> None:
        """Put something instead of what was written, and forget what it was marked as.

        Args:
            to: how many pieces there were before.
            first: how many entries the record had before.
            instead: the XML that stands there now.
        """
        self.pieces[to:] = [instead]
        while len(self.record.entries) > first:
            self.record.entries.popitem()


class Written(NamedTuple):
    """What a value is written as, and what the record keeps of it.

    ``checksum`` is that of what it says, ``format_checksum`` that of its formats; ``list_signs`` is
    what the items of its lists began with.
    """

    xml: str
    checksum: str
    format_checksum: str = ""
    list_signs: str = ""
