"""``lagesbild``, or ``python -m lagesbild_xlsx``: the command, which can be stopped at any time."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

INTERRUPTED = 130
"""The exit status of a program that is stopped with Ctrl-C."""


def main(args: list[str] | None = None) -> NoReturn:
    """Load the command and run it; leave with its exit status."""
    gc.set_threshold(1_000_000)  # a long list makes many objects, few of them in cycles
    try:
        from lagesbild_xlsx import cli  # noqa: PLC0415 - takes most of the time of a short run
    except KeyboardInterrupt:
        sys.stderr.write("Avbrutet.\n")
        sys.exit(INTERRUPTED)
    cli.main(args)


if __name__ == "__main__":
    main()
