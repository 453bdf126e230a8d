"""The rules that a finished .docx keeps, so that everyone can read it and Word can open it.

They are those of Word's own accessibility checker and of WCAG 2.1 AA, as far as a program can
judge them, and the faults that make Word offer to repair a file that the schema accepts. What
only a person can judge is left: whether a text says what it should, and what a picture shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from tests.docx_rules import (
    about_colours,
    about_document,
    about_package,
    about_pictures,
    about_tables,
    about_text,
)
from tests.docx_rules.document import UNREADABLE, Document

Rule: TypeAlias = Callable[[Document], Iterator[str]]
"""Yields one sentence for each fault that it finds."""

RULES: tuple[Rule, ...] = (
    *about_document.RULES,
    *about_text.RULES,
    *about_pictures.RULES,
    *about_tables.RULES,
    *about_colours.RULES,
    *about_package.RULES,
)


def faults(document: bytes | Path) -> list[str]:
    """Return one sentence for each fault of a document; an empty list means that it is fine."""
    try:
        read = Document(document)
    except UNREADABLE as error:
        return [f"The document cannot be read: {error}."]
    return [sentence for rule in RULES for sentence in rule(read)]
