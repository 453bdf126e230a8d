"""The paragraphs of a typed document, each put where its part of the report says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import (
    SHEET_NAMES,
    ListRow,
    Locality,
    Paragraph,
    Priority,
    Report,
    Section,
    Term,
)
from lagesbild_xlsx.places import normalised, trimmed
from lagesbild_xlsx.word.reading.balance import status_in
from lagesbild_xlsx.word.reading.blocks import ReadParagraph, TableCell
from lagesbild_xlsx.word.reading.facts import date_before
from lagesbild_xlsx.word.reading.headings import SECTIONS, SOURCES, ReportPart
from lagesbild_xlsx.word.reading.legend import meanings_in
from lagesbild_xlsx.word.reading.localities import named_note, typed_note
from lagesbild_xlsx.word.reading.numbering import BULLET
from lagesbild_xlsx.word.reading.texts import split, with_label, without_bullet, without_start
from lagesbild_xlsx.word.reading.typed.sources import sources_in
from lagesbild_xlsx.word.reading.typed.state import Reading

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

NOTHING = frozenset(("inget rapporterat", "inget att rapportera", "-", "–"))
"""How a locality's note says that there is nothing to say, folded."""


@dataclass
class TextTaker:
    """Takes paragraphs into the part that they stand in."""

    now: Reading

    def take(self, paragraph: ReadParagraph) -> None:
        """Take a paragraph into the part that it stands in."""
        text = trimmed(without_bullet(paragraph.text))
        self.now.has_begun = True
        if self.now.part is ReportPart.GLOSSARY and "\n" in text:
            for line in filter(None, map(str.strip, text.split("\n"))):
                self.take(ReadParagraph(line))
        elif self.now.part is ReportPart.GENERAL:
            self._take_general(paragraph, text)
        elif self.now.part in (ReportPart.GLOSSARY, ReportPart.LEGEND) and (
            found := TERM_LINE.fullmatch(text)
        ):
            self.add_term(found["term"], found["mark"], found["explanation"])
        elif self.now.part is ReportPart.GLOSSARY and (found := SHORTENED.fullmatch(text)):
            self.add_term(found["term"], None, found["explanation"])
        elif paragraph.is_heading and not paragraph.is_list:
            self.now.take_unknown(as_typed(paragraph, text))
        elif self.now.part in SOURCES:
            self._take_priority(text)
        elif self.now.part in SECTIONS or self.now.part is ReportPart.FORWARD:
            self._take_forward(text)
        elif self.now.part is ReportPart.INTRODUCTION:
            self.now.note_facts(date_before(text))
            self.now.imported.add_line(Report, "introduction", as_typed(paragraph, text))
        else:
            self.now.take_unknown(as_typed(paragraph, text))

    def _take_priority(self, text: str) -> None:
        """Take a priority, without the number of an item; or what the signs after some mean."""
        if signs := sources_in(text):
            self.now.signs |= signs
            self.now.note_facts(text)
            self.now.imported.leave(text)
            return
        text = trimmed(without_start(text, len(ITEM.match(text)[0])))  # type: ignore[index]
        self.now.imported.add_row(Priority, source=SOURCES[self.now.part], priority=text)

    def _take_forward(self, text: str) -> None:
        section = SECTIONS.get(self.now.part, Section.SHORT_TERM)
        self.now.imported.add_row(Paragraph, section=section, text=text)
        if self.now.part is ReportPart.FORWARD:
            sheet, heading = SHEET_NAMES[Paragraph], headings_of(Paragraph)["section"]
            self.now.imported.remark(rules.SECTION_GUESSED, sheet, heading, section=section)

    def _take_general(self, paragraph: ReadParagraph, text: str) -> None:
        """Take a paragraph about the localities: a name with its note, or what it builds on."""
        localities = self.now.imported.rows.get(SHEET_NAMES[Locality], [])
        if "\t" in text:
            name, _, note = split(text, "\t")
            self.add_locality(name, note)
        elif self.now.has_typed_notes and (found := typed_note(text)):
            self.add_locality(*found)
        elif named := named_note(text):
            self.add_locality(*named)
        elif self.now.is_under_name and localities:
            self.now.imported.add_line(Locality, "note", as_typed(paragraph, without_nothing(text)))
        elif localities or paragraph.is_heading:
            self.now.imported.leave(as_typed(paragraph, text))
        else:
            self.now.imported.add_line(Report, "basis", as_typed(paragraph, text))

    def add_locality(self, name: str, note: str) -> None:
        """Add a locality, and what is said of it."""
        self.now.imported.add_row(Locality, name=name, note=without_nothing(note))

    def add_term(self, term: str, mark: str | None, explanation: str) -> None:
        """Add a term of the glossary, with the mark that stands after it if it is an own one."""
        own_mark = {} if mark in HYPHENS else {"mark": mark or ""}
        self.now.imported.add_row(Term, term=term, explanation=trimmed(explanation), **own_mark)

    def take_legend_line(self, text: str) -> bool:
        """Take a line such as ``Rött = står still``; return whether it was one and said no more."""
        if self.now.part not in (ReportPart.BALANCE, ReportPart.LEGEND, ReportPart.GLOSSARY):
            return False
        found = LEGEND_LINE.fullmatch(text)
        several = meanings_in(text, self.now.letters)
        for status, meaning in several:
            self.add_meaning(status, meaning)
        if found is None or several:
            return False
        status = status_in(TableCell(found["status"]))
        if status:
            self.add_meaning(status, found["meaning"])
        return bool(status)

    def add_meaning(self, status: str, meaning: str) -> None:
        """Add a status to the legend."""
        self.now.imported.add_row(ListRow, status=status, meaning=meaning)


def as_typed(paragraph: ReadParagraph, text: str) -> str:
    """Return a paragraph's text as a hand would type it: an item of a list after its mark."""
    label = "-" if paragraph.label == BULLET else paragraph.label
    return with_label(text, label) if paragraph.is_list else text


def without_nothing(note: str) -> str:
    """Return a locality's note; nothing where it says that there is nothing to say."""
    return "" if normalised(note).rstrip(".") in NOTHING else note
