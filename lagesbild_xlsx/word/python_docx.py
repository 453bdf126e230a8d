"""A built document handed to those who go on in Python."""

from __future__ import annotations

import io

import docx
from docx.document import Document

__all__ = ["Document", "opened"]


def opened(document: bytes) -> Document:
    """Return the bytes of a document as python-docx has it."""
    return docx.Document(io.BytesIO(document))
