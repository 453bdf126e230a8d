"""No DOCTYPE is handed on, also not in parts that are only copied, or never looked at."""

from __future__ import annotations

import datetime as dt
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError, annotate, build, check
from lagesbild_xlsx.pipeline import begin_next, standard_template
from tests.conftest import MakeWorkbook
from tests.hostile import PLAIN
from tests.process import run_here
from tests.test_guards_documents import USES
from tests.test_reader import patched

ENCODINGS = ("utf-8", "utf-16")

PARTS = ("word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml")


def with_doctype(path: Path, part: str, encoding: str = "utf-8") -> Path:
    """Put a DOCTYPE into a part of a package, or a new part."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = parts.get(part, b"<x/>").decode().partition("?>")[2] or "<x/>"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{PLAIN}{xml}'
    parts[part] = declared.encode(encoding)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


COPIES: dict[str, Callable[[Path, Path], object]] = {
    "annotated": lambda path, copy: annotate(check(path), copy),
    "of the next period": lambda path, copy: begin_next(path, dt.date(2027, 1, 1), copy),
}
"""What makes a copy of a workbook."""


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("use", USES)
def test_document_is_refused_by_its_name_and_that_of_the_part(
    use: str, part: str, encoding: str, workbook: MakeWorkbook, document: Path
) -> None:
    if use == "template":
        shutil.copyfile(standard_template(), document)
    with_doctype(document, part, encoding)
    before = document.read_bytes()
    status, said = run_here(*USES[use](workbook(), document, document.parent))
    assert status == 2
    assert f"fel LB004  Filen ”fil.docx” är skadad: {part} går inte att läsa." in said
    assert document.read_bytes() == before
    assert list(document.parent.iterdir()) == [document]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("part", ["xl/drawings/drawing1.xml", "xl/drawings/vmlDrawing9.vml"])
@pytest.mark.parametrize("copied", COPIES)
def test_no_copy_of_a_workbook_has_one(
    copied: str, part: str, encoding: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = with_doctype(workbook(), part, encoding)
    with pytest.raises(StopError, match=f"LB004: Filen ”{path.name}” är skadad: {part} går"):
        COPIES[copied](path, tmp_path / "kopia.xlsx")
    assert list(tmp_path.iterdir()) == [path]


def test_picture_may_have_one_of_its_own(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = tmp_path / "mall.docx"
    shutil.copy(standard_template(), template)
    svg = '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    patched(template, "[Content_Types].xml", "</Types>", svg)
    with_doctype(template, "word/media/bild.svg")
    made = build(workbook(), tmp_path / "ut.docx", template=template).document
    with zipfile.ZipFile(made or "") as package:
        assert PLAIN.encode() in package.read("word/media/bild.svg")
