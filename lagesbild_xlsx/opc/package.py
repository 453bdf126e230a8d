"""A package: its parts read one by one, and written anew with some of them changed."""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self, TypeAlias

from lxml import etree

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc.alternatives import is_shown, resolve_alternatives
from lagesbild_xlsx.opc.archive import (
    UNZIP_ERRORS,
    PartNames,
    ReadBudget,
    count_markup,
    folded,
    holds_doctype,
    opened,
    packed,
    refuse_unsafe_entries,
    sha256_of,
    too_many,
    unpacked,
)
from lagesbild_xlsx.opc.kinds import (
    OPEN_DOCUMENT,
    OTHER_TYPES,
    PREVIEW,
    PREVIEW_TYPES,
    STRICT,
    STRICT_REMEDY,
    FileKind,
    WantedFile,
)
from lagesbild_xlsx.opc.xml import (
    CONTENT_TYPES,
    RELATIONSHIPS_NS,
    TYPES_NS,
    forget,
    safe_parser,
)

Chunks: TypeAlias = Generator[bytes, None, None]
"""A part's bytes, piece by piece; closing it closes the part."""


STRICT_TYPES = "http://purl.oclc.org/ooxml/"


class Relationship(NamedTuple):
    """What one part points to: another part's name, or an address outside the package."""

    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type, which is the same in a package of the strict kind."""
        return self.type.rpartition("/")[2]


class Package:
    """An open package, read only."""

    def __init__(self, file: Path | io.BytesIO, kind: FileKind, named: Path | None = None) -> None:
        """Open a file, or a package in memory.

        Args:
            file: the path, or the bytes.
            kind: what it should be.
            named: the path that messages name it by, where that is not its own.

        Raises:
            StopError: it cannot be read, is not a package of this kind, or is not safe to read.
        """
        self.path = named or (file if isinstance(file, Path) else Path())
        self._wanted = WantedFile(self.path, kind)
        self._zip = opened(file, self._wanted)
        self._read = ReadBudget(self._wanted)
        self._relationships: dict[str, dict[str, Relationship]] = {}
        refuse_unsafe_entries(self._wanted, self._zip.infolist())
        self.names = PartNames(self._zip.namelist())
        if self.main is None:
            raise self._wanted.is_instead(self._other_kind())
        if kind.program == "Word" and self._is_strict:
            raise self._wanted.is_instead(STRICT, STRICT_REMEDY)

    def too_large(self, what: str) -> StopError:
        """Return the error that says what there is too much of."""
        return self._wanted.too_large(what)

    def is_preview(self) -> StopError:
        """Return the error that says that the file is from before its format was agreed."""
        return self._wanted.is_instead(PREVIEW)

    def damaged(self, part: str) -> StopError:
        """Return the error that says which part of the file cannot be read."""
        return self._wanted.damaged(part)

    @property
    def _is_strict(self) -> bool:
        """Whether the package is of the strict kind (ECMA-376 part 1, annex A)."""
        return any(each.type.startswith(STRICT_TYPES) for each in self.relationships().values())

    def _other_kind(self) -> str:
        """Return what a package that is not of the wanted kind is, in Swedish."""
        if "mimetype" in self.names:
            return OPEN_DOCUMENT.get(self.read("mimetype").strip(), "ett OpenDocument-dokument")
        if any(name.startswith("Index/") and name.endswith(".iwa") for name in self.names):
            return "en fil från Numbers eller Pages"
        if CONTENT_TYPES not in self.names:
            return "en zip-fil"
        if self.xml(CONTENT_TYPES).tag == PREVIEW_TYPES:
            return PREVIEW
        types = set(self.content_types.values())
        return next((what for main, what in OTHER_TYPES.items() if main in types), "en zip-fil")

    def read(self, name: str) -> bytes:
        """Return a part's bytes.

        Raises:
            StopError: the part is missing or damaged.
        """
        return b"".join(self._chunks(name))

    def unparsed(self, name: str) -> bytes:
        """Return the bytes of a part that is handed on as it is.

        Raises:
            StopError: the part is missing or damaged, or has a DOCTYPE.
        """
        content = self.read(name)
        if self._is_xml(name) and holds_doctype(content):
            raise self.damaged(name)
        return content

    def refuse_doctypes(self) -> None:
        """Refuse a DOCTYPE also in the parts that are never parsed.

        Raises:
            StopError: a part has one, or is damaged.
        """
        for name in filter(self._is_xml, self.names):
            self.unparsed(name)

    def _is_xml(self, name: str) -> bool:
        """Return whether a part is XML of Office; a picture may be XML with a DOCTYPE (SVG)."""
        kind = self.content_types.get(name, "")
        is_named_so = name.lower().endswith((".xml", ".rels", ".vml"))
        return is_named_so or (kind.endswith("xml") and not kind.startswith("image/"))

    def _chunks(self, name: str) -> Chunks:
        try:
            with self._zip.open(self.names.stored(name)) as stream:
                yield from unpacked(stream)
        except (KeyError, *UNZIP_ERRORS) as error:
            raise self.damaged(name) from error

    def xml(self, name: str) -> etree._Element:
        """Return a part's root element.

        Raises:
            StopError: the part is missing, damaged, too large or not well-formed.
        """
        return self.parsed(name, self.read(name))

    def shown_xml(self, name: str) -> etree._Element:
        """Return a part's root element, to be read only: of alternatives, the one that is shown.

        Raises:
            StopError: the part is missing, damaged, too large or not well-formed.
        """
        return resolve_alternatives(self.xml(name))

    def parsed(self, name: str, content: bytes) -> etree._Element:
        """Return the root element of a part, or of what is left of it.

        Raises:
            StopError: it is too large or not well-formed.
        """
        self._read.vet(name, iter((content,)), self._wanted.kind.most_markup)
        try:
            return etree.fromstring(content, safe_parser())
        except etree.XMLSyntaxError as error:
            raise self.damaged(name) from error

    def vetted(self, name: str) -> Chunks:
        """Return a part's bytes, chunk by chunk, when all of them have been looked through.

        Raises:
            StopError: the part is missing, damaged or too large.
        """
        self._read.vet(name, self._chunks(name))
        return self._chunks(name)

    def elements(
        self, name: str, tags: Sequence[str], chunks: Chunks | None = None
    ) -> Iterator[etree._Element]:
        """Yield the elements of these tags in a part, each when it is whole.

        Each is freed before the next, with all that stood before it. One inside another of them,
        which no program writes, is left in it. Of alternatives, those that are shown are there.

        Args:
            name: the part's name.
            tags: the elements' tags.
            chunks: what is left of the part, where some of it has been taken out.

        Raises:
            StopError: the part is missing, damaged, too large or not well-formed.
        """
        parser = etree.XMLPullParser(
            ("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        held = 0
        try:
            with closing(self.vetted(name) if chunks is None else chunks) as pieces:
                for chunk in pieces:
                    parser.feed(chunk)
                    held += count_markup(chunk)
                    for _, element in parser.read_events():
                        assert isinstance(element, etree._Element)  # noqa: S101, SLF001
                        if next(element.iterancestors(*tags), None) is None:
                            if is_shown(element):
                                yield resolve_alternatives(element)
                            forget(element)
                            held = 0
                    if held > self._wanted.kind.most_markup:
                        raise too_many(self._wanted, name)
            parser.close()
        except etree.XMLSyntaxError as error:
            raise self.damaged(name) from error

    def relationships(self, name: str = "") -> dict[str, Relationship]:
        """Return what a part points to, by relationship id; no name is the package itself."""
        if name not in self._relationships:
            self._relationships[name] = dict(self._read_relationships(name))
        return self._relationships[name]

    def _read_relationships(self, name: str) -> Iterator[tuple[str, Relationship]]:
        folder, rels = posixpath.dirname(name), relationships_part(name)
        if rels in self.names:
            for element in self.xml(rels).iterchildren(f"{{{RELATIONSHIPS_NS}}}Relationship"):
                yield element.get("Id", ""), self._relationship(folder, element)

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Yield the existing parts that a part points to by a kind of relationship, each once.

        Args:
            name: the part that points.
            kind: the last word of the relationship's type (``styles``).
        """
        relationships = dict.fromkeys(self.relationships(name).values())
        for relationship in relationships:
            if relationship.kind == kind and relationship.target in self.names:
                yield relationship.target

    def _relationship(self, folder: str, element: etree._Element) -> Relationship:
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            target = self.names.stored(target)
        return Relationship(element.get("Type", ""), target, external)

    @cached_property
    def content_types(self) -> dict[str, str]:
        """Every part's content type by the part's name, in the order of the package."""
        root = self.xml(CONTENT_TYPES)
        by_ending = {
            el.get("Extension", "").lower(): el.get("ContentType", "")
            for el in root.iter(f"{{{TYPES_NS}}}Default")
        }
        by_name = {
            folded(el.get("PartName", "").lstrip("/")): el.get("ContentType", "")
            for el in root.iter(f"{{{TYPES_NS}}}Override")
        }
        return {
            name: by_name.get(folded(name), by_ending.get(name.rpartition(".")[2].lower(), ""))
            for name in self._zip.namelist()
            if folded(name) != folded(CONTENT_TYPES)  # which is no part itself
        }

    @cached_property
    def main(self) -> str | None:
        """The main part's name, or None where the package is of another kind."""
        if CONTENT_TYPES not in self.names:
            return None
        for name in self.related("", "officeDocument"):
            if self.content_types[name] in self._wanted.kind.main_types:
                return name
        return None

    @property
    def main_part(self) -> str:
        """The main part's name."""
        assert self.main is not None  # noqa: S101 - the constructor refused the others
        return self.main

    def with_parts(
        self, changed: Mapping[str, bytes], without: Collection[str] = frozenset()
    ) -> bytes:
        """Return the package's bytes with some parts changed or added, all others as they were.

        Args:
            changed: the bytes of those parts by name.
            without: the parts to leave out.

        Raises:
            StopError: one of the others is damaged, or has a DOCTYPE.
        """
        changed = {self.names.stored(name): content for name, content in changed.items()}
        names = [*self._zip.namelist(), *(name for name in changed if name not in self.names)]
        kept = (name for name in names if name not in without)
        return packed((n, changed[n] if n in changed else self.unparsed(n)) for n in kept)

    def checksums(
        self, changed: Mapping[str, bytes], without: Collection[str] = frozenset()
    ) -> dict[str, int]:
        """Return the CRC-32 of every part of the package that :meth:`with_parts` makes."""
        kept = {info.filename: info.CRC for info in self._zip.infolist()}
        new = {self.names.stored(name): zlib.crc32(part) for name, part in changed.items()}
        return {name: crc for name, crc in (kept | new).items() if name not in without}

    def sha256(self) -> str:
        """Return the SHA-256 of the file that was read."""
        return sha256_of(self._zip)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def relationships_part(name: str) -> str:
    """Return the name of the part that says what a part points to; no name is the package."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")
