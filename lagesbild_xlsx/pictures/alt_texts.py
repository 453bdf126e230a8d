"""What a picture shows in words: what somebody wrote, and not what a program put there."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.pictures.grid import TRUE
from lagesbild_xlsx.places import normalised

FILE_NAME = re.compile(
    r"\S*[^.\s]\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|emf|wmf|svg|heic|pdf|xlsx?)"
    r"|(?:[a-z]:|\\|/|file:|https?:).*[\\/].*"
    r"|(?:img|dsc[nf]?|image|pxl|skärmbild|skärmavbild|screenshot)[\s_-]*\d[\d\s_.:t-]*"
    r"|\S*[\d_]\S*"
    r"|[^\n]+\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|emf|wmf|svg|heic)",
    re.IGNORECASE,
)
"""The name of a file, or where it lies: what Excel and other programs put there."""

NUMBERED = re.compile(
    r"(?:bild|bildobjekt|bildruta|picture|image|grafik|graphic|graphics|diagram|chart|objekt|object"
    r"|figur|shape|rektangel|platshållare för bild|content placeholder|innehållsplatshållare"
    r"|imagen|graphique|afbeelding|immagine|obraz|kuva|billede|bilde|skärmurklipp|screen clipping)"
    r"[\s_-]*\d*",
    re.IGNORECASE,
)
"""What a picture is called before somebody says what it shows, or no more than that it is one."""

MADE_BY_PROGRAM = (
    "automatiskt genererad",
    "automatically generated",
    "ai-genererat",
    "ai-generated",
    "genererats automatiskt",
    "automatisk generert",
    "automatisch generiert",
)
"""Words by which Office says that a machine has guessed what a picture shows."""

FEWEST_LETTERS = 3


def is_written(text: str) -> bool:
    """Return whether a text says what a picture shows, and was written by somebody."""
    said = " ".join(text.split())
    is_made = any(words in said.casefold() for words in MADE_BY_PROGRAM)
    is_name = FILE_NAME.fullmatch(said) or NUMBERED.fullmatch(normalised(said))
    letters = sum(letter.isalpha() for letter in said)
    return letters >= FEWEST_LETTERS and not is_made and not is_name


def alt_text(properties: etree._Element | None) -> str:
    """Return what the properties of a drawing (``xdr:cNvPr``) say that it shows, if anything."""
    said = () if properties is None else (properties.get("descr", ""), properties.get("title", ""))
    return next((" ".join(text.split()) for text in said if is_written(text)), "")


def is_decorative(properties: etree._Element | None) -> bool:
    """Return whether a drawing is marked as decorative ([MS-ODRAWXML] 2.26.1.1)."""
    marks = () if properties is None else properties.iter("{*}decorative")
    return any(mark.get("val", "1") in TRUE for mark in marks)
