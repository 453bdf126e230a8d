"""Rows found by a pattern are those that a parser finds, and what is not in the plain form is left
to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.excel import read_workbook, sheet
from lagesbild_xlsx.excel.rows import split_sheet, without_blank_rows
from lagesbild_xlsx.places import Workbook
from tests.anybook import AnyBook, any_books
from tests.rawbook import MAIN, raw_parts, write_parts

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(ROOT.glob("examples/**/*.xlsx"))


def parsed(path: Path) -> Workbook:
    """Return a workbook as it is read without the pattern."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "LARGEST", 0)
        return read_workbook(path)


def worksheet(rows: str, before: str = "", attributes: str = "") -> str:
    return (
        f'<worksheet xmlns="{MAIN}"{attributes}>{before}<sheetData>{rows}</sheetData></worksheet>'
    )


CELL = '<c r="A1" t="str"><v>Hej</v></c>'
ROW = f'<row r="1">{CELL}</row>'


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_read_alike(path: Path) -> None:
    assert read_workbook(path) == parsed(path)


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(made=any_books())
def test_any_workbook_is_read_alike(made: AnyBook, tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    made.book.save(path)
    assert read_workbook(path) == parsed(path)


IN_PLAIN_FORM = {
    "rows without cells around": f'<row r="1"/><row r="2"></row>{ROW.replace("1", "3")}'
    f'<row r="4" s="0"/><row r="5"/>{ROW.replace("1", "6")}<row r="7" s="0"></row>',
    "as Excel writes it": '<row r="1" spans="1:2" ht="32" customHeight="1" x14ac:dyDescent="0.25">'
    '<c r="A1" s="0" t="s"><v>0</v></c><c r="B1"/></row><row r="2" spans="1:2"/>',
    "hidden, with a format": '<row r="1" s="0" customFormat="1" hidden="1"><c r="A1"><v>5</v></c>'
    "</row>",
    "hidden, as a word": '<row r="1" hidden="true"><c r="A1"><v>5</v></c></row>',
    "formulas": '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
    '<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">"a"&amp;"b"</f><v>ab</v></c>'
    '<c r="C1"><f/></c><c r="D1"><f t="shared" si="0"/><v>3</v></c></row>',
    "a link by formula": '<row r="1"><c r="A1" t="str">'
    "<f>HYPERLINK(&quot;https://polisen.se&quot;,&quot;Polisen&quot;)</f><v>Polisen</v></c></row>",
    "marks and letters by number": '<row r="1"><c r="A1" t="inlineStr">'
    "<is><t>&#214;rter &lt;b&gt; &amp;amp; &#xe5;&#10;&#228;&quot;&apos;&#38;#246;</t></is>"
    "</c></row>",
    "one row after another": '<row r="1"/><row r="2"></row>'
    '<row r="3"><c r="A3"><v>1</v></c></row><row r="4" hidden="1"/><row r="5"><c r="AA5"><v>2</v>'
    '</c></row><row r="6"></row>',
    "no content": '<row r="1"><c r="A1" t="str"><v></v></c><c r="B1" t="s"></c>'
    '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c></row>',
    "an apostrophe": '<row r="1"><c r="A1" t="inlineStr"><is><t>\'=1+1</t></is></c></row>',
}


@pytest.mark.parametrize("name", IN_PLAIN_FORM)
def test_plain_form_is_known_and_read_alike(name: str, tmp_path: Path) -> None:
    rows = IN_PLAIN_FORM[name]
    parts = raw_parts(rows, strings="<si><t>Delad</t></si>")
    parts["xl/blad.xml"] = parts["xl/blad.xml"].replace(
        " xmlns:r=", ' xmlns:x14ac="http://schemas.microsoft.com/x14ac" xmlns:r='
    )
    path = write_parts(tmp_path / "bok.xlsx", parts)
    assert list(split_sheet(parts["xl/blad.xml"]).rows)
    assert read_workbook(path) == parsed(path)
    assert read_workbook(path).sheets[0].rows


OTHERWISE = {
    "a comment around a row": worksheet(f"<!-- {ROW} -->"),
    "a comment around the data": f'<worksheet xmlns="{MAIN}"><!-- <sheetData>{ROW}</sheetData> -->'
    f'<s:sheetData xmlns:s="{MAIN}"/></worksheet>',
    "unparsed data": worksheet('<row r="1"><c r="A1" t="str"><v><![CDATA[<c]]></v></c></row>'),
    "an instruction": worksheet(f"<?nu {ROW}?>"),
    "another vocabulary": f'<worksheet xmlns="urn:annat"><sheetData>{ROW}</sheetData></worksheet>',
    "another vocabulary inside": worksheet(
        "", f'<x xmlns="urn:annat"><sheetData>{ROW}</sheetData></x>'
    ),
    "space between rows": worksheet(f"\n  {ROW}\n"),
    "rows without numbers": worksheet(f"<row>{CELL}</row>"),
    "cells without places": worksheet('<row r="1"><c t="str"><v>Hej</v></c></row>'),
    "a cell of another kind last": worksheet(
        f'<row r="1">{CELL}<c r="B1" cm="1"><v>1</v></c></row>'
    ),
    "formatted text": worksheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Hej</t></r></is></c></row>'
    ),
    "a row inside a text": worksheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t><row r="3"/>a</t></is></c></row>'
    ),
    "hidden, by a figure's number": worksheet(
        '<row r="1" hidden="&#49;"><c r="A1"><v>5</v></c></row>'
    ),
    "a sign in a formula's attribute": worksheet(
        '<row r="1"><c r="A1" t="str"><f ref="x>y">1</f><v>Hej</v></c></row>'
    ),
    "a line end in an attribute": worksheet(f'<row r="1" s="0\n">{CELL}</row>'),
    "a row inside a cell": worksheet(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>Hej</t>{ROW}</is></c></row>'
    ),
    "rows in an instruction before": f"<?p <sheetData>{ROW}</sheetData>?>{worksheet('')}",
    "another quote": worksheet(f"<row r=\"1\" hidden='1'>{CELL}</row>"),
    "a quote in a value": worksheet(f"""<row r="1" spans=' hidden="1"'>{CELL}</row>"""),
    "a space before a value": worksheet(f'<row r="1" hidden ="1">{CELL}</row>'),
    "an element like a formula": worksheet('<row r="1"><c r="A1"><foo/></c></row>'),
    "an element like a row": worksheet(f'{ROW}<row-like r="2"/>'),
    "a vocabulary of a row": worksheet(f'<row xmlns ="urn:annat" r="1">{CELL}</row>'),
    "no rows": worksheet(""),
    "no data": f'<worksheet xmlns="{MAIN}"/>',
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_any_other_form_is_left_to_the_parser(name: str, tmp_path: Path) -> None:
    xml = OTHERWISE[name]
    assert b"".join(split_sheet(xml).rest).decode() == xml
    path = write_parts(tmp_path / "bok.xlsx", raw_parts("") | {"xl/blad.xml": xml})
    assert read_workbook(path) == parsed(path)


