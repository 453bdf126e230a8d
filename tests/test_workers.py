"""Work in processes of their own comes back in order, and ends when it is stopped."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from lagesbild_xlsx.pipeline.workers import in_processes

DEADLY, WRONG = -1, -2


def slowly(number: int) -> tuple[int, int]:
    """Return a number, later the lower it is, and the process that it was handled by."""
    time.sleep(max(0.1 - number / 50, 0))
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == WRONG:
        raise ValueError(number)
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


def test_results_come_in_the_order_of_the_items_whichever_is_done_first() -> None:
    results = list(in_processes(slowly, range(9), 3))
    assert [result[0] for result in results if result] == list(range(9))
    assert len({result[1] for result in results if result}) == 3
    assert active_children() == []


def test_no_items_start_no_process() -> None:
    assert list(in_processes(slowly, [], 3)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("bad", [DEADLY, WRONG])
def test_process_that_dies_takes_its_own_item_only_and_says_nothing(
    bad: int, capfd: pytest.CaptureFixture[str]
) -> None:
    items = [0, bad, 1, 2, bad, bad, 3]
    results = list(in_processes(slowly, items, 2))
    assert [result and result[0] for result in results] == [0, None, 1, 2, None, None, 3]
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="processes end without clearing up there")
def test_processes_end_and_clear_up_when_nobody_waits_for_more(tmp_path: Path) -> None:
    results = in_processes(until_stopped, [None, tmp_path, tmp_path, tmp_path], 2)
    assert next(results)
    while len(list(tmp_path.glob("*.börjat"))) < 2:
        time.sleep(0.01)
    results.close()
    assert active_children() == []
    assert len(list(tmp_path.glob("*.städat"))) == 2
