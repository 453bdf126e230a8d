"""What a run came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import Activity, Grid, Lagesbild
from lagesbild_xlsx.privacy import NOBODY, NotPersons


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


@dataclass(frozen=True)
class TemplateOutcome(Outcome):
    """What the check of a template came to; ``names`` are each sheet's columns or fields."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportOutcome(Outcome):
    """What the reading of a document came to; ``is_found``: a balance list or localities were."""

    is_found: bool = True


@dataclass(frozen=True)
class NextOutcome(Outcome):
    """What the next period's workbook leaves out as done, and how many activities got a number."""

    done: tuple[Activity, ...] = ()
    numbered: int = 0


@dataclass(frozen=True)
class TrendOutcome(Outcome):
    """What a folder's lägesbilder say together; its ``workbook`` is the folder.

    Attributes:
        periods: the lägesbilder that count, the earliest first, as
            ``history.frames.activities_frame`` takes them.
        summary: the figures in sentences.
        tables: the figures as tables.
        known: the names in them that are no persons.
    """

    periods: tuple[Lagesbild, ...] = ()
    summary: str = ""
    tables: tuple[Grid, ...] = ()
    known: NotPersons = NOBODY
