"""The marks of a built document: a hidden bookmark around each value, which no reader minds.

Word and LibreOffice keep them when they save (a name that begins with ``_`` is hidden, ECMA-376
part 1, 17.13.6.2). They stand inside paragraphs only: LibreOffice moves those around rows. A mark's
name says the row, the sheet and the column, so that a document can be read back without its record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import Report
from lagesbild_xlsx.word.xml import W, following, results_of_fields, run_text, w

BOOKMARK_PREFIX = "_lb"
"""How the names of our bookmarks begin."""

NUMBER = re.compile(r"_lb(\d{1,9})")
"""How the name of a mark begins."""

COUNTED = re.compile(r"\d{1,9}")
"""The ids that are counted: a whole number of 32 bits."""

MARK = re.compile(
    r"_lb(?P<number>\d{1,9})(?P<alone>p?)(?:_(?P<row>\d+))?(?:_(?P<sheet>[^\W_]+))?"
    r"(?:_(?P<column>[^\W_]+))?(?:_(?P<which>[^\W_]+))?"
)
"""The name of a mark (:class:`Mark`)."""

APPENDICES = headings_of(Report)["appendices"]
"""The sheet that the names of the marks around appendices say."""

LAST, BREAK = "_lb_slut", "_lb_bryt"
"""How the names begin of the bookmarks in the last paragraph of an appendix, and in the one that
ends the section before it; its number follows. One around it all LibreOffice would lose."""

TURNED = "l"
"""How the former ends where the appendix has a turned page."""

POINT = "lb:"
"""The tag in the record of a mark around nothing."""

MOST_MARKS = 16_000
"""How many marks a document gets: Word has borne 16,379 bookmarks, and a template has some too."""

SHEET, COLUMN, COLUMN_ALONE, WHICH = 9, 7, 14, 6
"""How many letters of each stand in a name, which may have 40 (17.13.6.2)."""

PARAGRAPH, RUN, START, END = map(w, ("p", "r", "bookmarkStart", "bookmarkEnd"))
ID, NAME = w("id"), w("name")

REMOVED = "removed"
"""What elements are called that are about to be taken out together."""

FARTHEST = 2_000
"""How many elements a mark may go on over; one whose end is further away has lost it."""


class Mark(NamedTuple):
    """What the name of a mark says.

    Attributes:
        number: its number, which the record knows it by.
        is_alone: whether its value has a paragraph to itself.
        row: the row's place in its sheet, counted from 0; None for a field of a form.
        sheet: the beginning of the sheet's name, letters and digits only.
        column: that of the column's or the field's.
        which: that of what the rows were chosen by.
    """

    number: int
    is_alone: bool
    row: int | None
    sheet: str
    column: str
    which: str

    @property
    def is_appendix(self) -> bool:
        """Whether it stands around an appendix, which may be long."""
        return self.sheet == APPENDICES and self.row is None


def label(sheet: str, column: str, which: str = "") -> str:
    """Return what the name of a mark says of its sheet, its column, and the choice of rows."""
    widest = COLUMN if which else COLUMN_ALONE
    parts = (letters(sheet)[:SHEET], letters(column)[:widest], letters(which)[:WHICH])
    return "_".join(filter(None, parts))


def letters(name: str) -> str:
    """Return the letters and digits of a name, as the name of a mark has them."""
    return re.sub(r"[\W_]", "", name)


class ShownCells:
    """Where a document shows the cells of its workbook: the names of the first mark of each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[str, int | None, str], str] = {}
        for name in names:
            mark = mark_named(name)
            if mark is not None and mark.sheet:
                self._names.setdefault((mark.sheet, mark.row, mark.column), name)

    def name(self, sheet: str, row: int | None, column: str) -> str:
        """Return the name of the mark around the value of a cell; nothing where none is.

        Args:
            sheet: the name of the cell's sheet.
            row: its row's place in the sheet, counted from 0; None in a form.
            column: its heading, or its field.
        """
        widths = (COLUMN_ALONE, COLUMN)
        keys = ((letters(sheet)[:SHEET], row, letters(column)[:width]) for width in widths)
        return next(filter(None, map(self._names.get, keys)), "")


def in_row(label: str, row: int | None, *, is_alone: bool = False) -> str:
    """Return a label with what it says of one row, and of its value's paragraph."""
    place = "" if row is None else f"_{row}"
    return f"{'p' if is_alone else ''}{place}{f'_{label}' if label else ''}"


def name_of(number: int, label: str = "") -> str:
    """Return the name of a mark, given its label :func:`in_row`."""
    return f"_lb{number}{label}"


