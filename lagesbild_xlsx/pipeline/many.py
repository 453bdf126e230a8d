"""Many workbooks built at once: one that is wrong does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pipeline.building import build
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.places import FILE

Build = Callable[[Path, Path], Outcome]
"""Builds a workbook to a path: ``build`` with what it is given for all of them."""


Work = tuple[Path, Path, Path | None]
"""A workbook, the path of its document, and the workbook that has taken that path, if any."""


def build_many(
    workbooks: Sequence[str | Path],
    folder: str | Path | None = None,
    how: Build = build,
    *,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """Yield what each build comes to, in the order of the workbooks.

    Each document is named after its workbook, because many reports have the same date.

    Args:
        workbooks: the paths of the workbooks.
        folder: where to put the documents; beside their workbooks if not given. It is made where
            it is missing.
        how: how each of them is built, such as ``partial(build, pdf=True)``.
        jobs: how many are built at the same time.

    Raises:
        StopError: the folder cannot be made.
    """
    if folder is not None:
        _make_folder(Path(folder))
    paths = [Path(workbook) for workbook in workbooks]
    targets = [(Path(folder) if folder else p.parent) / f"{p.stem}.docx" for p in paths]
    step = partial(_built, how)
    keys = [str(target).casefold() for target in targets]  # one file on a Mac, and in Windows
    first = dict(reversed(list(zip(keys, paths, strict=True))))
    others = [None if first[k] is p else first[k] for p, k in zip(paths, keys, strict=True)]
    work = list(zip(paths, targets, others, strict=True))
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - takes a tenth of a start

    with ProcessPoolExecutor(min(jobs, len(paths) or 1)) as pool:
        futures = [pool.submit(step, each) for each in work]
        try:
            for each, future in zip(work, futures, strict=True):
                yield _alone(step, each) if future.exception() else future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(step: Callable[[Work], Outcome], work: Work) -> Outcome:
    """Return what a build comes to in a process of its own; told where that is stopped as well.

    A process that the system stops, as when memory is out, takes the others of its pool with it.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(step, work)
        stopped = rules.BUILD_STOPPED.at(FILE, path=work[0])
        return Outcome(work[0], (stopped,)) if future.exception() else future.result()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "mappen går inte att skapa"
        raise StopError(rules.OUTPUT_UNWRITABLE.at(FILE, path=folder, reason=reason)) from error


def _built(how: Build, work: Work) -> Outcome:
    """Return what the build of one workbook comes to, also where it cannot be used."""
    path, target, other = work
    if other is not None:
        return Outcome(path, (rules.SAME_DOCUMENT.at(FILE, path=path, other=other),))
    try:
        return how(path, target)
    except StopError as error:
        return Outcome(path, (error.finding,))
