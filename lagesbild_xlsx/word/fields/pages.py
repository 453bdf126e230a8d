"""Page numbers as they are printed, from the pages that a document was drawn on.

A section can begin its numbers anew and write them in its own way (ECMA-376 part 1, 17.6.12), so
the printed number is not the place of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.fields.bookmarks import END, START, highest_id
from lagesbild_xlsx.word.fields.document_values import PAGES
from lagesbild_xlsx.word.fields.found import FieldCode, fields_in
from lagesbild_xlsx.word.fields.numerals import KEEP_FORMAT, written, written_in_field
from lagesbild_xlsx.word.fields.results import inside_ours, shown, write
from lagesbild_xlsx.word.fields.runs import part_runs
from lagesbild_xlsx.word.xml import val, w


class Pages(NamedTuple):
    """The pages that a document was drawn on.

    Attributes:
        of: returns the page of a bookmark, counted from 0; None where it is not known.
        total: how many pages there are; 0 where that is not known.
        as_word: whether each section begins its numbers anew that asks for it, as in Word.
            LibreOffice 7.4 does not in one that begins on the page where the one before it ends.
    """

    of: Callable[[str], int | None]
    total: int
    as_word: bool = True


MARK = "_Avsnitt"
"""How the bookmarks are called that tell where a section begins, in what is drawn only."""

NO_PAGE = "–"
"""What a reference in a sentence says in place of a page number that is not known."""

PARITY = {"oddPage": 1, "evenPage": 0}
"""What is left of the first page's number when it is halved, by the section's type."""


class PageSection(NamedTuple):
    """A section: its first page, the number there, and how numbers are written."""

    page: int = 0
    number: int = 1
    form: str = "decimal"

    def number_of(self, page: int) -> int:
        """Return the number of a page."""
        return self.number + page - self.page


class Numbered(NamedTuple):
    """What came of numbering.

    Attributes:
        has_moved: whether a table of contents has other numbers than it had.
        lacks_pages: whether numbers are missing.
    """

    has_moved: bool
    lacks_pages: bool


def mark_sections(story: etree._Element) -> None:
    """Put a bookmark where each section of a main story begins, but the first."""
    free = highest_id([story]) + 1
    for number, (first, _) in list(enumerate(_sections(story)))[1:]:
        at = 0 if first.find(w("pPr")) is None else 1
        for tag in (END, START):
            mark = etree.Element(tag)
            mark.set(w("id"), str(free + number))
            first.insert(at, mark)
        first[at].set(w("name"), f"{MARK}{number}")


def _sections(story: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the first paragraph of each section, and its properties."""
    first: etree._Element | None = None
    for element in story.iter(w("p"), w("sectPr")):
        if element.tag == w("p"):
            first = element if first is None else first
        elif first is not None and element.getparent() is not None:
            yield first, element
            first = None


def shows_pages(root: etree._Element) -> bool:
    """Return whether a story has a field that shows the number of a page."""
    return any(each.code.kind in PAGES for each in fields_in(root))


def number_pages(stories: Iterable[etree._Element], main: etree._Element, pages: Pages) -> Numbered:
    """Write the numbers of pages into the fields that show them.

    Args:
        stories: the roots of a document's stories.
        main: the root of its main story.
        pages: its pages.
    """
    printed = _Printed(main, pages)
    has_moved = lacks_pages = False
    for root in stories:
        part_runs(root)
        kept = inside_ours(root)
        for each in fields_in(root):
            if each.code.kind not in PAGES or each.is_locked or each.begin in kept:
                continue
            text = printed.text(each.code)
            has_moved |= each.in_contents and shown(each.result or ()) != (text or "")
            lacks_pages |= text is None
            write(each, text or ("" if each.in_contents else NO_PAGE))
    return Numbered(has_moved, lacks_pages)


@dataclass
class _Printed:
    """What is printed as the number of each page."""

    story: etree._Element
    pages: Pages

    def text(self, code: FieldCode) -> str | None:
        """Return what a field shows; None where that is not known."""
        if code.kind == "NUMPAGES":
            return written_in_field(self.pages.total, code.formats) if self.pages.total else None
        name, section = self._bookmarks.get(code.argument.casefold(), ("", 0))
        page = self.pages.of(name)
        if page is None or section >= len(self._numbering) or "p" in code.switches:
            return None
        at = self._numbering[section]
        own = [form for form in code.formats if form.lower() not in KEEP_FORMAT]
        number = at.number_of(page)
        return written_in_field(number, own) if own else written(number, at.form)

    @cached_property
    def _bookmarks(self) -> dict[str, tuple[str, int]]:
        """The name and the section of each bookmark, by its folded name."""
        section = 0
        found: dict[str, tuple[str, int]] = {}
        for element in self.story.iter(START, w("sectPr")):
            name = element.get(w("name"), "")
            section += element.tag != START
            found.setdefault(name.casefold(), (name, section))
        return found

    @cached_property
    def _numbering(self) -> list[PageSection]:
        """How each section numbers its pages; nothing where that is not known."""
        sections: list[PageSection] = []
        for number, (_, properties) in enumerate(_sections(self.story)):
            page = self.pages.of(f"{MARK}{number}") if number else 0
            if page is None:
                return []
            sections.append(self._section(page, properties, sections[-1:]))
        return sections

    def _section(
        self, page: int, properties: etree._Element, before: list[PageSection]
    ) -> PageSection:
        """Return a section that begins on a page, after another one."""
        numbering = properties.find(w("pgNumType"))
        start = "" if numbering is None else numbering.get(w("start"), "")
        form = "decimal" if numbering is None else numbering.get(w("fmt"), "decimal")
        kind = val(properties.find(w("type")))
        is_anew = self.pages.as_word or kind != "continuous" or not before
        if start.isdecimal() and is_anew:
            return PageSection(page, int(start[:5]), form)
        number = before[-1].number_of(page) if before else 1
        parity = PARITY.get(kind, number % 2)
        return PageSection(page, number + (number % 2 != parity), form)
