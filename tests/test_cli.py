"""The command as it is typed: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from lagesbild_xlsx.cli import commands
from tests.conftest import MakeWorkbook


def run(*args: object, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "lagesbild_xlsx", *map(str, args)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**os.environ, **env},
    )


def test_build_says_where_the_document_is(workbook: MakeWorkbook) -> None:
    path = workbook()
    done = run("build", path)
    document = path.with_name("lagesbild-2026-03-05.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"Dokumentet är klart: {document}",
        "3 aktiviteter: 1 grön, 1 gul, 1 ej bedömd. 2 orter. Inga fel.",
        "Innan du skickar: läs igenom sidorna, för alla personuppgifter hittas inte.",
    ]
    assert document.exists()


def test_build_tells_findings_on_standard_error_and_writes_nothing(
    workbook: MakeWorkbook,
) -> None:
    path = workbook(Balanslista=[{"Status": "Blått"}, {"Kommentar": None}])
    done = run("build", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "Balanslista!C2  fel LB203      ”Blått” är ingen giltig status.",
        "                → Välj Rött, Gult eller Grönt.",
        "Balanslista!D3  varning LB304  Status är ”Gult” men kommentaren är tom.",
        "                → Skriv varför, och vad som händer nu.",
        "Inget dokument skrevs: 1 fel, 1 varning.",
    ]
    assert list(path.parent.iterdir()) == [path]


def test_check_tells_findings_on_standard_output(workbook: MakeWorkbook) -> None:
    done = run("check", workbook(Balanslista=[{"Status": "Blått"}, {"Kommentar": None}]))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1] == "1 fel, 1 varning."


def test_check_of_a_good_workbook(workbook: MakeWorkbook) -> None:
    done = run("check", workbook())
    assert (done.returncode, done.stdout, done.stderr) == (0, "Inga fel.\n", "")


def test_warnings_alone_do_not_stop_the_document(workbook: MakeWorkbook) -> None:
    done = run("build", workbook(Balanslista=[{}, {"Kommentar": None}]))
    assert done.returncode == 0
    assert "varning LB304" in done.stderr
    assert "Dokumentet är klart" in done.stdout


@pytest.mark.parametrize("command", ["check", "build"])
def test_json_for_other_programs(command: str, workbook: MakeWorkbook) -> None:
    path = workbook(
        Balanslista=[{"Status": "Blått"}],
        Ordlista=None,
        Ordlist=[{"Begrepp": "BRÅ", "Förklaring": "råd"}],
    )
    done = run(command, path, "--format", "json", PYTHONIOENCODING="latin-1")
    said = json.loads(done.stdout if command == "check" else done.stderr)
    assert (said["file"], said["errors"], said["warnings"]) == (str(path), 2, 1)
    assert said["findings"][1] == {
        "code": "LB203",
        "severity": "error",
        "sheet": "Balanslista",
        "cell": "C2",
        "message": "”Blått” är ingen giltig status.",
        "hint": "Välj Rött, Gult eller Grönt.",
    }
    assert [(f["code"], f["sheet"], f["cell"]) for f in said["findings"]] == [
        ("LB305", "Rapport", "B7"),
        ("LB203", "Balanslista", "C2"),
        ("LB101", "Ordlista", None),
    ]


def test_unusable_file_exits_2_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "lista.xlsx").write_text("a;b", encoding="utf-8")
    done = run("build", "lista.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[:2] == [
        "fel LB002  Filen ”lista.xlsx” är en textfil, inte en Excel-arbetsbok (.xlsx).",
        "→ Öppna den i Excel och spara den som en Excel-arbetsbok (.xlsx).",
    ]


def test_unusable_file_in_json_has_neither_sheet_nor_cell(tmp_path: Path) -> None:
    done = run("check", tmp_path / "borta.xlsx", "--format", "json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert done.returncode == 2
    assert (finding["code"], finding["sheet"], finding["cell"]) == ("LB001", None, None)


MISTYPED: list[tuple[list[str], str]] = [
    (["bygg"], "”bygg” är inget kommando."),
    (["chek"], "”chek” är inget kommando. Menade du check?"),
    (["template", "nytt"], "”nytt” är inget kommando."),
    ([""], "”” är inget kommando."),
    (["--"], "Ett kommando saknas."),
    (["build"], "FIL.xlsx saknas."),
    (["compare", "a.xlsx"], "NU.xlsx saknas."),
    (["next", "a.xlsx"], "--datum saknas."),
    (["check", "a.xlsx", "b.xlsx"], "Kommandot har fler ord än det ska ha."),
    (["--mall"], "”--mall” är inget val här."),
    (["build", "a.xlsx", "--mall", "b"], "”--mall” är inget val här."),
    (["build", "a.xlsx", "--in"], "”--in” är inget val här. Menade du --intern?"),
    (["build", "a.xlsx", "-q"], "”-q” är inget val här."),
    (["build", "a.xlsx", "-o"], "-o saknar ett värde, eller har ett som inte ska vara där."),
    (["build", "a.xlsx", "--pdf=1"], "--pdf saknar ett värde, eller har ett som inte ska vara"),
    (["build", "a.xlsx", "--jobs", "0"], "--jobs: skriv ett heltal från 1 till 64."),
    (["build", "a.xlsx", "--jobs", "två"], "--jobs: skriv ett heltal från 1 till 64."),
    (["build", "a.xlsx", "--jobs="], "--jobs: skriv ett heltal från 1 till 64."),
    (["check", "a.xlsx", "--format", "xml"], "--format: välj text eller json."),
    (["next", "a.xlsx", "--datum", "snart"], "”snart” är inget datum. Skriv det som 2026-12-10."),
    (["new", "a.docx"], "”a.docx” slutar inte på .xlsx."),
    (["trend", "a", "--template", "b"], "--template går bara att använda med -o."),
    (["explain", "LB20"], "”LB20” är ingen regel. Menade du LB"),
]


@pytest.mark.parametrize(("args", "words"), MISTYPED)
def test_mistyped_command_is_explained_in_swedish(args: list[str], words: str) -> None:
    done = run(*args)
    said, hint = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert said.startswith(words)
    assert hint.startswith("→ Hjälp: lagesbild")
    assert hint.endswith("--help")


@pytest.mark.parametrize("path", ["borta.xlsx", ".", ""])
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["build"],
        ["import"],
        ["next", "--datum=2027-01-01"],
        ["template", "check"],
        ["compare", "a.xlsx"],
    ],
)
def test_file_that_is_none_is_named_in_swedish(
    command: list[str], path: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    workbook().rename(tmp_path / "a.xlsx")
    done = run(*command, path, cwd=tmp_path)
    assert done.returncode == 2
    assert f"Filen ”{path or '.'}” " in done.stdout + done.stderr


def test_report_is_no_folder(workbook: MakeWorkbook, tmp_path: Path) -> None:
    workbook()
    done = run("trend", ".", "-o", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Välj ett namn som gör det, till exempel rapport.docx." in done.stderr


def pages(command: click.Command, *words: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a command, and of those below it."""
    yield words
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from pages(below, *words, name)


