"""What a template compiles to: fragments, that are written once for each row.

A fragment appends strings of XML to the part that is being written. Nothing is parsed or copied
while rows are stamped. The way of one row: a ``Repeat`` begins it, puts it last in the scope and
has its body written. There ``Literal`` appends the XML around, ids are new each time, a
``Conditional`` asks whether what it holds is written, and a value's ``Content`` (``content.py``)
looks its text up in the row and appends the runs in a mark. A ``NonEmptyElement`` that nothing was
written in is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.marks import POINT
from lagesbild_xlsx.word.part_writer import PartWriter, Scope
from lagesbild_xlsx.word.record import checksum
from lagesbild_xlsx.word.tags import Condition, Selection, ValueReference


class Fragment(Protocol):
    """A piece of a template."""

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append what it says here to the part."""


Fragments: TypeAlias = Sequence[Fragment]


def write_all(fragments: Fragments, part: PartWriter, scope: Scope) -> None:
    """Append what fragments say, in order."""
    for fragment in fragments:
        fragment.write(part, scope)


class Literal(NamedTuple):
    """XML that is the same in every document."""

    xml: str

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the XML."""
        part.add(self.xml)


class ControlId:
    """The id of a control that is not ours: another one each time, as Word wants."""

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the next id."""
        part.add(f'<w:id w:val="{part.new_id()}"/>')


class PictureId:
    """The id of a picture: another one each time, as the schema wants."""

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the next id."""
        part.add(str(part.new_id()))


class CopySuffix:
    """What is added to an id that must be another in each row: where it stands."""

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append it, in a row."""
        if scope:
            part.add(f"_{part.place.replace('.', '_')}")


class CopiedPart(NamedTuple):
    """The relationship id of a part that each row has its own copy of, such as a chart."""

    original: str

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the id of the next copy."""
        part.add(part.own_id(self.original))


class EmptyMark:
    """A mark around nothing: where rows or a condition begin or end, where no value does."""

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the mark."""
        number = part.begin(POINT, "r", checksum(""))
        part.start_mark(number, "")
        part.end_mark(number)


class EndMark:
    """The end of the mark around what a blank value says, where that is several blocks."""

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append it."""
        part.end_mark(part.open_mark)


@dataclass(eq=False, repr=False)
class ValueLook:
    """The paragraph style or the cell shading that belongs to a value, else the template's."""

    value: ValueReference
    blank_text: str
    by_value: Mapping[str, str]
    otherwise: Fragments
    _folded: dict[str, str] = field(default_factory=dict)
    """The texts that were met, as ``by_value`` has them."""

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the element."""
        text = self.value.text(scope) or self.blank_text
        folded = self._folded.get(text) or self._folded.setdefault(text, normalised(text))
        if xml := self.by_value.get(folded):
            part.add(xml)
        else:
            write_all(self.otherwise, part, scope)


class IfBlank(NamedTuple):
    """What stands in the document only where a value is blank."""

    value: ValueReference
    inner: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append it where the value is blank."""
        if not self.value.text(scope):
            write_all(self.inner, part, scope)


class Repeat(NamedTuple):
    """What is written once for each row; ``markup`` says what a row consists of."""

    tag: str
    markup: str
    rows: Selection
    body: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the body for each row."""
        number, place = part.begin(self.tag, self.markup), part.place
        for at, row in enumerate(self.rows.of(scope)):
            part.place = f"{number}.{at}"
            part.shown.add(row, self.rows.chosen_by)
            write_all(self.body, part, (*scope, row))
        part.place = place


class FirstCopyOnly:
    """What stands in the first copy only."""

    def __init__(self, sections: Sequence[Fragments]) -> None:
        """Take the fragments of the first copy, as sections."""
        self.sections = sections
        self._is_written = False

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append it the first time."""
        if not self._is_written:
            write_all(self.sections[0], part, scope)
            self._is_written = True


class Conditional(NamedTuple):
    """What is written only where a condition holds; ``markup`` says what it consists of."""

    tag: str
    markup: str
    condition: Condition
    body: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the body where the condition holds."""
        if self.condition.holds(scope):
            number, place = part.begin(self.tag, self.markup), part.place
            part.place = str(number)
            write_all(self.body, part, scope)
            part.place = place


class NonEmptyElement(NamedTuple):
    """An element that may not be empty: it is left out with its last content.

    ``otherwise`` is what its place must hold then.
    """

    start: Fragments
    content: Fragments
    end: Fragments
    otherwise: str

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the element where it has any content."""
        before, first = len(part.pieces), len(part.record.entries)
        write_all(self.start, part, scope)
        begun = len(part.pieces)
        write_all(self.content, part, scope)
        if any(not piece.isspace() for piece in part.pieces[begun:] if piece):
            write_all(self.end, part, scope)
        else:
            part.take_back(before, first, self.otherwise)
