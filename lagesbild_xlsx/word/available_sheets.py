"""The sheets that a template can name: those of a lägesbild, and the figures they add up to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from lagesbild_xlsx.columns import columns_of, sheets_of
from lagesbild_xlsx.model import (
    NO_EXTRA_DATA,
    NOT_JUDGED,
    SHEET_NAMES,
    Activity,
    ExtraData,
    Lagesbild,
    ListRow,
    OfRows,
    Row,
    Table,
    split_aliases,
)
from lagesbild_xlsx.model.appendices import FAULTY, Appendix
from lagesbild_xlsx.overview import overview_tables, word_tables
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import Place, normalised
from lagesbild_xlsx.word.marks import APPENDICES
from lagesbild_xlsx.word.template_sheets import (
    APPENDIX,
    PICTURE,
    AppendixSheet,
    Keys,
    Pictures,
    TemplateSheet,
    TextByHeading,
)

ROOM_FOR_A_SENTENCE = 20
"""How many digits wide a column is in which a sentence can be read."""


class Faults(NamedTuple):
    """What a draft must show as wrong: at each cell, and all of it as lines of text."""

    at_cells: Mapping[Place, str]
    lines: tuple[str, ...]


def available_sheets(
    lagesbild: Lagesbild,
    faults: Faults | None = None,
    extra_data: ExtraData = NO_EXTRA_DATA,
    placed: Collection[str] = (),
) -> dict[str, TemplateSheet]:
    """Return every sheet that a template can name, by its folded name.

    A user-defined sheet goes before one that is worked out here, but for a report of its own.

    Args:
        lagesbild: what the workbook says.
        faults: for a draft, what is wrong at each faulty cell.
        extra_data: what is said beside what the workbook says.
        placed: the folded names of the appendices that have a place of their own.
    """
    known = [_declared(lagesbild, name, faults) for name in sheets_of(Lagesbild)]
    known = [_with_additions(source, extra_data) for source in known]
    listed = word_tables(lagesbild.words)
    ours = (*overview_tables(lagesbild), *listed, *extra_data.tables)
    tables = (*ours, *lagesbild.own, *extra_data.report)
    others = [_source(table, lagesbild.pictures.get(table.name, {})) for table in tables]
    appendices = appendix_sheets(lagesbild, placed)
    others = [*others, *appendices] if lagesbild.appendices else [*appendices, *others]
    return {normalised(source.name): source for source in (*known, *others)}


def _with_additions(source: TemplateSheet, extra_data: ExtraData) -> TemplateSheet:
    """Return the balance list with more texts; what the staff wrote goes before them."""
    if source.name != SHEET_NAMES[Activity] or not extra_data.activity_headings:
        return source
    headings = dict.fromkeys((*source.headings, *extra_data.activity_headings))
    if not extra_data.activity_texts:
        return replace(source, headings=tuple(headings))
    pairs = zip(source.rows, extra_data.activity_texts, strict=True)
    rows = [{**more, **row} for row, more in pairs]
    return replace(source, headings=tuple(headings), rows=rows)


def _source(table: Table, pictures: OfRows) -> TemplateSheet:
    first = "".join(table.headings[:1])
    if not table.numbers:
        return TemplateSheet(table.name, table.headings, table.rows, table.is_form, first)
    headings = tuple(dict.fromkeys((*table.headings, PICTURE)))
    numbered = zip(table.rows, table.numbers, strict=True)
    rows = [_with_pictures(row, pictures.get(number, ())) for row, number in numbered]
    return TemplateSheet(table.name, headings, rows, table.is_form, first)


def _declared(lagesbild: Lagesbild, name: str, faults: Faults | None) -> TemplateSheet:
    sheet = sheets_of(Lagesbild)[name]
    value = getattr(lagesbild, name)
    rows = (value,) if sheet.is_form else value
    columns = tuple(columns_of(sheet.row_class, lagesbild.words).values())
    pictures = lagesbild.pictures.get(sheet.name, {})
    own = dict.fromkeys(
        (*lagesbild.own_headings.get(sheet.name, ()), *(h for row in rows for h in row.own))
    )
    texts = [(r, r.texts if faults is None else _draft_texts(r, faults)) for r in rows]
    pictured = () if sheet.is_form else (PICTURE,)
    return TemplateSheet(
        sheet.name,
        tuple(dict.fromkeys((*(column.heading for column in columns), *own, *pictured))),
        [_with_pictures(said, pictures.get(row.origin.row.row or 0, ())) for row, said in texts],
        sheet.is_form,
        next(column.heading for column in columns if not column.optional),
        {column.heading: column.choices for column in columns if column.choices}
        | (_owner_choices(lagesbild) if sheet.row_class is Activity else {})
        | (_status_choices(lagesbild) if sheet.row_class is ListRow else {}),
        _activity_keys(lagesbild) if sheet.row_class is Activity else {},
    )


def _with_pictures(texts: TextByHeading, pictures: tuple[Illustration, ...]) -> TextByHeading:
    """Return a row's texts with its pictures, if it has any."""
    return {**texts, PICTURE: Pictures(pictures)} if pictures else texts


