"""Files that would take all time or memory, or are not what they say, end with one sentence."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lagesbild_xlsx import StopError, build, check
from lagesbild_xlsx.pipeline import standard_template
from tests import hostile
from tests.conftest import MakeWorkbook
from tests.hostile import PLAIN, Make, book, contents, large_sheet, large_strings, lying, with_part
from tests.process import run
from tests.rawbook import MAIN
from tests.test_reader import patched

pytest.importorskip("resource", reason="memory is measured where Python can")

SHEET, STRINGS, STYLES = "xl/blad.xml", "xl/sharedStrings.xml", "xl/styles.xml"
LINKS = "xl/_rels/workbook.xml.rels"
END = "</styleSheet>"
HTML = b"<html><body><table><tr><td>Aktivitet</td></tr></table></body></html>"


def text_of(cell: str) -> str:
    return f'<row r="1"><c r="A1" t="s"><v>{cell}</v></c></row>'


def cell(attributes: str, row: str = 'r="1"') -> str:
    return f"<row {row}><c {attributes}><v>1</v></c></row>"


def deep(levels: int) -> str:
    return "<x>" * levels + "</x>" * levels


def second_sheet(xml: str) -> str:
    return xml.replace("</sheets>", '<sheet name="B" sheetId="2" r:id="r1"/></sheets>')


def doctypes() -> Iterator[tuple[str, tuple[Make, str, str]]]:
    """Yield workbooks with a DOCTYPE in any part that is read."""
    for part in ("_rels/.rels", "[Content_Types].xml", "xl/workbook.xml", LINKS, STYLES):
        yield f"DOCTYPE in {part}", (with_part(part, hostile.after(PLAIN)), "LB004", part)
    for number, doctype in enumerate(hostile.DOCTYPES):
        for part in (SHEET, STRINGS):
            make = with_part(part, hostile.after(doctype))
            yield f"DOCTYPE {number} in {part}", (make, "LB004", part)
    make = with_part(SHEET, lambda xml: f'<?xml version="1.0" encoding="utf-16"?>{PLAIN}{xml}')
    yield "DOCTYPE in UTF-16", (hostile.in_utf16(make, SHEET), "LB004", SHEET)


STYLED = "<cellXfs><xf/><xf/></cellXfs>"

REFUSED: dict[str, tuple[Make, str, str]] = {
    # something else
    "empty": (contents(b""), "LB002", "är tom, inte"),
    "CSV": (contents(b"Aktivitet;Ansvar\r\nVandra;Kommunen\r\n"), "LB002", "är en CSV-fil"),
    "UTF-16": (contents("Aktivitet\tAnsvar\nA\tB\n".encode("utf-16")), "LB002", "är en CSV-fil"),
    "prose": (contents("Möte om läget, på fredag.\n".encode()), "LB002", "är en textfil, inte"),
    "HTML": (contents(HTML), "LB002", "är en webbsida, inte"),
    "RTF": (contents(rb"{\rtf1\ansi Hej}"), "LB002", "är en RTF-fil, inte"),
    "PDF": (contents(b"%PDF-1.7\n"), "LB002", "är en PDF-fil, inte"),
    "XLS": (contents(hostile.compound("Workbook")), "LB002", "arbetsbok i det äldre formatet"),
    "DOC": (contents(hostile.compound("WordDocument")), "LB002", "Word-dokument i det äldre"),
    "Word": (lambda path: _copy(standard_template(), path), "LB002", "är ett Word-dokument, inte"),
    "bytes": (contents(b"\x01\0\x02"), "LB002", "är något annat, inte"),
    "password": (contents(hostile.compound("EncryptedPackage")), "LB003", "med lösenord"),
    # damaged, or lying
    "truncated": (hostile.truncated, "LB004", "innehållet går inte"),
    "checksum": (lying(SHEET, hostile.CHECKSUM, "<I", 1), "LB004", SHEET),
    "deflate": (hostile.damaged_inside, "LB004", SHEET),
    "encrypted entry": (lying(SHEET, hostile.FLAGS, "<H", 1), "LB003", "med lösenord"),
    "bzip2": (hostile.packed_otherwise, "LB004", "går inte att läsa"),
    "unknown method": (lying(SHEET, hostile.METHOD, "<H", 99), "LB004", SHEET),
    "same name": (hostile.with_entries(SHEET), "LB004", SHEET),
    "other case": (hostile.with_entries("XL/Blad.xml"), "LB004", "XL/Blad.xml"),
    "overlapping": (lying(SHEET, hostile.OFFSET, "<I", 0), "LB004", "går inte att läsa"),
    "small size": (lying(SHEET, hostile.UNPACKED, "<I", 40), "LB004", SHEET),
    "size of a bomb": (
        lying(SHEET, hostile.UNPACKED, "<I", 40, large_sheet((b" " * (1 << 20), 1100))),
        "LB004",
        SHEET,
    ),
    "not XML": (with_part(SHEET, lambda xml: xml[:-9]), "LB004", SHEET),
    "strange encoding": (
        with_part(SHEET, lambda xml: f'<?xml version="1.0" encoding="utf-7"?>{xml}'),
        "LB004",
        SHEET,
    ),
    "deep": (
        with_part(SHEET, lambda xml: xml.replace("<row", deep(9999) + "<row")),
        "LB004",
        SHEET,
    ),
    "deep strings": (book(strings=f"<si>{deep(9999)}</si>"), "LB004", STRINGS),
    "deep styles": (book(styles=deep(9999)), "LB004", STYLES),
    "long text": (
        large_strings((b"<si><t>", 1), (b"x" * 1000, 11_000), (b"</t></si>", 1)),
        "LB004",
        STRINGS,
    ),
    "long attribute": (
        large_sheet((b'<row s="', 1), (b"0" * 1000, 11_000), (b'"/>', 1)),
        "LB004",
        SHEET,
    ),
    "no sheets": (
        with_part("xl/workbook.xml", lambda xml: xml.replace("<sheet ", "<nothing ")),
        "LB018",
        "har inga kalkylblad.",
    ),
    "sheet without part": (
        with_part(LINKS, lambda xml: xml.replace("blad.xml", "borta.xml")),
        "LB004",
        "bladet ”Blad” går inte",
    ),
    "two sheets of one part": (with_part("xl/workbook.xml", second_sheet), "LB004", "bladet ”B”"),
    # numbers of nothing
    "string 7": (book(text_of("7")), "LB004", "bladet ”Blad”"),
    "string -1": (book(text_of("-1")), "LB004", "bladet ”Blad”"),
    "string x": (book(text_of("x")), "LB004", "bladet ”Blad”"),
    "style 2": (book(cell('r="A1" s="2"'), styles=STYLED), "LB004", "bladet ”Blad”"),
    "style -1": (book(cell('r="A1" s="-1"'), styles=STYLED), "LB004", "bladet ”Blad”"),
    "style of a row": (book(cell("", 'r="1" s="-1"'), styles=STYLED), "LB004", "bladet ”Blad”"),
    "row 0": (book(cell("", 'r="0"')), "LB004", "innehållet"),
    "row 1048577": (book(cell("", 'r="1048577"')), "LB004", "innehållet"),
    "column XFE": (book(cell('r="XFE1"')), "LB004", "innehållet"),
    "column Å": (book(cell('r="Å1"')), "LB004", "innehållet"),
    "no number": (book(cell('r="A1"').replace(">1<", ">ett<")), "LB004", "cellen Blad!A1"),
    # too much
    "60,000 parts": (
        hostile.with_entries(*(f"xl/del{n}.xml" for n in range(60_000))),
        "LB016",
        "delar",
    ),
    "a million parts in the directory": (hostile.long_directory, "LB016", "delar"),
    "1 GiB of spaces": (
        hostile.with_large("xl/stor.xml", "", [(b" " * (1 << 20), 1100)], ""),
        "LB016",
        "megabyte",
    ),
    "600 MB of strings": (
        large_strings((b"<si><t>" + b"a" * 989 + b"</t></si>", 600_000)),
        "LB016",
        "megabyte",
    ),
    "small strings": (large_strings((b"<si><t>a</t></si>" * 1000, 10_000)), "LB016", STRINGS),
    "one large string": (
        large_strings((b"<si>", 1), (b"<r/>" * 1000, 7_000), (b"</si>", 1)),
        "LB016",
        STRINGS,
    ),
    "12 million cells": (
        large_sheet((b"<row>" + b"<c><v>1</v></c>" * 12 + b"</row>", 1_000_000)),
        "LB016",
        SHEET,
    ),
    "12 million empty cells": (
        large_sheet((b"<row>" + b"<c/>" * 12 + b"</row>", 1_000_000)),
        "LB016",
        SHEET,
    ),
    "a row of 7 million cells": (
        large_sheet((b"<row>", 1), (b"<c/>" * 1000, 7_000), (b"</row>", 1)),
        "LB016",
        SHEET,
    ),
    "4 million merges": (
        large_sheet((b'<mergeCell ref="A1:B2"/>' * 1000, 4_000)),
        "LB016",
        "sammanslagna",
    ),
    "20 million attributes": (
        large_sheet((b'<x a="" b="" c="" d="" e=""/>' * 1000, 4_000)),
        "LB016",
        SHEET,
    ),
    "5 million styles": (
        hostile.with_large(STYLES, f'<styleSheet xmlns="{MAIN}">', [(b"<x/>" * 1000, 5_000)], END),
        "LB016",
        STYLES,
    ),
    **dict(doctypes()),
}
"""What makes a file, and the rule and the words that it is refused by."""


def _copy(source: Path, path: Path) -> None:
    shutil.copyfile(source, path)


LARGE = {
    "size of a bomb", "60,000 parts", "a million parts in the directory", "1 GiB of spaces",
    "600 MB of strings", "small strings", "one large string", "12 million cells",
    "12 million empty cells", "a row of 7 million cells", "4 million merges",
    "20 million attributes", "5 million styles",
}  # fmt: skip
"""Those that take a second or more, most of it to make."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] if name in LARGE else []) for name in REFUSED],
)
def test_workbook_is_refused_cheaply_with_a_sentence(name: str, tmp_path: Path) -> None:
    make, code, words = REFUSED[name]
    folder = tmp_path / "mapp"
    folder.mkdir()
    path = folder / "bok.xlsx"
    make(path)
    ran = run(tmp_path / "report", "build", path)
    message, hint, end = ran.words.splitlines()
    assert (ran.status, end) == (2, "Inget dokument skrevs: 1 fel.")
    assert message.startswith(f"fel {code}  ")
    assert "”bok.xlsx”" in message
    assert words in message
    assert hint.startswith("→ ")
    assert ran.is_cheap
    assert list(folder.iterdir()) == [path]
    assert (ran.opened, ran.spoken) == ({path}, ())


