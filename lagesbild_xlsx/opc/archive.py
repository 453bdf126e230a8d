"""The zip archive that a package is: opened safely, and packed so that the same gives the same."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from lagesbild_xlsx.opc.guards import CHUNK, refuse_many_parts, refuse_odd_file
from lagesbild_xlsx.opc.kinds import BEGINNING, WantedFile, lock_file, stranger
from lagesbild_xlsx.opc.missing import unreadable
from lagesbild_xlsx.opc.xml import EPOCH

UNZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
)  # fmt: skip
"""What zipfile raises for damaged, encrypted (RuntimeError) and oddly packed entries, and for
offsets outside the file (OSError)."""

EFFORT = 3
"""How hard parts are packed: against zlib's usual 6 a long list is packed in a third of the time,
and takes a sixth more room."""


def opened(file: Path | io.BytesIO, wanted: WantedFile) -> zipfile.ZipFile:
    """Return the archive of a file, or of a package in memory.

    Raises:
        StopError: it cannot be read, or is no archive.
    """
    if isinstance(file, io.BytesIO):
        return zipfile.ZipFile(file)
    try:
        refuse_odd_file(wanted)
        with file.open("rb") as stream:
            start = stream.read(BEGINNING)
    except OSError as error:
        raise lock_file(wanted) or unreadable(file, wanted.kind.program) from error
    if not start.startswith(b"PK"):
        raise lock_file(wanted) or stranger(wanted, start)
    refuse_many_parts(wanted)
    try:
        return zipfile.ZipFile(file)
    except (*UNZIP_ERRORS, OSError) as error:
        raise wanted.damaged("innehållet") from error


def sha256_of(archive: zipfile.ZipFile) -> str:
    """Return the SHA-256 of the file that is open, whatever stands in its place by now."""
    file = archive.fp
    assert file is not None  # noqa: S101 - it is open until close
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the archive of some parts, in their order and without the time of day."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in parts:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, part, compresslevel=EFFORT)
    return archive.getvalue()
