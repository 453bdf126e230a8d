"""The lines of a document that are not of the report: letterheads, page numbers, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.blocks import Block, ReadParagraph
from lagesbild_xlsx.word.reading.facts import municipality_in, name_in_titles, without_facts
from lagesbild_xlsx.word.reading.headings import says_more

LONGEST_LETTERHEAD = 60
CONTENTS = frozenset(("innehåll", "innehållsförteckning"))
BEFORE_NAME, PAGE_AFTER = re.compile(r"^[\d.]+\s+"), re.compile(r"\s+\d+$")
PAGE_NUMBER = re.compile(r"(?:sida|sid)\.? \d+(?: ?(?:av|\(|/) ?\d+\)?)?|\d+ ?\(\d+\)")
FEW = 5
"""How many lines of a document at the most are its title."""


def letterheads(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the lines of a letterhead that stand in the text: in capitals, or a page number."""
    texts = [str(block.text) for block in blocks if isinstance(block, ReadParagraph)]
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


def named_municipality(texts: Sequence[str], around: Sequence[str]) -> str:
    """Return the municipality that a line of a document names; else its title or its headers."""
    alone = next(filter(None, map(municipality_in, (*texts, *around))), "")
    return alone or name_in_titles((*texts[:FEW], *around))


def of_their_own(lines: Iterable[str], municipality: str) -> list[str]:
    """Return the lines of headers and footers that say more than pages, titles and facts."""
    return [
        line
        for line in dict.fromkeys(map(str, lines))
        if says_more(without_facts(PAGE_NUMBER.sub("", normalised(line))), municipality)
        and any(map(str.isalpha, line))
    ]
