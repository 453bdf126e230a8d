"""Paragraphs joined to one, so that a value stands in one line, and that line split again.

Where a paragraph began stands a run with a line feed and the properties of the paragraph. Such runs
are in no document: they are made when one has been read, and undone before it is written.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import takewhile

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.marks import end_of
from lagesbild_xlsx.word.xml import child_of, w

Element = etree._Element  # noqa: SLF001 - lxml's own name for its elements


def join(start: Element, *, keeps_first: bool = False) -> None:
    """Make one paragraph of those that a mark goes on over.

    Args:
        start: the element where the mark starts.
        keeps_first: whether the properties of the first of them go with the value.
    """
    first, *others = paragraphs_of(start)
    if not others or any(local(each) != "p" for each in (first, *others)):
        return
    if keeps_first:
        start.addnext(beginning(child_of(first, "pPr", first=True), is_new=False))
    for other in others:
        properties = child_of(other, "pPr", first=True)
        for name, value in other.attrib.items():
            properties.set(name, value)
        first.append(beginning(properties))
        first.extend(child for child in other if child is not properties)
        remove(other)


def paragraphs_of(start: Element) -> list[Element]:
    """Return the paragraph where a mark starts, and those after it that the mark goes on over."""
    first, end = start.getparent(), end_of(start)
    last = None if end is None else end.getparent()
    assert first is not None  # noqa: S101 - it stands in one
    if last is None or first is last or last.getparent() is not first.getparent():
        return [first]
    return [first, *takewhile(lambda each: each is not last, first.itersiblings()), last]


def beginning(properties: Element, *, is_new: bool = True) -> Element:
    """Return the run that stands where a paragraph begins, or where the first says what it is."""
    run = etree.Element(w("r"))
    if is_new:
        etree.SubElement(run, w("cr"))
    run.append(deepcopy(properties))
    return run


def split_all(root: Element) -> None:
    """Make paragraphs again of what was joined below an element."""
    beginnings = [run for run in root.iter(w("r")) if is_beginning(run)]
    for run in reversed(beginnings):  # so that each line is moved once
        paragraph, properties = run.getparent(), child_of(run, "pPr")
        if paragraph is None or local(paragraph) != "p":
            run.remove(properties)  # a hand has put something around it, so its line stays one
            continue
        holder = paragraph if run.find(w("cr")) is None else _split(paragraph, run)
        set_properties(holder, properties)
        remove(run)


def is_beginning(run: Element) -> bool:
    """Return whether a run only says where a paragraph begins."""
    return local(run) == "r" and run.find(w("pPr")) is not None


def set_properties(paragraph: Element, properties: Element) -> None:
    """Give a paragraph properties in place of its own; a section that ends in it stays."""
    own = child_of(paragraph, "pPr", first=True)
    section = own.find(w("sectPr"))
    if section is not None:
        properties.append(section)
    for name, value in properties.attrib.items():
        paragraph.set(name, value)
    properties.attrib.clear()
    paragraph.replace(own, properties)


def _split(paragraph: Element, run: Element) -> Element:
    """Return a new paragraph after one, with all that stands behind a run in it."""
    made = etree.Element(w("p"))
    made.extend(list(run.itersiblings()))
    paragraph.addnext(made)
    return made
