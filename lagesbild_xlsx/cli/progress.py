"""How far the work on many files has come, for those who wait at a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

import click

PATIENCE = 1.0
"""How many seconds pass before it is shown."""

T = TypeVar("T")


def with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """Yield files that are read one after the other, and show how many are left."""
    return counted(files, len(files), "Läser arbetsböcker")


def counted(items: Iterable[T], length: int, label: str) -> Iterator[T]:
    """Yield items; on a screen, and after a while, with a bar that tells how many are left.

    Args:
        items: what is gone through.
        length: how many they are.
        label: what is done with them, in Swedish.
    """
    started = monotonic()
    left = iter(items)
    for at, item in enumerate(left, 1):
        yield item
        if sys.stderr.isatty() and monotonic() - started > PATIENCE:
            yield from _with_bar(left, at, length, label)
            return


def _with_bar(left: Iterator[T], at: int, length: int, label: str) -> Iterator[T]:
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        bar.update(at)
        for item in left:
            yield item
            bar.update(1)
