"""A run that is stopped in the middle leaves every file as it was, and nothing lying for long."""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
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
from lagesbild_xlsx.__main__ import main

def stop(*_, **__):
    os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    time.sleep(5)

opened = Path.open

def opened_to_write(path, mode="r", *others, **options):
    file = opened(path, mode, *others, **options)
    return stop() if mode == "xb" else file

owner, name, instead = {
    "write": (Path, "open", opened_to_write),
    "fsync": (os, "fsync", stop),
    "replace": (Path, "replace", stop),
}[sys.argv[2]]
setattr(owner, name, instead)
main(sys.argv[3:])
"""


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Let children be interrupted: one that is started by a job in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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


BEFORE_IT_BEGINS = """
import os, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
from lagesbild_xlsx.__main__ import main
main(["check", "bok.xlsx"])
"""


@pytest.mark.parametrize("module", ["click", "lxml", "lagesbild_xlsx.word"])
def test_run_that_is_stopped_before_it_begins_ends_with_a_word(module: str) -> None:
    command = [sys.executable, "-X", "utf8", "-c", BEFORE_IT_BEGINS, module]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout, done.stderr.lstrip()) == (130, "", "Avbrutet.\n")


def test_main_module_can_be_loaded_by_a_process_of_its_own() -> None:
    """As Windows and macOS do, where a new process loads the one that started it."""
    runpy.run_module("lagesbild_xlsx", run_name="__mp_main__")


# ------------------------------------------------------------------ many workbooks at once


@dataclass
class Batch:
    """Sixty workbooks, and the folder that their documents go to."""

    books: list[Path]
    folder: Path

    def start(self, jobs: str) -> subprocess.Popen[str]:
        """Start to build them, in a group of processes of their own, as a terminal does it."""
        command = [sys.executable, "-m", "lagesbild_xlsx", "build", *map(str, self.books)]
        return subprocess.Popen(  # noqa: S603 - this program itself
            [*command, "-o", str(self.folder), "--jobs", jobs],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def await_document(self) -> None:
        while not list(self.folder.glob("*.docx")):
            time.sleep(0.01)


@pytest.fixture
def batch(workbook: MakeWorkbook, tmp_path: Path) -> Batch:
    book = workbook()
    books = [tmp_path / f"bok{number}.xlsx" for number in range(60)]
    for path in books:
        path.write_bytes(book.read_bytes())
    return Batch(books, tmp_path / "dokument")


TO_ALL, TO_FIRST = "killpg", "kill"


@pytest.mark.parametrize(
    ("send", "sign", "status"),
    [(TO_ALL, "SIGINT", 130), (TO_FIRST, "SIGTERM", 143), (TO_ALL, "SIGTERM", 143)],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_batch_that_is_stopped_ends_at_once_with_a_line_and_leaves_whole_documents(
    send: str, sign: str, status: int, jobs: str, batch: Batch
) -> None:
    running = batch.start(jobs)
    batch.await_document()
    started = time.monotonic()
    getattr(os, send)(running.pid, getattr(signal, sign))
    out, err = running.communicate(timeout=20)
    assert time.monotonic() - started < 3
    assert (running.returncode, out, err.strip()) == (status, "", "Avbrutet.")
    with pytest.raises(ProcessLookupError):  # nobody is left in the group
        os.killpg(running.pid, 0)
    made = list(batch.folder.iterdir())
    assert 0 < len(made) < len(batch.books)
    assert all(zipfile.ZipFile(path).testzip() is None for path in made)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are looked up there")
def test_batch_whose_process_is_killed_tells_of_that_workbook_and_builds_the_others(
    batch: Batch,
) -> None:
    running = batch.start("2")
    batch.await_document()
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Traceback" not in err
    assert err.count("fel LB031") == 1
    assert (
        out.splitlines()[-1] == f"{len(batch.books) - 1} av {len(batch.books)} dokument är klara."
    )
    assert len(list(batch.folder.glob("*.docx"))) >= len(batch.books) - 1


def test_processes_end_when_the_first_one_is_killed(batch: Batch) -> None:
    running = batch.start("2")
    batch.await_document()
    running.kill()
    assert running.communicate(timeout=20) == ("", "")  # nobody holds the other ends any more
    assert len(list(batch.folder.iterdir())) < len(batch.books)
