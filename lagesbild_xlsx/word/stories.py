"""A Word file as the program opens it: what kinds there are, and which of its parts hold text."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc import (
    MARKUP_IN_DOCUMENT,
    MARKUP_IN_OUR_OWN,
    MARKUP_IN_TEMPLATE,
    FileKind,
    Package,
)
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import W

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORDPROCESSING}.document.main+xml"
TEMPLATE_TYPE = f"{WORDPROCESSING}.template.main+xml"
TYPES = (DOCUMENT_TYPE, TEMPLATE_TYPE)
DOCUMENT = FileKind(
    "ett Word-dokument (.docx)",
    "Word",
    TYPES,
    MARKUP_IN_DOCUMENT,
    "Ett dokument kan ha omkring 10 000 rader. Dela upp det, eller bygg ett nytt i stället för att"
    " uppdatera det.",
)
OUR_OWN = FileKind(DOCUMENT.wanted, DOCUMENT.program, TYPES, MARKUP_IN_OUR_OWN)
TEMPLATE = FileKind("ett Word-dokument (.docx)", "Word", TYPES, MARKUP_IN_TEMPLATE)
STORIES = ("document.main", "template.main", "header", "footer", "footnotes", "endnotes")
NO_STYLES = f'<w:styles xmlns:w="{W}"/>'


def story_roots(package: Package) -> dict[str, etree._Element]:
    """Return the parts of a package that hold text, by their names."""
    return {n: package.xml(n) for n, kind in package.content_types.items() if _is_story(kind)}


def story_of(package: Package, name: str) -> str:
    """Return what kind of text a part holds: document, header, footer, footnotes, endnotes."""
    kind = package.content_types[name].removesuffix("+xml").removesuffix(".main")
    return "document" if name == package.main_part else kind.rpartition(".")[2]


def _is_story(content_type: str) -> bool:
    return content_type in {f"{WORDPROCESSING}.{story}+xml" for story in STORIES}


def styles_of(package: Package) -> Styles:
    """Return a package's styles; none where it has no part for them."""
    part = styles_part(package)
    return Styles(package.xml(part) if part else etree.fromstring(NO_STYLES))


def styles_part(package: Package) -> str | None:
    """Return the name of the part with the styles; None where there is none."""
    return next(package.related(package.main_part, "styles"), None)
