r"""The numbers of captions: ``SEQ`` fields, counted by their names (ECMA-376, 17.16.5.56)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from lagesbild_xlsx.word.fields.found import Field
from lagesbild_xlsx.word.fields.numerals import written_in_field
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.xml import w

SIMPLE = w("fldSimple")


@dataclass
class _Sequence:
    """How far the captions of one name have come, and under which heading."""

    number: int = 0
    under: tuple[int, ...] = ()


@dataclass
class _Headings:
    """How many headings of each level have been passed; 0 is the level of what is none."""

    passed: list[int] = field(default_factory=lambda: [0] * 10)

    def above(self, level: int) -> tuple[int, ...]:
        """Return what changes when a heading of a level, or one above it, is passed."""
        return tuple(self.passed[1 : level + 1])


def captions(
    root: etree._Element, fields: Iterable[Field], styles: ParagraphStyles
) -> dict[Field, str]:
    """Return what each caption's number is; those that cannot be computed are left out."""
    by_begin = {each.begin: each for each in fields}
    sequences: dict[str, _Sequence] = {}
    headings = _Headings()
    found: dict[Field, str] = {}
    for element in root.iter(w("p"), w("r"), SIMPLE):
        if element.tag == w("p"):
            headings.passed[styles.of(element).heading or 0] += 1
        elif element in by_begin:
            number = _counted(by_begin[element], sequences, headings)
            if number is not None:
                found[by_begin[element]] = number
    return found


def _counted(caption: Field, sequences: dict[str, _Sequence], headings: _Headings) -> str | None:
    """Count a caption; return its number, unless it is one that is not known."""
    switches = caption.code.switches
    sequence = sequences.setdefault(caption.code.argument.casefold(), _Sequence())
    if switches.get("r", "").isdecimal():
        sequence.number = int(switches["r"])
    elif "c" not in switches:
        under = headings.above(int(switches["s"])) if switches.get("s", "") in LEVELS else ()
        sequence.number = 1 + (sequence.number if under == sequence.under else 0)
        sequence.under = under
    if "h" in switches and not caption.code.formats:
        return ""
    if len(caption.code.arguments) != 1:  # no name, or the number at a bookmark
        return None
    return written_in_field(sequence.number, caption.code.formats)


LEVELS = frozenset("123456789")