@pytest.mark.parametrize("args", list(pages(commands)))
def test_help_has_no_english(args: tuple[str, ...]) -> None:
    done = run(*args, "--help")
    assert done.returncode == 0
    assert "Visa den här hjälpen." in done.stdout
    for word in ("Usage", "Options", "Commands", "Show", "Error", "required", "default", "<="):
        assert word not in done.stdout


def test_explain_gives_the_whole_rule() -> None:
    done = run("explain", "lb304")
    assert done.returncode == 0
    assert "LB304  Rött eller gult utan kommentar" in done.stdout
    assert "Den som läser rött eller gult frågar varför." in done.stdout
    listed = run("explain").stdout
    assert "LB203  fel      Okänd status\n" in listed


def test_no_colours_off_a_terminal(workbook: MakeWorkbook) -> None:
    assert "\x1b" not in run("check", workbook(Balanslista=[{"Status": "Blått"}])).stdout


def test_screen_without_arrows_is_no_reason_to_stop(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Status": "Blått"}])
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "lagesbild_xlsx", "check", str(path)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_build_imports_no_heavy_library(workbook: MakeWorkbook) -> None:
    code = (
        "import sys; from lagesbild_xlsx import build; build(sys.argv[1]);"
        "print(*{'pandas', 'numpy', 'openpyxl', 'docx', 'matplotlib'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(workbook())], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_reader_that_has_seen_enough_is_no_error() -> None:
    command = f'"{sys.executable}" -m lagesbild_xlsx explain | head -1'
    done = subprocess.run(  # noqa: S602 - our own command, in a pipe
        command, shell=True, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.startswith("LB001")
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("args", [["check", "FIL"], ["build", "FIL"], ["explain"], ["--help"], []])
def test_full_disk_that_is_printed_to_is_told_in_one_sentence(
    args: list[str], workbook: MakeWorkbook
) -> None:
    path = str(workbook(Balanslista=[{"Status": "Blått"}]) if "check" in args else workbook())
    command = [sys.executable, "-m", "lagesbild_xlsx", *(path if a == "FIL" else a for a in args)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
        unheard = subprocess.run(command, stdout=full, stderr=full, check=False)  # noqa: S603
    assert (done.returncode, unheard.returncode) == (2, 2)
    assert done.stderr == "Det som ska visas går inte att skriva: disken är full.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="only a shell of Unix closes it so")
def test_output_that_is_closed_is_no_error(workbook: MakeWorkbook) -> None:
    command = f'"{sys.executable}" -m lagesbild_xlsx check "{workbook()}" >&-'
    done = subprocess.run(  # noqa: S602 - our own command
        command, shell=True, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("args", [("new",), ("template", "new")])
def test_existing_file_is_told_in_one_sentence(args: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("fil.xlsx", "fil.docx"):
        (tmp_path / name).touch()
    done = run(*args, tmp_path / ("fil.xlsx" if args == ("new",) else "fil.docx"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "fel LB012" in done.stderr
