"""Brings the controls of a document up to date with those of a fresh one, pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cached_property, partial
from itertools import pairwise

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.appendices.controls import is_appendix, said_in, words_for
from lagesbild_xlsx.word.copies import add_to_shape_ids
from lagesbild_xlsx.word.elements import content_of, controls, remove, short, tag_of
from lagesbild_xlsx.word.hand_edits import edits_since, lines_in
from lagesbild_xlsx.word.lists.joining import set_properties
from lagesbild_xlsx.word.marks import POINT
from lagesbild_xlsx.word.record import Record, RecordEntry, checksum
from lagesbild_xlsx.word.stories import story_of
from lagesbild_xlsx.word.tag_grammar import CONDITION, name_in
from lagesbild_xlsx.word.update.elements import (
    Element,
    arrange,
    has_revisions,
    mend,
    paragraph_of,
    replace_texts,
    set_child,
    set_id,
    set_title,
    title_of,
)
from lagesbild_xlsx.word.update.old_document import Edited
from lagesbild_xlsx.word.update.placement import Places
from lagesbild_xlsx.word.update.rows import (
    groups_of,
    has_blocks_without_controls,
    paired_rows,
    text_between,
)
from lagesbild_xlsx.word.xml import CELL_PROPERTIES, child_of, plain_text, w


class Updater:
    """Brings one document up to date.

    Attributes:
        old: the document, changed in place, and the fresh one beside it.
        now: the record of the fresh document.
        written: the record of what the old document then holds.
        findings: what is to be reported.
        pairs: its controls, by the numbers that their counterparts have in the fresh one.
    """

    def __init__(self, old: Edited, now: Record, written: Record) -> None:
        self.old = old
        self.now = now
        self.written = written
        self.findings: list[Finding] = []
        self.pairs: dict[int, Element] = {}
        self._places = Places(old, self.pairs)
        self._barren: dict[Element | None, int] = {}
        """The fresh elements that a control was found no place in, when there were so many."""

    def update(self) -> None:
        """Bring every part up to date."""
        fresh = self.old.fresh
        for story in dict.fromkeys(story_of(fresh, name) for name in self.old.fresh_roots):
            self._level(story, story, story)
        copies = {(tag_of(each), plain_text(content_of(each))): each for each in self.old.unmatched}
        for (tag, _), copy in copies.items():
            self._tell(rules.COPY_NOT_UPDATED, tag, copy)

    @cached_property
    def _fresh(self) -> dict[int, Element]:
        return dict(controls(self.old.fresh_roots.values()))

    # -------------------------------------------------------------- pairing

    def _level(self, was: str, place: str, target: str) -> None:
        """Bring the controls of one place up to date.

        Args:
            was: the place in the record of what was built.
            place: the place in the fresh document.
            target: the place in the record that is written.
        """
        siblings: dict[str, list[int]] = {}
        for number in self.old.built.children(was):
            siblings.setdefault(self.old.built.entries[number].tag, []).append(number)
        added = []
        for number in self._met(place, siblings):
            queue = siblings.get(self.now.entries[number].tag)
            if queue:
                self._pair(number, queue.pop(0), target)
            else:
                added.append(number)
        for number in added:
            self._insert(number, target)
        for numbers in siblings.values():
            for number in numbers:
                self._leave_out(number)

    def _met(self, place: str, siblings: Mapping[str, object]) -> Iterator[int]:
        """Yield the controls of a place; those in a condition that was not there, if they were."""
        for number in self.now.children(place):
            inner = [n for n in self.now.children(str(number)) if self.now.entries[n].checksum]
            values = [n for n in inner if self.now.entries[n].tag != POINT]
            is_new = self.now.entries[number].tag not in siblings
            tags = {self.now.entries[n].tag for n in values}
            yield from values if is_new and values and tags <= siblings.keys() else (number,)

    def _pair(self, number: int, was: int, target: str) -> None:
        """Bring one control up to date; one that was deleted by hand stays deleted."""
        entry = self.now.entries[number]
        self.written.entries[was] = entry._replace(parent=target)
        control = self.old.controls.get(was)
        if control is None:
            self._tell(rules.CONTROL_DELETED, entry.tag, self._fresh[number])
            return
        self.pairs[number] = control
        set_title(control, title_of(self._fresh[number]))
        if entry.checksum:
            self._value(control, number, self.old.built.entries[was])
        elif CONDITION.match(name_in(entry.tag)):
            self._level(str(was), str(number), str(was))
        else:
            self._rows(control, was, number)

    # -------------------------------------------------------------- values

    def _value(self, control: Element, number: int, was: RecordEntry) -> None:
        """Replace what a value's control holds, if it should say or show something else now."""
        fresh, entry = self._fresh[number], self.now.entries[number]
        content = content_of(control)
        said = partial(said_in, tag=entry.tag)
        shown, wanted = said(content), said(content_of(fresh))
        is_same = (was.checksum, was.format_checksum) == (entry.checksum, entry.format_checksum)
        if is_appendix(entry.tag) and is_same:
            return  # what was written in it by hand stays
        if shown == wanted and was.format_checksum == entry.format_checksum:
            return
        if checksum(shown) != was.checksum or has_revisions(content):
            self._tell(rules.EDITED_BY_HAND, was.tag, control)
        put = replace_texts(content, content_of(fresh))
        self._number_drawings(put)
        self.old.adopt(put, fresh)
        if was.list_signs and not entry.list_signs and entry.markup == "p":
            self._take_out_of_list(control, fresh)
        placeholder = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
        if placeholder is not None:
            child_of(control, "sdtPr").remove(placeholder)
        self._look(control, fresh, name_in(was.tag))

    def _take_out_of_list(self, control: Element, fresh: Element) -> None:
        """Give the paragraph of a value that was a list the properties that it has now."""
        paragraph, source = paragraph_of(control), paragraph_of(fresh)
        if paragraph is not None and source is not None:
            set_properties(paragraph, deepcopy(child_of(source, "pPr", first=True)))
            self.old.adopt([paragraph], fresh)

    def _look(self, control: Element, fresh: Element, heading: str) -> None:
        """Give a value's paragraph and cell the look that belongs to it now."""
        old_p, new_p = paragraph_of(control), paragraph_of(fresh)
        if not self.old.styles.of_values(heading) or old_p is None or new_p is None:
            return
        properties = child_of(old_p, "pPr", first=True)
        set_child(properties, new_p.find(f"{w('pPr')}/{w('pStyle')}"), "pStyle", ["pStyle"])
        self.old.adopt([properties], fresh)
        old_cell, new_cell = (next(p.iterancestors(w("tc")), None) for p in (old_p, new_p))
        if old_cell is not None and new_cell is not None:
            shading = new_cell.find(f"{w('tcPr')}/{w('shd')}")
            set_child(child_of(old_cell, "tcPr", first=True), shading, "shd", CELL_PROPERTIES)

    # -------------------------------------------------------------- rows

    def _rows(self, control: Element, was: int, number: int) -> None:
        """Bring the rows of a repeat up to date, in the order that they have now."""
        holder, fresh_holder = content_of(control), content_of(self._fresh[number])
        has_static = has_blocks_without_controls(fresh_holder)
        groups = groups_of(holder, self._old_places, has_static=has_static)
        fresh = groups_of(fresh_holder, self._new_places, has_static=has_static)
        between = {text_between(blocks) for blocks in fresh.values()}
        kept: dict[str, Sequence[Element]] = {}
        matched = set()
        for index, (old_row, row) in enumerate(paired_rows(self.old.built, was, self.now, number)):
            target = f"{was}.{index}"
            if old_row is None:
                kept[target] = self._new_row(fresh[row], row, target, holder)
            elif old_row in groups:
                self._level(old_row, row, target)
                kept[target] = groups[old_row]
                matched.add(old_row)
            else:
                self._row_deleted(old_row, row, target)
        for old_row in groups.keys() - matched:
            self._tell_edits(groups[old_row], between)
        arrange(holder, groups, kept)
        mend(holder)

    @cached_property
    def _old_places(self) -> dict[Element, str]:
        """The row of each control of the old document."""
        found = ((control, self.old.built.entries[n]) for n, control in self.old.controls.items())
        return {control: entry.parent for control, entry in found if "." in entry.parent}

    @cached_property
    def _new_places(self) -> dict[Element, str]:
        entries = self.now.entries.items()
        return {self._fresh[n]: entry.parent for n, entry in entries if "." in entry.parent}

    def _new_row(
        self, blocks: Sequence[Element], row: str, target: str, holder: Element
    ) -> list[Element]:
        """Return the blocks of a new row, made a part of the old document."""
        copies = [deepcopy(block) for block in blocks]
        holder.append(copies[0])
        for before, block in pairwise(copies):
            before.addnext(block)
        self._number(copies, self.now.children(row), target)
        self.old.adopt(copies, blocks[0])
        return copies

    def _row_deleted(self, old_row: str, row: str, target: str) -> None:
        """Tell of a row that was deleted by hand, and keep it in the record."""
        for number in self.old.built.children(old_row):
            entry = self.old.built.entries[number]
            self.written.entries[number] = entry._replace(parent=target)
        first = next(n for n in self.now.children(row) if self.now.entries[n].tag != POINT)
        self._tell(rules.ROW_DELETED, self.now.entries[first].tag, self._fresh[first])

    # -------------------------------------------------------------- parts that come and go

    def _insert(self, number: int, target: str) -> None:
        """Put a new control beside what it stands beside in the fresh document."""
        fresh, entry = self._fresh[number], self.now.entries[number]
        parent, copy = fresh.getparent(), deepcopy(fresh)
        if self._barren.get(parent) == len(self.pairs) or not self._places.put(copy, fresh):
            self._barren[parent] = len(self.pairs)
            self._tell(rules.CONTROL_NOT_INSERTED, entry.tag, fresh)
            return
        self._number([copy], [number], target)
        self.old.adopt([copy], fresh)
        self.pairs[number] = copy
        self._tell(rules.CONTROL_INSERTED, entry.tag, fresh)

    def _leave_out(self, number: int) -> None:
        """Take out a control that the template no longer gives, with what it holds."""
        control = self.old.controls.get(number)
        parent = None if control is None else control.getparent()
        if control is None or parent is None:
            return
        self._tell_edits([control], set())
        remove(control)
        mend(parent)

    def _number(self, blocks: Sequence[Element], top: Sequence[int], target: str) -> None:
        """Give the controls of new blocks ids of their own, and note them in the record."""
        numbers: dict[str, str] = {}
        for block in blocks:
            self._number_drawings([block])
            add_to_shape_ids(block, f"_{next(self.old.free_ids)}")
            for number, control in list(controls([block])):
                fresh = next(self.old.free_ids)
                set_id(control, fresh)
                numbers[str(number)] = str(fresh)
                entry = self.now.entries.get(number)
                if entry is not None:
                    container, dot, row = entry.parent.partition(".")
                    parent = target if number in top else numbers[container] + dot + row
                    self.written.entries[fresh] = entry._replace(parent=parent)

    def _number_drawings(self, elements: Iterable[Element]) -> None:
        """Give what is drawn in new elements ids of its own."""
        for element in elements:
            for drawn in element.iter("{*}docPr"):
                drawn.set("id", str(next(self.old.free_ids)))

    # -------------------------------------------------------------- what is reported

    def _tell_edits(self, blocks: Sequence[Element], between: set[str]) -> None:
        """Tell of what was written by hand in blocks that are taken out."""
        for number, control in controls(blocks):
            was = self.old.built.entries.get(number)
            content = content_of(control)
            if was and was.checksum and checksum(said_in(content, was.tag)) != was.checksum:
                self._tell(rules.EDITED_BY_HAND, was.tag, control)
        if between and blocks and text_between(blocks) not in between:
            self._tell(rules.EDITED_BY_HAND, "en rad", blocks[0])

    def _tell(self, rule: Rule, tag: str, control: Element) -> None:
        if tag == POINT:  # where rows begin or end is no text of anybody's
            return
        content = content_of(control)
        said = " ".join(plain_text(content).split())
        if rule is rules.CONTROL_INSERTED and not said:  # a picture, which its row tells of
            return
        if rule is rules.EDITED_BY_HAND and is_appendix(tag):
            said = " / ".join(edits_since(self.old.built.lines, lines_in(content)).new)
        text, name = short(said), self.old.package.path.name
        row = words_for(tag) if is_appendix(tag) else f"raden ”{text}”"
        of = {"document": name, "tag": words_for(tag), "text": text, "row": row}
        self.findings.append(rule.at(FILE, **of))
