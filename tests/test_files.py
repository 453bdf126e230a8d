"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from lagesbild_xlsx import StopError
from lagesbild_xlsx.files import write_whole


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
    ("call", "error", "code", "words"),
    [
        (
            "replace",
            PermissionError(13, "i bruk"),
            "LB005",
            "Stäng filen i det program",
        ),
        ("fsync", OSError(28, "disken är full"), "LB006", "disken är full"),
    ],
)
def test_what_stops_the_writing_leaves_the_old_file_and_nothing_else(
    call: str,
    error: OSError,
    code: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> NoReturn:
        raise error

    path = tmp_path / "ut.docx"
    path.write_bytes(b"gammalt")
    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(StopError) as stopped:
        write_whole(path, b"nytt")
    assert stopped.value.finding.rule.code == code
    assert words in str(stopped.value)
    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]
