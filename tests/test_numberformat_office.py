"""Thousands of formats and values, shown by LibreOffice in Swedish, and here: each difference is
listed, with what Excel shows."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from lagesbild_xlsx.excel import read_workbook

SOFFICE = shutil.which("soffice")

Value = float | str

# ------------------------------------------------------------------ formats and values

NUMBERS = (0, 1, -1, 12.5, -0.5, 0.05, 999.995, 1234567.891, -1234567.891, "Text")

PLAIN = [
    "".join(parts)
    for parts in product(
        ("", '"ca "', "[Red]\\+"),
        ("0", "#0", "00", "#,##0", "?0", "#", "0,000"),
        ("", ".0", ".00", ".0#", ".?0"),
        ("", "%\\ ", "\\ %", '" kr"', "\\ [$kr-41D]", ",", ',," mn"', "_-", "* "),
    )
]
SECTIONS = [
    *map(";".join, product(("0", "0.00", "#,##0.0"), ("-0", "(0)", '"minus "0', ""))),
    *map(";".join, product(("0", "0.0"), ("-0.0",), ("0", '"inget"', '"-"??', ""))),
    *map(";".join, product(("0",), ("-0",), ('"-"', ""), ("@", '"Dnr "@', '@" (prel.)"', ""))),
    *("[<1]0.00;0", "[>100]0;0.0;0.00", '"Dnr KS "@', ";;;", "0;@"),
    '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-',
]
OTHERS = [
    *map("".join, product(("0", "#"), ("", ".0", ".00"), ("E+00", "E+0", "E-0"))),
    *("# ?/?", "# ??/??", "#\\ ???/???", "?/?", "??/??", "# ?/2", "# ?/4", "# ?/8", "# ??/16"),
    *("General", 'General" st"', '"ca "General', "[Blue]General"),
    *('"KS 2021/"000', "000\\-00 00 00", "00000-0000", "\\#0", '0" (10)"', "0\\ \\m\\2"),
]

DAYS = (61, 367.25, 36526.5, 44336.75, 45000.125, 46387.9999, 73050.3333)
LANGUAGES = ("", "[$-41D]", "[$-409]", "[$-407]", "[$-406]", "[$-414]", "[$-40C]")
DATES = [
    language + order.format(d=day, m=month, y=year)
    for language, order, day, month, year in product(
        LANGUAGES,
        ("{d}/{m}/{y}", "{y}-{m}-{d}", '{d} {m}" år "{y}', "{d}\\. {m}\\ {y};@"),
        ("d", "dd", "ddd", "dddd d"),
        ("m", "mm", "mmm", "mmmm", "mmmmm"),
        ("yy", "yyyy"),
    )
]

MOMENTS = (0.25, 0.5, 0.75, 0.000003, 1.5, 61.25, 100.9375, 44336.0625, 3.510416667)
TIMES = [
    *map("".join, product(("h", "hh"), (":m", ":mm", '" h "mm'),
                          ("", ":ss", ":s", ":ss.0", ":ss.000"), ("", " AM/PM", '" tid"'))),
    *map("".join, product(("[h]", "[hh]"), (":m", ":mm"), ("", ":ss", ":s.00"), ("", '" tim"'))),
    *("mm:ss", "m:s.0", "[mm]:ss", "[m]", "[ss]", "[s]", "[mm]:ss.0", "h AM/PM", "AM/PM h:mm"),
    *("s.000", "ss", "[h]", "[$-409]h:mm AM/PM", "[h]:mm;-[h]:mm"),
]  # fmt: skip

BOTH = [
    *map("".join, product(("yyyy-mm-dd h", "d/m hh"), (":mm", ':mm" tid"', ":mm:ss.000"))),
    *("h:mm AM/PM d mmmm", '"v. "ww', 'd mmmm "kl." h:mm'),
]


def pairs() -> Iterator[tuple[str, Value]]:
    """Yield each format with each value."""
    yield from product(PLAIN + SECTIONS + OTHERS, NUMBERS)
    yield from product(DATES + BOTH, DAYS)
    yield from product(TIMES, MOMENTS)


# ------------------------------------------------------------------ what differs


class Difference(NamedTuple):
    """A value that the programs show in different ways, and what Excel shows."""

    code: str
    value: Value
    office: str
    excel: str
    why: str


CALENDAR = "LibreOffice counts from 1899-12-30; Excel has a day 0, and 1900-02-29"
POINT = "LibreOffice leaves a decimal comma out that no digit follows"
ROUNDED = "Excel rounds seconds, LibreOffice cuts them off"
DIGITS = "Excel calculates with 15 digits, where 28.5 is no less than it looks"
SIGN = "LibreOffice loses the minus sign where a section has a condition"
BRACKETS = "LibreOffice does not know this code"

DIFFERENCES = (
    Difference("yyyy-mm-dd", 0, "1899-12-30", "1900-01-00", CALENDAR),
    Difference("yyyy-mm-dd", 1, "1899-12-31", "1900-01-01", CALENDAR),
    Difference("yyyy-mm-dd", 60, "1900-02-28", "1900-02-29", CALENDAR),
    Difference("yyyy-mm-dd", -1, "1899-12-29", "-1", "Excel shows no date: ####"),
    Difference("hh:mm", -0.5, "12:00", "-0,5", "Excel shows no date: ####"),
    Difference("yyyy-mm-dd", 2958466, "10000-01-01", "2958466", "Excel shows no date: ####"),
    Difference("0.##", 3, "3", "3,", POINT),
    Difference("#.", 3, "3", "3,", POINT),
    Difference("General", 1 / 3, "0,333333333333333", "0,333333333", "Excel has 11 signs at most"),
    Difference("General", 123456789012, "123456789012", "1,23457E+11", "as above"),
    Difference("General", 1e20, "1E+020", "1E+20", "LibreOffice has three digits"),
    Difference("hh:mm:ss", 0.999999, "23:59:59", "00:00:00", ROUNDED),
    Difference("h:mm", 44336.9999999, "23:59", "00:00", ROUNDED),
    Difference("0%", 1.5, "150 %", "150%", "LibreOffice has its own format number 9"),
    Difference('0%" "', 0.285, "28%", "29%", DIGITS),
    Difference("# ??/100", 0.285, "28/100", "29/100", DIGITS),
    Difference("# ?/10", 0.05, "0", "1/10", "Excel rounds a half up"),
    Difference("# ?/?", 1.3, "1 2/7", "1 1/3", "Excel takes the last convergent"),
    Difference("[>10]0.0;0", -5, "5", "-5", SIGN),
    Difference('[=1]"Ja";[=0]"Nej"', -1, "1", "-1", SIGN),
    Difference("[>100]0;[>10]0.0;0", -5, "5", "-5", SIGN),
    Difference('"x"', -5, "x", "-x", "Excel has a minus sign before text too"),
    Difference("0%%", 0.5, "50%%", "5000%%", "each sign multiplies by a hundred"),
    Difference("##0.0E+0", 0, "0,0E+0", "000,0E+0", "zero has all of its digits in Excel"),
    Difference("[ss].000", 3.14159, "3,14159", "271433,376", BRACKETS),
    Difference("mm:ss,0", 0.70707, "0,70707", "58:10,8", BRACKETS),
    Difference("h .00", 0.70707, "0,70707", "16 ,85", BRACKETS),
    Difference("[$-en-US]d mmm", 44336, "44336", "20 May", BRACKETS),
    Difference("[$-x-sysdate]dddd", 44336, "44336", "den 20 maj 2021", BRACKETS),
    Difference("[$-F800]dddd", 44336, "torsdag 20 maj 2021", "den 20 maj 2021", "Windows' own"),
    Difference("yyy", 44336, "21y", "2021", BRACKETS),
    Difference("A/P", 0.75, "p", "P", "Excel shows the letter that was typed"),
    Difference("e", 44336, "21", "2021", "without an era Excel shows the year"),
    Difference("[$-40B]d mmmm", 44336, "20 toukokuuta", "20 toukokuu", "the code must add the ta"),
    Difference("g", 44336, "e.Kr.", "", "without a Japanese code Excel shows no era"),
    Difference('"$".00', 1, "1$,00", "$1,00", "what stands first is moved to the comma"),
    Difference("[$$-409]0;[$$-409][Red]-0", 1, "1", "$1", BRACKETS),
    Difference('"TRUE";"TRUE";"FALSE"', 1, "SANT", "TRUE", "LibreOffice takes it for its own"),
    Difference("0,x0", 12345, "12\u00a034x5", "1234x5", "the comma stands between no digits"),
)
"""What stays; that of Excel is right. Sources are named in ``docs/decisions.md``."""


def written(path: Path, cells: list[tuple[str, Value]]) -> Path:
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    for number, (code, value) in enumerate(cells, 1):
        sheet.cell(number, 1, value).number_format = code
    sheet.column_dimensions["A"].width = 255
    book.save(path)
    return path


SWEDISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>sv-SE</value></prop></item></oor:items>"""
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1053,false,true,true"
"""Commas, quotes, UTF-8, from row 1, in Swedish; the ninth token asks for contents as shown."""


