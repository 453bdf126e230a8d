"""Writing files: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE


def write_whole(path: Path, content: bytes) -> None:
    """Put content at the path, replacing what stood there, whole or not at all.

    It is written beside its final place, flushed to the disk, and renamed: whoever looks sees
    the old file or the new one.

    Raises:
        StopError: the file cannot be written there; an older file is untouched.
    """
    try:
        scratch = _write_beside(path, content)
        try:
            scratch.replace(path)
        except OSError:
            scratch.unlink()
            raise
    except PermissionError as error:
        raise StopError(rules.OUTPUT_LOCKED.at(FILE, path=path)) from error
    except OSError as error:
        raise StopError(
            rules.OUTPUT_UNWRITABLE.at(FILE, path=path, reason=_reason(error))
        ) from error


REASONS = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "mappen finns inte",
    errno.EISDIR: "det finns redan en mapp med det namnet",
    errno.ENOTEMPTY: "det finns redan en mapp med det namnet",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "platsen är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EBUSY: "filen används av ett annat program",
}


def _reason(error: OSError) -> str:
    """Return in Swedish why a file cannot be written."""
    return REASONS.get(error.errno or 0, f"ett oväntat fel (nummer {error.errno})")


def _write_beside(path: Path, content: bytes) -> Path:
    """Write content to a new file in the same folder and return its path."""
    number, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    with ExitStack() as unless_whole:
        unless_whole.callback(Path(name).unlink)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_mode(Path(name), path)
        unless_whole.pop_all()
    return Path(name)


def _take_mode(scratch: Path, path: Path) -> None:
    """Give the new file the old one's permissions, or those of any new file."""
    if path.exists():
        mode = path.stat().st_mode
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    scratch.chmod(mode)
