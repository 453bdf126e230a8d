"""The zip archive that a package is: opened safely, and packed so that the same gives the same.

What it may hold is looked at before it is read, because a package can come from anybody. A zip
archive is a thousandth of what it unpacks to, and a tree in memory thirty times its XML. The
limits lie far above any lägesbild, and keep what is refused below ten seconds and 1 GiB. Apache
POI's ZipSecureFile also bounds how far an entry may be compressed (to a hundredth); here a long
balance list of like rows is compressed as far as any bomb, so only what it comes to is bounded.
"""

from __future__ import annotations

import hashlib
import io
import mmap
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise
from math import inf
from pathlib import Path
from typing import IO

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc.kinds import (
    BEGINNING,
    WantedFile,
    lock_file,
    not_a_file,
    not_a_package,
    unreadable,
)
from lagesbild_xlsx.opc.xml import EPOCH


def folded(name: str) -> str:
    """Return a part's name as it is compared (ECMA-376 part 2, 6.2.2.3 and 6.3.5): without case."""
    return name.lower()


class PartNames(AbstractSet[str]):
    """The names of a package's parts, as the archive has them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_folded = {folded(name): name for name in names}

    def stored(self, name: str) -> str:
        """Return a part's name as the archive has it, or the name itself where there is no part."""
        return self._by_folded.get(folded(name), name)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and folded(name) in self._by_folded

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_folded.values())

    def __len__(self) -> int:
        return len(self._by_folded)


# ------------------------------------------------------------------ what an archive may hold

MOST_PARTS = 10_000
"""How many parts a package may have. A workbook with a hundred sheets has some five hundred."""

LARGEST_PART, LARGEST_PACKAGE = 200 << 20, 512 << 20
"""How many bytes a part, and all parts, may unpack to. 50,000 rows of four texts take 12 MiB in a
workbook and 63 MiB in the document, a million formatted rows without content 100 MiB."""

LARGEST_FILE = LARGEST_PACKAGE
"""How many bytes a file may have: packing never makes a part larger, so one that has more cannot
be a package that may be read. It is refused before anything of it is."""

MOST_TAGS = 8_000_000
"""How many tags may be read in a package. 50,000 rows of four texts have 1,300,000 in a workbook
and 4,900,000 in the document, a million rows of five formatted cells without content 7,000,000."""

MARKUP_IN_WORKBOOK, MARKUP_IN_TEMPLATE, MARKUP_IN_DOCUMENT = 3_500_000, 400_000, 1_400_000
"""How many tags and attributes may be in memory at once; each takes up to 256 bytes there.

A workbook is read row by row, but a document stands in memory whole, and beside a fresh one where
it is updated. A row of the standard template has 129, so that 10,000 rows have 1,290,000. A
template is no list: the largest that comes with the program has 3,000. Sixteen are a control, and
20,000 controls take some five seconds to compile.
"""

MARKUP_IN_OUR_OWN = 8_000_000
"""The same for a document that was just built, and is read again by the same run."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts are packed (ECMA-376 part 2, ZIP packages). Others unpack any amount in one step."""

IS_ENCRYPTED = 0x1
"""The bit of an entry's flags that says so (APPNOTE.TXT 4.4.4)."""

RECORD = re.compile(rb"PK\x01\x02")
"""How an entry's record in the directory at the end starts (APPNOTE.TXT 4.3.12)."""

LOCAL_HEADER = 30
"""How many bytes stand before an entry's name and content, at the least (APPNOTE.TXT 4.3.7)."""

CHUNK = 1 << 16
"""How many bytes are unpacked at a time."""

DOCTYPE = b"<!DOCTYPE"
"""No part has one (ECMA-376 part 2, 9.1.4), and entities are declared in it.

It is looked for in the bytes, before any parser sees them; a comment that holds it is refused too.
"""

PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?!\?xml\s[^>]*encoding\s*=\s*['\"](?!"
    rb"(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d+|windows-125\d)['\"]))",
    re.IGNORECASE,
)
"""How a part starts, zero bytes left out, if ``<`` is a byte of its own in the encoding named."""


def refuse_odd_file(wanted: WantedFile) -> None:
    """Refuse what is no file on a disk, and may never end when it is opened, and a huge file.

    Raises:
        OSError: there is nothing at the path, or it may not be looked at.
        StopError: it is a folder, a device or the like, or too large.
    """
    found = wanted.path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise wanted.is_instead(not_a_file(found.st_mode), f"Välj {wanted.kind.wanted} i stället.")
    if found.st_size > LARGEST_FILE:
        raise wanted.too_large(f"{found.st_size >> 20} megabyte")


