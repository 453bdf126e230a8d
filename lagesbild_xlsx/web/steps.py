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
from lagesbild_xlsx.web.answers import Answer, Made, shown
from lagesbild_xlsx.web.given import OUT, Given, MissingError, Step, made, made_beside
from lagesbild_xlsx.word.profile import Logo, Profile


def new(given: Given) -> Answer:
    """Make a workbook to fill in."""
    localities = [line.strip() for line in given.text("orter").splitlines() if line.strip()]
    typed = given.text("datum")
    path = starting.new(
        OUT / "lagesbild.xlsx",
        given.text("kommun"),
        localities,
        parsed_date(typed) if typed else None,
        scale=given.file("skala-ur") or given.text("skala"),
        empty=given.is_on("tom"),
    )
    return Answer(
        "Arbetsboken är klar. Spara den där alla kommer åt den, och fyll i den i Excel.",
        files=[made(path, "Hämta arbetsboken")],
    )


LOOK_AFTER = "Arbetsboken är klar. Se efter det som är osäkert."


def import_document(given: Given) -> Answer:
    """Make a workbook of a report in Word."""
    document = given.needed("dokument")
    outcome = starting.import_document(document, OUT / f"{document.stem or 'lagesbild'}.xlsx")
    assert outcome.document is not None  # noqa: S101 - what stops it is raised
    return Answer(
        LOOK_AFTER if outcome.is_found else NOT_FOUND,
        findings=shown(outcome.findings),
        files=[made(outcome.document, "Hämta arbetsboken")],
    )


def begin_next(given: Given) -> Answer:
    """Make the next period's workbook."""
    workbook = given.needed("arbetsbok")
    date = parsed_date(given.text("datum"))
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
        files=[made(outcome.document, "Hämta arbetsboken")],
    )


def compare(given: Given) -> Answer:
    """Tell what has changed from one workbook to the next."""
    comparison = periods.compare(given.needed("forra"), given.needed("nu"))
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


def trend(given: Given) -> Answer:
    """Tell how it has gone over time, with the report of it."""
    files = given.files("arbetsbocker")
    if not files:
        raise MissingError("Välj arbetsböckerna först.")
    folder, template = files[0].parent, given.file("mall")
    formats = given.formats()
    outcome = periods.trend(folder, OUT / "över-tid.docx", template, formats=formats)
    tables = [masked_grid(table, outcome.known) for table in outcome.tables]
    lines = [outcome.summary] if outcome.summary else []
    if outcome.document is None:
        sentence = "Rapporten går inte att göra."
        findings = shown(outcome.findings)
        return Answer(sentence, is_done=False, findings=findings, tables=tables, lines=lines)
    page = web_page(outcome.document.read_bytes())
    made_files = [
        made(outcome.document, "Hämta Word (.docx)"),
        Made("över-tid.html", FORMATS["html"].button, page.value.encode()),
        *made_beside(outcome.document, formats),
    ]
    for suffix, label in ((".xlsx", "Hämta tabellerna (.xlsx)"), (".csv", "Hämta rader (.csv)")):
        path = OUT / f"över-tid{suffix}"
        periods.trend(folder, path, template)
        made_files.append(made(path, label))
    return Answer(
        "Rapporten är klar.",
        findings=shown(outcome.findings + page.findings),
        tables=tables,
        lines=lines,
        report=page.value,
        files=made_files,
    )


def new_template(given: Given) -> Answer:
    """Make a template with the municipality's own profile."""
    logo, words = given.file("logga"), given.text("logga-alt")
    if bool(logo) != bool(words):
        raise MissingError("Välj både en logotyp och vad den föreställer.")
    profile = Profile(
        Logo(logo, words) if logo else None,
        given.text("farg").removeprefix("#"),
        given.text("typsnitt"),
    )
    path = templates.new_template(OUT / "vår-mall.docx", given.text("slag"), profile)
    return Answer(
        "Mallen är klar. Öppna den i Word, och ändra det ni vill.",
        files=[made(path, "Hämta mallen")],
    )


def check_template(given: Given) -> Answer:
    """Tell what a template lacks, and the names that it can use."""
    outcome = templates.check_template(given.needed("mall"), given.file("arbetsbok"))
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
