"""A lägesbild in Word read back into a workbook: one that was built, or that was typed by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.model import SHEET_NAMES, Report
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import FILE, Workbook
from lagesbild_xlsx.word.reading.blocks import Block, ReadParagraph, ReadTable
from lagesbild_xlsx.word.reading.documents import DocumentReader
from lagesbild_xlsx.word.reading.filled import FilledReader
from lagesbild_xlsx.word.reading.imported import UNPLACED, ImportedSheets
from lagesbild_xlsx.word.reading.marked import restore_controls
from lagesbild_xlsx.word.reading.typed.reader import TypedReader
from lagesbild_xlsx.word.reading.words import declare_words
from lagesbild_xlsx.word.reading.workbook import workbook_of
from lagesbild_xlsx.word.stories import DOCUMENT
from lagesbild_xlsx.word.xml import w

__all__ = ["read_document"]

MOST_TEXTS, MOST_LETTERS = 45_000, 5_000_000
"""How many texts a document may have that is read, and how many letters they may have together.

10,000 rows have 40,000 texts of 1,300,000 letters. Each text becomes a cell, which is checked."""


class ReadDocument(NamedTuple):
    """The workbook that a document becomes, what is unsure of it, and its sheets' pictures."""

    value: Workbook
    findings: tuple[Finding, ...]
    pictures: Mapping[str, tuple[Illustration, ...]]

    def illustrations(
        self,
        sheet: str,
        rows: Collection[int] | None = None,  # noqa: ARG002 - as of a workbook's rows
    ) -> Result[tuple[Illustration, ...]]:
        """Return the pictures on a sheet."""
        return Result(self.pictures.get(sheet, ()))


def read_document(path: Path) -> ReadDocument:
    """Return the workbook that a document would have been built from, and what is unsure of it.

    Raises:
        StopError: the file cannot be read, or has neither a table nor a heading.
    """
    with Package(path, DOCUMENT) as package:
        package.refuse_doctypes()
        reader = DocumentReader(package)
        stored = (t.text or "" for root in reader.roots.values() for t in root.iter(w("t")))
        _refuse_many(stored, package)
        restore_controls(package, reader.roots.values(), reader.labels)
        imported = FilledReader(reader).read()
        if not imported.rows:
            blocks = list(reader.blocks())
            _refuse_many(_texts_of_cells(blocks), package)
            imported = TypedReader(blocks, reader.lines_around()).read()
            is_known = not imported.rows.keys() <= {UNPLACED, SHEET_NAMES[Report]}
            if not is_known and not (imported.rows and _has_form(reader, blocks)):
                raise StopError(rules.NOT_A_LAGESBILD.at(FILE, path=path.name))
        words = declare_words(imported, reader.styles)
    imported.collect_owners()
    _remark_on_document(imported, reader)
    pictures = {name: tuple(held) for name, held in imported.pictures.items()}
    pictures |= {name: read.pictures for name, read in imported.appendices.items()}
    return ReadDocument(*workbook_of(imported, words), pictures)


def _refuse_many(texts: Iterable[str], package: Package) -> None:
    """Refuse a document that has more texts than a workbook of a lägesbild.

    Raises:
        StopError: it has.
    """
    lengths = list(map(len, texts))
    if len(lengths) > MOST_TEXTS or sum(lengths) > MOST_LETTERS:
        raise package.too_large(f"{len(lengths)} texter med {sum(lengths)} tecken")


def _texts_of_cells(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what each cell says: one that is merged down says the same in each of its rows."""
    tables = (block for block in blocks if isinstance(block, ReadTable))
    return (cell.text for table in tables for row in table.rows for cell in row if cell.text)


def _has_form(reader: DocumentReader, blocks: Iterable[Block]) -> bool:
    """Return whether a document has a table or a heading, which say what the texts are about."""
    has_heading = any(isinstance(block, ReadParagraph) and block.is_heading for block in blocks)
    return has_heading or next(reader.root.iter(w("tbl")), None) is not None


def _remark_on_document(imported: ImportedSheets, reader: DocumentReader) -> None:
    """Say what the whole document has that reading it back may get wrong."""
    path = reader.package.path.name
    if reader.has_changes:
        imported.findings.append(rules.CHANGES_ACCEPTED.at(FILE, path=path))
    if reader.boxes:
        imported.findings.append(rules.TEXT_BOXES_READ.at(FILE, path=path))
    if reader.pictures:
        several = f"{reader.pictures} bilder, diagram eller figurer"
        what = several if reader.pictures > 1 else "en bild, ett diagram eller en figur"
        found = rules.PICTURES_LEFT_OUT.at(FILE, path=path, what=what)
        imported.findings.append(found)
    if reader.files:
        imported.findings.append(rules.FILE_INSIDE.at(FILE, path=path, count=reader.files))
