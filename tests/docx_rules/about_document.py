"""What a document says of itself as a whole: its title, its language, how Word treats it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.docx_rules.document import Document
from tests.docx_rules.xml import NS, ON, at, val, walk

LANGUAGE = "sv-SE"
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DATE_AND_TIME = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?",
)
ESCAPED = re.compile(r"&(amp|lt|gt|quot|#\d+);")
WORD_2013 = 15


def title(document: Document) -> Iterator[str]:
    """A screen reader says the title when the window opens."""
    core = document.part("core-properties")
    if core is None or not core.findtext("dc:title", "", NS).strip():
        yield "The properties have no title."


def properties(document: Document) -> Iterator[str]:
    """Word repairs a file with a property given twice, or a date in another form."""
    core = document.part("core-properties")
    if core is None:
        return
    for tag, times in Counter(str(child.tag) for child in core).items():
        if times > 1:
            yield f"The property {tag.rpartition('}')[2]} is given {times} times."
    for date in ("created", "modified"):
        written = core.findtext(f"dcterms:{date}", None, NS)
        if written is not None and not DATE_AND_TIME.fullmatch(written):
            yield f"The property {date} is no W3CDTF date: {written!r}."
    if ESCAPED.search(core.findtext("dc:title", "", NS)):
        yield "The title is escaped twice."


def default_language(document: Document) -> Iterator[str]:
    """The default language decides with which voice the text is read."""
    given = val(at(document.styles.defaults, "w:lang"))
    if given.lower() != LANGUAGE.lower():
        yield f"The default language is {given or 'not given'} and not {LANGUAGE}."


def language_tags(document: Document) -> Iterator[str]:
    """A language must be named as BCP 47 has it, else no voice is found."""
    for place, tag in _languages(document):
        if not LANGUAGE_TAG.fullmatch(tag):
            yield f"{place}: {tag!r} is no language tag."


def foreign_runs(document: Document) -> Iterator[str]:
    """Swedish text marked as of another language is read with the wrong voice."""
    for place, tag in dict.fromkeys(_languages(document)):
        if LANGUAGE_TAG.fullmatch(tag) and tag.lower() != LANGUAGE.lower() and place != "styles":
            yield f"{place}: some text is marked as {tag}."


def _languages(document: Document) -> Iterator[tuple[str, str]]:
    styles = document.part("styles")
    stories = [(story.name, story.root) for story in document.stories]
    for place, root in [*stories, *([] if styles is None else [("styles", styles)])]:
        yield from ((place, val(found)) for found in walk(root, "w:lang") if val(found))


def protection(document: Document) -> Iterator[str]:
    """Assistive technology may be kept out of a document whose editing is restricted."""
    lock = at(document.part("settings"), "w:documentProtection")
    if val(lock, "w:enforcement") in ON:
        yield "Editing is restricted."


def compatibility(document: Document) -> Iterator[str]:
    """Word's accessibility checker does not work in Compatibility Mode."""
    settings = at(document.part("settings"), "w:compat")
    found = [] if settings is None else list(walk(settings, "w:compatSetting"))
    modes = [val(mode) for mode in found if val(mode, "w:name") == "compatibilityMode"]
    if not modes or int(modes[0] or 0) < WORD_2013:
        given = modes[0] if modes else "not given"
        yield f"The compatibility mode is {given} and not {WORD_2013}."


def page_numbers(document: Document) -> Iterator[str]:
    """A page is found again by its number."""
    instructions = [
        (element.text or "") + val(element, "w:instr")
        for story in document.stories
        if story.kind in ("header", "footer")
        for element in walk(story.root, "w:instrText", "w:fldSimple")
    ]
    if not any(re.search(r"\bPAGE\b", instruction) for instruction in instructions):
        yield "No header or footer has a PAGE field."


RULES = (
    title,
    properties,
    default_language,
    language_tags,
    foreign_runs,
    protection,
    compatibility,
    page_numbers,
)
