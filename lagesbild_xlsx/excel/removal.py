"""What the removal of rows does to a workbook, as Excel does it: its areas, formulas and parts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.formula.translate import Translator

from lagesbild_xlsx.excel.book import Book, WorksheetPart
from lagesbild_xlsx.excel.editor import WorkbookEditor, forget_attributes, s
from lagesbild_xlsx.excel.vml import change_drawing
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import remove
from lagesbild_xlsx.places import LAST_ROW, normalised

CORNER = r"(\$?[A-Za-z]{1,3}\$?)(\d+)"
AREA = re.compile(rf"{CORNER}(?::{CORNER})?")
ROWS = re.compile(r"(\$?)(\d+):(\$?)(\d+)")
LOST = "#REF!"

LONGEST_FORMULA = 8192
"""How many letters a formula has at the most (Excel specifications and limits)."""


@dataclass(frozen=True)
class Removal:
    """Rows that are taken out of a sheet; those below move up.

    ``rows`` are sorted.
    """

    sheet: str
    rows: tuple[int, ...]

    def before(self, row: int) -> int:
        """Return how many rows above a row are removed."""
        return bisect_left(self.rows, row)

    def moved(self, row: int) -> int | None:
        """Return where a row goes; None for one that is removed."""
        above = self.before(row)
        return None if row in self.rows[above : above + 1] else row - above

    def span(self, top: int, bottom: int) -> tuple[int, int] | None:
        """Return where an area's rows go; None where none of them is left.

        One that goes to the end of the sheet still does.
        """
        last = bottom if bottom == LAST_ROW else bottom - bisect_right(self.rows, bottom)
        first = top - self.before(top)
        return (first, last) if first <= last else None

    def area(self, reference: str) -> str | None:
        """Return a reference such as ``A2:C9`` as it is afterwards; None where nothing is left."""
        if found := AREA.fullmatch(reference):
            left, top, right, bottom = found.groups()
            span = self.span(int(top), int(bottom or top))
            if span is None:
                return None
            return f"{left}{span[0]}:{right}{span[1]}" if bottom else f"{left}{span[0]}"
        if found := ROWS.fullmatch(reference):
            span = self.span(int(found[2]), int(found[4]))
            return None if span is None else f"{found[1]}{span[0]}:{found[3]}{span[1]}"
        return reference  # whole columns, or a name

    def areas(self, references: str) -> str:
        """Return references with spaces between, without those of which nothing is left."""
        return " ".join(filter(None, map(self.area, references.split())))

    def formula(self, formula: str, sheet: str | None) -> str:
        """Return a formula as it is afterwards.

        Args:
            formula: without its equals sign.
            sheet: the sheet that it stands in, None for a name or a chart.
        """
        if len(formula) > LONGEST_FORMULA or not any(letter.isdigit() for letter in formula):
            return formula
        try:
            tokens = Tokenizer(f"={formula}").items
        except TokenizerError:  # no formula that Excel would take either
            return formula
        return "".join(self._token(token, sheet) for token in tokens)

    def _token(self, token: Token, sheet: str | None) -> str:
        value = str(token.value)
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return value
        prefix, mark, reference = value.rpartition("!")
        named = prefix.strip("'").replace("''", "'") if mark else sheet
        if named is None or normalised(named) != normalised(self.sheet):
            return value
        return f"{prefix}{mark}{self.area(reference) or LOST}"


FORMULAS = ("{*}f", "{*}formula", "{*}formula1", "{*}formula2")
REFERRING = ("mergeCell", "hyperlink", "autoFilter", "sortState", "sortCondition")
SQREF = ("conditionalFormatting", "dataValidation", "protectedRange", "ignoredError")
SHAPE = re.compile(r"<(?P<prefix>\w+):shape\b")
VML = "urn:schemas-microsoft-com:vml"
IN_EXCEL = "urn:schemas-microsoft-com:office:excel"
NOTE_ROW = re.compile(r"(<\w+:Row>)(\d+)(</)")
ANCHOR = re.compile(r"(<\w+:Anchor>)([^<]*)(</)")
MOST_SPELT_OUT = 5_000_000
"""How many letters formulas may come to that are stored as the same as another's."""

