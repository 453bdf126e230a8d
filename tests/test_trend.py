"""What has moved over time: figures worked out by hand, every kind of report, and bad folders."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image

from lagesbild_xlsx import StopError, annotate, build, chart, check
from lagesbild_xlsx.cli import progress
from lagesbild_xlsx.history import frames
from lagesbild_xlsx.model import Activity, Lagesbild, ListRow, Report, Status
from lagesbild_xlsx.pipeline import TrendOutcome, check_template, new_template, trend, update
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.templates import lines, write_template
from tests.test_cli import run
from tests.test_document import VALIDATOR, sdk_errors
from tools import tallmyra
from tools.make_templates import REPORT
from tools.tallmyra_periods import COURSES, PERIODS
from tools.wordml import paragraph, value, write_package

FOLDER = ROOT / "examples" / "tallmyra"
DATES = (*(period.date for period in PERIODS), dt.date(2026, 11, 12))
NAMES = ("Rött", "Gult", "Grönt", "")
RED = Status.RED


# ------------------------------------------------------------------ figures, worked out by hand


def statuses() -> dict[str, list[str | None]]:
    """Return the status of every activity in each period, by its last name, from the sources."""
    now = {activity.number: activity for activity in tallmyra.LAGESBILD.activities}
    found: dict[str, list[str | None]] = {}
    for course in COURSES:
        stands = [course.at(period) for period in range(len(PERIODS))]
        last = now.pop(course.activity.number, None) if course.activity.number else None
        all_stands = [*stands, last]
        name = next(stand.activity for stand in reversed(all_stands) if stand)
        found[name] = [None if stand is None else stand.status.value for stand in all_stands]
    for activity in now.values():
        found[activity.activity] = [*[None] * len(PERIODS), activity.status.value]
    return found


def stretch_back(stands: list[str | None], end: int) -> int:
    """Return how many periods in a row, up to one, have had its status."""
    length = 1
    while length <= end and stands[end - length] == stands[end]:
        length += 1
    return length


@pytest.fixture(scope="module")
def tallmyra_trend() -> TrendOutcome:
    return trend(FOLDER)


def test_each_period_has_its_figures(tallmyra_trend: TrendOutcome) -> None:
    stands = list(statuses().values())
    expected = []
    for at, date in enumerate(DATES):
        here = [each[at] for each in stands if each[at] is not None]
        expected.append((date, len(here), *(here.count(name) for name in NAMES)))
    assert tallmyra_trend.tables[0].rows == tuple(expected)
    assert expected[0] == (dt.date(2025, 9, 11), 6, 3, 2, 0, 1)


def test_each_activity_tells_how_long_it_has_had_its_status(tallmyra_trend: TrendOutcome) -> None:
    expected = set()
    for name, stands in statuses().items():
        if stands[-1] is not None:
            times = stretch_back(stands, len(stands) - 1)
            since = DATES[-times]
            days = (DATES[-1] - since).days
            expected.add((name, stands[-1] or "Ej bedömd", since, times, days))
    rows = tallmyra_trend.tables[2].rows
    assert {(row[0], *row[2:]) for row in rows} == expected
    order = ["Rött", "Gult", "Grönt", "Ej bedömd"]
    found = [str(row[2]) for row in rows]
    assert found == sorted(found, key=order.index)


def test_activities_red_in_a_row_are_told_also_when_it_is_over(
    tallmyra_trend: TrendOutcome,
) -> None:
    expected = set()
    for name, stands in statuses().items():
        for end in range(len(stands)):
            is_last = end + 1 == len(stands) or stands[end + 1] != stands[end]
            times = stretch_back(stands, end)
            if stands[end] == "Rött" and is_last and times >= 2:
                now = "Inte kvar" if stands[-1] is None else stands[-1] or "Ej bedömd"
                expected.add((name, DATES[end - times + 1], DATES[end], times, now))
    rows = tallmyra_trend.tables[1].rows
    assert {(row[0], *row[2:]) for row in rows} == expected
    assert len(rows) == 4


def test_each_responsible_party_has_its_figures(tallmyra_trend: TrendOutcome) -> None:
    owners = {
        "Polisen": ("", "Rött", "Gult", "Grönt"),
        "Socialtjänsten": ("Gult", "Rött"),
        "Kultur- och fritidsförvaltningen": ("Rött",),
        "Tallmyra kommun": ("Grönt", "Grönt"),
        "Skolan": ("",),
        "Tallmyrabostäder": ("Grönt",),
    }
    red_at_first = {"Polisen": 1, "Socialtjänsten": 1, "Tallmyra kommun": 2, "Skolan": 1}
    expected = {
        (name, len(found), *map(found.count, NAMES), red_at_first.get(name, 0), 0)
        for name, found in owners.items()
    }
    assert set(tallmyra_trend.tables[3].rows) == expected


def test_summary_says_the_last_the_first_and_what_stands_red(tallmyra_trend: TrendOutcome) -> None:
    assert tallmyra_trend.summary == (
        "Vid den senaste lägesbilden, 2026-11-12, fanns 7 aktiviteter: 3 gröna, 2 gula, 1 röd,"
        " 1 ej bedömd. Vid den första, 2025-09-11, fanns 6 aktiviteter: 2 gula, 3 röda,"
        " 1 ej bedömd. 1 aktivitet är röd nu, och var det också förra gången."
    )


def periods_of(*lists: list[Activity], **rest: Any) -> list[Lagesbild]:
    return [
        Lagesbild(report=Report(date=dt.date(2026, at, 1)), activities=tuple(each), **rest)
        for at, each in enumerate(lists, 1)
    ]


def test_frame_has_the_dtypes_that_it_promises() -> None:
    long_text = Activity(number="007", activity="Vandra", owner="NA", due=dt.date(2026, 5, 1))
    frame = frames.activities_frame(periods_of([long_text], [Activity(activity="Vandra")]))
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        name: str(dtype) for name, dtype in frames.COLUMNS.items()
    }
    assert frame["number"].tolist() == ["007", ""]
    assert frame["owners"].tolist() == [("NA",), ()]
    assert frame["thread"].tolist() == [1, 1]
    assert frame["due"].isna().tolist() == [False, True]


def test_gap_ends_a_stretch() -> None:
    red, other = Activity(activity="Vandra", status=RED), Activity(activity="Lysa upp")
    frame = frames.activities_frame(periods_of([red, other], [other], [red, other]))
    assert frames.red_in_a_row(frame).empty
    assert frames.standing(frame)["periods"].tolist() == [1, 3]


def test_owner_counts_once_and_by_the_name_that_it_has_now() -> None:
    before = [Activity(activity="Vandra", owner="Fritid och Polisen", status=RED)]
    now = [Activity(activity="Vandra", owner="KFF och Kultur och fritid")]
    first, last = periods_of(before, now)
    lists = (ListRow(owner="Kultur och fritid", alias="Fritid; KFF"), ListRow(owner="Polisen"))
    renamed = Lagesbild(report=last.report, activities=last.activities, lists=lists)
    rows = frames.plain_rows(frames.owners_now(frames.activities_frame([first, renamed])))
    assert [(row[0], row[1], row[6]) for row in rows] == [
        ("Kultur och fritid", 1, 1),
        ("Polisen", 0, 1),
    ]


def test_activity_without_owner_is_nobodys() -> None:
    frame = frames.activities_frame(periods_of([Activity(activity="Vandra")]))
    assert frames.by_owner(frame)["owner"].tolist() == ["Ingen ansvarig"]


# ------------------------------------------------------------------ reports


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rapport") / "rapport.docx"
    assert trend(FOLDER, path).document == path
    return path


def test_word_report_says_the_figures(report: Path, tallmyra_trend: TrendOutcome) -> None:
    found = lines(report)
    assert found[:2] == [
        "Lägesbilderna över tid\nTallmyra kommun, 2025-09-11 till 2026-11-12",
        tallmyra_trend.summary,
    ]
    for table in tallmyra_trend.tables:
        for row in table.rows:
            assert "\t".join(map(str, row)) in found


def test_word_report_is_valid_and_accessible(report: Path) -> None:
    assert faults(report) == []
    assert faults(ROOT / "templates" / "lagesbild-trend.docx") == []
    if VALIDATOR.exists():
        assert sdk_errors(report) == []


def test_word_report_without_red_has_no_section_of_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, workbook())
    outcome = trend(folder, tmp_path / "ut.docx")
    found = lines(outcome.document or Path())
    assert found[0] == "Lägesbilderna över tid\nGranby kommun, 2026-03-05"
    assert "Rött flera gånger i rad" not in found
    assert faults(outcome.document or Path()) == []


def picture_of(document: Path) -> tuple[str, Image.Image, float]:
    """Return the alternative text of a document's picture, the picture, and the frame's shape."""
    with zipfile.ZipFile(document) as package:
        xml = package.read("word/document.xml").decode()
        image = Image.open(io.BytesIO(package.read("word/media/diagram.png")))
    (words,) = set(re.findall(r'descr="([^"]*)"', xml))
    ((cx, cy),) = set(re.findall(r'c?x="(\d+)" cy="(\d+)"', xml))
    return words, image, int(cy) / int(cx)


def test_chart_is_described_period_by_period(report: Path) -> None:
    words, image, shape = picture_of(report)
    assert words.startswith("Staplar som visar antalet aktiviteter med varje status i 7 lägesb")
    for date in DATES:
        assert f" {date}: " in words
    assert "2026-04-16: 8 aktiviteter: 1 grön, 5 gula, 2 röda." in words
    assert shape == pytest.approx(image.height / image.width, rel=0.01)


def test_chart_of_many_periods_is_described_by_its_ends(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    books = [workbook(Rapport=[{}, {"Värde": dt.date(2025, month, 1)}]) for month in range(1, 13)]
    last = workbook(Balanslista=[{"Status": "Rött"}], Rapport=[{}, {"Värde": dt.date(2026, 1, 1)}])
    outcome = trend(folder_of(tmp_path, *books, last), tmp_path / "ut.docx")
    words, _, _ = picture_of(outcome.document or Path())
    assert words == (
        "Staplar som visar antalet aktiviteter med varje status i 13 lägesbilder."
        " 2025-01-01: 3 aktiviteter: 1 grön, 1 gul, 1 ej bedömd."
        " 2026-01-01: 3 aktiviteter: 1 gul, 1 röd, 1 ej bedömd."
        " Däremellan har antalet rört sig så här: rött mellan 0 och 1, gult mellan 1 och 1,"
        " grönt mellan 0 och 1, ej bedömd mellan 1 och 1."
    )


def test_statuses_differ_in_the_chart_without_colour() -> None:
    looks = {
        "Rött": chart.StatusColours("C00000", "FFFFFF"),
        "Gult": chart.StatusColours("FFD24D", "1A1A1A"),
        "Grönt": chart.StatusColours("2E7D32", "FFFFFF"),
        "Ej bedömd": chart.StatusColours("E7E9EC", "333333"),
    }
    greys, patterns = [], set()
    for status in looks:
        counts = {name: [100 if name == status else 0] for name in looks}
        picture = Image.open(io.BytesIO(chart.stacked_bars([""], counts, looks))).convert("L")
        part = picture.crop((500, 250, 800, 400))
        greys.append(sum(part.tobytes()) / (part.width * part.height))
        patterns.add(tuple(value > greys[-1] for value in part.tobytes()))
    lightest_first = sorted(greys, reverse=True)
    steps = [a - b for a, b in pairwise(lightest_first)]
    assert min(steps) > 25
    assert len(patterns) == 4


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".csv"])
def test_same_folder_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first, second = (
        trend(FOLDER, tmp_path / f"{name}{suffix}").document or Path() for name in ("a", "b")
    )
    assert first.read_bytes() == second.read_bytes()


def test_own_template_restyles_the_report_and_its_chart(tmp_path: Path) -> None:
    template_path = new_template(tmp_path / "min.docx", "trend")
    parts = REPORT["lagesbild-trend.docx"]()
    styles = str(parts["word/styles.xml"]).replace("2E7D32", "0000FF")
    write_package(template_path, {**parts, "word/styles.xml": styles})
    outcome = trend(FOLDER, tmp_path / "ut.docx", template_path)
    _, image, _ = picture_of(outcome.document or Path())
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    assert (0, 0, 255) in colours
    assert (0x2E, 0x7D, 0x32) not in colours


def test_template_without_the_picture_is_told(tmp_path: Path) -> None:
    template_path = tmp_path / "min.docx"
    parts = REPORT["lagesbild-trend.docx"]()
    main = str(parts["word/document.xml"]).replace("lb:Diagram", "Bild 1")
    write_package(template_path, {**parts, "word/document.xml": main})
    outcome = trend(FOLDER, tmp_path / "ut.docx", template_path)
    assert [f.rule.code for f in outcome.findings] == ["LB550", "LB332"]
    assert outcome.document


def test_report_template_lacks_nothing_and_its_faults_are_told(tmp_path: Path) -> None:
    assert check_template(ROOT / "templates" / "lagesbild-trend.docx").findings == ()
    parts = REPORT["lagesbild-trend.docx"]()
    main = str(parts["word/document.xml"]).replace("lb:Dagar", "lb:Dager")
    write_package(tmp_path / "min.docx", {**parts, "word/document.xml": main})
    done = run("trend", FOLDER, "-o", tmp_path / "ut.docx", "--template", tmp_path / "min.docx")
    assert done.returncode == 1
    assert "Menade du Dagar?" in done.stderr
    assert not (tmp_path / "ut.docx").exists()


def test_template_of_the_report_is_told_once_where_a_lagesbild_is_built(tmp_path: Path) -> None:
    book, target = FOLDER / "tallmyra-2026-11-12.xlsx", tmp_path / "ut.docx"
    template_path = ROOT / "templates" / "lagesbild-trend.docx"
    outcome = build(book, target, template_path)
    (found,) = outcome.findings
    assert found.rule.code == "LB501"
    assert "Mallen är till för rapporten över tid." in found.hint
    build(book, target)
    assert update(book, target, template_path).findings == (found,)


def test_one_name_of_the_report_alone_is_an_unknown_name(tmp_path: Path) -> None:
    template_path = write_template(
        tmp_path / "mall.docx",
        *(paragraph("Normal", value(f"Trend.{name}")) for name in ("A", "B")),
    )
    outcome = build(FOLDER / "tallmyra-2026-11-12.xlsx", tmp_path / "ut.docx", template_path)
    assert [finding.rule.code for finding in outcome.findings] == ["LB501", "LB501"]
    assert "Namnen som finns här är" in outcome.findings[0].hint


def test_workbook_has_figures_dates_and_a_chart(
    tmp_path: Path, tallmyra_trend: TrendOutcome
) -> None:
    path = trend(FOLDER, tmp_path / "ut.xlsx").document or Path()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [*(table.name for table in tallmyra_trend.tables), "Aktiviteter"]
    for table in tallmyra_trend.tables:
        first, *rows = book[table.name].iter_rows(values_only=True)
        assert first == table.headings
        assert tuple(rows) == tuple(tuple(map(as_read, row)) for row in table.rows)
    assert book["Aktiviteter"].max_row == 1 + sum(row[1] for row in tallmyra_trend.tables[0].rows)  # type: ignore[misc]
    (drawn,) = book.worksheets[0]._charts  # noqa: SLF001 - there is no other way to read them
    assert len(drawn.series) == 4
    with zipfile.ZipFile(path) as package:
        assert 'descr="Staplar som visar' in package.read("xl/drawings/drawing1.xml").decode()
    if VALIDATOR.exists():
        assert sdk_errors(path) == []


def as_read(value: object) -> object:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value


def test_text_file_opens_in_a_swedish_excel_and_runs_nothing(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook(Balanslista=[{"Kommentar": "@SUM(A1);två\nrader"}, {"Kommentar": "- på gång"}])
    path = trend(folder_of(tmp_path, book), tmp_path / "ut.csv").document or Path()
    content = path.read_bytes()
    assert content.startswith("\ufeffDatum;Löpnummer;Nr;Aktivitet;".encode())
    assert content.count(b"\r\n") == 4
    first, second, third = csv.DictReader(
        io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"
    )
    assert first["Kommentar"] == "'@SUM(A1);två\nrader"
    assert second["Kommentar"] == "'- på gång"
    assert (third["Status"], third["Ansvariga"]) == ("Ej bedömd", "Polisen")


def test_text_file_has_one_row_an_activity_and_period(tmp_path: Path) -> None:
    path = trend(FOLDER, tmp_path / "ut.csv").document or Path()
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == sum(each is not None for s in statuses().values() for each in s)
    assert len({row["Löpnummer"] for row in rows}) == len(statuses())
    assert [row["Likhet"] for row in rows if row["Likhet"]] == ["93"]


# ------------------------------------------------------------------ the folder


def folder_of(tmp_path: Path, *books: Path) -> Path:
    """Return a folder with copies of workbooks, called a, b and so on."""
    folder = tmp_path / "mapp"
    folder.mkdir(exist_ok=True)
    for letter, book in zip("abcdefghijklmnop", books, strict=False):
        shutil.copy(book, folder / f"{letter}.xlsx")
    return folder


def told(outcome: TrendOutcome) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.message) for finding in outcome.findings]


@pytest.fixture
def folder(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    return folder_of(tmp_path, workbook())


def lock(folder: Path, _: MakeWorkbook) -> None:
    (folder / "~$a.xlsx").write_bytes(b"x")
    (folder / "lagesbild.docx").write_bytes(b"x")
    (folder / "under.xlsx").mkdir()


def text_file(folder: Path, _: MakeWorkbook) -> None:
    (folder / "lista.xlsx").write_text("a;b", encoding="utf-8")


def conflict(folder: Path, _: MakeWorkbook) -> None:
    shutil.copy(folder / "a.xlsx", folder / "a (Annas motstridiga kopia 2026-03-05).xlsx")


def annotated(folder: Path, _: MakeWorkbook) -> None:
    annotate(check(folder / "a.xlsx"), folder / "kopia.xlsx")


def budget(folder: Path, _: MakeWorkbook) -> None:
    book = openpyxl.Workbook()
    book.save(folder / "budget.xlsx")


def wrong_status(folder: Path, make: MakeWorkbook) -> None:
    shutil.copy(make(Balanslista=[{"Status": "Blått"}]), folder / "b.xlsx")


def undated(folder: Path, make: MakeWorkbook) -> None:
    shutil.copy(make(Rapport=[{}, {"Värde": "i maj"}]), folder / "b.xlsx")


def same_date(folder: Path, make: MakeWorkbook) -> None:
    shutil.copy(make(), folder / "b.xlsx")


def newer_version(folder: Path, make: MakeWorkbook) -> None:
    version = make(Rapport=[{}] * 6 + [{"Fält": "Version", "Värde": "2"}])
    shutil.copy(version, folder / "b.xlsx")


LEFT_OUT: dict[str, tuple[Callable[[Path, MakeWorkbook], None], list[tuple[str, str]]]] = {
    "lock": (lock, []),
    "text": (
        text_file,
        [
            (
                "LB022",
                "”lista.xlsx” räknas inte med, för den går inte att läsa.",
            )
        ],
    ),
    "conflict": (
        conflict,
        [
            (
                "LB023",
                (
                    "”a (Annas motstridiga kopia 2026-03-05).xlsx” räknas inte med: den ser ut"
                    " som en konfliktkopia av ”a.xlsx”."
                ),
            )
        ],
    ),
    "annotated": (
        annotated,
        [("LB024", "”kopia.xlsx” räknas inte med: den är en kopia med anmärkningar.")],
    ),
    "budget": (
        budget,
        [
            (
                "LB025",
                (
                    "”budget.xlsx” räknas inte med: den har inga aktiviteter i ett blad som heter"
                    " Balanslista."
                ),
            )
        ],
    ),
    "wrong status": (
        wrong_status,
        [
            (
                "LB026",
                "”b.xlsx” räknas inte med, för Balanslista!C2 har ett fel.",
            )
        ],
    ),
    "undated": (
        undated,
        [("LB028", "”b.xlsx” räknas inte med: den har inget datum som går att läsa.")],
    ),
    "same date": (
        same_date,
        [("LB330", "”b.xlsx” räknas inte med: ”a.xlsx” har samma datum, 2026-03-05.")],
    ),
    "newer version": (
        newer_version,
        [("LB330", "”a.xlsx” räknas inte med: ”b.xlsx” har samma datum, 2026-03-05.")],
    ),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_file_that_does_not_count_is_told(case: str, folder: Path, workbook: MakeWorkbook) -> None:
    make, expected = LEFT_OUT[case]
    make(folder, workbook)
    outcome = trend(folder)
    assert told(outcome) == expected
    assert len(outcome.periods) == 1


def test_error_in_another_sheet_does_not_keep_a_workbook_out(
    folder: Path, workbook: MakeWorkbook
) -> None:
    early = {"Rapport": [{}, {"Värde": dt.date(2025, 1, 1)}, {"Värde": "tjugo"}], "Framåt": None}
    shutil.copy(workbook(**early), folder / "z.xlsx")
    outcome = trend(folder)
    assert told(outcome) == []
    assert [str(each.report.date) for each in outcome.periods] == ["2025-01-01", "2026-03-05"]


def test_municipalities_that_differ_are_told(folder: Path, workbook: MakeWorkbook) -> None:
    other = workbook(Rapport=[{"Värde": "Annanby kommun"}, {"Värde": dt.date(2025, 1, 1)}])
    shutil.copy(other, folder / "b.xlsx")
    assert told(trend(folder)) == [
        ("LB331", "Arbetsböckerna gäller olika kommuner: Annanby kommun och Granby kommun.")
    ]


def test_guess_is_told_with_file_period_and_cell(tallmyra_trend: TrendOutcome) -> None:
    (finding,) = tallmyra_trend.findings
    assert (finding.rule.code, str(finding.place)) == ("LB332", "Balanslista!B9")
    assert "i ”tallmyra-2026-06-11.xlsx” (2026-06-11)" in finding.message


def test_folder_that_cannot_be_used_stops_with_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StopError, match="LB020"):
        trend(tmp_path / "borta")
    with pytest.raises(StopError, match="LB021"):
        trend(tmp_path)
    (tmp_path / "lista.xlsx").write_text("a;b", encoding="utf-8")
    with pytest.raises(StopError, match=r"”lista\.xlsx” räknas inte med, för") as stopped:
        trend(tmp_path)
    assert stopped.value.finding.rule.code == "LB021"


def test_report_overwrites_no_workbook(folder: Path) -> None:
    with pytest.raises(StopError, match="LB027"):
        trend(folder, folder / "ut.pdf")
    with pytest.raises(StopError, match="LB012"):
        trend(folder, folder / "a.xlsx")
    for _ in range(2):
        assert trend(folder, folder / "trend.xlsx").document


# ------------------------------------------------------------------ the command


def test_command_shows_tables_that_a_screen_has_room_for() -> None:
    done = run("trend", FOLDER)
    shown = done.stdout.splitlines()
    assert done.returncode == 0
    assert max(map(len, shown)) <= 80
    assert "2025-09-11            6     3     2      0          1" in shown
    assert "varning LB332" in done.stderr


def test_command_in_json() -> None:
    said = json.loads(run("trend", FOLDER, "--format", "json").stdout)
    assert said["warnings"] == 1
    assert said["tables"]["Per lägesbild"][0] == {
        "Datum": "2025-09-11",
        "Aktiviteter": 6,
        "Rött": 3,
        "Gult": 2,
        "Grönt": 0,
        "Ej bedömd": 1,
    }


def test_command_says_where_the_report_is(tmp_path: Path) -> None:
    done = run("trend", FOLDER, "-o", tmp_path / "ut.csv")
    assert (done.returncode, done.stdout) == (0, f"Rapporten är klar: {tmp_path / 'ut.csv'}\n")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_command_makes_a_pdf_too(tmp_path: Path) -> None:
    done = run("trend", FOLDER, "-o", tmp_path / "ut.docx", "--pdf")
    assert done.stdout.splitlines()[-1] == f"PDF:en är klar: {tmp_path / 'ut.pdf'}"
    assert (tmp_path / "ut.pdf").read_bytes().startswith(b"%PDF-")


def test_command_makes_a_pdf_of_a_word_report_only(tmp_path: Path) -> None:
    done = run("trend", FOLDER, "--pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--pdf går bara att använda med -o." in done.stderr
    assert "LB013" in run("trend", FOLDER, "-o", tmp_path / "ut.xlsx", "--pdf").stderr


def test_command_is_explained_in_swedish() -> None:
    said = run("trend", "--help").stdout
    assert "en rad per aktivitet och lägesbild" in " ".join(said.split())
    assert "Usage" not in said
    done = run("trend", FOLDER, "--template", "min.docx")
    assert done.returncode == 2
    assert "--template går bara att använda med -o." in done.stderr


def test_command_without_a_usable_folder_exits_2(tmp_path: Path) -> None:
    done = run("trend", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fel LB021" in done.stderr
    assert json.loads(run("trend", tmp_path, "--format", "json").stderr)["errors"] == 1


@pytest.mark.parametrize(
    ("is_screen", "seconds", "shows"), [(True, 2, True), (True, 0, False), (False, 2, False)]
)
def test_progress_is_shown_on_a_screen_after_a_second(
    *, is_screen: bool, seconds: int, shows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return is_screen

    def clock() -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += seconds

    ticks, screen = clock(), Screen()
    monkeypatch.setattr(progress, "monotonic", lambda: next(ticks))
    monkeypatch.setattr(sys, "stderr", screen)
    files = [Path(name) for name in "abc"]
    assert list(progress.with_progress(files)) == files
    assert ("Läser arbetsböcker" in screen.getvalue()) is shows


def test_other_commands_import_neither_pandas_nor_matplotlib(tmp_path: Path) -> None:
    workbook, earlier = (FOLDER / f"tallmyra-2026-{day}.xlsx" for day in ("11-12", "09-10"))
    code = (
        "import sys; from lagesbild_xlsx import build, check; from lagesbild_xlsx import pipeline;"
        "pipeline.compare(sys.argv[3], sys.argv[1]); build(sys.argv[1], sys.argv[2]);"
        "pipeline.check_template(pipeline.standard_template('trend'));"
        "print(*{'pandas', 'numpy', 'matplotlib'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, workbook, tmp_path / "ut.docx", earlier],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


def test_terminal_tables_need_no_matplotlib() -> None:
    code = (
        "import sys; from lagesbild_xlsx.pipeline import trend; trend(sys.argv[1]);"
        "print('matplotlib' in sys.modules, 'pandas' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(FOLDER)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_a_lagesbild_is_not_built_from_the_report_template(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template_path = ROOT / "templates" / "lagesbild-trend.docx"
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template_path)
    assert outcome.document is None
    assert {finding.rule.code for finding in outcome.findings} == {"LB501"}
