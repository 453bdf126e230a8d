"""What a page sends: a line of JSON that names the fields and the files, and the files after it.

A browser's own form would need a parser, which keeps large files on the disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.web.guard import RefusedError

MOST_FILES = 200
LONGEST_NAME = 120
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
"""What no file of Windows can have in its name."""


class Upload(NamedTuple):
    """A file that was sent: the field that it is for, its name, and its bytes."""

    field: str
    name: str
    content: bytes


class SentForm(NamedTuple):
    """What a page sent: the values of its fields, and its files."""

    values: Mapping[str, str]
    uploads: Sequence[Upload]


def parsed(body: bytes) -> SentForm:
    """Return what a page sent.

    Raises:
        RefusedError: it is not what a page sends.
    """
    line, _, rest = body.partition(b"\n")
    try:
        head = json.loads(line)
        values = {str(name): str(value) for name, value in head["values"].items()}
        files = [(str(f["field"]), str(f["name"]), int(f["size"])) for f in head["files"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RefusedError(400, "Det som skickades går inte att läsa.") from error
    sizes = [size for _, _, size in files]
    if len(files) > MOST_FILES or any(s < 0 for s in sizes) or sum(sizes) != len(rest):
        raise RefusedError(400, "Det som skickades är inte helt.")
    uploads, at = [], 0
    for name_of_field, name, size in files:
        uploads.append(Upload(name_of_field, safe_name(name), rest[at : at + size]))
        at += size
    return SentForm(values, uploads)


def safe_name(name: str) -> str:
    """Return a file's own name, without folders and without letters that no file may have."""
    last = UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    path = Path(last or "fil")
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix[: LONGEST_NAME // 2]}"


def written(uploads: Sequence[Upload], folder: Path) -> dict[str, list[str]]:
    """Write files into a folder, and return their paths in it by their fields.

    The first field's stand in the folder itself, so that messages name them as people do; those
    of others in a folder of their own, where none can take the place of another.
    """
    paths: dict[str, list[str]] = {}
    first = uploads[0].field if uploads else ""
    for upload in uploads:
        inside = Path() if upload.field == first else Path(upload.field)
        (folder / inside).mkdir(exist_ok=True)
        path = inside / upload.name
        number = 1
        while (folder / path).exists():
            number += 1
            path = inside / f"{Path(upload.name).stem} ({number}){Path(upload.name).suffix}"
        (folder / path).write_bytes(upload.content)
        paths.setdefault(upload.field, []).append(str(path))
    return paths
