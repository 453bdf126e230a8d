"""What was found in a document, sheet by sheet, laid out as the workbook that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import columns_of, headings_of, sheets_of
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.model import (
    SHEET_NAMES,
    Activity,
    Lagesbild,
    ListRow,
    Paragraph,
    Report,
    split_owners,
)
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Place, Sheet, normalised
from lagesbild_xlsx.privacy import hits_in
from lagesbild_xlsx.word.reading.texts import in_pieces, joined

DECLARED = {sheet.name: sheet for sheet in sheets_of(Lagesbild).values()}


UNPLACED, LEFT = "Ej placerat", headings_of(Paragraph)["text"]
"""The sheet with the texts that belong nowhere, and its heading."""


UNNAMED = "Kolumn"


MUNICIPALITY = "kommunen"
"""What a municipality calls itself, folded."""


MOST_LETTERS = 32_767
"""How many letters a cell holds (Excel specifications and limits)."""


AS_TYPED = "{heading} i dokumentet"
"""The user-defined column for what stood under a heading and could not be used there."""


class ReadText(NamedTuple):
    """What a place in the document says, and the colour that it has."""

    text: str = ""
    fill: str = ""


Found = dict[str, ReadText]
"""What was found for a row, by heading."""


class ReadAppendix(NamedTuple):
    """The sheet that an appendix came from, and the pictures on it."""

    sheet: Sheet
    pictures: tuple[Illustration, ...]


class Remark(NamedTuple):
    """What is to be said of a heading of a row, once it is known where that stands."""

    rule: Rule
    sheet: str
    row: int
    heading: str
    values: Mapping[str, object]


@dataclass
class ImportedSheets:
    """The rows that were found for each sheet; a form has one."""

    rows: dict[str, list[Found]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    appendices: dict[str, ReadAppendix] = field(default_factory=dict)
    """The user-defined sheets that came along whole."""
    pictures: dict[str, list[Illustration]] = field(default_factory=dict)
    """The pictures of rows, by their sheets."""
    lines: dict[tuple[str, int, str], list[str]] = field(default_factory=dict)
    """The paragraphs that are still to be joined, by sheet, row and heading."""

    def add(self, sheet: str, row: Mapping[str, ReadText]) -> None:
        """Add a row to a sheet, unless it says nothing."""
        if any(said.text or said.fill for said in row.values()):
            self.rows.setdefault(sheet, []).append(dict(row))

    def last(self, sheet: str) -> Found | None:
        """Return the row of a sheet that was added last."""
        return next(reversed(self.rows.get(sheet, ())), None)

    def remark(self, rule: Rule, sheet: str, heading: str, /, **values: object) -> None:
        """Say something of the row of a sheet that was added last."""
        self.remarks.append(Remark(rule, sheet, len(self.rows[sheet]) - 1, heading, values))

    def set_field(self, sheet: str, name: str, text: str) -> None:
        """Set a field of a form that has no value yet."""
        [row] = self.rows.setdefault(sheet, [{}])
        if text and not row.get(name, ReadText()).text:
            row[name] = ReadText(text)

    def field(self, sheet: str, name: str) -> str:
        """Return the value of a field of a form; nothing where it has none."""
        return self.rows.get(sheet, [{}])[0].get(name, ReadText()).text

    @property
    def municipality(self) -> str:
        """The municipality's name; nothing where none was found."""
        return self.field(SHEET_NAMES[Report], headings_of(Report)["municipality"])

    def add_row(self, row_class: type, /, **texts: str) -> None:
        """Add a row of a class to its sheet, from texts by field, unless it says nothing."""
        headings = headings_of(row_class)
        self.add(SHEET_NAMES[row_class], {headings[name]: ReadText(t) for name, t in texts.items()})

    def add_line(self, row_class: type, name: str, text: str) -> None:
        """Add a paragraph to a field of the row of a class that was added last."""
        sheet = SHEET_NAMES[row_class]
        rows = self.rows.setdefault(sheet, [{}])
        key = (sheet, len(rows) - 1, headings_of(row_class)[name])
        self.lines.setdefault(key, []).append(text)

    def join_lines(self) -> None:
        """Join the paragraphs of each text, all at once: there may be thousands of them."""
        for (sheet, number, heading), texts in self.lines.items():
            row = self.rows[sheet][number]
            row[heading] = ReadText(joined((row.get(heading, ReadText()).text, *texts)))

    def leave(self, text: str, rule: Rule = rules.TEXT_NOT_PLACED) -> None:
        """Keep a text that belongs nowhere, on a sheet of its own, and say so; not if blank."""
        for piece in in_pieces(text, MOST_LETTERS) if text else ():
            self.add(UNPLACED, {LEFT: ReadText(piece)})
            self.remark(rule, UNPLACED, LEFT, value=piece)

    def set_aside(self, sheet: str, heading: str, text: str) -> None:
        """Keep a text beside a heading of the row that was added last, and say so."""
        aside = AS_TYPED.format(heading=heading)
        self.rows[sheet][-1][aside] = ReadText(text)
        self.remark(rules.VALUE_SET_ASIDE, sheet, aside, value=text, heading=heading, aside=aside)

    def move_aside(self, sheet: str, number: int, heading: str) -> None:
        """Move a text of a row to a column beside its own, and say so."""
        row, aside = self.rows[sheet][number], AS_TYPED.format(heading=heading)
        values = {"value": row[heading].text, "heading": heading, "aside": aside}
        row[heading], row[aside] = ReadText(), ReadText(row[heading].text)
        self.remarks.append(Remark(rules.VALUE_SET_ASIDE, sheet, number, aside, values))

    def collect_owners(self) -> None:
        """List the names that the balance list has, for the drop-down of the workbook.

        ”Kommunen” is another name of the municipality, where that has a name. A person's name is
        not listed: it would no longer be reported as one.
        """
        owner, alias = headings_of(ListRow)["owner"], headings_of(ListRow)["alias"]
        names: dict[str, str] = {}
        for row in self.rows.get(SHEET_NAMES[Activity], []):
            for name in split_owners(row.get(headings_of(Activity)["owner"], ReadText()).text, {}):
                if not hits_in(name):
                    names.setdefault(normalised(name), f"{name[0].upper()}{name[1:]}")
        lists = self.rows.setdefault(SHEET_NAMES[ListRow], [])
        if not names or any(row.get(owner, ReadText()).text for row in lists):
            return
        itself = self.municipality
        other = names.pop(MUNICIPALITY, "") if normalised(itself) != MUNICIPALITY else ""
        if other and itself:
            names.setdefault(normalised(itself), itself)
        lists += ({} for _ in range(len(names) - len(lists)))
        for row, name in zip(lists, names.values(), strict=False):
            row[owner] = ReadText(name)
            row[alias] = ReadText(other if name == itself else "")
        place = Place(SHEET_NAMES[ListRow])
        self.findings.append(rules.OWNERS_COLLECTED.at(place, count=len(names)))


def unnamed(number: int) -> str:
    """Return what a column is called that has no heading."""
    return f"{UNNAMED} {number}"


def is_unnamed(heading: str) -> bool:
    """Return whether a heading is that of a column that had none."""
    name, _, number = heading.partition(" ")
    return name == UNNAMED and number.isdecimal()


def heading_named(sheet: str, name: str) -> str:
    """Return the heading of a declared sheet that a name stands for; the name if none."""
    return _headings(sheet).get(normalised(name)) or name.strip()


@cache
def _headings(sheet: str) -> Mapping[str, str]:
    """Return the headings of a declared sheet by every name that they go by, folded."""
    declared = DECLARED.get(sheet)
    columns = columns_of(declared.row_class).values() if declared else ()
    headings: dict[str, str] = {}
    for column in columns:
        for name in (column.heading, *column.synonyms):
            headings.setdefault(normalised(name), column.heading)
    return headings
