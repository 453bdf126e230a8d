"""What one word with a capital can be: a first name, a surname, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.names.capitalised import Word, spelled
from lagesbild_xlsx.privacy.text import Endings
from lagesbild_xlsx.privacy.words.beside_names import (
    ALSO_SURNAMES,
    BESIDE,
    HEADS,
    SECTORS,
    is_named_after_persons,
    is_role,
    is_thing,
)
from lagesbild_xlsx.privacy.words.first_names import FIRST_NAMES
from lagesbild_xlsx.privacy.words.organisations import MUNICIPALITIES
from lagesbild_xlsx.privacy.words.surnames import SURNAMES

_ONLY_SURNAMES = tuple(
    """
    sson qvist kvist quist ström gren stedt feldt hjelm löf crantz gårdh stjerna sköld enko chuk iuk
    yshyn owski owska ewski ewska inski ovsky evsky skyi wicz czyk czak ovic evic agic zic adzic
    zadeh poor pour oglu dottir shvili idis opoulos mariam selassie
    """.split()
)
"""What nothing else ends in: such a word is a person also where it stands alone."""
_ALSO_WHOSE = Endings((*_ONLY_SURNAMES, *(f"{ending}s" for ending in _ONLY_SURNAMES)))

_SURNAMES_BESIDE_A_FIRST_NAME = (
    *_ONLY_SURNAMES,
    *"""
    inen berg lund dahl holm man mark lin din nder blad vall nell gård strand bäck skog hjort rot
    ski ska sky ic ova eva
    """.split(),
)
_NO_SURNAMES = ("lagren", "lägren", "sgren", "sström", "vägren", "gårdskvist")


def is_shaped_as_surname(word: str) -> bool:
    """Return whether a word as ``spelled`` can be a surname only: *Lindqvist*, *Selimović*."""
    is_plain = "-" not in word and not _ALSO_WHOSE.end(word)
    return not is_plain and any(_ends_as(part, _ONLY_SURNAMES) for part in word.split("-"))


def may_be_shaped_as_surname(word: str) -> bool:
    """Return whether a word ends as many surnames do, and also other words: *Solberg*."""
    return any(_ends_as(part, _SURNAMES_BESIDE_A_FIRST_NAME) for part in word.split("-"))


def _ends_as(word: str, endings: tuple[str, ...]) -> bool:
    name = word.removesuffix("s")
    return name.endswith(endings) and name not in endings and not name.endswith(_NO_SURNAMES)


ALSO_WORDS = frozenset(
    """
    adel alban alla ana ask aster björn blanka bo bror dag del dina egal emir frank frans glenn gro
    gun hafsa hall hans hava hope inge iris ivar jack jade jarl jama juni junior juris karin-anna
    klara kåre lejon lilja liv lo long lova love lucia maj malva mark marin marina matte max maxim
    may meja min mina mio mitra axel linnea tina jasmin anka ester ante musse my nadir nam nestor
    nova penny per putte ramadan ria rida rita roman rosa ros rose ruta said saga salt sam sari
    savannah siri sol sonny son stan star sten stig sultan svea taylor thi till tilde tim tina-marie
    tom tor tova ture urban vagn valborg vega vera vide viking viola austin chelsea dakota england
    florence grace jordan jersey lincoln logan madison paris alen alias ammar anda andas andre anis
    arta arton bara bojan chai dan dana deka donna draga eden elen enar enes fares finn firas florin
    fred gitte gul gurkan hakan hala hoa jeans jihad kaj kaja karen katta ladan lama lien lila
    lillan liva lotten loppan makar mara mensur milan minna moppe murat musa muse myran nick nisse
    pinar plutten ramla rand rasa rim ritt roar ron rym sanne sena spas svenne sys tala tindra tuva
    uran vira vilda riley sierra sydney tage hagar asta even nia noor anh khin mai lan lin bao
    julita can tove-lo vilhelmina dorotea anden
    """.split()
)
"""First names that also are words, months, places: by themselves they are no person's."""

_SELDOM_WORDS = frozenset(
    """
    adel björn bo dag emir finn frank glenn gun hans inge iris ivar jack jarl kaj kaja karen klara
    kåre liv lo lova love may mina minna mira nick per rita roman siri sonny stella sten stig svea
    thi tilde tim tom tor tova ture viola vera alen dana dan florin fred kalle lotta lottie lotten
    linn samer silas axel linnea tina jasmin ester milan murat musa pinar sanne sena tuva ramla rasa
    ryan seth ann sam
    """.split()
)
"""Those of them that are no word with a capital, but at the beginning of a sentence."""

PLAIN_SURNAMES = frozenset(
    """
    alm asp ask berg blixt blom bonde borg brink bäck ek falk flink fors frank frid frisk gran green
    gren gul hall hammar hed hjort holm islam jarl kling kvist lam lejon lilja lin lind ljung lund
    lönn malm marin modig mörk nord palm park rak rapp rask rosen sand seger sen shah siren skog
    snäll sparre stolpe gadd hägg skytte kamel rama reva ranta essen gill björk stark stolt storm
    strand strid ström stål svärd talan örn baker brown carter cooper parker walker young king moore
    collins reyes park kara gul sun sari demir kaya can kaplan
    """.split()
)
"""Surnames that also are words: they are a person's only after a first name, or a role."""


