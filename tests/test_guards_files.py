"""What is no file on a disk, or is huge, is refused at once, wherever it is named."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError, build, check
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.opc.archive import LARGEST_FILE, LARGEST_PACKAGE
from lagesbild_xlsx.pipeline import import_document, standard_template
from tests.conftest import MakeWorkbook
from tests.process import run

pytest.importorskip("resource", reason="the process measures memory")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)  # a short name, because a socket's may have 108 bytes


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


KINDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (Path.mkdir, "en mapp"),
    "FIFO": (os.mkfifo, "en enhet eller en kanal mellan program"),
    "socket": (a_socket, "en enhet eller en kanal mellan program"),
    "device": (a_device, "en enhet eller en kanal mellan program"),
}
READ: dict[str, tuple[str, ...]] = {
    "workbook": ("build", "FIL.xlsx"),
    "workbook that is checked": ("check", "FIL.xlsx"),
    "one of many": ("next", "FIL.xlsx", "--datum", "2026-06-05"),
    "template": ("build", "BOK", "--template", "FIL.docx"),
    "template that is checked": ("template", "check", "FIL.docx"),
    "previous": ("build", "BOK", "--previous", "FIL.xlsx"),
    "compared": ("compare", "FIL.xlsx", "BOK"),
    "updated": ("build", "BOK", "--update", "FIL.docx"),
    "imported": ("import", "FIL.docx", "-o", "ny.xlsx"),
    "copy": ("check", "BOK", "--annotate", "FIL.xlsx"),
}
WRITTEN: dict[str, tuple[str, ...]] = {
    "document": ("build", "BOK", "-o", "FIL.docx"),
    "new workbook": ("new", "FIL.xlsx"),
    "next workbook": ("next", "BOK", "--datum", "2026-06-05", "-o", "FIL.xlsx"),
    "new template": ("template", "new", "FIL.docx"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_what_is_no_file_is_told_by_what_it_is(
    kind: str, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, words = KINDS[kind]
    path = Path(f"fil{suffix}")
    make(path)
    open_it = check if suffix == ".xlsx" else partial(import_document, workbook="ny.xlsx")
    with pytest.raises(StopError, match=f"LB002: Filen ”{path}” är {words}, inte (en|ett) "):
        open_it(path)
    assert list(tmp_path.iterdir()) == [tmp_path / path]


@pytest.mark.parametrize("name", [*READ, *WRITTEN])
def test_channel_is_never_waited_for(
    name: str, workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book, command = workbook(), (READ | WRITTEN)[name]
    [named] = (word for word in command if word.startswith("FIL"))
    os.mkfifo(named)
    ran = run(tmp_path / "report", *(book if word == "BOK" else word for word in command))
    assert ran.status == 2
    assert f"”{named}”" in ran.words
    assert {path.name for path in tmp_path.iterdir()} == {named, book.name, "report"}


def test_channel_in_place_of_a_lock_is_not_waited_for(workbook: MakeWorkbook) -> None:
    path = workbook()
    os.mkfifo(path.with_name(f"~${path.name}"))
    assert [f.rule.code for f in check(path).findings] == ["LB008"]


def test_device_is_never_replaced_by_a_document(workbook: MakeWorkbook, tmp_path: Path) -> None:
    target = tmp_path / "ut.docx"
    target.symlink_to("/dev/null")
    with pytest.raises(StopError, match=r"LB006: .*: det är ingen vanlig fil"):
        build(workbook(), target)
    assert Path("/dev/null").is_char_device()


def test_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "ut.docx").mkdir()
    with pytest.raises(StopError, match=r"LB006: .*en mapp med det namnet"):
        write_whole(tmp_path / "ut.docx", b"nytt")


@pytest.mark.skipif(sys.platform == "win32", reason="files have no holes there")
@pytest.mark.parametrize("start", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"a;b\n"])
@pytest.mark.parametrize("option", ["", "--template", "--previous", "--update"])
def test_huge_file_is_refused_by_its_size(
    option: str, start: bytes, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    huge = tmp_path / ("stor.docx" if option in ("--template", "--update") else "stor.xlsx")
    huge.write_bytes(start)
    os.truncate(huge, 8 << 30)
    ran = run(tmp_path / "report", "build", *((workbook(), option) if option else ()), huge)
    assert ran.status == 2
    assert f"fel LB016  Filen ”{huge.name}” har 8192 megabyte, vilket är för mycket." in ran.words
    assert (ran.seconds < 3, ran.is_cheap) == (True, True)


def test_file_as_large_as_may_be_is_looked_at(tmp_path: Path) -> None:
    assert LARGEST_FILE == LARGEST_PACKAGE
    path = tmp_path / "fil.docx"
    shutil.copyfile(standard_template(), path)
    os.truncate(path, LARGEST_FILE)
    with pytest.raises(StopError, match="LB004"):
        import_document(path, tmp_path / "ny.xlsx")
    os.truncate(path, LARGEST_FILE + 1)
    with pytest.raises(StopError, match="LB016"):
        import_document(path, tmp_path / "ny.xlsx")
