"""What is wrong in a workbook, and a copy of it that shows that at its cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.model.reserved import FINDINGS_SHEET
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import read_with_neighbours
from lagesbild_xlsx.pipeline.writing import refuse_foreign, refuse_overwriting
from lagesbild_xlsx.places import FILE


def check(workbook: str | Path, previous: Sequence[str | Path] = ()) -> Outcome:
    """Return what is wrong in a workbook, cell by cell.

    Args:
        workbook: the path of the workbook. It is only read.
        previous: the paths of earlier periods' workbooks, to say what stands still since.

    Raises:
        StopError: the file cannot be used; its finding says what to do.
    """
    path = Path(workbook)
    read, _ = read_with_neighbours(path, None, previous)
    return Outcome(path, read.findings)


def annotate(outcome: Outcome, copy: str | Path) -> Path:
    """Write a copy of a checked workbook that shows the findings at their cells.

    Args:
        outcome: what the check came to.
        copy: where to write it; only an earlier copy of this kind may be there.

    Raises:
        StopError: the copy cannot be made or written; its finding says what to do.
    """
    from lagesbild_xlsx.excel.annotate import annotated_copy  # noqa: PLC0415 - used here

    path, target = outcome.workbook, Path(copy)
    if target.suffix.lower() != path.suffix.lower():
        raise StopError(rules.COPY_OF_OTHER_KIND.at(FILE, path=target, suffix=path.suffix))
    refuse_overwriting(target, {path: "arbetsboken"})
    refuse_foreign(target, FINDINGS_SHEET)
    write_whole(target, annotated_copy(path, outcome.findings))
    return target
