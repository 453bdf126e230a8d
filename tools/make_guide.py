"""Writes the guide's table of sheets and columns: ``python -m tools.make_guide``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lagesbild_xlsx.columns import columns_of, sheets_of
from lagesbild_xlsx.model import Lagesbild

GUIDE = Path(__file__).parent.parent / "docs" / "handledning.md"
START, END = "<!-- tabellen skrivs av tools/make_guide.py -->", "<!-- slut på tabellen -->"


def table() -> str:
    """Return the table of every sheet and column, from the declarations that the reader uses."""
    rows = ["| blad | kolumn | skriv | måste finnas |", "| --- | --- | --- | --- |"]
    return "\n".join([*rows, *_rows()])


def _rows() -> Iterator[str]:
    for sheet in sheets_of(Lagesbild).values():
        name = f"**{sheet.name}**{' (får saknas)' if sheet.optional else ''}"
        for column in columns_of(sheet.row_class).values():
            heading = f"fältet {column.heading}" if sheet.is_form else column.heading
            needed = "ja" if column.required else "kolumnen"
            must = "" if column.optional else ("ja" if sheet.is_form else needed)
            yield f"| {name} | {heading} | {column.help} | {must} |"
            name = ""


def written(guide: str) -> str:
    """Return the guide with the table as it should be."""
    inside = re.compile(f"{re.escape(START)}.*?{re.escape(END)}", re.DOTALL)
    return inside.sub(lambda _: f"{START}\n\n{table()}\n\n{END}", guide)


def main() -> None:
    """Write the table into the guide."""
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(GUIDE)


if __name__ == "__main__":
    main()
