"""The marks of a built document as content controls, and the controls as marks again.

A control holds what belongs to it, wherever that was moved by hand, so that a document can be read
and compared control by control. The controls of rows and conditions are found by the marks in them:
they hold the rows, cells, blocks or texts in which those stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import count, takewhile

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.appendices.controls import is_appendix
from lagesbild_xlsx.word.appendices.marking import (
    heading_of,
    mark_appendix,
    put_around_appendix,
    return_ends,
)
from lagesbild_xlsx.word.elements import (
    BLOCK_HOLDERS,
    LINE,
    content_of,
    controls,
    has_our_tag,
    remove,
    stands_in_line,
    tag_of,
    unwrap,
)
from lagesbild_xlsx.word.lists.joining import join, split_all
from lagesbild_xlsx.word.marks import (
    Mark,
    bookmark_ids,
    end_of,
    is_end,
    label_in,
    marks_in,
    name_of,
)
from lagesbild_xlsx.word.record import Record
from lagesbild_xlsx.word.xml import val, w

HOLDERS = {"tr": frozenset(("tbl",)), "tc": frozenset(("tr",)), "p": BLOCK_HOLDERS, "r": LINE}
"""What rows, cells, blocks and texts stand in."""

CONTROL = ("sdt", "sdtContent")
BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


# ------------------------------------------------------------------ marks → controls


def to_controls(roots: Collection[etree._Element], record: Record) -> None:
    """Put controls where the marks are that a record knows, and around what they stand in."""
    for root in roots:
        return_ends(root)
    inside: dict[str, list[etree._Element]] = {}
    found = set()
    marks = each_once(roots)
    _join_lines(marks, record)
    values_in = Counter(start.getparent() for mark, start in marks if mark.sheet)
    for mark, start in marks:
        entry = record.entries.get(mark.number)
        if entry and entry.checksum and stands_in_line(start):
            has_line = mark.is_alone and values_in[start.getparent()] == 1
            control = _control(entry.tag, mark.number, label_in(start))
            if mark.is_appendix:
                put_around_appendix(control, start, mark.number)
            else:
                _move_into(control, start, has_line=has_line)
            if mark.number not in found:
                inside.setdefault(entry.parent, []).append(control)
            found.add(mark.number)
    for number, entry in reversed(record.entries.items()):
        places = () if entry.checksum else (str(number), *record.rows(number))
        held = [control for place in places for control in inside.get(place, ())]
        if held:
            control = _control(entry.tag, number)
            _put_around(_around_all(held, entry.markup), control)
            inside.setdefault(entry.parent, []).append(control)


def _join_lines(marks: Sequence[tuple[Mark, etree._Element]], record: Record) -> None:
    """Make one paragraph of each value with lists, and of any that begins in a line of others."""
    for mark, start in marks:
        entry = record.entries.get(mark.number)
        if entry and entry.checksum and (entry.list_signs or not mark.is_alone):
            join(start, keeps_first=mark.is_alone)


def each_once(roots: Collection[etree._Element]) -> list[tuple[Mark, etree._Element]]:
    """Return the marks; LibreOffice writes the start of some twice.

    That of an empty one in its line, and that of one over several paragraphs again in the last one:
    only the last start has an end then.
    """
    found = {(mark.number, start.getparent()): (mark, start) for mark, start in marks_in(roots)}
    kept = {start for _, start in found.values()}
    for start in [start for _, start in marks_in(roots) if start not in kept]:
        remove(start)
    for start in kept:
        _put_after_others(start)
    endless: dict[int, etree._Element] = {}
    marks = []
    for mark, start in found.values():
        end, first = end_of(start), endless.pop(mark.number, None)
        if end is None:
            endless[mark.number] = start
        elif first is not None:
            end.set(w("id"), first.get(w("id"), ""))
            remove(start)
            continue
        marks.append((mark, start))
    return marks


def _put_after_others(start: etree._Element) -> None:
    """Put the start of a mark after the ends at its place: LibreOffice writes it before them."""
    following = start.getnext()
    while following is not None and following.tag == BOOKMARKS[1] and not is_end(following, start):
        following.addnext(start)
        following = start.getnext()


def _control(tag: str, number: int, label: str = "") -> etree._Element:
    """Return a control without content; its title is its mark's label."""
    control = etree.Element(w("sdt"))
    properties = etree.SubElement(control, w("sdtPr"))
    for name, value in (("alias", label), ("tag", tag), ("id", str(number))):
        etree.SubElement(properties, w(name)).set(w("val"), value)
    etree.SubElement(control, w("sdtContent"))
    return control


def _put_around(elements: Sequence[etree._Element], control: etree._Element) -> None:
    elements[0].addprevious(control)
    content_of(control).extend(elements)


