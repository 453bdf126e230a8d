"""The marks of what must not be spread, at the top of every page, and the faults of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import W, is_on, text_element, text_of, w

DRAFT_MARK = "UTKAST – får inte spridas"
INTERNAL_MARK = "Internt arbetsmaterial"
COLOUR = '<w:rPr><w:color w:val="C00000"/></w:rPr>'


def stamp_as_draft(
    roots: Mapping[str, etree._Element], main_part: str, faults: Sequence[str]
) -> None:
    """Put the mark first in every page header, and first in the text with a list of all faults.

    A fault in a row that the template leaves out, or a missing sheet, has no place of its own.
    """
    stamp_pages(roots, DRAFT_MARK)
    number = len(faults) or "Inga"
    first = f"{DRAFT_MARK}. {number} fel att rätta{':' if faults else '.'}"
    _put_first(roots[main_part], (first, *faults))


def stamp_as_internal(roots: Mapping[str, etree._Element], main_part: str) -> None:
    """Put the mark first in every page header, and in the text where its first page has none.

    Where it stands already, in a document that is updated, it stays.
    """
    without = {name: root for name, root in roots.items() if not _says(root, INTERNAL_MARK)}
    stamp_pages(without, INTERNAL_MARK)
    if main_part in without and not _has_header_on_first_page(roots[main_part]):
        _put_first(roots[main_part], (INTERNAL_MARK,))


def _says(root: etree._Element, mark: str) -> bool:
    """Return whether a mark stands first in a part."""
    first = next(root.iter(w("p")), None)
    return first is not None and text_of(first) == mark


def stamp_pages(roots: Mapping[str, etree._Element], mark: str) -> None:
    """Put a mark first in every page header."""
    for header in (root for root in roots.values() if local(root) == "hdr"):
        header.insert(0, _marked_paragraph(header, mark))


def _has_header_on_first_page(document: etree._Element) -> bool:
    """Return whether the first section has a header where its first page looks (17.10)."""
    section = next(document.iter(w("sectPr")), None)
    if section is None:
        return False
    wanted = "first" if is_on(section, "titlePg") else "default"
    return any(each.get(w("type")) == wanted for each in section.iter(w("headerReference")))


def _put_first(document: etree._Element, lines: Sequence[str]) -> None:
    body = document.find(w("body"))
    if body is not None:
        for at, line in enumerate(lines):
            body.insert(at, _line(line))


def _line(text: str) -> etree._Element:
    run = f"<w:r>{COLOUR}{text_element(text)}</w:r>"
    return etree.fromstring(f'<w:p xmlns:w="{W}">{run}</w:p>')


def _marked_paragraph(holder: etree._Element, mark: str) -> etree._Element:
    """Return a paragraph with the mark, in the style of the first paragraph of its page header."""
    paragraph = etree.Element(w("p"))
    first = next(holder.iter(w("p")), None)
    properties = first.find(w("pPr")) if first is not None and local(holder) == "hdr" else None
    if properties is not None:
        paragraph.append(deepcopy(properties))
    run = f'<w:r xmlns:w="{W}">{COLOUR}{text_element(mark)}</w:r>'
    paragraph.append(etree.fromstring(run))
    return paragraph
