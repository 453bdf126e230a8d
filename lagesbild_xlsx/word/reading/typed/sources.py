"""Signs after priorities, such as ¹, where a line below them says which source each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import Priority
from lagesbild_xlsx.places import FormattedText, runs_of, trimmed
from lagesbild_xlsx.symbols import without_shifts
from lagesbild_xlsx.word.reading.blocks import ReadParagraph
from lagesbild_xlsx.word.reading.headings import SOURCES, heading_in
from lagesbild_xlsx.word.reading.imported import Found, ReadText

SIGNS = "¹²³⁴⁵⁶⁷⁸⁹*"
EXPLAINED = re.compile(rf"([{SIGNS}])\s*([^{SIGNS}]+)")
SOURCE, PRIORITY = (headings_of(Priority)[name] for name in ("source", "priority"))


def sources_in(text: str) -> dict[str, str]:
    """Return the sources by the signs that a line explains; none if it says anything else."""
    shown = without_shifts(text)
    found = EXPLAINED.findall(shown) if shown[:1] in SIGNS else []
    sources = {sign: _source_in(said.strip(" .,;=–-")) for sign, said in found}
    return sources if all(sources.values()) else {}


def _source_in(text: str) -> str:
    heading = heading_in(ReadParagraph(text))
    return "" if heading is None else SOURCES.get(heading.part, "")


def set_sources(priorities: Iterable[Found], sources: Mapping[str, str]) -> None:
    """Give each priority without a source the one that the sign after it stands for."""
    for row in priorities:
        said = row.get(PRIORITY, ReadText()).text
        source = sources.get(without_shifts(said)[-1:], "")
        if source and not row.get(SOURCE, ReadText()).text:
            row[SOURCE], row[PRIORITY] = ReadText(source), ReadText(_without_last(said))


def _without_last(text: str) -> str:
    *before, last = runs_of(text)
    return trimmed(FormattedText((*before, last._replace(text=last.text[:-1]))))
