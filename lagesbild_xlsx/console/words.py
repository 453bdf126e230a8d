"""What the rooms share: words for severities, and lines that a screen holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from lagesbild_xlsx.diagnostics import Severity

WORDS = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "notis"}


PLURALS = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "notiser"}


SCREEN = 80
"""How many letters a line on the narrowest screen holds."""


Paint = Callable[[str, Severity], str]
"""Gives a text the colour of a severity."""


def unpainted(text: str, severity: Severity) -> str:  # noqa: ARG001 - the shape of Paint
    """Return the text as it is."""
    return text


def wrap_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, none longer than a screen is wide."""
    for line in text.split("\n"):
        yield from wrap(line, SCREEN) or ("",)
