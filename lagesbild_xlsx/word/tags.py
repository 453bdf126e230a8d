"""What a tag means: a value, a selection of rows, or a condition, at its place in a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.columns import nearest
from lagesbild_xlsx.model import NOT_JUDGED, SHEET_NAMES, Locality
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.tag_grammar import (
    CONDITION,
    FILTERED,
    NOT,
    SAME,
    WITH_VALUE,
    WITHOUT,
    name_in,
)
from lagesbild_xlsx.word.template_sheets import PICTURE, TemplateSheet, TextByHeading


class ValueReference(NamedTuple):
    """One text: a column of the row of a repeat, or a field of a form.

    ``depth`` counts the repeats around it from the outermost; None is a form.
    """

    source: TemplateSheet
    heading: str
    depth: int | None

    def text(self, rows: Sequence[TextByHeading]) -> str:
        """Return the text, given the row of each repeat around it."""
        return self.row(rows).get(self.heading, "")

    def row(self, rows: Sequence[TextByHeading]) -> TextByHeading:
        """Return the row that the text stands in, given the row of each repeat around it."""
        return self.source.rows[0] if self.depth is None else rows[self.depth]

    def position(self, rows: Sequence[TextByHeading]) -> int | None:
        """Return the place of the row in its sheet, counted from 0; None for a form."""
        return None if self.depth is None else self.source.position(rows[self.depth])


class RowSelection(NamedTuple):
    """The rows of a sheet, or some of them; ``chosen_by`` is the column that chooses them."""

    source: TemplateSheet
    rows: Sequence[TextByHeading]
    chosen_by: str = ""

    def of(self, rows: Sequence[TextByHeading]) -> Sequence[TextByHeading]:  # noqa: ARG002 - as MatchingRows has it
        """Return the rows, given the row of each repeat around."""
        return self.rows


class MatchingRows(NamedTuple):
    """The rows of a sheet that have the same value in a column as a row around."""

    source: TemplateSheet
    by_key: Mapping[str, Sequence[TextByHeading]]
    around: ValueReference
    chosen_by: str

    def of(self, rows: Sequence[TextByHeading]) -> Sequence[TextByHeading]:
        """Return the rows, given the row of each repeat around."""
        return self.by_key.get(normalised(self.around.text(rows)), ())


Selection: TypeAlias = RowSelection | MatchingRows


class Condition(NamedTuple):
    """That a value, or a selection of rows, is not empty; or that a value is ``wanted``.

    One that is negated holds where that is not so.
    """

    subject: ValueReference | Selection
    wanted: str = ""
    is_negated: bool = False

    def holds(self, rows: Sequence[TextByHeading]) -> bool:
        """Return whether it is so, given the row of each repeat around it."""
        return self._is_met(rows) is not self.is_negated

    def _is_met(self, rows: Sequence[TextByHeading]) -> bool:
        if not isinstance(self.subject, ValueReference):
            return bool(self.subject.of(rows))
        text = self.subject.text(rows)
        return normalised(text) == normalised(self.wanted) if self.wanted else bool(text)


TagMeaning: TypeAlias = ValueReference | Selection | Condition


class MeaninglessError(Exception):
    """A tag does not mean anything here."""


class MalformedError(MeaninglessError):
    """A tag is not written as any tag is."""


@dataclass(eq=False, repr=False)
class UnknownError(MeaninglessError):
    """A tag names nothing that there is; ``remedy`` is a Swedish sentence with the names."""

    name: str
    remedy: str


@dataclass(eq=False, repr=False)
class MisplacedError(MeaninglessError):
    """A tag names something that has no value at its place; ``remedy`` is a Swedish sentence."""

    remedy: str


class TemplateNames(NamedTuple):
    """The names that can be used at one place in a template: all sheets, and the rows around it.

    ``chosen`` says of each repeat around what its rows are chosen by: words, or a value around.
    """

    sources: Mapping[str, TemplateSheet]
    around: tuple[TemplateSheet, ...] = ()
    chosen: tuple[str | ValueReference, ...] = ()

    def inside(self, source: TemplateSheet, tag: str) -> TemplateNames:
        """Return the names that can be used inside a repeat over a sheet, given its tag."""
        filtered = FILTERED.search(tag)
        which = filtered["which"].strip() if filtered else ""
        same = SAME.fullmatch(which)
        chosen = same and self._column(self._heading(source, same["column"]))
        return TemplateNames(self.sources, (*self.around, source), (*self.chosen, chosen or which))

    def chosen_by(self, value: ValueReference) -> str | ValueReference:
        """Return what the rows are chosen by that a value is in."""
        return "" if value.depth is None else self.chosen[value.depth]

    def meaning(self, tag: str) -> TagMeaning:
        """Return what a tag means here.

        Raises:
            MeaninglessError: it means nothing here.
        """
        name = " ".join(name_in(tag).split())
        if condition := CONDITION.fullmatch(name):
            return self._condition(condition["name"])
        return self._named(name)

    def _condition(self, name: str) -> Condition:
        """Return the condition that is said after ``om``."""
        negated = NOT.fullmatch(name)
        said = negated["name"] if negated else name
        is_negated = negated is not None
        equal = None if FILTERED.fullmatch(said) else WITH_VALUE.fullmatch(said)
        if equal is None:
            return Condition(self._named(said), is_negated=is_negated)
        subject = self._named(equal["column"].strip())
        if not isinstance(subject, ValueReference):
            raise MalformedError
        return Condition(subject, equal["value"].strip(), is_negated)

    def _named(self, name: str) -> ValueReference | Selection:
        if filtered := FILTERED.fullmatch(name):
            return self._filtered(filtered["sheet"].strip(), filtered["which"].strip())
        if not name or "[" in name or "]" in name:
            raise MalformedError
        return self._column(name) or self._rows(name) or self._field(name)

    def _column(self, name: str) -> ValueReference | None:
        """Return the column of this name in the innermost row around that has it."""
        for depth in reversed(range(len(self.around))):
            if heading := self.around[depth].heading(name):
                return ValueReference(self.around[depth], heading, depth)
        return None

    def _rows(self, name: str) -> RowSelection | None:
        source = self.sources.get(normalised(name))
        if source is None:
            return None
        if source.is_form:
            raise MisplacedError(
                f"Skriv också fältet, till exempel lb:{source.name}.{source.headings[0]}."
            )
        return RowSelection(source, source.rows)

    def _field(self, name: str) -> ValueReference:
        """Return the field of a form, named ``Sheet.Field``."""
        for dot in (i for i, letter in enumerate(name) if letter == "."):
            source = self.sources.get(normalised(name[:dot]))
            if source is not None:
                return self._field_of(source, name[dot + 1 :].strip())
        if "." in name:
            raise self._unknown(name.partition(".")[0], self._sheet_names)
        self._refuse_column_outside_repeat(name)
        raise self._unknown(name, self._all_names)

    def _field_of(self, source: TemplateSheet, name: str) -> ValueReference:
        heading = self._heading(source, name)
        if source.is_form:
            return ValueReference(source, heading, None)
        if source in self.around:
            return ValueReference(source, heading, self.around.index(source))
        raise MisplacedError(
            f"Lägg den i en innehållskontroll med taggen lb:{source.name}, som upprepas för"
            " bladets rader."
        )

    def _filtered(self, name: str, which: str) -> Selection:
        """Return the rows that the words in brackets choose."""
        source = self.sources.get(normalised(name))
        if source is None:
            raise self._unknown(name, self._sheet_names)
        if source.is_form or not source.headings:
            raise MisplacedError(f"Bladet {source.name} har inga rader att välja bland.")
        if same := SAME.fullmatch(which):
            return self._same(source, self._heading(source, same["column"]))
        if without := WITHOUT.fullmatch(which):
            return self._without(source, self._heading(source, without["column"]))
        if chosen := WITH_VALUE.fullmatch(which):
            heading = self._heading(source, chosen["column"].strip())
            return self._with(source, heading, chosen["value"].strip())
        return self._with(source, source.first, which)

    def _with(self, source: TemplateSheet, heading: str, value: str) -> RowSelection:
        choices = source.choices.get(heading)
        if choices and not {normalised(value)} <= set(map(normalised, (*choices, NOT_JUDGED))):
            raise self._unknown(value, choices)
        return RowSelection(source, source.rows_with(heading, value), heading)

    def _same(self, source: TemplateSheet, heading: str) -> MatchingRows:
        around = self._column(heading)
        if around is None:
            raise MisplacedError(
                f"Lägg den i en innehållskontroll som upprepas för ett blad med kolumnen {heading}."
            )
        return MatchingRows(source, source.by_key(heading), around, heading)

    def _without(self, source: TemplateSheet, heading: str) -> RowSelection:
        """Return the rows whose value no row of the column's own sheet has.

        That sheet is the one whose first column it is: no repeat over it shows them with ”samma”.
        """
        others = [s for s in self.sources.values() if s is not source and s.first == heading]
        others = others[:1]
        taken = {normalised(row.get(heading, "")) for other in others for row in other.rows} - {""}
        return RowSelection(
            source, [r for r in source.rows if normalised(r.get(heading, "")) not in taken]
        )

    def _heading(self, source: TemplateSheet, name: str) -> str:
        heading = source.heading(name)
        if heading is None:
            raise self._unknown(name, source.headings)
        return heading

    def _refuse_column_outside_repeat(self, name: str) -> None:
        if normalised(name) == normalised(PICTURE):
            raise MisplacedError(
                "En bild hör till en rad. Lägg den i en innehållskontroll som upprepas för bladets"
                f" rader, till exempel lb:{SHEET_NAMES[Locality]}."
            )
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
