"""Templates: those that travel with the package, copies of them, and what one lacks."""

from __future__ import annotations

from pathlib import Path

from lagesbild_xlsx import rules, starter, word
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.pipeline.outcomes import TemplateOutcome
from lagesbild_xlsx.pipeline.reading import NOT_COMPARED, read_checked, refuse_existing
from lagesbild_xlsx.review import in_template
from lagesbild_xlsx.timeline.headings import BLANK_REPORT

LAGESBILD_KINDS, TREND = ("liggande", "orter", "forandring"), "trend"
TEMPLATE_KINDS = (*LAGESBILD_KINDS, TREND)
"""The templates beside the standard one: those of a lägesbild, and that of a report over time."""

PLAIN = word.Profile()
"""The profile of the templates as they travel with the package."""


def standard_template(kind: str = "") -> Path:
    """Return the path of a template that travels with the package.

    It lies in the package where that is installed, and beside it in a source tree.
    """
    here = Path(__file__).parent.parent
    name = Path("templates") / (f"lagesbild-{kind}.docx" if kind else "lagesbild.docx")
    return next((p for p in (here / name, here.parent / name) if p.exists()), here / name)


NAMELESS = (rules.TAG_PERHAPS_OWN, rules.TEMPLATE_WITHOUT_CONTROLS)
"""What is said of a template that no document can be built with here."""

FORMER = {
    "": frozenset(("3015fdd5", "f07db363", "2449928a")),
    "liggande": frozenset(("cbbbabce", "d8df8574", "e35876b9")),
    "orter": frozenset(("aa266695", "24ca5a4b", "7c6f5b8d")),
    "forandring": frozenset(("5f8df7a6", "0c745e88")),
}
"""The checksums of what the templates of a lägesbild have been: CRC-32 of their main part."""


def former_checksums(template: Path) -> frozenset[str]:
    """Return what a template that travels with the package has been; nothing of another one."""
    kinds = {standard_template(kind): former for kind, former in FORMER.items()}
    return kinds.get(template, frozenset())


def new_template(path: str | Path, kind: str = "", profile: word.Profile = PLAIN) -> Path:
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
        from lagesbild_xlsx.word.profile import with_profile  # noqa: PLC0415 - python-docx

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
    path = Path(template)
    lagesbild = read_checked(Path(workbook)).value if workbook else starter.starter()
    blank = NOT_COMPARED._replace(report=BLANK_REPORT)
    findings = word.inspect(path, lagesbild, blank, is_known=workbook is not None)
    if not any(finding.rule in NAMELESS for finding in findings):
        word.merge(path, lagesbild, blank)  # what would stop a build stops here
    findings += tuple(in_template(word.fixed_texts(path), path.name, all_kinds=True))
    return TemplateOutcome(path, findings, names=word.names_in(lagesbild, blank))
