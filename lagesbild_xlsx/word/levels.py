"""Styles for the words of a municipality's own scale, where a template has none for them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from lagesbild_xlsx.columns import headings_of
from lagesbild_xlsx.model import Activity, Lagesbild, Level
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import W, val, w

STATUS = headings_of(Activity)["status"]
PLAIN = (
    f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="LStatus">'
    '<w:name w:val="Status"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:bCs/><w:color w:val="auto"/></w:rPr></w:style>'
)
"""What a new style is made from, in a template that has no status's."""


def add_level_styles(styles: Styles, lagesbild: Lagesbild) -> bool:
    """Give every status of an own scale a style, in its colour, and return whether any is new.

    A new style is like one that the template has for another status, but for name and colours. A
    percentage has the style of its level. The traffic light's are the template's to have or not.
    """
    scale = lagesbild.scale
    if scale.is_standard:
        return False
    present = styles.of_values(STATUS)
    missing = [level for level in scale.levels if normalised(level.word) not in present]
    for level in missing:
        styles.add(_styles_of(styles, level))
    looks = styles.of_values(STATUS)
    for activity in lagesbild.activities:
        level_of_it = scale.level_of(activity.status)
        if level_of_it is not None:
            look = looks[normalised(level_of_it.word)]
            looks.setdefault(normalised(activity.status), look)
    return bool(missing)


def _styles_of(styles: Styles, level: Level) -> Iterator[etree._Element]:
    """Yield the paragraph style of a level, and the character style that is linked to it."""
    found = styles.named_after(STATUS)
    model = etree.fromstring(PLAIN) if found is None else found
    linked = styles.with_id(val(model.find(w("link"))))
    number = _free_id(styles)
    name = f"{STATUS} {level.word}"
    yield _coloured(model, level, number, name, f"{number}Tecken" if linked is not None else "")
    if linked is not None:
        yield _coloured(linked, level, f"{number}Tecken", f"{name} Tecken", number)


def _free_id(styles: Styles) -> str:
    taken = {style.get(w("styleId")) for style in styles.root.iterfind(w("style"))}
    numbers = (f"LStatusEgen{number}" for number in range(1, len(taken) + 2))
    return next(number for number in numbers if number not in taken)


def _coloured(
    model: etree._Element, level: Level, number: str, name: str, link: str
) -> etree._Element:
    """Return a style like another, with an id, a name, a link and the colours of a level."""
    style = deepcopy(model)
    style.set(w("styleId"), number)
    for child in style.iter():
        if local(child) in ("name", "link"):
            child.set(w("val"), name if local(child) == "name" else link)
        elif local(child) in ("shd", "color", "bdr"):
            kept = {key: each for key, each in child.attrib.items() if "theme" not in str(key)}
            child.attrib.clear()
            child.attrib.update(kept)
            is_text, is_fill = local(child) == "color", local(child) == "shd"
            named = w("val" if is_text else "fill" if is_fill else "color")
            child.set(named, level.text if is_text else level.fill)
    if not link:
        for child in style.findall(w("link")):
            style.remove(child)
    return style
