"""Texts and tables, no line longer than a screen is wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from lagesbild_xlsx.model import Grid, shown
from lagesbild_xlsx.privacy import NotPersons, masked

SCREEN = 80
"""How many letters a line on the narrowest screen holds."""


def wrap_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, none longer than a screen is wide."""
    for line in text.split("\n"):
        yield from wrap(line, SCREEN) or ("",)


def masked_grid(grid: Grid, known: NotPersons) -> Grid:
    """Return a table with the personal data in its texts masked."""
    rows = (
        tuple(masked(value, known) if isinstance(value, str) else value for value in row)
        for row in grid.rows
    )
    return grid._replace(rows=tuple(rows))


def table_lines(grid: Grid) -> Iterator[str]:
    """Yield a table's name, its headings and its rows, no line longer than a screen is wide.

    Long texts go on under themselves; figures stand at the right of their columns.
    """
    yield grid.name
    texts = [[shown(value) for value in row] for row in (grid.headings, *grid.rows)]
    widths = _fitted(list(zip(*texts, strict=True)))
    is_figure = [isinstance(value, int) for value in (grid.rows or [grid.headings])[0]]
    for row in texts:
        cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            columns = zip(line, widths, is_figure, strict=True)
            padded = (t.rjust(width) if right else t.ljust(width) for t, width, right in columns)
            yield "  ".join(padded).rstrip()


def _fitted(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return widths of columns, headings first, that a screen has room for.

    Headings are the first to be put on several lines, then the widest texts, down to their words.
    """
    widths = [max(map(len, column)) for column in columns]
    if _is_too_wide(widths):
        widths = [max(map(len, (*h.split(), *texts))) for h, *texts in columns]
    least = [max(len(word) for text in column for word in text.split()) for column in columns]
    while _is_too_wide(widths):
        spare = [w if w > needed else 0 for w, needed in zip(widths, least, strict=True)]
        from_widths = spare if any(spare) else widths
        widths[from_widths.index(max(from_widths))] -= 1
    return widths


def _is_too_wide(widths: Sequence[int]) -> bool:
    return sum(widths) + 2 * (len(widths) - 1) > SCREEN
