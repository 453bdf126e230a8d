"""What a document says of itself: its properties and variables, and the fields that show them.

Whether a document has any field whose result a merge can change is told here as well: most have
none, and then nothing of what makes results right is loaded.

Properties are those of ECMA-376 part 2, 11 (core), part 1, 22.2 (extended) and 22.3 (custom); a
field names them as Word's list of document properties does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.fields.found import FieldCode, fields_in
from lagesbild_xlsx.word.fields.numerals import KEEP_FORMAT
from lagesbild_xlsx.word.xml import val, w

PROPERTY_OF = {
    "TITLE": "title",
    "SUBJECT": "subject",
    "AUTHOR": "author",
    "KEYWORDS": "keywords",
    "COMMENTS": "comments",
    "LASTSAVEDBY": "lastsavedby",
    "TEMPLATE": "template",
}
"""The property that a kind of field shows."""

FIELD_NAMES = {
    "creator": "author",
    "description": "comments",
    "lastmodifiedby": "lastsavedby",
}
"""What a field calls a property whose element is called otherwise."""

TEXTS = frozenset(("lpwstr", "lpstr", "bstr", "i1", "i2", "i4", "i8", "int", "ui2", "ui4", "uint"))
"""The types of custom properties that are shown as they are stored."""

PAGES = frozenset(("PAGEREF", "NUMPAGES"))
"""The fields that show the numbers of pages that are drawn."""

REFERENCES = frozenset(("TOC", "REF", "SEQ", "STYLEREF", "INDEX", "NOTEREF"))
VALUES = frozenset((*PROPERTY_OF, "DOCPROPERTY", "DOCVARIABLE", "INFO"))
KINDS = PAGES | REFERENCES | VALUES
"""The fields whose results a merge can change."""

VARIABLE = "DOCVARIABLE"
Name = tuple[str, str]
"""A property or a variable: ``("", "subject")``, ``("DOCVARIABLE", "enhet")``."""


def name_of(element: etree._Element) -> Name:
    """Return what fields call a property or a variable, by the element that holds it."""
    if element.tag == w("docVar"):
        return VARIABLE, element.get(w("name"), "").casefold()
    own = element.get("name") or local(element)
    return "", FIELD_NAMES.get(own.casefold(), own.casefold())


def shown_by(code: FieldCode) -> Name | None:
    """Return what a field shows, if that is a property or a variable."""
    if code.kind == VARIABLE:
        return VARIABLE, code.argument.casefold()
    if code.kind in ("DOCPROPERTY", "INFO") and len(code.arguments) == 1:
        return "", code.argument.casefold()
    own = PROPERTY_OF.get(code.kind)
    return ("", own) if own and not code.arguments else None


def bound_to(control: etree._Element) -> Name | None:
    """Return the property that a content control shows, which Word fills in when it opens it."""
    binding = control.find(f"{w('sdtPr')}/{w('dataBinding')}")
    steps = "" if binding is None else binding.get(w("xpath"), "")
    names = [step.rpartition(":")[2].partition("[")[0] for step in steps.strip("/").split("/")]
    if len(names) != len(("properties", "property")) or names[0] not in PROPERTY_PARTS:
        return None
    own = names[1].casefold()
    return "", FIELD_NAMES.get(own, own)


def shown_in(roots: Iterable[etree._Element]) -> frozenset[Name]:
    """Return the properties and variables that fields and controls of some stories show."""
    roots = list(roots)
    codes = (shown_by(each.code) for root in roots for each in fields_in(root))
    bound = (bound_to(control) for root in roots for control in root.iter(w("sdt")))
    return frozenset(name for name in (*codes, *bound) if name is not None)


def is_needed(roots: Iterable[etree._Element]) -> bool:
    """Return whether stories hold a field, or a control that shows a property, to be made right."""
    return any(
        _has_fields(root) or root.find(f".//{w('dataBinding')}") is not None for root in roots
    )


def _has_fields(root: etree._Element) -> bool:
    kinds = {each.code.kind for each in fields_in(root)}
    return bool(kinds & (KINDS if not is_on_every_page(root) else KINDS - PAGES))


def is_on_every_page(root: etree._Element) -> bool:
    """Return whether a story is a page header or footer, whose numbers every program knows."""
    return local(root) in ("hdr", "ftr")


PROPERTY_PARTS = frozenset(("coreProperties", "Properties"))
"""The root elements of the parts with properties."""


def values_in(roots: Iterable[etree._Element]) -> dict[Name, str]:
    """Return the properties and variables that some parts hold as text."""
    return {
        name_of(element): text
        for root in roots
        for element in root.iter()
        if (text := _value(element))
    }


def _value(element: etree._Element) -> str:
    if element.tag == w("docVar"):
        return val(element)
    kinds = [local(child) for child in element]
    if element.get("name") is not None and kinds:
        return (element[0].text or "") if kinds[0] in TEXTS else ""
    return "" if kinds else element.text or ""


def written(code: FieldCode, values: Mapping[Name, str]) -> str | None:
    """Return what a field says that shows a property or a variable; None if that is not known."""
    name = shown_by(code)
    value = values.get(name, "") if name else ""
    if not value or code.switches.keys() & {"@", "#"}:
        return None
    return formatted(value, code.formats)


def formatted(text: str, formats: Iterable[str]) -> str | None:
    r"""Return a text as a field's ``\*`` switches ask; None where they are not known."""
    for form in formats:
        if form.lower() in KEEP_FORMAT:
            continue
        if form.lower() not in LETTERS:
            return None
        text = LETTERS[form.lower()](text)
    return text


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


LETTERS: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "firstcap": _capitalised,
    "caps": lambda text: " ".join(map(_capitalised, text.split(" "))),
}
