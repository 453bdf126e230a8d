"""A report made, drawn, updated, and saved beside its workbook, by the steps of the command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.console.findings import closing_lines, summary
from lagesbild_xlsx.console.many import notable, outcome_grid
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.html.page import Pages, web_pages, web_preview
from lagesbild_xlsx.pipeline import building
from lagesbild_xlsx.pipeline.checking import annotate
from lagesbild_xlsx.pipeline.formats import FORMATS
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import read_checked
from lagesbild_xlsx.pipeline.writing import document_name
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.web.answers import (
    Answer,
    Button,
    CellAnchor,
    Download,
    MissingFile,
    ShownFinding,
    anchors_of,
    packed,
    shown,
)
from lagesbild_xlsx.web.submission import (
    OUT,
    MissingError,
    Step,
    Submission,
    bring_missing,
    download_of,
    downloads_beside,
    missing_files,
    missing_of_all,
    put_beside,
    sentence_of,
)

DRAWING = "pdf"
"""The format, and the task, whose pages take seconds: it is done when it is asked for."""


def build(submission: Submission) -> Answer:
    """Build the document; where there are errors, the draft that shows them."""
    workbook = submission.needed("arbetsbok")
    outcome = _built(submission, draft=submission.is_on("utkast"))
    is_done = outcome.document is not None and not outcome.has_errors
    if outcome.document is None:
        outcome = _built(submission, draft=True)
    missing = missing_files(submission, outcome)
    findings, files, report = outcome.findings, [], ""
    anchors: Mapping[Place, CellAnchor] = {}
    if outcome.document is not None:
        content = outcome.document.read_bytes()
        pages, preview = web_pages(content), web_preview(content)
        findings, report = pages.findings + findings, preview.page
        anchors = anchors_of(read_checked(workbook).value, preview.marks)
        files = [
            download_of(outcome.document, "Hämta Word (.docx)"),
            *_web_files(outcome.document.stem, pages, has_fragment=is_done),
            *downloads_beside(outcome.document, submission.formats()),
        ]
    if findings:
        copy = OUT / f"{workbook.stem}-anmärkningar{workbook.suffix}"
        annotate(Outcome(workbook, findings), copy)
        files.append(download_of(copy, "Arbetsboken med anmärkningar"))
    findings = _without_missing(findings, missing)
    return Answer(
        sentence_of(missing) or _told(findings, outcome.document, is_done=is_done),
        is_done,
        shown(findings, anchors),
        lines=list(closing_lines(outcome.contents, findings)) if is_done else (),
        report=report,
        files=files,
        missing=missing,
    )


def _without_missing(
    findings: Iterable[Finding], missing: Sequence[MissingFile]
) -> tuple[Finding, ...]:
    """Return findings without those of files that are asked for instead."""
    return tuple(f for f in findings if not (missing and f.rule is rules.FILE_NOT_BESIDE))


def _anchored(outcome: Outcome, findings: Sequence[Finding]) -> dict[str, list[ShownFinding]]:
    """Return findings by their sheets, with where their cells are in the document."""
    content = outcome.document and outcome.document.read_bytes()
    marks = web_preview(content).marks if content else ()
    return shown(findings, anchors_of(read_checked(outcome.workbook).value, marks))


def _web_files(stem: str, pages: Pages, *, has_fragment: bool = True) -> Iterator[Download]:
    yield Download(f"{stem}.html", FORMATS["html"].button, pages.page.encode())
    if has_fragment:
        part = pages.fragment.encode()
        yield Download(f"{stem}-fragment.html", FORMATS["fragment"].button, part)


def _built(
    submission: Submission,
    output: Path | None = OUT,
    *,
    draft: bool,
    formats: Sequence[str] = (),
    replaces: bool = False,
) -> Outcome:
    """Build a workbook as it is asked for."""

    def step() -> Outcome:
        return building.build(
            submission.needed("arbetsbok"),
            output,
            submission.file("mall"),
            previous=submission.files("forra"),
            formats=formats or submission.formats(),
            draft=draft,
            internal=submission.is_on("intern"),
            keeps_reviewing=submission.is_on("granskning"),
            replaces=replaces,
        )

    outcome = step()
    return step() if bring_missing(submission, outcome) else outcome


def _told(findings: Sequence[Finding], document: Path | None, *, is_done: bool) -> str:
    counted = summary(findings)
    if is_done:
        return f"Dokumentet är klart. {counted}." if findings else "Dokumentet är klart. Inga fel."
    if document is None:
        return f"{counted}. Inget dokument kan göras förrän felen är rättade."
    return f"{counted}. Dokumentet är ett utkast tills felen är rättade."


def draw(submission: Submission) -> Answer:
    """Build the document and its pages as PDF; of a faulty workbook the draft's."""
    outcome = _built(submission, draft=submission.is_on("utkast"), formats=(DRAWING,))
    if outcome.document is None:
        outcome = _built(submission, draft=True, formats=(DRAWING,))
    if outcome.document is None:
        return _refused(outcome)
    missing = missing_files(submission, outcome)
    return Answer(
        f"PDF:en är klar. {sentence_of(missing)}".strip(),
        findings=_anchored(outcome, _without_missing(outcome.findings, missing)),
        files=downloads_beside(outcome.document, (DRAWING,)),
        missing=missing,
    )


