"""The marks of an appendix: around its heading, in its last paragraph, and in the break before it.

LibreOffice loses a bookmark that goes over tables and sections; those in one paragraph it keeps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.appendices.controls import is_appendix, said_in
from lagesbild_xlsx.word.elements import content_of, remove
from lagesbild_xlsx.word.marks import (
    BREAK,
    LAST,
    NUMBER,
    TURNED,
    end_of,
    last_of,
    marks_aside,
    marks_in,
    remove_marks,
)
from lagesbild_xlsx.word.record import Record, checksum
from lagesbild_xlsx.word.xml import child_of, val, w


def return_ends(document: etree._Element) -> None:
    """Put the marks of where turned pages end back into the paragraphs that end their sections.

    LibreOffice writes such a paragraph anew, and moves its mark into the next one, or lets it begin
    in the table before.
    """
    for start in marks_aside(document, (LAST,)):
        blocks = list(start.iterancestors(w("p"), w("tbl")))
        if not blocks or not start.get(w("name"), "").endswith(TURNED):
            continue
        block = blocks[-1]
        near = (block, block.getprevious() if local(block) == "p" else None, block.getnext())
        home = next((each for each in near if section_in(each) is not None), None)
        if home is not None and home is not block:
            end = end_of(start)
            home.extend(each for each in (start, end) if each is not None)


def section_in(line: etree._Element | None) -> etree._Element | None:
    """Return what a paragraph says of the section that ends with it."""
    return None if line is None else line.find(f"{w('pPr')}/{w('sectPr')}")


def unbounded(roots: Collection[etree._Element], record: Record) -> list[str]:
    """Return the tags of the appendices of a document whose beginning or end nobody can tell."""
    starts = {mark.number: start for mark, start in marks_in(roots) if mark.is_appendix}
    aside = (each for root in roots for each in marks_aside(root, (LAST,)))
    ends = {last_of(each.get(w("name"), "")) for each in aside}
    return [
        entry.tag
        for number, entry in record.entries.items()
        if is_appendix(entry.tag)
        and not _is_bounded(starts.get(number), number, entry.checksum, has_end=number in ends)
    ]


def _is_bounded(start: etree._Element | None, number: int, said: str, *, has_end: bool) -> bool:
    """Return whether an appendix is whole, or gone.

    One that has no end left must say what it said.
    """
    heading = None if start is None else next(start.iterancestors(w("p")), None)
    if heading is None:
        return not has_end
    blocks = [heading, *_after(heading, number)]
    if not has_end:
        whole = etree.Element(w("sdtContent"))
        whole.extend(deepcopy(each) for each in blocks)
        return checksum(said_in(whole)) == said
    others = {mark.number for mark, _ in marks_in(blocks)} - {number}
    return _is_last(blocks[-1], number) and not others


def put_around_appendix(control: etree._Element, start: etree._Element, number: int) -> None:
    """Put a control around an appendix, given the mark of its heading, and take its marks away.

    Where the mark of its last paragraph is lost, it ends before the next heading of its kind, or
    the next mark of ours.
    """
    heading = next(start.iterancestors(w("p")))
    blocks = [heading, *_after(heading, number)]
    before = heading.getprevious()
    if before is not None and _names(before, f"{BREAK}{number}"):
        blocks.insert(0, before)
    blocks[0].addprevious(control)
    content_of(control).extend(blocks)
    end = end_of(start)
    for each in (start, end):
        if each is not None:
            remove(each)
    for block in blocks:
        remove_marks(block)


def _after(heading: etree._Element, number: int) -> list[etree._Element]:
    """Return the blocks of an appendix after its heading."""
    siblings = list(heading.itersiblings())
    last = next((at for at, e in enumerate(siblings) if _is_last(e, number)), None)
    if _is_last(heading, number):
        return []
    if last is not None:
        return siblings[: last + 1]
    kept = []
    for sibling in siblings:
        if local(sibling) == "sectPr" or _style(sibling) == _style(heading) or _is_marked(sibling):
            break
        kept.append(sibling)
    return kept


def _is_last(block: etree._Element, number: int) -> bool:
    """Return whether an appendix ends in a paragraph."""
    names = (each.get(w("name"), "") for each in marks_aside(block, (LAST,)))
    return local(block) == "p" and any(last_of(name) == number for name in names)


def _names(block: etree._Element, name: str) -> bool:
    """Return whether a paragraph holds the bookmark of a name."""
    return local(block) == "p" and any(
        each.get(w("name")) == name for each in block.iter(w("bookmarkStart"))
    )


def _style(block: etree._Element) -> str:
    return val(block.find(f"{w('pPr')}/{w('pStyle')}")) if local(block) == "p" else local(block)


def _is_marked(block: etree._Element) -> bool:
    starts = block.iter(w("bookmarkStart"))
    has_mark = any(NUMBER.match(each.get(w("name"), "")) for each in starts)
    return has_mark or bool(marks_aside(block))


def heading_of(control: etree._Element) -> etree._Element:
    """Return the heading of an appendix: its first paragraph that says anything."""
    paragraphs = list(content_of(control).iterchildren(w("p")))
    says = (each for each in paragraphs if next(each.iter(w("t")), None) is not None)
    return next(says, paragraphs[0])


def mark_appendix(control: etree._Element, number: int, free: Iterator[int]) -> None:
    """Mark where an appendix ends, and the break that belongs to it."""
    paragraphs = list(content_of(control).iterchildren(w("p")))
    first, last = paragraphs[0], paragraphs[-1]
    is_turned = last.find(f"{w('pPr')}/{w('sectPr')}") is not None
    add_point(last, f"{LAST}{number}{TURNED if is_turned else ''}", next(free))
    if first.find(f"{w('pPr')}/{w('sectPr')}") is not None and first is not last:
        child_of(first, "pPr", first=True)
        add_point(first, f"{BREAK}{number}", next(free))


def add_point(paragraph: etree._Element, name: str, number: int) -> None:
    """Put a bookmark around nothing last in a paragraph."""
    start = etree.SubElement(paragraph, w("bookmarkStart"))
    start.set(w("id"), str(number))
    start.set(w("name"), name)
    etree.SubElement(paragraph, w("bookmarkEnd")).set(w("id"), str(number))
