"""What is written is the same on every machine: no clock, order of hashing, language or folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from lagesbild_xlsx import build
from tests.conftest import ROOT, MakeWorkbook
from tests.test_cli import run

TALLMYRA = ROOT / "examples" / "tallmyra"
PLACES: dict[str, dict[str, str]] = {
    "here": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "elsewhere": {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
    "nowhere": {
        "PYTHONHASHSEED": "77",
        "TZ": "America/Anchorage",
        "LC_ALL": "",
        "LANG": "sv_SE.UTF-8",
    },
}
"""Machines on which it is not even the same day, with different orders of hashing."""

WRITTEN: dict[str, tuple[str, ...]] = {
    "ut.docx": ("build", "bok.xlsx", "-o", "ut.docx"),
    "sedan.docx": ("build", "bok.xlsx", "-o", "sedan.docx", "--previous", "förra.xlsx"),
    "utkast.docx": ("build", "fel.xlsx", "-o", "utkast.docx", "--utkast"),
    "gammal.docx": ("build", "bok.xlsx", "--update", "gammal.docx"),
    "kopia.xlsx": ("check", "fel.xlsx", "--annotate", "kopia.xlsx"),
    "nästa.xlsx": ("next", "bok.xlsx", "--datum", "2026-12-10", "-o", "nästa.xlsx"),
    "läst.xlsx": ("import", "dokument.docx", "-o", "läst.xlsx"),
    "ny.xlsx": ("new", "ny.xlsx", "--kommun", "Granby", "--ort", "Öja", "--datum", "2026-03-05"),
    "tom.xlsx": ("new", "tom.xlsx", "--tom"),
    "mall.docx": ("template", "new", "mall.docx"),
    "trend.docx": ("trend", "mapp", "-o", "trend.docx"),
    "trend.xlsx": ("trend", "mapp", "-o", "trend.xlsx"),
    "trend.csv": ("trend", "mapp", "-o", "trend.csv"),
}
PATHS = ("bok.xlsx", "fel.xlsx", "förra.xlsx", "dokument.docx", "gammal.docx", "mapp", *WRITTEN)


@pytest.fixture
def source(workbook: MakeWorkbook, tmp_path: Path) -> Path:
    """Return a folder with what the commands read."""
    folder = tmp_path / "källa"
    (folder / "mapp").mkdir(parents=True)
    for path in sorted(TALLMYRA.glob("*.xlsx"))[-3:]:
        shutil.copy(path, folder / "mapp")
    last, now = sorted(TALLMYRA.glob("*.xlsx"))[-2:]
    shutil.copy(last, folder / "förra.xlsx")
    shutil.copy(now, folder / "bok.xlsx")
    wrong: list[dict[str, Any]] = [{"Status": "Blått"}, {"Ansvar": None}]
    shutil.copy(workbook(Balanslista=wrong), folder / "fel.xlsx")
    for name, book in (("dokument.docx", now), ("gammal.docx", last)):
        build(book, folder / name)
    return folder


@pytest.mark.parametrize("name", WRITTEN)
def test_bytes_are_the_same_everywhere(name: str, source: Path, tmp_path: Path) -> None:
    written = []
    for place, environment in PLACES.items():
        folder = tmp_path / place
        shutil.copytree(source, folder)
        cwd, command = _as_typed(place, folder, WRITTEN[name])
        done = run(*command, cwd=cwd, **environment)
        assert done.returncode in (0, 1), done.stderr
        written.append((folder / name).read_bytes())
    assert written[0] == written[1]
    assert written[0] == written[2]


def test_document_with_a_chart_is_the_same_whatever_else_the_process_has_imported(
    tmp_path: Path,
) -> None:
    book = ROOT / "examples" / "vallunda-2026-10-08.xlsx"
    paths = {more: tmp_path / f"{more}.docx" for more in ("lxml", "openpyxl", "docx")}
    for more, path in paths.items():
        code = f"import {more}, sys, lagesbild_xlsx; lagesbild_xlsx.build(*sys.argv[1:])"
        subprocess.run([sys.executable, "-c", code, book, path], check=True, cwd=ROOT)  # noqa: S603 - ourselves
    assert len({path.read_bytes() for path in paths.values()}) == 1


def _as_typed(place: str, folder: Path, command: Iterable[str]) -> tuple[Path, list[str]]:
    """Return where a command is given and how: from inside the folder, above it, and from afar."""
    cwd, before = {
        "here": (folder, Path()),
        "elsewhere": (folder.parent, Path(folder.name)),
        "nowhere": (Path(os.sep), folder),
    }[place]
    return cwd, [str(before / word) if word in PATHS else word for word in command]
