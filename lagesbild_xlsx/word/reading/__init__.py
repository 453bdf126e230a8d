"""A lägesbild in Word read back into a workbook: one that was built, or that was typed by hand."""

from __future__ import annotations

from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Result, StopError
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.places import FILE, Workbook
from lagesbild_xlsx.word.document import DOCUMENT
from lagesbild_xlsx.word.reading.blocks import DocumentReader
from lagesbild_xlsx.word.reading.filled import FilledReader
from lagesbild_xlsx.word.reading.gathered import UNPLACED, Gathered, workbook_of
from lagesbild_xlsx.word.reading.typed import TypedReader
from lagesbild_xlsx.word.xml import w

__all__ = ["read_document"]

MOST_TEXTS, MOST_LETTERS = 50_000, 5_000_000
"""How many texts a document may have that is read, and how many letters they may have together.

10,000 rows have 40,000 texts of 1,300,000 letters. Each text becomes a cell, which is checked."""


def read_document(path: Path) -> Result[Workbook]:
    """Return the workbook that a document would have been built from, and what is unsure of it.

    Raises:
        StopError: the file cannot be read, or does not look like a lägesbild.
    """
    with Package(path, DOCUMENT) as package:
        package.refuse_doctypes()
        reader = DocumentReader(package)
        _refuse_many_texts(reader)
        gathered = FilledReader(reader).read()
        if not gathered.rows:
            gathered = TypedReader(list(reader.blocks()), reader.lines_around()).read()
            if gathered.rows.keys() <= {UNPLACED, "Rapport"}:
                raise StopError(rules.NOT_A_LAGESBILD.at(FILE, path=path.name))
    gathered.collect_owners()
    _remark_on_document(gathered, reader)
    return workbook_of(gathered)


def _refuse_many_texts(reader: DocumentReader) -> None:
    """Refuse a document that has more texts than a workbook of a lägesbild.

    Raises:
        StopError: it has.
    """
    texts = [len(t.text or "") for root in reader.roots.values() for t in root.iter(w("t"))]
    if len(texts) > MOST_TEXTS or sum(texts) > MOST_LETTERS:
        raise reader.package.too_large(f"{len(texts)} texter med {sum(texts)} tecken")


def _remark_on_document(gathered: Gathered, reader: DocumentReader) -> None:
    """Say what the whole document has that reading it back may get wrong."""
    if reader.has_changes:
        gathered.findings.append(rules.CHANGES_ACCEPTED.at(FILE, path=reader.package.path.name))
    if reader.has_text_boxes:
        gathered.findings.append(rules.TEXT_BOXES_SKIPPED.at(FILE, path=reader.package.path.name))
