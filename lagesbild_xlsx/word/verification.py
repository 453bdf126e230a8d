"""A built document read back before it is put in place: all that went in came out, well formed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping
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
    """A part that was read back: its bytes, and the root that they were parsed to."""

    content: bytes
    root: etree._Element


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
        read: parts that were parsed before they were packed. One is parsed again only where its
            bytes are others now.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    values = WantedValues(record)
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name, content in _same_parts(package, checksums):
                if name.lower().endswith((".xml", ".rels")):
                    known = read.get(name)
                    is_known = known is not None and known.content == content
                    root = known.root if known and is_known else _parsed(content, name)
                    if name in stories:
                        values.look_in(root)
    except (*UNZIP_ERRORS, KeyError, etree.XMLSyntaxError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    values.refuse_missing()


class WantedValues:
    """The values that were written, of which those are left that were not found again."""

    def __init__(self, record: Record | None) -> None:
        entries = record.entries if record else {}
        self._missing = {number: entry for number, entry in entries.items() if entry.checksum}

    def look_in(self, root: etree._Element) -> None:
        """Find the values that stand in their marks as they were written."""
        for number, text in marked_texts(root):
            entry = self._missing.get(number)
            if entry and checksum(text) == entry.checksum:
                del self._missing[number]

    def refuse_missing(self) -> None:
        """Refuse the document, if any is missing.

        Raises:
            StopError: one is.
        """
        for entry in self._missing.values():
            raise StopError(rules.NOT_PROVED.at(FILE, what=f"{entry.tag} saknas eller är ändrad"))


def _same_parts(
    package: zipfile.ZipFile, checksums: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a package, which are those of some checksums; reading checks them.

    Raises:
        StopError: they are others.
    """
    found = {info.filename: info.CRC for info in package.infolist()}
    if other := [name for name in {**checksums, **found} if found.get(name) != checksums.get(name)]:
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{other[0]} saknas eller är ändrad"))
    for name in found:
        yield name, package.read(name)


def _parsed(content: bytes, name: str) -> etree._Element:
    """Return the root of a part.

    Raises:
        XMLSyntaxError: it is not well formed.
        StopError: it has a DOCTYPE.
    """
    if holds_doctype(content):
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{name} har en DOCTYPE"))
    return etree.fromstring(content, safe_parser())
