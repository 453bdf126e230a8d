"""Lines that tell of a locality: its name, a mark, and what has been seen there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lagesbild_xlsx.places import FormattedText, runs_of, trimmed
from lagesbild_xlsx.word.reading.blocks import Block, ReadParagraph
from lagesbild_xlsx.word.reading.texts import without_bullet, without_start

MARKS = (":", "–", "-", ".")
"""What stands between a locality's name and its note."""

LONGEST_NAME, MOST_WORDS = 40, 4
NAMED = re.compile(r"\s*(?P<name>[A-ZÅÄÖ][^:.\n\t]{1,40}?)(?:\s*:|\s+[–-])\s+(?=\S)")
NAME_AFTER_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s+")


def named_note(text: str) -> tuple[str, str] | None:
    """Return a locality and its note from a line that begins with the name in bold, and a mark."""
    first, *rest = runs_of(text)
    name, note = first.text.strip(), trimmed(FormattedText(rest))
    is_apart = name.endswith(MARKS) or note.startswith(MARKS)
    name = name.rstrip(":–-. ")
    if not (first.bold and is_apart and 0 < len(name) <= LONGEST_NAME):
        return None
    return name, without_start(note, len(note) - len(note.lstrip(":–-. ")))


def typed_note(text: str) -> tuple[str, str] | None:
    """Return a locality and its note from a plain line: a few words, a mark, and a text."""
    found = NAMED.match(text)
    if found is None or len(found["name"].split()) > MOST_WORDS:
        return None
    return found["name"].strip(), trimmed(without_start(text, found.end()))


def are_typed_notes(blocks: Iterable[Block]) -> bool:
    """Return whether most of the lines up to the next heading or table are such plain lines."""
    lines = []
    for block in blocks:
        if isinstance(block, ReadParagraph):
            if block.is_heading and not block.is_list:
                break
            lines.append(typed_note(without_bullet(block.text)) is not None)
        elif lines:
            break
    return sum(lines) > 1 and 2 * sum(lines) > len(lines)


def without_number(heading: str) -> str:
    """Return a heading without the number that was typed before it."""
    found = NAME_AFTER_NUMBER.match(heading)
    return without_start(heading, found.end()) if found else heading
