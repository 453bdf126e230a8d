"""What of the things drawn on a sheet does not go into the document, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.pictures.files import Fault
from lagesbild_xlsx.places import DrawingKind, Place


class Left(StrEnum):
    """What is left out."""

    ELSEWHERE = "elsewhere"
    UNCONNECTED = "unconnected"
    METAFILE = "metafile"
    FORMAT = "format"
    GROUP = "group"
    SMART_ART = "SmartArt"
    TEXT_BOX = "text box"
    SHAPE = "shape"
    SLICER = "slicer"


class LeftOut(NamedTuple):
    """Where something stands that is left out, and how many pictures it holds or is."""

    place: Place
    pictures: int


class _Words(NamedTuple):
    what: str
    reason: str
    remedy: str = (
        "Kopiera, välj Start – Klistra in – Bild, skriv en alternativtext till bilden och ta bort"
        " originalet."
    )


WORDS: Mapping[Left, _Words] = {
    Left.ELSEWHERE: _Words(
        "Bilden",
        "länkade bilder och bilder från webben finns inte i arbetsboken",
        "Spara bilden på datorn och infoga den: Infoga – Bilder – Den här enheten.",
    ),
    Left.UNCONNECTED: _Words(
        "Bilden",
        "arbetsboken säger inte vilken bildfil cellen visar",
        "Infoga bilden på nytt: Infoga – Bilder – Den här enheten.",
    ),
    Left.METAFILE: _Words(
        "Bilden", "en beskuren eller vänd EMF- eller WMF-bild går inte att beskära på riktigt"
    ),
    Left.FORMAT: _Words("Bilden", "bildens format går inte att läsa"),
    Left.GROUP: _Words("Gruppen", "det som är grupperat går inte att flytta"),
    Left.SMART_ART: _Words("SmartArt-bilden", "SmartArt går inte att flytta"),
    Left.TEXT_BOX: _Words("Textrutan", "textrutor går inte att flytta"),
    Left.SHAPE: _Words("Figuren", "lösa figurer går inte att flytta"),
    Left.SLICER: _Words(
        "Utsnittet",
        "utsnitt och tidslinjer används bara i Excel",
        "Inget behöver göras: tabellen och diagrammen kommer med som de visas.",
    ),
}

FAULTS: Mapping[Fault, tuple[str, str]] = {
    Fault.TOO_LARGE: (
        "har för många bildpunkter",
        "Markera den, välj Bildformat – Komprimera bilder, och spara arbetsboken.",
    ),
    Fault.DAMAGED: ("går inte att läsa", "Ta bort den och infoga den på nytt."),
}
"""What is wrong with a picture that stops the document, and what to do."""

LEFT_FOR: Mapping[Fault, Left] = {
    Fault.FORMAT: Left.FORMAT,
    Fault.METAFILE: Left.METAFILE,
}
"""What a picture counts as that is left out."""


def unusable(place: Place, fault: Fault) -> Finding:
    """Return that a picture stops the document."""
    what, remedy = FAULTS[fault]
    return rules.PICTURE_UNUSABLE.at(place, cell=place.cell, fault=what, remedy=remedy)


def findings_of(left: Mapping[Left, Sequence[LeftOut]]) -> Iterator[Finding]:
    """Yield what is left out of a sheet: each kind once, at the first of its places."""
    for kind, found in left.items():
        words, first, others = WORDS[kind], found[0].place, len(found) - 1
        yield rules.DRAWING_LEFT_OUT.at(
            first,
            what=words.what,
            cell=first.cell,
            more=f" och {others} till" if others else "",
            reason=words.reason,
            remedy=words.remedy,
            drawn=Counter({DrawingKind.PICTURE: sum(each.pictures for each in found)}),
        )


def words_made(charts: Mapping[Place, str]) -> Iterator[Finding]:
    """Yield once for a sheet that the words of its charts are made of their figures."""
    for place, words in list(charts.items())[:1]:
        more = f" och {len(charts) - 1} till" if len(charts) > 1 else ""
        yield rules.CHART_WORDS_MADE.at(
            place, cell=place.cell, more=more, words=words.removesuffix(".")
        )
