"""Work in processes of their own comes back in order, and ends when it is stopped."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from lagesbild_xlsx.pipeline.workers import Lost, in_processes

DEADLY, WRONG, ENDLESS = -1, -2, -3
LONG = 60.0


def slowly(number: int) -> tuple[int, int]:
    """Return a number, later the lower it is, and the process that it was handled by."""
    time.sleep(max(0.1 - number / 50, 0))
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == WRONG:
        raise ValueError(number)
    if number == ENDLESS:
        time.sleep(LONG)
    return number, os.getpid()


def until_stopped(folder: Path | None) -> bool:
    """Return at once without a folder; else write there when it begins, and when it is stopped."""
    if folder:
        try:
            (folder / f"{os.getpid()}.börjat").touch()
            time.sleep(60)
        finally:
            (folder / f"{os.getpid()}.städat").touch()
    return True


def numbers(items: list[int], seconds: float) -> list[int | Lost]:
    """Return the number that each item gave, or why it gave none."""
    results = in_processes(slowly, items, 2, seconds)
    return [result if isinstance(result, Lost) else result[0] for result in results]


def test_results_come_in_the_order_of_the_items_whichever_is_done_first() -> None:
    results = list(in_processes(slowly, range(9), 3, LONG))
    assert [result[0] for result in results if not isinstance(result, Lost)] == list(range(9))
    assert len({result[1] for result in results if not isinstance(result, Lost)}) == 3
    assert active_children() == []


def test_no_items_start_no_process() -> None:
    assert list(in_processes(slowly, [], 3, LONG)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("bad", [DEADLY, WRONG])
def test_process_that_dies_takes_its_own_item_only_and_says_nothing(
    bad: int, capfd: pytest.CaptureFixture[str]
) -> None:
    items = [0, bad, 1, 2, bad, bad, 3]
    assert numbers(items, LONG) == [0, Lost.DIED, 1, 2, Lost.DIED, Lost.DIED, 3]
    assert capfd.readouterr() == ("", "")


def test_process_that_never_ends_takes_its_own_item_only() -> None:
    found = numbers([0, ENDLESS, 1, 2, ENDLESS], 1.0)
    assert found == [0, Lost.TIME, 1, 2, Lost.TIME]
    assert active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes end without clearing up there")
def test_processes_end_and_clear_up_when_nobody_waits_for_more(tmp_path: Path) -> None:
    results = in_processes(until_stopped, [None, tmp_path, tmp_path, tmp_path], 2, LONG)
    assert next(results)
    while len(list(tmp_path.glob("*.börjat"))) < 2:
        time.sleep(0.01)
    results.close()
    assert active_children() == []
    assert len(list(tmp_path.glob("*.städat"))) == 2
