"""Cells as we read them, as openpyxl does (values) and as LibreOffice shows them in Swedish.

Each kind of difference that public workbooks have is a cell here, with who is right.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.places import Cell
from tests.rawbook import raw_parts, write_parts
from tests.test_numberformat_office import SOFFICE, shown_by_office

Value = str | float | bool | dt.datetime | dt.time | dt.timedelta | None

FORMATS = (
    "General", "0.00", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "hh:mm", "[h]:mm:ss",
    '0.0" %"', '#,##0" kr"', "#,###;;", '0;-0;0;"Dnr "@', "0%",
)  # fmt: skip
"""The formats of cells; the last is Excel's own, number 9."""

BOLD = "<si><r><rPr><b/></rPr><t>Fet</t></r><r><t xml:space='preserve'> text</t></r></si>"
STRINGS = "<si><t>Grönt</t></si>" + BOLD


def cell(stored: object, form: str = "General", kind: str = "n", formula: str = "") -> str:
    """Return the ``c`` element of a cell, without where it stands."""
    around = f"<f>{escape(formula)}</f>" if formula else ""
    value = f"<v>{escape(str(stored))}</v>" if stored is not None else ""
    return f'<c r="?" s="{FORMATS.index(form)}" t="{kind}">{around}{value}</c>'


def inline(text: str) -> str:
    return f'<c r="?" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


class Alike(NamedTuple):
    """A cell that all read alike: what is stored, the value, and the text that is shown."""

    xml: str
    value: Value
    text: str


ALIKE = (
    Alike(cell(0, kind="s"), "Grönt", "Grönt"),
    Alike(cell(1, kind="s"), "Fet text", "Fet text"),
    Alike(inline("två\nrader"), "två\nrader", "två\nrader"),
    Alike(cell(0, '0;-0;0;"Dnr "@', "s"), "Grönt", "Dnr Grönt"),
    Alike(cell("svar", kind="str", formula='"sv"&"ar"'), "svar", "svar"),
    Alike(cell(1, kind="b"), value=True, text="SANT"),
    Alike(cell(12.5), 12.5, "12,5"),
    Alike(cell(1234567.891, "0.00"), 1234567.891, "1234567,89"),
    Alike(cell(1234567, "#,##0"), 1234567, "1 234 567"),
    Alike(cell(5, '0.0" %"'), 5, "5,0 %"),
    Alike(cell(1500, '#,##0" kr"'), 1500, "1 500 kr"),
    Alike(cell(44336, "yyyy-mm-dd"), dt.datetime(2021, 5, 20), "2021-05-20"),  # noqa: DTZ001
    Alike(
        cell(44336.75, "yyyy-mm-dd hh:mm:ss"),
        dt.datetime(2021, 5, 20, 18),  # noqa: DTZ001
        "2021-05-20 18:00:00",
    ),
)


class Differs(NamedTuple):
    """A cell that is not read alike: what each makes of it, and why ours is right.

    ``values`` are ours and openpyxl's, ``shown`` ours and LibreOffice's.
    """

    xml: str
    values: tuple[Value, Value]
    shown: tuple[str, str]
    why: str


