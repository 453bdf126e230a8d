"""The balance list of a typed document: its headings, its rows, and what stands over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of, joined_words
from lagesbild_xlsx.model import SHEET_NAMES, Locality
from lagesbild_xlsx.model.heading_aliases import CATEGORY
from lagesbild_xlsx.places import Place, normalised
from lagesbild_xlsx.word.reading.balance import (
    ACTIVITY,
    BALANCE_LIST,
    DECLARED,
    EXPECTED,
    NUMBER,
    STATUS,
    WORDS,
    RowCells,
    activity_in,
    columns_in,
    is_balance_heading,
    is_heading_inside,
    with_number_apart,
)
from lagesbild_xlsx.word.reading.headings import ReportPart
from lagesbild_xlsx.word.reading.imported import Found, ReadText
from lagesbild_xlsx.word.reading.typed.state import DEEPEST, Reading

LOCALITY = DECLARED["locality"]
MOST_WORDS = 8
"""How many words a locality's name has at the most, where a heading ends with it."""


@dataclass
class ListTaker:
    """Takes the tables of the balance list."""

    now: Reading
    order: Found = field(default_factory=dict)
    """The headings of a table, for its first row: user-defined ones keep their order."""
    has_told_category: bool = False
    told_missing: set[tuple[str, ...]] = field(default_factory=set)
    told_words: set[str] = field(default_factory=set)

    def begin(self, rows: Sequence[RowCells]) -> None:
        """Take the rows of a balance list, the first of which holds its headings."""
        heading, *below = rows
        if self.now.part is not ReportPart.BALANCE:
            self.now.level, self.now.category = DEEPEST, ("", "")
        columns = columns_in(heading, below)
        self._tell_taken(heading, columns)
        numbered = with_number_apart(below, columns)
        if numbered and len(numbered[0]) > len(below[0]):
            at = columns.index(ACTIVITY)
            columns = (*columns[:at], NUMBER, *columns[at:])
        self.now.part, self.now.columns = ReportPart.BALANCE, columns
        self._tell_missing_columns()
        self.order = dict.fromkeys(self.now.columns, ReadText())
        self.take_activities(numbered)

    def _tell_taken(self, heading: RowCells, columns: Sequence[str]) -> None:
        """Say which columns were known by a word that can mean other things; each word once."""
        for cell, column in zip(heading, columns, strict=True):
            word = normalised(cell.text)
            if WORDS.get(word) == column and word not in self.told_words:
                self.told_words.add(word)
                told = rules.COLUMN_TAKEN.at(Place(BALANCE_LIST), value=cell.text, heading=column)
                self.now.imported.findings.append(told)

    def _tell_missing_columns(self) -> None:
        missing = tuple(heading for heading in EXPECTED if heading not in self.now.columns)
        if missing and missing not in self.told_missing:
            self.told_missing.add(missing)
            told = rules.COLUMNS_NOT_FOUND.at(Place(BALANCE_LIST), headings=joined_words(missing))
            self.now.imported.findings.append(told)

    def take_guessed(self, rows: Sequence[RowCells], columns: tuple[str, ...]) -> None:
        """Take a balance list without headings, and say what was guessed."""
        self.now.part, self.now.columns = ReportPart.BALANCE, columns
        named = tuple(dict.fromkeys(each for each in columns if each in DECLARED.values()))
        told = rules.COLUMNS_GUESSED.at(Place(BALANCE_LIST), headings=joined_words(named))
        self.now.imported.findings.append(told)
        self.take_activities(rows)

    def take_activities(self, rows: Iterable[RowCells]) -> None:
        """Take rows of the list; one with a single text is a heading of those below it."""
        for row in rows:
            if is_heading_inside(row, self.now.columns):
                self.now.category = (self.now.category[0], "".join(cell.text for cell in row))
            elif not is_balance_heading(row):
                self._take_activity(row)

    def _take_activity(self, row: RowCells) -> None:
        found, status = activity_in(row, self.now.columns, self.now.letters)
        if not any(found.get(heading, ReadText()) != ReadText() for heading in DECLARED.values()):
            texts = (f"{heading}: {said.text}" for heading, said in found.items() if said.text)
            self.now.imported.leave("\n".join(texts))
            return
        category = " – ".join(filter(None, self.now.category))
        if category:
            found[self._category_heading] = ReadText(category)
        self.now.imported.add(BALANCE_LIST, self.order | found)
        self.order = {}
        if category and not self.has_told_category:
            self.has_told_category = True
            told = rules.CATEGORIES_FOUND.at(Place(BALANCE_LIST), heading=self._category_heading)
            self.now.imported.findings.append(told)
        if status.aside:
            self.now.imported.set_aside(BALANCE_LIST, STATUS, status.aside)
        if status.by_colour:
            word = status.by_colour
            self.now.imported.remark(rules.STATUS_BY_COLOUR, BALANCE_LIST, STATUS, status=word)

    @property
    def _category_heading(self) -> str:
        """What the column of the list's headings is called, where the list has none of the name."""
        return CATEGORY if CATEGORY not in self.now.columns else f"{CATEGORY} i dokumentet"

    def place_activities(self) -> None:
        """Give an activity the locality that the heading over it ends with."""
        localities = self.now.imported.rows.get(SHEET_NAMES[Locality], [])
        texts = [row.get(headings_of(Locality)["name"], ReadText()).text for row in localities]
        names = {normalised(text): text for text in texts if text}
        for row in self.now.imported.rows.get(BALANCE_LIST, []):
            over = str(row.get(self._category_heading, ReadText()).text)
            found = next((names[end] for end in _ends_of(over) if end in names), "")
            if found and LOCALITY not in row:
                row[LOCALITY] = ReadText(found)


def _ends_of(heading: str) -> Iterator[str]:
    """Yield the last words of a heading, folded: all that can be a name first."""
    words = normalised(heading).split()[-MOST_WORDS:]
    return (" ".join(words[at:]) for at in range(len(words)))
