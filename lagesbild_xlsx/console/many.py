"""What the builds of many workbooks came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Protocol

from lagesbild_xlsx.console.findings import Paint, told_lines, unpainted
from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.model import Grid


class BuildSummary(Protocol):
    """What the build of one workbook of many came to, as it is shown."""

    @property
    def workbook(self) -> Path: ...  # noqa: D102 - the workbook's path
    @property
    def findings(self) -> tuple[Finding, ...]: ...  # noqa: D102 - what was found
    @property
    def document(self) -> Path | None: ...  # noqa: D102 - the document's path, if there is one


def notable_lines(outcome: BuildSummary, paint: Paint = unpainted) -> Iterator[str]:
    """Yield what is to be reported of one workbook of many, below its name, if anything."""
    told = notable(outcome)
    if told:
        yield f"{outcome.workbook}:"
        yield from (f"  {line}" for line in told_lines(told, paint))
        yield ""


def notable(outcome: BuildSummary) -> list[Finding]:
    """Return what is to be reported of one workbook of many.

    Its errors, where it gave no document, and what may not be sent out.
    """
    failed = outcome.document is None
    return [f for f in outcome.findings if (failed and f.is_error) or f.rule.is_about_privacy]


def outcome_grid(outcomes: Sequence[BuildSummary]) -> Grid:
    """Return a row for each workbook: how it went, and where its document is."""
    headings = ("Arbetsbok", "Fel", "Varningar", "Dokument")
    names = _told_apart([outcome.workbook for outcome in outcomes])
    return Grid("Resultat", headings, tuple(map(_outcome_row, names, outcomes)))


def _told_apart(paths: Sequence[Path]) -> list[str]:
    """Return of each path the least of its end that no other path ends with."""
    ends = [[Path(*path.parts[at:]) for at in reversed(range(len(path.parts)))] for path in paths]
    counts = Counter(chain.from_iterable(ends))
    each = zip(paths, ends, strict=True)
    return [str(next((end for end in its if counts[end] == 1), path)) for path, its in each]


def _outcome_row(name: str, outcome: BuildSummary) -> tuple[str | int, ...]:
    severities = [finding.rule.severity for finding in outcome.findings]
    counts = (severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING))
    return name, *counts, str(outcome.document or "inget")
