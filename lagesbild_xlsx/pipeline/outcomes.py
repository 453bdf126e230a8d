"""What a run came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lagesbild_xlsx.diagnostics import Finding


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the findings in reading order, and the document if one was written.

    ``contents`` says how many of what the document holds.
    """

    workbook: Path
    findings: tuple[Finding, ...]
    document: Path | None = None
    contents: str = field(default="", kw_only=True)

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.is_error for finding in self.findings)
