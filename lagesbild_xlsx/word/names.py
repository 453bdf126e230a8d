"""What a template can name: the sheets and columns of a lägesbild, and the tags that name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lagesbild_xlsx.columns import columns_of, nearest, sheets_of
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.places import fold

OURS = re.compile(r"\s*lb\s*:\s*", re.IGNORECASE)
"""How a tag of ours begins, also where a hand wrote it with capitals or spaces."""

CONDITION = re.compile(r"om\s+(?P<name>.+)", re.IGNORECASE)
FILTERED = re.compile(r"(?P<sheet>[^\[\]]+)\[(?P<value>[^\[\]]+)\]")

Texts: TypeAlias = Mapping[str, str]
"""A row's texts by heading."""


@dataclass(frozen=True)
class Source:
    """A sheet that a template can name.

    ``first`` is its first column that must be there; ``choices`` are the only values that it can
    have, none where any can.
    """

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Texts]
    is_form: bool
    first: str
    choices: tuple[str, ...] = ()

    def heading(self, name: str) -> str | None:
        """Return the heading of this name as it is written in the workbook."""
        return next((h for h in self.headings if fold(h) == fold(name)), None)

    def rows_with(self, value: str) -> Sequence[Texts]:
        """Return the rows whose first column has this value."""
        return [row for row in self.rows if fold(row.get(self.first, "")) == fold(value)]


def sources_of(lagesbild: Lagesbild) -> dict[str, Source]:
    """Return every sheet that a template can name, by its folded name."""
    known = [_declared(lagesbild, field) for field in sheets_of(Lagesbild)]
    own = [
        Source(t.name, t.headings, t.rows, t.is_form, "".join(t.headings[:1]))
        for t in lagesbild.own
    ]
    return {fold(source.name): source for source in (*known, *own)}


def _declared(lagesbild: Lagesbild, field: str) -> Source:
    sheet = sheets_of(Lagesbild)[field]
    value = getattr(lagesbild, field)
    rows = (value,) if sheet.is_form else value
    columns = tuple(columns_of(sheet.row).values())
    own = dict.fromkeys(heading for row in rows for heading in row.own)
    first = next(column for column in columns if not column.optional)
    return Source(
        sheet.name,
        (*(column.heading for column in columns), *own),
        [row.texts for row in rows],
        sheet.is_form,
        first.heading,
        first.choices,
    )


# ------------------------------------------------------------------ what a tag means


