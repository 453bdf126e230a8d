"""The texts of a paragraph, with their formats, and what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import Run, shift_of
from lagesbild_xlsx.symbols import symbol, unicode_text
from lagesbild_xlsx.word.reading.equations import equation_text
from lagesbild_xlsx.word.reading.preparing import REMOVED
from lagesbild_xlsx.word.xml import is_on, val, w

MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
NOT_BREAKS = frozenset(("page", "column"))
PROPERTIES = frozenset(("pPr", "rPr", "sdtPr", "sdtEndPr"))
BESIDE = frozenset(
    ("footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object")
)
"""What leads to something that stands beside the text."""

TICKED, UNTICKED = "☒", "☐"


@dataclass
class RunReader:
    """Reads paragraphs, one by one, and gathers what stands beside the text.

    Attributes:
        links: the addresses that the part links to, by relationship id.
        hidden_styles: the styles whose text is hidden.
        beside: the elements met that lead to something beside the text, in order.
        hidden: the hidden texts met, in order.
    """

    links: Mapping[str, str]
    hidden_styles: Collection[str] = frozenset()
    beside: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def read(self, paragraph: etree._Element) -> list[Run]:
        """Return the runs of a paragraph, or of a control within one."""
        runs: list[Run] = []
        choice, begun = "", 0
        for element, link in self._elements(paragraph):
            if isinstance(element, Run):
                runs.append(element)
                continue
            runs += self._run(element, link)
            for mark in element.iterfind(w("fldChar")):
                kind = mark.get(w("fldCharType"))
                if kind == "begin" and (chosen := choice_of(mark)):
                    choice, begun = chosen, len(runs)
                elif kind == "end" and choice:
                    runs += [Run(choice)] if len(runs) == begun else []
                    choice = ""
        return runs

    def _elements(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element | Run, str]]:
        """Yield the runs of a paragraph with the addresses that they lead to."""
        pending = [(iter(paragraph), "")]
        while pending:
            children, link = pending[-1]
            child = next(children, None)
            name = "" if child is None else local(child)
            if child is None:
                pending.pop()
            elif name == "r":
                yield child, link
            elif name in ("oMath", "oMathPara"):
                yield Run(equation_text(child)), ""
            elif name == "hyperlink":
                number = child.get(f"{{{OFFICE_RELATIONSHIPS}}}id", "")
                pending.append((iter(child), self.links.get(number, "")))
            elif name not in REMOVED and name not in PROPERTIES:
                pending.append((iter(child), link))

    def _run(self, element: etree._Element, link: str) -> Iterator[Run]:
        if not len(element):
            return
        properties = element.find(w("rPr"))
        font = _font(properties)
        said = [unicode_text(_letters(child), font) for child in element]
        text = normalize("NFC", "".join(said))
        self.beside += (child for child in element if local(child) in BESIDE)
        if not text:
            return
        if self._is_hidden(properties):
            self.hidden.append(text)
            return
        shift = val(None if properties is None else properties.find(w("vertAlign")))
        yield Run(
            text,
            bold=is_on(properties, "b"),
            italic=is_on(properties, "i"),
            link=link,
            struck=is_on(properties, "strike") or is_on(properties, "dstrike"),
            shift=shift_of(shift),
        )

    def _is_hidden(self, properties: etree._Element | None) -> bool:
        if properties is None:
            return False
        if properties.find(w("vanish")) is not None:
            return is_on(properties, "vanish")
        return val(properties.find(w("rStyle"))) in self.hidden_styles


def _letters(element: etree._Element) -> str:
    """Return what a child of a run says."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "sym":
        number = element.get(w("char"), "")
        is_number = number and set(number) <= set("0123456789abcdefABCDEF")
        return symbol(int(number[-4:], 16), element.get(w("font"), "")) if is_number else ""
    if name == "br":
        return "" if element.get(w("type")) in NOT_BREAKS else "\n"
    if name == "ruby":
        base, above = (_said(element, part) for part in ("rubyBase", "rt"))
        return f"{base} ({above})" if above else base
    return MARKS.get(name, "")


def _said(ruby: etree._Element, part: str) -> str:
    return "".join(_letters(each) for run in ruby.iterfind(f"{w(part)}/{w('r')}") for each in run)


def _font(properties: etree._Element | None) -> str:
    fonts = None if properties is None else properties.find(w("rFonts"))
    return "" if fonts is None else fonts.get(w("ascii"), "") or fonts.get(w("hAnsi"), "")


def choice_of(mark: etree._Element) -> str:
    """Return what a form field of the old kind shows: its choice, or its box (17.16)."""
    data = mark.find(w("ffData"))
    if data is None:
        return ""
    box, choices = data.find(w("checkBox")), data.find(w("ddList"))
    if box is not None:
        stated = "checked" if box.find(w("checked")) is not None else "default"
        return TICKED if is_on(box, stated) else UNTICKED
    if choices is None:
        return ""
    entries = [val(each) for each in choices.iterfind(w("listEntry"))]
    number = val(choices.find(w("result"))) or val(choices.find(w("default"))) or "0"
    at = int(number[:4]) if number.isdecimal() else 0
    return entries[at].strip() if at < len(entries) else ""
