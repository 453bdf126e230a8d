"""The balance list as the rivals hold it: a dict each row, with the colour of its status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

FILLS = {"Rött": "C00000", "Gult": "FFD24D", "Grönt": "2E7D32"}
FIELDS = {"Aktivitet": "activity", "Ansvar": "owner", "Status": "status", "Kommentar": "comment"}


def records(sheet: Iterable[Sequence[object]]) -> Iterator[dict[str, str]]:
    """Yield the rows below the headings."""
    rows = iter(sheet)
    headings = next(row for row in rows if "Aktivitet" in row)
    columns = [(name, headings.index(heading)) for heading, name in FIELDS.items()]
    for row in rows:
        texts = {name: str(row[column]) for name, column in columns}
        yield {**texts, "fill": FILLS[texts["status"]]}
