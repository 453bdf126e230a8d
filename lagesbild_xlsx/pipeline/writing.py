"""A document written, and its PDF beside it, with the numbers of the drawn pages in both."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.files import write_together

MOST_DRAWINGS = 4
"""How often a document is drawn until its page numbers stay: the second time, as a rule."""


def write_document(
    target: Path,
    document: bytes,
    findings: tuple[Finding, ...],
    *,
    pdf: bool,
    beside: Mapping[Path, bytes] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Write a document, and if asked for its PDF beside it: all or none.

    Args:
        target: the path of the document.
        document: its bytes.
        findings: what has been found about it.
        pdf: whether its PDF is asked for.
        beside: what else is written together with it.

    Returns:
        The findings about the document that still hold when its pages have been drawn.

    Raises:
        StopError: one of them cannot be written, or the PDF cannot be made.
    """
    if not pdf:
        write_together({target: document, **beside})
        return findings
    made = drawn(document)
    write_together({target: made.document, target.with_suffix(".pdf"): made.pdf, **beside})
    solved = () if made.lacks_pages else (rules.PAGES_NOT_NUMBERED,)
    return tuple(finding for finding in findings if finding.rule not in solved)


class DrawnDocument(NamedTuple):
    """A document and its PDF.

    Attributes:
        document: the document, with page numbers.
        pdf: the PDF.
        lacks_pages: whether page numbers are missing.
    """

    document: bytes
    pdf: bytes
    lacks_pages: bool


def drawn(document: bytes) -> DrawnDocument:
    """Return a document with the numbers of its pages, and those pages.

    Raises:
        StopError: no program that draws pages is installed, or it failed.
    """
    from lagesbild_xlsx.pdf import destinations_in, pdf_bytes  # noqa: PLC0415 - pikepdf
    from lagesbild_xlsx.word.fields.pages import Pages  # noqa: PLC0415 - for a PDF only
    from lagesbild_xlsx.word.paging import with_page_numbers  # noqa: PLC0415 - for a PDF only

    for _ in range(MOST_DRAWINGS):
        pdf = pdf_bytes(document)
        found = destinations_in(pdf)
        as_drawn = Pages(found.of, found.total, as_word=False)
        paged = with_page_numbers(document, as_drawn)
        if not paged.numbered.has_moved:
            numbered = with_page_numbers(document, as_drawn._replace(as_word=True))
            return DrawnDocument(numbered.document, pdf, numbered.numbered.lacks_pages)
        document = paged.document
    unknown = Pages(lambda _: None, found.total)
    document = with_page_numbers(document, unknown).document
    return DrawnDocument(document, pdf_bytes(document), lacks_pages=True)
