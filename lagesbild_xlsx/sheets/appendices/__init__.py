"""The user-defined sheets that Rapport's field ``Bilagor`` names, as appendices of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words, nearest
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import Report
from lagesbild_xlsx.model.appendices import Appendix, AppendixTable, AppendixText, Block
from lagesbild_xlsx.model.reserved import RESERVED_SHEETS
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Cell, Place, Sheet, Workbook, normalised
from lagesbild_xlsx.sheets.appendices.regions import Shown
from lagesbild_xlsx.sheets.appendices.tables import blocks_of, in_order
from lagesbild_xlsx.sheets.pictures import NOTHING_DRAWN, IllustrationsOf
from lagesbild_xlsx.sheets.remarks import comments_not_printed, hidden_sheet, struck_through

MOST_CELLS, MOST_COLUMNS = 20_000, 63
"""How many cells an appendix may have, and a table of Word columns (Word's own limit)."""

LONGEST_TITLE = 100


def read_appendices(
    workbook: Workbook, own: Sequence[Sheet], report: Report, illustrations: IllustrationsOf
) -> Result[tuple[Appendix, ...]]:
    """Return the appendices that a report names, and what was wrong with them.

    Args:
        workbook: the sheets.
        own: those that are user-defined.
        report: what the sheet Rapport says.
        illustrations: returns the pictures and charts of a sheet.
    """
    sheets = {
        normalised(sheet.name): sheet
        for sheet in own
        if normalised(sheet.name) not in map(normalised, RESERVED_SHEETS)
    }
    found: dict[str, Appendix] = {}
    findings: list[Finding] = []
    for name in _names(report.appendices, sheets):
        sheet = sheets.get(normalised(name))
        if sheet is None:
            findings.append(_unknown(name, sheets, workbook, report))
        elif sheet.name not in found:
            read = _appendix(sheet, illustrations(sheet.name) if sheet.drawn else NOTHING_DRAWN)
            findings += read.findings
            found[sheet.name] = read.value
    return Result(tuple(each for each in found.values() if each.blocks), tuple(findings))


def _names(text: str, sheets: Mapping[str, Sheet]) -> list[str]:
    """Return the names of sheets that a text lists; a name can hold a semicolon itself."""
    if normalised(text) in sheets:
        return [text]
    return [name.strip() for name in text.replace("\n", ";").split(";") if name.strip()]


def _unknown(name: str, sheets: Mapping[str, Sheet], workbook: Workbook, report: Report) -> Finding:
    """Return that a name is that of no sheet which can be an appendix."""
    names = tuple(sheet.name for sheet in sheets.values() if _has_something(sheet))
    like = nearest(name, names)
    if normalised(name) in map(normalised, workbook.chart_sheets):
        remedy = "Det är ett diagramblad. Flytta diagrammet till ett vanligt blad."
    elif workbook.sheet(name):
        remedy = "Det är ett av verktygets egna blad. Bara era egna blad kan vara bilagor."
    elif like:
        remedy = f"Menade du {like}?"
    elif names:
        remedy = f"Era egna blad är {joined_words(names, 'och')}."
    else:
        remedy = "Lägg till ett eget blad med det namnet, eller töm fältet."
    return rules.APPENDIX_UNKNOWN.at(report.place("appendices"), value=name, remedy=remedy)


def _has_something(sheet: Sheet) -> bool:
    """Return whether a sheet is shown and has anything."""
    is_filled = any(not cell.is_blank for row in sheet.rows.values() for cell in row.values())
    return not sheet.is_hidden and (is_filled or bool(sheet.drawn))


def _appendix(sheet: Sheet, drawn: Result[tuple[Illustration, ...]]) -> Result[Appendix]:
    """Return what a sheet shows, and what is to be said of it."""
    blank = Appendix(sheet.name, sheet.name, ())
    shown = Shown(sheet)
    count = sum(1 for _ in shown.cells())
    if count > MOST_CELLS:
        most = f"{MOST_CELLS:_}".replace("_", "\u00a0")
        told = rules.APPENDIX_TOO_LARGE.at(Place(sheet.name), what=f"{count} celler", most=most)
        return Result(blank, (told,))
    findings = [*hidden_sheet(sheet), *_hidden_cells(sheet), *comments_not_printed(sheet)]
    findings += (fault for cell in shown.cells() for fault in _faults_of(cell))
    findings += drawn.findings
    regions = [(each, [*blocks_of(shown, each, findings)]) for each in shown.regions()]
    blocks = in_order(regions, drawn.value)
    widest = max((len(b.headings) for b in blocks if isinstance(b, AppendixTable)), default=0)
    if widest > MOST_COLUMNS:
        told = rules.APPENDIX_TOO_LARGE.at(
            Place(sheet.name), what=f"en tabell med {widest} kolumner", most=MOST_COLUMNS
        )
        return Result(blank, (told,))
    if not blocks and not drawn.findings:
        findings.append(rules.APPENDIX_EMPTY.at(Place(sheet.name), sheet=sheet.name))
    heading, blocks = _titled(sheet.name, blocks)
    return Result(Appendix(sheet.name, heading, tuple(blocks)), tuple(findings))


def _titled(name: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """Return the heading of an appendix, its title if it begins with one, and the other blocks."""
    first = blocks[0] if len(blocks) > 1 else None
    if not isinstance(first, AppendixText):
        return name, blocks
    title = str(first.text)
    is_line = len(title) <= LONGEST_TITLE and "\n" not in title and title[-1] not in ".:"
    is_title = is_line and any(map(str.isalpha, title))
    return (title, blocks[1:]) if is_title else (name, blocks)


def _faults_of(cell: Cell) -> Iterator[Finding]:
    """Yield what is wrong with a cell that is shown."""
    if cell.error:
        yield rules.EXCEL_ERROR.at(cell.place, value=cell.error)
    elif cell.uncalculated:
        yield rules.NOT_CALCULATED.at(cell.place)
    yield from struck_through(cell)


def _hidden_cells(sheet: Sheet) -> Iterator[Finding]:
    """Yield that rows and columns are hidden, and so no part of the appendix."""
    columns = {
        at
        for row in sheet.rows.values()
        for at, cell in row.items()
        if at in sheet.hidden_columns and not cell.is_blank
    }
    rows = [number for number in sheet.rows if number in sheet.hidden_rows]
    counted = (
        (len(rows), "dold rad", "dolda rader"),
        (len(columns), "dold kolumn", "dolda kolumner"),
    )
    words = tuple(f"{n} {one if n == 1 else many}" for n, one, many in counted if n)
    if words:
        yield rules.HIDDEN_LEFT_OUT.at(Place(sheet.name), things=joined_words(words, "och"))
