"""Whether a document was built here, and what has been edited in it by hand since."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.word.lines import HandEdits, edits_since, lines_in
from lagesbild_xlsx.word.origin import has_origin
from lagesbild_xlsx.word.record import read_record
from lagesbild_xlsx.word.stories import DOCUMENT


class Built(NamedTuple):
    """A document that was built here, of a workbook or of a folder of them, and edited since."""

    of_workbook: bool
    edits: HandEdits


def built(path: Path) -> Built | None:
    """Return what has become of a document that was built here; None where it was not.

    Raises:
        StopError: it cannot be opened, is no Word document, or is damaged.
    """
    with Package(path, DOCUMENT) as package:
        record = read_record(package)
        if record is None:
            return None
        edits = edits_since(record.lines, lines_in(package.xml(package.main_part)))
        return Built(has_origin(package), edits)
