"""A lägesbild that somebody wrote by hand: found by what its headings and tables say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of, listed
from lagesbild_xlsx.model import SHEET_NAMES, ListRow, Locality, Priority, Report, Section, Term
from lagesbild_xlsx.model import Paragraph as ParagraphRow
from lagesbild_xlsx.places import FILE, FormattedText, Place, normalised, runs_of, trimmed
from lagesbild_xlsx.word.reading.balance import (
    BALANCE_LIST,
    DECLARED,
    EXPECTED,
    STATUS,
    activity_in,
    columns_in,
    is_balance_heading,
    is_heading_inside,
    status_in,
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
from lagesbild_xlsx.word.reading.headings import SECTIONS, SOURCES, Heading, Part, heading_in
from lagesbild_xlsx.word.reading.imported import Found, ImportedSheets, Said, heading_named
from lagesbild_xlsx.word.reading.numbering import BULLET
from lagesbild_xlsx.word.reading.texts import (
    joined,
    split,
    with_label,
    without_bullet,
    without_start,
)

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

START = frozenset((Part.BEFORE, Part.INTRODUCTION))
NOTHING = frozenset(("inget rapporterat", "inget att rapportera", "-", "–"))
"""How a locality's note says that there is nothing to say, folded."""

MARKS = (":", "–", "-")
"""What stands between a locality's name and its note."""

LONGEST_NAME = 40
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
    told_missing: set[tuple[str, ...]] = field(default_factory=set)

    def read(self) -> ImportedSheets:
        """Return what was found."""
        self._letterheads = letterheads(self.blocks)
        paragraphs = (block for block in self.blocks if isinstance(block, Paragraph))
        self._said = {without_page(each.text) for each in paragraphs if not each.is_contents}
        self._municipality = self._first_municipality()
        self._take_blocks(self.blocks)
        self.imported.join_lines()
        for line in (*self.around, *self._letterheads):
            self._note_facts(line)
        self._tell_left_out()
        return self.imported

    def _take_blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Table():
                    self._take_table(block)
                case TextBox():
                    self._take_box(block)
                case Aside():
                    self.imported.leave(block.said, rules.BESIDE_THE_TEXT)
                case _:
                    self._take_paragraph(block)

    def _take_box(self, box: TextBox) -> None:
        """Take what stands in a box; what follows the box belongs to the part around it."""
        around = self.part, self.columns, self.is_under_name
        self.part = self.part if self.part in START else Part.OTHER
        self._take_blocks(box.blocks)
        self.part, self.columns, self.is_under_name = around

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
        if paragraph.is_contents:
            self._take_contents(text)
            return
        if text in self._letterheads:
            self.left_out[str(text)] += 1
            return
        if self._is_fact_line(paragraph):
            self._take_facts(text)
        elif not paragraph.is_list and (heading := heading_in(paragraph, self._municipality)):
            self._enter(heading)
        elif not self._take_legend_line(text):
            self._take_text(paragraph)

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

    def _enter(self, heading: Heading) -> None:
        """Begin a part, keep what its heading says beyond that, and take what follows it."""
        if heading.part is Part.BALANCE:
            self.columns = ()
        self.part, self.is_under_name = heading.part, False
        self._note_facts(heading.text)
        if heading.says_more:
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
        if self.part is Part.GENERAL:
            self._take_general(paragraph, text)
        elif self.part is Part.GLOSSARY and (found := TERM_LINE.fullmatch(text)):
            self._add_term(found["term"], found["mark"], found["explanation"])
        elif paragraph.is_heading and not paragraph.is_list:
            self._take_unknown(as_typed(paragraph, text))
        elif self.part in SOURCES:
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
        elif paragraph.is_heading and len(text) <= LONGEST_NAME:
            self._add_locality(text.rstrip(": "), "")
            self.is_under_name = True
        elif named := _named_note(text):
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
        """Take a line such as ``Rött = står still``; return whether it was one."""
        found = LEGEND_LINE.fullmatch(text)
        if found is None or self.part not in (Part.BALANCE, Part.LEGEND, Part.GLOSSARY):
            return False
        status = status_in(TableCell(found["status"]))
        if status:
            self._add_meaning(status, found["meaning"])
        return bool(status)

    def _add_meaning(self, status: str, meaning: str) -> None:
        self.imported.add_row(ListRow, status=status, meaning=meaning)

    # -------------------------------------------------------------- tables

    def _take_table(self, table: Table) -> None:
        rows = table.rows
        at = next((n for n, row in enumerate(rows[:3]) if is_balance_heading(row)), None)
        if at is not None:
            for row in rows[:at]:
                self._take_paragraph(Paragraph(joined((cell.text for cell in row), "\t")))
            self.part, self.columns = Part.BALANCE, columns_in(rows[at], rows[at + 1 :])
            self._tell_missing_columns()
            self.order = dict.fromkeys(self.columns, Said())
            rows = rows[at + 1 :]
        cells = [tuple(cell for cell in row if cell.span) for row in rows]
        if self._take_meanings(cells):
            return
        if self.part is Part.BALANCE and self.columns:
            self._take_activities(rows)
        else:
            takers: dict[Part, Callable[[Sequence[TableCell]], None]] = {
                Part.GENERAL: self._take_locality_row,
                Part.GLOSSARY: self._take_term_row,
            }
            for row in cells:
                takers.get(self.part, self._take_plain_row)(row)

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

    def _take_activities(self, rows: Iterable[Sequence[TableCell]]) -> None:
        for row in rows:
            if is_heading_inside(row, self.columns):
                self.imported.leave("".join(cell.text for cell in row))
            elif not is_balance_heading(row):
                self._take_activity(row)

    def _take_activity(self, row: Sequence[TableCell]) -> None:
        found, status = activity_in(row, self.columns)
        if not any(found.get(heading, Said()) != Said() for heading in DECLARED.values()):
            texts = (f"{heading}: {said.text}" for heading, said in found.items() if said.text)
            self.imported.leave("\n".join(texts))
            return
        self.imported.add(BALANCE_LIST, self.order | found)
        self.order = {}
        if status.aside:
            self.imported.set_aside(BALANCE_LIST, STATUS, status.aside)
        if status.by_colour:
            word = status.by_colour
            self.imported.remark(rules.STATUS_BY_COLOUR, BALANCE_LIST, STATUS, status=word)

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
        said = " ".join(texts)
        if is_only_facts(said):
            self._take_facts(said)
        else:
            self._take_unknown("\t".join(texts))


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


def _named_note(text: str) -> tuple[str, str] | None:
    """Return a locality and its note from a line that begins with the name in bold, and a mark."""
    first, *rest = runs_of(text)
    name, note = first.text.strip(), trimmed(FormattedText(rest))
    is_apart = name.endswith(MARKS) or note.startswith(MARKS)
    name = name.rstrip(":–- ")
    if not (first.bold and is_apart and 0 < len(name) <= LONGEST_NAME):
        return None
    return name, without_start(note, len(note) - len(note.lstrip(":–- ")))
