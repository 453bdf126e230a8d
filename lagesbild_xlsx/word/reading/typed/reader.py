"""A lägesbild that somebody wrote by hand: found by what its headings and tables say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lagesbild_xlsx import rules
from lagesbild_xlsx.model import SHEET_NAMES, Priority
from lagesbild_xlsx.places import FILE, normalised, trimmed
from lagesbild_xlsx.word.reading.balance import RowCells, is_balance_heading
from lagesbild_xlsx.word.reading.blocks import Aside, Block, ReadParagraph, ReadTable, TextBox
from lagesbild_xlsx.word.reading.facts import is_only_facts
from lagesbild_xlsx.word.reading.headings import NUMBER_BEFORE, Heading, ReportPart, heading_in
from lagesbild_xlsx.word.reading.imported import ImportedSheets
from lagesbild_xlsx.word.reading.legend import letters_in
from lagesbild_xlsx.word.reading.localities import LONGEST_NAME, are_typed_notes, without_number
from lagesbild_xlsx.word.reading.looks import BY_HAND
from lagesbild_xlsx.word.reading.table_kinds import with_one_status
from lagesbild_xlsx.word.reading.texts import split
from lagesbild_xlsx.word.reading.typed.around import (
    CONTENTS,
    letterheads,
    named_municipality,
    of_their_own,
    without_page,
)
from lagesbild_xlsx.word.reading.typed.lists import ListTaker
from lagesbild_xlsx.word.reading.typed.sources import set_sources
from lagesbild_xlsx.word.reading.typed.state import MUNICIPALITY, REPORT, START, Reading
from lagesbild_xlsx.word.reading.typed.tables import TableTaker, rows_above
from lagesbild_xlsx.word.reading.typed.texts import TERM_LINE, TextTaker, as_typed

NEAR_AHEAD, FAR_AHEAD = 4, 60
"""How many blocks are looked at to see what a heading stands over."""

PRIORITIES = SHEET_NAMES[Priority]
SLIGHTLY = 0.0001
"""How much above its own level a part begins whose first locality stands at that level."""


class TypedReader:
    """Goes through the blocks of a document, and gathers what each part of it says."""

    def __init__(self, blocks: Sequence[Block], around: Sequence[str] = ()) -> None:
        """Take what a document says, and the lines of its headers and footers."""
        self._blocks, self._around = blocks, around
        paragraphs = [block for block in blocks if isinstance(block, ReadParagraph)]
        self._letterheads = letterheads(paragraphs)
        self._said = {without_page(each.text) for each in paragraphs if not each.is_contents}
        texts = [each.text for each in paragraphs]
        self._now = Reading(
            letters=letters_in(texts),
            municipality=named_municipality(texts, around),
            is_numbered=any(
                each.is_heading and each.level >= BY_HAND and NUMBER_BEFORE.match(each.text)
                for each in paragraphs
            ),
        )
        self._texts, self._lists = TextTaker(self._now), ListTaker(self._now)
        self._tables = TableTaker(self._now, self._texts, self._lists)
        self._following: Sequence[Block] = ()
        self._contents = 0
        self._left_out: Counter[str] = Counter()

    def read(self) -> ImportedSheets:
        """Return what was found."""
        self._take_blocks(self._blocks)
        self._lists.place_activities()
        set_sources(self._now.imported.rows.get(PRIORITIES, ()), self._now.signs)
        self._now.imported.join_lines()
        for line in (*self._around, *self._letterheads):
            self._now.note_facts(line)
        self._now.imported.set_field(REPORT, MUNICIPALITY, self._now.municipality)
        self._tell_left_out()
        return self._now.imported

    def _take_blocks(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            self._following = blocks[at + 1 : at + 1 + FAR_AHEAD]
            match block:
                case ReadTable():
                    self._take_table(block)
                case TextBox():
                    self._take_box(block)
                case Aside():
                    self._now.imported.leave(block.said, rules.BESIDE_THE_TEXT)
                case _:
                    self._take_paragraph(block)

    def _take_box(self, box: TextBox) -> None:
        """Take what stands in a box; what follows the box belongs to the part around it."""
        around = self._now.part, self._now.columns, self._now.is_under_name, self._now.level
        self._now.part = self._now.part if self._now.part in START else ReportPart.OTHER
        self._take_blocks(box.blocks)
        self._now.part, self._now.columns, self._now.is_under_name, self._now.level = around

    def _tell_left_out(self) -> None:
        for text, count in self._left_out.items():
            times = "" if count == 1 else f" ({count} gånger)"
            self._now.imported.findings.append(
                rules.LINE_LEFT_OUT.at(FILE, value=text, times=times)
            )
        for line in of_their_own(self._around, self._now.municipality):
            self._now.imported.leave(line, rules.LINES_AROUND)
        if self._contents:
            found = rules.CONTENTS_LEFT_OUT.at(FILE, count=self._contents)
            self._now.imported.findings.append(found)

    def _take_paragraph(self, paragraph: ReadParagraph) -> None:
        text = paragraph.text
        if paragraph.is_contents or self._is_over_contents(text):
            self._take_contents(text)
            return
        if text in self._letterheads:
            self._left_out[str(text)] += 1
            return
        if self._is_fact_line(paragraph):
            self._now.take_facts(text)
        elif self._now.part in START and any(map(is_only_facts, text.split("\n"))):
            for line in filter(str.strip, text.split("\n")):
                self._take_paragraph(ReadParagraph(line))
        elif paragraph.is_heading and not paragraph.is_list and self._is_category(paragraph):
            self._now.category = (str(without_number(text)), "")
        elif not paragraph.is_list and (heading := heading_in(paragraph, self._now.municipality)):
            self._enter(heading, paragraph)
        elif paragraph.is_heading and not paragraph.is_list:
            self._take_heading(paragraph)
        elif not self._texts.take_legend_line(text):
            self._texts.take(paragraph)

    def _take_table(self, table: ReadTable) -> None:
        above = rows_above(table.rows)
        for row in table.rows[:above]:
            self._take_row_above(row)
        self._tables.take(table.rows[above:])

    def _take_row_above(self, row: RowCells) -> None:
        """Take a row above the headings of a table: what it is about, or texts of no part."""
        said = list(dict.fromkeys(str(cell.text) for cell in row if cell.text))
        around = self._now.part, self._now.category, self._now.level
        self._take_paragraph(ReadParagraph("\t".join(said)))
        if around[0] is ReportPart.BALANCE:
            self._now.part, self._now.category, self._now.level = around

    def _is_category(self, paragraph: ReadParagraph) -> bool:
        """Return whether a heading stands over a table that goes on with the balance list."""
        if (
            self._now.part is not ReportPart.BALANCE
            or self._now.level_of(paragraph) < self._now.level
        ):
            return False
        heading = heading_in(paragraph, self._now.municipality)
        if heading is not None and heading.part is ReportPart.BALANCE:
            return False
        near = self._following[:NEAR_AHEAD]
        table = next((block for block in near if isinstance(block, ReadTable)), None)
        between = near[: near.index(table)] if table is not None else ()
        is_next = not any(isinstance(each, ReadParagraph) and each.is_heading for each in between)
        return table is not None and is_next and self._goes_on(table)

    def _goes_on(self, table: ReadTable) -> bool:
        """Return whether a table holds a balance list, or more rows of the one before."""
        rows = table.rows
        is_headed = any(map(is_balance_heading, (with_one_status(rows)[0], *rows[1:3])))
        return is_headed or (bool(self._now.columns) and len(rows[0]) == len(self._now.columns))

    def _take_heading(self, paragraph: ReadParagraph) -> None:
        """Take a heading that is none of the known: a locality, or the end of the part before."""
        text, level = trimmed(paragraph.text), self._now.level_of(paragraph)
        is_first = level == self._now.level and not self._now.has_begun
        is_inside = level > self._now.level or is_first
        if self._now.part is ReportPart.GLOSSARY and TERM_LINE.fullmatch(text):
            self._texts.take(paragraph)
        elif self._now.part is ReportPart.GENERAL and is_inside and len(text) <= LONGEST_NAME:
            self._now.level = self._now.level if level > self._now.level else level - SLIGHTLY
            self._texts.add_locality(without_number(text).rstrip(": "), "")
            self._now.is_under_name, self._now.has_begun = True, True
        else:
            if not is_inside and self._now.part not in START:
                self._now.part, self._now.category = ReportPart.OTHER, ("", "")
            self._now.take_unknown(as_typed(paragraph, text))

    def _is_over_contents(self, text: str) -> bool:
        """Return whether a line is the heading of a table of contents."""
        following = self._following[:1] if normalised(text) in CONTENTS else ()
        return any(isinstance(each, ReadParagraph) and each.is_contents for each in following)

    def _take_contents(self, text: str) -> None:
        """Count a line of the table of contents; keep one that says what no heading says."""
        if without_page(text) in self._said or normalised(text) in CONTENTS:
            self._contents += 1
        else:
            self._now.imported.leave(text)

    def _is_fact_line(self, paragraph: ReadParagraph) -> bool:
        can_be = self._now.part in START or not (paragraph.is_heading or paragraph.is_list)
        return can_be and is_only_facts(paragraph.text)

    def _enter(self, heading: Heading, paragraph: ReadParagraph) -> None:
        """Begin a part, keep what its heading says beyond that, and take what follows it."""
        if heading.part is ReportPart.BALANCE:
            self._now.columns = ()
        self._now.part, self._now.is_under_name = heading.part, False
        self._now.level, self._now.has_begun = self._now.level_of(paragraph), False
        self._now.category, is_general = ("", ""), heading.part is ReportPart.GENERAL
        self._now.has_typed_notes = is_general and are_typed_notes(self._following)
        self._now.note_facts(heading.text)
        head, dash, rest = split(heading.text, " – ")
        if heading.part is ReportPart.BALANCE and dash and heading_in(ReadParagraph(head)):
            self._now.category = (str(rest), "")
        elif heading.says_more or heading.part is ReportPart.OTHER:
            self._now.imported.leave(heading.text)
        if heading.rest:
            self._texts.take(ReadParagraph(heading.rest))
