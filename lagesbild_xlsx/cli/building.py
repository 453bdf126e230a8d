"""The commands for a workbook: build and check."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.shared import (
    FILE_ARGUMENT,
    FORMAT_OPTION,
    PATH,
    PREVIOUS_OPTION,
    REPLACE_OPTION,
    UNUSABLE,
    asked,
    echo,
    format_options,
    run,
    tell,
    tell_written,
)
from lagesbild_xlsx.cli.swedish import SwedishCommand, SwedishOption
from lagesbild_xlsx.console.findings import closing_lines, summary
from lagesbild_xlsx.pipeline import building, checking
from lagesbild_xlsx.pipeline.formats import FORMATS


@click.command(cls=SwedishCommand, short_help="Gör Word-dokumentet.")
@click.argument("filer", metavar="FIL.xlsx…", nargs=-1, required=True, type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="UT.docx|MAPP",
    type=PATH,
    help="Dokumentets namn, eller en mapp. Annars lagesbild-DATUM.docx bredvid arbetsboken.",
)
@click.option(
    "--template",
    metavar="MALL.docx",
    type=PATH,
    help="En egen mall i stället för standardmallen.",
)
@click.option(
    "--update",
    "document",
    metavar="UT.docx",
    type=PATH,
    help="Uppdatera ett dokument som är byggt förut. Det som är ändrat för hand runt om rörs inte.",
)
@PREVIOUS_OPTION
@click.option(
    "--utkast",
    "draft",
    is_flag=True,
    help="Gör ett utkast, också om det finns fel. Felen står i dokumentet, som är märkt Utkast.",
)
@click.option(
    "--jobs",
    cls=SwedishOption,
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    help="Hur många dokument som görs samtidigt, när arbetsböckerna är flera.",
)
@click.option(
    "--intern",
    "internal",
    is_flag=True,
    help="För användning inom myndigheten: personnummer är varningar, och dokumentet är märkt"
    " Internt arbetsmaterial.",
)
@click.option(
    "--behall-granskning",
    "keeps_reviewing",
    is_flag=True,
    help="Behåll mallens kommentarer, spårade ändringar och dolda text, som annars tas bort.",
)
@REPLACE_OPTION
@format_options(tuple(FORMATS.values()))
@FORMAT_OPTION
def build(  # noqa: PLR0913, PLR0917 - one for each option
    filer: tuple[Path, ...],
    output: Path | None,
    template: Path | None,
    document: Path | None,
    previous: tuple[Path, ...],
    jobs: int,
    form: str,
    *,
    draft: bool,
    internal: bool,
    keeps_reviewing: bool,
    replaces: bool,
    **beside: bool,
) -> int:
    """Gör ett Word-dokument av arbetsboken.

    Arbetsboken kontrolleras först. Finns det fel skrivs inget dokument, och ett äldre dokument
    lämnas orört. Arbetsboken ändras aldrig. Ett dokument som är ändrat för hand sedan det byggdes
    ersätts inte utan --ersatt.

    Programmet letar också efter personuppgifter. Det hittar mönster, och kan inte lova att det inte
    finns några: läs igenom själv.

    Flera arbetsböcker ger var sitt dokument, med arbetsbokens namn. Ett fel i en av dem hindrar
    inte de andra.
    """
    formats = asked(beside)
    how = building.BuildArguments(
        template=template,
        formats=formats,
        draft=draft,
        internal=internal,
        keeps_reviewing=keeps_reviewing,
        replaces=replaces,
    )
    if len(filer) > 1:
        _refuse_with_many(output, document, previous)
        from lagesbild_xlsx.cli.many import build_all  # noqa: PLC0415 - for many workbooks only

        return build_all(filer, output, how, jobs=jobs, form=form)
    [fil] = filer
    if document is not None and (draft or keeps_reviewing):
        message = "--update går inte att använda med --utkast eller --behall-granskning."
        raise click.BadParameter(message, click.get_current_context())
    outcome, status = run(
        fil,
        lambda: (
            building.update(
                fil,
                document,
                template,
                previous=previous,
                output=output,
                formats=formats,
                internal=internal,
                replaces=replaces,
            )
            if document
            else building.build(fil, output, previous=previous, **how)
        ),
    )
    tell(outcome, form, to_stderr=True)
    if outcome.document and form == "text":
        what = "Utkastet" if draft else "Dokumentet"
        echo(f"{what} är klart: {outcome.document}")
        tell_written(outcome.document, formats)
        for line in closing_lines(outcome.contents, outcome.findings):
            echo(line)
    elif outcome.has_errors and form == "text":
        echo(f"Inget dokument skrevs: {summary(outcome.findings)}.", err=True)
    return status


@click.command(cls=SwedishCommand, short_help="Visa vad som är fel i arbetsboken, cell för cell.")
@FILE_ARGUMENT
@click.option(
    "--annotate",
    "copy",
    metavar="KOPIA.xlsx",
    type=PATH,
    help="Gör också en kopia av arbetsboken, med anmärkningarna vid sina celler och i en lista.",
)
@PREVIOUS_OPTION
@FORMAT_OPTION
def check(fil: Path, copy: Path | None, previous: tuple[Path, ...], form: str) -> int:
    """Visa vad som är fel i arbetsboken, cell för cell.

    Fel måste rättas innan dokumentet kan göras. Varningar är sådant som en noggrann kollega
    skulle fråga om.

    Programmet letar också efter personuppgifter, i hela arbetsboken. Det hittar mönster, och kan
    inte lova att det inte finns några.
    """
    outcome, status = run(fil, lambda: checking.check(fil, previous))
    tell(outcome, form, to_stderr=False)
    if form == "text":
        echo(f"{summary(outcome.findings)}.")
    if copy is not None and status != UNUSABLE:
        checking.annotate(outcome, copy)
        echo(f"Kopian är klar: {copy}", err=form == "json")
    return status


def _refuse_with_many(
    output: Path | None, document: Path | None, previous: tuple[Path, ...]
) -> None:
    """Refuse the options that mean one workbook.

    Raises:
        BadParameter: one of them is given.
    """
    if document is not None or previous:
        message = "--update och --previous går bara att använda med en arbetsbok i taget."
        raise click.BadParameter(message, click.get_current_context())
    if output is not None and output.suffix.lower() == ".docx":
        message = "Flera arbetsböcker ger flera dokument: ange en mapp med -o."
        raise click.BadParameter(message, click.get_current_context())
