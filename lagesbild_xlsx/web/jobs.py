"""Jobs done in processes of their own, with limits of time and memory.

Pebble ends a process whose time is out, and says which job one died at; the others go on.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import TimeoutError as JobTimeout
from contextlib import asynccontextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import ParamSpec, TypeVar

from pebble import ProcessPool

from lagesbild_xlsx.web.guard import RefusedError
from lagesbild_xlsx.web.settings import Limits
from lagesbild_xlsx.web.uploads import Upload, written

P = ParamSpec("P")
T = TypeVar("T")
RETRY_AFTER = "5"
STANDS_BACK = 5
"""By how much a job's process stands back for others (``nice``)."""


class Jobs:
    """Processes that do jobs, so many at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting = 0
        self._pool = ProcessPool(
            max_workers=limits.workers,
            initializer=set_up,
            initargs=(limits.memory,),
            context=get_context("spawn"),
        )

    def warm_up(self) -> None:
        """Start the processes, so that the first job need not wait for them."""
        for _ in range(self._limits.workers):
            self._pool.schedule(os.getpid)

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
        job = self._pool.schedule(step, args=args, kwargs=kw, timeout=seconds)
        doing: asyncio.Future[T] = asyncio.wrap_future(job)
        try:
            await asyncio.wait({doing})
        finally:
            self._waiting -= 1
            doing.cancel()  # where nobody waits for it any more
        error = doing.exception()
        if error is not None:
            raise RefusedError(422, _sentence(error))  # and no log has what a file holds
        return doing.result()

    def close(self) -> None:
        """End all processes, whatever they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble says nothing of its types here
        self._pool.join()


def _sentence(error: BaseException) -> str:
    """Return why a job came to nothing, and what to do."""
    if isinstance(error, JobTimeout):
        return "Det tog för lång tid, och avbröts. Dela upp filen, eller gör den med kommandot."
    if isinstance(error, MemoryError):
        return "Det tog för mycket minne, och avbröts. Dela upp filen."
    return (
        "Arbetet avbröts. Försök igen. Hjälper inte det: skicka filen till den som sköter"
        " programmet."
    )


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
    import lagesbild_xlsx.web.steps  # noqa: F401, PLC0415 - so that the first job is quick


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
