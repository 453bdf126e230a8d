"""From a workbook to a document: built, and updated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from lagesbild_xlsx import rules
from lagesbild_xlsx.checked import CheckedReport
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.overview import contents
from lagesbild_xlsx.pipeline.formats import Format, chosen, refuse_lost_files
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import read_with_neighbours
from lagesbild_xlsx.pipeline.standard_templates import former_checksums, standard_template
from lagesbild_xlsx.pipeline.writing import (
    document_name,
    is_same,
    refuse_lost_work,
    refuse_overwriting,
    require_docx,
    target_of,
    with_status_suffix,
    write_document,
)
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.review import in_template, masked_findings, masked_title
from lagesbild_xlsx.timeline.headings import BLANK_REPORT
from lagesbild_xlsx.unplaced import notice
from lagesbild_xlsx.word.available_sheets import Faults
from lagesbild_xlsx.word.document import BuildOptions, Filled, fixed_texts, merge
from lagesbild_xlsx.word.origin import SourceWorkbook

if TYPE_CHECKING:
    from lagesbild_xlsx.word.python_docx import Document

FOR_TREND = (
    "Mallen är till för rapporten över tid. Välj en annan mall, eller gör rapporten (kommandot"
    " lagesbild trend)."
)
UPDATE_INSTEAD = "Behåll ändringarna: --update {path}. "


class BuildArguments(TypedDict, total=False):
    """What ``build`` is given that is the same for all workbooks that are built together."""

    template: str | Path | None
    formats: Sequence[str]
    draft: bool
    internal: bool
    keeps_reviewing: bool
    replaces: bool


def build(  # noqa: PLR0913 - one for each option
    workbook: str | Path,
    output: str | Path | None = None,
    template: str | Path | None = None,
    *,
    previous: Sequence[str | Path] = (),
    formats: Sequence[str] = (),
    draft: bool = False,
    internal: bool = False,
    keeps_reviewing: bool = False,
    replaces: bool = False,
) -> Outcome:
    """Merge a workbook into a Word document, if the workbook has no errors.

    Args:
        workbook: the path of the workbook. It is only read.
        output: the document's path, or a folder for it; ``lagesbild-2021-05-20.docx`` beside the
            workbook if not given.
        template: the path of a Word template; the one that the workbook names, or else the standard
            one, if not given. It is only read.
        previous: the paths of earlier periods' workbooks, to say what has changed since the last
            of them, and what stands still; the one that the workbook names if not given.
        formats: what to write beside the document as well: ``pdf`` (tagged), ``html`` (a web page),
            ``fragment`` (what stands in its body, for another page); :mod:`.formats` has them all.
        draft: whether to build in spite of errors, each shown at its place, a document that says
            that it is a draft, in its page header and in its name. Personal identity numbers stop
            a draft too.
        internal: whether the document stays inside the authority: identity numbers are warnings
            then, and its page header and its name say so.
        keeps_reviewing: whether the template's comments, tracked changes and hidden text go into
            the document.
        replaces: whether to replace a document that was edited by hand since it was built, or was
            not built here.

    Returns:
        The findings, and the path of the document; no path, and nothing written, where there
        are errors.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    path, beside = Path(workbook), chosen(formats)
    read, own_template = read_with_neighbours(path, template, previous, internal=internal)
    template_path = own_template or standard_template()
    asked = target_of(path, output, document_name(read.value))
    target = with_status_suffix(asked, internal=internal, draft=draft)
    refuse_overwriting(target, {path: "arbetsboken", template_path: "mallen"})
    require_docx(target)
    faults = _faults(read.findings) if draft else None
    options = BuildOptions(_origin(path, read), faults, internal, keeps_reviewing)
    merged = merge(template_path, read.value, read.extra_data, options)
    in_fixed_text = tuple(
        in_template(fixed_texts(template_path), template_path.name, all_kinds=False)
    )
    found = masked_findings(_once_for_trend(merged.findings), read.known) + in_fixed_text
    outcome = Outcome(path, found + read.findings)
    filled = merged.value
    if not filled.document or (outcome.has_errors and not draft) or _must_not_be_sent(outcome):
        return outcome
    if not replaces:
        refuse_lost_files(target, beside)
        update_hint = "" if draft or internal else UPDATE_INSTEAD.format(path=target)
        refuse_lost_work(target, of_workbook=True, known=read.known, instead=update_hint)
    return _write(outcome, target, read, filled, beside)


def _write(
    outcome: Outcome,
    document: Path,
    read: CheckedReport,
    filled: Filled,
    formats: Sequence[Format],
) -> Outcome:
    """Write a document with what stands beside it, and return its outcome.

    What it does not show of the workbook is reported last.
    """
    told = write_document(document, filled.document, outcome.findings, formats)
    unshown = filled.unshown.with_told(told)
    left = notice(unshown, read.outside, read.workbook, read.value, masked_title)
    shown = contents(read.value)
    return replace(outcome, findings=told + left, document=document, contents=shown)


