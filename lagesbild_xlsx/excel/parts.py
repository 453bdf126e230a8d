"""What a workbook holds in parts beside its worksheets: totals, comments and properties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx.excel.book import WorksheetPart
from lagesbild_xlsx.excel.strings import COMMENT_AUTHOR, clean
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import Area, Place


def rows_of_totals(package: Package, sheet: WorksheetPart) -> Iterator[int]:
    """Yield the rows of totals under a sheet's Excel tables, of which each has at most one.

    A program that has more (ECMA-376 part 1, 18.5.1.2) is not known.
    """
    for part in package.related(sheet.part, "table"):
        table = package.shown_xml(part)
        if int(table.get("totalsRowCount", "0")):
            yield Area.of(table.get("ref", "A1")).bottom


def comments(package: Package, sheet: WorksheetPart) -> Iterator[tuple[Place, str]]:
    """Yield the cells with comments and what these say; a thread has a plain comment too."""
    threads = dict(_threads(package, sheet))
    for part in package.related(sheet.part, "comments"):
        root = package.shown_xml(part)
        authors = [author.text for author in root.iterfind("{*}authors/{*}author")]
        ours = {str(n) for n, author in enumerate(authors) if author == COMMENT_AUTHOR}
        for comment in root.iterfind("{*}commentList/{*}comment"):
            if comment.get("authorId") not in ours:
                place = _place(sheet, comment)
                said = "".join(text.text or "" for text in comment.iter("{*}t"))
                yield place, clean("\n".join((said, threads.get(place, ""))))


def _threads(package: Package, sheet: WorksheetPart) -> Iterator[tuple[Place, str]]:
    """Yield what the threads of comments say, by their cells."""
    said: dict[Place, list[str]] = {}
    for part in package.related(sheet.part, "threadedComment"):
        for comment in package.shown_xml(part).iter("{*}threadedComment"):
            text = comment.findtext("{*}text") or ""
            said.setdefault(_place(sheet, comment), []).append(text)
    yield from ((place, "\n".join(texts)) for place, texts in said.items())


def _place(sheet: WorksheetPart, comment: etree._Element) -> Place:
    area = Area.of(comment.get("ref", "A1"))
    return Place(sheet.name, area.top, area.left)


NAMES = {
    "creator": "Författare",
    "lastModifiedBy": "Senast ändrad av",
    "title": "Titel",
    "subject": "Ämne",
    "description": "Kommentarer",
    "keywords": "Nyckelord",
    "category": "Kategori",
    "Manager": "Chef",
    "Company": "Företag",
}
"""What Excel calls them in Swedish, under Arkiv – Info."""

KINDS = ("core-properties", "extended-properties", "custom-properties")


def properties_of(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the properties with a text, by their names in Swedish."""
    for kind in KINDS:
        for part in package.related("", kind):
            for element in package.xml(part):
                name = local(element)
                name = element.get("name", "") if name == "property" else NAMES.get(name, "")
                text = "".join(str(piece) for piece in element.itertext()).strip()
                if name and text:
                    yield name, text
