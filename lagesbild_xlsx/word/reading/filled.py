"""A document that was built: read back by its content controls, whatever its texts look like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from lagesbild_xlsx.columns import columns_of, headings_of
from lagesbild_xlsx.model import NOT_JUDGED, SHEET_NAMES, Activity, Locality, Report, Term
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.overview import ALL_SECTIONS, ALL_SOURCES, CHANGE, WORKED_OUT
from lagesbild_xlsx.places import Place, normalised
from lagesbild_xlsx.word.appendices.controls import ONE
from lagesbild_xlsx.word.elements import CONDITION, OURS, is_ours, outermost_controls, tag_of
from lagesbild_xlsx.word.marks import APPENDICES
from lagesbild_xlsx.word.reading.appendices import picture_in, read_appendix
from lagesbild_xlsx.word.reading.balance import is_balance_heading
from lagesbild_xlsx.word.reading.documents import DocumentReader
from lagesbild_xlsx.word.reading.grid import WRAPPERS
from lagesbild_xlsx.word.reading.headings import heading_in
from lagesbild_xlsx.word.reading.imported import (
    DECLARED,
    Found,
    ImportedSheets,
    ReadText,
    heading_named,
)
from lagesbild_xlsx.word.tags import FILTERED, SAME, WITH_VALUE, WITHOUT, asked_value
from lagesbild_xlsx.word.template_sheets import PICTURE
from lagesbild_xlsx.word.xml import w

COMPUTED = frozenset(map(normalised, WORKED_OUT))
LISTED = frozenset(map(normalised, (ALL_SOURCES, ALL_SECTIONS)))
"""The sheets that only go through words, around the rows that have them."""

SHEETS = frozenset(map(normalised, DECLARED))
OWNER = headings_of(Activity)["owner"]
BLANK_WORDS = {
    (headings_of(Activity)["status"], normalised(NOT_JUDGED)),
    (headings_of(Locality)["note"], "inget rapporterat"),
    (headings_of(Term)["mark"], "-"),
}
"""What the standard templates say where a column is blank."""

HEADINGS = frozenset(("hela kommunen",))
"""The shipped templates' headings that would be a locality's if a hand had typed them."""


@dataclass
class FilledReader:
    """Gathers what the controls of a document hold.

    ``first`` says of each sheet and row at which place it stands first: another repeat can show it
    again.
    """

    reader: DocumentReader
    imported: ImportedSheets = field(default_factory=ImportedSheets)
    first: dict[tuple[str, frozenset[tuple[str, ReadText]]], int] = field(default_factory=dict)
    _drawn: list[etree._Element] = field(default_factory=list)
    """What is drawn in the row that is being read."""

    def read(self) -> ImportedSheets:
        """Return what was found."""
        for root in self.reader.roots.values():
            self._take_all(root)
        body = self.reader.root.find(w("body"))
        if self.imported.appendices:
            names = "; ".join(self.imported.appendices)
            self.imported.set_field(SHEET_NAMES[Report], headings_of(Report)["appendices"], names)
        if self.imported.rows and body is not None:
            self._leave_typed(body)
        return self.imported

    # ------------------------------------------------------------ typed beside the controls

    def _leave_typed(self, body: etree._Element) -> None:
        """Keep what was typed between the controls: neither theirs nor a heading's."""
        around = _around_controls(body)
        pending = [iter(body)]
        while pending:
            child = next(pending[-1], None)
            if child is None:
                pending.pop()
                continue
            name, has_controls = local(child), child in around
            is_control = name == "sdt" and is_ours(child)
            if name == "tbl" or (name in WRAPPERS and (has_controls or not is_control)):
                pending.append(iter(child))
            elif not has_controls and not is_control:
                self.imported.leave(self._typed(child))

    def _typed(self, element: etree._Element) -> str:
        """Return what a paragraph or a row says, unless it is a heading that is known."""
        if not len(element):
            return ""
        if local(element) == "tr":
            row = [cell for cell in self.reader.row(element) if cell.text]
            is_heading = element.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            return "" if is_heading or is_balance_heading(row) else "\t".join(c.text for c in row)
        paragraph = self.reader.paragraph(element) if local(element) == "p" else None
        if paragraph is None or normalised(paragraph.text) in HEADINGS:
            return ""
        heading = heading_in(paragraph, self.imported.municipality)
        return paragraph.text if heading is None or heading.says_more or heading.rest else ""

    # ------------------------------------------------------------ what the controls hold

    def _take_all(self, holder: etree._Element) -> None:
        for control in outermost_controls(holder):
            self._take(control, _name_of(control))

    def _take(self, control: etree._Element, name: str) -> None:
        """Take a control that stands in no repeat: a condition, a field, or a repeat."""
        sheet, _, field_name = name.partition(".")
        if CONDITION.fullmatch(name) or normalised(name) == normalised(APPENDICES):
            self._take_all(control)
        elif appendix := ONE.fullmatch(name):
            own = appendix["name"]
            read = read_appendix(control, own, self.reader)
            shown = sum(1 for _ in control.iter(w("drawing")))
            self.reader.pictures += shown - len(read.pictures)
            self.imported.appendices[own] = read
        elif field_name and normalised(sheet) not in COMPUTED:
            self._take_field(control, _sheet_named(sheet), field_name)
        elif not field_name:
            self._take_repeat(control, name, {})

    def _take_field(self, control: etree._Element, sheet: str, name: str) -> None:
        heading = heading_named(sheet, name)
        self.imported.set_field(sheet, heading, self._said(control, heading).text)

    def _take_repeat(self, control: etree._Element, name: str, around: Found) -> None:
        """Take the rows of a repeat, with what its choice of rows says of each of them."""
        chosen = FILTERED.fullmatch(name)
        sheet = _sheet_named(chosen["sheet"] if chosen else name)
        if normalised(sheet) in COMPUTED:
            return
        known = _known(sheet, chosen["which"] if chosen else "", around)
        before = len(self.imported.rows.get(sheet, ()))
        outer, self._drawn = self._drawn, []
        for row in self._rows(control, sheet):
            drawn, self._drawn = self._drawn, []
            full = known | row
            at = len(self.imported.rows.get(sheet, ()))
            is_new = self.first.setdefault((sheet, frozenset(full.items())), at) >= before
            if is_new and normalised(sheet) not in LISTED:
                self.imported.add(sheet, full)
                self._take_drawn(sheet, drawn)
        self._drawn = outer

    def _take_drawn(self, sheet: str, drawn: Sequence[etree._Element]) -> None:
        """Put the pictures of the row that was added last beside it, and count all else."""
        row = len(self.imported.rows.get(sheet, ())) + 1  # below the headings
        for each in drawn:
            picture = picture_in(each, Place(sheet, row, 1), self.reader)
            if picture is None:
                self.reader.pictures += 1
            else:
                self.imported.pictures.setdefault(sheet, []).append(picture)

    def _rows(self, repeat: etree._Element, sheet: str) -> Iterator[Found]:
        """Yield the rows of a repeat: one ends where a column stands that it has already."""
        row: Found = {}
        for control in _in_row(repeat):
            name = _name_of(control)
            if FILTERED.fullmatch(name) or normalised(name) in SHEETS:
                self._take_repeat(control, name, row)
                continue
            column, asked = asked_value(name) or (name.removeprefix(f"{sheet}."), "")
            heading = heading_named(sheet, column)
            if heading in row:
                yield row
                row = {}
            said = ReadText(asked) if asked else self._said(control, heading)
            if heading == PICTURE and not said.text:
                self._drawn += control.iter(w("drawing"))
            elif heading != CHANGE:
                row[heading] = said
        yield row

    def _said(self, control: etree._Element, heading: str) -> ReadText:
        content = control.find(w("sdtContent"))
        text = "" if content is None else self.reader.text(content)
        is_blank = (heading, normalised(text)) in BLANK_WORDS
        is_placeholder = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
        return ReadText() if is_blank or is_placeholder else ReadText(text)


