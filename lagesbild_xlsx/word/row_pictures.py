"""The pictures of rows in a template: which sheets it shows them of, and how large they may be."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.appendices.sections import page_at
from lagesbild_xlsx.word.columns import sheet_of_repeat
from lagesbild_xlsx.word.elements import CONDITION, OURS, content_of, is_ours, tag_of
from lagesbild_xlsx.word.illustrations import Room
from lagesbild_xlsx.word.names import PICTURE
from lagesbild_xlsx.word.stories import TEMPLATE, story_roots
from lagesbild_xlsx.word.xml import local, w

EMU_PER_TWIP = 635
CELL_MARGINS = 216
"""What a cell has beside its text, on both sides, in twips, where it does not say."""

TALLEST = 0.85
"""How much of a page's height a picture may take: its heading stands on the same page."""


def sheets_with_pictures(template: Path) -> set[str]:
    """Return the folded names of the sheets whose rows a template shows the pictures of.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        controls = (each for root in story_roots(package).values() for each in root.iter(w("sdt")))
        asked = [control for control in controls if _asks_for_pictures(control)]
        return {sheet for control in asked for sheet in _sheets_around(control)}


def _asks_for_pictures(control: etree._Element) -> bool:
    """Return whether a control holds the pictures of a row, or what stands where there are any."""
    if not is_ours(control):
        return False
    name = OURS.sub("", tag_of(control), count=1)
    condition = CONDITION.fullmatch(name)
    said = (condition["name"] if condition else name).rpartition(".")[2]
    return normalised(said.split()[-1] if said.split() else "") == normalised(PICTURE)


def _sheets_around(control: etree._Element) -> set[str]:
    """Return the folded names of the sheets whose rows are repeated around a control."""
    tags = (tag_of(around) for around in control.iterancestors(w("sdt")) if is_ours(around))
    return {sheet_of_repeat(tag) for tag in tags}


def room_at(control: etree._Element) -> Room:
    """Return how large a picture may be that a control holds: as wide as its cell, or the text."""
    page = page_at(control)
    width = page.width
    cell = next(control.iterancestors(w("tc")), next(content_of(control).iter(w("tc")), None))
    row = None if cell is None else next(cell.iterancestors(w("tr")), None)
    if cell is not None and row is not None:
        said = cell.find(f"{w('tcPr')}/{w('tcW')}")
        stored = "" if said is None or said.get(w("type")) != "dxa" else said.get(w("w"), "")
        share = width // max(sum(local(each) == "tc" for each in row.iter()), 1)
        width = min(int(stored) if stored.isdecimal() else share, width) - CELL_MARGINS
    height = round(page.height * TALLEST)
    return Room(max(width, CELL_MARGINS) * EMU_PER_TWIP, max(height, CELL_MARGINS) * EMU_PER_TWIP)
