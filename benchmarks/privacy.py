"""What the search for personal data costs a report: ``python -m benchmarks.privacy [ROUNDS]``.

In a fresh process each time: the detector is imported and reads every cell of the example of 2021,
and that is told as a ratio to what openpyxl takes to be imported and to read the workbook. User
time, the best of the rounds; byte code is compiled before, as when pip installs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "strangnas-2021-05-20.xlsx"
ROUNDS = 10

_PROCESS = """
import sys
from resource import RUSAGE_SELF, getrusage

started = getrusage(RUSAGE_SELF).ru_utime
from openpyxl import load_workbook
book = load_workbook(sys.argv[1])
texts = [c.value for s in book for row in s for c in row if isinstance(c.value, str)]
has_read = getrusage(RUSAGE_SELF).ru_utime
from lagesbild_xlsx.privacy import hits_in
for text in texts:
    hits_in(text)
print(has_read - started, getrusage(RUSAGE_SELF).ru_utime - has_read)
"""


def once(folder: Path = ROOT) -> tuple[float, float]:
    """Return the seconds that a process takes to read the workbook, and to search it."""
    run = [sys.executable, "-c", _PROCESS, str(EXAMPLE)]
    told = subprocess.run(run, check=True, capture_output=True, text=True, cwd=folder)  # noqa: S603 - ours
    reading, searching = map(float, told.stdout.split())
    return reading, searching


def main() -> None:
    """Measure, and show the ratio."""
    command = [sys.executable, "-m", "compileall", "-q", "lagesbild_xlsx"]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - ours
    rounds = [once() for _ in range(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)]
    reading, searching = (min(each) for each in zip(*rounds, strict=True))
    print(f"{1000 * searching:.1f} ms of {1000 * reading:.0f} ms: {searching / reading:.3f}")


if __name__ == "__main__":
    main()