def document(
    workbook: str | Path,
    template: str | Path | None = None,
    *,
    previous: Sequence[str | Path] = (),
) -> Document:
    """Return the report of a workbook, to go on with in python-docx; nothing is written.

    Args:
        workbook: the path of the workbook. It is only read.
        template: the path of a Word template; the standard one if not given.
        previous: the paths of earlier periods' workbooks.

    Raises:
        StopError: a file cannot be used, or the workbook has errors: the first finding.
    """
    from lagesbild_xlsx.word.python_docx import opened  # noqa: PLC0415 - used here only

    path = Path(workbook)
    read, own_template = read_with_neighbours(path, template, previous)
    template_path = own_template or standard_template()
    options = BuildOptions(_origin(path, read))
    merged = merge(template_path, read.value, read.extra_data, options)
    found = masked_findings(_once_for_trend(merged.findings), read.known) + read.findings
    for finding in found:
        if finding.is_error:
            raise StopError(finding)
    return opened(merged.value.document)


def _once_for_trend(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what is said of a template: one finding where it is for the report over time.

    So it is if it has the names of several of that report's tables.
    """
    names = {normalised(table.name) for table in BLANK_REPORT}
    unknown = [finding for finding in findings if finding.rule is rules.TAG_UNKNOWN]
    foreign = [each for each in unknown if normalised(str(each.values["name"])) in names]
    if len({each.values["name"] for each in foreign}) <= 1:
        return findings
    first = foreign[0]
    return (first.rule.at(first.place, **{**first.values, "remedy": FOR_TREND}),)


def _must_not_be_sent(outcome: Outcome) -> bool:
    """Return whether a workbook holds what not even a draft may hold."""
    return any(f.is_error and f.rule.is_about_privacy for f in outcome.findings)


def update(  # noqa: PLR0913 - one for each option
    workbook: str | Path,
    document: str | Path,
    template: str | Path | None = None,
    *,
    previous: Sequence[str | Path] = (),
    output: str | Path | None = None,
    formats: Sequence[str] = (),
    internal: bool = False,
    replaces: bool = False,
) -> Outcome:
    """Bring a document that was built before up to date, and keep all that was edited by hand.

    Args:
        workbook: the path of the workbook. It is only read.
        document: the path of the document, which is replaced whole or not at all.
        template: the path of the template that it was built from; the standard one if not given.
        previous: the paths of earlier periods' workbooks, to say what has changed since the last
            of them, and what stands still.
        output: another path for the document, or a folder for it; it is only read then.
        formats: what to write beside the document as well, as :func:`build` has it.
        internal: whether the document stays inside the authority, as :func:`build` has it.
        replaces: whether to replace another document, or a web page, that was edited by hand, or
            was not built here. What was edited in the document itself is always kept.

    Raises:
        StopError: a file cannot be used; its finding says what to do.
    """
    from lagesbild_xlsx.word.update import (  # noqa: PLC0415 - used here only
        UpdateOptions,
        refuse_unfit,
        updated,
    )

    path, old, beside = Path(workbook), Path(document), chosen(formats)
    refuse_unfit(old)
    read, own_template = read_with_neighbours(path, template, previous, internal=internal)
    template_path = own_template or standard_template()
    asked = target_of(path, output, old.name) if output else old
    target = with_status_suffix(asked, internal=internal, draft=False)
    refuse_overwriting(target, {path: "arbetsboken", template_path: "mallen"})
    require_docx(target)
    origin = _origin(path, read)
    options = UpdateOptions(origin, former_checksums(template_path), is_internal=internal)
    made = updated(old, template_path, read.value, read.extra_data, options)
    found = masked_findings(_once_for_trend(made.findings), read.known)
    outcome = Outcome(path, found + read.findings)
    if outcome.has_errors:
        return outcome
    if not replaces:
        refuse_lost_files(target, beside)
        if not is_same(target, old):
            refuse_lost_work(target, of_workbook=True, known=read.known)
    return _write(outcome, target, read, made.value, beside)


def _origin(workbook: Path, read: CheckedReport) -> SourceWorkbook:
    """Return what a document says of the workbook that it comes from."""
    return SourceWorkbook(masked_title(workbook.name), read.sha256)


def _faults(findings: Iterable[Finding]) -> Faults:
    """Return what a draft must show as wrong."""
    errors = [finding for finding in findings if finding.is_error]
    return Faults(
        {finding.place: finding.message for finding in errors if finding.place.cell},
        tuple(f"{finding.place}: {finding.message}" for finding in errors),
    )
