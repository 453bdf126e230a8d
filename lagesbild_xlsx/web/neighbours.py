"""The files that a workbook names: its template, and the lägesbild before it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from lagesbild_xlsx import pipeline, rules
from lagesbild_xlsx.columns import listed
from lagesbild_xlsx.pipeline.reading import read_checked
from lagesbild_xlsx.web.answers import Ask
from lagesbild_xlsx.web.given import Given


def _named(given: Given, outcome: pipeline.Outcome) -> list[Ask]:
    """Return the files that a workbook names and that do not lie beside it here."""
    if all(finding.rule is not rules.FILE_NOT_BESIDE for finding in outcome.findings):
        return []
    report = read_checked(outcome.workbook).value.report
    named = (Ask("mall", report.template), Ask("forra", report.previous))
    return [
        ask
        for ask in named
        if ask.name and not given.files(ask.field) and not Path(ask.name).exists()
    ]


def brought(given: Given, outcome: pipeline.Outcome) -> bool:
    """Bring what a workbook that is followed names from its own folder; return whether any was."""
    folder = given.beside
    if folder is None:
        return False
    found = [ask.name for ask in _named(given, outcome) if (folder / ask.name).is_file()]
    for name in found:
        shutil.copyfile(folder / name, name)
    return bool(found)


def asked(given: Given, outcome: pipeline.Outcome) -> list[Ask]:
    """Return the files that a workbook names and that only the person can choose."""
    return [] if given.beside else _named(given, outcome)


def given_beside(given: Given, field: str) -> None:
    """Put the files of a field beside the workbooks, where they are looked for."""
    for path in given.files(field):
        if not Path(path.name).exists():
            shutil.copyfile(path, path.name)


def asked_of_all(given: Given, outcomes: Iterable[pipeline.Outcome], field: str) -> list[Ask]:
    """Return the files that workbooks name and that were not sent, each once, for one field."""
    names = (ask.name for outcome in outcomes for ask in _named(given, outcome))
    return [Ask(field, name) for name in dict.fromkeys(names)]


def sentence_of(asks: Sequence[Ask], who: str = "Arbetsboken") -> str:
    """Return what asks for files, in a sentence; nothing where none are asked for."""
    if not asks:
        return ""
    names = listed(tuple(f"”{ask.name}”" for ask in asks), "och")
    which = "den" if len(asks) == 1 else "dem"
    return f"{who} nämner {names}. Välj {which} också, under Fler val."
