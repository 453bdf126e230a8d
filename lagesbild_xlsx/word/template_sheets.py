"""A sheet that a template can name, and what its rows hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self, TypeAlias

from lagesbild_xlsx.model.appendices import Appendix
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import normalised

TextByHeading: TypeAlias = Mapping[str, str]
"""A row's texts by heading."""


Keys: TypeAlias = Callable[[str], frozenset[str]]
"""Returns the folded values that a text counts as, when rows are chosen by a column."""


@dataclass(eq=False, repr=False)
class TemplateSheet:
    """A sheet that a template can name.

    Attributes:
        name: what its tab says.
        headings: its columns, or the fields of a form.
        rows: their texts; one row of a form.
        is_form: whether it has the columns Fält and Värde.
        first: its first column that must be there, which a filter without a column means.
        choices: the only values that some columns can have.
        keys: what a text counts as in some columns; itself in all others.
    """

    name: str
    headings: tuple[str, ...]
    rows: Sequence[TextByHeading]
    is_form: bool
    first: str
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: Mapping[str, Keys] = field(default_factory=dict)

    def heading(self, name: str) -> str | None:
        """Return the heading of this name as it is written in the workbook."""
        return next((h for h in self.headings if normalised(h) == normalised(name)), None)

    def position(self, row: TextByHeading) -> int:
        """Return the place of one of the rows, counted from 0."""
        return self._positions[id(row)]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(row): at for at, row in enumerate(self.rows)}

    def keys_of(self, heading: str, text: str) -> frozenset[str]:
        """Return what a text counts as in a column."""
        return self.keys[heading](text) if heading in self.keys else frozenset((normalised(text),))

    def by_key(self, heading: str) -> dict[str, list[TextByHeading]]:
        """Return the rows by what they count as in a column; a row may be there several times."""
        found: dict[str, list[TextByHeading]] = {}
        for row in self.rows:
            for key in self.keys_of(heading, row.get(heading, "")):
                found.setdefault(key, []).append(row)
        return found

    def rows_with(self, heading: str, value: str) -> Sequence[TextByHeading]:
        """Return the rows that count as a value in a column."""
        wanted = self.keys_of(heading, value)
        return [row for row in self.rows if wanted & self.keys_of(heading, row.get(heading, ""))]


APPENDIX = "Bilaga"
"""How the name of one appendix begins."""


@dataclass(eq=False, repr=False)
class AppendixSheet(TemplateSheet):
    """Appendices, which a control places whole; one row for each."""

    appendices: tuple[Appendix, ...] = ()


PICTURE = "Bild"
"""The column of the pictures of rows, which has no cells of its own."""


class Pictures(str):
    """The pictures and charts of a row: what they show in words, or else that there are some."""

    __slots__ = ("illustrations",)
    illustrations: tuple[Illustration, ...]

    def __new__(cls, illustrations: tuple[Illustration, ...]) -> Self:
        """Take the pictures of a row."""
        words = " ".join(each.alt_text for each in illustrations)
        made = super().__new__(cls, words.strip() or PICTURE)
        made.illustrations = illustrations
        return made
