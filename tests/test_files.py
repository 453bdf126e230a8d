"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest

from lagesbild_xlsx import StopError
from lagesbild_xlsx.files import write_together, write_whole
from tests.conftest import MakeWorkbook


def test_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "ny.docx", b"nytt")
    (tmp_path / "annan").touch()
    assert (tmp_path / "ny.docx").stat().st_mode == (tmp_path / "annan").stat().st_mode


def test_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "ut.docx"
    path.write_bytes(b"gammalt")
    path.chmod(0o640)
    write_whole(path, b"nytt")
    assert path.read_bytes() == b"nytt"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("owner", "call", "error", "code", "words"),
    [
        (Path, "replace", PermissionError(13, "i bruk"), "LB005", "Stäng dokumentet i Word"),
        (os, "fsync", OSError(28, "disken är full"), "LB006", "disken är full"),
        (os, "fsync", OSError(errno.EFBIG, "för stor"), "LB006", "disken är full"),
        (os, "urandom", PermissionError(13, "nekad"), "LB005", "välj en annan plats"),
        (os, "urandom", OSError(30, "bara läsning"), "LB006", "skrivskyddad"),
        (Path, "chmod", OSError(28, "disken är full"), "LB006", "disken är full"),
    ],
)
def test_what_stops_the_writing_leaves_the_old_file_and_nothing_else(
    owner: object,
    call: str,
    error: OSError,
    code: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    path = tmp_path / "ut.docx"
    path.write_bytes(b"gammalt")
    monkeypatch.setattr("lagesbild_xlsx.files.PATIENCE", (0,))
    monkeypatch.setattr(owner, call, fail)
    with pytest.raises(StopError) as stopped:
        write_whole(path, b"nytt")
    assert stopped.value.finding.rule.code == code
    assert words in str(stopped.value)
    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]


def test_file_that_is_in_use_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ut.docx"
    path.write_bytes(b"gammalt")
    replace, refusals = Path.replace, iter([PermissionError(13, "i bruk")] * 2)

    def busy(self: Path, target: Path) -> Path:
        for refusal in refusals:
            raise refusal
        return replace(self, target)

    monkeypatch.setattr("lagesbild_xlsx.files.PATIENCE", (0, 0, 0))
    monkeypatch.setattr(Path, "replace", busy)
    write_whole(path, b"nytt")
    assert path.read_bytes() == b"nytt"


def test_scratch_file_of_another_run_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / ".ut-abc.tmp"
    other.write_bytes(b"halvt")
    write_whole(tmp_path / "ut.docx", b"nytt")
    assert other.read_bytes() == b"halvt"


def test_two_builds_at_once_to_one_document_both_end_well(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    run = [sys.executable, "-m", "lagesbild_xlsx", "build", str(workbook()), "-o", str(target)]
    running = [subprocess.Popen(run, stdout=subprocess.DEVNULL) for _ in range(4)]  # noqa: S603
    assert [each.wait(60) for each in running] == [0] * 4
    assert zipfile.ZipFile(target).testzip() is None
    assert not list(tmp_path.glob(".*"))


def test_files_that_belong_together_are_put_in_place_when_all_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, pdf = tmp_path / "ut.docx", tmp_path / "ut.pdf"
    document.write_bytes(b"gammalt")
    real, calls = os.fsync, iter(range(9))

    def full(number: int) -> None:
        if next(calls):
            raise OSError(28, "disken är full")
        real(number)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StopError, match="disken är full"):
        write_together({document: b"nytt", pdf: b"nytt"})
    assert document.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [document]
