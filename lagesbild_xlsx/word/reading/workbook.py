"""What was found in a document as a workbook: sheets laid out, with the remarks at their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import Column, columns_of, headings_of
from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.model import (
    FIELD,
    SHEET_NAMES,
    VALUE,
    Activity,
    Words,
)
from lagesbild_xlsx.places import Cell, DrawingKind, Place, Sheet, Workbook, normalised, runs_of
from lagesbild_xlsx.symbols import UNKNOWN
from lagesbild_xlsx.word.reading.imported import (
    DECLARED,
    MOST_LETTERS,
    Found,
    ImportedSheets,
    ReadText,
    Remark,
    is_unnamed,
)
from lagesbild_xlsx.word.reading.texts import in_pieces


def workbook_of(imported: ImportedSheets, words: Words) -> Result[Workbook]:
    """Return what was found as a workbook, and what was remarked, at its cells there.

    Args:
        imported: what was found.
        words: the words that it declares for itself.
    """
    _set_aside(imported, words)
    _set_aside_repeated_numbers(imported)
    _split_long(imported)
    _tell_unknown_symbols(imported)
    layouts = {name: _layout(name, imported.rows.get(name, [])) for name in _names(imported)}
    whole = (read.sheet for read in imported.appendices.values())
    drawn = {name: {DrawingKind.PICTURE: len(held)} for name, held in imported.pictures.items()}
    made = (s._replace(drawn=drawn.get(s.name, {})) for s in map(_sheet, layouts.values()))
    sheets = (*made, *whole)
    remarks = (r.rule.at(_place(layouts[r.sheet], r), **r.values) for r in imported.remarks)
    return Result(Workbook(sheets), (*imported.findings, *remarks))


def _names(imported: ImportedSheets) -> list[str]:
    """Return the names of the sheets that must be there, or hold anything."""
    needed = {name for name, sheet in DECLARED.items() if not sheet.optional}
    names = dict.fromkeys((*DECLARED, *imported.rows))
    return [name for name in names if name in needed or imported.rows.get(name)]


def _set_aside(imported: ImportedSheets, words: Words) -> None:
    """Move each text that its column refuses to a column of its own, so that none is lost."""
    for name, declared in DECLARED.items():
        columns = {
            column.heading: column for column in columns_of(declared.row_class, words).values()
        }
        for number, row in enumerate(imported.rows.get(name, [])):
            for heading, _ in _refused(row, columns):
                imported.move_aside(name, number, heading)


def _set_aside_repeated_numbers(imported: ImportedSheets) -> None:
    """Move the numbers of activities that begin anew in each list: they tell none apart."""
    sheet, heading = SHEET_NAMES[Activity], headings_of(Activity)["number"]
    said = {
        number: normalised(row[heading].text)
        for number, row in enumerate(imported.rows.get(sheet, []))
        if row.get(heading, ReadText()).text
    }
    if len(set(said.values())) < len(said):
        for number in said:
            imported.move_aside(sheet, number, heading)


def _split_long(imported: ImportedSheets) -> None:
    """Move what a cell cannot hold to the sheet for what belongs nowhere."""
    for name, number, heading, said in _all_said(imported):
        if len(said.text) > MOST_LETTERS:
            first, *rest = in_pieces(said.text, MOST_LETTERS)
            imported.rows[name][number][heading] = said._replace(text=first)
            values = {"count": len(said.text)}
            imported.remarks.append(Remark(rules.TEXT_SPLIT, name, number, heading, values))
            for piece in rest:
                imported.leave(piece)


def _tell_unknown_symbols(imported: ImportedSheets) -> None:
    for name, number, heading, said in _all_said(imported):
        if UNKNOWN in said.text:
            imported.remarks.append(Remark(rules.SYMBOL_UNKNOWN, name, number, heading, {}))


def _all_said(imported: ImportedSheets) -> list[tuple[str, int, str, ReadText]]:
    """Return what every sheet, row and heading says."""
    return [
        (name, number, heading, said)
        for name, rows in imported.rows.items()
        for number, row in enumerate(rows)
        for heading, said in row.items()
    ]


def _refused(row: Found, columns: Mapping[str, Column]) -> list[tuple[str, ReadText]]:
    return [
        (heading, said)
        for heading, said in row.items()
        if heading in columns
        and said.text
        and any(f.is_error for f in columns[heading].convert(Cell(Place(), said.text)).findings)
    ]


class SheetLayout(NamedTuple):
    """A sheet: its headings in their order, its rows, and whether it is a form."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Found]
    is_form: bool = False


def _layout(name: str, rows: list[Found]) -> SheetLayout:
    """Return the lay-out that a workbook gives a sheet: its own columns last."""
    used = {heading for row in rows for heading, said in row.items() if said.text or said.fill}
    declared = DECLARED.get(name)
    columns = columns_of(declared.row_class).values() if declared else ()
    headings = [c.heading for c in columns if not c.optional or c.heading in used]
    unused = {c.heading for c in columns} - used
    own = (h for row in rows for h in row if h in used or not (h in unused or is_unnamed(h)))
    return SheetLayout(
        name,
        list(dict.fromkeys((*headings, *own))),
        rows,
        is_form=declared is not None and declared.is_form,
    )


def _sheet(layout: SheetLayout) -> Sheet:
    lines = list(_form_lines(layout) if layout.is_form else _table_lines(layout))
    rows = {
        number: {
            column: Cell(
                Place(layout.name, number, column),
                said.text,
                said.text,
                fill=said.fill,
                struck=any(run.struck for run in runs_of(said.text)),
            )
            for column, said in enumerate(line, 1)
            if said.text or said.fill
        }
        for number, line in enumerate(lines, 1)
    }
    return Sheet(layout.name, rows)


def _form_lines(layout: SheetLayout) -> Iterator[list[ReadText]]:
    yield [ReadText(FIELD), ReadText(VALUE)]
    row = layout.rows[0] if layout.rows else {}
    for heading in layout.headings:
        yield [ReadText(heading), row.get(heading, ReadText())]


def _table_lines(layout: SheetLayout) -> Iterator[list[ReadText]]:
    yield [ReadText(heading) for heading in layout.headings]
    for row in layout.rows:
        yield [row.get(heading, ReadText()) for heading in layout.headings]


def _place(layout: SheetLayout, remark: Remark) -> Place:
    at = layout.headings.index(remark.heading)
    if layout.is_form:
        return Place(layout.name, at + 2, 2)
    return Place(layout.name, remark.row + 2, at + 1)
