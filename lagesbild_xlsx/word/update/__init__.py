"""A document that was built before, updated: only what its controls hold is replaced.

A fresh document is built from the same template, and its controls are paired with those of the old
one by the record of what was built last (``word/record.py``). All else in the old document stays as
it is: text between the controls, formats, comments, tracked changes, moved and added parts.
"""

from __future__ import annotations

import io
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Result, StopError
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.document import DOCUMENT, merge
from lagesbild_xlsx.word.record import read_record
from lagesbild_xlsx.word.update.updater import Updater


def update(document: Path, template: Path, lagesbild: Lagesbild) -> Result[bytes]:
    """Return a document with what its controls hold as the lägesbild has it now.

    Args:
        document: the path of a document that was built from the template, and edited since.
        template: the path of the template.
        lagesbild: what is filled in.

    Returns:
        The document, and warnings of hand edits that were replaced, and of controls that were
        deleted by hand and stay so. No document where the template has faults.

    Raises:
        StopError: a file cannot be read, or the document was not built by lagesbild.
    """
    fresh = merge(template, lagesbild)
    if fresh.findings:
        return fresh
    with Package(document, DOCUMENT) as old, Package(io.BytesIO(fresh.value), DOCUMENT) as new:
        built, now = read_record(old), read_record(new)
        if built is None or now is None:
            raise StopError(rules.NOT_BUILT_HERE.at(FILE, path=document.name))
        return Updater(document.name, old, new, built, now).update()
