"""One good workbook; a test states only its change."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lagesbild_xlsx import build

ROOT = Path(__file__).parent.parent

GOOD: dict[str, list[dict[str, Any]]] = {
    "Rapport": [
        {"Fält": "Kommun", "Värde": "Granby kommun"},
        {"Fält": "Datum", "Värde": dt.date(2026, 3, 5)},
        {"Fält": "Medborgarlöfte", "Värde": 2026},
        {"Fält": "Samverkansperiod", "Värde": "2024-2027"},
        {"Fält": "Inledning", "Värde": "En inledning."},
        {"Fält": "Underlag", "Värde": "Utifrån lokalt BRÅ."},
    ],
    "Prioriteringar": [
        {"Källa": "Medborgarlöfte", "Prioritering": "Lugnare torg"},
        {"Källa": "Samverkansöverenskommelse", "Prioritering": "Färre inbrott"},
    ],
    "Orter": [
        {"Ort": "Granby", "Lägesbild": "Lugnt."},
        {"Ort": "Västerås-Barkarö", "Lägesbild": None},
    ],
    "Framåt": [
        {"Avsnitt": "Kort sikt", "Text": "Vandring i maj."},
        {"Avsnitt": "Längre sikt", "Text": "En ny plan."},
        {"Avsnitt": "Kommunikation", "Text": "På webbplatsen."},
    ],
    "Balanslista": [
        {"Aktivitet": "Vandra", "Ansvar": "Kommunen", "Status": "Grönt", "Kommentar": "Klart."},
        {"Aktivitet": "Lysa upp", "Ansvar": "Polisen", "Status": "Gult", "Kommentar": "På gång."},
        {"Aktivitet": "Samtala", "Ansvar": "Polisen", "Status": None, "Kommentar": None},
    ],
    "Ordlista": [{"Begrepp": "BRÅ", "Förklaring": "brottsförebyggande råd"}],
    "Listor": [
        {"Status": "Rött", "Betydelse": "står still", "Ansvarig": "Polisen", "Alias": None},
        {
            "Status": "Gult",
            "Betydelse": "trögt",
            "Ansvarig": "Granby kommun",
            "Alias": "Kommunen",
        },
        {"Status": "Grönt", "Betydelse": "rullar på", "Ansvarig": None, "Alias": None},
    ],
}

Change = Sequence[Mapping[str, Any]] | None
Edit = Callable[[openpyxl.Workbook], None]
MakeWorkbook = Callable[..., Path]


@pytest.fixture
def workbook(tmp_path: Path) -> MakeWorkbook:
    """Return a function that writes the good workbook with a change.

    ``workbook(Balanslista=[{"Status": "Blått"}])`` changes the first row of the sheet; rows after
    the good ones are added; None leaves the sheet out. ``edit`` is handed the openpyxl workbook.
    """
    numbers = itertools.count(1)

    def make(edit: Edit | None = None, **changes: Change) -> Path:
        path = tmp_path / f"arbetsbok-{next(numbers)}.xlsx"
        book = openpyxl.Workbook()
        del book["Sheet"]
        for name, rows in GOOD.items():
            if changes.get(name, ()) is not None:
                write_sheet(book.create_sheet(name), merged(rows, changes.get(name) or ()))
        for name in changes.keys() - GOOD.keys():
            write_sheet(book.create_sheet(name), [dict(row) for row in changes[name] or ()])
        if edit:
            edit(book)
        book.save(path)
        return path

    return make


@pytest.fixture
def document(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    """A document that was built, alone in its folder."""
    path = tmp_path / "mapp" / "fil.docx"
    path.parent.mkdir()
    build(workbook(), path)
    return path


def merged(
    rows: Sequence[Mapping[str, Any]], changes: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    made = [dict(row) for row in rows]
    made += [{} for _ in changes[len(rows) :]]
    for row, change in zip(made, changes, strict=False):
        row.update(change)
    return made


def write_sheet(sheet: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(heading) for heading in headings])
