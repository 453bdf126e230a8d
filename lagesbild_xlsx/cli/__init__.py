"""The command ``lagesbild``: paths and options in; text and exit status out.

Exit status: 0 built (or, for check, no error), 1 the workbook has errors and nothing was written,
2 the command or a file could not be used.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from lagesbild_xlsx.cli.shared import INTERRUPTED, TERMINATED, UNUSABLE, echo, tell
from lagesbild_xlsx.cli.swedish import SwedishGroup, usage_message
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import reason
from lagesbild_xlsx.pipeline.outcomes import Outcome

NAME = "lagesbild"
STANDARD_STREAMS = (1, 2)
"""The numbers of standard output and standard error."""

COMMANDS = {
    "build": "building.build",
    "check": "building.check",
    "explain": "reference.explain",
    "new": "starting.new",
    "next": "starting.begin_next",
    "import": "starting.import_document",
    "compare": "periods.compare",
    "trend": "periods.trend",
    "template": "templates.template",
    "open": "pages.open_pages",
}
"""The module and the function of each command."""


class Commands(Mapping[str, click.Command]):
    """The commands by their names: each is loaded when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        module, _, function = COMMANDS[name].partition(".")
        command = getattr(import_module(f"{__name__}.{module}"), function)
        assert isinstance(command, click.Command)  # noqa: S101 - the table says so
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@click.group(
    cls=SwedishGroup,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
)
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


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen may lack the arrow
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that all is cleared up
    try:
        status = _run(args)
    except BrokenPipeError:  # as in lagesbild explain | head
        _print_no_more()
        status = UNUSABLE
    except OSError as error:  # as in lagesbild check FIL > LISTA, on a full disk
        if error.filename is not None:  # that is no stream
            raise
        with suppress(OSError):
            echo(f"Det som ska visas går inte att skriva: {reason(error)}.", err=True)
        _print_no_more()
        status = UNUSABLE
    gc.freeze()  # no cycles are looked for at the end: the memory goes back whole
    sys.exit(status)


def _run(args: list[str] | None) -> int:
    """Run the command and return its exit status; what stops it is reported.

    Raises:
        OSError: it cannot be reported.
    """
    try:
        status: int = commands.main(args, prog_name=NAME, standalone_mode=False)
    except StopError as error:
        tell(Outcome(Path(), (error.finding,)), "text", to_stderr=True)
        status = UNUSABLE
    except click.exceptions.NoArgsIsHelpError as error:
        echo(error.format_message())
        status = UNUSABLE
    except click.ClickException as error:
        echo(usage_message(error), err=True)
        context = error.ctx if isinstance(error, click.UsageError) else None
        echo(f"→ Hjälp: {context.command_path if context else NAME} --help", err=True)
        status = UNUSABLE
    except SystemExit as left:  # by SIGTERM, or by Click where nobody reads on
        if left.code == TERMINATED:
            echo("Avbrutet.", err=True)
        raise
    except click.Abort:
        echo("Avbrutet.", err=True)
        status = INTERRUPTED
    return status


def _print_no_more() -> None:
    """Let go of what is left to be printed, which Python would try again at its end."""
    for number in STANDARD_STREAMS:
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
