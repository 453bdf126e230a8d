"""A document's pages: made ready to be drawn, what must stand on them, and their numbers in it.

Of what must stand there only the body counts: headers and footers stand outside the order of a
tagged PDF.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import Package, Relationship, serialised
from lagesbild_xlsx.opc.alternatives import FALLBACK
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.word.cleaning import remove_hidden_text
from lagesbild_xlsx.word.elements import remove, unwrap
from lagesbild_xlsx.word.fields.pages import (
    Numbered,
    Pages,
    mark_sections,
    number_pages,
    shows_pages,
)
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles, keeps_next
from lagesbild_xlsx.word.stories import OUR_OWN, story_roots, styles_of
from lagesbild_xlsx.word.verification import verify
from lagesbild_xlsx.word.xml import is_on, w

CANNOT_SPLIT = f"{w('trPr')}/{w('cantSplit')}"
NOWHERE = "about:blank"

DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
FRAMES = (f"{{{DRAWINGS}}}inline", f"{{{DRAWINGS}}}anchor", w("pict"), w("object"))
"""What pictures, charts and shapes stand in, and embedded objects."""


def drawable(document: bytes) -> bytes:
    """Return a document as it is handed to a program that draws its pages.

    It is without its content controls, of which LibreOffice makes form fields; what they hold
    stays. What it points to outside itself, such as a linked picture, would be fetched: that is
    without its address. A link to be followed by hand stays. A bookmark tells where each section
    begins.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        roots = story_roots(package)
        mark_sections(roots[package.main_part])
        for root in roots.values():
            for control in list(root.iter(w("sdt"))):
                unwrap(control)
        editor = PackageEditor(package)
        for name, root in roots.items():
            editor.put(name, serialised(root))
        editor.redirect(_is_fetched, NOWHERE)
        return package.with_parts(editor.changed())


def _is_fetched(outside: Relationship) -> bool:
    """Return whether a program that draws a document would fetch what this points to."""
    return outside.kind != "hyperlink"


class BodyText(NamedTuple):
    """The text that a document's pages must show.

    Attributes:
        paragraphs: the text of each paragraph.
        rows: the paragraphs of each table row, table by table; a table comes before those in it.
    """

    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def body_text(document: bytes) -> BodyText:
    """Return the text of a document's body, without what is hidden or deleted."""
    with Package(io.BytesIO(document), OUR_OWN) as package:
        root = package.xml(package.main_part)
        remove_hidden_text(root, styles_of(package))
    for fallback in list(root.iter(FALLBACK)):
        remove(fallback)
    texts = {paragraph: _own_text(paragraph) for paragraph in root.iter(w("p"))}
    rows = (tuple(texts[paragraph] for paragraph in row.iter(w("p"))) for row in _rows(root))
    return BodyText(tuple(texts.values()), tuple(rows))


def frame_words(document: bytes) -> tuple[str, ...]:
    """Return what each picture, chart and shape of a document's body shows, in reading order.

    It is nothing for one without an alternative text.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        root = package.xml(package.main_part)
    for fallback in list(root.iter(FALLBACK)):
        remove(fallback)
    return tuple(map(_words_of, root.iter(*FRAMES)))


def _words_of(frame: etree._Element) -> str:
    properties = next(frame.iterchildren("{*}docPr"), None)
    said = (
        next((each.get("alt", "") for each in frame.iter("{*}shape")), "")
        if properties is None
        else properties.get("descr", "")
    )
    return " ".join(said.split())


def with_breakable_rows(document: bytes, *, everywhere: bool = False) -> bytes:
    """Return a document whose rows may break across pages where LibreOffice could lose them.

    LibreOffice 7.4 does not paint the rest of a table after a row that may not break, that it must
    place first on the page, and that fits there but for its lower border.

    Args:
        document: the document.
        everywhere: whether all its rows may break, not only those that can be placed first: the
            first of a table, header rows, rows that keep with the next, and the row after.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        root = package.xml(package.main_part)
        styles = ParagraphStyles(styles_of(package).root)
        for row in _rows(root) if everywhere else _rows_placed_first(root, styles):
            for setting in row.iterfind(CANNOT_SPLIT):
                setting.set(w("val"), "0")
        return package.with_parts({package.main_part: serialised(root)})


def _rows_placed_first(root: etree._Element, styles: ParagraphStyles) -> Iterator[etree._Element]:
    for table in root.iter(w("tbl")):
        is_first = True
        for row in _rows_of(table):
            keeps = is_on(row.find(w("trPr")), "tblHeader") or _keeps_with_next(row, styles)
            if is_first or keeps:
                yield row
            is_first = keeps


def _keeps_with_next(row: etree._Element, styles: ParagraphStyles) -> bool:
    return any(
        keeps_next(paragraph.find(w("pPr")), styles.of(paragraph)) for paragraph in row.iter(w("p"))
    )


def _rows(root: etree._Element) -> Iterable[etree._Element]:
    return (row for table in root.iter(w("tbl")) for row in _rows_of(table))


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield a table's own rows, also those inside controls, but none of a table inside it."""
    return (row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table)


def _own_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text, without that of a text box in it."""
    texts = paragraph.iter(w("t"))
    return "".join(t.text or "" for t in texts if next(t.iterancestors(w("p"))) is paragraph)


# ------------------------------------------------------------------ when they are drawn


class Paged(NamedTuple):
    """A document with page numbers.

    Attributes:
        document: its bytes.
        numbered: whether any of them has moved, and whether any is missing.
    """

    document: bytes
    numbered: Numbered


def with_page_numbers(document: bytes, pages: Pages) -> Paged:
    """Return a document with the numbers of its pages in the fields that show them.

    Args:
        document: the bytes of a document that was built.
        pages: its pages.

    Raises:
        StopError: what was written is not what was to be written.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        roots = story_roots(package)
        shown = {name: root for name, root in roots.items() if shows_pages(root)}
        numbered = number_pages(shown.values(), roots[package.main_part], pages)
        changed = {name: serialised(root) for name, root in shown.items()}
        made = package.with_parts(changed)
        verify(made, package.checksums(changed))
    return Paged(made, numbered)
