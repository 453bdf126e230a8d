"""A built document read back before it is put in place: all that went in came out, well formed.

It is read from its bytes, and by other means than it was written with: expat says whether the XML
is well formed, and the texts are found between the marks of each control, without a tree, which
would take more memory than all else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from xml.parsers import expat

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.record import Entry, Record, checksum

CONTROL = re.compile(
    rb'<w:id w:val="(\d+)"/></w:sdtPr><w:sdtContent>'
    rb"(?:<w:r>(?:<w:rPr>(?:<[^>]*>)*?</w:rPr>)?"
    rb'<w:t xml:space="preserve">([^<]*)</w:t></w:r></w:sdtContent>)?'
)
"""Where a control begins: its id, and its text where that is a single run, as most are."""

END = b"</w:sdtContent>"
BREAKS = {b"<w:br/>": b"\n", b"<w:cr/>": b"\n", b"<w:tab/>": b"\t"}
PARAGRAPH, PARAGRAPH_END = re.compile(rb"<w:p[ >]"), b"</w:p>"
NOT_TEXT = rb"<w:(?:instrText|delText)\b.*?</w:\w+>"
TAG = re.compile(NOT_TEXT + rb"|<[^>]*>", re.DOTALL)


def prove(document: bytes, record: Record, written: Collection[str]) -> None:
    """Make sure that a document holds what its record says was written.

    Args:
        document: the document's bytes.
        record: the controls that were written, with the checksum of what each says.
        written: the names of its parts that were written.

    Raises:
        StopError: it does not; nothing may be put in place.
    """
    said: dict[int, str] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name in package.namelist():
                if name.lower().endswith((".xml", ".rels")):
                    part = package.read(name)
                    _require_well_formed(part, name)
                    said.update(_said(part, record.entries) if name in written else ())
    except (*UNZIP_ERRORS, KeyError, UnicodeDecodeError, expat.ExpatError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    for number, entry in record.entries.items():
        if said.get(number) != entry.checksum:
            raise StopError(rules.NOT_PROVED.at(FILE, what=f"{entry.tag} saknas eller är ändrad"))


def _require_well_formed(part: bytes, name: str) -> None:
    """Refuse a part that is no well-formed XML, or that has a DOCTYPE.

    Raises:
        ExpatError: it is not.
        StopError: it has one.
    """

    def refuse(*_: object) -> None:
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{name} har en DOCTYPE"))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(part, True)  # noqa: FBT003 - that it is all there is


def _said(part: bytes, entries: Mapping[int, Entry]) -> Iterator[tuple[int, str]]:
    """Yield the controls of a part, with the checksum of what each says that has one."""
    for found in CONTROL.finditer(part):
        number = int(found[1])
        entry = entries.get(number)
        if entry is not None and entry.checksum and found[2] is not None:
            yield number, checksum(unescape(found[2].decode()))
        elif entry is not None and entry.checksum:
            xml = part[found.end() : part.index(END, found.end())]
            yield number, checksum(_shown(xml))
        else:
            yield number, ""


def _shown(xml: bytes) -> str:
    """Return the text that a piece of XML shows, as ``plain_text`` has it."""
    has_lines = len(PARAGRAPH.findall(xml)) > 1
    marks = BREAKS | ({PARAGRAPH_END: b"\n"} if has_lines else {})
    text = TAG.sub(lambda tag: marks.get(tag[0], b""), xml).decode()
    return unescape(text[:-1] if has_lines else text)
