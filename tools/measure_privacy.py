"""Measures the detector of personal data on four sets by strangers, and writes the guide's table.

``python -m tools.measure_privacy`` writes the table; ``… misses`` shows what was missed, or told
and should not be, in the sets that the detector may be tuned on. The sentences of the unseen set
are never shown: whoever has read them cannot measure with them any more. The second and the third
of the tuned sets were unseen once, until they had been read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lagesbild_xlsx.privacy import Hit, Kind, hits_in

ROOT = Path(__file__).parent.parent
TUNED, TUNED_2, TUNED_3, UNSEEN = (
    ROOT / "tests" / "privacy" / f"{name}.tsv" for name in ("tuned", "tuned_2", "tuned_3", "unseen")
)
GUIDE = ROOT / "docs" / "personuppgifter.md"
START = "<!-- tabellen skrivs av tools/measure_privacy.py -->"
END = "<!-- slut på tabellen -->"

CLEAN = "ren"
KINDS = MappingProxyType(
    {
        "personnummer": {Kind.IDENTITY, Kind.FAULTY},
        "namn": {Kind.NAME},
        "beskrivning": {Kind.SINGLED_OUT},
        "födelsedatum": {Kind.BIRTH},
        "adress": {Kind.STREET},
        "fastighet": {Kind.PROPERTY},
        "telefon": {Kind.PHONE},
        "e-post": {Kind.EMAIL},
        "konto@": {Kind.HANDLE},
        "konto": {Kind.ACCOUNT},
        "ärende": {Kind.CASE},
        "fordon": {Kind.VEHICLE},
        "ip": {Kind.NETWORK},
    }
)
"""What the sets call a kind, and the kinds of the detector that are it."""

_MARK = re.compile("⟦([^⟧]*)⟧")


class Marked(NamedTuple):
    """A piece of personal data that a stranger marked."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence and what is marked in it; nothing where it is clean."""

    text: str
    marked: tuple[Marked, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What the detector finds, with no names known."""
        return hits_in(self.text)


class Score(NamedTuple):
    """How many pieces there are, how many are told at all, and how many as what they are."""

    all: int
    told: int
    named: int


def sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a set: a kind and a text a line, after a line of headings."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [_sentence(*line.split("\t")) for line in lines]


def _sentence(kind: str, typed: str) -> Sentence:
    text, marked, at = "", [], 0
    for mark in _MARK.finditer(typed):
        own, colon, rest = mark[1].partition(":")  # ⟦namn:Anna⟧ in a sentence of another kind
        other = bool(colon) and own in KINDS
        text += typed[at : mark.start()]
        start, at = len(text), mark.end()
        text += rest if other else mark[1]
        marked.append(Marked(own if other else kind, start, len(text)))
    return Sentence(text + typed[at:], tuple(marked))


def score(measured: Iterable[Sentence], kind: str | None = None) -> Score:
    """Return the score of one kind, or of all."""
    pieces = told = named = 0
    for sentence in measured:
        for piece in sentence.marked:
            if kind in {None, piece.kind}:
                touching = [hit for hit in sentence.hits if _meets(hit, piece)]
                pieces += 1
                told += bool(touching)
                named += any(hit.kind in KINDS[piece.kind] for hit in touching)
    return Score(pieces, told, named)


def _meets(hit: Hit, piece: Marked) -> bool:
    return hit.start < piece.end and piece.start < hit.end


def false_in_hundred(measured: Iterable[Sentence]) -> float:
    """Return how many false hits there are in a hundred clean sentences."""
    clean = [sentence for sentence in measured if not sentence.marked]
    return 100 * sum(len(sentence.hits) for sentence in clean) / len(clean)


def whole_numbers(measured: Iterable[Sentence]) -> Score:
    """Return the score of the identity numbers that have all their figures."""
    whole = [
        Sentence(sentence.text, (piece,))
        for sentence in measured
        for piece in sentence.marked
        if piece.kind == "personnummer"
        and sum(map(str.isdecimal, sentence.text[piece.start : piece.end])) in {10, 12}
    ]
    return score(whole)


def table() -> str:
    """Return the table of what was measured, kind by kind."""
    return "\n".join(_rows(*(sentences(path) for path in (UNSEEN, TUNED_3, TUNED_2, TUNED))))


def _rows(unseen: list[Sentence], *tuned: list[Sentence]) -> Iterator[str]:
    yield "| vad | antal osedda | påpekas | påpekas som rätt sort | sedda 3 | sedda 2 | sedda 1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    yield _row("hela personnummer", *map(whole_numbers, (unseen, *tuned)))
    for kind in KINDS:
        yield _row(kind, *(score(each, kind) for each in (unseen, *tuned)))
    yield _row("**allt**", *map(score, (unseen, *tuned)))
    clean = sum(not sentence.marked for sentence in unseen)
    first, *rest = (f"{false_in_hundred(each):.1f}".replace(".", ",") for each in (unseen, *tuned))
    cells = " | ".join((str(clean), first, "", *rest))
    yield f"| onödiga påpekanden i 100 rena meningar | {cells} |"


def _row(name: str, unseen: Score, *tuned: Score) -> str:
    shares = [unseen.told / unseen.all, unseen.named / unseen.all]
    shares += [each.told / each.all for each in tuned]
    cells = [f"{share:.0%}".replace("%", " %") for share in shares]
    return f"| {name} | {unseen.all} | {' | '.join(cells)} |"


def written(guide: str) -> str:
    """Return the guide with the table as it should be."""
    inside = re.compile(f"{re.escape(START)}.*?{re.escape(END)}", re.DOTALL)
    return inside.sub(lambda _: f"{START}\n\n{table()}\n\n{END}", guide)


def misses() -> Iterator[str]:
    """Yield what is missed, and falsely told, in the sets to tune on."""
    for sentence in (each for path in (TUNED, TUNED_2, TUNED_3) for each in sentences(path)):
        for piece in sentence.marked:
            if not any(_meets(hit, piece) for hit in sentence.hits):
                missed = sentence.text[piece.start : piece.end]
                yield f"missad\t{piece.kind}\t{missed!r}\t{sentence.text!r}"
        if not sentence.marked:
            for hit in sentence.hits:
                yield f"fel\t{hit.kind.name}\t{hit.text!r}\t{sentence.text!r}"


def main() -> None:
    """Write the table into the guide, or show what to tune."""
    if "misses" in sys.argv[1:]:
        print("\n".join(misses()))
        return
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(GUIDE)


if __name__ == "__main__":
    main()
