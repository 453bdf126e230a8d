"""What is anybody's: places where all go, what happens in a street, a body's post box, and lists.

A list of places says how many there were in each: *Centrum 22, Berga 7, Torpa 3*.
"""

from __future__ import annotations

from functools import lru_cache

from lagesbild_xlsx.privacy.text import Pattern, Text
from lagesbild_xlsx.privacy.words.toponyms import IN_HASTE

_PLACE = Pattern(
    r"(?:besöksadress|postadress|skolans\sadress|\bica|\bcoop|\bwillys|\blidl|hemköp|systembolag|apotek|restaurang|\bcaf[eé]"
    r"|krog|pizzeri|butik|affär|hotell|bank|gym|galleria|\bkontoret|\bstation|lekplats|parkering(?!splats)|kamera|elskåp|busskur"
    r"|hållplats|övergångsställe|nattklubb|mötesplats|träffpunkt|fritidsgård|\bföretag|container|\bmacken|bensin|kiosk"
    r"|lagerlokal|korsning|mötet|\bplats:|\bbesök:|medborgarkontor|kyrka|moské|bibliotek|museum|museet"
    r"|folkets\shus|(?!höghuset|trapphuset|hyreshuset|bostadshuset|radhuset|grannhuset|parhuset)[a-zåäö]+(?:huset|stationen|skolan|hallen|kontoret|centralen|mottagningen|gården"
    r"|förvaltningen|kyrkan|lokalen|(?<!läg)enheten|centrum|center|tingsrätten|verket|badet|planen"
    r"|parken))\w*(?:\s\w+){0,2}?[\s:,(]{0,3}(?:(?:på|vid|i|adress)\s)?$"
)
"""Where anybody goes: at such an address nobody lives."""
_EVENT = Pattern(
    r"marknad|firande|vandring|\bsamling|startar|lopp(?:et)?\b|parad|demonstration|manifestation|konsert|festival|invigning"
    r"|leverans|postadress|öppettid|\böppet\b|kommunhus|resecentrum|medborgarkontor|polisstation"
    r"|bibliotek|skolans adress|avstäng[td]|trafik|vägarbete|belysning|lamp[ao]|stolp|kamer(?:a|or)"
    r"|utställning|evenemang|möteslokal|träffpunkt|renoveras|byggs|entreprenad|skyltfönster"
)
"""What is anybody's business at an address."""
_HOUSEHOLD = Pattern(
    r"\bbor\b|boende|\blgh\b|hembesök|hemma|granne|hyresgäst|familj|\bh[ao]n\b|hans\b|hennes"
    r"|mannen|kvinna|pojk|flick|kill|tjej|barn|misstänk|målsäg|inbrott|skriven|föräld|mamma|pappa"
    r"|ägare|son\b|dotter|person|\bfru\b|herr|villa|\belev"
)
"""What makes it somebody's home all the same."""
_BODY = Pattern(r"kommun|region|polis|myndighet|förening|verket|förbund|bolag|\bab\b|kansli")
"""Whose a post box is where it is nobody's."""


def is_public(text: Text, start: int) -> bool:
    """Return whether anybody goes to an address, by what stands before it."""
    return _PLACE.ends(text.small, start) is not None


def is_of_body(small: str) -> bool:
    """Return whether a sentence is about a body, which has a post box."""
    return _BODY.search(small) is not None


def is_about_event(small: str) -> bool:
    """Return whether a sentence is about what is anybody's business."""
    return _EVENT.search(small) is not None


@lru_cache(maxsize=1)
def is_about_home(small: str) -> bool:
    """Return whether a text is about where somebody lives, or about a person."""
    return _HOUSEHOLD.search(small) is not None


_ITEM = r"[A-ZÅÄÖ][\w-]*+\ \d{1,3}(?:\ (?!och\b)[a-zåäö.]+)?"
_LIST = Pattern(rf"(?=[A-ZÅÄÖ])(?<![\w-]){_ITEM}(?:(?:[,;]|\ och)\ {_ITEM}){{2,}}", spaced=True)
_NAME = Pattern(r"[A-ZÅÄÖ][\w-]*")
_THINGS = Pattern(r"\d (?:st|ggr|gånger|inbrott|klotter|fall|[a-zåäö]+(?:ar|er|or))\b")
_FEWEST_DIGITS = 3


def is_listed(text: Text, at: int) -> bool:
    """Return whether a place stands in such a list."""
    return any(start <= at < end for start, end in counted_places(text))


@lru_cache(maxsize=1)
def counted_places(text: Text) -> list[tuple[int, int]]:
    """Return where three places or more stand with a number each, and not all are streets."""
    if text.digits < _FEWEST_DIGITS:
        return []
    return [found.span() for found in _LIST.finditer(text.text) if not _are_streets(found[0])]


def _are_streets(listed: str) -> bool:
    names = (name.lower() for name in _NAME.findall(listed))
    return all(name.endswith(IN_HASTE) for name in names) and not _THINGS.search(listed)
