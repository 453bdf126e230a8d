"""Brings the controls of a document up to date with those of a fresh one, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, pairwise

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result, Rule
from lagesbild_xlsx.opc import Package, serialised
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.document import Links, compiler_of, story_of, story_roots
from lagesbild_xlsx.word.elements import short
from lagesbild_xlsx.word.names import CONDITION, OURS
from lagesbild_xlsx.word.record import Entry, Record, checksum, record_parts
from lagesbild_xlsx.word.update.elements import (
    Element,
    arrange,
    content_of,
    controls,
    kind_of_parent,
    paragraph_of,
    replace_texts,
    set_child,
    set_id,
)
from lagesbild_xlsx.word.xml import CELL_PROPERTIES, NS, child_of, local, plain_text, w


@dataclass
class Updater:
    """Brings one document up to date; ``written`` grows to the record of what it then holds."""

    name: str
    old: Package
    new: Package
    built: Record
    now: Record
    findings: list[Finding] = field(default_factory=list)
    written: Record = field(default_factory=Record)

    def update(self) -> Result[bytes]:
        """Return the document, and what is to be told."""
        for story in dict.fromkeys(story_of(self.new, name) for name in self._new_roots):
            self._level(story, story)
        changed = {name: serialised(root) for name, root in self._old_roots.items()}
        for links in self._links.values():
            changed |= links.part()
        changed |= record_parts(self.old, self.written, changed)
        return Result(self.old.with_parts(changed), tuple(self.findings))

    # -------------------------------------------------------------- what there is

    @cached_property
    def _old_roots(self) -> dict[str, Element]:
        return story_roots(self.old)

    @cached_property
    def _new_roots(self) -> dict[str, Element]:
        return story_roots(self.new)

    @cached_property
    def _old_controls(self) -> dict[int, Element]:
        return dict(controls(self._old_roots.values()))

    @cached_property
    def _new_controls(self) -> dict[int, Element]:
        return dict(controls(self._new_roots.values()))

    @cached_property
    def _free_ids(self) -> Iterator[int]:
        pictures = (e for root in self._old_roots.values() for e in root.iter("{*}docPr"))
        ids = [int(e.get("id", "")) for e in pictures if e.get("id", "").isdecimal()]
        return count(max((*ids, *self._old_controls, *self.built.entries), default=0) + 1)

    @cached_property
    def _links(self) -> dict[str, Links]:
        return {name: Links(self.old, name) for name in self._old_roots}

    # -------------------------------------------------------------- pairing

    def _level(self, was: str, place: str, prefix: str = "") -> None:
        """Bring the controls of one place up to date.

        Args:
            was: the place in the record of what was built.
            place: the place in the fresh document.
            prefix: the place in the record that is written, where that is another.
        """
        target = prefix or was
        siblings = self._by_tag(self.built, was)
        previous: Element | None = None
        for number in self.now.children(place):
            entry = self.now.entries[number]
            queue = siblings.get(entry.tag, [])
            old_number = queue.pop(0) if queue else None
            previous = self._one(number, old_number, entry, target, previous)
        for numbers in siblings.values():
            for number in numbers:
                self._leave_out(number)

    def _one(
        self,
        number: int,
        old_number: int | None,
        entry: Entry,
        target: str,
        previous: Element | None,
    ) -> Element | None:
        """Bring one control up to date and return it, or the one before where there is none."""
        if old_number is None:
            return self._insert(number, entry, target, previous)
        self.written.entries[old_number] = entry._replace(parent=target)
        control = self._old_controls.get(old_number)
        if control is None:
            self._tell(rules.CONTROL_DELETED, entry.tag, self._new_controls[number])
            return previous
        if entry.checksum:
            self._value(control, self._new_controls[number], self.built.entries[old_number])
        elif CONDITION.match(OURS.sub("", entry.tag, count=1)):
            self._level(str(old_number), str(number))
        else:
            self._rows(control, old_number, number)
        return control

    @staticmethod
    def _by_tag(record: Record, place: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number in record.children(place):
            found.setdefault(record.entries[number].tag, []).append(number)
        return found

    # -------------------------------------------------------------- rows

    def _rows(self, control: Element, old_number: int, number: int) -> None:
        """Bring the rows of a repeat up to date, in the order that they have now."""
        pairs = self._paired_rows(old_number, number)
        holder = content_of(control)
        groups = self._groups(holder, self.built, self._old_controls)
        fresh = self._groups(content_of(self._new_controls[number]), self.now, self._new_controls)
        kept: dict[str, list[Element]] = {}
        for index, (was, place) in enumerate(pairs):
            target = f"{old_number}.{index}"
            if was is None:
                blocks = [deepcopy(block) for block in fresh.get(place, [])]
                self._adopt(blocks, place, target, holder)
                kept[target] = blocks
            elif was in groups:
                self._level(was, place, target)
                kept[target] = groups[was]
            else:
                self._row_deleted(place, target)
        gone = set(groups) - {was for was, _ in pairs if was}
        for was in gone:
            for each in self.built.children(was):
                self._leave_out(each)
        arrange(holder, groups, gone, kept)

    def _paired_rows(self, old_number: int, number: int) -> list[tuple[str | None, str]]:
        """Return each row of the fresh repeat with the row that it was, if it was there.

        Rows are known by what their first control said; one that says something new is taken for
        the old one at its place among the others, if that has no other successor.
        """
        old, new = self.built.rows(old_number), self.now.rows(number)
        by_key: dict[str, list[str]] = {}
        for row in old:
            by_key.setdefault(_key(self.built, row), []).append(row)
        pairs: dict[str, str | None] = {}
        for row in new:
            queue = by_key.get(_key(self.now, row))
            pairs[row] = queue.pop(0) if queue else None
        taken = set(pairs.values())
        at = 0
        for row in new:
            match = pairs[row]
            if match is not None:
                at = old.index(match) + 1
            elif at < len(old) and old[at] not in taken and self._stands_for(row, old[at]):
                pairs[row] = old[at]
                taken.add(old[at])
                at += 1
        return [(pairs[row], row) for row in new]

    def _stands_for(self, row: str, was: str) -> bool:
        """Return whether a row is likely to be an old one in new words: all else is the same."""
        new = [self.now.entries[n].checksum for n in self.now.children(row)][1:]
        old = [self.built.entries[n].checksum for n in self.built.children(was)][1:]
        return bool(new) and new == old

    def _groups(
        self, holder: Element, record: Record, controls: dict[int, Element]
    ) -> dict[str, list[Element]]:
        """Return the blocks of each row of a repeat, by its place in the record."""
        place_of: dict[Element, str] = {}
        for number, control in controls.items():
            entry = record.entries.get(number)
            if entry is not None and "." in entry.parent:
                place_of[control] = entry.parent
        groups: dict[str, list[Element]] = {}
        place = ""
        for block in holder:
            inner = (place_of[c] for c in block.iter(w("sdt")) if c in place_of)
            place = next(inner, place)
            if place:
                groups.setdefault(place, []).append(block)
        return groups

    def _row_deleted(self, place: str, target: str) -> None:
        """Tell of a row that was deleted by hand, and keep it in the record as it is."""
        for number in self.now.children(place):
            entry = self.now.entries[number]
            self.written.entries[next(self._free_ids)] = entry._replace(parent=target)
        first = self._new_controls[self.now.children(place)[0]]
        self._tell(rules.ROW_DELETED, self.now.entries[self.now.children(place)[0]].tag, first)

    # -------------------------------------------------------------- controls

    def _value(self, control: Element, fresh: Element, was: Entry) -> None:
        """Replace what a value's control holds, if it should say something else now."""
        shown, wanted = plain_text(content_of(control)), plain_text(content_of(fresh))
        if shown == wanted:
            return
        if checksum(shown) != was.checksum:
            self._tell(rules.EDITED_BY_HAND, was.tag, control)
        replace_texts(content_of(control), content_of(fresh))
        self._adopt_links(control, fresh)
        self._look(control, fresh, OURS.sub("", was.tag, count=1))

    def _look(self, control: Element, fresh: Element, heading: str) -> None:
        """Give a value's paragraph and cell the look that belongs to it now."""
        if not compiler_of(self.old).styles.of_values(heading):
            return
        old_p, new_p = paragraph_of(control), paragraph_of(fresh)
        if old_p is None or new_p is None:
            return
        style = new_p.find(f"{w('pPr')}/{w('pStyle')}")
        set_child(child_of(old_p, "pPr", first=True), style, "pStyle", ["pStyle"])
        old_cell = next(old_p.iterancestors(w("tc")), None)
        new_cell = next(new_p.iterancestors(w("tc")), None)
        if old_cell is not None and new_cell is not None:
            shading = new_cell.find(f"{w('tcPr')}/{w('shd')}")
            set_child(child_of(old_cell, "tcPr", first=True), shading, "shd", CELL_PROPERTIES)

    def _insert(
        self, number: int, entry: Entry, target: str, previous: Element | None
    ) -> Element | None:
        """Put a control that is new after the one before it, where it can stand there."""
        fresh = self._new_controls[number]
        if previous is None or kind_of_parent(previous) != kind_of_parent(fresh):
            self._tell(rules.CONTROL_NOT_INSERTED, entry.tag, fresh)
            return previous
        copy = deepcopy(fresh)
        previous.addnext(copy)
        self._number([copy], {number: entry}, target)
        self._adopt_links(copy, fresh)
        self._tell(rules.CONTROL_INSERTED, entry.tag, fresh)
        return copy

    def _adopt(self, blocks: Sequence[Element], place: str, target: str, holder: Element) -> None:
        """Make the blocks of a new row a part of the old document."""
        entries = {n: self.now.entries[n] for n in self.now.children(place)}
        if blocks:
            holder.append(blocks[0])
            for before, block in pairwise(blocks):
                before.addnext(block)
        self._number(blocks, entries, target)
        for block in blocks:
            self._adopt_links(block, block)

    def _number(self, blocks: Sequence[Element], top: dict[int, Entry], target: str) -> None:
        """Give the controls of new blocks ids of their own, and note them in the record."""
        numbers: dict[str, str] = {}
        for block in blocks:
            for picture in block.iter("{*}docPr"):
                picture.set("id", str(next(self._free_ids)))
            for number, control in controls([block]):
                fresh = next(self._free_ids)
                set_id(control, fresh)
                numbers[str(number)] = str(fresh)
                entry = self.now.entries.get(number)
                if entry is not None:
                    container, dot, row = entry.parent.partition(".")
                    parent = target if number in top else numbers[container] + dot + row
                    self.written.entries[fresh] = entry._replace(parent=parent)

    def _adopt_links(self, control: Element, fresh: Element) -> None:
        """Make the links of new content lead where they lead in the fresh document."""
        source = self._story(fresh, self._new_roots) or self._story_of_new(control)
        target = self._story(control, self._old_roots)
        addresses = self.new.relationships(source) if source else {}
        for link in control.iter(w("hyperlink")):
            number = link.get(f"{{{NS['r']}}}id", "")
            if target and number in addresses and number.startswith("rIdLb"):
                address = addresses[number].target
                link.set(f"{{{NS['r']}}}id", self._links[target].id_of(address))

    def _story_of_new(self, control: Element) -> str | None:
        """Return the part of the fresh document that corresponds to a control's own."""
        name = self._story(control, self._old_roots)
        return name if name in self._new_roots else None

    @staticmethod
    def _story(element: Element, roots: dict[str, Element]) -> str | None:
        root = element.getroottree().getroot()
        return next((name for name, each in roots.items() if each is root), None)

    def _leave_out(self, number: int) -> None:
        """Take out a control that the template no longer gives, with what it holds."""
        control = self._old_controls.get(number)
        parent = None if control is None else control.getparent()
        if control is None or parent is None:
            return
        entry = self.built.entries[number]
        for each, inner in controls([control]):
            was = self.built.entries.get(each)
            if was and was.checksum and checksum(plain_text(content_of(inner))) != was.checksum:
                self._tell(rules.EDITED_BY_HAND, was.tag, inner)
        if "." not in entry.parent:
            parent.remove(control)
            if local(parent) == "tc" and parent.find(w("p")) is None:
                parent.append(etree.Element(w("p")))

    def _tell(self, rule: Rule, tag: str, control: Element) -> None:
        text = short(" ".join(plain_text(content_of(control)).split()))
        self.findings.append(rule.at(FILE, document=self.name, tag=tag, text=text))


def _key(record: Record, row: str) -> str:
    """Return what a row is known by: its number, if the template shows it, or its first text."""
    numbers = record.children(row)
    entries = [record.entries[number] for number in numbers]
    named = next((e.checksum for e in entries if OURS.sub("", e.tag, count=1) == "Nr"), "")
    inner = (record.entries[n].checksum for number in numbers for n in record.children(str(number)))
    first = next((e.checksum for e in entries if e.checksum), "") or next(inner, "")
    return named or first
