"""The parts of a package while they are changed, with the relationships and types of new ones."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.opc import (
    CONTENT_TYPES,
    OFFICE_RELATIONSHIPS,
    RELATIONSHIPS_NS,
    Package,
    relationships_part,
    serialised,
)

TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R_ID = f"{{{OFFICE_RELATIONSHIPS}}}id"


def s(name: str) -> str:
    """Return a SpreadsheetML name as lxml writes it."""
    return f"{{{MAIN}}}{name}"


def remove(element: etree._Element) -> None:
    """Take an element out of its part."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def forget_attributes(element: etree._Element, *names: str) -> None:
    """Take attributes off an element, those that it has."""
    for name in names:
        if element.get(name) is not None:
            del element.attrib[name]


class Parts:
    """The parts that are read to be changed, and those that are new."""

    def __init__(self, package: Package) -> None:
        """Start without changes."""
        self.package = package
        self._roots: dict[str, etree._Element] = {}
        self._texts: dict[str, str] = {}
        self.dropped: set[str] = set()

    def root(self, name: str) -> etree._Element:
        """Return a part's root element, to be changed in place."""
        if name not in self._roots:
            self._roots[name] = self.package.xml(name)
        return self._roots[name]

    def child(self, part: str, name: str) -> etree._Element:
        """Return an element that the schema asks for in a part.

        Raises:
            StopError: it is not there.
        """
        found = self.root(part).find(s(name))
        if found is None:
            raise self.package.damaged(part)
        return found

    def text(self, name: str) -> str:
        """Return the text of a part that need not be well-formed XML, such as VML."""
        return self._texts.get(name) or self.package.read(name).decode("utf-8", "replace")

    def set_text(self, name: str, text: str) -> None:
        """Put a text in place of a part's."""
        self._texts[name] = text

    def add(self, name: str, root: etree._Element, content_type: str) -> None:
        """Add a part."""
        self._roots[name] = root
        self._override(name, content_type)

    def free_name(self, form: str) -> str:
        """Return the first name that no part has, for a form such as ``xl/comments{}.xml``."""
        taken = {name.lower() for name in (*self.package.names, *self._roots, *self._texts)}
        number = 1
        while form.format(number).lower() in taken:
            number += 1
        return form.format(number)

    def default_type(self, ending: str, content_type: str) -> None:
        """Say what parts with an ending are, if that is not said already."""
        types = self.root(CONTENT_TYPES)
        known = {el.get("Extension", "").lower() for el in types.iter(f"{{{TYPES_NS}}}Default")}
        if ending not in known:
            element = etree.Element(f"{{{TYPES_NS}}}Default")
            element.set("Extension", ending)
            element.set("ContentType", content_type)
            types.insert(0, element)

    def _override(self, name: str, content_type: str) -> None:
        element = etree.SubElement(self.root(CONTENT_TYPES), f"{{{TYPES_NS}}}Override")
        element.set("PartName", f"/{name}")
        element.set("ContentType", content_type)

    def drop(self, source: str, kind: str) -> None:
        """Take the parts out that another points to by a kind of relationship."""
        dropped = set(self.package.related(source, kind))
        for element in list(self.root(CONTENT_TYPES)):
            if element.get("PartName", "").lstrip("/") in dropped:
                self.root(CONTENT_TYPES).remove(element)
        numbers = {n for n, r in self.package.relationships(source).items() if r.target in dropped}
        relationships = self.root(relationships_part(source)) if numbers else ()
        for element in list(relationships):
            if element.get("Id") in numbers:
                remove(element)
        self.dropped |= dropped

    def relate(self, source: str, target: str, kind: str) -> str:
        """Make one part point to another and return the relationship's id."""
        name = relationships_part(source)
        if name not in self._roots and name not in self.package.names:
            self._roots[name] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS_NS}"/>')
        root = self.root(name)
        numbers = (re.fullmatch(r"rId(\d+)", el.get("Id", "")) for el in root)
        number = f"rId{max((int(found[1]) for found in numbers if found), default=0) + 1}"
        element = etree.SubElement(root, f"{{{RELATIONSHIPS_NS}}}Relationship")
        element.set("Id", number)
        element.set("Type", f"{OFFICE_RELATIONSHIPS}/{kind}")
        element.set("Target", f"/{target}")
        return number

    def changed(self) -> dict[str, bytes]:
        """Return the bytes of all parts that were read to be changed, and of the new ones."""
        roots = {name: serialised(root) for name, root in self._roots.items()}
        return roots | {name: text.encode() for name, text in self._texts.items()}
