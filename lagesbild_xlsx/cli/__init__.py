"""The command ``lagesbild``: paths and options in; text and exit status out.

Exit status: 0 built (or, for check, no error), 1 the workbook has errors and nothing was written,
2 the command or a file could not be used.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from lagesbild_xlsx import console, pipeline
from lagesbild_xlsx.cli.swedish import SwedishGroup, usage_message
from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, nearest, parsed_date
from lagesbild_xlsx.diagnostics import Severity, StopError
from lagesbild_xlsx.pipeline import Outcome
from lagesbild_xlsx.rules import RULES

NAME = "lagesbild"
OK, ERRORS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

FILE_ARGUMENT = click.argument("fil", metavar="FIL.xlsx", type=click.Path(path_type=Path))
FORMAT_OPTION = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="text|json",
    help="Hur det som hittas visas: som text, eller som JSON för andra program.",
)


@click.group(cls=SwedishGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    None,
    "--version",
    package_name="lagesbild",
    message="lagesbild %(version)s",
    help="Visa versionen.",
)
def commands() -> None:
    """Gör en samlad lägesbild i Word av arbetsboken i Excel.

    Fyll i arbetsboken, kör lagesbild build FIL.xlsx, och skicka ut dokumentet.
    """


@commands.command(short_help="Gör Word-dokumentet.")
@FILE_ARGUMENT
@click.option(
    "-o",
    "--output",
    metavar="UT.docx",
    type=click.Path(path_type=Path),
    help="Dokumentets namn. Annars lagesbild-DATUM.docx bredvid arbetsboken.",
)
@click.option(
    "--template",
    metavar="MALL.docx",
    type=click.Path(path_type=Path),
    help="En egen mall i stället för standardmallen.",
)
@click.option(
    "--update",
    "document",
    metavar="UT.docx",
    type=click.Path(path_type=Path),
    help="Uppdatera ett dokument som är byggt förut. Det som är ändrat för hand runt om rörs inte.",
)
@click.option(
    "--previous",
    metavar="FÖRRA.xlsx",
    type=click.Path(path_type=Path),
    help="Förra lägesbildens arbetsbok. Dokumentet säger vad som har ändrats sedan dess.",
)
@click.option(
    "--utkast",
    "draft",
    is_flag=True,
    help="Gör ett utkast, också om det finns fel. Felen står i dokumentet, som är märkt Utkast.",
)
@click.option("--pdf", is_flag=True, help="Gör också en PDF, märkt för hjälpmedel (PDF/UA).")
@FORMAT_OPTION
def build(  # noqa: PLR0913, PLR0917 - one for each option
    fil: Path,
    output: Path | None,
    template: Path | None,
    document: Path | None,
    previous: Path | None,
    form: str,
    *,
    draft: bool,
    pdf: bool,
) -> int:
    """Gör ett Word-dokument av arbetsboken.

    Arbetsboken kontrolleras först. Finns det fel skrivs inget dokument, och ett äldre dokument
    lämnas orört. Arbetsboken ändras aldrig.
    """
    if document is not None and (output or draft or pdf):
        message = "--update går inte att använda med -o, --utkast eller --pdf."
        raise click.BadParameter(message, click.get_current_context())
    outcome, status = _run(
        fil,
        lambda: (
            pipeline.update(fil, document, template, previous=previous)
            if document
            else pipeline.build(fil, output, template, previous=previous, pdf=pdf, draft=draft)
        ),
    )
    _tell(outcome, form, to_stderr=True)
    if outcome.document and form == "text":
        what = "Utkastet" if draft else "Dokumentet"
        click.echo(f"{what} är klart: {outcome.document}")
        if pdf:
            click.echo(f"PDF:en är klar: {outcome.document.with_suffix('.pdf')}")
    elif outcome.has_errors and form == "text":
        click.echo("Inget dokument skrevs.", err=True)
    return status


@commands.command(short_help="Visa vad som är fel i arbetsboken, cell för cell.")
@FILE_ARGUMENT
@click.option(
    "--annotate",
    "copy",
    metavar="KOPIA.xlsx",
    type=click.Path(path_type=Path),
    help="Gör också en kopia av arbetsboken, med anmärkningarna vid sina celler och i en lista.",
)
@FORMAT_OPTION
def check(fil: Path, copy: Path | None, form: str) -> int:
    """Visa vad som är fel i arbetsboken, cell för cell.

    Fel måste rättas innan dokumentet kan göras. Varningar är sådant som en noggrann kollega
    skulle fråga om.
    """
    outcome, status = _run(fil, lambda: pipeline.check(fil))
    _tell(outcome, form, to_stderr=False)
    if form == "text":
        click.echo(f"{console.summary(outcome.findings)}.")
    if copy is not None and status != UNUSABLE:
        pipeline.annotate(outcome, copy)
        click.echo(f"Kopian är klar: {copy}", err=form == "json")
    return status


@commands.command(short_help="Gör en ny arbetsbok att fylla i.")
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
@click.option("--tom", "empty", is_flag=True, help="Utan exempelrader.")
def new(
    fil: Path, kommun: str, localities: tuple[str, ...], datum: str | None, *, empty: bool
) -> int:
    """Gör en ny arbetsbok att fylla i, med listrutor, färger och exempelrader.

    En fil som redan finns skrivs aldrig över.
    """
    date = parsed_date(datum) if datum else None
    if datum and (date is None or date.year not in PLAUSIBLE_YEARS):
        message = f"”{datum}” är inget datum. Skriv det som 2026-12-10."
        raise click.BadParameter(message, click.get_current_context())
    if fil.suffix.lower() != ".xlsx":
        message = f"”{fil}” slutar inte på .xlsx."
        raise click.BadParameter(message, click.get_current_context())
    pipeline.new(fil, kommun, localities, date, empty=empty)
    click.echo(f"Arbetsboken är klar: {fil}")
    return OK


@commands.command(short_help="Visa vad som har ändrats sedan förra gången.")
@click.argument("previous", metavar="FÖRRA.xlsx", type=click.Path(path_type=Path))
@click.argument("now", metavar="NU.xlsx", type=click.Path(path_type=Path))
@FORMAT_OPTION
def compare(previous: Path, now: Path, form: str) -> int:
    """Visa vad som har ändrats från en arbetsbok till nästa, aktivitet för aktivitet.

    Aktiviteter känns igen på Nr, annars på texten, annars på den mest lika texten. En sådan
    gissning visas som en varning.
    """
    comparison = pipeline.compare(previous, now)
    if form == "json":
        click.echo(console.changes_json(comparison.changes, comparison.summary).encode())
        return OK
    for line in console.change_lines(comparison.changes):
        click.echo(line)
    click.echo(f"{comparison.summary}.")
    for line in console.finding_lines(comparison.findings, _painted):
        click.echo(line, err=True)
    return OK


@commands.group(cls=SwedishGroup, short_help="Gör och pröva en egen mall.")
def template() -> None:
    """Gör en egen mall i Word, och pröva att den är hel."""


@template.command("new", short_help="Kopiera en mall, att ändra i Word.")
@click.argument("mall", metavar="MIN.docx", type=click.Path(path_type=Path))
@click.option(
    "--slag",
    "kind",
    type=click.Choice(pipeline.TEMPLATE_KINDS),
    metavar="|".join(pipeline.TEMPLATE_KINDS),
    help="En annan mall: liggande sidor, varje ort för sig, eller med en kolumn för förändring.",
)
def new_template(mall: Path, kind: str | None) -> int:
    """Kopiera en mall, att ändra i Word: teckensnitt, färger, logotyp, ordning och fast text."""
    pipeline.new_template(mall, kind or "")
    click.echo(f"Mallen är klar: {mall}")
    return OK


@template.command("check", short_help="Visa vad en mall saknar, och vilka namn som finns.")
@click.argument("mall", metavar="MIN.docx", type=click.Path(path_type=Path))
@click.argument("fil", metavar="[FIL.xlsx]", required=False, type=click.Path(path_type=Path))
@FORMAT_OPTION
def check_template(mall: Path, fil: Path | None, form: str) -> int:
    """Visa vad en mall saknar, stavar fel eller upprepar, var det står, och vilka namn som finns.

    Med en arbetsbok prövas också egna blad och kolumner.
    """
    outcome, status = _run(mall, lambda: pipeline.check_template(mall, fil))
    _tell(outcome, form, to_stderr=False)
    if form == "text" and isinstance(outcome, pipeline.TemplateOutcome):
        click.echo(f"{console.summary(outcome.findings)}.\n")
        for line in console.name_lines(outcome.names):
            click.echo(line)
    return status


@commands.command(short_help="Förklara en regel.")
@click.argument("kod", metavar="[KOD]", required=False)
def explain(kod: str | None) -> int:
    """Förklara en regel i sin helhet, till exempel LB203. Utan kod visas alla regler."""
    if kod is None:
        click.echo(console.rule_list(RULES.values()))
        return OK
    rule = RULES.get(kod.upper())
    if rule is None:
        like = nearest(kod, tuple(RULES))
        meant = f" Menade du {like}?" if like else ""
        message = f"”{kod}” är ingen regel.{meant} Alla visas av lagesbild explain."
        raise click.BadParameter(message, click.get_current_context())
    click.echo(console.rule_page(rule))
    return OK


def _run(file: Path, step: Callable[[], Outcome]) -> tuple[Outcome, int]:
    """Return what a step came to, and the exit status that tells of it."""
    try:
        outcome = step()
    except StopError as error:
        return Outcome(file, (error.finding,)), UNUSABLE
    failed = outcome.has_errors and outcome.document is None
    return outcome, ERRORS if failed else OK


def _tell(outcome: Outcome, form: str, *, to_stderr: bool) -> None:
    if form == "json":
        text = console.findings_json(outcome.findings, outcome.workbook)
        click.echo(text.encode(errors="replace"), err=to_stderr)
        return
    for line in console.finding_lines(outcome.findings, _painted):
        click.echo(line, err=to_stderr)


def _painted(text: str, severity: Severity) -> str:
    """Return a text in a severity's colour, unless NO_COLOR asks for none (no-color.org)."""
    return (
        text if os.environ.get("NO_COLOR") else click.style(text, fg=COLOURS[severity], bold=True)
    )


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen may lack the arrow
    gc.disable()  # a run is short and makes no cycles; looking for some takes a tenth of a long one
    try:
        status = commands.main(args, prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except StopError as error:
        _tell(Outcome(Path(), (error.finding,)), "text", to_stderr=True)
        status = UNUSABLE
    except BrokenPipeError:  # as in lagesbild explain | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = UNUSABLE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        status = UNUSABLE
    except click.ClickException as error:
        click.echo(usage_message(error), err=True)
        context = error.ctx if isinstance(error, click.UsageError) else None
        click.echo(f"→ Hjälp: {context.command_path if context else NAME} --help", err=True)
        status = UNUSABLE
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        status = INTERRUPTED
    sys.exit(status)
