"""The facts of the report in its headings and its letterhead: dates, years, names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, headings_of, parsed_date
from lagesbild_xlsx.columns.dates import is_time_of_years
from lagesbild_xlsx.model import Report

FACTS = headings_of(Report)
"""The fields of the report."""

DATE = re.compile(
    r"\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[/.] ?\d{1,2}[- /.]+\d{4}\b"
    r"|\b\d{1,2}(?:[:.]?e)? [a-zåäö]{3,9},? \d{4}\b",
    re.IGNORECASE,
)
YEAR = r"(?:19|20)\d\d"
PERIOD = re.compile(rf"\b({YEAR})\s*[-–—]\s*({YEAR}|\d\d)\b(?![-./]\d)")
ONE_YEAR = re.compile(
    rf"\bsamverkans\w*+:?(?: för)?(?: perioden| period)?(?: år)? ({YEAR})\b(?!\s*[-–—/])",
    re.IGNORECASE,
)
"""A period of cooperation of one year, which only the words before it tell from another year."""

PROMISE = re.compile(r"\bmedborgarlöfte\w*+:?(?: för)?(?: år)? ", re.IGNORECASE)
"""What stands before the time of a citizens' promise."""

PROMISE_OF_YEAR = re.compile(rf"({YEAR})(?:-? ?års)? medborgarlöfte", re.IGNORECASE)
MOST_WORDS = 7
"""How many words a time has at the most: ”våren 2022 och hela hösten 2023”."""

NO_NAME = (
    r"(?i:kommun|lägesbild\w*|trygghet\w*|samlad|gemensam|polis\w*|lokalpolis\w*|rapport\w*"
    r"|i|för|från|av|till|med|om|på|och|den|det)"
)
NAME_WORD = rf"(?!{NO_NAME}\b)[A-ZÅÄÖ][\w-]*+"
NAME = rf"(?:{NAME_WORD}\s){{1,3}}(?:[Kk]ommun|KOMMUN|[Ss]tad|STAD)"
MUNICIPALITY = re.compile(
    rf"({NAME})|(?:Kommun|KOMMUN):\s*({NAME_WORD}(?:\s{NAME_WORD}){{0,3}}(?:\s(?:kommun|stad))?)"
)
"""A line that is a name, or a labelled one."""

JOINT = re.compile(
    rf"(?:[\d.]+ )?(?:({NAME})[sS]? (?i:och polisens)|(?i:polisens och) ({NAME})[sS])"
    r" (?i:gemensamma lägesbild)\b.*"
    rf"|({NAME}) och (?:[Pp]olis\w*|[Ll]okalpolis\w*)(?: \w+){{0,4}}"
)
"""The heading that names the municipality, alone or before the police."""

NAME_INSIDE = re.compile(rf"(?<!\w)({NAME})[sS]?(?!\w)")
"""A name in a title, or among other things in a header."""

RECORD_NUMBER = re.compile(
    r"\b(?:dnr|diarienr|diarienummer)\b[.:]?\s*"
    r"((?:[A-ZÅÄÖ]+[ /-]?)?\d{4}[/:-](?:[A-ZÅÄÖ]+[ -]?)?\d+)",
    re.IGNORECASE,
)
VERSION = re.compile(r"\bversion\b[.:]?\s*(\d[\w.]*)", re.IGNORECASE)
LABEL = re.compile(r"\b(?:datum|den)\b", re.IGNORECASE)
LABELLED_DATE = re.compile(rf"\s*+datum\b\s*:?\s*(?:{DATE.pattern})", re.IGNORECASE)
"""A line that begins with its date, whatever follows."""


LONGEST_LINE = 1000
"""The most letters of a line that is looked through: patterns take long for a text without end."""


def facts_in(line: str) -> Mapping[str, str]:
    """Return the fields of the report that a line says, by name, each in its usual form."""
    if len(line) > LONGEST_LINE:
        return {}
    text = _on_one_line(line)
    said = {
        FACTS["date"]: _date(text),
        FACTS["promise_year"]: text[_promise(text)],
        FACTS["cooperation_period"]: _period(RECORD_NUMBER.sub("", without_promise(text))),
        FACTS["municipality"]: _municipality(text),
        FACTS["record_number"]: "".join(RECORD_NUMBER.findall(text)[:1]),
        FACTS["version"]: "".join(VERSION.findall(text)[:1]),
    }
    return {name: value for name, value in said.items() if value}


