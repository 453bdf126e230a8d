"""Who is responsible: the names in a cell, which may hold several."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lagesbild_xlsx.places import normalised

OWNER_MARK = r"((?:[,;/&+\n]|(?<!-\s)\b(?i:och|samt)\b)\s*)"
"""What stands between two names; the space before it goes with the name, which is stripped.

After a hyphen the same name goes on: ``Barn- och utbildningsförvaltningen``."""

LIST_SIGN = r"(?m:^)\s*(?:[-–—•*·▪●◦]+|\d{1,2}[.)](?=\s))\s*(?=\S)"
"""What a name begins with that stands in a list: ``- Polisen``."""

MOST_MARKS_IN_NAME = 4
"""How many commas and ”och” the name of one owner can hold."""


def split_owners(typed: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in a text such as ``Polisen och Strängnäs kommun``.

    A known name is never split, whatever words or marks it holds (``Kultur- och fritid``).

    Args:
        typed: the text of an Ansvar cell.
        known: the owners by their folded names.
    """
    if normalised(typed) in known:
        return (typed.strip(),)
    without_signs = re.sub(LIST_SIGN, "", typed)
    parts = re.split(OWNER_MARK, without_signs)  # names at even places, marks at odd ones
    names = []
    at = 0
    while at < len(parts):
        ends = range(min(at + 2 * MOST_MARKS_IN_NAME, len(parts) - 1), at, -2)
        joined = ((end, "".join(parts[at : end + 1])) for end in ends if end % 2 == at % 2)
        last, name = next(
            ((end, name) for end, name in joined if normalised(name) in known), (at, parts[at])
        )
        if name.strip():
            names.append(name.strip())
        at = last + 2
    return tuple(names)


def split_aliases(typed: str) -> tuple[str, ...]:
    """Return the names in the text of an Alias cell."""
    return tuple(name.strip() for name in re.split(r"[;,\n]", typed) if name.strip())


STEM = 5
"""How many letters two names have in common whose reader sees one of the other in them."""


def recall_each_other(first: str, second: str) -> bool:
    """Return whether names have a stem in common, as ”Kommunen” and ”Granby kommun” have."""
    pairs = ((first, second), (second, first))
    return any(
        word[:STEM] in normalised(other)
        for name, other in pairs
        for word in normalised(name).split()
        if len(word) >= STEM
    )
