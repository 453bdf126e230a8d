"""What has moved since last time: matched by number, text or likeness, and told in words."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx import build, frames
from lagesbild_xlsx.history import Movement, compare, in_order, standing_still, threads_of
from lagesbild_xlsx.model import Activity, Lagesbild, Report, Status
from lagesbild_xlsx.pipeline import check_template, update
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.templates import lines
from tests.test_cli import run

RED, YELLOW, GREEN, NONE = Status.RED, Status.YELLOW, Status.GREEN, Status.NOT_JUDGED


def kinds(before: list[Activity], after: list[Activity]) -> list[tuple[str, Movement]]:
    found = compare(Lagesbild(activities=tuple(before)), Lagesbild(activities=tuple(after))).changes
    return [(change.activity.activity, change.kind) for change in found]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (RED, YELLOW, Movement.BETTER),
        (RED, GREEN, Movement.BETTER),
        (YELLOW, GREEN, Movement.BETTER),
        (GREEN, YELLOW, Movement.WORSE),
        (GREEN, RED, Movement.WORSE),
        (YELLOW, RED, Movement.WORSE),
        (GREEN, GREEN, Movement.UNCHANGED),
        (NONE, NONE, Movement.UNCHANGED),
        (NONE, GREEN, Movement.CHANGED),
        (RED, NONE, Movement.CHANGED),
    ],
)
def test_status_tells_how_an_activity_has_moved(
    before: Status, after: Status, kind: Movement
) -> None:
    found = kinds([Activity(activity="A", status=before)], [Activity(activity="A", status=after)])
    assert found == [("A", kind)]


def test_number_goes_before_text_and_text_before_likeness() -> None:
    before = [
        Activity(number="1", activity="Vandra i centrum", status=RED),
        Activity(number="2", activity="Lysa upp parken", status=RED),
        Activity(activity="Samtala med föräldrar i årskurs sju", status=RED),
    ]
    after = [
        Activity(number="2", activity="Vandra i centrum", status=GREEN),
        Activity(activity="Samtala med föräldrar i årskurs 7", status=YELLOW),
        Activity(activity="VANDRA I  centrum", status=YELLOW),
    ]
    found = compare(Lagesbild(activities=tuple(before)), Lagesbild(activities=tuple(after)))
    pairs = [(c.before.activity if c.before else None, c.kind) for c in found.changes]
    assert pairs == [
        ("Lysa upp parken", Movement.BETTER),
        ("Samtala med föräldrar i årskurs sju", Movement.BETTER),
        ("Vandra i centrum", Movement.BETTER),
    ]
    told = [(finding.rule.code, finding.message) for finding in found.findings]
    assert told == [
        (
            "LB314",
            (
                "”Vandra i centrum” antas vara samma aktivitet som ”Lysa upp parken” förra gången"
                " (19 % lika)."
            ),
        ),
        (
            "LB314",
            (
                "”Samtala med föräldrar i årskurs 7” antas vara samma aktivitet som ”Samtala med"
                " föräldrar i årskurs sju” förra gången (91 % lika)."
            ),
        ),
    ]


def test_number_is_the_same_however_it_is_typed() -> None:
    before = [Activity(number="Nr 1.", activity="A"), Activity(number="02", activity="B")]
    after = [Activity(number="1", activity="A"), Activity(number="2", activity="B")]
    assert kinds(before, after) == [("A", Movement.UNCHANGED), ("B", Movement.UNCHANGED)]


def test_same_text_without_number_takes_the_first_free_of_any_and_a_numbered_one_its_own() -> None:
    before = [Activity(number=n, activity="Samma", comment=n or "utan") for n in ("2", "", "3", "")]
    after = [Activity(number=number, activity="Samma") for number in ("4", "3", "", "5", "6")]
    found = compare(Lagesbild(activities=tuple(before)), Lagesbild(activities=tuple(after)))
    assert [change.before and change.before.comment for change in found.changes] == [
        "utan", "3", "2", "utan", None,
    ]  # fmt: skip


def test_long_text_in_new_words_is_known_by_its_beginning() -> None:
    start = "Vandra i centrum på fredagar med föräldrar och fältare " * 20
    found = kinds([Activity(activity=f"{start} {'å' * 900}")], [Activity(activity=f"{start} ny")])
    assert [kind for _, kind in found] == [Movement.UNCHANGED]


def test_same_text_is_told_apart_by_locality_and_owner() -> None:
    before = [
        Activity(activity="Vandra", locality="Byn", status=RED),
        Activity(activity="Vandra", locality="Staden", status=GREEN),
        Activity(activity="Vandra", owner="Polisen", status=YELLOW),
    ]
    after = [before[2], before[1], before[0]]
    assert [kind for _, kind in kinds(before, after)] == [Movement.UNCHANGED] * 3


def test_two_numbers_are_never_one_activity() -> None:
    before = [Activity(number="1", activity="Vandra i centrum")]
    after = [Activity(number="9", activity="Vandra i centrum")]
    assert kinds(before, after) == [
        ("Vandra i centrum", Movement.NEW),
        ("Vandra i centrum", Movement.GONE),
    ]


def test_other_words_are_another_activity() -> None:
    found = kinds([Activity(activity="Byta lampor")], [Activity(activity="Utbilda personal")])
    assert found == [("Utbilda personal", Movement.NEW), ("Byta lampor", Movement.GONE)]


def test_most_alike_is_taken_first_and_only_once() -> None:
    before = [Activity(activity="Trygghetsvandring i Norra parken i maj", status=RED)]
    after = [
        Activity(activity="Trygghetsvandring i Södra parken i juni", status=RED),
        Activity(activity="Trygghetsvandring i Norra parken i juni", status=GREEN),
    ]
    assert kinds(before, after) == [
        (after[0].activity, Movement.NEW),
        (after[1].activity, Movement.BETTER),
    ]


@pytest.mark.parametrize(
    ("before", "after", "summary"),
    [
        ([], [], "ingen aktivitet har ändrats"),
        (["a"], ["a"], "ingen aktivitet har ändrats"),
        ([], ["a"], "1 ny"),
        (["a", "b"], ["x", "y", "z"], "3 nya, 2 avslutade"),
    ],
)
def test_summary_counts_in_words(before: list[str], after: list[str], summary: str) -> None:
    old, new = (
        Lagesbild(activities=tuple(Activity(activity=name) for name in names))
        for names in (before, after)
    )
    assert compare(old, new).summary == f"Sedan förra lägesbilden: {summary}"


@pytest.fixture
def periods(workbook: MakeWorkbook) -> tuple[Path, Path]:
    """Return two workbooks: one better, one worse, one new, one gone."""
    now = workbook(
        Balanslista=[
            {"Status": "Gult"},
            {"Status": "Grönt"},
            {"Aktivitet": "Städa hamnen", "Ansvar": "Polisen"},
        ]
    )
    return workbook(), now


def test_command_tells_each_activity(periods: tuple[Path, Path]) -> None:
    done = run("compare", *periods)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "↓ sämre     Grönt → Gult            Vandra",
        "↑ bättre    Gult → Grönt            Lysa upp",
        "+ ny        – → Ej bedömd           Städa hamnen",
        "– avslutad  Ej bedömd → –           Samtala",
        "Sedan förra lägesbilden: 1 bättre, 1 sämre, 1 ny, 1 avslutad.",
    ]


def test_command_in_json(periods: tuple[Path, Path]) -> None:
    said = json.loads(run("compare", *periods, "--format", "json").stdout)
    assert said["changes"][0] == {
        "change": "sämre",
        "activity": "Vandra",
        "number": "",
        "locality": "",
        "before": "Grönt",
        "after": "Gult",
        "sheet": "Balanslista",
        "cell": "A2",
        "likeness": None,
    }
    assert said["changes"][3]["cell"] is None
    assert (said["file"], said["errors"], said["findings"]) == (str(periods[1]), 0, [])


@pytest.mark.parametrize("missing", [0, 1])
def test_command_in_json_tells_a_file_that_cannot_be_used(
    missing: int, periods: tuple[Path, Path], tmp_path: Path
) -> None:
    files = list(periods)
    files[missing] = tmp_path / "borta.xlsx"
    done = run("compare", *files, "--format", "json")
    said = json.loads(done.stdout)
    (finding,) = said["findings"]
    assert (done.returncode, done.stderr, said["file"]) == (2, "", str(files[1]))
    assert (finding["code"], finding["sheet"], finding["cell"]) == ("LB001", None, None)
    assert "borta.xlsx" in finding["message"]


def test_document_says_what_has_changed_in_sign_and_word(
    periods: tuple[Path, Path], tmp_path: Path
) -> None:
    previous, now = periods
    template_path = ROOT / "templates" / "lagesbild-forandring.docx"
    outcome = build(now, output=tmp_path / "ut.docx", template=template_path, previous=[previous])
    assert outcome.document
    found = lines(outcome.document)
    assert "Sedan förra lägesbilden: 1 bättre, 1 sämre, 1 ny, 1 avslutad." in found
    at = found.index("Aktivitet\tAnsvar\tStatus\tFörändring\tKommentar")
    assert found[at + 1 : at + 4] == [
        "Vandra\tKommunen\tGult\t↓ sämre\tKlart.",
        "Lysa upp\tPolisen\tGrönt\t↑ bättre\tPå gång.",
        "Städa hamnen\tPolisen\tEj bedömd\t+ ny\t",
    ]
    assert faults(outcome.document) == []


def test_document_without_a_previous_period_says_nothing_of_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    found = lines(build(workbook(), output=tmp_path / "ut.docx").document or Path())
    assert not any("förra lägesbilden" in line for line in found)


def test_previous_period_can_come_with_an_update(
    periods: tuple[Path, Path], tmp_path: Path
) -> None:
    previous, now = periods
    document = build(now, output=tmp_path / "ut.docx").document or Path()
    outcome = update(now, document, previous=[previous])
    codes = [f.rule.code for f in outcome.findings if f.rule.code not in ("LB324", "LB335")]
    assert codes == ["LB517", "LB317", "LB317"]
    assert any("1 bättre, 1 sämre" in line for line in lines(document))


def test_template_check_knows_the_names_of_changes() -> None:
    names = check_template(ROOT / "templates" / "lagesbild-forandring.docx").names
    assert names["Sedan förra"] == ("Sammanfattning", "Datum")
    assert "Förändring" in names["Balanslista"]


def test_threads_follow_an_activity_through_gaps_new_words_and_a_late_number() -> None:
    periods = [
        [Activity(activity="Laga staketet", status=RED), Activity(activity="Vandra", status=RED)],
        [Activity(activity="Vandra", status=YELLOW)],
        [
            Activity(number="1", activity="Laga  STAKETET", status=GREEN),
            Activity(activity="Byta lampor"),
        ],
        [Activity(number="1", activity="Måla staketet i hamnen", status=GREEN)],
        [Activity(number="1", activity="Måla staketet"), Activity(activity="Byta lamporna")],
    ]
    threads = threads_of([Lagesbild(activities=tuple(each)) for each in periods])
    shown = [[each and each.activity for each in thread.stands] for thread in threads]
    assert shown == [
        ["Laga staketet", None, "Laga  STAKETET", "Måla staketet i hamnen", "Måla staketet"],
        ["Vandra", "Vandra", None, None, None],
        [None, None, "Byta lampor", None, "Byta lamporna"],
    ]
    assert [list(thread.guesses) for thread in threads] == [[], [], [4]]


def test_periods_are_ordered_by_the_dates_inside_them() -> None:
    dates = [dt.date(2026, 4, 16), None, dt.date(2025, 9, 11)]
    periods = in_order(Lagesbild(report=Report(date=date)) for date in dates)
    assert [each.report.date for each in periods] == [dates[2], dates[0], None]


# ------------------------------------------------------------------ what stands still


def period(month: int, *activities: Activity) -> Lagesbild:
    return Lagesbild(report=Report(date=dt.date(2026, month, 1)), activities=activities)


def told(*periods: Lagesbild) -> list[tuple[str, str]]:
    *earlier, now = periods
    return [(f.rule.code, f.message) for f in standing_still(earlier, now)]


def test_comment_word_for_word_as_last_time_is_told() -> None:
    before = Activity(number="1", activity="Vandra", status=RED, comment="Väntar  på beslut.")
    after = Activity(number="1", activity="Vandra", status=YELLOW, comment="väntar på beslut.")
    assert told(period(1, before), period(2, after)) == [
        ("LB317", "”väntar på beslut.” är ord för ord samma kommentar som förra gången.")
    ]
    assert told(period(1, Activity(activity="A")), period(2, Activity(activity="A"))) == []


def test_activity_without_change_for_three_periods_is_told_once() -> None:
    still = Activity(activity="Vandra", status=GREEN, comment="Rullar.")
    moved = Activity(activity="Vandra", status=RED, comment="Rullar.")
    [finding] = told(period(1, moved), period(2, still), period(3, still), period(4, still))
    assert finding == (
        "LB318",
        "Status, datum och kommentar är som i lägesbilden 2026-02-01, 3 gånger i rad.",
    )
    assert [code for code, _ in told(period(2, still), period(3, still))] == ["LB317"]
    assert told(period(1, still), period(2), period(3, still)) == []


def test_earlier_workbooks_may_come_in_any_order(workbook: MakeWorkbook) -> None:
    dates = ("2026-01-01", "2026-02-01", "2026-03-01")
    first, second, now = (workbook(Rapport=[{}, {"Värde": date}]) for date in dates)
    said = [
        run("check", now, "--previous", one, "--previous", other, "--format", "json").stdout
        for one, other in ((first, second), (second, first))
    ]
    assert said[0] == said[1]
    found = json.loads(said[0])["findings"]
    assert [each["cell"] for each in found if each["code"] == "LB318"] == ["A2", "A3", "A4"]


def test_previous_workbook_that_is_later_is_refused(workbook: MakeWorkbook, tmp_path: Path) -> None:
    later = workbook(Rapport=[{}, {"Värde": "2026-09-01"}])
    outcome = build(workbook(), output=tmp_path / "ut.docx", previous=[later])
    assert [finding.rule.code for finding in outcome.findings] == ["LB319"]
    assert outcome.document is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Balanslista": [{"Status": "Blått"}]}, "LB321"),
        ({"Balanslista": [{"Nr": "1"}, {"Nr": "1"}]}, "LB321"),
        ({"Rapport": [{}, {"Värde": "2026-09-01"}]}, "LB319"),
    ],
)
def test_workbook_that_would_make_the_comparison_wrong_is_refused(
    change: dict[str, list[dict[str, str]]], code: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    previous, now = workbook(**change), workbook()
    said = run("compare", previous, now)
    assert (said.returncode, said.stdout) == (2, "")
    assert code in said.stderr
    outcome = build(now, output=tmp_path / "ut.docx", previous=[previous])
    assert [finding.rule.code for finding in outcome.findings] == [code]
    assert outcome.document is None


def test_workbook_is_not_compared_with_itself(workbook: MakeWorkbook) -> None:
    path = workbook()
    assert "LB320" in run("compare", path, path).stderr


def test_other_municipality_is_told(workbook: MakeWorkbook) -> None:
    other = workbook(Rapport=[{"Värde": "Ulvsta kommun"}])
    said = run("compare", other, workbook())
    assert said.returncode == 0
    assert "Ulvsta kommun och Granby" in said.stderr


def test_sheets_are_frames_with_the_place_of_each_row() -> None:
    found = frames(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx")
    balance = found["Balanslista"]
    book = openpyxl.load_workbook(ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx")
    sheet = book["Balanslista"]
    column = next(c.column for row in sheet.iter_rows() for c in row if c.value == "Aktivitet")
    for at, text in zip(balance["row"], balance["Aktivitet"], strict=True):
        assert str(sheet.cell(at, column).value) == text
    assert set(balance["sheet"]) == {"Balanslista"}
    assert {str(dtype) for dtype in balance.dtypes} == {"str", "Int64"}
    assert found["Rapport"]["Kommun"].tolist() == ["Tallmyra kommun"]
    assert found["Rapport"]["row"].isna().all()
