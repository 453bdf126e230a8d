"""How a template's headings, captions and tables look, for what it has no place for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.model import SHEET_NAMES, Activity
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.elements import tag_of
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.tag_grammar import is_tag, name_in
from lagesbild_xlsx.word.xml import (
    NS,
    PARAGRAPH_PROPERTIES,
    W,
    inner_string,
    is_on,
    style_of,
    w,
)

CAPTION = "caption"
BODY_TEXT = "body text"
TABLE_STYLE = ("tblStyle", "tblBorders", "tblCellMar")
"""What a table takes over from another."""

PLAIN: Mapping[str, str] = MappingProxyType({})
BOLD: Mapping[str, str] = MappingProxyType({"b": "<w:b/>", "bCs": "<w:bCs/>"})
CELL_LOOK = ("tcBorders", "shd", "tcMar", "vAlign")

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NO_TABLE = {"tblBorders": f"<w:tblBorders>{BORDERS}</w:tblBorders>"}
"""How a table looks where the template has none."""


class ParagraphLook(NamedTuple):
    """The properties of a paragraph, and those of its runs by their names."""

    properties: etree._Element
    run: Mapping[str, str] = MappingProxyType({})

    def xml(self, **more: str) -> str:
        """Return the ``w:pPr``, with more properties: each by its name, as an element."""
        return _properties(self.properties, more)


class CellLook(NamedTuple):
    """What a cell's properties are beside its width, and how its paragraph looks."""

    properties: str
    paragraph: ParagraphLook


class Looks(NamedTuple):
    """What the appendices take over from a template.

    Attributes:
        heading: that of its sections' headings.
        text: that of its text.
        caption: that of captions.
        table: the style, the borders and the margins of tables, by their names in ``w:tblPr``.
        header: that of a cell in a table's first row.
        cell: that of any other.
    """

    heading: ParagraphLook
    text: ParagraphLook
    caption: ParagraphLook
    table: Mapping[str, str]
    header: CellLook
    cell: CellLook


def looks_of(body: etree._Element, styles: Styles) -> Looks:
    """Return how a template looks, given its body, whose first rows have their fills."""
    table = _model_table(body)
    return Looks(
        _heading(body, styles),
        ParagraphLook(_style(_text_style(body, styles))),
        ParagraphLook(_style(styles.id_of("paragraph", CAPTION) or "")),
        NO_TABLE if table is None else _table_properties(table),
        _cell_look(None if table is None else _first_row(table), bold=True),
        _cell_look(None if table is None else _repeated_row(table)),
    )


# ------------------------------------------------------------------ paragraphs


def _heading(body: etree._Element, styles: Styles) -> ParagraphLook:
    """Return the look of the headings of sections: the highest that the template uses."""
    known = ParagraphStyles(styles.root)
    used = {
        number: level
        for paragraph in body.iter(w("p"))
        if (number := style_of(paragraph)) and (level := known.style(number).heading)
    }
    number = min(used, key=used.__getitem__, default="")
    number = number or styles.id_of("paragraph", "heading 1") or ""
    if number:
        return ParagraphLook(_style(number))
    properties = _style("")
    for name, value in (("keepNext", "1"), ("outlineLvl", "0")):
        etree.SubElement(properties, w(name)).set(w("val"), value)
    return ParagraphLook(properties, BOLD)


def _text_style(body: etree._Element, styles: Styles) -> str:
    """Return the id of the style of body text, if the template uses it."""
    number = styles.id_of("paragraph", BODY_TEXT) or ""
    is_used = any(style_of(paragraph) == number for paragraph in body.iter(w("p")))
    return number if is_used else ""


def _style(number: str) -> etree._Element:
    """Return the properties of a paragraph that has a style and nothing else."""
    properties = etree.Element(w("pPr"), nsmap=NS)
    if number:
        etree.SubElement(properties, w("pStyle")).set(w("val"), number)
    return properties


def _properties(properties: etree._Element, more: dict[str, str]) -> str:
    children = {local(each): inner_string(each) for each in properties} | more
    ordered = (xml for name in PARAGRAPH_PROPERTIES if (xml := children.get(name)))
    inner = "".join(ordered)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


# ------------------------------------------------------------------ tables


def _model_table(body: etree._Element) -> etree._Element | None:
    """Return the table of the balance list, or else one whose rows repeat."""
    wanted = normalised(SHEET_NAMES[Activity])
    found = list(_repeating_tables(body))
    of_activities = (table for table, name in found if normalised(name).startswith(wanted))
    return next(of_activities, next((table for table, _ in found), None))


def _repeating_tables(body: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the tables in which a control of ours holds rows, with what that names."""
    for table in body.iter(w("tbl")):
        for control in table.iterchildren(w("sdt")):
            tag = tag_of(control)
            if is_tag(tag) and _first_row(table) is not None:
                yield table, name_in(tag)


def _table_properties(table: etree._Element) -> dict[str, str]:
    properties = table.find(w("tblPr"))
    held = () if properties is None else properties
    return {local(each): inner_string(each) for each in held if local(each) in TABLE_STYLE}


def _first_row(table: etree._Element) -> etree._Element | None:
    """Return the header row of a table; None where it has none."""
    row = table.find(w("tr"))
    return row if row is not None and is_on(row.find(w("trPr")), "tblHeader") else None


def _repeated_row(table: etree._Element) -> etree._Element | None:
    control = table.find(w("sdt"))
    return None if control is None else next(control.iter(w("tr")), None)


def _cell_look(row: etree._Element | None, *, bold: bool = False) -> CellLook:
    """Return the look of the first cell of a row."""
    cell = None if row is None else next(row.iter(w("tc")), None)
    if cell is None:
        return CellLook("", ParagraphLook(_style(""), BOLD if bold else PLAIN))
    properties = cell.find(w("tcPr"))
    held = () if properties is None else properties
    look = "".join(inner_string(each) for each in held if local(each) in CELL_LOOK)
    paragraph = next(cell.iter(w("p")))
    return CellLook(look, ParagraphLook(_own_properties(paragraph), _run_properties(paragraph)))


def _own_properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(w("pPr"))
    return _style("") if properties is None else deepcopy(properties)


def _run_properties(paragraph: etree._Element) -> Mapping[str, str]:
    """Return the properties of the first run of a paragraph, but not of a placeholder."""
    control = next(paragraph.iter(w("sdtPr")), None)
    run = next(paragraph.iter(w("r")), None)
    found = run if control is None else control
    properties = None if found is None else found.find(w("rPr"))
    return {} if properties is None else {local(e): inner_string(e) for e in properties}


def add_caption_style(styles: Styles) -> bool:
    """Add Word's own style of captions where there is none, and return whether it is new."""
    if styles.id_of("paragraph", CAPTION) is not None:
        return False
    taken = {style.get(w("styleId")) for style in styles.root.iterfind(w("style"))}
    free = (f"Beskrivning{number or ''}" for number in range(len(taken) + 1))
    number = next(each for each in free if each not in taken)
    style = etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{number}">'
        f'<w:name w:val="{CAPTION}"/><w:uiPriority w:val="35"/><w:unhideWhenUsed/>'
        '<w:qFormat/><w:pPr><w:keepLines/><w:spacing w:before="120" w:after="80"/></w:pPr>'
        "<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
    )
    styles.add([style])
    return True
