"""A built document read back before it is put in place: all that went in came out, well formed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Container, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS, holds_doctype, safe_parser
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.marks import marked_texts
from lagesbild_xlsx.word.record import Record, checksum


class ReadPart(NamedTuple):
    """A part that was read back: its bytes, and the numbers of the values that stand in it."""

    content: bytes
    values: frozenset[int]


NOTHING_READ: Mapping[str, ReadPart] = MappingProxyType({})


def verify(
    document: bytes,
    checksums: Mapping[str, int],
    stories: Collection[str] = (),
    record: Record | None = None,
    read: Mapping[str, ReadPart] = NOTHING_READ,
) -> None:
    """Make sure that a document holds what was written, and nothing else.

    Args:
        document: the document's bytes.
        checksums: the CRC-32 of each of its parts, when it was made.
        stories: the parts that values stand in, each with a mark around it.
        record: what was written, with the checksum of what each value says.
        read: parts that were read back before they were packed. One is parsed again only where its
            bytes are others now.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    found: set[int] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name, content in _same_parts(package, checksums):
                if name in read and read[name].content == content:
                    found |= read[name].values
                elif name.lower().endswith((".xml", ".rels")):
                    root = _parsed(content, name)
                    found |= values_in(root, record) if record and name in stories else set()
    except (*UNZIP_ERRORS, KeyError, etree.XMLSyntaxError) as error:
        raise StopError(rules.NOT_VERIFIED.at(FILE, what=str(error))) from error
    if record:
        refuse_missing(record, found)


def values_in(root: etree._Element, record: Record) -> frozenset[int]:
    """Return the numbers of the marks in which stands what was written."""
    said = marked_texts(root)
    wanted = record.entries
    return frozenset(n for n, text in said if n in wanted and wanted[n].checksum == checksum(text))


def refuse_missing(record: Record, found: Container[int]) -> None:
    """Refuse a document that lacks a value.

    Raises:
        StopError: one that was written was not found.
    """
    for number, entry in record.entries.items():
        if entry.checksum and number not in found:
            raise StopError(rules.NOT_VERIFIED.at(FILE, what=f"{entry.tag} saknas eller är ändrad"))


def _same_parts(
    package: zipfile.ZipFile, checksums: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a package, which are those of some checksums; reading checks them.

    Raises:
        StopError: they are others.
    """
    found = {info.filename: info.CRC for info in package.infolist()}
    if other := [name for name in {**checksums, **found} if found.get(name) != checksums.get(name)]:
        raise StopError(rules.NOT_VERIFIED.at(FILE, what=f"{other[0]} saknas eller är ändrad"))
    for name in found:
        yield name, package.read(name)


def _parsed(content: bytes, name: str) -> etree._Element:
    """Return the root of a part.

    Raises:
        XMLSyntaxError: it is not well formed.
        StopError: it has a DOCTYPE.
    """
    if holds_doctype(content):
        raise StopError(rules.NOT_VERIFIED.at(FILE, what=f"{name} har en DOCTYPE"))
    return etree.fromstring(content, safe_parser())
