r"""What a reference to a bookmark says: its text, or the number of its paragraph (17.16.5.51).

A paragraph's number is given as it stands (``\n``), with the levels above it (``\w``), or with
those that the reference is not in itself (``\r``). Periods at its end are left out.
"""

from __future__ import annotations

from lagesbild_xlsx.word.fields.bookmarks import Bookmark
from lagesbild_xlsx.word.fields.document_values import formatted
from lagesbild_xlsx.word.fields.found import FieldCode
from lagesbild_xlsx.word.fields.labels import GAP, UNKNOWN, Label

LONGEST = 5_000
"""How many letters a text may have that is written at every reference to it."""

NO_NUMBER = "0"
"""What Word says of a paragraph without a number."""


def text_of(code: FieldCode, bookmark: Bookmark) -> str | None:
    """Return what a reference to a bookmark's text says; None where that is not known."""
    text = bookmark.text
    if text is None or len(text) > LONGEST or code.switches.keys() & {"d", "f", "p"}:
        return None
    return formatted(text, code.formats)


def numbered(code: FieldCode, label: Label | None, here: Label | None) -> str | None:
    """Return what a reference to a paragraph's number says; None where that is not known.

    Args:
        code: the reference's code.
        label: the number of the paragraph that it is to.
        here: that of the paragraph that it stands in, or of the last one before it.
    """
    if label is None:
        return NO_NUMBER
    label = label.without_words if "t" in code.switches else label
    text = _number(code, label, here)
    return None if UNKNOWN in text or "p" in code.switches else text


def _number(code: FieldCode, label: Label, here: Label | None) -> str:
    if "w" in code.switches:
        return _joined(label, 0)
    return _seen_from(label, here) if "r" in code.switches else label.text.rstrip(".")


def _seen_from(label: Label, here: Label | None) -> str:
    if here is None or here.list_id != label.list_id:
        return _joined(label, 0)
    same = 0
    for mine, other in zip(label.counts, here.counts, strict=False):
        if mine != other:
            break
        same += 1
    return _joined(label, min(same, len(label.counts) - 1))


def _joined(label: Label, first: int) -> str:
    """Return a label after those of the levels above it, from a level on, that it does not show."""
    text, at = "", len(label.texts) - 1
    while at >= first:
        text = label.texts[at].rstrip(".") + text
        shown = [int(gap) - 1 for gap in GAP.findall(label.levels[at].text)]
        at = min([at, *shown]) - 1
    return text
