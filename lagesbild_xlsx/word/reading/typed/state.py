"""What of a typed document has been read so far, and which part the next text belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import SHEET_NAMES, Report
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.reading.blocks import ReadParagraph
from lagesbild_xlsx.word.reading.facts import facts_in
from lagesbild_xlsx.word.reading.headings import NUMBER_BEFORE, ReportPart
from lagesbild_xlsx.word.reading.imported import ImportedSheets
from lagesbild_xlsx.word.reading.looks import BY_HAND

REPORT = SHEET_NAMES[Report]
DATE, MUNICIPALITY = (headings_of(Report)[name] for name in ("date", "municipality"))
START = frozenset((ReportPart.BEFORE, ReportPart.INTRODUCTION))
DEEPEST = 9.0
"""How deep a heading without a number stands among those with one, and what is below no heading."""


@dataclass
class Reading:
    """What has been found, and where in the report the reader is.

    Attributes:
        imported: what has been found.
        letters: the statuses by the letters that the document gives them, folded.
        municipality: the municipality's name; nothing where it is not known.
        is_numbered: whether headings that are made by hand have numbers.
        part: the part of the report that has begun.
        level: how deep the heading of the part stands.
        has_begun: whether anything has been read below that heading.
        is_under_name: whether the last heading was a locality's name.
        has_typed_notes: whether the part's lines are localities with their notes.
        columns: the headings of the balance list's columns.
        category: the headings over the rows of a list: one above its table, one inside.
        signs: the sources of priorities, by the signs that stand for them.
    """

    letters: Mapping[str, str]
    municipality: str = ""
    is_numbered: bool = False
    imported: ImportedSheets = field(default_factory=ImportedSheets)
    part: ReportPart = ReportPart.BEFORE
    level: float = 0.0
    has_begun: bool = False
    is_under_name: bool = False
    has_typed_notes: bool = False
    columns: tuple[str, ...] = ()
    category: tuple[str, str] = ("", "")
    signs: dict[str, str] = field(default_factory=dict)

    def note_facts(self, text: str) -> bool:
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

    def take_facts(self, text: str) -> None:
        """Note the facts of a line; keep the line where another has said otherwise."""
        if not self.note_facts(text):
            self.imported.leave(text)

    def take_unknown(self, text: str) -> None:
        """Keep a text that belongs to no part; a line around the title can tell facts."""
        if self.part in START:
            self.note_facts(text)
        self.imported.leave(text)

    def level_of(self, paragraph: ReadParagraph) -> float:
        """Return how deep a heading stands; one made by hand by the number typed before it too."""
        if not paragraph.is_heading or paragraph.level < BY_HAND:
            return paragraph.level if paragraph.is_heading else -1
        found = NUMBER_BEFORE.match(paragraph.text)
        depth = len(found[0].strip(" .").split(".")) if found else 0
        return paragraph.level + (depth or (DEEPEST if self.is_numbered else 0))
