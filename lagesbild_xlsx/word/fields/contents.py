r"""Tables of contents written anew: an entry for each heading of the built document.

What lists something else than headings stays as it is: captions (``\a``, ``\c``), a part of the
document (``\b``), what fields mark in the text (``\f``, ``\l`` and ``TC``), and page numbers with
those of chapters (``\d``, ``\s``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from lxml import etree

from lagesbild_xlsx.word.fields.areas import Cleared, area_of, cleared
from lagesbild_xlsx.word.fields.bookmarks import END, START
from lagesbild_xlsx.word.fields.entries import ContentsEntry, ContentsFormat
from lagesbild_xlsx.word.fields.found import Field, FieldCode
from lagesbild_xlsx.word.fields.labels import UNKNOWN, Label, counted
from lagesbild_xlsx.word.fields.lines import RunPiece, leaves, line_text, pieces
from lagesbild_xlsx.word.fields.looks import ContentsLooks, looks_in
from lagesbild_xlsx.word.fields.outline import Outline, levels_without_number, outline_of
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.xml import w

UNKNOWN_SWITCHES = frozenset("abcds")
OF_MARKED = frozenset("fl")


@dataclass(frozen=True, eq=False)
class Contents:
    """A table of contents whose entries have been taken out.

    Attributes:
        code: its field's code.
        place: where its entries are to stand.
        looks: how they looked.
        outline: what it lists.
    """

    code: FieldCode
    place: Cleared
    looks: ContentsLooks
    outline: Outline

    def form(self, entries: Iterable[ContentsEntry]) -> ContentsFormat:
        """Return how its entries are written."""
        keys = {(entry.level, entry.is_labelled) for entry in entries}
        looks = {key: self.looks.of(key[0], is_labelled=key[1]) for key in sorted(keys)}
        separator = self.code.switches.get("p") or "\t"
        return ContentsFormat(
            looks, "h" in self.code.switches, separator, levels_without_number(self.code)
        )


def opened(
    table: Field, styles: ParagraphStyles, story: etree._Element, *, has_marked: bool
) -> Contents | None:
    """Take the entries out of a table of contents; None where it stays as it is.

    Args:
        table: its field.
        styles: the document's styles.
        story: the document's main story.
        has_marked: whether fields in the document mark texts to be listed.
    """
    unknown = UNKNOWN_SWITCHES | (OF_MARKED if has_marked else frozenset())
    if table.is_locked or unknown & table.code.switches.keys():
        return None
    area = area_of(table)
    if area is None:
        return None
    looks = looks_in(area, styles, story, has_links="h" in table.code.switches)
    return Contents(table.code, cleared(area), looks, outline_of(table.code, styles))


@dataclass
class Writer:
    """Writes the entries of a document's tables of contents.

    Attributes:
        story: the document's main story, its tables of contents without entries.
        styles: its styles.
        labels: the numbers of its paragraphs.
        names: the names of its bookmarks, folded, each with where it starts.
        ids: the next free ids of bookmarks.
    """

    story: etree._Element
    styles: ParagraphStyles
    labels: Mapping[etree._Element, Label]
    names: dict[str, etree._Element]
    ids: Iterator[int]
    _known: dict[str, list[tuple[etree._Element, int]]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(100_000_001))

    def write(self, contents: Contents) -> bool:
        """Write the entries of a table of contents; return whether any has a page number."""
        entries = list(self._entries(contents))
        form = contents.form(entries)
        contents.place.fill([form.paragraph(entry) for entry in entries])
        return any(entry.level not in form.without_number for entry in entries)

    def _entries(self, contents: Contents) -> Iterator[ContentsEntry]:
        for paragraph, level in self._listed(contents.outline):
            said = tuple(_entry_text(pieces(paragraph), contents.code))
            label = _label_text(self.labels.get(paragraph))
            yield ContentsEntry(level, label, said, self._bookmark(paragraph))

    def _listed(self, outline: Outline) -> list[tuple[etree._Element, int]]:
        """Return the paragraphs that are listed, with their levels."""
        key = repr(outline)
        if key not in self._known:
            levels = ((p, outline.level_of(p, self.styles)) for p in self._paragraphs)
            self._known[key] = [(p, at) for p, at in levels if at and line_text(p).strip()]
        return self._known[key]

    @cached_property
    def _paragraphs(self) -> list[etree._Element]:
        return list(counted(self.story))

    def _bookmark(self, paragraph: etree._Element) -> str:
        """Return the name of a bookmark around a heading, made where there is none."""
        for leaf in leaves(paragraph):
            name = leaf.get(w("name"), "") if leaf.tag == START else ""
            if name.startswith("_Toc") and self.names.get(name.casefold()) is leaf:
                return name
        return self._new_bookmark(paragraph)

    def _new_bookmark(self, paragraph: etree._Element) -> str:
        names = (f"_Toc{number}" for number in self._numbers)
        name = next(name for name in names if name.casefold() not in self.names)
        start, end = etree.Element(START), etree.Element(END)
        number = str(next(self.ids))
        for mark in (start, end):
            mark.set(w("id"), number)
        start.set(w("name"), name)
        self.names[name.casefold()] = start
        first = next(piece.run for piece in pieces(paragraph))
        while (parent := first.getparent()) is not None and parent is not paragraph:
            first = parent
        first.addprevious(start)
        paragraph.append(end)
        return name


def _entry_text(said: Iterable[RunPiece], code: FieldCode) -> Iterator[RunPiece]:
    r"""Yield the pieces of an entry; tabs and line breaks only where they are to stay."""
    kept = "\t" * ("w" in code.switches) + "\n" * ("x" in code.switches)
    signs = {ord(sign): " " for sign in "\t\n" if sign not in kept}
    found = [RunPiece(run, text.translate(signs)) for run, text in said]
    found[0] = found[0]._replace(text=found[0].text.lstrip())
    found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return (piece for piece in found if piece.text)


def _label_text(label: Label | None) -> str:
    if label is None or label.is_bullet or not label.text.strip() or UNKNOWN in label.text:
        return ""
    return label.text + label.suffix
