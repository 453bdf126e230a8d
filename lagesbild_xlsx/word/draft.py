"""The mark of a draft: a line at the top of every page, whatever the template looks like."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.word.xml import W, local, w

MARK = "UTKAST – får inte spridas"
RUN = f'<w:r xmlns:w="{W}"><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>{MARK}</w:t></w:r>'


def mark_as_draft(roots: Mapping[str, etree._Element], main_part: str) -> None:
    """Put the mark first in every page header; first in the text where there is no header."""
    headers = [root for root in roots.values() if local(root) == "hdr"]
    body = roots[main_part].find(w("body"))
    for holder in headers or ([] if body is None else [body]):
        holder.insert(0, _marked_paragraph(holder))


def _marked_paragraph(holder: etree._Element) -> etree._Element:
    """Return a paragraph with the mark, in the style of the first paragraph of its page header."""
    paragraph = etree.Element(w("p"))
    first = next(holder.iter(w("p")), None)
    properties = first.find(w("pPr")) if first is not None and local(holder) == "hdr" else None
    if properties is not None:
        paragraph.append(deepcopy(properties))
    paragraph.append(etree.fromstring(RUN))
    return paragraph
