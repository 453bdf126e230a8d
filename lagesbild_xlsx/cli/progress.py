"""How far the reading of many files has come, for those who wait at a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

import click

PATIENCE = 1.0
"""How many seconds pass before it is shown."""


def with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """Yield files; on a screen, and after a while, with a bar that tells how many are left."""
    started = monotonic()
    for at, file in enumerate(files):
        if sys.stderr.isatty() and monotonic() - started > PATIENCE:
            yield from _with_bar(files, at)
            return
        yield file


def _with_bar(files: Sequence[Path], at: int) -> Iterator[Path]:
    label = "Läser arbetsböcker"
    with click.progressbar(length=len(files), label=label, file=sys.stderr) as bar:
        bar.update(at)
        for file in files[at:]:
            yield file
            bar.update(1)
