"""Jobs that die, never end or eat all memory harm no other, and hostile files are refused."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from lagesbild_xlsx.web.guard import RefusedError
from lagesbild_xlsx.web.jobs import Jobs
from lagesbild_xlsx.web.settings import Limits
from tests.conftest import MakeWorkbook
from tests.pages import LIMITS, Visitor, packed, served
from tests.test_guards import LARGE, REFUSED

PLAIN = [name for name in REFUSED if name not in LARGE]
MANY = replace(LIMITS, waiting=64, workers=2)


def act(how: str) -> str:
    """Do as a job does: end well, die, fail, go on for ever, or take all memory."""
    if how == "dies":
        os._exit(9)
    if how == "fails":
        raise ValueError("hemligt")
    if how == "loops":
        while True:
            time.sleep(0.01)
    if how == "eats":
        return str(len(bytearray(1 << 40)))
    return how


def outcomes(limits: Limits, jobs: list[str]) -> list[str]:
    """Return what each of many jobs at once comes to: its own word, or why it came to nothing."""
    pool = Jobs(limits)
    pool.start()

    async def one(how: str) -> str:
        try:
            return await pool.run(limits.seconds, act, how)
        except RefusedError as error:
            return f"{error.response.status_code} {error}"

    async def every() -> list[str]:
        return await asyncio.gather(*map(one, jobs))

    try:
        return asyncio.run(every())
    finally:
        pool.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no memory")
def test_bad_jobs_among_many_harm_no_other() -> None:
    bad = ["dies", "loops", "eats"] * 3 + ["fails"]
    jobs = [*(f"bra {n}" for n in range(40)), *bad]
    jobs = jobs[::2] + jobs[1::2]
    found = dict(zip(jobs, outcomes(replace(MANY, seconds=4), jobs), strict=True))
    assert {how: told for how, told in found.items() if how.startswith("bra")} == {
        how: how for how in jobs if how.startswith("bra")
    }
    assert found["dies"].startswith("422 Arbetet avbröts.")
    assert found["fails"] == found["dies"]
    assert found["loops"].startswith("422 Det tog för lång tid")
    assert found["eats"].startswith("422 Det tog för mycket minne")


def test_no_more_wait_than_there_is_room_for() -> None:
    found = outcomes(replace(LIMITS, waiting=2, seconds=2), ["loops", "loops", "bra"])
    assert found[2].startswith("503 Många gör rapporter just nu.")


def test_full_server_says_when_to_come_back() -> None:
    with served(replace(LIMITS, waiting=0)) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.do("ny")
        assert (reply.status, reply.headers["retry-after"]) == (503, "5")
        assert visitor.send("GET", "/").status == 200


# ------------------------------------------------------------------ over HTTP


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with served(MANY) as port:
        visitor = Visitor(port)
        visitor.start()
        yield visitor


def test_fifty_uploads_at_once_are_all_answered_and_a_page_meanwhile(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    body = packed({}, arbetsbok=workbook())
    done = threading.Event()
    with ThreadPoolExecutor(50) as crowd:
        replies = [crowd.submit(visitor.send, "POST", "/gor/rapport", body) for _ in range(50)]
        while not done.is_set():
            assert visitor.send("GET", "/").status == 200
            if all(reply.done() for reply in replies):
                done.set()
    assert [reply.result().json["isDone"] for reply in replies] == [True] * 50


@pytest.mark.parametrize("name", PLAIN)
def test_hostile_workbook_is_refused_with_a_sentence(
    name: str, tmp_path: Path, visitor: Visitor
) -> None:
    make, code, words = REFUSED[name]
    path = tmp_path / "bok.xlsx"
    make(path)
    reply = visitor.do("rapport", arbetsbok=path)
    assert reply.status == 200
    assert not reply.json["isDone"]
    assert code in reply.json["findings"]
    assert words.split("”")[0].split("&")[0] in reply.json["findings"]


def test_nothing_that_was_sent_stays(
    workbook: MakeWorkbook, visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tillfälligt"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    (tmp_path / "trasig.xlsx").write_bytes(b"PK\x03\x04")
    changed = folder.stat().st_mtime_ns
    visitor.do("rapport", arbetsbok=workbook())
    visitor.do("rapport", arbetsbok=tmp_path / "trasig.xlsx")
    assert folder.stat().st_mtime_ns > changed
    assert list(folder.iterdir()) == []
