"""What a document was built from, as custom properties: so that a printed report can be traced.

In Word: File, Info, Properties, Advanced Properties, Custom. The format is ECMA-376 part 1, 22.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import (
    CONTENT_TYPES,
    OFFICE_RELATIONSHIPS,
    RELATIONSHIPS_NS,
    Package,
    serialised,
)
from lagesbild_xlsx.word.xml import without_unwritable

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define ([MS-OLEPS] 2.18.1)."""

FIRST_NUMBER = 2
"""Property numbers 0 and 1 are reserved ([MS-OLEPS] 2.18.1)."""

LONGEST = 10
"""How many figures a property number has at the most."""

NAME, CHECKSUM = "Arbetsbok", "Arbetsbok SHA-256"


class Origin(NamedTuple):
    """The workbook that a document was built from: its file name, and its SHA-256 in hex."""

    name: str
    sha256: str


def origin_parts(
    package: Package, origin: Origin, changed: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the part with the custom properties, and what must name it where it is new.

    Args:
        package: the template, or the document that is updated.
        origin: what the document was built from.
        changed: the parts that are changed already.
    """
    known = next(package.related("", "custom-properties"), None)
    root = package.xml(known) if known else _empty()
    for name, text in ((NAME, origin.name), (CHECKSUM, origin.sha256)):
        _set(root, name, text)
    if known:
        return {known: serialised(root)}
    return {"docProps/custom.xml": serialised(root)} | _named(package, changed)


def is_ours(element: etree._Element) -> bool:
    """Return whether a property says what the document was built from."""
    return element.get("name") in (NAME, CHECKSUM)


def _empty() -> etree._Element:
    return etree.fromstring(f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}"/>')


def _set(root: etree._Element, name: str, text: str) -> None:
    found = next((el for el in root if el.get("name") == name), None)
    if found is None:
        numbers = [
            int(pid) for el in root if (pid := el.get("pid", "")).isdecimal() and len(pid) < LONGEST
        ]
        found = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT_ID)
        found.set("pid", str(max(numbers, default=FIRST_NUMBER - 1) + 1))
        found.set("name", name)
    for value in list(found):
        found.remove(value)
    safe = without_unwritable(text.encode(errors="replace").decode())
    etree.SubElement(found, f"{{{TYPES}}}lpwstr").text = safe


def _named(package: Package, changed: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the content types and the package's relationships with the new part in them."""
    names = (CONTENT_TYPES, "_rels/.rels")
    types, relationships = (
        etree.fromstring(changed.get(name) or package.read(name)) for name in names
    )
    override = etree.SubElement(types, types.tag.replace("Types", "Override"))
    override.set("PartName", "/docProps/custom.xml")
    override.set("ContentType", CUSTOM_TYPE)
    related = etree.SubElement(relationships, f"{{{RELATIONSHIPS_NS}}}Relationship")
    related.set("Id", "rIdLbOrigin")
    related.set("Type", f"{OFFICE_RELATIONSHIPS}/custom-properties")
    related.set("Target", "docProps/custom.xml")
    return {CONTENT_TYPES: serialised(types), "_rels/.rels": serialised(relationships)}
