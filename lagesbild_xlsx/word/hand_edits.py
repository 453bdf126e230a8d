"""Whether a document was built here, and what has been edited in it by hand since.

The text of its body is compared line by line: the record keeps a checksum of each line as it was
written. Programs write the results of fields anew (page numbers, tables of contents), so those are
no part of a line. A comment is: somebody made it by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.alternatives import FALLBACK
from lagesbild_xlsx.word.origin import has_origin
from lagesbild_xlsx.word.record import checksum, read_record
from lagesbild_xlsx.word.stories import DOCUMENT
from lagesbild_xlsx.word.xml import w

COMMENT = "[kommentar]"
PARAGRAPH, TEXT, FIELD_MARK, COMMENT_MARK = map(w, ("p", "t", "fldChar", "commentReference"))
GAPS = frozenset(map(w, ("tab", "br", "cr")))
ASIDE = frozenset((w("fldSimple"), w("tabs"), w("moveFrom"), FALLBACK))
"""Elements whose content is no text of the body."""


def lines_in(body: etree._Element) -> tuple[str, ...]:
    """Return the lines of a body that say anything, spaces folded; each paragraph is a line."""
    lines: list[list[str]] = [[]]
    aside: set[etree._Element] = set()
    field_depth = 0
    for element in body.iter(PARAGRAPH, TEXT, FIELD_MARK, COMMENT_MARK, *GAPS, *ASIDE):
        if aside and element in aside:
            continue
        tag = element.tag
        if tag == PARAGRAPH:
            lines.append([])
        elif tag in ASIDE:
            aside.update(element.iter())
        elif tag == FIELD_MARK:
            field_depth += {"begin": 1, "end": -1}.get(element.get(w("fldCharType"), ""), 0)
        elif tag == COMMENT_MARK:
            lines[-1].append(COMMENT)
        elif field_depth <= 0:
            lines[-1].append(" " if tag in GAPS else element.text or "")
    folded = (" ".join("".join(line).split()) for line in lines)
    return tuple(line for line in folded if line)


def checksums_of(lines: Sequence[str]) -> str:
    """Return lines as the record keeps them."""
    return " ".join(map(checksum, lines))


def lines_left(written: str, lines: Sequence[str]) -> str:
    """Return the lines that are there, of those that were to be, as the record keeps them."""
    there = Counter(map(checksum, lines))
    left = []
    for line in written.split():
        if there[line] > 0:
            there[line] -= 1
            left.append(line)
    return " ".join(left)


class HandEdits(NamedTuple):
    """What a document says otherwise than it was built.

    Attributes:
        new: the lines that are new, or are changed.
        gone: how many lines are gone, beside those that were changed.
        is_moved: whether the same lines stand in another order.
    """

    new: tuple[str, ...]
    gone: int
    is_moved: bool

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.new or self.gone or self.is_moved)


def edits_since(written: str, lines: Sequence[str]) -> HandEdits:
    """Return what has become of lines since they were written.

    Args:
        written: their checksums, as the record keeps them.
        lines: the lines as they are now.
    """
    before, now = written.split(), [checksum(line) for line in lines]
    left = Counter(before)
    new = []
    for line, said in zip(lines, now, strict=True):
        if left[said] > 0:
            left[said] -= 1
        else:
            new.append(line)
    gone = max(0, left.total() - len(new))
    return HandEdits(tuple(new), gone, not new and not gone and before != now)


class Built(NamedTuple):
    """A document that was built here, of a workbook or of a folder of them, and edited since."""

    of_workbook: bool
    edits: HandEdits


def built(path: Path) -> Built | None:
    """Return what has become of a document that was built here; None where it was not.

    Raises:
        StopError: it cannot be opened, is no Word document, or is damaged.
    """
    with Package(path, DOCUMENT) as package:
        record = read_record(package)
        if record is None:
            return None
        edits = edits_since(record.lines, lines_in(package.xml(package.main_part)))
        return Built(has_origin(package), edits)
