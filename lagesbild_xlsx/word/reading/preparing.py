"""A story of a document as Word shows it: what is there twice, or only in wait for a text, is out.

What Word stores twice for older programs is ``mc:AlternateContent`` (ECMA-376 part 3, 9.3).
"""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc.alternatives import ALTERNATIVES
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.xml import W, w

REMOVED = frozenset(("del", "moveFrom"))
"""What a tracked change has taken out."""

CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")))


def has_changes(root: etree._Element) -> bool:
    """Return whether a story has tracked changes of what it says."""
    return next(root.iter(*CHANGES), None) is not None


def prepare(root: etree._Element) -> None:
    """Leave in a story only what Word shows when its tracked changes are accepted."""
    for element in list(root.iter(ALTERNATIVES)):
        _choose(element)
    for control in root.iter(w("sdt")):
        if control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            for run in list(control.iter(w("r"))):
                remove(run)
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            remove(row)
    for mark in reversed(list(root.iter(*map(w, REMOVED)))):
        paragraph = next(mark.iterancestors(w("p")), None)
        if paragraph is not None:
            _join_with_next(paragraph)


def _choose(alternatives: etree._Element) -> None:
    """Put the first alternative in the place of all, or the last if the first has no words."""
    offered = [child for child in alternatives if local(child) in ("Choice", "Fallback")]
    chosen = next((each for each in offered if _has_words(each)), None)
    for child in () if chosen is None else list(chosen):
        alternatives.addprevious(child)
    remove(alternatives)


def _has_words(alternative: etree._Element) -> bool:
    return next(alternative.iter(f"{{{W}}}*"), None) is not None or local(alternative) == "Fallback"


def _join_with_next(paragraph: etree._Element) -> None:
    """Move what a paragraph says into the next one, where its mark has been taken out."""
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if properties is None or not any(local(each) in REMOVED for each in properties):
        return
    following = paragraph.getnext()
    if following is None or local(following) != "p":
        return
    at = int(following.find(w("pPr")) is not None)
    for child in reversed([child for child in paragraph if local(child) != "pPr"]):
        following.insert(at, child)
    remove(paragraph)
