"""A workbook that is followed: what it holds, each time that somebody has saved it."""

from __future__ import annotations

import asyncio
import io
import json
import time
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import write_whole

PAUSE = 0.3
"""How many seconds pass between two looks. A network share tells nobody of changes."""

BEGINNING, END = b"PK\x03\x04", b"PK\x05\x06"
END_WITHIN = 65_557
"""Where a zip archive has its end record: 22 bytes, and a comment of at most 65,535."""

PATIENCE = 3.0
"""After how many seconds that nothing happens a file that is not whole is reported."""

MOST_RECENT = 8

HOW_TO_COPY = (
    "Hela sökvägen kopieras så i Utforskaren: håll ner skift, högerklicka på filen och välj Kopiera"
    " som sökväg."
)


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


def readable(path: Path, patience: float = PATIENCE) -> bytes | None:
    """Return what a file holds: a whole package, or whatever it is once nobody writes to it."""
    content, state = whole(path), state_of(path)
    if content is None and state and abs(time.time() - state.changed / 1e9) > patience:
        with suppress(OSError):
            content = path.read_bytes()
    return content


async def changes(
    path: Path, pause: float = PAUSE, patience: float = PATIENCE
) -> AsyncIterator[bytes | None]:
    """Yield what a workbook holds, at once and each time that it has been saved.

    A state counts when it has been seen twice and the file is whole: so a save that takes time, or
    one that goes by way of another file, is reported once. A file that was never whole is of
    another kind, and is reported as it is; None is yielded for a workbook that is away, or half,
    for long.
    """
    told: State | None = None
    before: State | None = None
    look: Callable[[Path], bytes | None] = partial(readable, patience=patience)
    is_away, since = False, time.monotonic()
    while True:
        state = await asyncio.to_thread(state_of, path)  # a share that is gone answers late
        if state is not None and state == told:
            since = time.monotonic()
        elif state is not None and state in {before, *(() if told else (state,))}:
            content = await asyncio.to_thread(look, path)
            if content is not None and await asyncio.to_thread(state_of, path) == state:
                told, look = state, whole
                is_away, since = False, time.monotonic()
                yield content
        if not is_away and time.monotonic() - since > patience:
            is_away, told = True, None
            yield None
        await asyncio.sleep(pause if state == before else pause / 3)
        before = state


def why_away(path: Path) -> str:
    """Return what is said of a followed workbook that cannot be read, while that is so."""
    if state_of(path) is None:
        return f"”{path.name}” finns inte kvar. Sidan visar den igen när den är tillbaka."
    return (
        f"”{path.name}” håller på att sparas, eller är inte hel. Sidan visar den igen när den går"
        " att läsa."
    )


def is_workbook(content: bytes) -> bool:
    """Return whether a file is a workbook, so far as its list of contents tells."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def typed_path(typed: str) -> Path | str:
    """Return the path of a file that somebody has typed or pasted, or what is wrong with it."""
    name = typed.strip().strip('"”“').strip()
    path = Path(name)
    if not name:
        return f"Skriv sökvägen till arbetsboken. {HOW_TO_COPY}"
    if not path.is_absolute():
        return f"”{name}” är inte hela sökvägen. {HOW_TO_COPY}"
    if path.is_dir():
        return f"”{name}” är en mapp. Skriv sökvägen till arbetsboken i den. {HOW_TO_COPY}"
    return path if path.is_file() else f"Det finns ingen fil som heter ”{name}”. {HOW_TO_COPY}"


def recent_files(list_file: Path | None) -> list[Path]:
    """Return the workbooks that were opened last, those that are still there."""
    return [path for path in listed_files(list_file) if path.is_file()]


def listed_files(list_file: Path | None) -> list[Path]:
    """Return the workbooks that were opened last, whether or not they are there."""
    found: list[Path] = []
    with suppress(OSError, ValueError, TypeError):
        if list_file is not None:
            found = [Path(name) for name in json.loads(list_file.read_text(encoding="utf-8"))]
    return found[:MOST_RECENT]


def remember(list_file: Path | None, workbook: Path) -> None:
    """Put a workbook first among those that were opened last; where that cannot be, it is not."""
    if list_file is None:
        return
    path = workbook.absolute()
    names = [str(path), *(str(each) for each in listed_files(list_file) if each != path)]
    with suppress(OSError, StopError):
        list_file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(list_file, json.dumps(names[:MOST_RECENT], ensure_ascii=False).encode())
