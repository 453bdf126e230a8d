"""The tables of a typed document: each taken as what its headings say, or its columns show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import SHEET_NAMES, Locality, Term
from lagesbild_xlsx.model.heading_aliases import CATEGORY
from lagesbild_xlsx.word.reading.balance import (
    RowCells,
    is_balance_heading,
    is_heading_inside,
    status_in,
)
from lagesbild_xlsx.word.reading.blocks import ReadParagraph, TableCell
from lagesbild_xlsx.word.reading.facts import is_only_facts
from lagesbild_xlsx.word.reading.headings import SECTIONS, SOURCES, ReportPart
from lagesbild_xlsx.word.reading.imported import ReadText, heading_named
from lagesbild_xlsx.word.reading.table_kinds import (
    guessed_columns,
    holds_figures,
    is_term_heading,
    locality_columns,
    with_one_status,
)
from lagesbild_xlsx.word.reading.texts import joined
from lagesbild_xlsx.word.reading.typed.lists import ListTaker
from lagesbild_xlsx.word.reading.typed.state import Reading
from lagesbild_xlsx.word.reading.typed.texts import TextTaker, without_nothing

PARTS_OF_PAIRS = frozenset((ReportPart.GLOSSARY, ReportPart.GENERAL, ReportPart.LEGEND))
"""The parts whose tables have a name in each row, and what is said of it."""

MOST_ABOVE = 3
"""In how many rows at the most the headings of a balance list are looked for."""


@dataclass
class TableTaker:
    """Takes tables, each as the list that it is."""

    now: Reading
    texts: TextTaker
    lists: ListTaker

    def take(self, rows: Sequence[RowCells]) -> None:
        """Take rows as what the first of them says that they are, or what stands in them."""
        self.now.has_begun = True
        if is_headed(rows):
            self.lists.begin(with_one_status(rows))
            return
        cells = [tuple(cell for cell in row if cell.span) for row in rows]
        if self._take_meanings(cells):
            return
        if columns := locality_columns(rows):
            self._take_localities(rows[1:], columns)
        elif self.now.part is ReportPart.BALANCE and len(rows[0]) <= len(self.now.columns):
            self.lists.take_activities(rows)
        elif self.now.part not in PARTS_OF_PAIRS and (columns := guessed_columns(rows)):
            self.lists.take_guessed(rows, columns)
        else:
            takers: dict[ReportPart, Callable[[Sequence[TableCell]], None]] = {
                ReportPart.GENERAL: self._take_locality_row,
                ReportPart.GLOSSARY: self._take_term_row,
            }
            kind = ReportPart.OTHER if holds_figures(rows[1:]) else self.now.part
            kind = ReportPart.GLOSSARY if is_term_heading(cells[0]) else kind
            for row in cells[1:] if is_term_heading(cells[0]) else cells:
                takers.get(kind, self._take_plain_row)(row)

    def _take_localities(self, rows: Sequence[RowCells], columns: Sequence[str]) -> None:
        """Take the rows of a table of localities; a row of one text is a heading of the others."""
        sheet, group = SHEET_NAMES[Locality], ""
        note = headings_of(Locality)["note"]
        for row in rows:
            if is_heading_inside(row, columns):
                group = "".join(cell.text for cell in row)
                continue
            texts: dict[str, list[str]] = {}
            for at, cell in enumerate(row):
                texts.setdefault(columns[at] if at < len(columns) else note, []).append(cell.text)
            found = {heading: ReadText(joined(said)) for heading, said in texts.items()}
            found[note] = ReadText(without_nothing(found.get(note, ReadText()).text))
            self.now.imported.add(sheet, found | ({CATEGORY: ReadText(group)} if group else {}))

    def _take_meanings(self, rows: Sequence[Sequence[TableCell]]) -> bool:
        """Take a legend: rows of a status, in word or colour, and what it means."""
        pairs = [(status_in(row[0]), row[1].text) for row in rows if len(row) == 2]  # noqa: PLR2004
        if not pairs or len(pairs) < len(rows) or not all(map(all, pairs)):
            return False
        for status, meaning in pairs:
            self.texts.add_meaning(status, meaning.lstrip("=–- "))
        return True

    def _take_locality_row(self, row: Sequence[TableCell]) -> None:
        name, *notes = (cell.text for cell in row)
        if heading_named(SHEET_NAMES[Locality], name) == headings_of(Locality)["name"] and notes:
            return
        if notes:
            self.texts.add_locality(name.rstrip(": "), joined(notes))
        else:
            self.texts.take(ReadParagraph(name))

    def _take_term_row(self, row: Sequence[TableCell]) -> None:
        term, *rest = (cell.text for cell in row)
        if heading_named(SHEET_NAMES[Term], term) != headings_of(Term)["term"] and rest:
            self.texts.add_term(term, None, joined(rest).lstrip("=–- "))
        elif not rest:
            self.texts.take(ReadParagraph(term))

    def _take_plain_row(self, row: Sequence[TableCell]) -> None:
        if self.now.part in SOURCES or self.now.part in SECTIONS:
            for cell in filter(attrgetter("text"), row):
                self.texts.take(ReadParagraph(cell.text, is_list=True))
        else:
            self._take_fact_row([cell.text for cell in row])

    def _take_fact_row(self, texts: Sequence[str]) -> None:
        """Take a row that can be a fact, such as ``Datum`` beside a date; keep any other."""
        said = (": " if len(texts) == len(("label", "value")) else " ").join(texts)
        if is_only_facts(said):
            self.now.take_facts(said)
        else:
            self.now.take_unknown("\t".join(texts))


def is_headed(rows: Sequence[RowCells]) -> bool:
    """Return whether the first of some rows holds the headings of a balance list."""
    return bool(rows) and is_balance_heading(with_one_status(rows)[0])


def rows_above(rows: Sequence[RowCells]) -> int:
    """Return how many rows stand above those that are a balance list; none in another table."""
    places = range(min(len(rows), MOST_ABOVE))
    return next((at for at in places if is_headed(rows[at:])), 0)
