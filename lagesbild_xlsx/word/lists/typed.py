"""A text's lists: lines one below the other that begin with the same sign, or count from 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat
from typing import NamedTuple
from urllib.parse import quote, unquote

from lagesbild_xlsx.places import Run, runs_of

SIGNS = "-–—•*·▪●◦"
ITEM = (
    rf"(?P<indent>[ \t]*)(?:(?P<sign>[{re.escape(SIGNS)}])(?:[ \t\xa0]+|(?<!\*)(?=[^\W\d_]))"
    r"|(?P<number>\d{1,2})(?P<stop>[.)])[ \t\xa0]+)(?=\S)"
)
"""What an item begins with. An asterisk right before a word is no sign of a list, but of a note.

``re`` compiles it for the first text that has lines: most have none.
"""

TAB_WIDTH = 4
NUMBER = "#"
"""What stands for the number in the beginning of a numbered line."""

LAST_LEVEL = 1


class TypedLine(NamedTuple):
    """A line of a list, or the lines that stand together outside lists.

    Attributes:
        runs: what it says, without the sign.
        prefix: what it began with; the number of a numbered line as ``#``, and nothing outside
            lists.
        level: how deep it stands, from 0.
        list: which of the text's lists it belongs to, from 1; 0 outside lists.
    """

    runs: tuple[Run, ...]
    prefix: str = ""
    level: int = 0
    list: int = 0

    @property
    def is_numbered(self) -> bool:
        """Whether it had a number."""
        return NUMBER in self.prefix


def lines_with_lists(text: str) -> tuple[TypedLine, ...]:
    """Return a text line by line, where it has a list; nothing where it has none."""
    if "\n" not in text:
        return ()
    found = [re.match(ITEM, line) for line in text.split("\n")]
    ends = dict(_lists(found))
    return tuple(_lines(_split(text), found, ends)) if ends else ()


def _lists(found: Sequence[re.Match[str] | None]) -> Iterator[tuple[int, int]]:
    """Yield where each list begins, and where it has ended."""
    at = 0
    while at < len(found):
        end = _end_of(found, at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _end_of(found: Sequence[re.Match[str] | None], first: int) -> int:
    """Return where the list ends that begins at a line; the line itself where none does.

    A line that stands further in belongs to the list within its item.
    """
    head = found[first]
    if head is None or head["number"] not in (None, "1"):
        return first
    counted, inside = 1, 0
    before: re.Match[str] | None = None
    at = first + 1
    for at, item in enumerate(found[first + 1 :], first + 1):  # noqa: B007 - where it has ended
        if item is None or _indent(item) < _indent(head):
            break
        is_inside = _indent(item) > _indent(head)
        inside = inside + 1 if is_inside else 0
        like, number = (before, inside) if is_inside else (head, counted + 1)
        if (like and _kind(item) != _kind(like)) or item["number"] not in (None, str(number)):
            break
        before = item if is_inside else None
        counted += not is_inside
    else:
        at = len(found)
    return at if counted > 1 else first


def _indent(item: re.Match[str]) -> int:
    return len(item["indent"].expandtabs(TAB_WIDTH))


def _kind(item: re.Match[str]) -> str:
    return item["sign"] or item["stop"]


def _lines(
    lines: Sequence[tuple[Run, ...]],
    found: Sequence[re.Match[str] | None],
    ends: dict[int, int],
) -> Iterator[TypedLine]:
    """Yield the lines of the lists, and what stands between the lists as one line each."""
    at = 0
    while at < len(lines):
        if at not in ends:
            end = next((start for start in sorted(ends) if start > at), len(lines))
            yield TypedLine(_joined(lines[at:end]))
        else:
            end = ends[at]
            outer = min(_indent(item) for item in found[at:end] if item)
            which = sorted(ends).index(at) + 1
            for number in range(at, end):
                if item := found[number]:
                    level = min(int(_indent(item) > outer), LAST_LEVEL)
                    prefix = item[0] if item["sign"] else _counted_prefix(item)
                    yield TypedLine(_without(lines[number], item.end()), prefix, level, which)
        at = end


def _counted_prefix(item: re.Match[str]) -> str:
    return f"{item['indent']}{NUMBER}{item[0][item.end('number') :]}"


def _split(text: str) -> list[tuple[Run, ...]]:
    """Return the runs of each line of a text."""
    lines: list[list[Run]] = [[]]
    for run in runs_of(text):
        first, *others = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += ([run._replace(text=other)] for other in others)
    return [tuple(run for run in line if run.text) for line in lines]


def _joined(lines: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
    runs = [run for line in lines for run in (Run("\n"), *line)]
    return tuple(runs[1:])


def _without(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    """Return runs without their first letters."""
    left = []
    for run in runs:
        left.append(run._replace(text=run.text[length:]))
        length = max(length - len(run.text), 0)
    return tuple(run for run in left if run.text)


# ------------------------------------------------------------------ what the record keeps


def stored(lines: Iterable[TypedLine]) -> str:
    """Return what the items of a text began with, list by list, as the record keeps it."""
    items = (line for line in lines if line.prefix)
    lists = ([line.prefix for line in each] for _, each in groupby(items, lambda line: line.list))
    return ";".join(map(_counted, lists))


def _counted(prefixes: Iterable[str]) -> str:
    return ",".join(f"{len([*alike])}*{quote(prefix, '')}" for prefix, alike in groupby(prefixes))


def restored(typed: str) -> Iterator[str]:
    """Yield what each item began with, its number in it, as it was stored."""
    for each in typed.split(";"):
        outer: int | None = None
        counted, inside = 0, 0
        for prefix in _prefixes(each):
            outer = _depth(prefix) if outer is None else outer
            if _depth(prefix) > outer:
                inside += 1
            else:
                counted, inside = counted + 1, 0
            yield prefix.replace(NUMBER, str(inside or counted))


def _prefixes(stored: str) -> Iterator[str]:
    for piece in filter(None, stored.split(",")):
        count, _, prefix = piece.partition("*")
        yield from repeat(unquote(prefix), int(count[:4]) if count.isdecimal() else 0)


def _depth(prefix: str) -> int:
    widened = prefix.expandtabs(TAB_WIDTH)
    return len(widened) - len(widened.lstrip())


def line_start(line: TypedLine, *, is_first: bool) -> str:
    """Return what stands where a line of a value begins; text that a value begins with has none."""
    if is_first and not line.prefix:
        return ""
    said = {"list": line.list, "level": line.level, "numbered": int(line.is_numbered)}
    named = "".join(f' w:{name}="{value}"' for name, value in said.items())
    return f"<w:r>{'' if is_first else '<w:cr/>'}<w:lbLine{named}/></w:r>"
