"""The lägesbild: what the workbook says, with nothing of Excel or Word in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.columns.declarations import sheet_of, sheets_of
from lagesbild_xlsx.model.appendices import Appendix
from lagesbild_xlsx.model.owners import split_aliases, split_owners
from lagesbild_xlsx.model.rows import REVIEW, Row, RowOrigin, says_why, shown
from lagesbild_xlsx.model.rows.activity import Activity
from lagesbild_xlsx.model.rows.lists import ListRow
from lagesbild_xlsx.model.rows.sections import Locality, Paragraph, Priority, Report, Term
from lagesbild_xlsx.model.scale import Scale
from lagesbild_xlsx.model.status_words import NOT_JUDGED, Level, Standing, Status
from lagesbild_xlsx.model.words import STANDARD_WORDS, PrioritySource, Section, Words
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import normalised

__all__ = [
    "FIELD",
    "NOT_JUDGED",
    "NO_EXTRA_DATA",
    "REVIEW",
    "SHEET_NAMES",
    "STANDARD_WORDS",
    "VALUE",
    "Activity",
    "ExtraData",
    "Grid",
    "GridValue",
    "Lagesbild",
    "Level",
    "ListRow",
    "Locality",
    "OfRows",
    "Paragraph",
    "Priority",
    "PrioritySource",
    "Report",
    "Row",
    "RowOrigin",
    "Scale",
    "Section",
    "Standing",
    "Status",
    "Table",
    "Term",
    "Words",
    "says_why",
    "shown",
    "split_aliases",
    "split_owners",
]

FIELD, VALUE = "Fält", "Värde"
"""The headings of a form."""


class Table(NamedTuple):
    """A sheet that is user-defined: its headings, and its rows' texts by heading.

    ``is_form`` tells that its headings are Fält and Värde; its one row then has the fields.
    ``numbers`` are those of its rows on the sheet.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    is_form: bool = False
    numbers: tuple[int, ...] = ()


OfRows: TypeAlias = Mapping[int, tuple[Illustration, ...]]
"""The pictures and charts of the rows of a sheet, by the rows' numbers."""


GridValue: TypeAlias = str | int | dt.date | None


class Grid(NamedTuple):
    """A table of figures: its headings, and the values of each row in their order."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[GridValue, ...], ...]

    @property
    def table(self) -> Table:
        """The table as texts, for a template to place."""
        texts = (tuple(map(shown, row)) for row in self.rows)
        rows = tuple(dict(zip(self.headings, row, strict=True)) for row in texts)
        return Table(self.name, self.headings, rows)


class ExtraData(NamedTuple):
    """What is said beside what the workbook says, for templates that place it.

    ``activity_headings`` are more columns of the balance list, ``activity_texts`` their texts for
    each activity, none where all are blank; ``tables`` are more sheets. ``report`` are the sheets
    of a report of its own: a template that places one of them need not show the lägesbild.
    """

    activity_headings: tuple[str, ...] = ()
    activity_texts: tuple[Mapping[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    report: tuple[Table, ...] = ()


NO_EXTRA_DATA = ExtraData()


@dataclass(frozen=True, kw_only=True)
class Lagesbild:
    """The joint situation report of a municipality and the police at one date."""

    report: Report = sheet_of("Rapport", Report, form=True)
    priorities: tuple[Priority, ...] = sheet_of("Prioriteringar", Priority, optional=True)
    localities: tuple[Locality, ...] = sheet_of("Orter", Locality, optional=True)
    paragraphs: tuple[Paragraph, ...] = sheet_of("Framåt", Paragraph, optional=True)
    activities: tuple[Activity, ...] = sheet_of("Balanslista", Activity)
    glossary: tuple[Term, ...] = sheet_of("Ordlista", Term, optional=True)
    lists: tuple[ListRow, ...] = sheet_of("Listor", ListRow, optional=True)
    own: tuple[Table, ...] = ()
    own_headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """The user-defined columns of each sheet, also where it has no rows."""
    appendices: tuple[Appendix, ...] = ()
    """The user-defined sheets that come along whole."""
    pictures: Mapping[str, OfRows] = field(default_factory=dict, compare=False, repr=False)
    """The pictures and charts of rows, by the names of their sheets, where a template asks."""

    @cached_property
    def words(self) -> Words:
        """The municipality's own words, or the standard ones."""
        return Words.of(self.lists)

    @property
    def scale(self) -> Scale:
        """The scale that the activities are judged by."""
        return self.words.scale

    @cached_property
    def owners(self) -> dict[str, str]:
        """The owners of ``Listor`` by every name that they go by, folded."""
        named = [row for row in self.lists if row.owner]
        by_alias = {
            normalised(alias): row.owner for row in named for alias in split_aliases(row.alias)
        }
        return by_alias | {normalised(row.owner): row.owner for row in named}

    def owners_of(self, activity: Activity) -> tuple[str, ...]:
        """Return who is responsible, with the names of ``Listor``; an unknown name as typed."""
        if activity.owner not in self._owners_in:
            names = split_owners(activity.owner, self.owners)
            known = tuple(self.owners.get(normalised(name), name) for name in names)
            self._owners_in[activity.owner] = known
        return self._owners_in[activity.owner]

    @cached_property
    def _owners_in(self) -> dict[str, tuple[str, ...]]:
        """The owners in each text that has been split: the same ones stand in many rows."""
        return {}


SHEET_NAMES: Mapping[type, str] = {
    sheet.row_class: sheet.name for sheet in sheets_of(Lagesbild).values()
}
"""The name of the sheet that holds the rows of each kind."""
