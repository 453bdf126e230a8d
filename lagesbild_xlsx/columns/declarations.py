"""How a model field declares its heading and converter, or a field of the lägesbild its sheet.

The reader, the messages, the new workbook and the guide all use the same declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, field, fields
from functools import cache
from typing import Any, NamedTuple

from lagesbild_xlsx.columns.likeness import joined_words
from lagesbild_xlsx.diagnostics import Result, Rule
from lagesbild_xlsx.places import Cell, normalised

Converter = Callable[[Cell], Result[Any]]
"""Takes a cell that holds something and returns the value, with a finding where it refused it."""


class Choice(NamedTuple):
    """One of a few words: how a cell is read, the words, and what to write, after "Skriv …".

    Without words, the drop-down has none; ``of_fill`` reads a blank cell that has a colour.
    """

    convert: Converter
    words: tuple[str, ...]
    help: str
    of_fill: Converter | None = None


ChoiceOf = Callable[[Any], Choice]
"""Returns what a column can hold, given the words that the municipality has for itself."""


def one_of(words: tuple[str, ...], rule: Rule, synonyms: Mapping[str, tuple[str, ...]]) -> Choice:
    """Return the choice of one of a few words, which also knows other ways to write them."""
    by_spelling: dict[str, Result[str | None]] = {
        normalised(s): Result(word) for word in words for s in synonyms.get(word, ())
    }
    by_spelling |= {normalised(word): Result(word) for word in words}
    choices = joined_words(words)

    def convert(cell: Cell) -> Result[str | None]:
        if found := by_spelling.get(normalised(cell.text)):
            return found
        return Result(None, (rule.at(cell.place, value=cell.text, choices=choices),))

    return Choice(convert, words, choices)


DEFAULT_WIDTH = 24


class Column(NamedTuple):
    """What staff see of a model field: its heading, and what to write under it.

    ``help`` completes the sentence "Skriv …"; a cell of a ``required`` column may not be blank, and
    ``missing`` is the rule that it then breaks, where the column has one of its own; ``optional``
    columns need no heading in the workbook, and ``rare`` ones do not stand in a new one;
    ``choices`` are all that can stand there, ``suggestions`` what is offered beside other words;
    ``synonyms`` are headings that mean the same; ``of_fill`` reads a blank cell that has a colour.
    ``choice`` returns what it can hold where the municipality has words of its own. ``width`` is
    that of the column in a new workbook, in digits. What stands in one ``for_work_only`` is not for
    the report's readers.
    """

    heading: str
    convert: Converter
    help: str
    required: bool = False
    missing: Rule | None = None
    optional: bool = False
    choices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    rare: bool = False
    synonyms: tuple[str, ...] = ()
    of_fill: Converter | None = None
    width: int = DEFAULT_WIDTH
    for_work_only: bool = False
    choice: ChoiceOf | None = None

    def with_words(self, words: object) -> Column:
        """Return the column as it is where the municipality has words of its own."""
        if self.choice is None:
            return self
        chosen = self.choice(words)
        return self._replace(
            convert=chosen.convert, choices=chosen.words, help=chosen.help, of_fill=chosen.of_fill
        )


def column(  # noqa: PLR0913 - one keyword for each thing that a column declares
    heading: str,
    converter: Converter,
    *,
    help: str,  # noqa: A002 - the word that every form uses
    blank: object = "",
    required: bool = False,
    missing: Rule | None = None,
    optional: bool = False,
    suggestions: tuple[str, ...] = (),
    rare: bool = False,
    synonyms: tuple[str, ...] = (),
    of_fill: Converter | None = None,
    width: int = DEFAULT_WIDTH,
    for_work_only: bool = False,
) -> Any:  # noqa: ANN401 - takes the type of the field it declares, as dataclasses.field does
    """Declare a model field's column, for use as the field's default."""
    declared = Column(
        heading,
        converter,
        help,
        required,
        missing,
        optional,
        suggestions=suggestions,
        rare=rare,
        synonyms=synonyms,
        of_fill=of_fill,
        width=width,
        for_work_only=for_work_only,
    )
    return field(default=blank, metadata={"column": declared})


def choice_column(  # noqa: PLR0913 - as column
    heading: str,
    choice: ChoiceOf,
    standard: object,
    *,
    blank: object = "",
    required: bool = False,
    missing: Rule | None = None,
    optional: bool = False,
    rare: bool = False,
    synonyms: tuple[str, ...] = (),
    width: int = DEFAULT_WIDTH,
    for_work_only: bool = False,
) -> Any:  # noqa: ANN401 - as column
    """Declare the column of a model field that holds one of a few words.

    Args:
        heading: its heading.
        choice: returns what it can hold, given the words that the municipality has.
        standard: those of a municipality that has none of its own.
        blank: what a blank cell is.
        required: whether a cell must hold something.
        missing: the rule that a blank cell breaks.
        optional: whether the workbook can lack the heading.
        rare: whether it does not stand in a new workbook.
        synonyms: headings that mean the same.
        width: its width in a new workbook, in digits.
        for_work_only: whether it is not for the report's readers.
    """
    declared = Column(
        heading,
        choice(standard).convert,
        "",
        required,
        missing,
        optional,
        rare=rare,
        synonyms=synonyms,
        width=width,
        for_work_only=for_work_only,
        choice=choice,
    )
    return field(default=blank, metadata={"column": declared.with_words(standard)})


class SheetOf(NamedTuple):
    """What staff see of a field of the lägesbild: a sheet with a row for each of its values.

    A form has two columns, Fält and Värde, and one row for each field of its only value. A
    workbook need not have an ``optional`` sheet: without it, the field has no values.
    """

    name: str
    row_class: type
    is_form: bool = False
    optional: bool = False


def sheet_of(name: str, row_class: type, *, form: bool = False, optional: bool = False) -> Any:  # noqa: ANN401 - as column
    """Declare the sheet of a field of the lägesbild, for use as the field's default."""
    metadata = {"sheet": SheetOf(name, row_class, form, optional)}
    return field(default_factory=row_class if form else tuple, metadata=metadata)


def columns_of(row_class: type, words: object = None) -> Mapping[str, Column]:
    """Return a row class's columns by the names of their fields.

    Args:
        row_class: the class.
        words: the words that the municipality has for itself, if any.
    """
    declared = _declared(row_class, "column")
    if words is None:
        return declared
    return {name: column.with_words(words) for name, column in declared.items()}


@cache
def headings_of(row_class: type) -> Mapping[str, str]:
    """Return the headings of a row class's columns by the names of their fields."""
    return {name: column.heading for name, column in columns_of(row_class).items()}


def sheets_of(document_class: type) -> Mapping[str, SheetOf]:
    """Return a document class's sheets by the names of their fields."""
    return _declared(document_class, "sheet")


@cache
def _declared(of_class: type, what: str) -> Mapping[str, Any]:
    declared: tuple[Field[Any], ...] = fields(of_class)
    return {f.name: f.metadata[what] for f in declared if what in f.metadata}
