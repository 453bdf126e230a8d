"""A whole page, or what stands in its body, made from a built document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.html.blocks import Flow, segments
from lagesbild_xlsx.html.checksum import with_checksum
from lagesbild_xlsx.html.elements import child, rendered
from lagesbild_xlsx.html.looks import PageStyles
from lagesbild_xlsx.html.pieces import Reader, is_blank, write
from lagesbild_xlsx.html.source import DocumentSource
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.word.properties import CP, DC, DCTERMS
from lagesbild_xlsx.word.stories import OUR_OWN
from lagesbild_xlsx.word.xml import w

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What the page may do, should anybody add to it: run nothing, and fetch nothing."""

SWEDISH = "sv"
UNTITLED = "Samlad lägesbild"
"""What a page is called whose document says nothing."""

PROPERTIES = {
    "author": (DC, "creator"),
    "description": (DC, "description"),
    "keywords": (CP, "keywords"),
    "dcterms.modified": (DCTERMS, "modified"),
}
"""What the head of the page says of the document, and where the document says it."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ENDS = {"headerReference": "header", "footerReference": "footer"}


class _Made(NamedTuple):
    """The body of a page, and what it was made from."""

    body: etree._Element
    source: DocumentSource
    properties: dict[str, str]


def web_page(document: bytes) -> Result[str]:
    """Return a document as a web page that needs no other file.

    Args:
        document: the bytes of a Word document.

    Returns:
        The page, and what is to be reported of it, such as a picture without words.

    Raises:
        StopError: it is no Word document, or is damaged.
    """
    made = _made(document)
    return Result(with_checksum(_whole(made)), tuple(made.source.findings))


class Preview(NamedTuple):
    """A page that shows where the cells of the workbook are.

    Attributes:
        page: the page, which also has an element at each mark of the document.
        marks: the ids of those.
    """

    page: str
    marks: tuple[str, ...]


def web_preview(document: bytes) -> Preview:
    """Return a document's page, as it is shown beside what is wrong in its workbook.

    Args:
        document: the bytes of a Word document.

    Raises:
        StopError: it is no Word document, or is damaged.
    """
    made = _made(document, keeps_marks=True)
    return Preview(_whole(made), tuple(made.source.marks))


def _whole(made: _Made) -> str:
    body, source, properties = made
    root = etree.Element("html", lang=_language(source))
    head = child(root, "head")
    child(head, "meta", charset="utf-8")
    child(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    child(head, "meta", content=POLICY, **{"http-equiv": "Content-Security-Policy"})
    child(head, "title").text = properties["title"] or _first_heading(body) or UNTITLED
    for name in filter(properties.get, PROPERTIES):
        child(head, "meta", name=name, content=properties[name])
    child(head, "style").text = f"{_style_sheet()}\n{source.looks.sheet()}\n"
    root.append(body)
    return f"<!DOCTYPE html>\n{rendered(root)}\n"


def web_fragment(document: bytes) -> Result[str]:
    """Return what stands in the body of a document's page, to be pasted into another page.

    It has no style sheet: the colours of statuses are on their elements.

    Args:
        document: the bytes of a Word document.

    Raises:
        StopError: it is no Word document, or is damaged.
    """
    made = _made(document)
    return Result(with_checksum(_part(made)), tuple(made.source.findings))


class Pages(NamedTuple):
    """A document's page, what stands in its body, and what is to be reported of it."""

    page: str
    fragment: str
    findings: tuple[Finding, ...]


def web_pages(document: bytes) -> Pages:
    """Return what ``web_page`` and ``web_fragment`` do; the document is read once.

    Args:
        document: the bytes of a Word document.

    Raises:
        StopError: it is no Word document, or is damaged.
    """
    made = _made(document)
    page = with_checksum(_whole(made))
    return Pages(page, with_checksum(_part(made)), tuple(made.source.findings))


def _part(made: _Made) -> str:
    """Return the body as a part of another page; it is changed."""
    body, source, _ = made
    body.tag = "div"
    body.set("lang", _language(source))
    styles = source.looks.styled()
    for element in body.iter():
        found = [styles[name] for name in element.get("class", "").split() if name in styles]
        if found:
            element.set("style", ";".join(found))
    for landmark in body.iterchildren("header", "main", "footer"):
        landmark.tag = "div"  # the other page has its own
    return f"{rendered(body)}\n"


@cache
def _style_sheet() -> str:
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8").strip()


def _language(source: DocumentSource) -> str:
    return source.looks.language or SWEDISH


