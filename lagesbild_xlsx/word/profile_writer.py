"""A municipality's graphic profile put into a template: its logo, its colour and its font.

This is the only module that writes with python-docx, which knows the sizes and the relationships of
pictures. A template is a person's own file from then on, so the time of day may stand in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import _Header
from docx.shared import Cm
from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.colours import contrast, darkened
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc import safe_parser, serialised
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.profile import Logo, Profile
from lagesbild_xlsx.word.xml import w

UNREADABLE = (
    InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, OSError
)  # fmt: skip
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WHITE = "FFFFFF"
LEAST_CONTRAST = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""

LOGO_HEIGHT, WIDEST_LOGO = Cm(1.5), Cm(9)
OF_PROFILE = ("accent1", "dk2", "hlink")
"""The theme's colours that a profile's takes the place of: headings and table heads, and links."""

THEMED = frozenset(("accent1", "text2", "dark2", "hyperlink"))
"""What styles call those colours (ECMA-376 part 1, 17.18.97)."""


def with_profile(template: bytes, profile: Profile) -> bytes:
    """Return a template with a graphic profile.

    Args:
        template: the bytes of a Word document.
        profile: what it is given.

    Raises:
        StopError: the colour is no colour or too light to read, or the logo is no picture.
    """
    colour = _readable(profile.colour)
    document = docx.Document(io.BytesIO(template))
    if colour:
        _set_colour(document, colour)
    if profile.font:
        _set_font(document, profile.font)
    if profile.logo:
        _put_logo(document, profile.logo)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _readable(colour: str) -> str:
    """Return a colour as RRGGBB, if white text on it, and it on white, can be read."""
    wanted = colour.strip().removeprefix("#").upper()
    if not wanted:
        return ""
    if len(wanted) != len(WHITE) or not set(wanted) <= set("0123456789ABCDEF"):
        raise StopError(rules.NO_COLOUR.at(FILE, colour=colour))
    if contrast(wanted, WHITE) < LEAST_CONTRAST:
        darker = darkened(wanted, WHITE, LEAST_CONTRAST)
        raise StopError(rules.COLOUR_TOO_LIGHT.at(FILE, colour=wanted, darker=darker))
    return wanted


def _set_colour(document: Document, colour: str) -> None:
    """Give the theme the colour, and the styles that show it."""
    with _Theme(document) as theme:
        for name in OF_PROFILE:
            for element in theme.iter(f"{A}{name}"):
                for old in list(element):
                    element.remove(old)
                etree.SubElement(element, f"{A}srgbClr", val=colour)
    for element in document.styles.element.iter():
        if element.get(w("themeColor")) in THEMED:
            element.set(w("val" if element.tag == w("color") else "color"), colour)
        if element.get(w("themeFill")) in THEMED:
            element.set(w("fill"), colour)


def _set_font(document: Document, font: str) -> None:
    """Give the theme and the styles the font."""
    with _Theme(document) as theme:
        for element in theme.iter(f"{A}majorFont", f"{A}minorFont"):
            for latin in element.iter(f"{A}latin"):
                latin.set("typeface", font)
    for fonts in document.styles.element.iter(w("rFonts")):
        for name in ("ascii", "hAnsi", "cs"):
            if fonts.get(w(name)):
                fonts.set(w(name), font)


class _Theme:
    """The theme of a document, written back when it has been changed."""

    def __init__(self, document: Document) -> None:
        """Find the theme's part."""
        related = document.part.rels.values()
        self._part = next(r.target_part for r in related if r.reltype == RELATIONSHIP_TYPE.THEME)
        self._root = etree.fromstring(self._part.blob, safe_parser())

    def __enter__(self) -> etree._Element:
        """Return its root."""
        return self._root

    def __exit__(self, *_: object) -> None:
        """Write it back."""
        self._part._blob = serialised(self._root)  # noqa: SLF001 - python-docx offers no other way


def _put_logo(document: Document, logo: Logo) -> None:
    """Put the logo first in every page header."""
    for header in _headers(document):
        paragraph = header.paragraphs[0].insert_paragraph_before()
        try:
            picture = paragraph.add_run().add_picture(str(logo.path), height=LOGO_HEIGHT)
        except UNREADABLE as error:
            raise StopError(rules.NOT_A_LOGO.at(FILE, path=logo.path.name)) from error
        if picture.width > WIDEST_LOGO:
            picture.height = int(picture.height * WIDEST_LOGO / picture.width)
            picture.width = WIDEST_LOGO
        properties = picture._inline.docPr  # noqa: SLF001 - the only way to alternative text
        properties.set("name", "Logotyp")
        properties.set("descr", logo.words)


def _headers(document: Document) -> Iterator[_Header]:
    """Yield the page headers that pages show, each once."""
    for number, section in enumerate(document.sections):
        shown = [section.header]
        shown += [section.first_page_header] if section.different_first_page_header_footer else []
        if document.settings.odd_and_even_pages_header_footer:
            shown.append(section.even_page_header)
        yield from (each for each in shown if not number or not each.is_linked_to_previous)
