"""The command that opens the pages."""

from __future__ import annotations

from pathlib import Path

import click

from lagesbild_xlsx.cli.shared import OK, PATH
from lagesbild_xlsx.cli.swedish import SwedishCommand


@click.command("open", cls=SwedishCommand, short_help="Öppna allt på en sida i webbläsaren.")
@click.argument("fil", metavar="[FIL.xlsx]", required=False, type=PATH)
@click.option(
    "--ingen-webblasare",
    "without_browser",
    is_flag=True,
    help="Öppna inte webbläsaren. Adressen visas.",
)
@click.option(
    "--genvag", "shortcut", is_flag=True, help="Gör en genväg på skrivbordet, och öppna inget."
)
def open_pages(fil: Path | None, *, without_browser: bool, shortcut: bool) -> int:
    """Öppna en sida i webbläsaren där allt går att göra, utan kommandon.

    Med en arbetsbok följer sidan den: spara i Excel, så visas anmärkningarna och rapporten på nytt.
    Sidan nås bara från den här datorn. Avsluta med knappen på sidan, eller med Ctrl-C.
    """
    if shortcut:
        from lagesbild_xlsx.web.shortcut import make_shortcut  # noqa: PLC0415 - used here only

        click.echo(f"Genvägen är klar: {make_shortcut(Path.home())}")
        return OK
    from lagesbild_xlsx.pipeline.writing import refuse_missing  # noqa: PLC0415 - used here only
    from lagesbild_xlsx.web.serve import serve  # noqa: PLC0415 - uvicorn takes 0.1 s

    if fil is not None:
        refuse_missing(fil)
    serve(fil, click.echo, opens_browser=not without_browser)
    return OK