def _draft_texts(row: Row, faults: Faults) -> TextByHeading:
    """Return a row's texts with those of its faulty cells reported as such, and what is missing.

    A narrow column has no room for it: there stands that it is faulty, and in the widest one how.
    """
    texts = row.texts
    columns = columns_of(type(row)).values()
    widest = max(columns, key=lambda column: column.width)
    for column in sorted(columns, key=lambda column: -column.width):
        place = row.origin.cells.get(column.heading)
        if place is not None and place in faults.at_cells:
            told = f"[FEL i {place}: {faults.at_cells[place]}]"
            is_narrow = column.width < ROOM_FOR_A_SENTENCE < widest.width
            texts[column.heading] = FAULTY if is_narrow else told
            if is_narrow:
                texts[widest.heading] = f"{texts[widest.heading]}\n{told}".strip()
        elif column.required and not texts[column.heading]:
            texts[column.heading] = f"[FEL: {column.heading} saknas.]"
    return texts


def _owner_choices(lagesbild: Lagesbild) -> dict[str, tuple[str, ...]]:
    """Return the names that rows can be chosen by, with the aliases; any where there is no list."""
    names = [row.owner for row in lagesbild.lists if row.owner]
    names += [alias for row in lagesbild.lists for alias in split_aliases(row.alias)]
    return {columns_of(Activity)["owner"].heading: tuple(names)} if names else {}


def _status_choices(lagesbild: Lagesbild) -> dict[str, tuple[str, ...]]:
    """Return the words of the scale, which the rows of the legend can be chosen by."""
    return {columns_of(ListRow)["status"].heading: lagesbild.scale.words}


def _activity_keys(lagesbild: Lagesbild) -> dict[str, Keys]:
    """Return what owners count as (each of several), and statuses (none as Ej bedömd)."""
    columns = columns_of(Activity)

    def owners(text: str) -> frozenset[str]:
        names = lagesbild.owners_of(Activity(owner=text))
        return frozenset(map(normalised, names)) or frozenset(("",))

    def status(text: str) -> frozenset[str]:
        level = lagesbild.scale.level_of(text)
        return frozenset(map(normalised, (text or NOT_JUDGED, level.word if level else text)))

    return {columns["owner"].heading: owners, columns["status"].heading: status}


def appendix_sheets(lagesbild: Lagesbild, placed: Collection[str] = ()) -> list[AppendixSheet]:
    """Return what places each appendix, and what places all the others.

    Args:
        lagesbild: what the workbook says.
        placed: the folded names of those that have a place of their own in the template.
    """
    others = tuple(a for a in lagesbild.appendices if normalised(a.name) not in placed)
    known = {appendix.name: appendix for appendix in lagesbild.appendices}
    single = {table.name: tuple(filter(None, [known.get(table.name)])) for table in lagesbild.own}
    alone = (_appendix_sheet(f"{APPENDIX} {name}", held) for name, held in single.items())
    return [*alone, _appendix_sheet(APPENDICES, others)]


def _appendix_sheet(name: str, appendices: tuple[Appendix, ...]) -> AppendixSheet:
    rows = [{APPENDIX: appendix.name} for appendix in appendices]
    return AppendixSheet(name, (), rows, is_form=False, first="", appendices=appendices)
