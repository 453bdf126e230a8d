"""The elements of a template that controls stand among: what they hold, and what stands around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.tag_grammar import CONDITION, is_tag, name_in
from lagesbild_xlsx.word.xml import W, text_of, w

TEXT_LEVEL = frozenset(
    [
        "r",
        "hyperlink",
        "smartTag",
        "fldSimple",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "customXml",
        "proofErr",
        "sdt",
    ]
)
"""What can stand in a paragraph as text, or around it."""

NOT_REPEATED = ("commentRangeStart", "commentRangeEnd")
"""What may stand only once in a document, and so not in a part that repeats."""

NEEDS_PARAGRAPH = frozenset(("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent"))
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def _control_property(name: str) -> Callable[[etree._Element], str]:
    """Return how a property of a control is read; nothing where it has none."""
    path = f"string(w:sdtPr/w:{name}/@w:val)"
    read = etree.XPath(path, namespaces={"w": W}, smart_strings=False)  # compiled: read for each
    return lambda control: str(read(control))


def has_our_tag(control: etree._Element) -> bool:
    """Return whether a control has a tag of ours."""
    return is_tag(tag_of(control))


id_of = _control_property("id")
_tag_of = _control_property("tag")


def tag_of(control: etree._Element) -> str:
    """Return a control's tag; nothing where it has none."""
    return _tag_of(control).strip()


LONGEST_ID = 11
"""How many letters a control's id has at the most: a whole number of 32 bits (17.5.2.18)."""


def controls(roots: Iterable[etree._Element]) -> Iterator[tuple[int, etree._Element]]:
    """Yield the controls below some elements, with their ids."""
    for root in roots:
        for control in root.iter(w("sdt")):
            number = id_of(control)
            if number.lstrip("-").isdecimal() and len(number) <= LONGEST_ID:
                yield int(number), control


def content_of(control: etree._Element) -> etree._Element:
    """Return the element that holds what a control holds."""
    content = control.find(w("sdtContent"))
    return control if content is None else content


def outermost_controls(element: etree._Element) -> list[etree._Element]:
    """Return the controls with a tag of ours that stand in no other such control below here."""
    found = []
    inside: set[etree._Element | None] = set()
    for control in element.iterdescendants(w("sdt")):
        if next(control.iterancestors(w("sdt")), None) in inside:
            inside.add(control)
        elif has_our_tag(control):
            found.append(control)
            inside.add(control)
    return found


def around_in_row(control: etree._Element, name: str) -> etree._Element | None:
    """Return the nearest element of a name around a control, in the row of a repeat around it."""
    for element in control.iterancestors(w(name), w("sdt")):
        if local(element) == name:
            return element
        tag = tag_of(element)
        if is_tag(tag) and not CONDITION.fullmatch(name_in(tag)):
            return None
    return None


def is_value(control: etree._Element) -> bool:
    """Return whether a control is one of ours that holds no other: a value, no repeat."""
    return has_our_tag(control) and not outermost_controls(control)


def blocks_in(content: etree._Element) -> list[etree._Element]:
    """Return the blocks that a control holds, or that the cell does which it holds."""
    cell = next(content.iter(w("tc")), None) if content.find(w("p")) is None else None
    holder = content if cell is None else cell
    return [child for child in holder if local(child) in ("p", "tbl", "sdt") and _is_block(child)]


def _is_block(element: etree._Element) -> bool:
    """Return whether an element is a paragraph or a table, or a control around one."""
    return local(element) != "sdt" or element.find(f".//{w('p')}") is not None


def shown_in(element: etree._Element) -> tuple[int, int]:
    """Return how many letters and tabs an element holds."""
    return len(text_of(element)), sum(1 for _ in element.iter(w("tab")))


def instead(element: etree._Element) -> str:
    """Return what must stand where an element was the last block of a place that needs one."""
    parent = element.getparent()
    if parent is None or local(parent) not in NEEDS_PARAGRAPH or local(element) == "tr":
        return ""
    blocks = [child for child in parent if local(child) in ("p", "tbl", "sdt")]
    has_paragraph = any(local(block) == "p" for block in blocks)
    return "" if has_paragraph or blocks[-1] is not element else "<w:p/>"


def drop_what_stands_once(content: etree._Element) -> None:
    """Remove what would break the document if it stood there twice."""
    for element in list(content.iter(*map(w, NOT_REPEATED))):
        remove(element)
    for reference in list(content.iter(w("commentReference"))):
        run = reference.getparent()
        remove(reference if run is None else run)
    for element in content.iter():
        for name in ("paraId", "textId"):
            element.attrib.pop(f"{W14}{name}", "")


LINE = frozenset(("p", "hyperlink", "smartTag", "ins", "del", "moveFrom", "moveTo", "fldSimple"))
"""What texts stand in."""

BLOCK_HOLDERS = NEEDS_PARAGRAPH | {"body"}
"""What paragraphs and tables stand in."""


def stands_in_line(control: etree._Element) -> bool:
    """Return whether a control stands in a paragraph, and holds text and no blocks."""
    around = control.iterancestors(*map(w, (*LINE, *BLOCK_HOLDERS, "tbl", "tr")))
    return local(next(around, control)) in LINE


def markup_of(control: etree._Element) -> str:
    """Return what a control holds, and in how many cells it stands (:class:`RecordEntry`)."""
    if stands_in_line(control):
        return "r"
    first = next(content_of(control).iter(*map(w, ("tr", "tc", "p", "tbl"))), None)
    kind = local(first) if first is not None and local(first) in ("tr", "tc") else "p"
    return f"{kind}{sum(1 for _ in control.iterancestors(w('tc')))}"


def free_paragraphs(block: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of a block that stand in no control of ours in it."""
    inside = {p for control in outermost_controls(block) for p in control.iter(w("p"))}
    return [p for p in block.iter(w("p")) if p not in inside]


def unwrap(control: etree._Element) -> None:
    """Put what a control holds in its place."""
    content = control.find(w("sdtContent"))
    for child in list(content) if content is not None else ():
        control.addprevious(child)
    parent = control.getparent()
    if parent is not None:
        parent.remove(control)


MOST_AT_ONCE = 10_000
"""How large a piece of the tree is taken out whole: lxml 6 takes quadratic time for it."""


def remove(element: etree._Element) -> None:
    """Take an element out of the tree; from a large one all that it holds is taken first."""
    inner = list(element.iterdescendants())
    for each in (*reversed(inner if len(inner) > MOST_AT_ONCE else []), element):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


SHORT = 40


def short(text: str) -> str:
    """Return a text as it is named in a message: its beginning, if it is long."""
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"
