"""The benchmark still runs. What it comes to is measured by ``make bench``, never asserted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    made = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
    return made.stdout


def test_every_contender_is_measured_or_said_to_be_missing(tmp_path: Path) -> None:
    page = tmp_path / "sida.md"
    shown = run("--rows", "14", "--rounds", "1", "--output", str(page))
    assert shown.strip() == page.read_text(encoding="utf-8").strip()
    for name in ("openpyxl + docxtpl", "calamine + docxtpl", "SheetJS + docxtemplater"):
        assert f"| {name} |" in shown or f"Left out: {name} (" in shown
    for name in ("lagesbild", "openpyxl + python-docx", "floor: imports", "floor: XML in a zip"):
        assert f"| {name} |" in shown


def test_growth_is_told_from_size_to_size() -> None:
    shown = run("--rows", "14,28", "--rounds", "1", "--only", "XML")
    assert "28 / 14" in shown
    assert "lagesbild |" not in shown
