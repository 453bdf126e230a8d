"""The tasks, as they are done: files in a folder in, an answer out, by the steps of the command."""

from __future__ import annotations

from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, headings_of, parsed_date
from lagesbild_xlsx.console.changes import named, next_lines, status_of
from lagesbild_xlsx.console.findings import NOT_FOUND, summary
from lagesbild_xlsx.console.reference import names_of
from lagesbild_xlsx.console.screen import masked_grid
from lagesbild_xlsx.html.page import web_page
from lagesbild_xlsx.model import Activity, Grid
from lagesbild_xlsx.pipeline import periods, starting, templates
from lagesbild_xlsx.pipeline.formats import FORMATS
from lagesbild_xlsx.web.answers import Answer, Download, shown
from lagesbild_xlsx.web.submission import (
    OUT,
    MissingError,
    Step,
    Submission,
    download_of,
    downloads_beside,
)
from lagesbild_xlsx.word.profile import Logo, Profile


def new(submission: Submission) -> Answer:
    """Make a workbook to fill in."""
    localities = [line.strip() for line in submission.text("orter").splitlines() if line.strip()]
    typed = submission.text("datum")
    path = starting.new(
        OUT / "lagesbild.xlsx",
        submission.text("kommun"),
        localities,
        parsed_date(typed) if typed else None,
        scale=submission.file("skala-ur") or submission.text("skala"),
        empty=submission.is_on("tom"),
    )
    return Answer(
        "Arbetsboken är klar. Spara den där alla kommer åt den, och fyll i den i Excel.",
        files=[download_of(path, "Hämta arbetsboken")],
    )


LOOK_AFTER = "Arbetsboken är klar. Se efter det som är osäkert."


def import_document(submission: Submission) -> Answer:
    """Make a workbook of a report in Word."""
    document = submission.needed("dokument")
    outcome = starting.import_document(document, OUT / f"{document.stem or 'lagesbild'}.xlsx")
    assert outcome.document is not None  # noqa: S101 - what stops it is raised
    return Answer(
        LOOK_AFTER if outcome.is_found else NOT_FOUND,
        findings=shown(outcome.findings),
        files=[download_of(outcome.document, "Hämta arbetsboken")],
    )


def begin_next(submission: Submission) -> Answer:
    """Make the next period's workbook."""
    workbook = submission.needed("arbetsbok")
    date = parsed_date(submission.text("datum"))
    if date is None or date.year not in PLAUSIBLE_YEARS:
        raise MissingError("Skriv nästa lägesbilds datum, till exempel 2026-12-10.")
    outcome = starting.begin_next(workbook, date)
    if outcome.document is None:
        sentence = "Ingen arbetsbok gjordes. Rätta felen först."
        return Answer(sentence, is_done=False, findings=shown(outcome.findings))
    lines = list(next_lines(outcome.done, outcome.numbered))
    return Answer(
        "Arbetsboken är klar.",
        findings=shown(outcome.findings),
        lines=lines,
        files=[download_of(outcome.document, "Hämta arbetsboken")],
    )


def compare(submission: Submission) -> Answer:
    """Tell what has changed from one workbook to the next."""
    comparison = periods.compare(submission.needed("forra"), submission.needed("nu"))
    headings = ("Ändring", "Då", "Nu", headings_of(Activity)["activity"])
    rows = tuple(
        (
            change.words,
            status_of(change.before),
            status_of(change.after),
            named(change.activity),
        )
        for change in comparison.changes
    )
    return Answer(
        f"{comparison.summary}.",
        findings=shown(comparison.findings),
        tables=[Grid("Vad som har ändrats", headings, rows)],
    )


def trend(submission: Submission) -> Answer:
    """Tell how it has gone over time, with the report of it."""
    files = submission.files("arbetsbocker")
    if not files:
        raise MissingError("Välj arbetsböckerna först.")
    folder, template = files[0].parent, submission.file("mall")
    formats = submission.formats()
    outcome = periods.trend(folder, OUT / "över-tid.docx", template, formats=formats)
    tables = [masked_grid(table, outcome.known) for table in outcome.tables]
    lines = [outcome.summary] if outcome.summary else []
    if outcome.document is None:
        sentence = "Rapporten går inte att göra."
        findings = shown(outcome.findings)
        return Answer(sentence, is_done=False, findings=findings, tables=tables, lines=lines)
    page = web_page(outcome.document.read_bytes())
    downloads = [
        download_of(outcome.document, "Hämta Word (.docx)"),
        Download("över-tid.html", FORMATS["html"].button, page.value.encode()),
        *downloads_beside(outcome.document, formats),
    ]
    for suffix, label in ((".xlsx", "Hämta tabellerna (.xlsx)"), (".csv", "Hämta rader (.csv)")):
        path = OUT / f"över-tid{suffix}"
        periods.trend(folder, path, template)
        downloads.append(download_of(path, label))
    return Answer(
        "Rapporten är klar.",
        findings=shown(outcome.findings + page.findings),
        tables=tables,
        lines=lines,
        report=page.value,
        files=downloads,
    )


def new_template(submission: Submission) -> Answer:
    """Make a template with the municipality's own profile."""
    logo, words = submission.file("logga"), submission.text("logga-alt")
    if bool(logo) != bool(words):
        raise MissingError("Välj både en logotyp och vad den föreställer.")
    profile = Profile(
        Logo(logo, words) if logo else None,
        submission.text("farg").removeprefix("#"),
        submission.text("typsnitt"),
    )
    path = templates.new_template(OUT / "vår-mall.docx", submission.text("slag"), profile)
    return Answer(
        "Mallen är klar. Öppna den i Word, och ändra det ni vill.",
        files=[download_of(path, "Hämta mallen")],
    )


def check_template(submission: Submission) -> Answer:
    """Tell what a template lacks, and the names that it can use."""
    outcome = templates.check_template(submission.needed("mall"), submission.file("arbetsbok"))
    rows = tuple((sheet, names_of(sheet, names)) for sheet, names in outcome.names.items())
    return Answer(
        f"{summary(outcome.findings)} i mallen.",
        not outcome.has_errors,
        shown(outcome.findings),
        tables=[Grid("Namn som mallen kan använda", ("Blad", "Kolumner"), rows)],
    )


STEPS: dict[str, Step] = {
    "ny": new,
    "las-in": import_document,
    "nasta": begin_next,
    "jamfor": compare,
    "over-tid": trend,
    "mall": new_template,
    "kontrollera-mall": check_template,
}
"""The step of each task."""
