"""What reviewers broke the tool with, kept: each ends in a sentence or in the right answer."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lagesbild_xlsx import build, check
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel.removal import Removal
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.history import compare
from lagesbild_xlsx.model import Activity, Lagesbild
from lagesbild_xlsx.numberformat import number_format
from lagesbild_xlsx.pipeline import (
    begin_next,
    build_many,
    import_document,
    many,
    standard_template,
    update,
)
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.rules import FILE_DAMAGED
from tests.conftest import MakeWorkbook
from tests.rawbook import raw_parts, write_parts
from tests.test_cli import run


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0." + "0" * 30, 0.1, "0,1" + "0" * 29),
        ("0." + "0" * 20, 1234567890.5, "1234567890,5" + "0" * 19),
        ("0%%", 0.5, "5000%%"),
        ("0" + "," * 60, 5.0, "0"),
        ("0" + "%" * 30, 1.0, "1" + "0" * 60 + "%" * 30),
        ("0." + "0" * 400, 0.1, "0,1"),
    ],
)
def test_long_number_formats_are_shown(code: str, value: float, shown: str) -> None:
    assert number_format(code).shown(value) == shown


def test_processing_instruction_in_a_cell_is_skipped(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><?x y?><v>1</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    assert all(finding.rule.code != "LB004" for finding in check(path).findings)


def test_number_of_thousands_of_figures_is_no_number(workbook: MakeWorkbook) -> None:
    assert begin_next(workbook(Balanslista=[{"Nr": "9" * 5000}]), dt.date(2027, 1, 1)).document


def test_formula_that_is_none_is_left() -> None:
    assert Removal("Blad", (3,)).formula('"A4', "Blad") == '"A4'


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert change(parts.get(part, b"")) != parts.get(part)
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_mark_with_an_absurd_id_is_known_by_its_name(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    changed(
        document,
        "word/document.xml",
        lambda xml: xml.replace(b' w:id="3" ', b' w:id="' + b"9" * 5000 + b'" '),
    )
    outcome = update(workbook(), document)
    assert outcome.document
    assert outcome.findings == ()


def test_span_of_thousands_of_figures_is_cut(tmp_path: Path, workbook: MakeWorkbook) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    changed(
        document,
        "word/document.xml",
        lambda xml: xml.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="' + b"9" * 5000 + b'"/>'),
    )
    assert import_document(document, tmp_path / "ny.xlsx").document


def test_property_without_a_number_is_no_harm(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    changed(document, "docProps/custom.xml", lambda xml: xml.replace(b'pid="2"', b'pid="x"'))
    changed(document, "docProps/custom.xml", lambda xml: xml.replace(b"Arbetsbok", b"Annat"))
    assert update(workbook(), document).document


@pytest.mark.parametrize("name", ["k\x01.xlsx", os.fsdecode(b"l\xff.xlsx"), "x" * 240 + ".xlsx"])
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a file be called so")
def test_workbook_with_an_odd_name_is_built(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook().rename(tmp_path / name)
    outcome = build(path, output=tmp_path / "ut.docx")
    assert (outcome.findings, outcome.document) == ((), tmp_path / "ut.docx")


def test_output_that_the_system_refuses_is_told(workbook: MakeWorkbook, tmp_path: Path) -> None:
    said = run("build", workbook(), "-o", tmp_path / ("y" * 256 + ".docx"))
    assert (said.returncode, "Traceback" in said.stderr) == (2, False)
    assert "LB006" in said.stderr
    (tmp_path / "slinga.docx").symlink_to(tmp_path / "slinga.docx")
    said = run("build", workbook(), "-o", tmp_path / "slinga.docx")
    assert "Traceback" not in said.stderr


def test_link_stays_a_link_and_long_names_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    (tmp_path / "länk.docx").symlink_to(tmp_path / "mapp" / "ut.docx")
    write_whole(tmp_path / "länk.docx", b"nytt")
    assert (tmp_path / "länk.docx").is_symlink()
    assert (tmp_path / "mapp" / "ut.docx").read_bytes() == b"nytt"
    write_whole(tmp_path / f"{'z' * 245}.docx", b"nytt")


def test_message_steers_no_screen() -> None:
    finding = FILE_DAMAGED.at(FILE, path="x\x1b]0;pwn\x07.xlsx", part="a\ud800", program="Excel")
    assert "x\ufffd]0;pwn\ufffd.xlsx" in finding.message
    assert finding.message.encode()


def test_update_that_would_break_the_document_is_not_put_in_place(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    changed(document, "word/numbering.xml", lambda _: b"<a")
    before = document.read_bytes()
    with pytest.raises(StopError, match="LB540"):
        update(workbook(), document)
    assert document.read_bytes() == before


def test_comments_that_point_elsewhere_drop_nothing(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = tmp_path / "mall.docx"
    shutil.copyfile(standard_template(), template_path)
    related = (
        b'<Relationship Id="rIdQ" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/comments" Target="/word/styles.xml"/></Relationships>'
    )
    changed(
        template_path,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", related),
    )
    document = build(workbook(), output=tmp_path / "ut.docx", template=template_path).document
    assert "word/styles.xml" in zipfile.ZipFile(document or "").namelist()


def _killed_by_one(work: tuple[Path, Path, Path | None]) -> Any:
    if "dödlig" in work[0].name:
        os.kill(os.getpid(), signal.SIGKILL)
    return many.built_before(many.build, work)  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_the_system_stops_does_not_take_the_others_with_it(
    jobs: int, workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = workbook().rename(tmp_path / "dödlig.xlsx")
    books = [workbook(), deadly, workbook(), workbook()]
    monkeypatch.setattr(many, "built_before", many._built, raising=False)  # noqa: SLF001
    monkeypatch.setattr(many, "partial", lambda *_: _killed_by_one)
    outcomes = list(build_many(books, tmp_path / "ut", jobs=jobs))
    assert [[f.rule.code for f in each.findings] for each in outcomes] == [[], ["LB031"], [], []]


def test_template_that_repeats_without_end_is_refused(
    workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lagesbild_xlsx.word.part_writer.MOST_VALUES", 20)
    with pytest.raises(StopError, match="LB542"):
        build(workbook(), output=tmp_path / "ut.docx")


def test_shapes_without_an_end_take_no_time() -> None:
    from lagesbild_xlsx.excel.removal import _moved_notes  # noqa: PLC0415

    text = "<v:shape " * 200_000
    assert "".join(_moved_notes(text, Removal("Blad", (3,)))) == text


def test_long_lists_in_new_words_are_compared_in_time() -> None:
    import time  # noqa: PLC0415

    def period(word: str) -> Lagesbild:
        names = (f"{word} {n} {n * 7919 % 10007} i parken {n % 97} på kvällen" for n in range(1500))
        return Lagesbild(activities=tuple(Activity(activity=name) for name in names))

    started = time.process_time()
    assert len(compare(period("Städa"), period("Rensa")).changes) >= 1500
    assert time.process_time() - started < 10


def test_name_that_is_too_long_is_no_lock(
    workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise OSError(errno.ENAMETOOLONG, "File name too long", str(self))

    path = workbook()
    real = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda self: refuse(self) if "~" in self.name else real(self)
    )
    assert check(path).findings == ()


def test_formulas_of_rows_below_still_open(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Avslutad": "ja"}])
    document = begin_next(path, dt.date(2027, 1, 1)).document
    assert openpyxl.load_workbook(document or "")["Balanslista"]["A2"].value == "Lysa upp"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the size of files so")
def test_full_disk_is_told_where_a_library_meets_it(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = build(workbook(), output=tmp_path / "gammal.docx").document
    code = (
        "import resource, signal, sys; from lagesbild_xlsx.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)); main(sys.argv[1:])"
    )
    args = ["import", str(document), "-o", str(tmp_path / "ny.xlsx")]
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=False
    )
    assert (said.returncode, "Traceback" in said.stderr) == (2, False)
    assert "LB006  Det går inte att skriva" in said.stderr
    assert "disken är full." in said.stderr
    assert not (tmp_path / "ny.xlsx").exists()