def _refused(outcome: Outcome) -> Answer:
    """Return the answer where nothing could be made."""
    sentence = _told(outcome.findings, None, is_done=False)
    return Answer(sentence, is_done=False, findings=shown(outcome.findings))


def update(submission: Submission) -> Answer:
    """Bring a document that was edited by hand up to date."""
    document = submission.needed("dokument")
    outcome = building.update(
        submission.needed("arbetsbok"),
        document,
        submission.file("mall"),
        previous=submission.files("forra"),
        internal=submission.is_on("intern"),
        formats=submission.formats(),
    )
    if outcome.document is None:
        missing = missing_files(submission, outcome)
        refused = _refused(outcome)
        return refused._replace(sentence=sentence_of(missing) or refused.sentence, missing=missing)
    pages = web_pages(outcome.document.read_bytes())
    return Answer(
        "Dokumentet är uppdaterat.",
        findings=shown(outcome.findings + pages.findings),
        report=pages.page,
        files=[
            download_of(outcome.document, "Hämta Word (.docx)"),
            *downloads_beside(outcome.document, submission.formats()),
            *_web_files(outcome.document.stem, pages),
        ],
    )


NAMED = "namnda"
"""The field of many workbooks for the files that they name."""


def build_all(submission: Submission) -> Answer:
    """Build a document of each workbook; one that is wrong does not stop the others."""
    workbooks = submission.files("arbetsbocker")
    if not workbooks:
        raise MissingError("Välj arbetsböckerna först.")
    put_beside(submission, NAMED)
    outcomes, files = [], []
    for workbook in workbooks:
        try:
            outcome = building.build(
                workbook,
                OUT / f"{workbook.stem}.docx",
                submission.file("mall"),
                formats=submission.formats(),
                draft=submission.is_on("utkast"),
                internal=submission.is_on("intern"),
                keeps_reviewing=submission.is_on("granskning"),
            )
        except StopError as error:
            outcome = Outcome(workbook, (error.finding,))
        outcomes.append(outcome)
        if outcome.document is not None:
            written = (
                download_of(outcome.document, ""),
                *downloads_beside(outcome.document, submission.formats()),
            )
            files += [each._replace(label=f"Hämta {each.name}") for each in written]
    done = sum(outcome.document is not None for outcome in outcomes)
    grid = outcome_grid(outcomes)
    rows = tuple(
        (*row[:-1], "klart" if o.document else "inget")
        for row, o in zip(grid.rows, outcomes, strict=True)
    )
    missing = missing_of_all(submission, outcomes, NAMED)
    asking = sentence_of(missing, "Arbetsböckerna")
    findings = {
        f"{name} – {sheet or 'filen'}": told
        for (name, *_), outcome in zip(grid.rows, outcomes, strict=True)
        for sheet, told in shown(_without_missing(notable(outcome), missing)).items()
    }
    return Answer(
        f"{done} av {len(outcomes)} dokument är klara. {asking}".strip(),
        done == len(outcomes),
        findings=findings,
        tables=[grid._replace(name="Arbetsböckerna", rows=rows)],
        files=files,
        missing=missing,
    )


