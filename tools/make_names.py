"""Writes the lists of common names: ``python -m tools.make_names``.

They are Faker's for Swedish: the thousand most common first names (Isof's statistics of 2023, with
many that were given abroad) and the 500 most common surnames (Skatteverket 2025). Faker is Daniele
Faraglia's and others', under the MIT licence.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from pathlib import Path

from faker.providers.person.sv_SE import Provider

WRITTEN = Path(__file__).parent.parent / "lagesbild_xlsx" / "privacy" / "names" / "common.py"
MODULE = '''"""Common Swedish first names and surnames, in small letters.

Written by ``tools/make_names.py``, which says where they come from.
"""

FIRST_NAMES = frozenset(
    """
{first}
    """.split()
)

SURNAMES = frozenset(
    """
{last}
    """.split()
)
'''


def lines(names: Iterable[str]) -> str:
    """Return names in small letters, each once, in lines of the project's width."""
    words = " ".join(sorted({name.lower() for name in names}))
    indent = " " * 4
    return textwrap.fill(
        words, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def main() -> None:
    """Write the module."""
    first = lines((*Provider.first_names_female, *Provider.first_names_male))
    module = MODULE.format(first=first, last=lines(Provider.last_names))
    WRITTEN.write_text(module, encoding="utf-8")


if __name__ == "__main__":
    main()
