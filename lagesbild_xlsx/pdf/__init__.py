"""A Word document as a tagged PDF: converted by Word or LibreOffice, then finished."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lagesbild_xlsx.pdf.destinations import Destinations, destinations_in
from lagesbild_xlsx.pdf.finish import finished
from lagesbild_xlsx.pdf.programs import convert

__all__ = ["Destinations", "destinations_in", "pdf_bytes"]


def pdf_bytes(document: bytes) -> bytes:
    """Return a document as a PDF that meets PDF/UA as far as a program can see to it.

    Args:
        document: the .docx, without content controls: LibreOffice makes form fields of them, and
            leaves a link inside one out of the reading order.

    Raises:
        StopError: no program that can convert is installed, or it failed.
    """
    with tempfile.TemporaryDirectory(prefix="lagesbild-") as folder:
        source = Path(folder) / "lagesbild.docx"
        source.write_bytes(document)
        return finished(convert(source))
