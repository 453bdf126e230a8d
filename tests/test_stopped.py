"""A run that is stopped in the middle leaves every file as it was, and nothing lying for long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lagesbild_xlsx import annotate, build, check
from lagesbild_xlsx.cli import commands
from lagesbild_xlsx.pipeline import trend
from tests.conftest import MakeWorkbook

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

WRITING: dict[str, tuple[str, ...]] = {
    "build": ("build", "bok.xlsx", "-o", "ut.docx"),
    "build --update": ("build", "bok.xlsx", "--update", "ut.docx"),
    "check --annotate": ("check", "bok.xlsx", "--annotate", "kopia.xlsx"),
    "trend": ("trend", "mapp", "-o", "rapport.xlsx"),
    "new": ("new", "ny.xlsx"),
    "next": ("next", "bok.xlsx", "--datum", "2026-06-05", "-o", "ny.xlsx"),
    "import": ("import", "dokument.docx", "-o", "ny.xlsx"),
    "template new": ("template", "new", "ny.docx"),
}
"""Every command that writes a file. The first four replace an old one, the others never do."""

SIGNS, MOMENTS = ("SIGINT", "SIGTERM", "SIGKILL"), ("write", "fsync", "replace")
STOPS = [("build", sign, moment) for sign in SIGNS for moment in MOMENTS] + [
    (name, "SIGKILL", moment) for name in WRITING if name != "build" for moment in MOMENTS[::2]
]
STOPPING = """
import os, signal, sys, time
from pathlib import Path
from lagesbild_xlsx.cli import main

def stop(*_, **__):
    os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    time.sleep(5)

owner, name = {"write": (os, "fdopen"), "fsync": (os, "fsync"), "replace": (Path, "replace")}[
    sys.argv[2]
]
setattr(owner, name, stop)
main(sys.argv[3:])
"""


@pytest.fixture
def folder(workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with all that the commands read, and what they wrote at another time."""
    monkeypatch.chdir(tmp_path)
    book = workbook().rename("bok.xlsx")
    (tmp_path / "mapp").mkdir()
    (tmp_path / "mapp" / "bok.xlsx").write_bytes(book.read_bytes())
    build(book, "dokument.docx")
    build(book, "ut.docx")
    annotate(check(book), "kopia.xlsx")
    trend("mapp", "rapport.xlsx")
    for name in ("ut.docx", "kopia.xlsx", "rapport.xlsx"):
        with zipfile.ZipFile(name, "a") as old:
            old.comment = b"gammal"
    return tmp_path


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def scratches_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(("name", "sign", "moment"), STOPS)
def test_run_that_is_stopped_leaves_the_old_files(
    name: str, sign: str, moment: str, folder: Path
) -> None:
    before = files_in(folder)
    command = [sys.executable, "-c", STOPPING, sign, moment, *WRITING[name]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    expected = {"SIGINT": 130, "SIGTERM": 143, "SIGKILL": -signal.SIGKILL}[sign]
    assert (done.returncode, "Traceback" in done.stderr) == (expected, False)
    scratches = scratches_in(folder)
    assert {p: held for p, held in files_in(folder).items() if p not in scratches} == before
    if sign != "SIGKILL":  # nothing can clear up after that; the next run that is late enough does
        assert scratches == []
    for scratch in scratches:
        os.utime(scratch, (0, 0))
    commands.main(WRITING[name], standalone_mode=False)
    assert scratches_in(folder) == []
    assert files_in(folder) != before
