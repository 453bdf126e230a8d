"""A built document read back before it is put in place: all that went in came out, well formed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS, holds_doctype, safe_parser
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.marks import marked_texts
from lagesbild_xlsx.word.record import Entry, Record, checksum
from lagesbild_xlsx.word.xml import text_of

NOTHING_MARKED: Mapping[str, bytes] = MappingProxyType({})


def verify(
    document: bytes,
    checksums: Mapping[str, int],
    record: Record | None = None,
    marked: Mapping[str, bytes] = NOTHING_MARKED,
) -> None:
    """Make sure that a document holds what was written, and nothing else.

    Args:
        document: the document's bytes.
        checksums: the CRC-32 of each of its parts, when it was made.
        record: what was written, with the checksum of what each value says.
        marked: the parts that it stands in, with a mark around each value.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    entries = record.entries if record else {}
    missing = {number: entry for number, entry in entries.items() if entry.checksum}
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name, content in _same_parts(package, checksums):
                if name.lower().endswith((".xml", ".rels")):
                    is_marked = name not in marked or not record or record.is_marked
                    root = _parsed(content, name) if is_marked else _marked(content, name, marked)
                    for number in _right_values(root, missing) if name in marked else ():
                        del missing[number]
    except (*UNZIP_ERRORS, KeyError, etree.XMLSyntaxError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    for entry in missing.values():
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{entry.tag} saknas eller är ändrad"))


def _marked(content: bytes, name: str, marked: Mapping[str, bytes]) -> etree._Element:
    """Return the root of a part with its marks, which has the same text as the one without.

    Raises:
        StopError: it has another.
    """
    text = text_of(_parsed(content, name))
    root = _parsed(marked[name], name)
    if text_of(root) != text:
        raise StopError(rules.NOT_PROVED.at(FILE, what="texten är en annan"))
    return root


def _right_values(root: etree._Element, wanted: Mapping[int, Entry]) -> Iterator[int]:
    """Yield the numbers of the marks in which stands what was written."""
    for number, text in marked_texts(root):
        entry = wanted.get(number)
        if entry and checksum(text) == entry.checksum:
            yield number


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
