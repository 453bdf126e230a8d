"""Which sheets a template shows the pictures of: the rows that stand around ``lb:Bild``."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.elements import has_our_tag, tag_of
from lagesbild_xlsx.word.optional_columns import sheet_of_repeat
from lagesbild_xlsx.word.stories import TEMPLATE, story_roots
from lagesbild_xlsx.word.tag_grammar import CONDITION, name_in
from lagesbild_xlsx.word.template_sheets import PICTURE
from lagesbild_xlsx.word.xml import w


def sheets_with_pictures(template: Path) -> set[str]:
    """Return the folded names of the sheets whose rows a template shows the pictures of.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        controls = (each for root in story_roots(package).values() for each in root.iter(w("sdt")))
        asked = filter(_asks_for_pictures, controls)
        return {sheet for control in asked for sheet in _sheets_around(control)}


def _asks_for_pictures(control: etree._Element) -> bool:
    """Return whether a control holds the pictures of a row, or says the sheet before (a dot)."""
    name = name_in(tag_of(control))
    is_value = has_our_tag(control) and CONDITION.fullmatch(name) is None
    return is_value and normalised(name.rpartition(".")[2]) == normalised(PICTURE)


def _sheets_around(control: etree._Element) -> set[str]:
    """Return the folded names of the sheets whose rows are repeated around a control."""
    tags = (tag_of(around) for around in control.iterancestors(w("sdt")) if has_our_tag(around))
    return {sheet_of_repeat(tag) for tag in tags}
