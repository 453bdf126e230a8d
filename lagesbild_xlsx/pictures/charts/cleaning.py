"""What of a chart may not leave the workbook, taken out of it.

Excel keeps more in a chart than it shows: series that were filtered away, the whole area that some
of a series is of (``c15:fullRef``), addresses of other files, how the sheet was to be printed.
"""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc.xml import OFFICE_RELATIONSHIPS, local, remove
from lagesbild_xlsx.pictures.charts.names import (
    CHART,
    CHART_2010,
    CHART_2013,
    CHART_2014,
    DRAWING,
    SHAPES,
    STRICT,
    c,
)

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BLIP = f"{{{DRAWING}}}blip"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

UNSEEN = (
    c("externalData"), c("printSettings"), c("pivotSource"), c("pivotFmts"), c("pivotFmt"),
    c("userShapes"),
)  # fmt: skip
"""What nobody sees in a chart, and what is put in anew."""

KEPT_EXTENSIONS = {
    CHART_2010: frozenset(("invertSolidFillFmt", "style")),
    CHART_2013: frozenset(
        ("showLeaderLines", "showDataLabelsRange", "datalabelsRange", "dlblFieldTable")
    ),
    CHART_2014: frozenset(("uniqueId",)),
}  # fmt: skip
"""What Excel since 2010 adds to how a chart looks; all else that is added is left out."""

PREFIXES = {"c": CHART, "a": DRAWING, "cdr": SHAPES, "r": OFFICE_RELATIONSHIPS}
"""The prefixes of a part that is made anew."""

SPACES = frozenset((CHART, DRAWING, SHAPES))
OF_OTHER_PARTS = tuple(f"{{{SHAPES}}}{name}" for name in ("pic", "graphicFrame", "contentPart"))
"""Shapes over a chart that stand in other parts."""

LINKS = frozenset(("hlinkClick", "hlinkHover", "hlinkMouseOver"))
UNSHOWN = ("textlink", "macro", "fPublished", "fLocksText", "descr", "title")
"""What a shape has of the cells and programs of its workbook, and words that nobody sees."""


def transitional(root: etree._Element) -> etree._Element:
    """Return a part with the names of Word documents, also where it is of the strict kind."""
    used = {etree.QName(element).namespace for element in root.iter("{*}*")}
    if used.isdisjoint(STRICT):
        return root
    made = etree.Element(_renamed(str(root.tag)), nsmap=PREFIXES)
    _take_over(made, root)
    made.extend(list(root))
    for element in made.iterdescendants("{*}*"):
        element.tag = _renamed(str(element.tag))
        for name in list(element.attrib):
            if _renamed(str(name)) != name:
                element.set(_renamed(str(name)), element.attrib.pop(name))
    return made


def _take_over(made: etree._Element, root: etree._Element) -> None:
    for name, value in root.attrib.items():
        made.set(_renamed(str(name)), value)


def _renamed(name: str) -> str:
    space, _, rest = name.removeprefix("{").rpartition("}")
    return f"{{{STRICT[space]}}}{rest}" if space in STRICT else name


def has_pictures(root: etree._Element) -> bool:
    """Return whether there are pictures in a chart, or in the shapes drawn over it."""
    return next(root.iter(BLIP), None) is not None


def clean(root: etree._Element) -> None:
    """Take out of a chart, or of the shapes drawn over it, what may not go along."""
    _choose(root)
    for element in list(root.iter(*UNSEEN)):
        remove(element)
    for extensions in list(root.iter("{*}extLst")):
        _clean_extensions(extensions)
    for element in list(root.iter("{*}*")):
        if _is_strange(element) or local(element) in LINKS:
            remove(element)
        else:
            _clean_attributes(element)
    _remove_pictures(root)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["c", "a", "r"])


def _choose(root: etree._Element) -> None:
    """Let one form stand of what is given in several: the style of 2010 as both, else the last."""
    for alternatives in list(root.iter(f"{{{COMPATIBILITY}}}AlternateContent")):
        if all(local(each) == "style" for form in alternatives for each in form):
            continue
        for each in list(alternatives.iterfind("{*}Fallback/{*}*")):
            alternatives.addprevious(each)
        remove(alternatives)


def _clean_extensions(extensions: etree._Element) -> None:
    """Leave of what was added only what is known."""
    for extension in list(extensions):
        for child in list(extension):
            if not _is_kept(child):
                extension.remove(child)
        if not len(extension):
            extensions.remove(extension)
    if not len(extensions):
        remove(extensions)


def _is_kept(element: etree._Element) -> bool:
    space = etree.QName(element).namespace or ""
    return local(element) in KEPT_EXTENSIONS.get(space, ())


def _is_strange(element: etree._Element) -> bool:
    """Return whether an element is of no kind that a chart is made of."""
    space = etree.QName(element).namespace or ""
    return space not in SPACES and space not in KEPT_EXTENSIONS and space != COMPATIBILITY


def _clean_attributes(element: etree._Element) -> None:
    for name in list(element.attrib):
        if (str(name).startswith("{") and name != XML_SPACE) or name in UNSHOWN:
            del element.attrib[name]


def without_additions(root: etree._Element) -> etree._Element:
    """Return a part of a chart's look without what programs have added to it."""
    for extensions in list(root.iter("{*}extLst")):
        remove(extensions)
    return root


def _remove_pictures(root: etree._Element) -> None:
    """Let what is filled with a picture be plain, and take out shapes that are in other parts."""
    for fill in list(root.iter(f"{{{DRAWING}}}blipFill")):
        remove(fill)
    for anchor in list(root.iterchildren(f"{{{SHAPES}}}*")):
        if next(anchor.iter(*OF_OTHER_PARTS), None) is not None:
            root.remove(anchor)
