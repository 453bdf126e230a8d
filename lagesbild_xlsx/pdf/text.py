"""The text of a PDF, as it is compared with its document's: letters and figures only.

White space, hyphens, bullets and marks of punctuation are where a program that draws pages is free.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

GROUP = 5
"""How many letters are looked for at once. A text that goes on on another page lacks one or two
such groups."""

LONGEST_GAP = 9
"""How many groups in a row may be missing before a text is."""


def letters_of(text: str) -> str:
    """Return a text's letters and figures, in one form for each."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def page_letters(pdf: bytes) -> list[str]:
    """Return the letters and figures of each page of a PDF."""
    import pypdfium2  # noqa: PLC0415 - needed only where something seems to be missing

    with pypdfium2.PdfDocument(pdf) as opened:
        return [letters_of(page.get_textpage().get_text_range()) for page in opened]


def has_gap(wanted: str, pages: list[str]) -> bool:
    """Return whether a long stretch of the letters that are wanted stands on none of the pages."""
    shown = {page[at : at + GROUP] for page in pages for at in range(len(page) - GROUP + 1)}
    starts = range(0, len(wanted) - GROUP + 1, GROUP)
    stretches = groupby(wanted[at : at + GROUP] in shown for at in starts)
    return any(not is_shown and len(list(gap)) > LONGEST_GAP for is_shown, gap in stretches)
