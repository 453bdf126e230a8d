"""The controls of appendices: how a tag names one, where they stand, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from lagesbild_xlsx.model import SHEET_NAMES, Lagesbild, Term
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.elements import content_of, outermost_controls, shown_in, tag_of
from lagesbild_xlsx.word.marks import APPENDICES
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.tag_grammar import CONDITION, is_tag, name_in
from lagesbild_xlsx.word.template_sheets import APPENDIX
from lagesbild_xlsx.word.xml import plain_text, typed_text, val, w

ONE = re.compile(rf"{APPENDIX}\s+(?P<name>.+)", re.IGNORECASE)
"""How one appendix is named in a template."""


def is_appendix(tag: str) -> bool:
    """Return whether a tag names one appendix."""
    return ONE.fullmatch(name_in(tag).strip()) is not None


def words_for(tag: str) -> str:
    """Return what is called what a tag names: an appendix by its name, all else by the tag."""
    found = ONE.fullmatch(name_in(tag).strip())
    return f"bilagan {found['name']}" if found else tag


def said_in(content: etree._Element, tag: str = f"lb:{APPENDIX} x") -> str:
    """Return what a control holds; of an appendix without its captions' numbers, and blank ends."""
    return typed_text(content).strip("\n") if is_appendix(tag) else plain_text(content)


# ------------------------------------------------------------------ in a template


def placed_in(roots: Iterable[etree._Element]) -> set[str]:
    """Return the folded names of the appendices that have a place of their own in a template."""
    names = (_name_of(control) for root in roots for control in root.iter(w("sdt")))
    return {normalised(found["name"]) for name in names if (found := ONE.fullmatch(name))}


def make_places(body: etree._Element, lagesbild: Lagesbild, styles: Styles) -> None:
    """Let controls of appendices hold whole paragraphs, and make one where none has a place.

    It stands before the glossary with its heading; last of all where there is no glossary.

    Args:
        body: the body of a template.
        lagesbild: what it is filled with.
        styles: its styles.
    """
    controls = list(_controls(body))
    for control in controls:
        _lift(control)
    others = any(normalised(_name_of(each)) == normalised(APPENDICES) for each in controls)
    left = {normalised(appendix.name) for appendix in lagesbild.appendices} - placed_in([body])
    if others or not left:
        return
    made = _control()
    glossary = _glossary(body)
    if glossary is not None:
        _first_with_heading(glossary, styles).addprevious(made)
        return
    last = body.find(w("sectPr"))
    if last is None:
        body.append(made)
    else:
        last.addprevious(made)


def stands_alone(control: etree._Element) -> bool:
    """Return whether a control stands where appendices can: among the blocks of the body."""
    holder = control.getparent()
    while holder is not None and local(holder) in ("sdt", "sdtContent"):
        holder = holder.getparent()
    return holder is not None and local(holder) == "body"


def _name_of(control: etree._Element) -> str:
    tag = tag_of(control)
    return " ".join(name_in(tag).split()) if is_tag(tag) else ""


def _controls(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the controls that place appendices."""
    for control in body.iter(w("sdt")):
        name = _name_of(control)
        if normalised(name) == normalised(APPENDICES) or ONE.fullmatch(name):
            yield control


def _lift(control: etree._Element) -> None:
    """Put a control that has a line to itself around that line."""
    line = control.getparent()
    if line is None or local(line) != "p" or shown_in(line) != shown_in(control):
        return
    line.addprevious(control)
    content = content_of(control)
    held = list(content)
    line.extend(held)
    content.append(line)


def _control() -> etree._Element:
    control = etree.Element(w("sdt"))
    properties = etree.SubElement(control, w("sdtPr"))
    etree.SubElement(properties, w("tag")).set(w("val"), f"lb:{APPENDICES}")
    etree.SubElement(etree.SubElement(control, w("sdtContent")), w("p"))
    return control


def _glossary(body: etree._Element) -> etree._Element | None:
    """Return the block of the body that holds the first control of the glossary."""
    wanted = normalised(SHEET_NAMES[Term])
    for control in outermost_controls(body):
        name = _name_of(control)
        condition = CONDITION.fullmatch(name)
        if normalised(condition["name"] if condition else name) == wanted:
            around = [control, *control.iterancestors()]
            return around[around.index(body) - 1]
    return None


def _first_with_heading(block: etree._Element, styles: Styles) -> etree._Element:
    """Return a block, or the heading that stands right above it."""
    above = block.getprevious()
    if above is not None and local(above) == "p":
        style = val(above.find(f"{w('pPr')}/{w('pStyle')}"))
        if style in styles.headings:
            return above
    return block
