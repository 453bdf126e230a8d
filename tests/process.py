"""The command in a process of its own: what it says, costs and touches."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from lagesbild_xlsx.cli import commands
from tests.conftest import ROOT

MOST_SECONDS, MOST_MEBIBYTES = 10, 1024
"""What a file from anybody may cost, in time of the processor and in memory."""

DRIVER = """
import json, os, sys, time

SPEAKS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.")
opened, spoken = set(), []

def note(event, values):
    if event.startswith(SPEAKS):
        spoken.append(event)
    elif event == "open" and isinstance(values[0], str):
        opened.add(os.path.realpath(values[0]))

def peak():
    # On Linux getrusage also counts what the process had that started this one.
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except FileNotFoundError:
        return None

sys.addaudithook(note)
try:
    from lagesbild_xlsx.__main__ import main
    main(sys.argv[2:])
finally:
    import resource
    files = sorted(opened)
    cost = time.process_time(), peak() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open(sys.argv[1], "w") as report:
        json.dump({"cost": cost, "opened": files, "spoken": spoken}, report)
"""


@dataclass(frozen=True)
class Run:
    """What came of a command.

    ``opened`` are the files that are neither Python's, the tool's nor locks beside a workbook.
    """

    status: int
    words: str
    seconds: float
    mebibytes: float
    opened: frozenset[Path]
    spoken: tuple[str, ...]

    def opened_only_in(self, folder: Path) -> bool:
        """Return whether every file that was opened lies in a folder."""
        return all(path.is_relative_to(folder) for path in self.opened)

    @property
    def is_cheap(self) -> bool:
        """Whether it took as little time and memory as it must."""
        return self.seconds < MOST_SECONDS and self.mebibytes < MOST_MEBIBYTES


def run(report: Path, *args: str | Path) -> Run:
    """Run the command and return what came of it.

    Args:
        report: a path that nothing else uses, outside the folder that is looked at.
        args: the command's arguments.
    """
    command = [sys.executable, "-X", "utf8", "-c", DRIVER, str(report), *map(str, args)]
    done = subprocess.run(  # noqa: S603 - this program itself
        command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    told = json.loads(report.read_text(encoding="utf-8"))
    seconds, kibibytes = told["cost"]
    paths = (Path(name) for name in told["opened"])
    return Run(
        done.returncode,
        done.stdout + done.stderr,
        seconds,
        kibibytes / (1 << (20 if sys.platform == "darwin" else 10)),
        frozenset(path for path in paths if not (_is_our_own(path) or _is_lock(path))),
        tuple(told["spoken"]),
    )


def _is_our_own(path: Path) -> bool:
    homes = {
        ROOT,
        Path(sys.prefix),
        Path(sys.base_prefix),
        *map(Path, sysconfig.get_paths().values()),
    }
    return any(path.is_relative_to(home.resolve()) for home in homes)


def _is_lock(path: Path) -> bool:
    return path.name.startswith(("~$", ".~lock."))


def run_here(*args: str | Path) -> tuple[int, str]:
    """Run the command in this process; return its exit status and what it printed."""
    done = CliRunner().invoke(commands, [str(arg) for arg in args], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    status = done.return_value
    assert isinstance(status, int)
    return status, done.output


def assert_refused(status: int, said: str, name: str, code: str, words: str) -> None:
    """Hold that a run ended with one sentence that names the file, and what to do."""
    message, hint, *_ = said.splitlines()
    assert status == 2
    assert said.count("fel LB") == 1
    assert message.startswith(f"fel {code}  ")
    assert f"”{name}”" in message
    assert words in message
    assert hint.startswith("→ ")
