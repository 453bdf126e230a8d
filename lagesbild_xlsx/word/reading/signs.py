"""The signs of lists, which Word shows by itself, as letters of the texts that they begin."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from lagesbild_xlsx.word.conversion import each_once
from lagesbild_xlsx.word.lists.joining import paragraphs_of
from lagesbild_xlsx.word.lists.typed import restored
from lagesbild_xlsx.word.reading.numbering import BULLET
from lagesbild_xlsx.word.record import Record
from lagesbild_xlsx.word.xml import w


def typed_sign(label: str) -> str:
    """Return what is typed where Word shows a bullet or a number before an item."""
    return "- " if label == BULLET else f"{label} "


def type_signs(
    roots: Collection[etree._Element], record: Record, labels: Mapping[etree._Element, str]
) -> None:
    """Put what the items of values' lists began with in the workbook before them again.

    Args:
        roots: the parts of a built document.
        record: what was built; where it does not know the signs, any will do.
        labels: what Word shows before each item of a list.
    """
    for mark, start in each_once(roots):
        entry = record.entries.get(mark.number)
        paragraphs = paragraphs_of(start) if entry and entry.checksum else []
        if entry is None or not (entry.typed or len(paragraphs) > 1):
            continue
        signs = restored(entry.typed)
        for paragraph in paragraphs:
            if label := labels.get(paragraph):
                run = etree.Element(w("r"))
                etree.SubElement(run, w("t")).text = next(signs, typed_sign(label))
                before = start if paragraph is paragraphs[0] else paragraph.find(w("pPr"))
                if before is not None:
                    before.addnext(run)
