"""Texts of a workbook: shared and inline strings with their bold and italic runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lagesbild_xlsx.opc import forget
from lagesbild_xlsx.places import FormattedText, Run

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19)."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029|\x0b")


def clean(text: str) -> str:
    """Return a stored text as it is read: escapes resolved, line ends as line feeds."""
    if "_x" in text:
        text = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNPRINTABLE.sub("", LINE_ENDS.sub("\n", text))


def read_string(item: etree._Element) -> str:
    """Return the text of a string item (``si`` or ``is``), phonetic guides left out."""
    runs = [_run(child) for child in item if _local(child) in ("r", "t")]
    if any(run.bold or run.italic for run in runs):
        return FormattedText(runs)
    return "".join(run.text for run in runs)


def _run(element: etree._Element) -> Run:
    if _local(element) == "t":
        return Run(clean(element.text or ""))
    text = "".join(clean(t.text or "") for t in element.iterchildren("{*}t"))
    properties = element.find("{*}rPr")
    if properties is None:
        return Run(text)
    return Run(text, bold=_is_on(properties, "b"), italic=_is_on(properties, "i"))


def _is_on(properties: etree._Element, name: str) -> bool:
    element = properties.find(f"{{*}}{name}")
    return element is not None and element.get("val", "1") not in ("0", "false")


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def shared_strings(stream: Iterator[tuple[str, etree._Element]]) -> list[str]:
    """Return the shared strings from the parse events of their items."""
    strings = []
    for _, item in stream:
        strings.append(read_string(item))
        forget(item)
    return strings
