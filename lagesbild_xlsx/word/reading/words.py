"""The municipality's own words in a document, declared in the workbook that it becomes."""

from __future__ import annotations

from collections.abc import Iterable

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of, joined_words
from lagesbild_xlsx.model import SHEET_NAMES, Activity, ListRow, Paragraph, Priority, Words
from lagesbild_xlsx.model.rows.lists import status_word
from lagesbild_xlsx.model.status_words import COMMON, LIGHT, NOT_JUDGED_WORDS, RANKS
from lagesbild_xlsx.model.words import PrioritySource, Section
from lagesbild_xlsx.places import FILE, Cell, Place, normalised
from lagesbild_xlsx.word.reading.imported import Found, ImportedSheets, ReadText
from lagesbild_xlsx.word.styles import Styles

LISTS, BALANCE_LIST = SHEET_NAMES[ListRow], SHEET_NAMES[Activity]
HEADINGS = headings_of(ListRow)
STATUS, COLOUR = HEADINGS["status"], HEADINGS["colour"]
LEAST_WORDS = 2
"""How many common words a hand-typed list has before they are its scale."""

SPELLINGS = {
    normalised(spelling): word for word, known in COMMON.items() for spelling in known.synonyms
} | {normalised(word): word for word in COMMON}
"""The common words by how they are written; one that is a word itself is no spelling of another."""


def declare_words(imported: ImportedSheets, styles: Styles) -> Words:
    """Declare the scale, the sources and the sections of a document, and return them.

    Args:
        imported: what was found in it, which gets the columns of ``Listor`` that it needs.
        styles: its styles, which have the colours of its statuses.
    """
    _declare_statuses(imported, styles)
    _declare(imported, "source", _texts(imported, Priority, "source"), (*PrioritySource,))
    _declare(imported, "section", _texts(imported, Paragraph, "section"), (*Section,))
    return _words_in(imported)


def _declare_statuses(imported: ImportedSheets, styles: Styles) -> None:
    """List the statuses that are styled as such, or else those of a hand-typed list; colour them.

    Those of the legend stand in the list already.
    """
    colours = styles.colours_of_values(STATUS)
    typed = list(dict.fromkeys(_texts(imported, Activity, "status")))
    known = {
        normalised(row.get(STATUS, ReadText()).text) for row in _lists(imported)
    } | LIGHT.keys()
    styled = [t for t in typed if normalised(t) in colours and normalised(t) not in known]
    common = [] if styled else _common_scale(imported, typed, known)
    _add(imported, STATUS, [*styled, *common])
    rows = [row for row in _lists(imported) if row.get(STATUS, ReadText()).text]
    if any(normalised(row[STATUS].text) not in LIGHT for row in rows):
        for row in rows:
            fill, _ = colours.get(normalised(row[STATUS].text), ("", ""))
            row[COLOUR] = ReadText("", fill)


def _common_scale(imported: ImportedSheets, typed: list[str], known: Iterable[str]) -> list[str]:
    """Return the common words that all statuses of a list are, in their order; none if any is not.

    Where there is one word only, or the list has a legend, they are no scale.
    """
    said = [text for text in typed if normalised(text) not in NOT_JUDGED_WORDS]
    folded = [normalised(text) for text in said]
    has_legend = any(row.get(STATUS, ReadText()).text for row in _lists(imported))
    is_common = all(each in SPELLINGS and each not in known for each in folded)
    found = {SPELLINGS.get(each) for each in folded}
    words = sorted((word for word in COMMON if word in found), key=_goodness)
    if has_legend or not is_common or len(words) < LEAST_WORDS:
        return []
    told = rules.SCALE_COLLECTED.at(Place(LISTS), words=joined_words(tuple(words), "och"))
    imported.findings.append(told)
    return words


def _goodness(word: str) -> int:
    """Return how good a common word is."""
    return RANKS[COMMON[word].standing]


def _declare(
    imported: ImportedSheets, field: str, typed: list[str], standard: tuple[str, ...]
) -> None:
    """List words in their order, where any is no standard one."""
    words = list(dict.fromkeys(typed))
    if {normalised(word) for word in words} - {normalised(word) for word in standard}:
        _add(imported, HEADINGS[field], words)


def _add(imported: ImportedSheets, heading: str, words: list[str]) -> None:
    """Write words below each other in a column of the lists, below what stands there."""
    lists = imported.rows.setdefault(LISTS, []) if words else []
    first = max(
        (n for n, row in enumerate(lists, 1) if row.get(heading, ReadText()).text), default=0
    )
    lists += ({} for _ in range(first + len(words) - len(lists)))
    for row, word in zip(lists[first:], words, strict=False):
        row[heading] = ReadText(word)


def _texts(imported: ImportedSheets, row_class: type, field: str) -> list[str]:
    heading = headings_of(row_class)[field]
    rows = imported.rows.get(SHEET_NAMES[row_class], ())
    return [said.text for row in rows if (said := row.get(heading, ReadText())).text]


def _lists(imported: ImportedSheets) -> list[Found]:
    return imported.rows.get(LISTS, [])


def _words_in(imported: ImportedSheets) -> Words:
    """Return the words that the rows of the lists declare."""

    def text(row: Found, field: str) -> str:
        return row.get(HEADINGS[field], ReadText()).text

    return Words.of(
        ListRow(
            status=status_word(Cell(FILE, text(row, "status"))).value,
            source=text(row, "source"),
            section=text(row, "section"),
        )
        for row in _lists(imported)
    )
