"""What a person gave a task, the files that it lacks, and the task done with it.

A task is done in a process of its own, in the folder that its files lie in, so that a message names
a file as the person does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.pipeline.formats import FORMATS, chosen
from lagesbild_xlsx.pipeline.outcomes import Outcome
from lagesbild_xlsx.pipeline.reading import read_checked
from lagesbild_xlsx.web.answers import Answer, Download, MissingFile, packed, shown

OUT = Path("ut")
"""Where the files of an answer are written, inside the folder."""


class Submission:
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

    def formats(self) -> list[str]:
        """Return the names of the formats that are ticked."""
        return [name for name in FORMATS if self.is_on(name)]

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


def download_of(path: Path, label: str) -> Download:
    """Return a file that was made, as a page fetches it."""
    return Download(path.name, label, path.read_bytes())


def downloads_beside(document: Path, formats: Iterable[str]) -> list[Download]:
    """Return the files that were made beside a document."""
    return [download_of(document.with_suffix(each.suffix), each.button) for each in chosen(formats)]


Step: TypeAlias = Callable[[Submission], Answer]
"""Does a task."""


def done(
    step: Step,
    folder: Path,
    values: Mapping[str, str],
    files: Mapping[str, Sequence[str]],
    beside: Path | None = None,
) -> bytes:
    """Return what a task comes to, as a page gets it.

    Args:
        step: what is done.
        folder: where its files lie.
        values: what was typed.
        files: the paths of the files in the folder, by their fields.
        beside: the folder of the workbook that is followed, if it is that one.
    """
    os.chdir(folder)
    OUT.mkdir(exist_ok=True)
    try:
        return packed(_done(step, Submission(values, files, beside)))
    finally:
        os.chdir(folder.anchor)


def _done(step: Step, submission: Submission) -> Answer:
    try:
        return step(submission)
    except MissingError as error:
        return Answer(str(error), is_done=False)
    except StopError as error:
        return Answer(
            "Det går inte än. Se vad som ska rättas.",
            is_done=False,
            findings=shown((error.finding,)),
        )


# ------------------------------------------------------------------ what a workbook names


def _named(submission: Submission, outcome: Outcome) -> list[MissingFile]:
    """Return the files that a workbook names and that do not lie beside it here."""
    if all(finding.rule is not rules.FILE_NOT_BESIDE for finding in outcome.findings):
        return []
    report = read_checked(outcome.workbook).value.report
    named = (MissingFile("mall", report.template), MissingFile("forra", report.previous))
    return [
        each
        for each in named
        if each.name and not submission.files(each.field) and not Path(each.name).exists()
    ]


def bring_missing(submission: Submission, outcome: Outcome) -> bool:
    """Bring what a workbook that is followed names from its own folder; return whether any was."""
    folder = submission.beside
    if folder is None:
        return False
    found = [each.name for each in _named(submission, outcome) if (folder / each.name).is_file()]
    for name in found:
        shutil.copyfile(folder / name, name)
    return bool(found)


def missing_files(submission: Submission, outcome: Outcome) -> list[MissingFile]:
    """Return the files that a workbook names and that only the person can choose."""
    return [] if submission.beside else _named(submission, outcome)


def put_beside(submission: Submission, field: str) -> None:
    """Put the files of a field beside the workbooks, where they are looked for."""
    for path in submission.files(field):
        if not Path(path.name).exists():
            shutil.copyfile(path, path.name)


def missing_of_all(
    submission: Submission, outcomes: Iterable[Outcome], field: str
) -> list[MissingFile]:
    """Return the files that workbooks name and that were not sent, each once, for one field."""
    names = (each.name for outcome in outcomes for each in _named(submission, outcome))
    return [MissingFile(field, name) for name in dict.fromkeys(names)]


def sentence_of(missing: Sequence[MissingFile], who: str = "Arbetsboken") -> str:
    """Return what asks for files, in a sentence; nothing where none are asked for."""
    if not missing:
        return ""
    names = joined_words(tuple(f"”{each.name}”" for each in missing), "och")
    which = "den" if len(missing) == 1 else "dem"
    return f"{who} nämner {names}. Välj {which} också, under Fler val."