@lru_cache(maxsize=8192)
def may_be_name(small: str) -> bool:
    """Return whether a word in small letters is a first name or a surname, or ends as one."""
    name = spelled(small)
    whose = name.removesuffix("s")
    listed = name in FIRST_NAMES or name in SURNAMES or whose in FIRST_NAMES or whose in SURNAMES
    return listed or is_shaped_as_surname(name)


def is_first_name(word: Word) -> bool:
    """Return whether a word is a common first name; both parts of *Jukka-Pekka* may be one."""
    small = word.small
    first, dash, rest = small.partition("-")
    is_double = bool(dash) and first in FIRST_NAMES and word.text[-len(rest) :][:1].isupper()
    return small in FIRST_NAMES or (is_double and not is_thing(small)) or _is_whose(small)


def _is_whose(small: str) -> bool:
    """Return whether a word is a first name's genitive, which is no word itself: *Annas*."""
    name = small.removesuffix("s")
    is_long = len(name) > 3 and not name.endswith("s")  # noqa: PLR2004 Hans is not Han's
    return is_long and name in FIRST_NAMES and name not in ALSO_WORDS


def is_whose(word: Word) -> bool:
    """Return whether a word is the genitive of a name, and no name itself: *Annas*, *Bergmans*."""
    name = word.small.removesuffix("s")
    is_name = name in FIRST_NAMES or name in SURNAMES or is_shaped_as_surname(name)
    is_itself = word.small in FIRST_NAMES or word.small in SURNAMES
    return name != word.small and is_name and not is_itself


def is_certain_first_name(word: Word) -> bool:
    """Return whether a word is a first name and hardly anything else, also alone."""
    small = word.small
    is_short = len(small) < 3 or (len(small) < 4 and small.isalpha() and word.text.isupper())  # noqa: PLR2004 BRÅ, CAN
    return small not in ALSO_WORDS and not is_short and not is_beside_alone(small)


def is_seldom_a_word(word: Word) -> bool:
    """Return whether a first name that is a word as well is no other with a capital: *Björn*."""
    return word.small in _SELDOM_WORDS


def is_beside_alone(small: str) -> bool:
    """Return whether a word that also is a name is more often something else."""
    return small in BESIDE or small in MUNICIPALITIES


def is_surname(word: Word) -> bool:
    """Return whether a word is a surname where a first name stands beside it."""
    small = word.small
    name = small if small in SURNAMES else small.removesuffix("s")
    return name in SURNAMES or (
        may_be_shaped_as_surname(small) and not is_thing(small) and small not in MUNICIPALITIES
    )


def is_surname_only(word: Word) -> bool:
    """Return whether a word is a surname and hardly anything else, also alone."""
    small = word.small
    name = small if small in SURNAMES else small.removesuffix("s")
    is_listed = name in SURNAMES and name not in PLAIN_SURNAMES and len(name) > 4  # noqa: PLR2004
    return is_shaped_as_surname(small) or (is_listed and not is_beside_alone(small))


def is_person_after_role(word: Word) -> bool:
    """Return whether a word after *rektor* is a name, and not what the role is in."""
    small = word.small
    if word.is_letter or small in SECTORS or small in MUNICIPALITIES or small.endswith("hem"):
        return False
    return not (word.text.isupper() and len(word.text) < 5)  # noqa: PLR2004 abbreviations are short


def stands_for_first_name(word: Word) -> bool:
    """Return whether a word is an initial, or two: *K.*, *K*, *PL*."""
    return word.is_initial or word.is_letter


def is_beside(words: Sequence[Word], at: int, known: NotPersons) -> bool:
    """Return whether a word in a sequence is no part of a person's name."""
    word, before, after = words[at], words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if _is_name_here(word, before, after):
        return False
    small = word.small
    if small in BESIDE or small.removesuffix("s") in BESIDE or small in HEADS or is_role(small):
        return True
    if is_named_after_persons(small):
        return True
    if is_first_name(word) or small in SURNAMES:
        return False
    if word.is_letter:
        return not (after and is_surname(after[0])) and not (before and is_first_name(before[0]))
    return (
        word.text in known
        or (is_thing(small) and not is_surname(word))
        or small in MUNICIPALITIES
        or _is_abbreviation(word)
    )


def _is_name_here(word: Word, before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Return whether an ordinary word is a name here: *Hans Ek*, *Britta Nord*."""
    is_last = word.small in ALSO_SURNAMES or word.small in SURNAMES
    return (is_last and any(map(is_first_name, before))) or (
        is_first_name(word) and any(map(is_surname, after))
    )


def _is_abbreviation(word: Word) -> bool:
    """Return whether a word is spelled as no name is: *BRÅ*, *A-traktor*, *LibreOffice*."""
    first, dash, rest = word.text.rstrip(".").partition("-")
    if len(first) > 1 and first.isupper():
        return not (is_surname(word) or len(first) > 4)  # noqa: PLR2004 abbreviations are short
    if dash and rest.islower():
        return first.lower() != "al"
    return _is_brand(word.text)


def _is_brand(text: str) -> bool:
    """Return whether a capital stands inside a word: *LibreOffice*, but not *McKenzie*."""
    if text.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Al", "al-")) or text.isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(text))
