"""The rows of a repeat, as it was built and as it is now: which is which, and what each holds."""

from __future__ import annotations

from collections.abc import Sequence

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import Activity
from lagesbild_xlsx.word.appendices.controls import is_appendix
from lagesbild_xlsx.word.elements import has_our_tag, outermost_controls
from lagesbild_xlsx.word.marks import POINT
from lagesbild_xlsx.word.record import Record, RecordEntry
from lagesbild_xlsx.word.tag_grammar import asked_value, name_in
from lagesbild_xlsx.word.update.elements import Element
from lagesbild_xlsx.word.xml import w

NUMBER = headings_of(Activity)["number"]


def paired_rows(built: Record, was: int, now: Record, number: int) -> list[tuple[str | None, str]]:
    """Return each row of the fresh repeat with the row that it was, if it was there.

    Rows are known by what their first control said; one that says something new is taken for
    the old one at its place among the others, if all else in them is the same.

    Args:
        built: the record of what was built.
        was: the repeat in it.
        now: the record of the fresh document.
        number: the repeat in that.
    """
    old, new = built.rows(was), now.rows(number)
    by_key: dict[str, list[str]] = {}
    for row in old:
        by_key.setdefault(_key(built, row), []).append(row)
    pairs: dict[str, str | None] = {}
    for row in new:
        queue = by_key.get(_key(now, row))
        pairs[row] = queue.pop(0) if queue else None
    taken = set(pairs.values())
    places = {row: at for at, row in enumerate(old)}
    at = 0
    for row in new:
        match = pairs[row]
        if match is not None:
            at = places[match] + 1
        elif at < len(old) and old[at] not in taken and _is_alike(now, row, built, old[at]):
            pairs[row] = old[at]
            taken.add(old[at])
            at += 1
    return [(pairs[row], row) for row in new]


def _is_alike(now: Record, row: str, built: Record, was: str) -> bool:
    """Return whether two rows say the same but for what they are known by."""
    new = [entry.checksum for entry in _shown(now, row)][1:]
    old = [entry.checksum for entry in _shown(built, was)][1:]
    return bool(new) and new == old


def _key(record: Record, row: str) -> str:
    """Return what a row is known by: its number, if the template shows it, or its first text.

    An appendix is known by its name.
    """
    entries = _shown(record, row)
    if entries and is_appendix(entries[0].tag):
        return entries[0].tag
    named = next((e.checksum for e in entries if name_in(e.tag) == NUMBER), "")
    first = next((e.checksum for e in entries if e.checksum), "")
    return named or first or _first_said(record, row)


def _first_said(record: Record, place: str) -> str:
    """Return the first text in a place, however deep, or the condition that a value has met."""
    for number in record.children(place):
        entry = record.entries[number]
        name = name_in(entry.tag)
        said = entry.checksum or (name if asked_value(name) else "")
        if said := said or _first_said(record, str(number)):
            return said
    return ""


def _shown(record: Record, place: str) -> list[RecordEntry]:
    """Return what stood in a place, without the marks around nothing."""
    entries = (record.entries[number] for number in record.children(place))
    return [entry for entry in entries if entry.tag != POINT]


# ------------------------------------------------------------------ what a row holds


def groups_of(
    holder: Element, place_of: dict[Element, str], *, has_static: bool
) -> dict[str, list[Element]]:
    """Return the blocks of each row of a repeat, by its place in the record.

    A block without controls was added by hand, unless the template's rows have such blocks.
    """
    groups: dict[str, list[Element]] = {}
    place = ""
    for block in holder:
        inner = next((place_of[c] for c in block.iter(w("sdt")) if c in place_of), "")
        place = inner or place
        if inner or (has_static and place):
            groups.setdefault(place, []).append(block)
    return groups


def has_blocks_without_controls(holder: Element) -> bool:
    """Return whether a repeat holds blocks in which no control stands."""
    return any(next(block.iter(w("sdt")), None) is None for block in holder)


def text_between(blocks: Sequence[Element]) -> str:
    """Return the text of blocks that stands in none of our controls."""
    return "".join(map(_text_beside_controls, blocks))


def _text_beside_controls(block: Element) -> str:
    if has_our_tag(block):
        return ""
    ours = {each for outer in outermost_controls(block) for each in outer.iter(w("sdt"))}
    texts = (t for t in block.iter(w("t")) if next(t.iterancestors(w("sdt")), None) not in ours)
    return "".join(text.text or "" for text in texts)
