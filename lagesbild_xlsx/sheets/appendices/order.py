"""What a sheet shows, in the order in which one reads it: pictures and charts among the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from lagesbild_xlsx.model.appendices import (
    ROWS_BELOW,
    AppendixPicture,
    AppendixText,
    Block,
    without_label,
)
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.sheets.appendices.regions import Region
from lagesbild_xlsx.sheets.appendices.tables import NOTE

Said: TypeAlias = tuple[Region, list[Block]]

COLUMNS_BESIDE = 4
"""How far from the left edge of a picture its caption may stand."""


def in_order(regions: Sequence[Said], illustrations: Iterable[Illustration]) -> list[Block]:
    """Return the blocks of a sheet's regions with its pictures and charts between them.

    A text that stands alone below a picture is its caption.
    """
    waiting = list(regions)
    pictured = [AppendixPicture(each, _take_caption(waiting, each)) for each in illustrations]
    placed = [(_after(waiting, each.illustration), each) for each in pictured]
    blocks: list[Block] = [each for at, each in placed if not at]
    for number, (_, held) in enumerate(waiting, 1):
        blocks += held
        blocks += (each for at, each in placed if at == number)
    return blocks


def _take_caption(waiting: list[Said], illustration: Illustration) -> str:
    """Take the text that stands right below a picture from the regions; nothing if none does."""
    found = next((said for said in waiting if _is_caption(said, illustration)), None)
    if found is None:
        return ""
    waiting.remove(found)
    return without_label("".join(each.text for each in found[1] if isinstance(each, AppendixText)))


def _is_caption(said: Said, illustration: Illustration) -> bool:
    """Return whether a region is a text right below a picture."""
    region, blocks = said
    if len(blocks) != 1 or not isinstance(blocks[0], AppendixText) or NOTE.match(blocks[0].text):
        return False
    left = illustration.place.column or 1
    below = region.rows[0] - illustration.bottom_row
    is_under = left <= region.columns[0] < left + COLUMNS_BESIDE
    return is_under and 0 < below <= ROWS_BELOW and len(region.rows) == 1


def _after(regions: Sequence[Said], illustration: Illustration) -> int:
    """Return how many regions stand before a picture: above it, or to the left of it."""
    last = 0
    for number, (region, _) in enumerate(regions, 1):
        top, bottom = region.rows[0], region.rows[-1]
        is_beside = top <= illustration.bottom_row and bottom >= illustration.row
        is_left = region.columns[0] < (illustration.place.column or 1)
        if bottom < illustration.row or (is_beside and is_left):
            last = number
    return last
