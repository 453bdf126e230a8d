"""A table of an appendix as WordprocessingML: plain rows, a header row, and a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from math import ceil
from typing import NamedTuple

from lagesbild_xlsx.model.appendices import AppendixTable
from lagesbild_xlsx.word.appendices.looks import CellLook, Looks
from lagesbild_xlsx.word.xml import without_unwritable

LETTER, NARROW_LETTER, WIDE_LETTER, MARGINS = 112, 68, 168, 240
"""The widths of letters of 10 points, and of a cell's margins, in twips."""

NARROW_LETTERS = frozenset("fijlrtI.,:;!|'()[]/- \u00a0\u202f")
WIDE_LETTERS = frozenset("mw%@&+–—…")
"""What is narrower than a figure, and what is wider; capitals are too."""

TIGHT = 100
TIGHT_MARGINS = (
    '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
)
"""The margins of the cells of a table that has no room for usual ones."""

BREAKS = re.compile(r"[\t\n]|(?<!\d) | (?!\d)|(?<=[^\W\d_])[–/-]")
"""Where a line can end: not within figures, a date or a number below nought."""

LONGEST_WORD, LONGEST_LINE = 24, 44
"""How many figures wide a column is made at the most for a word, and for a line."""

ROOMY = 14
"""How many figures wide a column of text must be at least, before the page is turned."""

BOLD = 1.15
"""How much wider bold letters are."""

NARROW = 0.55
"""A table that needs less than this of the text's width is not made as wide as that."""

SIZE, SMALLEST = 20, 14
"""The size of text in half points, and how small it may be made for a wide table."""

MOST_NAMED = 12
"""How many columns are named in a table's description."""

TABLE_PROPERTIES = (
    "tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
    "tblDescription",
)  # fmt: skip
"""What a table's properties hold, in the order of the schema."""

FIRST_ROW_ONLY = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)

Runs = Callable[[Mapping[str, str]], Callable[[str], str]]
"""Returns what makes runs of a text, given the properties that they have."""


class Widths(NamedTuple):
    """What the columns of a table need, in twips: at least, for comfort, and for whole lines."""

    least: Sequence[int]
    roomy: Sequence[int]
    wanted: Sequence[int]


def widths_of(table: AppendixTable) -> Widths:
    """Return what the columns of a table need for what stands in them."""
    columns = list(zip(table.headings, *table.rows, strict=True))
    words = [min(_needed(_longest_word, each), LONGEST_WORD * LETTER) for each in columns]
    lines = [min(_needed(_longest_line, each), LONGEST_LINE * LETTER) for each in columns]
    lines = [max(word, line) for word, line in zip(words, lines, strict=True)]
    roomy = [max(w, min(line, ROOMY * LETTER)) for w, line in zip(words, lines, strict=True)]
    return Widths(*([MARGINS + width for width in each] for each in (words, roomy, lines)))


def _needed(measure: Callable[[str], int], texts: Sequence[str]) -> int:
    """Return how wide the texts of a column are; the heading's are bold, and wider."""
    heading, *others = map(measure, texts)
    return max(ceil(heading * BOLD), *others)


def _longest_word(text: str) -> int:
    return max(map(_width, BREAKS.split(text)))


def _longest_line(text: str) -> int:
    return max(map(_width, text.split("\n")))


def _width(text: str) -> int:
    """Return how wide a text of 10 points is, in twips."""
    return sum(map(_letter_width, text))


@cache
def _letter_width(letter: str) -> int:
    if letter in NARROW_LETTERS:
        return NARROW_LETTER
    return WIDE_LETTER if letter in WIDE_LETTERS or letter.isupper() else LETTER


def is_too_wide(table: AppendixTable, room: int) -> bool:
    """Return whether a table needs more room than the text has."""
    return sum(widths_of(table).roomy) > room


def is_cramped(table: AppendixTable, room: int) -> bool:
    """Return whether words and figures of a table are broken, however small they are set."""
    return not _is_roomy([width - MARGINS for width in widths_of(table).least], TIGHT, room)


