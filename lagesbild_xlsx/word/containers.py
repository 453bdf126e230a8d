"""Fragments that hold others: repeats, conditions, and elements that may not be empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lagesbild_xlsx.word.fragments import Fragments, write_all
from lagesbild_xlsx.word.part_writer import PartWriter, Scope
from lagesbild_xlsx.word.tags import Condition, Selection, Value


class IfBlank(NamedTuple):
    """What stands in the document only where a value is blank."""

    value: Value
    inner: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append it where the value is blank."""
        if not self.value.text(scope):
            write_all(self.inner, part, scope)


class Repeat(NamedTuple):
    """What is written once for each row; ``level`` says what a row consists of."""

    tag: str
    level: str
    rows: Selection
    body: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the body for each row."""
        number, place = part.begin(self.tag, self.level), part.place
        for at, row in enumerate(self.rows.of(scope)):
            part.place = f"{number}.{at}"
            part.shown.add(row, self.rows.chosen_by)
            write_all(self.body, part, (*scope, row))
        part.place = place


class Once:
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


class If(NamedTuple):
    """What is written only where a condition holds; ``level`` says what it consists of."""

    tag: str
    level: str
    condition: Condition
    body: Fragments

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the body where the condition holds."""
        if self.condition.holds(scope):
            number, place = part.begin(self.tag, self.level), part.place
            part.place = str(number)
            write_all(self.body, part, scope)
            part.place = place


class Container(NamedTuple):
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
