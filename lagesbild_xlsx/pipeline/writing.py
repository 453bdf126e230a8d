"""Where a document goes, what it never takes the place of, and how it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.files import report_write_errors, write_together
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.opc import unreadable
from lagesbild_xlsx.pipeline.formats import Format
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.privacy import NotPersons, masked
from lagesbild_xlsx.word.hand_edits import HandEdits, built

DRAFT, INTERNAL = "utkast", "internt"
"""What the name says of a draft, and of a document that stays inside the authority."""


# ------------------------------------------------------------------ where it goes


def document_name(lagesbild: Lagesbild) -> str:
    """Return the file name that a lägesbild's document gets."""
    date = lagesbild.report.date
    return f"lagesbild-{date}.docx" if date else "lagesbild.docx"


def target_of(workbook: Path, output: str | Path | None, name: str) -> Path:
    """Return the path of the document as it is asked for."""
    target = Path(output) if output else workbook.parent
    with report_write_errors(target):
        return target / name if target.is_dir() else target


def with_status_suffix(target: Path, *, internal: bool, draft: bool) -> Path:
    """Return the path of a document with a name that says what must not be spread."""
    for is_so, word_for_it in ((internal, INTERNAL), (draft, DRAFT)):
        if is_so and word_for_it not in target.stem:
            target = target.with_stem(f"{target.stem}-{word_for_it}")
    return target


def require_docx(target: Path) -> None:
    """Refuse a name that no Word document has.

    Raises:
        StopError: it ends otherwise.
    """
    if target.suffix.lower() != ".docx":
        suggestion = target.with_suffix(".docx").name
        raise StopError(rules.OUTPUT_SUFFIX.at(FILE, path=target, suggestion=suggestion))


def is_same(path: Path, other: Path) -> bool:
    """Return whether two paths lead to the same file."""
    return os.path.realpath(path) == os.path.realpath(other)


# ------------------------------------------------------------------ what is never written over


def refuse_missing(workbook: Path) -> None:
    """Refuse to begin with a file that is not there.

    Raises:
        StopError: it is not.
    """
    if not workbook.is_file():
        raise unreadable(workbook, "Excel")


def refuse_existing(target: Path) -> None:
    """Refuse to write where a file is already.

    Raises:
        StopError: there is one, or none can be there.
    """
    with report_write_errors(target):
        if target.exists():
            raise StopError(rules.FILE_EXISTS.at(FILE, path=target))


def refuse_foreign(target: Path, own_sheet: str) -> None:
    """Refuse to write over a workbook that is none of our own making.

    Args:
        target: what is to be written.
        own_sheet: the sheet that tells what we have made.

    Raises:
        StopError: there is a workbook without it.
    """
    with report_write_errors(target):
        if target.exists() and read_workbook(target).sheet(own_sheet) is None:
            raise StopError(rules.FILE_EXISTS.at(FILE, path=target))


def refuse_lost_work(
    target: Path, *, of_workbook: bool, known: NotPersons, instead: str = ""
) -> None:
    """Refuse to write over a document that was edited by hand, or is none of our own making.

    Args:
        target: what is to be written.
        of_workbook: whether it is a lägesbild, and not a report over time.
        known: the names that are no persons.
        instead: what else can be done than to replace it, a sentence.

    Raises:
        StopError: there is such a document.
    """
    if not target.is_file():
        return
    with report_write_errors(target):
        target.open("rb").close()
    try:
        found = built(target)
    except StopError:
        found = None
    if found is None or found.of_workbook is not of_workbook:
        raise StopError(rules.DOCUMENT_FOREIGN.at(FILE, path=target))
    if found.edits:
        edits = _in_words(found.edits, known)
        remedy = f"{instead}{'Ersätt' if not instead else 'Eller ersätt'} det: --ersatt."
        told = rules.DOCUMENT_EDITED.at(FILE, path=target, edits=edits, remedy=remedy)
        raise StopError(told)


MOST_EDITS, LONGEST_EDIT = 3, 60
"""How many edits are shown, and how much of each."""


def _in_words(edits: HandEdits, known: NotPersons) -> str:
    """Return what was edited, masked: ``”Vi ses i maj.” är nytt eller ändrat, 2 stycken …``."""
    shown = [f"”{shorten(masked(line, known))}”" for line in edits.new[:MOST_EDITS]]
    rest = len(edits.new) - len(shown)
    more = (f"{rest} stycken till",) if rest else ()
    parts = [f"{joined_words((*shown, *more), 'och')} är nytt eller ändrat"] if shown else []
    if edits.gone:
        parts.append(f"{edits.gone} {'stycke' if edits.gone == 1 else 'stycken'} är borttaget")
    return ", ".join(parts) or "stycken har bytt plats"


def shorten(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= LONGEST_EDIT else f"{text[:LONGEST_EDIT].rstrip()}…"


def refuse_overwriting(target: Path, inputs: Mapping[Path, str]) -> None:
    """Refuse to write over a file that is read.

    Args:
        target: what is to be written.
        inputs: what is read, and what it is in Swedish.

    Raises:
        StopError: it is one of them.
    """
    for path, what in inputs.items():
        if is_same(target, path):
            raise StopError(rules.OUTPUT_IS_INPUT.at(FILE, path=target, what=what))


# ------------------------------------------------------------------ written


def write_document(
    target: Path, document: bytes, findings: tuple[Finding, ...], formats: Iterable[Format] = ()
) -> tuple[Finding, ...]:
    """Write a document, and in other formats beside it: all or none.

    Args:
        target: the path of the document.
        document: its bytes.
        findings: what has been found about it.
        formats: what else it is written as.

    Returns:
        What is to be reported of the other formats, and the findings that still hold.

    Raises:
        StopError: one of them cannot be written or made.
    """
    made = {target.with_suffix(each.suffix): each.render(document) for each in formats}
    for each in made.values():
        document = each.document or document
    write_together({target: document} | {path: each.content for path, each in made.items()})
    told = {finding.rule for finding in findings}
    is_told_at_its_cell = rules.ILLUSTRATION_WITHOUT_WORDS in told
    solved = {rule for each in made.values() for rule in each.solved}
    new = (finding for each in made.values() for finding in each.findings)
    return (
        *(f for f in new if not (is_told_at_its_cell and f.rule is rules.PICTURE_WITHOUT_WORDS)),
        *(f for f in findings if f.rule not in solved),
    )
