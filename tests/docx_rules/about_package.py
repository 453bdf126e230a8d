"""What Word needs to open a file without offering to repair it, and no schema can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from tests.docx_rules.document import Document
from tests.docx_rules.xml import NS, W, at, name, val, walk

TEXT_HOLDERS = frozenset(name(f"w:{n}") for n in ("t", "instrText", "delText", "delInstrText"))
CONTENT_TYPES = "[Content_Types].xml"
STEPS = {"begin": 1, "end": -1}


def control_titles(document: Document) -> Iterator[str]:
    """A content control is announced by its title."""
    for story in document.stories:
        for control in walk(story.root, "w:sdtPr"):
            if not val(at(control, "w:alias")) and at(control, "w:docPartObj") is None:
                yield f"{story.name}: a content control has no title."


def control_contents(document: Document) -> Iterator[str]:
    """A content control holds something."""
    for story in document.stories:
        for control in walk(story.root, "w:sdt"):
            content = at(control, "w:sdtContent")
            if content is None or not len(content):
                yield f"{story.name}: a content control is empty."


def control_ids(document: Document) -> Iterator[str]:
    """No two content controls have the same id, in whatever stories they stand."""
    ids = [val(at(c, "w:id")) for s in document.stories for c in walk(s.root, "w:sdtPr")]
    for number in _repeated(ids):
        yield f"More than one content control has the id {number}."


def bookmark_names(document: Document) -> Iterator[str]:
    """No two bookmarks have the same name."""
    names = [val(b, "w:name") for s in document.stories for b in walk(s.root, "w:bookmarkStart")]
    for bookmark in _repeated(names):
        yield f"More than one bookmark is called {bookmark!r}."


def bookmark_pairs(document: Document) -> Iterator[str]:
    """Each bookmark that starts ends too, in the same story."""
    for story in document.stories:
        starts, ends = (
            Counter(val(mark, "w:id") for mark in walk(story.root, kind))
            for kind in ("w:bookmarkStart", "w:bookmarkEnd")
        )
        if starts != ends:
            yield f"{story.name}: the starts and ends of bookmarks do not match."


def fields(document: Document) -> Iterator[str]:
    """Each field that begins ends too, in the same story."""
    for story in document.stories:
        depths = [0]
        for mark in walk(story.root, "w:fldChar"):
            depths.append(depths[-1] + STEPS.get(val(mark, "w:fldCharType"), 0))
        if depths[-1] or min(depths) < 0:
            yield f"{story.name}: the beginnings and ends of fields do not match."


def known_styles(document: Document) -> Iterator[str]:
    """Each style that is used is defined."""
    for story in document.stories:
        for use in walk(story.root, "w:pStyle", "w:rStyle", "w:tblStyle"):
            if val(use) not in document.styles.by_id:
                yield f"{story.name}: the style {val(use)!r} is not defined."


def known_lists(document: Document) -> Iterator[str]:
    """Each list that is used, in the text or by a style, is defined."""
    numbering, styles = document.part("numbering"), document.part("styles")
    lists = [] if numbering is None else numbering.findall("w:num", NS)
    known = {"0", *(val(found, "w:numId") for found in lists)}
    stories = [(story.name, story.root) for story in document.stories]
    for place, root in [*stories, *([] if styles is None else [("styles", styles)])]:
        for use in walk(root, "w:numId"):
            if val(use) not in known:
                yield f"{place}: the list {val(use)} is not defined."


def loose_text(document: Document) -> Iterator[str]:
    """Text stands in ``w:t`` and nowhere else."""
    for story in document.stories:
        for element in story.root.iter(f"{{{W}}}*"):
            inside = "" if element.tag in TEXT_HOLDERS else element.text or ""
            if (inside + (element.tail or "")).strip():
                local = str(element.tag).rpartition("}")[2]
                yield f"{story.name}: text stands loose at w:{local}."


def zip_entries(document: Document) -> Iterator[str]:
    """The package has each part once."""
    for entry in _repeated(document.entries):
        yield f"The package has more than one entry {entry!r}."


def content_types(document: Document) -> Iterator[str]:
    """Each part has a content type."""
    for part in untyped(document.entries, document.parts[CONTENT_TYPES]):
        yield f"The part {part!r} has no content type."


def untyped(parts: Iterable[str], types: etree._Element) -> Iterator[str]:
    """Yield the parts that have no content type, by name or by extension."""
    known = {
        element.get(attribute, "").lower()
        for tag, attribute in (("ct:Override", "PartName"), ("ct:Default", "Extension"))
        for element in types.iterfind(tag, NS)
    }
    for part in parts:
        extension = part.rpartition(".")[2].lower()
        if part != CONTENT_TYPES and not {f"/{part.lower()}", extension} & known:
            yield part


def _repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if value and times > 1]


RULES = (
    control_titles,
    control_contents,
    control_ids,
    bookmark_names,
    bookmark_pairs,
    fields,
    known_styles,
    known_lists,
    loose_text,
    zip_entries,
    content_types,
)