STEPS: dict[str, Step] = {
    "rapport": build,
    DRAWING: draw,
    "uppdatera": update,
    "flera": build_all,
}
"""The step of each task that makes a report."""


# ------------------------------------------------------------------ beside a workbook

KEEP, REPLACE = "behall", "ersatt"
"""How a document is saved where there is one that was written in: what a page sends."""

CHOICE_KEEP = Button(
    "Uppdatera dokumentet. Det som är skrivet mellan värdena behålls; en ändrad text som kommer"
    " från arbetsboken ersätts",
    KEEP,
)
CHOICES = {
    rules.DOCUMENT_EDITED: (
        CHOICE_KEEP,
        Button("Ersätt dokumentet. Det som är skrivet i Word försvinner", REPLACE),
    ),
    rules.DOCUMENT_FOREIGN: (Button("Ersätt filen. Det som står i den försvinner", REPLACE),),
}
"""What can be done all the same; the command has options for it."""


def saved(workbook: Path, values: Mapping[str, str], files: Mapping[str, Sequence[str]]) -> bytes:
    """Build a workbook's document beside it, as the command does, or update the one there."""
    submission = Submission(values, {**files, "arbetsbok": [str(workbook)]})
    try:
        return packed(_saved(workbook, submission))
    except StopError as error:
        is_marked = submission.is_on("intern") or submission.is_on("utkast")
        return packed(_not_saved(error.finding, is_marked=is_marked))


def _saved(workbook: Path, submission: Submission) -> Answer:
    how = submission.text("befintligt")
    if how == KEEP:
        target = workbook.with_name(document_name(read_checked(workbook).value))
        outcome = building.update(
            workbook,
            target,
            submission.file("mall"),
            previous=submission.files("forra"),
            formats=submission.formats(),
        )
    else:
        is_draft = submission.is_on("utkast")
        outcome = _built(submission, None, draft=is_draft, replaces=how == REPLACE)
    if outcome.document is None:
        sentence = "Dokumentet sparades inte: rätta felen först."
        return Answer(sentence, is_done=False, findings=_anchored(outcome, outcome.findings))
    lost = _lost(outcome.findings)
    kept = ", med det som är skrivet i Word kvar" if how == KEEP and not lost else ""
    sentence = f"Sparat bredvid arbetsboken{kept}: {outcome.document.name}"
    return Answer(
        f"{sentence}. {lost}" if lost else sentence,
        findings=_anchored(outcome, outcome.findings),
    )


def _lost(findings: Sequence[Finding]) -> str:
    """Return what of a document that was edited by hand is not there now, in a sentence."""
    found = {finding.rule for finding in findings}
    if rules.EDITED_BY_HAND in found:
        return "En del av det som var skrivet i Word ersattes: se Att se över."
    if found & {rules.CONTROL_DELETED, rules.ROW_DELETED}:
        return "Det som är borttaget i Word lades inte tillbaka: se Att se över."
    return ""


def _not_saved(finding: Finding, *, is_marked: bool) -> Answer:
    """Return why a document was not saved, and how it can be all the same.

    One that is marked, as a draft or as internal, is not updated but made anew.
    """
    path = Path(str(finding.values.get("path", "")))
    told = finding.rule.at(finding.place, **{**finding.values, "path": path.name})
    choices = [c for c in CHOICES.get(told.rule, ()) if not (is_marked and c == CHOICE_KEEP)]
    hint = "" if choices else f" {told.hint}"
    return Answer(f"Inget sparades. {told.message}{hint}", is_done=False, choices=choices)
