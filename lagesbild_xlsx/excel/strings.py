"""Texts of a workbook, shared and inline, with their runs (bold, raised, symbols) and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FormattedText, Run, Shift, formatted, runs_of, shift_of
from lagesbild_xlsx.symbols import is_symbol_font, unicode_text


class CellFont(NamedTuple):
    """What the font of a cell says of its letters.

    Attributes:
        symbols: its name, where it shows pictures for letters.
        shift: whether they are raised or lowered, as a run has it.
        colour: their colour as RRGGBB; nothing where it is black.
    """

    symbols: str = ""
    shift: Shift | None = None
    colour: str = ""

    @classmethod
    def of(cls, properties: etree._Element, colour: str = "") -> CellFont:
        """Return what properties of a font say; those of a run name it otherwise."""
        named = properties.find("{*}name")
        named = properties.find("{*}rFont") if named is None else named
        name = "" if named is None else named.get("val", "")
        raised = properties.find("{*}vertAlign")
        shift = None if raised is None else shift_of(raised.get("val", ""))
        return cls(name if is_symbol_font(name) else "", shift, colour)

    def shown(self, text: str, length: int | None = None) -> str:
        """Return a text whose first letters, or all of them, are in this font."""
        if not (self.symbols or self.shift):
            return text
        left = len(text) if length is None else length
        runs: list[Run] = []
        for run in runs_of(text):
            own, rest = run.text[:left], run.text[left:]
            left -= len(own)
            seen = unicode_text(own, self.symbols)
            runs += [run._replace(text=seen, shift=run.shift or self.shift)] if own else []
            runs += [run._replace(text=rest)] if rest else []
        return formatted(runs)


def is_on(properties: etree._Element, name: str) -> bool:
    """Return whether a font property, such as ``b`` or ``strike``, is on."""
    element = properties.find(f"{{*}}{name}")
    return element is not None and element.get("val", "1") not in ("0", "false")


COMMENT_AUTHOR = "lagesbild"
"""Who our own cell comments are by; they are not reported when an annotated copy is read."""

_ESCAPE = r"_x([0-9A-Fa-f]{4})_"
"""How a workbook writes a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19)."""

_UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff\ufffe\uffff]"
_SPACES = r"(?<=\S) {4,}(?=\S)"
"""Spaces for lay-out, which a screen reader reads out one by one."""

_LINE_ENDS = "\r\n?|\x85|\u2028|\u2029|\x0b"


def clean(text: str) -> str:
    """Return a stored text as it is read: escapes resolved, line ends as line feeds, å as one."""
    if "_x" in text:
        text = re.sub(_ESCAPE, lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "    " in text:
        text = re.sub(_SPACES, " ", text)
    if text.isprintable() and is_normalized("NFC", text):
        return text
    text = re.sub(_UNPRINTABLE, "", re.sub(_LINE_ENDS, "\n", text))
    if len(text) > MOST_MARKS:
        text = _too_many_marks().sub(r"\1", text)
    return normalize("NFC", text)


MOST_MARKS = 30
"""How many marks (accents, rings) stand on a letter in any language (Unicode annex 15, D4).

The time that it takes to put marks into their order grows with the square of their number.
"""


@cache
def _too_many_marks() -> re.Pattern[str]:
    marks = "".join(letter for letter in map(chr, range(LAST_MARK)) if combining(letter))
    return re.compile(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+")


LAST_MARK = 0x20000
"""The end of the planes of Unicode in which marks are."""


_LITERAL_APOSTROPHE = r"'(?=[\d=+@-])"
"""The apostrophe that means ”this is text” to Excel; some programs store it as a letter."""


class Stored(NamedTuple):
    """A text of a workbook.

    Attributes:
        text: the text, with the formats of its runs.
        struck: whether any of it is struck through.
        colour: the colour that its first letters have of their own, as RRGGBB.
        in_cell_font: how many letters from the first on have the font of the cell; None all.
    """

    text: str
    struck: bool = False
    colour: str = ""
    in_cell_font: int | None = None


def read_string(item: etree._Element) -> Stored:
    """Return the text of a string item (``si`` or ``is``), phonetic guides left out."""
    if len(item) == 1 and str((only := item[0]).tag).endswith("}t"):
        return Stored(without_apostrophe(clean(only.text or "")))
    parts = [child for child in item if local(child) in ("r", "t")]
    read = [_run(part) for part in parts]
    seen = [at for at, run in enumerate(read) if run.text.strip()]
    runs = [run._replace(struck=False) for run in _emphasised(read)]
    has_format = any(any(run[1:]) for run in runs)
    plain = "".join(run.text for run in runs)
    return Stored(
        FormattedText(runs) if has_format else without_apostrophe(plain),
        any(read[at].struck for at in seen),
        _colour(parts[seen[0]]) if seen else "",
        _in_cell_font(parts, read),
    )


def _emphasised(runs: Sequence[Run]) -> list[Run]:
    """Return runs with the bold and italic that some of the text has, and not all of it."""
    seen = [run for run in runs if run.text.strip()]
    is_bold, is_italic = all(run.bold for run in seen), all(run.italic for run in seen)
    return [
        run._replace(bold=run.bold and not is_bold, italic=run.italic and not is_italic)
        for run in runs
    ]


def without_apostrophe(text: str) -> str:
    """Return a text without the mark that makes it text."""
    return re.sub(_LITERAL_APOSTROPHE, "", text, count=1) if text.startswith("'") else text


def _run(element: etree._Element) -> Run:
    """Return a run, or a text without any."""
    if local(element) == "t":
        return Run(clean(element.text or ""))
    text = "".join(clean(t.text or "") for t in element.iterchildren("{*}t"))
    properties = element.find("{*}rPr")
    if properties is None:
        return Run(text)
    font = CellFont.of(properties)
    return Run(
        unicode_text(text, font.symbols),
        bold=is_on(properties, "b"),
        italic=is_on(properties, "i"),
        struck=is_on(properties, "strike"),
        shift=font.shift,
    )


def _in_cell_font(parts: Sequence[etree._Element], runs: Sequence[Run]) -> int | None:
    """Return how many letters stand before the first run with properties of its own."""
    pairs = zip(parts, runs, strict=True)
    own = [*takewhile(lambda pair: pair[0].find("{*}rPr") is None, pairs)]
    return None if len(own) == len(parts) else sum(len(run.text) for _, run in own)


def _colour(part: etree._Element) -> str:
    """Return the colour that a run has of its own, as RRGGBB; one of the theme is left aside."""
    colour = part.find("{*}rPr/{*}color")
    return "" if colour is None else colour.get("rgb", "")[-6:].upper()


def shared_strings(items: Iterable[etree._Element]) -> list[Stored]:
    """Return the shared strings of a workbook's items."""
    return [read_string(item) for item in items]
