"""Files that would take all memory, or hold what a workbook never holds, are refused at once."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError, build, check
from lagesbild_xlsx.excel import sheet
from tests.conftest import MakeWorkbook
from tests.rawbook import raw_parts, write_parts

ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


def spaces(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in raw_parts("").items():
            package.writestr(name, xml)
        with package.open("xl/stor.xml", "w", force_zip64=True) as part:
            for _ in range(1100):
                part.write(b" " * (1 << 20))


def many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in raw_parts("").items():
            package.writestr(name, xml)
        for number in range(60_000):
            package.writestr(f"xl/del{number}.xml", "")


def doctype(part: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        parts = raw_parts(rows, "<si><t>&b;</t></si>" if "shared" in part else "<si><t>x</t></si>")
        parts[part] = ENTITY + parts[part]
        write_parts(path, parts)

    return make


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (spaces, "LB016"),
        (many_parts, "LB016"),
        (doctype("xl/sharedStrings.xml"), "LB004"),
        (doctype("xl/blad.xml"), "LB004"),
        (doctype("xl/workbook.xml"), "LB004"),
        (doctype("_rels/.rels"), "LB004"),
    ],
)
def test_file_is_refused_with_a_sentence(
    make: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    path = tmp_path / "bok.xlsx"
    make(path)
    with pytest.raises(StopError, match=code):
        check(path)


def test_sheet_with_too_many_cells_is_refused(
    workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_CELLS", 10)
    with pytest.raises(StopError, match=r"LB016: .*över 10 celler"):
        check(workbook())


def test_formatted_empty_rows_are_read_and_give_nothing(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 200_000))
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    assert {finding.rule.code for finding in check(path).findings} == {"LB101"}


def test_template_with_a_doctype_is_refused(workbook: MakeWorkbook, tmp_path: Path) -> None:
    from tests.templates import write_template  # noqa: PLC0415
    from tools.wordml import document, paragraph, value  # noqa: PLC0415

    main = document("", paragraph("Normal", value("Rapport.Kommun")))
    mould = write_template(tmp_path / "mall.docx", document=ENTITY + main)
    with pytest.raises(StopError, match="LB004"):
        build(workbook(), output=tmp_path / "ut.docx", template=mould)
