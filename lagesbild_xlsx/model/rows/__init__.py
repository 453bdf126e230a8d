"""What a row of each sheet says: a field declares its heading and converter, here and only here.

What every row has stands in this module: where it stands, and its values in user-defined columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx.columns.declarations import columns_of
from lagesbild_xlsx.places import FILE, Place, normalised

REVIEW = "granskat"
"""The column in which it is said why what was found in a row may stay, folded."""

FEWEST_LETTERS = 5
"""How many letters a reason has at least: ”ok” is none."""


def says_why(words: str) -> bool:
    """Return whether words are a reason for something to stay, and no no."""
    letters = re.findall(r"[^\W\d_]", words)
    is_no = re.match(r"\s*(?:nej|inte|ej)\b", words, re.IGNORECASE)
    return len(letters) >= FEWEST_LETTERS and not is_no


class RowOrigin(NamedTuple):
    """Where a row's values stand: the row (for a form, the sheet), and each heading's cell.

    What a cell says whose heading is in ``refused`` is not known. ``fills`` are the colours of the
    cells that hold something.
    """

    row: Place = FILE
    cells: Mapping[str, Place] = MappingProxyType({})
    refused: frozenset[str] = frozenset()
    fills: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Row:
    """What every row has: where it stands, and its values in columns that are user-defined.

    Rows are alike that say the same, wherever they stand. That is said once, here, for all kinds.
    """

    origin: RowOrigin = field(default_factory=RowOrigin)
    own: Mapping[str, str] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said[:-1])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.texts})"

    @property
    def _said(self) -> tuple[object, ...]:
        return (*(getattr(self, name) for name in columns_of(type(self))), self.own)

    def place(self, name: str) -> Place:
        """Return the place of a field's cell; the row's where the workbook has no such column."""
        return self.origin.cells.get(columns_of(type(self))[name].heading, self.origin.row)

    def is_blank(self, name: str) -> bool:
        """Return whether the workbook says nothing for a field, where it could have."""
        if getattr(self, name):
            return False
        heading = columns_of(type(self))[name].heading
        return heading in self.origin.cells and heading not in self.origin.refused

    @property
    def review(self) -> str:
        """What its column ”Granskat” says, where the sheet has one."""
        named = (text for heading, text in self.own.items() if normalised(heading) == REVIEW)
        return next(named, "")

    @property
    def texts(self) -> dict[str, str]:
        """The row's texts as the document shows them, by heading."""
        declared = {c.heading: shown(getattr(self, f)) for f, c in columns_of(type(self)).items()}
        return declared | dict(self.own)


def shown(value: object) -> str:
    """Return a value as the document shows it: a date as 2021-05-20, nothing as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)
