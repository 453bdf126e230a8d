"""Where a template's controls stand, in the words that one sees there, and what is said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.elements import short
from lagesbild_xlsx.word.tags import MalformedError, MeaninglessError, MisplacedError, UnknownError
from lagesbild_xlsx.word.xml import text_of, val, w


def places_in(
    root: etree._Element, headings: Collection[str]
) -> Iterator[tuple[etree._Element, str]]:
    """Yield each control with where it stands, by the texts that one sees there.

    Args:
        root: the part.
        headings: the ids of the styles of headings.
    """
    story = {"hdr": "i sidhuvudet", "ftr": "i sidfoten"}.get(local(root))
    heading, previous = "", ""
    words = cache(_words)  # of a line, which may hold thousands of controls
    for element in root.iter(w("p"), w("sdt")):
        if local(element) == "p":
            heading, previous = previous or heading, ""
            if val(element.find(f"{w('pPr')}/{w('pStyle')}")) in headings:
                previous = words(element)
            continue
        text = words(next(element.iterancestors(w("p")), element))
        under = f"under rubriken ”{short(heading)}”" if heading and not story else None
        where = f"vid texten ”{short(text)}”" if text else "utan text"
        yield element, ", ".join(part for part in (story, under, where) if part)


def _words(element: etree._Element) -> str:
    """Return the text of an element on one line."""
    return " ".join(text_of(element).split())


def finding_of(error: MeaninglessError, unknown: Rule, **near: str) -> Finding:
    """Return what is said of a tag that means nothing.

    Args:
        error: why.
        unknown: the rule that a name breaks which there is not.
        near: the template, the tag, and where it stands.
    """
    if isinstance(error, UnknownError):
        return unknown.at(FILE, **near, name=error.name, remedy=error.remedy)
    if isinstance(error, MisplacedError):
        return rules.TAG_MISPLACED.at(FILE, **near, remedy=error.remedy)
    assert isinstance(error, MalformedError)  # noqa: S101 - there is no fourth kind
    return rules.TAG_MALFORMED.at(FILE, **near)
