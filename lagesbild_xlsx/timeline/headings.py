"""What the tables of a trend and their columns are called."""

from __future__ import annotations

from lagesbild_xlsx.columns import columns_of
from lagesbild_xlsx.model import Activity, Table
from lagesbild_xlsx.overview import STATUSES

FACTS = "Trend"
"""What a template calls the sentences."""

FIELDS = ("Sammanfattning", "Från", "Till", "Lägesbilder")

HEADINGS = {
    "Per lägesbild": ("Datum", "Aktiviteter", *STATUSES),
    "Rött i rad": ("Aktivitet", "Ansvar", "Röd från", "Röd till", "Gånger", "Status"),
    "Nuvarande status": ("Aktivitet", "Ansvar", "Status", "Sedan", "Gånger", "Dagar"),
    "Ansvariga över tid": (
        "Ansvarig", "Aktiviteter", *STATUSES, "Rött i början", "Grönt i början",
    ),
    "Aktiviteter": (
        "Datum",
        "Löpnummer",
        *(columns_of(Activity)[name].heading for name in ("number", "activity", "owner")),
        "Ansvariga",
        *(columns_of(Activity)[name].heading for name in ("locality", "status", "comment", "due")),
        "Likhet",
    ),
}  # fmt: skip
"""The tables with their columns; the last has one row an activity and period."""

BLANK_REPORT: tuple[Table, ...] = (
    Table(FACTS, FIELDS, ({},), is_form=True),
    *(Table(name, headings, ()) for name, headings in list(HEADINGS.items())[:-1]),
)
"""The sheets of a trend without anything in them, for a template to be checked against."""
