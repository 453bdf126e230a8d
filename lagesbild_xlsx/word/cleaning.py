"""What a template must not hand on unasked: comments, tracked changes, hidden text, and names.

The elements of tracked changes are those of ECMA-376 part 1, 17.13.5.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml import etree

from lagesbild_xlsx.opc import CONTENT_TYPES, Package, relationships_part, serialised
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.origin import is_ours
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import is_on, local, val, w

INSERTED = ("ins", "moveTo")
REMOVED = ("del", "moveFrom")
MARKERS = (
    "commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd", "cellIns", "cellDel", "cellMerge",
    "numberingChange", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "sectPrChange", "tblGridChange", "tblPrExChange",
)  # fmt: skip
COMMENTS = frozenset(
    ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
)
"""The relationships of comments, and of the people who wrote them."""

OF_COMMENTS = re.compile("comments|people", re.IGNORECASE)
"""What the content types of such parts say; a relationship can point to any part."""

OF_SETTINGS = ("attachedTemplate", "mailMerge", "trackRevisions", "docVars")
"""Settings that name files on somebody's computer, keep texts unseen, or go on tracking changes."""

OF_PROPERTIES = (
    "Template", "Manager", "Company", "HyperlinkBase",
    "description", "keywords", "category", "subject", "contentStatus", "property",
)  # fmt: skip
"""Properties, also people's own, that say what nobody asked the document to say (22.2, 22.3)."""


def clean(roots: Mapping[str, etree._Element], styles: Styles) -> None:
    """Accept the tracked changes of a template's stories, and take out comments and hidden text."""
    hidden = styles.hidden
    for root in roots.values():
        _accept_changes(root)
        for reference in list(root.iter(w("commentReference"))):
            run = reference.getparent()
            remove(reference if run is None else run)
        style = f"{w('pPr')}/{w('pStyle')}"
        lines = {line for line in root.iter(w("p")) if val(line.find(style)) in hidden}
        for run in [run for run in root.iter(w("r")) if _is_hidden(run, hidden, lines)]:
            remove(run)


def _accept_changes(root: etree._Element) -> None:
    for row in [
        row for row in root.iter(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is not None
    ]:
        remove(row)
    for element in list(root.iter(*map(w, (*REMOVED, *MARKERS)))):
        remove(element)
    for element in list(root.iter(*map(w, INSERTED))):
        for child in list(element):
            element.addprevious(child)
        remove(element)


def _is_hidden(
    run: etree._Element, hidden: frozenset[str], lines: Collection[etree._Element]
) -> bool:
    """Return whether a run is hidden: by itself, by its style, or with its line."""
    properties = run.find(w("rPr"))
    if properties is not None and properties.find(w("vanish")) is not None:
        return is_on(properties, "vanish")
    named = None if properties is None else properties.find(w("rStyle"))
    return val(named) in hidden or next(run.iterancestors(w("p")), None) in lines


def without_comments(
    package: Package, changed: Mapping[str, bytes]
) -> tuple[dict[str, bytes], frozenset[str]]:
    """Return the parts that no longer name a template's comments, and the parts to leave out."""
    main = relationships_part(package.main_part)
    related = package.relationships(package.main_part)
    kinds = package.content_types
    dropped = {
        r.target
        for r in related.values()
        if r.kind in COMMENTS and OF_COMMENTS.search(kinds.get(r.target, ""))
    }
    if not dropped:
        return {}, frozenset()
    numbers = {number for number, r in related.items() if r.target in dropped}
    parts = {}
    for name, attribute, values in (
        (main, "Id", numbers),
        (CONTENT_TYPES, "PartName", {f"/{part}" for part in dropped}),
    ):
        root = etree.fromstring(changed.get(name) or package.read(name))
        for element in [each for each in root if each.get(attribute) in values]:
            root.remove(element)
        parts[name] = serialised(root)
    return parts, frozenset(dropped)


def without_names(package: Package, changed: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a template that name people and computers, without what names them."""
    for part in package.related(package.main_part, "settings"):
        root = etree.fromstring(changed.get(part) or package.read(part))
        yield from _without(part, root, list(root.iter(*map(w, OF_SETTINGS))))
        if (relationships := relationships_part(part)) in package.names:
            root = package.xml(relationships)
            outside = root.findall("*[@TargetMode='External']")
            yield from _without(relationships, root, outside)
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for part in package.related("", kind):
            root = etree.fromstring(changed.get(part) or package.read(part))
            named = [each for each in root if local(each) in OF_PROPERTIES]
            yield from _without(part, root, [each for each in named if not is_ours(each)])


def _without(
    part: str, root: etree._Element, elements: Sequence[etree._Element]
) -> Iterator[tuple[str, bytes]]:
    """Yield a part without some of its elements, if it has any."""
    for element in elements:
        remove(element)
    if elements:
        yield part, serialised(root)
