"""Writes the lists of common names: ``python -m tools.make_names``.

Faker's lists for Swedish are the thousand most common first names (Isof's statistics of 2023, with
many that were given abroad) and the 500 most common surnames (Skatteverket 2025); beside them stand
its lists for the languages below, Ukrainian in the letters of its passports. Faker is Daniele
Faraglia's and others', under the MIT licence. What it has in no Latin letters stands in
``tools/names_by_hand.py``.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from faker.providers.person.uk_UA import translit

from lagesbild_xlsx.privacy.names.capitalised import spelled
from lagesbild_xlsx.privacy.names.judged import is_shaped_as_surname
from tools.names_by_hand import FIRST_BY_HAND, LAST_BY_HAND

WRITTEN = Path(__file__).parent.parent / "lagesbild_xlsx" / "privacy" / "words"
FIRST_FROM = ("sv_SE", "fi_FI", "pl_PL", "uk_UA", "hr_HR", "fr_DZ", "no_NO", "da_DK")
"""Faker's lists of first names: fr_DZ is Arabic as it is spelled in Latin letters."""
LAST_FROM = ("sv_SE", "fi_FI", "fr_DZ", "uk_UA")

MODULE = '''"""Common {what}, as ``spelled`` spells them.

Written by ``tools/make_names.py``, which says where they come from.
"""

{name} = frozenset(
    """
{lines}
    """.split()
)
'''


def names_of(locale: str, *fields: str) -> set[str]:
    """Return the names of one of Faker's lists, in Latin letters."""
    provider: Any = import_module(f"faker.providers.person.{locale}").Provider
    names = {name for field in fields for name in getattr(provider, field, ())}
    return {translit(name) for name in names} if locale == "uk_UA" else names


def first_names() -> set[str]:
    """Return the first names of all lists."""
    fields = ("first_names", "first_names_male", "first_names_female")
    listed = {name for locale in FIRST_FROM for name in names_of(locale, *fields)}
    names = _names(listed, FIRST_BY_HAND)
    return names | {name.replace("é", "e") for name in names}


def surnames() -> set[str]:
    """Return the surnames of all lists, but for the foreign that are known by how they end."""
    fields = ("last_names", "last_names_male", "last_names_female")
    swedish, *others = (_names(names_of(locale, *fields)) for locale in LAST_FROM)
    more = set().union(*others) | _names((), LAST_BY_HAND)
    return swedish | {name for name in more if not is_shaped_as_surname(name)}


def _names(listed: Iterable[str], by_hand: Iterable[str] = ()) -> set[str]:
    words = {spelled(name) for name in (*listed, *(w for text in by_hand for w in text.split()))}
    return {word for word in words if re.fullmatch(r"[a-zåäöé]+(?:-[a-zåäöé]+)*", word)}


def lines(names: Iterable[str]) -> str:
    """Return names, each once, in lines of the project's width."""
    indent = " " * 4
    return textwrap.fill(
        " ".join(sorted(names)), 100, initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False,
    )  # fmt: skip


def main() -> None:
    """Write the modules."""
    for module, name, what, names in (
        ("first_names", "FIRST_NAMES", "first names", first_names()),
        ("surnames", "SURNAMES", "surnames", surnames()),
    ):
        text = MODULE.format(what=what, name=name, lines=lines(names))
        (WRITTEN / f"{module}.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
