"""What the commands share: options, how a step is run, and how it is reported."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from lagesbild_xlsx.columns import PLAUSIBLE_YEARS, parsed_date
from lagesbild_xlsx.console.findings import told_lines
from lagesbild_xlsx.diagnostics import Severity, StopError
from lagesbild_xlsx.pipeline.formats import Format, chosen
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.privacy import without_numbers

Function = TypeVar("Function", bound=Callable[..., Any])

OK, ERRORS, UNUSABLE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

PATH = click.Path(path_type=Path, readable=False)
"""A path as typed; what is wrong with it is reported by the step that uses it, in Swedish."""

FILE_ARGUMENT = click.argument("fil", metavar="FIL.xlsx", type=PATH)

FORMAT_OPTION = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="text|json",
    help="Hur det som hittas visas: som text, eller som JSON för andra program.",
)

PREVIOUS_OPTION = click.option(
    "--previous",
    metavar="FÖRRA.xlsx",
    multiple=True,
    type=PATH,
    help="Förra lägesbildens arbetsbok: vad har ändrats sedan dess? Upprepa valet för tidigare, så"
    " visas också vad som står still.",
)


REPLACE_OPTION = click.option(
    "--ersatt",
    "replaces",
    is_flag=True,
    help="Ersätt också en fil som är ändrad för hand, eller som inte är skriven av programmet.",
)


# ------------------------------------------------------------------ what is written beside


def format_options(formats: Sequence[Format]) -> Callable[[Function], Function]:
    """Return what gives a command an option for each of these formats."""

    def with_options(function: Function) -> Function:
        for each in reversed(formats):
            function = click.option(f"--{each.name}", is_flag=True, help=each.help)(function)
        return function

    return with_options


def asked(options: Mapping[str, bool]) -> list[str]:
    """Return the names of the formats that were asked for."""
    return [name for name, is_on in options.items() if is_on]


def tell_written(document: Path, names: Iterable[str]) -> None:
    """Tell what was written beside a document."""
    for each in chosen(names):
        echo(f"{each.done}: {document.with_suffix(each.suffix)}")


# ------------------------------------------------------------------ what is typed, and told


def date_of(typed: str) -> dt.date:
    """Return the date that was typed.

    Raises:
        BadParameter: it is none.
    """
    date = parsed_date(typed)
    if date is None or date.year not in PLAUSIBLE_YEARS:
        message = f"”{typed}” är inget datum. Skriv det som 2026-12-10."
        raise click.BadParameter(message, click.get_current_context())
    return date


def require_suffix(path: Path, suffix: str) -> None:
    """Refuse a file name that would not open.

    Raises:
        BadParameter: the name ends otherwise.
    """
    if path.suffix.lower() != suffix:
        message = f"”{path}” slutar inte på {suffix}."
        raise click.BadParameter(message, click.get_current_context())


def run(file: Path, step: Callable[[], Outcome]) -> tuple[Outcome, int]:
    """Return what a step came to, and the exit status that tells of it."""
    try:
        outcome = step()
    except StopError as error:
        return Outcome(file, (error.finding,)), UNUSABLE
    failed = outcome.has_errors and outcome.document is None
    return outcome, ERRORS if failed else OK


def echo(text: str = "", *, err: bool = False) -> None:
    """Show a line; an identity number in the name of a file is shown nowhere."""
    click.echo(without_numbers(text), err=err)


def tell(outcome: Outcome, form: str, *, to_stderr: bool) -> None:
    """Show what a run found, as text or as JSON."""
    if form == "json":
        from lagesbild_xlsx.console.machine import findings_json  # noqa: PLC0415 - for JSON only

        text = findings_json(outcome.findings, outcome.workbook)
        click.echo(text.encode(errors="replace"), err=to_stderr)
        return
    for line in told_lines(outcome.findings, painted):
        echo(line, err=to_stderr)


def painted(text: str, severity: Severity) -> str:
    """Return a text in a severity's colour, unless NO_COLOR asks for none (no-color.org)."""
    return (
        text if os.environ.get("NO_COLOR") else click.style(text, fg=COLOURS[severity], bold=True)
    )
