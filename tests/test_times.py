"""Times in words are read as people mean them, shown as they are typed, or left in peace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lagesbild_xlsx import build, check
from lagesbild_xlsx.columns import last_day, period, year
from lagesbild_xlsx.columns.declarations import Converter
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.places import Cell, Place
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.templates import lines, write_template
from tools.wordml import paragraph, repeat, value

NEAR = dt.date(2026, 5, 20)


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("Löpande", None),
        ("snarast", None),
        ("efter beslut i KS", None),
        ("hösten 2026", "2026-12-31"),
        ("våren", "2026-06-30"),
        ("Q3", "2026-09-30"),
        ("Q1 2027", "2027-03-31"),
        ("2026 Q2", "2026-06-30"),
        ("kvartal 4", "2026-12-31"),
        ("andra kvartalet 2026", "2026-06-30"),
        ("v. 14", "2026-04-05"),
        ("2026 v. 14", "2026-04-05"),
        ("2026-Q2", "2026-06-30"),
        ("2026 våren", "2026-06-30"),
        ("kvartal 2, 2026", "2026-06-30"),
        ("T2 2026", "2026-08-31"),
        ("tertial 3", "2026-12-31"),
        ("andra tertialet 2026", "2026-08-31"),
        ("aug-26", "2026-08-31"),
        ("augusti, 2026", "2026-08-31"),
        ("2026-08", "2026-08-31"),
        ("2024/25", "2025-12-31"),
        ("2024/2023", None),
        ("2022, 2023", "2023-12-31"),
        ("2022 & 2023", "2023-12-31"),
        ("V14", "2026-04-05"),
        ("vecka 14–16", "2026-04-19"),
        ("v 53 2026", "2027-01-03"),
        ("v 53 2027", None),
        ("v 99", None),
        ("augusti 2026", "2026-08-31"),
        ("Augusti", "2026-08-31"),
        ("feb 2028", "2028-02-29"),
        ("augusti–september 2026", "2026-09-30"),
        ("31/12 -26", "2026-12-31"),
        ("31/12", "2026-12-31"),
        ("31/11", None),
        ("15 juni", "2026-06-15"),
        ("den 15 juni -27", "2027-06-15"),
        ("2027", "2027-12-31"),
        ("2022–2023", "2023-12-31"),
        ("2022 och 2023", "2023-12-31"),
        ("januari–juni 2024", "2024-06-30"),
        ("senast i augusti 2026", "2026-08-31"),
        ("årsskiftet", "2026-12-31"),
        ("2026-08-01", "2026-08-01"),
        ("hej 2026", None),
        ("12", None),
        ("", None),
        ("-", None),
    ],
)
def test_end_of_what_is_typed(typed: str, end: str | None) -> None:
    day = last_day(typed, NEAR)
    assert (day and str(day)) == end


def test_time_without_a_year_is_near_the_report() -> None:
    assert last_day("v. 2", dt.date(2025, 12, 10)) == dt.date(2026, 1, 11)
    assert last_day("Q4", dt.date(2026, 1, 10)) == dt.date(2025, 12, 31)


@pytest.mark.parametrize(("typed", "end"), [("v. 14", "2026-04-05"), ("våren", "2026-06-30")])
def test_what_has_passed_of_the_half_year_is_of_this_year(typed: str, end: str) -> None:
    assert str(last_day(typed, dt.date(2026, 8, 20))) == end
    assert str(last_day(typed, dt.date(2026, 11, 20)))[:4] == "2027"


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (dt.date(2026, 8, 1), "mmm-yy", "aug-26"),
        (dt.date(2026, 8, 1), "mmmm yyyy", "augusti 2026"),
        (dt.date(2026, 8, 1), "yyyy\\-mm", "2026-08"),
        (dt.date(2026, 8, 1), "mm/yy", "augusti 2026"),
        (dt.date(2026, 8, 1), "yyyy", "2026"),
        (dt.date(2026, 8, 3), '"v. "ww', "v. 32"),
        (dt.date(2026, 8, 1), "yyyy-mm-dd", dt.date(2026, 8, 1)),
        (dt.date(2026, 8, 1), "d mmm", dt.date(2026, 8, 1)),
        (dt.date(2026, 8, 1), "hh:mm", dt.date(2026, 8, 1)),
        ("31.12.2026", "General", "31.12.2026"),
        ("20261231", "General", "20261231"),
        ("2026-12-31", "General", dt.date(2026, 12, 31)),
    ],
)
def test_due_is_as_it_is_shown(
    value: object, form: str, shown: object, workbook: MakeWorkbook
) -> None:
    def formatted(book: object) -> None:
        book["Balanslista"]["E3"].number_format = form  # type: ignore[index]

    path = workbook(Balanslista=[{}, {"Klart senast": value}], edit=formatted)
    assert read_lagesbild(read_workbook(path)).value.activities[1].due == shown


def test_month_is_late_when_it_has_ended(workbook: MakeWorkbook) -> None:
    def told(day: dt.date) -> list[str]:
        def formatted(book: object) -> None:
            book["Balanslista"]["E3"].number_format = "mmm-yy"  # type: ignore[index]

        rows = [{}, {"Klart senast": dt.date(2026, 8, 1)}]
        path = workbook(Balanslista=rows, Rapport=[{}, {"Värde": day}], edit=formatted)
        return [f.message for f in check(path).findings if f.rule.code == "LB316"]

    assert told(dt.date(2026, 8, 20)) == []
    assert told(dt.date(2026, 9, 1)) == [
        "Aktiviteten skulle vara klar senast aug-26, men status är ”Gult”."
    ]


def due(workbook: MakeWorkbook, *typed: object) -> Path:
    return workbook(Balanslista=[{}, *({"Klart senast": each} for each in typed)])


@pytest.mark.parametrize("typed", ["Löpande", "hösten 2026", "Q3", "augusti 2026", "31/12 -26"])
def test_words_stand_in_the_document_as_they_were_typed(
    typed: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    shown = repeat("Balanslista", paragraph("Normal", value("Klart senast")))
    template = write_template(tmp_path / "mall.docx", shown)
    outcome = build(due(workbook, typed), tmp_path / "ut.docx", template)
    assert outcome.document
    assert typed in lines(outcome.document)
    assert [f.rule.code for f in outcome.findings] == ["LB324"]


@pytest.mark.parametrize("typed", ["Q1 2025", "våren 2025", "v. 3 2025", "augusti 2025"])
def test_time_that_has_passed_is_told(typed: str, workbook: MakeWorkbook) -> None:
    (found,) = check(due(workbook, typed)).findings
    assert found.rule.code == "LB316"
    assert f"klar senast {typed}, men" in found.message


@pytest.mark.parametrize("typed", ["2026-02-31", "31/11 2026", "20261345"])
def test_day_that_is_none_is_refused(typed: str, workbook: MakeWorkbook) -> None:
    assert [f.rule.code for f in check(due(workbook, typed)).findings] == ["LB202"]


@pytest.mark.parametrize(
    "typed",
    [
        2026,
        "2022–2023",
        "2022 och 2023",
        "januari–juni 2024",
        "våren 2026",
        "2024/25",
        "2022, 2023",
    ],
)
def test_promise_of_any_time_with_a_year(typed: object, workbook: MakeWorkbook) -> None:
    assert check(workbook(Rapport=[{}, {}, {"Värde": typed}])).findings == ()


@pytest.mark.parametrize("typed", ["våren", "2026-05-01", "många", "26"])
def test_promise_without_a_year_is_refused(typed: str, workbook: MakeWorkbook) -> None:
    found = check(workbook(Rapport=[{}, {}, {"Värde": typed}])).findings
    assert [f.rule.code for f in found] == ["LB206"]


@pytest.mark.parametrize("typed", ["-", "–", "Saknas", "inget"])
def test_promise_that_there_is_none_of_is_left_blank(typed: str, workbook: MakeWorkbook) -> None:
    (found,) = check(workbook(Rapport=[{}, {}, {"Värde": typed}])).findings
    assert (found.rule.code, found.hint) == ("LB206", "Lämna cellen tom.")


@pytest.mark.parametrize(
    ("convert", "typed", "value"),
    [
        (year, "2026.", "2026"),
        (year, "2022–2023.", "2022–2023"),
        (year, "2022 & 2023", "2022 & 2023"),
        (period, "2024 och 2025", "2024–2025"),
        (period, "2024/2025", "2024–2025"),
        (period, "2020 - 2023", "2020-2023"),
        (period, "2025/2024", ""),
    ],
)
def test_years_as_the_headings_have_them(convert: Converter, typed: str, value: str) -> None:
    assert convert(Cell(Place("Rapport"), typed, typed)).value == value


@pytest.mark.parametrize("typed", [2026, "2026", "2024–2027"])
def test_agreement_of_one_year_or_several(typed: object, workbook: MakeWorkbook) -> None:
    assert check(workbook(Rapport=[{}, {}, {}, {"Värde": typed}])).findings == ()


def test_headings_of_other_words(workbook: MakeWorkbook) -> None:
    names = {"Aktivitet": "Vad", "Ansvar": "Vem", "Status": "Bedömning", "Kommentar": "Uppföljning"}

    def rename(book: object) -> None:
        for cell in book["Balanslista"][1]:  # type: ignore[index]
            cell.value = names.get(cell.value, cell.value)

    path = workbook(Balanslista=[{"Tidplan": "Q3"}], edit=rename)
    assert [f.rule.code for f in check(path).findings] == []


def test_heading_that_is_missing_may_be_one_of_another_name(workbook: MakeWorkbook) -> None:
    def rename(book: object) -> None:
        book["Balanslista"]["A1"] = "Att göra"  # type: ignore[index]

    (found,) = (f for f in check(workbook(edit=rename)).findings if f.rule.code == "LB102")
    assert found.hint == (
        "Är det ”Att göra”: byt namn på den till Aktivitet."
        " Skriv annars Aktivitet i en egen kolumn på rad 1."
    )
