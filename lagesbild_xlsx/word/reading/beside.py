"""What stands beside the text of a document: notes, comments, and what pictures and charts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import formatted
from lagesbild_xlsx.word.reading.runs import RunReader
from lagesbild_xlsx.word.xml import w

NOTES = {
    "footnoteReference": ("footnotes", "Fotnot"),
    "endnoteReference": ("endnotes", "Slutnot"),
    "commentReference": ("comments", "Anmärkning"),
}
"""The part that each kind of note stands in, and what the kind is called."""

ALTERNATIVE_TEXT, FIGURE, HIDDEN = "Bildbeskrivning", "Diagram", "Dold text"
PICTURES = frozenset(("pic", "imagedata", "chart", "relIds", "OLEObject"))
DESCRIBED = {"docPr": ("descr", "title"), "shape": ("alt",)}
"""The attributes of drawings that say what a picture shows."""

PARTS = {"chart": "id", "relIds": "dm"}
"""The elements of drawings that lead to a part with texts, and by which attribute."""


@dataclass(frozen=True)
class BesideReader:
    """Reads what the references and drawings of the main part lead to."""

    package: Package
    roots: Mapping[str, etree._Element]

    def note(self, reference: etree._Element) -> tuple[str, str]:
        """Return what kind of note a reference leads to, and what it says."""
        part, kind = NOTES[local(reference)]
        found = self._notes.get((part, reference.get(w("id"), "")))
        if found is None:
            return kind, ""
        reader = RunReader({})
        lines = (formatted(reader.read(paragraph)).strip() for paragraph in found.iter(w("p")))
        return kind, "\n".join(filter(None, lines))

    @cached_property
    def _notes(self) -> Mapping[tuple[str, str], etree._Element]:
        """The notes, by their part and their id."""
        return {
            (part, note.get(w("id"), "")): note
            for part, _ in NOTES.values()
            for name in self.package.related(self.package.main_part, part)
            for note in (self.roots[name] if name in self.roots else self.package.xml(name))
            if isinstance(note.tag, str)
        }

    def descriptions(self, drawing: etree._Element) -> Iterator[tuple[str, str]]:
        """Yield what a drawing says in words, and what kind of words: each text once."""
        said: dict[tuple[str, str], None] = {}
        for element in drawing.iter():
            name = local(element)
            for attribute in DESCRIBED.get(name, ()):
                if text := element.get(attribute, "").strip():
                    said.setdefault((ALTERNATIVE_TEXT, text))
            if name in PARTS:
                number = element.get(f"{{{OFFICE_RELATIONSHIPS}}}{PARTS[name]}", "")
                said.update(((FIGURE, text), None) for text in self._texts_of(number) if text)
        yield from said

    def _texts_of(self, number: str) -> Iterator[str]:
        """Yield the texts of a chart or a figure, by the id of its relationship."""
        target = self.package.relationships(self.package.main_part).get(number)
        if target is None or target.external or target.target not in self.package.names:
            return
        root = self.package.xml(target.target)
        for element in root.iter():
            if local(element) == "p":
                yield "".join(each.text or "" for each in element.iter() if local(each) == "t")
            elif local(element) == "strCache":
                yield from (each.text or "" for each in element.iter() if local(each) == "v")


def is_picture(drawing: etree._Element) -> bool:
    """Return whether a drawing shows a picture, a chart or a figure."""
    return any(local(element) in PICTURES for element in drawing.iter())
