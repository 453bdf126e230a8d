"""The commands that begin a workbook, or follow several: new, next, import, compare, trend."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.progress import with_progress
from lagesbild_xlsx.cli.shared import (
    FILE_ARGUMENT,
    FORMAT_OPTION,
    OK,
    PATH,
    PDF_OPTION,
    REPLACE_OPTION,
    UNUSABLE,
    date_of,
    echo,
    painted,
    require_suffix,
    run,
    tell,
)
from lagesbild_xlsx.cli.swedish import SwedishCommand, SwedishOption
from lagesbild_xlsx.console.changes import change_lines, next_lines
from lagesbild_xlsx.console.findings import NOT_FOUND, finding_lines
from lagesbild_xlsx.console.machine import changes_json, trend_json
from lagesbild_xlsx.console.screen import masked_grid, table_lines, wrap_lines
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pipeline import periods, starting
from lagesbild_xlsx.pipeline.outcomes import Outcome


@click.command(cls=SwedishCommand, short_help="Gör en ny arbetsbok att fylla i.")
@FILE_ARGUMENT
@click.option("--kommun", metavar="NAMN", default="", help="Kommunens namn.")
@click.option(
    "--ort",
    "localities",
    metavar="NAMN",
    multiple=True,
    help="En ort. Upprepa valet för varje ort.",
)
@click.option("--datum", metavar="DATUM", help="Lägesbildens datum, till exempel 2026-12-10.")
@click.option(
    "--skala",
    "scale",
    metavar="|".join((*starting.SCALES, "FIL.xlsx")),
    default="",
    help="Vad en status kan vara: en av skalorna, eller den som står i en arbetsbok.",
)
@click.option("--tom", "empty", is_flag=True, help="Utan exempelrader.")
def new(  # noqa: PLR0913 - one for each option
    fil: Path,
    kommun: str,
    localities: tuple[str, ...],
    datum: str | None,
    scale: str,
    *,
    empty: bool,
) -> int:
    """Gör en ny arbetsbok att fylla i, med listrutor, färger och exempelrader.

    En fil som redan finns skrivs aldrig över.
    """
    date = date_of(datum) if datum else None
    require_suffix(fil, ".xlsx")
    starting.new(fil, kommun, localities, date, scale=scale, empty=empty)
    echo(f"Arbetsboken är klar: {fil}")
    return OK


@click.command(
    "next", cls=SwedishCommand, short_help="Gör nästa lägesbilds arbetsbok av den förra."
)
@FILE_ARGUMENT
@click.option(
    "--datum",
    cls=SwedishOption,
    metavar="DATUM",
    required=True,
    help="Nästa lägesbilds datum, till exempel 2026-12-10.",
)
@click.option(
    "-o",
    "--output",
    metavar="NY.xlsx",
    type=PATH,
    help="Den nya arbetsbokens namn. Annars som den förra, med det nya datumet.",
)
def begin_next(fil: Path, datum: str, output: Path | None) -> int:
    """Gör nästa lägesbilds arbetsbok av den förra.

    Orternas texter töms. Kommentarerna flyttas till kolumnen Förra gången. Statusarna står kvar.
    Avslutade aktiviteter flyttas till bladet Avslutade: de som har ja eller ett datum i kolumnen
    Avslutad, är överstrukna, har en status som räknas som klar, eller är gröna med kommentaren
    Klart. Aktiviteter utan Nr får ett.
    Allt annat i arbetsboken är kvar, och den gamla ändras inte.
    """
    date = date_of(datum)
    outcome, status = run(fil, lambda: starting.begin_next(fil, date, output))
    tell(outcome, "text", to_stderr=True)
    if outcome.document and isinstance(outcome, starting.NextOutcome):
        for line in next_lines(outcome.done, outcome.numbered):
            echo(line)
        echo(f"Arbetsboken är klar: {outcome.document}")
    elif outcome.has_errors:
        is_workbook = any(finding.place.sheet for finding in outcome.findings)
        remedy = " Rätta felen först." if is_workbook else ""
        echo(f"Ingen arbetsbok skrevs.{remedy}", err=True)
    return status


@click.command("import", cls=SwedishCommand, short_help="Gör en arbetsbok av ett dokument i Word.")
@click.argument("dokument", metavar="GAMMAL.docx", type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="FIL.xlsx",
    type=PATH,
    help="Arbetsbokens namn. Annars dokumentets, med ändelsen .xlsx.",
)
@FORMAT_OPTION
def import_document(dokument: Path, output: Path | None, form: str) -> int:
    """Gör en arbetsbok av en lägesbild i Word, också en som är skriven för hand.

    Rubriker och tabeller känns igen på vad det står i dem, och en status på sitt ord eller på
    cellens färg. Det som är osäkert visas, med sin cell i den nya arbetsboken.
    """
    target = output or dokument.parent / f"{dokument.stem or 'lagesbild'}.xlsx"
    require_suffix(target, ".xlsx")
    outcome, status = run(dokument, lambda: starting.import_document(dokument, target))
    tell(outcome, form, to_stderr=True)
    if outcome.document and form == "text":
        if isinstance(outcome, starting.ImportOutcome) and not outcome.is_found:
            echo(NOT_FOUND, err=True)
        echo(f"Arbetsboken är klar: {outcome.document}")
    return status


@click.command(cls=SwedishCommand, short_help="Visa vad som har ändrats sedan förra gången.")
@click.argument("previous", metavar="FÖRRA.xlsx", type=PATH)
@click.argument("now", metavar="NU.xlsx", type=PATH)
@FORMAT_OPTION
def compare(previous: Path, now: Path, form: str) -> int:
    """Visa vad som har ändrats från en arbetsbok till nästa, aktivitet för aktivitet.

    Aktiviteter känns igen på Nr, annars på texten, annars på den mest lika texten. En sådan
    gissning visas som en varning.
    """
    try:
        comparison = periods.compare(previous, now)
    except StopError as error:
        tell(Outcome(now, (error.finding,)), form, to_stderr=form == "text")
        return UNUSABLE
    if form == "json":
        said = (comparison.changes, comparison.summary, comparison.findings, now)
        click.echo(changes_json(*said).encode(errors="replace"))
        return OK
    for line in change_lines(comparison.changes):
        echo(line)
    echo(f"{comparison.summary}.")
    for line in finding_lines(comparison.findings, painted):
        echo(line, err=True)
    return OK


@click.command(
    cls=SwedishCommand, short_help="Visa hur det har gått över tid, ur en mapp med arbetsböcker."
)
@click.argument("mapp", metavar="MAPP", type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="UT.docx|.html|.xlsx|.csv",
    type=PATH,
    help="Skriv en rapport: .docx för en färdig rapport med diagram, .html för samma rapport"
    " som webbsida, .xlsx för tabellerna i Excel, .csv för en rad per aktivitet och lägesbild.",
)
@click.option(
    "--template",
    metavar="MALL.docx",
    type=PATH,
    help="En egen mall för rapporten i stället för standardmallen.",
)
@PDF_OPTION
@REPLACE_OPTION
@FORMAT_OPTION
def trend(  # noqa: PLR0913 - one for each option
    mapp: Path,
    output: Path | None,
    template: Path | None,
    form: str,
    *,
    pdf: bool,
    replaces: bool,
) -> int:
    """Visa hur det har gått över tid: läs alla arbetsböcker i en mapp, en för varje lägesbild.

    Visar hur många aktiviteter som har varje status i varje lägesbild, vilka som är röda flera
    gånger i rad, hur länge varje aktivitet har haft sin status, och hur det går för varje ansvarig.
    Lägesbilderna ordnas efter datumen i dem. Arbetsböckerna ändras aldrig.
    """
    if (template is not None or pdf) and output is None:
        message = f"{'--pdf' if pdf else '--template'} går bara att använda med -o."
        raise click.BadParameter(message, click.get_current_context())
    outcome, status = run(
        mapp,
        lambda: periods.trend(
            mapp, output, template, pdf=pdf, progress=with_progress, replaces=replaces
        ),
    )
    if isinstance(outcome, periods.TrendOutcome) and output is None:
        _show_trend(outcome, form)
    if form == "text" or output is not None or status == UNUSABLE:
        tell(outcome, form, to_stderr=True)
    if outcome.document and form == "text":
        echo(f"Rapporten är klar: {outcome.document}")
        if pdf:
            echo(f"PDF:en är klar: {outcome.document.with_suffix('.pdf')}")
    return status


def _show_trend(outcome: periods.TrendOutcome, form: str) -> None:
    """Show the figures, with the personal data in the activities masked."""
    tables = [masked_grid(table, outcome.known) for table in outcome.tables]
    if form == "json":
        said = (tables, outcome.summary, outcome.findings, outcome.workbook)
        click.echo(trend_json(*said).encode(errors="replace"))
        return
    for line in wrap_lines(outcome.summary):
        echo(line)
    for table in (each for each in tables if each.rows):
        echo()
        for line in table_lines(table):
            echo(line)
