"""What is anybody's: places where all go, what happens in a street, and a body's post box."""

from __future__ import annotations

from functools import lru_cache

from lagesbild_xlsx.privacy.patterns import Pattern
from lagesbild_xlsx.privacy.plain import Text

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
