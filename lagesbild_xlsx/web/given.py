"""What a person gave a task, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lagesbild_xlsx.web.answers import Made

OUT = Path("ut")
"""Where the files of an answer are written, inside the folder."""


class Given:
    """What a person gave a task: values and files by the names of the fields.

    ``beside`` is the folder of a workbook that is followed, where the files lie that it names.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        files: Mapping[str, Sequence[str]],
        beside: Path | None = None,
    ) -> None:
        self._values = values
        self._files = files
        self.beside = beside

    def text(self, name: str) -> str:
        """Return what was typed."""
        return self._values.get(name, "").strip()

    def is_on(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return bool(self.text(name))

    def file(self, name: str) -> Path | None:
        """Return the path of a file, None where none was chosen."""
        return next(iter(self.files(name)), None)

    def needed(self, name: str) -> Path:
        """Return the path of a file that must be chosen.

        Raises:
            MissingError: it is not.
        """
        path = self.file(name)
        if path is None:
            raise MissingError("Välj en fil först.")
        return path

    def files(self, name: str) -> list[Path]:
        """Return the paths of files."""
        return [Path(path) for path in self._files.get(name, ())]


class MissingError(Exception):
    """Something that a task needs was not given; it says what."""


def made(path: Path, label: str) -> Made:
    """Return a file that was made."""
    return Made(path.name, label, path.read_bytes())
