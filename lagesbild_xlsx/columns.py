"""How a model field declares its heading and converter, and what the converters are.

A converter takes a cell that holds something and returns the value, with a finding where it
refused the cell. The reader, the messages, the new workbook and the guide all use the same
declaration.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import Field, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Result, Rule
from lagesbild_xlsx.places import Cell, fold, trimmed

Converter = Callable[[Cell], Result[Any]]
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


class Column(NamedTuple):
    """What staff see of a model field: its heading, and what to write under it.

    ``help`` completes the sentence "Skriv …"; ``missing`` is the rule that a blank cell
    breaks, None where blank is allowed; ``optional`` columns need no heading in the workbook, and
    ``rare`` ones do not stand in a new one; ``synonyms`` are headings that mean the same;
    ``of_fill`` reads a blank cell that has a colour.
    """

    heading: str
    convert: Converter
    help: str
    missing: Rule | None = None
    optional: bool = False
    choices: tuple[str, ...] = ()
    rare: bool = False
    synonyms: tuple[str, ...] = ()
    of_fill: Converter | None = None


def column(  # noqa: PLR0913 - one keyword for each thing that a column declares
    heading: str,
    converter: Converter,
    *,
    help: str,  # noqa: A002 - the word that every form uses
    blank: object = "",
    required: bool = False,
    missing: Rule = rules.VALUE_MISSING,
    optional: bool = False,
    choices: type[StrEnum] | None = None,
    rare: bool = False,
    synonyms: tuple[str, ...] = (),
    of_fill: Converter | None = None,
) -> Any:  # noqa: ANN401 - takes the type of the field it declares, as dataclasses.field does
    """Declare a model field's column, for use as the field's default."""
    declared = Column(
        heading,
        converter,
        help,
        missing if required else None,
        optional,
        tuple(choice for choice in choices or () if choice),
        rare,
        synonyms,
        of_fill,
    )
    return field(default=blank, metadata={"column": declared})


class SheetOf(NamedTuple):
    """What staff see of a field of the lägesbild: a sheet with a row for each of its values.

    A form has two columns, Fält and Värde, and one row for each field of its only value. A
    workbook need not have an ``optional`` sheet: without it, the field has no values.
    """

    name: str
    row: type
    is_form: bool = False
    optional: bool = False


def sheet_of(name: str, row: type, *, form: bool = False, optional: bool = False) -> Any:  # noqa: ANN401 - as column
    """Declare the sheet of a field of the lägesbild, for use as the field's default."""
    metadata = {"sheet": SheetOf(name, row, form, optional)}
    return field(default_factory=row if form else tuple, metadata=metadata)


def columns_of(row: type) -> Mapping[str, Column]:
    """Return a row type's columns by the names of their fields."""
    return _declared(row, "column")


def sheets_of(document: type) -> Mapping[str, SheetOf]:
    """Return a document type's sheets by the names of their fields."""
    return _declared(document, "sheet")


@cache
def _declared(owner: type, kind: str) -> Mapping[str, Any]:
    declared: tuple[Field[Any], ...] = fields(owner)
    return {f.name: f.metadata[kind] for f in declared if kind in f.metadata}


LONGEST_NAME = 200
"""Longer texts are no misspelt names, and take long to compare."""


LEAST_LIKENESS = 0.7
"""How alike a name must be to a known one, by difflib's ratio, to be it misspelt."""

MOST_PAIRS = 1_000_000
"""How many misspelt names are looked for among known ones, times the known ones: a second."""

MOST_WORK = 5_000_000
"""How much is compared closely, in letters of a name times those of a known one: a second."""


MARGIN = 0.001
"""How much two ways to calculate the same share of 100 may differ by rounding."""


class KnownNames:
    """Known names, folded once, and which of them each misspelt name is most like.

    A workbook with more misspelt names than can be looked at in a few seconds gets no answer for
    the last of them.
    """

    def __init__(self, known: Mapping[str, str] | tuple[str, ...]) -> None:
        """Take the names, or what each spelling stands for."""
        spellings = known if isinstance(known, Mapping) else {name: name for name in known}
        self._meant = {fold(spelling): meant for spelling, meant in spellings.items()}
        self._spellings = tuple(self._meant)
        self._found: dict[str, str | None] = {}
        self._pairs, self._work = MOST_PAIRS, MOST_WORK

    def nearest(self, name: str) -> str | None:
        """Return the known name that is most like the given one, or None where none is near."""
        if len(name) > LONGEST_NAME or not self._spellings:
            return None
        folded = fold(name)
        if folded not in self._found:
            found = self._nearest(folded)
            self._found[folded] = None if found is None else self._meant[found]
        return self._found[folded]

    def _nearest(self, name: str) -> str | None:
        """Return the spelling with the highest of difflib's ratios, the last where two have it.

        What can be near is found by the longest common subsequence, which is never shorter than
        the blocks that difflib counts, and takes a hundredth of the time.
        """
        # for what is misspelt only
        from difflib import SequenceMatcher  # noqa: PLC0415

        from rapidfuzz import fuzz, process  # noqa: PLC0415

        self._pairs -= len(self._spellings)
        if self._pairs < 0:
            return None
        matcher = SequenceMatcher(b=name)
        best: tuple[float, str] = (LEAST_LIKENESS, "")
        at_least = 100 * LEAST_LIKENESS - MARGIN
        perhaps = process.extract(
            name, self._spellings, scorer=fuzz.ratio, score_cutoff=at_least, limit=None
        )
        for spelling, most, _ in perhaps:  # the most alike first
            self._work -= len(name) * len(spelling)
            if most + MARGIN < 100 * best[0] or self._work < 0:
                break
            matcher.set_seq1(spelling)
            best = max(best, (matcher.ratio(), spelling))
        return best[1] or None


