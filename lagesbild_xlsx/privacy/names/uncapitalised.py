"""Names that are typed in haste, without capitals: a first name and a surname, both common."""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.names.capitalised import spelled
from lagesbild_xlsx.privacy.names.judged import ALSO_WORDS, PLAIN_SURNAMES, is_shaped_as_surname
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.beside_names import is_role
from lagesbild_xlsx.privacy.words.first_names import FIRST_NAMES
from lagesbild_xlsx.privacy.words.surnames import SURNAMES

_PAIR = Pattern(
    r"(?<![\w@.-])([^\W\d_]{3,}(?:-[^\W\d_]+)?)(?= ([^\W\d_]+(?:-[^\W\d_]+)?)(?![\w@-]))"
)
_NO_INITIALS = frozenset("å ö i o m e à s f t v x é".split())
"""Letters that are a word, or short for one: *och*, *med*, *vecka*."""


def is_in_small_letters(word: str) -> bool:
    """Return whether such a name can begin with a word, or follow it."""
    is_name = word.islower() and spelled(word) in FIRST_NAMES and word not in ALSO_WORDS
    return is_name or is_role(word.lower())


def names_in_small_letters(text: Text, known: NotPersons) -> Iterator[Span]:
    """Yield such names; a person is not looked for in one word."""
    for pair in _PAIR.finditer(text.text):
        first, second = pair.groups()
        is_after_role, is_first_name = is_role(first), _is_first_name(spelled(first))
        if not (is_after_role or is_first_name) or not (first.islower() and second.islower()):
            continue
        if is_after_role and _is_surname(spelled(second)) and second not in known:
            yield Span(Kind.NAME, *pair.span(2))
        elif is_first_name and _is_last(spelled(second)) and f"{first} {second}" not in known:
            yield Span(Kind.NAME, pair.start(), pair.end(2))


def _is_first_name(name: str) -> bool:
    return name in FIRST_NAMES and name not in ALSO_WORDS


def _is_last(name: str) -> bool:
    """Return whether a word after a first name is a surname, or stands for one."""
    if len(name) == 1:
        return name not in _NO_INITIALS
    return name in SURNAMES or is_shaped_as_surname(name) or name.removesuffix("s") in SURNAMES


def _is_surname(name: str) -> bool:
    is_listed = name in SURNAMES and name not in PLAIN_SURNAMES and len(name) > 3  # noqa: PLR2004
    return is_listed or is_shaped_as_surname(name)
