"""What somebody is called in social media and games: *@kalle_87*, *snap: lillen_04*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lagesbild_xlsx.privacy.hits import Kind, Span
from lagesbild_xlsx.privacy.known import NotPersons
from lagesbild_xlsx.privacy.mail import FUNCTIONS
from lagesbild_xlsx.privacy.names.judged import may_be_name
from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.organisations import MUNICIPALITIES

_PLATFORMS = tuple(
    r"""
    instagram insta ig i\.g\. snapchat snap sc tiktok tt discord twitter facebook fb messenger
    telegram kik steam roblox wickr jodel bereal youtube yt threads signal whatsapp reddit twitch
    onlyfans tinder minecraft fortnite vinted blocket playstation psn xbox skype linkedin pinterest
    yubo omegle viber bluesky vk x flashback
    """.split()
)
_PLATFORM = rf"(?:{'|'.join(_PLATFORMS)})"
_ALSO_SHORT = frozenset("ig fb yt vk x u tt g sc".split())
_HOSTS = frozenset("t m wa linktr youtu user".split())
"""Parts of links to them: *t.me*."""
_CLUES = (
    "användar",
    "nick",
    "alias",
    "gamertag",
    "kallas",
    "kallar",
    "signatur",
    "pseudonym",
    "inlogg",
)
_CLUE_ENDINGS = ("konto", "kontot", "profil", "profilen", "kanal", "kanalen")

_AT = Pattern(
    r"(?<![\w.+@•-])@(?:\s(?=\w+[._]\w+\s))?(?=[\w.-]*[^\W\d_])\w[\w.-]{1,29}(?<![.-])(?![\w@])"
)
_MADE_UP = Pattern(
    r"(?<![\w./@+-])(?=\w*[^\W\d_])(?:[\w.]*\w_[\w.]*\w|_[\w.]+|\w+_(?!\w)|\w{2,20}\#\d{4})(?![\w@/•-]|\.\w)"
)
"""Words with low lines, and names in Discord: no other word looks like that."""
_LINK = Pattern(
    r"""
    (?<!\w)
    (?: (?<!/)u(?:ser)?/(?=[\w-]{3})
      | (?:www\.)?(?: facebook | instagram | tiktok | snapchat | twitter | youtube
      | twitch | threads | t | x | discord | linkedin | vk | reddit | fb | m | wa | linktr
        | onlyfans
      | snap | youtu )\.(?:com|me|net|gg|tv|ee|be|nu)/ )
    (?:add/|user/|u/|in/|c/|@)* (?P<name>[\w.-]{3,})
    """,
    spaced=True,
)
_ON = Pattern(
    rf"""
    (?<![\w@.-])
    (?: (?P<platform>{_PLATFORM})[a-zåäö]*(?:/{_PLATFORM})*
      | (?P<called> [a-zåäö]*kontot? | [a-zåäö]*profil(?:en)? | [a-zåäö]*användar(?:e|en|namn
        |namnet)
          | [a-zåäö]*kanal(?:en)? | inlogg(?:et|ning)? | användarid | nick\w* | pseudonym(?:en)?
          | (?:under|med)\snamnet | alias | gamertag | kallas | kallar\ssig | går\sunder
          | känd\ssom | signaturen ) )
    (?P<fillers> (?: [\s-](?:är|var|heter|namnet|namn|som|under|med|han|hon|sig|kallar|användaren|id
          |konto|kontot|på|via|profilen|:|=) )* )
    (?P<sign>[\s:;=>→(\["”“'/-]{{1,4}}) (?P<name>@?[\w.-]{{3,30}}(?<![.-]))
    (?P<on> \s(?:på|i|hos)\s{_PLATFORM}\b )?
    (?P<did> \s (?:har|hot|skr[ei]v|l[aä]gger|lade?\b|skicka|dela|sprid|spred|sälj|sålde|tar\b|tog\b
      |filma|komment|kontakt|publicer|följ) )?
    (?P<ends> (?=\s?(?:$|[.,;)])) )?
    """,
    spaced=True,
)
"""A name after a platform's, or after *kontot*."""
_LAST = Pattern(
    rf"(?<![\w@.-]){_PLATFORM}(?:\s-\s|\s@\s|-?(?:konto|kontot|användare|användaren|id)\s)(?P<name>[\w.-]{{3,30}}(?<![.-]))(?=\s*$|\s?[,(])"
)
_LISTED = Pattern(
    rf"(?:^|[/,;(]\s?){_PLATFORM}\s(?P<name>[\w.-]{{4,30}}(?<![.-]))(?=\s*$|\s?[,/(;)])"
)
_BEFORE = Pattern(rf"(?<![\w@.-])(?P<name>[\w.-]{{3,30}})\s(?:på|via)\s{_PLATFORM}\b(?!\.)")

_PUBLIC = Pattern(
    r"(?:\bvår[ta]?|kommunens|polisens|regionens|förvaltningens|skolans|föreningens|\bsitt|eget"
    r"|officiella)\s(?:\w+\s){0,2}$"
)
_NO_NAMES = frozenset(
    "och eller men som för med till från har är ska kan inte via samt används dominerar".split()
)
_WHOSE = frozenset({"användaren", "kontot", "profilen", "signaturen"})
_VERB_ENDINGS = ("s", "ar", "er", "de", "t", "an", "en")
_NO_HANDLE = Pattern(
    r".*\.(?:xlsx?|docx?|pdf|pptx?|csv|jpg|png)|[\d_.]+|[\d-]+-[a-zåäö]+|www\..*|[a-zåäö]{1,2}\.?\d+"
)
"""Names of files, numbers, *15-åringar*, *v.12*, pages."""
_OF_FILES = frozenset(
    """
    vecka kod datum lagesbild lägesbild rapport version bilaga protokoll mall underlag statistik
    mapp fil kolumn grupp typ antal slutrapport utkast logg
    """.split()
)
"""Parts of the names of files, folders and columns, which no person takes for a name."""


_TOWNS = frozenset(name.translate(str.maketrans("åäöé", "aaoe")) for name in MUNICIPALITIES)
"""Municipalities as they are spelled in accounts."""

_WHATSAPP = Pattern(r"(?<![\w~])~\s?[^\W\d_]\w{1,29}")
"""What somebody is called who is nobody's contact."""
_QUOTED = Pattern(
    r"(?:\bsom|heter|kalla[ds]|kallar\s\w+|namn\w*|profil\w*|kont[o]\w*|användar\w*|alias|nick\w*|avsändar\w*)"
    r"[\s:,(-]{1,3}[\"”“'](?P<name>[^\"”“'\n]{2,30})[\"”“']"
)
_TOKEN = Pattern(r"(?<![\w./@:-])[^\W_](?:[\w.-]{2,29})(?<![.-])(?![\w@/•-])")
_DOMAIN = Pattern(r".*\.(?:se|com|nu|org|net|eu|gov|no|dk|fi)")
_MIXED = Pattern(r"[A-Z]?[a-zåäö]+(?:[A-ZÅÄÖ][a-zåäö]*)+")
_OWN_MIXED = tuple(
    """
    tiktok youtube snapchat facebook bereal whatsapp linkedin playstation onlyfans iphone ipad
    """.split()
)


_LONG_PLATFORMS = tuple(name for name in _PLATFORMS if name not in _ALSO_SHORT and "." not in name)


def is_clue(word: str) -> bool:
    """Return whether a word can stand beside a name in social media."""
    small = word.lower()
    is_said = small.endswith(_CLUE_ENDINGS) or small.startswith(_CLUES)
    return is_said or small in _HOSTS or _is_platform(small)


def _is_platform(small: str) -> bool:
    return small in _ALSO_SHORT or _is_long_platform(small)


def _is_long_platform(small: str) -> bool:
    return small.startswith(_LONG_PLATFORMS)


def names_with_at(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the names after @."""
    yield from _of_persons(text, _AT.finditer(text.small))


def made_up_names(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the names with low lines, and those in Discord."""
    found = (each for each in _MADE_UP.finditer(text.small) if not _is_no_handle(each[0]))
    yield from _of_persons(text, found)


def names_beside_platforms(text: Text, _known: NotPersons) -> Iterator[Span]:
    """Yield the names in a text about a platform, or after what says that they are an account's."""
    if "/" in text.text:
        yield from _of_persons(text, _LINK.finditer(text.small), "name")
    if len(text.words) > 1 and text.has(is_clue):
        found = (on for on in _ON.finditer(text.small) if _is_account(text, on))
        yield from _of_persons(text, found, "name")
        yield from _of_persons(text, _beside_platforms(text), "name")
    if text.has(_is_long_platform):
        yield from _of_persons(text, _QUOTED.finditer(text.small), "name")
        yield from _of_persons(text, _WHATSAPP.finditer(text.small))
        words = _TOKEN.finditer(text.text)
        yield from _of_persons(text, (each for each in words if _stands_out(each[0])))


def _beside_platforms(text: Text) -> Iterator[re.Match[str]]:
    """Yield the names right before or after a platform's."""
    for after in (*_LAST.finditer(text.small), *_LISTED.finditer(text.small)):
        if after["name"] not in _NO_NAMES:
            yield after
    for before in _BEFORE.finditer(text.small):
        if _looks_made_up(before["name"]):
            yield before


def _of_persons(text: Text, found: Iterable[re.Match[str]], group: str | int = 0) -> Iterator[Span]:
    """Yield the names that are no municipality's or police's: those are nobody's."""
    for each in found:
        if not _is_public(text.small, *each.span(group)):
            yield Span(Kind.HANDLE, *each.span(group))


def _is_account(text: Text, on: re.Match[str]) -> bool:
    """Return whether what stands after a platform is an account's name, not the next word."""
    name, lead = on["name"], on[0][: on.start("name") - on.start()]
    if name.startswith("@") or _looks_made_up(name):
        return True
    if not any(map(str.isalpha, name)) or name in _NO_NAMES:
        return False
    is_quoted = any(mark in on["fillers"] + on["sign"] for mark in ':;=>→”“"([')
    is_named = any(word in lead for word in ("namn", "heter", "kallar", "-id ", " id ")) or on["on"]
    is_compound = on["platform"] and lead.endswith(
        ("användaren ", "kontot ", "profilen ", "kanalen ")
    )
    if is_compound and len(name) > 2:  # noqa: PLR2004
        return True
    if on["called"] in _WHOSE and on["did"]:
        return not (name.endswith(_VERB_ENDINGS) or _is_platform(name))
    if on["platform"] and lead.endswith(" som ") and on["ends"] is not None:
        return not name.endswith(_VERB_ENDINGS)
    is_account = "kontot" in lead and not on["called"] and lead != "kontot "
    is_capital = text.text[on.start("name")].isupper() and not on["called"]
    return is_quoted or bool(is_named) or is_account or (is_capital and bool(on["fillers"]))


def _stands_out(name: str) -> bool:
    """Return whether a word in a text about a platform can only be made up: *VeryBadBoyz*."""
    small = name.lower()
    if small.startswith(_OWN_MIXED) or _DOMAIN.fullmatch(small):
        return False
    letters = sum(map(str.isalpha, name))
    return letters > 2 and (_looks_made_up(small) or _MIXED.fullmatch(name) is not None)  # noqa: PLR2004


def _looks_made_up(name: str) -> bool:
    """Return whether a name has what no word has: a low line, a point inside, a digit."""
    has_both = any(map(str.isdigit, name)) and any(map(str.isalpha, name))
    is_odd = "_" in name or has_both or re.search(r"\w\.\w", name)
    return bool(is_odd) and not _is_no_handle(name)


def _is_no_handle(name: str) -> bool:
    """Return whether a name is a file's, a column's or a group's: *lagesbild_vecka_14*."""
    return bool(_NO_HANDLE.fullmatch(name)) or not _OF_FILES.isdisjoint(re.split(r"[_\W\d]+", name))


def _is_public(small: str, start: int, end: int) -> bool:
    """Return whether an account is a municipality's, the police's, or another body's."""
    parts = [part for part in re.split(r"[\d._-]+", small[start:end].lstrip("@")) if part]
    is_body = any(
        part.startswith(("polis", "kommun", "region", "trygg", "raddningstj"))
        or part.endswith("kommun")
        for part in parts
    ) and not any(may_be_name(part) and part not in _TOWNS for part in parts)
    is_function = all(part in FUNCTIONS or part.removesuffix("stad") in _TOWNS for part in parts)
    return is_body or is_function or _PUBLIC.ends(small, start) is not None