def _move_into(control: etree._Element, start: etree._Element, *, has_line: bool) -> None:
    """Put a control around what stands in a mark, or in the line that its value has alone."""
    end = end_of(start)
    texts = _line(start) if has_line else _texts(start)
    _put_around(_blocks(start, end) or texts, control)
    for element in (start, end):
        if element is not None:
            remove(element)


def _texts(start: etree._Element) -> list[etree._Element]:
    """Return what stands in a mark in a line."""
    return [start, *takewhile(lambda each: not is_end(each, start), start.itersiblings())]


def _line(start: etree._Element) -> list[etree._Element]:
    """Return all that stands in a mark's line, without other bookmarks."""
    line = start.getparent()
    assert line is not None  # noqa: S101 - it stands in one
    others = {each.get(w("id")) for each in line.iterchildren(w("bookmarkStart"))}
    others.discard(start.get(w("id")))
    return [
        each
        for each in line
        if local(each) != "pPr" and not (each.tag in BOOKMARKS and each.get(w("id")) in others)
    ]


def _blocks(start: etree._Element, end: etree._Element | None) -> list[etree._Element]:
    """Return the blocks that a mark goes on over; none where it ends in the one it starts in."""
    first = next(start.iterancestors(w("p")), None)
    last = None if end is None else next(end.iterancestors(w("p")), None)
    if first is None or last is None or first is last:
        return []
    blocks = [first, *takewhile(lambda each: each is not last, first.itersiblings()), last]
    return blocks if last.getparent() is first.getparent() else []


def _around_all(held: Sequence[etree._Element], markup: str) -> list[etree._Element]:
    """Return the rows, cells, blocks or texts in which most of some controls stand."""
    places = [place for control in held for place in _places(control, markup)]
    counted = Counter(holder for _, holder in places)
    if not counted:
        return [held[0]]
    holder = counted.most_common(1)[0][0]
    return _from_first_to_last([child for child, around in places if around is holder])


def _from_first_to_last(inside: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the siblings from the first of some in the document to the last.

    They are looked for on both sides at once: a document may have a million others.
    """
    start, left = inside[0], set(inside[1:]) - {inside[0]}
    before: list[etree._Element] = []
    after: list[etree._Element] = []
    sides = ((before, start.itersiblings(preceding=True)), (after, start.itersiblings()))
    while left:
        for found, siblings in sides:
            each = next(siblings, None)
            if each is not None:
                found.append(each)
                left.discard(each)
    wanted = set(inside)
    for found in (before, after):
        while found and found[-1] not in wanted:
            found.pop()
    return [*reversed(before), start, *after]


def _places(
    element: etree._Element, markup: str
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield what an element stands in among some markup (any, if none), and what holds that."""
    child, holder = element, element.getparent()
    while holder is not None:
        if local(holder) != "sdt" and (not markup or _markup_in(holder) == markup):
            yield child, holder
        child, holder = holder, holder.getparent()


def _markup_in(holder: etree._Element) -> str:
    """Return which markup an element holds, as the record has it."""
    around = [each for each in (holder, *holder.iterancestors()) if local(each) not in CONTROL]
    kind = next((kind for kind, names in HOLDERS.items() if local(around[0]) in names), "")
    return kind if kind == "r" else f"{kind}{sum(local(each) == 'tc' for each in around)}"


# ------------------------------------------------------------------ controls → marks


def to_marks(roots: Sequence[etree._Element], record: Record) -> None:
    """Put marks where the values' controls are that a record knows, and take ours away."""
    taken = bookmark_ids(roots)
    free = count(1 + max(taken | record.entries.keys(), default=0))
    marked = set()
    for number, control in list(controls(roots)):
        entry = record.entries.get(number)
        if has_our_tag(control) and entry and entry.checksum and number not in marked:
            marked.add(number)
            label = val(control.find(f"{w('sdtPr')}/{w('alias')}"))
            bookmark = next(free) if number in taken else number
            if is_appendix(entry.tag):
                mark_appendix(control, number, free)
            _mark(control, str(bookmark), name_of(number, label))
    for root in roots:
        for control in list(root.iter(w("sdt"))):
            if has_our_tag(control):
                unwrap(control)
        split_all(root)


def _mark(control: etree._Element, number: str, name: str) -> None:
    """Put a mark around what a control holds, inside its paragraphs."""
    content = content_of(control)
    paragraphs = list(content.iter(w("p"))) or [content]
    first, last = paragraphs[0], paragraphs[-1]
    if is_appendix(tag_of(control)):
        first = last = heading_of(control)
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    start.set(w("id"), number)
    start.set(w("name"), name)
    end.set(w("id"), number)
    first.insert(0 if first.find(w("pPr")) is None else 1, start)
    last.append(end)
