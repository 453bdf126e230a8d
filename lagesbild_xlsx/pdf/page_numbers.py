"""The pages of a document drawn until the page numbers in it are those of the pages."""

from __future__ import annotations

from typing import NamedTuple

from lagesbild_xlsx import pdf
from lagesbild_xlsx.pdf.destinations import destinations_in
from lagesbild_xlsx.word.fields.pages import Pages
from lagesbild_xlsx.word.pagination import with_page_numbers

MOST_DRAWINGS = 4
"""How often a document is drawn until its page numbers stay: the second time, as a rule."""


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
    for _ in range(MOST_DRAWINGS):
        pages = pdf.pdf_bytes(document)
        found = destinations_in(pages)
        as_drawn = Pages(found.of, found.total, as_word=False)
        paged = with_page_numbers(document, as_drawn)
        if not paged.numbered.has_moved:
            numbered = with_page_numbers(document, as_drawn._replace(as_word=True))
            return DrawnDocument(numbered.document, pages, numbered.numbered.lacks_pages)
        document = paged.document
    unknown = Pages(lambda _: None, found.total)
    document = with_page_numbers(document, unknown).document
    return DrawnDocument(document, pdf.pdf_bytes(document), lacks_pages=True)
