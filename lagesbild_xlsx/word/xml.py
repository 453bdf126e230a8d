"""WordprocessingML in small pieces: names, element order, and text as XML.

Element order is that of the schema (ECMA-376 part 1, A.1); Word refuses a file that breaks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from lxml import etree

from lagesbild_xlsx.opc.xml import OFFICE_RELATIONSHIPS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "r": OFFICE_RELATIONSHIPS}

RUN_PROPERTIES = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
PARAGRAPH_PROPERTIES = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
]
CELL_PROPERTIES = [
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
]

_ESCAPES: dict[int, str | None] = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("\n"): '</w:t><w:br/><w:t xml:space="preserve">',
    ord("\t"): '</w:t><w:tab/><w:t xml:space="preserve">',
}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (production 2, Char)."""


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml writes it."""
    return f"{{{W}}}{name}"


def val(element: etree._Element | None) -> str:
    """Return an element's ``w:val``; nothing where there is no element."""
    return "" if element is None else element.get(w("val"), "")


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Return whether a property that is on or off is on (ECMA-376 part 1, 17.17.4)."""
    element = None if properties is None else properties.find(w(name))
    return element is not None and val(element) not in ("0", "false", "off")


def text_of(element: etree._Element) -> str:
    """Return the text that an element holds, deleted text left out."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def following(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands after an element, in the order of the document."""
    around: etree._Element | None = element
    while around is not None:
        for sibling in around.itersiblings():
            yield from sibling.iter()
        around = around.getparent()


def style_of(paragraph: etree._Element) -> str:
    """Return the id of a paragraph's style; nothing for the default one."""
    return val(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))


def without_unwritable(text: str) -> str:
    """Return a text without the letters that XML cannot hold."""
    return text if text.isprintable() else _NOT_IN_XML.sub("", text)


def plain_text(element: etree._Element) -> str:
    """Return the text that an element shows, its paragraphs and line breaks as line feeds."""
    lines: dict[etree._Element, list[str]] = {p: [] for p in element.iter(w("p"))}
    if not lines:
        return "".join(map(run_text, element.iter(w("r"))))
    for run in element.iter(w("r")):
        paragraph = next(run.iterancestors(w("p")), element)
        if paragraph in lines:
            lines[paragraph].append(run_text(run))
    return "\n".join(map("".join, lines.values()))


def typed_text(element: etree._Element) -> str:
    """Return what :func:`plain_text` does, without the results of fields.

    Programs write those anew.
    """
    if not results_of_fields(element):
        return plain_text(element)
    copy = deepcopy(element)
    for each in results_of_fields(copy):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    return plain_text(copy)


def results_of_fields(element: etree._Element) -> set[etree._Element]:
    """Return the runs in an element that stand in a field (ECMA-376 part 1, 17.16.18)."""
    found = {run for simple in element.iter(w("fldSimple")) for run in simple.iter(w("r"))}
    if next(element.iter(w("fldChar")), None) is None:
        return found
    depth = 0
    for run in element.iter(w("r")):
        for mark in run.iterchildren(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)
        if depth > 0:
            found.add(run)
    return found


def run_text(run: etree._Element) -> str:
    """Return the text of a run, its line breaks, tabs and symbols as letters."""
    said = ""
    for child in run:
        tag = child.tag
        if tag == TEXT:
            said += child.text or ""
        elif tag in LINE_BREAKS or tag == TAB:
            said += "\t" if tag == TAB else "\n"
        elif tag == SYMBOL:
            said += _symbol(child)
    return said


TEXT, TAB, SYMBOL = w("t"), w("tab"), w("sym")
LINE_BREAKS = frozenset((w("br"), w("cr")))


def _symbol(element: etree._Element) -> str:
    """Return the letter of a symbol font that a ``w:sym`` shows (17.3.3.30)."""
    number = element.get(w("char"), "")
    return chr(int(number, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", number) else ""


def text_element(text: str) -> str:
    """Return a text as ``w:t``, its line breaks and tabs as Word has them."""
    if not text.isprintable() or "&" in text or "<" in text or ">" in text:
        text = without_unwritable(text).translate(_ESCAPES)
    return f'<w:t xml:space="preserve">{text}</w:t>'


def inner_string(element: etree._Element) -> str:
    """Return an element as a string for use inside a part that declares our prefixes."""
    alone = deepcopy(element)
    etree.cleanup_namespaces(alone)
    text = etree.tostring(alone, encoding="unicode", with_tail=False)
    for prefix, namespace in NS.items():
        text = text.replace(f' xmlns:{prefix}="{namespace}"', "")
    return text


def child_of(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    """Return a parent's child of a name, made where it is missing."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name), nsmap={"w": W})
        parent.insert(0 if first else len(parent), found)
    return found
