"""What the text must be for a listener: headings, lists and links that are marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from tests.docx_rules.document import Document
from tests.docx_rules.story import Paragraph
from tests.docx_rules.styles import Styles
from tests.docx_rules.xml import at, has, is_blank, quoted, text_of, walk, within

TYPED_LIST = re.compile(r"\s*([-–—•·*▪►]|\d{1,2}[.)]|[a-z]\))\s+\S")
BLANKS = re.compile(r"\S {4,}\S")
TEMPLATE_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")
ADDRESS = re.compile(r"(https?://|www\.)", re.IGNORECASE)
VAGUE = frozenset(
    (
        "",
        "här",
        "klicka här",
        "läs mer",
        "mer",
        "länk",
        "länken",
        "here",
        "click here",
        "read more",
        "link",
    )
)
"""What a link may not be called, since links are also read out without the text around them."""
LONGEST_HEADING = 80
NOT_TEXT = ("w:drawing", "w:pict", "w:object", "w:br", "w:sectPr")
"""What a paragraph without text can still be there for."""


def headings(document: Document) -> Iterator[str]:
    """Headings are how a listener finds the way: from level 1 on, without gaps, never empty."""
    last = 0
    for paragraph in document.main_paragraphs:
        level = document.styles.heading_level(paragraph.element)
        if level and is_blank(paragraph.element):
            yield f"A heading of level {level} is empty."
        elif level > last + 1:
            before = f"after one of level {last}" if last else "as the first"
            yield f"A heading of level {level} stands {before}: {quoted(paragraph.element)}."
        last = level or last
    if not last:
        yield "There are no headings."


def fake_headings(document: Document) -> Iterator[str]:
    """A heading that is only bold is no heading to a listener."""
    for paragraph, runs in groupby(document.runs, key=lambda run: run.paragraph):
        is_bold = all(run.look.bold for run in runs)
        if is_bold and _could_be_heading(document, paragraph):
            yield f"A bold paragraph looks like a heading: {quoted(paragraph.element)}."


def _could_be_heading(document: Document, paragraph: Paragraph) -> bool:
    text = text_of(paragraph.element).rstrip()
    return (
        paragraph.story == document.stories[0].name
        and paragraph.cell is None
        and len(text) <= LONGEST_HEADING
        and not text.endswith((".", ":", ","))
        and _is_plain(document.styles, paragraph.element)
        and document.styles.name_of(paragraph.element) not in ("title", "subtitle", "caption")
    )


def typed_lists(document: Document) -> Iterator[str]:
    """A list with typed bullets is not announced as a list."""
    for paragraph in document.main_paragraphs:
        is_typed = TYPED_LIST.match(text_of(paragraph.element))
        if is_typed and _is_plain(document.styles, paragraph.element):
            yield f"A bullet or number is typed: {quoted(paragraph.element)}."


def _is_plain(styles: Styles, paragraph: etree._Element) -> bool:
    """Return whether a paragraph is neither a heading nor an item of a list."""
    return not styles.heading_level(paragraph) and not styles.is_list_item(paragraph)


def blank_paragraphs(document: Document) -> Iterator[str]:
    """A listener hears each empty paragraph."""
    previous = False
    for block in within(document.body, "w:p", "w:tbl"):
        empty = block.tag.endswith("}p") and is_blank(block) and not has(block, *NOT_TEXT)
        if empty and previous:
            yield "Empty paragraphs follow each other."
        previous = empty


def blanks(document: Document) -> Iterator[str]:
    """Spaces used for lay-out fall apart in another size or font."""
    for paragraph in document.paragraphs:
        if BLANKS.search(text_of(paragraph.element)):
            yield f"{paragraph.story}: spaces make the lay-out: {quoted(paragraph.element)}."


def template_tags(document: Document) -> Iterator[str]:
    """A tag of a template that nothing was filled into is no text."""
    core = document.part("core-properties")
    if core is not None and any(TEMPLATE_TAG.search(child.text or "") for child in core):
        yield "A template tag is left in the properties."
    for paragraph in document.paragraphs:
        if TEMPLATE_TAG.search(text_of(paragraph.element)):
            yield f"{paragraph.story}: a template tag is left: {quoted(paragraph.element)}."


def link_texts(document: Document) -> Iterator[str]:
    """A link says by itself where it leads."""
    for story, link in _links(document):
        text = text_of(link).strip()
        if text.lower().strip(".»> ") in VAGUE or ADDRESS.match(text):
            yield f"{story}: a link does not say where it leads: {text!r}."


def link_styles(document: Document) -> Iterator[str]:
    """A link without a character style is not seen, and LibreOffice drops it from a PDF."""
    for story, link in _links(document):
        if any(text_of(r) and at(r, "w:rPr/w:rStyle") is None for r in walk(link, "w:r")):
            yield f"{story}: a link has no character style: {quoted(link)}."


def _links(document: Document) -> Iterator[tuple[str, etree._Element]]:
    for story in document.stories:
        yield from ((story.name, link) for link in walk(story.root, "w:hyperlink"))


RULES = (
    headings,
    fake_headings,
    typed_lists,
    blank_paragraphs,
    blanks,
    template_tags,
    link_texts,
    link_styles,
)