@pytest.mark.parametrize(
    "xml",
    [
        worksheet(f'<row r="1">{CELL}<row r="3"/>{CELL.replace("A", "B")}</row>'),
        worksheet(f'<row r="1" q:z="1">{CELL}</row>', attributes=""" a=' xmlns:q="u"'"""),
        worksheet(f'<row r="1" q:z="1">{CELL}</row>', attributes=' a=" xmlns:q=" b="u"'),
    ],
)
def test_what_no_program_writes_is_left_to_the_parser_which_refuses_it(
    xml: str, tmp_path: Path
) -> None:
    assert b"".join(split_sheet(xml).rest).decode() == xml
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
    + [f'{ROW}<row r="{number}"/>' for number in ("0", "xx", "1048577", "²")]
    + [f'{ROW}<row r="4" s="99"/><row r="5"/>', f'{ROW}<row r="1048577"/><row r="6"/>']
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
        '<row r="1" x:a="1"/>' + ROW.replace("1", "2"),
    ],
)
def test_what_no_parser_takes_is_damage_here_too(row: str, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(row))
    with pytest.raises(StopError) as stopped:
        read_workbook(path)
    assert stopped.value.finding.rule is rules.FILE_DAMAGED


PIECES = [
    '<row r="4"/>', '<row r="5" s="0"></row>', '<row r="6">', "</row>", '<c r="C1">', "</c>",
    "<v>", "</v>", "<f>", "</f>", "<f/>", "<t>", "</t>", "&amp;", "&#65;", "&#xE4;", "&#0;", "&#",
    "&am", "p;", "]]>", "<!--", "-->", "\r\n", "\t", " ", '"', "'", "<", ">", "&", ' r="2"',
    ' a="1"', ' x:a="1"', ' xmlns="u"', ' xmlns:x="u"', "\x01", "\ufffe", "ö", "5", ";",
    "</sheetData>", "<sheetData>",
]  # fmt: skip
PLAIN = (
    f'<row r="1" s="0" ht="12.5">{CELL}<c r="B1"><f>A1+1</f><v>12</v></c></row><row r="2"/>'
    '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>x &amp; y</t></is></c><c r="B3"/></row>'
)


@settings(
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(PIECES), st.integers(0, 6)), max_size=3
    )
)
def test_broken_or_odd_rows_are_read_alike(
    edits: list[tuple[float, str, int]], tmp_path: Path
) -> None:
    rows = PLAIN
    for where, piece, gone in edits:
        at = int(where * len(rows))
        rows = rows[:at] + piece + rows[at + gone :]
    styles = "<cellXfs><xf/></cellXfs>"
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=styles))
    assert told(read_workbook, path) == told(parsed, path)


def told(read: Callable[[Path], Workbook], path: Path) -> Workbook | str:
    """Return a workbook as it is read, or why it is not."""
    try:
        return read(path)
    except StopError as stopped:
        return stopped.finding.rule.code


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
    assert read_workbook(before).sheets == parsed(before).sheets == read_workbook(after).sheets


def test_what_only_looks_like_a_row_is_not_taken_out() -> None:
    text = f"<![CDATA[{FORMATTED.format(3)}{FORMATTED.format(4)}]]>"
    xml = worksheet(f'<row r="2"><c r="A2" t="str"><v>{text}</v></c></row>').encode()
    chunks = (xml[at : at + 9] for at in range(0, len(xml), 9))
    assert b"".join(without_blank_rows(chunks)) == xml


def test_a_row_that_never_ends_is_not_waited_for() -> None:
    chunks = iter([b"<sheetData>", *[b'<row r="1">' + b"<c/>" * 20_000] * 40])
    sizes = [len(piece) for piece in without_blank_rows(chunks)]
    assert max(sizes) < 2 << 20
