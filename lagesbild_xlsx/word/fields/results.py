"""Stored results written anew, in the format of the old ones."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.word.elements import is_value, remove, tag_of
from lagesbild_xlsx.word.fields.bookmarks import END, START
from lagesbild_xlsx.word.fields.found import Field
from lagesbild_xlsx.word.fields.lines import pieces
from lagesbild_xlsx.word.fields.runs import mark_run, run_of
from lagesbild_xlsx.word.marks import BOOKMARK_PREFIX
from lagesbild_xlsx.word.tag_grammar import is_tag
from lagesbild_xlsx.word.xml import w

RUN, SIMPLE = w("r"), w("fldSimple")


def write(field: Field, text: str) -> bool:
    """Make a field say a text; return whether it did, or said so before.

    Its result stays as it is where it reaches over several lines, or holds a value of ours.
    """
    result = field.result
    if result is None or holds_ours(result):
        return False
    if shown(result) != text:
        _replace(field, result, text)
    return True


def shown(result: Iterable[etree._Element]) -> str:
    """Return the text that elements of a line show."""
    line = etree.Element(w("p"))
    line.extend(deepcopy(element) for element in result)
    return "".join(piece.text for piece in pieces(line))


def holds_ours(elements: Iterable[etree._Element]) -> bool:
    """Return whether a value of ours stands in some elements, or begins there."""
    inside = [each for element in elements for each in element.iter(START, w("sdt"))]
    return any(begins_our_value(each) for each in inside)


def begins_our_value(element: etree._Element) -> bool:
    """Return whether an element is the beginning of a value of ours."""
    if element.tag == START:
        return element.get(w("name"), "").startswith(BOOKMARK_PREFIX)
    return is_tag(tag_of(element))


def _replace(field: Field, result: list[etree._Element], text: str) -> None:
    run = run_of(text, _format_of(field, result))
    old = [element for element in result if element.tag not in (START, END)]
    if old:
        old[0].addprevious(run)
    elif field.is_simple:
        field.begin.append(run)
    else:
        separate_of(field).addnext(run)
    for element in old:
        remove(element)


def _format_of(field: Field, result: Iterable[etree._Element]) -> etree._Element | None:
    """Return the format of a field's result: of its first run, else of the field's own."""
    runs = (run for element in result for run in element.iter(w("r")))
    first = next(runs, field.begin)
    return first.find(w("rPr"))


def separate_of(field: Field) -> etree._Element:
    """Return the run that a complex field's result stands after, made where it is missing."""
    if field.separate is not None:
        return field.separate
    separate = mark_run("separate", field.begin.find(w("rPr")))
    field.end.addprevious(separate)
    return separate


def inside_ours(root: etree._Element) -> set[etree._Element]:
    """Return the runs and simple fields of a story that stand in values of ours."""
    found: set[etree._Element] = set()
    opened: set[str] = set()
    for element in root.iter(START, END, RUN, SIMPLE):
        if element.tag == START and begins_our_value(element):
            opened.add(element.get(w("id"), ""))
        elif element.tag == END:
            opened.discard(element.get(w("id"), ""))
        elif opened:
            found.add(element)
    for control in filter(is_value, root.iter(w("sdt"))):
        found.update(control.iter(RUN, SIMPLE))
    return found


def say(control: etree._Element, text: str) -> None:
    """Make a content control of one line say a text, in the format of its first run."""
    content = control.find(w("sdtContent"))
    lines = [] if content is None else list(content.iter(w("p"))) or [content]
    if len(lines) != 1 or holds_ours(lines):
        return
    said = list(pieces(lines[0]))
    if said and "".join(piece.text for piece in said) != text:
        said[0].run.addprevious(run_of(text, said[0].run.find(w("rPr"))))
        for run in dict.fromkeys(piece.run for piece in said):
            remove(run)
