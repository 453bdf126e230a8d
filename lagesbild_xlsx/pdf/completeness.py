"""Whether all that stands in a document's tables stands in its PDF.

A row that was not painted is in the structure tree of the PDF, without content. That is compared
first: it takes milliseconds, and of real documents one in a hundred has such a row that was painted
all the same. Only there, and where the tree has other rows than the document, the text is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from lagesbild_xlsx.pdf.structure import painted_rows
from lagesbild_xlsx.pdf.text import GROUP, has_gap, letters_of, page_letters
from lagesbild_xlsx.word.pagination import BodyText

RowTexts = tuple[str, ...]


def missing_from(pdf: bytes, wanted: BodyText) -> str:
    """Return what a PDF lacks of its document's text, in words; nothing where it lacks nothing."""
    rows = [tuple(filter(None, map(letters_of, row))) for row in wanted.rows]
    painted = painted_rows(pdf)
    if painted is None or len(painted) != len(rows):
        text = "".join(map(letters_of, wanted.paragraphs))
        return "en del av texten" if has_gap(text, page_letters(pdf)) else ""
    unpainted = [row for row, is_there in zip(rows, painted, strict=True) if row and not is_there]
    lost = _lost(unpainted, wanted, pdf) if unpainted else 0
    return _counted(lost) if lost else ""


def _lost(unpainted: Sequence[RowTexts], wanted: BodyText, pdf: bytes) -> int:
    """Return how many of some rows are not in the text of the PDF, as often as in the document.

    What a row of a few letters says can stand anywhere: of that the tree alone is believed.
    """
    expected, shown = "".join(map(letters_of, wanted.paragraphs)), "".join(page_letters(pdf))
    return sum(
        len("".join(row)) < GROUP or any(shown.count(text) < expected.count(text) for text in row)
        for row in unpainted
    )


def _counted(rows: int) -> str:
    return "en tabellrad" if rows == 1 else f"{rows} tabellrader"