def shown_by_office(book: Path, folder: Path) -> list[str]:
    """Return what LibreOffice in Swedish shows in the first column."""
    assert SOFFICE is not None
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SWEDISH, encoding="utf-8")
    run = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
           FILTER, "--outdir", str(folder), str(book)]  # fmt: skip
    subprocess.run(run, check=True, capture_output=True, timeout=300)  # noqa: S603
    with (folder / f"{book.stem}.csv").open(encoding="utf-8", newline="") as lines:
        return [" ".join(row).strip(" ") for row in csv.reader(lines)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_cells_are_shown_as_libreoffice_shows_them(tmp_path: Path) -> None:
    listed = {(each.code, each.value): each for each in DIFFERENCES}
    cells = [*pairs(), *listed]
    book = written(tmp_path / "bok.xlsx", cells)
    offices = [re.sub(" +", " ", text) for text in shown_by_office(book, tmp_path)]
    (sheet,) = read_workbook(book).sheets
    ours = [sheet.cell(number, 1).text for number in range(1, len(cells) + 1)]
    shown = {cell: (office, own) for cell, office, own in zip(cells, offices, ours, strict=True)}
    unlike = {cell: both for cell, both in shown.items() if len(set(both)) > 1}
    assert len(cells) > 10_000
    assert {cell: both for cell, both in unlike.items() if cell not in listed} == {}
    assert {cell: shown[cell] for cell in listed} == {
        cell: (each.office, each.excel) for cell, each in listed.items()
    }
