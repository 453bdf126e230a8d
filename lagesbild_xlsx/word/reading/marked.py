"""What the marks of a built document say of themselves, where its record is gone.

Word's document inspector takes the record away, with all custom XML. The names of the marks tell
the sheet, the row and the column, shortened to letters and digits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from lxml import etree

from lagesbild_xlsx.columns import Column, columns_of
from lagesbild_xlsx.word.marks import Mark, letters, marks_in
from lagesbild_xlsx.word.reading.imported import DECLARED
from lagesbild_xlsx.word.record import Entry, Record

FOUND = "0"
"""What the record of marks has for the checksum of a value, which nobody knows any more."""


def record_of_marks(roots: Iterable[etree._Element]) -> Record:
    """Return what was built, as far as the names of the marks tell.

    The rows of a sheet that follow on each other are one repeat.
    """
    marks = [mark for mark, _ in marks_in(roots) if mark.sheet]
    free = max((mark.number for mark in marks), default=0) + 1
    record = Record()
    for number, (repeat, held) in enumerate(groupby(marks, _repeat_of), free):
        if repeat:
            record.entries[number] = Entry(f"lb:{repeat}", "")
        for mark in held:
            parent = f"{number}.{mark.row}" if repeat else ""
            record.entries[mark.number] = Entry(f"lb:{_name_of(mark)}", parent, FOUND)
    return record


def _repeat_of(mark: Mark) -> str:
    """Return what the template's repeat was called that a mark's row came from; none for a form."""
    if mark.row is None:
        return ""
    sheet = _sheet_of(mark)
    first = next((column for column in _columns_of(sheet) if not column.optional), None)
    choices = first.choices if first is not None and mark.which else ()
    which = next(_beginning_with(mark.which, choices), "")
    return f"{sheet}[{which}]" if which else sheet


def _name_of(mark: Mark) -> str:
    """Return the name of a mark's column, or of the field of a form."""
    sheet = _sheet_of(mark)
    headings = [column.heading for column in _columns_of(sheet)]
    heading = next(_beginning_with(mark.column, headings), mark.column)
    return f"{sheet}.{heading}" if mark.row is None else heading


def _sheet_of(mark: Mark) -> str:
    return next(_beginning_with(mark.sheet, DECLARED), mark.sheet)


def _columns_of(sheet: str) -> Collection[Column]:
    return columns_of(DECLARED[sheet].row).values() if sheet in DECLARED else ()


def _beginning_with(start: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that begin with some letters, those first that are no longer."""
    found = (name for name in names if letters(name).casefold().startswith(start.casefold()))
    return iter(sorted(found, key=len))
