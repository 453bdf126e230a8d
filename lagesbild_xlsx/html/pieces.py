"""The text of a paragraph in pieces: letters in one form, pictures, and references to notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.html.drawings import drawing
from lagesbild_xlsx.html.elements import add_text, child
from lagesbild_xlsx.html.looks import Colours
from lagesbild_xlsx.html.source import DocumentSource, allowed, unwrapped
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import is_on, val, w

PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
"""Fields that count pages, which a web page has none of."""

LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
LETTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": "\t", "ptab": "\t", "cr": "\n"}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
LINE = "textWrapping"
LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
PRIVATE = range(0xE000, 0xF900)
"""Where fonts of symbols have letters of their own, which other fonts show as boxes."""


class TextFormat(NamedTuple):
    """How letters look, and where they lead."""

    tags: tuple[str, ...] = ()
    look: Colours = Colours()
    language: str = ""
    link: str = ""


class PagePiece(NamedTuple):
    """Letters in one form, or an element; ``counts_pages`` where a page number is left out."""

    text: str = ""
    form: TextFormat = TextFormat()
    element: etree._Element | None = None
    counts_pages: bool = False


@dataclass
class OpenField:
    """A field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    shows: bool = False


@dataclass
class Reader:
    """Reads the paragraphs of one story into pieces.

    Attributes:
        source: the document.
        part: the part that the story stands in.
        fields: the fields that are open, which may go on over paragraphs.
        boxes: the text boxes that the last paragraph held.
    """

    source: DocumentSource
    part: str
    fields: list[OpenField] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def pieces(self, paragraph: etree._Element) -> list[PagePiece]:
        """Return the pieces of a paragraph in their order."""
        self.boxes = []
        return list(self._within(paragraph, self.source.looks.style_of(paragraph), ""))

    def _within(self, parent: etree._Element, style: str, link: str) -> Iterator[PagePiece]:
        for element in unwrapped(parent):
            name = local(element)
            if name == "r":
                yield from self._of_run(element, style, link)
            elif name == "hyperlink":
                yield from self._within(element, style, self._target(element) or link)
            elif name == "fldSimple":
                yield from self._of_simple_field(element, style, link)
            elif name == "bookmarkStart":
                if anchor := self.source.anchor(element.get(w("name"), "")):
                    yield PagePiece(element=etree.Element("span", id=anchor))
            elif name in {"oMath", "oMathPara"}:
                yield PagePiece("".join(t.text or "" for t in element.iter("{*}t")))
            elif name in {"ruby", "rubyBase", "rt"}:
                yield from self._within(element, style, link)

    def _target(self, link: etree._Element) -> str:
        number = link.get(f"{{{OFFICE_RELATIONSHIPS}}}id", "")
        address = self.source.address(self.part, number) if number else ""
        anchor = link.get(w("anchor"), "")
        return address or (f"#{anchor}" if anchor and not number else "")

    def _of_simple_field(
        self, element: etree._Element, style: str, link: str
    ) -> Iterator[PagePiece]:
        if PAGE_FIELD.match(element.get(w("instr"), "")):
            yield PagePiece(counts_pages=True)
        else:
            yield from self._within(element, style, link)

    def _of_run(self, run: etree._Element, style: str, link: str) -> Iterator[PagePiece]:
        form = self._form(run, style, self._field_link() or link)
        if form is None:
            self._pass_fields(run)
            return
        for element in unwrapped(run):
            yield from self._of_content(element, form)

    def _of_content(self, element: etree._Element, form: TextFormat) -> Iterator[PagePiece]:
        name = local(element)
        if name in {"fldChar", "instrText"}:
            yield from self._of_field(element, name)
        elif any(not each.shows or PAGE_FIELD.match(each.instruction) for each in self.fields):
            return
        elif name in {"drawing", "pict", "object"}:
            self.boxes.extend(element.iter(w("txbxContent")))
            yield from (
                PagePiece(element=each) for each in drawing(element, self.source, self.part)
            )
        elif name in NOTES:
            yield from self._reference(NOTES[name], element.get(w("id"), ""))
        elif name == "ruby":
            for part in element.iter(w("rt"), w("rubyBase")):
                yield from self._within(part, "", form.link)
        else:
            yield PagePiece(_letters(element), form)

    def _of_field(self, element: etree._Element, name: str) -> Iterator[PagePiece]:
        """Follow a field that begins, is told what it is, shows its result, and ends."""
        kind = element.get(w("fldCharType"), "")
        if name == "instrText":
            if self.fields:
                self.fields[-1].instruction += element.text or ""
        elif kind == "begin":
            self.fields.append(OpenField())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows = True
        elif kind == "end" and self.fields and PAGE_FIELD.match(self.fields.pop().instruction):
            yield PagePiece(counts_pages=True)

    def _pass_fields(self, run: etree._Element) -> None:
        for element in run.iter(w("fldChar"), w("instrText")):
            list(self._of_field(element, local(element)))

    def _field_link(self) -> str:
        found = (LINK_FIELD.match(each.instruction) for each in reversed(self.fields))
        return next((allowed(match[1]) for match in found if match), "")

    def _reference(self, kind: str, number: str) -> Iterator[PagePiece]:
        """Yield the reference to a note, numbered in the order in which they are met."""
        if number not in self.source.notes.get(kind, {}):
            return
        self.source.noted.append((kind, number))
        at = len(self.source.noted)
        sup = etree.Element("sup")
        link = child(sup, "a", href=f"#not-{at}", id=f"till-not-{at}")
        link.set("aria-label", f"Not {at}")
        link.text = str(at)
        yield PagePiece(element=sup)

    def _form(self, run: etree._Element, paragraph_style: str, link: str) -> TextFormat | None:
        """Return how a run looks; None where it is hidden."""
        looks, properties = self.source.looks, run.find(w("rPr"))
        style = looks.style_of(run)

        def has(name: str) -> bool:
            own = None if properties is None else properties.find(w(name))
            return looks.is_on(style, name) if own is None else is_on(properties, name)

        if has("vanish") or looks.is_on(paragraph_style, "vanish"):
            return None
        raised = val(None if properties is None else properties.find(w("vertAlign")))
        tags = [
            *(["strong"] if has("b") else []),
            *(["em"] if has("i") else []),
            *(["s"] if has("strike") else []),
            *({"superscript": ["sup"], "subscript": ["sub"]}.get(raised, [])),
        ]
        language = val(None if properties is None else properties.find(w("lang")))
        look = Colours() if link else looks.of_run(style, properties)
        return TextFormat(tuple(tags), look, self._foreign(language), link)

    def _foreign(self, language: str) -> str:
        """Return the language of a run where it is another than that of the document."""
        own = self.source.looks.language.partition("-")[0].lower()
        is_own = language.partition("-")[0].lower() in {own, ""}
        return (
            language
            if not is_own and re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", language)
            else ""
        )


