"""The elements of a document that is updated: controls, what they hold, and rows in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.word.elements import TEXT_LEVEL
from lagesbild_xlsx.word.xml import local, val, w

Element = etree._Element  # noqa: SLF001 - lxml's own name for its elements

ANCHORS = ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd")
"""What others hang on a text, which stays when the text is replaced."""


def controls(roots: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    """Yield the controls below some elements, by their ids."""
    for root in roots:
        for control in root.iter(w("sdt")):
            number = val(control.find(f"{w('sdtPr')}/{w('id')}"))
            if number.lstrip("-").isdecimal():
                yield int(number), control


def set_id(control: Element, number: int) -> None:
    """Give a control another id."""
    element = control.find(f"{w('sdtPr')}/{w('id')}")
    if element is not None:
        element.set(w("val"), str(number))


def content_of(control: Element) -> Element:
    """Return the element that holds what a control holds."""
    content = control.find(w("sdtContent"))
    return control if content is None else content


def paragraph_of(control: Element) -> Element | None:
    """Return the paragraph that a control stands in, or the first that it holds."""
    inside = next(control.iter(w("p")), None)
    return inside if inside is not None else next(control.iterancestors(w("p")), None)


def kind_of_parent(control: Element) -> str:
    """Return what kind of element a control stands in."""
    parent = control.getparent()
    return "" if parent is None else local(parent)


def set_child(parent: Element, wanted: Element | None, name: str, order: Sequence[str]) -> None:
    """Make a child of a parent as wanted, at its place among the others."""
    present = parent.find(w(name))
    if present is not None:
        parent.remove(present)
    if wanted is not None:
        before = order[: order.index(name)]
        at = sum(local(child) in before for child in parent)
        parent.insert(at, deepcopy(wanted))


def replace_texts(content: Element, fresh: Element) -> None:
    """Put the texts of a fresh control in place of an old one's, anchors kept around them."""
    paragraph, fresh_paragraph = content.find(w("p")), fresh.find(w("p"))
    holder = content if paragraph is None else paragraph
    source = fresh if fresh_paragraph is None else fresh_paragraph
    if (paragraph is None) is not (fresh_paragraph is None):
        for child in list(content):
            content.remove(child)
        content.extend(deepcopy(child) for child in fresh)
        return
    texts = [deepcopy(child) for child in source if local(child) in TEXT_LEVEL]
    at = 0
    for child in list(holder):
        if local(child) in ("pPr", *ANCHORS) or child.find(w("commentReference")) is not None:
            continue
        at = at or holder.index(child)
        holder.remove(child)
    if not at and holder.find(w("pPr")) is not None:
        at = 1
    for number, text in enumerate(texts):
        holder.insert(at + number, text)


def arrange(
    holder: Element,
    groups: dict[str, list[Element]],
    gone: set[str],
    kept: dict[str, list[Element]],
) -> None:
    """Put the rows of a repeat in order; what was added by hand stays after the row before it."""
    ours = {block for blocks in (*groups.values(), *kept.values()) for block in blocks}
    followers: dict[Element | None, list[Element]] = {}
    last: Element | None = None
    for block in holder:
        if block in ours:
            last = block
        else:
            followers.setdefault(last, []).append(block)
    dropped = {block for was in gone for block in groups[was]}
    order = list(followers.get(None, []))
    for blocks in kept.values():
        for block in blocks:
            order += [block, *followers.get(block, [])]
    order += [f for block in dropped for f in followers.get(block, [])]
    for child in list(holder):
        holder.remove(child)
    holder.extend(order)
