"""The lines of a table of contents, which says the headings once more."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.xml import val, w

STYLE = re.compile(r"toc (\d|heading)|table of figures")
GALLERY = "Table of Contents"


def contents_of(root: etree._Element, styles: etree._Element) -> frozenset[etree._Element]:
    """Return the paragraphs of the tables of contents below an element."""
    named = {
        style.get(w("styleId"), "")
        for style in styles.iterfind(w("style"))
        if STYLE.fullmatch(val(style.find(w("name"))).casefold())
    }
    found = {
        paragraph
        for style in root.iter(w("pStyle"))
        if val(style) in named
        for paragraph in style.iterancestors(w("p"))
    }
    for control in root.iter(w("sdt")):
        if val(control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")) == GALLERY:
            found.update(control.iter(w("p")))
    return frozenset(found | _in_fields(root))


def _in_fields(root: etree._Element) -> set[etree._Element]:
    """Return the paragraphs that stand in a field for a table of contents (17.16.5.68)."""
    found: set[etree._Element] = set()
    fields: list[str] = []
    if not any("TOC" in (code.text or "") for code in root.iter(w("instrText"))):
        return found
    for element in root.iter(w("p"), w("fldChar"), w("instrText")):
        name = local(element)
        if name == "instrText":
            if fields:
                fields[-1] += element.text or ""
            if any(field.split()[:1] == ["TOC"] for field in fields):
                found.update(element.iterancestors(w("p")))
        elif name == "p":
            if any(field.split()[:1] == ["TOC"] for field in fields):
                found.add(element)
        elif element.get(w("fldCharType")) == "begin":
            fields.append("")
        elif element.get(w("fldCharType")) == "end" and fields:
            fields.pop()
    return found