def table_xml(table: AppendixTable, title: str, looks: Looks, room: int, runs: Runs) -> str:
    """Return a table.

    Args:
        table: what stands in it.
        title: what it is about.
        looks: those of the template.
        room: the width of the text, in twips.
        runs: makes runs of its texts.
    """
    widths, size, is_tight = _fitted(widths_of(table), room)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [
        _cells_of(look, widths, table.numeric, runs({**look.paragraph.run, **_sized(size)}))
        for look in (looks.header, looks.cell)
    ]
    header, *rows = (
        _row(texts, cells[bool(number)], is_header=not number)
        for number, texts in enumerate((table.headings, *table.rows))
    )
    known = {
        **looks.table,
        **({"tblCellMar": TIGHT_MARGINS} if is_tight else {}),
        "tblW": f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
        "tblLayout": '<w:tblLayout w:type="fixed"/>',
        "tblLook": FIRST_ROW_ONLY,
        "tblCaption": f"<w:tblCaption w:val={_quoted(title)}/>",
        "tblDescription": f"<w:tblDescription w:val={_quoted(_description(table))}/>",
    }
    properties = "".join(known.get(name, "") for name in TABLE_PROPERTIES)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{header}{''.join(rows)}</w:tbl>"
    )


def _sized(size: int) -> Mapping[str, str]:
    """Return the run properties of a size in half points; none where it is the usual one."""
    return {name: f'<w:{name} w:val="{size}"/>' for name in ("sz", "szCs")} if size else {}


def _quoted(text: str) -> str:
    return f'"{escape(without_unwritable(" ".join(text.split())))}"'


def _description(table: AppendixTable) -> str:
    """Return what a table consists of, for those who cannot see it."""
    count = len(table.rows)
    named = ", ".join(table.headings[:MOST_NAMED])
    more = len(table.headings) - MOST_NAMED
    rest = f" och {more} till" if more > 0 else ""
    return f"{count} {'rad' if count == 1 else 'rader'} med kolumnerna {named}{rest}."


class _Fit(NamedTuple):
    """The widths of columns, the size of what is set smaller, and whether margins are tight."""

    widths: list[int]
    size: int = 0
    is_tight: bool = False


def _fitted(widths: Widths, room: int) -> _Fit:
    """Return how columns fit the text."""
    wanted, least = sum(widths.wanted), sum(widths.least)
    if wanted <= room:
        wide = wanted if wanted < NARROW * room else room
        return _Fit(_shared(widths.wanted, [0] * len(widths.wanted), wide))
    if least <= room:
        more = [w - least for w, least in zip(widths.wanted, widths.least, strict=True)]
        return _Fit(_shared(more, widths.least, room))
    letters = [width - MARGINS for width in widths.least]
    margins = MARGINS if _is_roomy(letters, MARGINS, room) else TIGHT
    size = max(SMALLEST, SIZE * (room - margins * len(letters)) // (sum(letters) or 1))
    base = min(margins, room // (2 * len(letters)))
    return _Fit(_shared(letters, [base] * len(letters), room), size, is_tight=margins == TIGHT)


def _is_roomy(letters: Sequence[int], margins: int, room: int) -> bool:
    """Return whether words and figures stay whole with some margins when they are set smallest."""
    return sum(letters) * SMALLEST <= (room - margins * len(letters)) * SIZE


def _shared(parts: Sequence[int], base: Sequence[int], room: int) -> list[int]:
    """Return some widths with what is left of a room shared in proportion."""
    left, total = room - sum(base), sum(parts) or 1
    found = [each + left * part // total for each, part in zip(base, parts, strict=True)]
    found[-1] += room - sum(found)
    return found


class _Cell(NamedTuple):
    """A cell of a column: its XML before and after its text, and what makes runs of that."""

    before: str
    runs: Callable[[str], str]

    def xml(self, text: str) -> str:
        """Return the cell with a text."""
        return f"{self.before}{self.runs(text) if text else ''}</w:p></w:tc>"


def _cells_of(
    look: CellLook, widths: Sequence[int], numeric: frozenset[int], runs: Callable[[str], str]
) -> list[_Cell]:
    """Return the cells of a row; those of figures have them to the right."""
    left, right = look.paragraph.xml(), look.paragraph.xml(jc='<w:jc w:val="right"/>')
    starts = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look.properties}</w:tcPr>'
        f"<w:p>{right if at in numeric else left}"
        for at, width in enumerate(widths)
    )
    return [_Cell(start, runs) for start in starts]


def _row(texts: Sequence[str], cells: Sequence[_Cell], *, is_header: bool) -> str:
    """Return a row that does not break across pages."""
    mark = "<w:tblHeader/>" if is_header else ""
    inner = "".join(cell.xml(text) for cell, text in zip(cells, texts, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inner}</w:tr>"
