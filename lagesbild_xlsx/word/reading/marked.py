"""What the marks of a built document say of themselves, where its record is gone.

Word's document inspector takes the record away, with all custom XML. The names of the marks tell
the sheet, the row and the column, shortened to letters and digits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from lagesbild_xlsx.columns import Column, columns_of
from lagesbild_xlsx.overview import ALL_SECTIONS, ALL_SOURCES, WORKED_OUT
from lagesbild_xlsx.word.marks import Mark, letters, marked_texts, marks_in
from lagesbild_xlsx.word.reading.imported import DECLARED
from lagesbild_xlsx.word.record import Entry, Record
from lagesbild_xlsx.word.template_sheets import APPENDIX

WORDS = (ALL_SOURCES, ALL_SECTIONS)
SHEETS = (*DECLARED, *WORDS, *WORKED_OUT)
FOUND = "0"
"""What the record of marks has for the checksum of a value, which nobody knows any more."""


def record_of_marks(roots: Collection[etree._Element]) -> Record:
    """Return what was built, as far as the names of the marks tell.

    The rows of a sheet that follow on each other are one repeat.
    """
    marks = [mark for mark, _ in marks_in(roots) if mark.sheet]
    free = max((mark.number for mark in marks), default=0) + 1
    record = Record()
    texts = {number: said for root in roots for number, said in marked_texts(root)}
    by_repeat = groupby(_repeats(marks, texts), lambda found: found[0])
    for number, (repeat, held) in enumerate(by_repeat, free):
        if repeat:
            record.entries[number] = Entry(f"lb:{repeat}", "")
        for _, mark in held:
            parent = f"{number}.{mark.row}" if repeat else ""
            record.entries[mark.number] = Entry(f"lb:{_name_of(mark)}", parent, FOUND)
    return record


def _repeats(marks: Iterable[Mark], texts: Mapping[int, str]) -> Iterator[tuple[str, Mark]]:
    """Yield the marks with their repeats; one of the municipality's own words stands before them.

    A heading of the template's own, with a field of a form in it, stands before no such rows.
    """
    word = ""
    for mark in marks:
        if mark.row is None:
            word = ""
        elif _sheet_of(mark) in WORDS:
            word = texts.get(mark.number, "")
        yield _repeat_of(mark, word), mark


def _repeat_of(mark: Mark, word: str) -> str:
    """Return what the template's repeat was called that a mark's row came from; none for a form.

    Args:
        mark: the mark.
        word: what its rows may be chosen by, beside what the column has itself.
    """
    if mark.row is None:
        return ""
    sheet = _sheet_of(mark)
    first = next((column for column in _columns_of(sheet) if not column.optional), None)
    choices = first.choices if first is not None and mark.which else ()
    own = (word,) if word and choices else ()
    which = next(_beginning_with(mark.which, own), "") or next(
        _beginning_with(mark.which, choices), ""
    )
    return f"{sheet}[{which}]" if which else sheet


def _name_of(mark: Mark) -> str:
    """Return the name of a mark's column, of the field of a form, or of an appendix."""
    if mark.is_appendix:
        return f"{APPENDIX} {mark.column}"
    sheet = _sheet_of(mark)
    headings = [column.heading for column in _columns_of(sheet)]
    heading = next(_beginning_with(mark.column, headings), mark.column)
    return f"{sheet}.{heading}" if mark.row is None else heading


def _sheet_of(mark: Mark) -> str:
    return next(_beginning_with(mark.sheet, SHEETS), mark.sheet)


def _columns_of(sheet: str) -> Collection[Column]:
    return columns_of(DECLARED[sheet].row).values() if sheet in DECLARED else ()


def _beginning_with(start: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that begin with some letters, those first that are no longer."""
    found = (name for name in names if letters(name).casefold().startswith(start.casefold()))
    return iter(sorted(found, key=len))
