"""Names of persons: words with capitals that stand as a first name and a surname do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lagesbild_xlsx.privacy.kinds import Kind, Span
from lagesbild_xlsx.privacy.known import Known
from lagesbild_xlsx.privacy.names.common import FIRST_NAMES, SURNAMES
from lagesbild_xlsx.privacy.names.runs import Word, runs
from lagesbild_xlsx.privacy.names.words import (
    ALSO_SURNAMES,
    BESIDE,
    HEADS,
    TITLES,
    is_thing,
    names_a_thing,
)

_AT_A_PLACE = re.compile(r"\b(?:i|på|vid|längs|kring|utanför|inom|runt|genom)\s$", re.IGNORECASE)
_BRAND = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Al)\w*[a-zåäö][A-ZÅÄÖ]")
_SURNAME = re.compile(
    r"\w+(?:sson|berg|gren|qvist|kvist|quist|lund|ström|dahl|stedt|blad|holm|man|lin|nder|mark"
    r"|feldt|löf|vić|ović|ska|ski|zadeh|pour)s?"
)


def person_names(text: str, known: Known) -> Iterator[Span]:
    """Yield what looks like a person's whole name; a first name alone is not told."""
    for run in runs(text):
        if _typed(text, run) not in known:
            for words in _stretches(run, known):
                yield from _named(text, words, known)


def _stretches(run: Sequence[Word], known: Known) -> Iterator[Sequence[Word]]:
    """Yield the stretches of a run between words that are no part of a name."""
    start = 0
    for at, word in enumerate(run):
        if _is_beside(word, known) and not _is_part_of_name(run, at):
            yield run[start:at]
            start = at + 1
        if word.small in HEADS:
            break
    rest = run[start:]
    if start and run[start - 1].small in HEADS and not _is_certain(rest):
        return
    yield rest


def _is_certain(words: Sequence[Word]) -> bool:
    """Return whether words are a common first name and a surname, also after *Polisen*."""
    return len(words) > 1 and _is_first_name(words[0]) and _is_surname(words[-1])


def _is_part_of_name(run: Sequence[Word], at: int) -> bool:
    """Return whether an ordinary word is a name here: *Hans Ek*, *Britta Nord*."""
    word, before, after = run[at], run[max(0, at - 1) : at], run[at + 1 : at + 2]
    is_last = word.small in ALSO_SURNAMES or word.small in SURNAMES
    return (is_last and any(map(_is_first_name, before))) or (
        _is_first_name(word) and any(map(_is_surname, after))
    )


def _is_beside(word: Word, known: Known) -> bool:
    """Return whether a word is no part of a person's name."""
    small = word.small
    return (
        small in BESIDE
        or small.removesuffix("s") in BESIDE
        or small in TITLES
        or small in HEADS
        or (word.text in known and not _is_first_name(word))
        or len(word.text) == 1
        or (is_thing(small) and not (_is_first_name(word) or _is_surname(word)))
        or _is_abbreviation(word)
    )


def _is_abbreviation(word: Word) -> bool:
    """Return whether a word is spelled as no name is: *BRÅ*, *A-traktor*, *LibreOffice*."""
    first, dash, rest = word.text.rstrip(".").partition("-")
    if len(first) > 1 and first.isupper():
        return word.small not in FIRST_NAMES and word.small not in SURNAMES
    return bool(dash and rest.islower()) or bool(_BRAND.match(word.text))


def _named(text: str, words: Sequence[Word], known: Known) -> Iterator[Span]:
    start = _first_word(text, words)
    name = () if start is None else words[start:]
    if len(name) > 1 and _typed(text, name) not in known and not names_a_thing(text, name[-1].end):
        yield Span(Kind.NAME, name[0].start, name[-1].end)


def _first_word(text: str, words: Sequence[Word]) -> int | None:
    """Return which of the words a person's name begins with, None where there is no name."""
    for at, word in enumerate(words):
        if word.is_initial or _is_first_name(word):
            return at if words[0].begins_sentence else 0
    if len(words) < 2:  # noqa: PLR2004 a name is two words
        return None
    begins = words[0].begins_sentence
    if _is_surname(words[-1]):
        return 1 if begins and len(words) > 2 else 0  # noqa: PLR2004 as above
    if begins:
        return None if words[0].small.endswith("s") else 0
    return None if _AT_A_PLACE.search(text, 0, words[0].start) else 0


def _is_first_name(word: Word) -> bool:
    return word.small in FIRST_NAMES or word.small.partition("-")[0] in FIRST_NAMES


def _is_surname(word: Word) -> bool:
    small = word.small
    listed = small in SURNAMES or small.removesuffix("s") in SURNAMES
    return listed or bool(_SURNAME.fullmatch(small))


def _typed(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]
