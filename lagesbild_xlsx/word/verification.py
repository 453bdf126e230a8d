"""A built document read back before it is put in place: all that went in came out, well formed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS, holds_doctype, safe_parser
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.elements import content_of, controls
from lagesbild_xlsx.word.record import Record, checksum
from lagesbild_xlsx.word.xml import plain_text


def verify(
    document: bytes,
    checksums: Mapping[str, int],
    record: Record | None = None,
    written: Collection[str] = (),
) -> None:
    """Make sure that a document holds what was written, and nothing else.

    Args:
        document: the document's bytes.
        checksums: the CRC-32 of each of its parts, when it was made.
        record: the controls that were written, with the checksum of what each says.
        written: the names of its parts that they stand in.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    missing = dict(record.entries) if record else {}
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name, content in _same_parts(package, checksums):
                if not name.lower().endswith((".xml", ".rels")):
                    continue
                root = _parsed(content, name)
                for number, control in controls([root]) if name in written else ():
                    entry = missing.get(number)
                    if entry and _says(control, entry.checksum):
                        del missing[number]
    except (*UNZIP_ERRORS, KeyError, etree.XMLSyntaxError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    for entry in missing.values():
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{entry.tag} saknas eller är ändrad"))


def _says(control: etree._Element, expected: str) -> bool:
    """Return whether a control says what has a checksum; one that holds others has none."""
    return not expected or checksum(plain_text(content_of(control))) == expected


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
