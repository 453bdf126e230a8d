"""Workbooks that nobody should have made: too large, damaged, lying, or something else."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.rawbook import MAIN, raw_parts, write_parts

Make = Callable[[Path], None]

ROW = '<row r="1"><c r="A1" s="0" t="s"><v>0</v></c></row>'
STRING = "<si><t>x</t></si>"
PLAIN = "<!DOCTYPE x>"
DOCTYPES = (
    PLAIN,
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x SYSTEM "http://203.0.113.1/x.dtd">',
    f"<!--{'.' * (1 << 16)}--><!DOCTYPE x>",
)
"""Plain, expanding, fetching an entity and a definition, and after a long comment."""


def after(start: str) -> Callable[[str], str]:
    """Return what puts a beginning before a part, and makes its text an entity."""
    return lambda xml: start + xml.replace(">x<", ">&b;<")


def in_utf16(make: Make, part: str) -> Make:
    """Return what makes a workbook with a part in UTF-16."""

    def changed(path: Path) -> None:
        make(path)
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts[part] = parts[part].decode().encode("utf-16")
        with zipfile.ZipFile(path, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)

    return changed


def contents(content: bytes) -> Make:
    return lambda path: _written(path, content)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def compound(stream: str) -> bytes:
    """Return what looks like a compound file with one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + stream.encode("utf-16-le")


def book(rows: str = ROW, strings: str = STRING, styles: str = "<cellXfs><xf/></cellXfs>") -> Make:
    return lambda path: _packed(path, raw_parts(rows, strings, styles=styles))


def _packed(path: Path, parts: dict[str, str]) -> None:
    write_parts(path, parts)


def with_part(part: str, change: Callable[[str], str]) -> Make:
    """Return what makes a workbook with one part changed."""

    def make(path: Path) -> None:
        parts = raw_parts(ROW, STRING, styles="<cellXfs><xf/></cellXfs>")
        write_parts(path, parts | {part: change(parts[part])})

    return make


def with_large(part: str, before: str, pieces: Iterable[tuple[bytes, int]], after: str) -> Make:
    """Return what makes a workbook with a part too large to stand in memory, or a new one.

    Args:
        part: its name.
        before: how it starts.
        pieces: what it goes on with: bytes, and how many times.
        after: how it ends.
    """

    def make(path: Path) -> None:
        parts = raw_parts(ROW, STRING, styles="<cellXfs><xf/></cellXfs>")
        parts.pop(part, None)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, xml in parts.items():
                package.writestr(name, xml)
            with package.open(part, "w", force_zip64=True) as out:
                out.write(before.encode())
                for piece, count in pieces:
                    for _ in range(count):
                        out.write(piece)
                out.write(after.encode())

    return make


def large_sheet(*pieces: tuple[bytes, int], after: str = "") -> Make:
    start = f'<worksheet xmlns="{MAIN}"><sheetData>'
    return with_large("xl/blad.xml", start, pieces, f"</sheetData>{after}</worksheet>")


def large_strings(*pieces: tuple[bytes, int]) -> Make:
    return with_large("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">', pieces, "</sst>")


def with_entries(*names: str) -> Make:
    """Return what makes a workbook with more parts, which nothing points to."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as package:
            for name, xml in raw_parts(ROW, STRING).items():
                package.writestr(name, xml)
            with warnings.catch_warnings(action="ignore"):
                for name in names:
                    package.writestr(name, "<x/>")

    return make


# ------------------------------------------------------------------ the archive itself

FLAGS, METHOD, CHECKSUM, PACKED, UNPACKED, OFFSET = 8, 10, 16, 20, 24, 42
"""Where a record of the central directory says what (APPNOTE.TXT 4.3.12)."""


def lying(part: str, at: int, form: str, value: int, make: Make | None = None) -> Make:
    """Return what makes a workbook whose directory says something else of a part.

    Args:
        part: whose record is changed.
        at: where in it.
        form: how the value is stored, as ``struct`` says it.
        value: what it says.
        make: what makes the workbook; a small one if not given.
    """

    def changed(path: Path) -> None:
        (make or book())(path)
        content = bytearray(path.read_bytes())
        start = content.rindex(part.encode()) - 46
        assert content[start : start + 4] == b"PK\x01\x02"
        struct.pack_into(form, content, start + at, value)
        path.write_bytes(content)

    return changed


def damaged_inside(path: Path) -> None:
    """Make a workbook whose sheet cannot be unpacked."""
    large_sheet((b'<row><c t="inlineStr"><is><t>hej</t></is></c></row>', 2000))(path)
    break_inside(path, "xl/blad.xml")


def break_inside(path: Path, part: str) -> None:
    """Overwrite the middle of what a part is packed to."""
    with zipfile.ZipFile(path) as package:
        entry = package.getinfo(part)
    content = bytearray(path.read_bytes())
    middle = entry.header_offset + 30 + entry.compress_size // 2
    content[middle : middle + 40] = b"\xff" * 40
    path.write_bytes(content)


def packed_otherwise(path: Path) -> None:
    """Make a workbook packed with a method of which one step unpacks any amount."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as package:
        for name, xml in raw_parts(ROW, STRING).items():
            package.writestr(name, xml)


def truncated(path: Path) -> None:
    book()(path)
    path.write_bytes(path.read_bytes()[:900])


def long_directory(path: Path) -> None:
    """Make a workbook whose directory names a million parts that are not there."""
    book()(path)
    content = path.read_bytes()
    start = content.index(b"PK\x01\x02")
    record, end = content[start : content.index(b"PK\x01\x02", start + 1)], content[-22:]
    large = struct.pack("<I", len(record) * 1_000_000)
    path.write_bytes(content[:start] + record * 1_000_000 + end[:12] + large + end[16:])
