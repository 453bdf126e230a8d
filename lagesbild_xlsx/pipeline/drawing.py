"""A document drawn as a PDF, with the numbers of the drawn pages in both."""

from __future__ import annotations

from typing import NamedTuple

from lagesbild_xlsx import word

MOST_DRAWINGS = 4
"""How often a document is drawn until its page numbers stay: the second time, as a rule."""


class Drawn(NamedTuple):
    """A document and its PDF.

    Attributes:
        document: the document, with page numbers.
        pdf: the PDF.
        lacks_pages: whether page numbers are missing.
    """

    document: bytes
    pdf: bytes
    lacks_pages: bool


def drawn(document: bytes) -> Drawn:
    """Return a document with the numbers of its pages, and those pages.

    Raises:
        StopError: no program that draws pages is installed, or it failed.
    """
    from lagesbild_xlsx.pdf import destinations_in, pdf_bytes  # noqa: PLC0415 - pikepdf

    for _ in range(MOST_DRAWINGS):
        pdf = pdf_bytes(word.drawable(document))
        found = destinations_in(pdf)
        as_drawn = word.Pages(found.of, found.total, as_word=False)
        paged = word.with_page_numbers(document, as_drawn)
        if not paged.numbered.has_moved:
            numbered = word.with_page_numbers(document, as_drawn._replace(as_word=True))
            return Drawn(numbered.document, pdf, numbered.numbered.lacks_pages)
        document = paged.document
    unknown = word.Pages(lambda _: None, found.total)
    document = word.with_page_numbers(document, unknown).document
    return Drawn(document, pdf_bytes(word.drawable(document)), lacks_pages=True)
