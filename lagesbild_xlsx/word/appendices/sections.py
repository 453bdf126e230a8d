"""The pages of a wide appendix: a section of its own, turned, with the template's page headers.

A section's properties stand in its last paragraph, those of the last section in the body
(ECMA-376 part 1, 17.6). A section that names no header has that of the one before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from itertools import count
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.appendices.marking import add_point, return_ends, section_in
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.marks import (
    BOOKMARK_PREFIX,
    BREAK,
    LAST,
    TURNED,
    bookmark_ids,
    end_of,
    last_of,
    mark_of,
    marks_aside,
    marks_in,
    named,
)
from lagesbild_xlsx.word.page_setup import FIRST_ONLY, REFERENCES
from lagesbild_xlsx.word.xml import W, child_of, w

NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""How a paragraph without text, which only separates, takes no room."""


class _Around(NamedTuple):
    """The ends of sections of some appendices on turned pages, and what goes on after them.

    The first end is that of the section that they stand in, which goes on in ``after``.
    """

    ends: Sequence[etree._Element]
    after: etree._Element


def settle_sections(document: etree._Element) -> bool:
    """Give the sections around turned pages what they must have; return whether there are any.

    Both parts of a section that they stand in have its page headers; the second has no first page
    of its own. A turned page that nothing stands after has the last section's properties.
    """
    groups = list(_groups(document))
    for first, after in ((group.ends[0], group.after) for group in groups):
        _take(first, after, REFERENCES)
        for each in [each for each in after if local(each) in FIRST_ONLY]:
            after.remove(each)
    if groups:
        _fold(*groups[-1])
    return bool(groups)


def unsettle_sections(document: etree._Element) -> None:
    """Undo what was settled, so that appendices can come and go."""
    return_ends(document)
    _give_breaks(document)
    for ends, after in list(_groups(document)):
        line = after.getprevious()
        if _is_last(after) and line is not None and _ends_one(line):
            turned = deepcopy(after)
            _drop(turned, REFERENCES)
            child_of(line, "pPr", first=True).append(turned)
        kept = [local(each) for each in ends[0] if local(each) not in REFERENCES]
        _drop(after, [local(each) for each in after if local(each) not in REFERENCES])
        after.extend(deepcopy(each) for each in ends[0] if local(each) in kept)


def _give_breaks(document: etree._Element) -> None:
    """Give each turned page a break of its own before it, as it was written.

    LibreOffice puts one that is blank together with the paragraph before it.
    """
    names = (each.get(w("name"), "") for each in marks_aside(document, (LAST,)))
    turned = {last_of(name) for name in names if name.endswith(TURNED)}
    ids = count(1 + max(bookmark_ids([document]), default=0))
    for mark, start in [found for found in marks_in([document]) if found[0].is_appendix]:
        heading = next(start.iterancestors(w("p")))
        before = heading.getprevious()
        section = section_in(before)
        if mark.number not in turned or before is None or section is None or _is_ours(before):
            continue
        name = f"{BREAK}{mark.number}"
        starts = [each for each in marks_aside(document, (BREAK,)) if each.get(w("name")) == name]
        for each in (*starts, *(end for start in starts if (end := end_of(start)) is not None)):
            remove(each)
        if next(before.iter(w("t"), w("drawing")), None) is None:
            add_point(before, name, next(ids))
            continue
        line = etree.Element(w("p"))
        heading.addprevious(line)
        properties = child_of(line, "pPr", first=True)
        properties.append(etree.fromstring(NO_HEIGHT.replace("/>", f' xmlns:w="{W}"/>')))
        properties.append(section)
        add_point(line, name, next(ids))


def _is_ours(line: etree._Element) -> bool:
    """Return whether a paragraph is there for its section's end alone, or ends a turned page."""
    names = [each.get(w("name"), "") for each in marks_aside(line)]
    is_blank = next(line.iter(w("t")), None) is None
    is_break = is_blank and bool(names) and all(name.startswith(BREAK) for name in names)
    return is_break or any(name.endswith(TURNED) for name in names)


def _groups(document: etree._Element) -> Iterator[_Around]:
    """Yield the turned pages that follow each other, with the section that goes on after them."""
    inside = set(_ends_in_appendices(document))
    ends: list[etree._Element] = []
    for section in document.iter(w("sectPr")) if inside else ():
        if section in inside:
            ends.append(section)
        elif ends:
            yield _Around(ends, section)
            ends = []


def _ends_in_appendices(document: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of sections that stand in an appendix, or before it as a part of it."""
    open_marks: set[int] = set()
    ours = set(named(document, BOOKMARK_PREFIX))
    for element in document.iter(w("bookmarkStart"), w("sectPr")) if ours else ():
        if element.tag == w("sectPr"):
            if open_marks or _has_mark(element, BREAK) or _has_mark(element, LAST):
                yield element
            continue
        if element not in ours:
            continue
        mark = mark_of(element)
        if mark is not None and mark.is_appendix:
            open_marks.add(mark.number)
        open_marks.discard(last_of(element.get(w("name"), "")))


def _has_mark(section: etree._Element, begin: str) -> bool:
    """Return whether a bookmark with such a name stands in the paragraph a section ends with."""
    line = next(section.iterancestors(w("p")), None)
    return line is not None and bool(marks_aside(line, (begin,)))


def _ends_one(line: etree._Element) -> bool:
    """Return whether a turned page ends in a paragraph that is no section's last."""
    names = (each.get(w("name"), "") for each in marks_aside(line, (LAST,)))
    return section_in(line) is None and any(name.endswith(TURNED) for name in names)


def _fold(ends: Sequence[etree._Element], after: etree._Element) -> None:
    """Make the last section that of a turned page, if nothing stands after it."""
    line = after.getprevious()
    if _is_last(after) and line is not None and next(line.iter(w("sectPr")), None) is ends[-1]:
        _drop(after, [local(each) for each in after if local(each) not in REFERENCES])
        after.extend(list(ends[-1]))
        remove(ends[-1])


def _is_last(section: etree._Element) -> bool:
    """Return whether a section is the last one, whose properties are the body's."""
    holder = section.getparent()
    return holder is not None and local(holder) == "body"


def _take(section: etree._Element, other: etree._Element, names: Collection[str]) -> None:
    """Give a section's beginning the children of some names that another has."""
    _drop(section, names)
    for at, each in enumerate(each for each in other if local(each) in names):
        section.insert(at, deepcopy(each))


def _drop(section: etree._Element, names: Collection[str]) -> None:
    for each in [each for each in section if local(each) in names]:
        section.remove(each)
