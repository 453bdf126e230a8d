"""Many workbooks at once: each gives its document, and one that is wrong stops no other."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterable
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from lagesbild_xlsx import build
from lagesbild_xlsx.cli import progress
from lagesbild_xlsx.console.many import outcome_grid
from lagesbild_xlsx.pipeline import BuildArguments, Outcome, build_many, many
from tests.conftest import MakeWorkbook
from tests.templates import lines
from tests.test_cli import run


def codes(outcomes: Iterable[Outcome]) -> list[list[str]]:
    return [[finding.rule.code for finding in each.findings] for each in outcomes]


@pytest.fixture
def workbooks(workbook: MakeWorkbook, tmp_path: Path) -> list[Path]:
    """Return four workbooks: two good, one with an error, one that is none."""
    wrong = workbook(Balanslista=[{"Status": "Blått"}])
    other = workbook(Orter=[{"Ort": "Hult"}])
    text = tmp_path / "anteckning.xlsx"
    text.write_text("inte en arbetsbok")
    return [workbook(), wrong, text, other]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_is_wrong_does_not_stop_the_others(
    jobs: int, workbooks: list[Path], tmp_path: Path
) -> None:
    outcomes = list(build_many(workbooks, tmp_path / "ut" / "nya", jobs=jobs))
    assert [outcome.workbook for outcome in outcomes] == workbooks
    assert [[f.rule.code for f in each.findings if f.is_error] for each in outcomes] == [
        [], ["LB203"], ["LB002"], [],
    ]  # fmt: skip
    made = sorted((tmp_path / "ut" / "nya").iterdir())
    assert made == sorted(outcome.document for outcome in outcomes if outcome.document)
    assert [path.stem for path in made] == sorted(workbooks[at].stem for at in (0, 3))


def test_each_document_is_what_it_would_be_alone(workbooks: list[Path], tmp_path: Path) -> None:
    [outcome] = build_many(workbooks[:1], tmp_path / "ut", jobs=1)
    alone = build(workbooks[0], output=tmp_path / "ensam.docx").document
    assert outcome.document
    assert alone
    assert outcome.document.read_bytes() == alone.read_bytes()
    assert lines(outcome.document) == lines(alone)


def test_two_of_one_name_are_told_and_the_first_is_built(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook()
    (tmp_path / "andra").mkdir()
    same = tmp_path / "andra" / path.name.upper().replace("XLSX", "xlsx")
    same.write_bytes(path.read_bytes())
    outcomes = list(build_many([path, same], tmp_path / "ut"))
    assert codes(outcomes) == [[], ["LB030"]]


@pytest.mark.parametrize(
    ("how", "name"),
    [
        ({"draft": True}, "a-utkast"),
        ({"internal": True}, "a-internt"),
        ({"draft": True, "internal": True}, "a-internt-utkast"),
    ],
)
def test_name_that_an_option_gives_is_not_taken_from_another(
    how: BuildArguments, name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    first = workbook(Orter=[{"Ort": "Hult"}]).rename(tmp_path / f"{name}.xlsx")
    second = workbook().rename(tmp_path / "a.xlsx")
    built, told = build_many([first, second], **how)
    assert built.document == tmp_path / f"{name}.docx"
    assert any("Hult" in line for line in lines(built.document))
    assert [f.message for f in told.findings] == [
        f"”{second}” skulle ge samma dokument som ”{first}”."
    ]


def test_document_that_a_link_leads_to_is_not_taken_from_another(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    books = [workbook().rename(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    (tmp_path / "b.docx").symlink_to(tmp_path / "a.docx")
    assert codes(build_many(books)) == [[], ["LB030"]]


def test_workbook_that_is_given_twice_is_built_once(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook()
    monkeypatch.chdir(tmp_path)
    other = workbook()
    (tmp_path / "länk").symlink_to(tmp_path)
    names: list[str | Path] = [path, path.name, other, f"./{path.name}", f"länk/{path.name}", other]
    assert [outcome.document for outcome in build_many(names)] == [
        book.with_suffix(".docx") for book in (path, other)
    ]
    said = run("build", path.name, f"./{path.name}", path, "-o", "ut", cwd=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1] == "1 av 1 dokument är klara."


def test_link_to_a_workbook_is_one_of_its_own(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path, link = workbook(), tmp_path / "länk.xlsx"
    link.symlink_to(path)
    assert [outcome.document for outcome in build_many([path, link])] == [
        path.with_suffix(".docx"), tmp_path / "länk.docx",
    ]  # fmt: skip


def test_table_names_as_much_of_a_path_as_tells_it_from_the_others() -> None:
    paths = "k1/a.xlsx", "k2/a.xlsx", "a.xlsx", "x/y/b.xlsx", "z/y/b.xlsx", "x/c.xlsx", "."
    grid = outcome_grid([Outcome(Path(path), ()) for path in paths])
    assert [row[0] for row in grid.rows] == [
        "k1/a.xlsx", "k2/a.xlsx", "a.xlsx", "x/y/b.xlsx", "z/y/b.xlsx", "c.xlsx", ".",
    ]  # fmt: skip


def test_draft_and_template_hold_for_all(workbooks: list[Path], tmp_path: Path) -> None:
    outcomes = list(build_many(workbooks[:2], tmp_path / "ut", draft=True))
    assert [each.document.stem[-6:] for each in outcomes if each.document] == ["utkast"] * 2


def _killed(_: Any, work: many.Work) -> Outcome:
    if work[0].stem == "ond":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(work[0], ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_workbook_whose_build_the_system_stops_is_told_and_no_other(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "_built", _killed)
    names = ["a", "ond", "b", "c", "ond", "d"]
    outcomes = list(build_many([f"{at}/{name}.xlsx" for at, name in enumerate(names)], jobs=jobs))
    assert [each.workbook.stem for each in outcomes] == names
    assert codes(outcomes) == [["LB031"] if name == "ond" else [] for name in names]
    assert active_children() == []


def _endless(_: Any, work: many.Work) -> Outcome:
    if work[0].stem == "ond":
        time.sleep(60)
    return Outcome(work[0], ())


def test_workbook_whose_build_never_ends_is_told_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(many, "_built", _endless)
    monkeypatch.setattr(many, "LONGEST", 1.0)
    assert codes(build_many(["a.xlsx", "ond.xlsx", "b.xlsx"], jobs=2)) == [[], ["LB041"], []]


def test_command_tells_what_failed_and_sums_up(workbooks: list[Path], tmp_path: Path) -> None:
    said = run("build", *workbooks, "-o", tmp_path / "ut", "--jobs", "2")
    assert said.returncode == 1
    assert f"{workbooks[1]}:\n  Balanslista!C2  fel LB203" in said.stderr
    assert "anteckning.xlsx” är en textfil" in said.stderr
    assert said.stdout.splitlines()[-1] == "2 av 4 dokument är klara."
    told = [line.split()[:2] for line in said.stdout.splitlines() if ".xlsx" in line]
    assert told == [[p.name, n] for p, n in zip(workbooks, ("0", "1", "1", "0"), strict=True)]
    good = run("build", workbooks[0], workbooks[3], "-o", tmp_path / "ut")
    assert (good.returncode, good.stderr) == (0, "")


def test_command_in_json(workbooks: list[Path], tmp_path: Path) -> None:
    said = json.loads(run("build", *workbooks, "-o", tmp_path / "ut", "--format", "json").stderr)
    assert [each["errors"] for each in said["files"]] == [0, 1, 1, 0]
    assert said["files"][0]["document"] == str(tmp_path / "ut" / f"{workbooks[0].stem}.docx")


@pytest.mark.parametrize(
    "option", [("--previous", "a.xlsx"), ("--update", "a.docx"), ("-o", "ut.docx")]
)
def test_what_means_one_workbook_is_refused(option: tuple[str, str]) -> None:
    said = run("build", "a.xlsx", "b.xlsx", *option)
    assert (said.returncode, said.stdout) == (2, "")
    assert "Traceback" not in said.stderr


def test_one_workbook_may_go_to_a_folder(workbook: MakeWorkbook, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    document = build(workbook(), output=tmp_path / "ut").document
    assert document == tmp_path / "ut" / "lagesbild-2026-03-05.docx"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ut", "fel LB032  Det finns redan en fil som heter ”ut”, och flera dokument ska till en"),
        ("ut/mapp", "fel LB006  Det går inte att skriva ”ut/mapp”: mappen finns inte."),
        ("u" * 256, "namnet är för långt."),
    ],
)
def test_folder_that_cannot_be_made_stops_with_a_sentence(
    name: str, words: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "ut").write_text("en fil")
    said = run("build", workbook(), workbook(), "-o", name, cwd=tmp_path)
    assert (said.returncode, said.stdout) == (2, "")
    assert words in said.stderr
    assert said.stderr.count("→") == 1
    assert (tmp_path / "ut").read_text() == "en fil"


def test_bar_counts_what_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(progress.counted("abc", 3, "Gör dokument")) == ["a", "b", "c"]
    assert "Gör dokument" in capsys.readouterr().err