def _letters(element: etree._Element) -> str:
    """Return the letters that a part of a run stands for; most parts stand for none."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "br":
        return "\n" if element.get(w("type"), LINE) == LINE else ""
    return _symbol(element) if name == "sym" else LETTERS.get(name, "")


def _symbol(element: etree._Element) -> str:
    try:
        number = int(element.get(w("char"), ""), 16)
        return "•" if number in PRIVATE else chr(number)
    except (ValueError, OverflowError):
        return ""


def write(
    parent: etree._Element, pieces: Iterable[PagePiece], looks: Sequence[Colours] = ()
) -> None:
    """Put pieces into an element; those of one form, and of one link, stand together.

    Args:
        parent: the element.
        pieces: what is put there.
        looks: the looks that the element itself has, which its text need not repeat.
    """
    for link, linked in groupby(pieces, key=lambda piece: piece.form.link):
        inside = child(parent, "a", href=link) if link else parent
        for form, alike in groupby(linked, key=lambda piece: piece.form._replace(link="")):
            _write_form(inside, form, list(alike), looks)


def _write_form(
    parent: etree._Element, form: TextFormat, pieces: Sequence[PagePiece], looks: Sequence[Colours]
) -> None:
    has_text = any(piece.text.strip() for piece in pieces)
    look = form.look if has_text and form.look not in looks and any(form.look) else None
    for tag in form.tags if has_text else ():
        parent = child(parent, tag)
    if look is not None or (form.language and has_text):
        parent = child(parent, "span")
        if look is not None:
            parent.set("class", look.name)
        if form.language:
            parent.set("lang", form.language)
    for piece in pieces:
        if piece.element is not None:
            parent.append(piece.element)
        else:
            add_text(parent, piece.text)


def is_blank(pieces: Iterable[PagePiece]) -> bool:
    """Return whether pieces show nothing."""
    return not any(piece.text.strip() or _shows(piece.element) for piece in pieces)


def _shows(element: etree._Element | None) -> bool:
    return element is not None and (len(element) > 0 or element.tag != "span" or bool(element.text))
