"""The options for what is written beside a document, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from lagesbild_xlsx.cli.shared import echo
from lagesbild_xlsx.pipeline.formats import Format, chosen

Function = TypeVar("Function", bound=Callable[..., Any])


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
