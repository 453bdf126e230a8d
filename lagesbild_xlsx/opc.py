"""Office files as packages of parts: opened safely, read part by part, written whole.

Both .xlsx and .docx are Open Packaging Conventions packages (ECMA-376 part 2): a zip archive of
XML parts that point to each other by relationships. Nothing a package points to outside itself
is ever fetched.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, NamedTuple, Self

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HYPERLINK = f"{OFFICE_RELATIONSHIPS}/hyperlink"

OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ett OpenDocument-kalkylark (.ods)",
    b"application/vnd.oasis.opendocument.text": "ett OpenDocument-textdokument (.odt)",
}
OTHER_TYPES = {
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": "en binär arbetsbok (.xlsb)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": (
        "en Excel-arbetsbok"
    ),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": (
        "ett Word-dokument"
    ),
    "application/vnd.ms-word.document.macroEnabled.main+xml": "ett Word-dokument med makron",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": (
        "en PowerPoint-presentation"
    ),
}
"""What other packages are called, by the type of their main part."""

MOST_PARTS = 10_000
"""How many parts a package may have. A workbook with a hundred sheets has some five hundred."""

LARGEST_PART, LARGEST_PACKAGE = 400 << 20, 1 << 30
"""How many bytes a part, and all parts, may unpack to. 50,000 rows of four texts take 30 MiB.

Apache POI's ZipSecureFile also bounds how far a part may be compressed; here a long balance list of
like rows is compressed as far as any bomb, so only what it comes to is bounded.
"""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time stamp of every entry written: the same content gives the same bytes."""


@dataclass(frozen=True)
class Kind:
    """A kind of office file, in the words that messages use."""

    wanted: str
    program: str
    main_types: tuple[str, ...]


class Relationship(NamedTuple):
    """What one part points to: another part's name, or an address outside the package."""

    kind: str
    target: str
    external: bool


