"""What a task comes to, as a page shows it: a sentence, findings, tables, a report, and files."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lagesbild_xlsx.columns import sheets_of
from lagesbild_xlsx.console.findings import grouped, where
from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.model import Grid, Lagesbild
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.web.rendering import rendered
from lagesbild_xlsx.word.marks import ShownCells

WORDS = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Notera"}


class CellAnchor(NamedTuple):
    """Where a cell is in a report.

    Attributes:
        mark: the id of the element where its value begins; nothing where the report has none.
        row: what its row begins with.
        cell: what it says itself.
    """

    mark: str
    row: str
    cell: str


class Download(NamedTuple):
    """A file that was made: its name, what a button that fetches it says, and its bytes."""

    name: str
    label: str
    content: bytes


class ShownFinding(NamedTuple):
    """A finding, or several that say the same of one column."""

    where: str
    word: str
    severity: str
    message: str
    hint: str
    code: str
    anchor: CellAnchor | None = None


class MissingFile(NamedTuple):
    """A file that the workbook names and that was not sent: the field for it, and its name."""

    field: str
    name: str


class Button(NamedTuple):
    """One of the ways to go on: what its button says, and what it sends."""

    label: str
    value: str


class Answer(NamedTuple):
    """What a task came to.

    Attributes:
        sentence: it in a sentence.
        is_done: whether it made what it should.
        findings: what was found, by sheet.
        tables: figures.
        lines: what more is to be reported.
        report: a report as a web page.
        files: what was made.
        missing: what files are to be chosen as well.
        choices: how it can be done all the same.
    """

    sentence: str
    is_done: bool = True
    findings: Mapping[str, Sequence[ShownFinding]] = {}
    tables: Sequence[Grid] = ()
    lines: Sequence[str] = ()
    report: str = ""
    files: Sequence[Download] = ()
    missing: Sequence[MissingFile] = ()
    choices: Sequence[Button] = ()


def shown(
    findings: Iterable[Finding], anchors: Mapping[Place, CellAnchor] | None = None
) -> dict[str, list[ShownFinding]]:
    """Return findings by their sheets, those with errors first; about a file they have no name.

    Args:
        findings: what was found.
        anchors: where cells are in the report that is shown.
    """
    found: dict[str, list[ShownFinding]] = {}
    for group in grouped(findings):
        first = group[0]
        cells = where([each.place for each in group]).partition("!")[2]
        told = ShownFinding(
            cells,
            WORDS[first.rule.severity],
            first.rule.severity.value,
            first.message,
            first.hint,
            first.rule.code,
            (anchors or {}).get(first.place),
        )
        found.setdefault(first.place.sheet or "", []).append(told)
    return dict(sorted(found.items(), key=lambda each: not _has_errors(each[1])))


def _has_errors(told: Iterable[ShownFinding]) -> bool:
    return any(each.severity == Severity.ERROR.value for each in told)


def anchors_of(lagesbild: Lagesbild, marks: Iterable[str]) -> dict[Place, CellAnchor]:
    """Return where the cells of a lägesbild are in its report, by their places.

    Args:
        lagesbild: what the report says.
        marks: the ids of the elements where values begin in it.
    """
    cells = ShownCells(marks)
    found: dict[Place, CellAnchor] = {}
    for name, sheet in sheets_of(Lagesbild).items():
        value = getattr(lagesbild, name)
        for at, row in enumerate((value,) if sheet.is_form else value):
            texts = row.texts
            begins = "" if sheet.is_form else _first_text(texts)
            for heading, place in row.origin.cells.items():
                mark = cells.name(sheet.name, None if sheet.is_form else at, heading)
                text = texts.get(heading) or begins
                if mark or text:
                    found[place] = CellAnchor(mark, begins, text)
    return found


def _first_text(texts: Mapping[str, str]) -> str:
    """Return the first text of a row that is more than a number."""
    return next((text for text in texts.values() if text and not text.isdecimal()), "")


def packed(answer: Answer) -> bytes:
    """Return an answer as JSON, its findings and its figures as HTML.

    It is packed in the process that did the job: the one that serves pages only passes it on.
    """
    files = [
        {"name": f.name, "label": f.label, "data": base64.b64encode(f.content).decode()}
        for f in answer.files
    ]
    is_folded = answer.report and answer.tables
    folded = rendered("folded.html", tables=answer.tables, lines=()) if is_folded else ""
    told = {
        "sentence": answer.sentence,
        "isDone": answer.is_done,
        "findings": rendered("findings.html", findings=answer.findings),
        "more": rendered("more.html", tables=() if folded else answer.tables, lines=answer.lines),
        "folded": folded,
        "report": answer.report,
        "files": files,
        "asks": [each._asdict() for each in answer.missing],
        "choices": [choice._asdict() for choice in answer.choices],
    }
    return json.dumps(told, ensure_ascii=False).encode()
