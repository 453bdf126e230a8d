"""The document's core properties: title, author and dates, from the report itself."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.model import Report
from lagesbild_xlsx.opc import Package, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_PROPERTIES = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
CORE_PART = "docProps/core.xml"
NO_PROPERTIES = (
    f'<cp:coreProperties xmlns:cp="{CP}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}"'
    f' xmlns:xsi="{XSI}"/>'
)


def title_of(package: Package) -> str:
    """Return the title of a document."""
    name = next(package.related("", "core-properties"), None)
    return "" if name is None else package.xml(name).findtext(f"{{{DC}}}title") or ""


def write_core_properties(editor: PackageEditor, title: str, report: Report) -> None:
    """Say in a document's properties what its title is, whose it is, and its date.

    The dates are the report's, not the clock's, so that the same workbook gives the same bytes.
    """
    part = next(editor.package.related("", "core-properties"), None)
    if part is None:
        part = CORE_PART
        editor.add(part, NO_PROPERTIES.encode(), CORE_TYPE)
        editor.relate("", Relationship(CORE_PROPERTIES, part))
    root = editor.root(part)
    if title:
        _set(root, DC, "title", title)
    _set(root, DC, "creator", report.municipality)
    _set(root, CP, "lastModifiedBy", report.municipality)
    if report.date is not None:
        for date in ("created", "modified"):
            element = _set(root, DCTERMS, date, f"{report.date}T00:00:00Z")
            element.set(f"{{{XSI}}}type", "dcterms:W3CDTF")


def _set(root: etree._Element, namespace: str, name: str, text: str) -> etree._Element:
    element = root.find(f"{{{namespace}}}{name}")
    if element is None:
        element = etree.SubElement(root, f"{{{namespace}}}{name}")
    element.text = text
    return element
