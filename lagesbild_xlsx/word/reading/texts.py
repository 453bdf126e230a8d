"""Pieces of texts, their formats kept."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence

from lagesbild_xlsx.places import FormattedText, Run, formatted, runs_of, trimmed

SHORTEST_CAPITALS = 4
"""How many capitals a line has at the least that is a heading by them."""

BULLET = re.compile(r"^\s*(?:[-–•·▪●*»›\uf0b7]\s+|[-–•·▪●](?=[^\W\d_]))")


def split(text: str, mark: str) -> tuple[str, str, str]:
    """Return what stands before a mark, the mark, and what follows."""
    head, found, _ = str(text).partition(mark)
    return head.strip(), found, trimmed(without_start(text, len(head) + len(found)))


def without_bullet(text: str) -> str:
    """Return a text without a bullet that was typed before it."""
    found = BULLET.match(text)
    return without_start(text, found.end()) if found else text


def with_label(text: str, label: str) -> str:
    """Return a text after what stands before it in a list; the text alone where that is blank."""
    return FormattedText((Run(f"{label} "), *runs_of(text))) if text and label else text


def without_start(text: str, length: int) -> str:
    """Return a text without its first letters."""
    runs = []
    for run in runs_of(text):
        runs.append(run._replace(text=run.text[length:]))
        length = max(length - len(run.text), 0)
    return FormattedText(runs)


def joined(texts: Iterable[str], between: str = "\n") -> str:
    """Return the texts that say something as one: on lines of their own if nothing else is asked.

    Args:
        texts: what is joined.
        between: what is put between two of them.
    """
    said = [text for text in texts if text]
    if len(said) == 1:
        return said[0]
    runs = [run for text in said for run in (*runs_of(between), *runs_of(text))]
    return FormattedText(runs[1:])


def in_pieces(text: str, length: int) -> list[str]:
    """Return a text in pieces of a length at the most, cut at a space where there is one."""
    plain, ends = str(text), [0]
    while len(plain) - ends[-1] > length:
        first, last = ends[-1] + length // 2, ends[-1] + length
        ends.append(plain.rfind(" ", first, last) + 1 or last)
    return _cut(runs_of(text), [*ends[1:], len(plain)])


def _cut(runs: Iterable[Run], ends: Iterable[int]) -> list[str]:
    """Return what runs say up to each of some places, going through them once."""
    waiting, at = deque(runs), 0
    pieces: list[str] = []
    for end in ends:
        piece: list[Run] = []
        while waiting and at < end:
            run, room = waiting.popleft(), end - at
            piece.append(run._replace(text=run.text[:room]))
            at += len(piece[-1].text)
            if len(run.text) > room:
                waiting.appendleft(run._replace(text=run.text[room:]))
        pieces.append(FormattedText(piece))
    return pieces


def in_lines(lines: Sequence[Sequence[Run]]) -> str:
    """Return the texts of some lines as one."""
    runs = [run for line in lines for run in (Run("\n"), *line)]
    return trimmed(formatted(runs[1:]))


def plain_if_uniform(text: str) -> str:
    """Return a text without bold or italic where all of it is: then it is lay-out."""
    if not isinstance(text, FormattedText):
        return text
    bold, italic = is_all(text, "bold"), is_all(text, "italic")
    runs = [run._replace(bold=run.bold and not bold, italic=run.italic and not italic)
            for run in text.runs]  # fmt: skip
    return formatted(runs)


def is_all(text: str, form: str) -> bool:
    """Return whether every letter of a text has a format."""
    runs = text.runs if isinstance(text, FormattedText) else ()
    return bool(runs) and all(getattr(run, form) for run in runs if run.text.strip())


def is_capitals(text: str) -> bool:
    """Return whether a text is in capitals, and long enough to be a heading by them."""
    letters = "".join(filter(str.isalpha, text))
    return len(letters) >= SHORTEST_CAPITALS and letters.isupper()
