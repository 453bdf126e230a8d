"""Many workbooks built at once, as the command ``build`` does with more than one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from lagesbild_xlsx.cli.progress import counted
from lagesbild_xlsx.cli.shared import ERRORS, OK, echo, painted
from lagesbild_xlsx.console.machine import outcomes_json
from lagesbild_xlsx.console.many import notable_lines, outcome_grid
from lagesbild_xlsx.console.screen import table_lines
from lagesbild_xlsx.pipeline.building import BuildArguments
from lagesbild_xlsx.pipeline.many import build_many, each_once


def build_all(
    files: Sequence[Path], folder: Path | None, how: BuildArguments, *, jobs: int, form: str
) -> int:
    """Build many workbooks, tell what is wrong and how all of them went.

    Returns:
        The exit status: 1 where any has no document.
    """
    files = each_once(files)
    built = build_many(files, folder, jobs=jobs, **how)
    outcomes = []
    for outcome in counted(built, len(files), "Gör dokument"):
        outcomes.append(outcome)
        for line in notable_lines(outcome, painted) if form == "text" else ():
            echo(line, err=True)
    if form == "json":
        click.echo(outcomes_json(outcomes).encode(errors="replace"), err=True)
    else:
        for line in table_lines(outcome_grid(outcomes)):
            echo(line)
    done = sum(outcome.document is not None for outcome in outcomes)
    if form == "text":
        echo(f"{done} av {len(outcomes)} dokument är klara.")
    return OK if done == len(outcomes) else ERRORS
