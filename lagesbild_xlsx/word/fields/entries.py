"""The entries of a table of contents, as Word writes them: label, text, tab, and page reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.fields.lines import RunPiece
from lagesbild_xlsx.word.fields.runs import code_run, mark_run, run_of
from lagesbild_xlsx.word.xml import RUN_PROPERTIES, W, w

OF_ENTRIES = frozenset(("rStyle", "noProof", "webHidden"))
"""The run properties that an entry keeps of the one it replaces; others were of its heading."""

OF_HEADINGS = frozenset(("i", "iCs", "vertAlign"))
"""The run properties that an entry takes from its heading: 10⁶ stays raised."""


class ContentsEntry(NamedTuple):
    """What an entry says.

    Attributes:
        level: the level that it is listed at.
        label: the heading's number with what stands after it; nothing where it has none.
        pieces: the heading's text.
        bookmark: the name of the bookmark around the heading.
    """

    level: int
    label: str
    pieces: tuple[RunPiece, ...]
    bookmark: str

    @property
    def is_labelled(self) -> bool:
        """Whether a tab stands after a number."""
        return "\t" in self.label


class EntryLook(NamedTuple):
    """How an entry looks: the properties of its paragraph, its text, and its page number."""

    paragraph: etree._Element
    text: etree._Element | None = None
    number: etree._Element | None = None


@dataclass(frozen=True)
class ContentsFormat:
    r"""How the entries of a table of contents are written.

    Attributes:
        looks: the look of each level's entries, with and without a number before the text.
        has_links: whether each is a link (``\h``).
        separator: what stands before the page number (``\p``).
        without_number: the levels whose entries have no page number (``\n``).
    """

    looks: Mapping[tuple[int, bool], EntryLook]
    has_links: bool
    separator: str
    without_number: range

    def paragraph(self, entry: ContentsEntry) -> etree._Element:
        """Return an entry as a paragraph."""
        look = self.looks[entry.level, entry.is_labelled]
        paragraph = etree.Element(w("p"), nsmap={"w": W})
        paragraph.append(deepcopy(look.paragraph))
        holder = paragraph
        if self.has_links:
            holder = etree.SubElement(paragraph, w("hyperlink"))
            holder.set(w("anchor"), entry.bookmark)
            holder.set(w("history"), "1")
        holder.extend(_text_runs(entry, look))
        if entry.level not in self.without_number:
            holder.append(run_of(self.separator, look.number))
            holder.extend(page_reference(entry.bookmark, look.number))
        return paragraph


def _text_runs(entry: ContentsEntry, look: EntryLook) -> Iterator[etree._Element]:
    if entry.label:
        yield run_of(entry.label, look.text)
    for piece in entry.pieces:
        yield run_of(piece.text, _mixed(look.text, piece.run.find(w("rPr"))))


def _mixed(
    properties: etree._Element | None, of_heading: etree._Element | None
) -> etree._Element | None:
    """Return an entry's run properties with what it takes from its heading."""
    taken = [] if of_heading is None else [e for e in of_heading if local(e) in OF_HEADINGS]
    own = [] if properties is None else list(properties)
    return _properties([*own, *taken]) if taken else properties


def page_reference(bookmark: str, properties: etree._Element | None) -> Iterator[etree._Element]:
    """Yield the runs of a reference to the page of a bookmark, whose number is not known yet."""
    yield mark_run("begin", properties)
    yield code_run(f" PAGEREF {bookmark} \\h ", properties)
    yield mark_run("separate", properties)
    yield mark_run("end", properties)


def look_of(runs: Sequence[etree._Element], properties: etree._Element) -> tuple[bool, EntryLook]:
    """Return whether an old entry has a number before its text, and how it looks.

    Args:
        runs: its runs.
        properties: its paragraph's properties.
    """
    texts = [run for run in runs if run.find(w("t")) is not None]
    tabs = [run for run in runs if run.find(w("tab")) is not None]
    marks = [run for run in runs if run.find(w("fldChar")) is not None]
    text = _kept(texts[0]) if texts else None
    number = _kept(marks[0] if marks else tabs[-1]) if marks or tabs else None
    return len(tabs) > 1, EntryLook(properties, text, number)


def _kept(run: etree._Element) -> etree._Element:
    own = run.find(w("rPr"))
    return _properties([] if own is None else [e for e in own if local(e) in OF_ENTRIES])


def _properties(elements: Iterable[etree._Element]) -> etree._Element:
    """Return run properties, each once and in the order of the schema."""
    properties = etree.Element(w("rPr"))
    named = {local(each): deepcopy(each) for each in elements}
    properties.extend(named[name] for name in sorted(named, key=RUN_PROPERTIES.index))
    return properties
