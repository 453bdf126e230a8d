"""Many workbooks built at once: one that is wrong does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Unpack
from unicodedata import normalize

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import report_write_errors
from lagesbild_xlsx.pipeline.building import BuildArguments, build
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.writing import with_status_suffix
from lagesbild_xlsx.places import FILE

BuildOne = Callable[[Path, Path], Outcome]
"""Builds a workbook to a path: ``build`` with what it is given for all of them."""


LONGEST = 900.0
"""How many seconds one build may take among others: longer than any that comes to an end."""

Work = tuple[Path, Path, Path | None]
"""A workbook, the path of its document, and the workbook that has taken that path, if any."""


def build_many(
    workbooks: Sequence[str | Path],
    folder: str | Path | None = None,
    *,
    jobs: int = 1,
    **how: Unpack[BuildArguments],
) -> Iterator[Outcome]:
    """Yield what each build comes to, in the order of the workbooks, each once.

    Each document is named after its workbook, because many reports have the same date. Of those
    that would get the same document the first is built, and the others are reported.

    Args:
        workbooks: the paths of the workbooks.
        folder: where to put the documents; beside their workbooks if not given. It is made where
            it is missing.
        jobs: how many are built at the same time.
        how: how each of them is built, as ``build`` takes it.

    Raises:
        StopError: the folder cannot be made.
    """
    if folder is not None:
        _make_folder(Path(folder))
    work = list(_work(each_once(workbooks), Path(folder) if folder else None, how))
    step = partial(_built, partial(build, **how))
    from lagesbild_xlsx.pipeline.workers import Lost, in_processes  # noqa: PLC0415 - used here only

    for (path, *_), outcome in zip(work, in_processes(step, work, jobs, LONGEST), strict=True):
        if isinstance(outcome, Lost):
            rule = rules.BUILD_TOO_LONG if outcome is Lost.TIME else rules.BUILD_STOPPED
            yield Outcome(path, (rule.at(FILE, path=path),))
        else:
            yield outcome


def each_once(workbooks: Iterable[str | Path]) -> list[Path]:
    """Return the workbooks without those that have been named before, by another way there.

    A link to a workbook is one of its own: its document has another name, or another folder.
    """
    named: dict[tuple[str, str], Path] = {}
    for path in map(Path, workbooks):
        named.setdefault((os.path.realpath(path.parent), os.path.normcase(path.name)), path)
    return list(named.values())


def _work(paths: Sequence[Path], folder: Path | None, how: BuildArguments) -> Iterator[Work]:
    """Yield each workbook, where its document goes, and which has taken that place before it."""
    taken: dict[str, Path] = {}
    for path in paths:
        target = (folder or path.parent) / f"{path.stem}.docx"
        internal, draft = how.get("internal", False), how.get("draft", False)
        key = _key(with_status_suffix(target, internal=internal, draft=draft))
        yield path, target, taken.get(key)
        taken.setdefault(key, path)


def _key(path: Path) -> str:
    """Return what all paths of a file have in common.

    In Windows and on a Mac case makes no other file, and on a Mac nor does how å is composed.
    """
    return normalize("NFC", os.path.realpath(path)).casefold()


def _make_folder(folder: Path) -> None:
    with report_write_errors(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise StopError(rules.OUTPUT_IS_A_FILE.at(FILE, path=folder)) from error


def _built(how: BuildOne, work: Work) -> Outcome:
    """Return what the build of one workbook comes to, also where it cannot be used."""
    path, target, other = work
    if other is not None:
        return Outcome(path, (rules.SAME_DOCUMENT.at(FILE, path=path, other=other),))
    try:
        return how(path, target)
    except StopError as error:
        return Outcome(path, (error.finding,))
