"""The same as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lagesbild_xlsx.console.changes import Moved, status_of
from lagesbild_xlsx.console.many import BuildSummary
from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.model import Grid
from lagesbild_xlsx.privacy import without_numbers
from lagesbild_xlsx.symbols import without_shifts


def findings_json(findings: Iterable[Finding], file: Path) -> str:
    """Return findings as one JSON object, with the file's name and the counts."""
    return _json(_findings_object(findings, file))


def _findings_object(findings: Iterable[Finding], file: Path) -> dict[str, object]:
    listed = list(findings)
    severities = [finding.rule.severity for finding in listed]
    return {
        "file": str(file),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "findings": [
            {
                "code": finding.rule.code,
                "severity": finding.rule.severity,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in listed
        ],
    }


def outcomes_json(outcomes: Iterable[BuildSummary]) -> str:
    """Return what the builds of many workbooks came to as one JSON object."""
    files = [
        _findings_object(outcome.findings, outcome.workbook)
        | {"document": None if outcome.document is None else str(outcome.document)}
        for outcome in outcomes
    ]
    return _json({"files": files})


def changes_json(
    changes: Sequence[Moved], summary_line: str, findings: Iterable[Finding], file: Path
) -> str:
    """Return changes as one JSON object, with what was found on the way."""
    said = {
        **_findings_object(findings, file),
        "summary": summary_line,
        "changes": [
            {
                "change": change.kind,
                "activity": without_shifts(change.activity.activity),
                "number": str(change.activity.number),
                "locality": str(change.activity.locality),
                "before": None if change.before is None else status_of(change.before),
                "after": None if change.after is None else status_of(change.after),
                "sheet": change.activity.place("activity").sheet if change.after else None,
                "cell": change.activity.place("activity").cell if change.after else None,
                "likeness": change.likeness,
            }
            for change in changes
        ],
    }
    return _json(said)


def trend_json(
    tables: Iterable[Grid], summary_text: str, findings: Iterable[Finding], folder: Path
) -> str:
    """Return the tables of a trend as one JSON object, with what was found on the way."""
    rows = {
        grid.name: [dict(zip(grid.headings, row, strict=True)) for row in grid.rows]
        for grid in tables
    }
    said = {**_findings_object(findings, folder), "summary": summary_text, "tables": rows}
    return _json(said)


def _json(said: Mapping[str, object]) -> str:
    import json  # noqa: PLC0415 - used here only

    return without_numbers(json.dumps(said, ensure_ascii=False, indent=2, default=str))
