"""The tasks, as they are done: files in a folder in, an answer out, by the steps of the command.

Each runs in a process of its own, in the folder that its files lie in, so that a message names a
file as the person does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lagesbild_xlsx import console, pipeline, rules, word
from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, headings_of, listed, parsed_date
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.html import web_fragment, web_page, web_preview
from lagesbild_xlsx.model import Activity, Grid
from lagesbild_xlsx.pipeline.reading import read_checked
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.web.answers import Answer, Ask, Choice, Made, Spot, shown, spots_of
from lagesbild_xlsx.web.rendering import packed

OUT = Path("ut")
"""Where the files of an answer are written, inside the folder."""


class Given:
    """What a person gave a task: values and files by the names of the fields.

    ``beside`` is the folder of a workbook that is followed, where the files lie that it names.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        files: Mapping[str, Sequence[str]],
        beside: Path | None = None,
    ) -> None:
        self._values = values
        self._files = files
        self.beside = beside

    def text(self, name: str) -> str:
        """Return what was typed."""
        return self._values.get(name, "").strip()

    def is_on(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return bool(self.text(name))

    def file(self, name: str) -> Path | None:
        """Return the path of a file, None where none was chosen."""
        return next(iter(self.files(name)), None)

    def needed(self, name: str) -> Path:
        """Return the path of a file that must be chosen.

        Raises:
            MissingError: it is not.
        """
        path = self.file(name)
        if path is None:
            raise MissingError("Välj en fil först.")
        return path

    def files(self, name: str) -> list[Path]:
        """Return the paths of files."""
        return [Path(path) for path in self._files.get(name, ())]


class MissingError(Exception):
    """Something that a task needs was not given; it says what."""


def done(
    task: str,
    folder: Path,
    values: Mapping[str, str],
    files: Mapping[str, Sequence[str]],
    beside: Path | None = None,
) -> bytes:
    """Return what a task comes to, as a page gets it.

    Args:
        task: its name.
        folder: where its files lie.
        values: what was typed.
        files: the paths of the files in the folder, by their fields.
        beside: the folder of the workbook that is followed, if it is that one.
    """
    os.chdir(folder)
    OUT.mkdir(exist_ok=True)
    try:
        return packed(_done(task, Given(values, files, beside)))
    finally:
        os.chdir(folder.anchor)


def _done(task: str, given: Given) -> Answer:
    try:
        return STEPS[task](given)
    except MissingError as error:
        return Answer(str(error), is_done=False)
    except StopError as error:
        return Answer(
            "Det går inte än. Se vad som ska rättas.",
            is_done=False,
            findings=shown((error.finding,)),
        )


def made(path: Path, label: str) -> Made:
    """Return a file that was made."""
    return Made(path.name, label, path.read_bytes())


def build(given: Given) -> Answer:
    """Build the document; where there are errors, the draft that shows them."""
    workbook = given.needed("arbetsbok")
    outcome = _built(given, draft=False)
    is_done = outcome.document is not None
    if not is_done:
        outcome = _built(given, draft=True)
    asks = _asked(given, outcome)
    findings, files, report = outcome.findings, [], ""
    spots: Mapping[Place, Spot] = {}
    if outcome.document is not None:
        content = outcome.document.read_bytes()
        page, preview = web_page(content), web_preview(content)
        findings, report = page.findings + findings, preview.page
        spots = spots_of(read_checked(workbook).value, preview.marks)
        fragment = web_fragment(content).value if is_done else ""
        files = [
            made(outcome.document, "Hämta Word (.docx)"),
            *_web_files(outcome.document.stem, page.value, fragment),
        ]
    if findings:
        copy = OUT / f"{workbook.stem}-anmärkningar{workbook.suffix}"
        pipeline.annotate(pipeline.Outcome(workbook, findings), copy)
        files.append(made(copy, "Arbetsboken med anmärkningar"))
    if asks:
        findings = tuple(f for f in findings if f.rule is not rules.FILE_NOT_BESIDE)
    return Answer(
        _asked_for(asks) or _told(findings, outcome.document, is_done=is_done),
        is_done,
        shown(findings, spots),
        lines=list(console.closing_lines(outcome.contents, findings)) if is_done else (),
        report=report,
        files=files,
        asks=asks,
    )


def _web_files(stem: str, page: str, fragment: str) -> Iterator[Made]:
    yield Made(f"{stem}.html", "Hämta webbsida (.html)", page.encode())
    if fragment:
        yield Made(f"{stem}-fragment.html", "Webbsida att klistra in (.html)", fragment.encode())


def _built(
    given: Given,
    output: Path | None = OUT,
    *,
    draft: bool,
    pdf: bool = False,
    replaces: bool = False,
) -> pipeline.Outcome:
    """Build a workbook as it is asked for."""

    def step() -> pipeline.Outcome:
        return pipeline.build(
            given.needed("arbetsbok"),
            output,
            given.file("mall"),
            previous=given.files("forra"),
            pdf=pdf,
            draft=draft,
            internal=given.is_on("intern"),
            keeps_reviewing=given.is_on("granskning"),
            replaces=replaces,
        )

    outcome = step()
    return step() if _brought(given, outcome) else outcome


# ------------------------------------------------------------------ files that a workbook names


def _named(given: Given, outcome: pipeline.Outcome) -> list[Ask]:
    """Return the files that a workbook names and that do not lie beside it here."""
    if all(finding.rule is not rules.FILE_NOT_BESIDE for finding in outcome.findings):
        return []
    report = read_checked(outcome.workbook).value.report
    named = (Ask("mall", report.template), Ask("forra", report.previous))
    return [
        ask
        for ask in named
        if ask.name and not given.files(ask.field) and not Path(ask.name).exists()
    ]


def _brought(given: Given, outcome: pipeline.Outcome) -> bool:
    """Bring what a workbook that is followed names from its own folder; return whether any was."""
    folder = given.beside
    if folder is None:
        return False
    found = [ask.name for ask in _named(given, outcome) if (folder / ask.name).is_file()]
    for name in found:
        shutil.copyfile(folder / name, name)
    return bool(found)


def _asked(given: Given, outcome: pipeline.Outcome) -> list[Ask]:
    """Return the files that a workbook names and that only the person can choose."""
    return [] if given.beside else _named(given, outcome)


def _asked_for(asks: Sequence[Ask]) -> str:
    if not asks:
        return ""
    names = listed(tuple(f"”{ask.name}”" for ask in asks), "och")
    which = "den" if len(asks) == 1 else "dem"
    return f"Arbetsboken nämner {names}. Välj {which} också, under Fler val."


# ------------------------------------------------------------------ the other tasks


def _told(findings: Sequence[Finding], document: Path | None, *, is_done: bool) -> str:
    counted = console.summary(findings)
    if is_done:
        return f"Dokumentet är klart. {counted}." if findings else "Dokumentet är klart. Inga fel."
    if document is None:
        return f"{counted}. Inget dokument kan göras förrän felen är rättade."
    return f"{counted}. Dokumentet är ett utkast tills felen är rättade."


def draw(given: Given) -> Answer:
    """Build the document and its pages as PDF; of a faulty workbook the draft's."""
    outcome = _built(given, draft=False, pdf=True)
    if outcome.document is None:
        outcome = _built(given, draft=True, pdf=True)
    if outcome.document is None:
        return _refused(outcome)
    pdf = made(outcome.document.with_suffix(".pdf"), "Hämta PDF")
    return Answer("PDF:en är klar.", findings=shown(outcome.findings), files=[pdf])


def _refused(outcome: pipeline.Outcome) -> Answer:
    """Return the answer where nothing could be made."""
    sentence = _told(outcome.findings, None, is_done=False)
    return Answer(sentence, is_done=False, findings=shown(outcome.findings))


def update(given: Given) -> Answer:
    """Bring a document that was edited by hand up to date."""
    document = given.needed("dokument")
    outcome = pipeline.update(
        given.needed("arbetsbok"), document, given.file("mall"), previous=given.files("forra")
    )
    if outcome.document is None:
        asks = _asked(given, outcome)
        refused = _refused(outcome)
        return refused._replace(sentence=_asked_for(asks) or refused.sentence, asks=asks)
    content = document.read_bytes()
    page = web_page(content)
    return Answer(
        "Dokumentet är uppdaterat.",
        findings=shown(outcome.findings + page.findings),
        report=page.value,
        files=[
            made(document, "Hämta Word (.docx)"),
            *_web_files(document.stem, page.value, web_fragment(content).value),
        ],
    )


def build_all(given: Given) -> Answer:
    """Build a document of each workbook; one that is wrong does not stop the others."""
    workbooks = given.files("arbetsbocker")
    if not workbooks:
        raise MissingError("Välj arbetsböckerna först.")
    outcomes, files = [], []
    for workbook in workbooks:
        try:
            outcome = pipeline.build(
                workbook,
                OUT / f"{workbook.stem}.docx",
                given.file("mall"),
                pdf=given.is_on("pdf"),
                html=given.is_on("html"),
            )
        except StopError as error:
            outcome = pipeline.Outcome(workbook, (error.finding,))
        outcomes.append(outcome)
        if outcome.document is not None:
            beside = (outcome.document.with_suffix(end) for end in (".docx", ".pdf", ".html"))
            files += [made(path, f"Hämta {path.name}") for path in beside if path.exists()]
    done = sum(outcome.document is not None for outcome in outcomes)
    grid = console.outcome_grid(outcomes)
    rows = tuple(
        (*row[:-1], "klart" if o.document else "inget")
        for row, o in zip(grid.rows, outcomes, strict=True)
    )
    lines = [line for o in outcomes for line in console.notable_lines(o)]
    return Answer(
        f"{done} av {len(outcomes)} dokument är klara.",
        done == len(outcomes),
        tables=[grid._replace(rows=rows)],
        lines=lines,
        files=files,
    )


def new(given: Given) -> Answer:
    """Make a workbook to fill in."""
    localities = [line.strip() for line in given.text("orter").splitlines() if line.strip()]
    typed = given.text("datum")
    path = pipeline.new(
        OUT / "lagesbild.xlsx",
        given.text("kommun"),
        localities,
        parsed_date(typed) if typed else None,
        empty=given.is_on("tom"),
    )
    return Answer(
        "Arbetsboken är klar. Spara den där alla kommer åt den, och fyll i den i Excel.",
        files=[made(path, "Hämta arbetsboken")],
    )


def import_document(given: Given) -> Answer:
    """Make a workbook of a report in Word."""
    document = given.needed("dokument")
    outcome = pipeline.import_document(document, OUT / f"{document.stem or 'lagesbild'}.xlsx")
    assert outcome.document is not None  # noqa: S101 - what stops it is raised
    return Answer(
        "Arbetsboken är klar. Se efter det som är osäkert.",
        findings=shown(outcome.findings),
        files=[made(outcome.document, "Hämta arbetsboken")],
    )


def begin_next(given: Given) -> Answer:
    """Make the next period's workbook."""
    workbook = given.needed("arbetsbok")
    date = parsed_date(given.text("datum"))
    if date is None or date.year not in PLAUSIBLE_YEARS:
        raise MissingError("Skriv nästa lägesbilds datum, till exempel 2026-12-10.")
    outcome = pipeline.begin_next(workbook, date)
    if outcome.document is None:
        sentence = "Ingen arbetsbok gjordes. Rätta felen först."
        return Answer(sentence, is_done=False, findings=shown(outcome.findings))
    lines = list(console.next_lines(outcome.done, outcome.numbered))
    return Answer(
        "Arbetsboken är klar.",
        findings=shown(outcome.findings),
        lines=lines,
        files=[made(outcome.document, "Hämta arbetsboken")],
    )


def compare(given: Given) -> Answer:
    """Tell what has changed from one workbook to the next."""
    comparison = pipeline.compare(given.needed("forra"), given.needed("nu"))
    headings = ("Ändring", "Då", "Nu", headings_of(Activity)["activity"])
    rows = tuple(
        (
            change.words,
            console.status_of(change.before),
            console.status_of(change.after),
            str(change.activity.activity),
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
        raise MissingError("Välj arbetsböckerna, eller mappen som de ligger i.")
    folder, template = files[0].parent, given.file("mall")
    has_pdf = given.is_on("pdf")
    outcome = pipeline.trend(folder, OUT / "över-tid.docx", template, pdf=has_pdf)
    tables = [console.masked_grid(table, outcome.known) for table in outcome.tables]
    lines = [outcome.summary] if outcome.summary else []
    if outcome.document is None:
        sentence = "Rapporten går inte att göra."
        findings = shown(outcome.findings)
        return Answer(sentence, is_done=False, findings=findings, tables=tables, lines=lines)
    page = web_page(outcome.document.read_bytes())
    made_files = [
        made(outcome.document, "Hämta Word (.docx)"),
        Made("över-tid.html", "Hämta webbsida (.html)", page.value.encode()),
    ]
    if has_pdf:
        made_files.append(made(outcome.document.with_suffix(".pdf"), "Hämta PDF"))
    for suffix, label in ((".xlsx", "Hämta tabellerna (.xlsx)"), (".csv", "Hämta rader (.csv)")):
        path = OUT / f"över-tid{suffix}"
        pipeline.trend(folder, path, template)
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
    profile = word.Profile(
        word.Logo(logo, words) if logo else None,
        given.text("farg").removeprefix("#"),
        given.text("typsnitt"),
    )
    path = pipeline.new_template(OUT / "vår-mall.docx", given.text("slag"), profile)
    return Answer(
        "Mallen är klar. Öppna den i Word, och ändra det ni vill.",
        files=[made(path, "Hämta mallen")],
    )


def check_template(given: Given) -> Answer:
    """Tell what a template lacks, and the names that it can use."""
    outcome = pipeline.check_template(given.needed("mall"), given.file("arbetsbok"))
    rows = tuple((sheet, ", ".join(names)) for sheet, names in outcome.names.items())
    return Answer(
        f"{console.summary(outcome.findings)} i mallen.",
        not outcome.has_errors,
        shown(outcome.findings),
        tables=[Grid("Namn som mallen kan använda", ("Blad", "Kolumner"), rows)],
    )


STEPS: dict[str, Callable[[Given], Answer]] = {
    "rapport": build,
    "pdf": draw,
    "ny": new,
    "las-in": import_document,
    "nasta": begin_next,
    "jamfor": compare,
    "over-tid": trend,
    "uppdatera": update,
    "flera": build_all,
    "mall": new_template,
    "kontrollera-mall": check_template,
}


# ------------------------------------------------------------------ beside a workbook

KEEP, REPLACE = "behall", "ersatt"
"""How a document is saved where there is one that was written in: what a page sends."""

CHOICE_KEEP = Choice("Uppdatera dokumentet, och behåll det som är skrivet i Word", KEEP)
CHOICES = {
    rules.DOCUMENT_EDITED: (
        CHOICE_KEEP,
        Choice("Ersätt dokumentet. Det som är skrivet i Word försvinner", REPLACE),
    ),
    rules.DOCUMENT_FOREIGN: (Choice("Ersätt filen. Det som står i den försvinner", REPLACE),),
}
"""What can be done all the same; the command has options for it."""


def saved(workbook: Path, values: Mapping[str, str], files: Mapping[str, Sequence[str]]) -> bytes:
    """Build a workbook's document beside it, as the command does, or update the one there."""
    given = Given(values, {**files, "arbetsbok": [str(workbook)]})
    try:
        return packed(_saved(workbook, given))
    except StopError as error:
        return packed(_not_saved(error.finding, is_internal=given.is_on("intern")))


def _saved(workbook: Path, given: Given) -> Answer:
    how = given.text("befintligt")
    if how == KEEP:
        target = workbook.with_name(pipeline.document_name(read_checked(workbook).value))
        outcome = pipeline.update(
            workbook, target, given.file("mall"), previous=given.files("forra")
        )
    else:
        outcome = _built(given, None, draft=False, replaces=how == REPLACE)
    if outcome.document is None:
        return Answer("Dokumentet sparades inte: rätta felen först.", is_done=False)
    kept = ", med det som är skrivet i Word kvar" if how == KEEP else ""
    return Answer(f"Sparat bredvid arbetsboken{kept}: {outcome.document.name}")


def _not_saved(finding: Finding, *, is_internal: bool) -> Answer:
    """Return why a document was not saved, and how it can be all the same."""
    path = Path(str(finding.values.get("path", "")))
    told = finding.rule.at(finding.place, **{**finding.values, "path": path.name})
    choices = [c for c in CHOICES.get(told.rule, ()) if not (is_internal and c == CHOICE_KEEP)]
    hint = "" if choices else f" {told.hint}"
    return Answer(f"Inget sparades. {told.message}{hint}", is_done=False, choices=choices)