def nearest(name: str, known: Mapping[str, str] | tuple[str, ...]) -> str | None:
    """Return the known name that is most like the given one, or None where none is near.

    Where several names are looked for among the same ones, ``KnownNames`` takes less time.

    Args:
        name: what was written.
        known: the names, or what each spelling stands for.
    """
    return KnownNames(known).nearest(name)


def listed(words: tuple[str, ...], last: str = "eller") -> str:
    """Return words as a Swedish enumeration: ``Rött, Gult eller Grönt``."""
    head, tail = words[:-1], words[-1]
    return f"{', '.join(head)} {last} {tail}" if head else tail


# ------------------------------------------------------------------ converters


def text(cell: Cell) -> Result[str]:
    """Return the cell's text as it is shown, with its formats and links."""
    return Result(trimmed(cell.text))


YES = frozenset(
    ("ja", "j", "yes", "x", "✓", "✔", "☑", "☒", "1", "sant", "klar", "klart", "avslutad")
)
NO = frozenset(("nej", "n", "no", "-", "–", "0", "falskt", "☐"))


def yes_or_when(cell: Cell) -> Result[str]:
    """Return ja, or the date of it, where a cell says yes in any way; nothing where it says no."""
    typed = fold(cell.text).strip("!.")
    when = date(cell).value if typed not in YES | NO else None
    if when is not None:
        return Result(str(when))
    if typed in YES | NO:
        return Result("ja" if typed in YES else "")
    return Result("", (rules.NEITHER_YES_NOR_NO.at(cell.place, value=cell.text),))


def choice(
    kind: type[ChoiceT], rule: Rule, synonyms: Mapping[ChoiceT, tuple[str, ...]]
) -> Converter:
    """Return a converter to one of a few words, which also knows other ways to write them."""
    blank = next((k for k in kind if not k), None)
    by_spelling = {fold(word): Result(word) for word in kind if word}
    by_spelling |= {fold(s): Result(word) for word in synonyms for s in synonyms[word]}
    choices = listed(tuple(word for word in kind if word))

    def convert(cell: Cell) -> Result[ChoiceT | None]:
        if found := by_spelling.get(fold(cell.text)):
            return found
        return Result(blank, (rule.at(cell.place, value=cell.text, choices=choices),))

    return convert


def date(cell: Cell) -> Result[dt.date | None]:
    """Return a date: a real one, or one typed as 2021-05-20, 20 maj 2021 or 20/5 2021."""
    is_real = isinstance(cell.value, dt.datetime)
    found = cell.value.date() if isinstance(cell.value, dt.datetime) else parsed_date(cell.text)
    example = "2021-05-20"
    if found is None:
        refused = rules.NOT_A_DATE.at(cell.place, value=cell.text, example=example)
        return Result(None, (refused,))
    if found.year in PLAUSIBLE_YEARS:
        return Result(found)
    meant = found if is_real else f"år {found.year}"
    refused = rules.DATE_IMPLAUSIBLE.at(cell.place, value=cell.text, date=meant, example=example)
    return Result(None, (refused,))


PLAUSIBLE_YEARS = range(1990, 2100)
"""A year typed into a cell with a date format becomes a day of 1905, a time one of 1899."""


DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.-] ?(?P<m>\d{1,2})[-/. ]+(?P<y>\d{4})"),
    re.compile(r"(?:den )?(?P<d>\d{1,2})(?:[:.]?e)?[. -]+(?P<m>[a-zåäö]{3,9})[., -]+(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
)
"""Ways to type a date in Swedish. A year has four digits: 20/5 21 could mean two things."""


DASHES = re.compile("[\u2010-\u2015\u2212]")
AROUND_DATE = re.compile(
    r"^'|^(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?e?n?[.,]? |[ t]00:00(?::00)?$"
)
"""What may stand around a date without changing it: a weekday, and midnight."""


def parsed_date(typed: str) -> dt.date | None:
    """Return the date that a text says in Swedish, or None."""
    day = AROUND_DATE.sub("", DASHES.sub("-", fold(typed)))
    for form in DATE_FORMS:
        if found := form.fullmatch(day):
            month = _month_number(found["m"])
            try:
                return dt.date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                return None
    return None


def _month_number(word: str) -> int:
    """Return a month's number from its number, name or abbreviation; 0 where it is none."""
    if word.isdecimal():
        return int(word)
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def year(cell: Cell) -> Result[str]:
    """Return a year as its four digits."""
    is_number = isinstance(cell.value, float) and cell.value.is_integer()
    typed = f"{cell.value:.0f}" if is_number else cell.text.strip()
    if re.fullmatch(r"(19|20)\d\d", typed):
        return Result(typed)
    return Result("", (rules.NOT_A_YEAR.at(cell.place, value=cell.text, example="2021"),))


def period(cell: Cell) -> Result[str]:
    """Return a period of years as it was typed, without spaces: ``2020-2023``."""
    typed = "".join(cell.text.split())
    if (found := re.fullmatch(r"((?:19|20)\d\d)[-‐‑–—]((?:19|20)\d\d)", typed)) and (
        found[1] <= found[2]
    ):
        return Result(typed)
    return Result("", (rules.NOT_A_PERIOD.at(cell.place, value=cell.text, example="2020-2023"),))
