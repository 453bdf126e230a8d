"""Word's own kinds of content controls that are more than a place for text.

A repeating section and its items are Word's of 2012, a check box that of 2010 ([MS-DOCX] 2.5.1.10,
2.5.1.11 and 2.6.1.1). All others (plain and rich text, lists, dates) hold what they show.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.columns import said_yes_or_no
from lagesbild_xlsx.word.elements import W14, content_of, remove, unwrap
from lagesbild_xlsx.word.xml import NS, inner_string, text_element, w, without_unwritable

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
SYMBOL_FONTS = ("wingdings", "webdings", "symbol")
"""How the names begin of fonts whose letters are others than Unicode has (``w:sym``, 17.3.3.30)."""

FIRST_SYMBOL = 0xF000
"""What the number of a letter of a symbol font is added to."""

HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,4}")


def _is_of_kind(control: etree._Element, kind: str) -> bool:
    return control.find(f"{w('sdtPr')}/{kind}") is not None


def unfold_items(section: etree._Element, *, repeats: bool) -> None:
    """Let a repeating section of ours hold what its items do; that of the first, if it repeats.

    The others were added in the template to see what more rows look like.
    """
    if not _is_of_kind(section, f"{W15}repeatingSection"):
        return
    content = content_of(section)
    items = [each for each in content if _is_of_kind(each, f"{W15}repeatingSectionItem")]
    for item in items[1:] if repeats else ():
        remove(item)
    for item in items[:1] if repeats else items:
        unwrap(item)


class Sign(NamedTuple):
    """A sign that says yes or no.

    Attributes:
        shown: what a run with it is read as.
        xml: the element that shows it.
        fonts: the run property that gives it its font; nothing where it has none.
    """

    shown: str
    xml: str
    fonts: str


class CheckBox(NamedTuple):
    """What a check box shows where it is checked and where it is not."""

    checked: Sign
    unchecked: Sign

    def sign(self, text: str) -> Sign | None:
        """Return what a text is shown as; None where it says neither yes nor no."""
        says = said_yes_or_no(text)
        return None if says is None else self.checked if says else self.unchecked


def check_box(control: etree._Element) -> CheckBox | None:
    """Return what a control shows that is a check box; None for any other."""
    box = control.find(f"{w('sdtPr')}/{W14}checkbox")
    if box is None:
        return None
    return CheckBox(_sign(box, "checkedState", "☒"), _sign(box, "uncheckedState", "☐"))


def _sign(box: etree._Element, state: str, usual: str) -> Sign:
    """Return a sign of a check box: Word's usual one, where the template does not say another."""
    element = box.find(f"{W14}{state}")
    code = "" if element is None else element.get(f"{W14}val", "")
    number = int(code, 16) if HEXADECIMAL.fullmatch(code) else ord(usual)
    font = "" if element is None else element.get(f"{W14}font", "")
    if font.lower().startswith(SYMBOL_FONTS):
        return _symbol(number | FIRST_SYMBOL, font)
    fonts = etree.Element(w("rFonts"), nsmap=NS)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(w(name), font)
    letter = without_unwritable(chr(number)) or usual
    return Sign(letter, text_element(letter), inner_string(fonts) if font else "")


def _symbol(number: int, font: str) -> Sign:
    symbol = etree.Element(w("sym"), nsmap=NS)
    symbol.set(w("font"), font)
    symbol.set(w("char"), f"{number:04X}")
    return Sign(chr(number), inner_string(symbol), "")
