"""Whole processes measured in turn: their processor time and their peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIB_OR_BYTE = 1 if sys.platform == "darwin" else 1024
"""What ``ru_maxrss`` counts in (getrusage(2))."""

END_OF_ROW = b"</w:tr>"


@dataclass(frozen=True)
class Cost:
    """What a process took: user and system time in seconds, and peak memory in bytes."""

    seconds: float
    memory: float


def cost_of(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Return what a command and its children cost.

    Linux counts the memory of the one that starts a process as the process's own until it has more
    itself, so whoever measures must stay small: nothing but the standard library is imported here.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    with subprocess.Popen(  # noqa: S603 - our own scripts
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB_OR_BYTE)


def medians(steps: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each step; in every round all are taken in turn."""
    costs: dict[str, list[Cost]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            costs[name].append(step())
    return {name: _median(taken) for name, taken in costs.items()}


def _median(costs: Iterable[Cost]) -> Cost:
    taken = list(costs)
    return Cost(median(cost.seconds for cost in taken), median(cost.memory for cost in taken))


def rows_in(document: Path) -> int:
    """Return how many table rows a document has, without holding all of it in memory."""
    rows, tail = 0, b""
    with zipfile.ZipFile(document) as package, package.open("word/document.xml") as part:
        while piece := part.read(1 << 16):
            rows += (tail + piece).count(END_OF_ROW)
            tail = piece[1 - len(END_OF_ROW) :]
    return rows
