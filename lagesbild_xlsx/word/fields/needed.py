"""Whether a document has fields whose stored results a merge can change."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.fields import document_values
from lagesbild_xlsx.word.fields.found import fields_in
from lagesbild_xlsx.word.xml import w

PAGES = frozenset(("PAGEREF", "NUMPAGES"))
"""The fields that show the numbers of pages that are drawn."""

REFERENCES = frozenset(("TOC", "REF", "SEQ", "STYLEREF", "INDEX", "NOTEREF"))
VALUES = frozenset((*document_values.PROPERTY_OF, "DOCPROPERTY", "DOCVARIABLE", "INFO"))
KINDS = PAGES | REFERENCES | VALUES
"""The fields whose results a merge can change."""


def is_needed(roots: Iterable[etree._Element]) -> bool:
    """Return whether stories hold a field, or a control that shows a property, to be made right."""
    return any(
        _has_fields(root) or root.find(f".//{w('dataBinding')}") is not None for root in roots
    )


def _has_fields(root: etree._Element) -> bool:
    kinds = {each.code.kind for each in fields_in(root)}
    return bool(kinds & (KINDS if not is_on_every_page(root) else KINDS - PAGES))


def is_on_every_page(root: etree._Element) -> bool:
    """Return whether a story is a page header or footer, whose numbers every program knows."""
    return local(root) in ("hdr", "ftr")