TOP, BOTTOM = 2, 6
"""Where the rows stand among the eight numbers of a note's anchor."""


def remove_rows(
    editor: WorkbookEditor, book: Book, sheet: WorksheetPart, rows: Iterable[int]
) -> None:
    """Take rows out of a sheet of the workbook."""
    removal = Removal(sheet.name, tuple(sorted(rows)))
    root = editor.root(sheet.part)
    _spell_out_shared_formulas(root, editor.package)
    _move_rows(editor.child(sheet.part, "sheetData"), removal)
    editor.move_trailing_rows(sheet.part, len(removal.rows))
    _move_areas(root, removal)
    for other in book.worksheet_parts():
        _move_formulas(editor.root(other.part), removal, other.name)
    _move_tables(editor, sheet.part, removal)
    _move_comments(editor, sheet.part, removal)
    _move_drawings(editor, sheet.part, removal)
    _move_names(editor, removal)


def _spell_out_shared_formulas(root: etree._Element, package: Package) -> None:
    """Write each formula in full that is stored as the same as another's (18.3.1.40)."""
    masters: dict[str, Translator] = {}
    spelt_out = 0
    for cell in root.iter(s("c")):
        formula = cell.find(s("f"))
        if formula is None or formula.get("t") != "shared":
            continue
        number, place = formula.get("si", ""), cell.get("r", "A1")
        if formula.text:
            masters[number] = Translator(f"={formula.text}", origin=place)
        elif number in masters:
            formula.text = masters[number].translate_formula(place)[1:]
            spelt_out += len(formula.text)
            if spelt_out > MOST_SPELT_OUT:
                raise package.too_large("mycket långa formler")
        forget_attributes(formula, "t", "si", "ref")


def _move_rows(data: etree._Element, removal: Removal) -> None:
    for row in list(data.iterchildren(s("row"))):
        number = removal.moved(int(row.get("r", "0")))
        if number is None:
            data.remove(row)
            continue
        row.set("r", str(number))
        for cell in row.iterchildren(s("c")):
            cell.set("r", f"{cell.get('r', '').rstrip('0123456789')}{number}")


def _move_areas(root: etree._Element, removal: Removal) -> None:
    for element in list(root.iter(*map(s, REFERRING))):
        _set_or_remove(element, "ref", removal.area(element.get("ref", "")))
    for element in list(root.iter(*map(s, SQREF))):
        _set_or_remove(element, "sqref", removal.areas(element.get("sqref", "")))
    for element in root.iter("{http://schemas.microsoft.com/office/excel/2006/main}sqref"):
        element.text = removal.areas(element.text or "") or element.text
    for element in root.iter(s("mergeCells"), s("dataValidations"), s("hyperlinks")):
        if element.get("count"):
            element.set("count", str(len(element)))
    for name in ("mergeCells", "dataValidations", "hyperlinks", "dimension"):
        holder = root.find(s(name))
        if holder is not None and not len(holder):
            root.remove(holder)


def _set_or_remove(element: etree._Element, name: str, value: str | None) -> None:
    if value:
        element.set(name, value)
    else:
        remove(element)


def _move_formulas(root: etree._Element, removal: Removal, sheet: str | None) -> None:
    for element in root.iter(*FORMULAS):
        if element.text:
            element.text = removal.formula(element.text, sheet)


def _move_tables(editor: WorkbookEditor, sheet: str, removal: Removal) -> None:
    for name in editor.package.related(sheet, "table"):
        table = editor.root(name)
        for element in table.iter():
            if reference := element.get("ref"):
                element.set("ref", removal.area(reference) or reference)
        _move_formulas(table, removal, None)


