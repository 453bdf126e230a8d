"""What a template's tags mean, and the municipality's own words that they leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import STANDARD_WORDS, PrioritySource, Section
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.tags import Condition, RowSelection, TagMeaning, ValueReference
from lagesbild_xlsx.word.template_sheets import TemplateSheet

NORMAL_WORDS = frozenset(("", *PrioritySource, *Section, *STANDARD_WORDS.scale.words))
"""The words of a workbook that has none of its own; a template may leave some of them out."""


class Use(NamedTuple):
    """A tag that means something: where it stands, and of which sheet it speaks."""

    tag: str
    near: str
    meaning: TagMeaning
    source: TemplateSheet


def words_not_shown(template: str, uses: Sequence[Use]) -> Iterator[Finding]:
    """Yield the municipality's own sources and sections that have rows a template never repeats.

    A template can choose its rows by the words of the workbook that it was made for.
    """
    repeats: dict[str, list[Use]] = {}
    for use in uses:
        if not isinstance(use.meaning, (ValueReference, Condition)):
            repeats.setdefault(use.source.name, []).append(use)
    for sheet, of_sheet in repeats.items():
        source = of_sheet[0].source
        meanings = [use.meaning for use in of_sheet]
        if source.first not in source.choices or not all(
            isinstance(m, RowSelection) for m in meanings
        ):
            continue
        shown = {id(row) for m in meanings if isinstance(m, RowSelection) for row in m.rows}
        left = (row.get(source.first, "") for row in source.rows if id(row) not in shown)
        for word in dict.fromkeys(word for word in left if word not in NORMAL_WORDS):
            yield rules.WORD_NOT_SHOWN.at(FILE, template=template, sheet=sheet, value=word)
