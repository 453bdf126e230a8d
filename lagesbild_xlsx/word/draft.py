"""The mark of a draft, at the top of every page, and the list of its faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.word.xml import W, local, text_element, w

MARK = "UTKAST – får inte spridas"
RUN = f'<w:r xmlns:w="{W}"><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>{MARK}</w:t></w:r>'


def mark_as_draft(
    roots: Mapping[str, etree._Element], main_part: str, faults: Sequence[str]
) -> None:
    """Put the mark first in every page header, and first in the text with a list of all faults.

    A fault in a row that the template leaves out, or a missing sheet, has no place of its own.
    """
    for header in (root for root in roots.values() if local(root) == "hdr"):
        header.insert(0, _marked_paragraph(header))
    body = roots[main_part].find(w("body"))
    if body is not None:
        number = len(faults) or "Inga"
        lines = (f"{MARK}. {number} fel att rätta{':' if faults else '.'}", *faults)
        for at, line in enumerate(lines):
            body.insert(at, _line(line))


def _line(text: str) -> etree._Element:
    run = f'<w:r><w:rPr><w:color w:val="C00000"/></w:rPr>{text_element(text)}</w:r>'
    return etree.fromstring(f'<w:p xmlns:w="{W}">{run}</w:p>')


def _marked_paragraph(holder: etree._Element) -> etree._Element:
    """Return a paragraph with the mark, in the style of the first paragraph of its page header."""
    paragraph = etree.Element(w("p"))
    first = next(holder.iter(w("p")), None)
    properties = first.find(w("pPr")) if first is not None and local(holder) == "hdr" else None
    if properties is not None:
        paragraph.append(deepcopy(properties))
    paragraph.append(etree.fromstring(RUN))
    return paragraph
