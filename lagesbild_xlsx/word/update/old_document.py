"""The document that is updated: its controls by the ids that were built, and its names for things.

Word and LibreOffice give styles, relationships and pasted controls other ids when they save.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import count

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.word.appendices.controls import said_in
from lagesbild_xlsx.word.copies import KINDS
from lagesbild_xlsx.word.elements import content_of, controls, has_our_tag, tag_of
from lagesbild_xlsx.word.lists.joining import is_beginning
from lagesbild_xlsx.word.lists.numbering import ListLook, ListWriter
from lagesbild_xlsx.word.record import Record, checksum
from lagesbild_xlsx.word.stories import story_roots, styles_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.update.elements import Element, set_id
from lagesbild_xlsx.word.xml import val, w

NUMBERING = f"{w('pPr')}/{w('numPr')}"
STYLED = ("pStyle", "rStyle", "tblStyle")


@dataclass
class Edited:
    """An old document. Where it names what a fresh one has by another name, it translates."""

    package: Package
    fresh: Package
    built: Record
    unmatched: list[Element] = field(default_factory=list)
    _fetched: dict[Relationship, Relationship] = field(default_factory=dict)

    @cached_property
    def roots(self) -> dict[str, Element]:
        """The parts with text, to be changed in place."""
        return story_roots(self.package)

    @cached_property
    def fresh_roots(self) -> dict[str, Element]:
        """The parts with text of the fresh document, whose elements are copied."""
        return story_roots(self.fresh)

    @cached_property
    def controls(self) -> dict[int, Element]:
        """The controls that were built, by their ids; all others of ours are unmatched.

        Raises:
            StopError: none is left: another program took them out.
        """
        found: dict[int, Element] = {}
        for number, control in controls(self.roots.values()):
            known = self.built.entries.get(number)
            if (
                known
                and number not in found
                and normalised(known.tag) == normalised(tag_of(control))
            ):
                found[number] = control
            elif has_our_tag(control):
                self.unmatched.append(control)
        if self.built.entries and not found and not self.unmatched:
            raise StopError(rules.NOT_BUILT_HERE.at(FILE, path=self.package.path.name))
        for control in self.unmatched:
            set_id(control, next(self.free_ids))
        self._take_pasted(found)
        return found

    def _take_pasted(self, found: dict[int, Element]) -> None:
        """Find the controls that were pasted with another id: they say the same, or are alike."""
        folded = cache(normalised)
        entries = self.built.entries.items()
        missing = {n: (folded(each.tag), each.checksum) for n, each in entries if n not in found}
        tags = {control: folded(tag_of(control)) for control in self.unmatched}
        for says_the_same in (True, False):
            waiting: dict[tuple[str, str], deque[Element]] = {}
            for control in self.unmatched:
                said = _said(control) if says_the_same else ""
                waiting.setdefault((tags[control], said), deque()).append(control)
            for number, (tag, said) in missing.items():
                queue = waiting.get((tag, said if says_the_same else ""))
                if number not in found and queue:
                    found[number] = queue.popleft()
                    set_id(found[number], number)
            taken = set(found.values())
            self.unmatched = [control for control in self.unmatched if control not in taken]

    @cached_property
    def free_ids(self) -> Iterator[int]:
        """Ids that nothing in the document has, and nothing that was built."""
        pictures = (e for root in self.roots.values() for e in root.iter("{*}docPr"))
        taken = {int(e.get("id", "")) for e in pictures if e.get("id", "").isdecimal()}
        taken |= {number for number, _ in controls(self.roots.values())} | self.built.entries.keys()
        return (number for number in count(1) if number not in taken)

    # -------------------------------------------------------------- names

    @cached_property
    def styles(self) -> Styles:
        """The styles of the old document."""
        return styles_of(self.package)

    @cached_property
    def _style_ids(self) -> dict[str, str | None]:
        """What the old document calls each style of the fresh one; None where it lacks it."""
        fresh = styles_of(self.fresh).root.iterfind(w("style"))
        return {
            style.get(w("styleId"), ""): self.styles.id_of(
                style.get(w("type"), ""), val(style.find(w("name")))
            )
            for style in fresh
        }

    @cached_property
    def editor(self) -> PackageEditor:
        """What changes the old document."""
        return PackageEditor(self.package)

    @cached_property
    def _fresh_targets(self) -> dict[str, dict[str, Relationship]]:
        """What each part of the fresh document points to."""
        return {name: self.fresh.relationships(name) for name in self.fresh_roots}

    def name_of(self, element: Element) -> str | None:
        """Return the name of the part that an element stands in; None where it stands in none."""
        return self._names.get(element.getroottree().getroot())

    @cached_property
    def _names(self) -> dict[Element, str]:
        """The name of each part with text, of both documents, by its root."""
        both = (*self.roots.items(), *self.fresh_roots.items())
        return {root: name for name, root in both}

    def drop_unused(self) -> None:
        """Take out what only a picture or a chart led to that is gone, with the data in it."""
        for name, root in self.roots.items():
            known = self.package.relationships(name)
            stored = self.package.xml(name)
            gone = _referred(stored) - _referred(root)
            held = {known[rid].target for rid in _referred(root) if rid in known}
            parts = {known[rid].target for rid in gone if rid in known and _is_drawn(known[rid])}
            self.editor.drop(name, parts - held)

    def adopt(self, elements: Sequence[Element], source: Element) -> None:
        """Make elements that were copied from the fresh document speak of this one's things.

        Args:
            elements: the copies, where they stand now.
            source: an element of the fresh part that they were copied from.
        """
        came_from = self.name_of(source)
        self._adopt_lists(elements)
        for element in elements:
            goes_to = self.name_of(element)
            if came_from and goes_to:
                self._adopt_styles(element)
                self._adopt_relationships(element, came_from, goes_to)

    def _adopt_styles(self, element: Element) -> None:
        for style in list(element.iter(*map(w, STYLED))):
            number = self._style_ids.get(val(style))
            parent = style.getparent()
            if number is not None:
                style.set(w("val"), number)
            elif parent is not None:
                parent.remove(style)

    def _adopt_lists(self, elements: Sequence[Element]) -> None:
        """Give the lists of values numbers of this document; those with numbers begin anew."""
        runs = (run for each in elements for run in each.iter(w("r")) if is_beginning(run))
        looks: dict[str, ListLook] = {}
        for each in (number for run in runs for number in run.iterfind(NUMBERING)):
            named, level = each.find(w("numId")), val(each.find(w("ilvl")))
            if named is None:
                continue
            if val(named) not in looks:
                is_numbered = self._fresh_lists.is_numbered(val(named), level)
                looks[val(named)] = self._lists.look(is_numbered=is_numbered, is_deep=True)
            named.set(w("val"), looks[val(named)].number)

    @cached_property
    def _lists(self) -> ListWriter:
        """The lists of the old document, to be added to."""
        return ListWriter(self.editor, self.styles)

    @cached_property
    def _fresh_lists(self) -> ListWriter:
        return ListWriter(PackageEditor(self.fresh), styles_of(self.fresh))

    def _adopt_relationships(self, element: Element, came_from: str, goes_to: str) -> None:
        targets = self._fresh_targets[came_from]
        start = f"{{{OFFICE_RELATIONSHIPS}}}"
        for each in element.iter():
            for name in [n for n in each.attrib if str(n).startswith(start)]:
                target = targets.get(str(each.get(name)))
                if target is not None:
                    each.set(name, self.editor.relate(goes_to, self._brought(target)))

    def _has(self, target: Relationship) -> bool:
        """Return whether this document has the same part; a picture by its name can be another."""
        name = target.target
        if name not in self.package.names:
            return False
        return target.kind != "image" or self.package.read(name) == self.fresh.read(name)

    def _brought(self, target: Relationship) -> Relationship:
        """Return what points to a part of the fresh document, where this one has it or gets it."""
        if target.external or (target.kind not in KINDS and self._has(target)):
            return target
        if target.target not in self.fresh.names:
            return target
        if target.kind in KINDS:
            return target._replace(target=self.editor.copied(target.target, self.fresh))
        if target not in self._fetched:
            copy = self.editor.copied(target.target, self.fresh)
            self._fetched[target] = target._replace(target=copy)
        return self._fetched[target]


def _said(control: Element) -> str:
    """Return the checksum of what a control says."""
    return checksum(said_in(content_of(control), tag_of(control)))


def _referred(root: Element) -> set[str]:
    """Return the ids of the relationships that a part refers to."""
    start = f"{{{OFFICE_RELATIONSHIPS}}}"
    return {
        str(value)
        for element in root.iter("*")
        for name, value in element.attrib.items()
        if str(name).startswith(start)
    }


def _is_drawn(found: Relationship) -> bool:
    """Return whether a relationship is that of a picture or a chart in the document."""
    return not found.external and (found.kind in KINDS or found.kind == "image")