def _move_comments(editor: WorkbookEditor, sheet: str, removal: Removal) -> None:
    """Move the comments, their threads, and the notes that are drawn for them."""
    for kind in ("comments", "threadedComment"):
        for name in editor.package.related(sheet, kind):
            for comment in list(editor.root(name).iter("{*}comment", "{*}threadedComment")):
                _set_or_remove(comment, "ref", removal.area(comment.get("ref", "")))
    for name in editor.package.related(sheet, "vmlDrawing"):
        change_drawing(
            editor,
            name,
            in_tree=lambda root: _move_notes(root, removal),
            in_text=lambda text: "".join(_moved_notes(text, removal)),
        )


def _move_notes(drawing: etree._Element, removal: Removal) -> None:
    """Move each note's shape in a drawing, and take out those of removed rows."""
    for shape in list(drawing.iter(f"{{{VML}}}shape")):
        row = shape.find(f"{{{IN_EXCEL}}}ClientData/{{{IN_EXCEL}}}Row")
        if row is None or not (row.text or "").strip().isdecimal():
            continue
        number = int(row.text or "")
        target = removal.moved(number + 1)
        if target is None:
            remove(shape)
            continue
        row.text = str(target - 1)
        for anchor in shape.iterfind(f"{{{IN_EXCEL}}}ClientData/{{{IN_EXCEL}}}Anchor"):
            anchor.text = _moved_anchor(anchor.text or "", number + 1 - target)


def _moved_notes(text: str, removal: Removal) -> Iterator[str]:
    """Yield the pieces of a drawing that no parser can read, each note's shape where it goes."""
    at = 0
    while found := SHAPE.search(text, at):
        end_tag = f"</{found['prefix']}:shape>"
        end = text.find(end_tag, found.end())
        if end < 0:
            break
        yield text[at : found.start()]
        at = end + len(end_tag)
        yield _moved_note(text[found.start() : at], removal)
    yield text[at:]


def _moved_note(shape: str, removal: Removal) -> str:
    """Return a note's shape where it goes; nothing for the note of a removed row."""
    found = NOTE_ROW.search(shape)
    if found is None:
        return shape
    row = int(found[2])
    target = removal.moved(row + 1)
    if target is None:
        return ""
    up = row + 1 - target
    shape = NOTE_ROW.sub(rf"\g<1>{row - up}\g<3>", shape)
    return ANCHOR.sub(lambda anchor: f"{anchor[1]}{_moved_anchor(anchor[2], up)}{anchor[3]}", shape)


def _moved_anchor(anchor: str, up: int) -> str:
    numbers = anchor.split(",")
    for at in (TOP, BOTTOM):
        if at < len(numbers) and numbers[at].strip().isdecimal():
            numbers[at] = f" {max(int(numbers[at]) - up, 0)}"
    return ",".join(numbers)


def _move_drawings(editor: WorkbookEditor, sheet: str, removal: Removal) -> None:
    """Move pictures and charts with the rows that they stand on, and what charts show."""
    for name in editor.package.related(sheet, "drawing"):
        for row in editor.root(name).iter("{*}row"):
            if row.text and row.text.isdecimal():
                row.text = str(int(row.text) - removal.before(int(row.text) + 1))
    for name, kind in editor.package.content_types.items():
        if kind.endswith("drawingml.chart+xml"):
            _move_formulas(editor.root(name), removal, None)


def _move_names(editor: WorkbookEditor, removal: Removal) -> None:
    """Move print areas and other names, and the sources of pivot tables."""
    for name in editor.root(editor.package.main_part).iter(s("definedName")):
        if name.text:
            name.text = removal.formula(name.text, None)
    for part, kind in editor.package.content_types.items():
        if kind.endswith("pivotCacheDefinition+xml"):
            for source in editor.root(part).iter(s("worksheetSource")):
                reference = source.get("ref", "")
                if source.get("sheet") == removal.sheet and (left := removal.area(reference)):
                    source.set("ref", left)
