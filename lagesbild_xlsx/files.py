"""Writing files: whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE

SCRATCH_ENDING = ".tmp"
LONGEST_START = 40
"""How much of a file's name its scratch file's begins with: a name has at most 255 bytes."""

STALE = 3600
"""After how many seconds a scratch file is nobody's: writing one takes seconds."""

PATIENCE = (0.1, 0.3, 0.6)
"""How many seconds to wait, each time, where Windows says that a file is in use: a virus scanner or
a synchronised folder lets go of it soon, Word does not."""


def write_whole(path: Path, content: bytes) -> None:
    """Put content at the path, replacing what stood there, whole or not at all.

    It is written beside its final place, flushed to the disk, and renamed: whoever looks sees
    the old file or the new one. What an earlier run left when it was killed is cleared away.

    Raises:
        StopError: the file cannot be written there; an older file is untouched.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put each content at its path, none before all are written beside their final places.

    Raises:
        StopError: one of them cannot be written; an older file there is untouched.
    """
    with ExitStack() as scratches:
        written = {}
        for named, content in contents.items():
            path = Path(os.path.realpath(named))  # a link stays a link
            with report_write_errors(named):
                _clear_stale(path)
                _open_to_write(path)
                written[path] = scratches.enter_context(_written_beside(path, content))
        for path, scratch in written.items():
            with report_write_errors(path):
                _put_in_place(scratch, path)
                _flush_folder(path.parent)


def _open_to_write(path: Path) -> None:
    """Make sure that an older file is none that another program holds, no folder and no device."""
    if path.exists():
        if not (path.is_file() or path.is_dir()):
            raise OSError(errno.ENXIO, "", path)
        with path.open("r+b"):
            pass


@contextmanager
def report_write_errors(path: Path) -> Iterator[None]:
    """Tell in a sentence why a file cannot be written.

    Raises:
        StopError: it cannot.
    """
    try:
        yield
    except PermissionError as error:
        raise StopError(rules.OUTPUT_LOCKED.at(FILE, path=path)) from error
    except OSError as error:
        raise StopError(
            rules.OUTPUT_UNWRITABLE.at(FILE, path=path, reason=reason(error))
        ) from error


def _put_in_place(scratch: Path, path: Path) -> None:
    """Rename a file, and wait a moment for one in its place that is in use."""
    for wait in PATIENCE:
        try:
            scratch.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    scratch.replace(path)


def _clear_stale(path: Path) -> None:
    """Remove scratch files for the same path that nobody can be writing any more."""
    start = _scratch_start(path)
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            is_scratch = entry.name.startswith(start) and entry.name.endswith(SCRATCH_ENDING)
            with suppress(OSError):  # another run clears it at the same time
                if is_scratch and time.time() - entry.stat().st_mtime > STALE:
                    Path(entry).unlink()


def _flush_folder(folder: Path) -> None:
    """Flush the new name to the disk, where a folder can be flushed (not in Windows)."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


REASONS = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "mappen finns inte",
    errno.EISDIR: "det finns redan en mapp med det namnet",
    errno.ENOTEMPTY: "det finns redan en mapp med det namnet",
    errno.ENXIO: "det är ingen vanlig fil",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "disken är full",  # as far as one may fill it
    errno.EFBIG: "disken är full",
    errno.EROFS: "platsen är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EBUSY: "filen används av ett annat program",
}


def reason(error: OSError) -> str:
    """Return in Swedish why something cannot be written."""
    return REASONS.get(error.errno or 0, f"ett oväntat fel (nummer {error.errno})")


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write content to a new file in the same folder; whatever happens, it does not stay there."""
    scratch = path.with_name(f"{_scratch_start(path)}{os.urandom(8).hex()}{SCRATCH_ENDING}")
    try:
        with scratch.open("xb") as file:
            if path.exists():  # whoever may not read the old one may not read the new one either
                scratch.chmod(path.stat().st_mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield scratch
    finally:
        scratch.unlink(missing_ok=True)


def _scratch_start(path: Path) -> str:
    """Return how the names of a file's scratch files begin."""
    return f".{path.stem[:LONGEST_START]}-"
