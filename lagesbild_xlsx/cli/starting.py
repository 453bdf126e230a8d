"""The commands that begin a workbook: new, next and import."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.shared import (
    FILE_ARGUMENT,
    FORMAT_OPTION,
    OK,
    PATH,
    date_of,
    echo,
    require_suffix,
    run,
    tell,
)
from lagesbild_xlsx.cli.swedish import SwedishCommand, SwedishOption
from lagesbild_xlsx.console.changes import next_lines
from lagesbild_xlsx.console.findings import NOT_FOUND
from lagesbild_xlsx.pipeline import starting


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
