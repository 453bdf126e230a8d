"""The municipality's own words: its scale, its agreements and its sections, from ``Listor``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns.declarations import Choice, one_of
from lagesbild_xlsx.model.scale import STANDARD_SCALE, DeclaredStatus, Scale
from lagesbild_xlsx.places import normalised


class PrioritySource(StrEnum):
    """The agreements that a priority comes from, where ``Listor`` names none."""

    CITIZENS_PROMISE = "Medborgarlöfte"
    COOPERATION_AGREEMENT = "Samverkansöverenskommelse"


class Section(StrEnum):
    """The sections of ”Framåt”, where ``Listor`` names none."""

    SHORT_TERM = "Kort sikt"
    LONG_TERM = "Längre sikt"
    COMMUNICATION = "Kommunikation"


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    PrioritySource.CITIZENS_PROMISE: ("medborgarlöftet", "löfte", "löftet"),
    PrioritySource.COOPERATION_AGREEMENT: (
        "samverkansöverenskommelsen",
        "överenskommelse",
        "överenskommelsen",
    ),
    Section.SHORT_TERM: ("på kort sikt", "aktiviteter på kort sikt", "kort"),
    Section.LONG_TERM: (
        "på längre sikt",
        "aktiviteter på längre sikt",
        "lång sikt",
        "på lång sikt",
        "längre",
    ),
}
"""Other ways to write a source or a section."""


class DeclaredWords(DeclaredStatus, Protocol):
    """A row of ``Listor``, as far as it declares words."""

    @property
    def source(self) -> str: ...  # noqa: D102 - an agreement
    @property
    def section(self) -> str: ...  # noqa: D102 - a section


class Words(NamedTuple):
    """What a status, the source of a priority and the section of a paragraph can be, in order."""

    scale: Scale = STANDARD_SCALE
    sources: tuple[str, ...] = tuple(PrioritySource)
    sections: tuple[str, ...] = tuple(Section)

    @classmethod
    def of(cls, rows: Iterable[DeclaredWords]) -> Words:
        """Return the words that rows of ``Listor`` declare, the standard ones where they do not."""
        rows = tuple(rows)
        sources = _named((row.source for row in rows), PrioritySource)
        sections = _named((row.section for row in rows), Section)
        return cls(Scale.of(rows), sources or tuple(PrioritySource), sections or tuple(Section))

    @property
    def status(self) -> Choice:
        """What a cell of the column Status can hold."""
        scale, words = self.scale, () if self.scale.is_percent else self.scale.words
        what = f"{scale.in_words}, eller inget om aktiviteten inte är bedömd"
        return Choice(scale.read, words, what, scale.read_fill)

    @property
    def source(self) -> Choice:
        """What a cell of the column Källa can hold."""
        return one_of(self.sources, rules.SOURCE_UNKNOWN, SYNONYMS)

    @property
    def section(self) -> Choice:
        """What a cell of the column Avsnitt can hold."""
        return one_of(self.sections, rules.SECTION_UNKNOWN, SYNONYMS)


def _named(typed: Iterable[str], standard: type[StrEnum]) -> tuple[str, ...]:
    """Return the words that were typed, each once; one of the standard ones as that is written."""
    own = {normalised(word): word for word in standard}
    found: dict[str, str] = {}
    for word in filter(None, typed):
        found.setdefault(normalised(word), own.get(normalised(word), word))
    return tuple(found.values())


STANDARD_WORDS = Words()
"""The words of a workbook that declares none."""