@pytest.mark.parametrize(
    ("name", "beside", "meant"),
    [
        ("~$bok.xlsx", "bok.xlsx", "Excel gör för ”bok.xlsx”"),
        (".~lock.bok.xlsx#", "bok.xlsx", "LibreOffice gör för ”bok.xlsx”"),
    ],
)
def test_lock_file_is_told_with_the_file_that_is_meant(
    name: str, beside: str, meant: str, tmp_path: Path
) -> None:
    (tmp_path / beside).touch()
    (tmp_path / name).write_bytes(b"\x04Anna" + b" " * 50 + b"\x04\0A\0n\0n\0a\0" + b" \0" * 50)
    with pytest.raises(StopError, match=meant) as stopped:
        check(tmp_path / name)
    assert stopped.value.finding.hint == f"Välj ”{beside}” i stället."


def test_lock_of_word_lacks_two_letters_of_the_name_that_is_meant(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    (tmp_path / "kommunmall.docx").touch()
    (tmp_path / "~$mmunmall.docx").write_bytes(b"\x04Anna" + bytes(157))
    with pytest.raises(StopError, match=r"LB002: .* Word gör för ”kommunmall\.docx”"):
        build(workbook(), tmp_path / "ut.docx", template=tmp_path / "~$mmunmall.docx")


@pytest.mark.parametrize(
    ("option", "part"),
    [
        ("--template", "word/document.xml"),
        ("--template", "word/styles.xml"),
        ("--template", "docProps/core.xml"),
        ("--update", "word/document.xml"),
        ("--update", "word/header1.xml"),
        ("--update", "customXml/item1.xml"),
    ],
)
def test_document_with_a_doctype_is_refused_and_left_as_it_is(
    option: str, part: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book, document = workbook(), tmp_path / "mapp" / "dokument.docx"
    document.parent.mkdir()
    build(book, document)
    patched(document, part, r"(\?>\s*)", rf"\1{PLAIN}")
    before = document.read_bytes()
    ran = run(tmp_path / "report", "build", book, option, document)
    assert ran.status == 2
    assert f"fel LB004  Filen ”dokument.docx” är skadad: {part} går inte att läsa." in ran.words
    assert document.read_bytes() == before
    assert document in ran.opened
    assert ran.opened <= {book, document}
    assert ran.spoken == ()
    assert sorted(tmp_path.iterdir()) == sorted([book, document.parent, tmp_path / "report"])


def test_template_that_unpacks_to_too_much_is_refused(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = tmp_path / "mall.docx"
    shutil.copyfile(standard_template(), template)
    with zipfile.ZipFile(template, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for number in range(5):
            package.writestr(f"word/media/{number}.png", bytes(220 << 20))
    ran = run(tmp_path / "report", "build", workbook(), "--template", template)
    assert "fel LB016  Filen ”mall.docx” har 11" in ran.words
    assert ran.status == 2
    assert ran.is_cheap
