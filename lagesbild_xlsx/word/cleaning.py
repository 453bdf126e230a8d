"""What a template must not hand on unasked: comments, tracked changes, hidden text, and names.

The elements of tracked changes are those of ECMA-376 part 1, 17.13.5.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.opc import relationships_part
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.fields.document_values import Name, name_of
from lagesbild_xlsx.word.origin import is_of_origin
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import is_on, val, w

INSERTED = ("ins", "moveTo")
REMOVED = ("del", "moveFrom")
BLOCKS = ("p", "tbl", "sdt")
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

OF_SETTINGS = ("attachedTemplate", "mailMerge", "trackRevisions", "updateFields")
"""Settings that name files on somebody's computer, go on tracking changes, or ask the reader to
let fields be computed."""

SAID_NOWHERE = ("Template", "HyperlinkBase")
"""Properties that name files on somebody's computer: nobody misses them."""

PROPERTIES = {
    "Manager": "Chef",
    "Company": "Företag",
    "description": "Kommentarer",
    "keywords": "Nyckelord",
    "category": "Kategori",
    "subject": "Ämne",
    "contentStatus": "Innehållets status",
}
"""Properties that say what nobody asked the document to say (22.2), as Word names them."""

FORMER_SUBJECT = "Kommunens och Polisens gemensamma lägesbild"
"""What our own templates said once, and those that people made of them: nobody misses it."""

OWN = "property"
"""A property that people have made themselves (22.3)."""

OF_LABELS = ("msip_label_", "classificationcontentmarking", "sensitivity")
"""How the properties begin that hold a sensitivity label, in small letters ([MS-OI29500] 3.3)."""


def clean(roots: Mapping[str, etree._Element], styles: Styles) -> None:
    """Accept the tracked changes of a template's stories, and take out comments and hidden text."""
    for root in roots.values():
        _accept_changes(root)
        for reference in list(root.iter(w("commentReference"))):
            run = reference.getparent()
            remove(reference if run is None else run)
        remove_hidden_text(root, styles)


def _accept_changes(root: etree._Element) -> None:
    mark = f"{w('pPr')}/{w('rPr')}"
    joined = [
        paragraph
        for paragraph in root.iter(w("p"))
        if any(paragraph.find(f"{mark}/{w(name)}") is not None for name in REMOVED)
    ]
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
    for paragraph in joined:
        _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    """Join a paragraph whose mark is deleted with the next one, whose properties both have then.

    One that a section ends with stays, and so does one with text before a table.
    """
    following = (each for each in paragraph.itersiblings() if local(each) in BLOCKS)
    block = next(following, None)
    properties = paragraph.find(w("pPr"))
    ends_section = properties is not None and properties.find(w("sectPr")) is not None
    if block is None or ends_section:
        return
    content = [child for child in paragraph if child is not properties]
    if local(block) == "p":
        first = block.find(w("pPr"))
        for at, child in enumerate(content, 0 if first is None else 1):
            block.insert(at, child)
        remove(paragraph)
    elif not content:
        remove(paragraph)


def remove_hidden_text(root: etree._Element, styles: Styles) -> None:
    """Take out of a story the text that is hidden, by itself or by its style."""
    hidden, style = styles.hidden, f"{w('pPr')}/{w('pStyle')}"
    lines = {line for line in root.iter(w("p")) if val(line.find(style)) in hidden}
    for run in [run for run in root.iter(w("r")) if _is_hidden(run, hidden, lines)]:
        remove(run)


def _is_hidden(
    run: etree._Element, hidden: frozenset[str], lines: Collection[etree._Element]
) -> bool:
    """Return whether a run is hidden: by itself, by its style, or with its line."""
    properties = run.find(w("rPr"))
    if properties is not None and properties.find(w("vanish")) is not None:
        return is_on(properties, "vanish")
    named = None if properties is None else properties.find(w("rStyle"))
    return val(named) in hidden or next(run.iterancestors(w("p")), None) in lines


def drop_comments(editor: PackageEditor) -> None:
    """Take out the parts of a template that hold comments, and who wrote them."""
    package = editor.package
    related = package.relationships(package.main_part).values()
    types = package.content_types
    comments = {
        found.target
        for found in related
        if found.kind in COMMENTS and OF_COMMENTS.search(types.get(found.target, ""))
    }
    editor.drop(package.main_part, comments)


def remove_names(editor: PackageEditor, shown: Collection[Name]) -> tuple[Finding, ...]:
    """Take out what names people and computers in the settings and properties of a template.

    Args:
        editor: the document.
        shown: the properties and variables that a field shows, which are kept.

    Returns:
        What is said of properties and variables that somebody may miss.
    """
    package = editor.package
    removed: list[etree._Element] = []
    for part in package.related(package.main_part, "settings"):
        removed += editor.take_out(
            part,
            lambda each: local(each) in OF_SETTINGS or _is_unseen_variable(each, shown),
        )
        relationships = relationships_part(part)
        if relationships in package.names:
            editor.take_out(relationships, lambda each: each.get("TargetMode") == "External")
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for part in package.related("", kind):
            removed += editor.take_out(part, lambda each: _is_unseen_property(each, shown))
    names = tuple(f"”{name}”" for name in dict.fromkeys(filter(None, map(_said_name, removed))))
    return (rules.PROPERTIES_LEFT_OUT.at(FILE, names=joined_words(names, "och")),) if names else ()


def _is_unseen_variable(element: etree._Element, shown: Collection[Name]) -> bool:
    return element.tag == w("docVar") and name_of(element) not in shown


def _is_unseen_property(element: etree._Element, shown: Collection[Name]) -> bool:
    """Return whether a property says what nobody asked the document to say."""
    if local(element) in PROPERTIES:
        return name_of(element) not in shown
    if local(element) == OWN:
        is_label = element.get("name", "").lower().startswith(OF_LABELS)
        return not is_of_origin(element) and not is_label and name_of(element) not in shown
    return local(element) in SAID_NOWHERE


def _said_name(element: etree._Element) -> str:
    """Return what a property or variable is called that says something; nothing for any other."""
    texts = [each.text.strip() for each in element.iter() if each.text]
    is_empty = not any(texts) or texts == [FORMER_SUBJECT]
    if element.tag == w("docVar"):
        return element.get(w("name"), "")
    return "" if is_empty else element.get("name") or PROPERTIES.get(local(element), "")


def drop_questions(roots: Iterable[etree._Element]) -> None:
    """Take out of fields what makes Word ask at opening whether they are to be computed."""
    for root in roots:
        for mark in root.iter(w("fldChar"), w("fldSimple")):
            mark.attrib.pop(w("dirty"), "")