def municipality_in(line: str) -> str:
    """Return the municipality that a line names; nothing where it names none."""
    return _municipality(_on_one_line(line)) if len(line) <= LONGEST_LINE else ""


def name_in_titles(lines: Iterable[str]) -> str:
    """Return the municipality that titles and headers name most often among other words."""
    short = (_on_one_line(line) for line in lines if len(line) <= LONGEST_LINE)
    found = Counter(_usual_form(name) for line in short for name in NAME_INSIDE.findall(line))
    return max(found, key=lambda name: found[name], default="")


def date_before(line: str) -> str:
    """Return the date that a line begins with, after its label; nothing where it does not."""
    found = LABELLED_DATE.match(line[:LONGEST_LINE])
    return found[0] if found else ""


def without_facts(text: str) -> str:
    """Return a text without its facts, but for names."""
    for form in (RECORD_NUMBER, VERSION):
        text = form.sub("", text)
    return without_dates(text)


def is_only_facts(line: str) -> bool:
    """Return whether a line says facts and nothing else: ``Datum: 2023-11-05``, a lone date."""
    if len(line) > LONGEST_LINE:
        return False
    text = _on_one_line(line)
    if MUNICIPALITY.fullmatch(text):
        return True
    rest = text
    for form in (RECORD_NUMBER, VERSION, DATE, LABEL):
        rest = form.sub("", rest)
    return rest != text and not any(map(str.isalnum, rest))


def without_dates(text: str) -> str:
    """Return a text without its dates, years and periods of years."""
    text = without_promise(text)
    for form in (DATE.pattern, rf"\b{YEAR}(?:\s*[-–—/]\s*(?:{YEAR}|\d\d))?\b"):
        text = re.sub(form, "", text, flags=re.IGNORECASE)
    return text


def without_promise(text: str) -> str:
    """Return a text without the time of its citizens' promise: ”våren 2026”."""
    where = _promise(text)
    return text[: where.start] + text[where.stop :]


def _on_one_line(text: str) -> str:
    return " ".join(str(text).split())


def _date(text: str) -> str:
    dates = (parsed_date(found[0]) for found in DATE.finditer(text))
    return next((str(date) for date in dates if date and date.year in PLAUSIBLE_YEARS), "")


def _promise(text: str) -> slice:
    """Return where the time of a citizens' promise stands, as it is written: ”våren 2026”."""
    for found in PROMISE.finditer(text):
        words = text[found.end() :].split(" ")[:MOST_WORDS]
        phrases = (" ".join(words[:count]).rstrip(" .,:;)") for count in range(len(words), 0, -1))
        if time := next(filter(_is_time, phrases), ""):
            return slice(found.end(), found.end() + len(time))
    by_year = PROMISE_OF_YEAR.search(text)
    return slice(*by_year.span(1)) if by_year else slice(0, 0)


def _is_time(phrase: str) -> bool:
    return re.fullmatch(YEAR, phrase) is not None or is_time_of_years(phrase)


def _period(text: str) -> str:
    """Return the first period of years; one that is typed 2023–24 with all its digits.

    A second number up to 12 would rather be a month.
    """
    for found in PERIOD.finditer(text):
        first, last = found.groups()
        if len(last) == len(first):
            return "".join(found[0].split())
        if int(last) > max(int(first[2:]), 12):
            return f"{first}-{first[:2]}{last}"
    one = ONE_YEAR.search(text)
    return one[1] if one else ""


def _municipality(text: str) -> str:
    """Return the municipality that a whole line names, or ”X kommuns och Polisens …” begins with.

    Within a sentence there are too many ways to take its first words for a name.
    """
    found = MUNICIPALITY.fullmatch(text) or JOINT.fullmatch(text)
    return _usual_form("" if found is None else "".join(filter(None, found.groups())).strip())


def _usual_form(name: str) -> str:
    """Return a municipality's name as it is written among other words: not all in capitals."""
    if not name.isupper():
        return name
    head, _, kind = name.rpartition(" ")
    return f"{head.title()} {kind.lower()}" if head else name.title()
