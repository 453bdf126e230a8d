"""The scale that activities are judged by: the municipality's words, in order, and what they are.

A scale is made of the sheet ``Listor``, and goes with the lägesbild. A workbook that declares none
has the traffic light's. Either way the reader, the checks, the new workbook, the document and the
figures over time ask the scale, and no other module knows a word of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from lagesbild_xlsx.colours import signal_of
from lagesbild_xlsx.columns.likeness import joined_words
from lagesbild_xlsx.model.status_words import (
    COLOURS,
    COMMON,
    EMOJI,
    KNOWN_WORDS,
    NOT_JUDGED,
    NOT_JUDGED_WORDS,
    RANKS,
    KnownWord,
    Level,
    Standing,
    Status,
    least_of,
    percentage,
    share_in,
)
from lagesbild_xlsx.places import normalised

SIGNS = frozenset("●•∙⚫⬤⏺○◯◉■▪◼⬛◾□▢◻⬜◽")
"""The circles and squares that stand for a status by the colour of the text."""


class DeclaredStatus(Protocol):
    """A row of ``Listor``, as far as it declares a status."""

    @property
    def status(self) -> str: ...  # noqa: D102 - the word
    @property
    def colour(self) -> str: ...  # noqa: D102 - a name of COLOURS, or RRGGBB
    @property
    def fill(self) -> str: ...  # noqa: D102 - that, or the colour of the word's own cell
    @property
    def counts_as(self) -> str: ...  # noqa: D102 - the word of a standing


class Scale:
    """The words that a status can be, in their order: the last is the best, unless they say so.

    Blank is not judged, whatever the scale.
    """

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self.levels = levels
        # what was met stands in many cells
        self._of_statuses: dict[str, Level | None] = {}
        self._of_fills: dict[str, Level | None] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and self.levels == other.levels

    def __hash__(self) -> int:
        return hash(self.levels)

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order."""
        return tuple(level.word for level in self.levels)

    @property
    def statuses(self) -> tuple[str, ...]:
        """The words, and last what nobody has judged."""
        return (*self.words, NOT_JUDGED)

    @property
    def is_standard(self) -> bool:
        """Whether it is the traffic light's."""
        return self.words == TRAFFIC_LIGHT

    @property
    def is_percent(self) -> bool:
        """Whether a status is a percentage, and the levels are from where they apply."""
        return self.levels[0].least is not None

    # -------------------------------------------------------------- what a status is

    def level_of(self, status: str) -> Level | None:
        """Return the level of a status; None where it is blank, or no word of the scale."""
        if status not in self._of_statuses:
            self._of_statuses[status] = self._found(status)
        return self._of_statuses[status]

    def _found(self, status: str) -> Level | None:
        if self.is_percent and (share := share_in(status)) is not None:
            reached = [level for level in self._by_least if (level.least or 0) <= share]
            return (reached or self._by_least)[-1 if reached else 0]
        return self._by_word.get(normalised(status))

    def word_of(self, status: str) -> str:
        """Return the word that a status is counted under, ``Ej bedömd`` where it has no level."""
        level = self.level_of(status)
        return level.word if level else NOT_JUDGED

    def counts_as(self, status: str) -> Standing | None:
        """Return what a status counts as; None where it is not judged."""
        level = self.level_of(status)
        return level.standing if level else None

    def words_that(self, *standings: Standing) -> tuple[str, ...]:
        """Return the words that count as one of some standings."""
        return tuple(level.word for level in self.levels if level.standing in standings)

    @property
    def ends(self) -> tuple[str, str]:
        """The worst word, and the best."""
        by_rank = sorted(self.words, key=lambda word: self.rank(word) or ())
        return by_rank[0], by_rank[-1]

    def rank(self, status: str) -> tuple[float, ...] | None:
        """Return how good a status is, to be compared; None where it is not judged."""
        level = self.level_of(status)
        if level is None:
            return None
        if level.least is not None:
            share = share_in(status)
            return (level.least if share is None else share,)
        return (RANKS[level.standing], self.levels.index(level))

    @cached_property
    def _by_word(self) -> Mapping[str, Level]:
        return {normalised(level.word): level for level in self.levels}

    @cached_property
    def _by_least(self) -> Sequence[Level]:
        return sorted(self.levels, key=lambda level: level.least or 0)

    # -------------------------------------------------------------- how a status is read

    @property
    def in_words(self) -> str:
        """What can be written: ``Rött, Gult eller Grönt``."""
        return "0 % till 100 %" if self.is_percent else joined_words(self.words)

    def status_said(self, text: str, text_colour: str = "") -> str | None:
        """Return the status that a text is, or a sign in its colour; None where it is none."""
        folded = normalised(text)
        if folded in NOT_JUDGED_WORDS:
            return Status.NOT_JUDGED
        if self.is_percent:
            return percentage(text)
        coloured = self.level_of_fill(text_colour) if folded in SIGNS else None
        return coloured.word if coloured else self._spelt(folded)

    def _spelt(self, folded: str) -> str | None:
        """Return the word of a spelling; a dot before it says the same, or nothing."""
        sign, _, word = folded.partition(" ")
        found = self._spellings.get(word)
        if found and (sign in SIGNS or self._spellings.get(sign) == found):
            return found
        return self._spellings.get(folded)

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        """The words by every way to write them: other forms, a letter, a coloured dot.

        A letter or a dot that could be two words is neither.
        """
        letters = Counter(normalised(level.word)[:1] for level in self.levels)
        fills = Counter(level.fill for level in self.levels)
        found: dict[str, str] = {}
        for level in self.levels:
            word = normalised(level.word)
            known = KNOWN_WORDS.get(word)
            others = [*known.synonyms] if known else []
            others += [word[0]] if letters[word[0]] == 1 else []
            if fills[level.fill] == 1:
                others += next((EMOJI[n] for n, rgb in COLOURS.items() if rgb == level.fill), "")
            found |= {normalised(other): level.word for other in others if other not in found}
        return found | {word: level.word for word, level in self._by_word.items()}

    def level_of_fill(self, fill: str) -> Level | None:
        """Return the level that a fill means; None where it means none."""
        if fill and fill not in self._of_fills:
            self._of_fills[fill] = self._meant_by(fill)
        return self._of_fills.get(fill)

    def _meant_by(self, fill: str) -> Level | None:
        """Return the only level of a fill, or else of its signal."""
        same = [level for level in self.levels if level.fill == fill.upper()]
        signal = signal_of(fill)
        alike = [level for level in self.levels if signal and signal_of(level.fill) is signal]
        found = same or alike
        return found[0] if len(found) == 1 else None

    # -------------------------------------------------------------- how a scale is made

    @classmethod
    def of(cls, rows: Iterable[DeclaredStatus]) -> Scale:
        """Return the scale that rows of ``Listor`` declare.

        Rows of the traffic light alone, without more words on them, are its legend. A fill that
        several statuses have is the table's, and says nothing of them.
        """
        declared: dict[str, DeclaredStatus] = {}
        for row in (row for row in rows if row.status):
            declared.setdefault(normalised(row.status), row)
        ordered = [*declared.values()]
        if not ordered or all(map(_is_light, ordered)):
            return STANDARD_SCALE
        least = [least_of(row.status) for row in ordered]
        in_percent = None not in least
        fills = Counter(row.fill for row in ordered)
        return cls(
            tuple(
                _level(
                    row,
                    row.colour or (row.fill if fills[row.fill] == 1 else ""),
                    share if in_percent else None,
                )
                for row, share in zip(ordered, least, strict=True)
            )
        )


def _is_light(row: DeclaredStatus) -> bool:
    return row.status in set(Status) and not row.colour and not row.counts_as


def _level(row: DeclaredStatus, colour: str, least: float | None) -> Level:
    """Return the level that a row declares; what it does not say is known of a common word."""
    known = KNOWN_WORDS.get(normalised(row.status), KnownWord(Standing.NEITHER, "Grått"))
    standing = Standing(row.counts_as) if row.counts_as else known.standing
    fill = colour or known.colour
    return Level(row.status, standing, COLOURS.get(fill, fill), least)


TRAFFIC_LIGHT = (Status.RED, Status.YELLOW, Status.GREEN)
STANDARD_SCALE = Scale(
    tuple(
        Level(word, COMMON[word].standing, COLOURS[COMMON[word].colour]) for word in TRAFFIC_LIGHT
    )
)
"""The traffic light: the scale of a workbook that declares none."""
