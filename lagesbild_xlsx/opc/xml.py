"""The XML of every package: names, how it is parsed, freed and written, and a theme's colours."""

from __future__ import annotations

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

SPREADSHEET_NAMESPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
    "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}",
)
"""The transitional and the strict namespace, and that of Excel 2010's conditional formats."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time stamp of every entry written: the same content gives the same bytes."""


def safe_parser() -> etree.XMLParser:
    """Return a parser that expands no entity and fetches nothing.

    Without ``huge_tree`` libxml2 also refuses 256 elements in each other, and texts of 10 MB.
    """
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def forget(element: etree._Element) -> None:
    """Free an element that has been read from a stream, and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def remove(element: etree._Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def serialised(root: etree._Element) -> bytes:
    """Return a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationship_id(element: etree._Element, name: str = "id") -> str:
    """Return the id of the relationship that an element refers to by an attribute (``r:id``)."""
    namespaces = (OFFICE_RELATIONSHIPS, STRICT_RELATIONSHIPS)
    return next(filter(None, (element.get(f"{{{ns}}}{name}") for ns in namespaces)), "")


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """Return a theme's colours as RRGGBB by name, such as ``accent1`` (ECMA-376 part 1, 20.1.6.2).

    A colour of the system is what it last was; one that is not said as a number is nothing.

    Args:
        theme: the root of a theme part, None where there is no such part.
    """
    scheme = None if theme is None else theme.find(".//{*}clrScheme")
    elements = () if scheme is None else scheme.iterchildren("{*}*")
    return {str(etree.QName(element).localname): _stored(element) for element in elements}


def _stored(element: etree._Element) -> str:
    colour = next(element.iterchildren("{*}*"), None)
    return "" if colour is None else (colour.get("lastClr") or colour.get("val") or "").upper()
