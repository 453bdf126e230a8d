"""Jobs done in processes of their own, with limits of time and memory."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from queue import SimpleQueue
from typing import ParamSpec, TypeVar

from lagesbild_xlsx.pipeline.workers import Lost, Worker, stop
from lagesbild_xlsx.web.guard import RefusedError
from lagesbild_xlsx.web.settings import Limits
from lagesbild_xlsx.web.uploads import Upload, written

P = ParamSpec("P")
T = TypeVar("T")
RETRY_AFTER = "5"
STANDS_BACK = 5
"""By how much a job's process stands back for others (``nice``)."""

LOADING = 60.0
"""How many seconds a process gets to load what the steps need."""

SENTENCES = {
    Lost.TIME: "Det tog för lång tid, och avbröts. Dela upp filen, eller gör den med kommandot.",
    Lost.MEMORY: "Det tog för mycket minne, och avbröts. Dela upp filen.",
    Lost.DIED: (
        "Arbetet avbröts. Försök igen. Hjälper inte det: skicka filen till den som sköter"
        " programmet."
    ),
}
"""Why a job came to nothing, and what to do. No log has what a file holds."""


class Jobs:
    """Processes that do jobs, so many at a time. A thread waits for each of them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting = 0
        self._is_closed = False
        self._all: set[Worker] = set()
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(limits.workers)

    def start(self) -> None:
        """Start the processes, so that the first job need not wait for them."""
        for _ in range(self._limits.workers):
            self._start_one()

    def _start_one(self) -> None:
        worker = Worker("spawn", partial(set_up, self._limits.memory))
        worker.begin(LOADING, os.getpid)
        self._all.add(worker)
        self._idle.put(worker)

    async def run(self, seconds: float, step: Callable[P, T], *args: P.args, **kw: P.kwargs) -> T:
        """Return what a step comes to.

        Raises:
            RefusedError: too many wait, its time or memory is out, or its process died.
        """
        if self._waiting >= self._limits.waiting:
            refused = RefusedError(503, "Många gör rapporter just nu. Försök igen om en stund.")
            refused.response.headers["Retry-After"] = RETRY_AFTER
            raise refused
        self._waiting += 1
        loop = asyncio.get_running_loop()
        try:
            told = await loop.run_in_executor(
                self._threads, self._result, seconds, partial(step, *args, **kw)
            )
        finally:
            self._waiting -= 1
        if isinstance(told, Lost):
            raise RefusedError(422, SENTENCES[told])
        return told

    def _result(self, seconds: float, step: Callable[[], T]) -> T | Lost:
        """Return what a step comes to, or why it came to nothing; then another replaces it."""
        worker = self._idle.get()
        loaded = worker.result() if worker.is_busy else None
        if not isinstance(loaded, Lost):
            worker.begin(seconds, step)
        told: T | Lost = loaded if isinstance(loaded, Lost) else worker.result()
        if not isinstance(told, Lost):
            self._idle.put(worker)
        elif not self._is_closed:
            self._all.discard(worker)
            stop([worker])
            self._start_one()
        return told

    def close(self) -> None:
        """End all processes, whatever they are at."""
        self._is_closed = True
        stop(self._all.copy())
        self._threads.shutdown(cancel_futures=True)


@asynccontextmanager
async def folder_with(
    uploads: Sequence[Upload],
) -> AsyncIterator[tuple[Path, Mapping[str, list[str]]]]:
    """Give a folder with one job's files, and their paths in it by their fields.

    It is this process that clears it: the job's may be killed.
    """
    folder = Path(tempfile.mkdtemp(prefix="lagesbild-"))
    try:
        yield folder, await asyncio.to_thread(written, uploads, folder)
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


# ------------------------------------------------------------------ in the process


def set_up(memory: int) -> None:
    """Bound the memory of a process, end it with the one that started it, and load the steps.

    It stands back for the one that serves pages, which always has little to do.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        os.nice(STANDS_BACK)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    from lagesbild_xlsx.web import report, steps  # noqa: F401, PLC0415 - so the first job is quick


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
