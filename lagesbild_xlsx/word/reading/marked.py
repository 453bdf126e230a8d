"""The marks of a built document as controls again, also where its record is gone.

Word's document inspector takes the record away, with all custom XML. The names of the marks tell
the sheet, the row and the column, shortened to letters and digits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from lagesbild_xlsx.columns import Column, columns_of
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.overview import ALL_SECTIONS, ALL_SOURCES, WORKED_OUT
from lagesbild_xlsx.word.conversion import each_once, to_controls
from lagesbild_xlsx.word.lists.joining import paragraphs_of
from lagesbild_xlsx.word.lists.typed import restored
from lagesbild_xlsx.word.marks import Mark, letters, marked_texts, marks_in
from lagesbild_xlsx.word.reading.imported import DECLARED
from lagesbild_xlsx.word.reading.numbering import typed_sign
from lagesbild_xlsx.word.record import Record, RecordEntry, read_record
from lagesbild_xlsx.word.template_sheets import APPENDIX
from lagesbild_xlsx.word.xml import w

WORDS = (ALL_SOURCES, ALL_SECTIONS)
SHEETS = (*DECLARED, *WORDS, *WORKED_OUT)
FOUND = "0"
"""What the record of marks has for the checksum of a value, which nobody knows any more."""


def restore_controls(
    package: Package, roots: Collection[etree._Element], labels: Mapping[etree._Element, str]
) -> None:
    """Put the controls back that the marks of a built document stand for.

    Args:
        package: the document.
        roots: its parts that hold text.
        labels: what Word shows before each item of a list.
    """
    record = read_record(package)
    if record is None:
        record = record_of_marks(roots)
    if not record.has_controls:
        _type_signs(roots, record, labels)
        to_controls(roots, record)


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
            record.entries[number] = RecordEntry(f"lb:{repeat}", "")
        for _, mark in held:
            parent = f"{number}.{mark.row}" if repeat else ""
            record.entries[mark.number] = RecordEntry(f"lb:{_name_of(mark)}", parent, FOUND)
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
    return columns_of(DECLARED[sheet].row_class).values() if sheet in DECLARED else ()


def _beginning_with(start: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that begin with some letters, those first that are no longer."""
    found = (name for name in names if letters(name).casefold().startswith(start.casefold()))
    return iter(sorted(found, key=len))


def _type_signs(
    roots: Collection[etree._Element], record: Record, labels: Mapping[etree._Element, str]
) -> None:
    """Put what the items of values' lists began with in the workbook before them again.

    Args:
        roots: the parts of a built document.
        record: what was built; where it does not know the signs, any will do.
        labels: what Word shows before each item of a list.
    """
    for mark, start in each_once(roots):
        entry = record.entries.get(mark.number)
        paragraphs = paragraphs_of(start) if entry and entry.checksum else []
        if entry is None or not (entry.list_signs or len(paragraphs) > 1):
            continue
        signs = restored(entry.list_signs)
        for paragraph in paragraphs:
            if label := labels.get(paragraph):
                run = etree.Element(w("r"))
                etree.SubElement(run, w("t")).text = next(signs, typed_sign(label))
                before = start if paragraph is paragraphs[0] else paragraph.find(w("pPr"))
                if before is not None:
                    before.addnext(run)
