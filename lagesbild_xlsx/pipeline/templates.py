"""Copies of the templates that travel with the package, and what a template lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lagesbild_xlsx import rules, starter
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import NOT_COMPARED, read_checked
from lagesbild_xlsx.pipeline.standard_templates import standard_template
from lagesbild_xlsx.pipeline.writing import refuse_existing
from lagesbild_xlsx.review import in_template
from lagesbild_xlsx.timeline.headings import BLANK_REPORT
from lagesbild_xlsx.word.document import fixed_texts, merge
from lagesbild_xlsx.word.profile import Profile

PLAIN = Profile()
"""The profile of the templates as they travel with the package."""


NAMELESS = (rules.TAG_PERHAPS_OWN, rules.TEMPLATE_WITHOUT_CONTROLS)
"""What is said of a template that no document can be built with here."""


@dataclass(frozen=True)
class TemplateOutcome(Outcome):
    """What the check of a template came to; ``names`` are each sheet's columns or fields."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def new_template(path: str | Path, kind: str = "", profile: Profile = PLAIN) -> Path:
    """Write a copy of a template to change in Word, and return its path.

    Args:
        path: where to write it; nothing may be there.
        kind: the standard one if empty, or one of ``TEMPLATE_KINDS``.
        profile: the logo, the colour and the font that it is given.

    Raises:
        StopError: a file is there already, or none can be written; or the colour or the logo
            cannot be used.
    """
    target = Path(path)
    refuse_existing(target)
    template = standard_template(kind).read_bytes()
    if profile != PLAIN:
        from lagesbild_xlsx.word.profile_writer import with_profile  # noqa: PLC0415 - python-docx

        template = with_profile(template, profile)
    write_whole(target, template)
    return target


def check_template(template: str | Path, workbook: str | Path | None = None) -> TemplateOutcome:
    """Return what a template lacks, misspells or repeats, and the names that it can use.

    Args:
        template: the path of a Word template.
        workbook: the path of a workbook with user-defined sheets and columns.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    from lagesbild_xlsx.word.inspection import inspect, names_in  # noqa: PLC0415 - used here only

    path = Path(template)
    lagesbild = read_checked(Path(workbook)).value if workbook else starter.starter()
    blank = NOT_COMPARED._replace(report=BLANK_REPORT)
    findings = inspect(path, lagesbild, blank, is_known=workbook is not None)
    if not any(finding.rule in NAMELESS for finding in findings):
        merge(path, lagesbild, blank)  # what would stop a build stops here
    findings += tuple(in_template(fixed_texts(path), path.name, all_kinds=True))
    return TemplateOutcome(path, findings, names=names_in(lagesbild, blank))
