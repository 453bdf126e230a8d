"""Workbooks that other programs wrote: read, or refused as what they are, by every command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.annotate import annotated_copy
from lagesbild_xlsx.pipeline import refuse_missing
from lagesbild_xlsx.places import Place, Sheet
from lagesbild_xlsx.rules import COMMENT_NOT_PRINTED
from tests.conftest import ROOT
from tests.process import run_here
from tests.rawbook import MAIN, raw_parts, write_parts

EXAMPLE = ROOT / "examples" / "strangnas-2021-05-20.xlsx"
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
FOREIGN = "http://schemas.haansoft.com/office/spreadsheet/8.0"
KNOWN = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def alternatives(choice: str, fallback: str, namespace: str = FOREIGN) -> str:
    """Return what stands there in two forms, of which the first needs a namespace."""
    return (
        f'<mc:AlternateContent {COMPATIBLE}><mc:Choice xmlns:x="{namespace}" Requires="x">{choice}'
        f"</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def read_sheet(folder: Path, **parts: str) -> Sheet:
    (sheet,) = read_workbook(write_parts(folder / "bok.xlsx", raw_parts(**parts))).sheets
    return sheet


def texts(sheet: Sheet) -> dict[int, list[str]]:
    return {number: [cell.text for cell in row.values()] for number, row in sheet.rows.items()}


# ------------------------------------------------------------------ what is there in two forms

FORMATS = (
    '<numFmts><numFmt numFmtId="170" formatCode="0 &quot;veckor&quot;"/></numFmts>'
    f"<cellXfs><xf/>{alternatives('<xf/>', '<xf/>')}{alternatives('<xf/>', '<xf/>')}"
    '<xf numFmtId="170"/></cellXfs>'
)


def test_formats_after_one_in_two_forms_keep_their_numbers(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="3"><v>5</v></c></row>'
    sheet = read_sheet(tmp_path, rows=rows, styles=FORMATS)
    assert texts(sheet) == {1: ["5 veckor"]}


@pytest.mark.parametrize(("namespace", "shown"), [(FOREIGN, "reserv"), (KNOWN, "val")])
@pytest.mark.parametrize("around", ["cell", "row", "string"])
def test_of_two_forms_that_is_read_which_excel_shows(
    namespace: str, shown: str, around: str, tmp_path: Path
) -> None:
    def cell(text: str) -> str:
        return f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'

    def both(form: str) -> str:
        return alternatives(form.replace("?", "val"), form.replace("?", "reserv"), namespace)

    parts = {
        "cell": {"rows": f'<row r="1">{both(cell("?"))}</row>'},
        "row": {"rows": both(f'<row r="1">{cell("?")}</row>')},
        "string": {
            "rows": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
            "strings": both("<si><t>?</t></si>"),
        },
    }
    assert texts(read_sheet(tmp_path, **parts[around])) == {1: [shown]}


def test_form_within_a_form_is_chosen_too(tmp_path: Path) -> None:
    inner = alternatives("<si><t>val</t></si>", "<si><t>inre reserv</t></si>")
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    strings = alternatives("", inner) + "<si><t>nästa</t></si>"
    assert texts(read_sheet(tmp_path, rows=rows, strings=strings)) == {1: ["inre reserv", "nästa"]}


def test_without_a_form_that_is_understood_nothing_stands_there(tmp_path: Path) -> None:
    only = alternatives("<si><t>val</t></si>", "").replace("<mc:Fallback></mc:Fallback>", "")
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    sheet = read_sheet(tmp_path, rows=rows, strings=f"{only}<si><t>text</t></si>")
    assert texts(sheet) == {1: ["text"]}


def test_annotated_copy_of_formats_in_two_forms_shows_the_same(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="3"><v>5</v></c><c r="B1" s="1"><v>7</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=FORMATS))
    places = (Place("Blad", 1, 1), Place("Blad", 1, 2))
    copy = tmp_path / "kopia.xlsx"
    copy.write_bytes(annotated_copy(path, [COMMENT_NOT_PRINTED.at(place) for place in places]))
    assert texts(read_workbook(copy).sheets[0]) == {1: ["5 veckor", "7"]}


# ------------------------------------------------------------------ sheets without a part


def test_module_of_macros_without_a_part_is_no_sheet(tmp_path: Path) -> None:
    parts = raw_parts('<row r="1"><c r="A1"><v>5</v></c></row>')
    module = '<sheet name="Modul1" sheetId="2" state="veryHidden"/></sheets>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("</sheets>", module)
    book = read_workbook(write_parts(tmp_path / "bok.xlsm", parts))
    assert [sheet.name for sheet in book.sheets] == ["Blad"]


# ------------------------------------------------------------------ alike in every command

COMMANDS = {
    "check": ("check", "bok.xlsx"),
    "check --annotate": ("check", "bok.xlsx", "--annotate", "kopia.xlsx"),
    "build": ("build", "bok.xlsx"),
    "build --previous": ("build", "rätt.xlsx", "--previous", "bok.xlsx"),
    "next": ("next", "bok.xlsx", "--datum", "2026-12-01"),
    "compare": ("compare", "rätt.xlsx", "bok.xlsx"),
    "compare from": ("compare", "bok.xlsx", "rätt.xlsx"),
}

Parts = Callable[[dict[str, str]], dict[str, str]]

BETA = "http://schemas.microsoft.com/office/excel/2006/2"
OLDER = "http://schemas.microsoft.com/package/2005/06/content-types"


def beta(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts as a preview of Excel 2007 wrote them, in March 2006."""
    return {name: xml.replace(MAIN, BETA) for name, xml in parts.items()}


