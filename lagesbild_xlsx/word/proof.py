"""A built document read back before it is put in place: all that went in came out, well formed.

It is read from its bytes, and by other means than it was written with: expat says whether the XML
is well formed, and the texts are found between the marks of each control, without a tree, which
would take more memory than all else. Rows that are the same but for their texts are parsed once.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from itertools import chain
from typing import NamedTuple
from xml.parsers import expat

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import UNZIP_ERRORS
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.record import Entry, Record, checksum

CONTROL = re.compile(
    rb'<w:id w:val="(\d+)"/></w:sdtPr><w:sdtContent>'
    rb"(?:<w:r>(<w:rPr>(?:<(?!/w:rPr>)[^>]*>)*+</w:rPr>)?"
    rb'<w:t xml:space="preserve">([^<]*)</w:t></w:r></w:sdtContent>)?'
)
"""Where a control begins: its id, and its format and text where that is a single run, as most are.
"""

BEGUN, WHOLE = b"</w:sdtPr><w:sdtContent>", b"</w:sdtPr>"
"""What stands for a control's begin in an outline, and for one whose content was a single run."""

ROOT, NAMES = re.compile(rb"<[^?!][^>]*>"), re.compile(rb'\sxmlns:[\w.-]+="[^"]*"')
ROW, END = b"<w:tr>", b"</w:sdtContent>"
BREAKS = {b"<w:br/>": b"\n", b"<w:cr/>": b"\n", b"<w:tab/>": b"\t"}
PARAGRAPH, PARAGRAPH_END = re.compile(rb"<w:p[ >]"), b"</w:p>"
NOT_TEXT = rb"<w:(?:instrText|delText)\b.*?</w:\w+>"
TAG = re.compile(NOT_TEXT + rb"|<[^>]*>", re.DOTALL)


def prove(
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
    entries = record.entries if record else {}
    said: dict[int, str | None] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            for name, checked in _same_parts(package, checksums):
                if name in written:
                    part = Part.of(checked)
                    _require_well_formed(part.outline(), name)
                    _parse(b"<t>%b</t>" % b" ".join(filter(None, part.texts)), name)
                    said.update(part.said(entries))
                elif name.lower().endswith((".xml", ".rels")):
                    _parse(checked, name)
    except (*UNZIP_ERRORS, KeyError, UnicodeDecodeError, expat.ExpatError) as error:
        raise StopError(rules.NOT_PROVED.at(FILE, what=str(error))) from error
    for number, (tag, _, written_as, _) in entries.items():
        if said.get(number) != written_as and (written_as or number not in said):
            raise StopError(rules.NOT_PROVED.at(FILE, what=f"{tag} saknas eller är ändrad"))


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


class Part(NamedTuple):
    """A part taken apart at the beginnings of its controls.

    Attributes:
        ids: the controls' ids.
        formats: what each single run is formatted with.
        texts: the text of each single run; None where a control holds more, or less.
        between: the XML before, between and after them.
    """

    ids: list[bytes]
    formats: list[bytes | None]
    texts: list[bytes | None]
    between: list[bytes]

    @classmethod
    def of(cls, xml: bytes) -> Part:
        """Return a part taken apart."""
        pieces = CONTROL.split(xml)
        return cls(pieces[1::4], pieces[2::4], pieces[3::4], pieces[::4])

    def outline(self) -> bytes:
        """Return the XML without ids and the texts of single runs; it is as well formed."""
        begun = [BEGUN if text is None else WHOLE for text in self.texts]
        formats = [form or b"" for form in self.formats]
        following = zip(begun, formats, self.between[1:], strict=True)
        return b"".join((self.between[0], *chain.from_iterable(following)))

    def said(self, entries: Mapping[int, Entry]) -> dict[int, str | None]:
        """Return the controls, with the checksum of what each says; None where it holds others.

        Args:
            entries: the record, where those that hold others have no checksum.
        """
        checksums = {text: _checksum(text) for text in dict.fromkeys(self.texts)}
        said = dict(zip(map(int, self.ids), map(checksums.get, self.texts), strict=True))
        for at in (at for at, text in enumerate(self.texts) if text is None):
            entry = entries.get(number := int(self.ids[at]))
            if entry and entry.checksum:
                said[number] = checksum(_shown(self._content(at)))
        return said

    def _content(self, at: int) -> bytes:
        """Return what stands in the control of this number, those that it holds without tags."""
        content, end, _ = self.between[at + 1].partition(END)
        while not end:
            at += 1
            inner, end, _ = self.between[at + 1].partition(END)
            content += (self.texts[at] or b"") + inner
        return content


def _checksum(xml: bytes | None) -> str | None:
    """Return the checksum of what the text of a single run says; None where there is none."""
    return None if xml is None else checksum(unescape(xml.decode()) if b"&" in xml else xml)


def _require_well_formed(outline: bytes, name: str) -> None:
    """Refuse an outline that is no well-formed XML.

    What is whole in itself can be taken out of it and parsed once, however often it stands there.

    Raises:
        ExpatError: it is not.
        StopError: it has a DOCTYPE.
    """
    pieces = outline.split(ROW)
    root = ROOT.search(outline)
    names = b"".join(NAMES.findall(root[0])) if root else b""
    recurring = {piece for piece, times in Counter(pieces).items() if times > 1}
    whole = {piece for piece in recurring if _is_whole(ROW + piece, names, name)}
    _parse(ROW.join(piece for piece in pieces if piece not in whole), name)


def _is_whole(xml: bytes, names: bytes, name: str) -> bool:
    """Return whether a piece of XML has an end for every beginning, where some names are known."""
    try:
        _parse(b"<r%b>%b</r>" % (names, xml), name)
    except expat.ExpatError:  # a row that holds a table of its own
        return False
    return True


def _parse(part: bytes, name: str) -> None:
    """Refuse a part that is no well-formed XML, or that has a DOCTYPE.

    Raises:
        ExpatError: it is not.
        StopError: it has one.
    """

    def refuse(*_: object) -> None:
        raise StopError(rules.NOT_PROVED.at(FILE, what=f"{name} har en DOCTYPE"))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(part, True)  # noqa: FBT003 - that it is all there is


def _shown(xml: bytes) -> str:
    """Return the text that a piece of XML shows, as ``plain_text`` has it."""
    has_lines = len(PARAGRAPH.findall(xml)) > 1
    marks = BREAKS | ({PARAGRAPH_END: b"\n"} if has_lines else {})
    text = TAG.sub(lambda tag: marks.get(tag[0], b""), xml).decode()
    return unescape(text[:-1] if has_lines else text)
