"""The facts of the report in its headings and its letterhead: dates, years, names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, parsed_date
from lagesbild_xlsx.places import fold

DATE = re.compile(
    r"\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[/.] ?\d{1,2}[- /.]+\d{4}\b"
    r"|\b\d{1,2} [a-zåäö]{3,9} \d{4}\b",
    re.IGNORECASE,
)
PERIOD = re.compile(r"\b(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d\b")
PROMISE = (
    re.compile(r"medborgarlöfte\w*(?: för)?(?: år)? ((?:19|20)\d\d)", re.IGNORECASE),
    re.compile(r"((?:19|20)\d\d)(?:-? ?års)? medborgarlöfte", re.IGNORECASE),
)
MUNICIPALITY = re.compile(
    r"(?P<name>\w[\w -]*?)s? och polisens gemensamma lägesbild|(?P<head>\w[\w -]* kommun)",
    re.IGNORECASE,
)
RECORD_NUMBER = re.compile(
    r"\b(?:dnr|diarienr|diarienummer)\b[.:]?\s*(\w+[ /]?\d{4}[/:-]\d+)", re.IGNORECASE
)
VERSION = re.compile(r"\bversion\b[.:]?\s*(\d[\w.]*)", re.IGNORECASE)


def facts_in(line: str) -> Mapping[str, str]:
    """Return the fields of the report that a line says, by name, each in its usual form."""
    text = " ".join(str(line).split())
    said = {
        "Datum": _date(text),
        "Medborgarlöfte": next((found[1] for form in PROMISE if (found := form.search(text))), ""),
        "Samverkansperiod": "".join("".join(PERIOD.findall(text)[:1]).split()),
        "Kommun": _municipality(text),
        "Diarienummer": "".join(RECORD_NUMBER.findall(text)[:1]),
        "Version": "".join(VERSION.findall(text)[:1]),
    }
    return {name: value for name, value in said.items() if value}


def _date(text: str) -> str:
    dates = (parsed_date(found[0]) for found in DATE.finditer(text))
    return next((str(date) for date in dates if date and date.year in PLAUSIBLE_YEARS), "")


def _municipality(text: str) -> str:
    """Return the municipality of ”X kommuns och Polisens …”, or of a letterhead ”X KOMMUN”."""
    found = MUNICIPALITY.match(text)
    if found is None:
        return ""
    if found["name"]:
        return found["name"].strip()
    name = found["head"]
    if fold(name) != fold(text):
        return ""
    return f"{name[: -len(' kommun')].title()} kommun" if name.isupper() else name