def _around_controls(body: etree._Element) -> set[etree._Element]:
    """Return the elements that controls of ours stand in."""
    around: set[etree._Element] = set()
    for control in body.iter(w("sdt")):
        if is_ours(control):
            around.update(takewhile(lambda each: each not in around, control.iterancestors()))
    return around


def _in_row(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the controls of a row, also inside conditions, and conditions that say a value.

    A mark around nothing has no name.
    """
    for control in outermost_controls(holder):
        name = _name_of(control)
        if name and (asked_value(name) or not CONDITION.fullmatch(name)):
            yield control
        if CONDITION.fullmatch(name):
            yield from _in_row(control)


def _name_of(control: etree._Element) -> str:
    return OURS.sub("", tag_of(control), count=1).strip()


def _sheet_named(name: str) -> str:
    return next(
        (sheet for sheet in DECLARED if normalised(sheet) == normalised(name)), name.strip()
    )


def _known(sheet: str, which: str, around: Found) -> Found:
    """Return what a choice of rows says of every row that it chooses."""
    if not which or WITHOUT.fullmatch(which):
        return {}
    if same := SAME.fullmatch(which):
        heading = heading_named(sheet, same["column"])
        return {heading: around.get(heading, ReadText())}
    if with_value := WITH_VALUE.fullmatch(which):
        heading = heading_named(sheet, with_value["column"])
        return {} if heading == OWNER else {heading: ReadText(with_value["value"].strip())}
    first = _first_heading(sheet)
    return {first: ReadText(which.strip())} if first else {}


def _first_heading(sheet: str) -> str:
    """Return the column that a choice of rows means that names none."""
    columns = columns_of(DECLARED[sheet].row_class).values() if sheet in DECLARED else ()
    return next((column.heading for column in columns if not column.optional), "")
