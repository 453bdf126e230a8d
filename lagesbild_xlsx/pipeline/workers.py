"""Work done in processes of their own: one that dies or never ends harms no other.

Each has a line of its own, so that one that is killed in the middle of a word holds up nobody.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from io import StringIO
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from typing import Any, TypeVar, cast

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

PATIENCE = 1.0
"""How many seconds a process that is stopped gets to clear up what it was writing."""


class Lost(Enum):
    """Why a process came to nothing."""

    DIED = "died"
    TIME = "time"
    MEMORY = "memory"


class Worker:
    """A process that does one step at a time.

    Args:
        method: how it is started, as ``multiprocessing`` has it; its own way if not given. Where
            there are threads it must be ``spawn``.
        set_up: what it does first.
    """

    def __init__(self, method: str | None = None, set_up: Callable[[], object] = bool) -> None:
        context = cast("SpawnContext", get_context(method))  # all of them have these
        self.line, its = context.Pipe()
        theirs = self.line if context.get_start_method() == "fork" else None
        self._process = context.Process(target=_serve, args=(theirs, its, set_up), daemon=True)
        self._process.start()
        its.close()
        self.until = 0.0
        self.is_busy = False

    def begin(self, seconds: float, step: Callable[..., object], *args: object) -> None:
        """Let it do a step, which may take so long."""
        self.until = time.monotonic() + seconds
        self.is_busy = True
        with suppress(ConnectionError):  # it died: that is seen when it is asked for its result
            self.line.send((step, args))

    def result(self) -> Any:  # noqa: ANN401 - whatever the step returns
        """Return what the step came to, when it has; or why it came to nothing.

        A process that has come to nothing can only be stopped.
        """
        self.is_busy = False
        try:
            is_there = self.line.poll(max(self.until - time.monotonic(), 0))
            return self.line.recv() if is_there else Lost.TIME
        except (EOFError, OSError):
            return Lost.DIED

    def ask_to_end(self) -> None:
        """Ask it to clear up and end."""
        self._process.terminate()

    def end(self) -> None:
        """End it, if it has not done so by itself."""
        self._process.join(PATIENCE)
        self._process.kill()
        self._process.join()
        self.line.close()


def stop(workers: Collection[Worker]) -> None:
    """End processes; all of them clear up at the same time."""
    for worker in workers:
        worker.ask_to_end()
    for worker in workers:
        worker.end()


def in_processes(
    step: Callable[[ItemT], ResultT], items: Sequence[ItemT], jobs: int, seconds: float
) -> Generator[ResultT | Lost, None, None]:
    """Yield what a step comes to for each item, in their order.

    However it ends, its processes end with it.

    Args:
        step: what is done: a function that can be pickled.
        items: what it is done with.
        jobs: how many are done at the same time.
        seconds: how long one of them may take.
    """
    left = deque(enumerate(items))
    done: dict[int, ResultT | Lost] = {}
    workers: dict[Worker, int] = {}
    try:
        for number in range(len(items)):
            while number not in done:
                while left and len(workers) < jobs:
                    worker = _started(workers)
                    workers[worker] = _begin(worker, seconds, step, left)
                for worker in _ready(workers):
                    result = done[workers[worker]] = worker.result()
                    if left and not isinstance(result, Lost):
                        workers[worker] = _begin(worker, seconds, step, left)
                    else:
                        stop([worker])
                        del workers[worker]
            yield done.pop(number)
    finally:
        stop(workers)


def _started(workers: dict[Worker, int]) -> Worker:
    """Start a process, so that no signal comes between it and those that are to be stopped."""
    with _signals_held():
        worker = Worker()
        workers[worker] = -1
    return worker


def _begin(
    worker: Worker, seconds: float, step: Callable[[ItemT], object], left: deque[tuple[int, ItemT]]
) -> int:
    """Let a process begin with the next item, and return its number."""
    number, item = left.popleft()
    worker.begin(seconds, step, item)
    return number


def _ready(workers: Collection[Worker]) -> list[Worker]:
    """Return those that are done or dead, or whose time is out, as soon as there is one."""
    first = min(worker.until for worker in workers)
    lines = wait([worker.line for worker in workers], max(first - time.monotonic(), 0))
    now = time.monotonic()
    return [worker for worker in workers if worker.line in lines or worker.until <= now]


# ------------------------------------------------------------------ in the process


def _serve(theirs: Connection | None, line: Connection, set_up: Callable[[], object]) -> None:
    """Do a step for each that comes on a line, until nobody is there any more.

    The other end of the line is closed here, and this end there, so that each sees the other go.

    Ctrl-C reaches all processes of a terminal: the first one hears it, and stops the others. What
    goes wrong here is reported there, in a sentence, and not on the screen.
    """
    if theirs is not None:
        theirs.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    _let_signals_in()
    sys.stderr = StringIO()
    set_up()
    with suppress(EOFError, ConnectionError):
        while True:
            step, args = line.recv()
            try:
                line.send(step(*args))
            except MemoryError:
                line.send(Lost.MEMORY)
                return


def _leave(*_: object) -> None:
    """Leave, so that all is cleared up, and let no other signal disturb that."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit()


# ------------------------------------------------------------------ signals

if sys.platform == "win32":

    @contextmanager
    def _signals_held() -> Iterator[None]:
        yield

    def _let_signals_in() -> None:
        pass

else:
    STOPPING = (signal.SIGINT, signal.SIGTERM)

    @contextmanager
    def _signals_held() -> Iterator[None]:
        """Keep signals that stop us until a process has been started; it starts without them."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _let_signals_in() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
