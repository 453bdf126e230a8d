"""What the tables of a trend and their columns are called."""

from __future__ import annotations

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import Activity, ListRow, Report, Table
from lagesbild_xlsx.overview import STATUSES

COLUMNS = headings_of(Activity)

FACTS = "Trend"
"""What a template calls the sentences."""

FIELDS = ("Sammanfattning", "Från", "Till", "Lägesbilder")

DATE, STATUS, OWNER = headings_of(Report)["date"], COLUMNS["status"], headings_of(ListRow)["owner"]
ACTIVITY = (COLUMNS["activity"], COLUMNS["owner"])
HEADINGS = {
    "Per lägesbild": (DATE, "Aktiviteter", *STATUSES),
    "Rött i rad": (*ACTIVITY, "Röd från", "Röd till", "Gånger", STATUS),
    "Nuvarande status": (*ACTIVITY, STATUS, "Sedan", "Gånger", "Dagar"),
    "Ansvariga över tid": (
        OWNER,
        "Aktiviteter",
        *STATUSES,
        "Rött första gången",
        "Grönt första gången",
    ),
    "Aktiviteter": (
        DATE,
        "Löpnummer",
        *(COLUMNS[name] for name in ("number", "activity", "owner")),
        "Ansvariga",
        *(COLUMNS[name] for name in ("locality", "status", "comment", "due")),
        "Likhet",
    ),
}
"""The tables with their columns; the last has one row an activity and period."""

CSV_START = ";".join(HEADINGS["Aktiviteter"]).encode("utf-8-sig")
"""How a text file with rows for other programs begins."""

BLANK_REPORT: tuple[Table, ...] = (
    Table(FACTS, FIELDS, ({},), is_form=True),
    *(Table(name, headings, ()) for name, headings in list(HEADINGS.items())[:-1]),
)
"""The sheets of a trend without anything in them, for a template to be checked against."""
