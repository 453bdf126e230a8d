"""The document that a page is made from: its stories, and what its text points to."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.html.looks import PageStyles
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local, theme_colours
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.marks import mark_named
from lagesbild_xlsx.word.xml import val, w

SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Where a link may lead: to what a browser or a telephone opens, and never to code or a file."""

RGB = re.compile("[0-9A-F]{6}")

SHOWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"))
"""The pictures that every browser shows."""

TRANSPARENT = frozenset(
    map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo"))
)
"""Elements that stand around content, and say nothing of how it is shown."""

CHOSEN = ("Choice", "Fallback")
"""The children of ``mc:AlternateContent``, of which one is shown."""


@dataclass
class DocumentSource:
    """An open document, what a page of it needs to know, and what was found on the way.

    Attributes:
        package: the document.
        looks: how what it holds looks.
        numbering: its lists.
        notes: its notes, by their kinds and their ids.
        anchors: the bookmarks that its links lead to.
        keeps_marks: whether the page has an element at each mark of a built document.
        marks: the names of those, which are the elements' ids.
        findings: what is to be reported of it.
        noted: the notes that the text has referred to.
    """

    package: Package
    looks: PageStyles
    numbering: etree._Element | None
    notes: dict[str, dict[str, etree._Element]]
    anchors: frozenset[str] = frozenset()
    keeps_marks: bool = False
    marks: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)

    def find(self, rule: Rule, **values: object) -> None:
        """Remember what is to be reported of the document, once."""
        finding = rule.at(FILE, **values)
        if finding not in self.findings:
            self.findings.append(finding)

    def anchor(self, name: str) -> str:
        """Return the id that the page has at a bookmark; nothing where it needs none."""
        if self.keeps_marks and mark_named(name):
            self.marks.append(name)
            return name
        return name if name in self.anchors else ""

    @cached_property
    def accents(self) -> tuple[str, ...]:
        """The theme's colours for the series of charts; none where any of them is missing."""
        part = next(self.package.related(self.package.main_part, "theme"), None)
        colours = theme_colours(self.package.xml(part) if part else None)
        found = tuple(colours.get(f"accent{number}", "") for number in range(1, 7))
        return found if all(map(RGB.fullmatch, found)) else ()

    def address(self, part: str, number: str) -> str:
        """Return where a link of a part leads; nothing where a page may not lead there."""
        found = self.package.relationships(part).get(number)
        return allowed(found.target) if found is not None and found.external else ""

    def part(self, part: str, number: str) -> str | None:
        """Return the name of the part that a part points to."""
        found = self.package.relationships(part).get(number)
        inside = found is not None and not found.external and found.target in self.package.names
        return found.target if found is not None and inside else None

    def picture(self, part: str, number: str) -> str:
        """Return a picture as an address that holds it; nothing where no browser shows it."""
        name = self.part(part, number)
        kind = "" if name is None else self.package.content_types.get(name, "")
        if name is None or kind not in SHOWN:
            return ""
        return f"data:{kind};base64,{base64.b64encode(self.package.read(name)).decode()}"

    def list_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return the number of the list that a paragraph belongs to, and its level from 0."""
        style = self.looks.style_of(paragraph)
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        of_style = self.looks.found(style, f"{w('pPr')}/{w('numPr')}")
        numbers = [each.find(w("numId")) for each in (own, of_style) if each is not None]
        number = next((val(each) for each in numbers if each is not None), "")
        levels = [each.find(w("ilvl")) for each in (own, of_style) if each is not None]
        level = next((val(each) for each in levels if each is not None), "0")
        return (number, int(level) if level.isdecimal() else 0) if number not in {"", "0"} else None

    def is_numbered(self, number: str, level: int) -> bool:
        """Return whether a level of a list has numbers or letters, and not bullets."""
        if self.numbering is None:
            return False
        chosen = self.numbering.find(f"{w('num')}[@{w('numId')}='{number}']/{w('abstractNumId')}")
        of_it = f"{w('abstractNum')}[@{w('abstractNumId')}='{val(chosen)}']"
        form = self.numbering.find(f"{of_it}/{w('lvl')}[@{w('ilvl')}='{level}']/{w('numFmt')}")
        return form is not None and val(form) not in {"bullet", "none"}


def allowed(address: str) -> str:
    """Return an address that a page may lead to; nothing for another."""
    try:
        return address if urlsplit(address.strip()).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield what an element holds, without what only stands around its content."""
    for child in parent:
        if child.tag in TRANSPARENT:
            yield from unwrapped(child)
        elif local(child) == "AlternateContent":
            held = [each for name in CHOSEN for each in child if local(each) == name and len(each)]
            if held:
                yield from unwrapped(held[0])
        else:
            yield child
