"""A .docx as the rules read it: its parts by what they are, its stories, styles and tables."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from lxml import etree

from tests.docx_rules.looks import Run, runs_of
from tests.docx_rules.story import Paragraph, Story
from tests.docx_rules.styles import Styles
from tests.docx_rules.table import Table
from tests.docx_rules.xml import NS, at, name, walk

UNREADABLE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError)
"""What reading a package raises where it is damaged, or is no Word document."""

MAIN = "document.main"
STORIES = (MAIN, "header", "footer", "footnotes", "endnotes")
KIND = re.compile(r".*[.-](?:wordprocessingml|package)\.(.+)\+xml")


class Document:
    """A package that has been read whole."""

    def __init__(self, source: bytes | Path) -> None:
        """Read the package.

        Raises:
            Exception: one of UNREADABLE.
        """
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as file:
            self.entries = file.namelist()
            self.parts = {
                n: _root(file.read(n)) for n in self.entries if n.endswith((".xml", ".rels"))
            }
        self._kinds = _kinds(self.parts["[Content_Types].xml"])
        body = at(self.part(MAIN), "w:body")
        if body is None:
            raise ValueError("there is no main document with a body")
        self.body = body

    def part(self, kind: str) -> etree._Element | None:
        """Return the part of a kind (``styles``), named by the last word of its content type."""
        return next((root for _, root in self._of_kind(kind)), None)

    def _of_kind(self, kind: str) -> Iterator[tuple[str, etree._Element]]:
        for part, root in self.parts.items():
            if self._kinds.get(part) == kind:
                yield part, root

    @cached_property
    def stories(self) -> list[Story]:
        """Every part with text, the main document first."""
        return [
            Story(PurePosixPath(part).stem, kind, root)
            for kind in STORIES
            for part, root in sorted(self._of_kind(kind))
        ]

    @cached_property
    def styles(self) -> Styles:
        """The styles, none where the part is missing."""
        root = self.part("styles")
        return Styles(etree.Element(name("w:styles")) if root is None else root)

    @cached_property
    def tables(self) -> list[Table]:
        """Every table in every story, also those inside others."""
        return [
            Table(f"{story.name} table {number}", element)
            for story in self.stories
            for number, element in enumerate(walk(story.root, "w:tbl"), 1)
        ]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph in every story."""
        return [
            Paragraph(story.name, p, next(p.iterancestors(name("w:tc")), None))
            for story in self.stories
            for p in walk(story.root, "w:p")
        ]

    @cached_property
    def runs(self) -> list[Run]:
        """Every run that shows text."""
        return list(runs_of(self.paragraphs, self.tables, self.styles))

    @property
    def main_paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the main document."""
        return (p for p in self.paragraphs if p.story == self.stories[0].name)


def _root(xml: bytes) -> etree._Element:
    """Return a part's root, without remarks and without what is there twice for older programs."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(xml, parser)
    etree.strip_elements(root, name("mc:Fallback"), with_tail=False)
    return root


def _kinds(types: etree._Element) -> dict[str, str]:
    """Return what each part is by its name, in the last word of its content type."""
    return {
        override.get("PartName", "").lstrip("/"): kind[1]
        for override in types.iterfind("ct:Override", NS)
        if (kind := KIND.fullmatch(override.get("ContentType", "")))
    }
