"""What is said when all is done, in plain Swedish, and nothing that is not so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx.history import compare
from lagesbild_xlsx.history.frames import activities_frame, owners_now
from lagesbild_xlsx.model import Activity, Lagesbild, Report, Status
from tests.conftest import MakeWorkbook
from tests.test_cli import run


def test_three_lines_say_where_what_and_what_to_look_at(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows = [{"Kommentar": "Ring 070-174 06 12."}, {"Kommentar": None}]
    path, target = workbook(Balanslista=rows, Orter=None), tmp_path / "ut.docx"
    assert run("build", path, "-o", target).stdout.splitlines() == [
        f"Dokumentet är klart: {target}",
        "3 aktiviteter: 1 grön, 1 gul, 1 ej bedömd. 2 varningar.",
        (
            "Innan du skickar: se över personuppgifterna i Balanslista!D2, gå igenom varningarna"
            " och läs igenom sidorna, för alla personuppgifter hittas inte."
        ),
    ]


def test_nothing_but_the_counts_is_said_where_no_document_was_written(
    workbook: MakeWorkbook,
) -> None:
    done = run("build", workbook(Balanslista=[{"Status": "Blått"}, {"Kommentar": None}]))
    assert (done.stdout, done.stderr.splitlines()[-1]) == (
        "",
        "Inget dokument skrevs: 1 fel, 1 varning.",
    )


def test_next_says_to_mend_errors_only_where_there_are_any(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    taken = tmp_path / "tagen.xlsx"
    taken.write_bytes(b"")
    date = ("--datum", "2026-05-20", "-o")
    said = run("next", workbook(), *date, taken).stderr.splitlines()
    assert said[-1] == "Ingen arbetsbok skrevs."
    wrong = workbook(Balanslista=[{"Status": "Blått"}])
    said = run("next", wrong, *date, tmp_path / "ny.xlsx").stderr.splitlines()
    assert said[-1] == "Ingen arbetsbok skrevs. Rätta felen först."


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Status.NOT_JUDGED, Status.GREEN, "1 nu bedömd"),
        (Status.RED, Status.NOT_JUDGED, "1 inte längre bedömd"),
    ],
)
def test_changed_is_said_as_what_it_is(before: Status, after: Status, said: str) -> None:
    periods = [Lagesbild(activities=(Activity(activity="a", status=s),)) for s in (before, after)]
    assert compare(*periods).summary == f"Sedan förra lägesbilden: {said}"


def test_owner_with_nothing_but_noughts_is_left_out() -> None:
    def period(day: int, owner: str) -> Lagesbild:
        activity = Activity(activity="a", owner=owner, status=Status.YELLOW)
        return Lagesbild(report=Report(date=dt.date(2026, 1, day)), activities=(activity,))

    found = owners_now(activities_frame([period(1, "Förr"), period(2, "Nu")]))
    assert list(found["owner"]) == ["Nu"]


def test_owner_in_two_ways_is_told_once_with_its_cells(workbook: MakeWorkbook) -> None:
    rows = [{"Ansvar": "Skolan"}, {"Ansvar": "polisen och Granby kommun"}, {}]
    listed = [{}, {"Alias": "Skolan"}]
    said = run("check", workbook(Balanslista=rows, Listor=listed)).stdout
    assert said.count("LB338") == 1
    assert "”Skolan” i B2 och ”Granby kommun” i B3." in said
    assert said.splitlines()[-1] == "1 notis."


@pytest.mark.parametrize(
    ("alias", "owner", "times"),
    [
        ("Kommunen", "Granby kommun", 0),
        ("Polisen", "Lokalpolisområde Granby", 0),
        ("Centrumgruppen", "Fastighetsägarna", 1),
        ("BUF", "Barn- och utbildningsförvaltningen", 1),
    ],
)
def test_names_of_an_owner_that_recall_each_other_are_not_told(
    alias: str,
    owner: str,
    times: int,
    workbook: MakeWorkbook,
) -> None:
    path = workbook(
        Balanslista=[{"Ansvar": alias}, {"Ansvar": owner}, {"Ansvar": owner}],
        Listor=[{"Ansvarig": owner, "Alias": alias}],
    )
    assert run("check", path).stdout.count("LB338") == times


def test_what_stands_at_no_cell_is_in_the_properties(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book.properties.keywords = "070-174 06 12"

    [*_, last] = run("build", workbook(put), "-o", tmp_path / "ut.docx").stdout.splitlines()
    assert "se över personuppgifterna i arbetsbokens namn och egenskaper" in last
