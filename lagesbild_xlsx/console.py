"""Findings as a person reads them on a screen, and as another program reads them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lagesbild_xlsx.diagnostics import Finding, Rule, Severity

WORDS = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "notera"}
PLURALS = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "noteringar"}

Paint = Callable[[str, Severity], str]
"""Gives a text the colour of a severity."""


def unpainted(text: str, severity: Severity) -> str:  # noqa: ARG001 - the shape of Paint
    """Return the text as it is."""
    return text


def finding_lines(
    findings: Iterable[Finding], file: Path, paint: Paint = unpainted
) -> Iterator[str]:
    """Yield two lines for each finding: where and what is wrong, and what to do."""
    listed = list(findings)
    width = max((len(_where(finding, file)) for finding in listed), default=0)
    for finding in listed:
        word = paint(WORDS[finding.rule.severity], finding.rule.severity)
        where = _where(finding, file).ljust(width)
        yield f"{where}  {word} {finding.rule.code}  {finding.message}"
        yield f"{' ' * width}  → {finding.hint}"


def _where(finding: Finding, file: Path) -> str:
    return str(finding.place) or file.name


def summary(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity: ``3 fel, 12 varningar``."""
    severities = [finding.rule.severity for finding in findings]
    counts = ((severities.count(severity), severity) for severity in Severity)
    words = [f"{n} {WORDS[s] if n == 1 else PLURALS[s]}" for n, s in counts if n]
    return ", ".join(words) or "Inga fel"


def findings_json(findings: Iterable[Finding], file: Path) -> str:
    """Return findings as one JSON object, with the file's name and the counts."""
    listed = list(findings)
    severities = [finding.rule.severity for finding in listed]
    return json.dumps(
        {
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
        },
        ensure_ascii=False,
        indent=2,
    )


def rule_page(rule: Rule) -> str:
    """Return a rule in full."""
    consequence = (
        "Ett fel: inget dokument skrivs förrän det är rättat."
        if rule.severity is Severity.ERROR
        else "En varning: dokumentet skrivs ändå."
    )
    return "\n".join((f"{rule.code}  {rule.title}", "", rule.why, "", consequence))


def rule_list(rules: Iterable[Rule]) -> str:
    """Return the rules, a line each."""
    return "\n".join(f"{r.code}  {WORDS[r.severity]:8} {r.title}" for r in rules)