def refuse_many_parts(wanted: WantedFile) -> None:
    """Refuse a file whose directory alone would take long to read.

    Raises:
        StopError: it has too many parts.
    """
    with (
        wanted.path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        if any(islice(RECORD.finditer(content), MOST_PARTS, None)):
            raise wanted.too_large(f"över {MOST_PARTS} delar")


def refuse_unsafe_entries(wanted: WantedFile, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse a package by what the archive says of its entries.

    What it says need not be true: no more is unpacked of a part than its entry says
    (:func:`unpacked`).

    Raises:
        StopError: it has too much, a password, or what no office program writes.
    """
    sizes = [entry.file_size for entry in entries]
    if max(sizes, default=0) > LARGEST_PART or sum(sizes) > LARGEST_PACKAGE:
        raise wanted.too_large(f"{sum(sizes) >> 20} megabyte innehåll")
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise wanted.password_protected()
    for entry in entries:
        if entry.compress_type not in METHODS:
            raise wanted.damaged(entry.filename)
    for entry in (*_named_twice(entries), *_overlapping(entries)):
        raise wanted.damaged(entry.filename)


def _named_twice(entries: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    """Yield the entries whose name another has."""
    seen = set()
    for entry in entries:
        if folded(entry.filename) in seen:
            yield entry
        seen.add(folded(entry.filename))


def _overlapping(entries: Sequence[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    """Yield the entries that go on where the next starts: many may share one large content."""
    for entry, following in pairwise(sorted(entries, key=lambda entry: entry.header_offset)):
        end = entry.header_offset + LOCAL_HEADER + entry.compress_size
        if end > following.header_offset:
            yield entry


def unpacked(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield a part's bytes, chunk by chunk.

    To read an entry at once would unpack it whole, and only then cut it to the size that its
    entry says; in chunks it ends there.
    """
    while chunk := stream.read(CHUNK):
        yield chunk


class ReadBudget:
    """What has been read in a package so far, which all parts add to."""

    def __init__(self, wanted: WantedFile) -> None:
        self.wanted = wanted
        self.tags = 0
        self.held: Counter[str] = Counter()

    def vet(self, part: str, chunks: Iterator[bytes], most_markup: float = inf) -> None:
        """Look through a part's XML before it is parsed.

        Args:
            part: its name.
            chunks: its bytes.
            most_markup: how many tags and attributes all parts may hold that stand in memory whole;
                no limit for one that does not.

        Raises:
            StopError: there is too much of it, or it holds what no part holds.
        """
        held, markup, end = self.held.total() - self.held[part], 0, b""
        for number, chunk in enumerate(chunks):
            text = chunk.replace(b"\0", b"")  # of UTF-16
            across = end + text[: len(DOCTYPE)]
            if (not number and not PROLOG.match(text)) or DOCTYPE in text or DOCTYPE in across:
                raise self.wanted.damaged(part)
            end = (end + text[1 - len(DOCTYPE) :])[1 - len(DOCTYPE) :]
            self.tags += text.count(b"<")
            markup += count_markup(text) if most_markup < inf else 0
            if self.tags > MOST_TAGS or held + markup > most_markup:
                raise too_many(self.wanted, part)
        self.held[part] = markup if most_markup < inf else 0


def too_many(wanted: WantedFile, part: str) -> StopError:
    """Return the error that says that a part holds too many cells, rows or the like."""
    return wanted.too_large(f"orimligt många celler, rader eller annat i {part}")


def holds_doctype(content: bytes) -> bool:
    """Return whether a part that is not parsed here, but handed on, has a document type."""
    return DOCTYPE in content.replace(b"\0", b"")  # of UTF-16


def count_markup(text: bytes) -> int:
    """Return how many tags and attributes a piece of XML holds, at the most."""
    return text.count(b"<") + text.count(b"=")


# ------------------------------------------------------------------ opened and packed

UNZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
)  # fmt: skip
"""What zipfile raises for damaged, encrypted (RuntimeError) and oddly packed entries, and for
offsets outside the file (OSError)."""

EFFORT = 3
"""How hard parts are packed: against zlib's usual 6 a long list is packed in a third of the time,
and takes a sixth more room."""


def opened(file: Path | io.BytesIO, wanted: WantedFile) -> zipfile.ZipFile:
    """Return the archive of a file, or of a package in memory.

    Raises:
        StopError: it cannot be read, or is no archive.
    """
    if isinstance(file, io.BytesIO):
        return zipfile.ZipFile(file)
    try:
        refuse_odd_file(wanted)
        with file.open("rb") as stream:
            start = stream.read(BEGINNING)
    except OSError as error:
        raise lock_file(wanted) or unreadable(file, wanted.kind.program) from error
    if not start.startswith(b"PK"):
        raise lock_file(wanted) or not_a_package(wanted, start)
    refuse_many_parts(wanted)
    try:
        return zipfile.ZipFile(file)
    except (*UNZIP_ERRORS, OSError) as error:
        raise wanted.damaged("innehållet") from error


def sha256_of(archive: zipfile.ZipFile) -> str:
    """Return the SHA-256 of the file that is open, whatever stands in its place by now."""
    file = archive.fp
    assert file is not None  # noqa: S101 - it is open until close
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the archive of some parts, in their order and without the time of day."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in parts:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, part, compresslevel=EFFORT)
    return archive.getvalue()
