"""The elements of a document that is updated: controls, what they hold, and rows in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.elements import TEXT_LEVEL, remove
from lagesbild_xlsx.word.xml import child_of, val, w

Element = etree._Element  # noqa: SLF001 - lxml's own name for its elements

ANCHORS = ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd")
"""What others hang on a text, which stays when the text is replaced."""

REVISIONS = ("ins", "del", "moveFrom", "moveTo")


def set_id(control: Element, number: int) -> None:
    """Give a control another id."""
    element = control.find(f"{w('sdtPr')}/{w('id')}")
    if element is not None:
        element.set(w("val"), str(number))


def title_of(control: Element) -> str:
    """Return the title of a control: what the name of its mark says."""
    return val(control.find(f"{w('sdtPr')}/{w('alias')}"))


def set_title(control: Element, title: str) -> None:
    """Give a control another title."""
    child_of(child_of(control, "sdtPr", first=True), "alias").set(w("val"), title)


def paragraph_of(control: Element) -> Element | None:
    """Return the first paragraph that a control holds, or the one that it stands in."""
    inside = next(control.iter(w("p")), None)
    return inside if inside is not None else next(control.iterancestors(w("p")), None)


def set_child(parent: Element, wanted: Element | None, name: str, order: Sequence[str]) -> None:
    """Make a child of a parent as wanted, at its place among the others."""
    present = parent.find(w(name))
    if present is not None:
        parent.remove(present)
    if wanted is not None:
        before = order[: order.index(name)]
        at = sum(local(child) in before for child in parent)
        parent.insert(at, deepcopy(wanted))


def has_revisions(element: Element) -> bool:
    """Return whether any tracked change stands in an element."""
    return next(element.iter(*map(w, REVISIONS)), None) is not None


def replace_texts(content: Element, fresh: Element) -> list[Element]:
    """Put what a fresh control holds in place of an old one's and return the new elements.

    Where the fresh one holds one paragraph, or stands in one, the old one's own format and what
    hangs on it are kept.
    """
    old, new = list(content.iter(w("p"))), list(fresh.iter(w("p")))
    if len(new) <= 1:
        for paragraph in old[1:]:
            remove(paragraph)
        return _replace_runs(old[0] if old else content, new[0] if new else fresh)
    if not old:
        _put_around_its_paragraph(content)
    holder, source = _holder_of_blocks(content), _holder_of_blocks(fresh)
    for child in list(holder):
        if local(child) != "tcPr":
            remove(child)
    copies = [deepcopy(child) for child in source if local(child) != "tcPr"]
    holder.extend(copies)
    return copies


def _put_around_its_paragraph(content: Element) -> None:
    """Make a control that has a paragraph to itself hold the paragraph."""
    control = next(content.iterancestors(w("sdt")))
    paragraph = next(control.iterancestors(w("p")))
    paragraph.addprevious(control)
    for child in list(content):
        paragraph.append(child)
    content.append(paragraph)


def _holder_of_blocks(content: Element) -> Element:
    """Return the cell that a control holds, or else its content."""
    cell = content.find(w("tc"))
    return content if cell is None else cell


def _replace_runs(holder: Element, source: Element) -> list[Element]:
    at = None
    for child in list(holder):
        if local(child) in ("pPr", *ANCHORS) or child.find(w("commentReference")) is not None:
            continue
        at = holder.index(child) if at is None else at
        remove(child)
    if at is None:
        at = 0 if holder.find(w("pPr")) is None else 1
    copies = [deepcopy(child) for child in source if local(child) in TEXT_LEVEL]
    for number, text in enumerate(copies):
        holder.insert(at + number, text)
    return copies


def arrange(
    holder: Element,
    groups: Mapping[str, Sequence[Element]],
    kept: Mapping[str, Sequence[Element]],
) -> None:
    """Put the rows of a repeat in order; what was added by hand stays after the row before it.

    Args:
        holder: the content of the repeat's control.
        groups: the blocks of the rows that were there.
        kept: the blocks of the rows that shall be there, in order.
    """
    ours = {block for rows in (groups, kept) for blocks in rows.values() for block in blocks}
    followers: dict[Element | None, list[Element]] = {None: []}
    last: Element | None = None
    staying = {block for blocks in kept.values() for block in blocks}
    for block in holder:
        if block not in ours:
            followers.setdefault(last, []).append(block)
        elif block in staying:
            last = block
    order = followers[None] + [
        each
        for blocks in kept.values()
        for block in blocks
        if block.getparent() is holder  # some were left out
        for each in (block, *followers.get(block, ()))
    ]
    for child in set(holder).difference(order):
        remove(child)
    holder.extend(order)


def mend(element: Element | None) -> None:
    """Give a place whose last content was taken out what it must hold, or take it out as well."""
    while element is not None:
        parent = element.getparent()
        kind = local(element)
        if kind in ("tc", "hdr", "ftr") and not _holds(element, "p", "tbl", "sdt"):
            etree.SubElement(element, w("p"))
        is_hollow = (kind == "tbl" and next(element.iter(w("tr")), None) is None) or (
            kind == "sdtContent" and not len(element)
        )
        if not is_hollow or parent is None:
            return
        hollow = parent if kind == "sdtContent" else element
        above = hollow.getparent()
        if above is None:
            return
        remove(hollow)
        element = above


def _holds(element: Element, *names: str) -> bool:
    return any(local(child) in names for child in element)
