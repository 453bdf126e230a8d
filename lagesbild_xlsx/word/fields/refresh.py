"""The stored results of a built document's fields made right.

After a merge headings have moved, captions have other numbers, and what is referred to says
something else. A program that does not compute fields shows what is stored, as a browser or a
telephone does; Word computes them when it is asked to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.alternatives import ALTERNATIVES, FALLBACK
from lagesbild_xlsx.word.fields import document_values, references
from lagesbild_xlsx.word.fields.bookmarks import Bookmark, bookmarks_in, highest_id
from lagesbild_xlsx.word.fields.captions import captions
from lagesbild_xlsx.word.fields.contents import Contents, Writer, opened
from lagesbild_xlsx.word.fields.document_values import PAGES, VALUES, is_on_every_page
from lagesbild_xlsx.word.fields.found import Field, fields_in
from lagesbild_xlsx.word.fields.pages import NO_PAGE
from lagesbild_xlsx.word.fields.results import inside_ours, say, write
from lagesbild_xlsx.word.fields.runs import part_runs, spell_out
from lagesbild_xlsx.word.fields.snapshot import Snapshot
from lagesbild_xlsx.word.xml import w

NUMBERS = frozenset("nrw")
ROUNDS = 2
"""How often references are written: one can go to another."""

MOST_LINES = 100_000
"""How many lines are looked at for tables of contents, if there is more than one."""


class PlacedField(NamedTuple):
    """A field, the part that it stands in, and its twin in a text box for older programs."""

    field: Field
    part: str
    twin: Field | None = None

    @property
    def paragraph(self) -> etree._Element:
        """The paragraph that it stands in."""
        return next(self.field.begin.iterancestors(w("p")), self.field.begin)

    def say(self, text: str | None) -> bool:
        """Make the field say a text; return whether it does."""
        if text is None or not write(self.field, text):
            return False
        return self.twin is None or write(self.twin, text)


@dataclass
class Refreshed:
    """What came of it.

    Attributes:
        left: the fields that stay as they are, though what they depend on has changed.
        lacks_pages: whether page numbers are missing that only drawn pages can give.
    """

    left: list[Field] = field(default_factory=list)
    lacks_pages: bool = False


def refresh(document: Snapshot, before: Callable[[], Snapshot]) -> Refreshed:
    """Make the stored results of a document's fields right, in the trees of its stories.

    Args:
        document: the document; nothing of it has been computed yet.
        before: returns the template, to tell whether what a field depends on has changed.
    """
    refreshed = Refreshed()
    for root in document.stories.values():
        spell_out(root, "TOC")
        part_runs(root)
    tables = list(_opened(document, refreshed))
    places = [place for part in document.stories for place in _places(document, part)]
    unsaid = [*_said_values(document, places), *_said_references(document, places)]
    _write(document, tables, refreshed)
    unsaid += _without_pages(document, places, refreshed)
    refreshed.left += _moved(unsaid, document, before) if unsaid else []
    return refreshed


def _moved(
    unsaid: Iterable[Field], document: Snapshot, before: Callable[[], Snapshot]
) -> list[Field]:
    """Return the fields of which what they depend on is another than it was, each name once."""
    was = before()
    named = {each.code[:2]: each for each in unsaid}
    return [e for e in named.values() if was.depended_on(e.code) != document.depended_on(e.code)]


def _opened(document: Snapshot, refreshed: Refreshed) -> Iterator[Contents]:
    """Yield the tables of contents, without their entries; note those that stay as they are."""
    fields = [each for root in document.stories.values() for each in fields_in(root)]
    refreshed.left += [each for each in fields if each.code.kind == "INDEX"]
    has_marked = any(each.code.kind == "TC" for each in fields)
    tables = [each for each in fields if each.code.kind == "TOC" and not each.in_contents]
    most = 1 + MOST_LINES // (1 + sum(1 for _ in document.story.iter(w("p"))))
    refreshed.left += tables[most:]
    for table in tables[:most]:
        contents = opened(table, document.styles, document.story, has_marked=has_marked)
        if contents is None:
            refreshed.left.append(table)
        else:
            yield contents


def _places(document: Snapshot, part: str) -> Iterator[PlacedField]:
    """Yield the fields of a story that are not to stay as they are."""
    root = document.stories[part]
    kept = inside_ours(root)
    fields = [each for each in fields_in(root) if not each.is_locked and each.begin not in kept]
    old = {each for each in fields if _is_fallback(each)}
    new = [each for each in fields if each not in old]
    twins = _twins(filter(old.__contains__, fields), new)
    return (PlacedField(each, part, twins.get(each)) for each in new)


def _is_fallback(each: Field) -> bool:
    return next(each.begin.iterancestors(FALLBACK), None) is not None


def _twins(old: Iterable[Field], new: Iterable[Field]) -> dict[Field, Field]:
    """Return what stands a second time for older programs, in the same order."""
    waiting: dict[object, deque[Field]] = {}
    for each in old:
        waiting.setdefault(_alternatives(each), deque()).append(each)
    pairs = ((each, waiting.get(_alternatives(each))) for each in new)
    return {each: same.popleft() for each, same in pairs if same}


def _alternatives(each: Field) -> object:
    """Return what a field has in common with its twin: the text box, and its code."""
    around = next(each.begin.iterancestors(ALTERNATIVES), None)
    return around, each.code.kind, each.code.arguments


def _said_values(document: Snapshot, places: Sequence[PlacedField]) -> Iterator[Field]:
    """Write what properties, variables and captions say; yield those of which it is not known."""
    for root in document.stories.values():
        for control in root.iter(w("sdt")):
            name = document_values.bound_to(control)
            if name and name in document.values:
                say(control, document.values[name])
    for place in places:
        if place.field.code.kind in VALUES:
            text = document_values.written(place.field.code, document.values)
            if not place.say(text):
                yield place.field
    for part, root in document.stories.items():
        own = [each for each in places if each.part == part and each.field.code.kind == "SEQ"]
        numbers = captions(root, [each.field for each in own], document.styles)
        yield from (each.field for each in own if not each.say(numbers.get(each.field)))


def _said_references(document: Snapshot, places: Sequence[PlacedField]) -> Iterator[Field]:
    """Write what references say; yield those of which it is not known."""
    to_bookmarks = [each for each in places if each.field.code.kind == "REF"]
    unsaid: list[Field] = []
    for _ in range(ROUNDS if to_bookmarks else 0):
        bookmarks = bookmarks_in(document.stories.values())
        texts = ((each, _reference(each, document, bookmarks)) for each in to_bookmarks)
        unsaid = [each.field for each, text in list(texts) if not each.say(text)]
    yield from unsaid
    for place in places:
        if place.field.code.kind == "STYLEREF" and not place.say(_style_reference(place, document)):
            yield place.field
        if place.field.code.kind == "NOTEREF":
            yield place.field


def _reference(
    place: PlacedField, document: Snapshot, bookmarks: Mapping[str, Bookmark]
) -> str | None:
    code = place.field.code
    bookmark = bookmarks.get(code.argument.casefold())
    if bookmark is None:
        return None
    if NUMBERS & code.switches.keys():
        here = document.labels_before.get(place.paragraph)
        return references.numbered(code, document.label_at(bookmark), here)
    return references.text_of(code, bookmark)


def _style_reference(place: PlacedField, document: Snapshot) -> str | None:
    section = document.sections.get(place.part, 0)
    return document.styled.text(place.field.code, place.paragraph, section)


def _write(document: Snapshot, tables: Iterable[Contents], refreshed: Refreshed) -> None:
    """Write the entries of the tables of contents."""
    stories = document.stories.values()
    names = {name: each.start for name, each in bookmarks_in(stories).items()}
    free = count(highest_id(stories) + 1)
    writer = Writer(document.story, document.styles, document.labels, names, free)
    for table in tables:
        refreshed.lacks_pages |= writer.write(table)


def _without_pages(
    document: Snapshot, places: Sequence[PlacedField], refreshed: Refreshed
) -> Iterator[Field]:
    """Take page numbers out of references; yield those to what there is not."""
    names = bookmarks_in(document.stories.values()).keys()
    for place in places:
        code = place.field.code
        if code.kind not in PAGES or is_on_every_page(document.stories[place.part]):
            continue
        if code.kind == "PAGEREF" and code.argument.casefold() not in names:
            yield place.field
        elif place.say("" if place.field.in_contents else NO_PAGE):
            refreshed.lacks_pages = True
