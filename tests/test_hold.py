"""Whatever stands in a workbook, it is in the document or in a finding, and nothing breaks."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isclose
from pathlib import Path
from typing import Any
from unicodedata import category, normalize
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from lxml import etree
from openpyxl.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx import build, check
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.word.conversion import to_controls
from lagesbild_xlsx.word.record import read_record
from lagesbild_xlsx.word.stories import DOCUMENT, story_roots
from tests.anybook import GREEN, NOTE, RED, YELLOW, AnyBook, Layout, any_books
from tests.docx_rules import faults
from tests.templates import text_of
from tests.test_document import VALIDATOR, sdk_errors

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHOWN = {
    "Prioriteringar": ("Prioritering",),
    "Orter": ("Ort", "Lägesbild"),
    "Framåt": ("Text",),
    "Balanslista": ("Aktivitet", "Ansvar", "Status", "Kommentar"),
    "Ordlista": ("Begrepp", "Förklaring"),
    "Listor": ("Betydelse",),
}
"""The columns of tables that the standard template shows; of a form it shows all known fields."""

AS_TYPED = ("a template tag is left", "a bullet or number is typed")
"""What is wrong in a document only if it was not typed: {{ is a text too, and so is a dash."""

CHOSEN_BY = {"Prioriteringar": ("Källa",), "Framåt": ("Avsnitt",)}
"""The column that tells where in the document a row stands."""

JUDGED: dict[str, str | None] = {
    "rött": "Rött",
    "grönt": "Grönt",
    "grön": "Grönt",
    "gult": "Gult",
    "gul": "Gult",
}
NOT_JUDGED = "Ej bedömd"
COLOURED = {RED: "Rött", YELLOW: "Gult", GREEN: "Grönt"}


@dataclass(frozen=True)
class Shown:
    """What a document shows: the texts of each field, and the rows of each sheet by heading."""

    fields: Mapping[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    rows: Mapping[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))


DRAFT_FAULT = "\n[FEL i "
"""What a draft says below an activity of a fault in a narrow cell beside it."""


def shown_in(document: Path) -> Shown:
    shown = Shown()
    with Package(document, DOCUMENT) as package:
        roots = list(story_roots(package).values())
        record = read_record(package)
    assert record
    to_controls(roots, record)  # the values stand in marks
    for control, tag in (each for root in roots for each in controls(root)):
        sheet, dot, name = tag.partition(".")
        if dot and not tag.startswith("om "):
            shown.fields[name].append(text_of(control))
        elif (sheet := tag.partition("[")[0]) in SHOWN:
            columns = [
                [text_of(c).partition(DRAFT_FAULT)[0] for c, t in controls(control) if t == h]
                for h in SHOWN[sheet]
            ]
            rows = zip(*columns, strict=True)
            shown.rows[sheet].extend(dict(zip(SHOWN[sheet], row, strict=True)) for row in rows)
    return shown


def controls(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the content controls of ours in an element, with what their tags name."""
    for control in root.iter(f"{NAMESPACE}sdt"):
        tag = control.find(f"{NAMESPACE}sdtPr/{NAMESPACE}tag")
        name = "" if tag is None else tag.get(f"{NAMESPACE}val", "")
        if name.startswith("lb:"):
            yield control, name.removeprefix("lb:")


def letters_of(text: str) -> str:
    """Return the letters of a text that can be seen: no space, no control or format character."""
    seen = (each for each in text if category(each)[0] != "Z" and category(each) not in UNSEEN)
    return normalize("NFC", "".join(seen)).removeprefix("'")


UNSEEN = ("Cc", "Cf", "Cs")


def meant(text: str) -> str:
    """Return what a stored text means: _x0041_ is A (ECMA-376 part 1, 22.9.2.19)."""
    units = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def typed_text(value: Any) -> str:
    """Return the letters of a value as a Swedish Excel shows it."""
    if isinstance(value, CellRichText):
        return letters_of("".join(meant(str(part)) for part in value))
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}{value.hour}:{value:%M:%S}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M:%S}"
    return letters_of(meant(str(value))) if value is not None else ""


