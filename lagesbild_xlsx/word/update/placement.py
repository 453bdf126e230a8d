"""Where a new control stands in a document that is updated: beside what it stands beside now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate, islice

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.elements import content_of, controls
from lagesbild_xlsx.word.update.elements import Element
from lagesbild_xlsx.word.update.old_document import Edited
from lagesbild_xlsx.word.xml import run_text, w


class Places:
    """The places of a document for controls that only the fresh one has.

    Args:
        old: the document.
        pairs: its controls by the numbers that their counterparts have in the fresh one.
    """

    def __init__(self, old: Edited, pairs: Mapping[int, Element]) -> None:
        self._old = old
        self._pairs = pairs

    def put(self, copy: Element, fresh: Element) -> bool:
        """Put a copy after the nearest element before it that both have, or before the next one.

        In a line it stands at its place in the text, where no such element is right beside it.

        Args:
            copy: what is put in.
            fresh: what it is a copy of.

        Returns:
            Whether there is a place for it.
        """
        parent = fresh.getparent()
        before = self._nearest(fresh.itersiblings(preceding=True))
        nearer = None if before is None else before[0]  # no need to look further away than that
        after = self._nearest(islice(fresh.itersiblings(), nearer))
        is_beside = any(near is not None and near[0] == 0 for near in (before, after))
        if not is_beside and self._placed_in_line(copy, fresh):
            return True
        if after is not None:
            after[1].addprevious(copy)
        elif before is not None:
            before[1].addnext(copy)
        elif parent is not None and local(parent) == "sdtContent":
            holder = next(controls(fresh.iterancestors(w("sdt"))), None)
            counterpart = self._pairs.get(holder[0]) if holder is not None else None
            if counterpart is None:
                return False
            content_of(counterpart).append(copy)
        else:
            return False
        return True

    def _placed_in_line(self, copy: Element, fresh: Element) -> bool:
        """Put a copy into the one line that has the same fixed text, after as much of it."""
        line = fresh.getparent()
        fixed = _fixed(line) if line is not None and local(line) == "p" else ""
        if not fixed.strip():
            return False
        left = (p for p in self._lines.get(fixed, ()) if self._old.name_of(p))
        alike = next(left, None)
        if alike is None or next(left, None) is not None:
            return False
        before = "".join(map(_fixed_in, reversed(list(fresh.itersiblings(preceding=True)))))
        read = accumulate(map(_fixed_in, alike), initial="")
        places = (at for at, text in enumerate(read) if text == before)
        at = next(places, None)  # none where a run goes on over the place
        if at is None:
            return False
        properties = alike.find(w("pPr"))
        alike.insert(max(at, 0 if properties is None else 1), copy)
        return True

    @cached_property
    def _lines(self) -> dict[str, list[Element]]:
        """The lines of the old document by their fixed text."""
        found: dict[str, list[Element]] = {}
        for root in self._old.roots.values():
            for line in root.iter(w("p")):
                found.setdefault(_fixed(line), []).append(line)
        return found

    def _nearest(self, siblings: Iterable[Element]) -> tuple[int, Element] | None:
        """Return the old counterpart of the nearest sibling that has one, and how far it is."""
        for distance, sibling in enumerate(siblings):
            for number, control in controls([sibling]):
                counterpart = self._pairs.get(number)
                if counterpart is not None:
                    depth = sum(1 for _ in _up_to(control, sibling))
                    return distance, _ancestor(counterpart, depth)
        return None


def _fixed(line: Element) -> str:
    """Return the text of a line that stands beside its controls, however it is cut into runs."""
    return "".join(map(_fixed_in, line))


def _fixed_in(child: Element) -> str:
    """Return what a child of a line says; nothing for a control."""
    return "" if local(child) == "sdt" else "".join(map(run_text, child.iter(w("r"))))


def _up_to(element: Element, ancestor: Element) -> Iterable[Element]:
    """Yield the elements from an element's parent up to an ancestor."""
    while element is not ancestor:
        parent = element.getparent()
        if parent is None:
            return
        element = parent
        yield element


def _ancestor(element: Element, depth: int) -> Element:
    """Return the element so many steps above."""
    for _ in range(depth):
        parent = element.getparent()
        if parent is None:
            return element
        element = parent
    return element