def label_in(start: etree._Element) -> str:
    """Return what a mark's name says beside its number."""
    return NUMBER.sub("", start.get(NAME, ""), count=1)


def bookmark_ids(roots: Iterable[etree._Element]) -> set[int]:
    """Return the ids of the bookmarks that there are."""
    found = {each.get(ID, "") for root in roots for each in root.iter(START)}
    return {int(number) for number in found if COUNTED.fullmatch(number)}


def named(root: etree._Element, begin: str) -> list[etree._Element]:
    """Return where the bookmarks start whose names begin so: a document can have very many."""
    found = _NAMED(root, begin=begin)
    assert isinstance(found, list)  # noqa: S101 - of elements, as the path says
    return [each for each in found if isinstance(each, etree._Element)]  # noqa: SLF001 - lxml's own


_NAMED = etree.XPath(
    "descendant-or-self::w:bookmarkStart[starts-with(@w:name, $begin)]", namespaces={"w": W}
)


def mark_of(start: etree._Element) -> Mark | None:
    """Return what a bookmark's name says; None for one that is not ours."""
    return mark_named(start.get(NAME, ""))


def mark_named(name: str) -> Mark | None:
    """Return what the name of a mark says; None for another name."""
    found = MARK.fullmatch(name)
    if found is None:
        return None
    number, alone, row, sheet, column, which = found.groups("")
    at = int(row) if row else None
    return Mark(int(number), bool(alone), at, sheet, column, which)


def marks_in(roots: Iterable[etree._Element]) -> Iterator[tuple[Mark, etree._Element]]:
    """Yield the marks in some parts, each with the element where it starts."""
    for root in roots:
        for start in named(root, BOOKMARK_PREFIX):
            mark = mark_of(start)
            if mark is not None:
                yield mark, start


def end_of(start: etree._Element) -> etree._Element | None:
    """Return the element where a mark ends; None where it is lost, or far away."""
    ends = (each for each in islice(following(start), FARTHEST) if is_end(each, start))
    return next(ends, None)


def is_end(element: etree._Element, start: etree._Element) -> bool:
    """Return whether an element is where a mark ends."""
    return element.tag == END and element.get(ID) == start.get(ID)


def marked_texts(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield the number of each mark, and what stands in it: its paragraphs as lines.

    That of an appendix goes on to its last paragraph; blank ones around it are no part of it, nor
    the numbers of its captions, which programs write anew.
    """
    in_fields = results_of_fields(root)
    said: list[str] = []
    results: set[int] = set()  # which of them are results of fields
    begun: dict[str, tuple[int, int]] = {}
    for element in root.iter(PARAGRAPH, RUN, START, END):
        tag = element.tag
        if tag == RUN:
            if in_fields and element in in_fields:
                results.add(len(said))
            said.append(run_text(element))
        elif tag == PARAGRAPH:
            said.append("\n")
        elif tag == END:
            if (bookmark := element.get(ID, "")) in begun:
                number, at = begun.pop(bookmark)
                yield number, "".join(said[at:])
        elif found := NUMBER.match(name := element.get(NAME, "")):
            number = int(found[1])
            bookmark = f"{LAST}{number}" if is_around_appendix(name) else element.get(ID, "")
            begun[bookmark] = number, len(said)
        elif (bookmark := f"{LAST}{last_of(name)}") in begun:
            number, at = begun.pop(bookmark)
            typed = (text for place, text in enumerate(said[at:], at) if place not in results)
            yield number, "".join(typed).strip("\n")


def is_around_appendix(name: str) -> bool:
    """Return whether a mark's name says that it stands around an appendix."""
    mark = mark_named(name) if APPENDICES in name else None
    return mark is not None and mark.is_appendix


def last_of(name: str) -> int:
    """Return the number of the appendix that a bookmark says the end of; -1 for any other."""
    number = name.removeprefix(LAST).removesuffix(TURNED) if name.startswith(LAST) else ""
    return int(number) if COUNTED.fullmatch(number) else -1


def marks_aside(
    root: etree._Element, begin: tuple[str, ...] = (LAST, BREAK)
) -> list[etree._Element]:
    """Return the bookmarks where appendices end, and sections before them."""
    return [each for each in named(root, BOOKMARK_PREFIX) if each.get(NAME, "").startswith(begin)]


def remove_marks(root: etree._Element) -> None:
    """Take the marks out of a part: what is built of a built document gets its own."""
    ours = named(root, BOOKMARK_PREFIX)
    numbers = {start.get(ID) for start in ours}
    ends = [end for end in root.iter(END) if end.get(ID) in numbers]
    for element in (*ours, *ends):
        element.tag = REMOVED
    etree.strip_elements(root, REMOVED, with_tail=False)
