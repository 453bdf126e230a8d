"""The document's core properties: title, author and dates, from the report itself."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.model import Report
from lagesbild_xlsx.opc import CONTENT_TYPES, RELATIONSHIPS_NS, Package, serialised

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
NS = {"cp": CP, "dc": DC, "dcterms": DCTERMS, "xsi": XSI}
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def title_of(package: Package) -> str:
    """Return the title of a document."""
    name = next(package.related("", "core-properties"), None)
    return "" if name is None else package.xml(name).findtext(f"{{{DC}}}title") or ""


def core_properties(package: Package, title: str, report: Report) -> dict[str, bytes]:
    """Return the part with the document's properties, and what must name it where it is new.

    The dates are the report's, not the clock's, so that the same workbook gives the same bytes.
    """
    name = next(package.related("", "core-properties"), None)
    root = package.xml(name) if name else etree.Element(f"{{{CP}}}coreProperties", nsmap=NS)
    if title:
        _set(root, DC, "title", title)
    _set(root, DC, "creator", report.municipality)
    _set(root, CP, "lastModifiedBy", report.municipality)
    if report.date is not None:
        for date in ("created", "modified"):
            element = _set(root, DCTERMS, date, f"{report.date}T00:00:00Z")
            element.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
    part = {name or "docProps/core.xml": serialised(root)}
    return part if name else part | _named(package)


def _set(root: etree._Element, namespace: str, name: str, text: str) -> etree._Element:
    element = root.find(f"{{{namespace}}}{name}")
    if element is None:
        element = etree.SubElement(root, f"{{{namespace}}}{name}")
    element.text = text
    return element


def _named(package: Package) -> dict[str, bytes]:
    """Return the content types and the package's relationships with the new part in them."""
    types = package.xml(CONTENT_TYPES)
    etree.SubElement(
        types,
        types.tag.replace("Types", "Override"),
        PartName="/docProps/core.xml",
        ContentType=CORE_TYPE,
    )
    relationships = package.xml("_rels/.rels")
    etree.SubElement(
        relationships,
        f"{{{RELATIONSHIPS_NS}}}Relationship",
        Id="rIdLbCore",
        Type=CORE_KIND,
        Target="docProps/core.xml",
    )
    return {CONTENT_TYPES: serialised(types), "_rels/.rels": serialised(relationships)}
