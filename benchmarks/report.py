"""What was measured, as a page in Markdown."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.contenders import BASELINE
from benchmarks.measuring import Cost

INTRODUCTION = """\
# Benchmarks

Written by `make bench`. Each process is measured whole: user and system time, and peak memory, as
medians; in every round all are run in turn, on the same workbook. `lagesbild build` makes the whole
report from all seven sheets and runs every check. The others do the balance list only, with
coloured statuses and no checks. docxtemplater's free core cannot shade a cell: there a raw-XML tag
shades the paragraph. Ratios are to openpyxl + docxtpl.
"""

Costs = Mapping[str, Cost]


def page(results: Mapping[int, tuple[int, Costs]], skipped: Mapping[str, tuple[str, ...]]) -> str:
    """Return the page.

    Args:
        results: how many rounds there were, and what each contender cost, by the number of rows.
        skipped: what is missing for each contender that was not run.
    """
    lines = [INTRODUCTION, f"{time.strftime('%Y-%m-%d')}: {_machine()}.", ""]
    for name, missing in skipped.items():
        lines += [f"Left out: {name} ({', '.join(missing)} not installed).", ""]
    for rows, (rounds, costs) in results.items():
        lines += [f"## {rows:,} rows", "", f"Rounds: {rounds}.", "", *_table(costs), ""]
    if len(results) > 1:
        lines += ["## Growth", "", *_growth({n: costs for n, (_, costs) in results.items()}), ""]
    return "\n".join(lines)


def _table(costs: Costs) -> Iterator[str]:
    yield "| | processor, s | ratio | memory, MiB | ratio |"
    yield "| --- | --: | --: | --: | --: |"
    base = costs.get(BASELINE)
    for name, cost in costs.items():
        seconds = f"{cost.seconds / base.seconds:.2f}" if base else ""
        memory = f"{cost.memory / base.memory:.2f}" if base else ""
        mib = cost.memory / (1 << 20)
        yield f"| {name} | {cost.seconds:.2f} | {seconds} | {mib:.0f} | {memory} |"


def _growth(by_rows: Mapping[int, Costs]) -> Iterator[str]:
    """Yield a table of how many times more each size takes than the one before."""
    sizes = sorted(by_rows)
    steps = list(pairwise(sizes))
    heads = "".join(f" {more:,} / {fewer:,} |" for fewer, more in steps)
    yield f"| processor time |{heads}"
    yield f"| --- |{' --: |' * len(steps)}"
    for name in by_rows[sizes[0]]:
        taken = [
            by_rows[more][name].seconds / by_rows[fewer][name].seconds for fewer, more in steps
        ]
        yield f"| {name} |{''.join(f' {times:.1f} |' for times in taken)}"


def _machine() -> str:
    """Return what it was measured on, in general terms."""
    parts = [f"{os.cpu_count()} cores", _memory(), platform.system()]
    parts.append(f"Python {platform.python_version()}")
    return ", ".join(part for part in parts if part)


def _memory() -> str:
    """Return how much memory there is, nothing where the system does not tell (Linux does)."""
    known = Path("/proc/meminfo")
    if not known.exists():
        return ""
    kib = int(known.read_text(encoding="ascii").split()[1])
    return f"{round(kib / (1 << 20))} GiB"
