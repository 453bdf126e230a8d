"""Names of parts, among which case makes no difference (ECMA-376 part 2, 6.2.2.3 and 6.3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet


def folded(name: str) -> str:
    """Return a part's name as it is compared."""
    return name.lower()


class PartNames(AbstractSet[str]):
    """The names of a package's parts, as the archive has them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_folded = {folded(name): name for name in names}

    def stored(self, name: str) -> str:
        """Return a part's name as the archive has it, or the name itself where there is no part."""
        return self._by_folded.get(folded(name), name)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and folded(name) in self._by_folded

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_folded.values())

    def __len__(self) -> int:
        return len(self._by_folded)
