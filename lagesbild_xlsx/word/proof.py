"""A built document read back before it is put in place: all that went in came out, well formed.

It is read from its bytes, and by other means than it was written with: expat says whether the XML
is well formed, and the texts are found between the marks of each control, without a tree, which
would take more memory than all else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from xml.parsers import expat

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.record import Entry, Record, checksum

CONTROL = re.compile(r'<w:id w:val="(\d+)"/></w:sdtPr><w:sdtContent>')
END = "</w:sdtContent>"
BREAKS = {"<w:br/>": "\n", "<w:cr/>": "\n", "<w:tab/>": "\t"}
TAG = re.compile(
    r"<w:(?:br|cr|tab)/>|<w:(?:instrText|delText)\b.*?</w:\w+>|</w:p>|<[^>]*>", re.DOTALL
)


def prove(document: bytes, record: Record, written: Iterable[str]) -> None:
    """Make sure that a document holds what its record says was written.

    Args:
        document: the document's bytes.
        record: the controls that were written, with the checksum of what each says.
        written: the names of its parts that were written.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    try:
        parts = _well_formed(document, written)
    except (*UNZIP_ERRORS, KeyError, UnicodeDecodeError, expat.ExpatError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    for tag in _lost(parts, record.entries):
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{tag} saknas eller är ändrad"))


def _well_formed(document: bytes, written: Iterable[str]) -> list[str]:
    """Return the parts that were written, as text.

    Raises:
        ExpatError: one of them is no well-formed XML.
    """
    texts = []
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in written:
            part = package.read(name)
            expat.ParserCreate().Parse(part, True)  # noqa: FBT003 - that it is all there is
            texts.append(part.decode())
    return texts


def _lost(parts: Iterable[str], entries: Mapping[int, Entry]) -> Iterator[str]:
    """Yield the tags of the controls that do not say what they were written with."""
    said = dict(_texts(parts, entries))
    for number, entry in entries.items():
        if number not in said or (entry.checksum and said[number] != entry.checksum):
            yield entry.tag


def _texts(parts: Iterable[str], entries: Mapping[int, Entry]) -> Iterator[tuple[int, str]]:
    """Yield the controls that stand in parts, with the checksums of what they say."""
    for part in parts:
        for found in CONTROL.finditer(part):
            number = int(found[1])
            entry = entries.get(number)
            if entry is None or not entry.checksum:
                yield number, ""
                continue
            xml = part[found.end() : part.index(END, found.end())]
            yield number, checksum(_shown(xml))


def _shown(xml: str) -> str:
    """Return the text that a piece of XML shows, as ``plain_text`` has it."""
    paragraphs = xml.count("<w:p>") + xml.count("<w:p ")
    marks = BREAKS | ({"</w:p>": "\n"} if paragraphs > 1 else {})
    text = TAG.sub(lambda tag: marks.get(tag[0], ""), xml)
    return unescape(text[:-1] if paragraphs > 1 else text)
