"""A file that cannot be opened, and the one beside it that may be meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE

ENDINGS = {
    "Excel": (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls"),
    "Word": (".docx", ".docm", ".dotx", ".dotm", ".doc"),
}
"""How the names of a program's files end, the most likely first; in a name, many leave it out."""

LIKENESS = 0.9
"""How alike a name must be to that of a file, by difflib's ratio, to be it misspelt."""


def unreadable(path: Path, program: str) -> StopError:
    """Return the error that says that a file cannot be opened, or which one may be meant.

    Args:
        path: the file.
        program: the one whose files are looked for beside it.
    """
    meant = next(_meant(path, program), None)
    if meant is None or path.exists():
        return StopError(rules.FILE_UNREADABLE.at(FILE, path=path))
    return StopError(rules.FILE_NAMED_ALMOST_SO.at(FILE, path=path, meant=meant))


def _meant(path: Path, program: str) -> Iterator[Path]:
    """Yield the files beside a path whose names differ from its in case, ending or a letter."""
    try:
        beside = {each.name.lower(): each for each in sorted(path.parent.iterdir())}
    except OSError:
        return
    stems = (path.name, path.stem)
    names = [path.name, *(f"{stem}{ending}" for stem in stems for ending in ENDINGS[program])]
    yield from (beside[name.lower()] for name in names if name.lower() in beside)
    of_program = [
        n for n in beside if n.endswith(ENDINGS[program]) and _figures(n) == _figures(path.name)
    ]
    if path.suffix:
        yield from (
            beside[n] for n in get_close_matches(path.name.lower(), of_program, 1, LIKENESS)
        )


def _figures(name: str) -> str:
    """Return the figures in a name: another date is another file, and no misspelt one."""
    return "".join(filter(str.isdecimal, name))
