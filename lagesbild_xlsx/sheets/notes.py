"""The texts around a table that are no rows of it: notes, and the title above."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lagesbild_xlsx.model import FIELD, VALUE
from lagesbild_xlsx.places import Area, Cell, Sheet, normalised
from lagesbild_xlsx.sheets.headings import Headings

LONGEST_NAME, LONGEST_TITLE = 6, 12
"""How many words a name has at most (a locality, a term), and a title or a field."""

NOTE_START = (
    r"(?i:[*†]|(?:källa|källor|not|noter|anm|anmärkning|anmärkningar|obs|nb)\s*\d*\s*[.:!]"
    r"|(?:senast )?(?:uppdaterad|uppdaterat|ändrad|ändrat|reviderad)\b.)"
)
"""How a note begins, where more follows; a locality can be called Källa."""


def reads_like_note(text: str, most_words: int = LONGEST_NAME) -> bool:
    """Return whether a text begins like a note or is a sentence, and so no name."""
    line = text.strip()
    is_sentence = line.endswith((".", "!")) or ": " in line
    is_long = is_sentence or len(line.split()) > most_words
    return is_long or re.match(NOTE_START, line) is not None


def is_title(sheet: Sheet, cell: Cell, headings: Headings) -> bool:
    """Return whether a text alone on its row above a table is its title.

    It is short, and it begins where the table does, is merged over columns, or is the sheet's name.
    """
    line = cell.text.strip()
    if normalised(line) == normalised(sheet.name):
        return True
    is_long = line.endswith((".", "!", ":")) or len(line.split()) > LONGEST_TITLE
    if is_long or re.match(NOTE_START, line):
        return False
    is_first = (cell.place.column or 0) <= min(headings.named, default=1)
    return is_first or any(
        area.covers(cell.place) and area.left < area.right for area in sheet.merges
    )


def is_note_in_form(sheet: Sheet, headings: Headings, number: int) -> bool:
    """Return whether a row of a form has a note where its field is named, and no value."""
    if not {FIELD, VALUE} <= headings.columns.keys():
        return False
    field = sheet.cell(number, headings.columns[FIELD])
    value = sheet.cell(number, headings.columns[VALUE])
    return value.is_blank and reads_like_note(field.text, LONGEST_TITLE)


def notes_below(
    sheet: Sheet, headings: Headings, filled: Sequence[int], *, says_much: bool
) -> Sequence[int]:
    """Return the last of the filled rows of a table that are notes below it.

    A note is a text alone on its row, which is merged with the cells beside it or stands after a
    blank row, and so do all the rows below it.

    Args:
        sheet: the sheet.
        headings: those of the table.
        filled: the rows that hold anything.
        says_much: whether a row of the table has several texts; else a short text alone is a row.
    """
    columns = frozenset(headings.named)
    first = len(filled)
    while first and _can_be_note(sheet, filled[first - 1], columns, says_much=says_much):
        first -= 1
    apart = next((at for at in range(first, len(filled)) if _is_apart(sheet, filled, at)), None)
    return filled[apart:] if first and apart is not None else ()


def _is_alone(sheet: Sheet, number: int, columns: Collection[int]) -> bool:
    """Return whether a row of a table has one text: merged cells all have that of the first."""
    row = sheet.rows[number]
    taken = [at for at in columns if at in row and not row[at].is_blank]
    merged = _merged_at(sheet, number)
    starts = {next((a.left for a in merged if a.left <= at <= a.right), at) for at in taken}
    return len(starts) == 1


def _can_be_note(sheet: Sheet, number: int, columns: Collection[int], *, says_much: bool) -> bool:
    """Return whether a row has nothing but a text that can be a note."""
    is_alone = _is_alone(sheet, number, columns)
    return is_alone and (says_much or _is_note(sheet, number, columns))


def _is_note(sheet: Sheet, number: int, columns: Collection[int]) -> bool:
    """Return whether the text alone on a row is no name of a locality, a term or the like.

    A sentence in another column than the first can be a row whose first cell was forgotten.
    """
    row = sheet.rows[number]
    at = min(at for at in columns if at in row and not row[at].is_blank)
    text = row[at].text.strip()
    if any(area.left < area.right for area in _merged_at(sheet, number)) or re.match(
        NOTE_START, text
    ):
        return True
    return at == min(columns) and reads_like_note(text)


def _is_apart(sheet: Sheet, filled: Sequence[int], at: int) -> bool:
    """Return whether a row is merged over columns, or stands after a blank row."""
    number = filled[at]
    is_merged = any(a.left < a.right for a in _merged_at(sheet, number))
    return is_merged or (at > 0 and number - filled[at - 1] > 1)


def _merged_at(sheet: Sheet, number: int) -> list[Area]:
    return [area for area in sheet.merges if area.top <= number <= area.bottom]