def older_beta(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts as an earlier preview named them."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return {name: xml.replace(types, OLDER) for name, xml in parts.items()}


def without_part(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts where a sheet that is shown points nowhere."""
    book = parts["xl/workbook.xml"].replace("</sheets>", '<sheet name="B" sheetId="2"/></sheets>')
    return parts | {"xl/workbook.xml": book}


def other_language(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts in a namespace that no Office ever had."""
    return {name: xml.replace(f'"{MAIN}"', '"urn:annat"') for name, xml in parts.items()}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("made", "told"),
    [
        (beta, "fel LB002  Filen ”bok.xlsx” är en fil från en provversion av Office 2007, inte en"),
        (older_beta, "fel LB002  Filen ”bok.xlsx” är en fil från en provversion av Office 2007"),
        (without_part, "fel LB004  Filen ”bok.xlsx” är skadad: bladet ”B” går inte att läsa."),
        (other_language, "fel LB004  Filen ”bok.xlsx” är skadad: innehållet går inte att läsa."),
    ],
)
def test_workbook_that_cannot_be_read_is_refused_alike(
    made: Parts, told: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_parts(tmp_path / "bok.xlsx", made(raw_parts('<row r="1"><c r="A1"><v>5</v></c></row>')))
    shutil.copy(EXAMPLE, tmp_path / "rätt.xlsx")
    monkeypatch.chdir(tmp_path)
    status, said = run_here(*COMMANDS[command])
    assert status == 2
    assert told in said
    assert {path.name for path in tmp_path.iterdir()} == {"bok.xlsx", "rätt.xlsx"}


# ------------------------------------------------------------------ a name that is nearly right


@pytest.mark.parametrize(
    ("there", "command", "meant"),
    [
        ("bok.xlsx", ("check", "bok"), "bok.xlsx"),
        ("bok.xlsx", ("build", "bok"), "bok.xlsx"),
        ("bok.xlsx", ("check", "bok.xls"), "bok.xlsx"),
        ("bok.xlsm", ("check", "bok.xlsx"), "bok.xlsm"),
        ("Bok.xlsx", ("check", "bok.XLSX"), "Bok.xlsx"),
        ("Bok.xlsx", ("check", "bok"), "Bok.xlsx"),
        ("bok 2026.05.xlsx", ("check", "bok 2026.05"), "bok 2026.05.xlsx"),
        ("bok.xlsx", ("next", "bok", "--datum", "2026-12-01"), "bok.xlsx"),
        ("rapport.docx", ("import", "Rapport", "-o", "ny.xlsx"), "rapport.docx"),
        ("bok.xlsx", ("check", "bokk.xlsx"), "bok.xlsx"),
        ("rapport.docx", ("import", "raport.docx", "-o", "ny.xlsx"), "rapport.docx"),
        ("mall.dotx", ("build", str(EXAMPLE), "--template", "mall"), "mall.dotx"),
    ],
)
def test_file_whose_name_is_nearly_right_is_asked_for(
    there: str,
    command: tuple[str, ...],
    meant: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / there).write_text("innehåll", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    status, said = run_here(*command)
    assert status == 2
    assert "fel LB033" in said
    assert f"→ Menade du {meant}?" in said


def test_missing_document_is_told_before_the_workbook_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bok.xlsx").touch()
    (tmp_path / "bok.docx").touch()
    monkeypatch.chdir(tmp_path)
    status, said = run_here("import", "bok")
    assert status == 2
    assert "→ Menade du bok.docx?" in said


def test_file_of_another_date_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bok-2026-04.xlsx").touch()
    monkeypatch.chdir(tmp_path)
    assert "fel LB001" in run_here("check", "bok-2026-05.xlsx")[1]


def test_page_of_a_workbook_asks_for_the_name_too(tmp_path: Path) -> None:
    (tmp_path / "bok.xlsx").touch()
    with pytest.raises(StopError, match=r"LB033.*Menade du .*bok\.xlsx\?"):
        refuse_missing(tmp_path / "bok")


@pytest.mark.parametrize("there", ["bok.docx", "boken.xlsx", "ok.xlsx"])
def test_other_files_are_not_asked_for(
    there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / there).write_text("innehåll", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "fel LB001  Filen ”bok” går inte att öppna." in run_here("check", "bok")[1]