def _made(document: bytes, *, keeps_marks: bool = False) -> _Made:
    """Return the body of a document's page."""
    with Package(io.BytesIO(document), OUR_OWN) as package:
        source = _source(package)
        source.keeps_marks = keeps_marks
        root = package.xml(package.main_part)
        source.anchors = frozenset(each.get(w("anchor"), "") for each in root.iter(w("hyperlink")))
        body = etree.Element("body")
        _write_ends(body, source, root, "headerReference")
        main = child(body, "main")
        story = root.find(w("body"))
        flow = Flow(source, Reader(source, package.main_part))
        if story is not None:
            flow.write(main, story)
        _write_notes(main, source)
        _write_ends(body, source, root, "footerReference")
        properties = _properties(package)
    if not flow.has_title:
        _raise_first_heading(main, properties["title"])
    return _Made(body, source, properties)


def _source(package: Package) -> DocumentSource:
    def root_of(kind: str) -> etree._Element | None:
        part = next(package.related(package.main_part, kind), None)
        return None if part is None else package.xml(part)

    notes = {kind: _notes(root_of(kind)) for kind in ("footnotes", "endnotes")}
    return DocumentSource(package, PageStyles(root_of("styles")), root_of("numbering"), notes)


def _notes(root: etree._Element | None) -> dict[str, etree._Element]:
    """Return the notes of a part by their ids; separators are none."""
    held = () if root is None else root
    return {each.get(w("id"), ""): each for each in held if each.get(w("type")) in {None, "normal"}}


def _properties(package: Package) -> dict[str, str]:
    part = next(package.related("", "core-properties"), None)
    root = etree.Element("none") if part is None else package.xml(part)
    wanted = {"title": (DC, "title")} | PROPERTIES
    return {
        name: (root.findtext(f"{{{ns}}}{key}") or "").strip() for name, (ns, key) in wanted.items()
    }


def _write_ends(
    body: etree._Element, source: DocumentSource, root: etree._Element, kind: str
) -> None:
    """Write what stands in the page headers, or footers, each line once and no page numbers."""
    said: dict[str, etree._Element] = {}
    for part in _ends(source, root, kind):
        flow = Flow(source, Reader(source, part))
        for paragraph in source.package.xml(part).iter(w("p")):
            line = _line(flow, paragraph)
            if line is not None:
                said.setdefault(rendered(line), line)
    if said:
        child(body, ENDS[kind]).extend(said.values())


def _ends(source: DocumentSource, root: etree._Element, kind: str) -> Iterator[str]:
    """Yield the parts of page headers, or footers, each once, the first page's first."""
    references = list(root.iter(w(kind)))
    references.sort(key=lambda each: each.get(w("type")) != "first")
    for number in dict.fromkeys(value for each in references for value in each.attrib.values()):
        part = source.part(source.package.main_part, str(number))
        if part is not None:
            yield part


def _line(flow: Flow, paragraph: etree._Element) -> etree._Element | None:
    """Return a line of a page header, without what tells the number of the page."""
    block = flow.block(paragraph)
    line = etree.Element("p")
    for pieces in segments(block.pieces):
        if not is_blank(pieces) and not any(piece.counts_pages for piece in pieces):
            for piece in pieces:
                flow.source.looks.classes(piece.form.look)
            write(child(line, "span"), pieces)
    return line if len(line) else None


def _write_notes(main: etree._Element, source: DocumentSource) -> None:
    """Write the notes that the text refers to, in the order in which it does."""
    if not source.noted:
        return
    section = child(main, "section", "noter", **{"aria-label": "Noter"})
    listed = child(section, "ol")
    at = 0
    while at < len(source.noted):  # a note may refer to another
        kind, number = source.noted[at]
        at += 1
        part = next(source.package.related(source.package.main_part, kind))
        item = child(listed, "li", id=f"not-{at}")
        Flow(source, Reader(source, part), last_heading=1).write(item, source.notes[kind][number])
        back = child(item, "a", href=f"#till-not-{at}")
        back.text = "Tillbaka till texten"


def _first_heading(body: etree._Element) -> str:
    heading = next(body.iter("h1"), None)
    return "" if heading is None else "".join(map(str, heading.itertext())).strip()


def _raise_first_heading(main: etree._Element, title: str) -> None:
    """Make the first heading the page's title; where there is none, add what properties say."""
    first = next(main.iter("h2"), None)
    if first is not None:
        first.tag = "h1"
        _close_up(main)
        return
    heading = etree.Element("h1", {"class": "namn"})
    heading.text = title or UNTITLED
    main.insert(0, heading)


def _close_up(main: etree._Element) -> None:
    """Make no heading more than one level below the one before it."""
    last = 1
    for heading in main.iter(*HEADINGS):
        last = min(int(str(heading.tag)[1:]), last + 1)
        heading.tag = f"h{last}"
