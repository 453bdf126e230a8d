"""What a document says that its statuses mean, and the letters that it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.reading.balance import status_in
from lagesbild_xlsx.word.reading.blocks import TableCell
from lagesbild_xlsx.word.reading.facts import LONGEST_LINE

LETTER = re.compile(r"(?<!\w)(?P<letter>[A-ZÅÄÖ]{1,3})\s*[=:–-]\s*(?P<word>[A-Za-zÅÄÖåäö]+)")
TOKEN = re.compile(r"(?P<sign>[🔴🟡🟢🟥🟨🟩])\s*[=:–-]?|(?<!\w)(?P<word>\w+)\s*[=:–]")
"""How a status stands before what it means."""

AROUND = " \t,.;●•■◼▪◆"
"""What stands between two meanings: also the dot that shows the next status."""


class LegendLine(NamedTuple):
    """A status, and what it means."""

    status: str
    text: str


def letters_in(texts: Iterable[str]) -> dict[str, str]:
    """Return the statuses that letters stand for, as some texts say, by the folded letters.

    One letter that is said to be two statuses stands for neither.
    """
    said: dict[str, set[str]] = {}
    for text in texts:
        if len(text) <= LONGEST_LINE:
            for found in LETTER.finditer(str(text)):
                if status := status_in(TableCell(found["word"])):
                    said.setdefault(normalised(found["letter"]), set()).add(status)
    return {letter: next(iter(found)) for letter, found in said.items() if len(found) == 1}


def meanings_in(text: str, letters: Mapping[str, str]) -> list[LegendLine]:
    """Return what a line says of two statuses or more; nothing where it says less."""
    if len(text) > LONGEST_LINE:
        return []
    found = list(_meanings(str(text), letters))
    is_legend = len({each.status for each in found}) > 1 and all(each.text for each in found)
    return found if is_legend else []


def _meanings(text: str, letters: Mapping[str, str]) -> Iterator[LegendLine]:
    tokens = [
        (found, status)
        for found in TOKEN.finditer(text)
        if (status := _status_of(found["sign"] or found["word"], letters))
    ]
    ends = [found.start() for found, _ in tokens[1:]] + [len(text)]
    for (found, status), end in zip(tokens, ends, strict=False):
        meaning = text[found.end() : end].strip(AROUND)
        first, _, rest = meaning.partition(",")
        yield LegendLine(status, rest.strip() if status_in(TableCell(first)) == status else meaning)


def _status_of(token: str, letters: Mapping[str, str]) -> str:
    return letters.get(normalised(token), "") or status_in(TableCell(token))
