"""A lägesbild that somebody wrote by hand: found by what its headings and tables say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of, listed
from lagesbild_xlsx.model import SHEET_NAMES, ListRow, Locality, Priority, Report, Section, Term
from lagesbild_xlsx.model import Paragraph as ParagraphRow
from lagesbild_xlsx.model.words import CATEGORY
from lagesbild_xlsx.places import FILE, Place, normalised, trimmed
from lagesbild_xlsx.word.reading.balance import (
    ACTIVITY,
    BALANCE_LIST,
    DECLARED,
    EXPECTED,
    NUMBER,
    STATUS,
    WORDS,
    Row,
    activity_in,
    columns_in,
    is_balance_heading,
    is_heading_inside,
    status_in,
    with_number_apart,
)
from lagesbild_xlsx.word.reading.blocks import (
    Aside,
    Block,
    Paragraph,
    Table,
    TableCell,
    TextBox,
)
from lagesbild_xlsx.word.reading.facts import facts_in, is_only_facts, municipality_in
from lagesbild_xlsx.word.reading.headings import (
    NUMBER_BEFORE,
    SECTIONS,
    SOURCES,
    Heading,
    Part,
    heading_in,
)
from lagesbild_xlsx.word.reading.imported import Found, ImportedSheets, Said, heading_named
from lagesbild_xlsx.word.reading.legend import letters_in, meanings_in
from lagesbild_xlsx.word.reading.localities import (
    LONGEST_NAME,
    are_typed_notes,
    named_note,
    typed_note,
    without_number,
)
from lagesbild_xlsx.word.reading.looks import BY_HAND
from lagesbild_xlsx.word.reading.numbering import BULLET
from lagesbild_xlsx.word.reading.shapes import (
    guessed_columns,
    holds_figures,
    is_term_heading,
    locality_columns,
    with_one_status,
)
from lagesbild_xlsx.word.reading.texts import (
    joined,
    split,
    with_label,
    without_bullet,
    without_start,
)

LOCALITY = DECLARED["locality"]
REPORT, DATE = SHEET_NAMES[Report], headings_of(Report)["date"]

TAB = r"(?>\s*?\t)\s*+"
"""A tab in a space, and all of that: in linear time, as all is below, however long the space."""

LEGEND_LINE = re.compile(
    rf"\s*+(?P<status>\w++)(?:\s*+[=:–-]\s*+|{TAB})(?:=\s*+)?(?P<meaning>\S.*)", re.DOTALL
)
TERM_LINE = re.compile(
    r"\s*+(?P<term>\S.{0,60}?)(?<=\S)"
    rf"(?:\s++(?P<mark>[-–—=])\s++|\s*+(?P<colon>:)\s++|{TAB})(?P<explanation>\S.*)",
    re.DOTALL,
)
HYPHENS = ("-", "=", None)
"""The marks between a term and its explanation that are the template's own hyphen."""

SHORTENED = re.compile(r"\s*+(?P<term>[A-ZÅÄÖ]{2,8})\s++(?P<explanation>\S.*)", re.DOTALL)
"""An abbreviation before what it means, without a mark."""

ITEM = re.compile(r"(?:(?:[a-zåäö]\)|\d{1,2}[.)])\s+)?")
"""How the number of an item is typed, if it has one."""

NEAR_AHEAD, FAR_AHEAD = 4, 60
"""How many blocks are looked at to see what a heading stands over."""

DEEPEST, SLIGHTLY = 9.0, 0.0001
PARTS_OF_PAIRS = frozenset((Part.GLOSSARY, Part.GENERAL, Part.LEGEND))
"""The parts whose tables have a name in each row, and what is said of it."""

START = frozenset((Part.BEFORE, Part.INTRODUCTION))
NOTHING = frozenset(("inget rapporterat", "inget att rapportera", "-", "–"))
"""How a locality's note says that there is nothing to say, folded."""

LONGEST_LETTERHEAD = 60
CONTENTS = frozenset(("innehåll", "innehållsförteckning"))
BEFORE_NAME, PAGE_AFTER = re.compile(r"^[\d.]+\s+"), re.compile(r"\s+\d+$")
PAGE_NUMBER = re.compile(r"(?:sida|sid)\.? \d+(?: ?(?:av|\(|/) ?\d+\)?)?|\d+ ?\(\d+\)")


