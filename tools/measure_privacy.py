"""Measures the detector of personal data and writes the guide's table.

``python -m tools.measure_privacy`` writes the table; ``… misses`` shows what was missed, or found
and should not be, among the sentences that the detector may be tuned on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx.privacy import Kind, hits_in

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "privacy" / "labelled.tsv"
GUIDE = ROOT / "docs" / "personuppgifter.md"
START = "<!-- tabellen skrivs av tools/measure_privacy.py -->"
END = "<!-- slut på tabellen -->"

TUNED, HELD_OUT = "trimmad", "undanhållen"

_MARK = re.compile(r"\[(?P<kind>[a-z_]+)\|(?P<text>[^]]*)\]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\n")


class Found(NamedTuple):
    """A piece of personal data in a sentence."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence, which part of the set it is in, and what is to be found in it."""

    part: str
    text: str
    expected: frozenset[Found]

    @property
    def found(self) -> frozenset[Found]:
        """What the detector finds, with no names known."""
        return frozenset(Found(hit.kind, hit.start, hit.end) for hit in hits_in(self.text))


@dataclass(frozen=True)
class Score:
    """How many pieces of personal data were right, wrongly told, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was told that was right, 1.0 where nothing was told."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was told, 1.0 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def labelled() -> list[Sentence]:
    """Return every sentence of the labelled set."""
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    return [_sentence(*line.split("\t")) for line in lines if not line.startswith("#")]


def _sentence(part: str, marked: str) -> Sentence:
    text, expected, at = "", set(), 0
    marked = _ESCAPE.sub(lambda escape: chr(int(escape[1] or "a", 16)), marked)
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        expected.add(Found(Kind[mark["kind"].upper()], len(text), len(text) + len(mark["text"])))
        text, at = text + mark["text"], mark.end()
    return Sentence(part, text + marked[at:], frozenset(expected))


def score(sentences: Iterable[Sentence], kind: Kind | None = None) -> Score:
    """Return the score of one kind, or of all; the place must be right to the letter."""
    right = wrong = missed = 0
    for sentence in sentences:
        found = {each for each in sentence.found if kind in {None, each.kind}}
        expected = {each for each in sentence.expected if kind in {None, each.kind}}
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
    return Score(right, wrong, missed)


def table() -> str:
    """Return the table of what was measured, kind by kind."""
    return "\n".join(_rows(labelled()))


def _rows(sentences: list[Sentence]) -> Iterator[str]:
    yield "| vad | antal | rätt av det som påpekas | hittat av det som finns |"
    yield "| --- | --- | --- | --- |"
    yield from (_row(kind.value, sentences, kind) for kind in Kind)
    yield _row("**allt**", sentences, None)


def _row(name: str, sentences: list[Sentence], kind: Kind | None) -> str:
    tuned, held_out = (
        score([each for each in sentences if each.part == part], kind) for part in (TUNED, HELD_OUT)
    )
    count = f"{tuned.right + tuned.missed} / {held_out.right + held_out.missed}"
    precision = f"{tuned.precision:.0%} / {held_out.precision:.0%}".replace("%", " %")
    recall = f"{tuned.recall:.0%} / {held_out.recall:.0%}".replace("%", " %")
    return f"| {name} | {count} | {precision} | {recall} |"


def written(guide: str) -> str:
    """Return the guide with the table as it should be."""
    inside = re.compile(f"{re.escape(START)}.*?{re.escape(END)}", re.DOTALL)
    return inside.sub(lambda _: f"{START}\n\n{table()}\n\n{END}", guide)


def misses() -> Iterator[str]:
    """Yield what is missed and wrongly told among the sentences to tune on, not the others."""
    for sentence in labelled():
        if sentence.part == TUNED:
            for sign, faults in (
                ("missad", sentence.expected - sentence.found),
                ("fel", sentence.found - sentence.expected),
            ):
                for fault in sorted(faults):
                    text = sentence.text[fault.start : fault.end]
                    yield f"{sign}\t{fault.kind.name}\t{text!r}\t{sentence.text!r}"


def main() -> None:
    """Write the table into the guide, or show what to tune."""
    if "misses" in sys.argv[1:]:
        print("\n".join(misses()))
        return
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(GUIDE)


if __name__ == "__main__":
    main()
