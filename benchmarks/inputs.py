"""Makes the workbooks and the rivals' templates: ``python -m benchmarks.inputs FOLDER ROWS …``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import docx

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import Activity, Status
from tools.strangnas import LAGESBILD

HEADINGS = ("Aktivitet", "Ansvar", "Status", "Kommentar")
STATUSES = tuple(status for status in Status if status)

TEMPLATES = {
    "docxtpl.docx": (
        ("{%tr for row in rows %}", "", "", ""),
        (
            "{{ row.activity }}",
            "{{ row.owner }}",
            "{% cellbg row.fill %}{{ row.status }}",
            "{{ row.comment }}",
        ),
        ("{%tr endfor %}", "", "", ""),
    ),
    "docxtemplater.docx": (("{#rows}{activity}", "{owner}", "{@status}", "{comment}{/rows}"),),
}
"""The rows below the headings of each rival's table."""


def activities(count: int) -> tuple[Activity, ...]:
    """Return so many activities, each with a name, a status and a comment of its own."""
    known = LAGESBILD.activities
    return tuple(
        Activity(
            activity=f"{known[number % len(known)].activity} {number}",
            owner=known[number % len(known)].owner,
            status=STATUSES[number % len(STATUSES)],
            comment=f"Avstämt {number} gånger.",
        )
        for number in range(count)
    )


def write_template(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    """Write a document with a heading and a table, whose rows hold a rival's tags."""
    document = docx.Document()
    document.add_heading("Balanslista")
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for texts in (HEADINGS, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def main() -> None:
    """Write everything to a folder."""
    folder = Path(sys.argv[1])
    for name, rows in TEMPLATES.items():
        write_template(folder / name, rows)
    for count in map(int, sys.argv[2:]):
        lagesbild = replace(LAGESBILD, activities=activities(count))
        (folder / f"{count}.xlsx").write_bytes(workbook_bytes(lagesbild))


if __name__ == "__main__":
    main()