@dataclass
class TypedReader:
    """Goes through the blocks of a document, and gathers what each part of it says."""

    blocks: Sequence[Block]
    around: Sequence[str] = ()
    imported: ImportedSheets = field(default_factory=ImportedSheets)
    part: Part = Part.BEFORE
    columns: tuple[str, ...] = ()
    order: Found = field(default_factory=dict)
    """The headings of a table, for its first row: those of user-defined keep their order."""
    contents: int = 0
    """How many lines of a table of contents were left out."""
    left_out: Counter[str] = field(default_factory=Counter)
    is_under_name: bool = False
    level: float = 0.0
    """How deep the heading of the part stands."""
    following: Sequence[Block] = ()
    """The next blocks: what a heading is depends on what it stands over."""
    category: tuple[str, str] = ("", "")
    """The headings over the rows of a list: one above its table, one inside."""
    has_typed_notes: bool = False
    has_told_category: bool = False
    _has_begun: bool = False
    told_missing: set[tuple[str, ...]] = field(default_factory=set)
    told_words: set[str] = field(default_factory=set)

    def read(self) -> ImportedSheets:
        """Return what was found."""
        self._letterheads = letterheads(self.blocks)
        paragraphs = (block for block in self.blocks if isinstance(block, Paragraph))
        self._said = {without_page(each.text) for each in paragraphs if not each.is_contents}
        self._letters = letters_in(each for each in self._said_texts())
        self._is_numbered = any(
            block.is_heading and block.level >= BY_HAND and NUMBER_BEFORE.match(block.text)
            for block in self.blocks
            if isinstance(block, Paragraph)
        )
        self._municipality = self._first_municipality()
        self._take_blocks(self.blocks)
        self._place_activities()
        self.imported.join_lines()
        for line in (*self.around, *self._letterheads):
            self._note_facts(line)
        self._tell_left_out()
        return self.imported

    def _said_texts(self) -> Iterator[str]:
        return (block.text for block in self.blocks if isinstance(block, Paragraph))

    def _take_blocks(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            self.following = blocks[at + 1 : at + 1 + FAR_AHEAD]
            match block:
                case Table():
                    self._take_table(block)
                case TextBox():
                    self._take_box(block)
                case Aside():
                    self.imported.leave(block.said, rules.BESIDE_THE_TEXT)
                case _:
                    self._take_paragraph(block)

    def _place_activities(self) -> None:
        """Give an activity the locality that the heading over it ends with."""
        localities = self.imported.rows.get(SHEET_NAMES[Locality], [])
        names = [row.get(headings_of(Locality)["name"], Said()).text for row in localities]
        for row in self.imported.rows.get(BALANCE_LIST, []):
            over = str(row.get(self._category_heading, Said()).text)
            found = max((n for n in names if n and _ends_with(over, n)), key=len, default="")
            if found and LOCALITY not in row:
                row[LOCALITY] = Said(found)

    def _take_box(self, box: TextBox) -> None:
        """Take what stands in a box; what follows the box belongs to the part around it."""
        around = self.part, self.columns, self.is_under_name, self.level
        self.part = self.part if self.part in START else Part.OTHER
        self._take_blocks(box.blocks)
        self.part, self.columns, self.is_under_name, self.level = around

    def _tell_left_out(self) -> None:
        for text, count in self.left_out.items():
            times = "" if count == 1 else f" ({count} gånger)"
            self.imported.findings.append(rules.LINE_LEFT_OUT.at(FILE, value=text, times=times))
        if around := [line for line in self.around if _says_words(line)]:
            said = " / ".join(dict.fromkeys(map(str, around)))
            self.imported.findings.append(rules.LINES_AROUND.at(FILE, value=said))
        if self.contents:
            found = rules.CONTENTS_LEFT_OUT.at(FILE, count=self.contents)
            self.imported.findings.append(found)

    def _first_municipality(self) -> str:
        texts = (block.text for block in self.blocks if isinstance(block, Paragraph))
        return next(filter(None, map(municipality_in, (*texts, *self.around))), "")

    # -------------------------------------------------------------- paragraphs

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if paragraph.is_contents or self._is_over_contents(text):
            self._take_contents(text)
            return
        if text in self._letterheads:
            self.left_out[str(text)] += 1
            return
        if self._is_fact_line(paragraph):
            self._take_facts(text)
        elif self.part in START and any(map(is_only_facts, text.split("\n"))):
            for line in filter(str.strip, text.split("\n")):
                self._take_paragraph(Paragraph(line))
        elif paragraph.is_heading and not paragraph.is_list and self._is_category(paragraph):
            self.category = (str(without_number(text)), "")
        elif not paragraph.is_list and (heading := heading_in(paragraph, self._municipality)):
            self._enter(heading, paragraph)
        elif paragraph.is_heading and not paragraph.is_list:
            self._take_heading(paragraph)
        elif not self._take_legend_line(text):
            self._take_text(paragraph)

    def _level_of(self, paragraph: Paragraph) -> float:
        """Return how deep a heading stands; one made by hand by the number typed before it too."""
        if not paragraph.is_heading or paragraph.level < BY_HAND:
            return paragraph.level if paragraph.is_heading else -1
        found = NUMBER_BEFORE.match(paragraph.text)
        depth = len(found[0].strip(" .").split(".")) if found else 0
        return paragraph.level + (depth or (DEEPEST if self._is_numbered else 0))

    def _is_category(self, paragraph: Paragraph) -> bool:
        """Return whether a heading stands over a table that goes on with the balance list."""
        if self.part is not Part.BALANCE or self._level_of(paragraph) < self.level:
            return False
        heading = heading_in(paragraph, self._municipality)
        if heading is not None and heading.part is Part.BALANCE:
            return False
        near = self.following[:NEAR_AHEAD]
        table = next((block for block in near if isinstance(block, Table)), None)
        between = near[: near.index(table)] if table is not None else ()
        is_next = not any(isinstance(each, Paragraph) and each.is_heading for each in between)
        return table is not None and is_next and self._goes_on(table)

    def _goes_on(self, table: Table) -> bool:
        """Return whether a table holds a balance list, or more rows of the one before."""
        rows = table.rows
        is_headed = any(map(is_balance_heading, (with_one_status(rows)[0], *rows[1:3])))
        return is_headed or (bool(self.columns) and len(rows[0]) == len(self.columns))

    def _take_heading(self, paragraph: Paragraph) -> None:
        """Take a heading that is none of the known: a locality, or the end of the part before."""
        text, level = trimmed(paragraph.text), self._level_of(paragraph)
        is_inside = level > self.level or (level == self.level and not self._has_begun)
        if self.part is Part.GLOSSARY and TERM_LINE.fullmatch(text):
            self._take_text(paragraph)
        elif self.part is Part.GENERAL and is_inside and len(text) <= LONGEST_NAME:
            self.level = self.level if level > self.level else level - SLIGHTLY
            self._add_locality(without_number(text).rstrip(": "), "")
            self.is_under_name, self._has_begun = True, True
        else:
            if not is_inside and self.part not in START:
                self.part, self.category = Part.OTHER, ("", "")
            self._take_unknown(as_typed(paragraph, text))

    def _is_over_contents(self, text: str) -> bool:
        """Return whether a line is the heading of a table of contents."""
        following = self.following[:1]
        is_over = any(isinstance(each, Paragraph) and each.is_contents for each in following)
        return is_over and normalised(text) in CONTENTS

    def _take_contents(self, text: str) -> None:
        """Count a line of the table of contents; keep one that says what no heading says."""
        if without_page(text) in self._said or normalised(text) in CONTENTS:
            self.contents += 1
        else:
            self.imported.leave(text)

    def _is_fact_line(self, paragraph: Paragraph) -> bool:
        can_be = self.part in START or not (paragraph.is_heading or paragraph.is_list)
        return can_be and is_only_facts(paragraph.text)

    def _take_facts(self, text: str) -> None:
        if not self._note_facts(text):
            self.imported.leave(text)

    def _enter(self, heading: Heading, paragraph: Paragraph) -> None:
        """Begin a part, keep what its heading says beyond that, and take what follows it."""
        if heading.part is Part.BALANCE:
            self.columns = ()
        self.part, self.is_under_name = heading.part, False
        self.level, self._has_begun, self.category = self._level_of(paragraph), False, ("", "")
        self.has_typed_notes = heading.part is Part.GENERAL and are_typed_notes(self.following)
        self._note_facts(heading.text)
        head, dash, rest = split(heading.text, " – ")
        if heading.part is Part.BALANCE and dash and heading_in(Paragraph(head)):
            self.category = (str(rest), "")
        elif heading.says_more or heading.part is Part.OTHER:
            self.imported.leave(heading.text)
        if heading.rest:
            self._take_text(Paragraph(heading.rest))

    def _note_facts(self, text: str) -> bool:
        """Note the facts of a line, and return whether none differs from the ones before.

        Another date is reported.
        """
        found = facts_in(text)
        for name, value in found.items():
            self.imported.set_field(REPORT, name, value)
        known = {name: self.imported.field(REPORT, name) for name in found}
        if known.get(DATE) != found.get(DATE):
            values = {"heading": DATE, "first": known[DATE], "other": found[DATE]}
            self.imported.findings.append(rules.FACTS_DIFFER.at(FILE, **values))
        return known == found

    def _take_text(self, paragraph: Paragraph) -> None:
        """Take a paragraph into the part that it stands in."""
        text = trimmed(without_bullet(paragraph.text))
        self._has_begun = True
        if self.part is Part.GLOSSARY and "\n" in text:
            for line in filter(None, map(str.strip, text.split("\n"))):
                self._take_text(Paragraph(line))
        elif self.part is Part.GENERAL:
            self._take_general(paragraph, text)
        elif self.part in (Part.GLOSSARY, Part.LEGEND) and (found := TERM_LINE.fullmatch(text)):
            self._add_term(found["term"], found["mark"], found["explanation"])
        elif self.part is Part.GLOSSARY and (found := SHORTENED.fullmatch(text)):
            self._add_term(found["term"], None, found["explanation"])
        elif paragraph.is_heading and not paragraph.is_list:
            self._take_unknown(as_typed(paragraph, text))
        elif self.part in SOURCES:
            text = trimmed(without_start(text, len(ITEM.match(text)[0])))  # type: ignore[index]
            self.imported.add_row(Priority, source=SOURCES[self.part], priority=text)
        elif self.part in SECTIONS or self.part is Part.FORWARD:
            self._take_forward(text)
        elif self.part is Part.INTRODUCTION:
            self.imported.add_line(Report, "introduction", as_typed(paragraph, text))
        else:
            self._take_unknown(as_typed(paragraph, text))

    def _take_unknown(self, text: str) -> None:
        """Keep a text that belongs to no part; a line around the title can tell facts."""
        if self.part in START:
            self._note_facts(text)
        self.imported.leave(text)

    def _take_forward(self, text: str) -> None:
        section = SECTIONS.get(self.part, Section.SHORT_TERM)
        self.imported.add_row(ParagraphRow, section=section, text=text)
        if self.part is Part.FORWARD:
            sheet, heading = SHEET_NAMES[ParagraphRow], headings_of(ParagraphRow)["section"]
            self.imported.remark(rules.SECTION_GUESSED, sheet, heading, section=section)

    def _take_general(self, paragraph: Paragraph, text: str) -> None:
        """Take a paragraph about the localities: a name with its note, or what it builds on."""
        localities = self.imported.rows.get(SHEET_NAMES[Locality], [])
        if "\t" in text:
            name, _, note = split(text, "\t")
            self._add_locality(name, note)
        elif self.has_typed_notes and (found := typed_note(text)):
            self._add_locality(*found)
        elif named := named_note(text):
            self._add_locality(*named)
        elif self.is_under_name and localities:
            self.imported.add_line(Locality, "note", as_typed(paragraph, without_nothing(text)))
        elif localities or paragraph.is_heading:
            self.imported.leave(as_typed(paragraph, text))
        else:
            self.imported.add_line(Report, "basis", as_typed(paragraph, text))

    def _add_locality(self, name: str, note: str) -> None:
        self.imported.add_row(Locality, name=name, note=without_nothing(note))

    def _add_term(self, term: str, mark: str | None, explanation: str) -> None:
        own_mark = {} if mark in HYPHENS else {"mark": mark or ""}
        self.imported.add_row(Term, term=term, explanation=trimmed(explanation), **own_mark)

    def _take_legend_line(self, text: str) -> bool:
        """Take a line such as ``Rött = står still``; return whether it was one and said no more."""
        if self.part not in (Part.BALANCE, Part.LEGEND, Part.GLOSSARY):
            return False
        found = LEGEND_LINE.fullmatch(text)
        several = meanings_in(text, self._letters)
        for status, meaning in several:
            self._add_meaning(status, meaning)
        if found is None or several:
            return False
        status = status_in(TableCell(found["status"]))
        if status:
            self._add_meaning(status, found["meaning"])
        return bool(status)

    def _add_meaning(self, status: str, meaning: str) -> None:
        self.imported.add_row(ListRow, status=status, meaning=meaning)

    # -------------------------------------------------------------- tables

    def _take_table(self, table: Table) -> None:
        """Take a table as what its headings say that it is, or what stands in its columns."""
        self._has_begun = True
        rows: Sequence[Row] = table.rows
        at = next((n for n in range(len(rows[:3])) if _is_headed(rows[n:])), None)
        if at is not None:
            for row in rows[:at]:
                self._take_row_above(row)
            self._begin_list(with_one_status(rows[at:]))
            return
        cells = [tuple(cell for cell in row if cell.span) for row in rows]
        if self._take_meanings(cells):
            return
        if columns := locality_columns(rows):
            self._take_localities(rows[1:], columns)
        elif self.part is Part.BALANCE and len(rows[0]) <= len(self.columns):
            self._take_activities(rows)
        elif self.part not in PARTS_OF_PAIRS and (columns := guessed_columns(rows)):
            self._take_guessed(rows, columns)
        else:
            takers: dict[Part, Callable[[Sequence[TableCell]], None]] = {
                Part.GENERAL: self._take_locality_row,
                Part.GLOSSARY: self._take_term_row,
            }
            kind = Part.OTHER if holds_figures(rows[1:]) else self.part
            kind = Part.GLOSSARY if is_term_heading(cells[0]) else kind
            for row in cells[1:] if is_term_heading(cells[0]) else cells:
                takers.get(kind, self._take_plain_row)(row)

    def _take_row_above(self, row: Row) -> None:
        """Take a row above the headings of a table: what it is about, or texts of no part."""
        said = list(dict.fromkeys(str(cell.text) for cell in row if cell.text))
        around = self.part, self.category, self.level
        self._take_paragraph(Paragraph("\t".join(said)))
        if around[0] is Part.BALANCE:
            self.part, self.category, self.level = around

    def _begin_list(self, rows: Sequence[Row]) -> None:
        """Take the rows of a balance list, the first of which holds its headings."""
        heading, *below = rows
        if self.part is not Part.BALANCE:
            self.level, self.category = DEEPEST, ("", "")
        columns = columns_in(heading, below)
        self._tell_taken(heading, columns)
        numbered = with_number_apart(below, columns)
        if numbered and len(numbered[0]) > len(below[0]):
            at = columns.index(ACTIVITY)
            columns = (*columns[:at], NUMBER, *columns[at:])
        self.part, self.columns = Part.BALANCE, columns
        self._tell_missing_columns()
        self.order = dict.fromkeys(self.columns, Said())
        self._take_activities(numbered)

    def _tell_taken(self, heading: Row, columns: Sequence[str]) -> None:
        """Say which columns were known by a word that can mean other things; each word once."""
        for cell, column in zip(heading, columns, strict=True):
            word = normalised(cell.text)
            if WORDS.get(word) == column and word not in self.told_words:
                self.told_words.add(word)
                told = rules.COLUMN_TAKEN.at(Place(BALANCE_LIST), value=cell.text, heading=column)
                self.imported.findings.append(told)

    def _take_guessed(self, rows: Sequence[Row], columns: tuple[str, ...]) -> None:
        """Take a balance list without headings, and say what was guessed."""
        self.part, self.columns = Part.BALANCE, columns
        named = tuple(dict.fromkeys(each for each in columns if each in DECLARED.values()))
        told = rules.COLUMNS_GUESSED.at(Place(BALANCE_LIST), headings=listed(named))
        self.imported.findings.append(told)
        self._take_activities(rows)

    def _take_localities(self, rows: Sequence[Row], columns: Sequence[str]) -> None:
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
            found = {heading: Said(joined(said)) for heading, said in texts.items()}
            found[note] = Said(without_nothing(found.get(note, Said()).text))
            self.imported.add(sheet, found | ({CATEGORY: Said(group)} if group else {}))

    def _tell_missing_columns(self) -> None:
        missing = tuple(heading for heading in EXPECTED if heading not in self.columns)
        if missing and missing not in self.told_missing:
            self.told_missing.add(missing)
            told = rules.COLUMNS_NOT_FOUND.at(Place(BALANCE_LIST), headings=listed(missing))
            self.imported.findings.append(told)

    def _take_meanings(self, rows: Sequence[Sequence[TableCell]]) -> bool:
        """Take a legend: rows of a status, in word or colour, and what it means."""
        pairs = [(status_in(row[0]), row[1].text) for row in rows if len(row) == 2]  # noqa: PLR2004
        if not pairs or len(pairs) < len(rows) or not all(map(all, pairs)):
            return False
        for status, meaning in pairs:
            self._add_meaning(status, meaning.lstrip("=–- "))
        return True

    def _take_activities(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if is_heading_inside(row, self.columns):
                self.category = (self.category[0], "".join(cell.text for cell in row))
            elif not is_balance_heading(row):
                self._take_activity(row)

    def _take_activity(self, row: Row) -> None:
        found, status = activity_in(row, self.columns, self._letters)
        if not any(found.get(heading, Said()) != Said() for heading in DECLARED.values()):
            texts = (f"{heading}: {said.text}" for heading, said in found.items() if said.text)
            self.imported.leave("\n".join(texts))
            return
        category = " – ".join(filter(None, self.category))
        if category:
            found[self._category_heading] = Said(category)
        self.imported.add(BALANCE_LIST, self.order | found)
        self.order = {}
        if category and not self.has_told_category:
            self.has_told_category = True
            told = rules.CATEGORIES_FOUND.at(Place(BALANCE_LIST), heading=self._category_heading)
            self.imported.findings.append(told)
        if status.aside:
            self.imported.set_aside(BALANCE_LIST, STATUS, status.aside)
        if status.by_colour:
            word = status.by_colour
            self.imported.remark(rules.STATUS_BY_COLOUR, BALANCE_LIST, STATUS, status=word)

    @property
    def _category_heading(self) -> str:
        """What the column of the list's headings is called, where the list has none of the name."""
        return CATEGORY if CATEGORY not in self.columns else f"{CATEGORY} i dokumentet"

    def _take_locality_row(self, row: Sequence[TableCell]) -> None:
        name, *notes = (cell.text for cell in row)
        if heading_named(SHEET_NAMES[Locality], name) == headings_of(Locality)["name"] and notes:
            return
        if notes:
            self._add_locality(name.rstrip(": "), joined(notes))
        else:
            self._take_text(Paragraph(name))

    def _take_term_row(self, row: Sequence[TableCell]) -> None:
        term, *rest = (cell.text for cell in row)
        if heading_named(SHEET_NAMES[Term], term) != headings_of(Term)["term"] and rest:
            self._add_term(term, None, joined(rest).lstrip("=–- "))
        elif not rest:
            self._take_text(Paragraph(term))

    def _take_plain_row(self, row: Sequence[TableCell]) -> None:
        if self.part in SOURCES or self.part in SECTIONS:
            for cell in filter(attrgetter("text"), row):
                self._take_text(Paragraph(cell.text, is_list=True))
        else:
            self._take_fact_row([cell.text for cell in row])

    def _take_fact_row(self, texts: Sequence[str]) -> None:
        """Take a row that can be a fact, such as ``Datum`` beside a date; keep any other."""
        said = (": " if len(texts) == len(("label", "value")) else " ").join(texts)
        if is_only_facts(said):
            self._take_facts(said)
        else:
            self._take_unknown("\t".join(texts))


def _ends_with(heading: str, name: str) -> bool:
    """Return whether the last words of a heading are a name."""
    words, named = normalised(heading).split(), normalised(name).split()
    return words[-len(named) :] == named


def _is_headed(rows: Sequence[Row]) -> bool:
    """Return whether the first of some rows holds the headings of a balance list."""
    return bool(rows) and is_balance_heading(with_one_status(rows)[0])


# ------------------------------------------------------------------ what a text is


def letterheads(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the lines of a letterhead that stand in the text: in capitals, or a page number."""
    texts = [str(block.text) for block in blocks if isinstance(block, Paragraph)]
    counts = Counter(texts)
    return frozenset(
        text
        for text in counts
        if PAGE_NUMBER.fullmatch(normalised(text))
        or (text.isupper() and len(text) <= LONGEST_LETTERHEAD and "KOMMUN" in text.split())
    )


def as_typed(paragraph: Paragraph, text: str) -> str:
    """Return a paragraph's text as a hand would type it: an item of a list after its mark."""
    label = "-" if paragraph.label == BULLET else paragraph.label
    return with_label(text, label) if paragraph.is_list else text


def without_page(line: str) -> str:
    """Return a line of a table of contents as its heading is compared: no number, no page."""
    return normalised(PAGE_AFTER.sub("", BEFORE_NAME.sub("", line)))


def _says_words(line: str) -> bool:
    """Return whether a line says more than a page number."""
    return any(map(str.isalpha, line)) and not PAGE_NUMBER.fullmatch(normalised(line))


def without_nothing(note: str) -> str:
    """Return a locality's note; nothing where it says that there is nothing to say."""
    return "" if normalised(note).rstrip(".") in NOTHING else note