def shows(text: str, value: Any) -> bool:
    """Return whether a text of the document shows a value; a number may be rounded."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        is_number = re.fullmatch(r"-?\d+(,\d+)?(E[+-]\d+)?", text)
        return bool(is_number) and isclose(float(text.replace(",", ".")), value, rel_tol=1e-4)
    return letters_of(text) == typed_text(value)


def shows_status(text: str, cell: Any) -> bool:
    """Return whether a status is that of a cell: its word, else its colour; red, yellow, green.

    A word that is none of these is one of the scale in ``Listor``.
    """
    word = typed_text(cell.value).casefold()
    if word:
        return text.casefold() == word or text == JUDGED.get(
            word, NOT_JUDGED if word in ("-", "–") else None
        )
    colour = cell.fill.fgColor.rgb if cell.fill.patternType else ""
    return text == COLOURED.get(colour, text if colour else NOT_JUDGED)


def shows_date(text: str, value: Any) -> bool:
    return text == f"{value:%Y-%m-%d}" if isinstance(value, dt.date) else shows(text, value)


class Told:
    """The places of which a finding says that the document would be wrong, or leaves them out."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        grave = [f for f in findings if f.is_error or "kommer inte med" in f.message]
        self.places = {(finding.place.sheet, finding.place.cell) for finding in grave}

        self.broken = {f.place.sheet for f in grave if f.rule.code.startswith("LB1")}

    def breaks(self, sheet: str) -> bool:
        """Return whether the headings of a sheet are not what they were."""
        return sheet in self.broken

    def tells(self, layout: Layout, row: int, *headings: str) -> bool:
        """Return whether any of a row's cells, the headings over them, or the sheet is reported."""
        columns = [layout.columns[heading] for heading in headings]
        cells = [layout.sheet.cell(r, c).coordinate for c in columns for r in (row, layout.top)]
        return any((layout.sheet.title, cell) in self.places for cell in (None, *cells))


def source_of(layout: Layout, row: int, heading: str) -> Any:
    """Return the cell whose value stands in a cell: the first where it is merged with others."""
    cell = layout.sheet.cell(row, layout.columns[heading])
    for area in layout.sheet.merged_cells.ranges:
        if cell.coordinate in area and cell.column == area.min_col and area.min_row > layout.top:
            return layout.sheet.cell(area.min_row, area.min_col)
    return cell


def lost_fields(layout: Layout, told: Told, shown: Shown) -> Iterator[str]:
    for row in range(layout.top + 1, layout.sheet.max_row + 1):
        name = layout.sheet.cell(row, layout.columns["Fält"]).value
        said = shown.fields.get(str(name))
        cell = source_of(layout, row, "Värde")
        is_told = told.tells(layout, row, "Fält", "Värde")
        if said is not None and typed_text(cell.value) and not is_told:
            matches = shows_date if name == "Datum" else shows
            if not any(matches(text, cell.value) for text in said):
                yield f"{name}: {cell.value!r}"


def lost_rows(layout: Layout, sheet: str, told: Told, shown: Shown) -> Iterator[str]:
    left = list(shown.rows[sheet])
    for row in range(layout.top + 1, layout.sheet.max_row + 1):
        cells = {h: source_of(layout, row, h) for h in SHOWN[sheet]}
        wanted = {h: c for h, c in cells.items() if not told.tells(layout, row, h)}
        is_row = any(c.row == row and typed_text(c.value) for c in wanted.values())
        if not is_row or told.tells(layout, row, *CHOSEN_BY.get(sheet, ())):
            continue
        found = next((each for each in left if row_shows(each, wanted)), None)
        if found is None:
            yield f"{sheet} row {row}: { {h: c.value for h, c in wanted.items()} }"
        else:
            left.remove(found)


def row_shows(texts: Mapping[str, str], wanted: Mapping[str, Any]) -> bool:
    return all(
        shows_status(texts[heading], cell)
        if heading == "Status"
        else not typed_text(cell.value) or shows(texts[heading], cell.value)
        for heading, cell in wanted.items()
    )


