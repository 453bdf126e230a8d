"""The lines of a document that are not of the report: letterheads, page numbers, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.blocks import Block, Paragraph

LONGEST_LETTERHEAD = 60
CONTENTS = frozenset(("innehåll", "innehållsförteckning"))
BEFORE_NAME, PAGE_AFTER = re.compile(r"^[\d.]+\s+"), re.compile(r"\s+\d+$")
PAGE_NUMBER = re.compile(r"(?:sida|sid)\.? \d+(?: ?(?:av|\(|/) ?\d+\)?)?|\d+ ?\(\d+\)")


def letterheads(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the lines of a letterhead that stand in the text: in capitals, or a page number."""
    texts = [str(block.text) for block in blocks if isinstance(block, Paragraph)]
    counts = Counter(texts)
    return frozenset(
        text
        for text in counts
        if PAGE_NUMBER.fullmatch(normalised(text))
        or (text.isupper() and len(text) <= LONGEST_LETTERHEAD and "KOMMUN" in text.split())
    )


def without_page(line: str) -> str:
    """Return a line of a table of contents as its heading is compared: no number, no page."""
    return normalised(PAGE_AFTER.sub("", BEFORE_NAME.sub("", line)))


def says_words(line: str) -> bool:
    """Return whether a line says more than a page number."""
    return any(map(str.isalpha, line)) and not PAGE_NUMBER.fullmatch(normalised(line))
