"""Work done in processes of their own: one that dies harms no other, and none is left running.

``concurrent.futures`` has pools too, but there a process that dies takes all others with it, and
what they are at cannot be stopped before Python 3.14.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import StringIO
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

PATIENCE = 1.0
"""How many seconds a process that is stopped gets to clear up what it was writing."""


@dataclass
class _Worker(Generic[ItemT, ResultT]):
    """A process, the line to it, and the number of the item that it is at."""

    process: Process
    line: Connection
    number: int = -1

    def begin(self, number: int, item: ItemT) -> None:
        self.number = number
        with suppress(ConnectionError):  # it died: that is seen when it is asked for its result
            self.line.send(item)

    def result(self) -> ResultT | None:
        """Return what it came to, None where the process died."""
        result: ResultT | None = None
        with suppress(EOFError, OSError):
            result = self.line.recv()
        return result


def in_processes(
    step: Callable[[ItemT], ResultT], items: Sequence[ItemT], jobs: int
) -> Generator[ResultT | None, None, None]:
    """Yield what a step comes to for each item, in their order; None where its process died.

    However it ends, its processes end with it.

    Args:
        step: what is done: a function that can be pickled, and never returns None.
        items: what it is done with.
        jobs: how many are done at the same time.
    """
    left = deque(enumerate(items))
    done: dict[int, ResultT | None] = {}
    workers: list[_Worker[ItemT, ResultT]] = []
    try:
        for number in range(len(items)):
            while number not in done:
                while left and len(workers) < jobs:
                    _start(step, workers)
                    workers[-1].begin(*left.popleft())
                for worker in _ready(workers):
                    result = done[worker.number] = worker.result()
                    if left and result is not None:
                        worker.begin(*left.popleft())
                    else:
                        _stop([worker])
                        workers.remove(worker)
            yield done.pop(number)
    finally:
        _stop(workers)


def _ready(workers: Sequence[_Worker[ItemT, ResultT]]) -> list[_Worker[ItemT, ResultT]]:
    """Return those that are done or dead, as soon as there is one."""
    lines = wait([worker.line for worker in workers])
    return [worker for worker in workers if worker.line in lines]


def _start(step: Callable[[ItemT], ResultT], workers: list[_Worker[ItemT, ResultT]]) -> None:
    """Start a process, so that no signal comes between it and the list of those to be stopped."""
    with _signals_held():
        ours, its = Pipe()
        process = Process(target=_serve, args=(ours, its, step), daemon=True)
        process.start()
        its.close()
        workers.append(_Worker(process, ours))


def _stop(workers: Collection[_Worker[ItemT, ResultT]]) -> None:
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(PATIENCE)
        worker.process.kill()
        worker.process.join()
        worker.line.close()


# ------------------------------------------------------------------ in the process


def _serve(theirs: Connection, line: Connection, step: Callable[[Any], object]) -> None:
    """Do a step for each item that comes on a line, until nobody is there any more.

    The other end of the line is closed here, and this end there, so that each sees the other go.

    Ctrl-C reaches all processes of a terminal: the first one hears it, and stops the others. What
    goes wrong here is reported there, in a sentence, and not on the screen.
    """
    theirs.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    _let_signals_in()
    sys.stderr = StringIO()
    with suppress(EOFError, ConnectionError):
        while True:
            line.send(step(line.recv()))


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
