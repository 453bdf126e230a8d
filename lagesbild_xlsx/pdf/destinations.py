"""Which page of a PDF each bookmark of its document came to stand on.

LibreOffice is asked to keep bookmarks as named destinations (ISO 32000-1, 12.3.2.3). Word is not,
and a PDF that it has drawn has none.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Name


@dataclass(frozen=True)
class Destinations:
    """Where the bookmarks of a document are in its PDF.

    Attributes:
        total: how many pages there are.
        by_destination: the page of each destination, counted from 0.
    """

    total: int
    by_destination: Mapping[str, int]

    def of(self, bookmark: str) -> int | None:
        """Return the page of a bookmark; None where that is not known."""
        return self.by_destination.get(destination_of(bookmark))


def destinations_in(pdf: bytes) -> Destinations:
    """Return how many pages a PDF has, and on which of them each destination is."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        index = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        places = opened.Root.get(Name.Dests, pikepdf.Dictionary())
        found = {name[1:]: index.get(places[name][0].objgen) for name in places.keys()}  # noqa: SIM118
        return Destinations(
            len(index), {name: page for name, page in found.items() if page is not None}
        )


def destination_of(bookmark: str) -> str:
    """Return the name that LibreOffice gives to the destination of a bookmark.

    Other characters than Latin letters and figures become the hexadecimal figures of their UTF-16.
    """
    return "".join(map(_spelt, bookmark))


def _spelt(sign: str) -> str:
    if sign == "-" or (sign.isascii() and sign.isalnum()):
        return sign
    return sign.encode("utf-16-be").hex().upper().removeprefix("00")
