"""What a document was built from, as custom properties: so that a printed report can be traced.

In Word: File, Info, Properties, Advanced Properties, Custom. The format is ECMA-376 part 1, 22.3.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.word.xml import without_unwritable

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_PROPERTIES = f"{OFFICE_RELATIONSHIPS}/custom-properties"
CUSTOM_PART = "docProps/custom.xml"
NO_PROPERTIES = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}"/>'
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define ([MS-OLEPS] 2.18.1)."""

FIRST_NUMBER = 2
"""Property numbers 0 and 1 are reserved ([MS-OLEPS] 2.18.1)."""

LONGEST = 10
"""How many digits a property number has at the most."""

NAME, CHECKSUM = "Arbetsbok", "Arbetsbok SHA-256"


class SourceWorkbook(NamedTuple):
    """The workbook that a document was built from: its file name, and its SHA-256 in hex."""

    name: str
    sha256: str


def write_origin(editor: PackageEditor, origin: SourceWorkbook) -> None:
    """Say in a document's custom properties what it was built from."""
    part = next(editor.package.related("", "custom-properties"), None)
    if part is None:
        part = CUSTOM_PART
        editor.add(part, NO_PROPERTIES.encode(), CUSTOM_TYPE)
        editor.relate("", Relationship(CUSTOM_PROPERTIES, part))
    for name, text in ((NAME, origin.name), (CHECKSUM, origin.sha256)):
        _set(editor.root(part), name, text)


def has_origin(package: Package) -> bool:
    """Return whether a document says which workbook it was built from."""
    parts = package.related("", "custom-properties")
    return any(is_of_origin(element) for part in parts for element in package.xml(part))


def is_of_origin(element: etree._Element) -> bool:
    """Return whether a property says what the document was built from."""
    return element.get("name") in (NAME, CHECKSUM)


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
