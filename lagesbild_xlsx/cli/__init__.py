"""The command ``lagesbild``: paths and options in; text and exit status out.

Exit status: 0 built (or, for check, no error), 1 the workbook has errors and nothing was written,
2 the command or a file could not be used.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from lagesbild_xlsx.cli import periods, report, templates
from lagesbild_xlsx.cli.shared import INTERRUPTED, TERMINATED, UNUSABLE, tell
from lagesbild_xlsx.cli.swedish import SwedishGroup, usage_message
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pipeline import Outcome

NAME = "lagesbild"


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


for command in (
    report.build,
    report.check,
    report.explain,
    periods.new,
    periods.begin_next,
    periods.import_document,
    periods.compare,
    periods.trend,
    templates.template,
):
    commands.add_command(command)


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen may lack the arrow
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that all is cleared up
    gc.set_threshold(1_000_000)  # a long list makes many objects, few of them in cycles
    try:
        status = commands.main(args, prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except StopError as error:
        tell(Outcome(Path(), (error.finding,)), "text", to_stderr=True)
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
    except SystemExit as left:  # by SIGTERM, or by Click where nobody reads on
        if left.code == TERMINATED:
            click.echo("Avbrutet.", err=True)
        raise
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        status = INTERRUPTED
    sys.exit(status)
