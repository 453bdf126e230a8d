"""Measures and tells: ``python -m benchmarks [--rows 14,1000] [--rounds 5] [--only NAME]``."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.contenders import CONTENDERS, NODE_MODULES, Contender
from benchmarks.measuring import Cost, cost_of, medians, rows_in
from benchmarks.report import Costs, page

ROUNDS = {14: 15, 1_000: 9, 10_000: 5, 50_000: 3}
"""How many rounds each size gets: fewer where one takes a minute."""

FEWEST = min(ROUNDS.values())


def measured(contender: Contender, folder: Path, rows: int) -> Cost:
    """Return what a contender costs, after a look at what it made.

    Raises:
        ValueError: the document does not hold all rows.
    """
    document = folder / "ut.docx"
    document.unlink(missing_ok=True)
    command = contender.arguments(folder, rows, document)
    cost = cost_of(command, {"NODE_PATH": str(NODE_MODULES)})
    if contender.has_document and rows_in(document) != rows + 1:
        raise ValueError(f"{contender.name}: {rows_in(document)} table rows, not {rows + 1}")
    return cost


def costs_at(rows: int, rounds: int, contenders: Sequence[Contender]) -> Costs:
    """Return what each contender costs at a number of rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run("benchmarks.inputs", name, str(rows))
        steps = {c.name: partial(measured, c, folder, rows) for c in contenders}
        return medians(steps, rounds)


def _run(module: str, *arguments: str) -> None:
    """Run a module in a process of its own: what this one holds counts as its children's."""
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)  # noqa: S603 - ours


def options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", default=",".join(map(str, ROUNDS)), help="sizes, with commas")
    parser.add_argument("--rounds", type=int, help="rounds of each size; fewer for large ones")
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="part of a name; repeatable"
    )
    parser.add_argument("-o", "--output", type=Path, help="a file to write the page to as well")
    return parser.parse_args()


def main() -> None:
    """Measure, and show what it came to."""
    chosen = options()
    wanted = [c for c in CONTENDERS if not chosen.only or any(n in c.name for n in chosen.only)]
    present = [contender for contender in wanted if not contender.missing]
    _run("compileall", "-q", "lagesbild_xlsx", "benchmarks")  # as pip does when it installs
    results = {}
    for rows in map(int, chosen.rows.split(",")):
        rounds = chosen.rounds or ROUNDS.get(rows, FEWEST)
        results[rows] = rounds, costs_at(rows, rounds, present)
    text = page(results, {c.name: c.missing for c in wanted if c.missing})
    print(text)
    if chosen.output:
        chosen.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
