"""Equations on one line, as they are typed: a/b, x^2, √(x) (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc.xml import local

BETWEEN = {"f": "/", "sSup": "^", "sSub": "_", "sSubSup": "_", "limLow": "_", "limUpp": "^"}
"""What is put between the two parts of a fraction, a power, an index."""

BEFORE = {"rad": "√"}


def equation_text(element: etree._Element) -> str:
    """Return what an equation says, on one line."""
    name = local(element)
    if name == "t":
        return str(element.text or "")
    if name.endswith("Pr"):
        return _sign(element)
    parts = [said for child in element if (said := equation_text(child))]
    if name in BETWEEN or name in BEFORE:
        parts = [part if len(part) == 1 or part.isalnum() else f"({part})" for part in parts]
    return BEFORE.get(name, "") + BETWEEN.get(name, "").join(parts)


def _sign(properties: etree._Element) -> str:
    """Return the sign of a sum or an integral, which stands in its properties."""
    sign = next((child for child in properties if local(child) == "chr"), None)
    if local(properties) != "naryPr":
        return ""
    return "∫" if sign is None else "".join(map(str, sign.attrib.values()))
