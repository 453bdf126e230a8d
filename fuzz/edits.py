"""Edits of the XML in a valid package, chosen by the fuzzer.

The zip archive stays whole and most parts well-formed, so that what is fuzzed is the reading of
them and not the parsers of zip and XML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import TypeVar

from lxml import etree

ItemT = TypeVar("ItemT")
Element = etree._Element  # noqa: SLF001 - the name that lxml gives its elements' type

MOST_EDITS = 6

VALUES = (
    "", " ", "0", "1", "-1", "007", "1.5", "-0.0", "nan", "inf", "1e308", "1e-320",
    "123456789012345", "60", "2958465.99999", "1_0", "٣", "²", "9" * 5000, "A0", "XFE1048577",
    "a1", "A:A", "1:1", "$B$2:A1", "A1 B2", "A1:", "s", "str", "inlineStr", "b", "e", "d", "#REF!",
    "2021-05-20T10:00:00", "Rött", "Gult", "Aktivitet", "Ort", "Fält", "hidden", "true", "solid",
    "FFC00000", "gul", "\n\t", '=HYPERLINK("https://a.se")', "https://a.se/å b", "mailto:x@y.se",
    "_x0000_", "_xD800_", "_x000d_", "\u200b", "\ufeff", "e\u0301", "\U0001f600", "<&>]]>",
    "{0}{x}", "%s", "0.00%", "yyyy-mm-dd;@", "[h]:mm:ss.00", "#,##0.00;[Red]-#,##0.00;;@",
    "0" + "?" * 40 + "." + "0" * 40, '0,,," x"', "# ?/?", "[$-F800]", "lb:", "lb:Orter", "lb:Ort",
    "lb:Rapport", "lb:Rapport.Kommun", "lb:om Orter", "lb:Framåt[Kort sikt]", "lb:Framåt[]",
    "lb:Balanslista[Status=Rött]", "lb:Balanslista[samma Ort]", "lb:Balanslista[utan Ort]",
    "lb:Översikt.Rött", "lb:om Status", "lb:.", "lb:..x", "lb:om lb:Ort", "Title", "Rubrik",
    "Status Rött", "LStatus1", "../x.xml", "/xl/workbook.xml", "External", "rId1",
)  # fmt: skip
"""What a file of this kind can say, rightly or wrongly, in any of its attributes and texts."""


class Choices:
    """Choices made by bytes, two for each; the first of what there is when they have run out."""

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def number(self, count: int) -> int:
        """Return a number below a count."""
        return (next(self._bytes, 0) << 8 | next(self._bytes, 0)) % count

    def one_of(self, items: Sequence[ItemT]) -> ItemT:
        """Return one of some items."""
        return items[self.number(len(items))]


def edited(parts: Mapping[str, bytes], often: Sequence[str], choices: Choices) -> dict[str, bytes]:
    """Return the parts of a package with some edits in their XML, most in those edited often."""
    changed = dict(parts)
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    for _ in range(choices.number(MOST_EDITS) + 1):
        name = choices.one_of(choices.one_of((often, often, often, names)))
        root = etree.fromstring(changed[name])
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        choices.one_of(EDITS)(choices.one_of(elements), elements, choices)
        changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return changed


def _set_attribute(element: Element, elements: Sequence[Element], choices: Choices) -> None:
    names = sorted(element.attrib) or sorted(choices.one_of(elements).attrib)
    if names:
        element.set(choices.one_of(names), choices.one_of(VALUES))


def _drop_attribute(element: Element, _: Sequence[Element], choices: Choices) -> None:
    if element.attrib:
        element.attrib.pop(choices.one_of(sorted(element.attrib)))


def _swap_attributes(element: Element, elements: Sequence[Element], choices: Choices) -> None:
    other = choices.one_of(elements)
    for name in set(element.attrib) & set(other.attrib):
        element.attrib[name], other.attrib[name] = other.attrib[name], element.attrib[name]


def _set_text(element: Element, _: Sequence[Element], choices: Choices) -> None:
    element.text = choices.one_of(VALUES)


def _drop(element: Element, _: Sequence[Element], __: Choices) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element, _: Sequence[Element], __: Choices) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _copy_beside(element: Element, elements: Sequence[Element], choices: Choices) -> None:
    other = choices.one_of(elements)
    if other.getparent() is not None:
        other.addnext(deepcopy(element))


def _copy_into(element: Element, elements: Sequence[Element], choices: Choices) -> None:
    choices.one_of(elements).insert(0, deepcopy(element))


def _rename(element: Element, elements: Sequence[Element], choices: Choices) -> None:
    element.tag = choices.one_of(elements).tag


EDITS = (
    _set_attribute,
    _set_text,
    _drop_attribute,
    _swap_attributes,
    _drop,
    _unwrap,
    _copy_beside,
    _copy_into,
    _rename,
)
