"""Rows are read whatever form they are written in, and what is broken is damage."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.rows import without_blank_rows
from tests.rawbook import MAIN, raw_parts, write_parts


def worksheet(rows: str, before: str = "", attributes: str = "") -> str:
    return (
        f'<worksheet xmlns="{MAIN}"{attributes}>{before}<sheetData>{rows}</sheetData></worksheet>'
    )


CELL = '<c r="A1" t="str"><v>Hej</v></c>'
ROW = f'<row r="1">{CELL}</row>'


S_END = "</s:sheetData></s:worksheet>"
FORMS: dict[str, tuple[str, dict[str, str]]] = {
    "as Excel writes it": (
        worksheet(
            '<row r="1" spans="1:2" ht="32" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c>'
            '<c r="B1"/></row><row r="2" spans="1:2"/>',
            attributes=' xmlns:x14ac="http://schemas.microsoft.com/x14ac"',
        ),
        {"A1": "Delad"},
    ),
    "letters by number": (
        worksheet(
            '<row r="1"><c r="A1" t="inlineStr">'
            "<is><t>&#214;rter &lt;b&gt; &amp;amp; &#xe5;&quot;&apos;&#38;</t></is></c></row>"
        ),
        {"A1": "Örter <b> &amp; å\"'&"},
    ),
    "formulas": (
        worksheet(
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str">'
            '<f t="shared" ref="B1:B2" si="0">"a"&amp;"b"</f><v>ab</v></c><c r="C1"><f/></c></row>'
        ),
        {"A1": "2", "B1": "ab"},
    ),
    "unparsed data": (
        worksheet('<row r="1"><c r="A1" t="str"><v><![CDATA[<c]]></v></c></row>'),
        {"A1": "<c"},
    ),
    "a comment around a row": (worksheet(f"<!-- {ROW} -->"), {}),
    "an instruction": (worksheet(f"<?nu {ROW}?>"), {}),
    "another vocabulary": (
        f'<worksheet xmlns="urn:annat"><sheetData>{ROW}</sheetData></worksheet>',
        {},
    ),
    "space between rows": (worksheet(f"\n  {ROW}\n"), {"A1": "Hej"}),
    "rows and cells without places": (
        worksheet(f"<row>{CELL}</row><row><c t='str'><v>Nej</v></c></row>"),
        {"A1": "Hej", "A2": "Nej"},
    ),
    "another quote and a space": (
        worksheet("<row r = '1'><c r='A1' t = 'str'><v>Hej</v></c></row>"),
        {"A1": "Hej"},
    ),
    "a prefix": (
        f"<s:worksheet xmlns:s='{MAIN}'><s:sheetData><s:row><s:c><s:v>5</s:v></s:c></s:row>{S_END}",
        {"A1": "5"},
    ),
    "formatted text": (
        worksheet(
            '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Hej</t></r><r><t>!</t></r></is></c></row>'
        ),
        {"A1": "Hej!"},
    ),
    "no rows": (worksheet(""), {}),
    "no data": (f'<worksheet xmlns="{MAIN}"/>', {}),
}


@pytest.mark.parametrize("name", FORMS)
def test_rows_are_read_in_any_form(name: str, tmp_path: Path) -> None:
    xml, expected = FORMS[name]
    parts = raw_parts("", strings="<si><t>Delad</t></si>") | {"xl/blad.xml": xml}
    [sheet] = read_workbook(write_parts(tmp_path / "bok.xlsx", parts)).sheets
    cells = (cell for row in sheet.rows.values() for cell in row.values())
    assert {cell.place.cell: cell.text for cell in cells if cell.text} == expected


@pytest.mark.parametrize(
    "xml",
    [
        worksheet(f'<row r="1">{CELL}<row r="3"/>{CELL.replace("A", "B")}</row>'),
        worksheet(f'<row r="1" q:z="1">{CELL}</row>', attributes=""" a=' xmlns:q="u"'"""),
        worksheet(f'<row r="1" q:z="1">{CELL}</row>', attributes=' a=" xmlns:q=" b="u"'),
    ],
)
def test_what_no_program_writes_is_damage(xml: str, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "bok.xlsx", raw_parts("") | {"xl/blad.xml": xml})
    with pytest.raises(StopError) as stopped:
        read_workbook(path)
    assert stopped.value.finding.rule is rules.FILE_DAMAGED


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1" s="{number}" customFormat="1">{CELL}</row>'
        for number in ("-1", "x", "²", " 2", "7")
    ]
    + [f'<row r="{number}">{CELL}</row>' for number in ("0", "xx", "1048577", "²")]
    + ['<row r="1"><c r="A١" t="str"><v>x</v></c></row>'],
)
def test_numbers_out_of_range_are_damage(rows: str, tmp_path: Path) -> None:
    styles = "<cellXfs><xf/></cellXfs>"
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=styles))
    with pytest.raises(StopError) as stopped:
        read_workbook(path)
    assert stopped.value.finding.rule is rules.FILE_DAMAGED


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "iso-8859-1", "windows-1252"])
def test_letters_are_right_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    xml = worksheet('<row r="1"><c r="A1" t="str"><v>Ã¶ Åäö</v></c></row>')
    parts: dict[str, str | bytes] = {**raw_parts("")}
    parts["xl/blad.xml"] = f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode(encoding)
    path = write_parts(tmp_path / "bok.xlsx", parts)
    assert read_workbook(path).sheets[0].cell(1, 1).text == "Ã¶ Åäö"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>Hej</v></c>',
        '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>a ]]> b</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&am</v></c><c r="B1" t="str"><v>p;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f>&nej;</f><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f a="/><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f a="1" a="1"/><v>x</v></c></row>',
        f'<row r="1" spans="1:1" spans="1:1">{CELL}</row>',
        f'<row r="1" r="1">{CELL}</row>',
        f'<row r="1" x:a="1">{CELL}</row>',
        f'<row r="1" spans="\x02">{CELL}</row>',
        f'<row r="1">{CELL}<row r="2">{CELL}</row>',
        '<row r="1"><c r="A1" t="str"><v>&#99999999999999999999999;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#1114112;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#6&#53;;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#٦٥;</v></c></row>',
        '<row r="1"><&#99; r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"<row r="2"/> t="str"><v>x</v></c></row>',
        f'<row r="1">{CELL}</ro<row r="3"></row>w>',
        '<row r="1"><c r="A1" t="str"><f t="<row r="2"/>x"/><v>x</v></c></row>',
        f'</row><row r="1">{CELL}</row>',
        f'<row r="1">{CELL}</row></row>',
    ],
)
def test_what_no_parser_takes_is_damage(row: str, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(row))
    with pytest.raises(StopError) as stopped:
        read_workbook(path)
    assert stopped.value.finding.rule is rules.FILE_DAMAGED


FORMATTED = '<row r="{0}" s="1"><c r="A{0}" s="1"/><c r="B{0}" s="2"></c></row>'
MIXED = worksheet(
    f'{ROW}{FORMATTED.format(2)}<row r="3"/>{FORMATTED.format(4)}<row r="5"><c r="A5"><v>1</v></c>'
    f"</row>{FORMATTED.format(6)}<row><c><v>2</v></c></row>{FORMATTED.format(9)}"
)
"""Rows with content and without; the last with content stands next to a formatted one."""


@pytest.mark.parametrize("length", [1, 7, 64, 10_000])
def test_rows_of_formats_only_are_taken_out_wherever_the_xml_is_cut(
    length: int, tmp_path: Path
) -> None:
    xml = MIXED.encode()
    chunks = (xml[at : at + length] for at in range(0, len(xml), length))
    left = b"".join(without_blank_rows(chunks)).decode()
    assert left == worksheet(
        f'{ROW}<row r="5"><c r="A5"><v>1</v></c></row>{FORMATTED.format(6)}'
        "<row><c><v>2</v></c></row>"
    )
    before = write_parts(tmp_path / "före.xlsx", raw_parts("") | {"xl/blad.xml": MIXED})
    after = write_parts(tmp_path / "efter.xlsx", raw_parts("") | {"xl/blad.xml": left})
    assert read_workbook(before).sheets == read_workbook(after).sheets


def test_what_only_looks_like_a_row_is_not_taken_out() -> None:
    text = f"<![CDATA[{FORMATTED.format(3)}{FORMATTED.format(4)}]]>"
    xml = worksheet(f'<row r="2"><c r="A2" t="str"><v>{text}</v></c></row>').encode()
    chunks = (xml[at : at + 9] for at in range(0, len(xml), 9))
    assert b"".join(without_blank_rows(chunks)) == xml


def as_prefixed(xml: str) -> str:
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")


def as_single_quoted(xml: str) -> str:
    return xml.replace('"', "'")


def as_spaced(xml: str) -> str:
    return xml.replace("<row r=", "<row\n  r =").replace("/>", " />").replace("</c>", "</c >")


def as_commented(xml: str) -> str:
    return xml.replace("<row", "<!-- <row r='9'><c><v>9</v></c></row> --><row")


def as_instructed(xml: str) -> str:
    return xml.replace("<row", '<?egen <row r="9"/>?><row')


def as_cdata(xml: str) -> str:
    return xml.replace("<v>1</v>", "<v><![CDATA[1]]></v>")


def as_utf16(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")


@pytest.mark.parametrize(
    "form",
    [as_prefixed, as_single_quoted, as_spaced, as_commented, as_instructed, as_cdata, as_utf16],
)
def test_rows_are_the_same_however_a_program_writes_xml(
    form: Callable[[str], str | bytes], tmp_path: Path
) -> None:
    ours = write_parts(tmp_path / "vår.xlsx", raw_parts("") | {"xl/blad.xml": MIXED})
    other = write_parts(tmp_path / "deras.xlsx", raw_parts("") | {"xl/blad.xml": form(MIXED)})
    [sheet], [theirs] = read_workbook(ours).sheets, read_workbook(other).sheets
    assert sheet.rows
    assert theirs == sheet


def test_a_row_that_never_ends_is_not_waited_for() -> None:
    chunks = iter([b"<sheetData>", *[b'<row r="1">' + b"<c/>" * 20_000] * 40])
    sizes = [len(piece) for piece in without_blank_rows(chunks)]
    assert max(sizes) < 2 << 20
