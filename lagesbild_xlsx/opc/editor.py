"""A package while it is changed: its parts, with their content types and relationships."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count

from lxml import etree

from lagesbild_xlsx.opc.archive import PartNames, folded
from lagesbild_xlsx.opc.package import Package, Relationship, relationships_part
from lagesbild_xlsx.opc.xml import (
    CONTENT_TYPES,
    RELATIONSHIPS_NS,
    TYPES_NS,
    remove,
    serialised,
)

XML_TYPE = "application/xml"
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": XML_TYPE,
}
"""The content types that every package gives to these extensions, if it says nothing else."""

NO_RELATIONSHIPS = f'<Relationships xmlns="{RELATIONSHIPS_NS}"/>'.encode()


class PackageEditor:
    """The parts of a package that are changed, added and dropped (ECMA-376 part 2).

    Attributes:
        package: what is changed; it stays as it is.
        dropped: the names of the parts that are taken out.
    """

    def __init__(self, package: Package) -> None:
        """Start with a content type for every relationships part and every XML part."""
        self.package = package
        self.dropped: set[str] = set()
        self._roots: dict[str, etree._Element] = {}
        self._contents: dict[str, bytes] = {}
        self._ids: dict[str, dict[Relationship, str]] = {}
        self._free_ids: dict[str, Iterator[str]] = {}
        for extension, content_type in DEFAULTS.items():
            self._add_default(extension, content_type)

    def root(self, name: str) -> etree._Element:
        """Return a part's root element, to be changed in place."""
        if name not in self._roots:
            self._roots[name] = self.package.parsed(name, self.read(name))
            self._contents.pop(name, None)
        return self._roots[name]

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, as it is by now."""
        if name in self._roots:
            return serialised(self._roots[name])
        return self._contents[name] if name in self._contents else self.package.read(name)

    def put(self, name: str, content: bytes) -> None:
        """Put bytes in place of a part's."""
        self._roots.pop(name, None)
        self._contents[name] = content

    def is_changed(self, name: str) -> bool:
        """Return whether a part may have been changed, or is new."""
        return name in self._roots or name in self._contents

    def changed(self) -> dict[str, bytes]:
        """Return the bytes of the parts that may have been changed, and of the new ones."""
        return {name: self.read(name) for name in (*self._contents, *self._roots)}

    # ------------------------------------------------------------------ parts

    def free_name(self, form: str) -> str:
        """Return the first name that no part has, for a form such as ``xl/comments{}.xml``."""
        taken = PartNames((*self.package.names, *self._roots, *self._contents))
        return next(name for name in map(form.format, count(1)) if name not in taken)

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part."""
        self.put(name, content)
        extension = _extension(name)
        self._add_default(extension, DEFAULTS.get(extension, content_type))
        self.set_content_type(name, content_type)

    def copied(self, name: str, source: Package | None = None) -> str:
        """Add a copy of a part, with copies of what it points to, and return the copy's name.

        Args:
            name: the part.
            source: the package that it is in; this one if not given, whose pictures are shared.
        """
        return self._copied(name, source or self.package, {})

    def _copied(self, name: str, source: Package, made: dict[str, str]) -> str:
        if name in made:
            return made[name]
        stem, dot, extension = name.replace("{", "{{").replace("}", "}}").rpartition(".")
        made[name] = copy = self.free_name(f"{stem.rstrip('0123456789')}{{}}{dot}{extension}")
        self.add(copy, source.read(name), source.content_types[name])
        if relationships_part(name) in source.names:
            root = source.xml(relationships_part(name))
            known = source.relationships(name)
            for each in root.iterchildren(f"{{{RELATIONSHIPS_NS}}}Relationship"):
                found = known[each.get("Id", "")]
                if found.external or found.target not in source.names:
                    continue
                is_shared = found.kind == "image" and source is self.package
                target = found.target if is_shared else self._copied(found.target, source, made)
                each.set("Target", f"/{target}")
            self.add(relationships_part(copy), serialised(root), DEFAULTS["rels"])
        return copy

    def drop(self, source: str, parts: Collection[str]) -> None:
        """Take out parts that another points to, what only they lead to, and what is said of them.

        A picture in a comment goes with the comments, if it stands nowhere else.
        """
        if not parts:
            return
        related = self.package.relationships(source).items()
        ids = {rid for rid, found in related if found.target in parts}
        relationships, types = self.root(relationships_part(source)), self.root(CONTENT_TYPES)
        _remove(each for each in relationships if each.get("Id") in ids)
        gone = {*parts, *self._reached(parts) - self._reached(("",), without=parts)}
        own = map(self.package.names.stored, map(relationships_part, gone))
        dropped = PartNames((*gone, *own))
        _remove(each for each in types if each.get("PartName", "").lstrip("/") in dropped)
        self.dropped.update(dropped)

    def _reached(self, sources: Iterable[str], without: Collection[str] = ()) -> set[str]:
        """Return the parts that others lead to, by way of whatever parts but some."""
        reached: set[str] = set()
        waiting = list(sources)
        while waiting:
            source = waiting.pop()
            related = (*self.package.relationships(source).values(), *self._ids.get(source, ()))
            found = {each.target for each in related if not each.external}
            found -= {*reached, *without, *self.dropped}
            reached |= found
            waiting += found
        return reached

    def take_out(
        self, name: str, is_unwanted: Callable[[etree._Element], bool]
    ) -> list[etree._Element]:
        """Take elements out of a part, which stays byte by byte where it has none of them."""
        known = self._roots.get(name)
        root = self.package.parsed(name, self.read(name)) if known is None else known
        unwanted = list(filter(is_unwanted, root.iter()))
        if unwanted:
            self._contents.pop(name, None)
            self._roots[name] = root
            _remove(unwanted)
        return unwanted

    # ------------------------------------------------------------------ content types

    def set_content_type(self, name: str, content_type: str) -> None:
        """Give a part a content type: that of its extension, or else one of its own."""
        override = self._override(name)
        if override is None:
            default = self._default(_extension(name))
            if default is not None and default.get("ContentType") == content_type:
                return
            override = etree.SubElement(self.root(CONTENT_TYPES), f"{{{TYPES_NS}}}Override")
            override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)

    def _add_default(self, extension: str, content_type: str) -> None:
        """Give an extension a content type, if it has none."""
        if self._default(extension) is None:
            default = etree.Element(f"{{{TYPES_NS}}}Default")
            default.set("Extension", extension)
            default.set("ContentType", content_type)
            self.root(CONTENT_TYPES).insert(0, default)

    def _default(self, extension: str) -> etree._Element | None:
        """Return the element that says an extension's content type."""
        defaults = self.root(CONTENT_TYPES).iterfind(f"{{{TYPES_NS}}}Default")
        return next((each for each in defaults if _is(each, "Extension", extension)), None)

    def _override(self, name: str) -> etree._Element | None:
        """Return the element that says a part's own content type."""
        overrides = self.root(CONTENT_TYPES).iterfind(f"{{{TYPES_NS}}}Override")
        return next((each for each in overrides if _is(each, "PartName", name)), None)

    # ------------------------------------------------------------------ relationships

    def relate(self, source: str, relationship: Relationship) -> str:
        """Make a part point to another, or to an address outside the package.

        Args:
            source: the part; no name is the package itself.
            relationship: what it points to; one that it has already is used again.

        Returns:
            The relationship's id.
        """
        ids = self._ids_of(source)
        if relationship not in ids:
            ids[relationship] = next(self._free_ids[source])
            self._add_relationship(source, ids[relationship], relationship)
        return ids[relationship]

    def relate_by(self, source: str, relationships: Mapping[str, Relationship]) -> None:
        """Make a new part point to others, by the ids that its XML has for them."""
        for rid, relationship in relationships.items():
            self._add_relationship(source, rid, relationship)

    def redirect(self, is_meant: Callable[[Relationship], bool], address: str) -> None:
        """Let some of what points outside the package, whatever part it is, point elsewhere.

        Args:
            is_meant: returns whether a relationship is one of those.
            address: where they point then.
        """
        for name in self.package.names:
            if _extension(name) == "rels":
                for each in self.root(name).iterfind("*[@TargetMode='External']"):
                    kind, target = each.get("Type", ""), each.get("Target", "")
                    if is_meant(Relationship(kind, target, external=True)):
                        each.set("Target", address)

    def _ids_of(self, source: str) -> dict[Relationship, str]:
        if source not in self._ids:
            known = self.package.relationships(source)
            self._ids[source] = {found: rid for rid, found in reversed(known.items())}
            free = (rid for rid in map("rId{}".format, count(1)) if rid not in known)
            self._free_ids[source] = free
        return self._ids[source]

    def _add_relationship(self, source: str, rid: str, relationship: Relationship) -> None:
        name = relationships_part(source)
        if name not in self.package.names and not self.is_changed(name):
            self.add(name, NO_RELATIONSHIPS, DEFAULTS["rels"])
        element = etree.SubElement(self.root(name), f"{{{RELATIONSHIPS_NS}}}Relationship")
        element.set("Id", rid)
        element.set("Type", relationship.type)
        if relationship.external:
            element.set("Target", relationship.target)
            element.set("TargetMode", "External")
        else:
            element.set("Target", f"/{relationship.target}")


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _is(element: etree._Element, attribute: str, name: str) -> bool:
    """Return whether an element is about a part or an extension, in whatever case."""
    return folded(element.get(attribute, "").lstrip("/")) == folded(name)


def _remove(elements: Iterable[etree._Element]) -> None:
    for element in list(elements):
        remove(element)
