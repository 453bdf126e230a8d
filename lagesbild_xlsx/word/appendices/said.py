"""What an appendix says, as the record has it."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.word.elements import OURS
from lagesbild_xlsx.word.template_sheets import APPENDIX
from lagesbild_xlsx.word.xml import plain_text, typed_text

ONE = re.compile(rf"{APPENDIX}\s+(?P<name>.+)", re.IGNORECASE)
"""How one appendix is named in a template."""


def is_appendix(tag: str) -> bool:
    """Return whether a tag names one appendix."""
    return ONE.fullmatch(OURS.sub("", tag, count=1).strip()) is not None


def words_for(tag: str) -> str:
    """Return what is called what a tag names: an appendix by its name, all else by the tag."""
    found = ONE.fullmatch(OURS.sub("", tag, count=1).strip())
    return f"bilagan {found['name']}" if found else tag


def said_in(content: etree._Element, tag: str = f"lb:{APPENDIX} x") -> str:
    """Return what a control holds; of an appendix without its captions' numbers, and blank ends."""
    return typed_text(content).strip("\n") if is_appendix(tag) else plain_text(content)
