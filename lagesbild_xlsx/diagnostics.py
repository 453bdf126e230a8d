"""What is said of a workbook: rules, the findings they give, and results that carry them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from lagesbild_xlsx.places import Place

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How grave a finding is; an error means that no document is written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Rule(NamedTuple):
    """One rule, and its page: what it says, what to do, and why it is looked for.

    ``message`` and ``hint`` are Swedish sentences with named gaps (``{value}``) that
    :meth:`at` fills in.
    """

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    why: str

    @property
    def is_about_privacy(self) -> bool:
        """Whether it tells of what must not be sent out (LB4xx)."""
        return self.code.startswith("LB4")

    def at(self, place: Place, **values: object) -> Finding:
        """Return the finding of this rule at a place."""
        shown = {name: _shown(value) for name, value in values.items()}
        message, hint = self.message.format(**shown), self.hint.format(**shown)
        return Finding(self, place, message, hint, values)

    def in_general(self) -> tuple[str, str]:
        """Return the message and the hint with their gaps left open; no hint of little else."""
        message, hint = re.sub(_GAP, "…", self.message), re.sub(_GAP, "…", self.hint)
        says_nothing = "…" in hint and len(re.findall(r"\w+", hint)) < FEWEST_WORDS
        return message, "" if says_nothing else hint


LONGEST_VALUE = 300
FEWEST_WORDS = 3
"""How many words a hint has beside its gaps where it says something without them."""


def _shown(value: object) -> str:
    """Return a value as one line, cut where it is very long; of several, each."""
    if type(value) is tuple:  # an area of cells is one as well, and says itself where it is
        return ", ".join(map(_shown, value))
    line = re.sub(_LINE_END, " ", str(value)[: 2 * LONGEST_VALUE])
    line = re.sub(_UNPRINTABLE, "\ufffd", line)
    return line if len(line) <= LONGEST_VALUE else f"{line[: LONGEST_VALUE - 1]}…"


_LINE_END = r"[ \t]*[\r\n]+[ \t]*"
_UNPRINTABLE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
"""What would steer a screen, or cannot be shown on any."""

_GAP = r"\{\w+\}(?: \{\w+\})*"
"""A gap, or several after each other."""


class Finding(NamedTuple):
    """That a rule is broken at a place; made by :meth:`Rule.at`.

    ``values`` are what its words were made of.
    """

    rule: Rule
    place: Place
    message: str
    hint: str
    values: Mapping[str, object] = {}

    @property
    def is_error(self) -> bool:
        """Whether the finding keeps the document from being written."""
        return self.rule.severity is Severity.ERROR


class Result(NamedTuple, Generic[T_co]):
    """What a stage could make, and what it found on the way."""

    value: T_co
    findings: tuple[Finding, ...] = ()


class StopError(Exception):
    """The run cannot go on: a file cannot be read or written. Its finding says what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.rule.code}: {finding.message} {finding.hint}")
        self.finding = finding