@dataclass(frozen=True)
class Value:
    """One text: a column of the row of a repeat, or a field of a form.

    ``depth`` counts the repeats around it from the outermost; None is a form.
    """

    source: Source
    heading: str
    depth: int | None

    def text(self, rows: Sequence[Texts]) -> str:
        """Return the text, given the row of each repeat around it."""
        row = self.source.rows[0] if self.depth is None else rows[self.depth]
        return row.get(self.heading, "")


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet, or those of them whose first column has a value."""

    source: Source
    rows: Sequence[Texts]


@dataclass(frozen=True)
class Condition:
    """That a value, or a selection of rows, is not empty."""

    of: Value | Rows

    def holds(self, rows: Sequence[Texts]) -> bool:
        """Return whether it is so, given the row of each repeat around it."""
        return bool(self.of.text(rows)) if isinstance(self.of, Value) else bool(self.of.rows)


Meaning: TypeAlias = Value | Rows | Condition


class MeaninglessError(Exception):
    """A tag does not mean anything here."""


class MalformedError(MeaninglessError):
    """A tag is not written as any tag is."""


@dataclass
class UnknownError(MeaninglessError):
    """A tag names nothing that there is; ``remedy`` is a Swedish sentence with the names."""

    name: str
    remedy: str


@dataclass
class MisplacedError(MeaninglessError):
    """A tag names something that has no value at its place; ``remedy`` is a Swedish sentence."""

    remedy: str


@dataclass(frozen=True)
class Names:
    """The names that can be used at one place in a template: all sheets, and the rows around it."""

    sources: Mapping[str, Source]
    around: tuple[Source, ...] = ()

    def inside(self, source: Source) -> Names:
        """Return the names that can be used inside a repeat over a sheet."""
        return Names(self.sources, (*self.around, source))

    def meaning(self, tag: str) -> Meaning:
        """Return what a tag means here.

        Raises:
            MeaninglessError: it means nothing here.
        """
        name = " ".join(OURS.sub("", tag, count=1).split())
        if condition := CONDITION.fullmatch(name):
            return Condition(self._named(condition["name"]))
        return self._named(name)

    def _named(self, name: str) -> Value | Rows:
        if filtered := FILTERED.fullmatch(name):
            return self._filtered(filtered["sheet"].strip(), filtered["value"].strip())
        if not name or "[" in name or "]" in name:
            raise MalformedError
        return self._column(name) or self._rows(name) or self._field(name)

    def _column(self, name: str) -> Value | None:
        """Return the column of this name in the innermost row around that has it."""
        for depth in reversed(range(len(self.around))):
            if heading := self.around[depth].heading(name):
                return Value(self.around[depth], heading, depth)
        return None

    def _rows(self, name: str) -> Rows | None:
        source = self.sources.get(fold(name))
        if source is None:
            return None
        if source.is_form:
            raise MisplacedError(
                f"Skriv också fältet, till exempel lb:{source.name}.{source.headings[0]}."
            )
        return Rows(source, source.rows)

    def _field(self, name: str) -> Value:
        """Return the field of a form, named ``Sheet.Field``."""
        for dot in (i for i, letter in enumerate(name) if letter == "."):
            source = self.sources.get(fold(name[:dot]))
            if source is not None:
                return self._field_of(source, name[dot + 1 :].strip())
        if "." in name:
            raise self._unknown(name.partition(".")[0], self._sheet_names)
        self._refuse_column_outside_repeat(name)
        raise self._unknown(name, self._all_names)

    def _field_of(self, source: Source, name: str) -> Value:
        heading = source.heading(name)
        if heading is None:
            raise self._unknown(name, source.headings)
        if source.is_form:
            return Value(source, heading, None)
        if source in self.around:
            return Value(source, heading, self.around.index(source))
        raise MisplacedError(
            f"Lägg den i en innehållskontroll med taggen lb:{source.name}, som upprepas för"
            " bladets rader."
        )

    def _filtered(self, name: str, value: str) -> Rows:
        source = self.sources.get(fold(name))
        if source is None:
            raise self._unknown(name, self._sheet_names)
        if source.is_form or not source.headings:
            raise MisplacedError(f"Bladet {source.name} har inga rader att välja bland.")
        if source.choices and fold(value) not in map(fold, source.choices):
            raise self._unknown(value, source.choices)
        return Rows(source, source.rows_with(value))

    def _refuse_column_outside_repeat(self, name: str) -> None:
        for source in self.sources.values():
            if source.heading(name) and source.is_form:
                raise MisplacedError(f"Skriv lb:{source.name}.{name}.")
            if source.heading(name):
                raise MisplacedError(
                    f"Lägg den i en innehållskontroll med taggen lb:{source.name}, som upprepas"
                    " för bladets rader."
                )

    @property
    def _sheet_names(self) -> tuple[str, ...]:
        return tuple(source.name for source in self.sources.values())

    @property
    def _all_names(self) -> tuple[str, ...]:
        columns = (heading for source in self.around for heading in source.headings)
        return (*dict.fromkeys(columns), *self._sheet_names)

    @staticmethod
    def _unknown(name: str, known: tuple[str, ...]) -> UnknownError:
        like = nearest(name, known)
        meant = f"Menade du {like}? " if like else ""
        return UnknownError(name, f"{meant}Namnen som finns här är {', '.join(known)}.")
