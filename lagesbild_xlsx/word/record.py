"""What was last built, kept in the document: so that hand edits can be told from what was built.

A custom XML part (ECMA-376 part 1, 15.2.5), which Word keeps when it saves. It holds no texts, only
a checksum of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

from lxml import etree

from lagesbild_xlsx.opc import (
    OFFICE_RELATIONSHIPS,
    Package,
    Relationship,
    serialised,
)
from lagesbild_xlsx.opc.editor import XML_TYPE, PackageEditor

NAMESPACE = "urn:lagesbild:built"
PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE_ID = "{6C0E5C0B-1A6E-4B8E-9C53-6C6167657362}"
PROPERTIES = (
    f'<ds:datastoreItem xmlns:ds="{PROPERTIES_NS}" ds:itemID="{STORE_ID}">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
CUSTOM_XML = f"{OFFICE_RELATIONSHIPS}/customXml"
CUSTOM_XML_PROPERTIES = f"{OFFICE_RELATIONSHIPS}/customXmlProps"


def checksum(content: str | bytes) -> str:
    """Return the checksum of a text, or of a part."""
    stored = content.encode(errors="replace") if isinstance(content, str) else content
    return f"{crc32(stored):08x}"


class RecordEntry(NamedTuple):
    """What a template's control became: a value, the rows of a repeat, or what a condition kept.

    Attributes:
        tag: the control's tag; none for a mark that only says where rows or a condition begin or
            end, where no value does.
        parent: where it stood: in a part (``document``, ``hdr``, ``ftr``), in another control
            (its number), or in a row of a repeat (``number.row``).
        checksum: that of what a value says; none for what holds others.
        format_checksum: that of bold, italic and links, nothing for plain text.
        markup: what it consists of: rows (``tr``), cells (``tc``), paragraphs and tables (``p``) or
            what stands in a line (``r``), and in how many cells it stands. A value that has a
            paragraph to itself is of paragraphs (``p``).
        list_signs: what the items of its lists began with in the workbook
            (``word/lists/typed.py``).
    """

    tag: str
    parent: str
    checksum: str = ""
    format_checksum: str = ""
    markup: str = ""
    list_signs: str = ""


@dataclass(eq=False, repr=False)
class Record:
    """What was built, by the numbers of the marks, in the order of the document.

    Attributes:
        entries: what the controls of the template became.
        template: the checksum of the template.
        is_draft: whether the document is a draft.
        is_marked: whether the document has the marks; a very long one has none.
        has_controls: whether it has controls instead, as those of former versions have.
        lines: the checksums of the body's lines as they were written (``word/hand_edits.py``).
    """

    entries: dict[int, RecordEntry] = field(default_factory=dict)
    template: str = ""
    is_draft: bool = False
    is_marked: bool = True
    has_controls: bool = False
    lines: str = ""

    def children(self, parent: str) -> list[int]:
        """Return the ids of the controls that stood in a place."""
        return self._by_parent.get(parent, [])

    @cached_property
    def _by_parent(self) -> dict[str, list[int]]:
        grouped: dict[str, list[int]] = {}
        for number, entry in self.entries.items():
            grouped.setdefault(entry.parent, []).append(number)
        return grouped

    def rows(self, repeat: int) -> list[str]:
        """Return the places of the rows of a repeat."""
        return self._by_repeat.get(str(repeat), [])

    @cached_property
    def _by_repeat(self) -> dict[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for parent in self._by_parent:
            repeat, is_row, _ = parent.partition(".")
            if is_row:
                grouped.setdefault(repeat, []).append(parent)
        return grouped

    def xml(self) -> bytes:
        """Return the record as a part."""
        tags = list(dict.fromkeys(entry.tag for entry in self.entries.values()))
        number_of = {tag: number for number, tag in enumerate(tags)}
        root = etree.Element(f"{{{NAMESPACE}}}built", template=self.template)
        root.set("lines", self.lines)
        if self.is_draft:
            root.set("draft", "1")
        root.set("marks", "1" if self.is_marked else "0")
        for tag in tags:
            etree.SubElement(root, f"{{{NAMESPACE}}}tag").text = tag
        etree.SubElement(root, f"{{{NAMESPACE}}}controls").text = " ".join(
            f"{number}:{number_of[tag]}:{parent}:{said}:{form}:{markup}{signs and f':{signs}'}"
            for number, (tag, parent, said, form, markup, signs) in self.entries.items()
        )
        return serialised(root)


def read_record(package: Package) -> Record | None:
    """Return what was last built into a document; None where it does not say, or not rightly."""
    part = _record_part(package)
    if part is None:
        return None
    root = package.xml(part)
    marks = root.get("marks")
    try:
        return Record(
            dict(_entries(root)),
            root.get("template", ""),
            is_draft=root.get("draft") == "1",
            is_marked=marks != "0",
            has_controls=marks is None,
            lines=root.get("lines", ""),
        )
    except (ValueError, IndexError):  # somebody has edited it
        return None


def _entries(root: etree._Element) -> Iterator[tuple[int, RecordEntry]]:
    tags = [tag.text or "" for tag in root.iterfind(f"{{{NAMESPACE}}}tag")]
    for control in (root.findtext(f"{{{NAMESPACE}}}controls") or "").split():
        number, tag, parent, said, form, *rest = control.split(":")
        markup, signs, *_ = (*rest, "", "")
        yield int(number), RecordEntry(tags[int(tag)], parent, said, form, markup, signs)


def _record_part(package: Package) -> str | None:
    for part in package.related(package.main_part, "customXml"):
        if package.xml(part).tag == f"{{{NAMESPACE}}}built":
            return part
    return None


def write_record(editor: PackageEditor, record: Record) -> None:
    """Put a record into a document, in place of the one that it has."""
    main = editor.package.main_part
    known = _record_part(editor.package)
    if known is not None:
        editor.put(known, record.xml())
        return
    item = editor.free_name("customXml/item{}.xml")
    properties = editor.free_name("customXml/itemProps{}.xml")
    editor.add(item, record.xml(), XML_TYPE)
    editor.add(properties, PROPERTIES.encode(), PROPERTIES_TYPE)
    editor.relate(main, Relationship(CUSTOM_XML, item))
    editor.relate(item, Relationship(CUSTOM_XML_PROPERTIES, properties))