class Package:
    """An open package, read only."""

    def __init__(self, file: Path | io.BytesIO, kind: Kind) -> None:
        """Open a file, or a package in memory.

        Raises:
            StopError: it cannot be read, or is not a package of this kind.
        """
        self.path = path = file if isinstance(file, Path) else Path()
        self.kind = kind
        self._zip = _open_zip(file, kind) if isinstance(file, Path) else zipfile.ZipFile(file)
        self._refuse_excess()
        self.names = frozenset(self._zip.namelist())
        if self.main is None:
            raise _not_of_kind(path, kind, self._other_kind())

    def _refuse_excess(self) -> None:
        """Refuse a package that would unpack to more than anybody needs, before it does."""
        sizes = [info.file_size for info in self._zip.infolist()]
        if len(sizes) > MOST_PARTS:
            raise self.too_large(f"{len(sizes)} delar")
        if max(sizes, default=0) > LARGEST_PART or sum(sizes) > LARGEST_PACKAGE:
            raise self.too_large(f"{sum(sizes) >> 20} megabyte innehåll")

    def too_large(self, what: str) -> StopError:
        """Return the error that says what there is too much of."""
        return StopError(rules.FILE_TOO_LARGE.at(FILE, path=self.path.name, what=what))

    def _other_kind(self) -> str:
        """Return what a package that is not of the wanted kind is, in Swedish."""
        if "mimetype" in self.names:
            return OPEN_DOCUMENT.get(self.read("mimetype").strip(), "ett OpenDocument-dokument")
        if any(name.startswith("Index/") and name.endswith(".iwa") for name in self.names):
            return "en fil från Numbers eller Pages"
        types = set(self.content_types.values()) if CONTENT_TYPES in self.names else set()
        return next((what for main, what in OTHER_TYPES.items() if main in types), "en zip-fil")

    def read(self, name: str) -> bytes:
        """Return a part's bytes.

        Raises:
            StopError: the part is missing or damaged.
        """
        try:
            return self._zip.read(name)
        except (KeyError, *UNZIP_ERRORS) as error:
            raise self.damaged(name) from error

    def open(self, name: str) -> IO[bytes]:
        """Return a part as a stream of bytes, for a part too large to hold twice.

        Raises:
            StopError: the part is missing.
        """
        try:
            return self._zip.open(name)
        except (KeyError, *UNZIP_ERRORS) as error:
            raise self.damaged(name) from error

    def xml(self, name: str) -> etree._Element:
        """Return a part's root element.

        Raises:
            StopError: the part is missing, damaged or not well-formed.
        """
        try:
            root = etree.fromstring(self.read(name), safe_parser())
        except etree.XMLSyntaxError as error:
            raise self.damaged(name) from error
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr] # a stub's gap
            raise self.damaged(name)
        return root

    def relationships(self, name: str = "") -> dict[str, Relationship]:
        """Return what a part points to, by relationship id; no name is the package itself."""
        folder, rels = posixpath.dirname(name), relationships_part(name)
        if rels not in self.names:
            return {}
        return {
            el.get("Id", ""): _relationship(folder, el)
            for el in self.xml(rels).iterchildren(f"{{{RELATIONSHIPS_NS}}}Relationship")
        }

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Yield the names of the existing parts that a part points to by a kind of relationship.

        Args:
            name: the part that points.
            kind: the last word of the relationship's type (``styles``).
        """
        for relationship in self.relationships(name).values():
            if relationship.kind == kind and relationship.target in self.names:
                yield relationship.target

    @cached_property
    def content_types(self) -> dict[str, str]:
        """Every part's content type by the part's name, in the order of the package."""
        ns = "{http://schemas.openxmlformats.org/package/2006/content-types}"
        root = self.xml(CONTENT_TYPES)
        by_ending = {
            el.get("Extension", "").lower(): el.get("ContentType", "")
            for el in root.iter(f"{ns}Default")
        }
        by_name = {
            el.get("PartName", "").lstrip("/"): el.get("ContentType", "")
            for el in root.iter(f"{ns}Override")
        }
        return {
            name: by_name.get(name, by_ending.get(name.rpartition(".")[2].lower(), ""))
            for name in self._zip.namelist()
        }

    @cached_property
    def main(self) -> str | None:
        """The main part's name, or None where the package is of another kind."""
        if CONTENT_TYPES not in self.names:
            return None
        for name in self.related("", "officeDocument"):
            if self.content_types[name] in self.kind.main_types:
                return name
        return None

    @property
    def main_part(self) -> str:
        """The main part's name."""
        assert self.main is not None  # noqa: S101 - the constructor refused the others
        return self.main

    def damaged(self, part: str) -> StopError:
        """Return the error that says which part of the file cannot be read."""
        return StopError(
            rules.FILE_DAMAGED.at(FILE, path=self.path.name, part=part, program=self.kind.program)
        )

    def with_parts(
        self, changed: Mapping[str, bytes], without: Collection[str] = frozenset()
    ) -> bytes:
        """Return the package's bytes with some parts changed or added, all others as they were.

        Args:
            changed: the bytes of those parts by name.
            without: the parts to leave out.
        """
        packed = io.BytesIO()
        names = [*self._zip.namelist(), *(name for name in changed if name not in self.names)]
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
            for name in (name for name in names if name not in without):
                info = zipfile.ZipInfo(name, EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(info, changed[name] if name in changed else self.read(name))
        return packed.getvalue()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
"""What zipfile raises for damaged, encrypted (RuntimeError) and oddly packed entries."""


def relationships_part(name: str) -> str:
    """Return the name of the part that says what a part points to; no name is the package."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def forget(element: etree._Element) -> None:
    """Free an element that has been read from a stream, and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def serialised(root: etree._Element) -> bytes:
    """Return a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def safe_parser() -> etree.XMLParser:
    """Return a parser that expands no entity and fetches nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


def _relationship(folder: str, element: etree._Element) -> Relationship:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(element.get("Type", "").rpartition("/")[2], target, external)


def _open_zip(path: Path, kind: Kind) -> zipfile.ZipFile:
    try:
        file = path.open("rb")
    except OSError as error:
        raise StopError(rules.FILE_UNREADABLE.at(FILE, path=path)) from error
    with file:
        start = file.read(1 << 16)
    if not start.startswith(b"PK"):
        raise _explained(path, kind, start)
    try:
        return zipfile.ZipFile(path)
    except (*UNZIP_ERRORS, OSError) as error:
        raise StopError(
            rules.FILE_DAMAGED.at(FILE, path=path.name, part="innehållet", program=kind.program)
        ) from error


def _explained(path: Path, kind: Kind, start: bytes) -> StopError:
    """Return the error that says what a file that is no zip archive is instead."""
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        # Compound File Binary ([MS-CFB]): an encrypted package, or the format before 2007.
        if "EncryptedPackage".encode(
            "utf-16-le"
        ) in start or "Encrypted" in path.read_bytes().decode("utf-16-le", "ignore"):
            return StopError(rules.PASSWORD_PROTECTED.at(FILE, path=path.name))
        return _not_of_kind(path, kind, "en fil i ett äldre format (från tiden före 2007)")
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, what in (
        (b"%pdf", "en PDF-fil"),
        (b"{\\rtf", "en RTF-fil"),
        (b"<!doctype html", "en webbsida"),
        (b"<html", "en webbsida"),
        (b"<", "en XML-fil"),
        (b"\x89png", "en bild"),
        (b"\xff\xd8", "en bild"),
    ):
        if head.startswith(magic):
            return _not_of_kind(path, kind, what)
    if not start:
        return _not_of_kind(path, kind, "tom")
    return _not_of_kind(path, kind, "en textfil" if b"\0" not in start else "något annat")


REMEDIES = {
    "tom": "Ta fram en äldre version av filen, eller be om den på nytt.",
    "ett Word-dokument": "Välj arbetsboken i stället.",
    "en Excel-arbetsbok": "Välj Word-mallen i stället.",
    "en bild": "Välj en annan fil.",
}
"""What to do with files that no program can save as the wanted kind."""


def _not_of_kind(path: Path, kind: Kind, what: str) -> StopError:
    remedy = REMEDIES.get(what, f"Öppna den i {kind.program} och spara den som {kind.wanted}.")
    return StopError(
        rules.NOT_OFFICE_FILE.at(FILE, path=path.name, kind=what, wanted=kind.wanted, remedy=remedy)
    )
