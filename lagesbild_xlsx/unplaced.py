"""What a workbook holds and no document shows, named in one notice at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import headings_of, sheets_of
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import SHEET_NAMES, Activity, Lagesbild, ListRow, Report
from lagesbild_xlsx.model.reserved import RESERVED_COLUMNS, RESERVED_SHEETS
from lagesbild_xlsx.places import FILE, DrawingKind, Workbook, normalised

Mask = Callable[[str], str]
"""Returns a name with the personal data in it masked."""


class Unplaced(NamedTuple):
    """A column, or a field of a form, with values that the template has no place for.

    ``rows`` is in how many rows, of the ``filled`` ones.
    """

    sheet: str
    heading: str
    rows: int
    filled: int
    is_form: bool = False
    is_own_sheet: bool = False


class Unshown(NamedTuple):
    """What of a workbook's rows a document does not show.

    Attributes:
        values: the values that its template has no place for.
        pictures: how many pictures and charts of rows it does show, by the sheets whose pictures
            the template has a place for.
    """

    values: tuple[Unplaced, ...] = ()
    pictures: Mapping[str, Mapping[DrawingKind, int]] = {}

    def with_told(self, findings: Iterable[Finding]) -> Unshown:
        """Return the same, but for pictures and charts that findings tell of already."""
        told = _told_by(findings)
        both = {*self.pictures, *told}
        counts = {name: Counter(self.pictures.get(name, {})) for name in both}
        return self._replace(pictures={n: counts[n] + told.get(n, Counter()) for n in both})


def _told_by(findings: Iterable[Finding]) -> Mapping[str, Counter[DrawingKind]]:
    """Return how many pictures and charts findings say are left out, by their sheets."""
    told: dict[str, Counter[DrawingKind]] = {}
    for finding in findings:
        drawn = finding.values.get("drawn")
        if isinstance(drawn, Counter):
            told.setdefault(finding.place.sheet or "", Counter()).update(drawn)
    return told


class Outside(NamedTuple):
    """What a workbook's reader leaves aside.

    Attributes:
        cells: how many cells of each sheet belong to no table there.
        without_table: the sheets that hold texts and no rows of a table.
        hidden: the sheets, and the columns (with the names of their sheets), that are not shown.
    """

    cells: Mapping[str, int] = {}
    hidden: frozenset[tuple[str, str]] = frozenset()
    without_table: frozenset[str] = frozenset()


NOTHING_OUTSIDE = Outside()


class _Thing(NamedTuple):
    """Something to be named: where, the name that silences it, the words, and how it is placed.

    ``is_of_row`` tells that it can be a picture or a chart of a row.
    """

    sheet: str
    name: str
    words: str
    tag: str = ""
    is_of_row: bool = False


WORDS = {
    DrawingKind.PICTURE: ("en bild", "bilder"),
    DrawingKind.CHART: ("ett diagram", "diagram"),
    DrawingKind.TEXT_BOX: ("en textruta", "textrutor"),
    DrawingKind.DIAGRAM: ("en SmartArt-bild", "SmartArt-bilder"),
    DrawingKind.EMBEDDED: ("en inbäddad fil", "inbäddade filer"),
    DrawingKind.SPARKLINE: ("ett miniatyrdiagram", "miniatyrdiagram"),
}


def notice(
    unshown: Unshown,
    outside: Outside,
    workbook: Workbook,
    lagesbild: Lagesbild,
    mask: Mask = str,
) -> tuple[Finding, ...]:
    """Return the notice of what the workbook holds and the document does not show, if anything.

    Args:
        unshown: what of the rows it does not show.
        outside: what the reader left aside.
        workbook: the sheets, with what is drawn on them.
        lagesbild: what they say; its lists name what shall not be mentioned.
        mask: masks personal data in names.
    """
    hidden = {(normalised(sheet), heading) for sheet, heading in outside.hidden}
    seen = (each for each in unshown.values if not hidden & set(_names(each)))
    whole = {appendix.name for appendix in lagesbild.appendices}
    others = workbook._replace(sheets=tuple(s for s in workbook.sheets if s.name not in whole))
    things = [*_tables(seen, mask), *_beside(outside, others, unshown, mask)]
    silenced = set(map(normalised, (*RESERVED_SHEETS, *RESERVED_COLUMNS)))
    silenced |= {normalised(name) for row in lagesbild.lists for name in row.own_only.split(";")}
    told = [t for t in things if not silenced & {normalised(t.sheet), normalised(t.name)}]
    if not told:
        return ()
    words = tuple(thing.words for thing in told)
    return (rules.NOT_IN_TEMPLATE.at(FILE, things=words, remedy=_remedy(told, workbook)),)


def _names(column: Unplaced) -> tuple[tuple[str, str], ...]:
    """Return by what a column is known where it is hidden, or its sheet is."""
    sheet = normalised(column.sheet)
    return (sheet, ""), (sheet, column.heading)


def _tables(unplaced: Iterable[Unplaced], mask: Mask) -> Iterator[_Thing]:
    """Yield the columns and fields that are not shown, and the sheets of which nothing is."""
    for sheet, group in groupby(unplaced, key=lambda each: each.sheet):
        columns = list(group)
        if columns[0].is_own_sheet and all(each.rows == each.filled for each in columns):
            yield _Thing(sheet, sheet, f"bladet {mask(sheet)}", sheet)
            continue
        where = "" if sheet in WITHOUT_SAYING else f" på bladet {mask(sheet)}"
        for each in columns:
            if each.is_form:
                tag = f"{sheet}.{each.heading}"
                yield _Thing(sheet, each.heading, f"fältet {mask(each.heading)}{where}", tag)
            else:
                count = _counted(each.rows, "en rad", "rader")
                words = f"kolumnen {mask(each.heading)}{where} ({count})"
                yield _Thing(sheet, each.heading, words, each.heading)


WITHOUT_SAYING = (SHEET_NAMES[Report], SHEET_NAMES[Activity])
"""The sheets that one thinks of when a field or a column is named alone."""


def _beside(
    outside: Outside,
    workbook: Workbook,
    unshown: Unshown,
    mask: Mask,
) -> Iterator[_Thing]:
    """Yield what stands beside the tables, or is drawn over the cells."""
    for sheet in workbook.sheets:
        if (sheet.name, "") in outside.hidden:
            continue
        where = f"på bladet {mask(sheet.name)}"
        if sheet.name in outside.without_table:
            yield _Thing(sheet.name, sheet.name, f"bladet {mask(sheet.name)}")
        elif count := outside.cells.get(sheet.name):
            cells = _counted(count, "en cell", "celler")
            yield _Thing(sheet.name, sheet.name, f"{cells} utanför tabellen {where}")
        for kind in DrawingKind:
            count = sheet.drawn.get(kind, 0) - unshown.pictures.get(sheet.name, {}).get(kind, 0)
            if count > 0:
                words = f"{_counted(count, *WORDS[kind])} {where}"
                is_of_row = kind in OF_ROWS and sheet.name in WITH_ROWS
                yield _Thing(sheet.name, sheet.name, words, is_of_row=is_of_row)
        for name in sheet.linked_files:
            yield _Thing(sheet.name, name, f"filen {mask(name)} som en länk {where} leder till")
    for name in workbook.chart_sheets:
        yield _Thing(name, name, f"diagrambladet {mask(name)}")


DECLARED = frozenset(SHEET_NAMES.values())
WITH_ROWS = frozenset(sheet.name for sheet in sheets_of(Lagesbild).values() if not sheet.is_form)
OF_ROWS = (DrawingKind.PICTURE, DrawingKind.CHART)
"""What comes along with the row that it stands on, where a template asks for it."""


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else f"{count} {many}"


def _remedy(told: Sequence[_Thing], workbook: Workbook) -> str:
    """Return how what was named comes into the document, and how it is mentioned no more."""
    own = [thing for thing in told if workbook.sheet(thing.sheet) and thing.sheet not in DECLARED]
    others = [thing for thing in told if thing not in own]
    tag = next((t.tag for t in told if t.tag and t.tag != t.sheet), "")
    how = []
    if tag:
        how.append(f"Så får du med dem: lägg en innehållskontroll i mallen, till exempel lb:{tag}.")
    if own:
        field, report = headings_of(Report)["appendices"], SHEET_NAMES[Report]
        how.append(
            "Ett eget blad kommer med helt, med bilder och diagram, om du skriver bladets namn i"
            f" fältet {field} på bladet {report}."
        )
    if any(thing.is_of_row for thing in told):
        how.append("Bilder och diagram på en rad kommer med där mallen har lb:Bild på raden.")
    if any(not thing.tag for thing in others):
        how.append("Det som inte är en tabell lägger du själv in i dokumentet.")
    column = headings_of(ListRow)["own_only"]
    lists = SHEET_NAMES[ListRow]
    add = "" if workbook.sheet(lists) else " (lägg till bladet)"
    how.append(f"Ska de inte med: skriv namnet i kolumnen {column} på bladet {lists}{add}.")
    return " ".join(how)