LATE = dt.datetime(2021, 12, 31, 23, 44, 51, 894000)  # noqa: DTZ001
NOON = dt.datetime(1899, 12, 31, 12)  # noqa: DTZ001
DIFFERS = (
    Differs(
        cell(0.5, "hh:mm"), (NOON, dt.time(12)), ("12:00", "12:00"), "a time is one of day 0 here"
    ),
    Differs(
        cell(1.5, "[h]:mm:ss"),
        (1.5, dt.timedelta(days=1.5)),
        ("36:00:00", "36:00:00"),
        "a length of time is a number of days here",
    ),
    Differs(
        inline("a_x000D_\nb_x005F_x0041_"),
        ("a\nb_x0041_", "a_x000D_\nb_x005F_x0041_"),
        ("a\nb_x0041_", "a\nb_x0041_"),
        "openpyxl leaves escapes (ECMA-376 part 1, 22.9.2.19) as they are",
    ),
    Differs(inline(" "), (None, " "), ("", ""), "space alone is nothing to a reader"),
    Differs(
        cell(-3, "#,###;;"), (None, -3), ("", ""), "what the format hides is no text of the report"
    ),
    Differs(
        cell(123456789, "yyyy-mm-dd"),
        (123456789, "#VALUE!"),
        ("123456789", "#FMT"),
        "Excel shows ####, which says nothing; the number does",
    ),
    Differs(
        cell(1, "yyyy-mm-dd"),
        (dt.datetime(1900, 1, 1), dt.datetime(1900, 1, 1)),  # noqa: DTZ001
        ("1900-01-01", "1899-12-31"),
        "LibreOffice has another calendar before 1900-03-01",
    ),
    Differs(
        cell("2021-12-31T23:44:51.894", "yyyy-mm-dd hh:mm:ss", "d"),
        (LATE, LATE),
        ("2021-12-31 23:44:52", "2021-12-31 23:44:51"),
        "Excel rounds seconds",
    ),
    Differs(
        cell(1 / 3), (1 / 3, 1 / 3), ("0,333333333", "0,333333333333333"), "Excel has 11 signs"
    ),
    Differs(cell(0.5, "0%"), (0.5, 0.5), ("50%", "50 %"), "LibreOffice has its own format 9"),
    Differs(cell("#DIV/0!", kind="e"), ("#DIV/0!", "#DIV/0!"), ("", "#DIV/0!"), "told as an error"),
    Differs(
        cell("#VALUE!", kind="e").replace("<c ", '<c vm="1" '),
        (None, "#VALUE!"),
        ("", "#VALUE!"),
        "a picture in the cell",
    ),
    Differs(
        cell(5, formula="1+2+NOW()*0"), (5, 5), ("5", "3"), "LibreOffice calculates NOW() anew"
    ),
    Differs(
        cell(None, formula="1+2"), (None, None), ("", "3"), "told: the file holds no result of it"
    ),
    Differs(
        cell("23:44:51", kind="d"),
        ("23:44:51", dt.time(23, 44, 51)),
        ("23:44:51", "23:44:51"),
        "a time that is stored as one is a text here",
    ),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with each cell on a row of its own, all in the first column."""
    numbers = "".join(
        f'<numFmt numFmtId="{170 + at}" formatCode="{escape(code)}"/>'
        for at, code in enumerate(FORMATS[1:-1])
    )
    ids = (0, *(170 + at for at in range(len(FORMATS) - 2)), 9)
    formats = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in ids)
    cells = (each.xml for each in (*ALIKE, *DIFFERS))
    rows = "".join(
        f'<row r="{n}">{xml.replace("?", f"A{n}", 1)}</row>' for n, xml in enumerate(cells, 1)
    )
    styles = (
        f"<numFmts>{numbers}</numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders>"
        f"<border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{formats}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    )
    return write_parts(tmp_path / "bok.xlsx", raw_parts(rows, strings=STRINGS, styles=styles))


def ours(book: Path) -> list[Cell]:
    (sheet,) = read_workbook(book).sheets
    return [sheet.cell(number, 1) for number in range(1, len(ALIKE) + len(DIFFERS) + 1)]


def plain(text: str) -> str:
    """Return a text with the spaces of numbers and formats as one kind, and none at its ends."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip(" ")


@pytest.mark.filterwarnings("ignore:Cell A19 is marked as a date:UserWarning")
def test_values_are_those_of_openpyxl(book: Path) -> None:
    (sheet,) = openpyxl.load_workbook(book, data_only=True).worksheets
    theirs = [sheet.cell(number, 1).value for number in range(1, sheet.max_row + 1)]
    values = [each.error or each.value for each in ours(book)]
    wanted = [(each.value, each.value) for each in ALIKE] + [each.values for each in DIFFERS]
    assert list(zip(values, theirs, strict=True)) == wanted


def test_texts_that_are_shown_are_those_of_excel(book: Path) -> None:
    texts = [plain(each.text) for each in ours(book)]
    assert texts == [*(each.text for each in ALIKE), *(each.shown[0] for each in DIFFERS)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_texts_that_are_shown_are_those_of_libreoffice(book: Path, tmp_path: Path) -> None:
    theirs = list(map(plain, shown_by_office(book, tmp_path)))
    assert theirs == [*(each.text for each in ALIKE), *(each.shown[1] for each in DIFFERS)]