def lost(made: AnyBook, findings: Sequence[Finding], shown: Shown) -> list[str]:
    told = Told(findings)
    rows = (lost_rows(made.layouts[s], s, told, shown) for s in SHOWN)
    fields = lost_fields(made.layouts["Rapport"], told, shown)
    return [*fields, *(x for each in rows for x in each), *unnamed(made, findings)]


def unnamed(made: AnyBook, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what must be named, by the right count, and is not; and what is named and hidden."""
    said = "".join(f"{f.message[:-1]}, " for f in findings if f.rule.code == "LB324")
    said = f", {said.partition(': ')[2]}"
    told = Told(findings)
    shown = [sheet for sheet in made.book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet for sheet in made.book.worksheets if sheet not in shown]
    words = [w for s in shown for w in (*drawn(made, s), *linked(s), *own_sheet(made, s))]
    words += [w for name, layout in made.layouts.items() for w in beside(name, layout, told)]
    yield from (f"{each}: {said}" for each in words if f", {each}, " not in said)
    yield from (f"{s.title} is hidden: {said}" for s in hidden if f"bladet {s.title}, " in said)
    for name, layout in made.layouts.items():
        if not told.breaks(layout.sheet.title):
            yield from (f"not {each}" for each in more_than(words, name, layout, said))


def more_than(words: Sequence[str], name: str, layout: Layout, said: str) -> Iterator[str]:
    """Yield what is named of a sheet and should not be: nothing is outside, or it is hidden."""
    outside = f"utanför tabellen på bladet {layout.sheet.title}"
    if f"{outside}, " in said and not any(each.endswith(outside) for each in words):
        yield outside
    own = layout.columns.get("Egen")
    if own and is_hidden(layout, own) and "Fält" not in layout.columns:
        where = "" if name == "Balanslista" else f" på bladet {name}"
        heading = str(layout.sheet.cell(layout.top, own).value).strip()
        if f", kolumnen {heading}{where} (" in said:
            yield f"{heading}{where}"


def counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else f"{count} {many}"


def drawn(made: AnyBook, sheet: Worksheet) -> Iterator[str]:
    """Yield the words for the pictures, charts and text boxes of a sheet."""
    for count, one, many in (
        (len(sheet._images), "en bild", "bilder"),  # noqa: SLF001 - no other name
        (len(sheet._charts), "ett diagram", "diagram"),  # noqa: SLF001
        (made.boxes.get(sheet.title, 0), "en textruta", "textrutor"),
    ):
        if count:
            yield f"{counted(count, one, many)} på bladet {sheet.title}"


def linked(sheet: Worksheet) -> Iterator[str]:
    """Yield the words for the files that the links of a sheet lead to."""
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if not isinstance(cell, MergedCell) and cell.hyperlink:
            name = re.split(r"[\\/]", unquote(cell.hyperlink.target or ""))[-1]
            yield f"filen {name} som en länk på bladet {sheet.title} leder till"


def own_sheet(made: AnyBook, sheet: Worksheet) -> Iterator[str]:
    """Yield the words for a sheet that is the staff's own, where it holds anything."""
    layout = made.own.get(sheet.title)
    if layout is not None:
        columns = [at for heading, at in layout.columns.items() if heading != "Fält"]
        yield from outside(layout, range(len(layout.columns) + 1, sheet.max_column + 1))
        first = layout.top + 1
        cells = [sheet.cell(r, c) for r in range(first, sheet.max_row + 1) for c in columns]
    else:
        cells = [cell for row in sheet.iter_rows() for cell in row]
    known = [layout.sheet.title for layout in made.layouts.values()]
    if sheet.title not in known and any(map(is_filled, cells)):
        yield f"bladet {sheet.title}"


def is_filled(cell: Any) -> bool:
    return bool(typed_text(cell.value)) and cell.data_type not in ("e", "f")


def beside(name: str, layout: Layout, told: Told) -> Iterator[str]:
    """Yield the words for what stands outside a table of the tool's, and for a column in it."""
    if told.breaks(layout.sheet.title):
        return
    own = layout.columns.get("Egen")
    is_form = "Fält" in layout.columns
    yield from outside(layout, [own] if own and is_form else [])
    if own is None or is_form or is_hidden(layout, own):
        return
    rows = [
        row
        for row in range(layout.top + 1, layout.sheet.max_row + 1)
        if is_filled(source_of(layout, row, "Egen"))
        and is_filled_row(layout, row)
        and not told.tells(layout, row, "Egen")
    ]
    where = "" if name == "Balanslista" else f" på bladet {name}"
    if rows:
        heading = str(layout.sheet.cell(layout.top, own).value).strip()
        yield f"kolumnen {heading}{where} ({counted(len(rows), 'en rad', 'rader')})"


def is_filled_row(layout: Layout, row: int) -> bool:
    """Return whether a row has anything in a column of the tool's; a merged value makes no row."""
    known = [heading for heading in layout.columns if heading != "Egen"]
    return any(typed_text(source_of(layout, row, heading).value) for heading in known)


def outside(layout: Layout, columns: Iterable[int]) -> Iterator[str]:
    """Yield the words for the cells above a table, without titles, beside it and in notes."""
    sheet = layout.sheet
    rows = sheet.iter_rows(max_row=layout.top - 1) if layout.top > 1 else ()
    above = [[c for c in row if is_filled(c) and is_seen(layout, c)] for row in rows]
    count = sum(len(row) for row in above if not is_title(row))
    if "Fält" in layout.columns:
        rows_below = range(layout.top + 1, sheet.max_row + 1)
        count += sum(is_note_in_form(layout, row) for row in rows_below)
    for column in columns:
        cells = [sheet.cell(row, column) for row in range(layout.top + 1, sheet.max_row + 1)]
        count += sum(is_filled(c) and is_seen(layout, c) for c in cells)
    if count:
        yield f"{counted(count, 'en cell', 'celler')} utanför tabellen på bladet {sheet.title}"


def is_title(row: Sequence[Any]) -> bool:
    """Return whether a row above the headings has a title alone, which begins in column A."""
    return len(row) == 1 and row[0].column == 1 and not str(row[0].value).endswith(".")


def is_note_in_form(layout: Layout, row: int) -> bool:
    field, value = (source_of(layout, row, heading) for heading in ("Fält", "Värde"))
    return field.value == NOTE and is_seen(layout, field) and not typed_text(value.value)


def is_seen(layout: Layout, cell: Any) -> bool:
    row = layout.sheet.row_dimensions[cell.row]
    return not row.hidden and not is_hidden(layout, cell.column)


def is_hidden(layout: Layout, column: int) -> bool:
    return bool(layout.sheet.column_dimensions[get_column_letter(column)].hidden)


UNHURRIED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def checked(path: Path) -> bool:
    """Return whether only a draft can be built; not even one with an identity number, by chance."""
    found = check(path)
    assume(not any(f.is_error and f.rule.is_about_privacy for f in found.findings))
    return found.has_errors


@settings(UNHURRIED, max_examples=100)
@given(made=any_books())
def test_what_is_typed_is_in_the_document_or_in_a_finding(made: AnyBook, tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    made.save(path)
    before = path.read_bytes()
    is_draft = checked(path)
    outcome = build(path, tmp_path / "ut.docx", draft=is_draft)
    again = build(path, tmp_path / "igen.docx", draft=is_draft)
    assert path.read_bytes() == before
    assert outcome.document
    assert again.document
    assert again.document.read_bytes() == outcome.document.read_bytes()
    note("\n".join(f"{f.rule.code} {f.place} {f.message}" for f in outcome.findings))
    assert lost(made, outcome.findings, shown_in(outcome.document)) == []
    found = [fault.lower() for fault in faults(outcome.document)]
    assert [fault for fault in found if not any(typed in fault for typed in AS_TYPED)] == []


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
@settings(UNHURRIED, max_examples=4)
@given(made=any_books())
def test_open_xml_sdk_finds_no_fault_whatever_is_typed(made: AnyBook, tmp_path: Path) -> None:
    made.save(tmp_path / "bok.xlsx")
    is_draft = checked(tmp_path / "bok.xlsx")
    document = build(tmp_path / "bok.xlsx", tmp_path / "ut.docx", draft=is_draft).document
    assert document
    assert sdk_errors(document) == []
