"""The commands that follow several workbooks: compare and trend."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.progress import with_progress
from lagesbild_xlsx.cli.shared import (
    FORMAT_OPTION,
    OK,
    PATH,
    REPLACE_OPTION,
    UNUSABLE,
    asked,
    echo,
    format_options,
    painted,
    run,
    tell,
    tell_written,
)
from lagesbild_xlsx.cli.swedish import SwedishCommand
from lagesbild_xlsx.console.changes import change_lines
from lagesbild_xlsx.console.findings import finding_lines
from lagesbild_xlsx.console.machine import changes_json, trend_json
from lagesbild_xlsx.console.screen import masked_grid, table_lines, wrap_lines
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pipeline import periods
from lagesbild_xlsx.pipeline.formats import FORMATS
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.periods import REPORT_SUFFIXES


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
@format_options([each for each in FORMATS.values() if each.suffix not in REPORT_SUFFIXES])
@REPLACE_OPTION
@FORMAT_OPTION
def trend(
    mapp: Path,
    output: Path | None,
    template: Path | None,
    form: str,
    *,
    replaces: bool,
    **beside: bool,
) -> int:
    """Visa hur det har gått över tid: läs alla arbetsböcker i en mapp, en för varje lägesbild.

    Visar hur många aktiviteter som har varje status i varje lägesbild, vilka som är röda flera
    gånger i rad, hur länge varje aktivitet har haft sin status, och hur det går för varje ansvarig.
    Lägesbilderna ordnas efter datumen i dem. Arbetsböckerna ändras aldrig.
    """
    formats = asked(beside)
    if (template is not None or formats) and output is None:
        message = f"--{formats[0] if formats else 'template'} går bara att använda med -o."
        raise click.BadParameter(message, click.get_current_context())
    outcome, status = run(
        mapp,
        lambda: periods.trend(
            mapp, output, template, formats=formats, progress=with_progress, replaces=replaces
        ),
    )
    if isinstance(outcome, periods.TrendOutcome) and output is None:
        _show_trend(outcome, form)
    if form == "text" or output is not None or status == UNUSABLE:
        tell(outcome, form, to_stderr=True)
    if outcome.document and form == "text":
        echo(f"Rapporten är klar: {outcome.document}")
        tell_written(outcome.document, formats)
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
