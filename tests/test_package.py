"""Parts are found and written whatever the case of their names."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx import annotate, build, check
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.opc import PartNames
from lagesbild_xlsx.pipeline import begin_next, import_document, standard_template
from tests.conftest import MakeWorkbook
from tests.rawbook import raw_parts, write_parts
from tests.templates import lines

DATE = dt.date(2026, 6, 5)


def renamed(path: Path, target: Path, change: Callable[[str], str] = str.upper) -> Path:
    """Write a package anew with the names of its parts changed, and none of what refers to them."""
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as out:
        for name in package.namelist():
            out.writestr(change(name), package.read(name))
    return target


def readable(path: Path, like: Path) -> Path:
    """Write a package anew with names in the case of another's, which other libraries look for."""
    meant = {name.lower(): name for name in names_in(like)}
    return renamed(path, path.with_stem("läsbar"), lambda name: meant.get(name.lower(), name))


def names_in(path: Path) -> list[str]:
    return zipfile.ZipFile(path).namelist()


def test_names_are_compared_without_case_and_kept_as_they_are() -> None:
    names = PartNames(["xl/STYLES.xml"])
    assert "XL/styles.XML" in names
    assert "xl/style.xml" not in names
    assert (list(names), len(names)) == (["xl/STYLES.xml"], 1)
    assert names.stored("xl/styles.xml") == "xl/STYLES.xml"
    assert names.stored("xl/theme.xml") == "xl/theme.xml"


def test_styles_part_in_other_case_gives_its_colours_and_formats(tmp_path: Path) -> None:
    styles = (
        '<fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/>'
        '</patternFill></fill></fills><cellXfs><xf/><xf fillId="2" numFmtId="10"/></cellXfs>'
    )
    parts = raw_parts('<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>', styles=styles)
    parts["xl/STYLES.xml"] = parts.pop("xl/styles.xml")
    (sheet,) = read_workbook(write_parts(tmp_path / "bok.xlsx", parts)).sheets
    assert sheet.cell(1, 1).text == "50,00%"
    assert sheet.cell(1, 1).fill == "FF0000"


@pytest.mark.parametrize("change", [str.upper, str.lower, str.swapcase])
def test_workbook_with_names_in_other_case_is_the_same(
    change: Callable[[str], str], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook()
    other = renamed(path, tmp_path / "annan.xlsx", change)
    documents = [build(book, tmp_path / f"{book.stem}.docx").document for book in (path, other)]
    assert documents[0]
    assert documents[1]
    assert lines(documents[0]) == lines(documents[1])


def test_copies_of_a_workbook_with_names_in_other_case_hold_each_part_once(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    plain = workbook(Balanslista=[{"Kommentar": None}])
    path = renamed(plain, tmp_path / "annan.xlsx")
    made = begin_next(path, DATE, tmp_path / "nästa.xlsx").document
    copy = annotate(check(path), tmp_path / "kopia.xlsx")
    for written in (made, copy):
        assert written
        names = names_in(written)
        assert names[: len(names_in(path))] == names_in(path)
        assert len({name.lower() for name in names}) == len(names)
        assert openpyxl.load_workbook(readable(written, plain))["Balanslista"]["A2"].value


def test_template_and_document_with_names_in_other_case_are_the_same(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = renamed(standard_template(), tmp_path / "mall.docx")
    plain = build(workbook(), tmp_path / "vanlig.docx").document
    document = build(workbook(), tmp_path / "ut.docx", template).document
    assert plain
    assert document
    names = names_in(document)
    assert len({name.lower() for name in names}) == len(names)
    assert lines(readable(document, plain)) == lines(plain)


def test_document_with_names_in_other_case_is_read_as_it_is(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    plain = build(workbook(), tmp_path / "vanlig.docx").document
    assert plain
    documents = (plain, renamed(plain, tmp_path / "annan.docx"))
    for document in documents:
        import_document(document, document.with_suffix(".xlsx"))
    first, second = (document.with_suffix(".xlsx").read_bytes() for document in documents)
    assert first == second
