"""What a part holds in several forms, for programs of different ages (ECMA-376 part 3, 9.3)."""

from __future__ import annotations

from lxml import etree

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"

UNDERSTOOD = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/",
    "urn:schemas-microsoft-com:",
)
"""How the namespaces begin that today's Office understands; what others add, it does not show."""


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return the form that is shown: the first choice that is understood, or the fallback.

    Of a part that is still being read it is enough to have what stands before.
    """
    forms = alternatives.iterchildren(CHOICE, FALLBACK)
    return next((form for form in forms if form.tag == FALLBACK or _is_understood(form)), None)


def resolve_alternatives(root: etree._Element) -> etree._Element:
    """Put what is shown in the place of all alternatives in an element, and return that."""
    for alternatives in list(root.iter(ALTERNATIVES)):
        shown = chosen(alternatives)
        for child in () if shown is None else list(shown):
            alternatives.addprevious(child)
        parent = alternatives.getparent()
        if parent is not None:
            parent.remove(alternatives)
    return root


def is_shown(element: etree._Element) -> bool:
    """Return whether an element stands in no form that is not chosen."""
    forms = element.iterancestors(CHOICE, FALLBACK)
    return all((around := form.getparent()) is None or chosen(around) is form for form in forms)


def _is_understood(choice: etree._Element) -> bool:
    namespaces = (choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split())
    return all(namespace.startswith(UNDERSTOOD) for namespace in namespaces)
