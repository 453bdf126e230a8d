"""``lagesbild``, or ``python -m lagesbild_xlsx``: the command, which can be stopped at any time."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130
"""The exit status of a program that is stopped with Ctrl-C."""


def main(args: list[str] | None = None) -> NoReturn:
    """Load the command and run it; leave with its exit status."""
    gc.set_threshold(1_000_000)  # a long list makes many objects, few of them in cycles
    status: list[int] = []
    atexit.register(_leave, status)  # the first one here is the last one called
    try:
        from lagesbild_xlsx import cli  # noqa: PLC0415 - takes most of the time of a short run
    except KeyboardInterrupt:
        sys.stderr.write("Avbrutet.\n")
        sys.exit(INTERRUPTED)
    try:
        cli.main(args)
    except SystemExit as left:
        if isinstance(left.code, int):
            status.append(left.code)
        raise


def _leave(status: list[int]) -> None:
    """Leave when all else has ended: the memory goes back whole, and not object by object."""
    if status:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # on a full disk, closed, or none
                stream.flush()
        os._exit(status[0])


if __name__ == "__main__":
    main()
