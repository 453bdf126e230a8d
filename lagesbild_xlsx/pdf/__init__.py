"""A Word document as a tagged PDF: drawn by Word or LibreOffice, found whole, and finished."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pdf.completeness import missing_from
from lagesbild_xlsx.pdf.destinations import Destinations, destinations_in
from lagesbild_xlsx.pdf.finish import finished
from lagesbild_xlsx.pdf.programs import convert
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.pagination import body_text, drawable, frame_words, with_breakable_rows

__all__ = ["Destinations", "destinations_in", "pdf_bytes"]

CHANGES = (bytes, with_breakable_rows, partial(with_breakable_rows, everywhere=True))
"""How a document is changed to be drawn, each after the one before has lost something: not at all
first, because rows that break move what comes after."""


def pdf_bytes(document: bytes) -> bytes:
    """Return a document as a PDF that has all its text, and meets PDF/UA as far as can be seen.

    Raises:
        StopError: no program that can draw pages is installed, it failed, or it left out text.
    """
    plain = drawable(document)
    wanted = body_text(plain)
    missing = ""
    for change in CHANGES:
        pdf = converted(change(plain))
        missing = missing_from(pdf, wanted)
        if not missing:
            return pdf
    raise StopError(rules.PDF_NOT_WHOLE.at(FILE, missing=missing))


def converted(document: bytes) -> bytes:
    """Return a document as a PDF, as a program draws it.

    Args:
        document: the .docx, without content controls: LibreOffice makes form fields of them, and
            leaves a link inside one out of the reading order.

    Raises:
        StopError: no program that can draw pages is installed, or it failed.
    """
    with tempfile.TemporaryDirectory(prefix="lagesbild-") as folder:
        source = Path(folder) / "lagesbild.docx"
        source.write_bytes(document)
        return finished(convert(source), frame_words(document))
