"""A workbook that is followed: what it holds, each time that somebody has saved it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import write_whole

PAUSE = 0.3
"""How many seconds pass between two looks. A network share tells nobody of changes."""

BEGINNING, END = b"PK\x03\x04", b"PK\x05\x06"
END_WITHIN = 65_557
"""Where a zip archive has its end record: 22 bytes, and a comment of at most 65,535."""

MOST_RECENT = 8


class State(NamedTuple):
    """What tells that a file is another than before."""

    changed: int
    size: int
    file: int


def state_of(path: Path) -> State | None:
    """Return the state of a file; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return State(stat.st_mtime_ns, stat.st_size, stat.st_ino)


def whole(path: Path) -> bytes | None:
    """Return what a file holds where that is a whole package; None while it is being written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    is_whole = content.startswith(BEGINNING) and END in content[-END_WITHIN:]
    return content if is_whole else None


async def changes(path: Path, pause: float = PAUSE) -> AsyncIterator[bytes]:
    """Yield what a workbook holds, at once and each time that it has been saved.

    A state counts when it has been seen twice and the file is whole: so a save that takes time, or
    one that goes by way of another file, is told once.
    """
    told: State | None = None
    before: State | None = None
    while True:
        state = await asyncio.to_thread(state_of, path)  # a share that is gone answers late
        if state is not None and state != told and state in {before, *(() if told else (state,))}:
            content = await asyncio.to_thread(whole, path)
            if content is not None and await asyncio.to_thread(state_of, path) == state:
                told = state
                yield content
        await asyncio.sleep(pause if state == before else pause / 3)
        before = state


def recent_files(listing: Path | None) -> list[Path]:
    """Return the workbooks that were opened last, those that are still there."""
    return [path for path in listed_files(listing) if path.is_file()]


def listed_files(listing: Path | None) -> list[Path]:
    """Return the workbooks that were opened last, whether or not they are there."""
    found: list[Path] = []
    with suppress(OSError, ValueError, TypeError):
        if listing is not None:
            found = [Path(name) for name in json.loads(listing.read_text(encoding="utf-8"))]
    return found[:MOST_RECENT]


def remember(listing: Path | None, workbook: Path) -> None:
    """Put a workbook first among those that were opened last; where that cannot be, it is not."""
    if listing is None:
        return
    path = workbook.absolute()
    names = [str(path), *(str(each) for each in listed_files(listing) if each != path)]
    with suppress(OSError, StopError):
        listing.parent.mkdir(parents=True, exist_ok=True)
        write_whole(listing, json.dumps(names[:MOST_RECENT], ensure_ascii=False).encode())
